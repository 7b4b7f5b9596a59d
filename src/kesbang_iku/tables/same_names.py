"""Rows of one name that only a text beside it tells apart: parts of what the name is of."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, TypeAlias

from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.meanings import CLASS, MONEY, UNKNOWN, YEAR
from kesbang_iku.tables.rows import ItemRow, RowReader, SkippedRow
from kesbang_iku.tables.sections import SECTION

_Texts: TypeAlias = tuple[str | None, ...]
_HELD: Final = frozenset({YEAR, "periode", "wilayah", "sasaran", "kode", "penanggung_jawab"})
"""The roles of what makes another value of the same indicator."""
_TELLING: Final = frozenset({UNKNOWN, "variabel", "rincian", CLASS})
"""The roles and meanings of columns that may say of which part of an indicator a row is."""


def without_parts(reader: RowReader, columns: Sequence[TableColumn]) -> list[ItemRow]:
    """Return the rows of indicators, without values where a text beside them says of which part.

    It does where rows of one name, goal and time have other values and other texts, in a column or
    in a row above them. They are noted among those that the ``reader`` skipped.
    """
    rows = [*reader.items()]
    telling = [one.index for one in columns if one.index != reader.label_column
               and not _TELLING.isdisjoint((one.role, one.meaning))]  # fmt: skip
    values = [one.index for one in columns if one.holds_values and one.role not in (MONEY, CLASS)]
    parts = {
        row.number
        for group in _of_one_name(reader, rows, columns, telling)
        if len({told for _, told in group}) > 1
        if any(len({row.cells[at] for row, _ in group if at in row.cells}) > 1 for at in values)
        for row, _ in group
    }
    reader.skipped += (SkippedRow(number, "tanpa_label") for number in parts)
    reader.skipped.sort(key=lambda one: one.number)
    return [row._replace(cells=reader.without_values(row.cells)) if row.number in parts else row
            for row in rows]  # fmt: skip


def _of_one_name(
    reader: RowReader, rows: Sequence[ItemRow], columns: Sequence[TableColumn], telling: list[int]
) -> Iterator[list[tuple[ItemRow, _Texts]]]:
    """Yield the rows of each name that nothing of what is known tells apart, with what else does.

    That are the texts in the columns ``telling``, from above, too, and the last heading.
    """
    held = [SECTION.index, *(one.index for one in columns if one.role in _HELD)]
    found: defaultdict[tuple[object, ...], list[tuple[ItemRow, _Texts]]] = defaultdict(list)
    below: dict[int, str] = {}
    heads = [one.number for one in reader.skipped if one.reason == "judul_bagian"]
    above = sorted((*heads, *(one.number for one in rows if len(one.cells) == 1)))
    goal, part = 0, None
    for row in rows if telling or above else ():
        while above and above[0] < row.number:
            part = str(above.pop(0))
            if reader.tells_goal(int(part), _HELD):
                goal, part = int(part), None
        own = {**row.above, **row.cells}
        below |= {at: own[at] for at in telling if at in own}
        told = (part, *map(own.get, telling), *map(below.get, telling))
        found[row.name, row.role, goal, *map(own.get, held)].append((row, told))
    yield from (group for group in found.values() if len(group) > 1)
