"""An indicator of a table as it was read, with the cells it has."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.tables.columns import TableColumn


class ItemCell(NamedTuple):
    """A cell of an indicator as it stands in the sheet: its row (from 1), its column, its text.

    ``role`` is what it holds, by the label of its row or else by its column; ``key`` is its year
    and part of the year.
    """

    row: int
    column: TableColumn
    text: str
    role: str
    key: str


@dataclass(slots=True)
class TableItem:
    """One indicator of a table, as it was read.

    Attributes:
        row: the number of its first row.
        name: its name without the mark of a list.
        texts: what it has once, by role.
        values: by role and then by year and part of the year, its values as a bacaan writes them.
        form: how its texts write numbers, where that is beyond doubt.
        rows: what gives the cells of each of its rows, until somebody asks for them.
    """

    row: int
    name: str
    texts: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    form: NumberFormat | None = None
    rows: list[Callable[[], list[ItemCell]]] = field(default_factory=list)
    _cells: list[ItemCell] = field(default_factory=list)

    @property
    def cells(self) -> list[ItemCell]:
        """The cells it has, but for those of columns that were not understood or are not used."""
        for cells in self.rows:
            self._cells += cells()
        self.rows.clear()
        return self._cells

    @cells.setter
    def cells(self, cells: list[ItemCell]) -> None:
        self.rows.clear()
        self._cells = cells
