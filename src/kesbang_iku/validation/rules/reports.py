"""What rules over reports look at: each item with its result, and the items around it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from functools import cached_property
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.computing.result import Result
from kesbang_iku.diagnostics import Place, Text
from kesbang_iku.files.reports import LoadedItem, LoadedReport, Reports
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Unit
from kesbang_iku.validation.rules.numbers import number_of

ANNUAL: Final = "tahunan"
NO_EARLIER: Final = Text(
    "tidak ada nilai tahun sebelumnya, dalam berkas maupun dalam katalog",
    "no value of an earlier year, in the files or in the catalog",
)
NO_TARGET: Final = Text("targetnya bukan satu bilangan", "the target is not one number")
NO_REGION: Final = Text("wilayahnya tidak dikenal", "the region is not known")

Series = tuple[str, str, str]
"""A code, its version, and a region."""


@dataclass(frozen=True)
class Entry:
    """One item of a report, as written and as computed."""

    report: LoadedReport
    loaded: LoadedItem
    result: Result
    indicator: Indicator
    region: Region | None

    @property
    def berkas(self) -> str | None:
        """The file it stands in."""
        return self.result.berkas

    @cached_property
    def kode(self) -> str:
        """The code of the indicator."""
        return self.indicator.kode

    @cached_property
    def tahun(self) -> int:
        """The year reported."""
        return self.report.report.tahun

    @cached_property
    def periode(self) -> str:
        """The period reported."""
        return self.report.report.periode

    @cached_property
    def wilayah(self) -> str:
        """The code of the region; as written where it is not known."""
        return self.region.kode if self.region is not None else self.report.report.wilayah

    @cached_property
    def series(self) -> Series:
        """What makes values comparable: indicator, version and region."""
        return (self.kode, self.indicator.versi, self.wilayah)

    @cached_property
    def value(self) -> Fraction | None:
        """The published value."""
        return None if self.result.nilai is None else Fraction(self.result.nilai)

    @cached_property
    def printed(self) -> Fraction | None:
        """The realised value as printed, possible or not."""
        return self.number(self.loaded.item.realisasi)

    @cached_property
    def target(self) -> Fraction | None:
        """The target, where it is one number."""
        goal = self.result.target
        return None if goal is None else goal.value

    @cached_property
    def unit(self) -> Unit:
        """The unit of the indicator."""
        return self.indicator.engine.tables.units[self.indicator.satuan]

    @cached_property
    def is_share(self) -> bool:
        """Whether the value is a share of a whole: bounded by its unit, and not adding up."""
        return not self.unit.aditif and self.unit.rentang.maks is not None

    def number(self, written: object) -> Fraction | None:
        """Return the one number in a cell of the report."""
        return number_of(written, self.report.report.format_angka)

    def place(self, *pointer: str | int) -> Place:
        """Return where a part of the item stands."""
        return self.loaded.locate(pointer)


@dataclass(frozen=True)
class Earlier:
    """A value before another one: how much, and of which year."""

    value: Fraction
    tahun: int


@dataclass(frozen=True)
class ReportContext:
    """All items of the reports handed in together, and what they are held against."""

    entries: tuple[Entry, ...]
    katalog: Catalog[Indicator]
    regions: Regions
    checking: CheckingFile
    today: date

    @classmethod
    def of(
        cls,
        reports: Reports,
        results: Iterable[Result],
        katalog: Catalog[Indicator],
        regions: Regions,
        checking: CheckingFile,
        today: date,
    ) -> ReportContext:
        """Pair the items of ``reports`` with their results.

        ``results`` come from ``compute``: one for each item whose code exists, in order.
        """
        entries = []
        ordered = iter(results)
        for loaded in reports:
            region, _ = regions.find(loaded.report.wilayah, sistem="kemendagri")
            for item in loaded.items:
                if item.item.kode not in katalog:
                    continue
                result = next(ordered)
                if result.indicator is not None:
                    entries.append(Entry(loaded, item, result, result.indicator, region))
        return cls(tuple(entries), katalog, regions, checking, today)

    @cached_property
    def by_report(self) -> tuple[tuple[Entry, ...], ...]:
        """The items, report by report."""
        found: dict[int, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(id(entry.report), []).append(entry)
        return tuple(map(tuple, found.values()))

    @cached_property
    def by_series(self) -> Mapping[Series, tuple[Entry, ...]]:
        """The yearly items of each indicator and region, by year."""
        found: dict[Series, list[Entry]] = {}
        for entry in self.entries:
            if entry.periode == ANNUAL:
                found.setdefault(entry.series, []).append(entry)
        return {
            series: tuple(sorted(entries, key=lambda entry: entry.tahun))
            for series, entries in found.items()
        }

    @cached_property
    def by_year(self) -> Mapping[tuple[Series, int], tuple[Entry, ...]]:
        """The items of each indicator, region and year: of the year itself, and of its periods."""
        found: dict[tuple[Series, int], list[Entry]] = {}
        for entry in self.entries:
            found.setdefault((entry.series, entry.tahun), []).append(entry)
        return {key: tuple(entries) for key, entries in found.items()}

    def before(self, entry: Entry) -> Entry | None:
        """Return the item of the year before, of the same period, where it has one."""
        for other in self.by_year.get((entry.series, entry.tahun - 1), ()):
            if other.periode == entry.periode:
                return other
        return None

    @cached_property
    def _published(self) -> Mapping[Series, Mapping[int, Fraction]]:
        found: dict[Series, dict[int, Fraction]] = {}
        for indicator in {id(entry.indicator): entry.indicator for entry in self.entries}.values():
            for known in indicator.deret:
                if known.dimensi is None:
                    series = (indicator.kode, indicator.versi, known.wilayah)
                    found.setdefault(series, {})[known.tahun] = known.nilai
        return found

    def published(self, series: Series) -> Mapping[int, Fraction]:
        """Return the published values that the catalog knows of a series, by year."""
        return self._published.get(series, {})

    @cached_property
    def _histories(self) -> Mapping[Series, Mapping[int, Fraction]]:
        found: dict[Series, Mapping[int, Fraction]] = {}
        for series, entries in self.by_series.items():
            reported = {entry.tahun: entry.value for entry in entries if entry.value is not None}
            found[series] = dict(sorted({**self.published(series), **reported}.items()))
        return found

    def history(self, series: Series) -> Mapping[int, Fraction]:
        """Return the values of a series by year; what is reported goes before what is known."""
        return self._histories.get(series, {})

    def earlier(self, entry: Entry) -> Earlier | None:
        """Return the value of the nearest earlier year, reported or published."""
        if entry.periode != ANNUAL:
            before = self.before(entry)
            if before is None or before.value is None:
                return None
            return Earlier(before.value, before.tahun)
        return self._earlier.get((entry.series, entry.tahun))

    @cached_property
    def _earlier(self) -> Mapping[tuple[Series, int], Earlier]:
        found: dict[tuple[Series, int], Earlier] = {}
        for series, entries in self.by_series.items():
            history = self.history(series)
            for year in {entry.tahun for entry in entries}:
                before = max((known for known in history if known < year), default=None)
                if before is not None:
                    found[series, year] = Earlier(history[before], before)
        return found

    def changes(self, entry: Entry) -> tuple[Fraction, ...]:
        """Return the changes from year to year in a series before the year of ``entry``."""
        changes = self._series_changes.get(entry.series, {})
        return tuple(change for year, change in changes.items() if year < entry.tahun)

    @cached_property
    def _series_changes(self) -> Mapping[Series, Mapping[int, Fraction]]:
        return {series: _changes(history) for series, history in self._histories.items()}

    @cached_property
    def _published_changes(self) -> Mapping[tuple[str, str], Mapping[str, tuple[Fraction, ...]]]:
        found: dict[tuple[str, str], dict[str, tuple[Fraction, ...]]] = {}
        for (code, version, region), values in self._published.items():
            found.setdefault((code, version), {})[region] = tuple(_changes(values).values())
        return found

    def changes_elsewhere(self, entry: Entry) -> tuple[Fraction, ...]:
        """Return the published changes of the same indicator and version in other regions."""
        code, version, own = entry.series
        regions = self._published_changes.get((code, version), {})
        return tuple(
            change for region, changes in regions.items() if region != own for change in changes
        )


def _changes(values: Mapping[int, Fraction]) -> dict[int, Fraction]:
    """Return the changes from the year before, by year, where both years have a value."""
    return {
        year: value - values[year - 1]
        for year, value in sorted(values.items())
        if year - 1 in values
    }
