"""``explain --gambar``: charts of composites, rankings and published series, by name of file."""

import re
from collections.abc import Iterable, Iterator, Sequence

from kesbang_iku.catalog.regions import Regions
from kesbang_iku.charts import change_chart, contribution_chart, rank_band_chart, series_chart
from kesbang_iku.cli.breakdown import Breakdown
from kesbang_iku.cli.rankings import Ranking
from kesbang_iku.findings import Language, Text
from kesbang_iku.indicator.indicator import Indicator, Result

Charts = Iterator[tuple[str, str]]


def of_breakdowns(
    pairs: Iterable[tuple[Result, Breakdown]], regions: Regions, language: Language
) -> Charts:
    """Yield the charts of what components add to each value, and to its change."""
    for result, found in pairs:
        title = f"{_name(found.indicator, result, regions, language)}, {_when(result)}"
        decimals = found.indicator.desimal
        if found.parts:
            drawn = contribution_chart(
                found.parts, title=title, decimals=decimals, language=language
            )
            yield _file("sumbangan", result), drawn
        if found.change is not None and found.before is not None:
            earlier, later = _when(found.before), _when(result)
            drawn = change_chart(
                found.change, title=title, before=earlier, after=later, language=language
            )
            yield _file("perubahan", result), drawn


def of_rankings(rankings: Iterable[Ranking], language: Language) -> Charts:
    """Yield the chart of each ranking."""
    for ranking in rankings:
        found = ranking.found
        name = Text(found.nama, found.nama_en).plain(language)
        drawn = rank_band_chart(
            found, title=", ".join((name, *ranking.title)), labels=ranking.names, language=language
        )
        yield _safe("peringkat", found.kode, found.versi, *ranking.title), drawn


def of_series(
    versions: Sequence[Indicator], results: Iterable[Result], regions: Regions, language: Language
) -> Charts:
    """Yield the chart of the published values of each region that has some."""
    newest = versions[-1]
    for region, result in {result.wilayah: result for result in results}.items():
        published = (value for one in versions for value in one.deret)
        if region is None or all(value.wilayah != region or value.dimensi for value in published):
            continue
        title = _name(newest, result, regions, language)
        drawn = series_chart(versions, region, title=title, language=language)
        yield _safe("deret", newest.kode, region), drawn


def _name(indicator: Indicator, result: Result, regions: Regions, language: Language) -> str:
    """Return what is shown: the indicator and the region."""
    name = indicator.title.plain(language)
    region = None if result.wilayah is None else regions.get(result.wilayah)
    return name if region is None else f"{name}, {region.nama}"


def _when(result: Result) -> str:
    year = "" if result.tahun is None else str(result.tahun)
    return year if result.periode == "tahunan" else f"{year} {result.periode}".strip()


def _file(kind: str, result: Result) -> str:
    return _safe(kind, result.kode, result.wilayah or "", *_when(result).split())


def _safe(*parts: str) -> str:
    """Return a name of a file, of signs that every system takes."""
    return re.sub(r"[^A-Za-z0-9.-]+", "-", "-".join(filter(None, parts)))
