"""Rows that sum up others, and those that are only called so."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.reading import read_tables

HEAD = "Kota Palangka Raya Tahun 2024;;\nIndikator;Target;Realisasi\n"
ROWS = "Indeks Harmoni Indonesia;80;81\nIndeks Kinerja Ormas;70;72,5\n"


def _codes(row: str, head: str = HEAD) -> list[tuple[str, int | None]]:
    reading = read_tables(f"{head}{ROWS}{row}\n".encode(), name="a.csv")
    return [(one.kode, one.baris) for one in reading.findings]


@pytest.mark.parametrize(
    "row",
    ["Jumlah kegiatan;8;8", "Jumlah program;8;8", "Jumlah sasaran;4;4", "Jumlah indikator;9;9",
     "Total kegiatan;2;2", "Jumlah sasaran strategis;8;", "Jumlah kegiatan;150;8"],
)  # fmt: skip
def test_a_count_that_is_no_sum_of_the_rows_above_it_is_told(row: str) -> None:
    assert _codes(row) == [("IKU327", 5)]


@pytest.mark.parametrize(
    "row",
    ["Jumlah;8;8", "Rata-rata;75;76,75", "Total capaian indikator;8;8", "Jumlah keseluruhan;8;8",
     "Jumlah indikator;150;153,5", "Jumlah indikator;2;2", "Jumlah kegiatan;150;153,50"],
)  # fmt: skip
def test_a_sum_is_none(row: str) -> None:
    assert _codes(row) == []


def test_a_count_with_nothing_above_it_is_an_indicator() -> None:
    reading = read_tables(f"{HEAD}Jumlah kegiatan;8;8\n{ROWS}".encode(), name="a.csv")
    assert reading.tables[0].items[0].name == "Jumlah kegiatan"
    assert (reading.tables[0].skipped, reading.findings) == ((), ())


def test_a_sum_of_part_of_the_rows_is_none() -> None:
    assert _codes("Jumlah indikator;150;153,5\nIndeks A;5;6\nJumlah indikator;5;6") == []


@pytest.mark.parametrize("row", ["Jumlah anggaran;8000;7500", "Total pagu;8000;7500"])
def test_a_sum_of_money_in_columns_of_values_is_told(row: str) -> None:
    assert _codes(row) == [("IKU328", 5)]


def test_a_sum_of_money_in_its_own_columns_is_none() -> None:
    head = HEAD.replace("Realisasi", "Anggaran")
    assert _codes("Jumlah anggaran;;153", head) == []
