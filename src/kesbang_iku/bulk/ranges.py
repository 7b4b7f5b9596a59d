"""How large the numbers of a formula may be for doubles to hold all of it: known beforehand."""

from bisect import bisect_left
from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Final, cast

from kesbang_iku.formula.engines.arithmetic import Arithmetic, Capacity, ColumnRange
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError

DECIMALS: Final = 4
"""So many decimals of a number are computed in columns; what has more takes the exact engine."""
_EXPONENTS: Final = range(50, 19, -1)

Limits = tuple[Fraction | None, Fraction | None]
"""The smallest and the largest value that is possible."""


class _Unwritten:
    """An engine that writes nothing: what is folded for it tells how large numbers become."""

    def __getattr__(self, name: str) -> Callable[..., object]:
        return lambda *_: object()


def unwritten(ranges: Mapping[str, ColumnRange]) -> Fold[object]:
    """Return what folds formulas only to tell how large their numbers become."""
    return Fold(cast("Arithmetic[object]", _Unwritten()), ranges)


def provable_ranges(
    limits: Mapping[str, Limits],
    decimals: Mapping[str, int],
    fold: Callable[[Fold[object]], object],
    capacity: Capacity,
) -> Mapping[str, ColumnRange]:
    """Return the widest ranges of columns in which doubles hold everything.

    Args:
        limits: what is possible for each column.
        decimals: how many decimals the numbers of each column have.
        fold: folds everything that is to be computed.
        capacity: what doubles hold without error.

    Raises:
        NotFoldedError: doubles hold it nowhere.
    """

    def ranges(exponent: int) -> Mapping[str, ColumnRange]:
        return {
            name: _range(limit, decimals[name], 1 << exponent) for name, limit in limits.items()
        }

    def proven(exponent: int) -> bool:
        folding = unwritten(ranges(exponent))
        fold(folding)
        return capacity.holds(folding.need)

    # What a formula needs grows with its numbers, so the widest is found by halving.
    found = bisect_left(_EXPONENTS, True, key=proven)
    if found == len(_EXPONENTS):
        raise NotFoldedError("*")
    return ranges(_EXPONENTS[found])


def _range(limits: Limits, decimals: int, largest: int) -> ColumnRange:
    minimum, maximum = limits
    ends = [abs(end) * 10**decimals for end in (minimum, maximum) if end is not None]
    bounded = None not in (minimum, maximum)
    return ColumnRange(
        decimals,
        min(largest, ceil(max(ends))) if bounded else largest,
        negative=minimum is None or minimum < 0,
    )


def units_within(limits: Limits, decimals: int) -> tuple[int | None, int | None]:
    """Return the smallest and the largest whole number of units within limits."""
    minimum, maximum = limits
    scale = 10**decimals
    return (
        None if minimum is None else ceil(minimum * scale),
        None if maximum is None else floor(maximum * scale),
    )
