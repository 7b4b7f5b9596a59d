"""Charts of a composite: what its components add to the value, and to a change of it."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from kesbang_iku.charts import common, svg
from kesbang_iku.charts.common import Axis, around
from kesbang_iku.composite import Contribution, Decomposition
from kesbang_iku.findings import Language, Text, format_number
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import charts as said
from kesbang_iku.formula import round_half_up


@misuse_told
def contribution_chart(
    parts: Sequence[Contribution], *, title: str, decimals: int = 2, language: Language = "id"
) -> str:
    """Return a bar for what each component adds to a value.

    Args:
        parts: the contributions, drawn in their order.
        title: what the value is.
        decimals: decimals of the amounts.
        language: language of words and numbers.

    Returns:
        The chart as SVG.

    Raises:
        ValueError: there is no contribution.
    """
    if not parts:
        raise ValueError("there is no contribution to draw")
    total = sum(part.amount for part in parts)
    total_line = f"{said.TOTAL.plain(language)}: {common.number_text(total, decimals, language)}"
    rows = [(part, svg.fitted(part.label, common.LABELS, svg.SIZE)) for part in parts]
    heights = [max(len(lines) + 1, 2) * common.LINE + 12 for _, lines in rows]
    heading = common.Heading(title)
    drawing = svg.Drawing(common.WIDTH, heading.height + sum(heights) + 44)
    heading.draw(drawing)
    amounts = [Fraction(part.amount) for part in parts]
    room = 150
    axis = Axis(
        min(*amounts, Fraction(0)),
        max(*amounts, Fraction(0)) or Fraction(1),
        common.EDGE + common.LABELS + 12,
        common.WIDTH - common.EDGE - room,
    )
    top = heading.height
    for (part, lines), height in zip(rows, heights, strict=True):
        for number, line in enumerate(lines):
            drawing.text((common.EDGE, top + (number + 1) * common.LINE), line)
        drawing.note((common.EDGE, top + (len(lines) + 1) * common.LINE), _weighing(part, language))
        zero, end = axis.at(Fraction(0)), axis.at(part.amount)
        drawing.rect((min(zero, end), top + 6), (abs(end - zero), 24), svg.BLUE)
        drawing.text((max(zero, end) + 8, top + 24), _amount(part, decimals, language), bold=True)
        top += height
    drawing.line((axis.at(Fraction(0)), heading.height), (axis.at(Fraction(0)), top), svg.INK)
    drawing.text((common.EDGE, top + 24), total_line, size=svg.SIZE, bold=True)
    words = "; ".join(
        f"{part.label}: {_amount(part, decimals, language)}, {_weighing(part, language)}"
        for part in parts
    )
    return drawing.as_svg(title, f"{words}. {total_line}.", language)


@misuse_told
def change_chart(
    change: Decomposition,
    *,
    title: str | None = None,
    before: str | None = None,
    after: str | None = None,
    language: Language = "id",
) -> str:
    """Return a waterfall: from the earlier value, component by component, to the later one.

    What raises the value is a filled bar, what lowers it an outlined one. The axis shows the range
    in which something happens; where it does not start at 0, the chart says so.

    Args:
        change: the change, taken apart.
        title: what changed; the indicator's name by default.
        before: what the earlier state is called, such as ``"2017"``.
        after: what the later state is called.
        language: language of words and numbers.

    Returns:
        The chart as SVG.
    """
    decimals = change.desimal
    heading = common.Heading(title or Text(change.nama, change.nama_en).plain(language))
    earlier = before or said.BEFORE.plain(language)
    later = after or said.AFTER.plain(language)
    running = [Fraction(change.before)]
    for part in change.parts:
        running.append(running[-1] + Fraction(part.amount))
    axis = Axis(*around(running), common.EDGE + common.LABELS + 12, common.WIDTH - common.EDGE - 90)
    rows = [svg.fitted(part.label, common.LABELS, svg.SIZE) for part in change.parts]
    heights = [max(len(lines) * common.LINE, 28) + 14 for lines in rows]
    top = heading.height
    bottom = top + sum(heights) + 2 * 42
    drawing = svg.Drawing(common.WIDTH, bottom + 56)
    heading.draw(drawing)
    common.draw_ticks(drawing, axis, (top, bottom), language)
    _state(drawing, (axis.at(change.before), top + 20), earlier, change.before, decimals, language)
    top += 42
    for part, lines, height, (start, end) in zip(
        change.parts, rows, heights, pairwise(running), strict=True
    ):
        for number, line in enumerate(lines):
            drawing.text((common.EDGE, top + (number + 1) * common.LINE), line)
        drawing.line((axis.at(start), top - 22), (axis.at(start), top + 14), svg.MUTED)
        _step(drawing, axis, (start, end), top)
        place = (max(axis.at(start), axis.at(end)) + 8, top + 19)
        drawing.text(place, common.signed_text(part.amount, decimals, language), bold=True)
        top += height
    drawing.line((axis.at(running[-1]), top - 22), (axis.at(running[-1]), top + 14), svg.MUTED)
    _state(drawing, (axis.at(change.after), top + 20), later, change.after, decimals, language)
    if axis.low > 0:
        note = said.NOT_FROM_ZERO.plain(language)
        drawing.note((common.EDGE, bottom + 42), note)
    return drawing.as_svg(heading.title, _described(change, (earlier, later), language), language)


def _described(change: Decomposition, states: tuple[str, str], language: Language) -> str:
    """Return the change in words, for those who do not see the picture."""
    decimals = change.desimal
    before, after = (
        common.number_text(one, decimals, language) for one in (change.before, change.after)
    )
    words = "; ".join(
        f"{part.label}: {common.signed_text(part.amount, decimals, language)}"
        for part in change.parts
    )
    return (
        f"{states[0]}: {before}; {words}; {states[1]}: {after}; "
        f"{said.CHANGE.plain(language)} {common.signed_text(change.total, decimals, language)}."
    )


def _amount(part: Contribution, decimals: int, language: Language) -> str:
    text = common.number_text(part.amount, decimals, language)
    if part.share is None:
        return text
    return f"{text} ({common.number_text(part.share * 100, 1, language)}%)"


def _weighing(part: Contribution, language: Language) -> str:
    weight, value = _short(part.weight, language), _short(part.value, language)
    return said.WEIGHING.fill(language, bobot=weight, nilai=value)


def _short(value: Fraction, language: Language) -> str:
    """Return ``value`` with at most four decimals, marked where it was cut."""
    rounded = round_half_up(value, 4)
    if Fraction(rounded) != value:
        return f"≈ {format_number(rounded, language)}"
    return format_number(value, language)


def _state(
    drawing: svg.Drawing,
    at: svg.Point,
    label: str,
    value: Fraction | float,
    decimals: int,
    language: Language,
) -> None:
    x, y = at
    drawing.text((common.EDGE, y + 5), svg.fitted(label, common.LABELS)[0], bold=True)
    drawing.diamond((x, y), 8, svg.INK)
    drawing.text((x + 14, y + 5), common.number_text(value, decimals, language), bold=True)


def _step(drawing: svg.Drawing, axis: Axis, ends: tuple[Fraction, Fraction], top: float) -> None:
    start, end = ends
    left, right = sorted((axis.at(start), axis.at(end)))
    if end >= start:
        drawing.rect((left, top), (max(right - left, 1), 28), svg.BLUE)
    else:
        drawing.rect(
            (left + 1.5, top + 1.5),
            (right - left - 3, 25),
            svg.PAPER,
            stroke=svg.ORANGE,
            thickness=3,
        )
