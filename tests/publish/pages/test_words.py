"""Every word that data may use has a name on the pages."""

from __future__ import annotations

from typing import Final, get_args

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import Level
from kesbang_iku.model import vocabulary
from kesbang_iku.model.registers import Regulation
from kesbang_iku.publish.pages.words import DIRECTIONS, KEYS, STANDINGS, VOCABULARY, WORDS

LISTS: Final = {
    "level": get_args(vocabulary.AdminLevel),
    "kind": get_args(vocabulary.Kind),
    "access": get_args(vocabulary.Access),
    "polarity": get_args(vocabulary.Polarity),
    "frequency": get_args(vocabulary.Frequency),
    "variable": get_args(vocabulary.VariableKind),
    "regions": get_args(vocabulary.RegionAggregation),
    "time": get_args(vocabulary.TimeAggregation),
    "regulation": get_args(Regulation.model_fields["status"].annotation),
}


@pytest.mark.parametrize("name", LISTS)
def test_each_word_of_a_closed_list_is_named(name: str) -> None:
    assert LISTS[name]
    assert set(LISTS[name]) <= set(VOCABULARY)


def test_each_level_standing_and_direction_is_named() -> None:
    assert {level.value for level in Level} <= set(VOCABULARY)
    standings = set(get_args(vocabulary.Standing))
    assert set(STANDINGS) == standings
    assert {f"arti_{standing}" for standing in standings} <= set(WORDS)
    assert set(DIRECTIONS) == set(get_args(vocabulary.Polarity))


def test_what_sources_of_the_standard_support_is_named(katalog: iku.Catalog) -> None:
    tables = katalog.tables
    entries = (*katalog, *tables.methods.values(), *tables.scales.values())
    supported = {key for entry in entries for source in entry.sumber for key in source.untuk}
    assert supported
    assert supported <= set(KEYS)
