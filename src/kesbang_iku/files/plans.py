"""Reading plans from YAML, JSON, CSV and XLSX, each value with the place it stands at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from kesbang_iku.files.document import Document
from kesbang_iku.files.grid import Grid
from kesbang_iku.files.header_rows import NAME, Header
from kesbang_iku.files.headers import Column, load_headers
from kesbang_iku.files.layouts import TableCell, TableReader, TableRow
from kesbang_iku.files.loaded import Loaded, Placed, bodies, nearest
from kesbang_iku.files.personal import read_grids_without_numbers, secrets_of
from kesbang_iku.files.reading import Opened, open_source, read_documents
from kesbang_iku.files.shape import Locator, Pointer, check_shape
from kesbang_iku.files.sheets import matching_tables
from kesbang_iku.files.text_reader import Source
from kesbang_iku.files.year_columns import rival_columns
from kesbang_iku.findings import Finding, Place, kinds, sentences
from kesbang_iku.findings.sentences import files as said
from kesbang_iku.model.plan import Plan, PlanItem

_TEXTS: Final = ("kode", "sasaran", "satuan", "rumus", "polaritas", "sumber_data", "catatan")
_YEARLY: Final = ("dasar", "target")
_YEAR: Final = re.compile(r"[0-9]{4}", re.ASCII)
_DEFINITION: Final = "definisi"
_NUMBER: Final = "no"
_ENVELOPE: Final = "wilayah"
_OF_YEAR: Final = "tahun"
_REPORTED: Final = frozenset({"realisasi", "triwulan_1", "triwulan_2", "triwulan_3", "triwulan_4"})
_EXAMPLE: Final = ("Indikator", "Satuan", "Baseline 2024", "Target 2025", "Target 2026")


@dataclass(frozen=True, slots=True)
class LoadedPlanItem(Placed[PlanItem]):
    """One indicator of a plan, and where each of its parts stands.

    ``lain`` holds what stands beside it in a table under titles that say nothing of a plan.
    """

    lain: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """One plan: whose it is and for when, and the indicators that could be read.

    Attributes:
        plan: the envelope; its own list of items is empty.
        items: the indicators, in the order written.
        locate: where each part of the envelope stands.
        broken: how many items could not be read.
        lembar: the sheet it was read from, if its file has sheets.
        temuan: everything found while reading, where the plan was read by :func:`read_plan`.
        ditolak: the values of items of which several columns of the table would be the same one;
            none of those columns was read.
        sumber: the file, which is searched for what must not be said of it.
    """

    plan: Plan
    items: tuple[LoadedPlanItem, ...]
    locate: Locator
    broken: int = 0
    lembar: str | None = None
    temuan: tuple[Finding, ...] = ()
    ditolak: frozenset[str] = frozenset()
    sumber: tuple[Opened, ...] = field(default=(), repr=False, compare=False)


class Plans(Loaded[LoadedPlan]):
    """Plans read from one or more files, and everything found while reading."""

    __slots__ = ()


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


def first_plan(plans: Plans) -> LoadedPlan:
    """Return the first of the plans of a file, with everything found; a finding says it is one."""
    if not plans:
        nothing = Plan(item=())
        return LoadedPlan(nothing, (), lambda _: Place(), temuan=plans.temuan, sumber=plans.sumber)
    found = plans.temuan
    first = plans[0]
    if len(plans) > 1:
        sheet = first.lembar
        taken = sentences.files.THE_FIRST_ONE
        if sheet is not None:
            taken = said.THE_SHEET.filled(lembar=sheet)
        place = plans[1].locate(())
        finding = kinds.SEVERAL_PLANS.at(place, jumlah=len(plans), diambil=taken)
        found = (*found, finding)
    return replace(first, temuan=found)


def read_plans(
    source: Source | Opened, *, name: str | None = None, lembar: str | None = None
) -> Plans:
    """Return the plans in a file: YAML with any number of documents, JSON, CSV or XLSX.

    A table is a plan; each sheet of a workbook that looks like one is a plan of its own. The
    parameters are those of :func:`read_plan`.

    Returns:
        What could be read. What could not is a finding; nothing is raised for content.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Plans((), tuple(findings))
    if opened.tabular:
        grids, found = read_grids_without_numbers(opened, known=load_headers())
        findings += found
        plans = plans_from_grids(_chosen(grids, lembar, findings), findings)
    else:
        documents, found = read_documents(opened)
        plans = plans_from_documents(documents, findings + found)
    source_of = (opened,)
    entries = tuple(replace(plan, sumber=source_of) for plan in plans)
    return Plans(entries, plans.temuan, source_of)


