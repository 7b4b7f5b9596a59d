"""One table as it was read, and all tables of a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from kesbang_iku.catalog.regions import region_code
from kesbang_iku.findings import Finding, Language, Place
from kesbang_iku.model.table_words import TableKind
from kesbang_iku.sources.grid import Grid, column_letters
from kesbang_iku.tables.answers import (
    ReadingAnswer,
    SheetAnswer,
    TableAnswer,
    TableColumnAnswer,
    TableItemAnswer,
)
from kesbang_iku.tables.columns import BEYOND, TableColumn
from kesbang_iku.tables.context import TableSetting
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.rows import SkippedRow


@dataclass(frozen=True)
class ReadTable:
    """One table as it was read.

    Attributes:
        sheet: the name of its sheet, ``None`` where the file has none.
        kind: what it is.
        form: the form of a government that it has, if one is known.
        titles: its first and last row of headers.
        body: its first and last row below them.
        setting: whose it is and for when.
        columns: what each column was taken for.
        skipped: the rows that are no indicators.
        items: the indicators.
        budget: the programmes of a table that is of no indicators, with their money.
        refused: the columns whose values are not used, since others would be the same thing.
        summaries: the rows that sum up others.
        of_use: of what was found, how numbers are written and which columns are not used.
    """

    grid: Grid
    kind: TableKind
    form: str | None
    titles: tuple[int, int]
    body: tuple[int, int]
    setting: TableSetting
    columns: tuple[TableColumn, ...]
    skipped: tuple[SkippedRow, ...]
    items: tuple[TableItem, ...]
    budget: tuple[TableItem, ...] = ()
    refused: frozenset[int] = frozenset()
    summaries: tuple[TableItem, ...] = ()
    of_use: tuple[Finding, ...] = ()

    def title_place(self, index: int) -> Place:
        """Return where the lowest header of a column stands."""
        first, last = self.titles
        rows = [row for row in range(first, last + 1) if index in self._cells.get(row, ())]
        return self.grid.place(rows[-1] if rows else last, index)

    def row_place(self, number: int) -> Place:
        """Return where a row begins."""
        return self.grid.place(number, min(self._cells.get(number, ()), default=0))

    def cell_place(self, cell: ItemCell) -> Place:
        """Return where the text of a cell stands: further up where it was written once for all."""
        index = cell.column.index
        for row in range(cell.row, self.titles[1], -1):
            if self._cells.get(row, {}).get(index) == cell.text:
                return self.grid.place(row, index)
        return self.grid.place(cell.row, index)

    @cached_property
    def _cells(self) -> Mapping[int, Mapping[int, str]]:
        return {row.number: row.cells for row in self.grid.rows}

    def region_of(self, item: TableItem) -> str | None:
        """Return the code of the region of an indicator: its own, else that of the table."""
        written = item.texts.get("wilayah")
        if written is None:
            return None if self.setting.region is None else self.setting.region.kode
        return region_code(written)

    def as_dict(self) -> TableAnswer:
        """Return the table as an answer tells it."""
        region = self.setting.region
        return {
            "lembar": self.grid.name,
            "jenis": self.kind,
            "bentuk": self.form,
            "judul": [*self.titles],
            "isi": [*self.body],
            "wilayah": None if region is None else region.kode,
            "tingkat": self.setting.level,
            "tahun": self.setting.year,
            "sumber_wilayah": self.setting.origin,
            "kolom": [_column_answer(column) for column in self.columns],
            "dilewati": [{"baris": one.number, "sebab": one.reason} for one in self.skipped],
            "item": [_item_answer(item) for item in self.items],
        }


@dataclass(frozen=True, slots=True)
class FileReading:
    """How the tables of a file were read, and everything found while reading."""

    file: str
    tables: tuple[ReadTable, ...]
    findings: tuple[Finding, ...] = field(default=(), repr=False)

    def but_of_use(self, tables: Iterable[ReadTable]) -> tuple[Finding, ...]:
        """Return the findings but those that whoever uses ``tables`` says by itself."""
        said = {id(one) for table in tables for one in table.of_use}
        return tuple(one for one in self.findings if id(one) not in said)

    def as_dict(self, bahasa: Language = "id") -> ReadingAnswer:
        """Return the answer ``kesbang-iku/bacaan/1``, its findings in the language ``bahasa``."""
        return {
            "skema": "kesbang-iku/bacaan/1",
            "berkas": self.file,
            "tabel": [table.as_dict() for table in self.tables],
            "temuan": [finding.as_dict(bahasa) for finding in self.findings],
        }

    def sheets(self) -> list[SheetAnswer]:
        """Return the sheets that hold the tables, with all their cells."""
        grids = {id(table.grid): table.grid for table in self.tables}
        return [
            {
                "lembar": grid.name,
                "baris": [
                    {
                        "baris": row.number,
                        "sel": {column_letters(at): str(text) for at, text in row.cells.items()},
                    }
                    for row in grid.rows
                ],
            }
            for grid in grids.values()
        ]


def _column_answer(column: TableColumn) -> TableColumnAnswer:
    told: TableColumnAnswer = {
        "kolom": column_letters(column.index),
        "judul": [*column.titles],
        "sebagai": "keterangan",
        "tahun": column.year,
        "periode": None if column.part is None else str(column.part),
    }
    if column.role in BEYOND:
        told["isi"] = column.role
    else:
        told["sebagai"] = column.role  # type: ignore[typeddict-item]  # one of the roles
    return told


def _item_answer(item: TableItem) -> TableItemAnswer:
    told: TableItemAnswer = {"baris": item.row, "nama": item.name}
    texts: dict[str, object] = dict(item.texts)
    if "wilayah" in item.texts:
        texts["wilayah"] = region_code(item.texts["wilayah"])
    if item.texts.get("tahun", "").isdecimal():
        texts["tahun"] = int(item.texts["tahun"])
    return {**told, **texts, **item.values}  # type: ignore[typeddict-item]
