"""The cells of a table before anybody knows which row holds its headers.

A sheet of a workbook and a CSV file both become a grid. A cell is text; one that held a number in a
workbook is a :class:`~kesbang_iku.sources.document.NumberText`, so that its notation is beyond
doubt, one that held a date is a :class:`DateText`, and one with digits that a spreadsheet raises,
lowers or strikes out a :class:`MarkedText`.
"""

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import field
from functools import cached_property
from typing import Self

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Place


class DateText(str):
    """A date of a workbook, as ``2025-03-04``: what a spreadsheet makes of many a number.

    ``shown`` is what its format lets people see of it: ``2025-03`` where that is no day.
    """

    __slots__ = ("shown",)

    shown: str

    def __new__(cls, date: str, shown: str | None = None) -> Self:
        """Return ``date``, of which no more than ``shown`` is seen."""
        made = super().__new__(cls, date)
        made.shown = date if shown is None else shown
        return made

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Return what makes the same date again, in a copy or in another process."""
        return type(self), (str(self), self.shown)


def as_shown(text: str) -> str:
    """Return what people see of a cell that says when something is: of a date, its month."""
    return text.shown if isinstance(text, DateText) else text


class MarkedText(str):
    """A text with digits that are raised, lowered or struck out: they count for no number.

    Raised and lowered digits stand as such (``20¹``), those struck out with a line through them.
    """

    __slots__ = ()


class ScaledText(str):
    """A number that is shown in another scale than it is stored in: it counts for no number.

    ``bentuk`` is the cell's format, such as ``#,##0,``.
    """

    __slots__ = ("bentuk",)

    bentuk: str

    def __new__(cls, text: str, bentuk: str) -> Self:
        """Return ``text`` with the format that shows it otherwise."""
        scaled = super().__new__(cls, text)
        scaled.bentuk = bentuk
        return scaled

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """Return what makes the same text again, in a copy or in another process."""
        return type(self), (str(self), self.bentuk)


@dataclass(frozen=True, slots=True)
class GridRow:
    """One row that is not blank: its number from 1, and its cells by column from 0.

    ``width`` is how many cells a row of a CSV file has, blank ones too; 0 in a workbook.
    """

    number: int
    cells: Mapping[int, str]
    width: int = 0


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells joined to one. Rows count from 1, columns from 0, the last ones are inside."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True)
class Grid:
    """The cells of a sheet or a CSV file, blank ones left out.

    ``name`` is the sheet's, and ``None`` for a file that has no sheets; ``locate`` tells where the
    cell in a row (from 1) and a column (from 0) stands. ``turned`` says that a table was set
    upright: its rows are columns of the sheet.
    """

    source: str
    name: str | None
    rows: tuple[GridRow, ...] = field(repr=False)
    locate: Callable[[int, int], Place] = field(repr=False, compare=False)
    merges: tuple[Merge, ...] = ()
    turned: bool = False

    def place(self, row: int, column: int) -> Place:
        """Return where the cell in ``row`` (from 1) and ``column`` (from 0) stands."""
        return self.locate(row, column)

    @property
    def start(self) -> Place:
        """Where the first cell that is not blank stands."""
        if not self.rows:
            return Place(berkas=self.source)
        return self.place(self.rows[0].number, min(self.rows[0].cells))

    @cached_property
    def _downwards(self) -> Mapping[int, tuple[list[int], list[Merge]]]:
        """The merges over several rows by their first column, with where each one starts."""
        found: dict[int, list[Merge]] = {}
        for merge in sorted(self.merges, key=lambda merge: merge.top):
            if merge.bottom > merge.top:
                found.setdefault(merge.left, []).append(merge)
        return {
            column: ([merge.top for merge in merges], merges) for column, merges in found.items()
        }

    def merged_above(self, row: int, column: int) -> int | None:
        """Return the row that holds the text of a cell merged downwards, if it is another one."""
        starts, merges = self._downwards.get(column, ([], []))
        index = bisect_right(starts, row) - 1
        if index < 0 or not merges[index].top < row <= merges[index].bottom:
            return None
        return merges[index].top


def column_letters(index: int) -> str:
    """Return the letters of the column ``index`` (from 0) as spreadsheets name it."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
