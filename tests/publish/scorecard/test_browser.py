"""The scorecard page as a reader opens it: on a desk, on a phone, on paper."""

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
NAMES: Final = ("satu", "banyak", "jahat", "banding", "enam-belas", "ringkas", "besar")
_VALUES: Final = 16
_PAIR: Final = 2
_MANY: Final = 45
"""So many regions have more items than a page has rows for."""
_MONEY: Final = """\
wilayah: "62.71"
tahun: 2024
item:
  - kode: KBP-POL-11
    variabel: {bantuan_disalurkan: 23681471000, bantuan_hak: 48412227000}
    target: 90
"""


def _sixteen() -> str:
    """Return a report of a city with sixteen values, the first that the catalog has for one."""
    items = []
    year = iku.load_catalog().in_force(2024)
    for indicator in year:
        numbers = {
            name: (17 if at == 0 else 20)
            if indicator.variables_by_name[name].whole
            else float(indicator.variables_by_name[name].maximum or 100) * 0.8
            for at, name in enumerate(indicator.engine.needed)
        }
        result = indicator.compute(numbers, target=90, wilayah="62.71", tahun=2024)
        if result.nilai is not None and indicator.jenis != "keluaran":
            told = ", ".join(f"{name}: {number}" for name, number in numbers.items())
            items.append(f"  - {{kode: {indicator.kode}, variabel: {{{told}}}, target: 90}}\n")
    return 'wilayah: "62.71"\ntahun: 2024\nitem:\n' + "".join(items[:_VALUES])


def _regions(most: int, year: int = 2024) -> str:
    """Return a report of so many regions with some items each, a row a number."""
    pairs = [
        (indicator, *indicator.engine.needed)
        for indicator in iku.load_catalog().in_force(year)
        if len(indicator.engine.needed) == _PAIR
        and all(indicator.variables_by_name[name].whole for name in indicator.engine.needed)
        and indicator.jenis != "keluaran"
    ][:20]
    rows = ["wilayah,tahun,kode,variabel,nilai,target"]
    for number, (code, region) in enumerate([*load_regions().items()][:most]):
        for indicator, part, whole in pairs:
            if region.tingkat in indicator.tingkat.berlaku:
                rows.append(f"{code},{year},{indicator.kode},{part},{number % 20},90")
                rows.append(f"{code},{year},{indicator.kode},{whole},20,90")
    return "\n".join(rows) + "\n"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Write the pages of one region, of several with mistakes, and of a hostile report."""
    folder = tmp_path_factory.mktemp("capaian")
    hostile = folder / "jahat.yaml"
    hostile.write_text(HOSTILE, encoding="utf-8")
    written = {"uang": _MONEY, "enam": _sixteen()}
    for name, content in written.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    many, nation = folder / "wilayah.csv", folder / "nasional.csv"
    many.write_text(_regions(_MANY), encoding="utf-8")
    nation.write_text(_regions(len(load_regions())), encoding="utf-8")
    sixteen, money = str(folder / "enam.yaml"), str(folder / "uang.yaml")
    made = {
        "banding": ["idi-kalimantan-tengah.yaml", "idi-nasional.yaml", money],
        "enam-belas": [sixteen],
        "ringkas": [sixteen, "--ringkas", "--penandatangan", "Kepala Badan | Nama Orang"],
        "besar": [str(many)],
        "nasional": [str(nation)],
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


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("width", [PHONE, 1440])
def test_digits_stay_on_one_line(
    browser: Browser, pages: dict[str, Path], name: str, width: int
) -> None:
    page, _ = open_page(browser, pages[name], width=width)
    assert_digits_stay_together(page)
    page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_digits_stay_on_one_line_on_paper(
    browser: Browser, pages: dict[str, Path], name: str
) -> None:
    page, _ = open_page(browser, pages[name], width=688)
    page.emulate_media(media="print")
    assert_digits_stay_together(page)
    page.context.close()


@pytest.mark.parametrize("name", ["satu", "banyak", "banding", "ringkas"])
@pytest.mark.parametrize("dark", [False, True])
def test_texts_can_be_read_without_what_lies_behind_them(
    browser: Browser, pages: dict[str, Path], name: str, dark: bool
) -> None:
    page, _ = open_page(browser, pages[name], width=1280, dark=dark)
    assert_contrast_without_grounds(page)
    page.context.close()


@pytest.mark.parametrize(("name", "sheets"), [("enam-belas", 6), ("ringkas", 3), ("satu", 3)])
def test_a_page_keeps_to_its_sheets(
    browser: Browser, pages: dict[str, Path], name: str, sheets: int
) -> None:
    page, _ = open_page(browser, pages[name], width=794)
    assert pages_on_paper(page) <= sheets
    page.context.close()


def test_a_filter_hides_rows_and_the_headings_left_empty(
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, _ = open_page(browser, pages["banding"], width=1280)
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
    browser: Browser, pages: dict[str, Path]
) -> None:
    page, noted = open_page(browser, pages["besar"], width=1280)
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
    browser: Browser, pages: dict[str, Path]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(pages["besar"].as_uri())
    assert page.locator("#ringkasan table tbody tr").count() == 12
    assert page.locator("#matriks tbody tr").count() >= _MANY
    assert not page.locator(".filter").first.is_visible()
    context.close()


def test_the_nation_fits_into_five_megabytes(pages: dict[str, Path]) -> None:
    assert pages["nasional"].stat().st_size < 5_000_000
