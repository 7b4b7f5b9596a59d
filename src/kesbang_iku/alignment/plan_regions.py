"""Whose plan a plan is: by what it says itself, else by the name of its file."""

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final, get_args

from kesbang_iku.catalog.region_codes import plain_name
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.findings import Finding, kinds, sentences
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS, AdminLevel
from kesbang_iku.sources.plans import LoadedPlan

_CODE: Final = re.compile(r"(?<![0-9.])[0-9]{2}\.[0-9]{2}(?![0-9.])", re.ASCII)
_PROVINCE: Final = re.compile(r"[0-9]{2}", re.ASCII)
_GAPS: Final = re.compile(r"[\W_]+")
_LONGEST: Final = 8
"""Words of a file's name that are tried as the name of a region at once."""


def region_written(written: str | None, regions: Regions) -> Region | None:
    """Return the region that a plan says it is of: a code, or a name that only one region has."""
    if written is None:
        return None
    found, _ = regions.find(written, sistem="kemendagri")
    return found or _only(written, regions)


def region_and_level(
    written: str | None, wilayah: str | None, tingkat: AdminLevel | None
) -> tuple[str | None, AdminLevel | None]:
    """Return the code of the region that a program names, and the level its plan is held at.

    Args:
        written: the region as the plan has it.
        wilayah: the region that is named beside it, and goes before it.
        tingkat: the level that is named; else it is that of the region.

    Raises:
        ValueError: there is no such region or level.
    """
    if tingkat not in {None, *(levels := get_args(AdminLevel))}:
        there = ", ".join(levels)
        raise ValueError(sentences.alignment.NO_LEVEL.filled(tingkat=tingkat, ada=there).en)
    region = region_written(written if wilayah is None else wilayah, load_regions())
    if region is None and wilayah is not None:
        raise ValueError(sentences.alignment.NO_REGION.filled(wilayah=wilayah).en)
    code = None if region is None or wilayah is None else region.kode
    return code, tingkat or (None if region is None else region.tingkat)


def uncertain_regions(
    plans: Sequence[LoadedPlan], regions: Regions
) -> Mapping[int, tuple[Finding, ...]]:
    """Return by its index each plan of a file whose region is not certain, and what is to be said.

    That is one of no region that is known, one without a region among others that have one, and
    one of a region that a plan before it is of. Plans of a file that names no regions, or one and
    the same for all, are not told apart by them.
    """
    if len({plan.plan.wilayah for plan in plans}) <= 1:
        return {}
    found: dict[int, tuple[Finding, ...]] = {}
    first: dict[str, LoadedPlan] = {}
    for index, plan in enumerate(plans):
        written, place = plan.plan.wilayah, plan.locate(("wilayah",))
        if written is None:
            found[index] = (kinds.PLAN_WITHOUT_REGION.at(place),)
            continue
        region = region_written(written, regions)
        if region is None:
            found[index] = tuple(regions.read(written, place=place)[1])
        elif region.kode in first:
            before = first[region.kode].locate(("wilayah",))
            line = str(before.baris or before.penunjuk or "")
            found[index] = (
                kinds.REGION_TWICE.at(
                    place,
                    value=written,
                    wilayah=f"{region.kode} ({region.nama})",
                    baris=line or said.NOT_STATED,
                ),
            )
        else:
            first[region.kode] = plan
    return found


def region_of_file(name: str, regions: Regions) -> Region | None:
    """Return the region that the name of a file names, if it names one and no other.

    Understood are a code with a dot (``renstra-62.71.xlsx``), a province's code alone (``62.yaml``)
    and a name with its kind (``renstra-kota-bandung-2025.csv``) or alone (``klungkung.yaml``).
    """
    stem = re.sub(r"\.[A-Za-z]{2,5}$", "", PurePath(name).name)
    codes = {code for code in _CODE.findall(stem) if code in regions}
    if len(codes) == 1:
        return regions[codes.pop()]
    if _PROVINCE.fullmatch(stem):
        return regions.get(stem)
    words = _GAPS.sub(" ", stem).split()
    alone = _only(" ".join(words), regions)
    if alone is not None:
        return alone
    found = {
        region.kode
        for start, word in enumerate(words)
        if plain_name(word) in REGIONAL_LEVELS
        for region in [_longest(words[start : start + _LONGEST], regions)]
        if region is not None
    }
    return regions[found.pop()] if len(found) == 1 else None


def province_of(region: Region | None, regions: Regions) -> Region | None:
    """Return the province that ``region`` lies in, or is."""
    if region is None or region.tingkat == "provinsi":
        return region
    return None if region.induk is None else regions.get(region.induk)


def _longest(words: list[str], regions: Regions) -> Region | None:
    for length in range(len(words), 1, -1):
        found = _only(" ".join(words[:length]), regions)
        if found is not None:
            return found
    return None


def _only(name: str, regions: Regions) -> Region | None:
    found = regions.by_name(name) if name else ()
    return found[0] if len(found) == 1 else None
