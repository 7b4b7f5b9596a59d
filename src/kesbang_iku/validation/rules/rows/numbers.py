"""Rules over the rows of performance tables (IKU540-548)."""

import re
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kesbang_iku.findings import Text, sentences
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.item_input import Part
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.checking import plain_words
from kesbang_iku.sources.shape import shown
from kesbang_iku.validation.rules.numbers import PAIR, PLUS, listed, number_of
from kesbang_iku.validation.rules.rows.context import RowContext, RowEntry, Summary, rule
from kesbang_iku.validation.rules.rows.sums import OVER_YEARS, WRONG, Verdict
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive, required
from kesbang_iku.worlds.span import Span, added

_THOUSAND: Final = 1000
_DECIMALS: Final = 3
_MEAN_DECIMALS: Final = 2
_SEVERAL: Final = re.compile(r"\s*(?:/|;|,|\bdan\b|\batau\b)\s*", re.IGNORECASE)


@rule("IKU540")
def three_digits_lost(entry: RowEntry) -> Outcomes:
    """Money whose last three digits were lost."""
    if entry.lost_digits and entry.realised is not None and entry.share is not None:
        yield at(
            entry,
            "realisasi",
            value=shown(entry.loaded.item.realisasi),
            nilai=entry.realised,
            target=entry.target,
            bagian=round_half_up(entry.share, _DECIMALS),
            cetak=entry.printed,
            kira=entry.realised * _THOUSAND,
        )


@rule.within("IKU541")
def share_above_whole(entry: RowEntry, context: RowContext) -> Outcomes:
    """A share of more than the whole, as comes from adding up years."""
    words = context.checking.kata
    first = entry.first_words
    if entry.loaded.item.uang or not first or first[0] not in words.awalan_bagian:
        return
    if any(word in words.kata_pertumbuhan for word in first):
        return
    unit = required(entry.measure, sentences.validation.NO_UNIT)
    whole = unit.rentang.maks
    if whole is None or entry.realised is None or entry.realised <= whole:
        return
    if unit.nama in words.satuan_bagian.isi:
        yield at(entry, "realisasi", nilai=entry.realised, batas=whole)


@rule.within("IKU542")
def several_units(entry: RowEntry, context: RowContext) -> Outcomes:
    """Two units in one cell, so that nobody knows what is divided by what."""
    unit = entry.loaded.item.satuan
    if unit is None or entry.unit is not None:
        return
    parts = [part for part in _SEVERAL.split(unit) if part]
    known = [context.tables.unit_spelled(part) for part in parts]
    names = {found.nama for found in known if found is not None}
    if len(names) > 1:
        yield at(entry, "satuan", satuan=unit)


@rule.within("IKU543")
def huge_row_achievement(entry: RowEntry, context: RowContext) -> Outcomes:
    """An achievement so large that target and value hardly count the same."""
    most = context.checking.ambang.capaian_luar_biasa.nilai
    for column, value, target in (
        ("capaian", entry.realised, entry.target),
        ("capaian_renstra", entry.number("perkiraan_renstra"), entry.number("target_renstra")),
    ):
        printed = number_of(getattr(entry.loaded.item, column))
        if printed is None or printed <= most:
            continue
        if value is None or target is None:
            yield inconclusive(entry, sentences.validation.NO_NUMBERS)
            continue
        yield at(entry, column, capaian=printed, nilai=value, target=target)


@rule.whole("IKU544")
def one_name_two_values(context: RowContext) -> Outcomes:
    """One indicator in several rows, with values that differ."""
    groups: dict[object, list[RowEntry]] = defaultdict(list)
    totals = {id(total.entry) for total in context.totals}
    for entry in context.entries:
        row = entry.loaded.item
        if id(entry) in totals:
            continue
        groups[plain_words(row.nama), row.satuan, entry.column_kind].append(entry)
    for entries in groups.values():
        valued = [entry for entry in entries if entry.realised is not None]
        for entry in valued[1:]:
            first = valued[0]
            if entry.realised != first.realised:
                yield at(
                    entry,
                    "realisasi",
                    value=shown(entry.loaded.item.realisasi),
                    lama=first.realised,
                    baru=entry.realised,
                    tempat=first.place("realisasi").sel,
                )


