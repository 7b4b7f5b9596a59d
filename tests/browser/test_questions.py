"""What people come with, answered from the first page in at most three clicks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.waiting import box, expect, is_read, until

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

pytestmark = pytest.mark.site

MOST: Final = 3


class _Reader:
    """Somebody at the first page, whose clicks are counted; typing is none."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.clicks = page, 0
        page.goto(address)

    def click(self, where: Locator) -> None:
        """Click on something that is in sight of a reader."""
        where.click()
        self.clicks += 1


def test_which_indicators_must_my_city_adopt(page: Page, address: str) -> None:
    reader = _Reader(page, address)
    reader.click(page.get_by_role("link", name="IKU untuk daerah saya").first)
    page.wait_for_url("**/daerah/**")
    page.get_by_label("Nama atau kode daerah").fill("Kota Palangkaraya")
    page.get_by_role("status").filter(has_text="Kota Palangkaraya (62.71)").first.wait_for()
    shelf = page.locator("#diarahkan ~ .md-typeset__scrollwrap table, #diarahkan ~ table").first
    codes = shelf.locator("tbody tr:visible td:first-child")
    is_read(lambda: set(codes.all_inner_texts()), {"KBP-ESB-01", "KBP-ORM-01", "KBP-WAS-01"})
    assert reader.clicks <= MOST


def test_how_is_the_vigilance_index_computed_and_who_publishes_it(page: Page, address: str) -> None:
    reader = _Reader(page, address)
    page.locator(".cari--halaman input").fill("IKN")
    first = page.locator(".cari-besar .cari-hasil a").first
    first.wait_for()
    reader.click(first)
    page.wait_for_url("**/indikator/kbp-was-01/**")
    card = page.locator(".jawaban")
    issuer = re.compile(r"Dirilis oleh\s+.*(Kementerian Dalam Negeri|Ditjen)")
    expect(card).to_have_text(issuer, use_inner_text=True)
    expect(card).to_contain_text("Rumus tidak diterbitkan")
    until(lambda: box(card)["bottom"], lambda bottom: bottom < 900)  # without scrolling
    assert reader.clicks <= MOST


def test_is_that_achievement_very_high(page: Page, address: str) -> None:
    reader = _Reader(page, address)
    place = page.locator(".predikat-tanya")
    place.locator("input").first.fill("94,44")
    place.get_by_text("94,44 → Sangat Tinggi").wait_for()
    assert reader.clicks <= MOST


def test_what_did_the_official_list_print_wrong(page: Page, address: str) -> None:
    reader = _Reader(page, address)
    reader.click(page.get_by_role("link", name=re.compile("kekeliruan cetakan resmi")))
    page.wait_for_url("**/koreksi/**")
    page.get_by_label("Kolom yang keliru").wait_for()
    until(page.locator(".md-content tbody tr:visible").count, lambda count: count > 50)
    assert reader.clicks <= MOST
