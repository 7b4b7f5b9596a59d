"""Where tables start, how deep their headers go, and where they end."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.beside import apart
from kesbang_iku.tables.blocks import find_regions
from kesbang_iku.tables.headings import load_words
from tests.tables.grids import grid_of

PLAN = ("Indikator;Satuan;Target 2025", "Jumlah konflik;Kasus;5")


@pytest.mark.parametrize(
    ("rows", "headers"),
    [
        (PLAN, [(1, 1)]),
        (("Kota Bandung;;", *PLAN), [(2, 2)]),
        (("Indikator;Satuan;Target;Target", ";;2025;2026", "Jumlah konflik;Kasus;5;4"), [(1, 2)]),
        (("Indikator;Target 2025;", ";Murni;Perubahan", "Jumlah konflik;5;4"), [(1, 2)]),
        ((*PLAN, PLAN[0], "Jumlah ormas;Ormas;50"), [(1, 1)]),
        ((*PLAN, "Indikator;Satuan;Realisasi 2024", "Jumlah ormas;Ormas;50"), [(1, 1), (3, 3)]),
        ((*PLAN, "TABEL 2;;", *PLAN), [(1, 1), (4, 4)]),
    ],
)
def test_headers_go_down_to_the_data(rows: tuple[str, ...], headers: list[tuple[int, int]]) -> None:
    found = find_regions(grid_of(*rows), load_words())
    assert [(one.block.first, one.block.last) for one in found] == headers


def test_a_title_belongs_to_the_table_below_it() -> None:
    rows = (*PLAN, "Capaian Kinerja Tahun 2024;;", "Indikator;Target;Realisasi", "Ormas;5;4")
    first, second = find_regions(grid_of(*rows), load_words())
    assert [row.number for row in first.below] == [2]
    assert [row.number for row in second.above] == [3]


@pytest.mark.parametrize(
    ("rows", "parts"),
    [
        (("Indikator;Target 2025;;Indikator;Target 2025", "Konflik;5;;Ormas;50"), 2),
        (("Indikator;Target 2025;;Target 2026", "Konflik;5;;4"), 1),
        (("Indikator Tujuan;Target 2025;Indikator Program", "Konflik;5;Ormas"), 1),
    ],
)
def test_tables_beside_one_another_are_taken_apart(rows: tuple[str, ...], parts: int) -> None:
    assert len([*apart(grid_of(*rows), load_words())]) == parts
