"""Tables that lie on their side: what stands in headers elsewhere stands below one another here.

Such are the card of an indicator (``Indikator | Indeks …`` over ``Target 2025 | 72``), and a table
with a column, or several, for each indicator. Each is given back upright, every cell of it with its
own place: what tells several columns of one indicator apart, as ``Tahun | 2024 | 2025`` or
``Target | Realisasi``, stands in a second row of headers then.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from typing import Final

from kesbang_iku.findings import Place
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.tables.blocks import TableRegion, region_below
from kesbang_iku.tables.footers import Footers
from kesbang_iku.tables.header_paths import header_paths
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import BASELINE, MONEY, NAME, TARGET, VALUES, YEAR
from kesbang_iku.tables.rows import sums_up
from kesbang_iku.tables.values import is_number

_INSIDE: Final = re.compile(r"\s*([^:]{2,60}?)\s*:\s+(\S.*)")
_COUNT: Final = re.compile(r"\d{1,2}\.?|[a-z][.)]", re.ASCII)
_UNIT: Final = re.compile(r"\s*\([^()\d]+\)\s*")
UNIT: Final = "satuan"
"""The header of units, by which a row of them alone is read."""
_NUMBER: Final = "no"
_GAP: Final = 2
_LEAST: Final = 2
_LEFT: Final = -1
"""Left of all columns."""
_CORNERS: Final = (YEAR, "periode")
_OF_ALL: Final = frozenset({TARGET, MONEY, BASELINE})
"""Of these a value that stands alone beside several years may be of all of them."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A row with what its first cell says, the column of that, and its other cells."""

    number: int
    label: str
    cells: Mapping[int, str]
    at: int


@dataclass(slots=True)
class _Block:
    """The row that names the indicators, the lines below it, and those that date its columns.

    ``dated_from`` is how many of ``lines`` stand above the latter; ``sums`` how many rows sum up
    others, which are none of them.
    """

    first: _Line
    lines: list[_Line] = field(default_factory=list)
    heads: list[_Line] = field(default_factory=list)
    dated_from: int = 0
    sums: int = 0

    @property
    def height(self) -> int:
        """How many rows it has."""
        return 1 + len(self.lines) + len(self.heads) + self.sums

    def covers(self, columns: Iterable[int]) -> bool:
        """Say whether each of ``columns`` names an indicator or is told apart by a head."""
        known = self.first.cells.keys() | {at for line in self.heads for at in line.cells}
        first = min(self.first.cells)
        return all(at >= first and at in known for at in columns)

    @property
    def is_card(self) -> bool:
        """Whether it is of one indicator."""
        return len(self.first.cells) == 1


@dataclass(frozen=True, slots=True)
class TurnedTable:
    """One such table, upright, the titles above it, and its first and last row in the sheet."""

    grid: Grid
    region: TableRegion
    titles: Sequence[str]
    first: int
    last: int


def turned_tables(grid: Grid, words: TableWords) -> list[TurnedTable]:
    """Return the tables of a sheet that lie on their side; none where numbers stand beside them."""
    starts: dict[int, _Line] = {}
    for at, row in enumerate(grid.rows):
        line = _line(row, words)
        if line is not None and _begins(line, words):
            starts[at] = line
        elif not starts and holds_numbers(row):
            return []
    found: list[TurnedTable] = []
    end = 0
    for start, after in pairwise([*starts, len(grid.rows)]):
        between = grid.rows[end:start]
        block = _below(grid, starts[start], range(start + 1, after), words)
        if not _is_table(block, words) or any(map(holds_numbers, between)):
            return []
        end = start + block.height
        titles = [" ".join(row.cells.values()) for row in between]
        found.append(_Upright(grid, block, words).table(titles))
    return [] if any(map(holds_numbers, grid.rows[end:])) else found


def turned_below(grid: Grid, words: TableWords) -> tuple[int, list[TurnedTable]]:
    """Return how many rows stand above such tables at the end of a sheet, and those tables."""
    corners = _corners(grid, words, 1)
    for at, row in enumerate(grid.rows if corners else ()):
        if not corners.isdisjoint(row.cells.values()) and _begins_surely(row, words):
            start = at - _titles_above(grid.rows[:at], row.number, words)
            found = turned_tables(replace(grid, rows=grid.rows[start:]), words)
            if found:
                return start, found
    return len(grid.rows), []


