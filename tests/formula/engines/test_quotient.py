from __future__ import annotations

import math
from collections.abc import Mapping
from fractions import Fraction
from math import isqrt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from kesbang_iku.formula import (
    Expression,
    Missing,
    Undefined,
    evaluate,
    parse,
    rounded_steps,
    variables,
)
from kesbang_iku.formula.engines.arithmetic import DOUBLE, ColumnRange, Need
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError, Published
from tests.formula.engines.numbers import Cell, DoubleRow, Row
from tests.strategies import NAMES, trees

Rows = Mapping[str, int | None]
PLACES = 2


def ranges(rows: Rows) -> dict[str, ColumnRange]:
    found = {}
    for name in NAMES:
        cell = rows.get(name)
        found[name] = ColumnRange(PLACES, abs(cell or 0), (cell or 0) < 0)
    return found


def outcome(published: Published[Cell]) -> Cell | str:
    if published.missing is True:
        return "missing"
    if published.undefined is True:
        return "undefined"
    return published.steps


def expected(tree: Expression, rows: Rows, decimals: int) -> int | str:
    values = {name: None if c is None else Fraction(c, 10**PLACES) for name, c in rows.items()}
    value = evaluate(tree, values)
    if isinstance(value, Missing):
        return "missing"
    if isinstance(value, Undefined):
        return "undefined"
    assert not isinstance(value, bool)
    return rounded_steps(value, decimals)


cells = st.none() | st.integers(-300, 1200) | st.integers(-(10**6), 10**6)
rows_of_cells = st.fixed_dictionaries(dict.fromkeys(NAMES, cells))


@given(trees(roots=False) | trees(roots=True), rows_of_cells, st.integers(0, 4))
def test_a_fold_gives_the_digits_of_the_exact_engine(
    tree: Expression, rows: Rows, decimals: int
) -> None:
    fold = Fold[Cell](Row(rows), ranges(rows))
    try:
        published = fold.published(tree, decimals)
    except NotFoldedError:
        assume(False)
    found = outcome(published)
    assert found == expected(tree, rows, decimals)
    if isinstance(found, int):
        assert abs(found) <= published.bound
        assert found >= 0 or published.negative


@given(trees(roots=False) | trees(roots=True), rows_of_cells, st.integers(0, 4))
def test_doubles_give_the_same_digits_wherever_the_need_is_held(
    tree: Expression, rows: Rows, decimals: int
) -> None:
    fold = Fold[Cell](DoubleRow(rows), ranges(rows))
    try:
        published = fold.published(tree, decimals)
    except NotFoldedError:
        assume(False)
    assume(DOUBLE.holds(fold.need))
    assert outcome(published) == expected(tree, rows, decimals)


@pytest.mark.parametrize(
    ("text", "rows", "decimals", "result"),
    [
        ("a / b * 100", {"a": 1700, "b": 2000}, 2, 8500),
        # A tie goes away from zero, and so does a negative one.
        ("a / b", {"a": 100, "b": 800}, 2, 13),
        ("-a / b", {"a": 100, "b": 800}, 2, -13),
        ("a / (b - c)", {"a": 100, "b": 0, "c": 800}, 2, -13),
        ("a / b", {"a": 100, "b": 0}, 2, "undefined"),
        ("a / b", {"a": None, "b": 0}, 2, "missing"),
        ("a / (1 - 1)", {"a": 100}, 2, "undefined"),
        ("isi(c, a / b)", {"a": 1, "b": 0, "c": 700}, 0, 7),
        ("isi(c, a / b)", {"a": 1, "b": 0, "c": None}, 0, "undefined"),
        ("isi(c, akar(a * b))", {"a": 200, "b": 800, "c": None}, 1, 40),
        ("akar(a) * 2", {"a": 200}, 2, 283),
        ("akar(a - b)", {"a": 100, "b": 200}, 2, "undefined"),
        ("jika(a / b > 1 atau c > 0, 1, 2)", {"a": 1, "b": 0, "c": 100}, 0, 1),
        ("jika(a / b > 1 atau c > 0, 1, 2)", {"a": 1, "b": 0, "c": 0}, 0, "undefined"),
        ("jika(a > 1 dan c > 0, 1, 2)", {"a": None, "c": 0}, 0, 2),
        ("bulat(a / b, 1) * 10", {"a": 100, "b": 800}, 0, 1),
        ("maks(a, b, c)", {"a": 100, "b": 300, "c": 200}, 0, 3),
        ("0 * a", {"a": 100}, 0, 0),
    ],
)
def test_a_formula_gives(text: str, rows: Rows, decimals: int, result: int | str) -> None:
    for engine in (Row, DoubleRow):
        fold = Fold[Cell](engine(rows), ranges(rows))
        assert outcome(fold.published(parse(text), decimals)) == result


