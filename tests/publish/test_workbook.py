"""Tables as workbooks: read back by another library, cell by cell."""

from __future__ import annotations

import io
from decimal import Decimal
from fractions import Fraction

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from kesbang_iku.publish import workbook
from kesbang_iku.publish.workbook import TooLargeForASheetError, workbook_of, workbook_of_csv
from kesbang_iku.sources.csv_text import csv_text
from kesbang_iku.sources.document import NumberText

HOSTILE = (
    '=HYPERLINK("http://x")', "+1+1", "-1+1", "@SUM(A1)", "{=1+1}", "http://contoh.id", "\x1b[31m",
    "'=1", "_x0041_",
)  # fmt: skip


def sheet_of(content: bytes) -> Worksheet:
    book = openpyxl.load_workbook(io.BytesIO(content))
    (sheet,) = book.worksheets
    return sheet


def test_numbers_are_numbers_with_the_decimals_they_have() -> None:
    row = (
        Decimal("85.00"),
        2024,
        Fraction(1, 4),
        NumberText("79.5"),
        Fraction(1, 3),
        "62.71",
        None,
    )
    sheet = sheet_of(workbook_of([*"abcdefg"], [row], "hasil"))
    cells = [(cell.value, cell.number_format) for cell in sheet[2]]
    assert cells == [
        (85, "0.00"), (2024, "0"), (0.25, "0.00"), (79.5, "0.0"), ("1/3", "@"), ("62.71", "@"),
        (None, "General"),
    ]  # fmt: skip


def test_a_number_that_would_be_stored_as_another_one_is_a_text() -> None:
    sheet = sheet_of(workbook_of(["a"], [[Decimal("12345678901234.56")]], "hasil"))
    assert sheet["A2"].value == "12345678901234.56"


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_is_run_or_followed(text: str) -> None:
    for content in (
        workbook_of(["nama"], [[text]], "hasil"),
        workbook_of_csv(csv_text(["nama"], [{"nama": text}]), "hasil"),
    ):
        cell = sheet_of(content)["A2"]
        assert cell.data_type in ("s", "inlineStr")
        assert cell.hyperlink is None
        assert "<f" not in content.decode("latin-1")


def test_a_table_in_csv_keeps_codes_as_texts_and_numbers_as_numbers() -> None:
    columns = ["kode", "wilayah", "tahun", "nilai", "nama"]
    row = dict(zip(columns, ["8.01", "62.71", 2024, "85.00", "=x"], strict=True))
    sheet = sheet_of(workbook_of_csv(csv_text(columns, [row]), "hasil"))
    assert [cell.value for cell in sheet[2]] == ["8.01", "62.71", 2024, 85, "=x"]


def test_the_head_stays_filters_and_stands_on_each_page() -> None:
    sheet = sheet_of(workbook_of(["a", "b"], [["x", "y" * 200], ["x", "z"]], "hasil"))
    assert sheet.title == "hasil"
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:B3"
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.column_dimensions["B"].width > sheet.column_dimensions["A"].width
    assert sheet["B2"].alignment.wrap_text
    assert sheet.page_setup.orientation == "landscape"


def test_the_same_table_is_the_same_file() -> None:
    table = (["a"], [["x"]], "hasil")
    assert workbook_of(*table) == workbook_of(*table)


def test_what_does_not_fit_a_sheet_is_refused_or_cut_in_sight(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    long = sheet_of(workbook_of(["a"], [["x" * 40_000]], "hasil"))["A2"].value
    assert (len(long), long[-1]) == (32_767, "…")
    monkeypatch.setattr(workbook, "MOST_ROWS", 2)
    with pytest.raises(TooLargeForASheetError):
        workbook_of(["a"], [["x"]] * 3, "hasil")
