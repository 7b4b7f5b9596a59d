"""The rows of plans: what is taken from above, what goes on, and what is no indicator."""

from __future__ import annotations

import pytest
from xlsxwriter.workbook import Workbook

from kesbang_iku.sources.plans import LoadedPlan
from kesbang_iku.tables.plans import read_plan
from tests.workbooks import put, with_cells, workbook


def read(content: str | bytes) -> LoadedPlan:
    if isinstance(content, bytes):
        return read_plan(content, name="a.xlsx")
    return read_plan(content.encode(), name="a.csv")


def codes(plan: LoadedPlan) -> list[tuple[str, str | None]]:
    return [(finding.kode, finding.place.sel) for finding in plan.temuan]


def test_a_year_under_something_unknown_is_no_target() -> None:
    for group, target in (("Pagu Indikatif", {}), ("Apa", {}), ("Target", {2025: "1", 2026: "2"})):
        plan = read(f"Indikator,Satuan,{group},\n,,2025,2026\nIndeks,x,1,2\n")
        assert dict(plan.items[0].item.target) == target


def test_the_title_of_a_table_says_nothing_about_its_years() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("A1:C1", "Tabel 4.3 Indikator Kinerja Utama")
        put(sheet, [["Indikator", 2025, 2026], ["Indeks", 1, 2]], 1)

    for content in (
        workbook(build),
        "Tabel 4.3,,\nIndikator,2025,2026\nIndeks,1,2\n",
    ):
        assert dict(read(content).items[0].item.target) == {2025: "1", 2026: "2"}


def test_cells_far_apart_take_no_time() -> None:
    content = with_cells(
        '<row r="1"><c r="A1" t="str"><v>Indikator</v></c><c r="B1"><v>2025</v></c></row>'
        '<row r="1048576"><c r="A1048576" t="str"><v>x</v></c><c r="B1048576"><v>2</v></c></row>',
        '<mergeCells><mergeCell ref="C2:XFD1048575"/></mergeCells>',
    )
    assert [one.locate(()).baris for one in read(content).items] == [1048576]


def test_an_objective_written_once_is_taken_for_the_rows_below() -> None:
    plan = read("Sasaran,Indikator,Target 2025\nS1,A,1\n,B,2\nS2,C,3\n,D,4\n")
    assert [one.item.sasaran for one in plan.items] == ["S1", "S1", "S2", "S2"]
    assert plan.items[1].locate(("sasaran",)).sel == "A2"
    assert codes(plan) == [("IKU333", "A3")]
    assert plan.temuan[0].pesan.startswith("2 sel")


def test_only_objectives_are_taken_from_above_where_cells_are_blank() -> None:
    assert read("Indikator,Satuan,Target 2025\nA,%,1\nB,,2\n").items[1].item.satuan is None


def test_merged_cells_stand_for_every_row_but_not_the_name() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [["Indikator", "Satuan", "Target 2025"], ["A", None, 1], ["B", None, 2]])
        sheet.merge_range("B2:B3", "Persen")
        sheet.write("C4", 7)
        sheet.merge_range("A4:A5", "C")
        sheet.write("C5", 8)

    plan = read(workbook(build))
    assert [(one.item.nama, one.item.satuan) for one in plan.items] == [
        ("A", "Persen"),
        ("B", "Persen"),
        ("C", None),
    ]
    assert plan.items[1].locate(("satuan",)).sel == "B2"
    assert codes(plan) == [("IKU336", "C5")]


def test_rows_without_a_name_are_headings_unless_they_hold_values() -> None:
    plan = read(
        "No,Sasaran,Indikator,Target 2025\nI,Sasaran satu,,\n1,,A,5\n2,,,6\nSumber: Renstra,,,\n"
    )
    assert [(one.item.nama, one.item.sasaran) for one in plan.items] == [("A", "Sasaran satu")]
    assert codes(plan) == [("IKU336", "A4"), ("IKU333", "B3"), ("IKU335", "A2")]
    assert plan.temuan[2].pesan.startswith("2 baris")


