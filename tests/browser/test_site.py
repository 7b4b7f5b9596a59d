"""The built site, read as its readers do: on a desk, on a phone, in the dark, on paper."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import localized
from tests.javascript import scripts
from tests.publish.javascript.cases import differs, vector_cases

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

pytestmark = pytest.mark.site

PAGES: Final = (
    "",
    "mulai/",
    "laporan/",
    "bahasa-rumus/",
    "daerah/",
    "daerah/?wilayah=62.71",
    "indikator/",
    "indikator/keluaran/",
    "indikator/kbp-pol-01/",
    "indikator/kbp-pol-01-2015/",
    "indikator/kbp-was-01/",
    "indikator/kbp-was-02/",
    "indikator/kbp-esb-04/",
    "temuan/",
    "temuan/iku050/",
    "temuan/iku410/",
    "peraturan/",
    "peraturan/uu-7-2012/",
    "koreksi/",
    "sasaran-nasional/",
    "perubahan/",
    "cakupan/",
    "baris-kodref/",
    "skala/",
    "metode-capaian/",
    "kebiasaan/",
    "satuan/",
    "pemeriksaan/",
    "en/",
    "en/indikator/",
    "en/indikator/kbp-pol-01/",
    "en/temuan/iku410/",
)
"""A page of every kind there is."""
READ: Final = ((1280, "default"), (1280, "slate"), (360, "default"))
"""Widths and colours: colours do not change with the width, tables that scroll do."""
WCAG: Final = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]


@pytest.mark.parametrize("path", PAGES)
def test_anyone_can_read_it_on_a_desk_in_the_dark_and_on_a_phone(
    page: Page, address: str, path: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.goto(address + path)
    # Colours change in a moment; what is in between is nobody's colour.
    page.add_style_tag(content="*, *::before, *::after { transition: none !important; }")
    if page.locator(".kalkulator").count():
        page.locator(".kalkulator [type='submit']").first.click()
    for width, scheme in READ:
        _look(page, width, scheme)
        found = Axe().run(page, options={"runOnly": {"type": "tag", "values": WCAG}})
        violations: list[Any] = found.response["violations"]
        assert [(width, scheme, *_short(one)) for one in violations] == []


def _look(page: Page, width: int, scheme: str = "default") -> None:
    """Give the window a width, and wait until the page has taken it up."""
    page.set_viewport_size({"width": width, "height": 900})
    page.evaluate(
        """scheme => new Promise((done) => {
            document.body.setAttribute("data-md-color-scheme", scheme);
            requestAnimationFrame(() => requestAnimationFrame(done));
        })""",
        scheme,
    )


def _short(violation: dict[str, Any]) -> tuple[str, list[str]]:
    return violation["id"], [str(node["html"])[:160] for node in violation["nodes"][:3]]


@pytest.mark.parametrize("path", PAGES)
def test_it_fits_a_phone(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("indikator/kbp-pol-01/", "Rumus: Rumus (dapat digulir ke samping)"),
        ("en/indikator/kbp-pol-01/", "Formula: Formula (scrolls sideways)"),
    ],
)
def test_the_keyboard_reaches_a_formula_where_it_scrolls_and_only_there(
    page: Page, address: str, path: str, name: str
) -> None:
    page.goto(address + path)
    box = page.get_by_role("region", name=name)
    _look(page, 360)
    assert box.get_attribute("tabindex") == "0"
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    _look(page, 1280)
    assert box.count() == 0


@pytest.mark.parametrize("path", ["indikator/kbp-was-02/", "indikator/kbp-pol-01/"])
def test_it_can_be_printed(page: Page, address: str, path: str, tmp_path: Path) -> None:
    page.goto(address + path)
    page.emulate_media(media="print")
    assert page.locator(".md-header").is_hidden()
    assert page.locator(".md-content h1").is_visible()
    paper = tmp_path / "halaman.pdf"
    page.pdf(path=paper, format="A4")
    assert paper.read_bytes().startswith(b"%PDF")


def test_paper_shows_examples_and_leaves_the_rest_as_the_reader_folded_it(
    page: Page, address: str
) -> None:
    page.goto(address + "indikator/kbp-pol-01/")
    values, _, documents = page.locator(".md-content details.info:visible").all()[:3]
    documents.locator("summary").press("Enter")
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")  # the theme unfolds everything
    assert values.get_attribute("open") is not None
    assert page.locator("details.example li").first.is_visible()
    assert documents.locator("li").first.is_visible()
    assert values.locator("summary").is_visible()
    assert values.locator("table").is_hidden()
    assert page.locator(".kalkulator").first.is_hidden()
    page.emulate_media(media="screen")
    page.locator(".kalkulator [type='submit']").first.click()
    page.emulate_media(media="print")
    assert page.locator(".kalkulator").first.is_visible()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("IDI", "Indeks Demokrasi Indonesia (IDI)"),
        ("IKO", "Indeks Kinerja Ormas (IKO)"),
        ("KBP-WAS-02", "Persentase Penyelesaian Konflik Sosial"),
        ("FKUB", "FKUB"),
        ("IKU050", "IKU050"),
        ("wasbang", "Wawasan Kebangsaan"),
        ("koreksi", "Koreksi atas cetakan resmi"),
    ],
)
def test_search_finds_abbreviations_and_codes(
    page: Page, address: str, words: str, title: str
) -> None:
    page.goto(address)
    titles = _search(page, words).locator("h1").all_inner_texts()
    assert any(title.casefold() in found.casefold() for found in titles[:3]), titles[:5]


def _search(page: Page, words: str) -> Locator:
    """Type words into the search; return what it found."""
    page.locator("input.md-search__input").click()
    page.keyboard.type(words)
    found = page.locator(".md-search-result__item")
    found.first.wait_for(timeout=60_000)
    return found


@pytest.mark.parametrize("path", ["", "en/"])
def test_search_puts_the_language_of_the_reader_first(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    links = _search(page, "target").locator("a:first-of-type")
    found = links.evaluate_all("links => links.slice(0, 5).map((link) => link.href)")
    assert len(found) == 5
    assert {link.startswith(f"{address}en/") for link in found} == {path == "en/"}


def test_the_list_is_filtered_by_words_and_facets_and_the_address_keeps_it(
    page: Page, address: str, katalog: iku.Catalog
) -> None:
    newest = [katalog.versions(code)[-1] for code in katalog.codes]
    rows = page.locator(".md-content tbody tr:visible:has(td:first-child code)")
    page.goto(address + "indikator/")
    assert rows.count() == len(newest)
    page.get_by_label("Polaritas").select_option("minimalkan")
    expected = {one.kode for one in newest if one.polaritas == "minimalkan"}
    assert set(_codes(rows)) == expected
    page.get_by_label("Kata, singkatan atau kode").fill("konflik")
    assert 0 < rows.count() < len(expected)
    left = _codes(rows)
    assert "kata=konflik" in page.url
    page.reload()
    assert _codes(rows) == left
    assert page.get_by_role("status").inner_text().startswith(f"{len(left)} ")
    page.get_by_role("button", name="Hapus saringan").press("Enter")
    page.wait_for_function("!location.hash")
    assert rows.count() == len(newest)


def _codes(rows: Locator) -> list[str]:
    return rows.locator("td:first-child code").all_inner_texts()


def test_a_word_is_found_where_one_begins(page: Page, address: str) -> None:
    page.goto(address + "indikator/#kata=IDI")
    rows = page.locator(".md-content tbody tr:visible:has(td:first-child code)")
    aspects = ["KBP-POL-32", "KBP-POL-33", "KBP-POL-34"]
    # One definition speaks of ``idiologi``; none of those that hold it inside a word is found.
    assert sorted(_codes(rows)) == ["KBP-IDE-06", "KBP-POL-01", *aspects]


@pytest.mark.parametrize(
    "code", ["KBP-WAS-02", "KBP-POL-02", "KBP-ESB-04", "KBP-IDE-01", "KBP-ESB-05"]
)
def test_the_calculator_gives_what_the_library_gives(
    page: Page, address: str, katalog: iku.Catalog, code: str
) -> None:
    indicator = katalog[code]
    values = {
        variable.nama: str(17 + 3 * number) for number, variable in enumerate(indicator.variabel)
    }
    typed = {name: value for name, value in values.items() if name != indicator.rilis}
    result = indicator.compute(typed, target="72,5")
    page.goto(f"{address}indikator/{code.lower()}/")
    calculator = page.locator(".kalkulator").first
    for name, value in typed.items():
        calculator.locator(f"input[name='variables.{name}']").fill(value)
    calculator.locator("input[name='target.target']").fill("72,5")
    calculator.get_by_role("button", name="Hitung").click()
    said = calculator.get_by_role("status").inner_text()
    assert result.nilai is not None
    assert f"{localized(f'{result.nilai:f}')} " in said
    if result.capaian is not None:
        assert f"{localized(f'{result.capaian:f}')} %" in said
    if result.predikat is not None:
        assert result.predikat in said
    steps = result.explanation().value_steps
    labels = {variable.nama: variable.label for variable in indicator.variabel}
    for step in steps:
        shown = re.sub(
            "[a-z][a-z0-9_]*", lambda name: labels.get(name[0], name[0]), step.expression
        )
        assert shown.replace(" * ", " × ") in said
        # Beside the bar of a fraction stand no dots of thousands.
        assert step.substituted.replace(".", "").replace(" * ", " × ") in said.replace(".", "")


def _calculator(page: Page, address: str, path: str) -> Locator:
    page.goto(address + path)
    return page.locator(".kalkulator").first


def test_what_reads_in_two_ways_is_asked_back(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "indikator/kbp-esb-03/")
    field = calculator.locator("input[name='variables.dektari']")
    calculator.locator("input[name='variables.dektara']").fill("2")
    field.fill("1.234")
    calculator.get_by_role("button", name="Hitung").click()
    status = calculator.get_by_role("status")
    assert field.get_attribute("aria-invalid") == "true"
    assert "IKU050" in status.inner_text()
    assert "Ditolak" in status.inner_text()
    calculator.get_by_role("button", name="1,2340").click()
    assert field.input_value() == "1,2340"
    assert field.get_attribute("aria-invalid") is None
    assert "IKU050" not in status.inner_text()


def test_missing_and_zero_are_answered_and_not_computed(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "indikator/kbp-was-02/")
    calculator.locator("input[name='variables.konflik_diselesaikan']").fill("0")
    calculator.get_by_role("button", name="Hitung").click()
    status = calculator.get_by_role("status")
    assert "Belum lengkap" in status.inner_text()
    calculator.locator("input[name='variables.konflik']").fill("0")
    calculator.get_by_role("button", name="Hitung").click()
    assert "Tidak terdefinisi: nilai tidak ada, bukan nol." in status.inner_text()


def test_the_english_calculator_speaks_english(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "en/indikator/kbp-was-02/")
    calculator.get_by_role("button", name="Fill in the example").click()
    assert "Steps of the value" in calculator.get_by_role("status").inner_text()


def test_the_calculator_works_from_a_disk(chromium: Browser, site: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"file://{site}/indikator/kbp-was-02/index.html")
    page.get_by_role("button", name="Isi dengan contoh").click()
    assert "Langkah nilai" in page.get_by_role("status").first.inner_text()
    context.close()


def test_without_scripts_a_sentence_stands_in_place_of_the_calculator(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "indikator/kbp-was-02/")
    assert "Tanpa JavaScript" in page.locator(".kalkulator").inner_text()
    context.close()


@pytest.mark.parametrize(
    ("here", "there", "name"),
    [
        ("indikator/kbp-was-02/", "en/indikator/kbp-was-02/", "English"),
        ("en/indikator/kbp-was-02/", "indikator/kbp-was-02/", "Bahasa Indonesia"),
        ("pembulatan/", "en/rounding/", "English"),
        ("", "en/", "English"),
    ],
)
def test_the_language_switch_leads_to_the_same_page(
    page: Page, address: str, here: str, there: str, name: str
) -> None:
    page.goto(address + here)
    page.locator(".md-select").hover()
    page.locator(".md-select__link", has_text=name).click()
    page.wait_for_url(address + there)
    assert page.locator("html").get_attribute("lang") == ("en" if "en/" in there else "id")


@pytest.mark.parametrize(
    ("path", "language", "home"),
    [("indikator/kbp-was-02/", "id", "Beranda"), ("en/indikator/kbp-was-02/", "en", "Home")],
)
def test_the_menu_is_that_of_the_language(
    page: Page, address: str, path: str, language: str, home: str
) -> None:
    page.goto(address + path)
    menu = page.locator(".md-nav--primary > .md-nav__list")
    assert menu.locator("a").first.inner_text().strip() == home
    links = menu.evaluate("menu => [...menu.querySelectorAll('a')].map((link) => link.href)")
    inside = [link.startswith(f"{address}en/") for link in links if "#" not in link]
    assert len(inside) > 20
    assert set(inside) == {language == "en"}
    root = address if language == "id" else f"{address}en/"
    assert page.locator("header .md-logo").evaluate("logo => logo.href") == root


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_first_page_says_in_one_screen_what_this_is_and_how_to_start(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    bottom = page.locator(".pintu").evaluate("doors => doors.getBoundingClientRect().bottom")
    assert bottom <= 900
    assert page.locator(".bukan").count() == 1
    assert page.locator(".pintu li").count() == 4


def test_dark_is_remembered(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.locator("label[for='__palette_1']").click()
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    page.goto(address + "indikator/")
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_every_vector_in_the_browser(page: Page, address: str, katalog: iku.Catalog) -> None:
    page.goto(address + "indikator/kbp-was-02/")
    page.add_script_tag(content=scripts(katalog))
    cases = list(vector_cases(katalog))
    answers = page.evaluate(
        "requests => requests.map((request) => globalThis.answer(request))",
        [case.request for case in cases],
    )
    wrong = [
        (case.where, case.expected, answer)
        for case, answer in zip(cases, answers, strict=True)
        if differs(case.expected, answer)
    ]
    assert wrong == []


def _shelf(page: Page, name: str) -> Locator:
    return page.locator(f"#{name} ~ .md-typeset__scrollwrap").first.locator("tbody tr:visible")


def test_a_region_finds_what_it_is_asked_to_adopt_and_its_own_values(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.get_by_role("link", name="IKU untuk daerah saya").last.click()
    page.get_by_label("Nama atau kode daerah").fill("palangkaraya")
    assert page.url.endswith("daerah/?wilayah=62.71")
    assert page.get_by_role("status").last.inner_text().startswith("Kota Palangkaraya (62.71): ")
    asked = [row.split("\t")[0] for row in _shelf(page, "diarahkan").all_inner_texts()]
    assert asked == ["KBP-ESB-01", "KBP-WAS-01", "KBP-ORM-01"]
    everywhere = page.locator("tbody tr:visible").all_inner_texts()
    assert all("kota" in row for row in everywhere)
    assert page.get_by_text("template --wilayah 62.71 --rencana").is_visible()


def test_what_is_asked_of_the_page_stands_in_its_address(page: Page, address: str) -> None:
    page.goto(address + "daerah/?wilayah=62")
    assert page.get_by_label("Nama atau kode daerah").input_value() == "Kalimantan Tengah"
    known = page.get_by_role("row", name="KBP-POL-01").first
    assert "Indonesia, " in known.inner_text()
    assert known.get_by_role("cell").last.inner_text().startswith("20")
    page.goto(address + "daerah/?tingkat=kabupaten")
    some = page.locator("tbody tr:visible").count()
    page.get_by_label("Atau tingkatnya").select_option("provinsi")
    assert page.url.endswith("?tingkat=provinsi")
    assert page.locator("tbody tr:visible").count() > some
    page.get_by_label("Nama atau kode daerah").fill("tidak ada di mana pun")
    assert "Tidak ada daerah" in page.get_by_role("status").last.inner_text()
    page.goto(address + "daerah/?wilayah=<b>")
    assert "Tidak ada daerah" in page.get_by_role("status").last.inner_text()


def test_the_province_of_a_region_is_named_beside_its_value(page: Page, address: str) -> None:
    page.goto(address + "en/daerah/?wilayah=62.71")
    cell = page.get_by_role("row", name="KBP-ESB-02").first.get_by_role("cell").last
    assert "Its province, 20" in cell.inner_text()


def test_the_list_of_a_region_can_be_taken_along(page: Page, address: str) -> None:
    page.goto(address + "daerah/?wilayah=62.71")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Unduh daftar").click()
    assert taken.value.suggested_filename == "iku-62.71.csv"
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][1:3] == ["Kode", "Indikator"]
    assert {len(row) for row in rows} == {len(rows[0])}
    assert len(rows) - 1 == page.locator("tbody tr:visible").count()


def test_without_scripts_the_shelves_stand_there_with_their_levels(
    chromium: Browser, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(address + "daerah/")
        assert plain.locator("h2").count() == 4
        assert plain.locator(".saringan:visible").count() == 0
        assert plain.get_by_text("provinsi, kabupaten, kota").first.is_visible()


FIRST: Final = (
    ("KBP-WAS-02", "indikator/kbp-was-02/"),
    ("kbp-pol-01", "indikator/kbp-pol-01/"),
    ("KBP-ESB-04", "indikator/kbp-esb-04/"),
    ("KBP-UMM-02", "indikator/kbp-umm-02/"),
    ("KBP-ORM-01", "indikator/kbp-orm-01/"),
    ("IKU310", "temuan/iku310/"),
    ("iku501", "temuan/iku501/"),
    ("IKU052", "temuan/iku052/"),
    ("8.01.02.1.01.0001", "indikator/keluaran/"),
    ("IDI", "indikator/kbp-pol-01/"),
    ("IKUB", "indikator/kbp-esb-02/"),
    ("IHaI", "indikator/kbp-esb-01/"),
    ("indeks demokrasi", "indikator/kbp-pol-01/"),
    ("indeks harmoni", "indikator/kbp-esb-01/"),
    ("kewaspadaan nasional", "indikator/kbp-was-01/"),
    ("kerukunan umat beragama", "indikator/kbp-esb-02/"),
)
"""What people type, and the page they mean: written down before the search was asked."""


@pytest.mark.parametrize(("words", "path"), FIRST)
def test_the_page_that_is_meant_comes_first(
    page: Page, address: str, words: str, path: str
) -> None:
    from playwright.sync_api import expect

    page.goto(address)
    first = _search(page, words).locator("a").first
    # What was found for the first letters stands there for a moment.
    expect(first).to_have_attribute("href", re.compile(re.escape(address + path) + r"([?#]|$)"))
