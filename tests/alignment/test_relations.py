"""How often what a name is to the nearest indicator agrees with a person's label."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.model.lexicon import LexiconFile
from kesbang_iku.sources.data import load_data
from tests.alignment.relations import Judged, all_labels, judged

Katalog = iku.Catalog


WAVES = sorted({label.gelombang for label in all_labels()})
NEWEST = 8
"""So many of the last waves are judged at once, the others among the slow tests."""


@pytest.fixture(
    scope="module",
    params=[
        *(pytest.param(one, marks=pytest.mark.slow) for one in WAVES[:-NEWEST]),
        *WAVES[-NEWEST:],
    ],
)
def wave(katalog: Katalog, request: pytest.FixtureRequest) -> list[Judged]:
    return judged(katalog, request.param)


def test_labels_are_codes_of_the_catalog_and_agree_with_themselves(katalog: Katalog) -> None:
    for label in all_labels():
        assert {*label.terdekat} <= {one.kode for one in katalog}
        assert label.padanan is None or label.padanan in katalog
        assert (label.padanan is not None) == (label.hubungan == "sama")
        assert bool(label.terdekat) == (label.hubungan not in {None, "sama"})
    assert len({label.nama for label in all_labels()}) == len(all_labels())


def test_counterparts_are_given_for_the_same_only(wave: list[Judged]) -> None:
    due = [one for one in wave if one.label.padanan is not None]
    assert sum(one.right for one in wave) / len(wave) >= 0.97
    assert sum(one.right for one in due) / len(due) >= 0.93


def test_who_is_sure_is_right(wave: list[Judged]) -> None:
    assert [one.label.nama for one in wave if one.sure and not one.right] == []


def test_names_of_other_fields_are_not_claimed(wave: list[Judged]) -> None:
    foreign = [one for one in wave if one.label.of_another_field]
    assert [one.label.nama for one in foreign if one.code is not None] == []
    assert sum(one.relation is None for one in foreign) / len(foreign) >= 0.95


def test_relations_are_right_far_more_often_than_not(wave: list[Judged]) -> None:
    near = [one for one in wave if one.label.hubungan not in {None, "sama"}]
    assert sum(one.related for one in near) / len(near) >= 0.8


def test_an_abbreviation_with_two_owners_is_never_sure(wave: list[Judged]) -> None:
    ambiguous = {
        one.singkatan.casefold() for one in load_data("kosakata.yaml", LexiconFile).singkatan_ganda
    }
    for one in wave:
        chosen = one.match.chosen
        if one.label.kelas == "7" and chosen is not None:
            assert chosen.confidence <= 0.9
            assert (chosen.indicator.singkatan or "").casefold() in ambiguous
