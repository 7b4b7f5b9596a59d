from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xlsxwriter.workbook import Workbook

from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.plans import LoadedPlan
from kesbang_iku.tables.plans import read_plan, read_plans
from tests.workbooks import Cell, Rows, put, sheets, workbook

YEARS: list[Cell] = [2025, 2026, 2027, 2028, 2029, 2030]


def banyuwangi(book: Workbook) -> None:
    """Tabel 4.3 of the Renstra of Kabupaten Banyuwangi, with its headers as PDF leaves them."""
    sheet = book.add_worksheet("Tabel 4.3")
    sheet.merge_range("A1:J1", "Tabel 4.3 Indikator Kinerja Utama")
    put(sheet, [["TUJUAN DAN\nSASARAN", "INDIKATOR", "SATUAN", "BASELIN\nE 2024"]], 2)
    sheet.merge_range("E3:J3", "TARGE T")
    rows: Rows = [
        [None, None, None, None, *YEARS],
        [
            "Sasaran 1: Meningkatnya Penyelesaian Potensi Konflik di Masyarakat",
            "Persentase Penyelesaian\nKonflik",
            "Persentase",
            *[100] * 7,
        ],
        [
            None,
            "Persentase Angka Partisipasi Masyarakat",
            "Persentase",
            *(65, 65, 66, 67, 68, 69, 70),
        ],
        [
            "Sasaran 2: Meningkatnya Kualitas Pelayanan Publik",
            "Indeks Pelayanan Publik",
            "Indeks",
            *("95,96", "95,97", "95,98", "95,99", 96, "96,01", 96.02),
        ],
    ]
    put(sheet, rows, 3)


def codes(plan: LoadedPlan) -> list[str]:
    return [finding.kode for finding in plan.temuan]


# ------------------------------------------------------------------------------------ real tables


def test_a_table_of_achievements_names_indicators_too() -> None:
    table = (
        "Indikator;Satuan;Target 2024;Realisasi 2024;Capaian\nIndeks Harmoni;Indeks;64;65;101,6\n"
    )
    (loaded,) = read_plan(table.encode()).items
    assert (loaded.item.nama, loaded.item.target) == ("Indeks Harmoni", {2024: "64"})


def test_a_plan_beside_a_table_of_achievements_is_the_one_that_is_read() -> None:
    def book(written: Workbook) -> None:
        put(written.add_worksheet("LKjIP"), [["Indikator", "Target", "Realisasi"], ["A b", 1, 2]])
        put(written.add_worksheet("Renstra"), [["Indikator", "Target 2025"], ["C d", 3]])

    plan = read_plan(workbook(book), name="a.xlsx")
    assert (plan.lembar, [one.item.nama for one in plan.items]) == ("Renstra", ["C d"])


BY_YEAR = """\
indikator,satuan,tahun,target,unit kerja
Indeks Harmoni Indonesia,Indeks,2025,64,Ekososbud
Indeks Harmoni Indonesia,Indeks,2026,66,Bidang 3
Jumlah Konflik Sosial,Kasus,2025,4,Wasnas
"""


def test_a_value_that_names_another_year_is_kept_as_it_is_written() -> None:
    rows: Rows = [
        ["Indikator", "Satuan", "Target 2025"],
        ["Indeks Kerukunan", "Poin", "77 (2025)"],
        ["Jumlah konflik", "Kasus", "4 (2024)"],
    ]
    plan = read_plan(sheets(Target=rows), name="rencana.xlsx")
    assert [one.item.target for one in plan.items] == [{2025: "77 (2025)"}, {2025: "4 (2024)"}]


def test_rows_of_one_indicator_for_several_years_are_one_item() -> None:
    plan = read_plan(BY_YEAR.encode(), name="a.csv")
    first, second = plan.items
    assert first.item.target == {2025: "64", 2026: "66"}
    assert second.item.target == {2025: "4"}
    assert first.item.penanggung_jawab == "Ekososbud"
    cells = [first.locate(("target", year)).sel for year in (2025, 2026)]
    assert [*cells, first.locate(("nama",)).sel] == ["D2", "D3", "A2"]


