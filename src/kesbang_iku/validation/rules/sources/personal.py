"""Rules over a file as a whole: data about single people have no place in it (IKU620-622).

Nothing of what is found is said again: the findings name the place, and never the data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.files.document import Lines
from kesbang_iku.files.reading import Opened, read_grids
from kesbang_iku.findings import Place
from kesbang_iku.model.checking import CheckingFile, plain_words
from kesbang_iku.validation.rules.rule import Outcomes, Rules, at

# A comma in front of the digits may end a cell, but not a number; one behind them ends a cell.
# What stands in front is looked at behind the first sign: a search for a sign is far faster.
_IDENTITY: Final = regex(r"\d(?<![\d.]\d)(?<!\d,\d)\d{3} ?\d{4} ?\d{4} ?\d{4}(?!\d|\.\d)", re.ASCII)
_PHONE: Final = regex(
    r"[+0](?<![\d.,][+0])(?:(?<=\+)62[ -]?8|(?<=0)8)\d{2}[ -]?\d{3,4}[ -]?\d{3,4}(?!\d)", re.ASCII
)
_WOMEN_FROM: Final = 40
"""Identity numbers of women hold the day of birth plus 40."""
_DAYS: Final = 31
_MONTHS: Final = 12
_BREAK: Final = regex(r"\r\n|\r|\n")
# A key behind a line break or another sign that may stand before one, and the rest of its line;
# a bracket in that may open on the next key.
_KEY: Final = regex(
    r"[\r\n{\[,\- \t][\"']?([A-Za-z][A-Za-z /_.]*+)[\"']?[ \t]*+"
    r":(?:[ \t]+|(?=[\r\n]|\Z))(?=([^,}\r\n]*+))[^,}{\[\r\n]*+"
)
_LINE: Final = regex(r"(?:\r\n|\r|\n)([ \t]*+)([^\r\n]*+)")
_DELIMITER: Final = regex(r"[;,\t|]")
_HEADER_ROWS: Final = 20
"""How far down a table its headers may stand."""


@dataclass(frozen=True, slots=True)
class PersonalColumn:
    """A title of a column, or a key, and what stands under it."""

    title: str
    place: Place
    texts: tuple[str, ...] = ()


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


@dataclass(frozen=True)
class SourceContext:
    """A file as it was handed in."""

    opened: Opened
    regions: Regions
    checking: CheckingFile

    @property
    def may_name_people(self) -> bool:
        """Whether anything is there for the rules to judge: in nearly every text there is not."""
        if self.opened.format == "xlsx":
            return True
        text = self.opened.text
        return bool(_IDENTITY.search(text) or _PHONE.search(text) or self.columns)

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

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Place, re.Match[str]]]:
        """Yield where ``pattern`` fits: by line in a text, by cell in a workbook."""
        if self.opened.format == "xlsx":
            for place, text in self._cells:
                for match in pattern.finditer(text):
                    yield place, match
        else:
            for match in pattern.finditer(self.opened.text):
                yield self._line(match.start()), match

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
                    if not self._is_personal(title):
                        continue
                    below = tuple(
                        later.cells[column]
                        for later in grid.rows[index + 1 :]
                        if column in later.cells
                    )
                    yield PersonalColumn(title, grid.place(row.number, column), below)

    def _of_table(self) -> Iterator[PersonalColumn]:
        lines = _BREAK.split(self.opened.text)
        for index, line in enumerate(lines[:_HEADER_ROWS]):
            for column, written in enumerate(_DELIMITER.split(line)):
                title = written.strip("\"' ")
                if not self._is_personal(title):
                    continue
                rows = (_DELIMITER.split(later) for later in lines[index + 1 :])
                below = tuple(row[column].strip("\"' ") for row in rows if column < len(row))
                yield PersonalColumn(title, Place(berkas=self.opened.name, baris=index + 1), below)

    def _of_document(self) -> Iterator[PersonalColumn]:
        text = f"\n{self.opened.text}"
        # Keys repeat, and in nearly every document none of them is about people.
        keys = {key for key, _ in _KEY.findall(text)}
        personal = set(filter(self.checking.kata.may_name_people, keys))
        for found in _KEY.finditer(text) if personal else ():
            if found[1] in personal:
                place = self._line(found.start(1) - 1)
                yield PersonalColumn(found[1], place, tuple(_behind(text, found)))

    def _is_personal(self, title: str) -> bool:
        return self.checking.kata.may_name_people(title)

    @cached_property
    def personal_columns(self) -> tuple[PersonalColumn, ...]:
        """The columns about single people: one that says enough, or two that say it together."""
        words = self.checking.kata
        certain = [column for column in self.columns if column.title in words.kolom_pribadi]
        partial = [
            column for column in self.columns if column.title in words.kolom_pribadi_pendamping
        ]
        titles = {plain_words(column.title) for column in partial}
        return (*certain, *partial) if certain or len(titles) > 1 else ()

    def identities(self) -> Iterator[tuple[Place, str]]:
        """Yield the numbers that are built like those of identity cards."""
        for place, match in self.found(_IDENTITY):
            if self._is_identity(match[0]):
                yield place, match[0]

    def phones(self) -> Iterator[tuple[Place, str]]:
        """Yield the numbers that are built like those of mobile phones."""
        for place, match in self.found(_PHONE):
            yield place, match[0]

    def _is_identity(self, written: str) -> bool:
        digits = written.replace(" ", "")
        day, month = int(digits[6:8]), int(digits[8:10])
        if day > _WOMEN_FROM:
            day -= _WOMEN_FROM
        born = 1 <= day <= _DAYS and 1 <= month <= _MONTHS
        return born and f"{digits[:2]}.{digits[2:4]}" in self.regions

    @cached_property
    def secrets(self) -> frozenset[str]:
        """Every text of the file that must not be said again."""
        found: set[str] = set()
        found.update(number for _, number in (*self.identities(), *self.phones()))
        for column in self.personal_columns:
            found.update(column.texts)
        return frozenset(text for text in found if len(text) > 1)


rule: Final = Rules[SourceContext, SourceContext](lambda context: (context,))
"""The rules over files as they were handed in."""


@rule("IKU620")
def identity_number(context: SourceContext) -> Outcomes:
    """A number of an identity card."""
    for place in dict.fromkeys(place for place, _ in context.identities()):
        yield at(place)


@rule("IKU621")
def phone_number(context: SourceContext) -> Outcomes:
    """A number of a mobile phone."""
    for place in dict.fromkeys(place for place, _ in context.phones()):
        yield at(place)


@rule("IKU622")
def personal_columns(context: SourceContext) -> Outcomes:
    """A table of people."""
    seen: set[str] = set()
    for column in context.personal_columns:
        title = " ".join(column.title.casefold().split())
        if title not in seen:
            seen.add(title)
            yield at(column.place, kolom=title)
