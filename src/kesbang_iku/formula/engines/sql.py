"""Expressions of SQL as an engine of whole numbers, in texts that every database reads alike.

Only what databases agree on is written: no rounding of theirs, no division of whole numbers but by
the operator that a database has for it.
"""

from collections.abc import Mapping
from typing import Protocol

from kesbang_iku.formula.engines.arithmetic import Quotient
from kesbang_iku.formula.engines.written import WrittenArithmetic


class SqlNumbers(Protocol):
    """A kind of number of a database that whole numbers are computed in."""

    def literal(self, value: int, /) -> str:
        """Write a constant."""
        ...

    def half_up(self, numerator: str, denominator: str, /) -> str:
        """Write ``floor(n / d + 1/2)`` for ``n >= 0``, ``d >= 1``; NULL where ``d`` is 0."""
        ...

    def root_half_up(self, numerator: str, denominator: str, /) -> str:
        """Write ``floor(sqrt(n / d) + 1/2)``, likewise.

        Raises:
            NotFoldedError: the kind has no roots.
        """
        ...


class SqlColumns(WrittenArithmetic):
    """The operations of the protocol ``Arithmetic``, written; ``names`` are those of columns."""

    def __init__(self, names: Mapping[str, str], numbers: SqlNumbers) -> None:
        """Take each variable from the expression that ``names`` has for it."""
        super().__init__(names)
        self.numbers: SqlNumbers = numbers

    def literal(self, value: int) -> str:
        """Return a constant."""
        return self.numbers.literal(value)

    def absolute(self, operand: str) -> str:
        """Return the number without its sign."""
        return f"abs({operand})"

    def sign(self, operand: str) -> str:
        """Return 1, 0 or -1."""
        above, zero, below = map(self.literal, (1, 0, -1))
        rest = self.choose(f"({operand} < {zero})", below, zero)
        return self.choose(f"({operand} > {zero})", above, rest)

    def both(self, left: str, right: str) -> str:
        """Return whether two conditions hold."""
        return f"({left} AND {right})"

    def either(self, left: str, right: str) -> str:
        """Return whether one of two conditions holds."""
        return f"({left} OR {right})"

    def negation(self, condition: str) -> str:
        """Return whether a condition does not hold."""
        return f"(NOT {condition})"

    def missing(self, operand: str) -> str:
        """Return whether a number is missing."""
        return f"({operand} IS NULL)"

    def choose(self, condition: str, yes: str, no: str) -> str:
        """Return ``yes`` where a condition holds, else ``no``."""
        return f"CASE WHEN {condition} THEN {yes} ELSE {no} END"

    def half_up(self, quotient: Quotient[str]) -> str:
        """Return the nearest whole number, a half going up."""
        numerator, denominator = quotient.above, quotient.below
        if denominator == 1:
            return numerator
        return self.numbers.half_up(numerator, self._written(denominator))

    def root_half_up(self, numerator: str, denominator: str | int) -> str:
        """Return the whole number nearest to the square root."""
        return self.numbers.root_half_up(numerator, self._written(denominator))