@pytest.mark.parametrize(
    ("row", "items"),
    [
        ("Indeks Harmoni Indonesia,Indeks,2025,65,\n", 2),  # the same year again
        ("Indeks Harmoni Indonesia,Poin,2026,66,\n", 2),  # another unit
        ("Indeks Harmoni Indonesia,Indeks,2026,66,\n", 1),
    ],
)
def test_only_another_year_of_the_same_goes_on_with_the_row_above(row: str, items: int) -> None:
    head = "".join(BY_YEAR.splitlines(keepends=True)[:2])
    assert len(read_plan((head + row).encode()).items) == items


@pytest.mark.parametrize(
    ("year", "code", "cell"), [("2026/2027", "IKU348", "C2"), ("", "IKU203", "A2")]
)
def test_a_value_without_its_year_is_not_dropped_in_silence(
    year: str, code: str, cell: str
) -> None:
    text = f"indikator,satuan,tahun,target\nIndeks Harmoni,Indeks,{year},66\n"
    plan = read_plan(text.encode(), name="a.csv")
    assert [(found.kode, found.place.sel) for found in plan.temuan] == [(code, cell)]


def test_a_total_of_money_is_no_indicator_without_a_name() -> None:
    table = (
        "Indikator,Satuan,2025,,Kondisi Akhir,\n,,Target,Rp,Target,Rp\n"
        "Indeks Harmoni Indonesia,Indeks,7,100,8,500\n,,,100,,500\n"
    )
    plan = read_plan(table.encode())
    assert [loaded.item.nama for loaded in plan.items] == ["Indeks Harmoni Indonesia"]
    assert "IKU336" not in codes(plan)


def test_the_iku_table_of_a_renstra_is_read() -> None:
    plan = read_plan(workbook(banyuwangi), name="renstra.xlsx")
    first, second, third = (loaded.item for loaded in plan.items)
    assert first.nama == "Persentase Penyelesaian Konflik"
    assert first.satuan == "Persentase"
    assert first.dasar == {2024: "100"}
    assert list(first.target) == YEARS
    assert second.sasaran == first.sasaran
    assert third.sasaran == "Sasaran 2: Meningkatnya Kualitas Pelayanan Publik"
    assert third.dasar == {2024: "95,96"}
    assert list(third.target.values()) == ["95,97", "95,98", "95,99", "96", "96,01", "96.02"]
    assert codes(plan) == ["IKU333"]
    assert plan.plan.wilayah is None
    assert plan.lembar == "Tabel 4.3"


def test_numbers_typed_as_numbers_are_told_from_text() -> None:
    plan = read_plan(workbook(banyuwangi), name="renstra.xlsx")
    target = plan.items[2].item.target
    assert isinstance(target[2030], NumberText)
    assert not isinstance(target[2025], NumberText)


def test_places_are_the_cells_of_the_workbook() -> None:
    plan = read_plan(workbook(banyuwangi), name="renstra.xlsx")
    locate = plan.items[1].locate
    assert locate(("nama",)).sel == "B6"
    assert locate(("target", 2030)).sel == "J6"
    assert locate(("target", "2025")).sel == "E6"
    assert locate(("target",)).sel == "E6"
    assert locate(("dasar", 2024)).sel == "D6"
    assert locate(("sasaran",)).sel == "A5"
    assert locate(("kode",)).sel == "B6"
    assert locate(()).berkas == "renstra.xlsx"
    assert locate(()).baris == 6


def test_a_numbered_renstra_table_is_read() -> None:
    rows: Rows = [
        ["No", "Tujuan/Sasaran", "Indikator", "Satuan", "Baseline 2024", "Target 2025"],
        [1, 2, 3, 4, 5, 6],
        [1, "Tujuan", "Indeks Harmoni Indonesia", "Indeks", "7,03", 7.04],
        [2, None, "Indeks Demokrasi Indonesia", "Indeks", "81,69", 81.69],
    ]
    plan = read_plan(sheets(IKU=rows), name="a.xlsx")
    assert [loaded.item.nama for loaded in plan.items] == [
        "Indeks Harmoni Indonesia",
        "Indeks Demokrasi Indonesia",
    ]
    assert plan.items[1].item.target == {2025: "81.69"}


