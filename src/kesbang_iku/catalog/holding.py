"""Holding a region, year, level and version against the standard, whoever gives them.

A report says them once for all its items, a program with each item; what is wrong with them is the
same.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.findings import Finding, Place, Text, kinds, sentences
from kesbang_iku.findings.closed_words import spoken, spoken_all
from kesbang_iku.findings.register import kind_of
from kesbang_iku.findings.sentences import catalog as said
from kesbang_iku.indicator.indicator import Held, Indicator
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.record import Field, Record
from kesbang_iku.model.region import Region
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR, PERIOD_PATTERN
from kesbang_iku.model.scalars import Whole
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.reports import MEANINGS
from kesbang_iku.sources.shape import check_shape

TOO_OFTEN: Final = "IKU437"
"""What the rule over reports says of the same."""


class _Identity(Record):
    """What says whose and of when an item is, as a report says it; nothing of it is required."""

    wilayah: str | None = None
    tingkat: AdminLevel | None = None
    tahun: Whole | None = Field(default=None, ge=FIRST_YEAR, le=LAST_YEAR)
    periode: str = Field(default="tahunan", pattern=PERIOD_PATTERN)


def hold(definition: Indicator, item: ItemInput) -> Held:
    """Hold what a program says of an item against the regions and the years of its definition.

    A year or period that has no form of one is refused; a region that is not known is said, and the
    level then is the one given.
    """
    given = {"wilayah": item.wilayah, "tingkat": item.tingkat, "periode": item.periode}
    identity, findings = check_shape(
        _Identity, {**given, "tahun": item.tahun}, item.locate, meanings=MEANINGS
    )
    if identity is None:
        return Held(_in_form(item), tuple(findings), Status.REJECTED)
    item = replace(item, tahun=identity.tahun)
    regions = load_regions()
    region = None
    if item.wilayah is not None:
        region, found = regions.read(item.wilayah, place=item.locate(("wilayah",)))
        findings += found
    if region is not None:
        findings += outside_of_time(region, item.tahun, regions, item.locate(("tahun",)))
        findings += _other_level(region, item)
        item = replace(item, wilayah=region.kode, nama_wilayah=region.nama, tingkat=region.tingkat)
    findings += _too_often(definition, item)
    why = _why_not(definition, item)
    if why is None:
        return Held(item, tuple(findings))
    return Held(item, (*findings, why), Status.NOT_APPLICABLE, Text.each(why.message))


def outside_of_time(
    region: Region, year: int | None, regions: Regions, place: Place
) -> Iterator[Finding]:
    """Yield that a region did not exist in a year; nothing where its beginning is not known."""
    start = region.berlaku.mulai
    if year is None or start is None or year >= start:
        return
    origins = ", ".join(regions[code].nama for code in region.dari if code in regions)
    yield kinds.BEFORE_REGION.at(
        place,
        value=str(year),
        nama=region.nama,
        wilayah=region.kode,
        dasar=region.dasar_hukum or said.NOT_STATED,
        kedudukan=said.STANDINGS[region.kedudukan or "usulan"],
        mulai=start,
        tahun=year,
        asal=said.TAKEN_FROM.filled(asal=origins) if origins else Text.same(""),
    )


def not_estimated(definition: Definition, level: AdminLevel, place: Place) -> Finding:
    """Return that an indicator has no value at a level of government."""
    return kinds.NOT_ESTIMATED.at(
        place,
        kode=definition.kode,
        tingkat=spoken(level),
        ada=spoken_all(definition.tingkat.diestimasi),
    )


def _in_form(item: ItemInput) -> ItemInput:
    """Return what was refused with the parts that have their form."""
    kept: dict[str, Any] = {}
    for name in _Identity.model_fields:
        alone, _ = check_shape(_Identity, {name: getattr(item, name)}, item.locate)
        kept[name] = getattr(alone or _Identity(), name)
    return replace(item, **kept)


def _other_level(region: Region, item: ItemInput) -> Iterator[Finding]:
    if item.tingkat is not None and item.tingkat != region.tingkat:
        yield kinds.LEVEL_OF_OTHER_REGION.at(
            item.locate(("tingkat",)),
            value=item.tingkat,
            tingkat=spoken(item.tingkat),
            wilayah=region.kode,
            nama=region.nama,
            benar=spoken(region.tingkat),
        )


def _too_often(indicator: Indicator, item: ItemInput) -> Iterator[Finding]:
    """Yield that an index, which is measured once a year, is given for part of one."""
    frequency = seldom(indicator)
    if item.periode != ANNUAL and frequency is not None:
        yield kind_of(TOO_OFTEN).at(
            item.locate(("periode",)),
            value=item.periode,
            kode=indicator.kode,
            frekuensi=frequency,
            periode=item.periode,
        )


def seldom(indicator: Indicator) -> Text | None:
    """Return how often an index is measured that has no value for part of a year, else ``None``.

    Counts and shares are also watched within the year.
    """
    unit = indicator.engine.tables.units[indicator.satuan]
    return sentences.validation.SELDOM.get(indicator.frekuensi) if unit.rentang_wajib else None


def _why_not(definition: Definition, item: ItemInput) -> Finding | None:
    """Return why a definition does not apply to an item, or ``None`` where it does."""
    if item.tahun is not None and item.tahun not in definition.berlaku:
        return kinds.VERSION_OF_OTHER_YEARS.at(
            item.locate(("tahun",)),
            value=str(item.tahun),
            kode=definition.kode,
            versi=definition.versi,
            masa=definition.berlaku,
            tahun=item.tahun,
        )
    if item.tingkat is not None and not definition.exists_at(item.tingkat):
        return not_estimated(definition, item.tingkat, item.locate(("tingkat",)))
    return None
