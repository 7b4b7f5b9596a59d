from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.formula import (
    Expression,
    FormulaError,
    decide_equality,
    equal,
    equality,
    evaluate,
    parse,
    unproven,
    variables,
)
from kesbang_iku.formula.equality import Witness
from kesbang_iku.formula.exact import Input
from kesbang_iku.formula.tree import Binary, Call, Name, Unary
from tests.strategies import trees


def renamed(tree: Expression, names: dict[str, str]) -> Expression:
    match tree:
        case Name(name=name):
            return Name(names[name])
        case Unary(operator=operator, operand=operand):
            return Unary(operator, renamed(operand, names))
        case Binary(operator=operator, left=left, right=right):
            return Binary(operator, renamed(left, names), renamed(right, names))
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(renamed(argument, names) for argument in arguments))
        case _:
            return tree


@pytest.mark.parametrize(
    ("first", "second", "mapping"),
    [
        ("a / b * 100", "100 * selesai / konflik", {"a": "selesai", "b": "konflik"}),
        ("a / b * 100", "b / a * 100", {"a": "b", "b": "a"}),
        ("a / b * 100", "a / (b / 100)", {"a": "a", "b": "b"}),
        ("a * (b + c)", "x * y + x * z", {"a": "x", "b": "y", "c": "z"}),
        (
            "0.327 * k + 0.413 * h + 0.26 * l",
            "(260 * p + 413 * q + 327 * r) / 1000",
            {"k": "r", "h": "q", "l": "p"},
        ),
        ("rata_rata(a, b, c)", "(a + b + c) / 3", {"a": "a", "b": "b", "c": "c"}),
        ("akar(a) * akar(a)", "x * akar(x) / akar(x) + 0 * akar(x)", None),
        ("akar(a / b)", "akar(x) / akar(y)", None),
        ("rata_rata_geometrik(a, a)", "jika(x >= 0, x, akar(x))", {"a": "x"}),
        ("a <= b", "y >= x", {"a": "x", "b": "y"}),
        ("bukan (a < b dan a < c)", "x >= y atau x >= z", {"a": "x", "b": "y", "c": "z"}),
        ("(x - sebelumnya(x)) / sebelumnya(x)", "y / sebelumnya(y) - 1", {"x": "y"}),
        ("maks(a, b)", "jika(x > y, x, y)", {"a": "x", "b": "y"}),
        ("5", "2 + 3", {}),
    ],
)
def test_the_same_function_is_found(
    first: str, second: str, mapping: dict[str, str] | None
) -> None:
    assert equal(first, second) == mapping


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a / b * 100", "a / b"),
        ("a / b", "a / b / c"),
        ("a / b", "a"),
        ("a + b - b", "a"),
        ("a < b", "a <= b"),
        ("a < b", "a - b"),
        ("a - b", "abs(a - b)"),
        ("isi(a, 0) + b", "a + b"),
        ("jika(b = 0, 0, a / b)", "a / b"),
        ("jika(a > 1000, 1, a)", "jika(a > 1001, 1, a)"),
        ("a / (b + 1)", "a / (b + 1.0000000001)"),
        ("x", "sebelumnya(x)"),
        ("2", "3"),
        ("a * b + c * d", "a * b + c + d"),
        ("a + b + c * 1.0001", "a + b + c"),
    ],
)
def test_different_functions_are_told_apart(first: str, second: str) -> None:
    assert equal(first, second) is None


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("jika(x > 5, 1, 0)", "jika(x >= 5, 1, 0)"),
        ("jika(x > 5 dan y > 7, 1, 0)", "jika(x >= 5 dan y > 7, 1, 0)"),
        ("jika(x > 5 dan y < 3, 1, 0)", "jika(x > 5 dan y <= 3, 1, 0)"),
        ("jika(a / b * 100 >= 80, a, 0)", "jika(a / b * 100 > 80, a, 0)"),
        ("jika(a + 2 * b > 7, 1, 0)", "jika(a + 2 * b >= 7, 1, 0)"),
        ("jika(0.4 * a + 0.6 * b > 70, 1, 0)", "jika(0.4 * a + 0.6 * b >= 70, 1, 0)"),
        ("jika(sebelumnya(x) > 5, x, 0)", "jika(sebelumnya(x) >= 5, x, 0)"),
        ("min(100, a / b * 100)", "min(100.0001, a / b * 100)"),
        ("maks(a - 17, 0)", "maks(a - 17, 0.000001)"),
        ("a / (a - 5) * (a - 5)", "a"),
        ("abs(a - 3) / (a - 3) + b", "jika(a > 3, 1, -1) + b"),
    ],
)
def test_formulas_that_differ_at_one_value_alone_are_told_apart(first: str, second: str) -> None:
    assert equal(first, second) is None
    assert equal(second, first) is None
    assert equal(first, first) is not None


_TURNING = st.sampled_from(
    [
        ("jika({left} > {bound}, 1, 0)", "jika({left} >= {bound}, 1, 0)"),
        ("jika({left} < {bound}, -1, {left})", "jika({left} <= {bound}, -1, {left})"),
        ("jika({left} = {bound}, -1, {left})", "{left}"),
        ("{left} / ({left} - {bound}) * ({left} - {bound})", "{left}"),
    ]
)


@settings(max_examples=150)
@given(
    _TURNING,
    st.sampled_from(["a", "b", "a - b", "{k} * a + b", "a / b * {k}", "a * b / {k}"]),
    st.decimals(0, 10_000, places=3),
    st.decimals(1, 1_000, places=2),
)
def test_the_value_at_which_a_formula_turns_is_looked_at_wherever_it_lies(
    forms: tuple[str, str], left: str, bound: Decimal, factor: Decimal
) -> None:
    turning = f"({left.format(k=factor)})"
    # Both hold the same variables, so that they differ in nothing but that one value.
    one, other = (f"{form.format(left=turning, bound=bound)} + 0 * a + 0 * b" for form in forms)
    assert equal(one, other) is None


