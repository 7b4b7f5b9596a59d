"""The rows of a table below its headers, each cell by the header it stands under."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from typing import NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Place


class NamedRow(NamedTuple):
    """One row below the headers.

    ``texts`` are its cells in the order of ``headers``, without outer spaces. ``at`` tells where
    the cell under a header stands in the row of a ``number``, and for ``None`` where that row
    starts: nothing else need be kept of a row. ``plain_line`` is the line that all of it stands on,
    where that is known without looking.
    """

    headers: Sequence[str]
    texts: Sequence[str]
    at: Callable[[int, str | None], Place]
    number: int
    plain_line: int | None = None

    @property
    def cells(self) -> dict[str, str]:
        """The text under each header, made anew whenever it is asked for."""
        return dict(zip(self.headers, self.texts, strict=True))

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

    def completed(self, told: Mapping[str, str]) -> "Table":
        """Return the table with columns that it lacks, each with one text in all rows."""
        more = {name: text for name, text in told.items() if name not in self.headers}
        names = (*self.headers, *more)
        own = tuple(more.values())
        rows = (row._replace(headers=names, texts=(*row.texts, *own)) for row in self.rows)
        return replace(self, headers=names, rows=[*rows]) if more else self

    def read_once(self) -> "Table":
        """Return the table with rows that are let go of as they are read; no others are left."""
        return replace(self, rows=_ReadOnce(reversed(self.rows)))


class _ReadOnce(list[NamedRow]):
    """Rows that are read from the first to the last, and let go of; the first one is held last."""

    def __iter__(self) -> Iterator[NamedRow]:
        while self:
            yield self.pop()
