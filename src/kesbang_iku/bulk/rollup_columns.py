"""What a roll-up asks of each item of a table, as columns: where it goes, and whether it counts."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Final

import narwhals.stable.v2 as nw

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.bulk.columns import nothing
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.catalog.region_years import RegionsOfYear
from kesbang_iku.catalog.regions import NATION, Regions
from kesbang_iku.computing.rollup import COUNTRY, PROVINCES, Goals
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.periods import ANNUAL, PARTS, Period, parts_alone
from kesbang_iku.model.region import Region

GOAL, SMALL, PROVINCE = "__goal", "__small", "__province"
KIND, LAST, VALUE = "__kind", "__last", "__value"
OK, USED, COUNTED, BAD, STRANGE = "__ok", "__used", "__counted", "__bad", "__strange"
YEARLESS, NO_YEAR, PERIOD, MIXED = "__yearless", "__no_year", "__period", "__mixed"
LARGEST: Final = 1e12
_KABUPATEN_KOTA: Final = frozenset({"kabupaten", "kota"})
Levels = frozenset[str]
RawYears = Mapping[int, Sequence[object]]
"""The years of a table as they are written in it, by the year that they are."""


@dataclass(frozen=True)
class Applying:
    """A version of an indicator in the years of a table that it applies in.

    Attributes:
        indicator: the version.
        years: those years, as they are written in the table.
        names: the variables that are added over regions, ``None`` where not all can be.
    """

    indicator: Indicator
    years: tuple[object, ...]
    names: tuple[str, ...] | None

    @property
    def levels(self) -> Levels:
        """The levels of government that it is estimated at."""
        return frozenset(self.indicator.tingkat.diestimasi)

    @property
    def rows(self) -> nw.Expr:
        """Which rows are its own."""
        return (nw.col("kode") == self.indicator.kode) & nw.col("tahun").is_in(list(self.years))


def any_of(conditions: Iterable[nw.Expr]) -> nw.Expr:
    """Return whether one of some conditions holds; never of none."""
    known = list(conditions)
    return reduce(or_, known) if known else nw.col("kode").is_null() & ~nw.col("kode").is_null()


def flag(condition: nw.Expr) -> nw.Expr:
    """Return 1 where a condition holds, else 0."""
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


def chosen(cases: Iterable[tuple[nw.Expr, nw.Expr | str | float]], otherwise: nw.Expr) -> nw.Expr:
    """Return the value of the first case that holds."""
    found = otherwise
    for condition, value in reversed(list(cases)):
        then = value if isinstance(value, nw.Expr) else nw.lit(value)
        found = nw.when(condition).then(then).otherwise(found)
    return found


class Places:
    """Where items go: the region they are rolled up to, by level of the indicator and year."""

    def __init__(self, regions: Regions, goals: Goals, years: RawYears) -> None:
        """Take the regions, what is rolled up to, and the years of a table."""
        self.regions: Final = regions
        self.goals: Final = goals
        self.years: Final = years
        self._of_year: Final = {year: RegionsOfYear(regions, year) for year in years}

    @property
    def national(self) -> bool:
        """Whether all goes to the nation."""
        whole = isinstance(self.goals, Region) and self.goals.kode == NATION
        return whole or self.goals == COUNTRY

    def located(self) -> Sequence[nw.Expr]:
        """Return the province that an item lies in, or is of, and 1 for a kabupaten or kota."""
        by_province: dict[str, dict[tuple[str, ...], list[object]]] = {}
        for year, raw in self.years.items():
            of_year = self._of_year[year]
            for province in of_year.within(NATION):
                codes = (province.kode, *(one.kode for one in of_year.within(province.kode)))
                by_province.setdefault(province.kode, {}).setdefault(codes, []).extend(raw)
        cases = [
            (nw.col("tahun").is_in(years) & nw.col("wilayah").is_in([*codes]), nw.lit(code))
            for code, groups in by_province.items()
            for codes, years in groups.items()
        ]
        small = flag(nw.col("wilayah").is_in(self._codes(_KABUPATEN_KOTA)))
        return chosen(cases, nothing(text=True)).alias(PROVINCE), small.alias(SMALL)

    def _codes(self, levels: Iterable[str]) -> list[str]:
        return [one.kode for one in self.regions.values() if one.tingkat in levels]

    def goal(self, levels: Levels) -> nw.Expr:
        """Return the region that an item of an indicator of these levels goes to, if to one."""
        region, province = nw.col("wilayah"), nw.col(PROVINCE)
        if self.goals is None:
            return region
        if isinstance(self.goals, Region) and self.goals.tingkat in _KABUPATEN_KOTA:
            return nw.when(~province.is_null() & (region == self.goals.kode)).then(region)
        smaller = levels & _KABUPATEN_KOTA
        fits = region.is_in(self._codes(smaller or {PROVINCES}))
        if self.national and not levels & {*_KABUPATEN_KOTA, PROVINCES}:
            return nw.when(region == NATION).then(region)
        if self.national:
            fits = region.is_in(self._codes({*smaller, PROVINCES}))
            return nw.when(fits & ~province.is_null()).then(nw.lit(NATION))
        if isinstance(self.goals, Region):
            fits &= province == self.goals.kode
        return nw.when(fits).then(province)

    def wanted(self, goal: str, year: int, levels: Levels, *, smaller: bool = True) -> int:
        """Return how many regions have to report; of the nation ``smaller`` ones or provinces."""
        of_year = self._of_year[year]
        inner = of_year.within(goal)
        if goal == NATION and smaller and levels & _KABUPATEN_KOTA:
            return sum(self.wanted(one.kode, year, levels) for one in inner)
        return sum(one.tingkat in levels for one in inner) or 1


def kind_of_period() -> nw.Expr:
    """Return how many parts of its kind a year has: 4 for a quarter, 1 for the year itself."""
    cases = grouped((PARTS[period.kind], written) for written, period in parts_alone(PERIODS))
    cases[1] = [ANNUAL]
    listed = [(nw.col("periode").is_in(one), count) for count, one in cases.items()]
    return chosen(listed, nw.lit(0))


def is_last_period() -> nw.Expr:
    """Return whether a period is the last one of its kind; the year itself is."""
    last = [ANNUAL, *(Period(kind, count).written for kind, count in PARTS.items())]
    return flag(nw.col("periode").is_in(last))
