"""The indicators of a table: one for each name, with its values by year and part of the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from kesbang_iku.files.grid import Grid
from kesbang_iku.files.headers import squeeze
from kesbang_iku.files.notation import NumberFormat
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.tables.columns import TableColumn, value_key
from kesbang_iku.tables.headings import UNKNOWN, YEAR, TableWords
from kesbang_iku.tables.rows import ItemRow
from kesbang_iku.tables.values import read_value

TEXTS: Final = (
    "sasaran", "kode", "satuan", "rumus", "polaritas", "sumber_data", "penanggung_jawab",
    "keterangan", "wilayah", "tahun", "periode",
)  # fmt: skip
"""What an indicator has once."""
_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_WORDS: Final = frozenset({"predikat"})


@dataclass(frozen=True, slots=True)
class ItemCell:
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
        cells: the cells it has, but for those of columns that were not understood or are not used.
    """

    row: int
    name: str
    texts: dict[str, str] = field(default_factory=dict)
    values: dict[str, dict[str, str]] = field(default_factory=dict)
    cells: list[ItemCell] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ItemReader:
    """Makes the indicators of one table; ``findings`` grows on the way, and so does ``numbers``.

    The latter are those of the findings that say how a number is written.
    ``refused`` are the columns whose values are not used, of which something was said already.
    """

    grid: Grid
    columns: Sequence[TableColumn]
    refused: frozenset[int]
    form: NumberFormat | None
    words: TableWords
    findings: list[Finding]
    numbers: list[Finding] = field(default_factory=list)

    def items(self, rows: Sequence[ItemRow]) -> Iterator[TableItem]:
        """Yield the indicators of ``rows``; rows that stand for parts of one are one."""
        item: TableItem | None = None
        for row in rows:
            stacked = row.role is not None and item is not None and row.name == item.name
            if not stacked or item is None:
                if item is not None:
                    yield item
                item = TableItem(row.number, row.name)
            self._fill(item, row)
        if item is not None:
            yield item

    def _fill(self, item: TableItem, row: ItemRow) -> None:
        cells = {**row.above, **row.cells}
        for column in self.columns:
            text = cells.get(column.index)
            if text is None or column.role in (UNKNOWN, "nomor"):
                continue
            if not column.holds_values:
                key = value_key(None, None)
                item.cells.append(ItemCell(row.number, column, text, column.role, key))
            if column.role in TEXTS and not column.whole_plan:
                item.texts.setdefault(column.role, " ".join(text.split()))
        year, part = self._own_year(item), self._own_part(item)
        if self._undated(item, row):
            return
        for column in self.columns:
            if column.holds_values and column.index in row.cells:
                self._add(item, row, column, value_key(column.year or year, column.part or part))

    def _add(self, item: TableItem, row: ItemRow, column: TableColumn, key: str) -> None:
        if column.index in self.refused:
            return
        role = row.role or column.role
        item.cells.append(ItemCell(row.number, column, row.cells[column.index], role, key))
        if column.spent:
            return
        place = self.grid.place(row.number, column.index)
        text = row.cells[column.index]
        value = read_value(text, self.form, place, words=role in _WORDS)
        self.findings.extend(value.findings)
        if value.of_number:
            self.numbers.extend(value.findings)
        if value.text is not None:
            item.values.setdefault(role, {}).setdefault(key, value.text)

    def _own_year(self, item: TableItem) -> int | None:
        text = item.texts.get("tahun", "")
        return int(text) if _YEAR.fullmatch(text) else None

    def _own_part(self, item: TableItem) -> str | None:
        text = item.texts.get("periode")
        if text is None:
            return None
        titles = [column.titles[-1] for column in self.columns if column.role == "periode"]
        part = self.words.part_of_year(text) or self.words.part_of_year(f"{titles[0]} {text}")
        return None if part is None else str(part)

    def _undated(self, item: TableItem, row: ItemRow) -> bool:
        """Say whether the year or the part of the year of a row is not understood, and tell."""
        for column in self.columns:
            text = item.texts.get(column.role, "")
            if column.role == YEAR:
                known = self._own_year(item) is not None or not text
            elif column.role == "periode":
                whole = squeeze(text) in {squeeze(word) for word in self.words.file.kata_setahun}
                known = whole or not text or self._own_part(item) is not None
            else:
                continue
            if not known:
                place = self.grid.place(row.number, column.index)
                self.findings.append(kinds.ROW_UNDATED.at(place, value=text, nilai=text))
                return True
        return False
