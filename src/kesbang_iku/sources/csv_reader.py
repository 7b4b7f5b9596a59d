"""Reading CSV with the line, column and cell of every value.

Regional files come with commas, semicolons, tabs or bars between cells, and with decimal commas
in them; the separator is found from the header and the rows, and where two fit it is asked for.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cache, partial
from itertools import accumulate, chain, count, islice, repeat
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.sentences import findings, sources
from kesbang_iku.findings.waiting import is_watched, passed, tell
from kesbang_iku.sources.characters import control_characters
from kesbang_iku.sources.document import Lines
from kesbang_iku.sources.grid import Grid, GridRow, column_letters
from kesbang_iku.sources.named_rows import NamedRow, Table
from kesbang_iku.sources.text_reader import decode

DELIMITERS: Final = (",", ";", "\t", "|")
_SAMPLE: Final = 30
_TOLD_EVERY: Final = 500
_READ: Final = 0.25
"""Naming the cells of rows is so much of reading a table of reports; see ``table_reports``."""
_DECLARED: Final = re.compile(r"\"?sep=([,;\t|])\"?[ ]*(?:\r\n|\r|\n)", re.IGNORECASE)
_QUOTED: Final = re.compile(r'(?:[^"]++|"")*+')
_KEPT_TEXT: Final = re.compile(r'\s*="((?:[^"]|"")*+)"\s*')
"""How programs keep a spreadsheet from taking a text for a number: ``="62.71"``."""
_LINE: Final = re.compile(r"[^\r\n]*")
_INVISIBLE: Final = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))


class _Record(NamedTuple):
    """One record: where it starts, its number, the texts of its cells, its line if that is known.

    Where the cells stand is found out only when it is asked for: nearly none ever is.
    """

    start: int
    number: int
    cells: list[str]
    quoted: bool = False
    line: int | None = None

    @property
    def is_blank(self) -> bool:
        """Say whether nothing stands in any cell."""
        return not any(map(str.strip, self.cells))


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: its width, and the cleaned header and the title of each by index."""

    width: int
    named: Mapping[int, tuple[str, str]]

    @property
    def headers(self) -> tuple[str, ...]:
        """The cleaned headers."""
        return tuple(header for header, _ in self.named.values())


@dataclass(frozen=True, slots=True)
class Top:
    """What the first lines of a table say about the rest: columns, delimiter, row of headers."""

    columns: Columns
    delimiter: str
    number: int
    source: str
    header_places: Mapping[str, Place] = field(repr=False)

    def table(self, rows: tuple[NamedRow, ...]) -> Table:
        """Return ``rows`` as a table under these headers."""
        titles = tuple(title for _, title in self.columns.named.values())
        return Table(self.columns.headers, titles, rows, self.source, self.header_places)


def clean_header(title: str) -> str:
    """Return ``title`` in the form headers are recognised in: no case, no odd spaces."""
    return " ".join(title.translate(_INVISIBLE).split()).casefold()


def read_csv(
    content: str | bytes, source: str, *, delimiter: str | None = None, known: Container[str] = ()
) -> tuple[Table | None, list[Finding]]:
    """Read the table of ``content``; ``source`` names the file in places.

    ``delimiter`` overrides the search for one; ``known`` are cleaned headers the caller expects,
    which tell apart two separators that fit equally. A row with too many cells is a finding and
    left out, one with too few is filled up; empty lines are passed over.
    """
    reader, findings = _open(content, source)
    return (None if reader is None else reader.table(delimiter, known)), findings


def read_csv_grid(
    content: str | bytes, source: str, *, delimiter: str | None = None, known: Container[str] = ()
) -> tuple[Grid | None, list[Finding]]:
    """Read the cells of ``content`` without taking its first row for the headers.

    The parameters are those of :func:`read_csv`. Rows may have any number of cells.
    """
    reader, findings = _open(content, source)
    return (None if reader is None else reader.grid(delimiter, known)), findings


