"""The picture on a page: the nation first, its classes and targets, the break between methods."""

from __future__ import annotations

import re

import pytest

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.pages.indicator import indicator_page, national_goals, value_chart
from tests.composite_indicators import catalog

REGIONS = load_regions()


def chart_of(code: str) -> str:
    return value_chart(catalog().versions(code), REGIONS, "id")


def test_a_picture_stands_on_one_line_so_that_markdown_leaves_it_alone() -> None:
    made = chart_of("KBP-POL-01")
    assert "\n" not in made
    assert made.startswith('<figure class="grafik" data-nama="kbp-pol-01-Indonesia">')


def test_the_nation_is_drawn_with_the_break_between_its_methods_its_classes_and_targets() -> None:
    made = chart_of("KBP-POL-01")
    assert 'aria-label="IDI, Indonesia"' in made
    assert "versi 2015 dan 2021 tidak sebanding" in made
    assert ">sedang</text>" in made
    assert "target 2029: 83,42–86,96" in made


def test_one_picture_is_for_phones_and_one_for_desks() -> None:
    widths = re.findall(r'gambar--(\w+)"><svg [^>]*width="(\d+)"', chart_of("KBP-POL-01"))
    assert widths == [("sempit", "340"), ("lebar", "680")]


def test_the_reasons_of_two_breaks_stand_in_rows_of_their_own() -> None:
    heights = re.findall(r'y="([\d.]+)"[^>]*>versi \d+ dan \d+ tidak', chart_of("KBP-POL-01"))
    assert len(heights) == 4
    assert len(set(heights)) == 2


def test_single_values_make_no_chart() -> None:
    assert [one.tahun for one in catalog()["KBP-IDE-01"].deret]
    assert chart_of("KBP-IDE-01") == ""


def test_the_chart_of_all_versions_stands_on_the_page_of_the_newest_alone() -> None:
    newest = indicator_page("KBP-POL-01", catalog(), regions=REGIONS)
    older = indicator_page("KBP-POL-01", catalog(), version="2009", regions=REGIONS)
    assert newest.count('<figure class="grafik"') == 1
    assert '<figure class="grafik"' not in older


@pytest.mark.parametrize(("code", "goals"), [("KBP-ESB-05", ["1.7", "1.6"]), ("KBP-IDE-01", [])])
def test_targets_are_drawn_as_they_are_printed(code: str, goals: list[str]) -> None:
    assert [goal.text for _, goal in national_goals(catalog()[code])] == goals
