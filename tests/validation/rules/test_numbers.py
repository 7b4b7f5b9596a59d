"""Exact arithmetic that rules share."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import example, given

from kesbang_iku.validation.rules.numbers import is_times
from tests.strategies import fractions

NUMBERS = fractions(-200, 200, most=100).filter(bool)


@given(fractions(1, 120, most=50), NUMBERS, NUMBERS)
@example(Fraction(10), Fraction(7), Fraction(7, 10))
@example(Fraction(10), Fraction(-7), Fraction(7, 10))
def test_so_many_times_is_what_division_says(
    factor: Fraction, one: Fraction, other: Fraction
) -> None:
    assert is_times(factor, one, other) is (max(one / other, other / one) >= factor)
