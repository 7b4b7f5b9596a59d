"""A chart of a ranking: the published ranks, and those under varied weights."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from kesbang_iku.charts import svg
from kesbang_iku.charts.common import EDGE, WIDTH, Axis, Heading, number_text
from kesbang_iku.composite import RankBand, Sensitivity
from kesbang_iku.findings import Language, Text, format_number
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import charts as said

LABELS: Final = 300
VALUES: Final = 64


@misuse_told
def rank_band_chart(
    found: Sensitivity,
    *,
    title: str | None = None,
    labels: Mapping[str, str] | None = None,
    language: Language = "id",
) -> str:
    """Return, for each region, its published rank and its ranks under varied weights.

    Args:
        found: the answer of ``sensitivity``.
        title: what is ranked; the indicator's name by default.
        labels: names of the regions, by code; a region without a name is shown by its code.
        language: language of words and numbers.

    Returns:
        The chart as SVG.
    """
    names = labels or {}
    heading = Heading(title or Text(found.nama, found.nama_en).plain(language))
    row, legend = 26, 64
    top = heading.height + legend
    bottom = top + row * len(found.bands)
    drawing = svg.Drawing(WIDTH, bottom + 48)
    heading.draw(drawing)
    axis = Axis(
        Fraction(1), Fraction(len(found.bands)), EDGE + LABELS + 24, float(WIDTH - EDGE - 16)
    )
    _rank_legend(drawing, heading.height, found, language)
    for tick in _ticks(axis):
        drawing.line((axis.at(tick), top), (axis.at(tick), bottom), svg.GRID)
        drawing.note((axis.at(tick), bottom + 18), str(tick), anchor="middle")
    drawing.note((axis.end, bottom + 38), said.RANK.plain(language), anchor="end")
    for number, band in enumerate(found.bands):
        middle = top + row * (number + 0.5)
        value = format_number(band.value, language)
        name = svg.fitted(names.get(band.wilayah, band.wilayah), LABELS - VALUES)
        drawing.text((EDGE, middle + 5), name[0] if len(name) == 1 else f"{name[0]}…")
        drawing.text((EDGE + LABELS, middle + 5), value, colour=svg.MUTED, anchor="end")
        _band(drawing, axis, band, middle)
    words = "; ".join(_band_words(band, names, language) for band in found.bands)
    return drawing.as_svg(heading.title, f"{words}.", language)


def _ticks(axis: Axis) -> list[Fraction]:
    """Return the first and the last rank, and round ones between that stay clear of both."""
    room = (axis.high - axis.low) / 12
    between = (
        tick
        for tick in axis.ticks()
        if tick.denominator == 1 and axis.low + room < tick < axis.high - room
    )
    return sorted({axis.low, axis.high, *between})


def _rank_legend(drawing: svg.Drawing, top: float, found: Sensitivity, language: Language) -> None:
    y = top + 8
    drawing.diamond((EDGE + 8, y), 6, svg.INK)
    first = said.PUBLISHED_RANK.plain(language)
    drawing.text((EDGE + 22, y + 4), first, size=svg.SMALL)
    x = EDGE + 40 + svg.width_of(first, svg.SMALL)
    drawing.circle((x, y), 5, svg.PAPER, stroke=svg.BLUE)
    second = said.MEDIAN_RANK.plain(language)
    drawing.text((x + 12, y + 4), second, size=svg.SMALL)
    x += 30 + svg.width_of(second, svg.SMALL)
    drawing.rect((x, y - 5), (34, 10), svg.PALE_BLUE, stroke=svg.BLUE, thickness=1)
    third = said.PERCENTILES.plain(language)
    drawing.text((x + 42, y + 4), third, size=svg.SMALL)
    spread = number_text(found.spread * 100, 0, language)
    draws = format_number(found.draws, language)
    note = said.VARIED.fill(language, bagian=spread, banyak=draws)
    drawing.note((EDGE, y + 30), note)


def _band(drawing: svg.Drawing, axis: Axis, band: RankBand, middle: float) -> None:
    left, right = axis.at(band.low), axis.at(band.high)
    drawing.rect(
        (left - 3, middle - 5), (right - left + 6, 10), svg.PALE_BLUE, stroke=svg.BLUE, thickness=1
    )
    drawing.circle((axis.at(band.median), middle), 5, svg.PAPER, stroke=svg.BLUE)
    drawing.diamond((axis.at(band.rank), middle), 6, svg.INK)


def _band_words(band: RankBand, names: Mapping[str, str], language: Language) -> str:
    ranks = {"peringkat": band.rank, "dari": band.low, "sampai": band.high}
    return f"{names.get(band.wilayah, band.wilayah)}: {said.RANK_BETWEEN.fill(language, **ranks)}"