def lying_apart(grid: Grid, words: TableWords) -> list[Sequence[GridRow]]:
    """Return the rows of each table on its side that cannot be read, wherever its labels stand.

    They are not where they belong, before what they are of; else such a table is read.
    """
    corners = _corners(grid, words, 0)
    found: list[Sequence[GridRow]] = []
    end = 0
    for start, row in enumerate(grid.rows) if corners else ():
        for at, text in row.cells.items():
            if text not in corners or start < end or _count_numbers(row):
                continue
            line = _line(led := _led(row, at), words)
            if line is None or line.at != _LEFT or not _begins_surely(led, words):
                continue
            rows = [_led(one, at) for one in grid.rows[start:]]
            block = _below(replace(grid, rows=tuple(rows)), line, range(1, len(rows)), words)
            lying = grid.rows[start : start + block.height]
            if _is_table(block, words) and not turned_tables(replace(grid, rows=lying), words):
                found.append(lying)
                end = start + block.height
    return found


def _corners(grid: Grid, words: TableWords, numbers: int) -> set[str]:
    """Return what may name the indicators or times of a table on its side, beside few numbers."""
    rows = (row.cells.values() for row in grid.rows if _count_numbers(row) <= numbers)
    return {text for text in {*chain.from_iterable(rows)} if words.heads_names(text)}


def _count_numbers(row: GridRow) -> int:
    return sum(isinstance(text, NumberText) for text in row.cells.values())


def _led(row: GridRow, index: int) -> GridRow:
    """Return a row with the cell of a column before all others."""
    rest = {at: text for at, text in row.cells.items() if at != index}
    return replace(row, cells={_LEFT: row.cells[index], **rest} if index in row.cells else rest)


def _titles_above(rows: Sequence[GridRow], first: int, words: TableWords) -> int:
    """Return how many of the last of ``rows`` are titles of the table that begins in row ``first``.

    So is a text alone between it and an empty row.
    """
    found = Footers(words.file).titles_above(rows, first)
    if found or not rows or len(rows[-1].cells) > 1 or first - rows[-1].number > _GAP:
        return found
    return int(len(rows) == 1 or rows[-2].number < rows[-1].number - 1)


def _begins_surely(row: GridRow, words: TableWords) -> bool:
    """Say whether a row begins a card, or a table with a row a time."""
    line = _line(row, words)
    if line is None or not _begins(line, words):
        return False
    return len(line.cells) == 1 or words.text(line.label).role in _CORNERS


def holds_numbers(row: GridRow) -> bool:
    """Say whether a number stands beside something else in a row."""
    return len(row.cells) > 1 and any(map(is_number, row.cells.values()))


def _line(row: GridRow, words: TableWords, at: int = 0) -> _Line | None:
    """Return a row without the number before its label, which may stand in column ``at``."""
    cells = {at: _after_colon(text) for at, text in row.cells.items() if text.strip() != ":"}
    first, *others = sorted(cells) or (0,)
    text = cells.get(first, "").strip()
    counted = _COUNT.fullmatch(text) or words.text(text).role == _NUMBER
    if others and counted and (others[0] == at or _says(cells[others[0]], words)):
        first, *others = others
    if others:
        label = cells[first].strip().removesuffix(":").strip()
        return _Line(row.number, label, {at: cells[at] for at in others}, first)
    inside = _INSIDE.fullmatch(cells.get(first, ""))
    if inside is None or not _says(inside[1], words):
        return None
    return _Line(row.number, inside[1], {first: inside[2]}, first)


def labelled(row: GridRow, words: TableWords) -> tuple[str, str] | None:
    """Return the label of a row and the only text behind it: ``Indikator: Indeks …``."""
    line = _line(row, words)
    if line is None or len(line.cells) > 1:
        return None
    (text,) = line.cells.values()
    return line.label, text


