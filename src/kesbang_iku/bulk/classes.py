"""The classes of a scale over numbers counted in steps of their last place."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from operator import and_

import narwhals.stable.v2 as nw

from kesbang_iku.model.scale import Scale, ScaleClass


def class_of(steps: nw.Expr, decimals: int, scale: Scale) -> nw.Expr:
    """Return the label of the class that a number lies in; missing where it lies in none.

    Args:
        steps: the number, in steps of its last place.
        decimals: how many decimals it has.
        scale: the scale.
    """
    # The last written is asked first, and the first class that holds a number is its class.
    label: nw.Expr = nw.when(steps.is_null() & ~steps.is_null()).then(nw.lit(""))
    for one in reversed(scale.kelas):
        label = nw.when(_holds(steps, decimals, one)).then(nw.lit(one.label)).otherwise(label)
    return label


def _holds(steps: nw.Expr, decimals: int, one: ScaleClass) -> nw.Expr:
    return reduce(and_, _tests(steps, 10**decimals, one), ~steps.is_null())


def _tests(steps: nw.Expr, scale: int, one: ScaleClass) -> Iterator[nw.Expr]:
    """Yield what a whole number of steps must fulfil to be within the ends of a class."""
    if one.dari is not None:
        end: Fraction = one.dari * scale
        yield steps >= float(ceil(end) if one.dari_termasuk else floor(end) + 1)
    if one.sampai is not None:
        end = one.sampai * scale
        yield steps <= float(floor(end) if one.sampai_termasuk else ceil(end) - 1)
