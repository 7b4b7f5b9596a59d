"""Cells right of the last header: an error in every kind of table."""

from __future__ import annotations

import pytest

from kesbang_iku import validate
from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.tables.plans import read_plan
from tests.tables.grids import achievements_in
from tests.workbooks import Rows, sheets


def test_a_row_of_a_plan_with_more_cells_than_headers_is_not_read() -> None:
    table = "nama,satuan,2025,2026\nIndeks A,%,80,81,82,83\nIndeks B,%,80,81\n"
    plan = read_plan(table.encode(), name="a.csv")
    assert [one.item.nama for one in plan.items] == ["Indeks B"]
    assert [(one.kode, one.tingkat, one.baris) for one in plan.temuan] == [("IKU038", "galat", 2)]
    assert dict(plan.temuan[0].arguments)["jumlah"].id == "6"


def test_a_row_of_a_performance_table_is_not_judged() -> None:
    table = (
        "No,Indikator,Satuan,Target,Realisasi,Capaian\n"
        "1,Indeks A,Indeks,80,40,50\n2,Indeks B,Indeks,80,5,40,2,50\n"
    )
    assert len(achievements_in(table.encode(), "a.csv")) == 1
    assert [(one.kode, one.baris) for one in validate(table.encode(), name="a.csv")] == [
        ("IKU038", 3)
    ]


def test_a_report_below_titles_is_no_exception() -> None:
    table = (
        "Laporan;;;;\nwilayah;tahun;kode;variabel;nilai\n"
        "62.71;2024;KBP-WAS-02;konflik;20;5\n62.71;2024;KBP-WAS-02;konflik_diselesaikan;17\n"
    )
    reports = read_reports(table.encode(), name="a.csv")
    assert [(one.kode, one.baris) for one in reports.temuan] == [("IKU038", 3)]
    assert dict(reports[0].items[0].item.variabel) == {"konflik_diselesaikan": "17"}


@pytest.mark.parametrize(
    "rows",
    [
        [["Indikator", "Satuan", "Target 2025"], ["A", "%", 80, 999, "lihat lampiran"]],
        [["Indikator", "Target", "Realisasi"], ["A", 80, 80, 999, "lihat lampiran"]],
        [["wilayah", "tahun", "kode"], ["62.71", "2024", "KBP-WAS-02", 5, 6]],
    ],
)
def test_cells_of_a_workbook_right_of_the_last_header_are_an_error(rows: Rows) -> None:
    found = [one for one in validate(sheets(A=rows), name="a.xlsx") if one.kode == "IKU343"]
    assert {one.tingkat for one in found} == {"galat"}
    assert sum(int(dict(one.arguments)["jumlah"].id) for one in found) == 2


@pytest.mark.parametrize("of_csv", [True, False])
def test_signatures_beside_a_table_are_none_of_its_rows(of_csv: bool) -> None:
    rows: Rows = [
        ["Indikator", "Satuan", "Target 2025"],
        ["A", "%", 80],
        [None, None, None, "KEPALA BADAN"],
        [None, None, None, "NIP. 1"],
    ]
    if of_csv:
        text = "\n".join(
            ",".join("" if cell is None else str(cell) for cell in row) for row in rows
        )
        plan = read_plan(text.encode(), name="a.csv")
    else:
        plan = read_plan(sheets(A=rows), name="a.xlsx")
    assert [one.kode for one in plan.temuan] == ["IKU335"]
    assert len(plan.items) == 1
