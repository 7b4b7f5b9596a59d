"""What components contribute to a composite, and to a change of it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.composite.decomposition import (
    CompositeError,
    contributions,
    decompose_change,
    structure_of,
)
from tests.composite_indicators import catalog, composite_of, idi

KALTENG_2017 = {"kebebasan_sipil": "95,58", "hak_politik": "56,69", "lembaga_demokrasi": "82,50"}
KALTENG_2018 = {"kebebasan_sipil": "90,09", "hak_politik": "50,46", "lembaga_demokrasi": "80,65"}
NASIONAL_2022 = {"kebebasan": "82,80", "kesetaraan": "80,28", "kapasitas": "78,22"}
NASIONAL_2023 = {"kebebasan": "77,48", "kesetaraan": "83,74", "kapasitas": "76,46"}
GEOMETRIC = composite_of({"metode": "geometrik", "anggota": ["a", "b", "c"]}, "abc")

above_one = st.fixed_dictionaries(dict.fromkeys("abc", st.integers(2, 100)))
above_zero = st.fixed_dictionaries(
    dict.fromkeys("abc", st.fractions(Fraction(1, 100), 100, max_denominator=100))
)
around_one = st.fractions(Fraction(1, 10), 10, max_denominator=50)


def test_contributions_sum_exactly_to_the_value() -> None:
    parts = contributions(idi(2018), KALTENG_2018)
    assert [part.variable for part in parts] == list(KALTENG_2018)
    assert [part.amount for part in parts] == [
        Fraction("0.327") * Fraction("90.09"),
        Fraction("0.413") * Fraction("50.46"),
        Fraction("0.26") * Fraction("80.65"),
    ]
    assert sum(part.amount for part in parts) == idi(2018).compute(KALTENG_2018).nilai_eksak
    assert sum(part.share or 0 for part in parts) == 1


def test_a_component_carries_its_label_weight_and_value() -> None:
    first = contributions(idi(2018), KALTENG_2018)[0]
    assert first.label == "Indeks aspek kebebasan sipil"
    assert (first.weight, first.value) == (Fraction("0.327"), Fraction("90.09"))


def test_a_released_value_is_left_aside() -> None:
    parts = contributions(idi(2023), {**NASIONAL_2023, "nilai_rilis": "79,51"})
    assert sum(part.amount for part in parts) == Fraction(7951099, 100000)


def test_shares_of_nothing_are_not_made_up() -> None:
    parts = contributions(idi(2018), dict.fromkeys(KALTENG_2018, 0))
    assert [part.share for part in parts] == [None, None, None]


def test_a_mean_with_a_factor_is_a_weighted_sum() -> None:
    structure = structure_of(catalog()["KBP-UMM-01"])
    assert structure.mean == "aritmetika"
    assert set(structure.weights.values()) == {Fraction(25, 9)}


def test_a_root_of_a_product_is_a_geometric_mean() -> None:
    structure = structure_of(catalog()["KBP-ESB-03"])
    assert structure.mean == "geometrik"
    assert set(structure.weights.values()) == {Fraction(1, 2)}


def test_components_left_out_by_a_threshold_contribute_nothing() -> None:
    indicator = composite_of({"bobot": {"a": "0.5", "b": "0.5"}, "ambang": "0.5"}, "ab")
    (only,) = contributions(indicator, {"a": 60})
    assert only.variable == "a"
    assert only.weight == 1
    assert only.amount == 60


@settings(max_examples=40, deadline=None)
@given(above_one)
def test_logarithmic_contributions_sum_to_the_geometric_mean(values: dict[str, int]) -> None:
    parts = contributions(GEOMETRIC, values)
    value = GEOMETRIC.compute(values).nilai_eksak
    assert value is not None
    assert sum(part.amount for part in parts) == pytest.approx(float(value), rel=1e-12)
    assert sum(part.share or 0 for part in parts) == pytest.approx(1, rel=1e-12)


def test_equal_components_of_a_geometric_mean_contribute_the_same() -> None:
    assert [part.share for part in contributions(GEOMETRIC, dict.fromkeys("abc", 8))] == [
        pytest.approx(1 / 3)
    ] * 3


@settings(max_examples=40, deadline=None)
@given(around_one, around_one)
def test_a_geometric_mean_of_1_is_not_divided_whatever_its_parts(a: Fraction, b: Fraction) -> None:
    with pytest.raises(CompositeError, match="tepat 1"):
        contributions(GEOMETRIC, {"a": a, "b": b, "c": 1 / (a * b)})


def test_the_fall_of_the_index_in_kalimantan_tengah_is_taken_apart() -> None:
    found = decompose_change(idi(2018), KALTENG_2017, KALTENG_2018)
    assert (found.before, found.after) == (Fraction("76.11763"), Fraction("71.26841"))
    assert found.total == Fraction("-4.84922")
    assert {part.variable: part.amount for part in found.parts} == {
        "kebebasan_sipil": Fraction("-1.79523"),
        "hak_politik": Fraction("-2.57299"),
        "lembaga_demokrasi": Fraction("-0.481"),
    }
    assert found.parts[1].share == Fraction(257299, 484922)
    assert [part.weight for part in found.parts] == [
        *(Fraction("0.327"), Fraction("0.413"), Fraction("0.26")),
    ]


def test_the_national_index_fell_although_equality_rose() -> None:
    found = decompose_change(idi(2023), NASIONAL_2022, NASIONAL_2023)
    assert {part.variable: part.amount for part in found.parts} == {
        "kebebasan": Fraction("-1.647604"),
        "kesetaraan": Fraction("1.299922"),
        "kapasitas": Fraction("-0.553696"),
    }
    assert found.total == Fraction("-0.901378")
    assert sum(part.amount for part in found.parts) == found.total


@settings(max_examples=60, deadline=None)
@given(above_zero, above_zero)
def test_the_parts_of_a_change_of_a_geometric_mean_leave_no_remainder(
    before: dict[str, Fraction], after: dict[str, Fraction]
) -> None:
    found = decompose_change(GEOMETRIC, before, after)
    assert sum(part.amount for part in found.parts) == pytest.approx(float(found.total), abs=1e-9)
    for part in found.parts:
        assert (part.amount > 0) == (part.after > part.before)


def test_turning_a_change_round_turns_its_parts_round() -> None:
    one, other = {"a": 10, "b": 40, "c": 70}, {"a": 30, "b": 20, "c": 70}
    there = decompose_change(GEOMETRIC, one, other)
    back = decompose_change(GEOMETRIC, other, one)
    for going, coming in zip(there.parts, back.parts, strict=True):
        assert going.amount == pytest.approx(-coming.amount)
    assert there.parts[2].amount == 0


def test_no_change_has_no_shares() -> None:
    found = decompose_change(GEOMETRIC, dict.fromkeys("abc", 7), dict.fromkeys("abc", 7))
    assert found.total == 0
    assert [part.share for part in found.parts] == [None] * 3
