"""Digits that a workbook raises, lowers or strikes out are never digits of a number."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import pytest
from xlsxwriter.workbook import Workbook

import kesbang_iku as iku
from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.sources.grid import MarkedText
from kesbang_iku.sources.marked_digits import Mark, marked
from kesbang_iku.sources.numbers import Words
from kesbang_iku.sources.sheet_reader import read_workbook
from kesbang_iku.tables.plans import read_plan
from kesbang_iku.validation.rules.numbers import reading_of
from tests.workbooks import put, with_cells, workbook

RAISED: Final = {"font_script": 1}
LOWERED: Final = {"font_script": 2}
STRUCK: Final = {"font_strikeout": True}
HEAD: Final = ["wilayah", "tahun", "kode", "konflik_diselesaikan", "konflik", "target"]
Font = dict[str, Any]


def report(write: Callable[[Workbook, Any], object]) -> bytes:
    """Return a report whose number of conflicts ``write`` writes."""

    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [[*HEAD], ["62.71", "2024", "KBP-WAS-02", 17, None, 90]])
        write(book, sheet)

    return workbook(build)


@pytest.mark.parametrize("font", [RAISED, LOWERED, STRUCK])
def test_a_run_of_digits_behind_a_number_refuses_the_cell(font: Font) -> None:
    content = report(
        lambda book, sheet: sheet.write_rich_string(1, 4, "20", book.add_format(font), "1")
    )
    (result,) = iku.compute(read_reports(content, name="a.xlsx"))
    assert result.status == "ditolak"
    assert result.nilai is None
    (finding,) = iku.validate(content, name="a.xlsx")
    assert (finding.tingkat, finding.place.sel) == ("galat", "E2")


def test_a_value_struck_out_in_front_of_the_new_one_refuses_the_cell() -> None:
    content = report(
        lambda book, sheet: sheet.write_rich_string(
            1, 4, book.add_format(STRUCK), "20", book.add_format({"bold": True}), "25"
        )
    )
    (result,) = iku.compute(read_reports(content, name="a.xlsx"))
    assert (result.status, result.nilai) == ("ditolak", None)


@pytest.mark.parametrize("value", [20, "20"], ids=["number", "text"])
@pytest.mark.parametrize("font", [RAISED, LOWERED, STRUCK])
def test_a_cell_that_is_struck_out_as_a_whole_is_refused(font: Font, value: object) -> None:
    content = report(lambda book, sheet: sheet.write(1, 4, value, book.add_format(font)))
    (result,) = iku.compute(read_reports(content, name="a.xlsx"))
    assert (result.status, result.nilai) == ("ditolak", None)


@pytest.mark.parametrize("strike", ["<strike/>", '<strike val="1"/>', '<strike val="true"/>'])
def test_inline_text_is_looked_at_too(strike: str) -> None:
    runs = f"<r><rPr>{strike}</rPr><t>15</t></r><r><t>17</t></r>"
    text = f'<row><c t="inlineStr"><is>{runs}</is></c></row>'
    ((grid,), _) = read_workbook(with_cells(text), "a.xlsx")
    cell = grid.rows[0].cells[0]
    assert isinstance(cell, MarkedText)
    assert cell == "1\u03365\u033617"


@pytest.mark.parametrize("plain", ['<strike val="0"/>', '<vertAlign val="baseline"/>', "<b/>"])
def test_runs_that_stand_as_usual_are_one_text(plain: str) -> None:
    runs = f"<r><rPr>{plain}</rPr><t>15</t></r><r><t>17</t></r>"
    text = f'<row><c t="inlineStr"><is>{runs}</is></c></row>'
    ((grid,), _) = read_workbook(with_cells(text), "a.xlsx")
    assert grid.rows[0].cells[0] == "1517"
    assert not isinstance(grid.rows[0].cells[0], MarkedText)


def test_targets_and_achievements_are_refused_and_names_are_kept() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [["Indikator", "Satuan", "Target 2025"], [None, None, None]])
        raised = book.add_format(RAISED)
        sheet.write_rich_string("A2", "Indeks Harmoni Indonesia", raised, "1")
        sheet.write_rich_string("B2", "Orang/km", raised, "2")
        sheet.write_rich_string("C2", "80", raised, "2")

    content = workbook(build)
    plan = read_plan(content, name="a.xlsx")
    assert [(one.kode, one.place.sel) for one in plan.temuan] == [("IKU344", "C2")]
    (item,) = plan.items
    assert (item.item.nama, item.item.satuan) == (
        "Indeks Harmoni Indonesia\u00b9",
        "Orang/km\u00b2",
    )
    assert dict(item.item.target) == {2025: "80\u00b2"}
    (aligned,) = iku.align(plan, tingkat="kota")
    assert aligned.padanan is not None
    assert aligned.padanan.kode == "KBP-ESB-01"


def test_an_achievement_with_a_footnote_is_none_with_one_digit_more() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [["Indikator", "Target", "Realisasi", "Capaian"], ["A", 80, 80.2]])
        sheet.write_rich_string("D2", "100,25", book.add_format(RAISED), "1")

    found = iku.validate(workbook(build), name="a.xlsx")
    assert ("IKU344", "D2") in {(one.kode, one.place.sel) for one in found}
    assert all("100,251" not in one.pesan for one in found)


@pytest.mark.parametrize("mark", ["superscript", "subscript", "strike"])
@pytest.mark.parametrize("digits", ["1", "15", "5,5", "1.000", "-1", "12%"])
@pytest.mark.parametrize("around", ["{}17", "17{}", "Rp 17{}", "\u2265 17{}", "17 {}", "{}"])
def test_no_reader_takes_them_for_a_number(mark: Mark, digits: str, around: str) -> None:
    read = reading_of(around.format(marked(digits, mark)), None)
    assert read is None or isinstance(read, Words)
