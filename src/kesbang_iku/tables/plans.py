"""Plans of the tables people have: each indicator with the cells that its parts stand in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from typing import Any, Final, cast

from kesbang_iku._grouped import grouped
from kesbang_iku.findings import Finding, Level, Place, kinds, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import sources as said_of_files
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.model.table_words import TableKind
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.loaded import nearest
from kesbang_iku.sources.personal import secrets_of
from kesbang_iku.sources.plans import (
    LoadedPlan,
    LoadedPlanItem,
    Plans,
    first_plan,
    plans_from_documents,
)
from kesbang_iku.sources.reading import Opened, open_source, read_documents
from kesbang_iku.sources.shape import Pointer, check_shape
from kesbang_iku.sources.text_reader import Source
from kesbang_iku.tables.columns import TableColumn, value_key
from kesbang_iku.tables.context import KnownContext
from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.meanings import BASELINE, MONEY, NAME, TARGET, UNKNOWN, YEAR
from kesbang_iku.tables.read_table import FileReading, ReadTable
from kesbang_iku.tables.reading import read_tables
from kesbang_iku.tables.region_systems import plans_in_system
from kesbang_iku.tables.rows import Reason
from kesbang_iku.tables.summary import told
from kesbang_iku.tables.two_readings import as_read
from kesbang_iku.tables.values import is_number

PLANS: Final[frozenset[TableKind]] = frozenset({"rencana", "perjanjian_kinerja"})
"""The kinds of tables that are plans."""

_TEXTS: Final = (
    "kode", "sasaran", "satuan", "rumus", "definisi", "polaritas", "sumber_data", "program",
    "penanggung_jawab", "catatan",
)  # fmt: skip
_YEARLY: Final = (BASELINE, TARGET)
_OF_ROWS: Final = ("program", "penanggung_jawab")
"""What may change from year to year without making another indicator of a row."""
_REGION: Final = "wilayah"
_OBJECTIVE: Final = "sasaran"
_NO_YEAR: Final = value_key(None, None)
_GROUPS: Final[frozenset[Reason]] = frozenset(
    {"judul_bagian", "tanda_tangan", "catatan", "jumlah", "rata_rata"}
)
_SHOWN: Final = 12
_EXAMPLE: Final = "Indikator; Satuan; Baseline 2024; Target 2025; Target 2026"
_YEAR: Final = re.compile(r"[0-9]{4}", re.ASCII)


@misuse_told
def read_plan(
    source: Source | Opened, *, name: str | None = None, lembar: str | None = None
) -> LoadedPlan:
    """Return the plan in a file; of several the first one, and a finding says so.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.
        lembar: the sheet of a workbook to read.

    Returns:
        The plan, with everything found in its ``temuan``. Where nothing could be read it is a plan
        without items, and the findings say why; nothing is raised for content.
    """
    plan = first_plan(read_plans(source, name=name, lembar=lembar))
    return replace(plan, temuan=secrets_of(plan.sumber).mask(plan.temuan))


def read_plans(
    source: Source | Opened,
    *,
    name: str | None = None,
    lembar: str | None = None,
    known: KnownContext | None = None,
) -> Plans:
    """Return the plans in a file: YAML with any number of documents, JSON, CSV or XLSX.

    The tables of one sheet are one plan, or one for each region that they name.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.
        lembar: the sheet of a workbook to read.
        known: what else is known about the tables from outside.

    Returns:
        What could be read. What could not is a finding; nothing is raised for content.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Plans((), tuple(findings))
    plans = _plans(opened, lembar, known, findings)
    source_of = (opened,)
    entries = tuple(replace(plan, sumber=source_of) for plan in plans)
    return Plans(entries, plans.temuan, plans.bacaan, source_of)


def _plans(
    opened: Opened, lembar: str | None, known: KnownContext | None, findings: list[Finding]
) -> Plans:
    if not opened.tabular:
        documents, found = read_documents(opened)
        plans = plans_from_documents(documents, findings + found)
        return plans if known is None else plans_in_system(plans, known.system)
    known = known or KnownContext()
    reading = read_tables(opened, options=replace(known, sheet=lembar or known.sheet))
    tables = plan_tables(reading.tables)
    plans = plans_of(reading, tables)
    return replace(plans, temuan=(*findings, *reading.but_of_use(tables), *plans.temuan))


