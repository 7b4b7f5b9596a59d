"""A chart of one value on its scale, with its target."""

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import Final

from kesbang_iku.charts.bands import bands_of
from kesbang_iku.charts.common import EDGE, Axis, Heading
from kesbang_iku.charts.style import PART, PICTURE, Style
from kesbang_iku.charts.svg import SMALL, Drawing, fitted, width_of
from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import charts as said
from kesbang_iku.indicator.goal import Goal, numbers_of
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.words import class_words, unit_words
from kesbang_iku.model.scale import Scale

_HIGH: Final = 48
"""How high the bands are; the bar of the value is as high as a part of that."""
_FAR: Final = 4
"""How often the largest number may go into what is possible before the axis ends sooner."""
_ROW: Final = 22
_ROW_WIDTH: Final = 150


@misuse_told
def bullet_chart(
    result: Result,
    *,
    title: str | None = None,
    language: Language = "id",
    style: Style | None = None,
) -> str:
    """Return a value as a bar, on the classes of its scale, with its target as a mark.

    Args:
        result: a result with a value, and the definition it was computed by.
        title: what is shown; the indicator's name by default.
        language: language of words and numbers.
        style: a part of a page that has the title and the numbers beside it, and shows instead
            which way is better; by default a picture that says everything itself.

    Returns:
        The chart as SVG.

    Raises:
        ValueError: the result has no value, or no definition (it was read back from JSON).
    """
    style = PICTURE if style is None else style
    bullet = _Bullet.of(result)
    name = bullet.indicator.title.plain(language)
    heading = Heading(title or name)
    height = heading.height if style.headed else -6
    axis = Axis(*bullet.ends, EDGE + 8.0, style.width - EDGE - (24 if style.headed else 8))
    top = height + 30
    bands = list(bands_of(bullet.scale, axis, language))
    labels = [_label(label, end - start, style) for start, end, label in bands]
    below = 84 + 20 * min(max(map(len, labels), default=0), 2)
    drawing = Drawing(style.width, top + (below if style.headed else below - 6))
    facts = bullet.facts(language)
    if style.headed:
        heading.draw(drawing)
        drawing.text((EDGE, height + 12), facts, colour=style.ink)
    else:
        _better(drawing, axis, bullet.indicator, top, language, style)
    bullet.draw(drawing, axis, top, _HIGH, style)
    if bullet.result.target is not None:
        _pointer(drawing, axis, bullet.result.target, top, style)
    for tick in axis.ticks():
        place = axis.at(tick)
        drawing.line((place, top + _HIGH), (place, top + _HIGH + 5), style.muted)
        text = format_number(tick, language)
        at = (place, top + _HIGH + 20)
        drawing.note(at, text, anchor="middle", colour=style.muted)
    for (start, end, _), lines in zip(bands, labels, strict=True):
        for number, line in enumerate(lines[:2]):
            at = ((start + end) / 2, top + _HIGH + 44 + 15 * number)
            drawing.text(at, line, size=SMALL, colour=style.ink, anchor="middle")
    return drawing.as_svg(heading.title, f"{name}. {facts}.", language, ground=style.ground)


def is_comparable(result: Result) -> bool:
    """Say whether a chart of the value shows more than the value: a target, classes, or a range."""
    if result.indicator is None or result.nilai is None:
        return False
    bullet = _Bullet.of(result)
    return bullet.scale is not None or bool(_numbers(result.target)) or bullet.highest is not None


def bullet_row(result: Result, style: Style = PART) -> str:
    """Return a value with its target as a narrow bar without words, for a row of a table.

    Raises:
        ValueError: the result has no value, or no definition (it was read back from JSON).
    """
    bullet = _Bullet.of(result)
    drawing = Drawing(_ROW_WIDTH, _ROW)
    bullet.draw(drawing, Axis(*bullet.ends, 2.0, _ROW_WIDTH - 2.0), 0, _ROW, style)
    return drawing.as_ornament()


