from __future__ import annotations

import pickle
from collections.abc import Callable
from fractions import Fraction
from math import inf, isclose, nextafter, prod

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.formula import (
    Exact,
    Root,
    RootLimitError,
    algebraic,
    compare,
    evaluate,
    geometric_mean,
    nth_root,
    square_root,
)
from kesbang_iku.formula.algebraic import Form, integer_root, rational_value
from tests.strategies import fractions

_CUBE_ROOT = "rata_rata_geometrik({}, 1, 1)"
R2, R3, R5, R6 = (square_root(number) for number in (2, 3, 5, 6))


def repeated(step: Callable[[Exact], Exact], times: int) -> Exact:
    """Return the square root of 2 after ``times`` steps."""
    value: Exact = R2
    for _ in range(times):
        value = step(value)
    return value


def positives() -> st.SearchStrategy[Fraction]:
    return fractions(0, 10**6, most=1000).map(lambda one: max(one, Fraction(1, 1000)))


@st.composite
def expressions(draw: st.DrawFn) -> Exact:
    """Small sums, products and quotients of roots, plain and nested."""
    value: Exact = Fraction(draw(st.integers(-3, 3)))
    for _ in range(draw(st.integers(1, 3))):
        number = square_root(draw(st.integers(1, 12)))
        match draw(st.integers(0, 4)):
            case 0:
                value = value + draw(st.integers(1, 3)) * number
            case 1:
                value = value - number
            case 2:
                value = value * (1 + number)
            case 3:
                value = value / (number + draw(st.integers(1, 3)))
            case _:
                value = square_root(value * value + 1)
    return value


@given(st.integers(0, 10**60), st.integers(1, 64))
def test_integer_roots_are_the_largest_that_fit(value: int, degree: int) -> None:
    root = integer_root(value, degree)
    assert root**degree <= value < (root + 1) ** degree


@given(positives(), st.integers(1, 12))
def test_perfect_powers_are_fractions(value: Fraction, degree: int) -> None:
    root = nth_root(value**degree, degree)
    assert isinstance(root, Fraction)
    assert root == value


@given(positives(), st.integers(2, 6))
def test_a_root_to_its_power_is_the_number(value: Fraction, degree: int) -> None:
    assert prod([nth_root(value, degree)] * degree, start=Fraction(1)) == value


@given(positives(), st.integers(1, 9))
def test_the_geometric_mean_of_equal_values_is_the_value(value: Fraction, count: int) -> None:
    assert geometric_mean([value] * count) == value


@given(st.lists(positives(), min_size=1, max_size=5))
def test_the_geometric_mean_lies_between_least_and_greatest(values: list[Fraction]) -> None:
    mean = geometric_mean(values)
    assert min(values) <= mean <= max(values)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("akar(2) * akar(2)", 2),
        ("akar(8) - 2 * akar(2)", 0),
        ("akar(8) / akar(2)", 2),
        ("akar(2) * akar(3) - akar(6)", 0),
        ("akar(2) * akar(3) * akar(6)", 6),
        ("(1 + akar(2)) * (1 - akar(2))", -1),
        ("(1 + akar(2)) / (1 + akar(2))", 1),
        ("1 / (akar(2) - 1) - akar(2)", 1),
        ("(akar(2) + akar(3)) * (akar(3) - akar(2))", 1),
        ("akar(3 + 2 * akar(2)) - akar(2)", 1),
        ("akar(5 + 2 * akar(6)) - akar(2) - akar(3)", 0),
        ("1 / (akar(2) + akar(3)) - (akar(3) - akar(2))", 0),
        ("akar(akar(16))", 2),
        ("akar(akar(2)) * akar(akar(2)) - akar(2)", 0),
        ("rata_rata_geometrik(54, 1, 1) / rata_rata_geometrik(2, 1, 1)", 3),
        (
            f"{_CUBE_ROOT.format('9 + 4 * akar(5)')} + {_CUBE_ROOT.format('9 - 4 * akar(5)')}",
            3,
        ),
        ("akar(10 + 2 * akar(5)) * akar(10 - 2 * akar(5)) - 4 * akar(5)", 0),
        ("rata_rata_geometrik(akar(2), akar(2)) - akar(2)", 0),
        ("rata_rata_geometrik(2, 0, 5)", 0),
        ("0 * akar(2)", 0),
        ("akar(2) * 0", 0),
    ],
)
def test_what_is_rational_comes_out_rational(text: str, expected: int) -> None:
    value = evaluate(text, {})
    assert isinstance(value, Fraction)
    assert value == expected


