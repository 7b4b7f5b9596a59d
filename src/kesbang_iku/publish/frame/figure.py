"""The summary figures: how many there are of each kind, as bars."""

from collections.abc import Sequence
from typing import Final

from kesbang_iku.charts.svg import Drawing
from kesbang_iku.findings import Language, Text
from kesbang_iku.publish.frame.pieces import State
from kesbang_iku.publish.markup import Html

# As wide as the screen of a small phone leaves: letters keep their size there.
_WIDTH: Final = 340
_ROW: Final = 44
_BAR: Final = 14
_INK: Final = "var(--ink)"
_GROUND: Final = "var(--line)"


def counts_figure(title: Text, counts: Sequence[tuple[State, int]], language: Language) -> Html:
    """Return a bar for each state as a share of all, its name and number above it.

    The colours are those of the page, so the figure follows it into the dark and onto paper.

    Args:
        title: what is counted.
        counts: how many there are in each state, in the order to be drawn.
        language: language of the words.
    """
    whole = sum(count for _, count in counts) or 1
    drawing = Drawing(_WIDTH, _ROW * len(counts))
    for number, (state, count) in enumerate(counts):
        top = _ROW * number
        name = f"{state.sign} {state.name.plain(language)}"
        drawing.text((0, top + 15), name, colour=_INK)
        drawing.text((_WIDTH, top + 15), str(count), colour=_INK, anchor="end", bold=True)
        drawing.rect((0, top + 22), (_WIDTH, _BAR), "none", stroke=_GROUND, thickness=1)
        # A state may have a quieter colour for areas than for its words.
        colour = f"var(--{state.key}-isi, var(--{state.key}))"
        drawing.rect((0, top + 22), (_WIDTH * count / whole, _BAR), colour)
    words = "; ".join(f"{state.name.plain(language)} {count}" for state, count in counts)
    return Html(drawing.as_svg(title.plain(language), f"{words}.", language, ground=None))
