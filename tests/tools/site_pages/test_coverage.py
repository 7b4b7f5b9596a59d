"""The page of the official list has every row, on one side or the other."""

from __future__ import annotations

import re

import pytest

from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.publish.pages.indicator import indicator_page
from kesbang_iku.sources.data import load_data
from tests.composite_indicators import catalog
from tools.site_pages.coverage import coverage_page

ROWS = load_data("cakupan.yaml", CoverageFile)


@pytest.fixture(scope="module")
def text() -> str:
    return coverage_page(ROWS, catalog())


def test_every_row_stands_on_the_page_once(text: str) -> None:
    codes = re.findall(r"^ *\| `(\d\d\.\d\d\.[\d.]+)`(?:{: #[\w-]+ })? \|", text, re.MULTILINE)
    assert sorted(codes) == sorted(row.kodref for row in ROWS.baris)


def test_the_counts_add_up_to_all_rows(text: str) -> None:
    found = re.search(
        r"Dari (\d+) baris .* (\d+) ada di katalog: (\d+) sebagai indikator dan (\d+) sebagai "
        r"variabel .*\. (\d+) baris tidak diambil",
        text,
    )
    assert found
    rows, covered, whole, parts, left = map(int, found.groups())
    assert rows == len(ROWS.baris) == covered + left
    assert covered == whole + parts


def test_a_covered_row_leads_to_its_indicator_and_names_its_variable(text: str) -> None:
    row = next(row for row in ROWS.covered if row.variabel is not None)
    assert row.entri is not None
    (line,) = [line for line in text.splitlines() if line.startswith(f"| `{row.kodref}`")]
    assert f"[{row.entri}](indikator/{row.entri.lower()}.md), variabel `{row.variabel}`" in line


def test_every_code_of_an_indicator_leads_to_its_row(text: str) -> None:
    anchors = set(re.findall(r"{: (#kodref-[\d-]+) }", text))
    for code in catalog().codes:
        versions = [one.versi for one in catalog().versions(code)]
        written = "".join(indicator_page(code, catalog(), version=one) for one in versions)
        led = re.findall(r"\(\.\./baris-kodref\.md(#[\w-]+)\)", written)
        found = {number for one in catalog().versions(code) for number in one.rujukan.kodref}
        assert len(set(led)) == len(found), code
        assert set(led) <= anchors, code


def test_rows_left_out_stand_below_their_ground(text: str) -> None:
    left_out = text.partition("## Yang tidak diambil")[2]
    for ground, rows in ROWS.left_out.items():
        after = left_out.partition(ROWS.alasan[ground][:40])[2]
        block = after.partition("\n\n??? ")[2].partition("\n\n??? ")[0]
        assert all(f"`{row.kodref}`" in block for row in rows), ground


def test_each_theme_counts_its_indicators(text: str) -> None:
    themes = text.partition("## Menurut tema")[2].partition("\n## ")[0]
    assert len(catalog().tables.themes) == 6
    for theme in catalog().tables.themes.values():
        (line,) = [line for line in themes.splitlines() if line.startswith(f"| {theme.nama} |")]
        inside = [code for code in catalog().codes if theme.kode in catalog()[code].tema]
        assert f"| {len(inside)} |" in line


def test_the_sections_that_were_read_are_named_in_english_too() -> None:
    text = coverage_page(ROWS, catalog(), "en")
    assert f"**In full:** {ROWS.dibaca.lengkap}" in text
    assert f"**In part:** {ROWS.dibaca.sebagian}" in text
