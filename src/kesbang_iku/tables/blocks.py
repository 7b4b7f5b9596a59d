"""Finding the tables of a sheet: the rows of headers of each, down to its data.

A header row names the indicators and something else. It goes on upwards over the heads of groups
and downwards as long as every cell is a header; a row that says the same again is no new table.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import chain, zip_longest
from typing import Final, NamedTuple

from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.sources.headers import squeeze
from kesbang_iku.sources.reports import IDENTITY
from kesbang_iku.tables.footers import Footers
from kesbang_iku.tables.header_paths import by_heads, header_paths, is_numbering
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import NAME, VALUES, YEAR, Heading

_DEEPEST: Final = 6
_LEAST: Final = 2
_TITLE_ROWS: Final = 2
_LONGEST_HEADER: Final = 12
_GAP: Final = 2
_SLIPS_UNTIL: Final = 20
"""The last row in which headers may be that are known only once their slips are mended."""
_NUMBER_HEAD: Final = "no"
_FOREIGN: Final = frozenset({NAME, _NUMBER_HEAD, "program", "sasaran", "wilayah", "kode"})
"""The roles that the first header of a table has which names no indicators."""
_GRADE: Final = re.compile(r"[A-Z]{1,3}|n/?a|nihil|[a-z]+ (?:ada|dihitung)", re.IGNORECASE)
_SMALL: Final = re.compile(r"\d{1,2}", re.ASCII)
_ORDINALS: Final = frozenset({"I", "II", "III", "IV"})
_NUMBER: Final = re.compile(r"-?[0-9][0-9.,]*\s*%?")
_YEAR_LENGTH: Final = 4
_YEAR_NUMBER: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Block:
    """The header rows of one table: by column the texts from the top down, and what they say."""

    rows: tuple[GridRow, ...]
    paths: Mapping[int, tuple[str, ...]]
    headings: Mapping[int, Heading]

    @property
    def first(self) -> int:
        """The number of its first row."""
        return self.rows[0].number

    @property
    def last(self) -> int:
        """The number of its last row."""
        return self.rows[-1].number

    @property
    def roles(self) -> frozenset[str]:
        """The roles of its columns."""
        return frozenset(one.role for one in self.headings.values() if one.role is not None)

    def repeats(self, other: Block) -> bool:
        """Say whether it has the same headers as ``other``."""
        return _squeezed(self.paths) == _squeezed(other.paths)


@dataclass(frozen=True)
class TableRegion:
    """One table: what stands above it, its headers, and the rows below up to the next one."""

    above: tuple[GridRow, ...]
    block: Block
    below: tuple[GridRow, ...]
    repeated: frozenset[int]

    @cached_property
    def texts(self) -> frozenset[str]:
        """What stands in the cells below the headers and is no number, each text once."""
        found = {*chain.from_iterable([row.cells.values() for row in self.below])}
        return frozenset([text for text in found if not isinstance(text, NumberText)])


class Blocks(NamedTuple):
    """The headers of the tables of a sheet from top to bottom, and rows that only repeat them."""

    starts: Sequence[Block]
    repeated: frozenset[int]


def find_regions(grid: Grid, words: TableWords, blocks: Blocks | None = None) -> list[TableRegion]:
    """Return the tables of a sheet from top to bottom; ``blocks`` are its headers, if known."""
    starts, repeated = blocks or find_blocks(grid, words)
    return list(_regions(grid.rows, starts, repeated, Footers(words.file)))


def region_below(grid: Grid, words: TableWords, heads: int) -> TableRegion:
    """Return the table of a grid whose first ``heads`` rows are known to be all of its headers."""
    block = _Search(grid, words).of_rows(grid.rows[:heads])
    return TableRegion((), block, grid.rows[heads:], frozenset())


def find_blocks(grid: Grid, words: TableWords) -> Blocks:
    """Return the headers of the tables of a sheet."""
    search = _Search(grid, words)
    starts: list[Block] = []
    repeated: set[int] = set()
    index = 0
    while index < len(grid.rows):
        block = search.block_at(index, starts[-1].last if starts else 0)
        if block is None:
            index += 1
            continue
        if starts and block.repeats(starts[-1]) and not _titled(grid.rows, block):
            repeated |= {row.number for row in block.rows}
        else:
            starts.append(block)
        index = next(
            (at for at, row in enumerate(grid.rows) if row.number > block.last), len(grid.rows)
        )
    return Blocks(starts, frozenset(repeated))


def _titled(rows: Sequence[GridRow], block: Block) -> bool:
    """Say whether a title stands right above headers, as above those of another table."""
    above = [row for row in rows if block.first - _TITLE_ROWS <= row.number < block.first]
    return (
        bool(above)
        and len(above[-1].cells) == 1
        and not any(
            text.casefold().startswith("lanjutan") or _is_number(text)
            for text in above[-1].cells.values()
        )
    )


def _regions(
    rows: Sequence[GridRow], blocks: Sequence[Block], repeated: frozenset[int], footers: Footers
) -> Iterator[TableRegion]:
    above = tuple(row for row in rows if blocks and row.number < blocks[0].first)
    for block, after in zip_longest(blocks, blocks[1:]):
        end = rows[-1].number + 1 if after is None else after.first
        last = block.last
        below = tuple([row for row in rows if last < row.number < end])
        titles = 0 if after is None else footers.titles_above(below, after.first)
        cut = len(below) - titles
        yield TableRegion(above, block, below[:cut], repeated)
        above = below[cut:]


@dataclass(frozen=True, slots=True)
class _Search:
    grid: Grid
    words: TableWords

    def block_at(self, index: int, above: int) -> Block | None:
        """Return the header block whose naming row is row ``index``, none of it above ``above``."""
        rows = self.grid.rows
        naming = rows[index]
        if self._names_alone(index):
            return self.of_rows([naming])
        names = self._naming(naming)
        if names is None:
            return self.of_rows([naming]) if self._is_foreign(index, above) else None
        start = index
        while (
            start > 0
            and index - start < _DEEPEST
            and rows[start].number - rows[start - 1].number <= _GAP
            and rows[start - 1].number > above
            and self._is_head(rows[start - 1], naming, names)
        ):
            start -= 1
        end = index + 1
        while (
            end < len(rows)
            and end - start < _DEEPEST
            and rows[end].number - rows[end - 1].number <= _GAP
            and self._continues(rows[start:end], rows[end], names)
        ):
            end += 1
        block = self.of_rows(rows[start:end])
        known = {replace(one, exact=False) for one in block.headings.values() if one.says_something}
        return None if len(known) < _LEAST else block

    def of_rows(self, rows: Sequence[GridRow]) -> Block:
        """Return the headers that stand in rows."""
        paths = header_paths(self.grid, rows)
        self._add_covered(paths, rows)
        headings = {at: self.words.column(path) for at, path in paths.items()}
        meant = self._sums(paths) | _whole_years(paths, headings)
        return Block(tuple(rows), paths, headings | meant)

    def _sums(self, paths: Mapping[int, tuple[str, ...]]) -> dict[int, Heading]:
        """Return what ``Jumlah`` says beside shares or parts of it: what stands above them."""
        found = {}
        for above, group in by_heads(paths).items():
            said = self.words.column(above)
            whole = [at for at in group if above and self.words.is_total(paths[at][-1])]
            dated = any(self.words.text(paths[at][-1]).dated for at in group if paths[at])
            if len(whole) == 1 < len(group) and said.role in VALUES and not dated:
                found[whole[0]] = said
        return found

    def _is_foreign(self, index: int, above: int) -> bool:
        """Say whether row ``index`` begins another table below, of which no indicators are named.

        An empty row or a text alone stands right above it, and numbers right below its words.
        """
        if not 0 < above < index + 1 < len(self.grid.rows):
            return False
        before, row, first = self.grid.rows[index - 1 : index + 2]
        apart = before.number < row.number - 1 or len(before.cells) == 1
        if not apart or first.number > row.number + 1 or not self._are_heads([*row.cells.values()]):
            return False
        return any(_is_number(first.cells.get(at, "")) for at in row.cells)

    def _are_heads(self, texts: Sequence[str]) -> bool:
        """Say whether texts are words alone, each another one, and one says what rows are of."""
        said = {text: self.words.text(text) for text in texts}
        # With the names of indicators beside a time it is a table on its side.
        times = () if all(map(self.words.measures.match, texts[1:])) else (YEAR, "periode")
        known = [text for text, one in said.items() if one.role in {*_FOREIGN, *times}]
        named = any(said[text].exact for text in known)
        named = named or (texts[0] in known and not self.words.measures.match(texts[0]))
        different = len({*map(squeeze, texts)}) == len(texts) >= _LEAST
        return named and different and not any(self._may_be_value(*one) for one in said.items())

    def _may_be_value(self, text: str, said: Heading) -> bool:
        return any(map(str.isdigit, text)) or (self._is_value(text) and not said.exact)

    def _names_alone(self, index: int) -> bool:
        """Say whether a sheet is one column, with a header on top that it is of indicators."""
        rows = self.grid.rows
        first = self.words.text(next(iter(rows[0].cells.values())))
        names = first.exact and first.role == NAME
        return names and not index and len({at for row in rows for at in row.cells}) == 1

    def _add_covered(self, paths: dict[int, tuple[str, ...]], block: Sequence[GridRow]) -> None:
        """Give the columns that stand under nothing but a merged head what it says."""
        inside = {row.number for row in block}
        for merge in self.grid.merges:
            if merge.top in inside and merge.left in paths:
                for index in range(merge.left + 1, merge.right + 1):
                    paths.setdefault(index, paths[merge.left])

    def _naming(self, row: GridRow) -> int | None:
        """Return the column of the first name of what the rows are, if this is a header row."""
        if any(_is_number(one) or "://" in one for one in row.cells.values()) or is_numbering(row):
            return None
        named = self._first_name(row, {at: self.words.text(one) for at, one in row.cells.items()})
        if named is None and len(row.cells) >= _LEAST and row.number <= _SLIPS_UNTIL:
            mended = {at: self.words.column([one]) for at, one in row.cells.items()}
            named = self._first_name(row, mended)
        return named

    def _first_name(self, row: GridRow, found: Mapping[int, Heading]) -> int | None:
        """Return the column of the first name, if what was ``found`` in a row are headers."""
        known = [one for one in found.values() if one.says_something]
        changed = map(self.words.without_change, zip(row.cells.values()))
        plans = [rest for rank, rest in changed if rank and self._is_sure(" ".join(rest))]
        exact = [*plans, *(one for one in known if one.exact or one.dated)]
        ours = {one.role for one in known if one.exact} >= {*IDENTITY}
        if len(known) < _LEAST or (len(known) * 2 < len(found) and not ours):
            return None
        short = all(len(text.split()) <= _LONGEST_HEADER for text in row.cells.values())
        # A row of data may speak of an indicator, too; a header row has headers known as a whole.
        least = max(1, min(len(found) - 1, _LEAST), 0 if short else (len(found) + 1) // 2)
        if len(exact) < least:
            return None
        return next(
            (at for role in (NAME, "kode", "variabel", "program", "sasaran")
             for at, one in found.items() if one.role == role),
            None,
        )  # fmt: skip

    def _is_head(self, row: GridRow, naming: GridRow, names: int) -> bool:
        """Say whether a row above the naming row holds heads of groups, and is no title."""
        if min(row.cells) <= names or any(_is_number(text) for text in row.cells.values()):
            return False
        if not row.cells.keys() <= self._covered(row, naming):
            return False
        return all(self.words.text(text).says_something for text in row.cells.values())

    def _covered(self, row: GridRow, naming: GridRow) -> set[int]:
        """Return the columns with something below, where merged cells count as one."""
        below = set(naming.cells)
        for merge in self.grid.merges:
            if merge.top == row.number and below & set(range(merge.left, merge.right + 1)):
                below.add(merge.left)
        return below

    def _continues(self, block: Sequence[GridRow], row: GridRow, names: int) -> bool:
        """Say whether a row below headers is one of them, understood or not.

        A date alone, below or before the names, or below numbers, is of the rows below it.
        """
        index, text = next(iter(row.cells.items()))
        if len(row.cells) == 1 and self.words.only_dates(text):
            head = header_paths(self.grid, block).get(index, ())
            if index <= names or self.words.column(head).role == _NUMBER_HEAD:
                return False
        return self._goes_down(block, row, names) or self._stands_below(block, row, names)

    def _stands_below(self, block: Sequence[GridRow], row: GridRow, names: int) -> bool:
        """Say whether a row without a name tells columns of values apart, though not how.

        What it says is part of their headers, so that none of them is taken for the whole.
        """
        if names in row.cells or min(row.cells) < names:
            return False
        numbers = [text for text in row.cells.values() if _is_number(text)]
        if numbers:
            return len(numbers) == len(row.cells) >= _LEAST and _counts(numbers)
        heads = header_paths(self.grid, block)
        said = {index: self.words.column(path) for index, path in heads.items()}
        values = [at for at, one in said.items() if self.words.holds_values(one)]
        return bool(values) and any(
            index >= min(values) and any(map(str.isalpha, text)) and not self._is_value(text)
            for index, text in row.cells.items()
        )

    @staticmethod
    def _is_value(text: str) -> bool:
        """Say whether a text may be a value: a grade, or that there is none."""
        return _GRADE.fullmatch(text.strip()) is not None

    def _goes_down(self, block: Sequence[GridRow], row: GridRow, names: int) -> bool:
        """Say whether a row below headers is one of them."""
        if all(self._in_group(block, index) for index in row.cells) and names not in row.cells:
            # A small number may count parts of a year.
            numbers = filter(_is_number, row.cells.values())
            return all(map(_SMALL.fullmatch, numbers))
        texts = {index: text for index, text in row.cells.items() if index != names}
        starts = is_numbering(row) and len(row.cells) > _LEAST
        if starts or any(map(_is_number, texts.values())) or not self._named(block, row, names):
            return False
        return bool(row.cells) and self._all_headers(block, texts)

    def _named(self, block: Sequence[GridRow], row: GridRow, names: int) -> bool:
        """Say whether what stands below the name of the indicators may go on with it."""
        merged = self.grid.merged_above(row.number, names)
        return names not in row.cells or merged is not None or self._same_name(block, row, names)

    def _all_headers(self, block: Sequence[GridRow], texts: Mapping[int, str]) -> bool:
        """Say whether each of ``texts`` is a header, alone or with those above it."""
        heads = header_paths(self.grid, block)
        sure = [index for index, text in texts.items() if self._is_sure(text)]
        ordinals = [index for index in sure if texts[index].strip().upper() in _ORDINALS]
        if len(ordinals) == 1:
            # One alone numbers a section; the parts of a year are several.
            sure.remove(ordinals[0])
        return all(
            index in sure
            or (index in heads and self.words.text(" ".join((*heads[index], text))).exact)
            or (self._in_group(block, index) and len(text.split()) <= _LONGEST_HEADER)
            or (bool(sure) and self.words.text(text).says_something)
            for index, text in texts.items()
        )

    def _is_sure(self, text: str) -> bool:
        found = self.words.text(text)
        known = found.exact or found.dated or found.money or found.performance or found.share
        return known or text.strip().upper() in _ORDINALS

    def _in_group(self, block: Sequence[GridRow], index: int) -> bool:
        """Say whether a head above is merged over this column and others."""
        inside = range(block[0].number, block[-1].number + 1)
        return any(
            merge.top in inside and merge.left < merge.right and merge.left <= index <= merge.right
            for merge in self.grid.merges
        )

    def _same_name(self, block: Sequence[GridRow], row: GridRow, names: int) -> bool:
        """Say whether the text below a name goes on with it: ``Indikator`` over ``Kinerja``."""
        above = [one.cells[names] for one in block if names in one.cells]
        joined = self.words.text(" ".join((*above, row.cells[names])))
        alone = self.words.text(row.cells[names])
        return (joined.exact and joined.role == NAME) or (alone.exact and alone.role == NAME)


def _whole_years(
    paths: Mapping[int, tuple[str, ...]], headings: Mapping[int, Heading]
) -> dict[int, Heading]:
    """Return what ``Tahun`` says beside parts of a year under one head: values of all of it."""
    found = {}
    for above, group in by_heads(paths).items():
        columns = group if above else []
        beside = {headings[at].role for at in columns if headings[at].part is not None}
        whole = [at for at in columns if headings[at].role == YEAR and not headings[at].dated]
        if len(beside) == 1 and not beside.isdisjoint(VALUES) and len(whole) == 1:
            found[whole[0]] = replace(headings[whole[0]], role=beside.pop())
    return found


def _counts(numbers: Sequence[str]) -> bool:
    """Say whether numbers count the parts of a year or the years: 1, 2, 3, and again from 1."""
    counted = [int(text) for text in numbers if _SMALL.fullmatch(text.strip())]
    steps = all(after in {before + 1, 1} for before, after in itertools.pairwise(counted))
    return len(counted) == len(numbers) and counted[0] == 1 and steps


def _is_number(text: str) -> bool:
    """Say whether a cell is a number and no year."""
    if isinstance(text, NumberText) and len(text) != _YEAR_LENGTH:
        return True
    plain = text.strip()
    number = isinstance(text, NumberText) or _NUMBER.fullmatch(plain) is not None
    return number and _YEAR_NUMBER.fullmatch(plain) is None


def _squeezed(paths: Mapping[int, tuple[str, ...]]) -> dict[int, str]:
    return {index: squeeze(" ".join(path)) for index, path in paths.items() if "".join(path)}
