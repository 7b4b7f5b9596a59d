"""Weights nobody published, bounded by published parts and totals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.catalog.weight_bounds import (
    weight_bounds,
    weights_answer,
    weights_of,
)
from kesbang_iku.formula import round_half_up
from kesbang_iku.worlds.span import rounded
from kesbang_iku.worlds.weights import Row, bounds_of

# Freedom, equality, capacity and index: the nation in 2021 to 2024, and two provinces.
_SEVEN = [
    ("79.72", "78.86", "75.67", "78.12"),
    ("82.80", "80.28", "78.22", "80.41"),
    ("77.48", "83.74", "76.46", "79.51"),
    ("76.86", "82.51", "79.48", "79.81"),
    ("67.24", "81.75", "62.80", "71.30"),
    ("67.24", "81.75", "62.80", "71.30"),
    ("81.68", "83.32", "73.43", "79.71"),
]


def test_weights_of_the_democracy_index_are_bounded_by_what_was_published(
    katalog: iku.Catalog,
) -> None:
    index = katalog["KBP-POL-01"]
    found = weight_bounds(index, katalog.observations.values(index.kode))
    weights = weights_of(index)
    assert found is not None
    assert weights is not None
    for name, low, high in (
        ("kebebasan", "0.3082", "0.3116"),
        ("kesetaraan", "0.3750", "0.3769"),
        ("kapasitas", "0.3127", "0.3149"),
    ):
        assert Fraction(low) <= found.bounds[name][0] <= weights[name] <= found.bounds[name][1]
        assert found.bounds[name][1] <= Fraction(high)
    assert not found.refuted_by(weights)
    assert len(found.refuted_by(dict.fromkeys(weights, Fraction(1, 3)))) > 7


def test_seven_rows_give_the_bounds_that_were_worked_out_by_hand() -> None:
    names = ("kebebasan", "kesetaraan", "kapasitas")
    rows = []
    for line in _SEVEN:
        *parts, total = (rounded(Fraction(text), 2) for text in line)
        rows.append(Row(line[-1], dict(zip(names, parts, strict=True)), total))
    found = bounds_of(rows)
    shown = {n: tuple(f"{float(end):.4f}" for end in ends) for n, ends in found.bounds.items()}
    assert shown == {
        "kebebasan": ("0.3082", "0.3116"),
        "kesetaraan": ("0.3750", "0.3769"),
        "kapasitas": ("0.3127", "0.3149"),
    }
    assert len(found.refuted_by(dict.fromkeys(names, Fraction(1, 3)))) == 7


def test_the_answer_names_the_rows_that_refute_a_claim(katalog: iku.Catalog) -> None:
    index = katalog["KBP-POL-01"]
    found = weight_bounds(index, katalog.observations.values(index.kode))
    assert found is not None
    answer = weights_answer(index, found)
    assert answer["membantah"] == []
    assert "0 2021" in answer["membantah_bobot_sama"]
    assert all(part["mungkin"] for part in answer["bobot"])


def test_what_is_no_weighted_mean_has_no_bounds(katalog: iku.Catalog) -> None:
    assert weight_bounds(katalog["KBP-WAS-02"], ()) is None


@given(
    first=st.integers(1, 8),
    second=st.integers(1, 8),
    parts=st.lists(st.tuples(*[st.integers(2000, 9900)] * 3), min_size=2, max_size=8),
)
def test_the_weights_that_made_the_rows_are_never_cut_off(
    first: int, second: int, parts: list[tuple[int, int, int]]
) -> None:
    weights = {
        "a": Fraction(first, 20),
        "b": Fraction(second, 20),
        "c": Fraction(20 - first - second, 20),
    }
    rows = []
    for numbers in parts:
        hidden = dict(zip(weights, (Fraction(one, 100) for one in numbers), strict=True))
        total = sum((weights[name] * hidden[name] for name in weights), Fraction(0))
        spans = {n: rounded(Fraction(round_half_up(one, 1)), 1) for n, one in hidden.items()}
        rows.append(Row("r", spans, rounded(Fraction(round_half_up(total, 1)), 1)))
    found = bounds_of(rows)
    assert all(low <= weights[name] <= high for name, (low, high) in found.bounds.items())
    assert set(found.bounds) == set(weights)
    assert not found.refuted_by(weights)


@pytest.mark.parametrize("names", [("a", "b"), ("a", "b", "c", "d")])
def test_two_weights_and_four_are_bounded_as_well(names: tuple[str, ...]) -> None:
    true = {name: Fraction(1, len(names)) for name in names}
    rows = []
    for at, name in enumerate(names):
        parts = {one: Fraction(90 if one == name else 40 + at) for one in names}
        total = sum((true[one] * parts[one] for one in names), Fraction(0))
        spans = {one: rounded(value, 2) for one, value in parts.items()}
        rows.append(Row(name, spans, rounded(Fraction(round_half_up(total, 2)), 2)))
    found = bounds_of(rows)
    for name in names:
        low, high = found.bounds[name]
        assert low <= true[name] <= high
        assert high - low < Fraction(1, 1000)


def test_rows_that_no_weights_can_make_leave_nothing() -> None:
    parts = {"a": rounded(Fraction(50), 0), "b": rounded(Fraction(60), 0)}
    rows = [Row("r", parts, rounded(Fraction(70), 0)), Row("s", parts, rounded(Fraction(55), 0))]
    assert bounds_of(rows).bounds == {}
