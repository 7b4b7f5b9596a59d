"""The law of exactness: published shares are what a person with paper gets."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.formula import compile_exact, parse, round_half_up

Katalog = iku.Catalog
_LARGEST = 2000


def _oracle(part: int, whole: int) -> Decimal:
    """Return 100 part/whole rounded half up to two decimals, with whole numbers alone."""
    hundredths = (2 * 10_000 * part + whole) // (2 * whole)
    return Decimal(f"{hundredths // 100}.{hundredths % 100:02}")


def _half_way() -> list[tuple[int, int]]:
    """Return every share whose percentage lies exactly on a half at two decimals."""
    return [
        (part, whole)
        for whole in range(1, _LARGEST + 1)
        for part in range(whole + 1)
        if 20_000 * part % whole == 0 and 20_000 * part // whole % 2
    ]


@pytest.fixture(scope="module")
def half_way() -> list[tuple[int, int]]:
    return _half_way()


def test_shares_on_a_half_are_as_many_as_claimed(half_way: list[tuple[int, int]]) -> None:
    assert len(half_way) == 2_400


def test_binary_floats_get_about_half_of_them_wrong(half_way: list[tuple[int, int]]) -> None:
    wrong = [
        (part, whole)
        for part, whole in half_way
        if f"{round(part / whole * 100, 2):.2f}" != str(_oracle(part, whole))
    ]
    assert len(wrong) == 1_214


def test_every_one_of_them_is_right_here(half_way: list[tuple[int, int]]) -> None:
    share = compile_exact(parse("a / b * 100"))
    for part, whole in half_way:
        value = share({"a": Fraction(part), "b": Fraction(whole)})
        assert isinstance(value, Fraction)
        assert round_half_up(value, 2) == _oracle(part, whole), (part, whole)


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_published_share_is_that_of_whole_numbers(katalog: Katalog, data: st.DataObject) -> None:
    whole = data.draw(st.integers(1, _LARGEST))
    part = data.draw(st.integers(0, whole))
    result = katalog["KBP-WAS-02"].compute({"konflik": whole, "konflik_diselesaikan": part})
    assert result.nilai == _oracle(part, whole)
    assert result.nilai_eksak == Fraction(100 * part, whole)


@settings(max_examples=100, deadline=None)
@given(part=st.integers(1, 10**12), whole=st.integers(1, 10**12), target=st.integers(1, 10_000))
def test_achievement_is_that_of_the_published_value(
    katalog: Katalog, part: int, whole: int, target: int
) -> None:
    low, high = sorted((part, whole))
    goal = Fraction(target, 100)
    result = katalog["KBP-WAS-02"].compute(
        {"konflik": high, "konflik_diselesaikan": low}, target=goal
    )
    published = _oracle(low, high)
    assert result.nilai == published
    hundredths = (2 * 10_000 * Fraction(published) / goal + 1) // 2
    assert result.capaian is not None
    assert Fraction(result.capaian) == Fraction(hundredths, 100)


def test_rounding_happens_once(katalog: Katalog) -> None:
    # 94.4449… shows 94.44; rounded by way of 94.445 it would show 94.45.
    result = katalog["KBP-WAS-02"].compute({"konflik": 100_000, "konflik_diselesaikan": 94_445 - 1})
    assert str(result.nilai) == "94.44"
