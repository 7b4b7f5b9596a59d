"""What rules over reports look at: each item with its result, and the items around it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.amounts import Against, against_each_other
from kesbang_iku.findings import Place, sentences
from kesbang_iku.formula import fraction_of
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Unit
from kesbang_iku.sources.reports import LoadedItem, LoadedReport, Reports
from kesbang_iku.validation.rules.numbers import number_of
from kesbang_iku.validation.rules.reports.history import (
    NO_HISTORY,
    Earlier,
    History,
    Published,
    Series,
)
from kesbang_iku.validation.rules.rule import Outcomes, Rules, at, inconclusive


@dataclass(slots=True, eq=False)
class ReportEntry:
    """One item of a report, as written and as computed, and what is known of earlier years.

    Rules by the dozen ask for these, of each item: so they are told once, not when asked for.

    Attributes:
        report: the report it stands in.
        loaded: what is written, and where.
        result: what it computes to.
        indicator: the definition it was computed by.
        region: the region, where it is known.
        unit: the unit of the indicator.
        is_share: whether the value is a share of a whole: bounded by its unit, not adding up.
        series: what makes values comparable: indicator, version and region.
        kode: the code of the indicator.
        wilayah: the code of the region; as written where it is not known.
        tahun: the year reported.
        periode: the period reported.
        berkas: the file it stands in.
        value: the published value.
        printed: the realised value as printed, possible or not.
        goal: the target, of whatever form.
        target: the target, where it is one number.
        before: the item of the year before, of the same period.
        earlier: the value of the nearest earlier year, reported or published.
        history: the values of its series by year; of a part of a year, none.
    """

    report: LoadedReport
    loaded: LoadedItem
    result: Result
    indicator: Indicator
    region: Region | None
    unit: Unit
    is_share: bool
    series: Series
    kode: str
    wilayah: str
    tahun: int
    periode: str
    berkas: str | None
    value: Fraction | None
    printed: Fraction | None
    goal: Goal | None
    target: Fraction | None
    before: "ReportEntry | None" = None
    earlier: Earlier | None = None
    history: History = NO_HISTORY

    @classmethod
    def of(
        cls,
        report: LoadedReport,
        loaded: LoadedItem,
        result: Result,
        indicator: Indicator,
        region: Region | None,
    ) -> "ReportEntry":
        """Return an item by itself; what came before it is not known yet."""
        unit = indicator.engine.tables.units[indicator.satuan]
        written = report.report
        wilayah = written.wilayah if region is None else region.kode
        goal = result.target
        return cls(
            report=report,
            loaded=loaded,
            result=result,
            indicator=indicator,
            region=region,
            unit=unit,
            is_share=not unit.aditif and unit.rentang.maks is not None,
            series=(indicator.kode, indicator.versi, wilayah),
            kode=indicator.kode,
            wilayah=wilayah,
            tahun=written.tahun,
            periode=written.periode,
            berkas=result.berkas,
            value=None if result.nilai is None else fraction_of(result.nilai),
            printed=number_of(loaded.item.realisasi, written.format_angka),
            goal=goal,
            target=None if goal is None else goal.value,
        )

    def number(self, written: object) -> Fraction | None:
        """Return the one number in a cell of the report."""
        return number_of(written, self.report.report.format_angka)

    @property
    def common(self) -> Mapping[str, object]:
        """What all findings say of it: indicator, region, year and value."""
        told = {"kode": self.kode, "wilayah": self.wilayah, "tahun": self.tahun}
        return {**told, "nilai": self.result.nilai}

    def place(self, *pointer: str | int) -> Place:
        """Return where a part of the item stands."""
        return self.loaded.locate(pointer)


@dataclass(frozen=True)
class ReportContext:
    """All items of the reports handed in together, and what they are held against.

    Attributes:
        entries: the items, in the order written.
        by_series: the items of each indicator and region.
        published: what the catalog knows to be published of these indicators.
    """

    entries: tuple[ReportEntry, ...]
    by_series: Mapping[Series, Sequence[ReportEntry]]
    published: Published
    katalog: Catalog
    regions: Regions
    checking: CheckingFile
    today: date

    @classmethod
    def of(
        cls,
        reports: Reports,
        results: Iterable[Result],
        katalog: Catalog,
        regions: Regions,
        checking: CheckingFile,
        today: date,
    ) -> "ReportContext":
        """Pair the items of ``reports`` with their results, and each with what came before it.

        ``results`` come from ``compute``: one for each item whose code exists, in order.
        """
        entries = tuple(_entries(reports, results, katalog, regions))
        indicators = {id(entry.indicator): entry.indicator for entry in entries}
        published = Published(indicators.values())
        by_series = grouped((entry.series, entry) for entry in entries)
        for series, same in by_series.items():
            _put_in_time(same, published.of(series))
        return cls(entries, by_series, published, katalog, regions, checking, today)

    @cached_property
    def by_report(self) -> tuple[tuple[ReportEntry, ...], ...]:
        """The items, report by report."""
        found = grouped((id(entry.report), entry) for entry in self.entries)
        return tuple(map(tuple, found.values()))

    @cached_property
    def yearly(self) -> tuple[Sequence[ReportEntry], ...]:
        """The yearly items of each indicator and region that have any, by year."""
        found = (_yearly(same) for same in self.by_series.values())
        return tuple(same for same in found if same)

    @cached_property
    def evidence(self) -> Mapping[str, Sequence[tuple[ReportEntry, int]]]:
        """Every text of evidence, with the items it stands in and its number there."""
        return grouped(
            (text, (entry, number))
            for entry in self.entries
            for number, text in enumerate(entry.loaded.item.bukti)
        )

    @cached_property
    def _against(self) -> Mapping[str, Sequence[tuple[ReportEntry, Against]]]:
        """What years and their parts say against each other, by the code of what is found."""
        found: list[tuple[str, tuple[ReportEntry, Against]]] = []
        for same in self.by_series.values():
            parted = {one.tahun for one in same if one.periode != ANNUAL}
            by_year = grouped((one.tahun, one) for one in same if one.tahun in parted)
            for entries in by_year.values():
                entry_of = {id(one.result): one for one in entries}
                said = against_each_other(one.result for one in entries)
                found += ((one.code, (entry_of[id(one.result)], one)) for one in said)
        return grouped(found)

    def against(self, code: str) -> Outcomes:
        """Yield what years and their parts say against each other, of the rule of one code."""
        for entry, said in self._against.get(code, ()):
            if said.fields is None:
                yield inconclusive(entry, sentences.validation.SOME_MISSING)
            else:
                yield at(entry, *said.amount.pointer, **said.fields)

    def of_year(self, series: Series, year: int) -> Iterator[ReportEntry]:
        """Yield the items of a series and year: of the year itself, and of its periods."""
        for entry in self.by_series.get(series, ()):
            if entry.tahun == year:
                yield entry


rule: Final = Rules[ReportContext, ReportEntry](attrgetter("entries"), __name__)
"""The rules over reports; most look at one item."""


def _entries(
    reports: Reports, results: Iterable[Result], katalog: Catalog, regions: Regions
) -> Iterator[ReportEntry]:
    """Yield the items that have a result, and an indicator it was computed by."""
    ordered = iter(results)
    for loaded in reports:
        region, _ = regions.read(loaded.report.wilayah, sistem=loaded.report.sistem_kode)
        for item in loaded.items:
            if item.item.kode not in katalog:
                continue
            result = next(ordered)
            if result.indicator is not None:
                yield ReportEntry.of(loaded, item, result, result.indicator, region)


def _yearly(same: Iterable[ReportEntry]) -> list[ReportEntry]:
    return sorted((one for one in same if one.periode == ANNUAL), key=attrgetter("tahun"))


def _put_in_time(same: Sequence[ReportEntry], published: Mapping[int, Fraction]) -> None:
    """Tell the items of a series what came before them.

    A value of a whole year comes after that of the nearest earlier year, whatever is reported going
    before what is published; that of a part of a year after the same part of the year before.
    """
    reported = {one.tahun: one.value for one in _yearly(same) if one.value is not None}
    history = History({**published, **reported})
    first: dict[tuple[int, str], ReportEntry] = {}
    for entry in same:
        first.setdefault((entry.tahun, entry.periode), entry)
    for entry in same:
        before = entry.before = first.get((entry.tahun - 1, entry.periode))
        if entry.periode == ANNUAL:
            entry.history = history
            entry.earlier = history.before(entry.tahun)
        elif before is not None and before.value is not None:
            entry.earlier = Earlier(before.value, before.tahun)
