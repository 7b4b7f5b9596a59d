"""Rows that date those below them."""

from __future__ import annotations

from kesbang_iku.tables.blocks import find_regions
from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.sections import dated_rows
from tests.tables.grids import grid_of


def _dated(*rows: str) -> dict[int, str]:
    """Return the rows that date others, with what they say."""
    words = load_words()
    (region,) = find_regions(grid_of("No;Indikator;Target", *rows), words)
    return {
        number: f"{said.year or ''} {said.part or ''}".strip()
        for number, said in dated_rows(region, words).items()
    }


def test_a_row_with_a_date_alone_dates_the_rows_below_it() -> None:
    rows = ("TAHUN 2023", "1;Indeks A;70", ";Triwulan II 2024", "1;Indeks A;71")
    assert _dated(*rows) == {2: "2023", 4: "2024 triwulan-2"}


def test_a_title_and_a_date_below_the_table_date_nothing() -> None:
    assert _dated("1;Indeks A;70", "BIDANG POLITIK", "2;Indeks B;71", "Maret 2025") == {}
