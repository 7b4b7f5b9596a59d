"""Where in the text of a file a repair is written, and how its form of file writes it."""

import json
import re
from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from typing import Final

from kesbang_iku.findings import Edit, Finding, Place, Repair
from kesbang_iku.findings.place import column_index
from kesbang_iku.sources.csv_reader import DELIMITERS, clean_header, read_csv_grid
from kesbang_iku.sources.document import Data, Document, Pointer
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.sources.reading import Opened, read_documents
from kesbang_iku.sources.reports import COLUMNS, ENVELOPE

REPEATED: Final = frozenset({*ENVELOPE, "kode"})
"""The columns that say in every row of a table whose it is."""

_TOP_ROWS: Final = 40
"""The headers of a table stand in its first rows; the rest may be long."""
_CELL: Final = re.compile(r"([A-Z]+)([0-9]+)")
_BREAK: Final = re.compile(r"\r\n|\r|\n")
_QUOTES: Final = "\"'"
_QUOTED_CELL: Final = re.compile(r'"(?:[^"]|"")*"')
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_ -][A-Za-z0-9]+)*")
_NUMBER: Final = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_SWITCHES: Final = frozenset({"yes", "no", "on", "off", "y", "n", "true", "false", "null"})
_CODE: Final = "kode"
_Span = tuple[int, int]
_Key = tuple[str | None, ...]


def with_edits(findings: Iterable[Finding], opened: Iterable[Opened]) -> list[Finding]:
    """Return ``findings``, each repair with the edits that write it into its file.

    A repair that cannot be written without touching more than its value or key is left out: of a
    workbook, of a text over several lines, of a place that is not known to the character.
    """
    files = {source.name: _spans_of(source) for source in opened}
    return [_resolved(found, files) for found in findings]


def _resolved(finding: Finding, files: "Mapping[str, _Spans | None]") -> Finding:
    if finding.perbaikan is None or finding.place.berkas is None:
        return finding
    spans = files.get(finding.place.berkas)
    edits = () if spans is None else spans.edits(finding, finding.perbaikan)
    return finding.repairable(replace(finding.perbaikan, suntingan=edits))


def _spans_of(opened: Opened) -> "_Spans | None":
    if opened.format == "xlsx" or opened.text.startswith("\ufeff"):
        return None
    return _TableSpans(opened) if opened.tabular else _DocumentSpans(opened)


class _Spans(ABC):
    """Finds what a repair replaces in one file."""

    def __init__(self, opened: Opened) -> None:
        self._name = opened.name
        self._opened = opened
        self._text = opened.text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(found.end() for found in _BREAK.finditer(self._text))]

    def edits(self, finding: Finding, repair: Repair) -> tuple[Edit, ...]:
        """Return the edits that write ``repair``; none where that is not possible."""
        found = []
        for start, end in self._spans(finding, repair):
            raw = self._text[start:end]
            written = None if _BREAK.search(raw) else self._written(raw, repair)
            if written is None:
                return ()
            if written != raw:
                found.append(self._edit(start, end, written))
        return tuple(found)

    def _edit(self, start: int, end: int, text: str) -> Edit:
        line = bisect_right(self._starts, start)
        column = start - self._starts[line - 1] + 1
        return Edit(self._name, start, end, line, column, text)

    def _of_place(self, place: Place) -> _Span | None:
        if place.baris is None or place.kolom is None or place.kolom_akhir is None:
            return None
        start = self._starts[place.baris - 1] - 1
        return start + place.kolom, start + place.kolom_akhir

    @abstractmethod
    def _spans(self, finding: Finding, repair: Repair) -> Iterator[_Span]:
        """Yield where what is to be written anew stands."""

    @abstractmethod
    def _written(self, raw: str, repair: Repair) -> str | None:
        """Return the repair as this kind of file writes it in place of ``raw``, if it can."""


class _DocumentSpans(_Spans):
    """Finds values and keys of YAML and JSON."""

    @cached_property
    def _documents(self) -> Sequence[Document]:
        return read_documents(self._opened)[0]

    def _spans(self, finding: Finding, repair: Repair) -> Iterator[_Span]:
        place = finding.place
        if place.penunjuk is None:
            span = self._of_place(place)
            if span is not None and self._text[slice(*span)] == finding.nilai:
                yield span
            return
        for document in self._documents:
            pointer = _steps(document.data, place.penunjuk)
            # A finding about a key stands at the key, or at what the key leads to.
            value, key = document.place(pointer), document.place(pointer, key=True)
            here = {(value.baris, value.kolom), (key.baris, key.kolom)}
            span = document.span(pointer, key=repair.kunci)
            if span is not None and (place.baris, place.kolom) in here:
                yield span
                return

    def _written(self, raw: str, repair: Repair) -> str | None:
        text = repair.isi
        if self._opened.format == "json":
            plain = not raw.startswith('"') and not repair.teks and _NUMBER.fullmatch(text)
            return text if plain else json.dumps(text, ensure_ascii=False)
        if raw.startswith("!"):
            # A tag says of the value what only its author knows.
            return None
        if raw[:1] == "'" == raw[-1:]:
            return "'" + text.replace("'", "''") + "'"
        if raw[:1] in _QUOTES or repair.teks or not _may_be_plain(text):
            return json.dumps(text, ensure_ascii=False)
        return text


