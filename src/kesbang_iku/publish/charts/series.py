"""A chart of the published values of an indicator over the years, by version."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from kesbang_iku.diagnostics import Language, Text, format_number
from kesbang_iku.formula import round_half_up
from kesbang_iku.model.definition import Definition, PublishedValue
from kesbang_iku.publish.charts.axis import Axis, around
from kesbang_iku.publish.charts.common import EDGE, WIDTH, Heading, say
from kesbang_iku.publish.charts.svg import (
    BLUE,
    GRID,
    MUTED,
    PAPER,
    SMALL,
    Drawing,
    Point,
    width_of,
)


def series_chart(
    versions: Sequence[Definition],
    wilayah: str,
    *,
    title: str | None = None,
    dimensi: str | None = None,
    language: Language = "id",
) -> str:
    """Return the published values of one region over the years.

    Versions that may not be compared are not joined: a dashed line parts them. Within a version
    years without a published value are bridged by a dotted line. Values printed by the owner are
    filled marks, all others hollow ones.

    Args:
        versions: the versions of one indicator.
        wilayah: code of the region, ``"0"`` for Indonesia.
        title: what is shown; the indicator's name by default.
        dimensi: the dimension of the indicator; ``None`` for the indicator itself.
        language: language of words and numbers.

    Raises:
        ValueError: there is no published value.
    """
    runs = list(_runs(versions, wilayah, dimensi))
    if not runs:
        raise ValueError(f"there is no published value of region {wilayah}")
    newest = runs[-1].definition
    heading = Heading(title or (newest.nama if language == "id" else newest.nama_en))
    top, bottom = heading.height + 40.0, heading.height + 300.0
    drawing = Drawing(WIDTH, bottom + 84)
    heading.draw(drawing)
    points = [point for run in runs for point in run.points]
    years = [Fraction(point.tahun) for point in points]
    low, high = around([point.nilai for point in points], margin=Fraction(1, 5))
    across = Axis(min(years), max(years), EDGE + 70.0, WIDTH - EDGE - 40.0)
    up = Axis(low, high, bottom, top)
    for tick in up.ticks():
        drawing.line((EDGE + 40, up.at(tick)), (WIDTH - EDGE, up.at(tick)), GRID)
        drawing.text(
            (EDGE + 34, up.at(tick) + 4),
            format_number(tick, language),
            size=SMALL,
            colour=MUTED,
            anchor="end",
        )
    for year in _years_to_write(min(years), max(years)):
        drawing.text(
            (across.at(year), bottom + 20), str(year), size=SMALL, colour=MUTED, anchor="middle"
        )
    for before, after in pairwise(runs):
        _between(drawing, across, up, before, after, language)
    for number, run in enumerate(runs):
        _run(drawing, across, up, run, square=number % 2 == 1, language=language)
    _series_legend(drawing, bottom + 46, points, language)
    if low > 0:
        note = say(
            "Sumbu tegak tidak mulai dari 0.", "The vertical axis does not start at 0.", language
        )
        drawing.text((EDGE, bottom + 72), note, size=SMALL, colour=MUTED)
    words = "; ".join(
        f"{say('versi', 'version', language)} {run.definition.versi}: "
        + ", ".join(
            f"{point.tahun} {format_number(_as_published(point, run.definition), language)} "
            f"({point.kedudukan})"
            for point in run.points
        )
        for run in runs
    )
    breaks = [
        _break_words(before, after).plain(language)
        for before, after in pairwise(runs)
        if not _comparable(before, after)
    ]
    return drawing.as_svg(heading.title, "; ".join([words, *breaks]) + ".", language)


@dataclass(frozen=True, slots=True)
class _Run:
    """The values of one version, in the order of their years."""

    definition: Definition
    points: tuple[PublishedValue, ...]


def _runs(versions: Sequence[Definition], wilayah: str, dimensi: str | None) -> Iterator[_Run]:
    found = []
    for definition in versions:
        points = [
            point
            for point in definition.deret
            if point.wilayah == wilayah and point.dimensi == dimensi
        ]
        if points:
            found.append(_Run(definition, tuple(sorted(points, key=lambda point: point.tahun))))
    yield from sorted(found, key=lambda run: run.points[0].tahun)


def _comparability(before: _Run, after: _Run) -> bool | None:
    """Whether two versions may be compared, as either of them says; ``None`` if none says."""
    for one, other in (
        (after.definition, before.definition),
        (before.definition, after.definition),
    ):
        for said in one.keterbandingan:
            if said.versi == other.versi:
                return said.sebanding
    return None


def _comparable(before: _Run, after: _Run) -> bool:
    return _comparability(before, after) is True


def _break_words(before: _Run, after: _Run) -> Text:
    one, other = before.definition.versi, after.definition.versi
    if _comparability(before, after) is None:
        return Text(
            f"versi {one} dan {other}: keterbandingan tidak diketahui",
            f"versions {one} and {other}: comparability unknown",
        )
    return Text(
        f"versi {one} dan {other} tidak sebanding", f"versions {one} and {other} do not compare"
    )


def _between(
    drawing: Drawing, across: Axis, up: Axis, before: _Run, after: _Run, language: Language
) -> None:
    last, first = before.points[-1], after.points[0]
    if _comparable(before, after):
        drawing.line(_place(across, up, last), _place(across, up, first), BLUE, 2)
        return
    middle = across.at(Fraction(last.tahun + first.tahun, 2))
    drawing.line((middle, up.end - 8), (middle, up.start), MUTED, 1.5, dashes="6 4")
    words = _break_words(before, after).plain(language)
    room = EDGE + width_of(words, SMALL) / 2
    # The words stay inside of the picture, even where the line stands at its edge.
    centre = min(max(middle, room), WIDTH - room)
    drawing.text((centre, up.end - 16), words, size=SMALL, anchor="middle")


def _run(
    drawing: Drawing, across: Axis, up: Axis, run: _Run, *, square: bool, language: Language
) -> None:
    for one, other in pairwise(run.points):
        dashes = None if other.tahun - one.tahun <= 1 else "2 5"
        drawing.line(_place(across, up, one), _place(across, up, other), BLUE, 2, dashes=dashes)
    for number, point in enumerate(run.points):
        x, y = _place(across, up, point)
        _mark(drawing, (x, y), filled=point.kedudukan == "resmi", square=square)
        beside = (*run.points[max(number - 1, 0) : number], *run.points[number + 1 : number + 2])
        lowest = bool(beside) and all(other.nilai > point.nilai for other in beside)
        text = format_number(_as_published(point, run.definition), language)
        # In a dip the lines come from above, so the number goes below.
        drawing.text((x, y + (22 if lowest else -12)), text, size=SMALL, anchor="middle", bold=True)


def _mark(drawing: Drawing, at: Point, *, filled: bool, square: bool) -> None:
    fill = BLUE if filled else PAPER
    if square:
        drawing.rect((at[0] - 5, at[1] - 5), (10, 10), fill, stroke=BLUE, thickness=2)
    else:
        drawing.circle(at, 5.5, fill, stroke=BLUE)


def _place(across: Axis, up: Axis, point: PublishedValue) -> Point:
    return across.at(Fraction(point.tahun)), up.at(point.nilai)


def _as_published(point: PublishedValue, definition: Definition) -> Decimal:
    return round_half_up(point.nilai, definition.desimal)


def _years_to_write(first: Fraction, last: Fraction) -> range:
    step = max(1, -(-int(last - first) // 12))
    return range(int(first), int(last) + 1, step)


def _series_legend(
    drawing: Drawing, y: float, points: Sequence[PublishedValue], language: Language
) -> None:
    x = float(EDGE)
    for filled, words in (
        (True, Text("dari pemiliknya (resmi)", "printed by its owner (resmi)")),
        (False, Text("dari sumber lain", "from other sources")),
    ):
        if any((point.kedudukan == "resmi") is filled for point in points):
            text = words.plain(language)
            _mark(drawing, (x + 6, y), filled=filled, square=False)
            drawing.text((x + 20, y + 4), text, size=SMALL)
            x += 44 + width_of(text, SMALL)
