"""What the generated pages call things, in both languages."""

from __future__ import annotations

from typing import Final

from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.sentences import pages
from kesbang_iku.model.definition import Bounds, Years

STANDINGS: Final = pages.words.STANDINGS

VOCABULARY: Final = pages.words.VOCABULARY

DIRECTIONS: Final = pages.words.DIRECTIONS
"""Which way values should go, in one word, for long lists."""

WORDS: Final = pages.words.WORDS

KEYS: Final = pages.words.KEYS
"""What the keys of an entry are called in a sentence."""


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
    if since is None and until is None:
        return "tanpa batas tahun" if language == "id" else "no limit of years"
    if until is None:
        return f"sejak {since}" if language == "id" else f"since {since}"
    if since is None:
        return f"sampai {until}" if language == "id" else f"until {until}"
    return f"{since}–{until}"
