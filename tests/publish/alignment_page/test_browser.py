"""The pages of the alignment as a reader opens them; what all hold to: test_standing_pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import main
from tests.publish.alignment_page.material import PLANS
from tests.publish.browsing import PHONE, assert_reads_well, open_page, pages_on_paper

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_is_printed_on_at_most_eight_sheets(
    browser: Browser, tmp_path: Path, path: Path
) -> None:
    written = tmp_path / "rencana.html"
    main(["align", str(path), "--quiet", "-o", str(written)])
    page, _ = open_page(browser, written, width=794)
    assert pages_on_paper(page) <= 8
    page.context.close()


def test_only_what_the_centre_asks_for_can_be_shown(
    browser: Browser, alignments: dict[str, Path]
) -> None:
    page, _ = open_page(browser, alignments["banding"], width=1280)
    rows = page.locator("#matriks-tabel tr[data-keys]")
    asked = page.locator("#matriks-tabel tr[data-keys=diarahkan]").count()
    page.locator(".filter[data-of=matriks-tabel] [type=checkbox]").check()
    assert sum(one.is_visible() for one in rows.all()) == asked > 0
    page.context.close()


def test_a_plan_of_many_is_drawn_when_it_is_asked_for(
    browser: Browser, alignments: dict[str, Path]
) -> None:
    page, noted = open_page(browser, alignments["banding"], width=1280)
    link = page.locator("a[data-region]", has_text="Kota Bandung")
    link.click()
    drawn = page.locator("#satu-wilayah")
    drawn.locator("h3").wait_for()
    assert drawn.locator("h3").inner_text() == link.inner_text()
    counted = page.locator("#wilayah-tabel tr", has=link).locator("td").first.inner_text()
    assert drawn.locator("tbody tr").count() == int(counted)
    assert drawn.locator("tbody", has_text="Menyimpang").count() == 1
    assert drawn.locator("td div", has_text="Satuan: ").count() > 0
    assert_reads_well(page, 1280)
    assert noted == []
    page.emulate_media(media="print")
    assert drawn.locator("h3").is_visible()
    page.locator("#pilihan").evaluate(
        "one => { one.value = ''; one.dispatchEvent(new Event('change')); }"
    )
    assert not page.locator("#rincian").is_visible()
    page.context.close()


def test_the_nation_fits_into_five_megabytes(tmp_path: Path) -> None:
    names = [one.nama for one in iku.load_catalog() if one.lokal is None][:40]
    rows = ["wilayah,nama,2025"]
    for number, code in enumerate(load_regions()):
        rows += [f'{code},"{names[(number + at) % len(names)]}",80' for at in range(12)]
    plans = tmp_path / "rencana.csv"
    plans.write_text("\n".join(rows) + "\n", encoding="utf-8")
    written = tmp_path / "banding.html"
    main(["align", str(plans), "--quiet", "-o", str(written)])
    assert 500_000 < written.stat().st_size < 5_000_000


def test_the_headings_of_the_matrix_stay_in_sight(
    browser: Browser, alignments: dict[str, Path]
) -> None:
    page, _ = open_page(browser, alignments["banding"], width=PHONE)
    box = page.locator(".scroll")
    before = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    box.evaluate("node => { node.scrollLeft = 400; node.scrollTop = 40; }")
    after = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == before["x"]
    page.context.close()


def test_the_keyboard_reaches_the_content_first(
    browser: Browser, alignments: dict[str, Path]
) -> None:
    page, _ = open_page(browser, alignments["rencana"], width=PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.wait_for_url("**#isi")
    page.context.close()
