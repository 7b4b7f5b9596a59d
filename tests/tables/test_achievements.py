from __future__ import annotations

import pytest
from xlsxwriter.workbook import Workbook

from kesbang_iku.tables.achievements import Achievements
from tests.tables.grids import achievements_in
from tests.workbooks import Rows, put, sheets, workbook


def codes(read: Achievements) -> list[str]:
    return [finding.kode for finding in read.temuan]


LKJIP: Rows = [
    ["Tabel III.4 Capaian Indikator Kinerja Utama Tahun 2024"],
    ["No", "Sasaran Strategis", "Indikator Kinerja Utama", "Target", "Realisasi", "Capaian (%)"],
    [1, "Meningkatnya kerukunan", "Indeks Perlindungan Kebhinnekaan", 3.8, 3.98, "104.7"],
    [2, None, "Indeks Kepuasan Masyarakat", 89.55, 89.75, 100.27],
]


def test_the_achievement_table_of_a_performance_report_is_read() -> None:
    read = achievements_in(sheets(LKIP=LKJIP), "lkip.xlsx")
    first, second = (loaded.item for loaded in read)
    assert (first.nama, first.target, first.realisasi, first.capaian) == (
        "Indeks Perlindungan Kebhinnekaan",
        "3.8",
        "3.98",
        "104.7",
    )
    assert second.sasaran == "Meningkatnya kerukunan"
    assert read[0].locate(("capaian",)).sel == "F3"
    assert read[1].locate(("sasaran",)).sel == "B3"
    assert read[0].locate(("predikat",)).sel == "A3"
    assert codes(read) == []


def test_the_year_of_the_only_columns_is_the_year_of_the_row() -> None:
    text = "Indikator;Target 2024;Realisasi 2024;Capaian;Predikat\nA;80;81;101,25;Sangat Tinggi\n"
    (loaded,) = achievements_in(text.encode(), "a.csv")
    assert loaded.item.model_dump(
        exclude_none=True, exclude={"bagian", "format_angka", "uang", "ringkasan", "berdasar"}
    ) == {
        "nama": "A",
        "tahun": 2024,
        "target": "80",
        "realisasi": "81",
        "capaian": "101,25",
        "predikat": "Sangat Tinggi",
    }


def test_columns_of_several_years_are_a_row_for_each() -> None:
    text = (
        "Indikator,Target,,Realisasi,,Rasio,\n,2023,2024,2023,2024,2023,2024\nA,93,93,93,92,93,92\n"
    )
    read = achievements_in(text.encode(), "a.csv")
    found = [
        (row.item.tahun, row.item.target, row.item.realisasi, row.item.capaian) for row in read
    ]
    assert found == [(2023, "93", "93", "93"), (2024, "93", "92", "92")]
    assert read[1].locate(("realisasi",)).sel == "E3"
    assert [loaded.item.tahun for loaded in read[1:]] == [2024]


def numbers_of(read: Achievements) -> list[dict[str, object]]:
    """What each row with numbers holds besides its words, and besides the year before."""
    others = {"nama", "kode", "satuan", "program", "realisasi_sebelumnya", "format_angka"}
    others |= {"berdasar"}
    rows = [
        row.item.model_dump(exclude_defaults=True, exclude=others)
        for row in read
        if row.item.periode is None
    ]
    return [row for row in rows if row]


def test_an_achievement_with_a_year_is_of_that_year_among_several() -> None:
    text = "Indikator,Realisasi 2023,Target 2024,Realisasi 2024,Capaian 2024 (%)\nA,73,80,76,95\n"
    assert numbers_of(achievements_in(text.encode(), "a.csv")) == [
        {"tahun": 2023, "realisasi": "73"},
        {"tahun": 2024, "target": "80", "realisasi": "76", "capaian": "95"},
    ]


def test_a_share_is_of_the_last_value_before_it() -> None:
    text = "Indikator,Realisasi 2023,Target 2024,Realisasi 2024,%\nA,73,80,76,95\n"
    assert numbers_of(achievements_in(text.encode(), "a.csv")) == [
        {"tahun": 2023, "realisasi": "73"},
        {"tahun": 2024, "target": "80", "realisasi": "76", "capaian": "95"},
    ]


def test_numbered_years_of_a_plan_are_told_and_not_judged() -> None:
    text = (
        "Indikator,Target Renstra Tahun ke-,,Realisasi Capaian Tahun ke-,,"
        "Rasio Capaian pada Tahun ke-,\n,1,2,1,2,1,2\nA,93,93,93,92,93,92\n"
    )
    read = achievements_in(text.encode(), "a.csv")
    assert numbers_of(read) == []
    assert {one.kode for one in read.temuan if one.tingkat != "info"} == {"IKU338", "IKU345"}


