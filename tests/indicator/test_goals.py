"""Targets as regions write them, and what holding a value against them says."""

from __future__ import annotations

from fractions import Fraction

import pytest

import kesbang_iku as iku
from kesbang_iku.indicator.goal import GoalKind
from kesbang_iku.model.vocabulary import AdminLevel
from tests.definitions import measured

Katalog = iku.Catalog


def _index(katalog: Katalog) -> iku.Indicator:
    return katalog["KBP-POL-01"]


@pytest.mark.parametrize(
    ("written", "kind", "answered"),
    [
        (72, GoalKind.VALUE, "72"),
        ("72,50", GoalKind.VALUE, "72.5"),
        ("72 (2025)", GoalKind.VALUE, "72"),
        ("72.500", GoalKind.VALUE, "72.5"),
        ("81,69–85,23", GoalKind.RANGE, "81.69–85.23"),
        ("81,69 - 85,23", GoalKind.RANGE, "81.69–85.23"),
        ("≥ 80", GoalKind.BOUND, "≥ 80"),
        (">80", GoalKind.BOUND, "> 80"),
        ("baik", GoalKind.CLASS, "baik"),
        ("BAIK", GoalKind.CLASS, "BAIK"),
    ],
)
def test_target_is_read_in_each_of_its_forms(
    katalog: Katalog, written: object, kind: GoalKind, answered: str
) -> None:
    result = _index(katalog).compute({"nilai_rilis": 79}, target=written)
    assert result.target is not None
    assert (result.target.kind, result.as_dict()["target"]) == (kind, answered)
    assert [found.kode for found in result.temuan if found.tingkat is iku.Level.GALAT] == []


@pytest.mark.parametrize(
    ("target", "shown", "shown_en"),
    [
        ("1.072,50", "1.072,5", "1,072.5"),
        ("81,69–85,23", "81,69–85,23", "81.69–85.23"),
        ("≤ 80,5", "≤ 80,5", "≤ 80.5"),
        ("Sedang", "Sedang", "Sedang"),
        (Fraction(200, 3), "≈ 66,666667", "≈ 66.666667"),
    ],
)
def test_target_is_shown_as_each_language_writes_it(
    katalog: Katalog, target: object, shown: str, shown_en: str
) -> None:
    found = _index(katalog).compute({}, target=target).target
    assert found is not None
    assert (found.shown("id"), found.shown("en")) == (shown, shown_en)


@pytest.mark.parametrize("absent", ["-", "n/a", "", None, {"nilai": None}, {"dokumen": "Renstra"}])
def test_absent_target_is_no_target(katalog: Katalog, absent: object) -> None:
    result = _index(katalog).compute({"nilai_rilis": 79}, target=absent)
    assert result.target is None
    assert result.temuan == ()


def test_target_names_its_document(katalog: Katalog) -> None:
    both = [
        _index(katalog).compute({"nilai_rilis": 79}, target={"nilai": nilai, "dokumen": dokumen})
        for nilai, dokumen in [(80, "Renstra"), ("79,5", "Perjanjian kinerja")]
    ]
    assert [found.as_dict()["dokumen_target"] for found in both] == [
        "Renstra",
        "Perjanjian kinerja",
    ]
    assert [str(found.capaian) for found in both] == ["98.75", "99.37"]


@pytest.mark.parametrize(
    ("target", "value", "achievement", "reached"),
    [
        ("81,69–85,23", "79,81", "97.70", False),
        ("81,69–85,23", "83", "100.00", True),
        ("81,69–85,23", "90", "105.60", True),
        ("≥ 80", "80", "100.00", True),
        ("> 80", "80", "100.00", False),
        ("> 80", "80,01", "100.01", True),
        ("baik", "80,01", None, True),
        ("baik", "80", None, False),
        ("sedang", "90", None, True),
    ],
)
def test_achievement_and_whether_the_target_is_reached(
    katalog: Katalog, target: str, value: str, achievement: str | None, reached: bool
) -> None:
    result = _index(katalog).compute({"nilai_rilis": value}, target=target)
    assert (None if result.capaian is None else str(result.capaian)) == achievement
    assert result.tercapai is reached


def test_class_target_has_no_percentage_and_says_so(katalog: Katalog) -> None:
    result = _index(katalog).compute({"nilai_rilis": 90}, target="baik", capaian="112")
    assert [found.kode for found in result.temuan] == ["IKU453"]
    assert result.predikat is None
    assert "kelas" in result.temuan[0].message("id")
    assert "class" in result.temuan[0].message("en")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("bagus sekali", "IKU450"),
        ("500", "IKU451"),
        ("-5", "IKU451"),
        ("≤ 80", "IKU452"),
        ("85–80", "IKU0"),
        (True, "IKU067"),
        ([1], "IKU069"),
    ],
)
def test_doubtful_target_is_a_finding(katalog: Katalog, written: object, code: str) -> None:
    result = _index(katalog).compute({"nilai_rilis": 79}, target=written)
    assert any(found.kode.startswith(code) for found in result.temuan), result.temuan
    assert str(result.nilai) == "79.00"


