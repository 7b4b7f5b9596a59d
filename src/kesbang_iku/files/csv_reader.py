"""Reading CSV with the line, column and cell of every value.

Regional files come with commas, semicolons, tabs or bars between cells, and with decimal commas
in them; the separator is found from the header and the rows, and where two fit it is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Final

from kesbang_iku.diagnostics import Finding, Place
from kesbang_iku.files import findings as kinds
from kesbang_iku.files.characters import control_characters
from kesbang_iku.files.document import Lines
from kesbang_iku.files.grid import Grid, GridRow, column_letters
from kesbang_iku.files.text_reader import decode

DELIMITERS: Final = (",", ";", "\t", "|")
_SPOKEN: Final = {
    ",": ("koma", "comma"),
    ";": ("titik koma", "semicolon"),
    "\t": ("tab", "tab"),
    "|": ("garis tegak", "bar"),
}
_SAMPLE: Final = 30
_DECLARED: Final = re.compile(r"\"?sep=([,;\t|])\"?[ ]*(?:\r\n|\r|\n)", re.IGNORECASE)
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headers. ``cells`` maps each header to its text, without outer spaces.

    ``locate`` tells where the cell under a header stands, and for ``None`` where the row starts.
    """

    cells: Mapping[str, str]
    locate: Callable[[str | None], Place] = field(repr=False, compare=False)

    @property
    def line(self) -> int:
        """The line the row starts on, from 1."""
        return self.locate(None).baris or 1

    def place(self, header: str | None = None) -> Place:
        """Return where the cell under ``header`` stands, or the row if it has no such cell."""
        return self.locate(header)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``headers`` cleaned for recognition, ``titles`` as written, and the rows."""

    headers: tuple[str, ...]
    titles: tuple[str, ...]
    rows: tuple[Row, ...]
    source: str
    header_places: Mapping[str, Place] = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Cell:
    text: str
    start: int
    end: int


def clean_header(title: str) -> str:
    """Return ``title`` in the form headers are recognised in: no case, no odd spaces."""
    return " ".join(title.translate(_INVISIBLE).split()).casefold()


def read_csv(
    content: str | bytes,
    source: str,
    *,
    delimiter: str | None = None,
    known: Container[str] = (),
) -> tuple[Table | None, list[Finding]]:
    """Read the table of ``content``; ``source`` names the file in places.

    ``delimiter`` overrides the search for one; ``known`` are cleaned headers the caller expects,
    which tell apart two separators that fit equally. A row with too many cells is a finding and
    left out, one with too few is filled up; empty lines are passed over.
    """
    reader, findings = _open(content, source)
    return (None if reader is None else reader.table(delimiter, known)), findings


def read_csv_grid(
    content: str | bytes,
    source: str,
    *,
    delimiter: str | None = None,
    known: Container[str] = (),
) -> tuple[Grid | None, list[Finding]]:
    """Read the cells of ``content`` without taking its first row for the headers.

    The parameters are those of :func:`read_csv`. Rows may have any number of cells.
    """
    reader, findings = _open(content, source)
    return (None if reader is None else reader.grid(delimiter, known)), findings


def _open(content: str | bytes, source: str) -> tuple[_Reader | None, list[Finding]]:
    findings: list[Finding] = []
    text: str | None = content if isinstance(content, str) else None
    if isinstance(content, bytes):
        text, findings = decode(content, source)
    if text is None:
        return None, findings
    text = text.removeprefix("\ufeff")
    reader = _Reader(text, source, findings)
    broken = control_characters(text, reader.place)
    return (None, [*findings, broken]) if broken is not None else (reader, findings)


class _Reader:
    """Reads one text."""

    def __init__(self, text: str, source: str, findings: list[Finding]) -> None:
        self._text = text
        self._source = source
        self._findings = findings
        self._lines = Lines(text)
        self._width = 0

    def place(self, start: int, end: int) -> Place:
        """Return the place of the characters from ``start`` to ``end``."""
        return self._lines.place(self._source, start, end)

    def table(self, delimiter: str | None, known: Container[str]) -> Table | None:
        """Return the table, or ``None`` where it has no headers or no certain delimiter."""
        declared = _DECLARED.match(self._text)
        start = declared.end() if declared else 0
        chosen = delimiter or (declared.group(1) if declared else self._delimiter(start, known))
        if chosen is None:
            return None
        records = self._records(start, chosen, tell=True)
        offset = 1 if declared else 0
        numbered = [
            (number, cells)
            for number, cells in enumerate(records, 1 + offset)
            if any(cell.text.strip() for cell in cells)
        ]
        if not numbered:
            self._findings.append(
                kinds.FILE_EMPTY.at(Place(berkas=self._source), berkas=self._source)
            )
            return None
        (header_number, header_cells), *body = numbered
        columns = self._columns(header_number, header_cells, body)
        rows = [row for number, cells in body if (row := self._row(number, cells, columns))]
        if not body:
            self._findings.append(kinds.CSV_NO_ROWS.at(self._place(header_cells[0], 0, 1)))
        return Table(
            tuple(header for header, _ in columns.values()),
            tuple(title for _, title in columns.values()),
            tuple(rows),
            self._source,
            {
                header: self._place(header_cells[index], index, header_number)
                for index, (header, _) in columns.items()
            },
        )

    def grid(self, delimiter: str | None, known: Container[str]) -> Grid | None:
        """Return the cells, or ``None`` where no delimiter is certain."""
        declared = _DECLARED.match(self._text)
        start = declared.end() if declared else 0
        chosen = delimiter or (
            declared.group(1) if declared else self._delimiter(start, known, anywhere=True)
        )
        if chosen is None:
            return None
        first = 2 if declared else 1
        records = self._records(start, chosen, tell=True)

        def locate(row: int, column: int) -> Place:
            cells = records[row - first]
            inside = min(column, len(cells) - 1)
            return self._place(cells[inside], column, row)

        rows = []
        for number, record in enumerate(records, first):
            cells = {at: text for at, cell in enumerate(record) if (text := cell.text.strip())}
            if cells:
                rows.append(GridRow(number, cells))
        return Grid(self._source, None, tuple(rows), locate)

    def _place(self, cell: _Cell, column: int, number: int) -> Place:
        place = self._lines.place(self._source, cell.start, cell.end)
        return Place(
            place.berkas,
            place.baris,
            place.kolom,
            place.kolom_akhir,
            sel=f"{column_letters(column)}{number}",
        )

    def _columns(
        self, number: int, cells: list[_Cell], body: list[tuple[int, list[_Cell]]]
    ) -> dict[int, tuple[str, str]]:
        """Return the cleaned header and the title of each column that has one of its own."""
        columns: dict[int, tuple[str, str]] = {}
        first: dict[str, int] = {}
        for index, cell in enumerate(cells):
            header = clean_header(cell.text)
            if not header:
                if any(len(row) > index and row[index].text.strip() for _, row in body):
                    place = self._place(cell, index, number)
                    self._findings.append(kinds.CSV_NO_HEADER.at(place, sel=column_letters(index)))
            elif header in first:
                self._findings.append(
                    kinds.CSV_DUPLICATE_HEADER.at(
                        self._place(cell, index, number),
                        value=cell.text.strip(),
                        judul=cell.text.strip(),
                        sel_awal=column_letters(first[header]),
                        sel=column_letters(index),
                    )
                )
            else:
                first[header] = index
                columns[index] = (header, cell.text.strip())
        self._width = len(cells)
        return columns

    def _row(
        self, number: int, cells: list[_Cell], columns: Mapping[int, tuple[str, str]]
    ) -> Row | None:
        while len(cells) > self._width and not cells[-1].text.strip():
            cells = cells[:-1]
        if len(cells) > self._width or (columns and len(cells) <= max(columns)):
            long = len(cells) > self._width
            kind = kinds.CSV_ROW_LONG if long else kinds.CSV_ROW_SHORT
            start = self._place(cells[0], 0, number)
            self._findings.append(kind.at(start, jumlah=len(cells), harap=self._width))
            if long:
                return None
        where = {header: index for index, (header, _) in columns.items() if index < len(cells)}
        texts = {header: "" for header, _ in columns.values()}
        texts.update((header, cells[index].text.strip()) for header, index in where.items())
        return Row(texts, partial(self._locate, number, cells, where))

    def _locate(
        self, number: int, cells: list[_Cell], where: Mapping[str, int], header: str | None
    ) -> Place:
        index = 0 if header is None else where.get(header, 0)
        return self._place(cells[index], index, number)

    def _delimiter(
        self, start: int, known: Container[str], *, anywhere: bool = False
    ) -> str | None:
        """Return the delimiter of the text, or ``None`` and note that more than one fits.

        The headers are in the first row that is not blank, or ``anywhere`` in the sample.
        """
        widths: dict[str, list[int]] = {}
        hits: dict[str, int] = {}
        for candidate in DELIMITERS:
            records = self._records(start, candidate, tell=False, limit=_SAMPLE)
            filled = [cells for cells in records if any(cell.text.strip() for cell in cells)]
            heads = filled if anywhere else filled[:1]
            if heads and max(map(len, heads)) > 1:
                widths[candidate] = [len(cells) for cells in filled]
                hits[candidate] = max(
                    sum(clean_header(cell.text) in known for cell in cells) for cells in heads
                )
        if not widths:
            return DELIMITERS[0]
        most = max(hits.values())
        fitting = [candidate for candidate in widths if hits[candidate] == most]
        if len(fitting) > 1:
            even = [candidate for candidate in fitting if len(set(widths[candidate])) == 1]
            fitting = even or fitting
        if len(fitting) == 1:
            return fitting[0]
        self._findings.append(
            kinds.CSV_DELIMITER.at(
                self._lines.place(self._source, start),
                calon=" dan ".join(_SPOKEN[candidate][0] for candidate in fitting),
                calon_en=" and ".join(_SPOKEN[candidate][1] for candidate in fitting),
            )
        )
        return None

    def _records(
        self, position: int, delimiter: str, *, tell: bool, limit: int | None = None
    ) -> list[list[_Cell]]:
        """Return the records from ``position`` on; ``tell`` notes what is wrong with quotes."""
        text, end = self._text, len(self._text)
        plain = re.compile(f"[^{re.escape(delimiter)}\r\n]*")
        records: list[list[_Cell]] = []
        cells: list[_Cell] = []
        while position < end or cells:
            cell, position = self._cell(position, plain, tell=tell)
            cells.append(cell)
            sign = text[position : position + 1]
            if sign == delimiter:
                position += 1
                if position < end:
                    continue
                cells.append(_Cell("", end, end))
            records.append(cells)
            cells = []
            if limit is not None and len(records) == limit:
                break
            position += 2 if text.startswith("\r\n", position) else 1
        return records

    def _cell(self, position: int, plain: re.Pattern[str], *, tell: bool) -> tuple[_Cell, int]:
        """Read the cell that starts at ``position``; return it and where it ends."""
        text = self._text
        opening = position
        while text.startswith(" ", opening):
            opening += 1
        if not text.startswith('"', opening):
            match = plain.match(text, position)
            end = match.end() if match else position
            return _Cell(text[position:end], position, end), end
        parts: list[str] = []
        start = opening + 1
        while True:
            quote = text.find('"', start)
            if quote < 0:
                if tell:
                    place = self._lines.place(self._source, opening)
                    self._findings.append(kinds.CSV_OPEN_QUOTE.at(place))
                parts.append(text[start:])
                return _Cell("".join(parts), opening, len(text)), len(text)
            parts.append(text[start:quote])
            if not text.startswith('""', quote):
                break
            parts.append('"')
            start = quote + 2
        match = plain.match(text, quote + 1)
        end = match.end() if match else quote + 1
        rest = text[quote + 1 : end]
        if rest.strip() and tell:
            place = self._lines.place(self._source, quote + 1, end)
            self._findings.append(kinds.CSV_AFTER_QUOTE.at(place, value=rest.strip()))
        return _Cell("".join(parts) + rest.rstrip(), opening, end), end
