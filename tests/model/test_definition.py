"""Definitions: years, bounds, variables, and the formula that a definition stands for."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.formula import Missing, Root, evaluate, square_root
from kesbang_iku.model.definition import Bounds, Variable, Years
from tests.strategies import fractions

_YEAR = st.none() | st.integers(2000, 2010)


def _with_root_of_2(value: Fraction) -> Fraction | Root:
    return square_root(2) * value


def _years(first: int | None, last: int | None) -> Years:
    return Years(mulai=first, selesai=last)


@given(a=_YEAR, b=_YEAR, c=_YEAR, d=_YEAR)
def test_years_overlap_exactly_where_they_share_one(
    a: int | None, b: int | None, c: int | None, d: int | None
) -> None:
    one, other = _years(a, b), _years(c, d)
    assume(not one.empty and not other.empty)
    shared = any(year in one and year in other for year in range(1990, 2021))
    assert one.overlaps(other) == other.overlaps(one) == shared


@pytest.mark.parametrize(
    ("years", "text"),
    [
        (_years(2009, 2020), "2009–2020"),
        (_years(2021, None), "2021–kini"),
        (_years(None, 5), "…–5"),
    ],
)
def test_years_are_written_with_open_ends(years: Years, text: str) -> None:
    assert str(years) == text


@pytest.mark.parametrize(
    ("value", "inside"), [("-0.01", False), ("0", True), ("100", True), ("100.01", False)]
)
def test_bounds_include_both_ends(value: str, inside: bool) -> None:
    bounds = Bounds(min=Fraction(0), maks=Fraction(100))
    assert bounds.contains(Fraction(value)) is inside
    assert Bounds().contains(Fraction(value))


_BOUND = st.none() | fractions(-2, 2, most=6)
_NUMBER = fractions(-3, 3, most=40)


@given(low=_BOUND, high=_BOUND, value=_NUMBER | st.integers(-3, 3) | _NUMBER.map(_with_root_of_2))
def test_bounds_contain_what_is_neither_below_nor_above(
    low: Fraction | None, high: Fraction | None, value: Fraction | Root | int
) -> None:
    outside = (low is not None and value < low) or (high is not None and value > high)
    assert Bounds(min=low, maks=high).contains(value) is not outside


@pytest.mark.parametrize(
    ("kind", "whole", "minimum"),
    [("cacah", True, 0), ("uang", True, 0), ("nilai", False, None), ("rilis", False, None)],
)
def test_counts_and_money_are_whole_and_never_negative(
    kind: str, whole: bool, minimum: int | None
) -> None:
    variable = Variable.model_validate(
        {
            "nama": "x",
            "label": "x",
            "satuan": "kasus",
            "jenis": kind,
            "agregasi": {"wilayah": "jumlah", "waktu": "jumlah"},
        }
    )
    assert (variable.whole, variable.minimum) == (whole, minimum)


def test_released_value_prevails_in_the_formula(katalog: iku.Catalog) -> None:
    index = katalog["KBP-POL-01"]
    assert index.rilis == "nilai_rilis"
    assert index.tree is not None
    assert evaluate(index.tree, {"nilai_rilis": Fraction(5)}) == 5
    assert isinstance(evaluate(index.tree, {}), Missing)


def test_formula_of_a_composite_has_its_weights(katalog: iku.Catalog) -> None:
    index = katalog.versions("KBP-POL-01")[0]
    assert index.tree is not None
    assert index.komponen is not None
    for name, weight in index.komponen.leaf_weights.items():
        alone = {other: Fraction(int(other == name)) for other in index.variables_by_name}
        assert evaluate(index.tree, alone) == weight


def test_every_formula_names_only_declared_variables(katalog: iku.Catalog) -> None:
    for found in katalog:
        if found.tree is not None:
            values = dict.fromkeys(found.variables_by_name, Fraction(1))
            assert not isinstance(evaluate(found.tree, values, values), Missing), found.kode


def test_counts_of_regions_give_a_value_above_them_and_never_below(
    katalog: iku.Catalog,
) -> None:
    assert katalog["KBP-WAS-02"].exists_at("nasional")
    assert katalog["KBP-POL-01"].exists_at("provinsi")
    assert not katalog["KBP-POL-01"].exists_at("kota")
