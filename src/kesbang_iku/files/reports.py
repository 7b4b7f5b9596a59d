"""Reading reports from YAML, JSON, CSV and XLSX, each number with the place it stands at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from kesbang_iku.files.achievements import is_achievement
from kesbang_iku.files.csv_reader import NamedRow, Table
from kesbang_iku.files.document import Document
from kesbang_iku.files.grid import Grid
from kesbang_iku.files.header_rows import NAME, Header, find_header
from kesbang_iku.files.headers import load_headers
from kesbang_iku.files.layouts import TableReader
from kesbang_iku.files.loaded import Loaded, Placed, bodies, nearest
from kesbang_iku.files.reading import (
    Opened,
    open_source,
    read_documents,
    read_grids,
    read_table,
)
from kesbang_iku.files.shape import Locator, Meanings, Pointer, check_shape
from kesbang_iku.files.sheets import matching_tables
from kesbang_iku.files.spelling import period_meant, year_meant
from kesbang_iku.files.text_reader import Source
from kesbang_iku.findings import Finding, Place, kinds, sentences
from kesbang_iku.model.report import PERIOD_PATTERN, Report, ReportItem

_IDENTITY: Final = ("wilayah", "tahun", "kode")
_EXAMPLE: Final = ("wilayah", "tahun", "periode", "kode", "variabel", "nilai")
_ENVELOPE: Final = ("wilayah", "tahun", "periode", "format_angka")
_ITEM_FIELDS: Final = ("target", "realisasi", "capaian", "predikat", "bukti", "catatan")

COLUMNS: Final = frozenset({*_IDENTITY, *_ENVELOPE, *_ITEM_FIELDS, "variabel", "nilai"})
"""The columns of a table that are no variables."""


def period_written(text: str) -> str | None:
    """Return the period that ``text`` spells otherwise, by its words or as a column is headed."""
    found = period_meant(text, PERIOD_PATTERN)
    if found is not None:
        return found
    column = load_headers().column([text])
    if column is None or column.tahun is not None:
        return None
    return period_meant(column.nama, PERIOD_PATTERN)


_MEANINGS: Final[Meanings] = {("periode",): period_written, ("tahun",): year_meant}


LoadedItem: TypeAlias = Placed[ReportItem]
"""One item of a report, and where each of its parts stands."""


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """One report: who reports for when, and the items that could be read.

    ``report`` holds the envelope; its own list of items is empty. ``broken`` counts the items that
    could not be read.
    """

    report: Report
    items: tuple[LoadedItem, ...]
    locate: Locator
    broken: int = 0


class Reports(Loaded[LoadedReport]):
    """Reports read from one or more files, and everything found while reading."""

    __slots__ = ()


def read_reports(source: Source | Opened, *, name: str | None = None) -> Reports:
    """Return the reports in a file: YAML with any number of documents, JSON, CSV or XLSX.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.

    Returns:
        What could be read. What could not is a finding; nothing is raised for content.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Reports((), tuple(findings))
    if opened.format == "csv":
        table, found = read_table(opened, known=COLUMNS)
        if table is None or set(_IDENTITY) <= set(table.headers):
            return reports_from_table(table, findings + found)
        # Titles above the headers, or headers in other words, as in a sheet.
        grids, said = read_grids(opened, known=COLUMNS)
        if any(_is_report(header) for grid in grids if (header := find_header(grid))):
            return reports_from_grids(grids, findings + said)
        refusal = _of_names(grids)
        if refusal is not None:
            return Reports((), (*findings, *said, refusal))
        return reports_from_table(table, findings + found)
    if opened.format == "xlsx":
        grids, found = read_grids(opened)
        refusal = _of_names(grids)
        if refusal is not None:
            return Reports((), (*findings, *found, refusal))
        return reports_from_grids(grids, findings + found)
    documents, found = read_documents(opened)
    return reports_from_documents(documents, findings + found)


def reports_from_grids(grids: Sequence[Grid], findings: list[Finding]) -> Reports:
    """Return the reports of the sheets that have the columns of one."""
    reports: list[LoadedReport] = []
    readings = [
        *matching_tables(
            grids, [_nearly_report], sentences.files.REPORTS_CONTENTS, _EXAMPLE, findings
        )
    ]
    tables = [reading.table(COLUMNS) for reading in readings]
    for table in tables:
        found: list[Finding] = []
        reports += reports_from_table(table, found)
        findings += found
    if tables and not any(table.rows for table in tables):
        findings.append(kinds.CSV_NO_ROWS.at(readings[0].place_of("kode")))
    return Reports(tuple(reports), tuple(findings))


def _of_names(grids: Sequence[Grid]) -> Finding | None:
    """Return that a table of achievements is none of reports, or ``None`` where one may be."""
    headed = [(grid, header) for grid in grids if (header := find_header(grid)) is not None]
    named = [(grid, header) for grid, header in headed if is_achievement(header)]
    if not named or any(_nearly_report(header) for _, header in headed):
        return None
    return kinds.TABLE_OF_NAMES.at(TableReader(*named[0], []).place_of(NAME))


def _is_report(header: Header) -> bool:
    return header.names.issuperset(_IDENTITY)


def _nearly_report(header: Header) -> bool:
    """Say whether a table is meant as a report, if perhaps a column of its identity is missing."""
    return len(header.names.intersection(_IDENTITY)) >= len(_IDENTITY) - 1


