"""The pages of the alignment as a reader opens them: on a desk, on a phone, on paper."""

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

PLANS: Final = sorted((ROOT / "examples" / "rencana").glob("*.yaml"))
HOSTILE: Final = """\
wilayah: "62.71"
item:
  - nama: "<script>console.error('jalan')</script><img src=https://contoh.invalid/x.png>"
    satuan: "</style><script>console.error('jalan')</script>"
  - nama: "Indeks_yang_namanya_tanpa_spasi_dan_panjangnya_jauh_melebihi_lebar_telepon_genggam"
  - {nama: Indeks Demokrasi Indonesia, satuan: Kasus, rumus: a/b, target: {2025: 500}}
  - {nama: Indeks Kita, lokal: {tema: sosial, mendukung: KBP-ESB-01}}
  - {nama: Persentase ormas terdaftar, kode: KBP-WAS-99}
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages of one plan, of a hostile one and of several, some in English."""
    folder = tmp_path_factory.mktemp("halaman")
    hostile = folder / "jahat.yaml"
    hostile.write_text(HOSTILE, encoding="utf-8")
    made = {
        "rencana": [str(PLANS[0])],
        "jahat": [str(hostile), "--bahasa", "en"],
        "banding": [*map(str, PLANS), str(hostile)],
    }
    for name, arguments in made.items():
        main(["align", *arguments, "--quiet", "-o", str(folder / f"{name}.html")])
    return {name: folder / f"{name}.html" for name in made}


NAMES: Final = ("rencana", "jahat", "banding")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (PHONE, False), (PHONE, True)])
def test_a_page_reads_well_at_any_width(
    browser: Browser, pages: dict[str, Path], name: str, width: int, dark: bool
) -> None:
    page, noted = open_page(browser, pages[name], width=width, dark=dark)
    assert_reads_well(page, width)
    assert noted == []
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_prints_on_a4(browser: Browser, pages: dict[str, Path], name: str) -> None:
    page, noted = open_page(browser, pages[name], width=794)
    assert_prints(page)
    assert noted == []
    page.context.close()


def test_print_shows_what_the_screen_folds(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = open_page(browser, pages["rencana"], width=794)
    folded = page.locator("details.more dl").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    height = folded.evaluate("node => node.getBoundingClientRect().height")
    assert height > 0
    page.context.close()


def test_the_headings_of_the_matrix_stay_in_sight(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = open_page(browser, pages["banding"], width=PHONE)
    box = page.locator(".scroll")
    before = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    box.evaluate("node => { node.scrollLeft = 400; node.scrollTop = 40; }")
    after = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == before["x"]
    page.context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = open_page(browser, pages["rencana"], width=PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#isi")
    page.context.close()
