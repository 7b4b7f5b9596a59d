"""What adds up over the periods of a year, and where a period says more than one it lies in."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.computing.amounts import larger_than_longer

CASES = {
    "a quarter in its half": ({"triwulan-2": 5, "semester-1": 4}, {("triwulan-2", "semester-1")}),
    "a quarter beside its half": ({"triwulan-3": 5, "semester-1": 4}, set()),
    "as much as its half": ({"triwulan-2": 4, "semester-1": 4}, set()),
    "a month in a quarter, a half and the year": (
        {"bulan-02": 9, "triwulan-1": 5, "semester-1": 9, "tahunan": 8},
        {("bulan-02", "triwulan-1"), ("bulan-02", "tahunan"), ("semester-1", "tahunan")},
    ),
    "a month in what runs up to September": (
        {"bulan-02": 9, "sd-triwulan-3": 8},
        {("bulan-02", "sd-triwulan-3")},
    ),
    "all quarters of a year, whose sum is judged": (
        {**{f"triwulan-{number}": 9 for number in range(1, 5)}, "tahunan": 8},
        set(),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_period_of_more_than_one_it_lies_in_is_found(name: str) -> None:
    numbers, due = CASES[name]
    about = {"wilayah": "34.01", "tahun": 2024, "kode": "KBP-WAS-09"}
    rows = [{**about, "periode": period, "konflik": number} for period, number in numbers.items()]
    found = larger_than_longer(iku.compute(rows).per_butir)
    assert {(part.periode, whole.periode) for part, whole, _ in found} == due
