"""Reading the tables of a file, and telling how they were read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.files.collector import paused_gc
from kesbang_iku.files.grid import Grid, GridRow, column_letters
from kesbang_iku.files.headers import load_headers
from kesbang_iku.files.notation import NumberFormat
from kesbang_iku.files.reading import Opened, open_source, read_grids
from kesbang_iku.files.text_reader import Source
from kesbang_iku.findings import Finding, Language, Place, kinds
from kesbang_iku.findings.sentences import tables as said_of
from kesbang_iku.model.table_words import TableForm, TableKind
from kesbang_iku.tables.answers import (
    ReadingAnswer,
    TableAnswer,
    TableColumnAnswer,
    TableItemAnswer,
)
from kesbang_iku.tables.beside import apart
from kesbang_iku.tables.blocks import TableRegion, find_regions
from kesbang_iku.tables.columns import BEYOND, TableColumn, TableContext, make_columns, rivals
from kesbang_iku.tables.context import KnownContext, TableSetting, Titles, find_setting
from kesbang_iku.tables.headings import (
    ACHIEVED,
    MONEY,
    NAME,
    REALISED,
    TARGET,
    UNKNOWN,
    VALUES,
    TableWords,
    load_words,
)
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.records import ItemReader
from kesbang_iku.tables.rows import ItemRow, RowReader, SkippedRow, tells_rows
from kesbang_iku.tables.summaries import summaries_of
from kesbang_iku.tables.values import format_of, is_number

NO_INDICATORS: Final[TableKind] = "bukan_indikator"
_SHOWN: Final = 12
_WIDTHS: Final = {"terlalu_panjang": kinds.CSV_ROW_LONG, "terlalu_pendek": kinds.CSV_ROW_CUT}
_CODE: Final = re.compile(r"[A-Z]{2,}(?:-[A-Z0-9]+)+(?:@\d{4})?", re.ASCII)
_INDICATOR: Final = re.compile(r"indikator|\bik[ukd]\b", re.IGNORECASE)
_OF_INDICATORS: Final = ("satuan", "rumus", "polaritas", "sumber_data", "kode", "variabel")
_OF_REPORT: Final = frozenset({"wilayah", "tahun", "kode"})
_PROGRAMME: Final = "program"
_EXAMPLE: Final = "Indikator; Satuan; Target 2025; Target 2026"


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


def read_tables(
    source: Source | Opened, *, name: str | None = None, options: KnownContext | None = None
) -> FileReading:
    """Return how the tables of a CSV file or a workbook are read.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.
        options: what is known about it from outside.

    Returns:
        Every table with its columns, rows and indicators. What is not understood is a finding;
        nothing is raised for content.
    """
    with paused_gc():
        return _read_tables(source, name, options or KnownContext())


def _read_tables(source: Source | Opened, name: str | None, options: KnownContext) -> FileReading:
    opened, findings = open_source(source, name=name)
    if opened is None:
        return FileReading(name or str(source), (), tuple(findings))
    grids, said = read_grids(opened, known=load_headers())
    findings += said
    words = load_words()
    if options.sheet is not None:
        grids = _chosen(grids, options.sheet, findings)
    tables = [
        table for grid in grids for table in _tables_of(grid, opened.name, options, words, findings)
    ]
    return FileReading(opened.name, tuple(tables), tuple(findings))


def _chosen(grids: Sequence[Grid], sheet: str, findings: list[Finding]) -> tuple[Grid, ...]:
    chosen = tuple(grid for grid in grids if grid.name == sheet)
    if grids and not chosen:
        there = ", ".join(f"'{grid.name}'" for grid in grids if grid.name is not None) or "-"
        place = Place(berkas=grids[0].source)
        findings.append(kinds.SHEET_UNKNOWN.at(place, value=sheet, lembar=sheet, ada=there))
    return chosen


def _tables_of(
    grid: Grid, file: str, options: KnownContext, words: TableWords, findings: list[Finding]
) -> list[ReadTable]:
    outer: list[str] = []
    tables = []
    for part, blocks in apart(grid, words):
        for found in find_regions(part, words, blocks):
            titles = [" ".join(row.cells.values()) for row in found.above]
            setting = find_setting(Titles(titles, outer, grid.name, file), options, words)
            # What the first table of a sheet does not leave to its own titles holds below it, too.
            outer = outer or titles
            tables.append(_TableReading(part, found, setting, words, findings).table())
    return tables or _no_table(grid, file, options, words, findings)


def _no_table(
    grid: Grid, file: str, options: KnownContext, words: TableWords, findings: list[Finding]
) -> list[ReadTable]:
    """Return a sheet without headers as one of no indicators; tell if it speaks of some."""
    if not grid.rows:
        return []
    if any(_speaks_of_values(row, words) for row in grid.rows):
        findings.append(
            kinds.TABLE_UNKNOWN.at(grid.start, perlu=said_of.INDICATOR_TABLES, contoh=_EXAMPLE)
        )
    titles = [" ".join(row.cells.values()) for row in grid.rows[:_SHOWN]]
    setting = find_setting(Titles(titles, [], grid.name, file), options, words)
    first, last = grid.rows[0].number, grid.rows[-1].number
    return [
        ReadTable(grid, NO_INDICATORS, None, (first, first), (first, last), setting, (), (), ())
    ]


def _speaks_of_values(row: GridRow, words: TableWords) -> bool:
    """Say whether a row may be the headers of a table that was not understood."""
    texts = [text for text in row.cells.values() if len(text.split()) <= _SHOWN]
    known = [text for text in texts if words.text(text).role in VALUES]
    return len(row.cells) > 1 and (len(known) > 1 or any(map(_INDICATOR.search, texts)))


@dataclass(frozen=True, slots=True)
class _TableReading:
    grid: Grid
    found: TableRegion
    setting: TableSetting
    words: TableWords
    findings: list[Finding]
    of_use: list[Finding] = field(default_factory=list)

    def table(self) -> ReadTable:
        """Return the table; what is to be said of it goes to the findings."""
        context = self._context()
        columns = self._without_units(make_columns(self.found.block, self.words, context))
        refused = self._refuse(columns)
        rows = RowReader(self.grid, self.found, columns, self.words)
        named = list(rows.items())
        indicators = _names_indicators(columns)
        items: list[TableItem] = []
        if indicators:
            self._note_rows(rows)
            self._note_merged(columns, [row.number for row in named])
            columns = _without_labels(columns, rows.label_column)
            items = self._items(columns, named, refused)
            if not self._is_report(columns):
                # Any further column of a report is a variable, which `validate` checks.
                self._note_unknown(columns)
        kind, form = self._kind(columns, stacked=rows.label_column is not None)
        programmes = [] if items else _programmes(columns)
        budget = self._budget(programmes, refused)
        numbered = [
            one
            for one in programmes or columns
            if one.index not in refused and (one.holds_values or one.whole_plan)
        ]
        last = rows.skipped[-1].number if rows.skipped else 0
        numbers = [row.number for row in named] or [
            row.number for row in self.found.below if not last or row.number <= last
        ]
        block = self.found.block
        return ReadTable(
            self.grid,
            kind,
            form,
            (block.first, block.last),
            (min(numbers, default=block.last), max(numbers, default=block.last)),
            self._with_column(columns),
            tuple(columns),
            tuple(rows.skipped),
            tuple(items),
            tuple(budget),
            refused,
            tuple(summaries_of(self.grid, numbered, rows.skipped)),
            tuple(self.of_use),
        )

    def _items(
        self, columns: Sequence[TableColumn], rows: Sequence[ItemRow], refused: frozenset[int]
    ) -> list[TableItem]:
        form = self._form(columns)
        said = (self.findings, self.of_use)
        reader = ItemReader(self.grid, columns, refused, form, self.words, *said)
        return list(reader.items(rows))

    def _budget(self, columns: Sequence[TableColumn], refused: frozenset[int]) -> list[TableItem]:
        if not columns:
            return []
        rows = RowReader(self.grid, self.found, columns, self.words)
        return self._items(columns, list(rows.items()), refused)

    def _context(self) -> TableContext:
        """Return what is known of the values that say no year or part of one themselves."""
        setting, roles = self.setting, self.found.block.roles
        beside = None if roles.isdisjoint((REALISED, ACHIEVED)) else setting.part_of_file
        return TableContext(
            None if "tahun" in roles else setting.year,
            None if "periode" in roles else setting.part or beside,
            setting.realised,
            setting.planned,
            stacked=tells_rows(self.found, self.words),
            scaled=self.words.scale.search(setting.titles) is not None,
        )

    def _with_column(self, columns: Sequence[TableColumn]) -> TableSetting:
        if self.setting.region is None and any(column.role == "wilayah" for column in columns):
            return replace(self.setting, origin="kolom")
        return self.setting

    def _without_units(self, columns: Sequence[TableColumn]) -> list[TableColumn]:
        """Take a column without a single digit for a remark where another one holds the numbers.

        A header merged over a value and its unit names both.
        """
        rivalling = list(rivals(columns))
        digits = {
            at
            for row in (self.found.below if rivalling else ())
            for at, text in row.cells.items()
            if any(map(str.isdecimal, text))
        }
        beside = {
            one.index
            for group in rivalling
            if any(one.index in digits for one in group)
            for one in group
            if one.index not in digits
        }
        return [
            replace(one, role="keterangan", meaning="keterangan") if one.index in beside else one
            for one in columns
        ]

    def _refuse(self, columns: Sequence[TableColumn]) -> frozenset[int]:
        """Return the columns that would be the same thing, of which none is used, and say so."""
        refused: set[int] = set()
        if not any(rivals(columns)):
            return frozenset()
        filled = set[int]().union(*(row.cells for row in self.found.below))
        for group in rivals([column for column in columns if column.index in filled]):
            first, second = group[0], group[1]
            self.findings.append(
                kinds.COLUMNS_RIVAL.at(
                    self._title_place(second.index),
                    value=" ".join(second.titles) or None,
                    kolom=", ".join(column_letters(one.index) for one in group),
                    judul=" ".join(first.titles),
                    isi=f"{first.role} {first.key}".removesuffix(" -"),
                )
            )
            refused |= {one.index for one in group}
        return frozenset(refused)

    def _title_place(self, index: int) -> Place:
        rows = [row.number for row in self.found.block.rows if index in row.cells]
        return self.grid.place(rows[-1] if rows else self.found.block.last, index)

    def _form(self, columns: Sequence[TableColumn]) -> NumberFormat | None:
        values = {column.index for column in columns if column.holds_values}
        return format_of(
            text for row in self.found.below for index, text in row.cells.items() if index in values
        )

    def _note_merged(self, columns: Sequence[TableColumn], items: Sequence[int]) -> None:
        """Note the values that stand in cells merged over several columns or indicators."""
        values = {column.index for column in columns if column.holds_values}
        named = set(items)
        merged = [
            merge
            for merge in self.grid.merges
            if merge.top in named
            and merge.left in values
            and (
                values & set(range(merge.left + 1, merge.right + 1))
                or named & set(range(merge.top + 1, merge.bottom + 1))
            )
        ]
        if merged:
            listed = [f"{column_letters(one.left)}{one.top}" for one in merged[:_SHOWN]]
            more = ", …" if len(merged) > _SHOWN else ""
            place = self.grid.place(merged[0].top, merged[0].left)
            self.findings.append(kinds.VALUES_MERGED.at(place, sel=", ".join(listed) + more))

    def _note_rows(self, rows: RowReader) -> None:
        numbered = {row.number: row for row in self.found.below}
        width = max(row.width for row in self.found.block.rows)
        for skipped in rows.skipped:
            row = numbered[skipped.number]
            place = self.grid.place(row.number, min(row.cells))
            if skipped.reason == "tanpa_nama":
                self.findings.append(kinds.NAME_MISSING.at(place))
            elif skipped.reason in _WIDTHS:
                kind = _WIDTHS[skipped.reason]
                self.findings.append(kind.at(place, jumlah=row.width, harap=width))
        for row in rows.short:
            place = self.grid.place(row.number, min(row.cells))
            self.findings.append(kinds.CSV_ROW_SHORT.at(place, jumlah=row.width, harap=width))
        found = list(rows.beyond())
        beyond = [f"{column_letters(index)}{row.number}" for row, index in found]
        if beyond:
            row, index = found[0]
            listed = ", ".join(beyond[:_SHOWN]) + (", …" if len(beyond) > _SHOWN else "")
            place = self.grid.place(row.number, index)
            self.findings.append(kinds.CELLS_BESIDE.at(place, jumlah=len(beyond), sel=listed))

    def _note_unknown(self, columns: Sequence[TableColumn]) -> None:
        unused: list[TableColumn] = []
        for column in (one for one in columns if one.role == UNKNOWN):
            numbers = [
                row.cells[column.index]
                for row in self.found.below
                if column.index in row.cells and is_number(row.cells[column.index])
            ]
            if column.titles and not numbers and column.year is None:
                unused.append(column)
            elif numbers or column.year is not None:
                title = " / ".join(column.titles) or column_letters(column.index)
                place = self._title_place(column.index)
                undated = column.year is None and column.part is None
                if numbers and undated and column.meaning == TARGET:
                    self.findings.append(
                        kinds.HEADER_WITHOUT_YEAR.at(place, value=title, judul=title)
                    )
                    continue
                self.findings.append(
                    kinds.COLUMN_NOT_UNDERSTOOD.at(
                        place, value=title, judul=title, jumlah=len(numbers)
                    )
                )

        if unused:
            titles = ", ".join(f"'{' / '.join(one.titles)[:60]}'" for one in unused[:_SHOWN])
            more = ", …" if len(unused) > _SHOWN else ""
            place = self._title_place(unused[0].index)
            self.of_use.append(kinds.COLUMNS_UNUSED.at(place, judul=titles + more))
            self.findings.append(self.of_use[-1])

    def _kind(
        self, columns: Sequence[TableColumn], *, stacked: bool
    ) -> tuple[TableKind, str | None]:
        roles = {column.role for column in columns}
        if self._is_report(columns):
            return "laporan", None
        if not _names_indicators(columns):
            return NO_INDICATORS, None
        form = next((one for one in self.words.file.bentuk if self._fits(one, columns)), None)
        parts = "periode" in roles or any(column.part is not None for column in columns)
        reported = stacked or bool({REALISED, ACHIEVED} & roles)
        told = None if form is None else form.nama
        if parts:
            return "pemantauan", told
        if reported:
            return "capaian", told
        if form is not None and form.jenis == "perjanjian_kinerja":
            return form.jenis, told
        return "rencana", told

    def _is_report(self, columns: Sequence[TableColumn]) -> bool:
        """Say whether the rows are of indicators of the standard, by their codes.

        A plan may give codes beside the names and targets of its indicators.
        """
        roles = {column.role for column in columns}
        named = NAME in roles and not roles.issuperset(_OF_REPORT) and "variabel" not in roles
        if named and (not roles.isdisjoint(VALUES) or UNKNOWN not in roles):
            return False
        codes = {column.index for column in columns if column.role == "kode"}
        return any(
            _CODE.fullmatch(row.cells[index].strip())
            for row in self.found.below[:_SHOWN]
            for index in codes & row.cells.keys()
        )

    def _fits(self, form: TableForm, columns: Sequence[TableColumn]) -> bool:
        roles = {column.role for column in columns}
        if not roles.issuperset(form.kolom):
            return False
        years = {column.year for column in columns if column.role == TARGET and column.year}
        parted = any(column.part for column in columns)
        if not self.found.block.roles.issuperset(form.tajuk) or (form.bagian and not parted):
            return False
        if len(years) < form.tahun_paling_sedikit:
            return False
        special = form.tajuk or form.tahun_paling_sedikit or form.bagian
        return bool(special) or any(word in self.setting.titles for word in form.judul)


def _names_indicators(columns: Sequence[TableColumn]) -> bool:
    """Say whether the rows are indicators: a name beside other things may be of a person."""
    named = [column for column in columns if column.role == NAME]
    roles = {column.role for column in columns}
    spoken = any(_INDICATOR.search(title) for column in named for title in column.titles)
    alone = len(named) == len(columns)
    return bool(named) and (spoken or alone or not roles.isdisjoint((*VALUES, *_OF_INDICATORS)))


def _programmes(columns: Sequence[TableColumn]) -> list[TableColumn]:
    """Return the columns of a table of programmes with what was planned and spent of them.

    All their numbers are money. Of any other table none are returned.
    """
    roles = {one.role for one in columns}
    spent = REALISED in roles or any(one.spent for one in columns)
    if NAME in roles or MONEY not in roles or not spent:
        return []
    return [
        replace(one, role=NAME) if one.meaning == _PROGRAMME
        else replace(one, role=MONEY, spent=True) if one.role in (REALISED, ACHIEVED)
        else one
        for one in columns
    ]  # fmt: skip


def region_code(written: str) -> str:
    """Return the code of the region that a cell names or codes; as written if it is not known."""
    regions = load_regions()
    region, _ = regions.find(written, sistem="kemendagri")
    named = regions.by_name(written) if region is None else ()
    found = region or (named[0] if len(named) == 1 else None)
    return written if found is None else found.kode


def _without_labels(columns: Sequence[TableColumn], label: int | None) -> list[TableColumn]:
    """Return the columns with the one whose cells say what a row's values are as a number."""
    return [
        replace(column, role="nomor") if column.index == label and column.role != NAME else column
        for column in columns
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
