"""What all charts share: the heading, numbers as people write them, marks on an axis."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku.charts.axis import Axis
from kesbang_iku.charts.svg import GRID, LARGE, Drawing, Point, fitted
from kesbang_iku.findings import Language, format_number
from kesbang_iku.formula import round_half_up

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
