"""The built site, read as its readers do: on a desk, on a phone, in the dark, on paper."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
import yaml

import kesbang_iku as iku
from kesbang_iku.findings import localized
from tests.browser.readability import NO_COLOURS, ONLY_COLOURS, violations
from tests.browser.waiting import HEIGHTS, begins, box, expect, is_read, until
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
    "wilayah/",
    "wilayah/?wilayah=62&indikator=kbp-pol-01",
    "predikat/?capaian=94,44",
    "indikator/",
    "indikator/keluaran/",
    "indikator/kbp-pol-01/",
    "indikator/kbp-pol-01-2009/",
    "indikator/kbp-pol-01-2015/",
    "indikator/kbp-was-01/",
    "indikator/kbp-was-02/",
    "indikator/kbp-esb-01/",
    "indikator/kbp-esb-02/",
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
    "en/temuan/",
    "en/wilayah/",
    "404.html",
)
"""A page of every kind there is."""


@pytest.mark.parametrize("path", PAGES)
def test_anyone_can_read_it_on_a_desk_in_the_dark_and_on_a_phone(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    # Colours change in a moment; what is in between is nobody's colour.
    page.add_style_tag(content="*, *::before, *::after { transition: none !important; }")
    for button in page.locator(".kalkulator [type='submit']").all()[:1]:
        button.click()
    for width in (1280, 360):
        _look(page, width)
        assert (width, violations(page, NO_COLOURS)) == (width, {})
    until(lambda: page.evaluate("document.documentElement.scrollWidth"), lambda wide: wide <= 360)
    # Colours do not change with the width. Behind tables that scroll lies a shadow against which
    # no checker can judge.
    page.add_style_tag(content=".md-typeset__scrollwrap { background: none !important; }")
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for scheme in ("default", "slate"):
        _look(page, 1280, scheme)
        assert (scheme, violations(page, ONLY_COLOURS)) == (scheme, {})


@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_a_link_can_be_read_while_one_points_at_it(page: Page, address: str, scheme: str) -> None:
    page.goto(address + "laporan/")
    page.add_style_tag(content="*, *::before, *::after { transition: none !important; }")
    _look(page, 1280, scheme)
    for link in [
        page.locator(f"{where}:visible").last for where in (".md-content p a", ".md-nav a")
    ]:
        link.hover()
        assert (scheme, violations(page, ONLY_COLOURS)) == (scheme, {})


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
    expect(box).to_have_attribute("tabindex", "0")
    box.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    _look(page, 1280)
    expect(box).to_have_count(0)


@pytest.mark.parametrize("path", ["indikator/kbp-was-02/", "indikator/kbp-pol-01/"])
def test_it_can_be_printed(page: Page, address: str, path: str, tmp_path: Path) -> None:
    page.goto(address + path)
    page.emulate_media(media="print")
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator(".md-content h1")).to_be_visible()
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
    expect(values).to_have_js_property("open", True)
    expect(page.locator("details.example li").first).to_be_visible()
    expect(documents.locator("li").first).to_be_visible()
    expect(values.locator("summary")).to_be_visible()
    expect(values.locator("table")).to_be_hidden()
    expect(page.locator(".kalkulator").first).to_be_hidden()
    page.emulate_media(media="screen")
    page.locator(".kalkulator [type='submit']").first.click()
    page.emulate_media(media="print")
    expect(page.locator(".kalkulator").first).to_be_visible()


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
    until(
        lambda: _search(page, words).all_inner_texts()[:3],
        lambda titles: any(title.casefold() in found.casefold() for found in titles),
    )


def _search(page: Page, words: str) -> Locator:
    """Type words into the search; return the links to what it found."""
    field = page.get_by_role("searchbox").first
    field.click()
    field.fill(words)
    found = page.locator(".md-header .cari-hasil li a")
    found.first.wait_for(timeout=60_000)
    return found


@pytest.mark.parametrize("path", ["", "en/"])
def test_search_keeps_to_the_language_of_the_reader(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    links = "links => links.map((link) => link.href)"
    found = _search(page, "target")
    addresses = until(lambda: found.evaluate_all(links), lambda found: len(found) > 5)
    assert {link.startswith(f"{address}en/") for link in addresses} == {path == "en/"}


def test_the_list_is_filtered_by_words_and_facets_and_the_address_keeps_it(
    page: Page, address: str, katalog: iku.Catalog
) -> None:
    newest = [katalog.versions(code)[-1] for code in katalog.codes]
    rows = page.locator(".md-content tbody tr:visible:has(td:first-child code)")
    page.goto(address + "indikator/")
    expect(rows).to_have_count(len(newest))
    page.get_by_label("Polaritas").select_option("minimalkan")
    expected = {one.kode for one in newest if one.polaritas == "minimalkan"}
    is_read(lambda: set(_codes(rows)), expected)
    status = page.locator(".saringan-jumlah")
    page.get_by_label("Kata, singkatan atau kode").fill("konflik")
    page.wait_for_url("**kata=konflik*")
    left = until(lambda: _codes(rows), lambda codes: 0 < len(codes) < len(expected))
    page.reload()
    expect(status).to_have_text(re.compile(rf"^{len(left)} "))
    is_read(lambda: _codes(rows), left)
    page.get_by_role("button", name="Hapus saringan").press("Enter")
    page.wait_for_function("!location.hash")
    expect(rows).to_have_count(len(newest))


def _codes(rows: Locator) -> list[str]:
    return rows.locator("td:first-child code").all_inner_texts()


def test_a_word_is_found_where_one_begins(page: Page, address: str) -> None:
    page.goto(address + "indikator/#kata=IDI")
    rows = page.locator(".md-content tbody tr:visible:has(td:first-child code)")
    page.locator(".saringan-jumlah").filter(has_text=re.compile("^[1-9] ")).wait_for()
    aspects = ["KBP-POL-32", "KBP-POL-33", "KBP-POL-34"]
    # One definition speaks of ``idiologi``; none of those that hold it inside a word is found.
    is_read(lambda: sorted(_codes(rows)), ["KBP-IDE-06", "KBP-POL-01", *aspects])


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
    assert result.nilai is not None
    answer = calculator.get_by_role("status")
    value = f"{localized(f'{result.nilai:f}')} "
    said = until(answer.inner_text, lambda text: value in text)
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


def test_an_address_brings_back_a_target_alone(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "indikator/kbp-was-02/#target.target=80")
    expect(calculator.locator("input[name='target.target']")).to_have_value("80")
    expect(calculator.get_by_role("status")).to_contain_text("Belum lengkap")


def test_what_reads_in_two_ways_is_asked_back(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "indikator/kbp-esb-03/")
    field = calculator.locator("input[name='variables.dektari']")
    calculator.locator("input[name='variables.dektara']").fill("2")
    field.fill("1.234")
    calculator.get_by_role("button", name="Hitung").click()
    status = calculator.get_by_role("status")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(status).to_contain_text("IKU050")
    expect(status).to_contain_text("Ditolak")
    calculator.get_by_role("button", name="1,2340").click()
    expect(field).to_have_value("1,2340")
    expect(calculator.locator("[aria-invalid]")).to_have_count(0)
    expect(status).not_to_contain_text("IKU050")


def test_missing_and_zero_are_answered_and_not_computed(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "indikator/kbp-was-02/")
    calculator.locator("input[name='variables.konflik_diselesaikan']").fill("0")
    calculator.get_by_role("button", name="Hitung").click()
    status = calculator.get_by_role("status")
    expect(status).to_contain_text("Belum lengkap")
    calculator.locator("input[name='variables.konflik']").fill("0")
    calculator.get_by_role("button", name="Hitung").click()
    expect(status).to_contain_text("Tidak terdefinisi: nilai tidak ada, bukan nol.")


def test_the_english_calculator_speaks_english(page: Page, address: str) -> None:
    calculator = _calculator(page, address, "en/indikator/kbp-was-02/")
    calculator.get_by_role("button", name="Fill in the example").click()
    expect(calculator.get_by_role("status")).to_contain_text("Steps of the value")


def test_the_calculator_works_from_a_disk(chromium: Browser, site: Path) -> None:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"file://{site}/indikator/kbp-was-02/index.html")
    page.get_by_role("button", name="Isi dengan contoh").click()
    expect(page.get_by_role("status").first).to_contain_text("Langkah nilai")
    context.close()


def test_without_scripts_a_sentence_stands_in_place_of_the_calculator(
    chromium: Browser, address: str
) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "indikator/kbp-was-02/")
    expect(page.locator(".kalkulator")).to_contain_text("Tanpa JavaScript")
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
    expect(page.locator("html")).to_have_attribute("lang", ("en" if "en/" in there else "id"))


@pytest.mark.parametrize(
    ("path", "language", "home"),
    [("indikator/kbp-was-02/", "id", "Beranda"), ("en/indikator/kbp-was-02/", "en", "Home")],
)
def test_the_menu_is_that_of_the_language(
    page: Page, address: str, path: str, language: str, home: str
) -> None:
    page.goto(address + path)
    menu = page.locator(".md-nav--primary > .md-nav__list")
    expect(menu.locator("a").first).to_have_text(home)
    links = "menu => [...menu.querySelectorAll('a')].map((link) => link.href)"
    found = until(lambda: menu.evaluate(links), lambda found: len(found) > 20)
    inside = {link.startswith(f"{address}en/") for link in found if "#" not in link}
    assert inside == {language == "en"}
    root = address if language == "id" else f"{address}en/"
    expect(page.locator("header .md-logo")).to_have_js_property("href", root)


@pytest.mark.parametrize("path", ["", "en/"])
def test_the_first_page_says_in_one_screen_what_this_is_and_how_to_start(
    page: Page, address: str, path: str
) -> None:
    page.goto(address + path)
    doors = page.locator(".pintu")
    until(lambda: box(doors)["bottom"], lambda bottom: bottom <= 900)
    expect(page.locator(".bukan")).to_have_count(1)
    expect(page.locator(".pintu li")).to_have_count(3)
    expect(page.locator(".tiga-angka li")).to_have_count(3)


def test_dark_is_remembered(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.locator("label[for='__palette_1']").click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    page.goto(address + "indikator/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")


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
    page.wait_for_url("**/daerah/?wilayah=62.71")
    expect(page.get_by_role("status").last).to_have_text(begins("Kota Palangkaraya (62.71): "))
    asked = _shelf(page, "diarahkan")
    expect(asked.locator("td:first-child")).to_have_text(["KBP-ESB-01", "KBP-WAS-01", "KBP-ORM-01"])
    rows = page.locator("tbody tr:visible").all_inner_texts
    until(rows, lambda texts: all("kota" in row for row in texts))
    expect(page.get_by_text("template --wilayah 62.71 --rencana")).to_be_visible()


def test_what_is_asked_of_the_page_stands_in_its_address(page: Page, address: str) -> None:
    page.goto(address + "daerah/?wilayah=62")
    expect(page.get_by_label("Nama atau kode daerah")).to_have_value("Kalimantan Tengah")
    known = page.get_by_role("row", name="KBP-POL-01").first
    expect(known).to_contain_text("Indonesia, ")
    expect(known.get_by_role("cell").last).to_have_text(begins("20"))
    page.goto(address + "daerah/?tingkat=kabupaten")
    rows = page.locator("tbody tr:visible")
    everything = until(rows.count, bool)
    page.get_by_label("Atau tingkatnya").select_option("provinsi")
    page.wait_for_url("**/?tingkat=provinsi")
    until(rows.count, lambda count: count > everything)
    page.get_by_label("Nama atau kode daerah").fill("tidak ada di mana pun")
    expect(page.get_by_role("status").last).to_contain_text("Tidak ada daerah")
    page.goto(address + "daerah/?wilayah=<b>")
    expect(page.get_by_role("status").last).to_contain_text("Tidak ada daerah")


def test_the_province_of_a_region_is_named_beside_its_value(page: Page, address: str) -> None:
    page.goto(address + "en/daerah/?wilayah=62.71")
    cell = page.get_by_role("row", name="KBP-ESB-02").first.get_by_role("cell").last
    expect(cell).to_contain_text("Its province, 20")


def test_the_list_of_a_region_can_be_taken_along(page: Page, address: str) -> None:
    page.goto(address + "daerah/?wilayah=62.71")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Unduh daftar").click()
    assert taken.value.suggested_filename == "iku-62.71.csv"
    text = Path(taken.value.path()).read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[0][1:3] == ["Kode", "Indikator"]
    assert {len(row) for row in rows} == {len(rows[0])}
    expect(page.locator("tbody tr:visible")).to_have_count(len(rows) - 1)


def test_without_scripts_the_shelves_stand_there_with_their_levels(
    chromium: Browser, address: str
) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(address + "daerah/")
        expect(plain.locator("h2")).to_have_count(4)
        expect(plain.locator(".saringan:visible")).to_have_count(0)
        expect(plain.get_by_text("provinsi, kabupaten, kota").first).to_be_visible()


TYPED: Final = yaml.safe_load(
    Path(__file__).with_name("first_hits.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", TYPED)
def test_the_page_that_is_meant_comes_first(page: Page, address: str, language: str) -> None:
    page.goto(address + ("en/" if language == "en" else ""))
    said = page.locator(".md-header .cari-kabar")
    for typed in TYPED[language]:
        first = _search(page, typed["cari"]).first
        wanted = re.escape(typed["halaman"]) + r"(#.*)?$"
        # What was found for the first letters, or before, stands there for a moment.
        expect(first).to_have_attribute("href", re.compile(wanted))
        if "terbaca" in typed:
            expect(said).to_contain_text(typed["terbaca"])
        else:
            expect(said).not_to_contain_text(re.compile("Maksud Anda|Did you mean"))


def test_what_is_found_stands_in_groups_and_the_keyboard_goes_through_it(
    page: Page, address: str
) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.keyboard.type("konflik")
    groups = page.locator(".md-header .cari-kelompok")
    groups.first.wait_for()
    is_read(
        lambda: [text.casefold() for text in groups.all_inner_texts()],
        ["indikator", "panduan", "temuan"],
    )
    page.keyboard.press("ArrowDown")
    expect(page.locator(".md-header .cari-hasil li a").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("searchbox").first).to_be_focused()
    expect(page.locator(".md-header .cari-hasil li")).to_have_count(0)


def test_enter_opens_what_stands_first(page: Page, address: str) -> None:
    page.goto(address)
    field = page.locator(".cari-besar input")
    field.fill("KBP-WAS-02")
    field.press("Enter")
    page.wait_for_url(f"{address}indikator/kbp-was-02/")


LIT: Final = {
    "": ("Beranda", None),
    "indikator/": ("Indikator", "Semua indikator"),
    "indikator/kbp-was-02/": ("Indikator", "Semua indikator"),
    "indikator/keluaran/": ("Indikator", "Indikator keluaran"),
    "wilayah/": ("Nilai dan target", "Nilai menurut daerah"),
    "predikat/": ("Capaian dan predikat", "Predikat sebuah capaian"),
    "periksa/": ("Periksa rencana dan laporan", "Periksa berkas"),
    "temuan/iku410/": ("Periksa rencana dan laporan", "Temuan"),
    "peraturan/uu-7-2012/": ("Tentang", "Peraturan"),
    "panduan-perencana/": ("Panduan", "Perencana dengan Excel"),
    "rumah/": ("Pengembang", "Rumah"),
    "en/indikator/kbp-was-02/": ("Indicators", "All indicators"),
    "en/check/": ("Check plans and reports", "Check a file"),
}
"""Where in the menu a page of each kind is."""


@pytest.mark.parametrize("path", LIT)
def test_the_menu_says_where_one_is(page: Page, address: str, path: str) -> None:
    tab, entry = LIT[path]
    page.goto(address + path)
    expect(page.locator(".md-tabs__item--active")).to_have_text([tab])
    # The theme marks the section that is read, too; it is no entry of the menu.
    active = page.locator(".md-nav--primary .md-nav__link--active[aria-current]")
    expect(active).to_have_text([entry or tab])
    if entry:
        path_above = page.locator(".remah a")
        expect(path_above.nth(1)).to_have_text(tab)
        expect(path_above.last).to_have_text(re.compile(f"^(?:{tab}|{entry})$"))
        expect(active).to_be_visible()
        expect(page.locator(".menu-bagian:visible")).to_have_count(1)


def test_a_page_of_a_list_leads_to_the_next_one(page: Page, address: str) -> None:
    page.goto(address + "temuan/iku410/")
    page.locator(".kaki-tetangga a[rel='next']").click()
    page.wait_for_url(f"{address}temuan/iku411/")
    page.locator(".kaki-tetangga a[rel='prev']").click()
    page.wait_for_url(f"{address}temuan/iku410/")


@pytest.mark.parametrize("path", ["indikator/#kata=wasbang", "temuan/?kata=pembulatan"])
def test_what_a_filter_leaves_out_takes_no_room(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.locator(".saringan-jumlah").filter(has_text=re.compile(r"^\d+ ")).wait_for()
    page.wait_for_function("document.querySelectorAll('.md-content [hidden]').length > 5")
    hidden = page.locator(".md-content [hidden]")
    is_read(lambda: set(hidden.evaluate_all(HEIGHTS)), {0})
    expect(page.locator(".md-content tbody tr:visible").first).to_be_visible()


def test_a_region_shows_its_values_with_their_sources(page: Page, address: str) -> None:
    page.goto(address + "wilayah/")
    page.get_by_label("Nama atau kode daerah").fill("kalimantan tengah")
    page.wait_for_url("**/wilayah/?wilayah=62")
    own = page.locator(".wilayah-daerah table").first
    row = own.get_by_role("row", name="Indeks Demokrasi Indonesia").first
    expect(row).to_contain_text("2018: 71,27")
    expect(row.get_by_role("link").nth(1)).to_be_visible()
    page.get_by_label("Indikator pada peta").select_option("KBP-POL-01")
    page.wait_for_url("**indikator=kbp-pol-01*")
    page.reload()
    expect(page.get_by_label("Indikator pada peta")).to_have_value("KBP-POL-01")
    expect(page.locator(".petak")).to_have_count(38)
    page.locator(".petak a[data-kode='61']").click()
    page.wait_for_url("**wilayah=61*")


def test_without_scripts_the_values_stand_there_as_a_list(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(address + "wilayah/")
        row = plain.get_by_role("row", name="Kalimantan Tengah").last
        expect(row).to_contain_text("IDI 20")
        expect(plain.locator(".petak:visible")).to_have_count(38)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("94,44", "94,44 → Sangat Tinggi"),
        ("90,99", "90,99 → Tinggi"),
        ("91", "91 → Sangat Tinggi"),
        ("50,999", "50,999 → Sangat Rendah"),
        ("94.44 %", "94,44 → Sangat Tinggi"),
        ("1.234", "Tulis angka"),
        ("abc", "Tulis angka"),
    ],
)
def test_an_achievement_is_answered_with_its_category(
    page: Page, address: str, typed: str, said: str
) -> None:
    page.goto(address)
    page.get_by_label("Capaian (%)").fill(typed)
    expect(page.locator(".predikat-jawaban")).to_have_text(begins(said))
