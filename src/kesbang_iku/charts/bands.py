"""The classes of a scale as bands, and a picture of them."""

from collections.abc import Iterator
from fractions import Fraction

from kesbang_iku.charts.common import EDGE, WIDTH, Axis
from kesbang_iku.charts.svg import MUTED, PAPER, SMALL, Drawing, fitted
from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import charts as said
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.scale import Scale, ScaleClass

_BAR = 34.0
_TOP = 26.0
_LETTER_SPACE = 34.0
"""The least room for a label below its band."""


@misuse_told
def scale_chart(
    scale: Scale,
    *,
    bounds: Bounds | None = None,
    title: str | None = None,
    language: Language = "id",
) -> str:
    """Return the classes of a scale as bands on one bar, their bounds written above.

    A class without an end reaches as far as ``bounds`` say, or a little beyond the last bound.

    Args:
        scale: the scale.
        bounds: the lowest and highest possible value, as far as they are known.
        title: what is shown; the scale's label by default.
        language: language of words and numbers.

    Returns:
        The chart as SVG.

    Raises:
        ValueError: no class of the scale has a bound.
    """
    axis = Axis(*_ends(scale, bounds or Bounds()), EDGE + 8.0, WIDTH - EDGE - 8.0)
    bands = list(bands_of(scale, axis, language))
    lines = [fitted(label, max(end - start, _LETTER_SPACE), SMALL) for start, end, label in bands]
    drawing = Drawing(WIDTH, _TOP + _BAR + 10 + 15 * max(map(len, lines)))
    for number, (start, end, _) in enumerate(bands):
        drawing.rect((start, _TOP), (end - start, _BAR), shade(number, len(bands)))
        drawing.line((start, _TOP), (start, _TOP + _BAR), PAPER, 2)
    for bound in scale.ends:
        place = axis.at(bound)
        drawing.line((place, _TOP - 5), (place, _TOP), MUTED)
        text = format_number(bound, language)
        drawing.note((place, _TOP - 10), text, anchor="middle")
    for (start, end, _), parts in zip(bands, lines, strict=True):
        for number, line in enumerate(parts):
            at = ((start + end) / 2, _TOP + _BAR + 16 + 15 * number)
            drawing.text(at, line, size=SMALL, anchor="middle")
    words = "; ".join(_class_words(found, language) for found in scale.kelas)
    return drawing.as_svg(title or scale.title.plain(language), f"{words}.", language)


def bands_of(
    scale: Scale | None, axis: Axis, language: Language
) -> Iterator[tuple[float, float, str]]:
    """Yield the start, the end and the label of each class that has a place on ``axis``."""
    for found in scale.kelas if scale is not None else ():
        low = axis.low if found.dari is None else max(found.dari, axis.low)
        high = axis.high if found.sampai is None else min(found.sampai, axis.high)
        if low < high:
            yield axis.at(low), axis.at(high), found.title.plain(language)


def shade(number: int, count: int) -> str:
    """Return a grey, the darker the lower the class; all are light enough for a dark bar."""
    darkest, lightest = 0xBC, 0xEC
    level = lightest if count == 1 else darkest + (lightest - darkest) * number // (count - 1)
    return f"#{level:02x}{level:02x}{level:02x}"


def _ends(scale: Scale, bounds: Bounds) -> tuple[Fraction, Fraction]:
    marks = scale.ends
    if not marks:
        raise ValueError(f"no class of {scale.nama} has a bound")
    room = (marks[-1] - marks[0]) / 4 or Fraction(1)
    first, last = scale.kelas[0], scale.kelas[-1]
    low = marks[0] - room if first.dari is None else marks[0]
    high = marks[-1] + room if last.sampai is None else marks[-1]
    if marks[0] >= 0:
        low = max(low, Fraction(0))
    return (
        low if bounds.min is None else min(bounds.min, marks[0]),
        high if bounds.maks is None else max(bounds.maks, marks[-1]),
    )


def _class_words(found: ScaleClass, language: Language) -> str:
    parts = []
    if found.dari is not None:
        sign = "≥" if found.dari_termasuk else ">"
        parts.append(f"{sign} {format_number(found.dari, language)}")
    if found.sampai is not None:
        sign = "≤" if found.sampai_termasuk else "<"
        parts.append(f"{sign} {format_number(found.sampai, language)}")
    joined = said.BOUNDS.plain(language).join(parts)
    return f"{found.title.plain(language)} {joined}".strip()
