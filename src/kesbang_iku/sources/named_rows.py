"""The rows of a table below its headers, each cell by the header it stands under."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import cached_property
from typing import NamedTuple, overload

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Place


class NamedRow(NamedTuple):
    """One row below the headers. ``cells`` maps each header to its text, without outer spaces.

    ``at`` tells where the cell under a header stands in the row of a ``number``, and for ``None``
    where that row starts: nothing else need be kept of a row. ``plain_line`` is the line that all
    of it stands on, where that is known without looking.
    """

    cells: Mapping[str, str]
    at: Callable[[int, str | None], Place]
    number: int
    plain_line: int | None = None

    @property
    def line(self) -> int:
        """The line the row starts on, from 1."""
        return self.place().baris or 1

    def place(self, header: str | None = None) -> Place:
        """Return where the cell under ``header`` stands, or the row if it has no such cell."""
        return self.at(self.number, header)


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``headers`` cleaned for recognition, ``titles`` as written, and the rows."""

    headers: tuple[str, ...]
    titles: tuple[str, ...]
    rows: Sequence[NamedRow]
    source: str
    header_places: Mapping[str, Place] = field(repr=False)

    def read_once(self) -> "Table":
        """Return the table with rows that are let go of as they are read; no others are left."""
        rows = self.rows.read_once() if isinstance(self.rows, Rows) else self.rows
        return replace(self, rows=rows)


class Rows(Sequence[NamedRow]):
    """Rows that become mappings when somebody looks at them; until then their cells are held."""

    def __init__(
        self,
        names: Sequence[str],
        at: Callable[[int, str | None], Place],
        kept: list[tuple[Sequence[str], int, int | None]],
    ) -> None:
        self._names = names
        self._at = at
        self._kept = kept
        self._count = len(kept)

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, index: int) -> NamedRow: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[NamedRow]: ...

    def __getitem__(self, index: int | slice) -> NamedRow | Sequence[NamedRow]:
        return self._made[index]

    def __iter__(self) -> Iterator[NamedRow]:
        return iter(self._made)

    def read_once(self) -> Sequence[NamedRow]:
        """Return the rows such that none is held once it was read."""
        return _ReadOnce(self._names, self._at, self._kept[::-1])

    @cached_property
    def _made(self) -> tuple[NamedRow, ...]:
        made = tuple(map(self._row, self._kept))
        self._kept = []
        return made

    def _row(self, kept: tuple[Sequence[str], int, int | None]) -> NamedRow:
        cells, start, line = kept
        return NamedRow(dict(zip(self._names, cells, strict=False)), self._at, start, line)


class _ReadOnce(Rows):
    """Rows that are read from the first to the last; the first one is kept last."""

    def __iter__(self) -> Iterator[NamedRow]:
        while self._kept:
            yield self._row(self._kept.pop())
