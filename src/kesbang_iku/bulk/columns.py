"""Columns of dataframes as an engine of whole numbers, over narwhals.

Only what every back-end answers alike is used: no engine's own rounding, no truth of what is
missing.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.formula.engines.arithmetic import Quotient
from kesbang_iku.formula.tree import BinaryOperator
from kesbang_iku.model.periods import ANNUAL

_HOLDS: Final[Mapping[BinaryOperator, Callable[[nw.Expr, nw.Expr], nw.Expr]]] = {
    BinaryOperator.LESS: lambda left, right: left < right,
    BinaryOperator.LESS_EQUAL: lambda left, right: left <= right,
    BinaryOperator.GREATER: lambda left, right: left > right,
    BinaryOperator.GREATER_EQUAL: lambda left, right: left >= right,
    BinaryOperator.EQUAL: lambda left, right: left == right,
    BinaryOperator.NOT_EQUAL: lambda left, right: left != right,
}


class OwnWays:
    """What a library does in a way of its own; here as all of them can."""

    def floor(self, number: nw.Expr) -> nw.Expr:
        """Return a number rounded down, as a double."""
        return number.floor()

    def nearest(self, number: nw.Expr) -> nw.Expr:
        """Return a whole number that is nearest to a number, as a double."""
        return self.floor(number + 0.5)

    def broken(self, number: nw.Expr) -> nw.Expr:
        """Return where a number is no whole one."""
        # pandas says of what is missing that it differs, but never that it is less.
        return self.floor(number) < number

    def divided(self, numerator: nw.Expr, denominator: nw.Expr | int) -> nw.Expr:
        """Return a true quotient, of the nearest double."""
        return numerator / (float(denominator) if isinstance(denominator, int) else denominator)

    def rounded(self, quotient: Quotient[nw.Expr]) -> nw.Expr:
        """Return the whole number nearest to a quotient within ``capacity``, a half going up."""
        return self.floor(self.divided(quotient.above, quotient.below) + 0.5)

    def decimal(self, units: nw.Expr, decimals: int, largest: int | None) -> nw.Expr:
        """Return the doubles nearest to whole numbers of units of a decimal.

        Args:
            units: the whole numbers.
            decimals: how many decimals there are.
            largest: numbers beyond it, without their sign, are of no matter; ``None``: no end.
        """
        _ = largest
        return self.divided(units, 10**decimals) if decimals else units

    def number(self, value: int) -> nw.Expr:
        """Return a constant that counts or numbers something: small, and not below 0."""
        return nw.lit(value)


class FrameColumns:
    """The operations of the protocol ``Arithmetic`` on doubles."""

    def __init__(self, names: Mapping[str, str], ways: OwnWays) -> None:
        """Take each variable from the column that ``names`` has for it, in a library's ``ways``."""
        self.names: Mapping[str, str] = names
        self.ways: OwnWays = ways

    def literal(self, value: int) -> nw.Expr:
        """Return a constant."""
        return nw.lit(float(value))

    def column(self, name: str) -> nw.Expr:
        """Return a variable."""
        return nw.col(self.names[name])

    def truth(self, value: bool) -> nw.Expr:  # a constant, as ``literal`` takes one
        """Return a condition that always, or never, holds."""
        return nw.lit(value)

    def add(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        """Return a sum."""
        return left + right

    def multiply(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        """Return a product."""
        return left * right

    def absolute(self, operand: nw.Expr) -> nw.Expr:
        """Return the number without its sign."""
        return operand.abs()

    def sign(self, operand: nw.Expr) -> nw.Expr:
        """Return 1, 0 or -1."""
        below = nw.when(operand < 0).then(nw.lit(-1.0)).otherwise(nw.lit(0.0))
        return nw.when(operand > 0).then(nw.lit(1.0)).otherwise(below)

    def compare(self, operator: BinaryOperator, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        """Return whether a comparison holds."""
        return _HOLDS[operator](left, right)

    def both(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        """Return whether two conditions hold."""
        return left & right

    def either(self, left: nw.Expr, right: nw.Expr) -> nw.Expr:
        """Return whether one of two conditions holds."""
        return left | right

    def negation(self, condition: nw.Expr) -> nw.Expr:
        """Return whether a condition does not hold."""
        return ~condition

    def missing(self, operand: nw.Expr) -> nw.Expr:
        """Return whether a number is missing."""
        return operand.is_null()

    def choose(self, condition: nw.Expr, yes: nw.Expr, no: nw.Expr) -> nw.Expr:
        """Return ``yes`` where a condition holds, else ``no``."""
        return nw.when(condition).then(yes).otherwise(no)

    def half_up(self, quotient: Quotient[nw.Expr]) -> nw.Expr:
        """Return the nearest whole number, a half going up."""
        whole = isinstance(quotient.below, int) and quotient.below == 1
        return quotient.above if whole else self.ways.rounded(quotient)

    def root_half_up(self, numerator: nw.Expr, denominator: nw.Expr | int) -> nw.Expr:
        """Return the whole number nearest to the square root."""
        # Below 0 it is of no matter, but some libraries warn of its root.
        quotient = self.ways.divided(numerator, denominator)
        return self.ways.floor(quotient.abs().sqrt() + 0.5)


def nothing(*, text: bool = False) -> nw.Expr:
    """Return a column of what is missing; a bare null has no type in some libraries."""
    key = nw.col("wilayah").is_null()
    return nw.when(key & ~key).then(nw.lit("" if text else 0.0))


def keyed(table: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return a table with its keys as they are compared: without a period it is the whole year."""
    keys = [nw.col(name).cast(nw.String) for name in ("kode", "wilayah")]
    period = nw.lit(ANNUAL)
    if "periode" in table.collect_schema():
        told = nw.col("periode").cast(nw.String)
        period = nw.when(told.is_null() | (told == "")).then(period).otherwise(told)
    return table.with_columns(*keys, period.alias("periode"))


def unsigned_zero(number: nw.Expr) -> nw.Expr:
    """Return a number of which 0 has no sign: doubles tell 0 from -0, what is published does not.

    Adding 0 would do, if no library took it for nothing.
    """
    return nw.when(number == 0).then(nw.lit(0.0)).otherwise(number)


def certain(condition: nw.Expr) -> nw.Expr:
    """Return whether a condition holds, where it may be missing."""
    return nw.when(condition).then(nw.lit(True)).otherwise(nw.lit(False))
