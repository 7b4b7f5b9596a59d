"""What columns are taken for, from their own headers and from those beside them."""

from __future__ import annotations

import pytest

from kesbang_iku.sources.year_parts import Part
from kesbang_iku.tables.blocks import find_regions
from kesbang_iku.tables.columns import TableColumn, make_columns, rivals, value_key
from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.neighbours import TableContext
from tests.tables.grids import grid_of


def columns_of(*headers: str, context: TableContext | None = None) -> list[TableColumn]:
    words = load_words()
    width = headers[0].count(";") + 1
    data = ";".join(["Jumlah konflik", *["5"] * (width - 1)])
    (found,) = find_regions(grid_of(*headers, data), words)
    return make_columns(found, words, context or TableContext())


def told(columns: list[TableColumn]) -> list[str]:
    return [f"{one.role} {one.key}" if one.holds_values else one.role for one in columns]


@pytest.mark.parametrize(
    ("headers", "context", "wanted"),
    [
        (("Indikator;2025;2026",), TableContext(), ["nama", "target 2025", "target 2026"]),
        (
            ("Indikator;2023;2024",),
            TableContext(realised=True),
            ["nama", "realisasi 2023", "realisasi 2024"],
        ),
        (
            ("Indikator;Realisasi Bulan Lalu;Realisasi s.d. Bulan Ini",),
            TableContext(year=2025, part=Part("bulan", 3)),
            ["nama", "realisasi 2025/bulan-02", "realisasi 2025/sd-bulan-03"],
        ),
        (
            ("Indikator;Realisasi Bulan Lalu;Realisasi Bulan Ini",),
            TableContext(year=2025, part=Part("bulan", 1)),
            ["nama", "tidak_dikenal", "realisasi 2025/bulan-01"],
        ),
        (
            ("Indikator;Target;Realisasi Triwulan Ini",),
            TableContext(year=2025, part=Part("bulan", 1)),
            ["nama", "target 2025/bulan-01", "tidak_dikenal"],
        ),
        (
            ("indikator;wilayah_kode;wilayah;Target 2025",),
            TableContext(),
            ["nama", "wilayah", "wilayah", "target 2025"],
        ),
        (("Indikator;2025;2026",), TableContext(turned=True), ["nama", *["tidak_dikenal"] * 2]),
        (
            ("Indikator;2025;2025", ";Target;Rp"),
            TableContext(),
            ["nama", "target 2025", "anggaran 2025"],
        ),
        (
            ("Indikator;Target;Realisasi;%",),
            TableContext(year=2024),
            ["nama", "target 2024", "realisasi 2024", "capaian 2024"],
        ),
        (
            ("Indikator;Target 2025;Realisasi s.d. TW II;% Capaian",),
            TableContext(),
            [
                "nama",
                "target 2025",
                "realisasi 2025/sd-triwulan-2",
                "capaian 2025/sd-triwulan-2",
            ],
        ),
        (
            ("Indikator;Capaian 2024;Target 2025;Target 2026",),
            TableContext(),
            ["nama", "dasar 2024", "target 2025", "target 2026"],
        ),
    ],
)
def test_columns_are_read_by_all_that_is_said(
    headers: tuple[str, ...], context: TableContext, wanted: list[str]
) -> None:
    assert told(columns_of(*headers, context=context)) == wanted


def test_columns_for_one_thing_are_rivals_and_money_that_was_spent_is_none() -> None:
    twice = columns_of("Indikator;Target 2025;Target Tahun 2025")
    assert [[one.index for one in group] for group in rivals(twice)] == [[1, 2]]
    money = columns_of("Indikator;Anggaran 2025;Realisasi Anggaran 2025")
    assert list(rivals(money)) == []


def test_a_value_is_keyed_by_its_year_and_the_part_of_it() -> None:
    assert value_key(2025, None) == "2025"
    assert value_key(2025, Part("triwulan", 2, sampai=True)) == "2025/sd-triwulan-2"
    assert value_key(None, Part("bulan", 3)) == "-/bulan-03"
