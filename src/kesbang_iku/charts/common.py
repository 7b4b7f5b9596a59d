"""What all charts share: the heading, numbers as people write them, an axis with its marks."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor, log10
from typing import Final

from kesbang_iku.charts.svg import GRID, LARGE, Drawing, Point, fitted
from kesbang_iku.findings import Language, format_number
from kesbang_iku.formula import round_half_up

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


WIDTH: Final = 720
EDGE: Final = 16
LINE: Final = 18
LABELS: Final = 260
"""Width of the column of labels at the left."""

Number = Fraction | float | Decimal


class Heading:
    """The title at the top, in as many lines as it needs."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._lines = fitted(title, WIDTH - 2 * EDGE, LARGE)
        self.height: float = EDGE + 24.0 * len(self._lines) + 8

    def draw(self, drawing: Drawing) -> None:
        """Write the title at the top of ``drawing``."""
        for number, line in enumerate(self._lines):
            drawing.text((EDGE, EDGE + 24 * number + 14), line, size=LARGE, bold=True)


def number_text(value: Number, decimals: int, language: Language) -> str:
    """Return ``value``, rounded half up, with a minus sign that is as wide as a plus."""
    text = format_number(round_half_up(Fraction(value), decimals), language)
    return text.replace("-", "−")


def signed_text(value: Number, decimals: int, language: Language) -> str:
    """Return ``value`` as a change: with a plus where it is above 0."""
    text = number_text(value, decimals, language)
    return f"+{text}" if value > 0 else text


def draw_ticks(drawing: Drawing, axis: Axis, ends: Point, language: Language) -> None:
    """Draw the round numbers of a horizontal axis, each with a line from top to bottom."""
    top, bottom = ends
    for tick in axis.ticks():
        drawing.line((axis.at(tick), top), (axis.at(tick), bottom), GRID)
        place = (axis.at(tick), bottom + 18)
        drawing.note(place, format_number(tick, language), anchor="middle")
