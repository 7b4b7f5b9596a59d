from __future__ import annotations

import pytest

from kesbang_iku.sources.reports import period_written
from kesbang_iku.sources.year_parts import load_parts


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("B-04", "caturwulan-1"),
        ("B08", "caturwulan-2"),
        ("b.12", "caturwulan-3"),
        ("Cawu I", "caturwulan-1"),
        ("Januari - April", "caturwulan-1"),
        ("s.d. Triwulan II", "semester-1"),
        ("s.d. Mei", "sd-bulan-05"),
        ("Bln 4", "bulan-04"),
        ("April", "bulan-04"),
    ],
)
def test_a_period_means_what_tables_are_headed_by(written: str, meant: str) -> None:
    assert period_written(written) == meant


@pytest.mark.parametrize("written", ["B-03", "B-10", "B4", "B-13", "B-04 2024", "IV", "bulan ini"])
def test_what_may_mean_something_else_is_left_open(written: str) -> None:
    assert period_written(written) is None


def test_the_last_months_of_four_months_are_no_months() -> None:
    part, _, several = load_parts().found("realisasi b-08")
    assert (str(part), several) == ("caturwulan-2", False)
    assert load_parts().found("realisasi b-09") == (None, "realisasi b-09", True)