@settings(max_examples=60)
@given(expressions(), expressions(), expressions())
def test_laws_of_arithmetic_hold_exactly(a: Exact, b: Exact, c: Exact) -> None:
    try:
        assert a + b == b + a
        assert a * b == b * a
        assert (a + b) - b == a
        assert a - a == 0
        assert a * c + b * c == (a + b) * c
        if b != 0:
            assert a / b * b == a
    except RootLimitError:
        # Three operands of degree 8 each may lead beyond 64, where nothing is promised.
        assert any(isinstance(value, Root) for value in (a, b, c))


@given(expressions())
def test_a_root_is_never_rational(value: Exact) -> None:
    if isinstance(value, Root):
        low, high = value.enclose(200)
        assert low < value < high
        assert high - low < Fraction(1, 10**40)
        assert value != low
        assert rational_value(value.form) is None


@given(expressions())
def test_the_text_of_a_value_evaluates_to_the_value(value: Exact) -> None:
    if isinstance(value, Root):
        assert evaluate(str(value), {}) == value


@given(expressions(), expressions())
def test_order_agrees_with_enclosures(a: Exact, b: Exact) -> None:
    try:
        order = compare(a, b)
    except RootLimitError:
        return
    assert compare(b, a) == -order
    assert ((a < b), (a <= b), (a > b), (a >= b)) == (order < 0, order <= 0, order > 0, order >= 0)
    assert (a == b) == (order == 0)
    if abs(float(a) - float(b)) > 1e-6:
        assert (float(a) > float(b)) == (order > 0)


@given(expressions())
def test_signs_floors_and_floats_agree(value: Exact) -> None:
    if isinstance(value, Root):
        assert (value.sign() > 0) == (value > 0)
        assert value.floor() < value < value.floor() + 1
        assert abs(value) >= 0
        negated = -value
        assert -negated == value
        assert nextafter(float(value), -inf) < value.enclose(120)[1]
        assert nextafter(float(value), inf) > value.enclose(120)[0]


def test_equal_numbers_have_equal_hashes_however_they_came_about() -> None:
    one, other = square_root(5 + 2 * R6), R2 + R3
    assert one == other
    assert hash(one) == hash(other)
    assert len({one, other, square_root(8), 2 * R2}) == 2


def test_a_root_is_unequal_to_every_other_kind_of_value() -> None:
    assert Fraction(14142135623730951, 10**16) != R2
    assert R2 != 1
    assert R2 != "akar(2)"
    assert R2 != 1.4142135623730951


def test_floats_do_not_mix_with_roots() -> None:
    for operation in ("__add__", "__sub__", "__mul__", "__truediv__", "__lt__"):
        assert getattr(R2, operation)(1.5) is NotImplemented


def test_arithmetic_with_rationals_on_either_side() -> None:
    half = Fraction(1, 2)
    assert half + R2 == R2 + half
    assert half - R2 == -(R2 - half)
    assert half * R2 == R2 * half == R2 / 2
    assert half / R2 == 1 / (2 * R2) == R2 / 4
    with pytest.raises(ZeroDivisionError):
        _ = R2 / 0


def test_division_by_a_difference_that_is_zero_raises_as_for_fractions() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = R3 / (square_root(5 + 2 * R6) - R2 - R3)


@pytest.mark.parametrize(
    "text",
    [
        "akar(4549)",
        "akar(1 / 3)",
        "2 + 3 * akar(2)",
        "-akar(2)",
        "1 / 2 - 1 / 3 * akar(2)",
        "akar(2) + akar(3)",
        "rata_rata_geometrik(10, 1, 1)",
        "akar(1 + akar(2))",
        "(1 / (1 + akar(2) + akar(3)))",
    ],
)
def test_roots_are_written_in_the_formula_language(text: str) -> None:
    value = evaluate(text, {})
    assert str(value) == text
    assert repr(value) == f"Root({text})"


