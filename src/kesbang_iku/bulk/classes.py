"""The classes of a scale over numbers counted in steps of their last place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from operator import and_

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.columns import nothing
from kesbang_iku.model.scale import Scale, ScaleClass


def class_number(steps: nw.Expr, decimals: int, scale: Scale, first: int = 0) -> nw.Expr:
    """Return the number of the class that a number lies in; missing where it lies in none.

    Args:
        steps: the number, in steps of its last place.
        decimals: how many decimals it has.
        scale: the scale.
        first: what its first class is numbered.
    """
    # The last written is asked first, and the first class that holds a number is its class.
    numbered = [*enumerate(scale.kelas, first)]
    found: nw.Expr | None = None
    for number, one in reversed(numbered):
        here = nw.when(reduce(and_, _tests(steps, 10**decimals, one))).then(nw.lit(number))
        found = here if found is None else here.otherwise(found)
    return nothing() if found is None else found


def _tests(steps: nw.Expr, scale: int, one: ScaleClass) -> Iterator[nw.Expr]:
    """Yield what a whole number of steps must fulfil to be within the ends of a class."""
    if one.dari is not None:
        end: Fraction = one.dari * scale
        yield steps >= float(ceil(end) if one.dari_termasuk else floor(end) + 1)
    if one.sampai is not None:
        end = one.sampai * scale
        yield steps <= float(floor(end) if one.sampai_termasuk else ceil(end) - 1)
    if one.dari is None and one.sampai is None:
        yield ~steps.is_null()  # such a class holds every number, and nothing that is missing