def test_programmes_with_what_they_spent_are_read_as_money() -> None:
    text = "No;Program;Pagu Anggaran (Rp);Realisasi Anggaran (Rp);%\n1;A;2.000;1.000;50\n"
    assert numbers_of(achievements_in(text.encode(), "a.csv")) == [
        {"target": "2.000", "realisasi": "1.000", "capaian": "50", "uang": True},
    ]


def test_the_evaluation_form_is_known_by_its_full_titles() -> None:
    heads = (
        "Indikator Kinerja Program (outcome)/Kegiatan (output)",
        *("Target Renstra Perangkat Daerah pada Tahun 2026", ""),
        *("Realisasi Capaian Kinerja Renstra s.d. Renja Tahun Lalu (2023)", ""),
        *("Target Kinerja dan Anggaran Renja Tahun 2024", ""),
        *("Realisasi Kinerja pada Triwulan", *[""] * 7),
        *("Realisasi Capaian Kinerja dan Anggaran Renja yang dievaluasi", ""),
        *("Realisasi Kinerja dan Anggaran Renstra s.d. Tahun 2024", ""),
        *("Tingkat Capaian Kinerja dan Realisasi Anggaran Renstra s.d. Tahun 2024 (%)", ""),
    )
    quarters = [*[""] * 7, "I", "", "II", "", "III", "", "IV", *[""] * 7]
    parts = ["", *["K", "Rp"] * 10]
    row = "A;50;900;9;90;20;200;6;60;4;40;2;20;8;80;20;200;29;290;58;32,22"
    text = "\n".join([*(";".join(cells) for cells in (heads, quarters, parts)), row])
    performance = {
        "target_renstra": "50",
        "realisasi_lalu": "9",
        "target": "20",
        "bagian": {"triwulan-1": "6", "triwulan-2": "4", "triwulan-3": "2", "triwulan-4": "8"},
        "realisasi": "20",
        "realisasi_renstra": "29",
        "capaian_renstra": "58",
    }
    money = {
        "target_renstra": "900",
        "realisasi_lalu": "90",
        "target": "200",
        "bagian": {"triwulan-1": "60", "triwulan-2": "40", "triwulan-3": "20", "triwulan-4": "80"},
        "realisasi": "200",
        "realisasi_renstra": "290",
        "capaian_renstra": "32,22",
    }
    assert numbers_of(achievements_in(text.encode(), "a.csv")) == [
        {"tahun": 2024} | performance,
        {"tahun": 2024, "uang": True} | money,
    ]


def test_the_table_of_a_work_plan_is_known_by_its_short_titles() -> None:
    heads = (
        "Indikator Kinerja Program (outcome)/Kegiatan (output)",
        "Target Kinerja Capaian Program (Renstra) Tahun 2026",
        "Realisasi Target Kinerja s.d. Tahun 2022",
        *("Target dan Realisasi Kinerja Tahun 2023", "", ""),
        "Target Program/Kegiatan Renja Tahun 2024",
        *("Perkiraan Realisasi Capaian Target Renstra s.d. Tahun 2024", ""),
    )
    below = ["", "", "", "Target", "Realisasi", "Tingkat Realisasi (%)", ""]
    below += ["Realisasi Capaian", "Tingkat Capaian (%)"]
    row = ["A", "61", "13", "17", "11", "64,71", "5", "29", "47,54"]
    text = "\n".join(";".join(cells) for cells in (heads, below, row))
    (found,) = numbers_of(achievements_in(text.encode(), "a.csv"))
    assert found == {
        "tahun": 2023,
        "target_renstra": "61",
        "realisasi_lalu": "13",
        "target": "17",
        "realisasi": "11",
        "capaian": "64,71",
        "target_berjalan": "5",
        "perkiraan_renstra": "29",
        "capaian_renstra": "47,54",
    }


