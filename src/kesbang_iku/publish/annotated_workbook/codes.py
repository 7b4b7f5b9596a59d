"""The codes of a plan's counterparts, and the empty cells of its table that they belong in."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from kesbang_iku.alignment.alignment import Alignment
from kesbang_iku.alignment.overview import has_sure_counterpart
from kesbang_iku.publish.annotated_workbook.cells import At
from kesbang_iku.tables.read_table import ReadTable

_HEADING: Final = "kode"
_LAST_COLUMN: Final = 16_383


def codes_to_fill(tables: Iterable[ReadTable], found: Alignment) -> Mapping[str, Mapping[At, str]]:
    """Return what to write into which empty cells, by the name of the sheet.

    A table with a column of codes has them there; any other one in a new column to the right of
    all that stands beside it, with a heading. Where two tables without such a column stand beside
    one another it would not be plain whose codes they are, and none is written.
    """
    sure = {
        (one.lembar, one.place.baris): one.padanan.kode
        for one in found
        if one.padanan is not None and has_sure_counterpart(one) and not one.item.kode
    }
    read = [one for one in tables if one.items and not one.grid.turned]
    rows = Counter((one.grid.name, item.row) for one in read for item in one.items)
    filled: dict[str, dict[At, str]] = {}
    for table in read:
        name = table.grid.name
        codes = {
            item.row: code
            for item in table.items
            if (code := sure.get((name, item.row)) or sure.get((None, item.row)))
            and rows[name, item.row] == 1
        }
        if codes and name is not None:
            filled.setdefault(name, {}).update(_placed(table, codes))
    return filled


def _placed(table: ReadTable, codes: Mapping[int, str]) -> Mapping[At, str]:
    """Return the cells of one table that codes are written into."""
    cells = {row.number: row.cells for row in table.grid.rows}
    known = next((one.index for one in table.columns if one.role == "kode"), None)
    if known is not None:
        covered = {
            row
            for one in table.grid.merges
            if one.left <= known <= one.right
            for row in range(max(one.top, table.body[0]), min(one.bottom, table.body[1]) + 1)
        }
        free = (row for row in codes if not cells[row].get(known) and row not in covered)
        return {(row, known): codes[row] for row in free}
    first, last = table.titles[0], table.body[1]
    beside = 1 + max(
        *(max(row.cells) for row in table.grid.rows if first <= row.number <= last),
        *(one.right for one in table.grid.merges if one.top <= last and one.bottom >= first),
        -1,
        -1,
    )
    if beside > _LAST_COLUMN:
        return {}
    return {(first, beside): _HEADING} | {(row, beside): code for row, code in codes.items()}
