"""Rules over periods, years and regions: what adds up, what cannot be yet (IKU432-440)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.findings import sentences
from kesbang_iku.model.region import Region
from kesbang_iku.validation.rules.reports.context import ANNUAL, ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive

_PARTS: Final[Mapping[str, int]] = {"semester": 2, "caturwulan": 3, "triwulan": 4, "bulan": 12}
"""How many periods of a kind make a year."""
_MONTHS: Final = 12


def _kind_of(period: str) -> tuple[str, int]:
    name, _, number = period.partition("-")
    return name, int(number or 1)


def _last_month(period: str) -> int:
    name, number = _kind_of(period)
    return _MONTHS // _PARTS.get(name, 1) * number


@dataclass(frozen=True)
class _Amount:
    """A number of an item: its value, or one of the variables it is computed from."""

    variable: str = ""

    @property
    def pointer(self) -> tuple[str, ...]:
        """Where it stands within the item."""
        return ("variabel", self.variable) if self.variable else ()

    def of(self, entry: ReportEntry) -> Fraction | None:
        """Return it as an item has it."""
        if not self.variable:
            return entry.value
        number = entry.result.masukan.get(self.variable)
        return None if number is None else Fraction(number)


_VALUE: Final = _Amount()


def _adding_up(entry: ReportEntry) -> Iterator[_Amount]:
    """Yield what adds up over the periods of a year: the value, else what it is computed from."""
    if entry.indicator.kumulatif:
        amounts = [_VALUE]
    else:
        variables = entry.indicator.variabel
        amounts = [_Amount(one.nama) for one in variables if one.agregasi.waktu == "jumlah"]
    yield from (amount for amount in amounts if amount.of(entry) is not None)


@rule.within("IKU432")
def shares_summed(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A share above its maximum that is a sum over periods."""
    most = entry.unit.rentang.maks
    if not entry.is_share or not most or entry.indicator.kumulatif:
        return
    printed = entry.printed
    if printed is None or printed <= most:
        return
    others = [
        other.value
        for year in (entry.tahun - 1, entry.tahun)
        for other in context.of_year(entry.series, year)
        if other is not entry and other.value is not None
    ]
    sums = {sum(others[first:]) for first in range(len(others))}
    if (printed / most).denominator == 1 or printed in sums:
        yield at(entry, "realisasi", value=printed, cetak=printed, maks=most)


@rule.whole("IKU433")
def periods_do_not_add_up(context: ReportContext) -> Outcomes:
    """A yearly count that is neither the sum of its periods nor the last of them."""
    for entry, parts in context.divided:
        for amount in _adding_up(entry):
            for values in _values_of(parts, amount):
                if values is None:
                    yield inconclusive(entry, sentences.validation.SOME_MISSING)
                elif amount.of(entry) not in {sum(values), values[-1]}:
                    yield at(
                        entry,
                        *amount.pointer,
                        value=amount.of(entry) or 0,
                        kode=f"{amount.variable} {entry.kode}".lstrip(),
                        nilai=amount.of(entry),
                        jumlah=sum(values),
                        akhir=values[-1],
                    )


@rule.whole("IKU434")
def year_is_sum_of_shares(context: ReportContext) -> Outcomes:
    """A yearly value of what does not add up, that is the sum of its periods."""
    for entry, parts in context.divided:
        if entry.unit.aditif or not entry.value:
            continue
        for values in _values_of(parts):
            if values is None:
                yield inconclusive(entry, sentences.validation.SOME_MISSING)
            elif entry.value == sum(values) and entry.value != values[-1]:
                yield at(
                    entry, value=entry.result.nilai, satuan=entry.unit.label or entry.unit.nama
                )


def _values_of(
    parts: Iterable[ReportEntry], amount: _Amount = _VALUE
) -> Iterator[list[Fraction] | None]:
    """Yield, for each kind of period the year is reported in, its values; ``None`` if some miss."""
    found: dict[str, dict[int, Fraction | None]] = {}
    for part in parts:
        name, number = _kind_of(part.periode)
        found.setdefault(name, {})[number] = amount.of(part)
    for name, values in found.items():
        known = [value for _, value in sorted(values.items()) if value is not None]
        yield known if len(known) == _PARTS[name] else None


@rule.within("IKU435")
def future_year(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A report of a year that has not begun."""
    if entry.tahun > context.today.year:
        yield at(
            entry,
            place=entry.report.locate(("tahun",)),
            value=entry.tahun,
            sekarang=context.today.year,
        )


@rule.within("IKU436")
def period_not_over(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A report of a period of this year that is not over yet."""
    this_year = entry.tahun == context.today.year
    if this_year and context.today.month <= _last_month(entry.periode):
        yield at(
            entry,
            place=entry.report.locate(("periode",)),
            value=entry.periode,
            periode=entry.periode,
        )


@rule("IKU437")
def too_often(entry: ReportEntry) -> Outcomes:
    """An index that is measured once a year, reported for part of one."""
    frequency = entry.indicator.frekuensi
    # Counts and shares are also watched within the year; an index is surveyed or released.
    if entry.periode == ANNUAL or not entry.unit.rentang_wajib:
        return
    if frequency == "tidak_diketahui":
        yield inconclusive(entry, sentences.validation.NO_FREQUENCY)
    elif frequency in sentences.validation.SELDOM:
        yield at(
            entry,
            place=entry.report.locate(("periode",)),
            value=entry.periode,
            frekuensi=sentences.validation.SELDOM[frequency],
            periode=entry.periode,
        )


@rule.within("IKU439")
def more_regions_than_exist(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A number of regions larger than there are."""
    if entry.unit.nama not in context.checking.kata.satuan_daerah or entry.value is None:
        return
    if entry.region is None:
        yield inconclusive(entry, sentences.validation.NO_REGION)
        return
    there = _regions_in(entry.region, context.regions)
    if entry.value > there:
        yield at(entry, value=entry.result.nilai, wilayah=entry.region.nama, ada=there)


def _regions_in(region: Region, regions: Regions) -> int:
    """Return how many regions lie in a region, and itself: all that a count of them may hold."""
    below = regions.children(region.kode)
    return 1 + sum(_regions_in(child, regions) for child in below)


@rule.within("IKU440")
def more_than_parent(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A count of a kabupaten or kota that is larger than its province's."""
    if not entry.unit.aditif or entry.value is None or entry.region is None:
        return
    if entry.region.tingkat not in {"kabupaten", "kota"} or entry.region.induk is None:
        return
    series = (*entry.series[:2], entry.region.induk)
    wholes = [
        other
        for other in context.of_year(series, entry.tahun)
        if other.periode == entry.periode and other.value is not None
    ]
    if not wholes:
        yield inconclusive(entry, sentences.validation.NO_PARENT)
    for whole in wholes:
        if whole.value is not None and entry.value > whole.value:
            yield at(entry, value=entry.result.nilai, induk=whole.wilayah, lain=whole.result.nilai)
