from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.sources.notation import candidates, plain, readings


@pytest.mark.parametrize(
    ("token", "values"),
    [
        ("12", {None: "12"}),
        ("12.463", {"en": "12.463", "id": "12463"}),
        ("12,463", {"id": "12.463", "en": "12463"}),
        ("0.327", {"en": "0.327"}),
        ("1234.567", {"en": "1234.567"}),
        ("1.234.567", {"id": "1234567"}),
        ("1.234,5", {"id": "1234.5"}),
        ("1,234.5", {"en": "1234.5"}),
        ("1'234", {None: "1234"}),
        ("1'234.5", {"en": "1234.5"}),
        ("1.23.456", {}),
        ("1.234.5", {}),
        ("12,34.5", {}),
        ("1.234,5'000", {}),
    ],
)
def test_a_token_means_what_some_notation_makes_of_it(
    token: str, values: dict[str | None, str]
) -> None:
    found = {candidate.format: candidate.value for candidate in candidates(token)}
    assert found == {form: Fraction(value) for form, value in values.items()}


def test_tokens_are_read_in_one_notation() -> None:
    assert readings(("12,5", "12.463")) == {"id": (Fraction("12.5"), Fraction(12463))}


def test_tokens_of_two_notations_have_no_reading() -> None:
    assert readings(("12,5", "12.5")) == {}


def test_a_token_without_a_meaning_is_no_reading_at_all() -> None:
    assert readings(("12,5", "1.2.3")) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=5, min_value=-99, max_value=99))
@settings(max_examples=100, deadline=None)
def test_plain_text_is_the_value(value: Fraction) -> None:
    assert Fraction(plain(Fraction(value), ".")) == Fraction(value)


def test_what_has_no_finite_decimals_is_a_fraction() -> None:
    assert plain(Fraction(-1, 3)) == "-1/3"
