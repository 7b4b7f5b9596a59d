"""Reading whole files: columns, rows, records, and what is refused with which word."""

from __future__ import annotations

from typing import Any

import pytest

from kesbang_iku.tables.context import KnownContext
from kesbang_iku.tables.reading import read_tables


def _read(*rows: str, options: KnownContext | None = None) -> dict[str, Any]:
    content = "\n".join([*rows, ""]).encode()
    return dict(read_tables(content, name="tabel.csv", options=options).as_dict())


def _codes(answer: dict[str, Any]) -> list[str]:
    return [one["kode"] for one in answer["temuan"] if one["tingkat"] != "info"]


@pytest.mark.parametrize(
    ("header", "roles"),
    [
        ("Indikator;Target 2025 (Rp);Target 2025", ["nama", "anggaran", "target"]),
        ("Indikator;Target;Realisasi;%", ["nama", "target", "realisasi", "capaian"]),
        ("Indikator;Target;Capaian;%", ["nama", "target", "realisasi", "capaian"]),
        ("Indikator;Target;Target RPJMD;Realisasi", ["nama", "target", "target", "realisasi"]),
        ("Indikator;Target 2025;Realisasi Nasional", ["nama", "target", "keterangan"]),
        ("Indikator;Target 2025 (ribu orang)", ["nama", "tidak_dikenal"]),
        (
            "indicator;unit;baseline 2024;target 2025;formula",
            ["nama", "satuan", "dasar", "target", "rumus"],
        ),
        (
            "Performance Indicator;Unit of Measure;Actual 2024;Achievement 2024",
            ["nama", "satuan", "realisasi", "capaian"],
        ),
    ],
)
def test_columns_are_taken_for_what_all_headers_say(header: str, roles: list[str]) -> None:
    numbers = iter("5678")
    cells = ("kata" if one in {"satuan", "rumus"} else next(numbers) for one in roles[1:])
    answer = _read(header, ";".join(["Jumlah konflik", *cells]))
    assert [column["sebagai"] for column in answer["tabel"][0]["kolom"]] == roles


@pytest.mark.parametrize(
    ("header", "region"),
    [
        ("kode_provinsi;nama_provinsi", "32"),
        ("nama_provinsi;kode_provinsi", "32"),
        ("kode_provinsi;kode_kabupaten_kota", "32.04"),
        ("nama_provinsi;nama_kabupaten_kota", "32.04"),
    ],
)
def test_the_columns_of_open_data_give_the_region(header: str, region: str) -> None:
    cells = {
        "kode_provinsi": "32", "nama_provinsi": "JAWA BARAT",
        "kode_kabupaten_kota": "3204", "nama_kabupaten_kota": "KABUPATEN BANDUNG",
    }  # fmt: skip
    row = ";".join(cells[name] for name in header.split(";"))
    answer = _read(f"id;{header};Indikator;Target 2025", f"1;{row};Jumlah konflik;5")
    assert answer["tabel"][0]["item"][0]["wilayah"] == region


def test_a_row_that_lacks_only_remarks_is_read() -> None:
    header = "No;Indikator;Satuan;Target 2025;Sumber data;Keterangan"
    (table,) = _read(header, "1;Konflik;Kasus;5", "2;Konflik;Kasus;6;Polres")["tabel"]
    assert [item["target"] for item in table["item"]] == [{"2025": "5"}, {"2025": "6"}]


def test_a_header_over_a_value_and_its_unit_is_of_the_value() -> None:
    answer = _read("Indikator;Target 2025;Target 2025;Realisasi 2025", "Konflik;5;Kasus;6")
    assert (answer["tabel"][0]["item"][0]["target"], _codes(answer)) == ({"2025": "5"}, [])


def test_years_beside_the_word_for_year_are_targets() -> None:
    (table,) = _read("Indikator;Satuan;Tahun 2025;Tahun 2026", "Konflik;Kasus;5;6")["tabel"]
    assert table["item"][0]["target"] == {"2025": "5", "2026": "6"}


def test_a_year_counted_within_the_plan_is_not_guessed() -> None:
    answer = _read("Indikator;Target Tahun ke-1;Target 2026", "Konflik;5;6")
    assert (answer["tabel"][0]["item"][0]["target"], _codes(answer)) == ({"2026": "6"}, ["IKU338"])


def test_money_below_a_table_is_its_sum() -> None:
    rows = ("Indikator;Target 2025;Pagu 2025", "Konflik;5;100", ";;100")
    assert _read(*rows)["tabel"][0]["dilewati"] == [{"baris": 3, "sebab": "jumlah"}]


