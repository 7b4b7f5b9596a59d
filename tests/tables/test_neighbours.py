"""What headers mean by those beside them, where the amounts below must prove it or need not."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.blocks import find_regions
from kesbang_iku.tables.columns import make_columns
from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.neighbours import TableContext
from tests.tables.grids import grid_of

OF_2025 = TableContext(year=2025)


def told(*rows: str, context: TableContext = OF_2025) -> list[str]:
    words = load_words()
    (found,) = find_regions(grid_of(*rows), words)
    columns = make_columns(found, words, context)
    return [f"{one.role} {one.key}" if one.holds_values else one.role for one in columns][1:]


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        ("Target Semula;Target Menjadi", ["keterangan", "target 2025"]),
        ("Target Sesudah Perubahan;Target Sebelum Perubahan", ["target 2025", "keterangan"]),
        ("Target;Target Perubahan", ["keterangan", "target 2025"]),
        ("Target;Target Lama", ["target 2025", "keterangan"]),
        ("Pagu Murni (Rp);Pagu Perubahan (Rp)", ["keterangan", "anggaran 2025"]),
        # By how much a target was changed may be meant.
        ("Target;Perubahan Target", ["target 2025", "target 2025"]),
        ("Realisasi 2025;Perubahan", ["realisasi 2025", "keterangan"]),
    ],
)
def test_of_a_changed_plan_what_it_became_is_in_force(headers: str, wanted: list[str]) -> None:
    assert told(f"Indikator;{headers}", "Jumlah konflik;5;4") == wanted


QUARTERS = [f"realisasi 2025/triwulan-{number}" for number in range(1, 5)]
FOUR = ";".join(f"Realisasi TW {number}" for number in ("I", "II", "III", "IV"))


@pytest.mark.parametrize(
    ("headers", "wanted"),
    [
        (f"{FOUR};Jumlah", [*QUARTERS, "realisasi 2025"]),
        (f"Total;{FOUR}", ["realisasi 2025", *QUARTERS]),
        # Two quarters are no year, and two kinds of values have no one sum.
        ("Realisasi TW I;Realisasi TW II;Jumlah", [*QUARTERS[:2], "tidak_dikenal"]),
        (f"{FOUR};Target TW I;Jumlah", [*QUARTERS, "target 2025/triwulan-1", "tidak_dikenal"]),
        (f"{FOUR};Realisasi Tahunan;Jumlah", [*QUARTERS, "realisasi 2025", "tidak_dikenal"]),
    ],
)
def test_a_sum_beside_all_parts_of_a_year_is_of_the_year(headers: str, wanted: list[str]) -> None:
    row = ";".join(["Jumlah dialog", *["2"] * (headers.count(";") + 1)])
    assert told(f"Indikator;{headers}", row) == wanted


@pytest.mark.parametrize(
    ("headers", "rows", "wanted"),
    [
        ("Target;Realisasi;Selisih;%", ["A;4;3;-1;75"], "capaian 2025"),
        ("Target;Realisasi;Selisih;%", ["A;4;3;-1;-25"], "tidak_dikenal"),
        ("Realisasi 2024;Realisasi 2025;Perubahan;%", ["A;4;3;-1;-25"], "tidak_dikenal"),
        (
            "Target;Realisasi Januari;Realisasi s.d. Januari;%",
            ["A;8;2;4;50", "B;10;1;3;30"],
            "capaian 2025/sd-bulan-01",
        ),
        ("Target;Realisasi Januari;Realisasi s.d. Januari;%", ["A;8;2;2;25"], "tidak_dikenal"),
    ],
)
def test_amounts_tell_of_what_a_share_is(headers: str, rows: list[str], wanted: str) -> None:
    assert told(f"Indikator;{headers}", *rows)[-1] == wanted


def test_titles_with_several_years_leave_values_open() -> None:
    found = told("Indikator;Target", "A;4", context=TableContext(several_years=True))
    assert found == ["tidak_dikenal"]
