"""Reports from performance tables that call indicators by name.

The standard's code of an indicator is the one its own column gives, or that of the counterpart of
its name where it is certain. The others are told and not computed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Final, NamedTuple

from kesbang_iku.alignment.kept_matchers import matcher_of
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.sentences import alignment as said_of
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.periods import ANNUAL, reported, runs_to_the_end
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.report import Report, ReportItem
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS, AdminLevel
from kesbang_iku.sources.data import load_data
from kesbang_iku.sources.loaded import Placed, nearest
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.reports import LoadedItem, LoadedReport
from kesbang_iku.sources.shape import Pointer, check_shape
from kesbang_iku.tables.achievements import understood
from kesbang_iku.tables.context import NameCodes
from kesbang_iku.tables.items import ItemCell, TableItem
from kesbang_iku.tables.meanings import ACHIEVED, MONEY, REALISED, TARGET
from kesbang_iku.tables.read_table import ReadTable

_VALUES: Final = (TARGET, REALISED, ACHIEVED, "predikat")
_SHOWN: Final = 5


def reports_of_names(
    tables: Iterable[ReadTable],
    katalog: Catalog,
    findings: list[Finding],
    unknown: str | None = None,
    names: NameCodes | None = None,
) -> Iterator[LoadedReport]:
    """Yield the reports of performance tables: one for each region, year and part of a year.

    Args:
        tables: tables of indicators and what was realised of them.
        katalog: the standard.
        findings: takes what is not computed, and why.
        unknown: what stands for a code or a region that is not known; without it such an indicator
            is left out.
        names: tells the codes that were decided for names, before likeness does.
    """
    for table in tables:
        if understood(table, findings):
            yield from _TableReports(table, katalog, unknown, findings, names).reports()


def _code(katalog: Catalog, item: TableItem, level: AdminLevel | None) -> str | None:
    """Return the code of the indicator that an item names, or ``None`` where it is not certain."""
    get = item.texts.get
    written = PlanItem(nama=item.name, kode=get("kode"), satuan=get("satuan"), rumus=get("rumus"))
    chosen = matcher_of(katalog, level).match(written).chosen
    certain = chosen is not None and chosen.confidence > _sure()
    return chosen.indicator.kode if chosen is not None and certain else None


@cache
def _sure() -> float:
    """Return the least confidence that is surer than a name may be wrong."""
    checking = load_data("pemeriksaan.yaml", CheckingFile)
    return float(checking.ambang.keyakinan_baris.nilai)


class _Of(NamedTuple):
    """What a report is of, and how its texts write numbers."""

    region: str
    year: int
    period: str
    form: NumberFormat | None


@dataclass(slots=True)
class _ItemData:
    """An item of a report as data, and the cells it comes from."""

    table: ReadTable
    item: TableItem
    data: dict[str, Any]
    cells: dict[Pointer, ItemCell] = field(default_factory=dict)

    def locate(self, pointer: Pointer) -> Place:
        """Return where a part of the item stands."""
        cell = nearest(self.cells, pointer)
        return self.table.row_place(self.item.row) if cell is None else self.table.cell_place(cell)


@dataclass(frozen=True, slots=True)
class _TableReports:
    table: ReadTable
    katalog: Catalog
    unknown: str | None
    findings: list[Finding]
    names: NameCodes | None = None

    def reports(self) -> Iterator[LoadedReport]:
        """Yield the reports of the table; what is left out goes to the findings."""
        groups: dict[_Of, list[_ItemData]] = {}
        unnamed: list[TableItem] = []
        lacking: list[tuple[TableItem, str]] = []
        for item in self.table.items:
            region = self.table.region_of(item) or self.unknown
            if region is None:
                lacking.append((item, "wilayah"))
                continue
            code = self._code(item, region) or self.unknown
            if code is None:
                unnamed.append(item)
                continue
            if not self._gather(item, code, region, groups):
                lacking.append((item, "tahun"))
        self._tell(unnamed, lacking)
        for of, items in groups.items():
            yield from self._report(of, items)

    def _code(self, item: TableItem, region: str) -> str | None:
        """Return the code of an indicator: its own, the one decided for its name, a likely one."""
        given = item.texts.get("kode")
        if self.names is not None and (given is None or given not in self.katalog):
            decided = self.names(item.name, region, self.table.setting.year)
            if decided is not None:
                return decided or None
        return _code(self.katalog, item, self._level())

    def _level(self) -> AdminLevel | None:
        level = self.table.setting.level
        return next((one for one in REGIONAL_LEVELS if one == level), None)

    def _gather(
        self, item: TableItem, code: str, region: str, groups: dict[_Of, list[_ItemData]]
    ) -> bool:
        """Put the values of an indicator into the reports they are of; say whether all have one."""
        by_time: dict[tuple[int, str], dict[str, ItemCell]] = {}
        undated = False
        for cell in item.cells:
            if cell.role not in _VALUES or cell.column.role == MONEY or cell.column.whole_plan:
                continue
            when = self._when(cell)
            if when is None:
                undated = undated or cell.role == REALISED
            else:
                by_time.setdefault(when, {}).setdefault(cell.role, cell)
        for (year, period), cells in _reported(by_time):
            data = {"kode": code, "variabel": {}, "catatan": item.name}
            data |= {role: cell.text for role, cell in cells.items()}
            made = _ItemData(self.table, item, data, {(role,): one for role, one in cells.items()})
            groups.setdefault(_Of(region, year, period, item.form), []).append(made)
        return not undated

    def _when(self, cell: ItemCell) -> tuple[int, str] | None:
        """Return the year and the period of a value; ``None`` where no year is known."""
        year, _, part = cell.key.partition("/")
        if year == "-":
            return None
        return int(year), reported(part) if part else ANNUAL

    def _report(self, of: _Of, items: list[_ItemData]) -> Iterator[LoadedReport]:
        told = (cell for cell in items[0].item.cells if cell.role == "wilayah")
        region, title = next(told, None), self.table.title_place(0)

        def locate(pointer: Pointer) -> Place:
            own = region if pointer[:1] == ("wilayah",) else None
            return title if own is None else self.table.cell_place(own)

        envelope = {"wilayah": of.region, "tahun": of.year, "periode": of.period}
        report, found = check_shape(
            Report, {**envelope, "format_angka": of.form, "item": []}, locate
        )
        self.findings.extend(found)
        loaded: list[LoadedItem] = []
        for one in items:
            item, found = check_shape(ReportItem, one.data, one.locate)
            self.findings.extend(found)
            if item is not None:
                start = self.table.row_place(one.item.row)
                loaded.append(Placed(item, one.locate, start))
        if report is not None:
            yield LoadedReport(report, tuple(loaded), locate)

    def _tell(self, unnamed: list[TableItem], lacking: list[tuple[TableItem, str]]) -> None:
        """Tell, once for the table, which rows are not computed and why."""
        if unnamed:
            self.findings.append(
                kinds.NAMES_UNCERTAIN.at(
                    self.table.row_place(unnamed[0].row),
                    value=unnamed[0].name,
                    jumlah=len(unnamed),
                    semua=len(self.table.items),
                    daftar=_listed(unnamed),
                )
            )
        for what in dict.fromkeys(what for _, what in lacking):
            rows = [item for item, of in lacking if of == what]
            self.findings.append(
                kinds.TABLE_WITHOUT_CONTEXT.at(
                    self.table.row_place(rows[0].row),
                    jumlah=len(rows),
                    kurang=said_of.CONTEXT[what],
                    pilihan=f"--{what}",
                )
            )


def _listed(items: list[TableItem]) -> str:
    names = ", ".join(f"'{one.name[:60]}'" for one in items[:_SHOWN])
    return names + (", …" if len(items) > _SHOWN else "")


def _reported(
    by_time: Mapping[tuple[int, str], dict[str, ItemCell]],
) -> Iterator[tuple[tuple[int, str], dict[str, ItemCell]]]:
    """Yield the times of which something was realised, or in whose parts something was."""
    # A year without a value of its own has that which runs to its end.
    for (year, period), cells in by_time.items():
        if REALISED in cells and runs_to_the_end(period):
            by_time.get((year, ANNUAL), {}).setdefault(REALISED, cells[REALISED])
    parts = {
        year for (year, period), cells in by_time.items() if period != ANNUAL and REALISED in cells
    }
    # Running totals come behind the parts of a year that stand alone.
    for year, period in sorted(by_time, key=lambda one: (one[0], one[1][:3] == "sd-", one[1])):
        cells = by_time[year, period]
        if REALISED not in cells and not (period == ANNUAL and year in parts):
            continue
        if TARGET not in cells:
            # Of what an achievement without a target is nobody can say here.
            cells.pop(ACHIEVED, None)
        yield (year, period), cells
