"""What follows from two relations in a row."""

from __future__ import annotations

from itertools import product
from typing import get_args

from kesbang_iku.model.mapping import MappingRules
from kesbang_iku.model.vocabulary import MatchRelation
from kesbang_iku.sources.data import load_data

_RULES = load_data("padanan.yaml", MappingRules)
_RELATIONS: tuple[MatchRelation, ...] = get_args(MatchRelation)
_INVERSE: dict[MatchRelation, MatchRelation] = {
    "sama": "sama",
    "dekat": "dekat",
    "lebih_luas": "lebih_sempit",
    "lebih_sempit": "lebih_luas",
}


def _then(one: MatchRelation | None, other: MatchRelation) -> MatchRelation | None:
    rule = None if one is None else _RULES.composed.get((one, other))
    return None if rule is None else rule.hasil


def test_every_relation_has_a_predicate_of_its_own() -> None:
    assert set(_RULES.predicates) == set(_RELATIONS)
    assert len(set(_RULES.predicates.values())) == len(_RELATIONS)


def test_the_broader_object_is_the_match_of_a_narrower_subject() -> None:
    assert _RULES.relations["skos:broadMatch"] == "lebih_sempit"


def test_the_same_stands_for_the_same() -> None:
    for relation in _RELATIONS:
        assert _then("sama", relation) == _then(relation, "sama") == relation


def test_a_way_may_be_walked_in_pieces() -> None:
    for one, two, three in product(_RELATIONS, repeat=3):
        left, right = _then(_then(one, two), three), _then(two, three)
        if left is not None and right is not None:
            assert _then(one, right) == left


def test_a_way_back_leads_back() -> None:
    for one, two in product(_INVERSE, repeat=2):
        there, back = _then(one, two), _then(_INVERSE[two], _INVERSE[one])
        assert back == (None if there is None else _INVERSE[there])


def test_nothing_certain_follows_from_what_is_near_twice() -> None:
    assert _then("dekat", "dekat") is None
    assert _then("lebih_sempit", "lebih_luas") is None
    assert _then("bagian", "dekat") is None
