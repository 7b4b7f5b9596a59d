"""Which rows below the headers are indicators, and what the others are."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.blocks import find_regions
from kesbang_iku.tables.columns import make_columns
from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.neighbours import TableContext
from kesbang_iku.tables.row_labels import clean_name
from kesbang_iku.tables.rows import RowReader
from tests.tables.grids import grid_of

HEADER = "No;Indikator;Satuan;Target 2025"
ITEM = "1;Jumlah konflik;Kasus;5"


def reader_of(*rows: str) -> RowReader:
    words = load_words()
    grid = grid_of(*rows)
    (found,) = find_regions(grid, words)
    return RowReader(grid, found, make_columns(found, words, TableContext()), words)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("(1);(2);(3);(4)", "penomoran"),
        (HEADER, "tajuk_berulang"),
        (";Rata-rata;;5", "rata_rata"),
        (";JUMLAH;;5", "jumlah"),
        (";;;NIP. 19650101 199003 1 001", "tanda_tangan"),
        (";;Kapuas, 2 Januari 2025;", "tanda_tangan"),
        ("Catatan: angka sementara;;;", "catatan"),
        (";Tabel 3.1 Capaian Kinerja;;", "catatan"),
        (";;;Halaman 1 dari 2", "catatan"),
        ("2;;Kasus;4", "tanpa_nama"),
        ("2;a.;Kasus;4", "tanpa_nama"),
        ("2;B.;Kasus;4", "tanpa_nama"),
        (";- Triwulan I;Kasus;4", "tanpa_nama"),
        (";Semester II;Kasus;4", "tanpa_nama"),
        (";TW1;Kasus;4", "tanpa_nama"),
        (";Tahun 2024;Kasus;4", "tanpa_nama"),
        ("2;Jumlah ormas;Ormas;4;9", "terlalu_panjang"),
        ("2;Jumlah ormas;4", "terlalu_pendek"),
    ],
)
def test_a_row_that_is_no_indicator_is_told_for_what_it_is(row: str, reason: str) -> None:
    reader = reader_of(HEADER, ITEM, row)
    assert [item.name for item in reader.items()] == ["Jumlah konflik"]
    assert [(one.number, one.reason) for one in reader.skipped] == [(3, reason)]


def test_rows_below_a_name_say_what_their_values_are() -> None:
    rows = ("Indikator;Uraian;2023", "Jumlah konflik;Target;5", ";Realisasi;4", ";Capaian;80")
    items = list(reader_of(*rows).items())
    assert [(item.name, item.role) for item in items] == [
        ("Jumlah konflik", "target"),
        ("Jumlah konflik", "realisasi"),
        ("Jumlah konflik", "capaian"),
    ]


@pytest.mark.parametrize(
    "written",
    ["a. Jumlah konflik", "1) Jumlah konflik", "(1) Jumlah konflik", "IKU 1: Jumlah konflik",
     "- Jumlah konflik", "\u2022 Jumlah  konflik", "1.2 Jumlah konflik", "2.1.3. Jumlah konflik"],
)  # fmt: skip
def test_marks_of_lists_are_no_part_of_a_name(written: str) -> None:
    assert clean_name(written) == "Jumlah konflik"


def test_letters_that_head_columns_are_classes_below_targets() -> None:
    reader = reader_of(HEADER, "1;Nilai SAKIP;Predikat;C", "2;Indeks Demokrasi Indonesia;Kelas;R")
    assert [row.name for row in reader.items()] == ["Nilai SAKIP", "Indeks Demokrasi Indonesia"]
    assert reader.skipped == []


@pytest.mark.parametrize(
    ("first", "second", "names"),
    [
        ("Persentase Rekomendasi FKUB yang", "Ditindaklanjuti", None),
        ("Jumlah Peserta Pembinaan Ideologi dan", "Wawasan Kebangsaan", None),
        ("Indeks /", "Indeks 0", ["Indeks /", "Indeks 0"]),
        ("Persentase Rekomendasi FKUB", "Konflik", ["Persentase Rekomendasi FKUB", "Konflik"]),
    ],
)
def test_a_name_that_breaks_off_goes_on_in_the_row_below(
    first: str, second: str, names: list[str] | None
) -> None:
    reader = reader_of(HEADER, f"1;{first};%;80", f";{second};;", "2;Jumlah konflik;Kasus;5")
    found = [one.name for one in reader.items()]
    assert found == [*(names or [f"{first} {second}"]), "Jumlah konflik"]
