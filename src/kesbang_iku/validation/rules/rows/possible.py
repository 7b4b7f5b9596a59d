"""The rule over numbers of a table that differ by no more than rounding can make (IKU527)."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Final, NamedTuple

from kesbang_iku.findings.numerals import decimals_of
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.printed_worlds import ends_text
from kesbang_iku.validation.rules.rows import sums
from kesbang_iku.validation.rules.rows.changes import changes_of
from kesbang_iku.validation.rules.rows.context import RowContext, RowEntry, Summary, Total, rule
from kesbang_iku.validation.rules.rows.numbers import achieved_groups, mean_verdict
from kesbang_iku.validation.rules.rule import Outcomes, at
from kesbang_iku.worlds.span import Span

_DECIMALS: Final = 2


class _Possible(NamedTuple):
    """A print, what the numbers beside it give as printed, and what they can give unrounded."""

    entry: RowEntry | Summary | Total
    column: str
    printed: Fraction | str
    given: Fraction
    reach: Span


@rule.whole("IKU527")
def possible_by_rounding(context: RowContext) -> Outcomes:
    """A total, a mean or a change that numbers before rounding can give."""
    for found in _possible(context):
        decimals = decimals_of(found.given) or _DECIMALS
        yield at(
            found.entry,
            found.column,
            cetak=found.printed,
            hitung=round_half_up(found.given, decimals),
            batas=ends_text(found.reach, decimals),
        )


def _possible(context: RowContext) -> Iterator[_Possible]:
    for entry in context.entries:
        yield from _over_periods(entry)
    yield from _over_rows(context)
    for row, change in changes_of(context):
        reach = change.possible
        if reach is not None:
            yield _Possible(row, change.column, change.text, abs(change.points), reach)


def _over_periods(entry: RowEntry) -> Iterator[_Possible]:
    for column, columns in sums.OVER_YEARS:
        verdict = sums.years_verdict(entry, column, columns)
        if isinstance(verdict, Span):
            given, printed = _given(entry, entry.numbers(columns)), entry.number(column)
            yield _Possible(entry, column, printed or Fraction(0), given, verdict)
    for parts in entry.parts:
        verdict = sums.parts_verdict(entry, parts)
        if isinstance(verdict, Span):
            given, value = _given(entry, parts.numbers), entry.realised
            yield _Possible(entry, "realisasi", value or Fraction(0), given, verdict)


def _over_rows(context: RowContext) -> Iterator[_Possible]:
    for total, column in product(context.totals, sums.TOTALLED):
        verdict = sums.total_verdict(total, column)
        if isinstance(verdict, Span):
            given, printed = sum(total.parts(column) or (), Fraction(0)), total.number(column)
            yield _Possible(total, column, printed or Fraction(0), given, verdict)
    for summary in context.summaries:
        verdict, number = mean_verdict(summary), summary.mean
        if isinstance(verdict, Span) and number is not None:
            group = (achieved_groups(summary) or [()])[0]
            mean = sum((one.value for one in group), Fraction(0)) / max(len(group), 1)
            yield _Possible(summary, "capaian", number.text, mean, verdict)


def _given(entry: RowEntry, parts: Sequence[Fraction] | None) -> Fraction:
    """Return what values of several periods give: their sum, and where none is, their mean."""
    total = sum(parts or (), Fraction(0))
    return total if entry.adds_up else total / max(len(parts or ()), 1)
