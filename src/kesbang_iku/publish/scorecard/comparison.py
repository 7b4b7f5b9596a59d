"""Regions side by side: each indicator in each of them, ranks with ties, and the spread of all."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.computing.periods import items_over_time
from kesbang_iku.indicator.distribution import Distribution
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.publish.frame.pieces import State
from kesbang_iku.publish.scorecard.words import STATES, state_of

FEW: Final = 8
"""Up to so many regions are columns beside the names of the indicators; more are rows."""
_COLUMNS: Final = 16
"""So many indicators stand in one table of regions, as a sheet of paper lying down holds them."""
RANKED: Final = 38
"""Up to so many regions, as many as there are provinces, are listed by rank."""


class Place(NamedTuple):
    """A region in the ranks of an indicator; rank 1 is best, and equal values share a rank."""

    rank: int
    tied: bool
    result: Result


@dataclass(frozen=True)
class Row:
    """One indicator in all regions: of each its newest result.

    Attributes:
        kode: the indicator.
        year: the newest year that any region tells.
        of: the results, by region.
        history: the values of regions by year, of the newest version alone.
    """

    kode: str
    year: int | None
    of: Mapping[str | None, Result]
    history: Mapping[str | None, Mapping[int, Decimal]]

    @property
    def indicator(self) -> Indicator | None:
        """The definition of the newest year."""
        found = [one for one in self.of.values() if one.tahun == self.year]
        return (found or list(self.of.values()))[0].indicator

    @cached_property
    def valued(self) -> list[Result]:
        """The results of the newest year and one version that have a value: what compares."""
        newest = (self.year, None if self.indicator is None else self.indicator.versi)
        found = (one for one in self.of.values() if one.nilai is not None)
        return [one for one in found if (one.tahun, one.versi) == newest]

    @cached_property
    def places(self) -> list[Place]:
        """The regions by rank, the best first; none where no direction is better."""
        newest = self.indicator
        if newest is None or newest.polaritas == "stabilkan":
            return []
        sign = -1 if newest.polaritas == "maksimalkan" else 1
        keys = [sign * (one.nilai or Decimal(0)) for one in self.valued]
        order, often = sorted(keys), Counter(keys)
        ranked = zip(keys, self.valued, strict=True)
        found = [Place(bisect_left(order, key) + 1, often[key] > 1, one) for key, one in ranked]
        return sorted(found, key=lambda place: (place.rank, place.result.wilayah or ""))

    @cached_property
    def counts(self) -> Mapping[str, int]:
        """How many regions are in each state."""
        found = Counter(state_of(one).key for one in self.of.values())
        return {key: found[key] for key in STATES}

    @property
    def spread(self) -> Distribution | None:
        """How the values are spread, as roll-ups tell it."""
        return Distribution.of(one.nilai for one in self.valued if one.nilai is not None)


@dataclass(frozen=True)
class Comparison:
    """All regions and indicators of the reports, each with its newest result."""

    regions: tuple[str | None, ...]
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, results: Iterable[Result]) -> "Comparison":
        """Return the comparison of results: regions by code, indicators as they come."""
        newest: dict[str, dict[str | None, Result]] = {}
        every: dict[str, list[Result]] = {}
        for one in items_over_time(results):
            every.setdefault(one.kode, []).append(one)
            found = newest.setdefault(one.kode, {})
            before = found.get(one.wilayah)
            if before is None or (one.tahun or 0) >= (before.tahun or 0):
                found[one.wilayah] = one
        regions = {region: None for found in newest.values() for region in found}
        return cls(
            tuple(sorted(regions, key=lambda code: code or "")),
            tuple(_row(code, found, every[code]) for code, found in sorted(newest.items())),
        )

    @property
    def newest(self) -> Iterator[Result]:
        """The newest result of each indicator in each region."""
        for row in self.rows:
            yield from row.of.values()

    @property
    def few(self) -> bool:
        """Whether the regions fit beside one another."""
        return len(self.regions) <= FEW

    def tables(self) -> Iterator[Sequence[Row]]:
        """Yield the indicators of each table whose rows are regions."""
        for start in range(0, len(self.rows), _COLUMNS):
            yield self.rows[start : start + _COLUMNS]

    def keys_of(self, region: str | None) -> str:
        """Return the states that occur in a region, as the filter knows them."""
        states = {state_of(row.of[region]).key for row in self.rows if region in row.of}
        return " ".join(key for key in STATES if key in states)


def _row(code: str, newest: Mapping[str | None, Result], every: Iterable[Result]) -> Row:
    year = max((one.tahun for one in newest.values() if one.tahun), default=None)
    version = next((one.versi for one in newest.values() if one.tahun == year), None)
    history: dict[str | None, dict[int, Decimal]] = {}
    for one in every:
        if one.nilai is not None and one.tahun is not None and one.versi == version:
            history.setdefault(one.wilayah, {})[one.tahun] = one.nilai
    return Row(code, year, newest, history)


def keys_in(row: Row) -> str:
    """Return the states that occur in an indicator, as the filter knows them."""
    return " ".join(key for key, count in row.counts.items() if count)


def cell_of(row: Row, region: str | None) -> tuple[State | None, Result | None, int | None]:
    """Return state and result of a region, and its year where it is not that of the others."""
    one = row.of.get(region)
    if one is None:
        return None, None, None
    return state_of(one), one, None if one.tahun == row.year else one.tahun