BANTEN = (
    "KODEFIKASI;INDIKATOR;SATUAN;KETERANGAN;BASELINE 2024;2025;2026;2027;2028;2029;2030;DEFINISI;"
    "SUMBER DATA;FREKUENSI;PRODUSEN DATA\n"
    "8.01.0.00.0.00.01.0000;Indeks Harmoni Indonesia;Indeks;Target;7,03;7,04;7,05;7,06;7,07;7,08;"
    "7,09;Ukuran kerukunan;Kemendagri;Tahunan;Badan Kesatuan Bangsa dan Politik\n"
)


def test_the_open_data_table_of_a_province_is_read() -> None:
    plan = read_plan(BANTEN.encode(), name="iku.csv")
    item = plan.items[0].item
    assert (item.nama, item.kode, item.satuan) == ("Indeks Harmoni Indonesia", None, "Indeks")
    assert item.dasar == {2024: "7,03"}
    assert item.target[2030] == "7,09"
    assert (item.rumus, item.sumber_data, item.catatan) == (
        "Ukuran kerukunan",
        "Kemendagri",
        "Target",
    )
    assert plan.items[0].locate(("rumus",)).sel == "L2"
    assert codes(plan) == ["IKU332"]
    assert plan.temuan[0].pesan.endswith("'KODEFIKASI', 'FREKUENSI'.")
    assert item.penanggung_jawab == "Badan Kesatuan Bangsa dan Politik"


def test_the_same_table_is_the_same_plan_in_csv_and_in_a_workbook() -> None:
    rows: Rows = [list(line.split(";")) for line in BANTEN.splitlines()]
    from_csv = read_plan(BANTEN.encode(), name="iku.csv")
    from_workbook = read_plan(sheets(IKU=rows), name="iku.xlsx")
    assert [one.item for one in from_csv.items] == [one.item for one in from_workbook.items]


def test_the_headers_of_our_own_form_are_read() -> None:
    text = (
        "Sasaran,NAMA,kode,satuan,Rumus,polaritas,sumber data,Dasar 2024,Target 2025,2026\n"
        "S,Persentase konflik,KBP-WAS-02,Persen,a / b x 100,maksimalkan,Kesbangpol,80,82,84\n"
    )
    item = read_plan(text.encode(), name="a.csv").items[0].item
    assert item.model_dump(exclude_none=True) == {
        "nama": "Persentase konflik",
        "kode": "KBP-WAS-02",
        "sasaran": "S",
        "satuan": "Persen",
        "rumus": "a / b x 100",
        "polaritas": "maksimalkan",
        "sumber_data": "Kesbangpol",
        "dasar": {2024: "80"},
        "target": {2025: "82", 2026: "84"},
    }


def test_a_formula_goes_before_a_definition() -> None:
    plan = read_plan(b"Indikator,Definisi,Rumus\nA,arti,a / b\n", name="a.csv")
    assert plan.items[0].item.rumus == "a / b"
    assert codes(plan) == ["IKU332"]


@pytest.mark.parametrize(
    "rows",
    [
        "Persentase konflik;;|yang selesai;%;90|Jumlah aksi;Kali;4",
        "Jumlah aksi;Kali;4|Persentase konflik;;|yang selesai;%;90",
        "Persentase konflik;%;90|yang selesai;;|Jumlah aksi;Kali;4",
    ],
)
def test_the_rest_of_a_name_is_told_of_it_wherever_its_values_stand(rows: str) -> None:
    text = "Indikator;Satuan;Target 2025|" + rows
    plan = read_plan(text.replace("|", "\n").encode())
    (told,) = [one for one in plan.temuan if one.kode == "IKU340"]
    assert "'Persentase konflik yang selesai'" in told.pesan


