"""Checking a performance table: the arithmetic each row prints, and what its rows say together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kesbang_iku.computing.item import compute_item
from kesbang_iku.computing.item_input import ItemInput
from kesbang_iku.computing.printed_row import RowJudges
from kesbang_iku.diagnostics import Finding, Level, Place
from kesbang_iku.files.shape import Pointer
from kesbang_iku.validation.registry import ROW_RULES, Judgement, judge
from kesbang_iku.validation.rules.rows import RowContext, RowEntry

_NUMBERS: Final = frozenset({"target_renstra", "realisasi_renstra"})


def judge_rows(context: RowContext) -> Judgement:
    """Return what is wrong with the rows of a performance table.

    A row that is surely about an indicator of the standard is held to its definition: direction,
    method, scale. Of any other row only the arithmetic is checked.
    """
    judges = RowJudges.of(context.tables, context.checking)
    found = [finding for entry in context.entries for finding in _printed(entry, judges)]
    return Judgement(tuple(found)) + judge(ROW_RULES, context)


def _printed(entry: RowEntry, judges: RowJudges) -> Sequence[Finding]:
    """Return what is wrong with the printed numbers, by the reading of the row that fits best.

    An evaluation form holds the year and the whole plan side by side, and one achievement: it is
    right if it is that of either. Nothing is computed from money that lost its last digits; a rule
    of its own says that.
    """
    if entry.lost_digits:
        return ()
    row = entry.loaded.item
    readings = []
    if row.realisasi is not None or not row.triwulan:
        readings.append(_item(entry, row.target, row.realisasi))
    if row.target_renstra is not None and row.realisasi_renstra is not None:
        readings.append(_item(entry, row.target_renstra, row.realisasi_renstra, "_renstra"))
    found = [_findings(entry, item, judges) for item in readings]
    return min(found, key=_severity, default=())


def _item(entry: RowEntry, target: object, value: object, suffix: str = "") -> ItemInput:
    row = entry.loaded.item

    def locate(pointer: Pointer) -> Place:
        parts = (f"{pointer[0]}{suffix}", *pointer[1:]) if pointer else ()
        return entry.place(*(parts if parts and parts[0] in _NUMBERS else pointer))

    return ItemInput(
        variabel={},
        target=target,
        realisasi=value,
        capaian=row.capaian,
        predikat=row.predikat,
        tahun=row.tahun,
        locate=locate,
    )


def _findings(entry: RowEntry, item: ItemInput, judges: RowJudges) -> tuple[Finding, ...]:
    if entry.indicator is None:
        return tuple(judges.check(item, entry.polarity, whole=entry.counts))
    return compute_item(entry.indicator, item).temuan


def _severity(findings: Sequence[Finding]) -> tuple[int, int]:
    errors = sum(finding.tingkat is Level.GALAT for finding in findings)
    return errors, len(findings)
