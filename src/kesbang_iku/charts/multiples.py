"""Small charts of one thing in several places, all on the same axes: equal slopes look equal."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from kesbang_iku.charts.common import Axis, around
from kesbang_iku.charts.style import PART, Style
from kesbang_iku.charts.svg import SMALL, Anchor, Drawing
from kesbang_iku.findings import Language, format_number

_WIDTH: Final = 164
_HIGH: Final = 104
_TOP, _BOTTOM, _LEFT, _RIGHT = 18.0, 82.0, 14.0, 150.0

Series = Mapping[int, Decimal]
"""Values by year."""


def small_multiples(
    series: Mapping[str, Series], *, language: Language = "id", style: Style | None = None
) -> dict[str, str]:
    """Return a chart of each series as SVG, by its name; the axes are those of all together.

    Args:
        series: values by year, by the name of each place.
        language: language of words and numbers.
        style: the colours; those of a page by default.
    """
    style = PART if style is None else style
    years = [year for values in series.values() for year in values]
    numbers = [Fraction(value) for values in series.values() for value in values.values()]
    if not numbers:
        return {}
    across = Axis(Fraction(min(years)), Fraction(max(years)), _LEFT, _RIGHT)
    upwards = Axis(*around(numbers), _BOTTOM, _TOP)
    return {
        name: _panel(name, one, (across, upwards), language, style) for name, one in series.items()
    }


def _panel(
    name: str, values: Series, axes: tuple[Axis, Axis], language: Language, style: Style
) -> str:
    across, upwards = axes
    drawing = Drawing(_WIDTH, _HIGH)
    for end in (upwards.low, upwards.high):
        drawing.line((_LEFT, upwards.at(end)), (_RIGHT, upwards.at(end)), style.grid)
    places = [
        (across.at(Fraction(year)), upwards.at(Fraction(value)))
        for year, value in sorted(values.items())
    ]
    for before, after in pairwise(places):
        drawing.line(before, after, style.bar, 2)
    for place in places:
        drawing.circle(place, 3, style.bar, stroke=style.bar)
    told = sorted(values.items())
    for number in sorted({0, len(told) - 1}):
        (year, value), (x, y) = told[number], places[number]
        anchor: Anchor = "end" if number else "start"
        at = (min(x + 12, _WIDTH) if number else max(x - 8, 0), max(y - 7, 11))
        text = format_number(value, language)
        drawing.text(at, text, size=SMALL, colour=style.ink, anchor=anchor)
        drawing.text((at[0], _HIGH - 4), str(year), size=SMALL, colour=style.muted, anchor=anchor)
    words = "; ".join(f"{year}: {format_number(value, language)}" for year, value in told)
    return drawing.as_svg(name, f"{words}.", language, ground=None)
