"""Checking a performance table: the arithmetic each row prints, and what its rows say together."""

from __future__ import annotations

from collections.abc import Iterator

from kesbang_iku.computing.item import ItemInput, compute_item
from kesbang_iku.computing.printed_row import RowJudges
from kesbang_iku.diagnostics import Finding
from kesbang_iku.validation.registry import ROW_RULES, Judgement, judge
from kesbang_iku.validation.rules.rows import RowContext, RowEntry


def judge_rows(context: RowContext) -> Judgement:
    """Return what is wrong with the rows of a performance table.

    A row that is surely about an indicator of the standard is held to its definition: direction,
    method, scale. Of any other row only the arithmetic is checked.
    """
    judges = RowJudges.of(context.tables, context.checking.metode_umum.isi)
    found = [finding for entry in context.entries for finding in _printed(entry, judges)]
    return Judgement(tuple(found)) + judge(ROW_RULES, context)


def _printed(entry: RowEntry, judges: RowJudges) -> Iterator[Finding]:
    row = entry.loaded.item
    item = ItemInput(
        variabel={},
        target=row.target,
        realisasi=row.realisasi,
        capaian=row.capaian,
        predikat=row.predikat,
        tahun=row.tahun,
        locate=entry.loaded.locate,
    )
    if entry.indicator is None:
        yield from judges.check(item, entry.polarity, whole=entry.counts)
    else:
        yield from compute_item(entry.indicator, item).temuan
