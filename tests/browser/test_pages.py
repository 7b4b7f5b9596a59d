"""The pages of indicators and the lists, looked at: lengths, lines, colours, cards, paper."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest

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
KINDS: Final = (*LENGTHS, "indikator/", "indikator/kbp-pol-01-2009/", "peraturan/", "skala/")


def _open(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)


@pytest.mark.parametrize("path", LENGTHS)
def test_a_page_is_no_longer_than_people_read(page: Page, address: str, path: str) -> None:
    for width, most in zip((1440, 360), LENGTHS[path], strict=True):
        _open(page, address, path, width)
        page.wait_for_function("document.fonts.status === 'loaded'")
        height = page.evaluate("document.querySelector('.md-content').scrollHeight")
        assert height <= most, (width, height)


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
    box = page.locator(".saringan")
    assert box.evaluate("one => getComputedStyle(one).borderTopWidth") == "0px"
    assert box.bounding_box()["height"] <= 30  # type: ignore[index]  # it is shown
    assert page.locator(".saringan-isian").is_hidden()


def test_the_cell_that_is_wrong_is_in_sight_on_a_phone(page: Page, address: str) -> None:
    _open(page, address, "temuan/iku356/", 360)
    cell = page.locator(".lembar-kena")
    page.wait_for_function(
        "document.querySelector('.lembar-kena').getBoundingClientRect().right <= innerWidth"
    )
    assert cell.inner_text() == "26"
    assert page.locator(".lembar-catatan").inner_text().startswith("peringatan IKU356: ")


def test_the_answer_comes_before_everything_else(page: Page, address: str) -> None:
    for width in (1440, 360):
        _open(page, address, "indikator/kbp-pol-01/", width)
        card = page.locator(".jawaban")
        assert card.inner_text().startswith("Nilai terakhir")
        box = card.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] < 900


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


@pytest.mark.parametrize("path", NUMBERED)
def test_the_digits_of_a_number_stay_on_one_line(page: Page, address: str, path: str) -> None:
    for width in (1440, 360):
        _open(page, address, path, width)
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert [one for one in page.evaluate(_BROKEN) if "," in one] == [], width
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 794, "height": 1123})
    assert [one for one in page.evaluate(_BROKEN) if "," in one] == []


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("scheme", ["default", "slate"])
def test_everything_can_be_read_against_what_is_behind_it(
    page: Page, address: str, path: str, scheme: str
) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.goto(address + path)
    # Behind tables lies a shadow against which no checker can judge.
    page.add_style_tag(
        content="*, *::before, *::after { transition: none !important; }"
        ".md-typeset__scrollwrap { background: none !important; }"
    )
    page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    page.evaluate("scheme => document.body.dataset.mdColorScheme = scheme", scheme)
    rules = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    found: list[Any] = Axe().run(page, options=rules).response["violations"]
    assert [str(node["html"])[:120] for one in found for node in one["nodes"][:3]] == []


def test_what_the_filter_hides_takes_no_room(page: Page, address: str) -> None:
    page.goto(address + "indikator/#kata=konflik")
    page.get_by_role("status").first.wait_for()
    heights = page.evaluate(
        "[...document.querySelectorAll('.md-content [hidden]')].map((one) => one.offsetHeight)"
    )
    assert heights
    assert set(heights) == {0}
    listed = page.locator(".md-nav--secondary a:visible").all_inner_texts()
    shown = page.locator(".md-content :is(h2, h3):visible").all_inner_texts()
    assert [text.strip() for text in listed] == [text.replace("¶", "").strip() for text in shown]


def test_corrections_are_filtered_by_the_column_that_is_wrong(page: Page, address: str) -> None:
    page.goto(address + "koreksi/")
    rows = page.locator(".md-content tbody tr:visible")
    everything = rows.count()
    page.get_by_label("Kolom yang keliru").select_option("Satuan")
    assert 0 < rows.count() < everything
    assert all("Satuan" in text for text in rows.all_inner_texts())
    said = page.get_by_role("status").inner_text()
    assert said == f"{rows.count()} dari {everything} koreksi"


def test_on_a_phone_a_row_is_a_card_with_names_for_its_cells(page: Page, address: str) -> None:
    _open(page, address, "indikator/", 360)
    row = page.get_by_role("row", name="KBP-POL-01").first
    named = row.evaluate(
        """row => [...row.cells].map((cell) => {
            const before = getComputedStyle(cell, "::before").content;
            return [before === "none" ? "" : before.slice(1, -1), cell.innerText.trim()];
        })"""
    )
    assert named[0] == ["", "KBP-POL-01"]
    assert ["Pemilik", "Badan Pusat Statistik"] in named
    assert ["Nilai terakhir", "78,19 (2025)"] in named
    widest = row.evaluate("row => row.getBoundingClientRect().right")
    assert widest <= 360


def test_without_scripts_a_table_stays_a_table(chromium: Browser, address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        plain = context.new_page()
        plain.goto(address + "indikator/kbp-pol-01/")
        assert plain.locator("table[data-kartu]").count() == 0
        assert plain.locator(".gambar--lebar svg").is_visible()


@pytest.mark.parametrize(("width", "shown"), [(1440, "lebar"), (360, "sempit")])
def test_the_letters_of_a_chart_keep_their_size(
    page: Page, address: str, width: int, shown: str
) -> None:
    _open(page, address, "indikator/kbp-pol-01/", width)
    visible = page.locator(".grafik svg:visible")
    assert visible.count() == 1
    assert page.locator(f".gambar--{shown}").is_visible()
    scale = visible.evaluate("svg => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width")
    assert scale * 12 >= 11


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


def test_the_terms_of_a_weighted_sum_stand_in_columns(page: Page, address: str) -> None:
    _open(page, address, "indikator/kbp-pol-01/", 1440)
    for column in (2, 3, 4):
        cells = page.locator(f".rumus mtr > mtd:nth-child({column}) > *")
        lefts = {round(one["x"]) for cell in cells.all() if (one := cell.bounding_box())}
        assert len(lefts) == 1, column


def test_numerator_and_bar_do_not_touch(page: Page, address: str) -> None:
    _open(page, address, "indikator/kbp-was-02/", 1440)
    above, below = page.locator(".rumus mfrac mtext").all()
    upper, lower = above.bounding_box(), below.bounding_box()
    assert upper is not None
    assert lower is not None
    assert lower["y"] - (upper["y"] + upper["height"]) >= 5
    assert upper["height"] < 30, "one line on a desk"


def test_an_address_with_numbers_computes_them(page: Page, address: str) -> None:
    numbers = "variables.konflik_diselesaikan=17&variables.konflik=20&target.target=90"
    page.goto(f"{address}indikator/kbp-was-02/#{numbers}")
    said = page.locator(".kalkulator-hasil")
    assert "85,00 persen" in said.inner_text()
    assert "94,44 %" in said.inner_text()
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
    names = marked.evaluate_all("inputs => inputs.map((input) => input.name)")
    assert names == ["variables.konflik_diselesaikan", "variables.konflik"]
    said = page.locator(".kalkulator-hasil").inner_text()
    assert "Jumlah konflik sosial yang terjadi = 20" in said
    assert "konflik_diselesaikan" not in said


def test_a_target_that_is_no_class_is_told_without_holes(page: Page, address: str) -> None:
    page.goto(f"{address}indikator/kbp-was-02/#variables.konflik=20&target.target=abc")
    said = page.locator(".kalkulator").inner_text()
    assert "Target 'abc' bukan bilangan, rentang, atau batas." in said
    assert not re.search(r"(?:skala|dari) -", said)


def test_a_fraction_has_no_dots_of_thousands(page: Page, address: str) -> None:
    numbers = "variables.konflik_diselesaikan=1250&variables.konflik=1851"
    page.goto(f"{address}indikator/kbp-was-02/#{numbers}")
    said = page.locator(".kalkulator-hasil").inner_text()
    assert "67 983/1851" in said
    assert not re.search(r"\d\.\d+/|/\d+\.\d", said)


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
    texts = page.locator("td:has-text('Nilai gabungan tertimbang')").all_inner_texts()
    assert texts
    page.goto(address + "en/indikator/kbp-pol-01/")
    assert texts[0] not in page.locator(".md-content").inner_text()