def plan_tables(tables: Iterable[ReadTable]) -> list[ReadTable]:
    """Return the tables that are plans.

    A table of achievements says what was planned, too: it counts where there is no plan.
    """
    named = [one for one in tables if any(column.role == NAME for column in one.columns)]
    return [one for one in named if one.kind in PLANS] or [one for one in named if one.items]


def plans_of(
    reading: FileReading, tables: Sequence[ReadTable], *, others: Iterable[ReadTable] = ()
) -> Plans:
    """Return the plans of tables of a file: one for each sheet and region.

    Args:
        reading: how the file was read.
        tables: those of its tables that are plans.
        others: those of which something else is made.

    Returns:
        The plans, with what was found beyond the reading of the tables.
    """
    findings: list[Finding] = []
    if not (tables or any(one.tingkat is Level.GALAT for one in reading.findings)):
        perlu = sentences.sources.PLANS_CONTENTS
        start = [one.grid.start for one in reading.tables]
        place = start[0] if start else Place(berkas=reading.file)
        findings.append(kinds.TABLE_UNKNOWN.at(place, perlu=perlu, contoh=_EXAMPLE))
    plans = tuple(_gathered(tables, findings))
    if tables:
        findings += _other_sheets(reading, {one.grid.name for one in (*tables, *others)})
    sentence = told(reading)
    return Plans(
        tuple(replace(one, bacaan=sentence) for one in plans),
        tuple(findings),
        () if sentence is None else (sentence,),
    )


def by_region(plans: Plans) -> Plans:
    """Return the plans of the sheets of a file as one for each region."""
    parts = grouped((plan.plan.wilayah, plan) for plan in plans)
    return Plans(tuple(map(_as_one, parts.values())), plans.temuan, plans.bacaan)


def _as_one(plans: list[LoadedPlan]) -> LoadedPlan:
    first, *others = plans
    if not others:
        return first
    return replace(
        first,
        items=tuple(item for plan in plans for item in plan.items),
        broken=sum(plan.broken for plan in plans),
        lembar=None,
        ditolak=frozenset[str]().union(*(plan.ditolak for plan in plans)),
    )


def _with_region(tables: Sequence[ReadTable]) -> Iterator[ReadTable]:
    """Yield the tables; those that name no region have the only one that others of a file name."""
    settings = (one.setting for one in tables)
    known = {one.region.kode: one for one in settings if one.region is not None}
    for table in tables:
        if len(known) == 1 and table.setting.region is None and not _names_regions(table):
            (of,) = known.values()
            setting = replace(table.setting, region=of.region, origin=of.origin, level=of.level)
            yield replace(table, setting=setting)
        else:
            yield table


def _names_regions(table: ReadTable) -> bool:
    return any(one.role == _REGION for one in table.columns)


def _other_sheets(reading: FileReading, read: set[str | None]) -> Iterator[Finding]:
    """Yield which sheets hold no plan, but for those of which something was said already."""
    unknown = {one.place.sel for one in reading.findings if one.kind is kinds.TABLE_UNKNOWN}
    said = {one.grid.name for one in reading.tables if one.grid.start.sel in unknown}
    yield from reading.passed_over(read | said, sentences.sources.PLANS_CONTENTS)


def _gathered(tables: Sequence[ReadTable], findings: list[Finding]) -> Iterator[LoadedPlan]:
    """Yield a plan for each sheet and region of tables, in the order they were found."""
    plans = ((one.grid.name, _TablePlans(one, findings)) for one in _with_region(tables))
    found = grouped(((name, part.region), part) for name, plan in plans for part in plan.parts())
    for (sheet, region), parts in found.items():
        items = tuple(item for part in parts for item in part.items)
        broken = sum(part.broken for part in parts)
        if not items and not broken:
            findings.append(kinds.NO_PLAN_ITEM.at(parts[0].start))
        yield LoadedPlan(
            Plan(wilayah=region, item=()),
            items,
            partial(_everywhere, parts[0].start),
            broken,
            sheet,
            ditolak=frozenset[str]().union(*(part.refused for part in parts)),
            tingkat=parts[0].level,
        )


