"""Category scales: which class a value falls into, at the edges above all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.model.scale import ScaleClass

_SCALES = iku.load_catalog().tables.scales


@pytest.mark.parametrize(
    ("scale", "value", "label"),
    [
        ("permendagri-86-2017", "0", "Sangat Rendah"),
        ("permendagri-86-2017", "50.99", "Sangat Rendah"),
        ("permendagri-86-2017", "51", "Rendah"),
        ("permendagri-86-2017", "75.99", "Sedang"),
        ("permendagri-86-2017", "90.99", "Tinggi"),
        ("permendagri-86-2017", "91", "Sangat Tinggi"),
        ("permendagri-86-2017", "250", "Sangat Tinggi"),
        ("idi", "59.99", "buruk"),
        ("idi", "60", "sedang"),
        ("idi", "80", "sedang"),
        ("idi", "80.01", "baik"),
        ("ikub", "79.99", None),
        ("ikub", "80", "sangat tinggi"),
        ("sakip-permenpanrb-88-2021", "70", "B"),
        ("sakip-permenpanrb-88-2021", "70.01", "BB"),
        ("skm-permenpanrb-14-2017", "24.99", None),
        ("skm-permenpanrb-14-2017", "76.60", "C"),
        ("skm-permenpanrb-14-2017", "76.61", "B"),
    ],
)
def test_class_at_the_edges(scale: str, value: str, label: str | None) -> None:
    assert _SCALES[scale].classify(Fraction(value)) == label


@given(value=st.fractions(-10, 300, max_denominator=1000))
def test_value_falls_into_one_class_at_most(value: Fraction) -> None:
    for scale in _SCALES.values():
        assert sum(found.contains(value) for found in scale.kelas) <= 1


@pytest.mark.parametrize(
    ("low", "high", "both", "empty"),
    [
        ("1", "2", False, False),
        ("2", "1", True, True),
        ("1", "1", False, True),
        ("1", "1", True, False),
    ],
)
def test_class_that_holds_no_value_is_empty(low: str, high: str, both: bool, empty: bool) -> None:
    found = ScaleClass.model_validate(
        {"label": "x", "dari": low, "sampai": high, "sampai_termasuk": both}
    )
    assert found.empty is empty
