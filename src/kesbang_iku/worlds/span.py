"""Spans of numbers, each end in or out of them: what a printed number stands for."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku.formula import Exact

_HALF: Final = Fraction(1, 2)


class Span(NamedTuple):
    """All numbers between two ends; each end is in it or not. ``None`` is no end."""

    low: Exact | None
    high: Exact | None
    has_low: bool = True
    has_high: bool = True

    def __contains__(self, value: object) -> bool:
        """Say whether a number lies in the span."""
        if self.low is not None and not (self.low < value or (self.has_low and self.low == value)):  # type: ignore[operator]
            return False
        return self.high is None or bool(
            value < self.high or (self.has_high and self.high == value)  # type: ignore[operator]
        )

    @property
    def is_point(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high

    def meet(self, other: Span) -> Span | None:
        """Return what lies in both, ``None`` if nothing does."""
        low, has_low = self.low, self.has_low
        if other.low is not None and (low is None or other.low >= low):
            has_low = other.has_low and (low != other.low or has_low)
            low = other.low
        high, has_high = self.high, self.has_high
        if other.high is not None and (high is None or other.high <= high):
            has_high = other.has_high and (high != other.high or has_high)
            high = other.high
        found = Span(low, high, has_low, has_high)
        return None if found._is_empty else found

    @property
    def _is_empty(self) -> bool:
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (
            self.low == self.high and not (self.has_low and self.has_high)
        )

    def is_within(self, other: Span) -> bool:
        """Say whether all of it lies in ``other``."""
        return self.meet(other) == self

    def meets(self, other: Span) -> bool:
        """Say whether any number lies in both."""
        return self.meet(other) is not None

    def middle(self) -> Exact:
        """Return a number inside: the only one of a point, else none of the ends."""
        if self.low is None:
            return Fraction(0) if self.high is None else self.high - 1
        return self.low + 1 if self.high is None else (self.low + self.high) * _HALF

    def times(self, factor: Fraction) -> Span:
        """Return the span of every number times a positive one."""
        low = None if self.low is None else self.low * factor
        return self._replace(low=low, high=None if self.high is None else self.high * factor)


ANYWHERE: Final = Span(None, None)


def exactly(value: Exact) -> Span:
    """Return the span of one number."""
    return Span(value, value)


def added(spans: Iterable[Span]) -> Span:
    """Return what the sum of a number of each span can be."""
    low: Exact | None = Fraction(0)
    high: Exact | None = Fraction(0)
    has_low = has_high = True
    for one in spans:
        low = None if low is None or one.low is None else low + one.low
        high = None if high is None or one.high is None else high + one.high
        has_low, has_high = has_low and one.has_low, has_high and one.has_high
    return Span(low, high, has_low, has_high)


def turned_positive(span: Span) -> Span:
    """Return the span of the absolute values."""
    if span.low is not None and span.low >= 0:
        return span
    mirrored = Span(
        None if span.high is None else -span.high,
        None if span.low is None else -span.low,
        span.has_high,
        span.has_low,
    )
    if span.high is not None and span.high <= 0:
        return mirrored
    ends = [(one.high, one.has_high) for one in (span, mirrored) if one.high is not None]
    high, has_high = max(ends) if len(ends) > 1 else (None, True)
    return Span(Fraction(0), high, has_high=has_high)


def _away(value: Fraction, below: Fraction, above: Fraction, *, near: bool, far: bool) -> Span:
    """Return the span around a print: ``below`` towards 0, ``above`` away from it."""
    if value > 0:
        return Span(value - below, value + above, near, far)
    if value < 0:
        return Span(value - above, value + below, far, near)
    return Span(-above, above, far, far)


def rounded(value: Fraction, decimals: int) -> Span:
    """Return what rounds half up (away from 0) to ``value`` with so many decimals."""
    half = Fraction(1, 2 * 10**decimals)
    return _away(value, half, half, near=True, far=False)


def cut(value: Fraction, decimals: int) -> Span:
    """Return what becomes ``value`` when its further digits are cut off."""
    return _away(value, Fraction(0), Fraction(1, 10**decimals), near=True, far=False)


def raised(value: Fraction, decimals: int) -> Span:
    """Return what becomes ``value`` when it is always rounded away from 0."""
    if not value:
        return exactly(value)
    return _away(value, Fraction(1, 10**decimals), Fraction(0), near=False, far=True)


def rounded_twice(value: Fraction, decimals: int) -> Span:
    """Return what becomes ``value`` when it is rounded to one decimal more first."""
    unit = Fraction(1, 10**decimals)
    if not value:
        return Span(-unit * 9 / 20, unit * 9 / 20, has_low=False, has_high=False)
    return _away(value, unit * 11 / 20, unit * 9 / 20, near=True, far=False)


def padded(value: Fraction, decimals: int) -> Span | None:
    """Return what becomes ``value`` when it is rounded to fewer decimals and filled with zeros."""
    fewer = decimals
    while fewer and (value * 10 ** (fewer - 1)).denominator == 1:
        fewer -= 1
    return rounded(value, fewer) if fewer < decimals else None
