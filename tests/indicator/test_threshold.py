"""A composite may be computed over a part of its components, if its definition says so."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku import Status
from tests.composite_indicators import composite_of, idi

WEIGHTS = {"a": "0.5", "b": "0.3", "c": "0.2"}
WITH = composite_of({"bobot": WEIGHTS, "ambang": "0.7"}, "abc")
WITHOUT = composite_of({"bobot": WEIGHTS}, "abc")

numbers = st.dictionaries(st.sampled_from("abc"), st.integers(0, 100))


@settings(max_examples=50, deadline=None)
@given(st.fixed_dictionaries(dict.fromkeys("abc", st.integers(0, 100))))
def test_with_full_data_a_threshold_changes_nothing(values: dict[str, int]) -> None:
    one, other = WITH.compute(values), WITHOUT.compute(values)
    assert one.nilai_eksak == other.nilai_eksak
    assert one.kurang == ()
    assert one.temuan == other.temuan == ()


@settings(max_examples=50, deadline=None)
@given(numbers)
def test_without_a_threshold_every_component_must_be_there(values: dict[str, int]) -> None:
    result = WITHOUT.compute(values)
    assert (result.status is Status.COMPLETE) == (len(values) == len(WEIGHTS))
    assert set(result.kurang) == set(WEIGHTS) - set(values)


def test_above_the_threshold_the_rest_is_weighed_anew() -> None:
    result = WITH.compute({"a": 60, "b": 80})
    assert result.status is Status.COMPLETE
    assert result.nilai_eksak == (Fraction(60) * 5 + Fraction(80) * 3) / 8
    assert result.kurang == ("c",)


def test_what_was_left_out_and_the_share_that_is_there_are_said() -> None:
    (finding,) = WITH.compute({"a": 60, "b": 80}).temuan
    assert (finding.kode, finding.tingkat.value) == ("IKU409", "info")
    assert "tanpa c" in finding.pesan
    assert "mewakili 80,00%" in finding.pesan
    assert "holds 80.00%" in finding.message("en")


def test_below_the_threshold_the_value_is_incomplete() -> None:
    result = WITH.compute({"b": 80, "c": 50})
    assert result.status is Status.INCOMPLETE
    assert result.kurang == ("a",)
    assert [finding.kode for finding in result.temuan] == ["IKU401"]


def test_the_explanation_computes_by_the_reduced_formula() -> None:
    explanation = WITH.compute({"a": 60, "b": 80}).explanation()
    assert explanation.as_dict()["rumus_tereduksi"] == "0.625 * a + 0.375 * b"
    assert explanation.value_steps[-1].value == Fraction(135, 2)
    assert "Dihitung tanpa c" in explanation.as_text()
    assert "Computed without c" in explanation.as_text("en")


def test_an_explanation_of_a_full_value_has_no_reduced_formula() -> None:
    explanation = WITH.compute({"a": 60, "b": 80, "c": 10}).explanation()
    assert explanation.as_dict()["rumus_tereduksi"] is None


def test_a_present_component_of_a_group_that_falls_out_is_named() -> None:
    group = {"metode": "aritmetika", "kedudukan": "usulan", "anggota": ["b", "c"]}
    indicator = composite_of(
        {"bobot": {"a": "0.8", "g": "0.2"}, "kelompok": {"g": group}, "ambang": "0.8"}, "abc"
    )
    result = indicator.compute({"a": 60, "b": 80})
    assert result.nilai_eksak == 60
    assert result.kurang == ("b", "c")
    text = result.explain()
    assert "b: tidak ikut dihitung" in text
    assert "c: belum ada" in text


def test_a_released_value_stands_whatever_is_missing() -> None:
    result = idi(2023).compute({"nilai_rilis": "79.51", "kebebasan": "77.48"})
    assert result.nilai_eksak == Fraction(7951, 100)
    assert result.kurang == ()


def test_weights_too_long_to_divide_leave_the_value_incomplete() -> None:
    long = "1" * 28
    indicator = composite_of(
        {"bobot": {"a": f"0.{long}", "b": "0.3", "c": f"0.5{'8' * 27}9"}, "ambang": "0.1"}, "abc"
    )
    result = indicator.compute({"a": 60, "c": 80})
    assert result.status is Status.INCOMPLETE
