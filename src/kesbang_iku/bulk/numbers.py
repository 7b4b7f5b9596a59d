"""Numbers of a column as whole numbers of units, each proven to be the decimal it is written as."""

from collections.abc import Iterator
from math import inf
from typing import Final

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.columns import OwnWays, nothing
from kesbang_iku.formula.engines.arithmetic import FLOAT_UNIT, ColumnRange

_EXACT_BELOW: Final = 10.0**15
"""Decimals of up to fifteen digits are told apart by doubles."""
_PLAIN: Final = r"-?[0-9]{1,9}(?:[.,](?:[0-9]{1,2}|[0-9]{4}))?"
"""A number that can be read in one way alone; three digits behind a mark have two readings."""
_PLAIN_TEXT: Final = f"^{_PLAIN}$"
_PLAIN_OR_NONE: Final = f"^(?:{_PLAIN})?$"
_DECIMAL: Final = r"^-?[0-9]{1,11}(?:[.][0-9]{1,4}0*)?$"
"""A decimal of a database that a double can tell apart from all others."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """A column of numbers.

    Attributes:
        value: the numbers as doubles, missing where nothing stands, or nothing plain.
        strange: where something stands that the exact engine has to read.
    """

    value: nw.Expr
    strange: tuple[nw.Expr, ...]


def numbers_of(name: str, dtype: nw.dtypes.DType) -> Numbers:
    """Return the numbers of a column of this type."""
    column = nw.col(name)
    if dtype.is_float():
        value = column if dtype == nw.Float64 else column.cast(nw.Float64)
        # What is no number is not less than any, wherever it is not the largest of all.
        return Numbers(nw.when(value <= inf).then(value), ())
    if dtype.is_integer() and dtype != nw.UInt64:
        # PyArrow casts none that a double does not hold; what is cut off is beyond what is proven.
        within = column.clip(-FLOAT_UNIT, FLOAT_UNIT) if dtype == nw.Int64 else column
        return Numbers(within.cast(nw.Float64), ())
    if dtype.is_decimal() or dtype == nw.UInt64:
        text = column.cast(nw.String)
        told = text.str.contains(_DECIMAL)
        return Numbers(nw.when(told).then(text).cast(nw.Float64), (~told,))
    if dtype == nw.String:
        text = column.str.strip_chars()
        plain = text.str.contains(_PLAIN_TEXT)
        digits = nw.when(plain).then(text.str.replace_all(",", ".", literal=True))
        # Of texts that tell what is missing pandas holds each comparison in a type of its own.
        return Numbers(digits.cast(nw.Float64), (~text.str.contains(_PLAIN_OR_NONE),))
    return Numbers(nothing(), (~column.is_null(),))


def units_of(value: nw.Expr, known: ColumnRange, ways: OwnWays) -> nw.Expr:
    """Return numbers as whole numbers of units of their last decimal."""
    return ways.nearest(value * float(10**known.decimals)) if known.decimals else value


def unproven(
    value: nw.Expr,
    units: nw.Expr,
    known: ColumnRange,
    ends: tuple[int | None, int | None],
    ways: OwnWays,
) -> Iterator[nw.Expr]:
    """Yield where ``units`` are not proven to be the decimal that a number is written as.

    Where a whole number of units, divided, gives the number again, it is the shortest decimal that
    names the number, since below 10^15 doubles tell such decimals apart. Also yielded is where
    numbers lie beyond what is proven, or outside of ``ends``, in units.
    """
    lowest, highest = ends
    most = min(float(known.largest), _EXACT_BELOW)
    yield units > (most if highest is None else min(most, float(highest)))
    yield units < (-most if lowest is None else max(-most, float(lowest)))
    if not known.decimals:
        yield ways.broken(units)
        return
    again = ways.decimal(units, known.decimals, int(most))
    yield again < value
    yield again > value
