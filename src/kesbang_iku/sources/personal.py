"""What a file says about people: where, and what must not be said again.

A number of a person is taken out of a file before anything is read from it: nothing that is
computed, compared or printed can hold it. A list of people, which is known by its headers or keys,
is read like any other text, and taken out of what is said.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from functools import cache, cached_property, lru_cache
from io import StringIO
from itertools import chain
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Place
from kesbang_iku.model.checking import CheckingFile, WordLists, plain_words
from kesbang_iku.privacy.masking import Secrets
from kesbang_iku.privacy.numbers import MASK, Kind, NumberFinder, may_hold_numbers
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.document import Data, Document, Lines
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.reading import Opened, open_source, read_grids, read_table
from kesbang_iku.sources.resources import catalog_root
from kesbang_iku.sources.text_reader import Source

if TYPE_CHECKING:
    from kesbang_iku.sources.named_rows import Table

_BREAK: Final = re.compile(r"\r\n|\r|\n")
# A key behind a line break or another sign that may stand before one, and the rest of its line;
# a bracket in that may open on the next key.
_KEY: Final = re.compile(
    r"[\r\n{\[,\- \t][\"']?([A-Za-z][A-Za-z /_.]*+)[\"']?[ \t]*+"
    r":(?:[ \t]+|(?=[\r\n]|\Z))(?=([^,}\r\n]*+))[^,}{\[\r\n]*+"
)
_LINE: Final = re.compile(r"(?:\r\n|\r|\n)([ \t]*+)([^\r\n]*+)")
_DELIMITER: Final = re.compile(r"[;,\t|]")
_HEADER_ROWS: Final = 20
"""How far down a table its headers may stand."""
_CODE: Final = re.compile(r"[0-9]{2}\.[0-9]{2}")
_REMEMBERED: Final = 8


@cache
def number_finder() -> NumberFinder:
    """Return what finds the numbers of persons, with the library's own rules and regions."""
    text = (catalog_root() / "wilayah.csv").read_text(encoding="utf-8")
    codes = (
        code.strip()
        for row in csv.DictReader(StringIO(text))
        for code in (row["kode"], *row["kode_lama"].split(";"))
    )
    known = frozenset(code.replace(".", "") for code in codes if _CODE.fullmatch(code))
    return NumberFinder(load_data("pemeriksaan.yaml", CheckingFile).data_pribadi, known)


def hide_numbers(text: str) -> str:
    """Return a text without numbers of persons; the rules are read when one may be there."""
    return number_finder().hide(text) if may_hold_numbers(text) else text


def read_grids_without_numbers(
    source: Source | Opened, *, name: str | None = None, known: Container[str] = ()
) -> tuple[tuple[Grid, ...], list[Finding]]:
    """Read the cells of a file as :func:`read_grids` does, without the numbers of persons."""
    opened, findings = open_source(source, name=name)
    if opened is None:
        return (), findings
    grids, said = read_grids(_text_without_numbers(opened), known=known)
    if opened.format == "xlsx":
        grids = tuple(map(_grid_without_numbers, grids))
    return grids, [*findings, *said]


def read_table_without_numbers(
    opened: Opened, *, known: Container[str] = ()
) -> tuple[Table | None, list[Finding]]:
    """Read the table of a CSV file as :func:`read_table` does, without the numbers of persons."""
    return read_table(_text_without_numbers(opened), known=known)


def _text_without_numbers(opened: Opened) -> Opened:
    if opened.format != "csv" or not _may_hold_numbers(opened):
        return opened
    text = number_finder().hide(opened.text)
    return opened if text == opened.text else replace(opened, text=text)


@lru_cache(maxsize=_REMEMBERED)
def _may_hold_numbers(opened: Opened) -> bool:
    """Say whether enough digits stand in a row in a file; it is asked twice of a table."""
    return may_hold_numbers(opened.text)


def _grid_without_numbers(grid: Grid) -> Grid:
    name = None if grid.name is None else hide_numbers(grid.name)
    # The same texts stand in many a row; a line break between two makes no number of both.
    texts = {*chain.from_iterable([row.cells.values() for row in grid.rows])}
    looked_at = texts if may_hold_numbers("\n".join(texts)) else ()
    hidden = {text: read for text in looked_at if (read := hide_numbers(text)) != text}
    if not hidden:
        return replace(grid, name=name)
    rows = (
        replace(row, cells={at: hidden.get(text, text) for at, text in row.cells.items()})
        for row in grid.rows
    )
    return replace(grid, name=name, rows=tuple(rows))


def data_without_numbers(document: Document) -> Data:
    """Return the data of a document as they are read: numbers of persons taken out, keys too."""
    text = document.text
    # Only some signs are written by two.
    if "\\" not in text and not ("'" in text and "''" in text):
        # A value may go on in the next line.
        broken = "\n" in text or "\r" in text
        lines = " ".join(map(str.strip, text.splitlines())) if broken else text
        if not may_hold_numbers(lines):
            return document.data
    return _without_numbers(document.data)


def _without_numbers(data: Data) -> Data:
    if isinstance(data, dict):
        read: dict[str, Data] = {}
        for key, value in data.items():
            name = hide_numbers(key)
            while name in read:
                name += MASK
            read[name] = _without_numbers(value)
        return read
    if isinstance(data, list):
        return [_without_numbers(value) for value in data]
    return hide_numbers(data) if isinstance(data, str) else data


@lru_cache(maxsize=_REMEMBERED)
def personal_data(opened: Opened) -> PersonalData:
    """Return what a file says about people; the last few files are remembered."""
    return PersonalData(opened)