def read_top(
    text: str, source: str, *, known: Container[str] = ()
) -> tuple[Top | None, list[Finding]]:
    """Read what the first lines of a table say about the rest of it.

    The parameters are those of :func:`read_csv`; ``text`` ends with a whole line.
    """
    reader, findings = _open(text, source)
    return (None if reader is None else reader.top(known)), findings


def read_part(
    text: str, source: str, top: Top, *, line: int, number: int
) -> tuple[tuple[NamedRow, ...], list[Finding]]:
    """Read rows from the middle of a table.

    Args:
        text: whole rows.
        source: what findings call the file.
        top: what the first lines of the table say.
        line: the line of the file that ``text`` starts at.
        number: the number of its first record.
    """
    findings: list[Finding] = []
    return _Reader(text, source, findings, first_line=line).part(top, number), findings


def goes_on(text: str, delimiter: str) -> bool:
    """Say whether a quoted cell at the end of ``text`` is open, so that its record goes on."""
    return not _closed_record(delimiter).fullmatch(text) and _Reader(text, "", []).goes_on(
        delimiter
    )


@cache
def _closed_record(delimiter: str) -> re.Pattern[str]:
    """Return what fits a record whose quotes stand where they should, as nearly all do."""
    plain = f'[^{re.escape(delimiter)}"\r\n]*+'
    cell = f'(?: *+"(?:[^"]|"")*+"{plain}|{plain})'
    return re.compile(f"{cell}(?:{re.escape(delimiter)}{cell})*+[\r\n]*")


