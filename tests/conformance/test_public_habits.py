"""How programs with the habits of public code fare, as the page about conformance prints it."""

from __future__ import annotations

from fractions import Fraction
from math import floor

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.conformance.betrayal import betrayed
from kesbang_iku.conformance.cases import Case, agrees, cases_of
from kesbang_iku.conformance.run import Conformance, Failure
from kesbang_iku.findings import Language
from kesbang_iku.formula import evaluate, round_half_up
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.indicator.habits import load_habits
from kesbang_iku.model.habit import Habit
from tests.tree import ROOT

CATALOG = load_catalog()
CASES = [
    case
    for case in cases_of(CATALOG, ("capaian",))
    if case.jenis == "capaian" and isinstance(case.tanya["target"], str)
]
PAGES: dict[Language, str] = {"id": "docs/kesesuaian.md", "en": "docs/en/conformance.md"}


def _answer(habit: Habit, case: Case) -> str | None:
    """Return what a program answers that is right but for one habit."""
    method = CATALOG.tables.methods[case.tanya["metode"]["metode"]]
    numbers = {name: Fraction(case.tanya[name]) for name in ("realisasi", "target")}
    due: str | None = case.hasil["capaian"]
    used = CATALOG.tables.methods[habit.metode].polaritas if habit.metode else method.polaritas
    if method.polaritas not in (habit.polaritas or (used,)):
        return due
    if habit.caps:
        cap = min(habit.caps)
        return f"{cap}.00" if due is not None and Fraction(due) > cap else due
    if habit.metode is not None:
        found = MethodEngine(CATALOG.tables.methods[habit.metode]).achieve(numbers).published
        return None if found is None else f"{found:f}"
    if habit.rumus is None or (habit.jika and evaluate(habit.jika, numbers) is not True):
        return due
    value = evaluate(habit.rumus, numbers)
    return f"{round_half_up(value, method.desimal):f}" if isinstance(value, Fraction) else None


def _asked(habit: Habit) -> Conformance:
    failures = []
    for case in CASES:
        answer = {"capaian": _answer(habit, case), "predikat": case.hasil.get("predikat")}
        if not agrees(case, answer):
            failures.append(Failure(case, answer, habits=betrayed(case, answer, CATALOG)))
    return Conformance(CASES, failures, "", CATALOG)


def test_a_program_that_computes_in_binary_fractions_is_caught() -> None:
    wrong = []
    for case in CASES:
        if case.tanya["metode"]["metode"] == "maksimalkan" and case.hasil["capaian"] is not None:
            share = float(Fraction(case.tanya["realisasi"])) / float(Fraction(case.tanya["target"]))
            answer = {"capaian": f"{floor(share * 100 * 100 + 0.5) / 100:.2f}"}
            wrong += [] if answer["capaian"] == case.hasil["capaian"] else [case]
    assert [case.hasil["capaian"] for case in wrong] == ["90.58"]


HABITS = [
    habit
    for habit in load_habits().kebiasaan
    if habit.jenis == "capaian" and (habit.metode or habit.rumus or habit.caps)
]


@pytest.mark.parametrize("habit", HABITS, ids=lambda habit: habit.nama)
def test_a_program_with_one_habit_fails_and_the_habit_is_named(habit: Habit) -> None:
    found = _asked(habit)
    told = found.shortest("capaian")
    assert told is not None
    assert found.habit_of(told) == habit.title


@pytest.mark.parametrize("language", PAGES)
def test_the_page_prints_how_they_fare(language: Language) -> None:
    rows = [
        f"| {habit.title.plain(language)} | {len(_asked(habit).failures)} |" for habit in HABITS
    ]
    assert "\n".join(rows) in (ROOT / PAGES[language]).read_text(encoding="utf-8")
    assert str(len(CASES)) in (ROOT / PAGES[language]).read_text(encoding="utf-8")
