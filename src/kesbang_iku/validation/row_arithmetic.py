"""Checking a performance table: the arithmetic each row prints, and what its rows say together."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from kesbang_iku.alignment.kept_matchers import matcher_of
from kesbang_iku.findings import Finding, Level, Place, kinds, worst_level
from kesbang_iku.findings.waiting import part, passed, step
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.item import compute_item
from kesbang_iku.indicator.item_input import ItemInput, PartsOf, without_parts
from kesbang_iku.indicator.printed import check_class
from kesbang_iku.indicator.printed_row import RowScorers
from kesbang_iku.sources.document import CellNumber
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.sources.shape import Pointer, shown
from kesbang_iku.tables.achievements import LoadedAchievement
from kesbang_iku.validation.rules.rows.context import RowContext, RowEntry, Summary, rule
from kesbang_iku.validation.running import CheckResult, run_rules
from kesbang_iku.validation.standard import Standard

Columns = tuple[str, str, str]
"""The columns that hold target, value and achievement."""

_YEAR: Final[Columns] = ("target", "realisasi", "capaian")
_PART_OF_YEAR: Final[Columns] = ("target_setahun", "realisasi", "capaian")
_OTHER_TARGETS: Final = [(one, *_YEAR[1:]) for one in ("target_renstra", "target_lain")]
_PLAN_SO_FAR: Final[Columns] = ("target_renstra", "realisasi_renstra", "capaian")
_CLASSED: Final = (_YEAR, *_OTHER_TARGETS, _PLAN_SO_FAR)
"""Those that the class beside it may be of."""
_PLAN: Final[Columns] = ("target_renstra", "realisasi_renstra", "capaian_renstra")
_PLAN_ESTIMATED: Final[Columns] = ("target_renstra", "perkiraan_renstra", "capaian_renstra")
_CAPPED: Final = kinds.ACHIEVEMENT_CAPPED.code
_PRINTED: Final = 0.72
"""So far a table is once what each row prints is checked."""


def check_tables(
    tables: Sequence[Sequence[LoadedAchievement]], standard: Standard
) -> Iterator[CheckResult]:
    """Yield what is wrong with each performance table, given by its rows."""
    matcher = matcher_of(standard.katalog)
    for number, rows in enumerate(tables):
        with step(number, len(tables)):
            result = check_rows(RowContext.of(rows, matcher, standard))
        yield result


def check_rows(context: RowContext) -> CheckResult:
    """Return what is wrong with the rows of a performance table.

    A row that is surely about an indicator of the standard is held to its definition: direction,
    method, scale. Of any other row only the arithmetic is checked.
    """
    scorers = RowScorers.of(context.tables, context.checking)
    parts = {id(total.entry): total.parts_achieved for total in context.totals}
    found = [
        finding
        for entry in passed(context.entries, 0, _PRINTED)
        for finding in _printed(entry, scorers, parts.get(id(entry), without_parts))
        # A cap that the table names is none without saying so.
        if finding.kode != _CAPPED or entry.printed != entry.loaded.item.batas
    ]
    for summary in context.summaries:
        found += _class_of_mean(summary, scorers)
    with part(_PRINTED, 1):
        return CheckResult(tuple(found)) + run_rules(rule.by_code, context)


def _printed(entry: RowEntry, scorers: RowScorers, parts: PartsOf) -> Sequence[Finding]:
    """Return what is wrong with the achievements that a row prints; ``parts`` are a total's.

    Nothing is computed from money that lost its last digits; a rule of its own says that.
    """
    if entry.lost_digits:
        return ()
    row = entry.loaded.item
    if row.periode is not None and row.target is None:
        return _of_part(entry, scorers)
    valued = row.realisasi is not None or not row.bagian
    of_year: list[Columns] = [_YEAR] if valued and row.berdasar else []
    # Where ``Target RPJMD`` stands beside ``Target PK``, either may have been taken.
    known = row.target is None or entry.number("target") is not None
    if known and of_year and row.capaian is not None:
        of_year += (one for one in _OTHER_TARGETS if getattr(row, one[0]) is not None)
    if None not in (row.target_renstra, row.realisasi_renstra):
        of_year.append(_PLAN_SO_FAR)
    of_plan = [
        reading
        for reading in (_PLAN_ESTIMATED, _PLAN)
        if row.capaian_renstra is not None and getattr(row, reading[1]) is not None
    ]
    return (*_fitting(entry, of_year, scorers, parts), *_fitting(entry, of_plan, scorers))


def _class_of_mean(summary: Summary, scorers: RowScorers) -> Iterator[Finding]:
    """Yield what is wrong with the class that is printed beside a mean of achievements."""
    mean, item = summary.mean, summary.loaded.item
    if mean is None or item.predikat is None or load_headers().is_total(item.nama):
        return
    percent, label = round_half_up(mean.value, mean.decimals), str(item.predikat)
    where = partial(summary.place, "predikat")
    yield from check_class(label, [percent], scorers.scale, where, scorers.scales, mean.span)


def _of_part(entry: RowEntry, scorers: RowScorers) -> Sequence[Finding]:
    """Return what is wrong with the achievement of a part of the year without a target of its own.

    It may be that of the year's target; if it is not, nothing proves it wrong.
    """
    row = entry.loaded.item
    if row.capaian is None or row.realisasi is None:
        return ()
    found = _fitting(entry, [_PART_OF_YEAR], scorers)
    if worst_level(found) is not Level.GALAT:
        return found
    place, printed = entry.place("capaian"), shown(row.capaian)
    said = {"cetak": printed, "periode": str(row.periode)}
    return (kinds.PART_WITHOUT_TARGET.at(place, value=printed, **said),)


def _fitting(
    entry: RowEntry,
    readings: Sequence[Columns],
    scorers: RowScorers,
    parts: PartsOf = without_parts,
) -> Sequence[Finding]:
    """Return what is wrong with one printed achievement, by the reading that fits best.

    An evaluation form holds the year and the whole plan side by side, and one achievement: it is
    right if it is that of either.
    """
    found = [
        (*_named(entry, reading), *_findings(entry, item, scorers))
        for reading in readings
        for item in _as_seen(_item(entry, reading, parts))
    ]
    return min(found, key=_severity, default=())


def _named(entry: RowEntry, reading: Columns) -> Iterator[Finding]:
    """Yield that an achievement is against another target of its row, if it is read so."""
    if reading in _OTHER_TARGETS:
        row, name = entry.loaded.item, reading[0]
        cells = {"cetak": row.capaian, "lain": getattr(row, name), "target": row.target or "–"}
        said, place = {name: shown(cell) for name, cell in cells.items()}, entry.place("capaian")
        yield kinds.ACHIEVEMENT_OF_OTHER_TARGET.at(place, value=said["cetak"], **said)


def _as_seen(item: ItemInput) -> Iterator[ItemInput]:
    """Yield an item with its numbers as a workbook shows them, and as it stores them.

    Whoever typed the achievement computed from the one or the other.
    """
    cells = (item.target, item.realisasi, item.capaian)
    if not any(isinstance(cell, CellNumber) for cell in cells):
        yield item
        return
    target, value, achievement = (
        cell.shown if isinstance(cell, CellNumber) else cell for cell in cells
    )
    seen = replace(item, target=target, realisasi=value, capaian=achievement)
    yield seen
    yield replace(item, capaian=achievement)
    yield replace(seen, capaian=item.capaian)
    yield item


def _item(entry: RowEntry, reading: Columns, parts: PartsOf) -> ItemInput:
    """Return the numbers of a row as an item: its columns for target, value and achievement."""
    row = entry.loaded.item
    columns: dict[str, str] = dict(zip(_YEAR, reading, strict=True))

    def locate(pointer: Pointer) -> Place:
        return entry.place(*(columns.get(str(step), step) for step in pointer))

    target, value, achievement = (getattr(row, column) for column in reading)
    return ItemInput(
        variabel={},
        target=target,
        # An empty cell is no value; that its variables are missing nobody can mend in a table.
        realisasi="" if value is None else value,
        capaian=achievement,
        predikat=row.predikat if reading in _CLASSED else None,
        format_angka=row.format_angka,
        locate=locate,
        bagian=parts if reading is _YEAR else without_parts,
    )


def _findings(entry: RowEntry, item: ItemInput, scorers: RowScorers) -> tuple[Finding, ...]:
    if entry.indicator is not None:
        return tuple(compute_item(entry.indicator.engine, item).findings)
    # What was spent of a budget is told in the usual way, unless the row states its direction.
    usual = scorers.scorers[scorers.usual].polarity if entry.is_money else None
    direction, whole = entry.polarity or usual, entry.counts
    return tuple(scorers.check(item, direction, whole=whole, counted=entry.is_exact))


def _severity(findings: Sequence[Finding]) -> tuple[int, int, int]:
    levels = [finding.tingkat for finding in findings]
    return levels.count(Level.GALAT), levels.count(Level.PERINGATAN), len(levels)