def _open(content: str | bytes, source: str) -> "tuple[_Reader | None, list[Finding]]":
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
    """Reads one text, or a part of a file that starts at the line ``first_line`` of it."""

    def __init__(
        self, text: str, source: str, findings: list[Finding], *, first_line: int = 1
    ) -> None:
        self._text = text
        self._source = source
        self._findings = findings
        self._before = first_line - 1
        self._delimiter = DELIMITERS[0]
        self._plain = _plain_cell(self._delimiter)
        self._lines = Lines(text)
        self._looked_up: tuple[int, list[tuple[int, int]]] = (-1, [])
        self._again: _Record | None = None
        self._starts = array("q")
        self._numbers = array("q")

    def place(self, start: int, end: int | None = None) -> Place:
        """Return the place of the characters from ``start`` to ``end``."""
        place = self._lines.place(self._source, start, end)
        return replace(place, baris=(place.baris or 1) + self._before) if self._before else place

    def table(self, delimiter: str | None, known: Container[str]) -> Table | None:
        """Return the table, or ``None`` where it has no headers or no certain delimiter."""
        records = self._all(delimiter, known)
        if records is None:
            return None
        filled = _filled(records)
        head = next(filled, None)
        if head is None:
            self._findings.append(
                kinds.FILE_EMPTY.at(Place(berkas=self._source), berkas=self._source)
            )
            return None
        body: list[_Record] = []
        if '"' in self._text or not all(map(clean_header, head.cells)):
            # What is wrong with quotes is said first, and for a blank header all cells are read.
            body = [*filled]
        columns = self._columns(head, body)
        left = _taken(body) if body else self._told(filled)
        first = next(left, None)
        rows = [] if first is None else self._rows(chain((first,), left), columns)
        if first is None:
            self._findings.append(kinds.CSV_NO_ROWS.at(self._place(head, 0)))
        return Table(
            columns.headers,
            tuple(title for _, title in columns.named.values()),
            rows,
            self._source,
            {header: self._place(head, index) for index, (header, _) in columns.named.items()},
        )

    def top(self, known: Container[str]) -> Top | None:
        """Return what the first rows say, or ``None`` as for a whole table."""
        records = self._all(None, known)
        filled = [record for record in records or () if not record.is_blank]
        if not filled:
            return None
        head, *body = filled
        columns = self._columns(head, body)
        places = {header: self._place(head, at) for at, (header, _) in columns.named.items()}
        return Top(columns, self._delimiter, head.number, self._source, places)

    def part(self, top: Top, number: int) -> tuple[NamedRow, ...]:
        """Return the rows of a part of a table; its first record is ``number``."""
        self._use(top.delimiter)
        return tuple(self._rows(_filled(self._every(0, number)), top.columns))

    def goes_on(self, delimiter: str) -> bool:
        """Say whether the last quote of the first record has no end."""
        self._use(delimiter)
        list(self._records(0, 1, tell=True))
        return any(found.kind is kinds.CSV_OPEN_QUOTE for found in self._findings)

    def grid(self, delimiter: str | None, known: Container[str]) -> Grid | None:
        """Return the cells, or ``None`` where no delimiter is certain."""
        found = self._all(delimiter, known, anywhere=True)
        if found is None:
            return None
        records = list(found)
        rows = []
        for record in passed(records, 0, _READ):
            cells = {at: text for at, cell in enumerate(record.cells) if (text := cell.strip())}
            if cells:
                rows.append(GridRow(record.number, cells, len(record.cells)))
        return Grid(self._source, None, tuple(rows), partial(self._at, records))

    def _at(self, records: Sequence[_Record], row: int, column: int) -> Place:
        return self._place(records[row - records[0].number], column)

    def _use(self, delimiter: str) -> None:
        self._delimiter = delimiter
        self._plain = _plain_cell(delimiter)

    def _all(
        self, delimiter: str | None, known: Container[str], *, anywhere: bool = False
    ) -> Iterator[_Record] | None:
        """Return every record, or ``None`` where no delimiter is certain."""
        declared = _DECLARED.match(self._text)
        start = declared.end() if declared else 0
        chosen = delimiter or (
            declared.group(1) if declared else self._find_delimiter(start, known, anywhere=anywhere)
        )
        if chosen is None:
            return None
        self._use(chosen)
        first = 2 if declared else 1
        if anywhere:  # a grid holds the records, and each text in them once
            return self._records(start, first, tell=True)
        return self._every(start, first)

    def _place(self, record: _Record, column: int) -> Place:
        """Return where a cell stands; behind the last one of a record, where that one does."""
        start, end = self._span(record, min(column, len(record.cells) - 1))
        place = self.place(start, end)
        address = f"{column_letters(column)}{record.number}"
        return Place(place.berkas, place.baris, place.kolom, place.kolom_akhir, address)

    def _span(self, record: _Record, column: int) -> tuple[int, int]:
        """Return where a cell starts and ends; the cells of one record are looked up in a row."""
        if self._looked_up[0] != record.start:
            self._looked_up = record.start, [*self._spans(record)]
        return self._looked_up[1][column]

    def _spans(self, record: _Record) -> Iterator[tuple[int, int]]:
        end = record.start - 1
        for cell in record.cells:
            start = end + 1
            if record.quoted:
                _, start, end = self._cell(start, tell=False)
            else:
                end = start + len(cell)
            yield start, end

    def _told(self, records: Iterator[_Record]) -> Iterator[_Record]:
        """Return records; who waits is told how far they are in the text."""
        if not is_watched():
            return records
        return self._telling(records)

    def _telling(self, records: Iterator[_Record]) -> Iterator[_Record]:
        length = len(self._text)
        for number, record in enumerate(records):
            if number % _TOLD_EVERY == 0:
                tell(_READ * record.start / length)
            yield record

    def _columns(self, head: _Record, body: Sequence[_Record]) -> Columns:
        """Return the columns that have a header of their own."""
        columns: dict[int, tuple[str, str]] = {}
        first: dict[str, int] = {}
        for index, cell in enumerate(head.cells):
            header = clean_header(cell)
            if not header:
                if any(len(row.cells) > index and row.cells[index].strip() for row in body):
                    place = self._place(head, index)
                    self._findings.append(kinds.CSV_NO_HEADER.at(place, sel=column_letters(index)))
            elif header in first:
                self._findings.append(
                    kinds.CSV_DUPLICATE_HEADER.at(
                        self._place(head, index),
                        value=cell.strip(),
                        judul=cell.strip(),
                        sel_awal=column_letters(first[header]),
                        sel=column_letters(index),
                    )
                )
            else:
                first[header] = index
                columns[index] = (header, cell.strip())
        return Columns(len(head.cells), columns)

    def _rows(self, records: Iterable[_Record], columns: Columns) -> list[NamedRow]:
        """Return the rows; note those that are too short, and leave out those that are too long."""
        names, at = columns.headers, partial(self._locate, columns)
        in_order = [*columns.named] == [*range(len(names))]
        last = max(columns.named, default=-1)
        once = _Stripped().__getitem__
        rows: list[NamedRow] = []
        for record in records:
            start, number, cells, quoted, line = record
            held = len(cells)
            while held > columns.width and not cells[held - 1].strip():
                held -= 1
            if held > columns.width or held <= last:
                kind = kinds.CSV_ROW_LONG if held > columns.width else kinds.CSV_ROW_SHORT
                place = self._place(record, 0)
                self._findings.append(kind.at(place, jumlah=held, harap=columns.width))
                if held > columns.width:
                    continue
            if not in_order or len(cells) != len(names):
                there = [*cells[:held], *[""] * (columns.width - held)]
                cells = [there[index] for index in columns.named]
            if line is None and not quoted:
                line = self._lines.line(start) + self._before
            self._starts.append(start)
            self._numbers.append(number)
            rows.append(NamedRow(names, [*map(once, cells)], at, start, line))
        return rows

    def _locate(self, columns: Columns, start: int, header: str | None) -> Place:
        record = self._again
        if record is None or record.start != start:
            # Of few rows it is asked, and to keep the cells of all would take as much as they do.
            number = self._numbers[bisect_left(self._starts, start)]
            record = self._again = next(self._records(start, number, tell=False))
        indexes = (index for index, (name, _) in columns.named.items() if name == header)
        index = next(indexes, 0)
        return self._place(record, index if index < len(record.cells) else 0)

    def _find_delimiter(
        self, start: int, known: Container[str], *, anywhere: bool = False
    ) -> str | None:
        """Return the delimiter of the text, or ``None`` and note that more than one fits.

        The headers are in the first row that is not blank, or ``anywhere`` in the sample.
        """
        widths: dict[str, list[int]] = {}
        hits: dict[str, int] = {}
        for candidate in DELIMITERS:
            self._use(candidate)
            records = islice(self._records(start, 1, tell=False), _SAMPLE)
            filled = [record.cells for record in records if not record.is_blank]
            heads = filled if anywhere else filled[:1]
            if heads and max(map(len, heads)) > 1:
                widths[candidate] = [len(cells) for cells in filled]
                hits[candidate] = max(
                    sum(clean_header(cell) in known for cell in cells) for cells in heads
                )
        if not widths:
            return DELIMITERS[0]
        fitting = _best_fitting(widths, hits)
        if len(fitting) == 1:
            return fitting[0]
        self._findings.append(
            kinds.CSV_DELIMITER.at(
                self.place(start),
                calon=findings.AND.join(sources.DELIMITERS[candidate] for candidate in fitting),
            )
        )
        return None

    def _every(self, position: int, number: int) -> Iterator[_Record]:
        """Yield every record from ``position`` on, and note what is wrong with quotes."""
        text = self._text
        carriage, breaks = text.count("\r"), text.count("\n")
        either = carriage in {0, breaks} and text.count("\r\n") == carriage
        if '"' in text or not either:
            return self._records(position, number, tell=True)
        return self._unquoted(position, number, "\r\n" if carriage else "\n")

    def _unquoted(self, position: int, number: int, end_of_line: str) -> Iterator[_Record]:
        """Return the records of a text without quotes, whose lines all end alike."""
        delimiter, width = self._delimiter, len(end_of_line)
        before = self._before + self._text.count(end_of_line, 0, position)
        lines = self._text[position:].split(end_of_line)
        if not lines[-1]:
            del lines[-1]
        starts = accumulate(map(width.__add__, map(len, lines)), initial=position)
        cells = map(str.split, lines, repeat(delimiter))
        # The last of the starts is where a line would follow.
        return map(_Record, starts, count(number), cells, repeat(False), count(before + 1))

    def _records(self, position: int, number: int, *, tell: bool) -> Iterator[_Record]:
        """Yield the records from ``position`` on; ``tell`` notes what is wrong with quotes."""
        text, end, delimiter = self._text, len(self._text), self._delimiter
        same: dict[str, str] = {}
        while position < end:
            start = position
            line = _LINE.match(text, start)
            plain = line[0] if line is not None else ""
            quoted = '"' in plain
            if quoted:
                cells, position = self._quoted(start, tell=tell)
            else:
                # The same texts stand in many a row, and are held once.
                cells = plain.split(delimiter)
                cells = [*map(same.setdefault, cells, cells)]
                position = start + len(plain)
            yield _Record(start, number, cells, quoted)
            number += 1
            position += 2 if text.startswith("\r\n", position) else 1

    def _quoted(self, position: int, *, tell: bool) -> tuple[list[str], int]:
        """Return the cells of a record that has quotes in it, and where it ends."""
        cells: list[str] = []
        while True:
            cell, _, position = self._cell(position, tell=tell)
            kept = _KEPT_TEXT.fullmatch(cell)
            cells.append(cell if kept is None else kept[1].replace('""', '"'))
            if not self._text.startswith(self._delimiter, position):
                return cells, position
            position += 1

    def _cell(self, position: int, *, tell: bool) -> tuple[str, int, int]:
        """Read the cell at ``position``; return its text, and where it starts and ends."""
        text = self._text
        opening = position
        while text.startswith(" ", opening):
            opening += 1
        if not text.startswith('"', opening):
            match = self._plain.match(text, position)
            end = match.end() if match else position
            return text[position:end], position, end
        quoted = _QUOTED.match(text, opening + 1)
        quote = quoted.end() if quoted else opening + 1
        inner = text[opening + 1 : quote].replace('""', '"')
        if quote == len(text):
            if tell:
                self._findings.append(kinds.CSV_OPEN_QUOTE.at(self.place(opening)))
            return inner, opening, quote
        match = self._plain.match(text, quote + 1)
        end = match.end() if match else quote + 1
        rest = text[quote + 1 : end]
        if rest.strip() and tell:
            place = self.place(quote + 1, end)
            self._findings.append(kinds.CSV_AFTER_QUOTE.at(place, value=rest.strip()))
        return inner + rest.rstrip(), opening, end


class _Stripped(dict[str, str]):
    """Texts without outer spaces; the same ones stand in many a row, and are held once."""

    def __missing__(self, text: str) -> str:
        bare = text.strip()
        self[text] = bare = bare if bare == text else self[bare]
        return bare


def _filled(records: Iterable[_Record]) -> Iterator[_Record]:
    """Yield the records in which something stands."""
    return (one for one in records if one.cells[0].strip() or not one.is_blank)


def _taken(records: list[_Record]) -> Iterator[_Record]:
    """Take records out of their list one by one, so that not all are held beside their rows."""
    records.reverse()
    for _ in passed(range(len(records)), 0, _READ):
        yield records.pop()


def _best_fitting(widths: Mapping[str, Sequence[int]], hits: Mapping[str, int]) -> list[str]:
    """Return the delimiters with most known headers, those first whose rows are equally wide."""
    most = max(hits.values())
    fitting = [candidate for candidate in widths if hits[candidate] == most]
    even = [candidate for candidate in fitting if len(set(widths[candidate])) == 1]
    return even if len(fitting) > 1 and even else fitting


def _plain_cell(delimiter: str) -> re.Pattern[str]:
    return re.compile(f"[^{re.escape(delimiter)}\r\n]*")
