from __future__ import annotations

import pytest
from xlsxwriter.workbook import Workbook

from kesbang_iku.files import Grid, read_grids
from kesbang_iku.files.csv_reader import read_csv_grid
from kesbang_iku.files.header_rows import Header, find_header
from kesbang_iku.files.headers import Column
from kesbang_iku.files.layouts import TableReader, TableRow
from kesbang_iku.findings import Finding
from tests.workbooks import Rows, put, sheets, with_cells, workbook


def grid_of(content: bytes) -> Grid:
    grids, _ = read_grids(content, name="a.xlsx")
    return grids[0]


def csv_grid(text: str) -> Grid:
    grid, findings = read_csv_grid(text, "a.csv")
    assert grid is not None
    assert findings == []
    return grid


def header_of(grid: Grid) -> Header:
    header = find_header(grid)
    assert header is not None
    return header


def read(grid: Grid) -> tuple[list[TableRow], list[Finding]]:
    findings: list[Finding] = []
    reading = TableReader(grid, header_of(grid), findings)
    return list(reading.named_rows()), findings


def codes(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.kode, finding.place.sel) for finding in findings]


# ------------------------------------------------------------------------------ where headers stand


def test_titles_above_the_headers_are_passed_over() -> None:
    rows: Rows = [
        ["PEMERINTAH KABUPATEN"],
        ["Indikator Kinerja Utama"],
        [],
        ["No", "Indikator", "Satuan", "Target 2025"],
        [1, "Indeks", "Indeks", 5],
    ]
    header = header_of(grid_of(sheets(IKU=rows)))
    assert (header.first, header.last) == (4, 4)
    assert header.columns[3] == Column("target", 2025)


def test_headers_over_two_rows_are_joined_where_cells_are_merged() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:A2", "Indikator")
        sheet.merge_range("B1:C1", "Target")
        sheet.write_row("B2", [2025, 2026])
        sheet.merge_range("D1:E1", "Realisasi")
        sheet.write_row("D2", [2025, 2026])
        sheet.write_row("A3", ["Indeks", 1, 2, 3, 4])

    header = header_of(grid_of(workbook(build)))
    assert (header.first, header.last) == (1, 2)
    assert list(header.columns.values()) == [
        Column("nama"),
        Column("target", 2025),
        Column("target", 2026),
        Column("realisasi", 2025),
        Column("realisasi", 2026),
    ]
    assert header.titles[4] == "Realisasi 2026"


def test_headers_over_two_rows_are_joined_without_merged_cells() -> None:
    header = header_of(
        csv_grid("Indikator,Target,,Realisasi,\n,2025,2026,2025,2026\nIndeks,1,2,3,4")
    )
    assert header.years == {
        ("target", 2025),
        ("target", 2026),
        ("realisasi", 2025),
        ("realisasi", 2026),
    }


def test_a_header_does_not_spread_over_columns_that_have_nothing_below() -> None:
    header = header_of(csv_grid("Indikator,,Target,\n,Satuan,2025,2026\nIndeks,x,1,2"))
    assert list(header.columns.values()) == [
        Column("nama"),
        Column("satuan"),
        Column("target", 2025),
        Column("target", 2026),
    ]


def test_a_year_under_something_unknown_is_no_target() -> None:
    header = header_of(csv_grid("Indikator,Pagu Indikatif,\n,2025,2026\nIndeks,1,2"))
    assert header.years == frozenset()


def test_years_below_the_names_are_read_with_what_stands_above_them() -> None:
    for group, found in (("Realisasi", {("realisasi", 2024), ("realisasi", 2025)}), ("Apa", set())):
        header = header_of(csv_grid(f",,{group},\nIndikator,Satuan,2024,2025\nIndeks,x,1,2"))
        assert header.years == found


