"""Category scales: which class a value falls into, at the edges above all."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.model.scale import Scale, ScaleClass
from tests.strategies import fractions

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
        ("ikub", "40", "rendah"),
        ("ikub", "40.01", "sedang"),
        ("ikub", "60", "tinggi"),
        ("ikub", "79.99", "tinggi"),
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


@given(value=fractions(-10, 300, most=1000))
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


_END = st.none() | fractions(-2, 2, most=6)
_CLASSES = st.lists(st.tuples(_END, st.booleans(), _END, st.booleans()), min_size=1, max_size=4)


def _scale(classes: list[tuple[Fraction | None, bool, Fraction | None, bool]]) -> Scale:
    """Return a scale of classes that may overlap, leave gaps, or hold nothing."""
    kelas = tuple(
        ScaleClass(
            label=str(number), dari=low, dari_termasuk=first, sampai=high, sampai_termasuk=last
        )
        for number, (low, first, high, last) in enumerate(classes)
    )
    return next(iter(_SCALES.values())).model_copy(update={"kelas": kelas})


@given(classes=_CLASSES, value=fractions(-3, 3, most=40))
def test_the_class_of_a_value_is_the_first_one_that_contains_it(
    classes: list[tuple[Fraction | None, bool, Fraction | None, bool]], value: Fraction
) -> None:
    scale = _scale(classes)
    ends = [end for low, _, high, _ in classes for end in (low, high) if end is not None]
    for number in (value, *ends, *(end + value / 1000 for end in ends)):
        first = next((found.label for found in scale.kelas if found.contains(number)), None)
        assert scale.classify(number) == first


def test_a_copy_with_other_classes_classifies_by_those() -> None:
    scale = _SCALES["permendagri-86-2017"]
    assert scale.classify(Fraction(95)) == "Sangat Tinggi"
    other = scale.model_copy(update={"kelas": (ScaleClass(label="semua"),)})
    assert (other.classify(Fraction(95)), scale.classify(Fraction(1))) == ("semua", "Sangat Rendah")
