"""Tables on their side: which rows are one, and where its cells stand in the sheet."""

from __future__ import annotations

from kesbang_iku.tables.headings import load_words
from kesbang_iku.tables.turned import turned_below, turned_tables
from tests.tables.grids import grid_of


def test_each_cell_of_a_turned_table_has_its_own_place() -> None:
    grid = grid_of("Capaian 2024", "Indikator;Indeks A;Indeks B", "Target;70;80", "Realisasi;71;79")
    (table,) = turned_tables(grid, load_words())
    assert [dict(row.cells) for row in table.grid.rows] == [
        {0: "Indikator", 1: "Target", 2: "Realisasi"},
        {0: "Indeks A", 1: "70", 2: "71"},
        {0: "Indeks B", 1: "80", 2: "79"},
    ]
    assert (table.first, table.last, [*table.titles]) == (2, 4, ["Capaian 2024"])
    place = table.grid.place(3, 1)
    assert (place.baris, place.kolom) == (3, 11)  # the 80 of "Target;70;80"


def test_a_card_begins_where_the_next_indicator_is_named() -> None:
    grid = grid_of("Indikator;Indeks A", "Satuan;Indeks", "Target 2025;70",
                   "Indikator;Jumlah konflik", "Satuan;Kasus", "Target 2025;5")  # fmt: skip
    assert [(one.first, one.last) for one in turned_tables(grid, load_words())] == [
        (1, 3),
        (4, 6),
    ]


def test_cards_end_a_sheet_that_begins_with_a_table() -> None:
    grid = grid_of("No;Indikator;Target 2025", "1;Indeks A;70", "Indikator;Jumlah konflik",
                   "Satuan;Kasus", "Target 2025;5")  # fmt: skip
    above, cards = turned_below(grid, load_words())
    assert (above, [one.first for one in cards]) == (2, [3])


def test_numbers_beside_a_table_on_its_side_leave_all_of_it_unread() -> None:
    grid = grid_of("Indikator;Indeks A", "Satuan;Indeks", "Target 2025;70", "12;13;14")
    assert turned_tables(grid, load_words()) == []


def test_a_table_of_indicators_below_one_another_is_none() -> None:
    grid = grid_of("Indikator;Target;Realisasi", "Indeks A;70;71", "Indeks B;80;79")
    assert turned_tables(grid, load_words()) == []


def test_a_card_over_several_years_is_one_indicator_with_a_header_for_each() -> None:
    grid = grid_of("Indikator;Indeks A", "Satuan;Indeks", "Tahun;2024;2025", "Target;70;71")
    (table,) = turned_tables(grid, load_words())
    assert [dict(row.cells) for row in table.grid.rows] == [
        {0: "Indikator", 1: "Satuan", 2: "Target", 3: "Target"},
        {2: "2024", 3: "2025"},
        {0: "Indeks A", 1: "Indeks", 2: "70", 3: "71"},
    ]
    places = [table.grid.place(row, 3) for row in (1, 2, 3)]
    assert [(one.baris, one.kolom) for one in places] == [(4, 1), (3, 12), (4, 11)]


def test_heads_below_the_names_tell_the_columns_of_each_indicator_apart() -> None:
    grid = grid_of("Tahun;Indeks A;;Jumlah B", ";Target;Realisasi;Realisasi", "2024;70;71;5")
    (table,) = turned_tables(grid, load_words())
    assert [dict(row.cells) for row in table.grid.rows] == [
        {0: "nama", 1: "2024", 2: "2024"},
        {1: "Target", 2: "Realisasi"},
        {0: "Indeks A", 1: "70", 2: "71"},
        {0: "Jumlah B", 2: "5"},
    ]


def test_a_target_alone_beside_several_quarters_is_of_none_of_them_for_sure() -> None:
    grid = grid_of("Indikator;Indeks A", "Satuan;Indeks", "Uraian;TW I;TW II", "Target;8",
                   "Realisasi;1")  # fmt: skip
    (table,) = turned_tables(grid, load_words())
    assert [row.cells.get(2) for row in table.grid.rows] == ["Target", "TW I / TW II", "8"]
    assert [row.cells.get(3) for row in table.grid.rows] == ["Realisasi", "TW I", "1"]


def test_a_row_in_brackets_below_the_names_holds_their_units() -> None:
    grid = grid_of("Tahun;Indeks A;Jumlah B", ";(indeks);(kali)", "2024;70;5")
    (table,) = turned_tables(grid, load_words())
    assert [row.cells[1] for row in table.grid.rows] == ["satuan", "indeks", "kali"]


def test_a_table_below_another_has_the_title_right_above_it() -> None:
    grid = grid_of("No;Indikator;Target 2025", "1;Indeks A;70", "Realisasi 2025",
                   "Tahun;Indeks B;Jumlah C", "2024;70;5")  # fmt: skip
    above, (table,) = turned_below(grid, load_words())
    assert (above, table.first, table.last, [*table.titles]) == (2, 4, 5, ["Realisasi 2025"])


def test_rows_that_sum_up_the_times_above_them_are_none() -> None:
    grid = grid_of("Bulan;Jumlah A;Jumlah B", "Januari;1;2", "Februari;3;4", "Jumlah;4;6")
    (table,) = turned_tables(grid, load_words())
    assert [*table.grid.rows[0].cells.values()] == ["nama", "Januari", "Februari"]


def test_a_second_row_of_years_leaves_the_card_unread() -> None:
    grid = grid_of("Indikator;Indeks A", "Satuan;Indeks", "Tahun;2023;2024", "Realisasi;70;71",
                   "Tahun;2025;2026", "Target;72;73")  # fmt: skip
    assert turned_tables(grid, load_words()) == []
