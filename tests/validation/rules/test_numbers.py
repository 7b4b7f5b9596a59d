"""Exact arithmetic that rules share."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given
from hypothesis import strategies as st

from kesbang_iku.validation.rules.numbers import is_times

NUMBERS = st.fractions(min_value=-200, max_value=200, max_denominator=100).filter(bool)


@given(st.fractions(min_value=1, max_value=120, max_denominator=50), NUMBERS, NUMBERS)
@example(Fraction(10), Fraction(7), Fraction(7, 10))
@example(Fraction(10), Fraction(-7), Fraction(7, 10))
def test_so_many_times_is_what_division_says(
    factor: Fraction, one: Fraction, other: Fraction
) -> None:
    assert is_times(factor, one, other) is (max(one / other, other / one) >= factor)
