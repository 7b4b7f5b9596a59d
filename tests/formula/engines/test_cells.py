"""Formulas of cells, computed as a spreadsheet does: in doubles, unsure of the last digits."""

from __future__ import annotations

import math
from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.formula.engines.arithmetic import Quotient
from kesbang_iku.formula.engines.cells import MOST_STEPS, REMAINDERS, Cells
from kesbang_iku.formula.engines.quotient import NotFoldedError


def floor(number: float) -> int:
    return math.floor(number)


def unsure_floor(number: float) -> int:
    """Return what a program gives that takes numbers which agree in 15 digits for the same."""
    above = math.ceil(number)
    return above if math.isclose(number, above, rel_tol=2**-48) else math.floor(number)


def _quotient(above: str, below: str | int) -> Quotient[str]:
    return Quotient(above, below, Fraction(1), above, str(below))


def computed(formula: str, whole: Callable[[float], int] = floor) -> float:
    names = {"INT": whole, "IF": lambda condition, yes, no: yes if condition else no,
             "SQRT": math.sqrt}  # fmt: skip
    return float(eval(formula, names))  # noqa: S307  # a formula that was written here


@given(st.integers(0, 2**52), st.integers(1, 10**12), st.sampled_from([floor, unsure_floor]))
def test_a_half_goes_up_and_all_else_to_the_nearest(
    above: int, below: int, whole: Callable[[float], int]
) -> None:
    written = Cells({}).half_up(_quotient(f"{float(above)!r}", f"{float(below)!r}"))
    if above // below < MOST_STEPS:
        assert computed(written, whole) == (2 * above + below) // (2 * below)


@given(st.integers(0, 10**4), st.integers(1, 2 * 10**11), st.sampled_from([floor, unsure_floor]))
def test_exact_halves_and_their_neighbours(
    steps: int, half: int, whole: Callable[[float], int]
) -> None:
    below = 2 * half
    for off in (-1, 0, 1):
        above = steps * below + half + off
        written = Cells({}).half_up(_quotient(f"{float(above)!r}", f"{float(below)!r}"))
        assert computed(written, whole) == steps + (off >= 0)


@given(st.integers(0, 10**12), st.integers(1, 10**4))
def test_a_root_is_the_nearest_whole_number(above: int, below: int) -> None:
    written = Cells({}).root_half_up(f"{float(above)!r}", f"{float(below)!r}")
    found = computed(written)
    assert (2 * found - 1) ** 2 * below <= 4 * above or found == 0
    assert (2 * found + 1) ** 2 * below > 4 * above


def test_only_constants_are_left_to_the_rounding_of_a_program() -> None:
    rounds = Cells({}, rounds=True)
    assert rounds.half_up(_quotient("A1", 100)) == "ROUND(A1/100,0)"
    assert "ROUND" not in rounds.half_up(_quotient("A1", "B1"))
    assert "ROUND" not in Cells({}).half_up(_quotient("A1", 100))
    assert rounds.capacity.quotient < REMAINDERS.quotient


def test_a_constant_that_a_cell_cannot_keep_is_refused() -> None:
    assert Cells({}).literal(10**15) == "1000000000000000"
    with pytest.raises(NotFoldedError):
        Cells({}).literal(2**53 - 1)
