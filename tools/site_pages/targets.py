"""The page of the national targets, all indicators side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import PublishedValue
from kesbang_iku.model.region import Region
from kesbang_iku.publish.pages.indicator import value_chart
from kesbang_iku.publish.pages.values import NATION, NO_REGIONS
from kesbang_iku.publish.pages.words import goal_text
from tools.site_pages.writing import write

NAME = "sasaran-nasional.md"


@dataclass(frozen=True, slots=True)
class TargetRow:
    """The targets of an indicator or of a dimension of it: texts by year, and the newest value."""

    indicator: Indicator
    dimension: str | None
    goals: Mapping[int, str]
    last: PublishedValue | None


def targets_page(
    catalog: Catalog, language: Language = "id", *, regions: Mapping[str, Region] = NO_REGIONS
) -> str:
    """Return the page of all national targets: by indicator, with direction, picture and source.

    Args:
        catalog: the standard.
        language: language of the page.
        regions: names of regions by code, for the pictures.
    """
    found = [one for one in catalog if one.official_targets]
    return write(
        "targets",
        language,
        indicators=found,
        charts=[(one, value_chart(catalog.versions(one.kode), regions, language)) for one in found],
        tables=catalog.tables,
        years=sorted({goal.tahun for one in found for goal in one.official_targets}),
        rows=[row for one in found for row in _rows(one, language)],
    )


def _rows(indicator: Indicator, language: Language) -> Iterator[TargetRow]:
    for dimension in dict.fromkeys(goal.dimensi for goal in indicator.official_targets):
        goals = {
            goal.tahun: goal_text(goal, language, indicator.desimal)
            for goal in indicator.official_targets
            if goal.dimensi == dimension
        }
        values = [
            one for one in indicator.deret if one.wilayah == NATION and one.dimensi == dimension
        ]
        last = max(values, key=lambda value: value.tahun, default=None)
        yield TargetRow(indicator, dimension, goals, last)
