"""Rules over what a row of a performance table adds up, and over rows that add up others."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kesbang_iku.findings import Text, sentences
from kesbang_iku.findings.numerals import decimals_of
from kesbang_iku.formula import round_half_up
from kesbang_iku.validation.rules.numbers import PAIR, PLUS, listed
from kesbang_iku.validation.rules.rows.context import RowContext, RowEntry, Total, rule
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive

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
        elif parts and not _years_give(entry, total, parts):
            said, right = _gathered(entry, parts)
            yield at(entry, column, value=total, cetak=total, bagian=said, hitung=right)


def _years_give(entry: RowEntry, total: Fraction, parts: Sequence[Fraction]) -> bool:
    """Say whether ``total`` is the sum, or what else stands for several years.

    A count may be a state, whose last value is that of the plan; money is none. What does not
    add up is any of its years, or their mean.
    """
    if total == sum(parts):
        return True
    if entry.loaded.item.uang:
        return False
    if entry.adds_up:
        return total == parts[-1]
    return total in parts or _is_mean(total, parts)


def _is_mean(value: Fraction, parts: Sequence[Fraction]) -> bool:
    """Say whether ``value`` is the mean of the parts, rounded to the decimals it has."""
    mean = Fraction(sum(parts)) / len(parts)
    return round_half_up(mean, decimals_of(value) or 0) == value


@rule("IKU551")
def quarters_differ(entry: RowEntry) -> Outcomes:
    """A value of the year that its quarters do not give."""
    if entry.realised is None:
        return
    for parts in entry.parts:
        if parts is None:
            yield inconclusive(entry, sentences.validation.NO_NUMBERS)
        elif len(parts) >= PAIR and not _parts_give(entry, entry.realised, parts):
            said, right = _gathered(entry, parts)
            yield at(
                entry,
                "realisasi",
                value=entry.realised,
                cetak=entry.realised,
                bagian=said,
                hitung=right,
            )


def _parts_give(entry: RowEntry, value: Fraction, parts: Sequence[Fraction]) -> bool:
    """Say whether ``value`` is the sum of the year's parts, or what else stands for the year."""
    if value == sum(parts):
        return True
    if entry.adds_up:
        grows = all(before <= after for before, after in pairwise(parts))
        return grows and value == parts[-1]
    return value in (parts[-1], max(parts), min(parts)) or _is_mean(value, parts)


@rule.whole("IKU552")
def total_differs(context: RowContext) -> Outcomes:
    """A total that is not the sum of the rows above it."""
    for total in context.totals:
        for column in ("target", "realisasi"):
            number = total.number(column)
            parts = total.parts(column)
            if number is None or parts is None or len(parts) < PAIR:
                continue
            if not _adds_up(number, parts, total, column):
                yield at(
                    total,
                    column,
                    value=number,
                    cetak=number,
                    banyak=len(parts),
                    hitung=Fraction(sum(parts)),
                )


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
                satuan=first.label or first.nama,
                lain=unit.label or unit.nama,
            )
            break