def _chosen(grids: Sequence[Grid], lembar: str | None, findings: list[Finding]) -> Sequence[Grid]:
    if lembar is None or not grids:
        return grids
    chosen = [grid for grid in grids if grid.name == lembar]
    if not chosen:
        there = ", ".join(f"'{grid.name}'" for grid in grids if grid.name is not None) or "-"
        place = Place(berkas=grids[0].source)
        findings.append(kinds.SHEET_UNKNOWN.at(place, value=lembar, lembar=lembar, ada=there))
    return chosen


# ------------------------------------------------------------------------------------ documents


def plans_from_documents(documents: Sequence[Document], findings: list[Finding]) -> Plans:
    """Return the plans that ``documents`` hold."""
    plans: list[LoadedPlan] = []
    for one in bodies(documents, "rencana", (Plan, PlanItem), kinds.NOT_A_PLAN, findings):
        if not one.items:
            findings.append(kinds.NO_PLAN_ITEM.at(one.locate(("item",))))
        items = tuple(LoadedPlanItem(placed.item, placed.locate) for placed in one.items)
        plans.append(LoadedPlan(one.envelope, items, one.locate, one.broken))
    return Plans(tuple(plans), tuple(findings))


# --------------------------------------------------------------------------------------- tables


def plans_from_grids(grids: Sequence[Grid], findings: list[Finding]) -> Plans:
    """Return the plans of tables: one a sheet, or one a region where the table names regions."""
    plans: list[LoadedPlan] = []
    fits = [_is_plan, _names_indicators]
    for reading in matching_tables(grids, fits, sentences.files.PLANS_CONTENTS, _EXAMPLE, findings):
        plans += _table_plans(reading)
    return Plans(tuple(plans), tuple(findings))


def _is_plan(header: Header) -> bool:
    """Say whether a table names indicators and is no report of what was achieved."""
    planned = any(nama == "target" for nama, _ in header.years)
    return _names_indicators(header) and (planned or not header.names & _REPORTED)


def _names_indicators(header: Header) -> bool:
    """Say whether a table names indicators; one of achievements says what was planned, too."""
    return NAME in header.names


def _table_plans(reading: TableReader) -> Iterator[LoadedPlan]:
    names = reading.header.names
    wanted = {NAME, *_TEXTS, *_YEARLY, _NUMBER, _ENVELOPE, _OF_YEAR}
    if "rumus" not in names:
        wanted.add(_DEFINITION)
    by_year = _OF_YEAR in names
    below = _refuse_rivals(reading, by_year=by_year)
    if not by_year:
        _note_headers_without_year(reading)
    regions: dict[str | None, list[LoadedPlanItem]] = {}
    places: dict[str | None, Place] = {}
    broken: dict[str | None, int] = {}
    for row in reading.named_rows():
        if row.number in below:
            continue
        region = row.text(_ENVELOPE)
        places.setdefault(region, row.place)
        loaded = regions.setdefault(region, [])
        source = _RowSource(row)
        item, found = check_shape(PlanItem, source.data(), source.locate)
        reading.findings += found
        if by_year:
            reading.findings += source.year_missing()
        if item is None:
            broken[region] = broken.get(region, 0) + 1
        else:
            lain = reading.unread(row.number, wanted)
            entry = LoadedPlanItem(item, source.locate, lain=lain)
            _add(loaded, entry, by_year=by_year)
    reading.note_unused(wanted)
    start = reading.place_of(NAME)
    if not regions:
        reading.findings.append(kinds.NO_PLAN_ITEM.at(start))
        regions[None] = []
    refused = frozenset(nama for nama in _YEARLY if reading.refuses(nama))
    for region, items in regions.items():
        yield LoadedPlan(
            Plan(wilayah=region, item=()),
            tuple(items),
            _everywhere(places.get(region, start)),
            broken.get(region, 0),
            reading.grid.name,
            ditolak=refused,
        )


def _refuse_rivals(reading: TableReader, *, by_year: bool) -> frozenset[int]:
    """Refuse the columns that would be the same value; return the rows that only head them."""
    below = set()
    for rivals in rival_columns(reading, _YEARLY, by_year=by_year):
        reading.refuse(rivals.columns, rivals.meaning)
        if rivals.row_below is not None:
            below.add(rivals.row_below)
    return frozenset(below)