@pytest.mark.parametrize(
    ("written", "said", "said_en"),
    [
        ("1.250,5", "Target 1.250,5 ", "target 1,250.5 "),
        ("≤ 80,25", "Target '≤ 80,25'", "target '≤ 80.25'"),
    ],
)
def test_doubtful_target_is_said_as_each_language_writes_it(
    katalog: Katalog, written: str, said: str, said_en: str
) -> None:
    found, *_ = _index(katalog).compute({"nilai_rilis": 79}, target=written).temuan
    assert said in found.message("id")
    assert said_en in found.message("en")


def test_unreadable_target_lists_the_classes_it_could_be(katalog: Katalog) -> None:
    (found,) = _index(katalog).compute({"nilai_rilis": 79}, target="bagus").temuan
    assert "buruk, sedang, baik" in found.saran


def test_zero_target_where_more_is_better_has_no_achievement_in_either_language(
    katalog: Katalog,
) -> None:
    result = _index(katalog).compute({"nilai_rilis": 79}, target=0)
    assert result.capaian is None
    (found,) = (one for one in result.temuan if one.kode == "IKU453")
    assert "Target nol" in found.message("id")
    assert "A target of zero" in found.message("en")
    assert "A target of zero" in result.explain("en")


def test_range_under_a_method_without_ranges_is_told_as_that(katalog: Katalog) -> None:
    stable = measured(katalog.tables, capaian="stabilkan", polaritas="stabilkan")
    result = stable.compute({"x": 5}, target="4-6")
    assert (result.capaian, result.tercapai) == (None, True)
    assert stable.compute({"x": 3}, target="4-6").tercapai is False
    assert stable.compute({"x": 7}, target="4-6").tercapai is False
    assert "rentang" in (result.achievement.reason or "" if result.achievement else "")
    assert "range" in (result.as_dict("en")["alasan_capaian"] or "")
    assert "range" in result.temuan[0].message("en")


@pytest.mark.parametrize(("value", "reached"), [(4, False), (5, True), (6, False)])
def test_stable_measure_reaches_its_target_exactly(
    katalog: Katalog, value: int, reached: bool
) -> None:
    stable = measured(katalog.tables, capaian="stabilkan", polaritas="stabilkan")
    assert stable.compute({"x": value}, target=5).tercapai is reached


@pytest.mark.parametrize(
    ("target", "value", "achievement", "reached"),
    [("10", 8, "120.00", True), ("≤ 10", 12, "80.00", False), ("7-8", 9, "87.50", False)],
)
def test_lower_is_better_is_judged_the_other_way_round(
    katalog: Katalog, target: str, value: int, achievement: str, reached: bool
) -> None:
    lower = measured(katalog.tables, capaian="minimalkan", polaritas="minimalkan")
    result = lower.compute({"x": value}, target=target)
    assert (str(result.capaian), result.tercapai) == (achievement, reached)


def test_exact_achievement_is_kept(katalog: Katalog) -> None:
    result = _index(katalog).compute({"nilai_rilis": "71,27"}, target=72)
    assert result.achievement is not None
    assert result.achievement.exact == Fraction(7127, 72)


@pytest.mark.parametrize(
    ("polarity", "reached"),
    [
        ("maksimalkan", [False, True, True]),
        ("minimalkan", [True, True, False]),
        ("stabilkan", [False, True, False]),
    ],
)
def test_class_target_is_reached_as_the_direction_of_the_measure_says(
    katalog: Katalog, polarity: str, reached: list[bool]
) -> None:
    scale = _index(katalog).kategori
    measure = measured(katalog.tables, capaian=polarity, polaritas=polarity, kategori=scale)
    below, within, above = (
        measure.compute({"x": value}, target="sedang") for value in (50, 70, 90)
    )
    assert [below.kategori, within.kategori, above.kategori] == ["buruk", "sedang", "baik"]
    assert [result.tercapai for result in (below, within, above)] == reached
    for result in (below, within, above):
        assert (result.capaian, result.metode_capaian) == (None, polarity)


def test_class_target_of_a_measure_without_classes_is_neither_reached_nor_missed(
    katalog: Katalog,
) -> None:
    result = measured(katalog.tables).compute({"x": 50}, target="sedang")
    assert (result.capaian, result.tercapai) == (None, None)


@pytest.mark.parametrize(("level", "reached"), [("provinsi", True), ("kota", False)])
def test_a_class_as_target_is_that_of_the_level(
    katalog: Katalog, level: AdminLevel, *, reached: bool
) -> None:
    # "Rendah" ends at 21.70 for a province, and at 13.47 for a city.
    result = katalog["KBP-POL-05"].compute({"nilai_rilis": "20"}, target="Rendah", tingkat=level)
    assert result.as_dict()["tercapai"] is reached
