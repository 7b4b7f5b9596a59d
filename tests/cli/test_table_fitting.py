"""Names get the room in a list; what tells rows apart least makes way, and is said."""

from __future__ import annotations

import pytest

from kesbang_iku.cli.table import Column, fit_columns
from tests.cli.conftest import Run

COLUMNS = [Column("Kode"), Column("Nama", flexible=True, main=True), Column("Satuan"), Column("A")]
LONG = "Persentase penyelesaian konflik sosial"


def test_what_is_the_same_in_all_rows_goes_and_is_told() -> None:
    rows = [("K1", "a", "persen", ""), ("K2", "b", "persen", "")]
    fitted = fit_columns(COLUMNS, rows, 80, (2, 3))
    assert [column.heading for column in fitted.columns if column.shown] == ["Kode", "Nama"]
    assert (fitted.same, fitted.left_out) == ([("Satuan", "persen")], [])


def test_a_single_row_has_nothing_in_common_with_others() -> None:
    fitted = fit_columns(COLUMNS, [("K1", "a", "persen", "x")], 80, (2, 3))
    assert ([one.shown for one in fitted.columns], fitted.same) == ([True] * 4, [])


@pytest.mark.parametrize(("width", "left_out"), [(80, []), (43, ["Satuan"]), (36, ["Satuan", "A"])])
def test_columns_go_until_the_name_has_room(width: int, left_out: list[str]) -> None:
    rows = [("K1", LONG, "persen", "x"), ("K2", LONG, "orang", "y")]
    assert fit_columns(COLUMNS, rows, width, (2, 3)).left_out == left_out


def test_a_list_can_be_read_at_80_columns(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    lines = run("list").out.splitlines()
    assert max(map(len, lines)) <= 80
    assert len(lines[1].split()[2]) >= 30
    assert "Tidak muat: Satuan, Tingkat, Polaritas;" in run("list").out
    assert "Sama di semua baris: Versi: 1." in run("list", "--cari", "konflik").out
