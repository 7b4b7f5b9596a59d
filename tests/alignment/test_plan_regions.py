"""Whose plan a plan is, and which plans of one file cannot be told."""

from __future__ import annotations

import pytest

from kesbang_iku import validate
from kesbang_iku.alignment.plan_regions import region_written, uncertain_regions
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.tables.plans import read_plans

HEAD = "wilayah,Indikator,Satuan,Target 2025,Baseline 2024\n"


def table(*regions: str) -> bytes:
    """Return a table with one row for each region."""
    rows = (f"{region},Persentase Ormas Aktif,Persen,80,70\n" for region in regions)
    return (HEAD + "".join(rows)).encode()


def uncertain(*regions: str) -> dict[int, list[str]]:
    """Return what is said of the plans whose region is not certain."""
    found = uncertain_regions(read_plans(table(*regions), name="a.csv"), load_regions())
    return {index: [one.kode for one in said] for index, said in found.items()}


@pytest.mark.parametrize("code", ["91", "92", "93", "94", "95", "96", "9171", "11.01", "1101"])
def test_codes_are_those_of_kemendagri(code: str) -> None:
    region = region_written(code, load_regions())
    assert region is not None
    assert region.kode.replace(".", "") == code.replace(".", "")


def test_regions_that_are_told_apart_are_certain() -> None:
    assert uncertain("62.71", "91", "94", "Kota Bandung") == {}


def test_a_region_nobody_knows_is_said_of_its_plan_alone() -> None:
    assert uncertain("62.71", "99.99", "Palangka Rya", "94") == {1: ["IKU300"], 2: ["IKU305"]}


def test_a_region_that_comes_again_is_said_of_the_later_plan() -> None:
    assert uncertain("62.71", "94", "6271") == {2: ["IKU354"]}


def test_a_plan_without_a_region_among_others_is_uncertain() -> None:
    assert uncertain("62.71", "") == {1: ["IKU384"]}


@pytest.mark.parametrize("regions", [("",), ("99.99",), ("62.71", "62.71"), ("", "")])
def test_plans_that_regions_do_not_tell_apart_are_left_alone(regions: tuple[str, ...]) -> None:
    assert uncertain(*regions) == {}


@pytest.mark.parametrize(
    ("regions", "code"),
    [
        (("62.71", "99.99"), "IKU300"),
        (("62.71", "6271"), "IKU354"),
        (("62.71", ""), "IKU384"),
    ],
)
def test_validating_says_it_as_an_error(regions: tuple[str, ...], code: str) -> None:
    found = [one for one in validate(table(*regions), name="a.csv") if one.tingkat == "galat"]
    assert [(one.kode, one.baris) for one in found] == [(code, 3)]
