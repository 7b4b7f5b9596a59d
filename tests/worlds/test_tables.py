"""No right table is called wrong, every impossible one is, and habits get their own names."""

from __future__ import annotations

import pytest

from tests.worlds.tables import run, run_sums


def test_five_thousand_tables_are_judged_right() -> None:
    seen = run(500) + run_sums(4_500)
    assert seen["benar: mungkin"] > 30
    assert seen["tidak mungkin: keliru"] > 80
    assert seen["kebiasaan tunggal"] > 30
    assert seen["rata-rata tunggal"] > 5
    assert seen["terpotong"] > 50


@pytest.mark.slow
def test_two_hundred_thousand_tables_are_judged_right() -> None:
    seen = run(2_000, seed=2) + run_sums(198_000, seed=2)
    assert seen["kebiasaan tunggal"] > 150
    assert seen["keliru"] > 10_000
