"""Several columns of a plan that would all be its value of one year, of which none is used.

The official funding table writes target and money of a year side by side under one head. Which
column is which is not guessed: where two of them would be the same target, neither is one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from kesbang_iku._records import dataclass
from kesbang_iku.files.headers import Column
from kesbang_iku.files.layouts import TableReader
from kesbang_iku.files.untitled_columns import Untitled
from kesbang_iku.files.year_parts import YEAR


@dataclass(frozen=True, slots=True)
class Rivals:
    """Columns that would all be one value of a year.

    Attributes:
        meaning: what they would be.
        columns: where they stand, from the left.
        row_below: the row below the headers that says what each of them holds, if one does.
    """

    meaning: Column
    columns: tuple[int, ...]
    row_below: int | None = None


def rival_columns(
    reading: TableReader, names: Collection[str], *, by_year: bool
) -> tuple[Rivals, ...]:
    """Return the columns that would be the same value of the same year, in the order of the table.

    Args:
        reading: the table.
        names: the columns that may hold values of years.
        by_year: whether a column of its own tells the year of each row.
    """
    meant: dict[Column, list[int]] = {}
    for index, column in reading.used.items():
        if column.nama in names and not column.numbered and (by_year or column.tahun is not None):
            meant.setdefault(Column(column.nama, column.tahun), []).append(index)
    untitled = Untitled(reading)
    found = (_rivals(reading, untitled, *one) for one in meant.items())
    return tuple(one for one in found if one is not None)


def _rivals(
    reading: TableReader, untitled: Untitled, meaning: Column, indexes: list[int]
) -> Rivals | None:
    """Return the columns that would be what ``meaning`` says, if they are more than one."""
    titled = [*indexes, *_without_year(reading, meaning)]
    beside = [
        other
        for index in indexes
        if meaning.tahun is not None
        for other in untitled.beside(index, lambda head: _tells(head, meaning.tahun))
    ]
    columns = tuple(sorted({*titled, *beside}))
    if len(columns) == 1:
        return None
    filled = [index for index in titled if untitled.holds(index, str.isalnum)]
    money = any(reading.header.columns[index].uang for index in filled)
    # An empty column takes nothing from the one beside it, unless only the money is filled in.
    if not beside and not filled[1:] and not money:
        return None
    return Rivals(meaning, columns, untitled.row_below if beside else None)


def _without_year(reading: TableReader, meaning: Column) -> Iterator[int]:
    """Yield the columns that would be it too, and stand under the head of its year."""
    if meaning.tahun is None:
        return
    for index, column in reading.header.columns.items():
        undated = column.nama == meaning.nama and column.tahun is None
        if undated and _tells(reading.header.titles[index], meaning.tahun):
            yield index


def _tells(title: str, year: int | None) -> bool:
    """Say whether a title tells that year and no other."""
    return YEAR.findall(title) == [str(year)]