def test_a_root_of_a_root_is_one_root() -> None:
    assert str(square_root(3 * R2)) == "rata_rata_geometrik(18, 1, 1, 1)"
    assert nth_root(nth_root(2, 3), 4) == nth_root(2, 12)


def test_floats_are_the_nearest() -> None:
    assert float(R2) == 2**0.5
    assert float(square_root(Fraction(1, 10**61))) == pytest.approx(
        3.1622776601683794e-31, rel=1e-15
    )
    assert isclose(float(nth_root(2, 64)), 2 ** (1 / 64), rel_tol=1e-15)


def test_roots_travel_by_pickle() -> None:
    value = square_root(1 + R2) / (R3 + R5)
    assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - our own bytes


def test_roots_of_negative_numbers_raise() -> None:
    with pytest.raises(ValueError, match="negative"):
        square_root(-1)
    with pytest.raises(ValueError, match="negative"):
        square_root(1 - R2)
    with pytest.raises(ValueError, match="negative"):
        geometric_mean([1, -1])
    with pytest.raises(ValueError, match="degree"):
        nth_root(2, 0)


def test_the_first_root_is_the_number() -> None:
    assert nth_root(5, 1) == 5
    assert nth_root(R2, 1) is R2


def test_roots_beyond_the_limit_are_refused() -> None:
    with pytest.raises(RootLimitError):
        nth_root(2, 65)
    with pytest.raises(RootLimitError):
        _ = nth_root(2, 7) + nth_root(3, 11)
    with pytest.raises(RootLimitError):
        repeated(lambda value: square_root(value + 1), 7)


def test_huge_numbers_under_nested_roots_are_refused() -> None:
    huge = 10**60000 + 1
    with pytest.raises(RootLimitError):
        repeated(lambda value: square_root(value + huge), 5)


def test_deep_quotients_are_refused() -> None:
    with pytest.raises(RootLimitError):
        repeated(lambda value: 1 / (1 + R3 + value), 10_000)


def test_sums_with_huge_denominators_under_quotients_are_refused() -> None:
    tiny = Fraction(1, 10**900 + 7)
    quotient = 1 / (R2 + R3 + tiny)
    with pytest.raises(RootLimitError):
        _ = quotient + square_root(5 + tiny)


def test_the_reciprocal_of_a_tiny_difference_is_enclosed() -> None:
    tiny = square_root(10**60 + 1) + R2 - (10**30 + R2)
    nested = square_root(1 + R2) - square_root(1 + R2 + Fraction(1, 10**40))
    assert Fraction(1, 10**31) < tiny < Fraction(1, 10**30)
    inverse = 1 / nested
    assert compare(inverse, -3 * 10**40) == -1
    assert compare(inverse, -4 * 10**40) == 1


def test_a_difference_smaller_than_any_float_is_seen() -> None:
    big = 10**40
    near = square_root(big * big + 1)
    assert near > big
    assert compare(near, big + Fraction(1, 10**40)) == -1
    assert compare(near + R2, big + R2) == 1


def test_nearly_equal_sums_of_roots_are_told_apart() -> None:
    # A classic near tie: the two differ from the 17th digit on.
    left = square_root(10) + square_root(11)
    right = square_root(5) + square_root(18)
    assert left != right
    assert compare(left, right) == (1 if float(left) > float(right) else -1)


def test_the_separation_bound_holds_for_a_tiny_difference() -> None:
    form = algebraic.added(
        Form(Fraction(-(10**20)), ()),
        Form(Fraction(0), ((Fraction(1), algebraic.Radical(2, Fraction(10**40 + 1))),)),
    )
    low, _ = algebraic.enclose(form, 400)
    assert low > 0
    assert low >> (400 - algebraic.bound(form).separation_bits) >= 1