def _after_colon(text: str) -> str:
    """Return what a cell says behind the colon it begins with, as forms typed as a list have it."""
    begun = text.lstrip()
    return begun[1:].lstrip() if begun.startswith(":") else text


def _says(label: str, words: TableWords) -> bool:
    return words.text(label).says_something


def _begins(line: _Line, words: TableWords) -> bool:
    """Say whether a row names the indicators that stand below, or beside one another."""
    said = words.text(line.label)
    names = [*line.cells.values()]
    nameless = any(
        is_number(one) or _COUNT.fullmatch(one) or words.only_dates(one) for one in names
    )
    if nameless or words.text(names[0]).exact:
        return False
    if said.role == NAME and said.exact and not said.dated:
        return True
    summing = load_headers().is_summary
    corner = said.role in {NAME, *_CORNERS} and not said.dated and len(names) >= _LEAST
    return corner and all(words.measures.match(one) and not summing(one) for one in names)


def _below(grid: Grid, first: _Line, rows: Iterable[int], words: TableWords) -> _Block:
    """Return the table that begins with line ``first``, over what of ``rows`` goes with it."""
    block = _Block(first)
    for line in _lines_below(grid, first, rows, words):
        if not _takes(block, line, words):
            break
    return block


def _lines_below(
    grid: Grid, first: _Line, rows: Iterable[int], words: TableWords
) -> Iterator[_Line]:
    """Yield the lines right below line ``first``, as far as no empty rows part them."""
    above = first.number
    for row in (grid.rows[index] for index in rows):
        line = _line(row, words, first.at)
        if min(row.cells) > first.at and (line is None or line.at != first.at):
            line = _Line(row.number, *_unlabelled(row.cells), first.at)
        if line is None or line.number - above > _GAP:
            return
        above = line.number
        yield line


def _takes(block: _Block, line: _Line, words: TableWords) -> bool:
    """Add a line to the table above it, and say whether it goes with that."""
    cells = {at: _counted(line.label, text, words) for at, text in line.cells.items()}
    head = replace(line, cells=cells)
    said = words.text(line.label)
    if said.role == NAME and said.exact and not said.dated:
        return False
    if _tells_columns(head, words):
        if block.heads and len(block.lines) > block.dated_from:
            return False
        block.heads.append(head)
        block.dated_from = len(block.lines)
    elif words.text(block.first.label).role in _CORNERS and sums_up(line.label):
        block.sums += 1
    elif line.label and block.covers(line.cells):
        block.lines.append(line)
    else:
        return False
    return True


def _unlabelled(cells: Mapping[int, str]) -> tuple[str, Mapping[int, str]]:
    """Return the label and the cells of a row without one: those in brackets are units."""
    if all(map(_UNIT.fullmatch, cells.values())):
        return UNIT, {at: text.strip(" ()") for at, text in cells.items()}
    return "", cells


def _tells_columns(line: _Line, words: TableWords) -> bool:
    """Say whether a line says of when the values below are, or which: ``Tahun | 2024 | 2025``."""
    label = words.text(line.label)
    if label.dated or label.role in VALUES or len(line.cells) < _LEAST:
        return False
    said = [words.text(text) for text in line.cells.values()]
    return all(one.dated or one.share or (one.role in VALUES and one.exact) for one in said)


def _is_table(block: _Block, words: TableWords) -> bool:
    """Say whether the first cells of rows are the headers of a table, with values among them."""
    said = [words.text(_counted(block.first.label, line.label, words)) for line in block.lines]
    known = [one for one in said if one.says_something]
    heads = (words.text(text) for line in block.heads for text in line.cells.values())
    valued = any(one.role in VALUES or one.dated for one in (*known, *heads))
    few = block.is_card and len(known) + len(block.heads) < _LEAST
    return valued and len(known) * 2 > len(said) and not few


def _counted(corner: str, text: str, words: TableWords) -> str:
    """Return a text with what it counts in a row or column of: ``I`` of ``Triwulan``."""
    full = f"{corner} {text}"
    alone = words.text(corner).role in _CORNERS and not words.text(text).dated
    return full if alone and words.text(full).dated else text