def reports_from_documents(documents: Sequence[Document], findings: list[Finding]) -> Reports:
    """Return the reports that ``documents`` hold."""
    shapes = (Report, ReportItem)
    found = bodies(documents, "laporan", shapes, kinds.NOT_A_REPORT, findings, _MEANINGS)
    reports = tuple(LoadedReport(one.envelope, one.items, one.locate, one.broken) for one in found)
    return Reports(reports, tuple(findings))


@dataclass(slots=True)
class _Gathered:
    """The rows of one item, put together; ``cells`` maps pointers to rows and columns."""

    data: dict[str, Any] = field(default_factory=dict)
    cells: dict[Pointer, tuple[NamedRow, str]] = field(default_factory=dict)

    def locate(self, pointer: Pointer) -> Place:
        found = nearest(self.cells, pointer)
        return Place() if found is None else found[0].place(found[1])


def reports_from_table(table: Table | None, findings: list[Finding]) -> Reports:
    """Return the reports of a table with one row a variable, or one row an item."""
    if table is None:
        return Reports((), tuple(findings))
    missing = [column for column in _IDENTITY if column not in table.headers]
    if ("variabel" in table.headers) != ("nilai" in table.headers):
        # One of the pair alone would leave every number of the table unread.
        missing += [column for column in ("variabel", "nilai") if column not in table.headers]
    if missing:
        place = Place(berkas=table.source, baris=1)
        findings += [kinds.COLUMN_MISSING.at(place, kolom=column) for column in missing]
        return Reports((), tuple(findings))
    long = "variabel" in table.headers and "nilai" in table.headers
    groups: dict[tuple[str, ...], dict[tuple[str, ...], _Gathered]] = {}
    for number, row in enumerate(table.rows):
        if not _identified(row, findings):
            continue
        envelope = tuple(row.cells.get(column, "").strip() for column in _ENVELOPE)
        code = row.cells["kode"].strip()
        # One row a variable: rows of the same code are one item. Otherwise every row is an item.
        key = (code,) if long else (code, str(number))
        gathered = groups.setdefault(envelope, {}).setdefault(key, _Gathered())
        _gather(gathered, row, long, findings)
    reports = [_table_report(items, findings) for items in groups.values()]
    return Reports(tuple(report for report in reports if report is not None), tuple(findings))


def _identified(row: NamedRow, findings: list[Finding]) -> bool:
    empty = [column for column in _IDENTITY if not row.cells.get(column, "").strip()]
    findings += [kinds.CELL_MISSING.at(row.place(column), kolom=column) for column in empty]
    return not empty


def _gather(gathered: _Gathered, row: NamedRow, long: bool, findings: list[Finding]) -> None:
    if not gathered.data:
        gathered.data = {"kode": row.cells["kode"].strip(), "variabel": {}}
        for pointer in ((), ("kode",), ("variabel",)):
            gathered.cells[pointer] = (row, "kode")
        for column in _ENVELOPE:
            if row.cells.get(column, "").strip():
                gathered.cells["laporan", column] = (row, column)
                gathered.data.setdefault("laporan", {})[column] = row.cells[column].strip()
    for column in _ITEM_FIELDS:
        text = row.cells.get(column, "")
        if text.strip():
            _put(gathered, (column,), text, (row, column), findings)
    if long:
        _gather_variable(gathered, row, findings)
        return
    for column, text in row.cells.items():
        if column not in COLUMNS and text.strip():
            _put(gathered, ("variabel", column), text, (row, column), findings)


def _gather_variable(gathered: _Gathered, row: NamedRow, findings: list[Finding]) -> None:
    name, value = row.cells["variabel"].strip(), row.cells["nilai"]
    if name:
        _put(gathered, ("variabel", name), value, (row, "nilai"), findings)
    elif value.strip():
        findings.append(kinds.CELL_MISSING.at(row.place("variabel"), kolom="variabel"))


def _put(
    gathered: _Gathered,
    pointer: tuple[str, ...],
    text: str,
    cell: tuple[NamedRow, str],
    findings: list[Finding],
) -> None:
    target = gathered.data if len(pointer) == 1 else gathered.data[pointer[0]]
    before = target.get(pointer[-1])
    if before is not None and before.strip() and not text.strip():
        return
    if before is not None and before.strip() and before != text:
        row, column = cell
        place = row.place(column)
        findings.append(
            kinds.CELL_CONTRADICTS.at(place, value=text, kolom=pointer[-1], nilai=text, lain=before)
        )
        return
    target[pointer[-1]] = text
    gathered.cells[pointer] = cell


def _table_report(
    items: Mapping[tuple[str, ...], _Gathered], findings: list[Finding]
) -> LoadedReport | None:
    first = next(iter(items.values()))
    envelope = first.data["laporan"]

    def locate(pointer: Pointer) -> Place:
        return first.locate(("laporan", *pointer))

    report, found = check_shape(Report, {**envelope, "item": []}, locate, meanings=_MEANINGS)
    findings += found
    loaded: list[LoadedItem] = []
    for gathered in items.values():
        data = {key: value for key, value in gathered.data.items() if key != "laporan"}
        item, found = check_shape(ReportItem, data, gathered.locate)
        findings += found
        if item is not None:
            start = gathered.locate(())
            loaded.append(Placed(item, gathered.locate, start.berkas, start.baris))
    if report is None:
        return None
    return LoadedReport(report, tuple(loaded), locate, len(items) - len(loaded))