def test_a_plan_may_have_nothing_but_names() -> None:
    plan = read_plan(b"nama\nIndeks Demokrasi Indonesia\n", name="a.csv")
    assert [loaded.item.nama for loaded in plan.items] == ["Indeks Demokrasi Indonesia"]
    assert codes(plan) == []


def test_programmes_with_targets_and_money_are_read_without_the_money() -> None:
    text = (
        "Indikator,Baseline 2024,2026,,2027,\n"
        ",,Target,Pagu,Target,Pagu\n"
        "Jumlah Paskibraka,75,75,1.625.000.000,75,1.625.000.000\n"
    )
    item = read_plan(text.encode(), name="a.csv").items[0].item
    assert item.target == {2026: "75", 2027: "75"}


def test_years_outside_of_the_plan_are_kept() -> None:
    plan = read_plan(b"Indikator,Target 2045,1999\nA,1,2\n", name="a.csv")
    assert plan.items[0].item.target == {2045: "1", 1999: "2"}


def test_a_baseline_without_a_year_is_a_finding_at_its_header() -> None:
    plan = read_plan(b"Indikator,Baseline,Target 2025\nA,1,2\n", name="a.csv")
    assert plan.items[0].item.dasar == {}
    assert [(found.kode, found.place.sel) for found in plan.temuan] == [("IKU338", "B1")]


def test_a_year_numbered_within_the_plan_is_no_year() -> None:
    plan = read_plan(b"Indikator,Target Tahun ke-1,Target 2026\nA,5,6\n", name="a.csv")
    assert [(found.kode, found.place.sel) for found in plan.temuan] == [("IKU338", "B1")]
    assert plan.items[0].item.target == {2026: "6"}


def test_a_table_that_names_regions_is_one_plan_for_each() -> None:
    text = "wilayah,indikator,target 2025\n62.71,A,1\n62.71,B,2\n35.10,A,3\n"
    plans = read_plans(text.encode(), name="a.csv")
    assert [(plan.plan.wilayah, len(plan.items)) for plan in plans] == [("62.71", 2), ("35.10", 1)]
    assert plans[1].locate(("wilayah",)).baris == 4


# ----------------------------------------------------------------------------------- many sheets


def two_sheets() -> bytes:
    rows: Rows = [["Indikator", "Target 2025"], ["A", 1]]
    named: dict[str, Rows] = {
        "Petunjuk": [["Isi lembar berikut"]],
        "IKU": rows,
        "IKD": [rows[0], ["B", 2]],
    }
    return sheets(**named)


def test_each_sheet_with_a_plan_is_one_and_others_are_named() -> None:
    plans = read_plans(two_sheets(), name="a.xlsx")
    assert [plan.lembar for plan in plans] == ["IKU", "IKD"]
    assert [(found.kode, found.nilai) for found in plans.temuan] == [("IKU337", "Petunjuk")]
    assert plans[0].items[0].locate(("target", 2025)).sel == "IKU!B2"
    assert len(plans + plans) == 4
    assert [plan.lembar for plan in plans[:1]] == ["IKU"]


def test_one_plan_of_several_is_the_first_and_says_so() -> None:
    plan = read_plan(two_sheets(), name="a.xlsx")
    assert plan.lembar == "IKU"
    assert codes(plan) == ["IKU337", "IKU351"]
    assert "lembar 'IKU'" in plan.temuan[1].pesan


def test_a_sheet_can_be_chosen() -> None:
    plan = read_plan(two_sheets(), name="a.xlsx", lembar="IKD")
    assert ([loaded.item.nama for loaded in plan.items], codes(plan)) == (["B"], [])


def test_a_sheet_that_is_not_there_is_a_finding() -> None:
    plan = read_plan(two_sheets(), name="a.xlsx", lembar="IKK")
    assert (plan.items, codes(plan)) == ((), ["IKU353"])
    assert "'Petunjuk', 'IKU', 'IKD'" in plan.temuan[0].pesan


# -------------------------------------------------------------------------------------- documents


