"""The cases that programs are asked."""

from __future__ import annotations

import json
from collections import Counter
from fractions import Fraction
from functools import cache

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.conformance.cases import LEVELS, Case, agrees, cases_of

CATALOG = load_catalog()


@cache
def every_case() -> tuple[Case, ...]:
    return tuple(cases_of(CATALOG))


def test_every_level_has_cases_with_names_of_their_own() -> None:
    counted = Counter(case.taraf for case in every_case())
    assert set(counted) == set(LEVELS)
    assert min(counted.values()) >= 8
    assert len({case.id for case in every_case()}) == len(every_case())
    assert [case.taraf for case in every_case()] == sorted(
        (case.taraf for case in every_case()), key=LEVELS.index
    )


def test_what_is_sent_is_json_without_its_outcome() -> None:
    for case in every_case():
        assert json.loads(json.dumps(case.sent)) == case.sent
        assert not {"hasil", "tercetak"} & case.sent.keys()
        assert case.hasil


def test_the_answer_that_is_due_agrees_and_another_does_not() -> None:
    for case in every_case():
        assert agrees(case, {**case.hasil, "lain": 1})
        assert not agrees(case, dict.fromkeys(case.hasil, "lain"))
        assert not agrees(case, {}) or not any(due is not None for due in case.hasil.values())


@pytest.mark.parametrize(
    ("how", "due", "given", "same"),
    [
        ("tepat", "85.00", "85.00", True),
        ("tepat", "85.00", "85", False),
        ("tepat", "85.00", 85.0, False),
        ("bilangan", "17/20", "0.85", True),
        ("bilangan", "17/20", "0.8500001", False),
        ("bilangan", "17/20", 0.85, False),
    ],
)
def test_digits_count_where_the_case_says_so(how: str, due: str, given: object, same: bool) -> None:
    case = Case("x", "rumus", "rumus", {}, {"nilai": due}, how)  # type: ignore[arg-type]
    assert agrees(case, {"nilai": given}) is same


def test_an_achievement_is_asked_with_the_method_for_the_form_of_its_target() -> None:
    ranged = [
        case
        for case in every_case()
        if case.jenis == "capaian" and not isinstance(case.tanya["target"], str)
    ]
    assert ranged
    for case in ranged:
        assert "target_min" in case.tanya["metode"]["rumus"]
        low, high = (Fraction(case.tanya["target"][end]) for end in ("min", "maks"))
        assert low <= high
