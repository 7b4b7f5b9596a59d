"""Rules over periods, years and regions: what adds up, what cannot be yet (IKU432-439, 468)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.amounts import Amount, adding_up_over_time
from kesbang_iku.findings import Text, sentences
from kesbang_iku.indicator.words import time_words
from kesbang_iku.model.periods import ANNUAL, MONTHS, PARTS, months_of, parts_alone
from kesbang_iku.model.region import Region
from kesbang_iku.validation.rules.reports.context import (
    ReportContext,
    ReportEntry,
    rule,
)
from kesbang_iku.validation.rules.rule import Hit, Outcomes, at, inconclusive


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
        yield at(entry, "realisasi", cetak=printed, maks=most)


@rule.whole("IKU433")
def periods_do_not_add_up(context: ReportContext) -> Outcomes:
    """A count of a year, or of a part of it, that its periods do not give."""
    yield from context.against("IKU433")
    for entry in context.entries:
        for amount in adding_up_over_time(entry.result) if entry.periode != ANNUAL else ():
            for before, inside in _within(entry, context, amount):
                total, last, earlier = sum(inside), inside[-1], before[-1] if before else 0
                # The whole, its periods, or both may be counted from the start of the year.
                possible = {total, sum(before) + total, last - earlier, last}
                if amount.of(entry.result) not in possible:
                    yield _not_the_sum(entry, amount, inside)


def _not_the_sum(entry: ReportEntry, amount: Amount, values: Sequence[Fraction]) -> Hit:
    named, part = amount.named(entry.result), time_words(entry.periode)
    whole = Text.each(lambda bahasa: f"{named} {part.plain(bahasa)}")
    number, total, last = amount.of(entry.result), sum(values), values[-1]
    return at(entry, *amount.pointer, kode=whole, utuh=part, nilai=number, jumlah=total, akhir=last)


def _within(
    entry: ReportEntry, context: ReportContext, amount: Amount
) -> Iterator[tuple[list[Fraction], list[Fraction]]]:
    """Yield, by kind, the numbers of all periods before a part of the year, and of those it holds.

    Where one is missing since the start of the year nobody knows what the others run from.
    """
    months = months_of(entry.periode)
    found: dict[str, dict[int, set[Fraction]]] = {}
    for part in context.of_year(entry.series, entry.tahun):
        for _, period in parts_alone([part.periode]):
            number, end = amount.of(part.result), period.months.stop
            if number is not None and end <= months.stop and len(period.months) < len(months):
                found.setdefault(period.kind, {}).setdefault(end, set()).add(number)
    for kind, numbers in found.items():
        each = MONTHS // PARTS[kind]
        before, odd = divmod(months.start - 1, each)
        # What is told twice with different numbers proves nothing.
        ordered = [number for _, (number, *more) in sorted(numbers.items()) if not more]
        if not odd and len(ordered) * each == months[-1]:
            yield ordered[:before], ordered[before:]


@rule.whole("IKU434")
def year_is_sum_of_shares(context: ReportContext) -> Outcomes:
    """A yearly value of what does not add up, that is the sum of its periods."""
    yield from context.against("IKU434")


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
    if this_year and context.today.month < months_of(entry.periode).stop:
        yield at(
            entry,
            place=entry.report.locate(("periode",)),
            value=entry.periode,
            periode=time_words(entry.periode),
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
            periode=time_words(entry.periode),
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


@rule.whole("IKU468")
def last_part_taken_for_year(context: ReportContext) -> Outcomes:
    """A count of the year that is that of its last part, though the parts add up."""
    yield from context.against("IKU468")
