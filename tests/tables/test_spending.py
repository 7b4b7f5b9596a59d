"""Columns behind money that do not say themselves whether they are of it."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.blocks import find_regions
from kesbang_iku.tables.columns import make_columns
from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.neighbours import TableContext
from tests.tables.grids import grid_of


@pytest.mark.parametrize(
    ("heads", "roles"),
    [
        (
            "Target;Realisasi;%;Pagu;Realisasi;%",
            "target realisasi capaian anggaran anggaran anggaran",
        ),
        (
            "Pagu;Realisasi;%;Target;Realisasi;%",
            "anggaran anggaran anggaran target realisasi capaian",
        ),
        ("Target;Realisasi;Pagu;Realisasi", "target realisasi anggaran anggaran"),
        ("Target;Pagu;Realisasi;Capaian", "target anggaran realisasi capaian"),
        ("Pagu;Target;Realisasi;%", "anggaran target realisasi capaian"),
        ("Target;Realisasi;Realisasi Anggaran;%", "target realisasi anggaran tidak_dikenal"),
        ("Pagu;Realisasi", "anggaran tidak_dikenal"),
    ],
)
def test_what_stands_behind_money_is_of_it_or_left_open(heads: str, roles: str) -> None:
    words = load_words()
    numbers = ";".join("7" for _ in heads.split(";"))
    (found,) = find_regions(grid_of(f"Indikator;{heads}", f"Jumlah dialog;{numbers}"), words)
    _, *columns = make_columns(found, words, TableContext(2025))
    assert " ".join(one.role for one in columns) == roles
