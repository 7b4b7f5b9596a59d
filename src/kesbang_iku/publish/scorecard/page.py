"""The scorecard page as a whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.periods import items_over_time
from kesbang_iku.computing.reports import Results
from kesbang_iku.findings import Language, Level
from kesbang_iku.findings.waiting import passed
from kesbang_iku.indicator.indicator import Result
from kesbang_iku.model.region import Region
from kesbang_iku.publish.frame.figure import counts_figure
from kesbang_iku.publish.frame.findings import findings_table
from kesbang_iku.publish.frame.page import Kind, PageSection, page
from kesbang_iku.publish.frame.pieces import TableColumn, paragraph, table
from kesbang_iku.publish.markup import Child, Html, element, joined
from kesbang_iku.publish.scorecard.cards import indicator_card
from kesbang_iku.publish.scorecard.groups import (
    GroupEntry,
    cards_of,
    region_text,
    reports_of,
    when_text,
)
from kesbang_iku.publish.scorecard.table import scores_table
from kesbang_iku.publish.scorecard.words import (
    COUNTED,
    SENTENCES,
    STATES,
    WORDS,
    closing,
    period_text,
    state_of,
)

_NAMED: Final = 6
"""Up to so many regions are named at the top; more are counted."""
_CARDS: Final = 0.8
_TABLES: Final = 0.9
"""So far a page is once its cards are made, and the tables; findings are the rest."""
_ANCHOR: Final = "wilayah-{}"
"""Where the table of a region stands; numbered, since a report may call its region anything."""


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
    """
    regions = load_regions() if regions is None else regions
    cards = cards_of(results)
    reports = reports_of(cards, results)
    details = [
        indicator_card(card, results.standar, regions, language)
        for card in passed(cards, 0, _CARDS)
    ]
    parts = {
        "ringkasan": _summary(results, len(reports), language),
        "capaian": joined(
            paragraph(SENTENCES["capaian"].plain(language)),
            *_tables(reports, regions, language),
        ),
        "rincian": joined(*details),
        "temuan": _findings(results, language),
    }
    sections = [
        PageSection(key, WORDS[key].plain(language), content) for key, content in parts.items()
    ]
    title = _title(results, regions, language)
    facts = _facts(results, regions, files, remarks, language)
    return page(title, facts, sections, results.standar, language, _kind(language))


def _kind(language: Language) -> Kind:
    return Kind(__name__, closing(language))


def _title(results: Iterable[Result], regions: Mapping[str, Region], language: Language) -> str:
    codes = _codes(results)
    title = WORDS["judul"].plain(language)
    region = regions.get(codes[0]) if len(codes) == 1 else None
    name = "" if region is None else f": {region.nama}"
    return " ".join(part for part in (f"{title}{name}", _years(results)) if part)


def _facts(
    results: Results,
    regions: Mapping[str, Region],
    files: Sequence[str],
    remarks: Sequence[str],
    language: Language,
) -> Iterator[tuple[str, Child]]:
    codes = _codes(results)
    named = ", ".join(region_text(code, regions, language) for code in codes)
    counted = WORDS["jumlah_wilayah"].fill(language, jumlah=len(codes))
    periods = dict.fromkeys(period_text(result.periode, language) for result in results)
    yield WORDS["wilayah"].plain(language), named if len(codes) <= _NAMED else counted
    yield WORDS["tahun"].plain(language), _years(results)
    yield WORDS["periode"].plain(language), ", ".join(periods)
    yield WORDS["berkas"].plain(language), ", ".join(dict.fromkeys(files))
    yield WORDS["temuan"].plain(language), "; ".join(remarks)


def _codes(results: Iterable[Result]) -> list[str]:
    return list(dict.fromkeys(one.wilayah for one in results if one.wilayah is not None))


def _years(results: Iterable[Result]) -> str:
    years = sorted({result.tahun for result in results if result.tahun is not None})
    if not years:
        return ""
    return str(years[0]) if len(years) == 1 else f"{years[0]}–{years[-1]}"


def _summary(results: Results, reports: int, language: Language) -> Html:
    items = items_over_time(results)
    counts = Counter(state_of(result).key for result in items)
    said = {"butir": len(items), "laporan": reports, **{key: counts[key] for key in STATES}}
    texts = [SENTENCES["ringkasan"].fill(language, **said)]
    if counts["tak_terputus"]:
        texts.append(SENTENCES["tak_terputus"].fill(language, **said))
    bars = [
        (state, counts[key])
        for key, state in STATES.items()
        if counts[key] or key != "tak_terputus"
    ]
    return element(
        "div",
        element("figure", counts_figure(COUNTED, bars, language)),
        element(
            "div",
            paragraph(" ".join(texts)),
            paragraph(_found(results, language)),
            paragraph(SENTENCES["kedudukan"].plain(language)),
        ),
        class_="summary",
    )


def _found(results: Results, language: Language) -> str:
    if not results.findings:
        return SENTENCES["tanpa_temuan"].plain(language)
    levels = Counter(finding.tingkat for finding in results.findings)
    counted = {level.value: levels[level] for level in Level}
    return SENTENCES["jumlah_temuan"].fill(language, **counted)


def _tables(
    reports: Iterable[Sequence[GroupEntry]], regions: Mapping[str, Region], language: Language
) -> Iterator[Html]:
    """Yield a table for each region, its reports one below the other."""
    found: dict[str | None, list[tuple[str, Sequence[GroupEntry]]]] = {}
    for entries in reports:
        first = entries[0].result
        found.setdefault(first.wilayah, []).append((when_text(first, language), entries))
    if len(found) > 1:
        yield _by_region(found, regions, language)
    for number, (code, group) in enumerate(passed(found.items(), _CARDS, _TABLES), 1):
        where = region_text(code, regions, language)
        yield element("h3", where, id=_ANCHOR.format(number))
        yield scores_table(where, group, language)


def _by_region(
    found: Mapping[str | None, Sequence[tuple[str, Sequence[GroupEntry]]]],
    regions: Mapping[str, Region],
    language: Language,
) -> Html:
    """Return how many items of each region are in each state, leading to the region's table."""
    columns = [
        TableColumn(WORDS["wilayah"].plain(language)),
        *(TableColumn(state.name.plain(language), number=True) for state in STATES.values()),
    ]
    rows: list[list[Child]] = []
    for number, (code, group) in enumerate(found.items(), 1):
        where = region_text(code, regions, language)
        items = items_over_time(one.result for _, entries in group for one in entries)
        counts = Counter(state_of(one).key for one in items)
        link = element("a", where, href=f"#{_ANCHOR.format(number)}")
        rows.append([link, *(str(counts[key]) for key in STATES)])
    return table(WORDS["menurut_wilayah"].plain(language), columns, rows)


def _findings(results: Results, language: Language) -> Html:
    found = findings_table(results.findings, language)
    if found is None:
        return paragraph(SENTENCES["tanpa_temuan"].plain(language))
    return joined(paragraph(SENTENCES["temuan"].plain(language)), found)
