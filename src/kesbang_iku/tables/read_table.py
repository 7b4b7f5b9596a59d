"""One table as it was read, and all tables of a file."""

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from kesbang_iku.catalog.regions import region_code
from kesbang_iku.findings import Finding, Language, Place, Text, kinds
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

NO_INDICATORS: Final[TableKind] = "bukan_indikator"


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

    @property
    def name_column(self) -> int:
        """The column of names, the first one where there is none."""
        return next((one.index for one in self.columns if one.role == "nama"), 0)

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

    def shown_row(self, number: int) -> int:
        """Return the row of the sheet that one of the table stands in, which may be turned."""
        return (self.row_place(number).baris or number) if self.grid.turned else number

    def shown_column(self, column: TableColumn) -> str:
        """Return the letters of a column, or the number of the row where the table is turned."""
        if self.grid.turned:
            return str(self.grid.place(1, column.index).baris)
        return column_letters(column.index)

    @property
    def shown_spans(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The first and last row of the sheet, of the headers and below them."""
        if not self.grid.turned:
            return self.titles, self.body
        rows = [self.grid.place(1, at).baris or 0 for at in sorted(self.grid.rows[0].cells)]
        return (rows[0], rows[-1]), (rows[0], rows[-1])

    @property
    def covered(self) -> range:
        """The rows of the sheet that it takes: its headers, and all that was sorted below them."""
        (first, _), (_, last) = self.shown_spans
        skipped = () if self.grid.turned else self.skipped
        return range(first, max([last, *(one.number for one in skipped)]) + 1)

    def as_dict(self) -> TableAnswer:
        """Return the table as an answer tells it."""
        region = self.setting.region
        titles, body = self.shown_spans
        return {
            "lembar": self.grid.name,
            "jenis": self.kind,
            "bentuk": self.form,
            "judul": [*titles],
            "isi": [*body],
            "wilayah": None if region is None else region.kode,
            "tingkat": self.setting.level,
            "tahun": self.setting.year,
            "sumber_wilayah": self.setting.origin,
            "kolom": [self._column_answer(column) for column in self.columns],
            "dilewati": [
                {"baris": self.shown_row(one.number), "sebab": one.reason} for one in self.skipped
            ],
            "item": [_item_answer(item, self.shown_row(item.row)) for item in self.items],
        }

    def _column_answer(self, column: TableColumn) -> TableColumnAnswer:
        told: TableColumnAnswer = {
            "kolom": self.shown_column(column),
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

    def passed_over(self, read: Container[str | None], contents: Text) -> Iterator[Finding]:
        """Yield which sheets are not among those ``read``: they hold none of ``contents``."""
        for name in dict.fromkeys(table.grid.name for table in self.tables):
            if name is not None and name not in read:
                place = Place(berkas=self.tables[0].grid.source)
                yield kinds.SHEET_SKIPPED.at(place, value=name, lembar=name, isi=contents)

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


def _item_answer(item: TableItem, row: int) -> TableItemAnswer:
    told: TableItemAnswer = {"baris": row, "nama": item.name}
    texts: dict[str, object] = dict(item.texts)
    if "wilayah" in item.texts:
        texts["wilayah"] = region_code(item.texts["wilayah"])
    if item.texts.get("tahun", "").isdecimal():
        texts["tahun"] = int(item.texts["tahun"])
    return {**told, **texts, **item.values}  # type: ignore[typeddict-item]
