"""The classes of a scale over numbers counted in steps of their last place."""

from collections.abc import Sequence
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from math import ceil, floor
from operator import and_

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.columns import OwnWays, nothing
from kesbang_iku.model.scale import Scale, ScaleClass

Ends = tuple[int | None, int | None]


def class_number(
    steps: nw.Expr, decimals: int, scale: Scale, ways: OwnWays, first: int = 0
) -> nw.Expr:
    """Return the number of the class that a number lies in; missing where it lies in none.

    Args:
        steps: the number, in steps of its last place.
        decimals: how many decimals it has.
        scale: the scale.
        ways: how the library numbers something.
        first: what its first class is numbered.
    """
    ends = [_ends(one, 10**decimals) for one in scale.kelas]
    numbered = [(number, *one) for number, one in enumerate(ends, first)]
    joined = (end is not None and at == end + 1 for (_, end), (at, _) in pairwise(ends))
    if not all(joined):
        # The first class that holds a number is its class, so it is asked for first.
        return _chain(steps, numbered[::-1], ways)
    # Each begins where the one before ends: the highest is asked for first, by its beginning.
    beginnings = [(number, lowest, None) for number, lowest, _ in numbered]
    found, highest = _chain(steps, beginnings, ways), ends[-1][1]
    return found if highest is None else nw.when(steps <= float(highest)).then(found)


def _ends(one: ScaleClass, scale: int) -> Ends:
    """Return the smallest and the largest whole number of steps in a class."""
    lowest = highest = None
    if one.dari is not None:
        end: Fraction = one.dari * scale
        lowest = ceil(end) if one.dari_termasuk else floor(end) + 1
    if one.sampai is not None:
        end = one.sampai * scale
        highest = floor(end) if one.sampai_termasuk else ceil(end) - 1
    return lowest, highest


def _chain(
    steps: nw.Expr, classes: Sequence[tuple[int, int | None, int | None]], ways: OwnWays
) -> nw.Expr:
    """Return the number of the last of some classes that holds a number."""
    found = nothing()
    for place, (number, lowest, highest) in enumerate(classes):
        tests = [~steps.is_null()] if lowest is None and highest is None else []
        if lowest is not None:
            tests.append(steps >= float(lowest))
        if highest is not None:
            tests.append(steps <= float(highest))
        here = nw.when(reduce(and_, tests)).then(ways.number(number))
        found = here.otherwise(found) if place else here
    return found
