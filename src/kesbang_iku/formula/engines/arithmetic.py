"""What an engine of columns must be able to do, and what it can hold without error."""

from __future__ import annotations

from fractions import Fraction
from typing import Final, Generic, Protocol, TypeVar

from kesbang_iku._records import dataclass
from kesbang_iku.formula.tree import BinaryOperator

E = TypeVar("E")
"""An expression of an engine: a column of a dataframe, a text of SQL, a number."""

FLOAT_UNIT: Final = 1 << 53
"""Whole numbers below this are exact in IEEE double precision."""


@dataclass(frozen=True, slots=True)
class Quotient(Generic[E]):
    """A quotient of whole numbers to be rounded: ``above / below``, the same as ``factor * n / d``.

    Attributes:
        above, below: at least 0, and at least 1; of no matter where ``below`` is 0. A constant is
            given as it is, since some engines multiply by its reciprocal, which is inexact.
        factor, n, d: the same without the constants multiplied in, for who rounds better so.
    """

    above: E
    below: E | int
    factor: Fraction
    n: E
    d: E


class Arithmetic(Protocol[E]):
    """The operations of an engine, on expressions that are whole numbers or conditions.

    What is missing is missing in every result it goes into; what ``missing`` answers never is.
    """

    def literal(self, value: int, /) -> E:
        """Return a constant."""
        ...

    def column(self, name: str, /) -> E:
        """Return a variable, in units of its last decimal: a whole number."""
        ...

    def truth(self, value: bool, /) -> E:
        """Return a condition that always, or never, holds."""
        ...

    def add(self, left: E, right: E, /) -> E:
        """Return a sum."""
        ...

    def multiply(self, left: E, right: E, /) -> E:
        """Return a product."""
        ...

    def absolute(self, operand: E, /) -> E:
        """Return the number without its sign."""
        ...

    def sign(self, operand: E, /) -> E:
        """Return 1, 0 or -1."""
        ...

    def compare(self, operator: BinaryOperator, left: E, right: E, /) -> E:
        """Return whether a comparison holds."""
        ...

    def both(self, left: E, right: E, /) -> E:
        """Return whether two conditions hold."""
        ...

    def either(self, left: E, right: E, /) -> E:
        """Return whether one of two conditions holds."""
        ...

    def negation(self, condition: E, /) -> E:
        """Return whether a condition does not hold."""
        ...

    def missing(self, operand: E, /) -> E:
        """Return whether a number is missing."""
        ...

    def choose(self, condition: E, yes: E, no: E, /) -> E:
        """Return ``yes`` where a condition holds, ``no`` where it does not or is missing."""
        ...

    def half_up(self, quotient: Quotient[E], /) -> E:
        """Return ``floor(above / below + 1/2)``, with one true division."""
        ...

    def root_half_up(self, numerator: E, denominator: E | int, /) -> E:
        """Return ``floor(sqrt(n / d) + 1/2)`` for ``n >= 0``, ``d >= 1``, likewise."""
        ...


@dataclass(frozen=True, slots=True)
class Capacity:
    """What a kind of number holds without error.

    Attributes:
        name: what the kind is called.
        largest: every whole number on the way must stay below this.
        quotient: ``2 n + 3 d`` of every quotient that is rounded must stay below this.
        root: ``26 n + 38 d`` of every root that is rounded must stay below this.
    """

    name: str
    largest: int
    quotient: int
    root: int

    def holds(self, need: Need) -> bool:
        """Say whether everything a formula may come to is held without error."""
        rounded = need.quotient < self.quotient and need.root < self.root
        return rounded and need.largest < self.largest

    def share(self, need: Need) -> float:
        """Return how much of it a formula may come to need; below 1 it holds everything."""
        return max(
            need.quotient / self.quotient, need.root / self.root, need.largest / self.largest
        )


DOUBLE: Final = Capacity("double", FLOAT_UNIT, 1 << 52, 1 << 52)
"""IEEE double precision: the bounds of the theorem in ``quotient``."""


@dataclass(slots=True)
class Need:
    """How large a formula's numbers become: filled while it is folded."""

    largest: int = 0
    quotient: int = 0
    root: int = 0

    def of_value(self, bound: int) -> None:
        """Note a whole number that may come to ``bound``, without its sign."""
        self.largest = max(self.largest, bound)

    def of_quotient(self, numerator: int, denominator: int) -> None:
        """Note a quotient that is rounded."""
        self.quotient = max(self.quotient, 2 * numerator + 3 * denominator)

    def of_root(self, numerator: int, denominator: int) -> None:
        """Note a root that is rounded."""
        self.root = max(self.root, 26 * numerator + 38 * denominator)


@dataclass(frozen=True, slots=True)
class ColumnRange:
    """What is known of a column before a row of it is read.

    Attributes:
        decimals: how many decimals its numbers have; the column holds them as whole numbers.
        largest: no value has more units of its last decimal than this, without its sign.
        negative: whether a value may be below 0.
    """

    decimals: int = 0
    largest: int = 0
    negative: bool = False

    @property
    def unit(self) -> Fraction:
        """What one unit of the column is worth."""
        return Fraction(1, 10**self.decimals)
