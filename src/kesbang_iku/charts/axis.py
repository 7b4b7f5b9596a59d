"""An axis: from numbers to places in a picture, with round numbers marked on it."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor, log10
from typing import Final

_STEPS: Final = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class Axis:
    """Numbers from ``low`` to ``high`` laid on pixels from ``start`` to ``end``."""

    low: Fraction
    high: Fraction
    start: float
    end: float

    def at(self, value: Fraction | float) -> float:
        """Return where ``value`` lies, in pixels; the middle, if the axis holds one number only."""
        if self.low == self.high:
            return (self.start + self.end) / 2
        share = float((Fraction(value) - self.low) / (self.high - self.low))
        return self.start + share * (self.end - self.start)

    def ticks(self, about: int = 5) -> tuple[Fraction, ...]:
        """Return round numbers on the axis, about as many as asked for."""
        if self.low == self.high:
            return (self.low,)
        step = _round_step((self.high - self.low) / about)
        first, last = ceil(self.low / step), floor(self.high / step)
        return tuple(step * number for number in range(first, last + 1))


def around(
    values: list[Fraction], *, margin: Fraction = Fraction(1, 10)
) -> tuple[Fraction, Fraction]:
    """Return the lowest and the highest of ``values`` with a margin on both sides."""
    low, high = min(values), max(values)
    room = (high - low) * margin or max(abs(low) * margin, Fraction(1))
    return low - room, high + room


def _round_step(size: Fraction) -> Fraction:
    """Return the smallest of 1, 2, 5 times a power of ten that is not below ``size``."""
    power = Fraction(10) ** floor(log10(size))
    return next((power * step for step in _STEPS if power * step >= size), power * 10)
