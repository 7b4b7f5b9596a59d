"""The accuracy page prints what the labels give today."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Language
from tests.alignment.accuracy import PAGES, PICTURES, bins, picture, tables, written
from tests.tree import ROOT

Katalog = iku.Catalog

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("language", PAGES)
def test_the_figures_of_the_page_are_those_of_today(katalog: Katalog, language: Language) -> None:
    text = (ROOT / PAGES[language]).read_text(encoding="utf-8")
    assert text == written(text, tables(katalog, language))


@pytest.mark.parametrize("language", PICTURES)
def test_the_diagram_is_that_of_today(katalog: Katalog, language: Language) -> None:
    drawn = (ROOT / PICTURES[language]).read_text(encoding="utf-8")
    assert drawn == picture(katalog, language)


def test_who_is_surer_is_right_at_least_nearly_as_often_as_said(katalog: Katalog) -> None:
    for one in bins(katalog):
        assert one.share >= one.confidence - 0.1
