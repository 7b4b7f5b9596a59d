from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.formula import interval
from kesbang_iku.formula.interval import ANYTHING, Interval
from tests.strategies import fractions

small = fractions(-4, 4, most=4)
ends = st.one_of(st.none(), small)


@st.composite
def interval_and_member(draw: st.DrawFn) -> tuple[Interval, Fraction]:
    member = draw(small)
    lower, upper = draw(ends), draw(ends)
    return (
        Interval(
            None if lower is None else min(lower, member),
            None if upper is None else max(upper, member),
        ),
        member,
    )


@pytest.mark.parametrize(
    ("of_intervals", "of_numbers"),
    [
        (interval.add, lambda x, y: x + y),
        (interval.subtract, lambda x, y: x - y),
        (interval.multiply, lambda x, y: x * y),
        (interval.divide, lambda x, y: x / y if y else None),
        (lambda x, y: interval.smallest((x, y)), min),
        (lambda x, y: interval.largest((x, y)), max),
        (lambda x, _: interval.negate(x), lambda x, _: -x),
        (lambda x, _: interval.absolute(x), lambda x, _: abs(x)),
        (lambda x, y: interval.hull((x, y)), lambda x, _: x),
    ],
    ids=["add", "subtract", "multiply", "divide", "min", "max", "negate", "abs", "hull"],
)
@settings(max_examples=80, deadline=None)
@given(left=interval_and_member(), right=interval_and_member())
def test_an_interval_holds_every_result_of_its_members(
    of_intervals: Callable[[Interval, Interval], Interval | None],
    of_numbers: Callable[[Fraction, Fraction], Fraction | None],
    left: tuple[Interval, Fraction],
    right: tuple[Interval, Fraction],
) -> None:
    expected = of_numbers(left[1], right[1])
    if expected is not None:
        found = of_intervals(left[0], right[0])
        assert found is not None
        assert expected in found


@settings(max_examples=80, deadline=None)
@given(interval_and_member(), st.integers(2, 5))
def test_a_root_of_an_interval_holds_the_roots_of_its_members(
    pair: tuple[Interval, Fraction], degree: int
) -> None:
    whole, member = pair
    powered = interval.not_negative(whole)
    if powered is None:
        assert interval.root(whole, degree) is None
        return
    found = interval.root(
        Interval(
            None if powered.lower is None else powered.lower**degree,
            None if powered.upper is None else powered.upper**degree,
        ),
        degree,
    )
    assert found == powered
    if member >= 0:
        assert member in found


def test_an_irrational_root_is_enclosed_closely() -> None:
    found = interval.enclosed_root(Fraction(2), 2)
    assert found.lower is not None
    assert found.upper is not None
    assert found.lower**2 < 2 < found.upper**2
    assert found.upper - found.lower == Fraction(1, 10**12)


def test_a_divisor_on_both_sides_of_zero_leaves_no_bound() -> None:
    one = Interval.exactly(Fraction(1))
    assert interval.divide(one, Interval(Fraction(-1), Fraction(1))) == ANYTHING


def test_a_divisor_next_to_zero_leaves_one_bound() -> None:
    one = Interval.exactly(Fraction(1))
    assert interval.divide(one, Interval(Fraction(0), Fraction(4))) == Interval(Fraction(1, 4))
    assert interval.divide(one, Interval(Fraction(-4), Fraction(0))) == Interval(
        None, Fraction(-1, 4)
    )


def test_dividing_by_zero_only_has_no_result() -> None:
    zero = Interval.exactly(Fraction(0))
    assert interval.divide(ANYTHING, zero) is None


def test_of_what_reaches_up_to_zero_only_zero_is_not_negative() -> None:
    assert interval.not_negative(Interval(Fraction(-5), Fraction(0))) == Interval.exactly(
        Fraction(0)
    )
    assert interval.root(Interval(None, Fraction(0)), 2) == Interval.exactly(Fraction(0))
    assert interval.not_negative(Interval(None, Fraction(-1, 10**9))) is None
