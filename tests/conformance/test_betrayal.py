"""Which habit a wrong answer betrays."""

from __future__ import annotations

from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Any

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.conformance.betrayal import betrayed
from kesbang_iku.conformance.cases import Case, agrees, cases_of

CATALOG = load_catalog()
CASES = cases_of(CATALOG, ("angka", "capaian", "periode"))

Answer = Callable[[dict[str, Any]], "str | None"]


def _plain(asked: dict[str, Any]) -> Fraction:
    """Realised over target: what most public code does."""
    return Fraction(asked["realisasi"]) / Fraction(asked["target"]) * 100


def _two(value: Fraction) -> str:
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.2f}"


HABITS: list[tuple[str, str, Answer]] = [
    ("tanpa melihat arahnya", "minimalkan", lambda asked: _two(_plain(asked))),
    (
        "target dibagi realisasi",
        "minimalkan",
        lambda asked: _two(Fraction(asked["target"]) / Fraction(asked["realisasi"]) * 100),
    ),
    ("dibatasi pada angka bulat", "maksimalkan", lambda _asked: "100"),
    ("target nol selalu 100 persen", "stabilkan", lambda _asked: "100"),
]
"""What public code does, in words of the register, the method it is wrong for, and how."""


def _wrong(kind: str, method: str, answer: Answer) -> list[tuple[Case, str]]:
    """Return the cases of a method that an answer is given to wrongly, with it."""
    found = []
    for case in CASES:
        asked = dict(case.tanya)
        if case.jenis != kind or asked["metode"]["metode"] != method:
            continue
        if not isinstance(asked["target"], str):
            continue
        try:
            given = answer(asked)
        except ZeroDivisionError:
            continue
        if given is not None and not agrees(case, {"capaian": given}):
            found.append((case, given))
    return found


@pytest.mark.parametrize(("label", "method", "answer"), HABITS)
def test_a_habit_of_public_code_is_named(label: str, method: str, answer: Answer) -> None:
    wrong = _wrong("capaian", method, answer)
    said = [betrayed(case, {"capaian": given}, CATALOG) for case, given in wrong]
    assert wrong
    assert any(label in one.id for habits in said for one in habits)


@pytest.mark.parametrize(
    ("label", "rounded"),
    [
        ("dipotong", lambda exact, places: f"{int(exact * 10**places)}e-{places}"),
        (
            "ke angka genap",
            lambda exact, places: str(
                (Decimal(exact.numerator) / exact.denominator).quantize(
                    Decimal(1).scaleb(-places), ROUND_HALF_EVEN
                )
            ),
        ),
        ("pecahan biner", lambda exact, places: f"{float(exact):.{places}f}"),
    ],
)
def test_a_way_to_round_is_named(label: str, rounded: Callable[[Fraction, int], str]) -> None:
    said = []
    for case in CASES:
        if case.jenis == "bulat":
            exact, places = Fraction(case.tanya["angka"]), case.tanya["desimal"]
            given = f"{Decimal(rounded(exact, places)):.{places}f}"
            if given != case.hasil["terbit"]:
                said.append(betrayed(case, {"terbit": given}, CATALOG))
    assert said
    explained = [any(label in one.id for one in habits) for habits in said]
    rewritten = [habits[0].id.startswith("angkanya sama") for habits in said]
    assert any(explained)
    assert all(map(max, explained, rewritten))


@pytest.mark.parametrize(
    ("given", "label"),
    [("81.25", None), ("100.00", "terakhir"), ("62.50", "rata-rata"), ("75", "angkanya sama")],
)
def test_a_way_to_make_a_year_is_named(given: str, label: str | None) -> None:
    case = next(one for one in CASES if one.jenis == "periode")
    found = betrayed(case, {"nilai": given}, CATALOG)
    assert bool(found) == (label is not None)
    assert label is None or label in found[0].id


def test_a_number_for_nothing_is_named() -> None:
    case = next(one for one in CASES if one.jenis == "periode" and one.hasil["nilai"] is None)
    found = betrayed(case, {"nilai": "0.00"}, CATALOG)
    assert "tidak ada atau tidak terdefinisi" in found[0].id