def test_a_table_may_have_nothing_but_names() -> None:
    (table,) = _read("Indikator", "Jumlah konflik", "Indeks Harmoni")["tabel"]
    assert [item["nama"] for item in table["item"]] == ["Jumlah konflik", "Indeks Harmoni"]


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("kode;nama;target 2025", "rencana"),
        ("kode;nama", "rencana"),
        ("kode;nama;target;realisasi", "capaian"),
        ("wilayah;tahun;kode;nama;konflik", "laporan"),
        ("kode;nama;konflik", "laporan"),
        ("kode;konflik;realisasi", "laporan"),
    ],
)
def test_codes_of_the_standard_make_no_report_of_a_plan(header: str, kind: str) -> None:
    cells = {"kode": "KBP-WAS-02", "nama": "Konflik", "wilayah": "62.71", "tahun": "2024"}
    row = ";".join(cells.get(name, "5") for name in header.split(";"))
    assert _read(header, row)["tabel"][0]["jenis"] == kind


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("(1);(2);(3)", "penomoran"),
        ("Indikator;Satuan;Target 2025", "tajuk_berulang"),
        (";;Bandung, 2 Januari 2025", "tanda_tangan"),
        ("NIP. 19650101 199003 1 001;;", "tanda_tangan"),
        ("Sumber: Kesbangpol;;", "catatan"),
        ("Jumlah;;10", "jumlah"),
        ("Rata-rata capaian;;5", "rata_rata"),
        ("SASARAN PERTAMA;;", "judul_bagian"),
        (";Kasus;5", "tanpa_nama"),
    ],
)
def test_rows_that_are_no_indicators_are_told_apart(row: str, reason: str) -> None:
    answer = _read("Indikator;Satuan;Target 2025", "Jumlah konflik;Kasus;5", row)
    (table,) = answer["tabel"]
    assert table["dilewati"] == [{"baris": 3, "sebab": reason}]
    assert len(table["item"]) == 1


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        (("Indikator;Target 2025;Target 2025", "Konflik;5;6"), "IKU341"),
        (("Indikator;Target 2025;Skor", "Konflik;5;6"), "IKU345"),
        (("Indikator;Target 2025;Sumbr Data", "Konflik;5;Polres"), "IKU389"),
        (("Indikator;Target 2025;Realisasi 2025", "Konflik;5;6;7"), "IKU038"),
        (("Indikator;Target 2025;Realisasi 2025", "Konflik;5"), "IKU349"),
        (("Indikator;Satuan;Target 2025;Ket", "Konflik;5;6"), "IKU349"),
        (("Indikator;Satuan;Target 2025;Ket", "Konflik;Kasus;5"), "IKU039"),
        (("Indikator;Tahun;Target", "Konflik;2024/2025;6"), "IKU348"),
        (("Indikator;Triwulan;Tahun;Target", "Konflik;awal;2025;6"), "IKU348"),
        (("Tahun;Target;Realisasi", "2024;5;6"), "IKU330"),
    ],
)
def test_what_is_not_understood_is_said(rows: tuple[str, ...], code: str) -> None:
    assert code in _codes(_read(*rows))


@pytest.mark.parametrize(
    ("told", "key"),
    [
        ("2024 TW1", "2024/triwulan-1"),
        ("2024 Triwulan II", "2024/triwulan-2"),
        ("Semester 2 2024", "2024/semester-2"),
        ("Maret 2024", "2024/bulan-03"),
        ("2024 s.d. TW III", "2024/sd-triwulan-3"),
    ],
)
def test_a_column_of_years_may_name_the_part_of_the_year(told: str, key: str) -> None:
    answer = _read("Indikator;Tahun;Target", f"Konflik;{told};6", "Konflik;2025;5")
    first, second = (one["target"] for one in answer["tabel"][0]["item"])
    assert (first, second) == ({key: "6"}, {"2025": "5"})
    assert "IKU348" not in _codes(answer)


@pytest.mark.parametrize(
    "told", ["1 Maret 2024", "TW1", "2024 TW9", "2024 TW1 2025", "TW1 dan TW2 2024", "2024 (baru)"]
)
def test_what_is_not_one_part_of_one_year_is_no_year(told: str) -> None:
    answer = _read("Indikator;Tahun;Target", f"Konflik;{told};6", "Konflik;2025;5")
    assert "target" not in answer["tabel"][0]["item"][0]
    assert "IKU348" in _codes(answer)


def test_a_column_of_years_beside_one_of_parts_is_held_against_it() -> None:
    head = "Indikator;Tahun;Triwulan;Target"
    (item,) = _read(head, "Konflik;2024;1;6")["tabel"][0]["item"]
    assert item["target"] == {"2024/triwulan-1": "6"}
    assert "IKU348" in _codes(_read(head, "Konflik;2024 TW1;2;6", "Konflik;2024;1;6"))


def test_a_header_with_one_slip_is_read_as_what_alone_it_can_mean_and_that_is_told() -> None:
    answer = _read("Indikator;Satuaan;Taregt 2026;Realiasi 2025", "Konflik;Kasus;6;5")
    (item,) = answer["tabel"][0]["item"]
    assert (item["satuan"], item["target"], item["realisasi"]) == (
        "Kasus",
        {"2026": "6"},
        {"2025": "5"},
    )
    assert [one["kode"] for one in answer["temuan"]] == ["IKU388"] * 3


@pytest.mark.parametrize("header", ["Bencana 2025", "Kendali 2025"])
def test_a_word_that_is_another_one_is_no_slip(header: str) -> None:
    answer = _read(f"Indikator;Target 2026;{header}", "Konflik;6;5")
    assert answer["tabel"][0]["item"][0].get("target") == {"2026": "6"}
    assert _codes(answer) == ["IKU345"]


@pytest.mark.parametrize(
    ("row", "key"),
    [("Konflik;2024;I;5", "2024/triwulan-1"), ("Konflik;2024;tahunan;5", "2024")],
)
def test_year_and_period_may_stand_in_columns(row: str, key: str) -> None:
    answer = _read("Indikator;Tahun;Triwulan;Target", row, options=KnownContext(year=2030))
    assert answer["tabel"][0]["item"][0]["target"] == {key: "5"}


def test_rows_of_target_and_result_are_one_indicator() -> None:
    rows = ("Indikator;Uraian;2024", "Konflik;Target;5", ";Realisasi;4")
    (item,) = _read(*rows)["tabel"][0]["item"]
    assert (item["target"], item["realisasi"]) == ({"2024": "5"}, {"2024": "4"})


def test_a_file_without_indicators_is_said_to_be_one() -> None:
    answer = _read("No;Nama;Jabatan", "1;Budi;Kepala")
    assert [table["jenis"] for table in answer["tabel"]] == ["bukan_indikator"]
    assert _codes(answer) == []
