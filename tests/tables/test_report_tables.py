"""Tables of reports in our own layout under headers as people write them."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.tables.reading import read_tables
from tests.workbooks import sheets

EXPORT = (
    "id,wilayah,nama_wilayah,tahun,kode,nama,{},konflik,target,sumber,created_at\n"
    "1,62.71,Palangka Raya,2024,KBP-WAS-02,x,17,20,90,BPS,2024-01-01\n"
)


def read(text: str) -> iku.Reports:
    return iku.read_reports(text.encode(), name="a.csv")


@pytest.mark.parametrize(
    ("part", "period"),
    [("Triwulan;II", "triwulan-2"), ("Periode;TW II", "triwulan-2"), ("Semester;1", "semester-1")],
)
def test_region_and_period_are_read_as_people_write_them(part: str, period: str) -> None:
    header, cell = part.split(";")
    (report,) = read(
        f"Kode Wilayah;Tahun;{header};Kode;Variabel;Nilai\n"
        f"Kota Palangka Raya;2024;{cell};KBP-WAS-02;konflik;20\n"
    )
    assert (report.report.wilayah, report.report.periode) == ("62.71", period)


def test_the_columns_of_an_export_are_passed_over_with_one_remark() -> None:
    reports = read(EXPORT.format("konflik_diselesaikan"))
    (found,) = reports.temuan
    assert (found.kode, found.tingkat) == ("IKU332", "info")
    assert [str(one.nilai) for one in iku.compute(reports)] == ["85.00"]


@pytest.mark.parametrize("header", ["konflik_diselesaikn", "penduduk"])
def test_a_slip_and_a_variable_of_another_indicator_are_told(header: str) -> None:
    (result,) = iku.compute(read(EXPORT.format(header)))
    assert "IKU400" in [one.kode for one in result.temuan]


def test_the_label_of_a_variable_is_its_name() -> None:
    label = iku.load_catalog()["KBP-WAS-02"].variables_by_name["konflik_diselesaikan"].label
    (report,) = read(EXPORT.format(label))
    assert report.items[0].item.variabel == {"konflik_diselesaikan": "17", "konflik": "20"}


LONG = (
    "wilayah;tahun;periode;kode;variabel;nilai;target;realisasi\n"
    "62;2018;tahunan;KBP-POL-01;kebebasan_sipil;90,09;72;71,27\n"
    "62;2018;tahunan;KBP-POL-01;hak_politik;50,46;;\n"
)
WIDE = (
    "wilayah;tahun;kode;konflik_diselesaikan;konflik;target;realisasi\n"
    "62.71;2024;KBP-WAS-02;17;20;90;85x\n"
)


def test_the_rows_of_a_report_are_items_by_their_codes() -> None:
    (table,) = read_tables(LONG.encode(), name="a.csv").as_dict()["tabel"]
    first, second = table["item"]
    assert (table["jenis"], table["dilewati"]) == ("laporan", [])
    assert (first["kode"], first["wilayah"], first["tahun"]) == ("KBP-POL-01", "62", 2018)
    assert (first["target"], first["realisasi"]) == ({"2018": "72"}, {"2018": "71.27"})
    assert (second["baris"], second["kode"]) == (3, "KBP-POL-01")


def test_a_number_of_a_report_that_is_none_is_told_once() -> None:
    reading = read_tables(WIDE.encode(), name="a.csv")
    assert [one.kode for one in reading.findings] == ["IKU064"]
    computed = iku.compute(read(WIDE))
    assert [one.kode for one in computed.semua_temuan] == ["IKU064"]


@pytest.mark.parametrize(
    ("code", "variables"),
    [
        ("KBP-ESB-09", ["kabupaten_kota", "fkub_berfungsi"]),
        ("KBP-IDE-20", ["kader_terbentuk", "kader_target"]),
        ("KBP-POL-09", ["parpol_tepat_waktu_apbd", "parpol_penerima_apbd"]),
    ],
)
@pytest.mark.parametrize("target", [None, "target"])
def test_a_variable_whose_name_sounds_like_another_column_is_one_in_a_workbook(
    code: str, variables: list[str], target: str | None
) -> None:
    identity = ["kode", *variables, "wilayah", "tahun", target]
    book = sheets(Laporan=[[*identity], [code, 3, 4, "62", 2024, None if target is None else 5]])
    (report,) = iku.read_reports(book, name="a.xlsx")
    item = report.items[0].item
    assert (report.report.wilayah, item.variabel) == ("62", dict(zip(variables, "34", strict=True)))
    assert (item.target is None) == (target is None)


def test_our_own_headers_are_known_beside_any_number_of_variables() -> None:
    variables = [f"x{number}" for number in range(1, 11)]
    head = ["wilayah", "tahun", "kode", "target", *variables, "nilai_rilis"]
    book = sheets(Laporan=[[*head], ["62", 2023, "KBP-ESB-01", *[3] * 12]])
    assert "IKU330" not in [one.kode for one in iku.validate(book, name="a.xlsx")]
