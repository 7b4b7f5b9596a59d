"""The pages of what definitions refer to: methods, scales and units."""

from __future__ import annotations

from kesbang_iku.findings import Language
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.writing import write


def scales_page(tables: Tables, language: Language = "id") -> str:
    """Return the page of all category scales."""
    return write("scales", language, tables=tables)


def methods_page(
    tables: Tables, language: Language = "id", *, typeset: md.Typeset = md.plain_formula
) -> str:
    """Return the page of all achievement methods."""
    return write("methods", language, tables=tables, typeset=typeset)


def units_page(tables: Tables, language: Language = "id") -> str:
    """Return the page of all units."""
    return write("units", language, tables=tables)
