"""Tables beside one another in a sheet, taken apart where an empty column stands between them."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kesbang_iku.findings import Finding, kinds
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.tables.blocks import Block, Blocks, find_blocks
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import MONEY, NAME, TARGET, YEAR
from kesbang_iku.tables.read_table import ReadTable
from kesbang_iku.tables.row_labels import in_words

_PROGRAMME: Final = "program"
_OF_YEARS: Final = (YEAR, "nilai")
_WORDS: Final = re.compile(r"[^\W_]+")


def apart(grid: Grid, words: TableWords) -> Iterator[tuple[Grid, Blocks]]:
    """Yield a sheet for each table beside another one, with the titles above all of them.

    A sheet is taken apart only if each part names indicators of its own. With each comes what
    headers it has.
    """
    blocks = find_blocks(grid, words)
    gaps = _gaps(grid, blocks.starts, words) if len(blocks.starts) == 1 else []
    pairs = [] if gaps or len(blocks.starts) != 1 else _pairs(blocks.starts[0], words)
    for own in pairs:
        part = replace(grid, rows=tuple(_of_columns(grid, blocks.starts[0], own, pairs)))
        yield part, find_blocks(part, words)
    if not (gaps or pairs):
        yield grid, blocks
    if not gaps:
        return
    first = blocks.starts[0].first
    bounds = [-1, *gaps, 1 + max(max(row.cells) for row in grid.rows)]
    for left, right in pairwise(bounds):
        part = replace(grid, rows=tuple(_within(grid, first, left, right, gaps)))
        yield part, find_blocks(part, words)


def doubtful_money(tables: Sequence[ReadTable]) -> Iterator[Finding]:
    """Yield that money beside indicators, in exactly their rows, may be theirs: nothing parts it.

    A table of its own numbers its rows, or has others: more programmes, or their sum.
    """
    for left, right in pairwise(tables):
        named = {one.row for one in left.items}
        money = [one for one in right.columns if one.role == MONEY and not right.items]
        filled = {row.number for row in right.grid.rows if row.number > right.titles[1]}
        same = left.titles[0] == right.titles[0] and named == filled
        if same and not (right.budget or any(one.role == "nomor" for one in right.columns)):
            for column in money:
                title, place = " / ".join(column.titles), right.title_place(column.index)
                told = {"judul": title, "jumlah": len(filled)}
                yield kinds.COLUMN_NOT_UNDERSTOOD.at(place, value=title, **told)


def _gaps(grid: Grid, blocks: Sequence[Block], words: TableWords) -> list[int]:
    """Return the empty columns between columns that name what their rows are.

    Each but the last of the tables beside one another has values of its own.
    """
    (block,) = blocks
    used = {at for row in grid.rows if row.number >= block.first for at in row.cells}
    names = _name_columns(grid, block, used)
    values = {at for at, one in block.headings.items() if words.holds_values(one)}
    unknown = [at for at, one in block.headings.items() if one.role is None]
    numbers = values.union(unknown).difference(in_words(unknown, _below(grid, block)))
    gaps = []
    for left, right in pairwise(names):
        empty = [at for at in range(left + 1, right) if at not in used]
        # Numbers behind a gap and before the next name are of the name they follow.
        near = [at for at in empty[-1:] if numbers.isdisjoint(range(at, right))]
        gaps += [at for at in near if not _parts_group(block, at)]
    complete = 0 < len(gaps) == len(names) - 1
    # Columns of values stand before each gap and behind the one before it.
    ends = pairwise([-1, *gaps])
    valued = all(any(left < at < right for at in values) for left, right in ends)
    return gaps if complete and valued else []


def _name_columns(grid: Grid, block: Block, used: Collection[int]) -> list[int]:
    """Return the columns that each name the rows of a table."""
    marks = _marks(grid, block)
    exact = sorted(at for at, one in block.headings.items() if one.role == NAME and one.exact)
    names = [at for at in exact if at not in marks]
    # One of programmes or of money stands beside one of indicators, too, behind an empty column.
    others = [at for at in _others(block) if at not in marks and at > max(names, default=at)]
    return names + [at for at in others if not {*range(names[-1] + 1, at)} <= {*used}][:1]


def _parts_group(block: Block, gap: int) -> bool:
    """Say whether columns on both sides of a gap stand under one head."""
    left, right = (
        max(at for at in block.paths if at < gap),
        min(at for at in block.paths if at > gap),
    )
    return block.paths[left][:-1] == block.paths[right][:-1] != ()


def _marks(grid: Grid, block: Block) -> Collection[int]:
    """Return the columns of single words that mark the names of another column: ``IKU: Ya``.

    A header that stands over the other names, too, is of names.
    """
    below = _below(grid, block)
    names = [at for at, one in block.headings.items() if one.role == NAME]
    worded = in_words(names, below)
    titles = {block.paths[at][-1] for at in worded}
    return [
        at
        for at in names
        if worded and at not in worded
        if _repeats(at, below) or (block.headings[at].exact and block.paths[at][-1] not in titles)
    ]


def _below(grid: Grid, block: Block) -> list[Mapping[int, str]]:
    return [row.cells for row in grid.rows if row.number > block.last]


def _repeats(index: int, rows: Sequence[Mapping[int, str]]) -> bool:
    texts = [row[index] for row in rows if index in row]
    return len({*texts}) < len(texts)


def _others(block: Block) -> list[int]:
    """Return the columns that may begin a table of programmes, or of others behind the targets."""
    heads = {at: one.role for at, one in block.headings.items()}
    last = max((at for at, one in block.headings.items() if one.role == TARGET and not one.money),
               default=max(heads))  # fmt: skip
    told = (at for at, then in pairwise(sorted(heads)) if (heads[at], heads[then]) == _OF_YEARS)
    behind = {*told, *(at for at, role in heads.items() if role == NAME)}
    return [at for at in heads if heads[at] == _PROGRAMME or (at in behind and at > last)]


def _pairs(block: Block, words: TableWords) -> list[set[int]]:
    """Return the columns of each of several names that share a head or a word with their values.

    Such are the levels of a cascade: ``Indikator Sasaran | Target Sasaran | Indikator Program |
    Target Program``, in any order. None are returned where one value is not so told.
    """
    heads = block.headings.items()
    names = [at for at, one in heads if one.role == NAME]
    of = _owners(block.paths, names) if len(names) > 1 else {}
    values = [of.get(at, ()) for at, one in heads if words.holds_values(one)]
    units = [at for at, one in heads if one.role == "satuan" and not of.get(at)]
    told = all(of.get(at) == [at] for at in names) and {*map(len, values)} == {1}
    if not told or len(units) > 1 or len({one[0] for one in values}) < len(names):
        return []
    return [{at for at, one in of.items() if one == [name]} for name in names]


def _owners(
    paths: Mapping[int, Sequence[str]], names: Collection[int]
) -> Mapping[int, Sequence[int]]:
    """Return by column the ``names`` whose headers have nothing else than it has, but for kin."""
    texts = {at: {*_WORDS.findall(" ".join(path).casefold())} for at, path in paths.items()}
    shared = set.intersection(*(texts[at] for at in names))
    marks = {at: texts[at] - shared for at in names}
    return {
        at: [name for name, mark in marks.items() if mark and mark <= text]
        for at, text in texts.items()
    }


def _of_columns(
    grid: Grid, block: Block, own: Collection[int], groups: Sequence[Collection[int]]
) -> Iterator[GridRow]:
    """Yield the rows of a table with its ``own`` columns and those that are of no group."""
    others = {at for group in groups for at in group if at not in own}
    for row in grid.rows:
        cells = {at: text for at, text in row.cells.items() if at not in others}
        if row.number < block.first:
            yield row
        elif not cells.keys().isdisjoint(own):
            yield replace(row, cells=cells)


def _within(
    grid: Grid, first: int, left: int, right: int, gaps: Sequence[int]
) -> Iterator[GridRow]:
    for row in grid.rows:
        # Titles side by side are each of the table below; one alone is of all of them.
        apart = {sum(gap < at for gap in gaps) for at in row.cells}
        if row.number < first and len(apart) == 1:
            yield row
            continue
        cells = {at: text for at, text in row.cells.items() if left < at < right}
        if cells:
            yield replace(row, cells=cells)
