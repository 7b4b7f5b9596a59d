"""Worked examples computed again: what an entry says of itself, and what differs from it."""

from __future__ import annotations

from fractions import Fraction

import pytest

import kesbang_iku as iku
from kesbang_iku.computing.worked import indicator_example, method_example
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.achievement import MethodEngine

Katalog = iku.Catalog


def test_an_example_gives_the_published_value_of_its_region(katalog: Katalog) -> None:
    indicator = katalog.in_force(2018)["KBP-POL-01"]
    example = next(one for one in indicator.contoh if one.wilayah == "62")
    answer = indicator_example(indicator, example)
    assert answer["status"] == "lengkap"
    assert answer["nilai"] == str(example.hasil.nilai)


def test_an_example_may_be_of_no_region(katalog: Katalog) -> None:
    indicator, example = next(
        (found, one) for found in katalog for one in found.contoh if one.wilayah is None
    )
    assert indicator_example(indicator, example)["status"] == example.hasil.status


@pytest.mark.parametrize(
    "name",
    [
        *("maksimalkan", "minimalkan", "minimalkan_rasio", "stabilkan"),
        *("maksimalkan_rentang", "minimalkan_rentang"),
    ],
)
def test_an_example_of_a_method_is_complete_only_with_an_achievement(
    katalog: Katalog, name: str
) -> None:
    method = katalog.tables.methods[name]
    engine = MethodEngine(method)
    for example in method.contoh:
        answer = method_example(engine, example)
        expected = "tidak_terdefinisi" if answer["capaian"] is None else "lengkap"
        assert answer["status"] == expected
        stated = example.hasil.capaian
        assert answer["capaian"] == (None if stated is None else str(stated))
        if stated is None:
            assert answer["capaian_eksak"] is None
        else:
            exact = Fraction(answer["capaian_eksak"])
            assert str(round_half_up(exact, method.desimal)) == str(stated)
