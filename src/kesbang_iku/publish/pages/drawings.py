"""Pictures on the pages: values over the years, and the classes of a scale."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.charts import scale_chart, series_chart
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.model.definition import Bounds, Definition
from kesbang_iku.model.region import Region
from kesbang_iku.model.scale import Scale

_FEWEST: Final = 2
"""What it takes to see a change, or a scale: two years, two classes."""
_FEWEST_FOLDED: Final = 3
"""Years of a series that is shown beside the longest one."""


_Series = tuple[str, str | None]


def picture(svg: str) -> str:
    """Return an SVG as a piece of a page that Markdown leaves alone."""
    return f'<div class="gambar">{svg.replace(chr(10), "")}</div>'


def scale_drawing(scale: Scale, bounds: Bounds | None = None, *, language: Language) -> str:
    """Return the classes of a scale as a bar; nothing where a bar would show nothing."""
    few = len(scale.kelas) < _FEWEST
    return "" if few else picture(scale_chart(scale, bounds=bounds, language=language))


def value_charts(
    versions: Sequence[Definition], regions: Mapping[str, Region], language: Language
) -> Iterator[str]:
    """Yield charts of the published values: the longest series first, the others folded.

    Args:
        versions: all versions of one indicator, oldest first.
        regions: names of regions by code.
        language: language of the page.
    """
    series = _series(versions)
    charts = [_chart(versions, one, regions, language) for one in series]
    if charts:
        yield charts[0]
    if charts[1:]:
        title = html.escape(pages.drawings.OTHERS.fill(language, count=len(charts) - 1))
        inside = "".join(charts[1:])
        yield f'<details class="info"><summary>{title}</summary>{inside}</details>'


def _series(versions: Sequence[Definition]) -> list[_Series]:
    """Return the series to draw: the indicator itself before dimensions of it, longest first."""
    years: dict[_Series, set[int]] = {}
    for definition in versions:
        for value in definition.deret:
            years.setdefault((value.wilayah, value.dimensi), set()).add(value.tahun)
    ordered = sorted(
        (one for one, found in years.items() if len(found) >= _FEWEST),
        key=lambda one: (one[1] is not None, -len(years[one]), one[0], one[1] or ""),
    )
    return [*ordered[:1], *(one for one in ordered[1:] if len(years[one]) >= _FEWEST_FOLDED)]


def _chart(
    versions: Sequence[Definition],
    series: _Series,
    regions: Mapping[str, Region],
    language: Language,
) -> str:
    code, dimension = series
    newest = versions[-1]
    region = regions.get(code)
    parts = [
        newest.singkatan or newest.title.plain(language),
        region.nama if region else code,
        *([dimension.replace("_", " ")] if dimension else []),
    ]
    title = ", ".join(parts)
    return picture(series_chart(versions, code, title=title, dimensi=dimension, language=language))
