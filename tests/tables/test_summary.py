from __future__ import annotations

import pytest

from kesbang_iku.findings import Text
from kesbang_iku.tables.reading import read_tables
from kesbang_iku.tables.summary import lines, told
from tests.workbooks import Rows, sheets

PLAN: Rows = [
    ["RENSTRA KABUPATEN BANYUWANGI TAHUN 2025-2029"],
    ["Indikator Kinerja", "Satuan", "Kondisi Awal 2024", "Target 2025", "Target 2026", "2028"],
    ["Indeks Harmoni", "Indeks", 70, 71, 72, 74],
]


def test_the_line_says_what_was_read_where_it_stands_and_whose_it_is() -> None:
    said = told(read_tables(sheets(IKU=PLAN), name="renstra.xlsx"))
    assert said == Text(
        "renstra.xlsx dibaca sebagai rencana (lembar 'IKU', tajuk baris 2, 1 indikator, dasar "
        "2024, target 2025–2026, 2028, Kabupaten Banyuwangi dari judul). Periksa bacaannya dengan "
        "'kesbang-iku read renstra.xlsx'.",
        "renstra.xlsx was read as: plan (sheet 'IKU', header rows: 2, 1 indicator, baseline 2024, "
        "target 2025–2026, 2028, Kabupaten Banyuwangi from the title). Look at the reading with "
        "'kesbang-iku read renstra.xlsx'.",
    )


def test_of_many_tables_a_few_are_described() -> None:
    book = sheets(**{f"IKU {number}": PLAN for number in range(5)})
    said = told(read_tables(book, name="a.xlsx"))
    assert said is not None
    assert (said.id.count("lembar"), "; 2 tabel lain." in said.id) == (3, True)


@pytest.mark.parametrize(
    "text",
    [
        "nama,satuan,2025,target 2026\nIndeks Harmoni,Indeks,1,2\n",
        "wilayah;nama;dasar 2024;target 2025\n62.71;Indeks Harmoni;1;2\n",
        "wilayah,tahun,kode,konflik\n62.71,2024,KBP-WAS-02,20\n",
        "a,b\n1,2\n",
    ],
)
def test_of_our_own_format_and_of_no_indicators_nothing_is_said(text: str) -> None:
    assert told(read_tables(text.encode(), name="a.csv")) is None


@pytest.mark.parametrize(
    "text",
    [
        "Renstra 2025\nnama,satuan,2025\nIndeks Harmoni,Indeks,1\n",
        "nama,satuan,Kondisi Akhir 2025\nIndeks Harmoni,Indeks,1\n",
    ],
)
def test_titles_and_headers_of_other_forms_are_told(text: str) -> None:
    assert told(read_tables(text.encode(), name="a.csv")) is not None


def test_many_files_make_no_long_list() -> None:
    said = lines([None, *(Text.same(f"{number}.csv") for number in range(9))])
    assert [one.id for one in said[:5]] == [f"{number}.csv" for number in range(5)]
    assert said[5].id.startswith("4 berkas lain")
    assert len(said) == 6
