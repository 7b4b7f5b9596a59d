"""The rows of a table that sum up others: totals and means, with the numbers they print."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial
from typing import Final

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.place import NOWHERE
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.headers import load_headers
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.meanings import NAME, REALISED, TARGET
from kesbang_iku.tables.rows import SkippedRow, counts_things
from kesbang_iku.tables.values import holds_number, read_value

_REASONS: Final = frozenset({"jumlah", "rata_rata"})
_VALUES: Final = frozenset({TARGET, REALISED})
_PLAIN: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_EXACT: Final = 6
"""To so many decimals a sum that a workbook holds is that of its numbers."""


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


def doubtful_sums(
    grid: Grid, summaries: Iterable[TableItem], items: Sequence[TableItem], words: TableWords
) -> Iterator[Finding]:
    """Yield which rows with numbers are called sums of things, and may be indicators.

    ``Jumlah kegiatan`` may be one, unless its numbers are those of a sum of the rows above it.
    """
    since = 0
    for one in summaries if items else ():
        cells = [each for each in one.cells if each.role in _VALUES and holds_number(each.text)]
        if cells:
            place = grid.place(one.row, cells[0].column.index)
            above = [item for item in items if item.row < one.row]
            parts = [item for item in above if item.row > since]
            yield from _doubt(one.name, cells, (above, parts), place, words)
        since = one.row


def _doubt(
    name: str,
    cells: Sequence[ItemCell],
    summed: Iterable[Sequence[TableItem]],
    place: Place,
    words: TableWords,
) -> Iterator[Finding]:
    """Yield what is not certain of a row called like a sum; ``summed`` may be what it sums up."""
    said = [words.text(word) for word in name.split()]
    if any(each.money for each in said):
        yield kinds.MONEY_SUMMED.at(place, nama=name)
    elif counts_things(name, words):
        many = any(words.told(each.role or "") == NAME for each in said)
        if not any(_sum_up(cells, items, many=many) for items in summed):
            yield kinds.NAMED_AS_SUM.at(place, nama=name)


def _sum_up(cells: Iterable[ItemCell], items: Sequence[TableItem], *, many: bool) -> bool:
    """Say whether cells are the sums of those of ``items``, or how many these are, if ``many``."""
    for cell in cells:
        values = [item.values.get(cell.role, {}).get(cell.key, "") for item in items]
        parts = [Fraction(one) for one in values if _PLAIN.fullmatch(one)]
        read = read_value(cell.text, items[0].form if items else None, NOWHERE).text or ""
        told = Fraction(read) if parts and _PLAIN.fullmatch(read) else None
        if told is None or (round(told - sum(parts), _EXACT) and not (many and told == len(items))):
            return False
    return True