def test_the_same_name_is_matched_first() -> None:
    assert equal("a + b", "b + a") == {"a": "a", "b": "b"}


def test_the_answer_does_not_change_from_run_to_run() -> None:
    assert (
        equal("a * b + c", "z + y * x")
        == equal("a * b + c", "z + y * x")
        == {
            "a": "y",
            "b": "x",
            "c": "z",
        }
    )


def test_many_symmetric_variables_are_no_obstacle() -> None:
    ours = " + ".join(f"a{index}" for index in range(20))
    theirs = "jumlah(" + ", ".join(f"b{index}" for index in range(20)) + ")"
    mapping = equal(ours, theirs)
    assert mapping is not None
    assert len(set(mapping.values())) == 20


def test_paired_variables_are_assigned_together() -> None:
    ours = "a * b + c * d"
    for p, q, r, s in permutations("wxyz"):
        mapping = equal(ours, f"{p} * {q} + {r} * {s}")
        assert mapping is not None
        assert {mapping["a"], mapping["b"]} in ({p, q}, {r, s})


@settings(max_examples=60)
@given(trees(roots=False), st.data())
def test_a_renamed_formula_is_the_same_function(tree: Expression, data: st.DataObject) -> None:
    names = variables(tree)
    shuffled = data.draw(st.permutations(names))
    mapping = {name: f"v_{other}" for name, other in zip(names, shuffled, strict=True)}
    found = equal(tree, renamed(tree, mapping))
    assert found is not None
    assert set(found) == set(names)
    assert set(found.values()) == set(mapping.values())


def test_the_search_gives_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(equality, "MAXIMUM_TRIALS", 20)
    # Two ways to join 14 variables in rings of products: alike wherever some are not yet assigned.
    one = " + ".join(f"a{index} * a{(index + 1) % 14}" for index in range(14))
    two = " + ".join(
        f"a{7 * half + index} * a{7 * half + (index + 1) % 7}"
        for half in range(2)
        for index in range(7)
    )
    found = decide_equality(one, two)
    assert (found.renaming, found.tried_all) == (None, False)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a / b * 100", "a / (b + 1) * 100"),
        ("a - sebelumnya(a)", "a / b"),
        ("a > 0", "jika(a > 0, 1, 0)"),
        ("100 * (2 * a - b) / b", "a / b * 100"),
        ("a * b", "a + b"),
    ],
)
def test_numbers_show_that_formulas_differ(first: str, second: str) -> None:
    found = decide_equality(first, second)
    assert (found.renaming, found.tried_all) == (None, True)
    witness = found.witness
    assert witness is not None
    gives = evaluate(first, _held(first, witness), _held(first, witness, before=True))
    assert gives == witness.ours
    assert witness.ours != witness.theirs or type(witness.ours) is not type(witness.theirs)
    if witness.level is not None:
        others = evaluate(second, _held(second, witness), _held(second, witness, before=True))
        assert others == witness.theirs


def _held(formula: str, witness: Witness, *, before: bool = False) -> Mapping[str, Input]:
    if witness.level is None:
        return witness.previous if before else witness.values
    level = witness.level_before if before else witness.level
    return dict.fromkeys(variables(parse(formula)), level)


def test_what_differs_in_its_variables_alone_has_no_witness() -> None:
    assert decide_equality("a + b - b", "a") == (None, 0, True, None)


def test_a_witness_is_of_small_whole_numbers_where_such_will_do() -> None:
    witness = decide_equality("100 * (2 * a - b) / b", "a / b * 100").witness
    assert witness is not None
    assert witness.values == {"a": 3, "b": 2}


def test_where_formulas_are_the_same_there_is_no_witness() -> None:
    found = decide_equality("a / b", "100 * x / (y * 100)")
    assert found.renaming == {"a": "x", "b": "y"}
    assert (found.witness, found.tried_all) == (None, True)
    assert found.points > 40


def test_values_too_alike_to_be_told_apart_say_nothing() -> None:
    seventh, eleventh = ", 1" * 6, ", 1" * 10
    sides = (
        f"rata_rata_geometrik(1.0000000000000000000000000007{seventh}) + 0 * x",
        f"rata_rata_geometrik(1.0000000000000000000000000011{eleventh}) + 0 * x",
    )
    assert equal(*sides) == {"x": "x"}


def test_trees_and_texts_are_accepted() -> None:
    assert equal(parse("a"), "b") == {"a": "b"}
    with pytest.raises(FormulaError):
        equal("a", "b +")


@pytest.mark.parametrize(
    ("rule", "number"), [("a > 0", "jika(a > 0, 1, 0)"), ("a = a", "1 + a - a")]
)
def test_a_rule_is_never_the_number_that_counts_it(rule: str, number: str) -> None:
    assert equal(rule, number) is None
    assert equal(number, rule) is None


@pytest.mark.parametrize(
    ("first", "second", "spelt"),
    [
        ("a / b * 100", "rata_rata(x, y) - sebelumnya(x)", ()),
        ("akar(a)", "a", ("akar",)),
        ("jika(abs(a - b) < 0.001, 1, 0)", "jika(a = b, 1, 0)", ("<", "=", "abs", "jika")),
        ("isi(a, b)", "a + b", ("isi",)),
    ],
)
def test_what_equality_does_not_prove_is_named(
    first: str, second: str, spelt: tuple[str, ...]
) -> None:
    assert unproven(first, second) == spelt
    assert unproven(parse(second), first) == spelt
