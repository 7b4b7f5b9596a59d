"""Lines over the years: runs of values, broken where versions do not compare."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, pairwise
from math import ceil
from typing import Final

from kesbang_iku.catalog.comparison import comparability
from kesbang_iku.charts.bands import bands_of
from kesbang_iku.charts.common import EDGE, Axis, Heading, around
from kesbang_iku.charts.style import PICTURE, Style
from kesbang_iku.charts.svg import SMALL, Drawing, Point, width_of
from kesbang_iku.findings import Language, Text, format_number
from kesbang_iku.findings.sentences import charts as texts
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.goal import Goal, numbers_of
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.scale import Scale

_YEAR_WIDTH: Final = 34
_NUMBER_GAP: Final = 4
_LEGEND_ROW: Final = 20
_BREAK_ROW: Final = 16
_WIDE: Final = 500
"""From this width on the marks of the legend stand side by side."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A kind of value: how it is drawn, and what that means."""

    filled: bool
    meaning: Text


@dataclass(frozen=True, slots=True)
class YearValue:
    """The value of a year: the number, how it is marked, and how it is told in words."""

    year: int
    value: Fraction
    mark: Mark
    said: Text


@dataclass(frozen=True, slots=True)
class Run:
    """The values of one version, in the order of their years."""

    definition: Definition
    points: tuple[YearValue, ...]


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What values are held against: targets by their year, and the classes of their scale."""

    goals: Sequence[tuple[int, Goal]] = ()
    scale: Scale | None = None


NO_YARDSTICK: Final = Yardstick()


@dataclass(frozen=True, slots=True)
class Lines:
    """Values over the years.

    Attributes:
        title: what is shown.
        runs: the values, version by version, in the order of their years; at least one.
        marks: the kinds of values there may be, for the legend.
        held: targets drawn beside the values, and classes drawn as bands behind them.
    """

    title: str
    runs: Sequence[Run]
    marks: Sequence[Mark]
    held: Yardstick = NO_YARDSTICK


def lines_chart(lines: Lines, language: Language, style: Style = PICTURE) -> str:
    """Return values over the years as lines.

    Versions that may not be compared are not joined: a dashed line parts them. Within a version
    years without a value are bridged by a dotted line.
    """
    return _Picture(lines, language, style).svg()


@dataclass(frozen=True, slots=True)
class _Box:
    """Where a text, a mark or a line stands."""

    left: float
    right: float
    top: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        """Say whether the two are too near each other to be read."""
        beside = self.right + _NUMBER_GAP <= other.left or other.right + _NUMBER_GAP <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


class _Picture:
    """The picture while it is drawn: where years and values lie, and what is drawn so far."""

    def __init__(self, lines: Lines, language: Language, style: Style) -> None:
        self.lines, self.style = lines, style
        self.language: Language = language
        self.heading = Heading(lines.title)
        self.points = [*chain.from_iterable(run.points for run in lines.runs)]
        years = [*(point.year for point in self.points), *(year for year, _ in lines.held.goals)]
        self.years = min(years), max(years)
        aimed = chain.from_iterable(numbers_of(goal) for _, goal in lines.held.goals)
        low, high = around([*(point.value for point in self.points), *aimed], margin=Fraction(1, 5))
        self.breaks = [not _comparable(*pair) for pair in pairwise(lines.runs)]
        top = self.heading.height + 40.0 if style.headed else 36.0
        top += _BREAK_ROW * max(sum(self.breaks) - 1, 0)
        self.up = Axis(low, high, top + (260 if style.headed else 150), top)
        edge = EDGE if style.headed else 2
        ticks = [format_number(tick, language) for tick in self.up.ticks()]
        room = max(34.0, *(width_of(tick, SMALL) for tick in ticks))
        self.left = edge + room
        self.right = style.width - edge
        before, behind = (36, 40) if style.headed else (24, 18)
        ends = self.left + before, self.right - behind
        self.across = Axis(Fraction(self.years[0]), Fraction(self.years[1]), *ends)
        used = [point.mark for point in self.points]
        self.marks = [mark for mark in lines.marks if mark in used]
        height = self.up.start + 46 + self._legend_height() + 38
        self.drawing = Drawing(style.width, height)
        self.taken: list[_Box] = []
        """What no number may be written over."""

    def svg(self) -> str:
        """Return the picture."""
        style, drawing, runs = self.style, self.drawing, self.lines.runs
        if style.headed:
            self.heading.draw(drawing)
        self._bands()
        self._axes()
        for year, goal in self.lines.held.goals:
            self._goal(year, goal)
        for number, (before, after) in enumerate(pairwise(runs)):
            self._between(before, after, sum(self.breaks[:number]))
        for number, (before, after) in enumerate(pairwise(runs)):
            self._break_words(before, after, sum(self.breaks[:number]))
        for number, run in enumerate(runs):
            self._run(run, square=number % 2 == 1)
        written: list[_Box] = []
        for run in reversed(runs):
            self._numbers(run, written)
        bottom = self._legend(self.up.start + 46)
        if self.up.low > 0:
            note = texts.NOT_FROM_ZERO_UPWARDS.plain(self.language)
            at = (EDGE if style.headed else 2, bottom + 26)
            drawing.note(at, note, colour=style.muted)
        return drawing.as_svg(self.lines.title, self._words(), self.language, ground=style.ground)

    def _bands(self) -> None:
        """Draw the classes behind the values, each with its name at the left where it has room."""
        bands = list(bands_of(self.lines.held.scale, self.up, self.language))
        for number, (start, end, label) in enumerate(bands):
            colour, opacity = self.style.band(number, len(bands))
            corner, size = (self.left + 6, end), (self.right - self.left - 6, start - end)
            self.drawing.rect(corner, size, colour, opacity=opacity)
            if size[1] >= SMALL:
                x, y = corner[0] + 4, end + SMALL
                self.taken.append(_Box(x, x + width_of(label, SMALL), end, y))
                self.drawing.note((x, y), label, colour=self.style.muted)

    def _axes(self) -> None:
        style, bottom = self.style, self.up.start
        for tick in self.up.ticks():
            height = self.up.at(tick)
            self.drawing.line((self.left + 6, height), (self.right, height), style.grid)
            text = format_number(tick, self.language)
            self.drawing.note((self.left, height + 4), text, anchor="end", colour=style.muted)
        first, last = self.years
        step = max(1, ceil(_YEAR_WIDTH / self._year_width()))
        for year in range(first, last + 1, step):
            at = (self.across.at(year), bottom + 20)
            self.drawing.note(at, str(year), anchor="middle", colour=style.muted)

    def _year_width(self) -> float:
        return (self.across.end - self.across.start) / max(self.years[1] - self.years[0], 1)

    def _goal(self, year: int, goal: Goal) -> None:
        x, ends = self.across.at(year), [self.up.at(end) for end in numbers_of(goal)]
        for height in ends:
            self._goal_line((x, height))
        if len(ends) > 1:
            self.drawing.line((x, ends[0]), (x, ends[1]), self.style.goal, 1.5, dashes="3 3")

        self.taken.append(_Box(x - 11, x + 11, min(ends) - 2, max(ends) + 2))

    def _goal_line(self, at: Point) -> None:
        self.drawing.line((at[0] - 11, at[1]), (at[0] + 11, at[1]), self.style.goal, 3)

    def _between(self, before: Run, after: Run, row: int) -> None:
        """Join two runs, or part them, with the reason in a row of its own above the values."""
        last, first = before.points[-1], after.points[0]
        if _comparable(before, after):
            self.drawing.line(self._place(last), self._place(first), self.style.bar, 2)
            return
        middle, top = self._middle(before, after), self.up.end - 8 - _BREAK_ROW * row
        ends = (middle, top), (middle, self.up.start)
        self.drawing.line(*ends, self.style.muted, 1.5, dashes="6 4")
        self.taken.append(_Box(middle, middle, top, self.up.start))

    def _break_words(self, before: Run, after: Run, row: int) -> None:
        """Write why two runs are parted, over the lines of the breaks whose rows are higher."""
        if _comparable(before, after):
            return
        words = _break_words(before, after).plain(self.language)
        half = width_of(words, SMALL) / 2
        room = EDGE + half
        # The words stay inside of the picture, even where the line stands at its edge.
        centre = min(max(self._middle(before, after), room), self.style.width - room)
        y = self.up.end - 16 - _BREAK_ROW * row
        self.drawing.rect((centre - half, y - SMALL), (2 * half, SMALL + 3), self.style.hollow)
        ink = self.style.ink
        self.drawing.text((centre, y), words, size=SMALL, colour=ink, anchor="middle")

    def _middle(self, before: Run, after: Run) -> float:
        return self.across.at(Fraction(before.points[-1].year + after.points[0].year, 2))

    def _run(self, run: Run, *, square: bool) -> None:
        for one, other in pairwise(run.points):
            dashes = None if other.year - one.year <= 1 else "2 5"
            ends = self._place(one), self._place(other)
            self.drawing.line(*ends, self.style.bar, 2, dashes=dashes)
        for point in run.points:
            x, y = self._place(point)
            self._mark((x, y), point.mark, square=square)
            self.taken.append(_Box(x - 4, x + 4, y - 6, y + 6))

    def _numbers(self, run: Run, written: list[_Box]) -> None:
        """Write the numbers of a run, the newest first, where they find room."""
        for number, point in reversed(list(enumerate(run.points))):
            text = _number(point, run, self.language)
            beside = (*run.points[max(number - 1, 0) : number], *run.points[number + 1 :][:1])
            lowest = bool(beside) and all(other.value > point.value for other in beside)
            boxes = list(self._beside(self._place(point), width_of(text, SMALL), lowest=lowest))
            if any(boxes[0].meets(other) for other in written):
                continue
            drawn = (*self.taken, *written)
            free = (box for box in boxes if not any(box.meets(other) for other in drawn))
            box = next(free, None)
            if box is not None:
                written.append(box)
                at = ((box.left + box.right) / 2, box.bottom)
                ink = self.style.ink
                self.drawing.text(at, text, size=SMALL, colour=ink, anchor="middle", bold=True)

    def _beside(self, at: Point, width: float, *, lowest: bool) -> Iterator[_Box]:
        """Yield where the number of a mark may stand, the best place first.

        In a dip the lines come from above, so the number goes below. Written aside it must still be
        nearer to its own mark than to those of other years.
        """
        half = width / 2
        for aside in (0, -half, half) if self._year_width() > half else (0,):
            x = min(at[0] + aside, self.style.width - half)
            for below in (22, -12) if lowest else (-12, 22):
                y = at[1] + below
                yield _Box(x - half, x + half, y - SMALL, y)

    def _mark(self, at: Point, mark: Mark, *, square: bool) -> None:
        fill = self.style.bar if mark.filled else self.style.hollow
        if square:
            corner = (at[0] - 5, at[1] - 5)
            self.drawing.rect(corner, (10, 10), fill, stroke=self.style.bar, thickness=2)
        else:
            self.drawing.circle(at, 5.5, fill, stroke=self.style.bar)

    def _legend_height(self) -> float:
        entries = len(self.marks) + bool(self.lines.held.goals)
        return 0 if self.style.width >= _WIDE else _LEGEND_ROW * (entries - 1)

    def _legend(self, y: float) -> float:
        """Write what the marks mean, side by side or below each other; return the last line."""
        x = edge = float(EDGE if self.style.headed else 2)
        entries = [*self.marks, *([None] if self.lines.held.goals else [])]
        for number, mark in enumerate(entries):
            if number and self.style.width < _WIDE:
                x, y = edge, y + _LEGEND_ROW
            if mark is None:
                self._goal_line((x + 11, y))
                text = "target"
            else:
                self._mark((x + 6, y), mark, square=False)
                text = mark.meaning.plain(self.language)
            start = x + (28 if mark is None else 20)
            self.drawing.text((start, y + 4), text, size=SMALL, colour=self.style.ink)
            x = start + 24 + width_of(text, SMALL)
        return y

    def _place(self, point: YearValue) -> Point:
        return self.across.at(point.year), self.up.at(point.value)

    def _words(self) -> str:
        language, runs = self.language, self.lines.runs
        said = [
            f"{texts.VERSION.plain(language)} {run.definition.versi}: "
            + ", ".join(
                f"{point.year} {_number(point, run, language)} ({point.said.plain(language)})"
                for point in run.points
            )
            for run in runs
        ]
        said += [f"target {year}: {goal.shown(language)}" for year, goal in self.lines.held.goals]
        said += [
            _break_words(before, after).plain(language)
            for before, after in pairwise(runs)
            if not _comparable(before, after)
        ]
        return "; ".join(said) + "."


def _number(point: YearValue, run: Run, language: Language) -> str:
    return format_number(round_half_up(point.value, run.definition.desimal), language)


def _comparable(before: Run, after: Run) -> bool:
    said = comparability(after.definition, before.definition)
    return said is not None and said[0]


def _break_words(before: Run, after: Run) -> Text:
    unknown = comparability(after.definition, before.definition) is None
    words = texts.UNKNOWN_BREAK if unknown else texts.BREAK
    return words.filled(satu=_named(before.definition), lain=_named(after.definition))


def _named(definition: Definition) -> Text:
    """Return what a version is called beside others: one that is no year by its last year."""
    until = definition.berlaku.selesai
    if until is None or len(definition.versi) == len(str(until)):
        return Text.same(definition.versi)
    return texts.UNTIL.filled(tahun=until)
