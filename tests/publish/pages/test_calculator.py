"""The calculator's place on a page, and the scripts it needs."""

from __future__ import annotations

import re

import kesbang_iku as iku
from kesbang_iku.publish.pages.calculator import all_scripts, calculator
from kesbang_iku.publish.pages.indicator import indicator_page
from tests.composite_indicators import composite_of

SCRIPT = re.compile(r'<script defer src="([^"]+)"></script>')


def test_each_version_has_its_calculator(katalog: iku.Catalog) -> None:
    for version in ("2009", "2021"):
        page = indicator_page("KBP-POL-01", katalog, version=version)
        assert f'data-definisi="KBP-POL-01 {version}"' in page


def test_without_scripts_a_sentence_stands_there(katalog: iku.Catalog) -> None:
    assert "Tanpa JavaScript" in calculator(katalog["KBP-WAS-02"], "id")
    assert "Without JavaScript" in calculator(katalog["KBP-WAS-02"], "en")


def test_a_definition_that_is_no_single_formula_has_none() -> None:
    partial = composite_of({"anggota": ["a", "b"], "ambang": "1/2"}, "ab")
    assert calculator(partial, "id") == ""


def test_the_scripts_a_page_loads_are_made(katalog: iku.Catalog) -> None:
    made = {path for path, _ in all_scripts(katalog)} | {"js/kalkulator.js", "js/grafik.js"}
    for language, root in (("id", "../../"), ("en", "../../../")):
        page = indicator_page("KBP-WAS-02", katalog, "en" if language == "en" else "id")
        loaded = SCRIPT.findall(page)
        assert len(loaded) == 4
        assert {path.removeprefix(root) for path in loaded} <= made