@dataclass(slots=True)
class _Part:
    """The indicators of one table that are of one region."""

    region: str | None
    start: Place
    level: AdminLevel | None
    refused: frozenset[str]
    items: list[LoadedPlanItem] = field(default_factory=list)
    broken: int = 0

    def add(self, entry: LoadedPlanItem, *, by_year: bool) -> None:
        """Add an indicator; in a table with a row a year it may go on with the one above."""
        if by_year and self.items and _is_another_year(self.items[-1].item, entry.item):
            self.items[-1] = _joined(self.items[-1], entry)
        else:
            self.items.append(entry)


@dataclass(frozen=True)
class _TablePlans:
    """Makes the plans of one table; ``findings`` grows on the way."""

    table: ReadTable
    findings: list[Finding]

    def parts(self) -> Iterator[_Part]:
        """Yield the indicators of each region that the table names, and note what is not used."""
        parts: dict[str | None, _Part] = {}
        if not self.table.items:
            self._part(parts, self._region)
        for item in self.table.items:
            source = _Source(self, item)
            region = self._region
            if self._by_region:
                cell = source.cells.get((_REGION,))
                region = None if cell is None else _plain(cell.text)
            part = parts.get(region) or self._part(parts, region, source)
            checked, found = check_shape(PlanItem, source.data, source.locate)
            self.findings.extend([*found, *source.year_missing()])
            if checked is None:
                part.broken += 1
            else:
                lain, sheet = source.unused(), self.table.grid.name
                entry = LoadedPlanItem(checked, source.locate, lain=lain, lembar=sheet)
                part.add(entry, by_year=self.by_year)
        columns = (self._names_twice, self._headers_without_year, self._filled_from_above)
        rest = (self._names_joined, self._columns_unused, self._rows_skipped)
        self.findings.extend(one for said in (*columns, *rest) for one in said())
        yield from parts.values()

    def _part(
        self, parts: dict[str | None, _Part], region: str | None, source: _Source | None = None
    ) -> _Part:
        level = self.table.setting.level
        known = None if level in {None, "nasional"} else cast("AdminLevel", level)
        start = self.table.title_place(self.table.name_column)
        if source is not None and self._by_region:
            start = source.locate((_REGION,))
        parts[region] = _Part(region, start, known, self._refused)
        return parts[region]

    @cached_property
    def _by_region(self) -> bool:
        return _names_regions(self.table)

    @property
    def _region(self) -> str | None:
        region = self.table.setting.region
        return None if region is None else region.kode

    @cached_property
    def by_year(self) -> bool:
        """Whether a column says the year of each row."""
        return any(one.role == YEAR for one in self.table.columns)

    @cached_property
    def used(self) -> Mapping[int, str]:
        """The columns that an indicator takes its texts from, with the name of each.

        Of several for the same, the first whose header is known as a whole is taken.
        """
        words = load_words()
        first: dict[str, tuple[bool, int]] = {}
        for column in self.table.columns:
            exact = words.column(column.titles).exact
            key = self._key(column, exact=exact)
            if key is not None and (key not in first or (exact and not first[key][0])):
                first[key] = (exact, column.index)
        if "rumus" in first:
            first.pop("definisi", None)
        return {index: key for key, (_, index) in first.items()}

    def _key(self, column: TableColumn, *, exact: bool) -> str | None:
        """Return what a column says of an indicator, by the keys of a plan."""
        if column.role == "kode":
            return "kode" if exact else None
        if column.role in {_OBJECTIVE, "keterangan", "rumus"}:
            return column.meaning if column.meaning in _TEXTS else None
        return column.role if column.role in {*_TEXTS, _REGION} else None

    def _holds(self, column: TableColumn) -> bool:
        """Say whether a column holds values of years that the plan takes."""
        yearly = column.role in _YEARLY and not column.whole_plan and column.part is None
        return yearly and column.index not in self.table.refused

    @cached_property
    def unused(self) -> Sequence[TableColumn]:
        """The columns that say nothing of a plan, from the left."""
        known = {"nomor", _REGION, YEAR}
        return [
            one
            for one in self.table.columns
            if one.titles
            and one.index not in {*self.used, self.table.name_column}
            and not (one.role in known or self._holds(one))
        ]

    @cached_property
    def cells(self) -> Mapping[int, Mapping[int, str]]:
        """The cells of each row by column."""
        first, last = self.table.body
        rows = self.table.grid.rows
        return {row.number: row.cells for row in rows if first <= row.number <= last}

    def _numbers(self, column: TableColumn) -> bool:
        return any(is_number(row.get(column.index, "")) for row in self.cells.values())

    def _is_told(self, column: TableColumn) -> bool:
        """Say whether the reading of the table told of a column that was not understood."""
        misspelt = load_words().meant(" ".join(column.titles)) is not None
        return column.year is not None or misspelt or self._numbers(column)

    @cached_property
    def _refused(self) -> frozenset[str]:
        """The values of which something stands in the table that was not used."""
        columns = self.table.columns
        refused = {one.role for one in columns if one.index in self.table.refused}
        refused |= {one.role for one in columns if self._is_undated(one)}
        if any(one.role == UNKNOWN and self._numbers(one) for one in columns):
            refused |= {*_YEARLY}
        return frozenset(refused.intersection(_YEARLY))

    def _is_undated(self, column: TableColumn) -> bool:
        undated = self._holds(column) and column.year is None and not self.by_year
        return undated and any(column.index in row for row in self.cells.values())

    # ---------------------------------------------------------------------------- what is said

    def _names_twice(self) -> Iterator[Finding]:
        """Yield which columns name what another one names in the same rows."""
        first, *others = (one for one in self.table.columns if one.role == NAME)
        for column in others:
            index = column.index
            if any(index in row and first.index in row for row in self.cells.values()):
                title, place = _plain(" ".join(column.titles)), self.table.title_place(index)
                of = self.table.title_place(first.index)
                said = {"lain": _plain(" ".join(first.titles)), "sel": str(of.sel)}
                yield kinds.COLUMN_TWICE.at(place, value=title, judul=title, **said)

    def _headers_without_year(self) -> Iterator[Finding]:
        for column in filter(self._is_undated, self.table.columns):
            title = _plain(" ".join(column.titles))
            place = self.table.title_place(column.index)
            yield kinds.HEADER_WITHOUT_YEAR.at(place, value=title, judul=title)

    def _filled_from_above(self) -> Iterator[Finding]:
        """Yield how many cells of objectives were written once for several rows."""
        filled: dict[int, list[int]] = {}
        for item in self.table.items:
            for cell in item.cells:
                index, own = cell.column.index, self.cells.get(cell.row, {})
                above = self.used.get(index) == _OBJECTIVE and index not in own
                if above and self.table.grid.merged_above(cell.row, index) is None:
                    filled.setdefault(index, []).append(cell.row)
        titles = {one.index: _plain(" ".join(one.titles)) for one in self.table.columns}
        for index, rows in filled.items():
            place = self.table.grid.place(rows[0], index)
            yield kinds.FILLED_FROM_ABOVE.at(place, jumlah=len(rows), judul=titles[index])

    def _names_joined(self) -> Iterator[Finding]:
        """Yield which rows only went on with the name above them."""
        for skipped in self.table.skipped:
            if skipped.reason == "lanjutan":
                row = next(one for one in self.table.grid.rows if one.number == skipped.number)
                index = max(row.cells, key=lambda at: at == self.table.name_column)
                place, rest = self.table.grid.place(row.number, index), row.cells[index]
                said, last = _plain(rest), row.number
                # The item stands in the row of its values, which may be one further down.
                far = {(said not in one.name, abs(one.row - last)): one for one in self.table.items}
                name = far[min(far)].name
                yield kinds.NAME_CONTINUED.at(place, value=rest, lanjutan=said, nama=name)

    def _columns_unused(self) -> Iterator[Finding]:
        filled = {index for row in self.cells.values() for index in row}
        refused = self.table.refused
        unused = [
            one
            for one in self.unused
            if one.index in filled
            and not (one.role == NAME or one.index in refused)
            and not (one.role == UNKNOWN and self._is_told(one))
        ]
        if unused:
            titles = [f"'{_plain(' '.join(one.titles))[:60]}'" for one in unused[:_SHOWN]]
            more = ["…"] if len(unused) > _SHOWN else []
            place = self.table.title_place(unused[0].index)
            yield kinds.COLUMNS_UNUSED.at(place, judul=", ".join(titles + more))

    def _rows_skipped(self) -> Iterator[Finding]:
        rows = [one.number for one in self.table.skipped if one.reason in _GROUPS]
        if rows:
            place = self.table.row_place(rows[0])
            yield kinds.ROWS_SKIPPED.at(place, jumlah=len(rows), awal=rows[0])


