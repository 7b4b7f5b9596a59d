"""The scorecard page as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final, TypeVar

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.charts import trend_chart
from kesbang_iku.charts.style import PART
from kesbang_iku.computing.periods import items_over_time
from kesbang_iku.computing.reports import Results
from kesbang_iku.findings import Language, Level, Text
from kesbang_iku.findings.sentences import scorecard
from kesbang_iku.findings.waiting import passed
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.region import Region
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.page import page
from kesbang_iku.publish.frame.pieces import State
from kesbang_iku.publish.markup import Html
from kesbang_iku.publish.scorecard.groups import (
    Card,
    GroupEntry,
    cards_of,
    editions_of,
    published_of,
    reports_of,
)
from kesbang_iku.publish.scorecard.words import (
    STATES,
    names,
    period_text,
    region_text,
    state_of,
    when_text,
)
from kesbang_iku.publish.templates import Templates
from kesbang_iku.sources.personal import hide_numbers

_TEMPLATES: Final = Templates(names, html=True)
_NAMED: Final = 6
"""Up to so many regions are named at the top; more are counted."""
_CARDS: Final = 0.8
"""Making the cards is so much of the work; the tables are the rest."""

T = TypeVar("T")
_Report = tuple[str, Sequence[GroupEntry]]
"""A report of a region: its year and period in words, and its items."""


def scorecard_page(
    results: Results,
    regions: Mapping[str, Region] | None = None,
    *,
    files: Sequence[str] = (),
    language: Language = "id",
    remarks: Sequence[str] = (),
) -> str:
    """Return the results of reports as HTML that needs nothing else.

    Args:
        results: the results, with the findings of their files.
        regions: the register of regions, for their names; the package's own by default.
        files: what the files of the reports are called.
        language: language of the page; what reports and standard say stays Indonesian.
        remarks: what to say about findings that are not shown.

    Returns:
        The page, whole.

    Raises:
        MissingExtraError: Jinja2 is not installed, which the extra ``pages`` brings.
    """
    regions = load_regions() if regions is None else regions
    catalog = results.standar
    cards = cards_of(results)
    reports = reports_of(cards, results)
    counts = Counter(state_of(result).key for result in items_over_time(results))
    levels = Counter(finding.tingkat for finding in results.semua_temuan)

    def tables_passed(things: Collection[T]) -> Iterable[T]:
        return passed(things, _CARDS, 1)

    return page(
        _TEMPLATES,
        "scorecard/page.html",
        language,
        catalog=catalog,
        title=_title(results, regions, language),
        facts=list(_facts(results, regions, files, remarks, language)),
        closing=[scorecard.SENTENCES[key] for key in ("kedudukan", "asal")],
        figure=counts_figure(scorecard.COUNTED, _bars(counts), language),
        summary=_summary(counts, len(reports), language),
        levels={level.value: levels[level] for level in Level},
        findings=results.semua_temuan,
        cards=passed(cards, 0, _CARDS),
        tables=_by_region(reports, language),
        passed=tables_passed,
        counts=_counts,
        region=partial(region_text, regions=regions, language=language),
        trend_of=partial(_trend, catalog=catalog, language=language),
        published_of=partial(published_of, catalog=catalog, regions=regions),
        editions_of=partial(editions_of, catalog=catalog),
    )


def _trend(card: Card, catalog: Catalog, language: Language) -> Html | None:
    code = card.results[0].kode
    if code not in catalog:
        return None
    versions = catalog.versions(code)
    drawn = trend_chart(card.results, versions, language=language, style=PART)
    return None if drawn is None else Html(drawn)


def _title(results: Iterable[Result], regions: Mapping[str, Region], language: Language) -> str:
    codes = _codes(results)
    title = scorecard.WORDS["judul"].plain(language)
    region = regions.get(codes[0]) if len(codes) == 1 else None
    name = "" if region is None else f": {region.nama}"
    return " ".join(part for part in (f"{title}{name}", _years(results)) if part)


def _facts(
    results: Results,
    regions: Mapping[str, Region],
    files: Sequence[str],
    remarks: Sequence[str],
    language: Language,
) -> Iterator[tuple[Text, str]]:
    words = scorecard.WORDS
    codes = _codes(results)
    named = ", ".join(region_text(code, regions, language) for code in codes)
    counted = words["jumlah_wilayah"].fill(language, jumlah=len(codes))
    periods = dict.fromkeys(period_text(result.periode, language) for result in results)
    yield words["wilayah"], named if len(codes) <= _NAMED else counted
    yield words["tahun"], _years(results)
    yield words["periode"], ", ".join(periods)
    yield words["berkas"], ", ".join(dict.fromkeys(map(hide_numbers, files)))
    yield words["temuan"], "; ".join(remarks)


def _codes(results: Iterable[Result]) -> list[str]:
    return list(dict.fromkeys(one.wilayah for one in results if one.wilayah is not None))


def _years(results: Iterable[Result]) -> str:
    years = sorted({result.tahun for result in results if result.tahun is not None})
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _bars(counts: Mapping[str, int]) -> list[tuple[State, int]]:
    return [
        (state, counts[key])
        for key, state in STATES.items()
        if counts[key] or key != "tak_terputus"
    ]


def _summary(counts: Counter[str], reports: int, language: Language) -> str:
    said = {"butir": counts.total(), "laporan": reports, **{key: counts[key] for key in STATES}}
    keys = ("ringkasan", "tak_terputus") if counts["tak_terputus"] else ("ringkasan",)
    return " ".join(scorecard.SENTENCES[key].fill(language, **said) for key in keys)


def _by_region(
    reports: Iterable[Sequence[GroupEntry]], language: Language
) -> list[tuple[str | None, list[_Report]]]:
    """Return the reports of each region."""
    found: dict[str | None, list[_Report]] = {}
    for entries in reports:
        first = entries[0].result
        found.setdefault(first.wilayah, []).append((when_text(first, language), entries))
    return list(found.items())


def _counts(reports: Iterable[_Report]) -> list[str]:
    """Return how many items of a region are in each state."""
    items = items_over_time(one.result for _, entries in reports for one in entries)
    counts = Counter(state_of(one).key for one in items)
    return [str(counts[key]) for key in STATES]
