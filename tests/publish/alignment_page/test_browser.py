"""The pages of the alignment as a reader opens them: on a desk, on a phone, on paper."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from kesbang_iku.cli import main
from tests.tree import ROOT

if TYPE_CHECKING:
    # What drives a browser is there for the slow tests alone.
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.slow

BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome")
WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
PLANS: Final = sorted((ROOT / "examples" / "rencana").glob("*.yaml"))
PHONE: Final = 360
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
def browser() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    named = os.environ.get("KESBANG_IKU_CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    assert found, "no Chromium: run tools/install_browser.sh"
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        yield started
        started.close()


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


def _open(
    browser: Browser, path: Path, *, width: int, dark: bool = False
) -> tuple[Page, list[str]]:
    """Open a page, and note whatever it asks for or complains about."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if dark else "light"
    )
    page = context.new_page()
    noted: list[str] = []
    page.on("console", lambda message: noted.append(message.text))
    page.on("pageerror", lambda error: noted.append(str(error)))
    page.on("request", lambda request: noted.append(request.url))
    page.goto(path.as_uri())
    noted.remove(path.as_uri())
    return page, noted


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "dark"), [(1280, False), (PHONE, False), (PHONE, True)])
def test_a_page_reads_well_at_any_width(
    browser: Browser, pages: dict[str, Path], name: str, width: int, dark: bool
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page, noted = _open(browser, pages[name], width=width, dark=dark)
    assert noted == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page, options={"runOnly": WCAG}).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_prints_on_a4(browser: Browser, pages: dict[str, Path], name: str) -> None:
    page, noted = _open(browser, pages[name], width=794)
    page.emulate_media(media="print")
    assert not page.locator("nav").is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    assert noted == []
    page.context.close()


def test_print_shows_what_the_screen_folds(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = _open(browser, pages["rencana"], width=794)
    folded = page.locator("details.more dl").first
    assert not folded.is_visible()
    page.emulate_media(media="print")
    height = folded.evaluate("node => node.getBoundingClientRect().height")
    assert height > 0
    page.context.close()


def test_the_headings_of_the_matrix_stay_in_sight(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = _open(browser, pages["banding"], width=PHONE)
    box = page.locator(".scroll")
    before = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    box.evaluate("node => { node.scrollLeft = 400; node.scrollTop = 40; }")
    after = page.locator(".matrix tbody th[scope=row]").first.bounding_box()
    assert before is not None
    assert after is not None
    assert after["x"] == before["x"]
    page.context.close()


def test_the_keyboard_reaches_the_content_first(browser: Browser, pages: dict[str, Path]) -> None:
    page, _ = _open(browser, pages["rencana"], width=PHONE)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.url.endswith("#isi")
    page.context.close()