class _Source:
    """An indicator of a table as the data of a plan's item, and where each part stands."""

    def __init__(self, plans: _TablePlans, item: TableItem) -> None:
        self._plans: Final = plans
        self._item: Final = item
        self.cells: Final[dict[Pointer, ItemCell]] = {}
        self.data: Final[dict[str, Any]] = {NAME: item.name}
        self._undated = False
        for cell in item.cells:
            self._put(cell)
        definition = self.cells.pop(("definisi",), None)
        if definition is not None and "rumus" not in self.data:
            self.cells["rumus",] = definition
            self.data["rumus"] = _plain(definition.text)

    def _put(self, cell: ItemCell) -> None:
        column, role = cell.column, cell.role
        if role in _YEARLY:
            if column.role == MONEY or column.whole_plan:
                return
            self._undated |= cell.key == _NO_YEAR
            if cell.key.isdecimal():
                year = int(cell.key)
                self.cells.setdefault((role,), cell)
                self.cells.setdefault((role, year), cell)
                read = self._item.values.get(role, {}).get(cell.key)
                self.data.setdefault(role, {}).setdefault(year, as_read(cell.text, read))
        elif role in {NAME, _REGION, YEAR}:
            self.cells.setdefault((role,), cell)
        elif column.index in self._plans.used:
            key = self._plans.used[column.index]
            if (key,) not in self.cells:
                self.cells[key,] = cell
                if key != "definisi":
                    self.data[key] = _plain(cell.text)

    def locate(self, pointer: Pointer) -> Place:
        """Return where a part of the item stands, or the nearest part that holds it."""
        cell = nearest(self.cells, _with_year(pointer))
        table = self._plans.table
        return table.row_place(self._item.row) if cell is None else table.cell_place(cell)

    def year_missing(self) -> Iterator[Finding]:
        """Yield that the row has values of a year and does not say which."""
        if self._undated and self._plans.by_year:
            place = self.locate((YEAR,))
            yield kinds.WRONG_VALUE.at(place, harapan=said_of_files.A_YEAR)

    def unused(self) -> dict[str, str]:
        """Return by header what stands in the columns that say nothing of a plan."""
        found: dict[str, str] = {}
        rows = dict.fromkeys([self._item.row, *(cell.row for cell in self._item.cells)])
        for column in self._plans.unused:
            texts = [self._plans.cells.get(row, {}).get(column.index, "") for row in rows]
            text = "; ".join(dict.fromkeys(one for one in texts if one))
            if text:
                found[_plain(" ".join(column.titles))] = text
        return found


