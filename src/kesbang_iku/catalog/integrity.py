"""Rules a catalog must keep beyond being computable: names, sources, relations, own formulas."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kesbang_iku.catalog.checks import check_known
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.formula import FormulaError, parse, to_source, variables
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.registers import NamingFile
from kesbang_iku.sources.shape import Locator, Pointer

_YEAR: Final = re.compile(r"\b(?:19|20)\d{2}\b")


def check_integrity(
    definitions: Iterable[tuple[Definition, Locator]], naming: NamingFile | None, regions: Regions
) -> Iterator[Finding]:
    """Yield where definitions that can be computed still break a rule of the house.

    Args:
        definitions: the definitions, each with the places of its parts.
        naming: the naming rules; without them names are not judged.
        regions: the register of regions, whose names must not stand in an indicator's.
    """
    region_names = _pattern(found.nama for found in regions.values() if found.induk is not None)
    measures = _pattern(naming.kata_ukuran) if naming is not None else None
    formulas: dict[str, str] = {}
    listed = tuple(definitions)
    codes = {definition.kode for definition, _ in listed}
    for definition, locate in listed:
        yield from _sources(definition, locate)
        yield from _names(definition, locate, region_names, measures)
        yield from _formulas(definition, locate, formulas)
        for number, relation in enumerate(definition.hubungan):
            pointer: Pointer = ("hubungan", number, "kode")
            yield from check_known(relation.kode, codes, "kode", locate, pointer)


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _sources(definition: Definition, locate: Locator) -> Iterator[Finding]:
    if definition.status == "resmi" and not any(
        source.kedudukan == "resmi" for source in definition.sumber
    ):
        yield kinds.OFFICIAL_WITHOUT_SOURCE.at(locate(("status",)), kode=definition.kode)


def _names(
    definition: Definition,
    locate: Locator,
    region_names: re.Pattern[str],
    measures: re.Pattern[str] | None,
) -> Iterator[Finding]:
    year = _YEAR.search(definition.nama)
    if year is not None:
        yield kinds.NAME_HOLDS_PERIOD.at(
            locate(("nama",)), value=definition.nama, tahun=year.group()
        )
    region = region_names.search(definition.nama)
    if region is not None and definition.lokal is None:
        place = locate(("nama",))
        yield kinds.NAME_HOLDS_REGION.at(place, value=definition.nama, wilayah=region.group())
    measure = measures.match(definition.konsep) if measures is not None else None
    if measure is not None:
        place = locate(("konsep",))
        yield kinds.CONCEPT_STARTS_WITH_MEASURE.at(place, kata=measure.group())


def _formulas(
    definition: Definition, locate: Locator, formulas: dict[str, str]
) -> Iterator[Finding]:
    if definition.formula is None:
        return
    try:
        tree = parse(definition.formula)
    except FormulaError:
        return  # said where the definition itself was checked
    if len(variables(tree)) == 1:
        return  # a released value or a plain count: the variable's label tells them apart
    owner = formulas.setdefault(to_source(tree), definition.kode)
    if owner != definition.kode:
        yield kinds.IDENTICAL_FORMULA.at(
            locate(("rumus",)), value=definition.formula, kode=definition.kode, lain=owner
        )
