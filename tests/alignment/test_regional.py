"""Plans of several regions side by side, and whose plan a plan is."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from kesbang_iku.alignment.alignment_index import index_of
from kesbang_iku.alignment.plan_regions import province_of, region_of_file, region_written
from kesbang_iku.alignment.regional import RegionalComparison, RegionalPlan, compare_plans
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.findings import Place
from kesbang_iku.model.plan import Plan, PlanItem
from kesbang_iku.sources.plans import LoadedPlan, LoadedPlanItem
from kesbang_iku.sources.shape import Pointer


@cache
def _regions() -> Regions:
    return load_regions()


def _nowhere(_: Pointer) -> Place:
    return Place()


def _plan(code: str | None, *items: PlanItem) -> RegionalPlan:
    region = None if code is None else _regions()[code]
    level = None if region is None or region.tingkat == "nasional" else region.tingkat
    name = f"{code}.yaml"
    loaded = LoadedPlan(
        Plan(item=()), tuple(LoadedPlanItem(item, _nowhere) for item in items), _nowhere
    )
    return RegionalPlan(name, loaded, region, province_of(region, _regions()), level)


@pytest.fixture(scope="module")
def compared() -> RegionalComparison:
    solved = PlanItem(nama="Persentase Penyelesaian Konflik Sosial", satuan="Persen")
    wrong = PlanItem(nama="Persentase Penyelesaian Konflik Sosial", satuan="Kasus")
    democracy = PlanItem(nama="Indeks Demokrasi Indonesia", satuan="Indeks")
    return compare_plans(
        [_plan("62.71", solved), _plan("11.01", wrong), _plan("62", solved, democracy)]
    )


def test_plans_stand_by_province_and_region(compared: RegionalComparison) -> None:
    assert [one.source.berkas for one in compared.rencana] == [
        "11.01.yaml",
        "62.yaml",
        "62.71.yaml",
    ]


def test_each_plan_has_a_state_for_each_indicator(compared: RegionalComparison) -> None:
    assert [one.state("KBP-WAS-02") for one in compared.rencana] == [
        "menyimpang", "selaras", "selaras",
    ]  # fmt: skip
    assert [one.state("KBP-POL-01") for one in compared.rencana] == [
        "tidak_berlaku", "selaras", "tidak_berlaku",
    ]  # fmt: skip
    assert [one.state("KBP-ESB-01") for one in compared.rencana] == ["belum"] * 3


def test_counts_by_indicator_and_by_plan_are_the_same_cells(compared: RegionalComparison) -> None:
    cells = len(compared.rencana) * len(compared.indikator)
    by_indicator = sum(sum(compared.counts(one.kode).values()) for one in compared.indikator)
    by_plan = sum(sum(compared.row_counts(one).values()) for one in compared.rencana)
    assert by_indicator == by_plan == cells
    assert compared.counts("KBP-WAS-02") == {
        "selaras": 2, "menyimpang": 1, "belum": 0, "tidak_berlaku": 0,
    }  # fmt: skip


def test_indicators_stand_by_programme_and_are_all_national_outcomes(
    compared: RegionalComparison,
) -> None:
    programs = [one.program for one in compared.indikator]
    assert programs == sorted(programs)
    assert {one.jenis for one in compared.indikator} <= {"dampak", "hasil"}
    level_free = [
        (one.source.tingkat, indicator.kode)
        for one in compared.rencana
        for indicator in compared.indikator
        if one.state(indicator.kode) == "tidak_berlaku"
        and one.source.tingkat in indicator.tingkat.berlaku
    ]
    assert level_free == []


def test_deviations_are_counted_by_kind(compared: RegionalComparison) -> None:
    assert compared.deviation_counts == {"satuan": 1}


def test_the_answer_holds_each_plan_as_it_stands_alone(compared: RegionalComparison) -> None:
    answer = compared.as_dict()
    alone = compared.rencana[0].selaras.as_dict()
    assert answer["skema"] == "kesbang-iku/selaras-banding/1"
    plans = answer["rencana"]
    assert isinstance(plans, list)
    assert plans[0] == {"berkas": "11.01.yaml", **alone}


def test_an_indicator_used_twice_deviates_if_one_does() -> None:
    solved = PlanItem(nama="Persentase Penyelesaian Konflik Sosial", satuan="Kasus")
    again = PlanItem(nama="Penyelesaian konflik", kode="KBP-WAS-02", satuan="Persen")
    for items in ((solved, again), (again, solved)):
        found = compare_plans([_plan("62.71", *items)])
        assert found.rencana[0].state("KBP-WAS-02") == "menyimpang"


def test_no_plans_make_an_empty_comparison() -> None:
    found = compare_plans([])
    assert (found.rencana, found.indikator, found.semua_temuan) == ((), (), ())


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("62.71.yaml", "62.71"),
        ("data/renstra-62.71-2025.xlsx", "62.71"),
        ("62.yaml", "62"),
        ("renstra-kota-bandung-2025.csv", "32.73"),
        ("Renstra Kab. Klungkung 2025-2029.xlsx", "51.05"),
        ("klungkung.yaml", "51.05"),
        ("provinsi_jawa_timur.json", "35"),
        ("bogor.yaml", None),
        ("renstra-2025.yaml", None),
        ("12-rencana.yaml", None),
        ("11.01-dan-11.02.yaml", None),
        ("99.99.yaml", None),
        ("-", None),
        ("", None),
    ],
)
def test_the_name_of_a_file_tells_the_region_only_where_it_is_no_guess(
    name: str, code: str | None
) -> None:
    found = region_of_file(name, _regions())
    assert (found.kode if found else None) == code


def test_a_plan_may_name_its_region() -> None:
    assert region_written("Kota Bandung", _regions()) == _regions()["32.73"]
    assert region_written("32.73", _regions()) == _regions()["32.73"]
    assert region_written("Bogor", _regions()) is None
    assert region_written(None, _regions()) is None


def test_the_answer_names_the_catalogs_that_were_added() -> None:
    catalog = load_catalog([Path(__file__).parents[2] / "examples" / "katalog-daerah"])
    compared = compare_plans([_plan("62.71")], catalog)
    assert "tambahan" in catalog.identity
    assert compared.as_dict()["katalog"] == catalog.identity
    assert index_of(compared).as_dict()["katalog"] == catalog.identity