def _is_another_year(above: PlanItem, item: PlanItem) -> bool:
    """Say whether two rows are one indicator in different years."""
    bare: dict[str, Any] = {**dict.fromkeys(_OF_ROWS), **{key: {} for key in _YEARLY}}
    same = above.model_copy(update=bare) == item.model_copy(update=bare)
    return same and all(
        getattr(above, key).keys().isdisjoint(getattr(item, key)) for key in _YEARLY
    )


def _joined(above: LoadedPlanItem, below: LoadedPlanItem) -> LoadedPlanItem:
    """Return two rows of one indicator as one."""
    years = {key: {**getattr(above.item, key), **getattr(below.item, key)} for key in _YEARLY}
    lain = {
        title: "; ".join(
            dict.fromkeys(one.lain[title] for one in (above, below) if title in one.lain)
        )
        for title in above.lain | below.lain
    }
    item = above.item.model_copy(update=years)
    return replace(above, item=item, places=partial(_first_that_knows, above, below), lain=lain)


def _first_that_knows(above: LoadedPlanItem, below: LoadedPlanItem, pointer: Pointer) -> Place:
    """Return where a part of joined rows stands: in the lower one what only that one has."""
    way = _with_year(pointer)
    lower = len(way) > 1 and way[1] in getattr(below.item, str(way[0]), ())
    return (below if lower else above).locate(way)


def _with_year(pointer: Pointer) -> Pointer:
    """Return ``pointer`` with a year written as text made a number, as the keys here are."""
    return tuple(
        int(step) if isinstance(step, str) and _YEAR.fullmatch(step) else step for step in pointer
    )


def _everywhere(place: Place, _pointer: Pointer) -> Place:
    return place


def _plain(text: str) -> str:
    return " ".join(text.split())
