"""What the generated pages call things, in both languages."""

from typing import Final

from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.sentences import pages
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Aggregation, Bounds, NationalTarget, Years

STANDINGS: Final = pages.words.STANDINGS

VOCABULARY: Final = pages.words.VOCABULARY

DIRECTIONS: Final = pages.words.DIRECTIONS
"""Which way values should go, in one word, for long lists."""

WORDS: Final = pages.words.WORDS

KEYS: Final = pages.words.KEYS
"""What the keys of an entry are called in a sentence."""

YEARS: Final = pages.words.YEARS
"""Years that are open at one end, or at both."""


def page_name(code: str) -> str:
    """Return the file name of an indicator's page."""
    return f"{code.lower()}.md"


def unit_name(name: str, language: Language) -> str:
    """Return what people call a unit; one that nobody knows is called as it is written."""
    return unit_words(name).plain(language)


def bounds_text(bounds: Bounds, language: Language) -> str:
    """Return bounds for people; an empty text where there are none."""
    low = "" if bounds.min is None else format_number(bounds.min, language)
    high = "" if bounds.maks is None else format_number(bounds.maks, language)
    if low and high:
        return f"{low} – {high}"
    return f"≥ {low}" if low else f"≤ {high}" if high else ""


def years_text(years: Years, language: Language) -> str:
    """Return the years in which a version applies, for people."""
    since, until = years.mulai, years.selesai
    if since is not None and until is not None:
        return f"{since}–{until}"
    key = "tanpa_batas" if since == until else "sejak" if until is None else "sampai"
    return YEARS[key].fill(language, tahun=since or until)


def combining(way: Aggregation, language: Language) -> str:
    """Return how values of a variable may be put together, for people."""
    if way.wilayah == way.waktu == "tidak":
        return pages.indicator.NEVER_COMBINED.plain(language)
    over = {"wilayah": VOCABULARY[way.wilayah], "waktu": VOCABULARY[way.waktu]}
    return pages.indicator.COMBINED.fill(language, **over)


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
