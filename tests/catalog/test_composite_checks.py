"""Composites that cannot be put together are found when the catalog is loaded."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from kesbang_iku import Finding, Place
from kesbang_iku.catalog.checks import check_definition
from tests.composite_indicators import composite_of

HALVES = {"a": "0.5", "b": "0.5"}
GROUP = {"metode": "aritmetika", "kedudukan": "usulan", "anggota": ["a", "b"]}


def found(composite: Mapping[str, Any], names: str = "ab", **changes: object) -> list[Finding]:
    indicator = composite_of(composite, names, **changes)

    def locate(pointer: tuple[str | int, ...]) -> Place:
        return Place(penunjuk="/".join(map(str, pointer)))

    return list(check_definition(indicator, indicator._tables, locate))


def codes_at(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.kode, finding.place.penunjuk) for finding in findings]


@pytest.mark.parametrize(
    ("composite", "names"),
    [
        ({"bobot": HALVES}, "ab"),
        ({"anggota": ["a", "b"], "ambang": "0.5"}, "ab"),
        ({"metode": "geometrik", "bobot": HALVES}, "ab"),
        ({"bobot": {"g": "0.5", "c": "0.5"}, "kelompok": {"g": GROUP}}, "abc"),
    ],
)
def test_a_sound_composite_gives_no_finding(composite: Mapping[str, Any], names: str) -> None:
    assert found(composite, names) == []


@pytest.mark.parametrize(
    ("composite", "place", "said"),
    [
        ({}, "komponen", "tepat satu"),
        ({"bobot": HALVES, "anggota": ["a", "b"]}, "komponen", "tepat satu"),
        ({"bobot": HALVES, "kelompok": {"g": GROUP}}, "komponen/kelompok/g", "tidak dipakai"),
        (
            {"bobot": HALVES, "kelompok": {"b": {**GROUP, "anggota": ["a"]}}},
            "komponen/kelompok/b",
            "sekaligus",
        ),
        ({"bobot": HALVES, "ambang": "0"}, "komponen/ambang", "lebih dari 0"),
        ({"bobot": HALVES, "ambang": "1.1"}, "komponen/ambang", "paling banyak 1"),
        ({"bobot": {"a": "1.5", "b": "-0.5"}}, "komponen/bobot/b", "lebih dari 0"),
    ],
)
def test_a_composite_that_cannot_be_built_is_found(
    composite: Mapping[str, Any], place: str, said: str
) -> None:
    findings = found(composite)
    assert ("IKU225", place) in codes_at(findings)
    assert any(said in finding.pesan for finding in findings)


def test_a_geometric_mean_takes_equal_weights_only() -> None:
    findings = found({"metode": "geometrik", "bobot": {"a": "0.25", "b": "0.75"}})
    assert codes_at(findings) == [("IKU226", "komponen/bobot")]
    assert "0,25, 0,75" in findings[0].pesan
    assert "0.25, 0.75" in findings[0].message("en")


def test_weights_that_do_not_sum_to_one_are_an_error() -> None:
    assert ("IKU214", "komponen/bobot") in codes_at(found({"bobot": {"a": "0.5", "b": "0.4"}}))


def test_weights_of_a_group_that_do_not_sum_to_one_are_an_error() -> None:
    inner = {"metode": "aritmetika", "kedudukan": "usulan", "bobot": {"a": "0.5", "b": "0.6"}}
    findings = found({"bobot": {"g": 1}, "kelompok": {"g": inner}})
    assert ("IKU214", "komponen/kelompok/g/bobot") in codes_at(findings)


def test_weights_whose_sum_is_explained_are_only_noted() -> None:
    findings = found(
        {"bobot": {"a": "0.6", "b": "0.6"}, "catatan": "Dicetak demikian."},
        rentang={"min": "0", "maks": "120"},
    )
    assert [(finding.kode, finding.tingkat.value) for finding in findings] == [("IKU227", "info")]
    assert "Dicetak demikian." in findings[0].pesan


def test_an_explanation_on_one_level_does_not_excuse_another() -> None:
    inner = {"metode": "aritmetika", "kedudukan": "usulan", "bobot": {"a": "0.5", "b": "0.6"}}
    findings = found({"bobot": {"g": "0.9"}, "kelompok": {"g": inner}, "catatan": "Begitu."})
    assert ("IKU214", "komponen/kelompok/g/bobot") in codes_at(findings)


def test_a_member_twice_in_the_list_is_found() -> None:
    assert ("IKU222", "komponen/anggota") in codes_at(found({"anggota": ["a", "b", "a"]}))


def test_a_member_that_is_not_declared_is_found_at_the_weights() -> None:
    findings = found({"bobot": {"a": "0.5", "b": "0.3", "zz": "0.2"}})
    assert [finding.place.penunjuk for finding in findings] == ["komponen/bobot"]
    assert "zz" in findings[0].pesan
