"""Reports from tables in our own layout: one row a variable, or one row an item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.waiting import passed
from kesbang_iku.model.report import Report, ReportItem
from kesbang_iku.sources.csv_reader import NamedRow, Table
from kesbang_iku.sources.loaded import Placed, nearest
from kesbang_iku.sources.reports import (
    COLUMNS,
    ENVELOPE,
    IDENTITY,
    ITEM_FIELDS,
    MEANINGS,
    LoadedItem,
    LoadedReport,
    Reports,
)
from kesbang_iku.sources.shape import Pointer, check_shape

_ROWS: Final = (0.25, 0.5)
_ITEMS: Final = (0.5, 1.0)
"""Putting rows together, and making items of them, as parts of the work of reading a table."""


_Cell = tuple[Callable[[str | None], Place], str]
"""What tells where the cells of a row stand, and the column of one of them."""


@dataclass(slots=True)
class _Gathered:
    """The rows of one item, put together; ``cells`` maps pointers to where they stand.

    ``line`` is where it begins, where that is known without looking.
    """

    data: dict[str, Any] = field(default_factory=dict)
    line: int | None = None
    cells: dict[Pointer, _Cell] = field(default_factory=dict)

    def locate(self, pointer: Pointer) -> Place:
        found = nearest(self.cells, pointer)
        return Place() if found is None else found[0](found[1])


def reports_from_table(
    table: Table | None, findings: list[Finding], variables: Mapping[str, str] | None = None
) -> Reports:
    """Return the reports of a table with one row a variable, or one row an item.

    Args:
        table: the table.
        findings: what was found before.
        variables: where a row is an item, the columns that are variables, by header; without them
            all columns are that a report does not have itself.
    """
    if table is None:
        return Reports((), tuple(findings))
    missing = list(_missing(table))
    if missing:
        place = Place(berkas=table.source, baris=1)
        findings += [kinds.COLUMN_MISSING.at(place, kolom=column) for column in missing]
        return Reports((), tuple(findings))
    long = is_long(table)
    if variables is None:
        variables = {header: header for header in table.headers if header not in COLUMNS}
    groups: dict[tuple[str, ...], dict[tuple[str, ...], _Gathered]] = {}
    for number, row in enumerate(passed(table.rows, *_ROWS)):
        if not _identified(row, findings):
            continue
        envelope = tuple(row.cells.get(column, "").strip() for column in ENVELOPE)
        code = row.cells["kode"].strip()
        # One row a variable: rows of the same code are one item. Otherwise every row is an item.
        key = (code,) if long else (code, str(number))
        items = groups.setdefault(envelope, {})
        gathered = items.get(key)
        if gathered is None:
            gathered = _begun(row, envelope if not items else ())
            items[key] = gathered
        _gather(gathered, row, None if long else variables, findings)
    reports = [
        _table_report(items, table.source, findings) for items in passed(groups.values(), *_ITEMS)
    ]
    return Reports(tuple(report for report in reports if report is not None), tuple(findings))


def _missing(table: Table) -> Iterator[str]:
    """Yield the columns that a report needs and a table does not have."""
    yield from (column for column in IDENTITY if column not in table.headers)
    pair = ("variabel", "nilai")
    there = [column for column in pair if column in table.headers]
    if len(there) == 1:
        # One of the pair alone would leave every number of the table unread.
        yield from (column for column in pair if column not in there)


def is_long(table: Table) -> bool:
    """Say whether a table has one row a variable."""
    return "variabel" in table.headers and "nilai" in table.headers


def _identified(row: NamedRow, findings: list[Finding]) -> bool:
    empty = [column for column in IDENTITY if not row.cells.get(column, "").strip()]
    findings += [kinds.CELL_MISSING.at(row.place(column), kolom=column) for column in empty]
    return not empty


def _begun(row: NamedRow, envelope: Sequence[str]) -> _Gathered:
    """Return an item that a row begins; the first of a report tells its ``envelope``."""
    kode = (row.locate, "kode")
    gathered = _Gathered({"kode": row.cells["kode"].strip(), "variabel": {}}, row.plain_line)
    gathered.cells = {(): kode, ("kode",): kode, ("variabel",): kode}
    told = {column: text for column, text in zip(ENVELOPE, envelope, strict=False) if text}
    if told:
        gathered.data["laporan"] = told
        gathered.cells |= {("laporan", column): (row.locate, column) for column in told}
    return gathered


def _gather(
    gathered: _Gathered,
    row: NamedRow,
    variables: Mapping[str, str] | None,
    findings: list[Finding],
) -> None:
    for column in ITEM_FIELDS:
        text = row.cells.get(column, "")
        if text.strip():
            _put(gathered, (column,), text, (row.locate, column), findings)
    if variables is None:
        _gather_variable(gathered, row, findings)
        return
    for column, name in variables.items():
        text = row.cells.get(column, "")
        if text.strip():
            _put(gathered, ("variabel", name), text, (row.locate, column), findings)


def _gather_variable(gathered: _Gathered, row: NamedRow, findings: list[Finding]) -> None:
    name, value = row.cells["variabel"].strip(), row.cells["nilai"]
    if name:
        _put(gathered, ("variabel", name), value, (row.locate, "nilai"), findings)
    elif value.strip():
        findings.append(kinds.CELL_MISSING.at(row.place("variabel"), kolom="variabel"))


def _put(
    gathered: _Gathered,
    pointer: tuple[str, ...],
    text: str,
    cell: _Cell,
    findings: list[Finding],
) -> None:
    target = gathered.data if len(pointer) == 1 else gathered.data[pointer[0]]
    before = target.get(pointer[-1])
    if before is not None and before.strip() and not text.strip():
        return
    if before is not None and before.strip() and before != text:
        locate, column = cell
        place = locate(column)
        findings.append(
            kinds.CELL_CONTRADICTS.at(place, value=text, kolom=pointer[-1], nilai=text, lain=before)
        )
        return
    target[pointer[-1]] = text
    gathered.cells[pointer] = cell


def _table_report(
    items: Mapping[tuple[str, ...], _Gathered], source: str, findings: list[Finding]
) -> LoadedReport | None:
    first = next(iter(items.values()))
    envelope = first.data["laporan"]

    def locate(pointer: Pointer) -> Place:
        return first.locate(("laporan", *pointer))

    report, found = check_shape(Report, {**envelope, "item": []}, locate, meanings=MEANINGS)
    findings += found
    loaded: list[LoadedItem] = []
    for gathered in items.values():
        data = {key: value for key, value in gathered.data.items() if key != "laporan"}
        item, found = check_shape(ReportItem, data, gathered.locate)
        gathered.data = {}  # what locates its parts lives as long as the item
        findings += found
        if item is not None:
            start = Place(source, gathered.line) if gathered.line else gathered.locate(())
            loaded.append(Placed(item, gathered.locate, start.berkas, start.baris))
    if report is None:
        return None
    return LoadedReport(report, tuple(loaded), locate, len(items) - len(loaded))
