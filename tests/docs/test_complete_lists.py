"""Lists on pages that a reader takes for complete name all there is."""

from __future__ import annotations

import re
from typing import get_args

import pytest

import kesbang_iku as iku
from kesbang_iku import charts
from kesbang_iku.alignment.answers import DeviationKind
from kesbang_iku.publish import formats
from tests.tree import ROOT

_ERRORS = {name for name in iku.__all__ if name.endswith("Error")}
_FORMS = {"text", "json", "csv", "xlsx", *formats.names()}
"""Those that ``validate`` has as every command has them, and those for other programs."""


def _rows(page: str, header: str) -> list[str]:
    """Return the first cells of the table below ``header``."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    table = text.partition(f"\n| {header} |")[2].partition("\n\n")[0]
    return [row.split("|")[1] for row in table.splitlines()[2:]]


@pytest.mark.parametrize(
    ("page", "header", "there_are"),
    [
        ("gabungan.md", "fungsi", set(charts.__all__)),
        ("en/composites.md", "function", set(charts.__all__)),
        ("panduan-pengembang.md", "pengecualian", _ERRORS),
        ("en/guide-developer.md", "exception", _ERRORS),
        ("pemeriksaan.md", "`--format`", _FORMS),
        ("en/checking.md", "`--format`", _FORMS),
    ],
)
def test_a_table_names_all_there_is(page: str, header: str, there_are: set[str]) -> None:
    assert set(re.findall(r"`([^`]+)`", " ".join(_rows(page, header)))) == there_are


def test_planners_are_told_of_every_deviation() -> None:
    rows = [
        one for one in _rows("panduan-perencana.md", "yang tertulis") if "Penyimpangan `" in one
    ]
    assert set(re.findall(r"`([^`]+)`", " ".join(rows))) == set(get_args(DeviationKind))
