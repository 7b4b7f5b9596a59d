"""The pages of indicators and the lists, looked at: lengths, lines, cards, paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest

from tests.browser.waiting import HEIGHTS, begins, box, expect, is_read, until

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.site

LENGTHS: Final = {
    # At 1440 and 360 pixels; each was 2 to 3 times as long when versions shared a page.
    "indikator/kbp-pol-01/": (6_500, 11_000),
    "indikator/kbp-was-01/": (4_000, 6_500),
    "indikator/kbp-was-02/": (4_700, 7_500),
    "indikator/kbp-esb-02/": (5_600, 9_300),
    "indikator/kbp-esb-01/": (4_400, 7_000),
    "koreksi/": (10_500, 29_000),
}
SHEETS: Final = {
    "indikator/kbp-pol-01/": 11,
    "indikator/kbp-was-01/": 6,
    "indikator/": 11,
    "koreksi/": 10,
}
"""Pages of paper at most."""
NUMBERED: Final = ("indikator/", "indikator/kbp-pol-01/", "sasaran-nasional/", "skala/")


def _open(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)


@pytest.mark.parametrize("path", LENGTHS)
@pytest.mark.parametrize("at", [0, 1])
def test_a_page_is_no_longer_than_people_read(page: Page, address: str, path: str, at: int) -> None:
    _open(page, address, path, (1440, 360)[at])
    page.wait_for_function("document.fonts.status === 'loaded'")
    shown = page.locator(".md-content")
    most = LENGTHS[path][at]
    until(lambda: shown.evaluate("one => one.scrollHeight"), lambda height: height <= most)


@pytest.mark.parametrize("path", SHEETS)
def test_paper_is_not_wasted(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.emulate_media(media="print")
    sheets = re.findall(rb"/Type /Page\b[^s]", page.pdf(format="A4"))
    assert 1 < len(sheets) <= SHEETS[path]


def test_a_filter_leaves_no_frame_on_paper(page: Page, address: str) -> None:
    page.goto(address + "indikator/")
    page.locator(".saringan-jumlah").wait_for()
    page.emulate_media(media="print")
    filters = page.locator(".saringan")
    expect(filters).to_have_css("border-top-width", "0px")
    until(lambda: box(filters)["height"], lambda height: 0 < height <= 30)
    expect(page.locator(".saringan-isian")).to_be_hidden()


def test_the_cell_that_is_wrong_is_in_sight_on_a_phone(page: Page, address: str) -> None:
    _open(page, address, "temuan/iku356/", 360)
    cell = page.locator(".lembar-kena")
    page.wait_for_function(
        "document.querySelector('.lembar-kena').getBoundingClientRect().right <= innerWidth"
    )
    expect(cell).to_have_text("26")
    expect(page.locator(".lembar-catatan")).to_have_text(begins("peringatan IKU356: "))


@pytest.mark.parametrize("width", [1440, 360])
def test_the_answer_comes_before_everything_else(page: Page, address: str, width: int) -> None:
    _open(page, address, "indikator/kbp-pol-01/", width)
    card = page.locator(".jawaban")
    expect(card).to_have_text(begins("Nilai terakhir"), use_inner_text=True)
    until(lambda: box(card)["bottom"], lambda bottom: bottom < 900)


_BROKEN: Final = """() => {
    // Places where the digits of one number stand on two lines.
    const found = [];
    const content = document.querySelector(".md-content");
    const walker = document.createTreeWalker(content, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { 0: digits, index } of node.data.matchAll(/\\d[\\d.,]*\\d/g)) {
            const range = document.createRange();
            range.setStart(node, index);
            range.setEnd(node, index + digits.length);
            const lines = new Set([...range.getClientRects()].map((box) => Math.round(box.top)));
            if (lines.size > 1) found.push(digits);
        }
    }
    return found;
}"""


def _broken(page: Page) -> list[str]:
    return [one for one in page.evaluate(_BROKEN) if "," in one]


@pytest.mark.parametrize("path", NUMBERED)
def test_the_digits_of_a_number_stay_on_one_line(page: Page, address: str, path: str) -> None:
    for width in (1440, 360):
        _open(page, address, path, width)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        is_read(lambda: _broken(page), [])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    is_read(lambda: _broken(page), [])


def test_what_the_filter_hides_takes_no_room(page: Page, address: str) -> None:
    page.goto(address + "indikator/#kata=konflik")
    page.get_by_role("status").first.wait_for()
    hidden = page.locator(".md-content [hidden]")
    is_read(lambda: set(hidden.evaluate_all(HEIGHTS)), {0})
    listed = page.locator(".md-nav--secondary a:visible")
    shown = page.locator(".md-content :is(h2, h3):visible")
    until(
        lambda: (listed.all_inner_texts(), shown.all_inner_texts()),
        lambda texts: [_bare(text) for text in texts[0]] == [_bare(text) for text in texts[1]],
    )


def _bare(heading: str) -> str:
    return heading.replace("¶", "").strip()


def test_corrections_are_filtered_by_the_column_that_is_wrong(page: Page, address: str) -> None:
    page.goto(address + "koreksi/")
    rows = page.locator(".md-content tbody tr:visible")
    everything = until(rows.count, bool)
    page.get_by_label("Kolom yang keliru").select_option("Satuan")
    texts = until(rows.all_inner_texts, lambda texts: 0 < len(texts) < everything)
    assert all("Satuan" in text for text in texts)
    expect(page.get_by_role("status")).to_have_text(f"{len(texts)} dari {everything} koreksi")


def test_on_a_phone_a_row_is_a_card_with_names_for_its_cells(page: Page, address: str) -> None:
    _open(page, address, "indikator/", 360)
    row = page.get_by_role("row", name="KBP-POL-01").first
    named = until(
        lambda: row.evaluate(
            """row => [...row.cells].map((cell) => {
                const before = getComputedStyle(cell, "::before").content;
                return [before === "none" ? "" : before.slice(1, -1), cell.innerText.trim()];
            })"""
        ),
        lambda named: ["Pemilik", "Badan Pusat Statistik"] in named,
    )
    assert named[0] == ["", "KBP-POL-01"]
    assert ["Nilai terakhir", "78,19 (2025)"] in named
    until(lambda: box(row)["right"], lambda right: right <= 360)


def test_without_scripts_a_table_stays_a_table(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(address + "indikator/kbp-pol-01/")
        expect(plain.locator("table[data-kartu]")).to_have_count(0)
        expect(plain.locator(".gambar--lebar svg")).to_be_visible()


@pytest.mark.parametrize(("width", "shown"), [(1440, "lebar"), (360, "sempit")])
def test_the_letters_of_a_chart_keep_their_size(
    page: Page, address: str, width: int, shown: str
) -> None:
    _open(page, address, "indikator/kbp-pol-01/", width)
    visible = page.locator(".grafik svg:visible")
    expect(visible).to_have_count(1)
    expect(page.locator(f".gambar--{shown}")).to_be_visible()
    scale = "svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width"
    until(lambda: visible.evaluate(scale), lambda found: found * 12 >= 11)


@pytest.mark.parametrize("kind", ["CSV", "SVG", "PNG"])
def test_the_chart_can_be_taken_along(page: Page, address: str, kind: str) -> None:
    page.goto(address + "indikator/kbp-pol-01/")
    with page.expect_download() as taken:
        page.get_by_role("button", name=f"Unduh {kind}").click()
    assert taken.value.suggested_filename == f"kbp-pol-01-Indonesia.{kind.lower()}"
    content = Path(taken.value.path()).read_bytes()
    if kind == "PNG":
        assert content.startswith(b"\x89PNG")
    elif kind == "SVG":
        assert b"var(--" not in content
        assert b"81,69" in content
    else:
        lines = content.decode("utf-8-sig").splitlines()
        assert lines[0] == "tahun;nilai;kedudukan"
        assert "2025;78,19;dilaporkan" in lines


@pytest.mark.parametrize("column", [2, 3, 4])
def test_the_terms_of_a_weighted_sum_stand_in_columns(
    page: Page, address: str, column: int
) -> None:
    _open(page, address, "indikator/kbp-pol-01/", 1440)
    cells = page.locator(f".rumus mtr > mtd:nth-child({column}) > *")
    lefts = "cells => cells.map((one) => Math.round(one.getBoundingClientRect().x))"
    until(lambda: set(cells.evaluate_all(lefts)), lambda found: len(found) == 1)


def test_numerator_and_bar_do_not_touch(page: Page, address: str) -> None:
    _open(page, address, "indikator/kbp-was-02/", 1440)
    above, below = (page.locator(".rumus mfrac mtext").nth(at) for at in (0, 1))
    until(lambda: box(below)["top"] - box(above)["bottom"], lambda gap: gap >= 5)
    until(lambda: box(above)["height"], lambda height: height < 30)  # one line on a desk


def test_an_address_with_numbers_computes_them(page: Page, address: str) -> None:
    numbers = "variables.konflik_diselesaikan=17&variables.konflik=20&target.target=90"
    page.goto(f"{address}indikator/kbp-was-02/#{numbers}")
    said = page.locator(".kalkulator-hasil")
    expect(said).to_contain_text("85,00 persen")
    expect(said).to_contain_text("94,44 %")
    field = page.locator("input[name='variables.konflik']")
    field.fill("16")
    page.get_by_role("button", name="Hitung").click()
    page.wait_for_url("**variables.konflik=16*")
    page.locator(".kalkulator").get_by_role("button", name="Kosongkan").click()
    page.wait_for_url(re.compile("^[^#]*$"))


def test_a_rule_between_numbers_marks_their_fields_and_speaks_in_labels(
    page: Page, address: str
) -> None:
    numbers = "variables.konflik_diselesaikan=25&variables.konflik=20"
    page.goto(f"{address}indikator/kbp-was-02/#{numbers}")
    marked = page.locator(".kalkulator [aria-invalid]")
    is_read(
        lambda: marked.evaluate_all("inputs => inputs.map((input) => input.name)"),
        ["variables.konflik_diselesaikan", "variables.konflik"],
    )
    said = page.locator(".kalkulator-hasil")
    expect(said).to_contain_text("Jumlah konflik sosial yang terjadi = 20")
    expect(said).not_to_contain_text("konflik_diselesaikan")


def test_a_target_that_is_no_class_is_told_without_holes(page: Page, address: str) -> None:
    page.goto(f"{address}indikator/kbp-was-02/#variables.konflik=20&target.target=abc")
    said = page.locator(".kalkulator")
    expect(said).to_contain_text("Target 'abc' bukan bilangan, rentang, atau batas.")
    expect(said).not_to_contain_text(re.compile(r"(?:skala|dari) -"))


def test_a_fraction_has_no_dots_of_thousands(page: Page, address: str) -> None:
    numbers = "variables.konflik_diselesaikan=1250&variables.konflik=1851"
    page.goto(f"{address}indikator/kbp-was-02/#{numbers}")
    said = page.locator(".kalkulator-hasil")
    expect(said).to_contain_text("67 983/1851")
    expect(said).not_to_contain_text(re.compile(r"\d\.\d+/|/\d+\.\d"))


def test_the_result_and_the_citation_can_be_copied(chromium: Browser, address: str) -> None:
    with chromium.new_context() as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        page = context.new_page()
        page.goto(f"{address}indikator/kbp-pol-01/#variables.nilai_rilis=79")
        page.get_by_role("button", name="Salin hasil dan tautannya").click()
        page.get_by_text("Tersalin.").wait_for()
        copied = page.evaluate("navigator.clipboard.readText()")
        assert copied.startswith("KBP-POL-01\nNilai: 79,00 indeks")
        assert copied.endswith("#variables.nilai_rilis=79")
        page.get_by_role("button", name="Salin kutipan").click()
        page.get_by_text("Tersalin.").nth(1).wait_for()
        cited = page.evaluate("navigator.clipboard.readText()")
        assert "KBP-POL-01, versi 2021." in cited
        assert f"{address}indikator/kbp-pol-01-2021/" in cited
        page.goto(f"{address}indikator/kbp-pol-01-2021/")
        page.wait_for_url(f"{address}indikator/kbp-pol-01/")


def test_no_page_of_the_english_site_holds_a_paragraph_of_a_definition(
    page: Page, address: str
) -> None:
    page.goto(address + "indikator/kbp-pol-01/")
    cells = page.locator("td:has-text('Nilai gabungan tertimbang')")
    texts = until(cells.all_inner_texts, bool)
    page.goto(address + "en/indikator/kbp-pol-01/")
    expect(page.locator(".md-content")).not_to_contain_text(texts[0])
