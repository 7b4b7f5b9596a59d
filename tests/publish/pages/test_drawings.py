"""Pictures on the pages: the longest series first, others folded, scales with their bounds."""

from __future__ import annotations

import re

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.pages.drawings import picture, scale_drawing, value_charts
from kesbang_iku.publish.pages.indicator import indicator_page
from tests.composite_indicators import catalog

REGIONS = load_regions()


def charts_of(code: str) -> list[str]:
    return list(value_charts(catalog().versions(code), REGIONS, "id"))


def test_a_picture_stands_on_one_line_so_that_markdown_leaves_it_alone() -> None:
    assert picture("<svg>\n<g/>\n</svg>\n") == '<div class="gambar"><svg><g/></svg></div>'


def test_the_nation_comes_first_with_the_break_between_its_methods() -> None:
    first, others = charts_of("KBP-POL-01")
    assert 'aria-label="IDI, Indonesia"' in first
    assert "versi 2015 dan 2021 tidak sebanding" in first
    assert others.startswith('<details class="info"><summary>')
    count = re.search(r"\((\d+)\)</summary>", others)
    assert count
    assert others.count("<svg") == int(count[1]) > 1


def test_single_values_make_no_chart() -> None:
    assert [one.tahun for one in catalog()["KBP-IDE-01"].deret]
    assert charts_of("KBP-IDE-01") == []


def test_charts_of_all_versions_stand_once_in_the_newest_with_values() -> None:
    text = indicator_page("KBP-POL-01", catalog(), regions=REGIONS)
    newest, _, older = text.partition("## Versi 2009")
    assert newest.count('aria-label="IDI, Indonesia"') == 1
    assert 'aria-label="IDI, Indonesia"' not in older
    assert newest.index('aria-label="IDI, Indonesia"') > newest.index("### Nilai terbit")


def test_a_scale_of_one_class_is_no_bar() -> None:
    scale = catalog().tables.scales["ikub"]
    single = scale.model_copy(update={"kelas": scale.kelas[-1:]})
    assert scale_drawing(single, language="id") == ""
    assert scale_drawing(catalog().tables.scales["idi"], language="id").startswith(
        '<div class="gambar">'
    )