def secrets_of(sources: Iterable[Opened]) -> Secrets:
    """Return what must not be said of files."""
    texts: set[str] = set()
    files: set[str] = set()
    for opened in sources:
        found = personal_data(opened)
        if found.is_there:
            files.add(opened.name)
            texts |= found.secrets
    return Secrets(frozenset(texts), frozenset(files), hide_numbers)


@dataclass(frozen=True, slots=True)
class PersonalColumn:
    """A title of a column, or a key, and what stands under it."""

    title: str
    place: Place
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class PersonalData:
    """What a file says about people, as it was handed in."""

    opened: Opened

    @property
    def berkas(self) -> str:
        """The file."""
        return self.opened.name

    @property
    def is_there(self) -> bool:
        """Whether there is anything."""
        return bool(self.numbers or self.personal_columns)

    @property
    def _words(self) -> WordLists:
        return load_data("pemeriksaan.yaml", CheckingFile).kata

    @cached_property
    def numbers(self) -> tuple[tuple[Kind, Place, str], ...]:
        """The numbers of persons: by line in a text, by cell in a workbook."""
        return tuple(self._numbers())

    def _numbers(self) -> Iterator[tuple[Kind, Place, str]]:
        finder = number_finder()
        if self.opened.format == "xlsx":
            for place, text in self._cells:
                for one in finder.find(text):
                    yield one.kind, place, text[one.start : one.end]
            return
        text, escaped = self.opened.text, self.opened.format != "csv"
        if not escaped and not _may_hold_numbers(self.opened):
            return
        for one in finder.find(text, escaped=escaped):
            yield one.kind, self._line(one.start), text[one.start : one.end]

    @cached_property
    def _cells(self) -> tuple[tuple[Place, str], ...]:
        """The cells of a workbook."""
        grids, _ = read_grids(self.opened)
        return tuple(
            (grid.place(row.number, column), text)
            for grid in grids
            for row in grid.rows
            for column, text in row.cells.items()
        )

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.opened.text)

    def _line(self, offset: int) -> Place:
        """Return the line of a text at ``offset``. No place says a column of it."""
        return Place(berkas=self.opened.name, baris=self._lines.locate(offset)[0])

    @cached_property
    def columns(self) -> tuple[PersonalColumn, ...]:
        """The titles and keys that may be about people, with what stands under each."""
        if self.opened.format == "xlsx":
            return tuple(self._of_workbook())
        return tuple(self._of_table() if self.opened.format == "csv" else self._of_document())

    def _of_workbook(self) -> Iterator[PersonalColumn]:
        grids, _ = read_grids(self.opened)
        for grid in grids:
            for index, row in enumerate(grid.rows[:_HEADER_ROWS]):
                for column, title in row.cells.items():
                    if not self._words.may_name_people(title):
                        continue
                    below = tuple(
                        later.cells[column]
                        for later in grid.rows[index + 1 :]
                        if column in later.cells
                    )
                    yield PersonalColumn(title, grid.place(row.number, column), below)

    def _of_table(self) -> Iterator[PersonalColumn]:
        first = _BREAK.split(self.opened.text, _HEADER_ROWS)[:_HEADER_ROWS]
        lines: list[str] = []
        for index, line in enumerate(first):
            for column, written in enumerate(_DELIMITER.split(line)):
                title = written.strip("\"' ")
                if not self._words.may_name_people(title):
                    continue
                lines = lines or _BREAK.split(self.opened.text)
                rows = (_DELIMITER.split(later) for later in lines[index + 1 :])
                below = tuple(row[column].strip("\"' ") for row in rows if column < len(row))
                yield PersonalColumn(title, Place(berkas=self.opened.name, baris=index + 1), below)

    def _of_document(self) -> Iterator[PersonalColumn]:
        text = f"\n{self.opened.text}"
        # Keys repeat, and in nearly every document none of them is about people.
        keys = {key for key, _ in _KEY.findall(text)}
        personal = set(filter(self._words.may_name_people, keys))
        for found in _KEY.finditer(text) if personal else ():
            if found[1] in personal:
                place = self._line(found.start(1) - 1)
                yield PersonalColumn(found[1], place, tuple(_behind(text, found)))

    @cached_property
    def personal_columns(self) -> tuple[PersonalColumn, ...]:
        """The columns about single people: one that says enough, or two that say it together."""
        words = self._words
        certain = [column for column in self.columns if column.title in words.kolom_pribadi]
        partial = [
            column for column in self.columns if column.title in words.kolom_pribadi_pendamping
        ]
        titles = {plain_words(column.title) for column in partial}
        return (*certain, *partial) if certain or len(titles) > 1 else ()

    @property
    def secrets(self) -> frozenset[str]:
        """Every text of the file that must not be said again."""
        found = {number for _, _, number in self.numbers}
        for column in self.personal_columns:
            found.update(column.texts)
        return frozenset(text for text in found if len(text) > 1)


def _behind(text: str, key: re.Match[str]) -> Iterator[str]:
    """Yield what stands behind a key: on its line, in a list there, or on lines set in below it."""
    said = key[2].strip()
    if said.startswith("["):
        start = key.start(2)
        listed = text[start : max(text.find("]", start), key.end(2))]
        yield from map(_bare, listed.split(","))
    elif said:
        yield _bare(said)
    else:
        column = key.start(1) - max(text.rfind(sign, 0, key.start(1)) for sign in "\r\n") - 1
        below = _LINE.match(text, key.end())
        while below is not None and (
            len(below[1]) > column or (len(below[1]) == column and below[2].startswith("- "))
        ):
            yield _bare(below[2])
            below = _LINE.match(text, below.end())


def _bare(written: str) -> str:
    return written.removeprefix("- ").strip("\"'[ ")
