from __future__ import annotations

import pytest

from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.reports import Reports
from tests.workbooks import Rows, sheets

LONG: Rows = [
    ["Wilayah", "Tahun", "Periode", "Kode", "Variabel", "Nilai", "Target", "Realisasi"],
    ["62", 2018, "tahunan", "KBP-POL-01", "kebebasan_sipil", 90.09, 72, None],
    ["62", 2018, "tahunan", "KBP-POL-01", "hak_politik", "50,46", None, None],
]
WIDE: Rows = [
    ["Laporan IKU"],
    [],
    ["wilayah", "tahun", "kode", "konflik_diselesaikan", "konflik", "target"],
    ["62.71", 2025, "KBP-WAS-02", 17, 20, 90],
]


def codes(reports: Reports) -> list[str]:
    return [finding.kode for finding in reports.temuan]


def test_one_row_a_variable_is_read_from_a_workbook() -> None:
    (report,) = read_reports(sheets(Data=LONG), name="a.xlsx")
    assert (report.report.wilayah, report.report.tahun) == ("62", 2018)
    (loaded,) = report.items
    assert loaded.item.variabel == {"kebebasan_sipil": "90.09", "hak_politik": "50,46"}
    assert isinstance(loaded.item.variabel["kebebasan_sipil"], NumberText)
    assert loaded.item.target is not None
    assert isinstance(loaded.item.target.nilai, NumberText)
    assert loaded.locate(("variabel", "hak_politik")).sel == "F3"
    assert loaded.locate(("target",)).sel == "G2"


def test_one_row_an_item_is_read_from_below_a_title() -> None:
    (report,) = read_reports(sheets(Data=WIDE), name="a.xlsx")
    (loaded,) = report.items
    assert loaded.item.variabel == {"konflik_diselesaikan": "17", "konflik": "20"}
    assert loaded.locate(("variabel", "konflik")).sel == "E4"
    assert report.locate(("wilayah",)).baris == 4


def test_a_table_is_the_same_report_in_csv_and_in_a_workbook() -> None:
    text = "\n".join(";".join("" if cell is None else str(cell) for cell in row) for row in LONG)
    (from_csv,) = read_reports(text.encode(), name="a.csv")
    (from_workbook,) = read_reports(sheets(Data=LONG), name="a.xlsx")
    assert from_csv.report == from_workbook.report
    assert [one.item for one in from_csv.items] == [one.item for one in from_workbook.items]


def test_a_csv_file_with_a_title_is_read_too() -> None:
    text = "Laporan IKU,,,,\nwilayah,tahun,kode,konflik,target\n62.71,2025,KBP-WAS-02,20,90\n"
    reports = read_reports(text.encode(), name="a.csv")
    assert codes(reports) == []
    assert reports[0].items[0].item.variabel == {"konflik": "20"}
    assert reports[0].items[0].locate(("variabel", "konflik")).baris == 3


def test_a_table_of_values_by_name_beside_reports_is_told() -> None:
    names: Rows = [["Indikator", "Target 2025", "Realisasi 2025"], ["Indeks Harmoni", 5, 6]]
    named: dict[str, Rows] = {"Satu": LONG, "Dua": names}
    reports = read_reports(sheets(**named), name="a.xlsx")
    assert [(one.kode, one.place.sel) for one in reports.temuan] == [("IKU329", "Dua!A1")]
    assert [report.report.wilayah for report in reports] == ["62"]
    named["Dua"] = [row[:2] for row in names]
    assert codes(read_reports(sheets(**named), name="a.xlsx")) == ["IKU337"]


def test_sheets_are_read_together_and_others_named() -> None:
    named: dict[str, Rows] = {"Petunjuk": [["Isi dahulu"]], "Satu": LONG, "Dua": WIDE}
    reports = read_reports(sheets(**named), name="a.xlsx")
    assert [report.report.wilayah for report in reports] == ["62", "62.71"]
    assert codes(reports) == ["IKU337"]
    assert reports[1].items[0].locate(("kode",)).sel == "Dua!C4"


def test_a_workbook_with_headers_alone_is_empty() -> None:
    reports = read_reports(sheets(Satu=LONG[:1], Dua=LONG[:1]), name="a.xlsx")
    (finding,) = reports.temuan
    assert (len(reports), finding.kode, finding.place.sel) == (0, "IKU042", "Satu!D1")


def test_a_sheet_that_is_still_empty_beside_a_filled_one_is_fine() -> None:
    reports = read_reports(sheets(Satu=LONG, Dua=LONG[:1]), name="a.xlsx")
    assert (len(reports), codes(reports)) == (1, [])


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([["wilayah", "tahun", "konflik"], ["62", 2025, 5]], ["IKU321"]),
        ([["Indikator", "Target 2025"], ["A", 5]], ["IKU330"]),
        ([["x"]], ["IKU330"]),
    ],
)
def test_a_workbook_without_a_report_says_what_is_missing(rows: Rows, found: list[str]) -> None:
    reports = read_reports(sheets(Data=rows), name="a.xlsx")
    assert (len(reports), codes(reports)) == (0, found)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("B-04", "caturwulan-1"),
        ("B08", "caturwulan-2"),
        ("s.d. Triwulan II", "semester-1"),
        ("sd-triwulan-2", "sd-triwulan-2"),
        ("Tahunan", "tahunan"),
        ("TW II 2018", "triwulan-2"),
    ],
)
def test_a_period_is_read_as_its_words_mean(written: str, meant: str) -> None:
    rows: Rows = [LONG[0], ["62", 2018, written, *LONG[1][3:]]]
    (report,) = read_reports(sheets(Data=rows), name="a.xlsx")
    assert report.report.periode == meant


@pytest.mark.parametrize("written", ["B-03", "TW II 2019"])
def test_a_period_that_may_be_another_one_is_refused(written: str) -> None:
    rows: Rows = [LONG[0], ["62", 2018, written, *LONG[1][3:]]]
    reports = read_reports(sheets(Data=rows), name="a.xlsx")
    assert (len(reports), codes(reports)) == (0, ["IKU203"])
