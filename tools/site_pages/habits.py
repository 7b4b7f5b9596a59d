"""The page of how else numbers are seen to be computed."""

from __future__ import annotations

from kesbang_iku.findings import Language
from kesbang_iku.indicator.habits import load_habits
from tools.site_pages.writing import write


def habits_page(language: Language = "id") -> str:
    """Return the page of how else numbers are seen to be computed, by what each habit bends."""
    return write("habits", language, register=load_habits())