@rule.within("IKU545")
def index_in_percent(entry: RowEntry, context: RowContext) -> Outcomes:
    """An index whose unit says percent."""
    words = context.checking.kata
    first = entry.first_words
    if not first or first[0] not in words.awalan_indeks or entry.unit is None:
        return
    if entry.unit.nama in words.satuan_bagian.isi:
        unit = entry.loaded.item.satuan
        yield at(entry, "satuan", satuan=unit)


@rule.within("IKU546")
def share_in_count(entry: RowEntry, context: RowContext) -> Outcomes:
    """A share whose unit counts things, or a count whose unit is a share."""
    words = context.checking.kata
    first = entry.first_words
    if entry.loaded.item.uang or not first or entry.unit is None:
        return
    share = entry.unit.nama in words.satuan_bagian.isi
    measure: Text | None = None
    if first[0] in words.awalan_bagian and entry.counts and not share:
        measure = sentences.validation.A_SHARE_OF_A_WHOLE
    elif first[0] in words.awalan_jumlah and share:
        measure = sentences.validation.A_NUMBER
    if measure is not None:
        unit = entry.loaded.item.satuan
        yield at(entry, "satuan", ukuran=measure, satuan=unit)


@rule("IKU547")
def values_added_up(entry: RowEntry) -> Outcomes:
    """Values of several years added up, of a measure that does not add up."""
    for column, parts in _sums(entry):
        total = entry.number(column)
        filled = [part for part in parts or () if part]
        if total is None or total != sum(filled) or len(filled) < PAIR:
            continue
        unit = entry.measure
        if unit is None:
            yield inconclusive(entry, sentences.validation.NO_UNIT)
        elif not unit.aditif and not _may_add(entry, column, total):
            added_up, named = listed(filled, PLUS), unit_words(unit.nama)
            yield at(entry, column, jumlah=total, bagian=added_up, kini=filled[-1], satuan=named)


def _may_add(entry: RowEntry, column: str, total: Fraction) -> bool:
    """Say whether quarters may well add up: each may hold what it contributed to the year."""
    whole = None if entry.measure is None else entry.measure.rentang.maks
    return column == "realisasi" and (whole is None or total <= whole)


def _sums(entry: RowEntry) -> Iterator[tuple[str, tuple[Fraction, ...] | None]]:
    """Yield the columns that count several periods together, with the values of the periods."""
    for column, columns in OVER_YEARS:
        yield column, entry.numbers(columns)
    for parts in entry.parts:
        yield "realisasi", parts.numbers


@rule("IKU548")
def budget_exceeded(entry: RowEntry) -> Outcomes:
    """More money spent than there was."""
    if not entry.loaded.item.uang or entry.realised is None or not entry.target:
        return
    if entry.realised > entry.target:
        value = shown(entry.loaded.item.realisasi)
        yield at(entry, "realisasi", value=value, nilai=entry.realised, target=entry.target)


@rule.whole("IKU549")
def mean_differs(context: RowContext) -> Outcomes:
    """A mean of achievements that is not the mean of the rows above it."""
    for summary in context.summaries:
        number, groups = summary.mean, achieved_groups(summary)
        if number is not None and groups is None:
            yield inconclusive(summary, sentences.validation.NO_NUMBERS)
        elif number is not None and groups and mean_verdict(summary) == WRONG:
            group = groups[0]
            mean = Fraction(sum(one.value for one in group)) / len(group)
            yield at(
                summary,
                value=number.text,
                cetak=number.said,
                banyak=len(group),
                hitung=round_half_up(mean, _MEAN_DECIMALS),
            )


def achieved_groups(summary: Summary) -> list[tuple[Part, ...]] | None:
    """Return the achievements that a summary may be of: its own rows', all above, or their means.

    ``None`` where one of them is missing.
    """
    groups = (summary.achieved(), summary.achieved(everything=True), summary.means)
    known = [group for group in groups if group]
    return None if known and None in groups else known


def mean_verdict(summary: Summary) -> Verdict | None:
    """Return whether a mean is that of its rows, can be, or cannot be; ``None`` where it is."""
    number = summary.mean
    if number is None:
        return None
    reaches: list[Span] = []
    for group in achieved_groups(summary) or ():
        # Some add achievements up instead of taking their mean; that is no wrong sum.
        total = Fraction(sum(one.value for one in group))
        if any(number.is_rounding_of(one) for one in (total / len(group), total)):
            return None
        reach = added(one.span for one in group)
        reaches += [reach.times(Fraction(1, len(group))), reach]
    return next((one for one in reaches if one.meets(number.span)), WRONG if reaches else None)
