"""Closed intervals of exact numbers, possibly without an end on one side or both.

Every operation returns an interval that holds all results its operands can give; where operands
depend on each other it may hold more. So what lies outside is certainly out of reach.
"""

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula.algebraic import integer_root

_ROOT_SCALE: Final = 10**12
"""Irrational roots are enclosed by rationals at most this fine a step apart."""

_End = tuple[int, Fraction]
"""An end as (-1 | 0 | 1, value): minus infinity, a number, plus infinity. Compares as expected."""

_ZERO: Final = Fraction(0)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``lower`` to ``upper``, both included; ``None`` is no bound on that side."""

    lower: Fraction | None = None
    upper: Fraction | None = None

    def __contains__(self, value: Fraction) -> bool:
        return (self.lower is None or self.lower <= value) and (
            self.upper is None or value <= self.upper
        )

    @classmethod
    def exactly(cls, value: Fraction) -> "Interval":
        """Return the interval of one number."""
        return cls(value, value)

    @property
    def only_zero(self) -> bool:
        """Whether 0 is the only number in the interval."""
        return self.lower == 0 == self.upper


ANYTHING: Final = Interval()


def _low(interval: Interval) -> _End:
    return (-1, _ZERO) if interval.lower is None else (0, interval.lower)


def _high(interval: Interval) -> _End:
    return (1, _ZERO) if interval.upper is None else (0, interval.upper)


def _between(low: _End, high: _End) -> Interval:
    return Interval(low[1] if low[0] == 0 else None, high[1] if high[0] == 0 else None)


def _sign(end: _End) -> int:
    return end[0] or (end[1] > 0) - (end[1] < 0)


def _times(left: _End, right: _End) -> _End:
    # Infinity times zero is zero here: the infinite end is a limit, never a value of its own.
    if left[0] == 0 == right[0]:
        return (0, left[1] * right[1])
    return (_sign(left) * _sign(right), _ZERO)


def negate(operand: Interval) -> Interval:
    """Return the interval of ``-x``."""
    return Interval(
        None if operand.upper is None else -operand.upper,
        None if operand.lower is None else -operand.lower,
    )


def add(left: Interval, right: Interval) -> Interval:
    """Return the interval of ``x + y``."""
    return Interval(
        None if left.lower is None or right.lower is None else left.lower + right.lower,
        None if left.upper is None or right.upper is None else left.upper + right.upper,
    )


def subtract(left: Interval, right: Interval) -> Interval:
    """Return the interval of ``x - y``."""
    return add(left, negate(right))


def multiply(left: Interval, right: Interval) -> Interval:
    """Return the interval of ``x * y``."""
    corners = [
        _times(one, other)
        for one in (_low(left), _high(left))
        for other in (_low(right), _high(right))
    ]
    return _between(min(corners), max(corners))


def divide(left: Interval, right: Interval) -> Interval | None:
    """Return the interval of ``x / y``; ``None`` if ``y`` can only be 0."""
    if right.only_zero:
        return None
    if left.only_zero:
        return left
    low, high = _low(right), _high(right)
    if _sign(low) < 0 < _sign(high):
        return ANYTHING
    # The divisor keeps one sign, so its reciprocal falls from 1/low to 1/high; next to 0 it has no
    # end, and an end at infinity becomes 0 (never reached, but its limit).
    lower: Fraction | None
    upper: Fraction | None
    if _sign(high) > 0:
        upper = None if _sign(low) == 0 else 1 / low[1]
        lower = _ZERO if high[0] else 1 / high[1]
    else:
        lower = None if _sign(high) == 0 else 1 / high[1]
        upper = _ZERO if low[0] else 1 / low[1]
    return multiply(left, Interval(lower, upper))


def absolute(operand: Interval) -> Interval:
    """Return the interval of ``|x|``."""
    mirrored = negate(operand)
    if operand.lower is not None and operand.lower >= 0:
        return operand
    if operand.upper is not None and operand.upper <= 0:
        return mirrored
    return _between((0, _ZERO), max(_high(operand), _high(mirrored)))


def smallest(operands: Iterable[Interval]) -> Interval:
    """Return the interval of the smallest of several numbers."""
    parts = tuple(operands)
    return _between(min(map(_low, parts)), min(map(_high, parts)))


def largest(operands: Iterable[Interval]) -> Interval:
    """Return the interval of the largest of several numbers."""
    parts = tuple(operands)
    return _between(max(map(_low, parts)), max(map(_high, parts)))


def hull(operands: Iterable[Interval]) -> Interval:
    """Return the smallest interval that holds all of ``operands``."""
    parts = tuple(operands)
    return _between(min(map(_low, parts)), max(map(_high, parts)))


def not_negative(operand: Interval) -> Interval | None:
    """Return the part of ``operand`` from 0 upwards, ``None`` if there is none."""
    if operand.upper is not None and operand.upper < 0:
        return None
    return _between(max(_low(operand), (0, _ZERO)), _high(operand))


def root(operand: Interval, degree: int) -> Interval | None:
    """Return the interval of the ``degree``-th root, ``None`` if ``x`` is always negative."""
    part = not_negative(operand)
    if part is None:
        return None
    lower = _ZERO if part.lower is None else enclosed_root(part.lower, degree).lower
    upper = None if part.upper is None else enclosed_root(part.upper, degree).upper
    return Interval(lower, upper)


def enclosed_root(value: Fraction, degree: int) -> Interval:
    """Return the ``degree``-th root of ``value`` (at least 0) between two rationals.

    Both ends are the root itself when it is rational.
    """
    radicand = value.numerator * value.denominator ** (degree - 1)
    whole = integer_root(radicand, degree)
    if whole**degree == radicand:
        return Interval.exactly(Fraction(whole, value.denominator))
    fine = integer_root(radicand * _ROOT_SCALE**degree, degree)
    divisor = value.denominator * _ROOT_SCALE
    return Interval(Fraction(fine, divisor), Fraction(fine + 1, divisor))
