"""Reading the tables of a file, and telling how they were read."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import dropwhile
from typing import Final, TypeAlias
from weakref import WeakKeyDictionary

from kesbang_iku.catalog.region_codes import canonical, plain_name
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.model.table_words import TableForm, TableKind
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.headers import load_headers, squeeze
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import Missing, read_number
from kesbang_iku.sources.personal import read_grids_without_numbers
from kesbang_iku.sources.reading import Opened, open_source
from kesbang_iku.sources.text_reader import Source
from kesbang_iku.tables.beside import apart, doubtful_money
from kesbang_iku.tables.blocks import TableRegion, find_regions
from kesbang_iku.tables.columns import TableColumn, make_columns, rivals
from kesbang_iku.tables.context import KnownContext, TableSetting, Titles, cover_of, find_setting
from kesbang_iku.tables.header_paths import is_numbering
from kesbang_iku.tables.headings import TableWords, load_words
from kesbang_iku.tables.items import TableItem
from kesbang_iku.tables.leftovers import unread
from kesbang_iku.tables.meanings import (
    ACHIEVED,
    CLASS,
    MONEY,
    NAME,
    REALISED,
    TARGET,
    UNKNOWN,
    VALUES,
    YEAR,
    Heading,
)
from kesbang_iku.tables.neighbours import TableContext
from kesbang_iku.tables.notes import WORDED, TableNotes
from kesbang_iku.tables.part_targets import drop_unclear_targets
from kesbang_iku.tables.read_table import NO_INDICATORS, FileReading, ReadTable
from kesbang_iku.tables.records import ItemReader
from kesbang_iku.tables.row_labels import LABELS, tells_rows
from kesbang_iku.tables.rows import CODE, ItemRow, RowReader
from kesbang_iku.tables.same_names import without_parts
from kesbang_iku.tables.sections import SECTION, dated_rows
from kesbang_iku.tables.summaries import doubtful_sums, summaries_of
from kesbang_iku.tables.titled import named_by_titles
from kesbang_iku.tables.turned import lying_apart, turned_below, turned_tables
from kesbang_iku.tables.values import format_of, holds_number, is_number

_TablePart: TypeAlias = tuple[Grid, TableRegion, Sequence[str]]
"""A table of a grid, and the titles above it."""
_READ: Final[WeakKeyDictionary[Opened, tuple[KnownContext, FileReading]]] = WeakKeyDictionary()
"""How open files were read last: what a file is may be asked after it was read."""
_SHOWN: Final = 12
_DIGIT: Final = re.compile(r"\d")
_COUNT: Final = re.compile(r"\d{1,2}(?:\.\d{1,2})?\.?", re.ASCII)
"""What may number a goal."""
_OF_INDICATORS: Final = ("satuan", "rumus", "polaritas", "sumber_data", "kode", "variabel")
_OF_REPORT: Final = frozenset({"wilayah", "tahun", "kode"})
_PROGRAMME: Final = "program"
_REMARK: Final = "catatan"
_WORDED: Final = frozenset({*WORDED, "sasaran", "wilayah", "nilai"})
"""The roles of columns whose cells are words, or that tables of names do not have."""


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
    options = options or KnownContext()
    known = _READ.get(source) if isinstance(source, Opened) else None
    if known is not None and known[0] == options:
        return known[1]
    with paused_gc():
        reading = _read_tables(source, name, options)
    if isinstance(source, Opened):
        _READ[source] = options, reading
    return reading


def _read_tables(source: Source | Opened, name: str | None, options: KnownContext) -> FileReading:
    opened, findings = open_source(source, name=name)
    if opened is None:
        return FileReading(name or str(source), (), tuple(findings))
    grids, said = read_grids_without_numbers(opened, known=load_headers())
    findings += said
    words = load_words()
    around = Titles((), (), None, opened.name, cover_of(grids, words))
    if options.sheet is not None:
        grids = _chosen(grids, options.sheet, findings)
    tables = [
        table for grid in grids for table in _tables_of(grid, around, options, words, findings)
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
    grid: Grid, around: Titles, options: KnownContext, words: TableWords, findings: list[Finding]
) -> list[ReadTable]:
    lying = lying_apart(grid, words)
    numbers = {row.number for rows in lying for row in rows}
    rest = replace(grid, rows=tuple(row for row in grid.rows if row.number not in numbers))
    tables, said = _read_parts(rest, _turned_parts(rest, words), around, options, words)
    if not any(item.values for one in tables for item in one.items):
        tables, said = _read_parts(rest, _parts_of(rest, words), around, options, words)
        named = named_by_titles(rest, words) if not any(one.items for one in tables) else None
        if named is not None:
            tables, said = _read_parts(named, _parts_of(named, words), around, options, words)
    findings += [*said, *doubtful_money(tables)]
    return [*tables, *unread(grid, tables, lying, around.file, options, words, findings)]


def _read_parts(
    grid: Grid, parts: Iterable[_TablePart], top: Titles, options: KnownContext, words: TableWords
) -> tuple[list[ReadTable], list[Finding]]:
    outer: Sequence[str] = ()
    findings: list[Finding] = []
    tables = []
    for part, found, titles in parts:
        written = replace(top, own=titles, outer=outer, sheet=grid.name)
        setting = find_setting(written, options, words)
        # What the first table of a sheet does not leave to its own titles holds below it, too.
        outer = outer or titles
        told = (setting, words, options.system, findings)
        tables.append(_TableReading(part, found, *told).table())
    return tables, findings


def _parts_of(grid: Grid, words: TableWords) -> Iterator[_TablePart]:
    """Yield the tables of a sheet with the titles above each."""
    for part, blocks in apart(grid, words):
        for region in find_regions(part, words, blocks):
            cards = turned_tables(replace(part, rows=region.above), words)
            yield from ((one.grid, one.region, one.titles) for one in cards)
            inside = [range(one.first, one.last + 1) for one in cards]
            titles = [
                " ".join(row.cells.values())
                for row in region.above
                if not any(row.number in span for span in inside)
            ]
            # A card may look like the headers of a table, and stand below one.
            rows = (*region.block.rows, *region.below)
            start, cards = turned_below(replace(part, rows=rows), words)
            if start >= len(region.block.rows):
                below = region.below[: start - len(region.block.rows)]
                yield part, replace(region, below=below), titles
            yield from ((one.grid, one.region, one.titles or titles) for one in cards)


def _turned_parts(grid: Grid, words: TableWords) -> Iterator[_TablePart]:
    """Yield the tables of a sheet that lie on their side."""
    yield from ((one.grid, one.region, one.titles) for one in turned_tables(grid, words))


@dataclass(frozen=True, slots=True)
class _TableReading:
    grid: Grid
    found: TableRegion
    setting: TableSetting
    words: TableWords
    system: CodeSystem | None
    findings: list[Finding]
    of_use: list[Finding] = field(default_factory=list)

    def table(self) -> ReadTable:
        """Return the table; what is to be said of it goes to the findings."""
        context = self._context()
        dates = dated_rows(self.found, self.words).values()
        undated = _without_dates(context, dates)
        columns = self._without_units(make_columns(self.found, self.words, undated))
        columns = self._without_kinds(columns)
        notes = TableNotes(self.grid, self.found, self.words, self.findings, self.of_use)
        indicators = _names_indicators(columns, self.words)
        refused = notes.refused(columns) if indicators else frozenset[int]()
        columns = self._without_numbers(columns) if indicators else columns
        rows = RowReader(self.grid, self.found, columns, self.words)
        named = self._named(rows, columns)
        dated = [SECTION] if dates else []
        items: list[TableItem] = []
        if indicators:
            notes.rows(rows)
            notes.cells(columns, frozenset(row.number for row in named))
            columns = _without_labels(columns, rows.label_column)
            items = self._items([*columns, *dated], named, refused, context)
            self.findings.extend(drop_unclear_targets(columns, items, notes.title_place))
        elif self._is_report(columns):
            said = len(self.findings)  # of its numbers whoever computes it says the same
            items = self._items(columns, named, refused, context)
            self.of_use.extend(self.findings[said:])
        self._note_columns(columns, notes, indicators=indicators)
        kind, form = self._kind([*columns, *dated], stacked=rows.labelled)
        programmes = [] if items else _programmes(columns)
        budget = self._budget(programmes, refused, context)
        used = [one for one in programmes or columns if one.index not in refused]
        numbered = [one for one in used if one.holds_values or one.whole_plan]
        last = rows.skipped[-1].number if rows.skipped else 0
        numbers = [row.number for row in named] or self._numbers_to(last)
        summaries = tuple(summaries_of(self.grid, numbered, rows.skipped))
        self.findings.extend(doubtful_sums(self.grid, summaries, items, self.words))
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
            summaries,
            tuple(self.of_use),
        )

    def _named(self, rows: RowReader, columns: Sequence[TableColumn]) -> list[ItemRow]:
        """Return the rows of indicators; those of a report may each be of a variable."""
        parted = _names_indicators(columns, self.words) and not self._is_report(columns)
        return without_parts(rows, columns) if parted else [*rows.items()]

    def _note_columns(
        self, columns: Sequence[TableColumn], notes: TableNotes, *, indicators: bool
    ) -> None:
        """Note the columns that are not understood.

        Any further column of a report is a variable, which `validate` checks.
        """
        left_open = self.grid.turned or any(
            one.role == UNKNOWN and one.meaning in (REALISED, ACHIEVED) for one in columns
        )
        if not self._is_report(columns) if indicators else left_open:
            notes.unknown(columns)
        elif not (indicators or _programmes(columns)):
            notes.nameless(columns)

    def _numbers_to(self, last: int) -> list[int]:
        """Return the rows below the headers up to ``last``, or all of them."""
        return [row.number for row in self.found.below if not last or row.number <= last]

    def _items(
        self,
        columns: Sequence[TableColumn],
        rows: Sequence[ItemRow],
        refused: frozenset[int],
        context: TableContext,
    ) -> list[TableItem]:
        form = self._form(columns)
        said = (self.system, self.findings, self.of_use)
        reader = ItemReader(self.grid, columns, refused, form, self.words, *said, context)
        whole = self.words.cumulative.fullmatch
        reader.running = frozenset(one for one in self.found.texts if whole(one.strip().casefold()))
        return list(reader.items(rows))

    def _budget(
        self, columns: Sequence[TableColumn], refused: frozenset[int], context: TableContext
    ) -> list[TableItem]:
        if not columns:
            return []
        rows = RowReader(self.grid, self.found, columns, self.words)
        return self._items(columns, list(rows.items()), refused, context)

    def _context(self) -> TableContext:
        """Return what is known of the values that say no year or part of one themselves."""
        setting, roles, own = self.setting, self.found.block.roles, self.setting.region
        beside = None if roles.isdisjoint((REALISED, ACHIEVED)) else setting.part_of_file
        return TableContext(
            None if "tahun" in roles else setting.year,
            None if "periode" in roles else setting.part or beside,
            setting.realised,
            setting.planned,
            stacked=tells_rows(self.found, self.words),
            scaled=self.words.scale.search(setting.titles) is not None,
            cumulative=self.words.cumulative.search(setting.titles) is not None,
            span=setting.span,
            turned=self.grid.turned,
            unclear=self._speaks_of_data(),
            several_parts=setting.several_parts,
            several_years=setting.several_years,
            region=None if own is None or own.tingkat == "provinsi" else plain_name(own.nama),
        )

    def _speaks_of_data(self) -> bool:
        """Say whether titles, or the regions of open data in a column, tell of data and no more."""
        heads = self.found.block.headings
        regions = [at for at, one in heads.items() if self.words.told(one.role or "") == "wilayah"]
        own = {squeeze(title) for title in self.words.file.tajuk_sendiri}
        foreign = any(squeeze(" ".join(self.found.block.paths[at])) not in own for at in regions)
        return foreign or self.words.of_data.search(self.setting.titles) is not None

    def _with_column(self, columns: Sequence[TableColumn]) -> TableSetting:
        if self.setting.region is None and any(column.role == "wilayah" for column in columns):
            return replace(self.setting, origin="kolom")
        return self.setting

    def _without_units(self, columns: Sequence[TableColumn]) -> list[TableColumn]:
        """Take columns of check marks, or of units below the header of values, for remarks."""
        texts: dict[int, set[str]] = {one.index: set() for one in columns if one.holds_values}
        for row in self.found.below:
            for at in texts.keys() & row.cells.keys():
                text = row.cells[at].strip()
                texts[at].add(text.casefold())
                if _DIGIT.search(text) and (holds_number(text) or not text[0].isalpha()):
                    del texts[at]
        marks = self.words.file.kata_centang
        other = {at for at, found in texts.items() if not found.isdisjoint(marks)}
        for group in ({one.index for one in found} for found in rivals(columns)):
            other |= group & texts.keys() if group - texts.keys() else set()
        return [replace(one, role="keterangan", meaning="keterangan") if one.index in other else one
                for one in columns]  # fmt: skip

    def _without_kinds(self, columns: Sequence[TableColumn]) -> list[TableColumn]:
        """Take kinds of indicators for remarks where classes might stand, and leave others open."""
        words, found = self.words, list(columns)
        for at, column in ((at, one) for at, one in enumerate(columns) if one.role == CLASS):
            cells = [row.cells.get(column.index, "") for row in self.found.below]
            told = (text for text in cells if not isinstance(read_number(text).value, Missing))
            texts = {text.strip().casefold() for text in told}
            if texts and texts <= {*words.file.jenis_indikator}:
                found[at] = replace(column, role="keterangan", meaning="rincian")
            elif texts and not any(map(words.classes.search, texts)):
                found[at] = replace(column, role=UNKNOWN)
        return found

    def _without_numbers(self, columns: Sequence[TableColumn]) -> list[TableColumn]:
        """Leave the columns of words open whose cells are mostly numbers, and times told twice."""
        if self._is_report(columns):
            return [*columns]
        times = Counter(one.titles for one in columns if one.role in (YEAR, "periode"))
        return [
            replace(one, role=UNKNOWN)
            if times[one.titles] > 1
            or ((one.role in _WORDED or one.meaning == _REMARK) and self._is_of_numbers(one))
            else one
            for one in columns
        ]

    def _is_of_numbers(self, column: TableColumn) -> bool:
        index = column.index
        # Rows of one or two cells may be below the table.
        least = min(LABELS, len(self.found.block.headings) - 1)
        below = dropwhile(is_numbering, self.found.below)
        rows = [row.cells for row in below if len(row.cells) > least]
        texts = Counter(cells[index] for cells in rows if index in cells)
        counts = holds_number if column.role == "satuan" else is_number
        numbers = [text for text in texts if counts(text)]
        if column.role == "sasaran":
            numbers = [text for text in numbers if not _COUNT.fullmatch(text)]
        if column.role == "wilayah":
            numbers = [text for text in numbers if canonical(text.strip()) is None]
        return sum(texts[text] for text in numbers) * 2 > texts.total()

    def _form(self, columns: Sequence[TableColumn]) -> NumberFormat | None:
        values = [column.index for column in columns if column.holds_values]
        rows = [row.cells for row in self.found.below]
        return format_of({cells.get(index, "") for index in values for cells in rows})

    def _kind(
        self, columns: Sequence[TableColumn], *, stacked: bool
    ) -> tuple[TableKind, str | None]:
        roles = {column.role for column in columns}
        if self._is_report(columns):
            return "laporan", None
        if not _names_indicators(columns, self.words):
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
        codes = [column.index for column in columns if column.role == "kode"]
        shown = (row.cells.get(index, "") for row in self.found.below[:_SHOWN] for index in codes)
        return any(CODE.fullmatch(text.strip()) for text in shown)

    def _fits(self, form: TableForm, columns: Sequence[TableColumn]) -> bool:
        roles = {said for column in columns for said in (column.role, column.meaning)}
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


def _without_dates(context: TableContext, dates: Iterable[Heading]) -> TableContext:
    """Return what is known above a table without what its rows say themselves of when they are."""
    said = [*dates]
    return replace(
        context,
        year=None if any(one.year for one in said) else context.year,
        part=None if any(one.part for one in said) else context.part,
    )


def _names_indicators(columns: Sequence[TableColumn], words: TableWords) -> bool:
    """Say whether the rows are indicators: a name beside other things may be of a person."""
    named = [column for column in columns if column.role == NAME]
    roles = {column.role for column in columns}
    spoken = any(words.names_indicators(title) for column in named for title in column.titles)
    alone = len(named) == len(columns)
    told = {*VALUES, *_OF_INDICATORS} - {MONEY}
    return bool(named) and (spoken or alone or not roles.isdisjoint(told))


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


def _without_labels(columns: Sequence[TableColumn], label: int | None) -> list[TableColumn]:
    """Return the columns with the one whose cells say what a row's values are as a number."""
    return [
        replace(column, role="nomor") if column.index == label and column.role != NAME else column
        for column in columns
    ]
