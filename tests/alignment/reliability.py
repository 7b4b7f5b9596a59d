"""A chart of how often answers are right, by how sure they are said to be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from kesbang_iku.charts.common import EDGE, WIDTH, Axis, Heading, number_text
from kesbang_iku.charts.svg import BLUE, GRID, INK, MUTED, SMALL, Drawing
from kesbang_iku.findings import Language, Text

_LEFT: Final = 76.0
_HEIGHT: Final = 300.0
_LOWEST: Final = 6.0
_LARGEST: Final = 18.0


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers of about the same confidence, from 0 to 1.

    Attributes:
        confidence: their mean confidence.
        right: how many of them are right.
        count: how many there are, at least one.
    """

    confidence: Fraction
    right: int
    count: int

    @property
    def share(self) -> Fraction:
        """The share that is right."""
        return Fraction(self.right, self.count)


def reliability_chart(bins: Sequence[Bin], *, title: str, language: Language = "id") -> str:
    """Draw for each bin the share of right answers over its mean confidence, as SVG text.

    Whoever is as sure as is right lies on the line; above it answers are better than they claim.
    The more answers, the larger the circle; the number beside it counts them.

    Raises:
        ValueError: there is no bin.
    """
    if not bins:
        raise ValueError("no answers to draw")
    heading = Heading(title)
    top = heading.height + 8
    drawing = Drawing(WIDTH, top + _HEIGHT + 64)
    heading.draw(drawing)
    low = min((one.confidence for one in bins), default=Fraction(0)) - Fraction(1, 20)
    across = Axis(max(Fraction(0), low), Fraction(1), _LEFT, WIDTH - EDGE - 30)
    lowest = min(Fraction(0), *(one.share for one in bins))
    up = Axis(lowest, Fraction(1), top + _HEIGHT, top + 10)
    _draw_grid(drawing, across, up, language)
    start = max(across.low, up.low)
    drawing.line(
        (across.at(start), up.at(start)), (across.at(1), up.at(1)), MUTED, 1.5, dashes="6 4"
    )
    most = max(one.count for one in bins)
    for one in bins:
        at = (across.at(one.confidence), up.at(one.share))
        radius = _LOWEST + (_LARGEST - _LOWEST) * (one.count / most) ** 0.5
        drawing.circle(at, radius, BLUE)
        drawing.text((at[0], at[1] + radius + 16), str(one.count), size=SMALL, anchor="middle")
    description = "; ".join(
        Text(
            f"keyakinan {number_text(one.confidence, 2, 'id')}: {one.right} dari {one.count} benar",
            f"confidence {number_text(one.confidence, 2, 'en')}: {one.right} of {one.count} right",
        ).plain(language)
        for one in bins
    )
    return drawing.as_svg(title, description, language)


def _draw_grid(drawing: Drawing, across: Axis, up: Axis, language: Language) -> None:
    for tick in across.ticks():
        place = across.at(tick)
        drawing.line((place, up.end), (place, up.start), GRID)
        text = number_text(tick, 1, language)
        drawing.text((place, up.start + 20), text, size=SMALL, colour=MUTED, anchor="middle")
    for tick in up.ticks():
        place = up.at(tick)
        drawing.line((across.start, place), (across.end, place), GRID)
        text = f"{number_text(tick * 100, 0, language)} %"
        drawing.text((across.start - 8, place + 4), text, size=SMALL, colour=MUTED, anchor="end")
    middle = (across.start + across.end) / 2
    words = Text("keyakinan yang dinyatakan", "stated confidence").plain(language)
    drawing.text((middle, up.start + 44), words, size=SMALL, colour=INK, anchor="middle")
    words = Text("bagian yang benar", "share that is right").plain(language)
    drawing.text((EDGE, up.end - 12), words, size=SMALL, colour=INK)
