"""The rows of a table that sum up others: totals and means, with the numbers they print."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.rows import SkippedRow

_REASONS: Final = frozenset({"jumlah", "rata_rata"})


def summaries_of(
    grid: Grid, columns: Sequence[TableColumn], skipped: Iterable[SkippedRow]
) -> Iterator[TableItem]:
    """Yield the rows that sum up others, each named by the cell that says so.

    Args:
        grid: the sheet of the table.
        columns: its columns of numbers, but for those that are not used.
        skipped: the rows that are no indicators.
    """
    words = load_headers()
    summed = {one.number for one in skipped if one.reason in _REASONS}
    for row in grid.rows if summed else ():
        name = next((text for text in row.cells.values() if words.is_summary(text)), None)
        if row.number in summed and name is not None:
            cells = [
                ItemCell(row.number, column, row.cells[column.index], column.role, column.key)
                for column in columns
                if row.cells.get(column.index, name) != name
            ]
            yield TableItem(row.number, name, rows=[partial(list, cells)])
