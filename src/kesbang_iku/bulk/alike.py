"""Which rows the exact engine says the same of, whatever some of their numbers are.

Of a code that nobody has no cell is read. Of an item that a cell rejects nothing is computed: other
numbers that can be are of no matter, and are told apart from nothing. Regions of one level that
are there in the year are as good as each other.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import inf, nextafter
from typing import Any, Final, cast

from kesbang_iku.bulk.keys import BESIDE, KEYS, PERIODS
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.sources.numbers import is_absent

_LARGEST: Final = 1e15
"""From here on a number is looked at for itself."""
_TARGET: Final = "target"
_PLAIN: Final = "*"
"""What stands for a number that may be."""

Ends = tuple[float, float, bool]
"""The least and the most that a variable may be, and whether it is a count."""


class Alike:
    """What rows of a table have in common."""

    def __init__(self, catalog: Catalog, regions: Regions, columns: Sequence[str]) -> None:
        """Take rows with some of ``columns``, as they are told to the exact engine."""
        self.catalog: Catalog = catalog
        self.regions: Regions = regions
        self.cells: tuple[str, ...] = tuple(
            name for name in columns if name not in (*KEYS, *BESIDE)
        )
        self.periods: frozenset[str] = frozenset(PERIODS)
        self._ends: dict[tuple[object, object], Mapping[str, Ends] | None] = {}
        self._regions: dict[object, tuple[object, float]] = {}

    def of(self, row: Mapping[str, Any]) -> tuple[object, ...] | None:
        """Return what a row has in common with others; rows that have it alike have one answer.

        It has so if the answer is none, or that a cell rejects it. ``None``: with no other row.
        """
        try:
            return self._of_hashable(row)
        except TypeError:
            return None

    def _of_hashable(self, row: Mapping[str, Any]) -> tuple[object, ...] | None:
        if any(not is_absent(row.get(name)) for name in BESIDE):
            # What was printed is held against the numbers beside it.
            return None
        code, year, period = row["kode"], row["tahun"], row["periode"]
        region, start = self._region(row["wilayah"])
        if start > (year if isinstance(year, int) else -inf):
            region = row["wilayah"]
        ends = self._of(code, year)
        if ends is None:
            cells = tuple(_told(row.get(name)) for name in self.cells)
            period = ANNUAL if period in self.periods else period
        else:
            cells = tuple(_read(row.get(name), ends.get(name)) for name in self.cells)
        likeness = (code, year, type(year), period, region, *cells)
        hash(likeness)
        return likeness

    def _region(self, name: object) -> tuple[object, float]:
        """Return what a region is alike with, and since when; of an odd name itself."""
        found = self._regions.get(name)
        if found is None:
            region = self.regions.get(name) if isinstance(name, str) else None
            found = (name, -inf)
            if region is not None and not self.regions.read(region.kode)[1]:
                since = region.berlaku.mulai
                found = ((region.tingkat,), -inf if since is None else float(since))
            self._regions[name] = found
        return found

    def _of(self, code: object, year: object) -> Mapping[str, Ends] | None:
        """Return what the variables of an indicator may be; ``None`` where no cell is read."""
        key = (code, year)
        if key not in self._ends:
            versions = self.catalog.by_code.get(code, ()) if isinstance(code, str) else ()
            in_force = [one for one in versions if isinstance(year, int) and year in one.berlaku]
            self._ends[key] = _ends(in_force[-1]) if in_force else {} if versions else None
        return self._ends[key]


def _ends(indicator: Indicator) -> Mapping[str, Ends]:
    return {
        name: (_end(one.minimum, -inf), _end(one.maximum, inf), one.whole)
        for name, one in indicator.engine.limits.items()
    }


def _end(end: Fraction | None, otherwise: float) -> float:
    """Return an end of what may be as a double that lies within."""
    if end is None:
        return otherwise
    near = float(end)
    return near if Fraction(repr(near)) == end else nextafter(near, -otherwise)


def _told(cell: object) -> object:
    """Return a cell as it counts where no number is read."""
    return _PLAIN if _is_number(cell) else _as_it_is(cell)


def _read(cell: object, ends: Ends | None) -> object:
    """Return a cell as it counts where a number that may be rejects nothing."""
    if ends is None or not _is_number(cell):
        return _as_it_is(cell)
    number = cast("float", cell)
    least, most, whole = ends
    fine = least <= number <= most and (not whole or number == int(number))
    return _PLAIN if fine else _as_it_is(cell)


def _is_number(cell: object) -> bool:
    return type(cell) in {float, int} and -_LARGEST < cast("float", cell) < _LARGEST


def _as_it_is(cell: object) -> object:
    # 1 is 1.0 and True, but not written alike.
    return None if is_absent(cell) else (type(cell), cell)
