"""The page of the national targets, all indicators side by side."""

from __future__ import annotations

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.sentences import pages
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import NationalTarget, PublishedValue
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.words import DIRECTIONS, WORDS

NAME = "sasaran-nasional.md"
NATION = "0"


def targets_page(catalog: Catalog, language: Language = "id") -> str:
    """Return the page of all national targets: by indicator, with direction and source."""
    with_targets = [found for found in catalog if found.official_targets]
    years = sorted({goal.tahun for found in with_targets for goal in found.official_targets})
    header = [
        *(WORDS[key].plain(language) for key in ("kode", "indikator", "satuan", "arah")),
        *(str(year) for year in years),
        pages.targets.LATEST.plain(language),
    ]
    rows = [row for found in with_targets for row in _rows(found, years, language)]
    return md.page(
        *md.head(pages.targets.TITLE.plain(language), NAME, language, rank=md.LIST_RANKS[language]),
        f"{pages.targets.INTRODUCTION.plain(language)} {WORDS['buku'].plain(language)}",
        md.table(header, rows),
        *_sources(with_targets, language),
    )


def goal_text(goal: NationalTarget, language: Language, decimals: int) -> str:
    """Return a target for people: a number, or a range; with the decimals of its indicator."""
    ends = [goal.nilai] if goal.nilai is not None else [goal.min, goal.maks]
    texts = [
        "" if end is None else format_number(round_half_up(end, decimals), language) for end in ends
    ]
    if len(texts) == 1:
        return texts[0]
    low, high = texts
    if low and high:
        return f"{low}–{high}"
    return f"≥ {low}" if low else f"≤ {high}"


def _rows(indicator: Indicator, years: list[int], language: Language) -> list[list[str]]:
    name = indicator.nama if language == "id" else indicator.nama_en
    entry = md.link(md.esc(name), f"indikator/{page_name(indicator.kode)}")
    rows = []
    for dimension in dict.fromkeys(goal.dimensi for goal in indicator.official_targets):
        goals = {
            goal.tahun: goal_text(goal, language, indicator.desimal)
            for goal in indicator.official_targets
            if goal.dimensi == dimension
        }
        about = (
            f", {pages.targets.DIMENSION.plain(language).format(md.esc(dimension))}"
            if dimension
            else ""
        )
        rows.append(
            [
                f"`{indicator.kode}`",
                entry + about,
                md.esc(unit_words(indicator.satuan).plain(language)),
                DIRECTIONS[indicator.polaritas].plain(language),
                *(goals.get(year, "") for year in years),
                _latest(indicator, dimension, language),
            ]
        )
    return rows


def _latest(indicator: Indicator, dimension: str | None, language: Language) -> str:
    values: list[PublishedValue] = [
        value for value in indicator.deret if value.wilayah == NATION and value.dimensi == dimension
    ]
    if not values:
        return ""
    last = max(values, key=lambda value: value.tahun)
    number = format_number(round_half_up(last.nilai, indicator.desimal), language)
    return f"{number} ({last.tahun}) {md.badge(last.kedudukan, language)}"


def _sources(indicators: list[Indicator], language: Language) -> list[str]:
    blocks = [f"## {WORDS['sumber'].plain(language)}"]
    for found in indicators:
        sources = [one for one in found.sumber if "sasaran_nasional" in one.untuk]
        if sources:
            blocks.append(f"**{found.kode}**")
            blocks.append(md.bullets(md.cited(one, language) for one in sources))
    return blocks
