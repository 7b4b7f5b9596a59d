"""Giving the names of a table the room they need: what tells rows apart least makes way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kesbang_iku.cli.screen import display_width
from kesbang_iku.cli.table import GAP, Column, narrowest

_NAME_WIDTH = 30
"""So many columns of the terminal a name gets, if it is that long, before others are shown."""


@dataclass(frozen=True, slots=True)
class FittedTable:
    """A table with the columns that fit.

    Attributes:
        columns: those that are left.
        rows: their cells.
        same: the heading and content of each column that was the same in all rows.
        left_out: the headings of those there was no room for.
    """

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    same: Sequence[tuple[str, str]]
    left_out: Sequence[str]


def fit_columns(
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    width: int,
    spare: Sequence[int],
    *,
    common: bool = True,
    name_width: int = _NAME_WIDTH,
) -> FittedTable:
    """Leave out what is the same in all rows, then the ``spare`` columns until the names fit.

    Args:
        columns: all columns, one of them the ``main`` one.
        rows: their cells.
        width: of the terminal.
        spare: the numbers of the columns that may go, the first one first.
        common: whether what is the same in all rows goes, wide as the terminal may be.
        name_width: so wide names should be, if they are that long.
    """
    cells = {number: [row[number] for row in rows] for number in range(len(columns))}
    same = _same_in_all(cells, spare) if common and len(rows) > 1 else []
    kept = [number for number in cells if number not in same and any(cells[number])]
    wanted = min(name_width, _longest_name(columns, cells))
    left_out = []
    for number in spare:
        if number in kept and _room(columns, cells, kept, width) < wanted:
            kept.remove(number)
            left_out.append(number)
    return FittedTable(
        [columns[number] for number in kept],
        [[row[number] for number in kept] for row in rows],
        [(columns[number].heading, cells[number][0]) for number in same if cells[number][0]],
        [columns[number].heading for number in left_out],
    )


def _same_in_all(cells: dict[int, list[str]], spare: Sequence[int]) -> list[int]:
    return [number for number in spare if len(set(cells[number])) == 1]


def _longest_name(columns: Sequence[Column], cells: dict[int, list[str]]) -> int:
    (main,) = (number for number, column in enumerate(columns) if column.main)
    return max(map(display_width, cells[main]), default=0)


def _room(
    columns: Sequence[Column], cells: dict[int, list[str]], kept: Sequence[int], width: int
) -> int:
    """Return how wide the main column can be beside the others at their narrowest."""
    others = [number for number in kept if not columns[number].main]
    return width - sum(narrowest(columns[one], cells[one]) + len(GAP) for one in others)
