"""Units: which of them can measure the same."""

from __future__ import annotations

import pytest

import kesbang_iku as iku


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("indeks", "nilai", True),  # scores, printed one for the other
        ("lembaga", "lembaga", True),
        ("orang", "kegiatan", False),
        ("orang", "persen", False),
        ("nilai", "nilai_bagian", True),
        ("angka", "lembaga", True),  # names nothing, so it speaks against nothing
        ("angka", "persen", True),
    ],
)
def test_units_of_one_kind_can_measure_the_same(one: str, other: str, *, same: bool) -> None:
    units = iku.load_catalog().tables.units
    assert units[one].of_one_kind(units[other]) is same
    assert units[other].of_one_kind(units[one]) is same
