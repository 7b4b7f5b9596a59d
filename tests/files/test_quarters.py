"""Columns of parts of a year that are not understood: nothing is judged, and it is said."""

from __future__ import annotations

import pytest
from xlsxwriter.workbook import Workbook

from kesbang_iku import validate
from kesbang_iku.files.achievements import read_achievements
from kesbang_iku.files.year_parts import part_of_year
from tests.workbooks import put, workbook

QUARTERS = ["TW I", "TW II", "TW III", "TW IV"]


def said(content: bytes, name: str) -> set[str]:
    """Return the codes of what is said of a table."""
    return {one.kode for one in validate(content, name=name)}


def monitoring(book: Workbook) -> None:
    """Write targets and values of each quarter, each under one head."""
    sheet = book.add_worksheet()
    put(sheet, [["Indikator", "Satuan"], [None, None, *QUARTERS, *QUARTERS]])
    sheet.merge_range(0, 2, 0, 5, "Target")
    sheet.merge_range(0, 6, 0, 9, "Realisasi")
    sheet.write(0, 10, "Capaian")
    put(sheet, [["Jumlah konflik sosial", "Kasus", 1, 1, 1, 1, 2, 1, 1, 1, 125]], 2)


def by_quarter(count: int, title: str = "TW {}") -> bytes:
    """Return a table with the target of a year, and three columns for each quarter."""

    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        parts = ["Target", "Realisasi", "Capaian"]
        put(sheet, [["Indikator", "Satuan", "Target"], [None, None, None, *parts * count]])
        for number in range(count):
            first = 3 + 3 * number
            head = title.format(("I", "II", "III", "IV")[number])
            sheet.merge_range(0, first, 0, first + 2, head)
        put(sheet, [["Jumlah konflik sosial", "Kasus", 4, *[1, 2, 200] * count]], 2)

    return workbook(build)


def test_targets_and_values_of_quarters_are_not_mixed() -> None:
    content = workbook(monitoring)
    assert said(content, "a.xlsx") == {"IKU331", "IKU342"}
    (row,) = read_achievements(content, name="a.xlsx")
    assert (row.item.capaian, dict(row.item.triwulan)) == (None, {})


@pytest.mark.parametrize("count", [1, 2, 4])
@pytest.mark.parametrize("title", ["TW {}", "Triwulan {}", "Semester {}"])
def test_the_value_of_a_quarter_is_not_held_against_the_target_of_the_year(
    count: int, title: str
) -> None:
    codes = said(by_quarter(count, title), "a.xlsx")
    assert "IKU342" in codes
    assert not {code for code in codes if code.startswith("IKU5")}


@pytest.mark.parametrize(
    "table",
    [
        "Indikator;Target;Realisasi Semester I;Realisasi;Capaian\nA;10;4;10;90\n",
        "Indikator;Target TW I;Target TW II;Target;Realisasi;Capaian\nA;5;5;10;10;90\n",
        "Indikator;Target;Realisasi TW I;TW I;TW II;Realisasi;Capaian\nA;10;5;5;5;10;90\n",
        "Indikator;Target;Realisasi Bulan 1;Realisasi;Capaian\nA;10;5;10;90\n",
    ],
)
def test_a_column_passed_over_keeps_the_table_from_being_judged(table: str) -> None:
    found = validate(table.encode(), name="a.csv")
    assert [one.tingkat for one in found if one.kode == "IKU342"] == ["peringatan"]
    assert not [one for one in found if one.tingkat == "galat"]


@pytest.mark.parametrize(
    "table",
    [
        "Indikator;Target;TW I;TW II;TW III;TW IV;Realisasi;Capaian\nA;10;1;2;3;4;10;90\n",
        "Indikator;Triwulan II;;\n;Target;Realisasi;Capaian\nA;10;8;90\n",
        "Indikator;Target (bulan);Realisasi (bulan);Capaian (%)\nA;10;8;90\n",
        "Indikator;Target;Realisasi;Capaian;Kendala Triwulan IV\nA;10;8;90;tidak ada\n",
    ],
)
def test_a_table_that_is_understood_is_judged(table: str) -> None:
    codes = said(table.encode(), "a.csv")
    assert "IKU342" not in codes
    assert "IKU510" in codes


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Realisasi TW I", "tw i"),
        ("Triwulan  IV Target", "triwulan iv"),
        ("Semester 2", "semester 2"),
        ("Target per bulan", "bulan"),
        ("Target (bulan)", None),
        ("Realisasi", None),
        ("Twitter", None),
    ],
)
def test_titles_name_parts_of_a_year(title: str, part: str | None) -> None:
    assert part_of_year(title) == part
