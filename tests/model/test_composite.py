"""Composites: the formula they stand for, their weights, and what is left without some parts."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.formula import evaluate, parse, variables, weights
from kesbang_iku.model.definition import Composite

NAMES = "abcdef"


def made(**content: Any) -> Composite:  # noqa: ANN401 - what stands in a file
    return Composite.model_validate({"metode": "aritmetika", "kedudukan": "usulan", **content})


def group(**content: Any) -> dict[str, Any]:  # noqa: ANN401 - what stands in a file
    return {"metode": "aritmetika", "kedudukan": "usulan", **content}


@pytest.mark.parametrize(
    ("composite", "formula"),
    [
        (made(bobot={"a": "0.25", "b": "0.75"}), "0.25 * a + 0.75 * b"),
        (made(bobot={"a": "1/3", "b": "2/3"}), "1 / 3 * a + 2 / 3 * b"),
        (made(anggota=["a", "b"]), "rata_rata(a, b)"),
        (made(metode="geometrik", anggota=["a", "b"]), "rata_rata_geometrik(a, b)"),
        (
            made(bobot={"a": "0.5", "g": "0.5"}, kelompok={"g": group(bobot={"b": 1})}),
            "0.5 * a + 0.5 * (1 * b)",
        ),
        (
            made(anggota=["a", "g"], kelompok={"g": group(bobot={"b": "0.4", "c": "0.6"})}),
            "rata_rata(a, 0.4 * b + 0.6 * c)",
        ),
        (
            made(bobot={"g": 1}, kelompok={"g": group(metode="geometrik", anggota=["b", "c"])}),
            "1 * rata_rata_geometrik(b, c)",
        ),
    ],
)
def test_a_composite_stands_for_its_formula(composite: Composite, formula: str) -> None:
    assert composite.formula == formula
    parse(formula)


def test_weights_multiply_through_the_levels() -> None:
    composite = made(
        bobot={"a": "0.4", "g": "0.6"}, kelompok={"g": group(bobot={"a": "0.5", "b": "0.5"})}
    )
    assert composite.leaf_weights == {"a": Fraction(7, 10), "b": Fraction(3, 10)}


def test_without_a_threshold_nothing_may_be_missing() -> None:
    assert made(bobot={"a": "0.9", "b": "0.1"}).without({"b"}) is None


def test_the_threshold_itself_is_enough() -> None:
    composite = made(bobot={"a": "0.6", "b": "0.4"}, ambang="0.6")
    reduced = composite.without({"b"})
    assert reduced is not None
    assert reduced.formula == "1 * a"
    assert composite.without({"a"}) is None


def test_where_all_weigh_the_same_the_threshold_counts_members() -> None:
    composite = made(metode="geometrik", anggota=list("abc"), ambang="2/3")
    reduced = composite.without({"b"})
    assert reduced is not None
    assert reduced.formula == "rata_rata_geometrik(a, c)"
    assert composite.without({"a", "b"}) is None


def test_a_group_below_its_threshold_is_missing_one_level_up() -> None:
    inner = group(bobot={"b": "0.5", "c": "0.5"})
    content = {"bobot": {"a": "0.7", "g": "0.3"}, "kelompok": {"g": inner}}
    assert made(**content).without({"b"}) is None
    reduced = made(**content, ambang="0.5").without({"b"})
    assert reduced is not None
    assert reduced.formula == "1 * a"
    assert reduced.kelompok == {}


def test_a_group_with_a_threshold_of_its_own_stays_whole_one_level_up() -> None:
    inner = group(bobot={"b": "0.5", "c": "0.5"}, ambang="0.5")
    reduced = made(bobot={"a": "0.7", "g": "0.3"}, kelompok={"g": inner}).without({"b"})
    assert reduced is not None
    assert reduced.formula == "0.7 * a + 0.3 * (1 * c)"


@st.composite
def composites(draw: st.DrawFn, *, threshold: bool) -> Composite:
    """Weighted composites of six variables, with one group of three."""

    def level(names: str, **more: object) -> dict[str, Any]:
        parts = draw(st.lists(st.integers(1, 99), min_size=len(names), max_size=len(names)))
        total = sum(parts)
        ambang = {"ambang": f"{draw(st.integers(1, 10))}/10"} if threshold else {}
        bobot = {name: f"{part}/{total}" for name, part in zip(names, parts, strict=True)}
        return group(bobot=bobot, **ambang, **more)

    return Composite.model_validate(level("abcg", kelompok={"g": level("def")}))


@settings(max_examples=50, deadline=None)
@given(composites(threshold=True))
def test_with_full_data_nothing_changes(composite: Composite) -> None:
    assert composite.without(()) is composite


@settings(max_examples=50, deadline=None)
@given(composites(threshold=False), st.sets(st.sampled_from(NAMES), min_size=1))
def test_without_any_threshold_nothing_is_ever_left_out(
    composite: Composite, missing: set[str]
) -> None:
    assert composite.without(missing) is None


@settings(max_examples=100, deadline=None)
@given(
    composites(threshold=True),
    st.sets(st.sampled_from(NAMES)),
    st.integers(0, 100),
)
def test_what_is_left_keeps_the_scale_and_asks_for_nothing_missing(
    composite: Composite, missing: set[str], number: int
) -> None:
    reduced = composite.without(missing)
    if reduced is None:
        assert composite.ambang is not None
        return
    tree = parse(reduced.formula)
    assert not missing & set(variables(tree))
    assert sum((weights(tree) or {}).values()) == 1
    assert evaluate(tree, dict.fromkeys(NAMES, number)) == number