def _may_be_plain(text: str) -> bool:
    """Say whether every reader of YAML takes ``text`` without quotes for what it is here."""
    if text.casefold() in _SWITCHES:
        return False
    return bool(_PLAIN.fullmatch(text) or _NUMBER.fullmatch(text))


def _steps(data: Data, pointer: str) -> Pointer:
    """Return a JSON pointer as steps into ``data``."""
    steps: list[str | int] = []
    for part in pointer.split("/")[1:]:
        step = part.replace("~1", "/").replace("~0", "~")
        if isinstance(data, list):
            index = int(step) if step.isdecimal() and step.isascii() else len(data)
            steps.append(index)
            data = data[index] if index < len(data) else None
        else:
            steps.append(step)
            data = data.get(step) if isinstance(data, dict) else None
    return tuple(steps)


class _TableSpans(_Spans):
    """Finds cells of CSV."""

    @cached_property
    def _sheets(self) -> "Sequence[_Sheet]":
        grids = [
            read_csv_grid(self._text, self._name, known=known)[0]
            for known in (COLUMNS, load_headers())
        ]
        return [_Sheet(grid) for grid in grids if grid is not None]

    def _spans(self, finding: Finding, repair: Repair) -> Iterator[_Span]:
        for sheet in self._sheets:
            at = sheet.address(finding.place)
            if at is None:
                continue
            cells = sheet.names(at, finding) if repair.kunci else sheet.alike(at)
            for row, column in cells:
                span = self._of_place(sheet.grid.place(row, column))
                if span is not None:
                    yield span
            return

    def _written(self, raw: str, repair: Repair) -> str | None:
        inner = raw.strip(" ")
        quoted = inner.startswith('"')
        if quoted and not _QUOTED_CELL.fullmatch(inner):
            return None
        text = repair.isi
        separated = any(sign in text and sign not in inner for sign in DELIMITERS)
        if quoted or separated or '"' in text:
            text = '"' + text.replace('"', '""') + '"'
        before = raw[: len(raw) - len(raw.lstrip(" "))]
        return before + text + raw[len(before) + len(inner) :]


class _Sheet:
    """The cells of a CSV file by row and column."""

    def __init__(self, grid: Grid) -> None:
        self.grid = grid
        self._rows = {row.number: row.cells for row in grid.rows}
        self._top = grid.rows[:_TOP_ROWS]
        self._grouped: dict[tuple[int, bool], dict[_Key, list[int]]] = {}

    def address(self, place: Place) -> tuple[int, int] | None:
        """Return the row and column of the cell at ``place``, if it stands there in this grid."""
        found = _CELL.fullmatch(place.sel or "")
        if found is None:
            return None
        row, column = int(found[2]), column_index(found[1])
        if column not in self._rows.get(row, {}) or self.grid.place(row, column) != place:
            return None
        return row, column

    def names(self, at: tuple[int, int], finding: Finding) -> Iterator[tuple[int, int]]:
        """Yield the cell with the name of the variable whose number stands ``at``."""
        row, _ = at
        for above in self._top:
            for index, title in above.cells.items():
                if above.number < row and clean_header(title) == "variabel":
                    if self._rows[row].get(index) == finding.nilai:
                        yield row, index
                    return

    def alike(self, at: tuple[int, int]) -> Iterator[tuple[int, int]]:
        """Yield the cell ``at``, and those that say the same in the other rows of its report."""
        row, column = at
        head = next((one for one in self._heads if one.number < row and column in one.cells), None)
        if head is None:
            yield at
            return
        by_item = head.cells[column] == _CODE
        for number in self._rows_of(head, by_item=by_item)[self._key(row, head, by_item=by_item)]:
            if self._rows[number].get(column) == self._rows[row][column]:
                yield number, column

    @cached_property
    def _heads(self) -> Sequence[GridRow]:
        """The rows of headers, of which only the columns are left that say whose a row is."""
        found = []
        for row in self._top:
            names = {column: _repeated(title) for column, title in row.cells.items()}
            cells = {column: name for column, name in names.items() if name is not None}
            if cells:
                found.append(GridRow(row.number, cells))
        return found

    def _rows_of(self, head: GridRow, *, by_item: bool) -> Mapping[_Key, Sequence[int]]:
        """Return the numbers of the rows of each report, or of each of its items."""
        known = self._grouped.get((head.number, by_item))
        if known is None:
            known = {}
            for number in self._rows:
                if number > head.number:
                    key = self._key(number, head, by_item=by_item)
                    known.setdefault(key, []).append(number)
            self._grouped[head.number, by_item] = known
        return known

    def _key(self, row: int, head: GridRow, *, by_item: bool) -> _Key:
        cells = self._rows[row]
        return tuple(
            cells.get(column) for column, name in head.cells.items() if by_item or name != _CODE
        )


def _repeated(title: str) -> str | None:
    """Return what a column is that says in every row whose the row is; ``None`` for all others."""
    column = load_headers().column(title)
    return column.nama if column is not None and column.nama in REPEATED else None
