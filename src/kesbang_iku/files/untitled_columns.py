"""Columns of numbers that have no title of their own, but stand under the head of another one.

They stand in the same merged cell, or say what they are in a row below those taken for the headers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from kesbang_iku.files.grid import GridRow
from kesbang_iku.files.header_rows import NAME
from kesbang_iku.files.headers import Column
from kesbang_iku.files.layouts import TableReader


class Untitled:
    """Looks for the columns without a title in one table.

    ``row_below`` is the number of the first row below the headers if it names no indicator and
    holds no number: it may say what the columns are.
    """

    def __init__(self, reading: TableReader) -> None:
        self._reading: Final = reading
        self._body: Final[Sequence[GridRow]] = reading.body()
        self._texts: Final = {row.number: row.cells for row in reading.grid.rows}
        self.row_below: Final = self._row_below()

    def beside(self, index: int, heads: Callable[[str], bool]) -> tuple[int, ...]:
        """Return the untitled columns of numbers under the head of the column ``index``.

        ``heads`` says whether the text of a merged cell is a head of what that column is.
        """
        found = {*self._merged(index, heads), *self._following(index)}
        titles = self._reading.header.titles
        return tuple(
            other
            for other in sorted(found)
            if not titles.get(other) and self.holds(other, str.isdecimal)
        )

    def holds(self, index: int, sign: Callable[[str], bool]) -> bool:
        """Say whether a cell of the column has a sign of a kind."""
        return any(
            sign(one)
            for row in self._body
            if row.number != self.row_below
            for one in row.cells.get(index, "")
        )

    def _merged(self, index: int, heads: Callable[[str], bool]) -> Iterator[int]:
        header = self._reading.header
        for merge in self._reading.grid.merges:
            over = merge.left <= index <= merge.right and header.first <= merge.top <= header.last
            if over and heads(self._texts.get(merge.top, {}).get(merge.left, "")):
                yield from range(merge.left, merge.right + 1)

    def _following(self, index: int) -> Iterator[int]:
        texts = {} if self.row_below is None else self._texts[self.row_below]
        titles = self._reading.header.titles
        following = index + 1
        while index in texts and following in texts and not titles.get(following):
            yield following
            following += 1

    def _row_below(self) -> int | None:
        if not self._body:
            return None
        row = self._body[0]
        named = any(self._reading.used.get(index) == Column(NAME) for index in row.cells)
        numbers = any(any(map(str.isdecimal, text)) for text in row.cells.values())
        return None if named or numbers else row.number
