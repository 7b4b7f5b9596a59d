"""What formulas can give of numbers in spans: exactly, with ends in or out, and with a proof."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.formula import Root, compile_exact, parse, round_half_up
from kesbang_iku.worlds.reach import reach_of
from kesbang_iku.worlds.span import (
    Span,
    added,
    cut,
    exactly,
    padded,
    raised,
    rounded,
    rounded_twice,
    turned_positive,
)
from tests.strategies import fractions

_NUMBER = fractions(-50, 50, most=400)


@given(value=_NUMBER, decimals=st.integers(0, 3))
def test_a_number_lies_in_what_it_prints_as(value: Fraction, decimals: int) -> None:
    printed = Fraction(round_half_up(value, decimals))
    assert value in rounded(printed, decimals)
    unit = Fraction(1, 10**decimals)
    assert value not in rounded(printed + unit, decimals)
    assert value not in rounded(printed - unit, decimals)


@given(value=_NUMBER, decimals=st.integers(0, 3))
def test_other_ways_of_rounding_have_spans_of_their_own(value: Fraction, decimals: int) -> None:
    unit = 10**decimals
    size = abs(value) * unit
    sign = -1 if value < 0 else 1
    assert value in cut(Fraction(sign * (size.numerator // size.denominator), unit), decimals)
    assert value in raised(Fraction(sign * -(-size.numerator // size.denominator), unit), decimals)
    once = Fraction(round_half_up(value, decimals + 1))
    assert value in rounded_twice(Fraction(round_half_up(once, decimals)), decimals)
    fewer = Fraction(round_half_up(value, max(decimals - 1, 0)))
    filled = padded(fewer, decimals)
    assert value in filled if filled is not None else decimals == 0


def test_of_two_spans_that_touch_it_matters_which_end_is_in() -> None:
    low, high = rounded(Fraction("1.2"), 1), rounded(Fraction("1.3"), 1)
    assert not low.meets(high)
    assert low.meets(exactly(Fraction("1.15")))
    assert not low.meets(exactly(Fraction("1.25")))
    assert high.meet(Span(None, Fraction("1.25"))) == exactly(Fraction("1.25"))
    assert turned_positive(Span(Fraction(-2), Fraction(1), has_low=False)) == Span(
        Fraction(0), Fraction(2), has_high=False
    )
    assert added([low, high]).low == Fraction("2.4")


_FORMULAS = [
    "0.327 * a + 0.413 * b + 0.26 * c",
    "rata_rata(a, b, c)",
    "a / (a + b) * 100",
    "(a + 2 * b) / (b + c)",
    "100 - abs(a - 60) / 60 * 100",
    "(1 + (1 - a / b)) * 100",
    "maks(a / 80 * 100, 75)",
    "jika(a > 50, a / 50, a / 40) * 100",
    "rata_rata_geometrik(a, b)",
]


@pytest.mark.parametrize("text", _FORMULAS)
@settings(max_examples=12)
@given(numbers=st.tuples(*[st.integers(100, 9000)] * 3), share=fractions(0, 1, most=8))
def test_everything_a_formula_gives_is_in_its_reach_and_has_a_witness(
    text: str, numbers: tuple[int, int, int], share: Fraction
) -> None:
    tree, names = parse(text), ("a", "b", "c")
    spans = {n: rounded(Fraction(one, 100), 2) for n, one in zip(names, numbers, strict=True)}
    reach = reach_of(tree, spans)
    assert reach is not None
    formula = compile_exact(tree)
    for steps in product((share / 2, Fraction(999, 1000)), repeat=len(reach.spans)):
        point = {
            name: Fraction(numbers[names.index(name)], 100) + (step - Fraction(1, 2)) / 100
            for name, step in zip(reach.spans, steps, strict=True)
        }
        value = formula(point)
        assert isinstance(value, Fraction | Root)
        assert any(value in piece.span for piece in reach.pieces)
        near = rounded(Fraction(round_half_up(value, 1)), 1)
        witness = reach.witness(near)
        assert witness is not None
        assert witness.value in near
        assert all(witness.point[name] in span for name, span in reach.spans.items())
        assert formula(witness.point) == witness.value


def test_the_reach_of_a_mean_ends_where_its_parts_do() -> None:
    parts = {"a": "74.83", "b": "77.47", "c": "77.15"}
    spans = {name: rounded(Fraction(text), 2) for name, text in parts.items()}
    reach = reach_of(parse("rata_rata(a, b, c)"), spans)
    assert reach is not None
    assert reach.hull == Span(Fraction(45887, 600), Fraction(45893, 600), has_high=False)
    printed = Fraction("76.47")
    assert not reach.meets(rounded(printed, 2))
    assert reach.meets(cut(printed, 2))


def test_a_divisor_that_may_be_zero_leaves_one_end_open() -> None:
    spans = {"a": Span(Fraction(4), Fraction(5)), "b": Span(Fraction(0), Fraction(1, 2))}
    reach = reach_of(parse("a / b"), spans)
    assert reach is not None
    assert reach.hull == Span(Fraction(8), None)
    assert reach_of(parse("a / b"), {**spans, "b": exactly(Fraction(0))}) is None