def _add(loaded: list[LoadedPlanItem], entry: LoadedPlanItem, *, by_year: bool) -> None:
    """Add a row to those read; in a table with a row a year it may go on with the item above."""
    if by_year and loaded and _is_another_year(loaded[-1].item, entry.item):
        above, item = loaded[-1], entry.item
        years = {key: {**getattr(above.item, key), **getattr(item, key)} for key in _YEARLY}
        joined = above.item.model_copy(update=years)
        lain = {
            title: "; ".join(
                dict.fromkeys(one.lain[title] for one in (above, entry) if title in one.lain)
            )
            for title in above.lain | entry.lain
        }
        loaded[-1] = LoadedPlanItem(joined, _first_that_knows(above, entry), lain=lain)
    else:
        loaded.append(entry)


def _is_another_year(above: PlanItem, item: PlanItem) -> bool:
    """Say whether two rows are one indicator in different years."""
    bare: dict[str, Any] = {key: {} for key in _YEARLY}
    same = above.model_copy(update=bare) == item.model_copy(update=bare)
    return same and all(
        getattr(above, key).keys().isdisjoint(getattr(item, key)) for key in _YEARLY
    )


def _first_that_knows(above: LoadedPlanItem, below: LoadedPlanItem) -> Locator:
    """Return where parts of joined rows stand: in the lower one what only that one has."""

    def locate(pointer: Pointer) -> Place:
        pointer = _with_year(pointer)
        lower = len(pointer) > 1 and pointer[1] in getattr(below.item, str(pointer[0]), ())
        return (below if lower else above).locate(pointer)

    return locate


def _everywhere(place: Place) -> Locator:
    return lambda _: place


def _note_headers_without_year(reading: TableReader) -> None:
    for index, column in reading.used.items():
        if column.nama in _YEARLY and (column.tahun is None or column.numbered):
            title = reading.header.titles[index]
            place = reading.title_place(index)
            reading.findings.append(kinds.HEADER_WITHOUT_YEAR.at(place, value=title, judul=title))


@dataclass(slots=True)
class _RowSource:
    """A row of a table as the data of a plan's item."""

    row: TableRow
    places: dict[Pointer, Place] = field(default_factory=dict)

    def data(self) -> dict[str, Any]:
        """Return the item's data, and remember where each part stands."""
        found: dict[str, Any] = {}
        self.places[()] = self.row.place
        own_year = self._own_year()
        for column, cell in self.row.cells.items():
            year = own_year if column.tahun is None else column.tahun
            if year is not None and column.nama in _YEARLY and not column.numbered:
                found.setdefault(column.nama, {})[year] = cell.text
                self.places[column.nama, year] = cell.place
                self.places.setdefault((column.nama,), cell.place)
            elif column.tahun is None and column.nama in (NAME, *_TEXTS):
                self._put(found, column.nama, cell)
        if "rumus" not in found:
            for column, cell in self.row.cells.items():
                if column.nama == _DEFINITION:
                    self._put(found, "rumus", cell)
        return found

    def _own_year(self) -> int | None:
        written = (self.row.text(_OF_YEAR) or "").strip()
        return int(written) if _YEAR.fullmatch(written) else None

    def year_missing(self) -> Iterator[Finding]:
        """Yield that the row has values of a year and does not say which."""
        undated = any(column.tahun is None and column.nama in _YEARLY for column in self.row.cells)
        if undated and self._own_year() is None:
            cell = self.row.cells.get(Column(_OF_YEAR))
            place, written = (self.row.place, None) if cell is None else (cell.place, cell.text)
            yield kinds.WRONG_VALUE.at(place, value=written, harapan=said.A_YEAR)

    def _put(self, found: dict[str, Any], key: str, cell: TableCell) -> None:
        found[key] = " ".join(cell.text.split())
        self.places[key,] = cell.place

    def locate(self, pointer: Pointer) -> Place:
        """Return where a part of the item stands, or the nearest part that holds it."""
        return nearest(self.places, _with_year(pointer)) or self.row.place


def _with_year(pointer: Pointer) -> Pointer:
    """Return ``pointer`` with a year written as text made a number, as the keys here are."""
    return tuple(
        int(step) if isinstance(step, str) and _YEAR.fullmatch(step) else step for step in pointer
    )
