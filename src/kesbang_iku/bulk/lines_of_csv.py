"""The lines of a CSV file that its rows stand in, found for the few that are told of.

DuckDB numbers the rows it could read and tells where in the file the others begin. Mostly a row is
a line, so numbers suffice; where cells hold line breaks or lines are blank, the file is gone
through once more.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from kesbang_iku._records import dataclass

_PIECE: Final = 1 << 22
_FIELD: Final = (1 << 31) - 1
"""So long may a cell be for Python's reader of CSV: the most that it takes on every system."""


@dataclass(frozen=True, slots=True)
class LinesOfCsv:
    """Finds lines, from 1.

    Attributes:
        path: the file, in UTF-8.
        delimiter: what stands between its cells.
        header: the line of its headers.
    """

    path: Path
    delimiter: str
    header: int

    def at(self, starts: Iterable[int]) -> Iterator[int]:
        """Yield the lines that begin at these bytes of the file, which are in order.

        Where a line ends in two signs, DuckDB tells the second of them for the one behind it.
        """
        pieces = self._pieces()
        piece, line, position, counted = b"", 1, 0, 0
        for start in starts:
            while start >= position + len(piece):
                line += piece.count(b"\n", counted)
                position += len(piece)
                piece, counted = next(pieces), 0
            line += piece.count(b"\n", counted, start - position + 1)
            counted = start - position + 1
            yield line

    def of(self, numbers: Iterable[int], rows: int, rejected: Sequence[int]) -> Iterator[int]:
        """Yield the lines of rows.

        Args:
            numbers: the numbers of the rows among those that could be read, in order.
            rows: how many could be read.
            rejected: the lines of the other ones, in order.
        """
        if self.count() == self.header + rows + len(rejected):
            yield from self._plain(numbers, rejected)
            return
        starts = enumerate(self._starts(frozenset(rejected)), 1)
        for number in numbers:
            yield next(line for found, line in starts if found == number)

    def _plain(self, numbers: Iterable[int], rejected: Sequence[int]) -> Iterator[int]:
        """Yield the lines where each row is one: those kept aside push down what is below them."""
        pushed = 0
        for number in numbers:
            line = self.header + number
            while pushed < len(rejected) and rejected[pushed] <= line + pushed:
                pushed += 1
            yield line + pushed

    def _starts(self, rejected: frozenset[int]) -> Iterator[int]:
        """Yield the line that each row starts in that could be read."""
        before = csv.field_size_limit(_FIELD)  # of the whole program
        try:
            with self.path.open(encoding="utf-8-sig", errors="replace", newline="") as stream:
                reader = csv.reader(stream, delimiter=self.delimiter)
                start = 1
                for cells in reader:
                    if any(cells) and start > self.header and start not in rejected:
                        yield start
                    start = reader.line_num + 1
        finally:
            csv.field_size_limit(before)

    def any_quoted(self) -> bool:
        """Say whether a quote stands anywhere."""
        return any(b'"' in piece for piece in self._pieces())

    def count(self) -> int:
        """Count the lines."""
        count, last = 0, b"\n"
        for piece in self._pieces():
            count += piece.count(b"\n")
            last = piece[-1:]
        return count + (last != b"\n")

    def _pieces(self) -> Iterator[bytes]:
        with self.path.open("rb") as stream:
            while piece := stream.read(_PIECE):
                yield piece
