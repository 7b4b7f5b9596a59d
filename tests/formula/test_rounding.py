from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.formula import Exact, Root, fraction_of, round_half_up, square_root
from kesbang_iku.formula.rounding import rounded_fraction


@pytest.mark.parametrize("denominator", range(1, 201))
def test_every_share_rounds_as_with_paper(denominator: int) -> None:
    for numerator in range(denominator + 1):
        # Hundredths of a percent by long division: one digit more, then up from five on.
        tenths = numerator * 100_000 // denominator
        digits = tenths // 10 + (tenths % 10 >= 5)
        paper = f"{digits // 100}.{digits % 100:02d}"
        assert str(round_half_up(Fraction(numerator, denominator) * 100, 2)) == paper


@given(st.fractions(max_denominator=10**12), st.integers(0, 12))
def test_a_rounded_value_is_nearest_and_halves_go_outwards(value: Fraction, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    step = Fraction(1, 10**decimals)
    distance = abs(Fraction(rounded)) - abs(value)
    assert -step / 2 < distance <= step / 2
    assert Fraction(rounded) == 0 or (rounded > 0) == (value > 0)
    assert rounded.as_tuple().exponent == -decimals
    assert rounded_fraction(value, decimals) == Fraction(rounded)


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(1005, 1000), 2, "1.01"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(-5, 1000), 2, "-0.01"),
        (0, 2, "0.00"),
        (7, 0, "7"),
        (7, 3, "7.000"),
        (Fraction(7126841, 100000), 2, "71.27"),
        (Fraction(99999, 1000), 2, "100.00"),
    ],
)
def test_places_and_signs(value: Fraction | int, decimals: int, text: str) -> None:
    assert str(round_half_up(value, decimals)) == text


def test_zero_has_no_sign() -> None:
    assert not round_half_up(Fraction(-1, 1000), 2).is_signed()
    root = square_root(Fraction(1, 10**9 + 7))
    assert str(round_half_up(-root, 2)) == "0.00"


def test_huge_values_lose_no_digit() -> None:
    value = Fraction(10**6000 + 1, 2)
    rounded = round_half_up(value, 1)
    assert Fraction(rounded) == value
    assert rounded.as_tuple().exponent == -1


def test_the_decimal_context_does_not_matter() -> None:
    with localcontext() as context:
        context.prec = 2
        rounded = round_half_up(Fraction(123456789, 1000), 2)
    assert rounded == Decimal("123456.79")


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (square_root(Fraction("0.000025")), 2, "0.01"),
        (square_root(Fraction("0.000024999999999999999999999999")), 2, "0.00"),
        (square_root(Fraction("0.000025000000000000000000000001")), 2, "0.01"),
        (square_root(2), 30, "1.414213562373095048801688724210"),
        (square_root(4549), 2, "67.45"),
        (-square_root(4549), 2, "-67.45"),
        (square_root(10**40 + 1), 5, "100000000000000000000.00000"),
    ],
)
def test_roots_round_exactly(value: Exact, decimals: int, text: str) -> None:
    assert str(round_half_up(value, decimals)) == text


def test_a_root_that_differs_from_a_half_by_next_to_nothing_is_decided() -> None:
    half = Fraction(1, 200)
    nothing = Fraction(1, 10**400)
    above, below = square_root(half * half + nothing), square_root(half * half - nothing)
    assert isinstance(above, Root)
    assert str(round_half_up(above, 2)) == "0.01"
    assert str(round_half_up(below, 2)) == "0.00"


def test_a_sum_of_roots_that_is_exactly_a_half_goes_up() -> None:
    # (sqrt(2) + sqrt(3))**2 = 5 + 2 sqrt(6): what is left is exactly 0.005.
    nested = square_root(5 + 2 * square_root(6))
    tie = square_root(2) + square_root(3) - nested + Fraction(1, 200)
    assert str(round_half_up(tie, 2)) == "0.01"


def test_decimals_below_zero_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^the number of decimals is at least 0$"):
        round_half_up(Fraction(1), -1)


@given(st.fractions(max_denominator=10**12), st.integers(0, 12))
def test_a_rounded_value_is_the_fraction_that_it_says(value: Fraction, decimals: int) -> None:
    rounded = round_half_up(value, decimals)
    assert fraction_of(rounded) == Fraction(str(rounded))