_Column = tuple[int, tuple[str, ...], int]
"""The number of a line, what tells a column of its values apart, and which of those so told."""


class _Upright:
    """Sets one table upright: a column for each line, or for each that is told apart in it."""

    def __init__(self, grid: Grid, block: _Block, words: TableWords) -> None:
        self._grid = grid
        self._block = block
        self._words = words
        self._lines = [block.first, *block.lines]
        rows = [GridRow(line.number, line.cells) for line in block.heads]
        self._paths = header_paths(grid, rows) if rows else {}
        names = sorted(block.first.cells)
        last = max((*self._paths, names[-1]))
        groups = [
            [at for at in range(start, end) if at == start or at in self._paths]
            for start, end in pairwise([*names, last + 1])
        ]
        filled = {at for line in block.lines for at in line.cells}
        self._groups = [group for group in groups if not filled.isdisjoint(group)]

    def table(self, titles: Sequence[str]) -> TurnedTable:
        """Return the table; ``titles`` stand above it."""
        found: dict[_Column, list[int | None]] = {(0, (), 0): [one[0] for one in self._groups]}
        for index in range(1, len(self._lines)):
            for group, columns in enumerate(self._groups):
                for key, at in self._columns_of(index, columns):
                    found.setdefault(key, [None] * len(self._groups))[group] = at
        return self._made([*found], [*found.values()], titles)

    def _columns_of(self, index: int, group: Sequence[int]) -> Iterator[tuple[_Column, int]]:
        """Yield what the cells of a line are for one indicator, with the columns they stand in."""
        line = self._lines[index]
        filled = [at for at in group if at in line.cells]
        counts: Counter[tuple[str, ...]] = Counter()
        for at in filled:
            path = self._paths.get(at, ()) if index > self._block.dated_from else ()
            if len(filled) == 1 and len(group) > 1 and path and self._may_be_of_all(line, at):
                several = dict.fromkeys(text for one in group for text in self._paths.get(one, ()))
                path = (" / ".join(several),)
            yield (index, path, counts[path]), at
            counts[path] += 1

    def _may_be_of_all(self, line: _Line, at: int) -> bool:
        """Say whether the only value of a line may be of all columns it could stand in."""
        said = self._words.text(line.label).role
        wide = any(
            merge.top == line.number and merge.left <= at < merge.right
            for merge in self._grid.merges
        )
        return wide or said in _OF_ALL or self._words.text(line.label).money

    def _made(
        self,
        columns: Sequence[_Column],
        cells: Sequence[Sequence[int | None]],
        titles: Sequence[str],
    ) -> TurnedTable:
        block, lines = self._block, self._lines
        labels = {
            at: _counted(block.first.label, lines[index].label, self._words)
            for at, (index, _, _) in enumerate(columns)
        }
        named = self._words.text(block.first.label).role == NAME
        labels[0] = block.first.label if named else NAME
        depth = max(len(path) for _, path, _ in columns)
        heads = [
            {at: path[level] for at, (_, path, _) in enumerate(columns) if level < len(path)}
            for level in range(depth)
        ]
        body = [
            {
                at: lines[columns[at][0]].cells[where]
                for at, places in enumerate(cells)
                if (where := places[group]) is not None
            }
            for group in range(len(self._groups))
        ]
        rows = tuple(
            GridRow(number, row) for number, row in enumerate((labels, *heads, *body), start=1)
        )

        def locate(row: int, column: int) -> Place:
            line, path = lines[columns[column][0]], columns[column][1]
            told = next(at for at in cells[column] if at is not None)
            if row > depth + 1:
                here = cells[column][row - depth - 2]
                return self._grid.place(line.number, told if here is None else here)
            if row > 1 and path:
                return self._grid.place(block.heads[row - 2].number, told)
            return self._grid.place(line.number, line.at)

        turned = replace(self._grid, rows=rows, locate=locate, merges=(), turned=True)
        region = region_below(turned, self._words, depth + 1)
        last = self._lines[-1].number
        return TurnedTable(turned, region, titles, block.first.number, last)