def test_the_title_of_a_table_says_nothing_about_its_years() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Tabel 4.3 Indikator Kinerja Utama")
        put(sheet, [["Indikator", 2025, 2026], ["Indeks", 1, 2]], 1)

    for grid in (
        grid_of(workbook(build)),
        csv_grid("Tabel 4.3,,\nIndikator,2025,2026\nIndeks,1,2"),
    ):
        header = header_of(grid)
        assert header.first == 2
        assert header.years == {("target", 2025), ("target", 2026)}


def test_a_table_without_known_headers_has_none() -> None:
    assert find_header(csv_grid("a,b\n1,2\n")) is None


def test_cells_far_apart_take_no_time() -> None:
    content = with_cells(
        '<row r="1"><c r="A1" t="str"><v>Indikator</v></c></row>'
        '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c><c r="XFD1048576"><v>2</v></c></row>',
        '<mergeCells><mergeCell ref="B2:XFD1048575"/></mergeCells>',
    )
    rows, _ = read(grid_of(content))
    assert [row.number for row in rows] == [1048576]


# ---------------------------------------------------------------------------------- rows below them


def test_numbers_of_columns_and_repeated_headers_are_no_rows() -> None:
    grid = csv_grid(
        "No,Indikator,Target 2025\n(1),(2),(3)\n1,A,5\nNo,Indikator,Target 2025\n2,B,6\n"
    )
    rows, findings = read(grid)
    assert [row.text("nama") for row in rows] == ["A", "B"]
    assert findings == []


def test_an_objective_written_once_is_taken_for_the_rows_below() -> None:
    grid = csv_grid("Sasaran,Indikator,Target 2025\nS1,A,1\n,B,2\nS2,C,3\n,D,4\n")
    rows, findings = read(grid)
    assert [row.text("sasaran") for row in rows] == ["S1", "S1", "S2", "S2"]
    cell = rows[1].cells[Column("sasaran")]
    assert (cell.place.sel, cell.from_above) == ("A2", True)
    assert codes(findings) == [("IKU333", "A3")]
    assert findings[0].pesan.startswith("2 sel")


def test_only_objectives_are_taken_from_above_where_cells_are_blank() -> None:
    rows, _ = read(csv_grid("Indikator,Satuan,Target 2025\nA,%,1\nB,,2\n"))
    assert rows[1].text("satuan") is None


def test_merged_cells_stand_for_every_row_but_not_the_name() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [["Indikator", "Satuan", "Target 2025"], ["A", None, 1], ["B", None, 2]])
        sheet.merge_range("B2:B3", "Persen")
        sheet.write("C4", 7)
        sheet.merge_range("A4:A5", "C")
        sheet.write("C5", 8)

    rows, findings = read(grid_of(workbook(build)))
    assert [(row.text("nama"), row.text("satuan")) for row in rows] == [
        ("A", "Persen"),
        ("B", "Persen"),
        ("C", None),
    ]
    assert rows[1].cells[Column("satuan")].place.sel == "B2"
    assert codes(findings) == [("IKU336", "C5")]


def test_rows_without_a_name_are_headings_unless_they_hold_values() -> None:
    grid = csv_grid(
        "No,Sasaran,Indikator,Target 2025\nI,Sasaran satu,,\n1,,A,5\n2,,,6\nSumber: Renstra,,,\n"
    )
    rows, findings = read(grid)
    assert [(row.text("nama"), row.text("sasaran")) for row in rows] == [("A", "Sasaran satu")]
    assert codes(findings) == [("IKU336", "A4"), ("IKU333", "B3"), ("IKU335", "A2")]


def test_a_row_of_values_is_not_taken_for_column_numbers() -> None:
    _, findings = read(csv_grid("No,Indikator,Target 2025,Target 2026\n1,,1,1\n"))
    assert [finding.kode for finding in findings] == ["IKU336"]


def test_two_columns_that_mean_the_same_are_a_finding() -> None:
    rows, findings = read(csv_grid("Indikator,Target 2025,Target 2025\nA,5,6\n"))
    assert rows[0].text("target", 2025) == "5"
    assert codes(findings) == [("IKU331", "C1")]
    assert "B1" in findings[0].pesan