def test_a_plan_in_yaml_is_read_with_places(tmp_path: Path) -> None:
    path = tmp_path / "rencana.yaml"
    path.write_text(
        'jenis: rencana\nwilayah: "62.71"\nperiode: {mulai: 2025, selesai: 2029}\nitem:\n'
        "  - nama: A\n    dasar: {2024: 80}\n    target: {2025: 82}\n"
        "  - nama: ''\n"
        "  - nama: B\n    lokal: {tema: sosial}\n",
        encoding="utf-8",
    )
    plan = read_plan(path)
    assert (plan.plan.wilayah, plan.broken, plan.lembar) == ("62.71", 1, None)
    assert [loaded.item.nama for loaded in plan.items] == ["A", "B"]
    assert plan.items[0].item.target == {2025: "82"}
    assert plan.items[1].locate(("lokal", "tema")).baris == 10
    assert [(found.kode, found.place.baris) for found in plan.temuan] == [("IKU203", 8)]


def test_several_plans_in_a_json_list() -> None:
    plans = read_plans(b'[{"item": [{"nama": "A"}]}, {"item": [{"nama": "B"}]}]', name="a.json")
    assert [plan.items[0].item.nama for plan in plans] == ["A", "B"]
    assert plans[1].items[0].locate(("nama",)).penunjuk == "/1/item/0/nama"
    assert codes(read_plan(b"item: [{nama: A}]\n---\nitem: [{nama: B}]\n", name="a.yaml")) == [
        "IKU351"
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"jenis: laporan\nitem: []\n", ["IKU350"]),
        (b"- 5\n", ["IKU350"]),
        (b"jenis: rencana\nitem: []\n", ["IKU352"]),
        (b"jenis: rencana\n", ["IKU201"]),
        (b"jenis: rencana\nitem: 5\n", ["IKU203"]),
        (b"Indikator,Target 2025\n", ["IKU352"]),
        (b"a,b\n1,2\n", ["IKU330"]),
        (b"Sasaran,Target,Realisasi,Capaian\nA,1,1,100\n", ["IKU330"]),
        (b"", ["IKU005"]),
    ],
)
def test_what_is_no_plan_says_so_and_nothing_is_raised(content: bytes, found: list[str]) -> None:
    plan = read_plan(content, name="a")
    assert (plan.items, codes(plan)) == ((), found)


def test_a_file_that_is_not_there_is_a_finding(tmp_path: Path) -> None:
    plans = read_plans(tmp_path / "tidak-ada.xlsx")
    assert (len(plans), [found.kode for found in plans.temuan]) == (0, ["IKU001"])


_TITLES = st.sampled_from(["Indikator", "Target", "2025", "Satuan", "Sasaran", "K", "x", "1", None])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(_TITLES | st.text(max_size=5), max_size=5), max_size=6))
def test_no_table_makes_it_fail(rows: list[list[str | None]]) -> None:
    text = "\n".join(
        ",".join(f'"{(cell or "").replace(chr(34), "")}"' for cell in row) for row in rows
    )
    plan = read_plan(text.encode(), name="a.csv")
    assert plan.items or plan.temuan


@pytest.mark.parametrize(
    ("row", "target"),
    [
        # Other cells of the table show which mark is the decimal one, or the indicator counts.
        ('Ukuran,Orang,"72,5",1.250', "1250"),
        ('Jumlah peserta,Nilai,"72,5",1.250', "1250"),
        # An index of thousands is none, whatever the other cells show.
        ('Indeks,Indeks,"72,5",1.250', "1.250"),
        ("Jumlah peserta,Orang,,1.250", "1250"),
        ("Indeks,Indeks,72.5,1.250", "1.25"),
        ("Indeks,Indeks,,1.250", "1.250"),
    ],
)
def test_a_numeral_with_two_readings_is_as_the_table_was_read(row: str, target: str) -> None:
    table = f"Indikator,Satuan,Baseline 2024,Target 2025\n{row}\n"
    (one,) = read_plan(table.encode(), name="a.csv").items
    cell = one.item.target[2025]
    assert cell == target
    assert isinstance(cell, NumberText) is (target != "1.250")
