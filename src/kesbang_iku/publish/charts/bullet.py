"""A chart of one value on its scale, with its target."""

from __future__ import annotations

from fractions import Fraction

from kesbang_iku.computing.goal import Goal, GoalKind
from kesbang_iku.computing.result import Result
from kesbang_iku.diagnostics import Language, format_number
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.charts.axis import Axis
from kesbang_iku.publish.charts.bands import bands_of, class_label, shade
from kesbang_iku.publish.charts.common import EDGE, WIDTH, Heading, say
from kesbang_iku.publish.charts.svg import BLUE, MUTED, ORANGE, PAPER, SMALL, Drawing, fitted


def bullet_chart(result: Result, *, title: str | None = None, language: Language = "id") -> str:
    """Return a value as a bar, on the classes of its scale, with its target as a mark.

    Args:
        result: a result with a value, and the definition it was computed by.
        title: what is shown; the indicator's name by default.
        language: language of words and numbers.

    Raises:
        ValueError: the result has no value, or no definition (it was read back from JSON).
    """
    indicator = result.indicator
    if indicator is None or result.nilai is None:
        raise ValueError("a bullet chart needs a result with a value and its definition")
    heading = Heading(title or (indicator.nama if language == "id" else indicator.nama_en))
    scale = indicator.engine.scale(result.tingkat)
    axis = Axis(*_range(result, indicator, scale), EDGE + 8.0, WIDTH - EDGE - 24.0)
    facts = _facts(result, scale, language)
    top = heading.height + 30.0
    bands = list(bands_of(scale, axis, language))
    drawing = Drawing(WIDTH, top + (124 if bands else 84))
    heading.draw(drawing)
    drawing.text((EDGE, heading.height + 12), facts)
    for number, (start, end, _) in enumerate(bands):
        drawing.rect((start, top), (end - start, 48), shade(number, len(bands)))
        if number:
            drawing.line((start, top), (start, top + 48), PAPER, 2)
    if not bands:
        drawing.rect((axis.start, top), (axis.end - axis.start, 48), shade(0, 1))
    zero = min(max(Fraction(0), axis.low), axis.high)
    start, end = sorted((axis.at(zero), axis.at(Fraction(result.nilai))))
    drawing.rect((start, top + 15), (end - start, 18), BLUE)
    if result.target is not None:
        _target(drawing, axis, result.target, top)
    for tick in axis.ticks():
        place = axis.at(tick)
        drawing.line((place, top + 48), (place, top + 53), MUTED)
        text = format_number(tick, language)
        drawing.text((place, top + 68), text, size=SMALL, colour=MUTED, anchor="middle")
    for start, end, label in bands:
        lines = fitted(label, max(end - start, 30), SMALL)
        for number, line in enumerate(lines[:2]):
            drawing.text(
                ((start + end) / 2, top + 92 + 15 * number), line, size=SMALL, anchor="middle"
            )
    return drawing.as_svg(heading.title, facts, language)


def _range(
    result: Result, definition: Definition, scale: Scale | None
) -> tuple[Fraction, Fraction]:
    seen = [Fraction(0), Fraction(result.nilai or 0), *_target_numbers(result.target)]
    if scale is not None:
        seen += [
            end for found in scale.kelas for end in (found.dari, found.sampai) if end is not None
        ]
    low, high = definition.rentang.min, definition.rentang.maks
    room = (max(seen) - min(seen)) / 10 or Fraction(1)
    return (
        min(seen) - (room if min(seen) < 0 else 0) if low is None else min(low, *seen[1:]),
        max(seen) + room if high is None else max(high, *seen[1:]),
    )


def _target_numbers(goal: Goal | None) -> list[Fraction]:
    if goal is None:
        return []
    return [number for number in (goal.value, goal.low, goal.high) if number is not None]


def _facts(result: Result, scale: Scale | None, language: Language) -> str:
    number = "" if result.nilai is None else format_number(result.nilai, language)
    facts = [f"{say('Nilai', 'Value', language)} {number} {result.satuan}"]
    if result.target is not None:
        facts.append(f"Target {_goal_text(result.target, language)}")
    if result.kategori is not None and scale is not None:
        found = next((each for each in scale.kelas if each.label == result.kategori), None)
        label = result.kategori if found is None else class_label(found, language)
        facts.append(f"{say('Kategori', 'Category', language)} {label}")
    return " · ".join(facts)


def _goal_text(goal: Goal, language: Language) -> str:
    if goal.low is not None and goal.high is not None:
        return f"{format_number(goal.low, language)}–{format_number(goal.high, language)}"
    if goal.value is None:
        return goal.text
    number = format_number(goal.value, language)
    if goal.kind is not GoalKind.BOUND:
        return number
    return f"{goal.text.partition(' ')[0]} {number}"


def _target(drawing: Drawing, axis: Axis, goal: Goal, top: float) -> None:
    if goal.low is not None and goal.high is not None:
        left, right = axis.at(goal.low), axis.at(goal.high)
        drawing.rect((left, top + 4), (right - left, 40), "none", stroke=ORANGE, thickness=3)
    elif goal.value is not None:
        place = axis.at(goal.value)
        drawing.line((place, top + 2), (place, top + 46), ORANGE, 4)
        drawing.polygon(
            [(place - 7, top - 10), (place + 7, top - 10), (place, top + 1)],
            ORANGE,
            stroke=ORANGE,
            thickness=1,
        )
