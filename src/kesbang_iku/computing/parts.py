"""Which items of reports are parts of another: regions inside its own, periods of its year.

Asked only where a printed number is not the computed one, so that nothing is looked up before.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from kesbang_iku.catalog.regions import Regions
from kesbang_iku.formula import Exact
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.inputs import read_one
from kesbang_iku.indicator.item import Computation, compute_item
from kesbang_iku.indicator.item_input import ItemInput, Part
from kesbang_iku.model.periods import ANNUAL, period_of
from kesbang_iku.sources.reports import LoadedItem, LoadedReport
from kesbang_iku.worlds.span import exactly

_About = tuple[str, str | None, int | None, str]
"""A code, a region, a year and a period, or a kind of periods."""
WriteItem = Callable[[LoadedReport, LoadedItem], ItemInput]


@dataclass(frozen=True)
class ReportedParts:
    """The items of reports by what they are parts of.

    Attributes:
        reports: the reports handed in together.
        regions: tells which region lies in which.
        write: returns what is written of an item.
    """

    reports: Sequence[LoadedReport]
    regions: Regions
    write: WriteItem

    def of(self, indicator: Indicator, item: ItemInput, column: str) -> list[list[Part]]:
        """Return what is printed in a column of the parts of an item, by each way to divide it.

        Values that add up are no percentages, and have no mean that anybody would take.
        """
        additive = indicator.engine.tables.units[indicator.satuan].aditif
        if additive and column == "realisasi":
            return []
        about = (indicator.kode, item.wilayah, item.tahun)
        groups = [self._inside.get((*about, item.periode), ())]
        if item.periode == ANNUAL:
            groups += [self._within.get((*about, kind), ()) for kind in self._kinds]
        return [[*self._parts(indicator, group, column)] for group in groups if group]

    def _parts(
        self, indicator: Indicator, items: Sequence[ItemInput], column: str
    ) -> Iterator[Part]:
        for item in items:
            part = _part(compute_item(indicator.engine, item), column)
            if part is not None:
                yield part

    @cached_property
    def _items(self) -> list[tuple[str, ItemInput]]:
        return [
            (item.item.kode, self.write(loaded, item))
            for loaded in self.reports
            for item in loaded.items
        ]

    @cached_property
    def _inside(self) -> dict[_About, list[ItemInput]]:
        """The items of regions by that of the region around them."""
        found: dict[_About, list[ItemInput]] = {}
        for kode, item in self._items:
            region = self.regions.get(item.wilayah or "")
            if region is not None and region.induk is not None:
                about = (kode, region.induk, item.tahun, item.periode)
                found.setdefault(about, []).append(item)
        return found

    @cached_property
    def _within(self) -> dict[_About, list[ItemInput]]:
        """The items of periods by their year and kind; running totals are no parts of it."""
        found: dict[_About, list[ItemInput]] = {}
        for kode, item in self._items:
            period = period_of(item.periode)
            if period is not None and not period.cumulative:
                found.setdefault((kode, item.wilayah, item.tahun, period.kind), []).append(item)
        return found

    @cached_property
    def _kinds(self) -> list[str]:
        return sorted({kind for *_, kind in self._within})


def _part(work: Computation, column: str) -> Part | None:
    """Return what is printed in a column of an item, else what is computed for it."""
    exact: Exact | None = work.exact
    published: Decimal | None = work.published
    written = work.item.realisasi
    if column == "capaian":
        achieved = work.achievement
        exact = None if achieved is None else achieved.exact
        published = None if achieved is None else achieved.published
        written = work.item.capaian
    number = None
    if written is not None:
        number, _ = read_one(written, column, None, work.item, (column,))
    if number is not None:
        number = number.as_typed
        known = exact is not None and number.is_rounding_of(exact)
        computed = known and (column == "capaian" or not work.printed_stands)
        return Part(number.value, exactly(exact) if computed and exact else number.span)
    if published is None or exact is None:
        return None
    return Part(Fraction(published), exactly(exact))
