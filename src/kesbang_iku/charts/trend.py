"""A chart of the values that reports give over the years, with targets and published values."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku.charts.lines import Lines, Mark, Run, Yardstick, YearValue, lines_chart
from kesbang_iku.charts.style import PICTURE, Style
from kesbang_iku.findings import Language
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.sentences import charts as said
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.definition import Definition

_REPORTED: Final = Mark(filled=True, meaning=said.REPORTED)
_PUBLISHED: Final = Mark(filled=False, meaning=said.PUBLISHED)
_FEWEST: Final = 2
"""How many years it takes to see a change."""


@misuse_told
def trend_chart(
    results: Sequence[Result],
    versions: Sequence[Definition],
    *,
    title: str | None = None,
    language: Language = "id",
    style: Style | None = None,
) -> str | None:
    """Return the values of one indicator and region over the years; ``None`` for a single year.

    Values of the reports are filled marks. For years that no report is about, the published values
    of the catalog are hollow ones. Versions that may not be compared are parted.

    Args:
        results: the results of one indicator for one region and kind of period.
        versions: the versions of the indicator.
        title: what is shown; the indicator's name by default.
        language: language of words and numbers.
        style: a part of a page; a picture by default.

    Returns:
        The chart as SVG, or ``None`` where there is only one year.
    """
    style = PICTURE if style is None else style
    runs = sorted(_runs(results, versions), key=lambda run: run.points[0].year)
    if len({point.year for run in runs for point in run.points}) < _FEWEST:
        return None
    newest = runs[-1].definition
    name = title or newest.title.plain(language)
    goals = [
        (result.tahun, result.target)
        for result in results
        if result.target is not None and result.tahun is not None and result.nilai is not None
    ]
    drawn = [(year, goal) for year, goal in goals if goal.label is None]
    return lines_chart(
        Lines(name, runs, (_REPORTED, _PUBLISHED), Yardstick(drawn)), language, style
    )


def _runs(results: Sequence[Result], versions: Sequence[Definition]) -> Iterator[Run]:
    reported = {result.tahun for result in results}
    yearly = all(result.periode == "tahunan" for result in results)
    regions = {result.wilayah for result in results}
    for definition in versions:
        points = {
            result.tahun: YearValue(result.tahun, Fraction(result.nilai), _REPORTED, said.OF_REPORT)
            for result in results
            if result.versi == definition.versi
            and result.nilai is not None
            and result.tahun is not None
        }
        published = {
            value.tahun: YearValue(
                value.tahun,
                value.nilai,
                _PUBLISHED,
                said.PUBLISHED_AS.filled(kedudukan=value.kedudukan),
            )
            for value in definition.deret
            if yearly
            and value.dimensi is None
            and value.wilayah in regions
            and value.tahun not in reported
        }
        if points or published:
            merged = {**published, **points}
            yield Run(definition, tuple(merged[year] for year in sorted(merged)))
