"""How a chart looks: as a picture that stands for itself, or as a part of a page."""

from dataclasses import dataclass
from typing import Final

from kesbang_iku.charts.bands import shade
from kesbang_iku.charts.svg import BLUE, GRID, INK, MUTED, ORANGE, PAPER

_FAINTEST, _STRONGEST = 0.07, 0.29


@dataclass(frozen=True, slots=True)
class Style:
    """The width of a chart in pixels, its colours, and whether it says what it is about.

    The colours of a page are variables of its style, so that the chart follows it into the dark
    and onto paper.
    """

    width: float
    ink: str
    muted: str
    grid: str
    bar: str
    goal: str
    hollow: str
    ground: str | None
    headed: bool

    def band(self, number: int, count: int) -> tuple[str, float]:
        """Return colour and opacity of a class among ``count``, the stronger the lower it is."""
        if self.ground is not None:
            return shade(number, count), 1
        if count == 1:
            return self.ink, _FAINTEST
        return self.ink, _STRONGEST - (_STRONGEST - _FAINTEST) * number / (count - 1)


PICTURE: Final = Style(720, INK, MUTED, GRID, BLUE, ORANGE, PAPER, PAPER, headed=True)
PART: Final = Style(
    width=340,
    ink="var(--ink)",
    muted="var(--muted)",
    grid="var(--line)",
    bar="var(--value)",
    goal="var(--goal)",
    hollow="var(--paper)",
    ground=None,
    headed=False,
)
"""As wide as the screen of a small phone leaves: letters keep their size there."""
