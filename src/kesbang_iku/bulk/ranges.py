"""How large the numbers of a formula may be for doubles to hold all of it: known beforehand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Final

from kesbang_iku.formula.engines.arithmetic import DOUBLE, ColumnRange, Need
from kesbang_iku.formula.engines.quotient import NotFoldedError

DECIMALS: Final = 4
"""So many decimals of a number are computed in columns; what has more takes the exact engine."""
_EXPONENTS: Final = range(50, 19, -1)

Limits = tuple[Fraction | None, Fraction | None, bool]
"""The smallest and the largest value that is possible, and whether only whole numbers are."""


def provable_ranges(
    limits: Mapping[str, Limits], need: Callable[[Mapping[str, ColumnRange]], Need]
) -> Mapping[str, ColumnRange]:
    """Return the widest ranges of columns in which doubles hold everything.

    Args:
        limits: what is possible for each column.
        need: tells how large the numbers of the formula become over such ranges.

    Raises:
        NotFoldedError: doubles hold it nowhere.
    """
    for exponent in _EXPONENTS:
        ranges = {name: _range(limit, 1 << exponent) for name, limit in limits.items()}
        if DOUBLE.holds(need(ranges)):
            return ranges
    raise NotFoldedError("*")


def _range(limits: Limits, largest: int) -> ColumnRange:
    minimum, maximum, whole = limits
    decimals = 0 if whole else DECIMALS
    ends = [abs(end) * 10**decimals for end in (minimum, maximum) if end is not None]
    bounded = None not in (minimum, maximum)
    return ColumnRange(
        decimals,
        min(largest, ceil(max(ends))) if bounded else largest,
        negative=minimum is None or minimum < 0,
    )


def units_within(limits: Limits, decimals: int) -> tuple[int | None, int | None]:
    """Return the smallest and the largest whole number of units within limits."""
    minimum, maximum, _ = limits
    scale = 10**decimals
    return (
        None if minimum is None else ceil(minimum * scale),
        None if maximum is None else floor(maximum * scale),
    )