@dataclass(frozen=True)
class _Bullet:
    """A value, with the definition and the scale it is drawn by."""

    result: Result
    indicator: Indicator
    value: Fraction

    @classmethod
    def of(cls, result: Result) -> "_Bullet":
        if result.indicator is None or result.nilai is None:
            raise ValueError("a bullet chart needs a result with a value and its definition")
        return cls(result, result.indicator, Fraction(result.nilai))

    @cached_property
    def scale(self) -> Scale | None:
        return self.indicator.engine.scale(self.result.tingkat)

    @cached_property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The lowest and the highest number to be shown."""
        seen = [Fraction(0), self.value, *_numbers(self.result.target)]
        if self.scale is not None:
            seen += [
                end
                for found in self.scale.kelas
                for end in (found.dari, found.sampai)
                if end is not None
            ]
        low, high = self.indicator.rentang.min, self.highest
        room = (max(seen) - min(seen)) / 10 or Fraction(1)
        return (
            min(seen) - (room if min(seen) < 0 else 0) if low is None else min(low, *seen[1:]),
            max(seen) + room if high is None else max(high, *seen[1:]),
        )

    @cached_property
    def highest(self) -> Fraction | None:
        """The highest possible value, if the others are not lost on an axis as long as that."""
        high = self.indicator.rentang.maks
        seen = max(self.value, *_numbers(self.result.target), Fraction(0))
        # A share of a few per cent is not seen on an axis up to 100.
        return None if high is None or seen * _FAR < high else high

    def draw(self, drawing: Drawing, axis: Axis, top: float, high: float, style: Style) -> None:
        """Draw the bands, the bar of the value on them, and the line of the target."""
        bands = list(bands_of(self.scale, axis, "id")) or [(axis.start, axis.end, "")]
        for number, (start, end, _) in enumerate(bands):
            colour, opacity = style.band(number, len(bands))
            drawing.rect((start, top), (end - start, high), colour, opacity=opacity)
            if number:
                drawing.line((start, top), (start, top + high), style.hollow, 2)
        zero = min(max(Fraction(0), axis.low), axis.high)
        start, end = sorted((axis.at(zero), axis.at(self.value)))
        drawing.rect((start, top + high * 0.3125), (end - start, high * 0.375), style.bar)
        goal = self.result.target
        if goal is not None and goal.low is not None and goal.high is not None:
            left, right = axis.at(goal.low), axis.at(goal.high)
            at, size = (left, top + high / 12), (right - left, high * 5 / 6)
            drawing.rect(at, size, "none", stroke=style.goal, thickness=3)
        elif goal is not None and goal.value is not None:
            place = axis.at(goal.value)
            drawing.line((place, top + high / 24), (place, top + high * 23 / 24), style.goal, 4)

    def facts(self, language: Language) -> str:
        """Return value, target and category in words."""
        number = "" if self.result.nilai is None else format_number(self.result.nilai, language)
        unit = unit_words(self.result.satuan).plain(language)
        facts = [f"{said.VALUE.plain(language)} {number} {unit}"]
        if self.result.target is not None:
            facts.append(f"Target {self.result.target.shown(language)}")
        if self.result.kategori is not None and self.scale is not None:
            label = class_words(self.result.kategori, self.scale).plain(language)
            facts.append(f"{said.CATEGORY.plain(language)} {label}")
        return " · ".join(facts)


def _numbers(goal: Goal | None) -> tuple[Fraction, ...]:
    return () if goal is None else numbers_of(goal)


def _label(label: str, width: float, style: Style) -> list[str]:
    """Return the lines of a label below its band; where words would break, a page has none."""
    if not style.headed and any(width_of(word, SMALL) > width for word in label.split()):
        return []
    return fitted(label, max(width, 30), SMALL)


def _pointer(drawing: Drawing, axis: Axis, goal: Goal, top: float, style: Style) -> None:
    """Point at the target from above."""
    if goal.value is None:
        return
    place = axis.at(goal.value)
    corners = [(place - 7, top - 10), (place + 7, top - 10), (place, top + 1)]
    drawing.polygon(corners, style.goal, stroke=style.goal, thickness=1)


def _better(
    drawing: Drawing, axis: Axis, indicator: Indicator, top: float, language: Language, style: Style
) -> None:
    """Say at the better end of the axis which way it is."""
    words = said.BETTER.plain(language)
    at = {"maksimalkan": axis.end, "minimalkan": axis.start}.get(indicator.polaritas)
    if at is None:
        return
    if indicator.polaritas == "minimalkan":
        drawing.note((at, top - 12), f"◀ {words}", colour=style.muted)
    else:
        drawing.note((at, top - 12), f"{words} ▶", anchor="end", colour=style.muted)
