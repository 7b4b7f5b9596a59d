"""The picture on the page of an indicator: its values over the years, with classes and targets."""

from __future__ import annotations

import html
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from kesbang_iku.charts import series_chart
from kesbang_iku.charts.lines import Yardstick
from kesbang_iku.charts.style import PART
from kesbang_iku.findings import Language
from kesbang_iku.indicator.goal import Goal, GoalKind
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import NationalTarget
from kesbang_iku.model.region import Region
from kesbang_iku.publish.pages.values import NATION

_FEWEST: Final = 2
"""Years it takes to see a change."""
_STYLES: Final = {"sempit": PART, "lebar": replace(PART, width=680)}
"""A picture for phones and one for desks: letters keep their size in both."""


def value_chart(
    versions: Sequence[Indicator], regions: Mapping[str, Region], language: Language
) -> str:
    """Return the values over the years of the nation, or of the region that has the most.

    Args:
        versions: all versions of one indicator, oldest first.
        regions: names of regions by code.
        language: language of the page.

    Returns:
        A piece of a page that Markdown leaves alone; nothing where there is no change to see.
    """
    years: defaultdict[str, set[int]] = defaultdict(set)
    for one in (value for found in versions for value in found.deret if value.dimensi is None):
        years[one.wilayah].add(one.tahun)
    code = max(years, key=lambda code: (code == NATION, len(years[code])), default=NATION)
    if len(years[code]) < _FEWEST:
        return ""
    newest = versions[-1]
    region = regions.get(code)
    name = region.nama if region else code
    title = f"{newest.singkatan or newest.title.plain(language)}, {name}"
    scales = newest.engine.tables.scales
    held = Yardstick(
        national_goals(newest) if code == NATION else (),
        scales.get(newest.category_scale(region.tingkat if region else None) or ""),
    )
    draw = partial(series_chart, versions, code, title=title, language=language, held=held)
    drawn = "".join(
        f'<div class="gambar gambar--{width}">{draw(style=style)}</div>'
        for width, style in _STYLES.items()
    ).replace("\n", "")
    stem = html.escape(f"{newest.kode.lower()}-{name}".replace(" ", "-"))
    return f'<figure class="grafik" data-nama="{stem}">{drawn}</figure>'


def national_goals(indicator: Indicator) -> list[tuple[int, Goal]]:
    """Return the national targets of an indicator as a whole, by year."""
    return [(one.tahun, _goal(one)) for one in indicator.official_targets if one.dimensi is None]


def _goal(goal: NationalTarget) -> Goal:
    if goal.nilai is not None:
        return Goal(GoalKind.VALUE, value=goal.nilai)
    if goal.min is not None and goal.maks is not None:
        return Goal(GoalKind.RANGE, low=goal.min, high=goal.maks)
    rising = goal.min is not None
    bound = goal.min if rising else goal.maks
    return Goal(GoalKind.BOUND, value=bound, direction="maksimalkan" if rising else "minimalkan")