def e81(book: Workbook) -> None:
    """Form E.81 with its sixteen columns, of which nine come as performance and money."""
    sheet = book.add_worksheet("E.81")
    sheet.merge_range("A1:P1", "Formulir E.81")
    titles = [
        *("No", "Sasaran", "Program/Kegiatan", "Indikator outcome/output"),
        *("Target Renstra akhir", "Realisasi s.d. n-2", "Target Renja tahun n-1"),
        *("Realisasi TW I", "Realisasi TW II", "Realisasi TW III", "Realisasi TW IV"),
        *("Realisasi capaian Renja", "Realisasi Renstra s.d.", "Tingkat capaian %"),
        *("Unit PJ", "Ket."),
    ]
    column = 0
    numbers: list[str | float | None] = []
    for number, title in enumerate(titles, 1):
        if 5 <= number <= 13:
            sheet.merge_range(2, column, 2, column + 1, title)
            sheet.write_row(3, column, ["K", "Rp"])
            numbers += [number, None]
            column += 2
        else:
            sheet.merge_range(2, column, 3, column, title)
            numbers.append(number)
            column += 1
    pairs = [
        (100, 5e9),
        (90, 3e9),
        (95, 1e9),
        (20, 1e8),
        (25, 2e8),
        (25, 2e8),
        (25, 3e8),
        (95, 8e8),
    ]
    money = [value for pair in (*pairs, (92.5, 4e9)) for value in pair]
    rows: Rows = [
        numbers,
        [1, "Sasaran 1", "Program", "Persentase konflik ditangani", *money, 100, "Bidang IV", "-"],
        [2, None, None, "Jumlah dokumen", *money, 98.5, "Sekretariat", None],
    ]
    put(sheet, rows, 4)


def test_the_evaluation_form_is_read_by_its_performance_columns() -> None:
    read = achievements_in(workbook(e81), "e81.xlsx")
    of_year = [one.item for one in read if one.item.periode is None]
    first, second = (item for item in of_year if not item.uang)
    assert first.model_dump(exclude_none=True, exclude={"uang", "ringkasan", "berdasar"}) == {
        "nama": "Persentase konflik ditangani",
        "sasaran": "Sasaran 1",
        "program": "Program",
        "target": "95",
        "realisasi": "95",
        "capaian": "100",
        "bagian": {"triwulan-1": "20", "triwulan-2": "25", "triwulan-3": "25", "triwulan-4": "25"},
        "target_renstra": "100",
        "realisasi_lalu": "90",
        "realisasi_renstra": "92.5",
        "penanggung_jawab": "Bidang IV",
        "catatan": "-",
    }
    assert (second.program, second.capaian) == ("Program", "98.5")
    assert read[0].locate(("bagian", "triwulan-2")).sel == "M6"
    assert read[0].locate(("target",)).sel == "I6"
    assert codes(read) == []


def test_the_money_of_the_evaluation_form_is_a_row_of_its_own() -> None:
    read = achievements_in(workbook(e81), "e81.xlsx")
    money = read[1]
    of_year = [one.item.uang for one in read if one.item.periode is None]
    assert of_year == [False, True, False, True]
    assert money.item.model_dump(exclude_none=True, exclude={"berdasar"}) == {
        "nama": "Persentase konflik ditangani",
        "sasaran": "Sasaran 1",
        "program": "Program",
        "target": "1000000000",
        "realisasi": "800000000",
        "bagian": {
            "triwulan-1": "100000000",
            "triwulan-2": "200000000",
            "triwulan-3": "200000000",
            "triwulan-4": "300000000",
        },
        "target_renstra": "5000000000",
        "realisasi_lalu": "3000000000",
        "realisasi_renstra": "4000000000",
        "penanggung_jawab": "Bidang IV",
        "catatan": "-",
        "uang": True,
        "ringkasan": False,
    }
    assert money.locate(("target",)).sel == "J6"


def test_a_plan_is_no_achievement_table() -> None:
    read = achievements_in(b"Indikator,Target 2025\nA,5\n", "a.csv")
    assert (len(read), codes(read)) == (0, [])


@pytest.mark.parametrize(
    ("content", "code"), [(b"jenis: laporan\n", "IKU012"), (b"", "IKU005"), (b"\x00\x01", "IKU006")]
)
def test_other_files_say_why_they_are_not_read(content: bytes, code: str) -> None:
    assert codes(achievements_in(content, "a")) == [code]


def test_a_table_of_headers_alone_is_said_to_be_empty() -> None:
    read = achievements_in(b"Indikator,Target,Realisasi\n", "lkip.csv")
    assert len(read) == 0
    (found,) = read.temuan
    assert (found.kode, found.place.sel, found.baris) == ("IKU339", "A1", 1)


def test_a_table_whose_rows_cannot_be_read_is_said_to_be_empty_too() -> None:
    read = achievements_in(b"Indikator,Target,Realisasi\n,80,85\n", "lkip.csv")
    assert "IKU339" in codes(read)
