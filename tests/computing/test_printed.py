"""Printed numbers against computed ones: what is right, and what seems to have happened."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.computing.printed import PrintedNumber
from kesbang_iku.diagnostics import NOWHERE
from kesbang_iku.formula import round_half_up
from tests.definitions import measured

Katalog = iku.Catalog[iku.Indicator]


def _blamed(result: iku.Result) -> list[str]:
    return [found.kode for found in result.temuan if found.kode.startswith("IKU5")]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("71,27", []),
        ("71.27", []),
        ("71,3", []),
        ("71", []),
        ("71,26841", []),
        ("71,268", []),
        ("71,26", ["IKU501"]),
        ("71,2", ["IKU501"]),
        ("71,28", ["IKU502"]),
        ("72", ["IKU500"]),
        ("17,27", ["IKU500"]),
        ("-", []),
    ],
)
def test_printed_value_is_right_at_any_number_of_digits(
    katalog: Katalog, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": "71,26841"}, realisasi=printed)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("value", "target", "printed", "codes"),
    [
        ("71,27", 72, "98,99", []),
        ("71,27", 72, "99", []),
        ("71,27", 72, "98,98", ["IKU511"]),
        ("71,27", 72, "98", ["IKU511"]),
        ("93", 95, "98", []),
        ("93", 93, "93", ["IKU512"]),
        ("8", 10, "125", ["IKU513"]),
        ("8", 10, "120", ["IKU513"]),
        ("8", 10, "0,8", ["IKU515"]),
        ("26", 19, "100", ["IKU514"]),
        ("26", 19, "120", ["IKU514"]),
        ("26", 19, "135", ["IKU510"]),
        ("26", 19, "137", []),
        ("26", 19, "136", ["IKU511"]),
        ("26", 19, "140", ["IKU510"]),
        ("26", None, "137", ["IKU516"]),
    ],
)
def test_printed_achievement_is_named_for_what_it_seems_to_be(
    katalog: Katalog, value: str, target: object, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": value}, target=target, capaian=printed)
    assert _blamed(result) == codes


def test_other_method_is_named_with_its_formula(katalog: Katalog) -> None:
    result = measured(katalog.tables).compute({"x": 8}, target=10, capaian="125")
    (found,) = result.temuan
    assert "minimalkan_rasio" in found.pesan
    assert "target / realisasi * 100" in found.pesan


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("Sangat Tinggi", []),
        (" sangat  tinggi ", []),
        ("Tinggi", ["IKU520"]),
        ("-", []),
        ("n/a", []),
        ("", []),
    ],
)
def test_printed_category_is_held_against_the_achievement(
    katalog: Katalog, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": 9}, target=9, predikat=printed)
    assert _blamed(result) == codes


def test_category_without_an_achievement_has_no_ground(katalog: Katalog) -> None:
    result = measured(katalog.tables).compute({"x": 9}, predikat="Tinggi")
    assert _blamed(result) == ["IKU521"]
    assert "target" in result.temuan[0].message("en")


_EXACT = st.fractions(0, 1000, max_denominator=5000)


@given(exact=_EXACT, decimals=st.integers(0, 6))
def test_rounding_is_never_blamed(exact: Fraction, decimals: int) -> None:
    value = Fraction(round_half_up(exact, decimals))
    assert PrintedNumber(value, decimals, "x", lambda: NOWHERE).is_rounding_of(exact)


@given(exact=_EXACT, decimals=st.integers(0, 6))
def test_cut_is_the_largest_number_of_those_digits_below(exact: Fraction, decimals: int) -> None:
    value = Fraction(exact.numerator * 10**decimals // exact.denominator, 10**decimals)
    printed = PrintedNumber(value, decimals, "x", lambda: NOWHERE)
    assert printed.is_cut_of(exact)
    assert printed.is_rounding_of(exact) == (2 * (exact - value) < printed.last_digit)
