"""The pages of the alignment as a reader opens them: on a desk, on a phone, on paper."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.cli import main
from tests.publish.browsing import (
    PHONE,
    assert_contrast_without_grounds,
    assert_digits_stay_together,
    assert_prints,
    assert_reads_well,
    open_page,
    pages_on_paper,
)
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


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_a_plan_is_printed_on_at_most_eight_sheets(
    browser: Browser, tmp_path: Path, path: Path
) -> None:
    written = tmp_path / "rencana.html"
    main(["align", str(path), "--quiet", "-o", str(written)])
    page, _ = open_page(browser, written, width=794)
    assert pages_on_paper(page) <= 8
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "paper"), [(PHONE, False), (1440, False), (688, True)])
def test_digits_stay_on_one_line(
    browser: Browser, pages: dict[str, Path], name: str, width: int, paper: bool
) -> None:
    page, _ = open_page(browser, pages[name], width=width)
    page.emulate_media(media="print" if paper else "screen")
    assert_digits_stay_together(page)
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("dark", [False, True])
def test_texts_can_be_read_without_what_lies_behind_them(
    browser: Browser, pages: dict[str, Path], name: str, dark: bool
) -> None:
    page, _ = open_page(browser, pages[name], width=1280, dark=dark)
    assert_contrast_without_grounds(page)
    page.context.close()


def test_only_what_the_centre_asks_for_can_be_shown(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _ = open_page(browser, pages["banding"], width=1280)
    rows = page.locator("#matriks-tabel tr[data-keys]")
    asked = page.locator("#matriks-tabel tr[data-keys=diarahkan]").count()
    page.locator(".filter[data-of=matriks-tabel] [type=checkbox]").check()
    assert sum(one.is_visible() for one in rows.all()) == asked > 0
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
    page.wait_for_url("**#isi")
    page.context.close()
