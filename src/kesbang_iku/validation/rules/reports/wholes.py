"""Rules over parts and wholes: of regions, and of the periods of a year (IKU440-443)."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from kesbang_iku.computing.amounts import Amount, adding_up_over_regions
from kesbang_iku.findings import sentences
from kesbang_iku.model.observation import Observation
from kesbang_iku.validation.rules.numbers import PAIR
from kesbang_iku.validation.rules.reports.context import (
    ReportContext,
    ReportEntry,
    rule,
)
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive

_OfWhole = tuple[str, str, str, int, str]
"""A code, its version, the region that is the whole, the year and the period."""
_Released = tuple[str, str, int]
"""A variable, no name being the value itself, a region and a year."""


@rule.within("IKU440")
def more_than_whole(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A count of a region that is larger than that of the region it lies in."""
    if entry.region is None or entry.region.induk is None:
        return
    amounts = [*adding_up_over_regions(entry.result)]
    wholes = _wholes(entry, context)
    if amounts and not wholes and entry.region.tingkat != "provinsi":
        yield inconclusive(entry, sentences.validation.NO_PARENT)
    for whole in wholes:
        for amount in amounts:
            part, of_whole = amount.of(entry.result), amount.of(whole.result)
            if part is not None and of_whole is not None and part > of_whole:
                yield at(
                    entry,
                    *amount.pointer,
                    kode=amount.named(entry.result),
                    nilai=part,
                    induk=whole.wilayah,
                    lain=of_whole,
                )


def _wholes(entry: ReportEntry, context: ReportContext) -> list[ReportEntry]:
    """Return the items of the region around, of the same year and period."""
    induk = None if entry.region is None else entry.region.induk
    same = context.of_year((*entry.series[:2], induk or ""), entry.tahun)
    return [other for other in same if other.periode == entry.periode]


@rule.whole("IKU441")
def more_than_published_whole(context: ReportContext) -> Outcomes:
    """A count of a region that is larger than what was published of a region around it."""
    released: dict[str, Mapping[_Released, Observation]] = {}
    for entry in context.entries:
        around = [*_around(entry, context)]
        for amount in adding_up_over_regions(entry.result) if around else ():
            if entry.kode not in released:
                released[entry.kode] = _released(context, entry.kode)
            known = released[entry.kode]
            value = amount.of(entry.result) or Fraction(0)
            wholes = (known.get((amount.variable, code, entry.tahun)) for code in around)
            less = next((one for one in wholes if one is not None and value > one.eksak), None)
            if less is not None:
                yield at(
                    entry,
                    *amount.pointer,
                    kode=amount.named(entry.result),
                    nilai=value,
                    induk=less.wilayah,
                    lain=less.eksak,
                    sumber=less.sumber,
                )


def _around(entry: ReportEntry, context: ReportContext) -> Iterator[str]:
    """Yield the codes of the regions around an item's region, the smallest first."""
    induk = None if entry.region is None else entry.region.induk
    while induk is not None:
        yield induk
        induk = context.regions[induk].induk


def _released(context: ReportContext, code: str) -> Mapping[_Released, Observation]:
    """Return the largest published number of each variable of a code, by region and year."""
    found: dict[_Released, Observation] = {}
    for one in context.katalog.nilai(code):
        about = (one.bagian or "", one.wilayah, one.tahun)
        if one.dipakai and (about not in found or one.eksak > found[about].eksak):
            found[about] = one
    return found


@rule.whole("IKU442")
def parts_more_than_whole(context: ReportContext) -> Outcomes:
    """Counts of regions that are together larger than that of the region they lie in."""
    parts: dict[_OfWhole, list[ReportEntry]] = {}
    for entry in context.entries:
        if entry.region is not None and entry.region.induk is not None:
            about = (*entry.series[:2], entry.region.induk, entry.tahun, entry.periode)
            parts.setdefault(about, []).append(entry)
    for whole in context.entries:
        inside = parts.get((*whole.series, whole.tahun, whole.periode), ())
        for amount in adding_up_over_regions(whole.result) if len(inside) >= PAIR else ():
            values = _values(inside, amount)
            of_whole = amount.of(whole.result) or Fraction(0)
            if sum(values.values()) > of_whole >= max(values.values(), default=Fraction(0)):
                yield at(
                    whole,
                    *amount.pointer,
                    kode=amount.named(whole.result),
                    nilai=of_whole,
                    jumlah=sum(values.values()),
                    banyak=len(values),
                )


def _values(entries: Sequence[ReportEntry], amount: Amount) -> Mapping[str, Fraction]:
    """Return a number of each region that has it."""
    found = ((entry.wilayah, amount.of(entry.result)) for entry in entries)
    return {region: value for region, value in found if value is not None}


@rule.whole("IKU443")
def more_than_its_year(context: ReportContext) -> Outcomes:
    """A count of a period that is larger than that of a longer one it lies in."""
    yield from context.against("IKU443")