@pytest.mark.parametrize(
    "text", ["akar(a) + 1", "sebelumnya(a) + a", "rata_rata_geometrik(a, b, c)", "a * akar(b)"]
)
def test_what_is_no_single_quotient_says_so(text: str) -> None:
    rows = dict.fromkeys(variables(parse(text)), 100)
    with pytest.raises(NotFoldedError):
        Fold[Cell](Row(rows), ranges(rows)).published(parse(text), 2)


def test_the_need_grows_with_the_columns() -> None:
    def need(largest: int) -> Need:
        columns = {name: ColumnRange(0, largest) for name in ("a", "b")}
        fold = Fold[Cell](Row({"a": 1, "b": 1}), columns)
        fold.published(parse("a / b * 100"), 2)
        return fold.need

    population = need(290_000_000)
    assert population.quotient == 2 * 10_000 * 290_000_000 + 3 * 290_000_000
    assert DOUBLE.holds(population)
    # The bound that the proof asks for: shares of counts up to 1.4e11.
    assert DOUBLE.holds(need(1 << 37))
    assert not DOUBLE.holds(need(1 << 38))


# The theorem itself, on rows made to break it: the last numerator below a half, and the half.

BOUND = 52


@given(st.data())
def test_the_theorem_of_quotients_holds_up_to_its_bound(data: st.DataObject) -> None:
    denominator = data.draw(st.integers(1, (1 << BOUND) // 6))
    most = ((1 << BOUND) - 1 - 3 * denominator) // 2
    halves = most // denominator
    step = data.draw(st.integers(max(0, halves - 3), halves) | st.integers(0, halves))
    half = ((2 * step + 1) * denominator + 1) // 2
    numerator = min(most, data.draw(st.sampled_from([half - 1, half, half + 1])))
    rounded = math.floor(float(numerator) / float(denominator) + 0.5)
    assert rounded == (2 * numerator + denominator) // (2 * denominator)


@given(st.data())
def test_the_theorem_of_roots_holds_up_to_its_bound(data: st.DataObject) -> None:
    denominator = data.draw(st.integers(1, (1 << BOUND) // 76))
    most = ((1 << BOUND) - 1 - 38 * denominator) // 26
    roots = isqrt(most // denominator)
    step = data.draw(st.integers(max(0, roots - 3), roots) | st.integers(0, roots))
    half = -(-((2 * step + 1) ** 2 * denominator) // 4)
    numerator = max(0, min(most, data.draw(st.sampled_from([half - 1, half, half + 1]))))
    rounded = math.floor(math.sqrt(float(numerator) / float(denominator)) + 0.5)
    assert rounded == (isqrt(4 * numerator // denominator) + 1) // 2


def test_beyond_the_bound_doubles_do_go_wrong() -> None:
    # Two bits more than the theorem allows: so the bound is no mere caution.
    denominator = (1 << 52) + 1
    wrong = 0
    for step in range(1, 40):
        numerator = ((2 * step + 1) * denominator - 1) // 2
        rounded = math.floor(float(numerator) / float(denominator) + 0.5)
        wrong += rounded != (2 * numerator + denominator) // (2 * denominator)
    assert wrong > 0
