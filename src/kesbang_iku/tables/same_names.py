"""Rows of one name that only a text beside it tells apart: parts of what the name is of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.headings import UNKNOWN, YEAR
from kesbang_iku.tables.rows import ItemRow, RowReader, SkippedRow

_HELD: Final = frozenset({YEAR, "periode", "wilayah", "sasaran"})
"""The roles of columns that make another value of the same indicator."""


def without_parts(reader: RowReader, columns: Sequence[TableColumn]) -> list[ItemRow]:
    """Return the rows of indicators, without values where a text that is not understood says whose.

    Such rows are noted among those that the ``reader`` skipped.
    """
    rows = [*reader.items()]
    values = [one.index for one in columns if one.holds_values]
    texts = [one.index for one in columns if one.role == UNKNOWN]
    keys = [one.index for one in columns if one.role in _HELD]
    named: defaultdict[tuple[str, ...], list[ItemRow]] = defaultdict(list)
    for row in rows if texts else ():
        named[(row.name, *_texts({**row.above, **row.cells}, keys))].append(row)
    parts = {
        row.number
        for those in named.values()
        if _differ(those, values) and any(_differ(those, [at]) for at in texts)
        for row in those
        if row.role is None
    }
    reader.skipped += (SkippedRow(number, "tanpa_label") for number in sorted(parts))
    return [
        row._replace(cells={at: text for at, text in row.cells.items() if at not in values})
        if row.number in parts
        else row
        for row in rows
    ]


def _texts(cells: Mapping[int, str], indexes: Sequence[int]) -> tuple[str, ...]:
    return tuple(cells.get(at, "") for at in indexes)


def _differ(rows: Sequence[ItemRow], indexes: Sequence[int]) -> bool:
    return len({_texts(row.cells, indexes) for row in rows}) > 1
