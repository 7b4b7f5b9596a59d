"""The scorecard page as a reader opens it; what all pages hold to: test_standing_pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.publish.browsing import assert_reads_well, open_page, pages_on_paper
from tests.publish.scorecard.material import MANY

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


def test_print_shows_the_computation_that_the_screen_folds(
    browser: Browser, scorecards: dict[str, Path]
) -> None:
    page, _ = open_page(browser, scorecards["satu"], width=794)
    folded = page.locator("details.more ul").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.evaluate("node => node.getBoundingClientRect().height") > 0
    page.context.close()


def test_a_code_in_the_table_leads_to_its_card(
    browser: Browser, scorecards: dict[str, Path]
) -> None:
    page, _ = open_page(browser, scorecards["banyak"], width=1280)
    link = page.locator(".scores tbody th a").last
    link.click()
    assert page.locator(f"{link.get_attribute('href')} h3").is_visible()
    page.context.close()


@pytest.mark.parametrize(("name", "sheets"), [("enam-belas", 5), ("ringkas", 3), ("satu", 3)])
def test_a_page_keeps_to_its_sheets(
    browser: Browser, scorecards: dict[str, Path], name: str, sheets: int
) -> None:
    page, _ = open_page(browser, scorecards[name], width=794)
    assert pages_on_paper(page) <= sheets
    page.context.close()


def test_a_filter_hides_rows_and_the_headings_left_empty(
    browser: Browser, scorecards: dict[str, Path]
) -> None:
    page, _ = open_page(browser, scorecards["banding"], width=1280)
    box = page.locator(".filter[data-of=tabel]")
    rows = page.locator("#tabel [data-keys]")
    whole = rows.count()
    box.locator("[type=search]").fill("demokrasi")
    shown = [one for one in rows.all() if one.is_visible()]
    assert 0 < len(shown) < whole
    assert box.locator("output").inner_text() == f"{len(shown)} / {whole}"
    box.locator("[type=search]").fill("tidak ada yang begini")
    heights = "[...document.querySelectorAll('#tabel [data-group]')].map((one) => one.offsetHeight)"
    assert set(page.evaluate(heights)) == {0}
    page.context.close()


def test_a_region_of_very_many_is_drawn_when_it_is_asked_for(
    browser: Browser, scorecards: dict[str, Path]
) -> None:
    page, noted = open_page(browser, scorecards["besar"], width=1280)
    link = page.locator("#matriks a[data-region]").nth(3)
    link.click()
    drawn = page.locator("#satu-wilayah")
    assert drawn.locator("h3").inner_text() == link.inner_text()
    assert drawn.locator("tbody tr").count() > 3
    assert "perlu 18 dari 20" in drawn.inner_text()
    assert_reads_well(page, 1280)
    assert noted == []
    page.context.close()


def test_without_a_script_the_summary_and_the_comparison_are_whole(
    browser: Browser, scorecards: dict[str, Path]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(scorecards["besar"].as_uri())
    assert page.locator("#ringkasan table tbody tr").count() == 12
    assert page.locator("#matriks tbody tr").count() >= MANY
    assert not page.locator(".filter").first.is_visible()
    context.close()


def test_the_nation_fits_into_five_megabytes(scorecards: dict[str, Path]) -> None:
    assert scorecards["nasional"].stat().st_size < 5_000_000
