"""Rules over what a row of a performance table adds up, and over rows that add up others."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kesbang_iku.findings import Text, sentences
from kesbang_iku.findings.numerals import decimals_of
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.habits import load_habits
from kesbang_iku.indicator.printed_worlds import where_seen
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.validation.rules.numbers import PAIR, PLUS, listed
from kesbang_iku.validation.rules.rows.context import RowContext, RowEntry, Total, YearParts, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive
from kesbang_iku.worlds.reach import hull
from kesbang_iku.worlds.span import Span, added

WRONG: Final = "keliru"
"""The verdict that no unrounded numbers give what is printed, and no habit either."""
Verdict = Span | str
"""What numbers can give before they were rounded; else the habit that explains, or ``WRONG``."""

TOTALLED: Final = ("target", "realisasi")
_LAYERS: Final = range(2, 5)
"""How often a sum counts each number where programmes, activities and sub-activities are listed."""

OVER_YEARS: Final = (
    ("realisasi_renstra", ("realisasi_lalu", "realisasi")),
    ("perkiraan_renstra", ("realisasi_lalu", "realisasi", "target_berjalan")),
)
"""What counts several years together, and the values it is made of, from the first year on."""


def _gathered(entry: RowEntry, parts: Sequence[Fraction]) -> tuple[Text, Fraction]:
    """Return values of several periods as findings say them, and what stands for all of them.

    That is their sum, and the last of what is known not to add up.
    """
    if len(parts) < PAIR or (entry.measure is not None and not entry.adds_up):
        return listed(parts), parts[-1]
    added, total = listed(parts, PLUS), Fraction(sum(parts))
    right = listed([total])
    return Text.same(" = ").join((added, right)), total


@rule("IKU550")
def years_differ(entry: RowEntry) -> Outcomes:
    """A value over several years that its years do not add up to."""
    for column, columns in OVER_YEARS:
        total = entry.number(column)
        if total is None:
            continue
        parts = entry.numbers(columns)
        if parts is None:
            yield inconclusive(entry, sentences.validation.NO_NUMBERS)
        elif parts and years_verdict(entry, column, columns) == WRONG:
            said, right = _gathered(entry, parts)
            yield at(entry, column, cetak=total, bagian=said, hitung=right)


def years_verdict(entry: RowEntry, column: str, columns: Sequence[str]) -> Verdict | None:
    """Return whether a value over several years is what its years give, can be, or cannot be.

    ``None`` where it is. A count may be a state, whose last value is that of the plan; money is
    none. What does not add up is any of its years, or their mean.
    """
    total, parts = entry.number(column), entry.numbers(columns)
    if total is None or not parts:
        return None
    if total == sum(parts) or (entry.adds_up and not entry.loaded.item.uang and total == parts[-1]):
        return None
    if not entry.adds_up and (total in parts or _is_mean(total, parts)):
        return None
    spans = [span for span in map(entry.span, columns) if span is not None]
    return _possible(entry, entry.span(column), spans) or WRONG


def _is_mean(value: Fraction, parts: Sequence[Fraction]) -> bool:
    """Say whether ``value`` is the mean of the parts, rounded to the decimals it has."""
    mean = Fraction(sum(parts)) / len(parts)
    return round_half_up(mean, decimals_of(value) or 0) == value


@rule("IKU551")
def parts_differ(entry: RowEntry) -> Outcomes:
    """A value of the year that its quarters, or other parts, do not give."""
    if entry.realised is None:
        return
    for parts in entry.parts:
        if parts.numbers is None:
            yield inconclusive(entry, sentences.validation.NO_NUMBERS)
        elif parts_verdict(entry, parts) == WRONG:
            said, right = _gathered(entry, parts.numbers)
            yield at(entry, "realisasi", cetak=entry.realised, bagian=said, hitung=right)


@rule("IKU528")
def year_by_habit(entry: RowEntry) -> Outcomes:
    """A value of the year that is made of its parts by a habit alone."""
    for parts in entry.parts:
        verdict = parts_verdict(entry, parts)
        if not isinstance(verdict, str) or verdict == WRONG:
            continue
        said, right = _gathered(entry, parts.numbers or ())
        yield at(
            entry,
            "realisasi",
            cetak=entry.realised,
            bagian=said,
            hitung=right,
            kebiasaan=load_habits().by_name[verdict].title,
            terlihat=where_seen(verdict),
        )


def parts_verdict(entry: RowEntry, parts: YearParts) -> Verdict | None:
    """Return whether a value of the year is what its parts give, can be, or cannot be.

    ``None`` where it is. A count that grows may be written cumulatively. What does not add up is
    any mean of its parts: nobody knows with which weights.
    """
    value, numbers = entry.realised, parts.numbers
    if value is None or numbers is None or len(numbers) < PAIR or value == sum(numbers):
        return None
    if _stands_for_year(entry, value, numbers):
        return None
    printed = entry.span("realisasi")
    found = [entry.span("bagian", cell) for cell in parts.cells]
    possible = _possible(entry, printed, [span for span in found if span is not None])
    return possible or (_habit_of_year(value, numbers) if entry.adds_up else WRONG)


def _stands_for_year(entry: RowEntry, value: Fraction, parts: Sequence[Fraction]) -> bool:
    """Say whether a value that is not the sum of its parts is the one for the year anyway."""
    if entry.adds_up:
        grows = all(before <= after for before, after in pairwise(parts))
        return grows and value == parts[-1]
    return value in (parts[-1], max(parts), min(parts)) or _is_mean(value, parts)


def _possible(entry: RowEntry, printed: Span | None, spans: Sequence[Span]) -> Span | None:
    """Return what values of several periods give before rounding, where that can print so."""
    if printed is None or not spans:
        return None
    made = [added(spans)] if entry.adds_up else [added(spans), hull(spans)]
    return next((one for one in made if one.meets(printed)), None)


def _habit_of_year(value: Fraction, parts: Sequence[Fraction]) -> str:
    if value == parts[-1]:
        return "periode_terakhir"
    if value == max(parts):
        return "periode_terbesar"
    return "rata_rata_periode" if _is_mean(value, parts) else WRONG


@rule.whole("IKU552")
def total_differs(context: RowContext) -> Outcomes:
    """A total that is not the sum of the rows above it."""
    for total in context.totals:
        for column in TOTALLED:
            number, parts = total.number(column), total.parts(column)
            if number is not None and parts and total_verdict(total, column) == WRONG:
                yield at(
                    total, column, cetak=number, banyak=len(parts), hitung=Fraction(sum(parts))
                )


def total_verdict(total: Total, column: str) -> Verdict | None:
    """Return whether a total is the sum of its rows, can be, or cannot be; ``None`` where it is."""
    number, parts = total.number(column), total.parts(column)
    if number is None or parts is None or len(parts) < PAIR:
        return None
    if _adds_up(number, parts, total, column):
        return None
    printed, reach = total.entry.span(column), added(total.part_spans(column))
    return reach if printed is not None and reach.meets(printed) else WRONG


def _adds_up(number: Fraction, parts: Sequence[Fraction], total: Total, column: str) -> bool:
    """Say whether ``number`` is the sum of the parts, by any order of the table.

    Programmes may stand above their activities, so that the parts hold each number several times;
    a total may also count everything above it, or the totals above it alone.
    """
    whole = sum(parts)
    if any(number * times == whole for times in (1, *_LAYERS)):
        return True
    return number in total.other_sums(column)


@rule("IKU553")
def units_differ(entry: RowEntry) -> Outcomes:
    """Numbers of one row with different units behind them."""
    units = list(entry.written_units.items())
    for column, unit in units[1:]:
        first = units[0][1]
        if not unit.of_one_kind(first):
            yield at(
                entry,
                column,
                value=unit.label or unit.nama,
                satuan=unit_words(first.nama),
                lain=unit_words(unit.nama),
            )
            break