def test_sums_and_means_are_no_indicators() -> None:
    plan = read("No,Indikator,Target 2025\n1,A,5\n,Jumlah,5\n,Rata-rata,5\n")
    assert [one.item.nama for one in plan.items] == ["A"]
    assert codes(plan) == [("IKU335", "B3")]


def test_a_row_of_values_is_not_taken_for_column_numbers() -> None:
    assert codes(read("No,Indikator,Target 2025,Target 2026\n1,,1,1\n"))[0] == ("IKU336", "A2")


def test_two_columns_of_names_are_a_finding() -> None:
    plan = read("Indikator,Target 2025,Indikator Sasaran\nA,5,B\n")
    assert [one.item.nama for one in plan.items] == ["A"]
    assert codes(plan) == [("IKU331", "C1")]
    assert "A1" in plan.temuan[0].pesan
    assert plan.items[0].lain == {"Indikator Sasaran": "B"}


def test_a_date_among_numbers_is_a_finding() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        put(sheet, [["Indikator", "Target 2025", "Catatan"], ["A"]])
        day = book.add_format({"num_format": 14})
        sheet.write_number("B2", 45720, day)
        sheet.write_number("C2", 45720, day)

    plan = read(workbook(build))
    assert [(found.kode, found.place.sel, found.nilai) for found in plan.temuan] == [
        ("IKU334", "B2", "2025-03-04")
    ]


def test_a_mistyped_header_is_told_and_is_no_ordinary_column() -> None:
    plan = read("Indikator,Sumbr data,Warna,Target 2025\nA,BPS,merah,1\n")
    assert codes(plan) == [("IKU389", "B1"), ("IKU332", "C1")]
    assert "sumber data" in plan.temuan[0].saran.casefold()


def test_a_header_that_can_mean_only_one_is_read_and_told() -> None:
    plan = read("Indikator,Satuaan,Target 2025\nA,Kasus,1\n")
    assert codes(plan) == [("IKU388", "B1")]
    assert plan.items[0].item.satuan == "Kasus"


def test_columns_that_hold_something_and_have_no_use_are_named() -> None:
    plan = read("Indikator,Warna,Kosong,Frekuensi,id,created_at\nA,merah,,tahunan,7,2024-01-01\n")
    assert codes(plan) == [("IKU332", "B1")]
    assert plan.temuan[0].pesan.endswith("'Warna', 'Frekuensi', 'created_at'.")
    assert plan.items[0].lain == {
        "Warna": "merah", "Frekuensi": "tahunan", "created_at": "2024-01-01",
    }  # fmt: skip


# ----------------------------------------------------------------------------- names in two rows


_WRAPPED = (
    "No,Indikator,Satuan,Target 2025\n"
    "1,Persentase konflik sosial yang,Persen,80\n"
    ",diselesaikan oleh tim terpadu,,\n"
    ",di kabupaten dan kota,,\n"
    "2,Indeks Harmoni Indonesia,Indeks,7\n"
)


def test_a_name_that_goes_on_in_the_rows_below_is_one_name() -> None:
    plan = read(_WRAPPED)
    whole = "Persentase konflik sosial yang diselesaikan oleh tim terpadu di kabupaten dan kota"
    assert [one.item.nama for one in plan.items] == [whole, "Indeks Harmoni Indonesia"]
    assert [one.item.target[2025] for one in plan.items] == ["80", "7"]
    assert [one.locate(()).sel for one in plan.items] == ["A2", "A5"]
    assert codes(plan) == [("IKU340", "B3"), ("IKU340", "B4")]
    assert "diselesaikan oleh tim terpadu" in plan.temuan[0].pesan


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
    plan = read(table)
    assert len(plan.items) == 2
    assert "IKU340" not in {finding.kode for finding in plan.temuan}
