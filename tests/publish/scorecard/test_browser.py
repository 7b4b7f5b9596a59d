"""The scorecard page as a reader opens it: on a desk, on a phone, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from kesbang_iku.cli import main
from tests.publish.browsing import PHONE, assert_prints, assert_reads_well, open_page
from tests.tree import ROOT

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser

pytestmark = pytest.mark.slow

EXAMPLES: Final = ROOT / "examples"
HOSTILE: Final = """\
wilayah: "62.71"
tahun: 2023
item:
  - kode: KBP-WAS-02
    variabel: {konflik_diselesaikan: 17, konflik: 20}
    target: {nilai: 90, dokumen: "<script>console.error('jalan')</script><img src=https://a.invalid/x>"}
  - kode: KBP-WAS-04
    variabel: {meninggal: 3, penduduk: 250000}
    target: {nilai: 2, dokumen: "Dokumen_yang_namanya_tanpa_spasi_dan_lebih_lebar_dari_layar"}
"""
NAMES: Final = ("satu", "banyak", "jahat")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages of one region, of several with mistakes, and of a hostile report."""
    folder = tmp_path_factory.mktemp("capaian")
    hostile = folder / "jahat.yaml"
    hostile.write_text(HOSTILE, encoding="utf-8")
    made = {
        "satu": ["idi-kalimantan-tengah.yaml"],
        "banyak": ["prevalensi-narkotika.yaml", "laporan-keliru.yaml"],
        "jahat": [str(hostile), "--bahasa", "en"],
    }
    for name, arguments in made.items():
        files = [str(EXAMPLES / one) if one.endswith(".yaml") else one for one in arguments]
        main(["report", *files, "--quiet", "-o", str(folder / f"{name}.html")])
    return {name: folder / f"{name}.html" for name in made}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (PHONE, False), (PHONE, True)])
def test_a_page_reads_well_at_any_width(
    browser: Browser, pages: dict[str, Path], name: str, width: int, dark: bool
) -> None:
    page, noted = open_page(browser, pages[name], width=width, dark=dark)
    for details in page.locator("details").all()[:3]:
        details.evaluate("node => { node.open = true; }")
    assert_reads_well(page, width)
    assert noted == []
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_prints_on_a4(browser: Browser, pages: dict[str, Path], name: str) -> None:
    page, noted = open_page(browser, pages[name], width=794)
    assert_prints(page)
    assert noted == []
    page.context.close()


def test_print_shows_the_computation_that_the_screen_folds(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _ = open_page(browser, pages["satu"], width=794)
    folded = page.locator("details.more ul").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    assert folded.evaluate("node => node.getBoundingClientRect().height") > 0
    page.context.close()


def test_a_code_in_the_table_leads_to_its_card(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = open_page(browser, pages["banyak"], width=1280)
    link = page.locator(".scores tbody th a").last
    link.click()
    assert page.locator(f"{link.get_attribute('href')} h3").is_visible()
    page.context.close()
