"""Relations between indicators are data: each is about numbers there are, and can be decided."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.formula import compile_exact, parse, variables
from kesbang_iku.model.relations import Relation, RelationFile
from kesbang_iku.sources.data import load_data

FILE = load_data("hubungan-angka.yaml", RelationFile)


@pytest.mark.parametrize("relation", FILE.hubungan, ids=lambda one: one.nama)
def test_a_relation_is_about_variables_of_the_standard(
    relation: Relation, katalog: iku.Catalog
) -> None:
    for number in relation.angka.values():
        assert number.variabel in katalog[number.kode].variables_by_name


@pytest.mark.parametrize("relation", FILE.hubungan, ids=lambda one: one.nama)
def test_an_expression_uses_every_number_of_its_relation_and_no_other(relation: Relation) -> None:
    tree = parse(relation.ekspresi)
    assert set(variables(tree)) == set(relation.angka)
    decided = compile_exact(tree)(dict.fromkeys(relation.angka, 3))
    assert isinstance(decided, bool)


def test_a_relation_of_the_present_year_has_a_number_of_it() -> None:
    assert all(any(not one.mundur for one in each.angka.values()) for each in FILE.hubungan)


def test_names_are_used_once_and_sources_are_of_relations_there_are() -> None:
    names = [one.nama for one in FILE.hubungan]
    assert len(set(names)) == len(names)
    assert {name for source in FILE.sumber for name in source.untuk} <= set(names)


def test_no_relation_claims_to_be_official() -> None:
    assert {one.kedudukan for one in FILE.hubungan} <= {"turunan", "usulan"}
    assert all(one.alasan.endswith(".") and one.pesan.endswith(".") for one in FILE.hubungan)
