"""Tables that lie on their side: what stands in headers elsewhere stands below one another here.

Such are the card of an indicator (``Indikator | Indeks …`` over ``Target 2025 | 72``), and a table
with a column for each indicator. Each is given back upright, every cell of it with its own place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.tables.blocks import TableRegion, region_below
from kesbang_iku.tables.headings import NAME, VALUES, YEAR, TableWords
from kesbang_iku.tables.values import is_number

_INSIDE: Final = re.compile(r"\s*([^:]{2,60}?)\s*:\s+(\S.*)")
_COUNT: Final = re.compile(r"\d{1,2}\.?", re.ASCII)
_GAP: Final = 2
_LEAST: Final = 2
_WIDEST_CARD: Final = 4
_CORNERS: Final = (YEAR, "periode")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what its first cell says, the column of that, and its other cells."""

    number: int
    label: str
    at: int
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class TurnedTable:
    """One such table, upright, and the titles above it; ``first`` is the row it begins in."""

    grid: Grid
    region: TableRegion
    titles: Sequence[str]
    first: int
    is_card: bool


def turned_tables(grid: Grid, words: TableWords) -> list[TurnedTable]:
    """Return the tables of a sheet that lie on their side; none where numbers stand beside them."""
    lines = [_line(row, words) for row in grid.rows]
    starts = [at for at, line in enumerate(lines) if line is not None and _begins(line, words)]
    found: list[TurnedTable] = []
    end = 0
    for start, after in pairwise([*starts, len(lines)]):
        between = grid.rows[end:start]
        block = _below(lines, start, after)
        if not _is_table(block, words) or any(map(_holds_numbers, between)):
            return []
        end = start + len(block)
        found.append(_upright(grid, block, words, between))
    return [] if any(map(_holds_numbers, grid.rows[end:])) else found


def cards_below(grid: Grid, words: TableWords) -> tuple[int, list[TurnedTable]]:
    """Return how many rows stand above the cards that a sheet ends with, and the cards."""
    for at, row in enumerate(grid.rows):
        if len(row.cells) <= _WIDEST_CARD and _begins_card(row, words):
            cards = turned_tables(replace(grid, rows=grid.rows[at:]), words)
            if cards and all(one.is_card for one in cards):
                return at, cards
    return len(grid.rows), []


def _begins_card(row: GridRow, words: TableWords) -> bool:
    line = _line(row, words)
    return line is not None and len(line.cells) == 1 and _begins(line, words)


def _holds_numbers(row: GridRow) -> bool:
    return len(row.cells) > 1 and any(map(is_number, row.cells.values()))


def _line(row: GridRow, words: TableWords) -> _Line | None:
    """Return a row without the number before its label and the colon behind it."""
    cells = {at: text for at, text in row.cells.items() if text.strip() != ":"}
    first, *others = sorted(cells) or (0,)
    if others and _COUNT.fullmatch(cells[first].strip()) and _says(cells[others[0]], words):
        first, *others = others
    if others:
        label = cells[first].strip().removesuffix(":").strip()
        return _Line(row.number, label, first, {at: cells[at] for at in others})
    inside = _INSIDE.fullmatch(cells.get(first, ""))
    if inside is None or not _says(inside[1], words):
        return None
    return _Line(row.number, inside[1], first, {first: inside[2]})


def _says(label: str, words: TableWords) -> bool:
    return words.text(label).says_something


def _begins(line: _Line, words: TableWords) -> bool:
    """Say whether a row names the indicators that stand below, or beside one another."""
    said = words.text(line.label)
    names = [*line.cells.values()]
    if any(map(is_number, names)) or words.text(names[0]).exact:
        return False
    if said.role == NAME and said.exact and not said.dated:
        return True
    summing = load_headers().is_summary
    corner = said.role in {NAME, *_CORNERS} and not said.dated and len(names) >= _LEAST
    return corner and all(words.measures.match(one) and not summing(one) for one in names)


def _below(lines: Sequence[_Line | None], start: int, end: int) -> list[_Line]:
    """Return the rows of the table that begins with line ``start``."""
    first = lines[start]
    block = [] if first is None else [first]
    for line in lines[start + 1 : end]:
        known = line is not None and (line.cells.keys() <= block[0].cells.keys())
        if line is None or not known or line.number - block[-1].number > _GAP:
            break
        block.append(line)
    return block


def _is_table(block: Sequence[_Line], words: TableWords) -> bool:
    """Say whether the first cells of rows are the headers of a table, with values among them."""
    said = [words.text(line.label) for line in block[1:]]
    known = [one for one in said if one.says_something]
    valued = any(one.role in VALUES or one.dated for one in known)
    few = len(block[0].cells) == 1 and len(known) < _LEAST
    return valued and len(known) * 2 > len(said) and not few


def _upright(
    grid: Grid, block: Sequence[_Line], words: TableWords, between: Sequence[GridRow]
) -> TurnedTable:
    first = block[0]
    columns = [first.at, *sorted(first.cells)]
    labels = {index: line.label for index, line in enumerate(block)}
    labels[0] = first.label if words.text(first.label).role == NAME else NAME
    rows = [GridRow(1, labels)] + [
        GridRow(
            number, {at: line.cells[index] for at, line in enumerate(block) if index in line.cells}
        )
        for number, index in enumerate(columns[1:], start=2)
    ]
    turned = replace(
        grid,
        rows=tuple(rows),
        locate=lambda row, column: grid.place(block[column].number, columns[row - 1]),
        merges=(),
        turned=True,
    )
    titles = [" ".join(row.cells.values()) for row in between]
    return TurnedTable(
        turned, region_below(turned, words), titles, first.number, len(first.cells) == 1
    )
