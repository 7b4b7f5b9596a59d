"""Reading a long CSV file part by part, so that memory does not grow with the file.

The file is walked twice. The first walk notes where the rows of each group stand: rows of one group
that follow each other are one run, and only its ends are kept. The second reads the groups one
after the other, each with its rows from wherever they stand.
"""

from __future__ import annotations

import codecs
import csv
import os
from array import array
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from dataclasses import field
from io import StringIO, TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.sources.characters import control_characters
from kesbang_iku.sources.personal import hide_numbers
from kesbang_iku.sources.text_reader import MAX_BYTES, MEGABYTE

if TYPE_CHECKING:
    from kesbang_iku.sources.csv_reader import Top
    from kesbang_iku.sources.named_rows import NamedRow, Table

LONG_FROM: Final = 8 * MEGABYTE
"""From this size on a table is read part by part."""
PART_BYTES: Final = 4 * MEGABYTE
"""So much is read at once; in memory its rows take many times as much."""

_TOP_BYTES: Final = 64 * 1024
_SUFFIXES: Final = (".csv", ".tsv")
_WIDE_MARKS: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_LONGEST_RECORD: Final = 64 * 1024
Progress = Callable[[float], None]
"""Is told how much of the work is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class TablePart:
    """Rows that are read together.

    Attributes:
        group: what the rows have in common.
        table: the rows, in the order they stand in.
        texts: their text, run by run, each with the line it starts at.
        cut: whether more rows of the group are in another part.
        size: their length in bytes.
    """

    group: str
    table: Table = field(repr=False)
    texts: tuple[tuple[int, str], ...] = field(repr=False)
    cut: bool
    size: int


class _Record(NamedTuple):
    start: int
    end: int
    line: int
    number: int
    text: str


class Run(NamedTuple):
    """Rows of one group that follow each other: bytes, first line, number of the first record."""

    start: int
    end: int
    line: int
    number: int

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return self.end - self.start


class Runs:
    """The runs of one group, as plain numbers: a file in no order has millions of them."""

    def __init__(self) -> None:
        self._numbers = array("q")

    def add(self, run: Run) -> None:
        """Add a run behind the others."""
        self._numbers.extend(run)

    def lengthen(self, end: int) -> None:
        """Let the last run go on to ``end``."""
        self._numbers[1 - len(Run._fields)] = end

    def __iter__(self) -> Iterator[Run]:
        """Yield the runs in the order they were added."""
        fields = iter(self._numbers)
        return map(Run, fields, fields, fields, fields)

    @property
    def size(self) -> int:
        """How many bytes they have together."""
        return sum(run.size for run in self)


@dataclass(frozen=True, slots=True)
class LongTable:
    """A long CSV file whose first row holds its headers.

    Attributes:
        path: where the file lies.
        name: what findings call it.
        size: its length in bytes.
        encoding: how its bytes are text.
        start: where the text starts, behind a byte order mark.
        head: the text of its first lines.
        top: what those say about the rest.
        findings: what was found on opening it.
    """

    path: Path
    name: str
    size: int
    encoding: str
    start: int
    head: str = field(repr=False)
    top: Top = field(repr=False)
    findings: tuple[Finding, ...] = ()

    def groups(
        self, column: str, group_of: Callable[[str], str], told: Progress
    ) -> dict[str, Runs]:
        """Return where the rows of each group stand, in the order the groups first occur.

        Args:
            column: the header of the column that decides the group.
            group_of: gives the group for the text of a cell.
            told: is told how far the work is.
        """
        with self.path.open("rb") as stream:
            return self._groups(stream, column, group_of, told)

    def parts(self, groups: Mapping[str, Runs], findings: list[Finding]) -> Iterator[TablePart]:
        """Yield the rows of groups, group by group.

        ``findings`` grows by what is wrong with the form of the rows.
        """
        with self.path.open("rb") as stream:
            for group, runs in groups.items():
                cut = runs.size > PART_BYTES
                for portion in _portions(runs):
                    yield self._part(stream, group, portion, findings, cut=cut)

    def _part(
        self, stream: BinaryIO, group: str, runs: list[Run], findings: list[Finding], *, cut: bool
    ) -> TablePart:
        from kesbang_iku.sources.csv_reader import read_part  # noqa: PLC0415  # light: long ones alone

        rows: list[NamedRow] = []
        texts: list[tuple[int, str]] = []
        for run in runs:
            stream.seek(run.start)
            text = stream.read(run.size).decode(self.encoding)
            read = hide_numbers(text)
            found, doubts = read_part(read, self.name, self.top, line=run.line, number=run.number)
            findings += doubts
            rows += found
            texts.append((run.line, text))
        size = sum(run.size for run in runs)
        return TablePart(group, self.top.table(tuple(rows)), tuple(texts), cut, size)

    def _groups(
        self, stream: BinaryIO, column: str, group_of: Callable[[str], str], told: Progress
    ) -> dict[str, Runs]:
        columns = self.top.columns.named.items()
        index = next(at for at, (header, _) in columns if header == column)
        delimiter = self.top.delimiter
        groups: dict[str, Runs] = {}
        known: dict[str, str] = {}
        current: str | None = None
        began = reported = 0
        for record in self._records(stream):
            if record.number <= self.top.number or record.text.isspace():
                continue
            cells = _cells(record.text, delimiter)
            cell = cells[index] if index < len(cells) else ""
            group = known.get(cell)
            if group is None:
                group = known[cell] = group_of(cell.strip())
            runs = groups.get(group)
            if runs is None:
                runs = groups[group] = Runs()
            if group == current and record.end - began <= PART_BYTES:
                runs.lengthen(record.end)
            else:
                current, began = group, record.start
                runs.add(Run(record.start, record.end, record.line, record.number))
            if record.end - reported >= MEGABYTE:
                reported = record.end
                told(reported / self.size)
        return groups

    def _records(self, stream: BinaryIO) -> Iterator[_Record]:
        """Yield every record, from the first on."""
        from kesbang_iku.sources.csv_reader import goes_on  # noqa: PLC0415  # light: long ones alone

        stream.seek(self.start)
        text = TextIOWrapper(stream, self.encoding, newline="")
        delimiter = self.top.delimiter
        start = position = self.start
        line = number = lines = 1
        begun = ""
        for piece in text:
            position += len(piece) if piece.isascii() else len(piece.encode(self.encoding))
            written = begun + piece if begun else piece
            if '"' in written and len(written) < _LONGEST_RECORD and goes_on(written, delimiter):
                begun = written
                lines += 1
                continue
            yield _Record(start, position, line, number, written)
            start, line, number, lines, begun = position, line + lines, number + 1, 1, ""
        if begun:
            yield _Record(start, position, line, number, begun)
        text.detach()


def _cells(text: str, delimiter: str) -> list[str]:
    """Return the cells of a record, near enough to tell what group it belongs to."""
    if '"' not in text:
        return text.rstrip("\r\n").split(delimiter)
    try:
        return next(csv.reader(StringIO(text, newline=""), delimiter=delimiter), [])
    except csv.Error:  # a cell that is longer than it takes
        return text.rstrip("\r\n").split(delimiter)


def _portions(runs: Iterable[Run]) -> Iterator[list[Run]]:
    """Yield the runs of a group in portions that are no larger than they must be."""
    portion: list[Run] = []
    size = 0
    for run in runs:
        if portion and size + run.size > PART_BYTES:
            yield portion
            portion, size = [], 0
        portion.append(run)
        size += run.size
    yield portion


def open_long(
    source: object, *, known: Container[str], needed: Collection[str] = ()
) -> LongTable | None:
    """Return ``source`` as a long table, or ``None`` where it is to be read as a whole.

    That is any file that is short or no CSV, and any whose form is doubtful: headers not in the
    first row, twice, or missing; a wide encoding; characters that nobody can see. Whatever is wrong
    with it is found by who reads it as a whole.

    Args:
        source: a path; anything else is no long table.
        known: headers that are expected.
        needed: headers without which the table is another one.
    """
    if not isinstance(source, (str, os.PathLike)):
        return None
    if not os.fspath(source).lower().endswith(_SUFFIXES):
        return None
    path = Path(source)
    try:
        size = path.stat().st_size
        if not LONG_FROM <= size <= MAX_BYTES:
            return None
        return _opened(path, os.fspath(source), size, known, needed)
    except (OSError, ValueError):
        return None


def _opened(
    path: Path, name: str, size: int, known: Container[str], needed: Collection[str]
) -> LongTable | None:
    with path.open("rb") as stream:
        first = stream.read(_TOP_BYTES)
        encoding = None if first.startswith(_WIDE_MARKS) else _encoding(stream)
    if encoding is None:
        return None
    from kesbang_iku.sources.csv_reader import read_top  # noqa: PLC0415  # light: long ones alone

    start = len(codecs.BOM_UTF8) if first.startswith(codecs.BOM_UTF8) else 0
    head = first[start : first.rfind(b"\n") + 1].decode(encoding)
    top, doubts = read_top(hide_numbers(head), name, known=known)
    if top is None or doubts or top.number != 1 or len(top.columns.named) != top.columns.width:
        return None
    if any(header not in top.columns.headers for header in needed):
        return None
    place = Place(berkas=name)
    other = () if encoding == "utf-8" else (kinds.ENCODING_FALLBACK.at(place, berkas=name),)
    return LongTable(path, name, size, encoding, start, head, top, other)


def _encoding(stream: BinaryIO) -> str | None:
    """Return the encoding of a whole file, or ``None`` if it holds what no table may hold."""
    for encoding in ("utf-8", "cp1252"):
        decoder = codecs.getincrementaldecoder(encoding)()
        stream.seek(0)
        try:
            while block := stream.read(MEGABYTE):
                text = decoder.decode(block)
                if control_characters(text, lambda _start, _end: Place()) is not None:
                    return None
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            continue
        return encoding
    return None