def test_a_date_among_numbers_is_a_finding() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [["Indikator", "Target 2025", "Catatan"], ["A"]])
        day = book.add_format({"num_format": 14})
        sheet.write_number("B2", 45720, day)
        sheet.write_number("C2", 45720, day)

    _, findings = read(grid_of(workbook(build)))
    assert [(found.kode, found.place.sel, found.nilai) for found in findings] == [
        ("IKU334", "B2", "2025-03-04")
    ]


def test_columns_that_hold_something_and_have_no_use_are_named() -> None:
    grid = csv_grid("Indikator,Warna,Kosong,Frekuensi\nA,merah,,tahunan\n")
    findings: list[Finding] = []
    TableReader(grid, header_of(grid), findings).note_unused({"nama"})
    assert codes(findings) == [("IKU332", "B1")]
    assert findings[0].pesan.endswith("'Warna', 'Frekuensi'.")


def test_a_table_keeps_its_own_headers_beside_the_known_ones() -> None:
    grid = csv_grid("WILAYAH,Tahun,Kode,Konflik Sosial,2025\n62,2025,X,5,6\n")
    findings: list[Finding] = []
    table = TableReader(grid, header_of(grid), findings).table(
        {"wilayah", "tahun", "kode", "target"}
    )
    assert table.headers == ("wilayah", "tahun", "kode", "konflik sosial", "2025")
    (row,) = table.rows
    assert row.cells["konflik sosial"] == "5"
    assert row.place("konflik sosial").sel == "D2"
    assert row.place().sel == "A2"
    assert table.header_places["kode"].sel == "C1"


# ----------------------------------------------------------------------------- names in two rows


_WRAPPED = (
    "No,Indikator,Satuan,Target 2025\n"
    "1,Persentase konflik sosial yang,Persen,80\n"
    ",diselesaikan oleh tim terpadu,,\n"
    ",di kabupaten dan kota,,\n"
    "2,Indeks Harmoni Indonesia,Indeks,7\n"
)


def test_a_name_that_goes_on_in_the_rows_below_is_one_name() -> None:
    rows, findings = read(csv_grid(_WRAPPED))
    whole = "Persentase konflik sosial yang diselesaikan oleh tim terpadu di kabupaten dan kota"
    assert [row.text("nama") for row in rows] == [whole, "Indeks Harmoni Indonesia"]
    assert [row.text("target", 2025) for row in rows] == ["80", "7"]
    assert [row.place.sel for row in rows] == ["A2", "A5"]
    assert codes(findings) == [("IKU340", "B3"), ("IKU340", "B4")]
    assert "diselesaikan oleh tim terpadu" in findings[0].pesan


@pytest.mark.parametrize(
    "table",
    [
        pytest.param("Indikator,Target 2025\nIndeks Harmoni,7\nIndeks Toleransi,\n", id="capital"),
        pytest.param("Indikator,Target 2025\nIndeks Harmoni,7\na. indeks toleransi,\n", id="list"),
        pytest.param("Indikator,Target 2025\nIndeks Harmoni,7\ne-SAKIP,\n", id="e-"),
        pytest.param("Indikator,Target 2025\nIndeks Harmoni,7\nindeks toleransi,8\n", id="value"),
        pytest.param("Indikator,Target 2025\nindeks harmoni,7\nindeks toleransi,\n", id="lower"),
        pytest.param("Indikator,Target 2025\nIndeks Harmoni,\nindeks toleransi,\n", id="no values"),
        pytest.param("Indikator,Target 2025\nIndeks Harmoni,7\n,\nindeks toleransi,\n", id="gap"),
        pytest.param(
            "Indikator,Satuan,Target 2025\nIndeks Harmoni,Indeks,7\nindeks toleransi,Indeks,\n",
            id="unit",
        ),
    ],
)
def test_what_may_be_an_indicator_of_its_own_stays_one(table: str) -> None:
    rows, findings = read(csv_grid(table))
    assert len(rows) == 2
    assert "IKU340" not in {finding.kode for finding in findings}
