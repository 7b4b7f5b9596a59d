"""Values over years: what came before a value, and how much is usual from year to year."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from fractions import Fraction
from functools import cached_property
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.validation.rules.numbers import median, spread

Series = tuple[str, str, str]
"""A code, its version, and a region."""
_NOTHING: Final[Mapping[int, Fraction]] = {}
_NOWHERE: Final = ""


@dataclass(frozen=True, slots=True)
class Earlier:
    """A value before another one: how much, and of which year."""

    value: Fraction
    tahun: int


@dataclass(frozen=True)
class Changes:
    """Changes from one year to the next."""

    values: tuple[Fraction, ...]

    def __len__(self) -> int:
        return len(self.values)

    @cached_property
    def median(self) -> Fraction:
        """The median of one or more changes."""
        return median(self.values)

    @cached_property
    def spread(self) -> Fraction:
        """The median absolute deviation of one or more changes."""
        return spread(self.values)


class History:
    """The values of a series by year."""

    __slots__ = ("_changed", "_values", "_years")

    def __init__(self, values: Mapping[int, Fraction]) -> None:
        self._values = values
        self._years = sorted(values)
        self._changed = [year for year in self._years if year - 1 in values]

    def before(self, year: int) -> Earlier | None:
        """Return the value of the nearest year before ``year``."""
        count = bisect_left(self._years, year)
        if not count:
            return None
        nearest = self._years[count - 1]
        return Earlier(self._values[nearest], nearest)

    def count_changes(self, year: int) -> int:
        """Return how many changes from one year to the next are known before ``year``."""
        return bisect_left(self._changed, year)

    def changes(self, year: int) -> Changes:
        """Return the changes from one year to the next that are known before ``year``."""
        known = self._changed[: self.count_changes(year)]
        return Changes(tuple(self._values[one] - self._values[one - 1] for one in known))


NO_HISTORY: Final = History(_NOTHING)


class Published:
    """The published values that a catalog knows of some indicators."""

    def __init__(self, indicators: Iterable[Indicator]) -> None:
        self._values: dict[Series, dict[int, Fraction]] = {}
        for indicator in indicators:
            for known in indicator.deret:
                if known.dimensi is None:
                    series = (indicator.kode, indicator.versi, known.wilayah)
                    self._values.setdefault(series, {})[known.tahun] = known.nilai
        self._elsewhere: dict[Series, Changes] = {}

    def of(self, series: Series) -> Mapping[int, Fraction]:
        """Return the values of a series by year."""
        return self._values.get(series, _NOTHING)

    def changes_elsewhere(self, series: Series) -> Changes:
        """Return the changes of the same indicator and version in other regions."""
        code, version, own = series
        if series not in self._values:
            own = _NOWHERE  # of all regions that nothing is known of, the others are the same
        found = self._elsewhere.get((code, version, own))
        if found is None:
            found = self._elsewhere[code, version, own] = self._changes_but(code, version, own)
        return found

    def _changes_but(self, code: str, version: str, own: str) -> Changes:
        return Changes(
            tuple(
                values[year] - values[year - 1]
                for (kode, versi, region), values in self._values.items()
                if (kode, versi) == (code, version) and region != own
                for year in sorted(values)
                if year - 1 in values
            )
        )
