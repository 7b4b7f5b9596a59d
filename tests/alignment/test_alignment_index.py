"""The alignment index, computed by hand before the code was run."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

import pytest

from kesbang_iku.alignment.alignment_index import AlignmentIndex, index_of
from kesbang_iku.alignment.regional import RegionalPlan, compare_plans
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.composite import contributions, sensitivity
from kesbang_iku.sources.data import load_data
from kesbang_iku.tables.plans import read_plan

A: Final = """\
item:
  - {nama: Indeks Harmoni Indonesia, satuan: Indeks}
  - {nama: Indeks Kewaspadaan Nasional, satuan: "%"}
  - {nama: Indeks Kita, lokal: {tema: sosial}}
  - {nama: Jumlah Forum Kerukunan yang dibina pemerintah}
  - {nama: Angka Harapan Hidup, penanggung_jawab: Dinas Kesehatan}
"""
B: Final = "item: [{nama: Indeks Harmoni Indonesia, satuan: Indeks}]"
C: Final = "item: [{nama: Jumlah LSM yang terdaftar}]"


def _index(*plans: str) -> AlignmentIndex:
    regions = load_regions()
    sources = [
        RegionalPlan(
            name, read_plan(text.encode(), name=f"{name}.yaml"), regions[code], None, "kota"
        )
        for name, code, text in zip("abc", ("32.73", "36.71", "62.71"), plans, strict=False)
    ]
    return index_of(compare_plans(sources))


@pytest.fixture(scope="module")
def index() -> AlignmentIndex:
    return _index(A, B, C)


def test_each_share_is_counted(index: AlignmentIndex) -> None:
    first = index.rencana[0].bagian
    assert first["adopsi"] == (2, 3)
    assert first["keterpautan"] == (3, 4)
    assert first["sesuai_satuan"] == (1, 2)
    assert first["sesuai_rumus"] == (2, 2)


def test_the_index_is_what_a_hand_computes(index: AlignmentIndex) -> None:
    # 0,4 * 200/3 + 0,2 * 75 + 0,4 * (100 - 0,2 * 50); then without a counterpart 0,4 and 0,2 alone.
    values = [one.nilai_eksak for one in index.rencana]
    assert values == [Fraction(233, 3), Fraction(220, 3), Fraction(0)]
    assert index.nilai_eksak == Fraction(151, 3)
    assert str(index.nilai) == "50.33"


def test_what_is_missing_falls_to_its_causes_without_a_rest(index: AlignmentIndex) -> None:
    lost = {one.variabel: one.poin for one in index.kehilangan if one.poin}
    assert lost == {
        "adopsi": Fraction(320, 9),
        "keterpautan": Fraction(115, 9),
        "sesuai_satuan": Fraction(4, 3),
    }
    assert index.nilai_eksak == 100 - sum(lost.values())
    for one in index.rencana:
        assert one.nilai_eksak == 100 - sum(one.kehilangan.values())


def test_the_best_single_change_of_a_plan_is_the_one_that_lifts_most(index: AlignmentIndex) -> None:
    best = [one.langkah for one in index.rencana]
    assert [(one.kode, one.kenaikan) for one in best if one is not None] == [
        ("KBP-ORM-01", Fraction(47, 3)),
        ("KBP-WAS-01", Fraction(40, 3)),
        ("KBP-ESB-01", Fraction(190, 3)),
    ]


def test_changes_made_in_all_plans_are_ordered_by_what_they_lift(index: AlignmentIndex) -> None:
    assert [(one.kode or one.variabel, one.kenaikan) for one in index.perubahan] == [
        ("KBP-ORM-01", Fraction(277, 9)),
        ("KBP-WAS-01", Fraction(230, 9)),
        ("KBP-ESB-01", Fraction(190, 9)),
        ("keterpautan", Fraction(115, 9)),
        ("sesuai_satuan", Fraction(4, 3)),
    ]


def test_the_definition_itself_computes_the_same(index: AlignmentIndex) -> None:
    for one in index.rencana:
        result = index.indikator.compute(one.values)
        assert result.nilai_eksak == one.nilai_eksak
        assert result.nilai == one.nilai
    parts = contributions(index.indikator, index.rencana[0].values)
    assert sum(part.amount for part in parts) == index.rencana[0].nilai_eksak


def test_the_ranking_answers_to_other_weights_by_the_shared_mechanism(
    index: AlignmentIndex,
) -> None:
    pytest.importorskip("numpy")
    found = sensitivity(index.indikator, index.table, draws=200)
    assert [band.wilayah for band in found.bands] == ["Kota Bandung", "Kota Tangerang"]
    # What lacks a component has no rank, and its reason is told.
    assert list(found.unranked) == ["Kota Palangkaraya"]


def test_the_definition_says_that_it_is_a_proposal(index: AlignmentIndex) -> None:
    assert index.indikator.status == "usulan"
    assert index.indikator.komponen is not None
    assert index.indikator.komponen.kedudukan == "usulan"
    assert sum(index.indikator.komponen.leaf_weights.values()) == 1


def test_a_plan_in_which_nothing_can_be_counted_has_no_index() -> None:
    plan = RegionalPlan("x", read_plan(b"item: [{nama: Inflasi}]", name="x.yaml"), None, None, None)
    found = index_of(compare_plans([plan]))
    assert found.nilai_eksak is None
    assert found.rencana[0].langkah is None
    assert load_data("indeks-keselarasan.yaml", type(found.indikator)).kode == found.indikator.kode


def test_a_plan_of_other_years_does_not_lose_by_what_the_centre_asks_for() -> None:
    found = _index(B.replace("Indeks}", "Indeks, target: {2023: 5}}")).rencana[0]
    assert found.bagian["adopsi"] == (0, 0)
    assert found.nilai_eksak == 100


def test_what_takes_away_is_told_in_both_languages(index: AlignmentIndex) -> None:
    defined = index.indikator.variables_by_name
    assert {one.variabel: one.label.id for one in index.kehilangan} == {
        name: variable.label for name, variable in defined.items()
    }
    told = index.as_dict("en")["kehilangan"]
    assert all(one["label"] != defined[one["variabel"]].label for one in told)
