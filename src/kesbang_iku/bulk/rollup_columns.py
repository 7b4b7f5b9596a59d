"""What a roll-up asks of each item of a table, as columns: where it goes, and whether it counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.region_years import RegionsOfYear
from kesbang_iku.catalog.regions import NATION, Regions
from kesbang_iku.computing.rollup import COUNTRY, PROVINCES, Goals
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.periods import ANNUAL, PARTS, Period
from kesbang_iku.model.region import Region

GOAL, SMALL, PROVINCE = "__goal", "__small", "__province"
KIND, LAST = "__kind", "__last"
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


def chosen(cases: Iterable[tuple[nw.Expr, nw.Expr | str | float]], otherwise: nw.Expr) -> nw.Expr:
    """Return the value of the first case that holds."""
    found = otherwise
    for condition, value in reversed(list(cases)):
        then = value if isinstance(value, nw.Expr) else nw.lit(value)
        found = nw.when(condition).then(then).otherwise(found)
    return found


def _nothing() -> nw.Expr:
    return nw.when(nw.col("wilayah").is_null() & ~nw.col("wilayah").is_null()).then(nw.lit(""))


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

    def goal(self, levels: Levels) -> nw.Expr:
        """Return the region that an item goes to; missing where to none."""
        by_goal: dict[str, dict[tuple[str, ...], list[object]]] = {}
        for year, raw in self.years.items():
            members: dict[str, list[str]] = {}
            for code in self.regions:
                target = self._target(code, levels, self._of_year[year])
                if target is not None:
                    members.setdefault(target, []).append(code)
            for target, codes in members.items():
                by_goal.setdefault(target, {}).setdefault(tuple(codes), []).extend(raw)
        cases = [
            (_in(codes, years), nw.lit(target))
            for target, groups in by_goal.items()
            for codes, years in groups.items()
        ]
        return chosen(cases, _nothing())

    def _target(self, code: str, levels: Levels, years: RegionsOfYear) -> str | None:
        """Return the region that one of the year goes to."""
        level = self.regions[code].tingkat
        if self.goals is None:
            return code
        if isinstance(self.goals, Region) and self.goals.tingkat in _KABUPATEN_KOTA:
            return code if code == self.goals.kode and code in years.around else None
        if self.national:
            if levels & {*_KABUPATEN_KOTA, PROVINCES}:
                fits = level == PROVINCES or level in levels & _KABUPATEN_KOTA
                return NATION if fits and code in years.around else None
            return NATION if code == NATION else None
        if code not in years.around:
            return None
        target = years.around[code] if level in _KABUPATEN_KOTA else code
        fits = level in levels if levels & _KABUPATEN_KOTA else level == PROVINCES
        if level == PROVINCES and levels & _KABUPATEN_KOTA and years.within(code):
            fits = False
        asked = not isinstance(self.goals, Region) or self.goals.kode == target
        return target if fits and asked else None

    def province(self) -> nw.Expr:
        """Return the province that an item lies in, or is of."""
        by_province: dict[str, dict[tuple[str, ...], list[object]]] = {}
        for year, raw in self.years.items():
            of_year = self._of_year[year]
            for province in of_year.within(NATION):
                codes = (province.kode, *(one.kode for one in of_year.within(province.kode)))
                by_province.setdefault(province.kode, {}).setdefault(codes, []).extend(raw)
        cases = [
            (_in(codes, years), nw.lit(code))
            for code, groups in by_province.items()
            for codes, years in groups.items()
        ]
        return chosen(cases, _nothing())

    def small(self) -> nw.Expr:
        """Return 1 for an item of a kabupaten or kota, else 0."""
        codes = [one.kode for one in self.regions.values() if one.tingkat in _KABUPATEN_KOTA]
        return chosen([(nw.col("wilayah").is_in(codes), 1)], nw.lit(0))

    def wanted(self, levels: Levels, goal: str, *, provinces: bool = False) -> nw.Expr:
        """Return how many regions have to report for the goal in the column ``goal``.

        ``provinces`` says that of the nation no smaller region reports.
        """
        cases = []
        for count, pairs in self._counts(levels, provinces=provinces).items():
            for code, years in pairs.items():
                cases.append(((nw.col(goal) == code) & nw.col("tahun").is_in(years), count))
        return chosen(cases, nw.lit(1))

    def _counts(
        self, levels: Levels, *, provinces: bool
    ) -> Mapping[int, Mapping[str, list[object]]]:
        found: dict[int, dict[str, list[object]]] = {}
        for year, raw in self.years.items():
            of_year = self._of_year[year]
            for goal in (self.regions[NATION], *of_year.within(NATION)):
                count = self._count(goal, levels, of_year, provinces=provinces)
                found.setdefault(count, {}).setdefault(goal.kode, []).extend(raw)
        return found

    def _count(self, goal: Region, levels: Levels, years: RegionsOfYear, *, provinces: bool) -> int:
        inner = years.within(goal.kode)
        if goal.kode != NATION:
            return sum(one.tingkat in levels for one in inner) or 1
        if provinces or not levels & _KABUPATEN_KOTA:
            return sum(one.tingkat in levels for one in inner) or 1
        return sum(
            one.tingkat in levels for province in inner for one in years.within(province.kode)
        )


def _in(codes: Sequence[str], years: Sequence[object]) -> nw.Expr:
    return nw.col("tahun").is_in(list(years)) & nw.col("wilayah").is_in(list(codes))


def kind_of_period() -> nw.Expr:
    """Return how many parts of its kind a year has: 4 for a quarter, 1 for the year itself."""
    cases: list[tuple[nw.Expr, Any]] = [
        (
            nw.col("periode").is_in([Period(kind, one + 1).written for one in range(count)]),
            count,
        )
        for kind, count in PARTS.items()
    ]
    return chosen([(nw.col("periode") == ANNUAL, 1), *cases], nw.lit(0))


def is_last_period() -> nw.Expr:
    """Return whether a period is the last one of its kind; the year itself is."""
    last = [ANNUAL, *(Period(kind, count).written for kind, count in PARTS.items())]
    return chosen([(nw.col("periode").is_in(last), 1)], nw.lit(0))
