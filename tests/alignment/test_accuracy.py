"""The accuracy page prints what the labels give today."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from tests.alignment.accuracy import PAGES, PICTURES, bins, picture, tables, written
from tests.tree import ROOT

Katalog = iku.Catalog

pytestmark = pytest.mark.slow


def test_the_figures_and_the_diagrams_of_the_pages_are_those_of_today(katalog: Katalog) -> None:
    """In one test: what is measured for one page is remembered for the others."""
    for language, page in PAGES.items():
        text = (ROOT / page).read_text(encoding="utf-8")
        assert text == written(text, tables(katalog, language))
    for language, file in PICTURES.items():
        assert (ROOT / file).read_text(encoding="utf-8") == picture(katalog, language)


def test_who_is_surer_is_right_at_least_nearly_as_often_as_said(katalog: Katalog) -> None:
    for one in bins(katalog):
        assert one.share >= one.confidence - 0.1
