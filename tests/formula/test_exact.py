from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import product
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import sentences
from kesbang_iku.formula import (
    Binary,
    Call,
    Expression,
    FormulaError,
    Missing,
    Name,
    Number,
    Root,
    Unary,
    Undefined,
    Value,
    compile_exact,
    evaluate,
    nth_root,
    parse,
    square_root,
)
from kesbang_iku.formula.tree import Span
from tests.strategies import NAMES, conditions, rationals, trees

Numbers = Mapping[str, Fraction | None]

# An oracle of its own: plain recursion over fractions. A result is a number, a truth value, a list
# of missing names, or UNDEFINED.
UNDEFINED: Final = "undefined"
Plain = Fraction | bool | list[str] | str


def plain(tree: Expression, values: Numbers, previous: Numbers) -> Plain:
    match tree:
        case Number(value=value):
            return value
        case Name(name=name):
            found = values.get(name)
            return [name] if found is None else found
        case Unary(operator=operator, operand=operand):
            return plain_strict(operator.value, [plain(operand, values, previous)])
        case Binary(operator=operator, left=left, right=right) if operator.value in {"dan", "atau"}:
            sides = [plain(left, values, previous), plain(right, values, previous)]
            decisive = operator.value == "atau"
            return decisive if decisive in sides else plain_strict("junction", sides)
        case Binary(operator=operator, left=left, right=right):
            sides = [plain(left, values, previous), plain(right, values, previous)]
            return plain_strict(f"2{operator.value}", sides)
        case Call(function=function, arguments=arguments):
            return plain_call(function.value, arguments, values, previous)


def plain_call(
    function: str, arguments: tuple[Expression, ...], values: Numbers, previous: Numbers
) -> Plain:
    if function == "sebelumnya":
        name = arguments[0].name if isinstance(arguments[0], Name) else ""
        found = previous.get(name)
        return [f"sebelumnya({name})"] if found is None else found
    if function == "jika":
        rule = plain(arguments[0], values, previous)
        if not isinstance(rule, bool):
            return rule
        return plain(arguments[1 if rule else 2], values, previous)
    results = [plain(argument, values, previous) for argument in arguments]
    if function == "isi":
        return results[1] if isinstance(results[0], list) else results[0]
    return plain_strict(function, results)


def plain_strict(operation: str, operands: list[Plain]) -> Plain:
    missing = [name for operand in operands if isinstance(operand, list) for name in operand]
    if missing:
        return list(dict.fromkeys(missing))
    if UNDEFINED in operands:
        return UNDEFINED
    if operation in {"bukan", "junction"}:
        return not operands[0] if operation == "bukan" else operands[0]
    numbers = [operand for operand in operands if isinstance(operand, Fraction)]
    assert len(numbers) == len(operands)
    return plain_number(operation, numbers)


def plain_number(operation: str, n: list[Fraction]) -> Plain:  # noqa: C901, PLR0911, PLR0912 - a table
    match operation:
        case "-":
            return -n[0]
        case "2+":
            return n[0] + n[1]
        case "2-":
            return n[0] - n[1]
        case "2*":
            return n[0] * n[1]
        case "2/":
            return UNDEFINED if n[1] == 0 else n[0] / n[1]
        case "2<":
            return n[0] < n[1]
        case "2<=":
            return n[0] <= n[1]
        case "2>":
            return n[0] > n[1]
        case "2>=":
            return n[0] >= n[1]
        case "2=":
            return n[0] == n[1]
        case "2!=":
            return n[0] != n[1]
        case "jumlah":
            return sum(n, Fraction(0))
        case "rata_rata":
            return sum(n, Fraction(0)) / len(n)
        case "min":
            return min(n)
        case "maks":
            return max(n)
        case "abs":
            return abs(n[0])
        case "bulat":
            whole, rest = divmod(abs(n[0]) * 10 ** int(n[1]), 1)
            steps = whole + (1 if rest >= Fraction(1, 2) else 0)
            return Fraction(steps if n[0] >= 0 else -steps, 10 ** int(n[1]))
        case _:
            raise AssertionError(operation)


def as_plain(value: Value) -> Plain:
    if isinstance(value, Missing):
        return list(value.names)
    if isinstance(value, Undefined):
        return UNDEFINED
    assert not isinstance(value, Root)
    return value


def environments() -> st.SearchStrategy[dict[str, Fraction | None]]:
    return st.dictionaries(st.sampled_from(NAMES), rationals() | st.none())


@settings(max_examples=150)
@given(trees(roots=False), environments(), environments())
def test_a_formula_means_what_plain_fractions_say(
    tree: Expression, values: Numbers, previous: Numbers
) -> None:
    assert as_plain(evaluate(tree, values, previous)) == plain(tree, values, previous)


@settings(max_examples=100)
@given(conditions(), environments(), environments())
def test_a_rule_means_what_plain_fractions_say(
    tree: Expression, values: Numbers, previous: Numbers
) -> None:
    assert as_plain(evaluate(tree, values, previous)) == plain(tree, values, previous)


@given(trees(roots=True), environments())
def test_no_data_raises(tree: Expression, values: Numbers) -> None:
    assert isinstance(evaluate(tree, values, values), (Fraction, Root, Missing, Undefined))


LAWS: Final = (
    "a + b - (b + a)",
    "a * b - b * a",
    "(a + b) + c - (a + (b + c))",
    "a * (b + c) - (a * b + a * c)",
    "a / b * b - a",
    "--a - a",
    "maks(a, b) + min(a, b) - (a + b)",
    "rata_rata(a, b, c) * 3 - jumlah(a, b, c)",
    "abs(a) * abs(b) - abs(a * b)",
)


@given(rationals(), rationals().filter(bool), rationals())
def test_laws_of_arithmetic_hold_exactly(a: Fraction, b: Fraction, c: Fraction) -> None:
    for meaning in LAWS:
        assert evaluate(meaning, {"a": a, "b": b, "c": c}) == 0, meaning


def test_a_third_times_three_is_one() -> None:
    assert evaluate("1 / 3 * 3", {}) == 1
    assert evaluate("a / 3 * 3 = a", {"a": 1}) is True


def test_a_result_is_a_fraction_in_lowest_terms() -> None:
    value = evaluate("a / b * 100", {"a": 17, "b": 20})
    assert isinstance(value, Fraction)
    assert (value.numerator, value.denominator) == (85, 1)


def test_a_negative_divisor_keeps_the_sign_in_the_numerator() -> None:
    value = evaluate("a / b", {"a": 3, "b": -6})
    assert isinstance(value, Fraction)
    assert (value.numerator, value.denominator) == (-1, 2)
    assert evaluate("1 / (a / b) > 0", {"a": 3, "b": -6}) is False


def test_a_long_product_of_fractions_stays_exact() -> None:
    share = Fraction(12345, 6789)
    text = " * ".join(["a"] * 99) + " / (" + " * ".join(["a"] * 98) + ")"
    assert evaluate(text, {"a": share}) == share
    added = " + ".join(["a", "b", "c"] * 60)
    values = {"a": Fraction(1, 10**9 + 7), "b": Fraction(1, 10**9 + 9), "c": Fraction(1, 3)}
    assert evaluate(added, values) == 60 * sum(values.values())
    subtracted = " - ".join(["a", "b", "c"] * 60)
    assert evaluate(subtracted, values) == 2 * values["a"] - 60 * sum(values.values())


# ------------------------------------------------------------------------------------- outcomes

STATES: Final = {
    "present": ("p", "q"),
    "missing": ("m", "n"),
    "undefined": ("p / z", "akar(-q)"),
}
VALUES: Final = {"p": Fraction(4), "q": Fraction(9), "z": 0, "m": None}
STRICT_BINARY: Final[dict[str, Fraction | bool]] = {
    "{0} + {1}": Fraction(13),
    "{0} - ({1})": Fraction(-5),
    "{0} * {1}": Fraction(36),
    "{0} / ({1})": Fraction(4, 9),
    "{0} < {1}": True,
    "{0} <= {1}": True,
    "{0} > {1}": False,
    "{0} >= {1}": False,
    "{0} = {1}": False,
    "{0} != {1}": True,
    "jumlah({0}, {1})": Fraction(13),
    "rata_rata({0}, {1})": Fraction(13, 2),
    "rata_rata_geometrik({0}, {1})": Fraction(6),
    "min({0}, {1})": Fraction(4),
    "maks({0}, {1})": Fraction(9),
}
STRICT_UNARY: Final[dict[str, Fraction | bool]] = {
    "-({0})": Fraction(-4),
    "abs({0})": Fraction(4),
    "akar({0})": Fraction(2),
    "bulat({0}, 1)": Fraction(4),
    "bukan {0} = 4": False,
    "({0}) * 2": Fraction(8),
    "jumlah({0})": Fraction(4),
}


def strict_result(first: str, second: str, computed: Fraction | bool) -> Value:
    names = [name for state, name in ((first, "m"), (second, "n")) if state == "missing"]
    if names:
        return Missing(tuple(names))
    if first == "undefined":
        return Undefined(sentences.formula.DIVISION_BY_ZERO)
    return Undefined(sentences.formula.ROOT_OF_NEGATIVE) if second == "undefined" else computed


@pytest.mark.parametrize("template", STRICT_BINARY)
@pytest.mark.parametrize(("first", "second"), list(product(STATES, STATES)))
def test_strict_operations_of_two_operands(template: str, first: str, second: str) -> None:
    text = template.format(STATES[first][0], STATES[second][1])
    assert evaluate(text, VALUES) == strict_result(first, second, STRICT_BINARY[template])


@pytest.mark.parametrize("template", STRICT_UNARY)
@pytest.mark.parametrize("state", STATES)
def test_strict_operations_of_one_operand(template: str, state: str) -> None:
    text = template.format(STATES[state][0])
    expected = strict_result(state, "present", STRICT_UNARY[template])
    assert evaluate(text, VALUES) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("p", "q", Fraction(4)),
        ("p", "n", Fraction(4)),
        ("p", "akar(-q)", Fraction(4)),
        ("m", "q", Fraction(9)),
        ("m", "n", Missing(("n",))),
        ("m", "akar(-q)", Undefined(sentences.formula.ROOT_OF_NEGATIVE)),
        ("p / z", "q", Undefined(sentences.formula.DIVISION_BY_ZERO)),
        ("p / z", "n", Undefined(sentences.formula.DIVISION_BY_ZERO)),
        ("p / z", "akar(-q)", Undefined(sentences.formula.DIVISION_BY_ZERO)),
        ("z", "q", Fraction(0)),
    ],
)
def test_filling_replaces_what_is_missing_only(first: str, second: str, expected: Value) -> None:
    assert evaluate(f"isi({first}, {second})", VALUES) == expected


TRUTH: Final[dict[str, tuple[str, Value]]] = {
    "true": ("p = 4", True),
    "false": ("p = 5", False),
    "missing": ("m = 4", Missing(("m",))),
    "undefined": ("p / z = 4", Undefined(sentences.formula.DIVISION_BY_ZERO)),
}


@pytest.mark.parametrize(("first", "second"), list(product(TRUTH, TRUTH)))
def test_connectives_follow_kleene(first: str, second: str) -> None:
    left, right = TRUTH[first], TRUTH[second]
    states = {first, second}
    other = TRUTH["missing" if "missing" in states else "undefined"][1]
    both: Value = False if "false" in states else other if states != {"true"} else True
    either: Value = True if "true" in states else other if states != {"false"} else False
    assert evaluate(f"{left[0]} dan {right[0]}", VALUES) == both
    assert evaluate(f"{left[0]} atau {right[0]}", VALUES) == either


def test_connectives_name_all_that_is_missing() -> None:
    assert evaluate("m = 1 dan n = 1", {}) == Missing(("m", "n"))
    assert evaluate("m = 1 atau n = 1", {}) == Missing(("m", "n"))


@pytest.mark.parametrize("branch", ["q", "n", "p / z"])
@pytest.mark.parametrize("state", TRUTH)
def test_a_choice_looks_at_the_chosen_branch_only(state: str, branch: str) -> None:
    rule, decided = TRUTH[state]
    chosen = evaluate(branch, VALUES) if isinstance(decided, bool) else decided
    yes, no = (branch, "1 / 0 + x") if decided is True else ("1 / 0 + x", branch)
    assert evaluate(f"jika({rule}, {yes}, {no})", VALUES) == chosen


def test_missing_names_come_in_order_and_once() -> None:
    assert evaluate("b / a + b * c + sebelumnya(a) + a", {}) == Missing(
        ("b", "a", "c", "sebelumnya(a)")
    )


def test_missing_goes_before_undefined() -> None:
    assert evaluate("1 / 0 + a", {}) == Missing(("a",))


def test_the_first_undefined_operand_gives_the_reason() -> None:
    assert evaluate("akar(-1) + 1 / 0", {}) == Undefined(sentences.formula.ROOT_OF_NEGATIVE)
    assert evaluate("1 / 0 + akar(-1)", {}) == Undefined(sentences.formula.DIVISION_BY_ZERO)


def test_undefined_knows_the_part_without_a_result() -> None:
    value = evaluate("2 + a / (b - b) * 100", {"a": 1, "b": 1})
    assert isinstance(value, Undefined)
    assert value.span == Span(4, 15)
    value = evaluate("1 + akar(b)", {"b": -4})
    assert isinstance(value, Undefined)
    assert value.span == Span(4, 11)


@pytest.mark.parametrize("text", ["0 / 0", "a / b", "a / (b + 0)", "1 / (akar(2) - akar(2))"])
def test_division_by_zero_is_undefined(text: str) -> None:
    assert evaluate(text, {"a": 5, "b": 0}) == Undefined(sentences.formula.DIVISION_BY_ZERO)


def test_a_geometric_mean_with_a_negative_operand_is_undefined_even_with_zero() -> None:
    text = "rata_rata_geometrik(a, b, c)"
    undefined = Undefined(sentences.formula.GEOMETRIC_MEAN_OF_NEGATIVE)
    assert evaluate(text, {"a": -1, "b": 0, "c": 4}) == undefined
    assert evaluate(text, {"a": -1, "b": -1, "c": 4}) == undefined
    assert evaluate(text, {"a": 7, "b": 0, "c": 4}) == 0
    assert evaluate(text, {"a": 2, "b": 4, "c": 8}) == 4


def test_the_root_of_zero_is_zero() -> None:
    assert evaluate("akar(0)", {}) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bulat(0.5, 0)", "1"),
        ("bulat(-0.5, 0)", "-1"),
        ("bulat(2.5, 0)", "3"),
        ("bulat(1.005, 2)", "1.01"),
        ("bulat(2 / 3, 3)", "0.667"),
        ("bulat(akar(2), 3)", "1.414"),
        ("bulat(-akar(2), 3)", "-1.414"),
        ("bulat(0.4999, 0)", "0"),
    ],
)
def test_rounding_goes_half_away_from_zero(text: str, expected: str) -> None:
    assert evaluate(text, {}) == Fraction(expected)


def test_the_previous_period_is_another_mapping() -> None:
    growth = "(a - sebelumnya(a)) / sebelumnya(a) * 100"
    assert evaluate(growth, {"a": 12}, {"a": 10}) == 20
    assert evaluate(growth, {"a": 12}) == Missing(("sebelumnya(a)",))
    assert evaluate(growth, {"a": 12}, {}) == Missing(("sebelumnya(a)",))
    assert evaluate(growth, {"a": 12}, {"a": None}) == Missing(("sebelumnya(a)",))
    assert evaluate(growth, {}, {"a": 10}) == Missing(("a",))


def test_zero_is_a_value_and_not_missing() -> None:
    assert evaluate("a + 1", {"a": 0}) == 1
    assert evaluate("isi(a, 5)", {"a": 0}) == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *(("sebelumnya(x) + 1", 8), ("1 - sebelumnya(x)", -6), ("sebelumnya(x) * a", 14)),
        *(("a / sebelumnya(x)", Fraction(2, 7)), ("sebelumnya(x) * 3", 21), ("-sebelumnya(x)", -7)),
        *(
            ("abs(sebelumnya(x))", 7),
            ("bulat(sebelumnya(x) / 2, 0)", 4),
            ("maks(a, sebelumnya(x))", 7),
        ),
        *(("jika(1 = 1, sebelumnya(x), 0)", 7), ("jika(1 = 0, 0, sebelumnya(x))", 7)),
        *(("jika(sebelumnya(x) > 6, 1, 0)", 1), ("jika(bukan sebelumnya(x) > 7, 1, 0)", 1)),
        *(("jika(a = 2 dan sebelumnya(x) = 7, 1, 0)", 1),),
        *(("jika(sebelumnya(x) = 7 atau a = 3, 1, 0)", 1),),
        *(("isi(sebelumnya(x), 0)", 7), ("isi(y, sebelumnya(x))", 7)),
        *(("rata_rata_geometrik(sebelumnya(x), 28)", 14),),
    ],
)
def test_the_previous_period_reaches_every_operation(text: str, expected: Fraction) -> None:
    assert evaluate(text, {"a": 2}, {"x": 7}) == expected


def test_irrational_values_pass_through_every_operation() -> None:
    root = square_root(2)
    values = {"r": root, "a": 3}
    assert evaluate("r * r + a", values) == 5
    assert evaluate("r < a dan r > 1 dan r != a dan bukan r = a", values) is True
    assert evaluate("maks(r, 1, r / 2) = r dan min(r, a) = r", values) is True
    assert evaluate("abs(-r) = r", values) is True
    assert evaluate("rata_rata(r, r, r) = r", values) is True
    assert evaluate("sebelumnya(r) / r", values, values) == 1


def test_roots_too_involved_are_undefined() -> None:
    text = "rata_rata_geometrik(1, 1, 1, 1, 1, 1, 2)"
    seventh = evaluate(text, {})
    eleventh = evaluate("rata_rata_geometrik(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2)", {})
    assert isinstance(seventh, Root)
    assert isinstance(eleventh, Root)
    assert evaluate("a + b", {"a": seventh, "b": eleventh}) == Undefined(
        sentences.formula.ROOTS_TOO_INVOLVED
    )
    assert evaluate("a < b", {"a": seventh, "b": eleventh}) is False


@pytest.mark.parametrize(
    "part",
    [
        *("a + b", "a - b", "a * b", "a / b"),
        *("jumlah(a, b)", "rata_rata(a, b)", "rata_rata_geometrik(a, b)"),
    ],
)
def test_what_is_too_involved_is_placed(part: str) -> None:
    values = {"a": nth_root(2, 7), "b": nth_root(2, 11)}
    value = evaluate(f"jika(1 = 1, {part}, 0)", values)
    assert isinstance(value, Undefined)
    assert value == Undefined(sentences.formula.ROOTS_TOO_INVOLVED)
    assert value.span == Span(12, 12 + len(part))


def test_a_comparison_too_involved_to_decide_is_undefined() -> None:
    # The two numbers agree to more than 64 bits, so only their exact difference could tell.
    near = evaluate("rata_rata_geometrik(1, 1, 1, 1, 1, 1, a)", {"a": 1 + Fraction(7, 10**30)})
    other = evaluate(
        "rata_rata_geometrik(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, a)", {"a": 1 + Fraction(11, 10**30)}
    )
    assert isinstance(near, Root)
    assert isinstance(other, Root)
    values = {"a": near, "b": other}
    undecided = evaluate("1 = 1 dan a < b", values)
    assert isinstance(undecided, Undefined)
    assert undecided == Undefined(sentences.formula.ROOTS_TOO_INVOLVED)
    assert undecided.span == Span(10, 15)
    assert evaluate("maks(a, b)", values) == Undefined(sentences.formula.ROOTS_TOO_INVOLVED)


def test_lists_of_many_unlike_fractions_stay_exact() -> None:
    values = {f"x{index}": Fraction(index, 10**12 + index) for index in range(60)}
    arguments = ", ".join(values)
    total = sum(values.values())
    assert evaluate(f"jumlah({arguments})", values) == total
    assert evaluate(f"rata_rata({arguments})", values) == total / 60
    assert evaluate(f"maks({arguments})", values) == values["x59"]
    assert evaluate(f"min({', '.join(reversed(values))})", values) == 0


def test_least_and_greatest_of_rational_and_irrational_operands() -> None:
    values = {"r": square_root(2), "a": 1, "b": 2}
    for arguments in ("r, a, b", "a, r, b", "b, a, r", "b, r, a"):
        assert evaluate(f"min({arguments})", values) == 1
        assert evaluate(f"maks({arguments})", values) == 2
        assert evaluate(f"jumlah({arguments})", values) == 3 + square_root(2)


@pytest.mark.parametrize("value", [1.5, "1", True, 1j])
def test_a_value_of_another_type_is_an_error_of_the_program(value: object) -> None:
    with pytest.raises(TypeError, match=r"^a: "):
        evaluate("a + 1", {"a": value})  # type: ignore[dict-item]  # the point of the test


def test_whole_numbers_of_other_integer_types_are_accepted() -> None:
    class Count(int):
        pass

    assert evaluate("a / b", {"a": Count(3), "b": Count(4)}) == Fraction(3, 4)


def test_evaluating_a_text_that_is_no_formula_raises() -> None:
    with pytest.raises(FormulaError):
        evaluate("a +", {})


def test_a_tree_is_compiled_once_and_reports_its_own_spans() -> None:
    near, far = parse("1 / 0"), parse("   1 / 0")
    assert compile_exact(near) is compile_exact(near)
    assert near == far
    outcome = compile_exact(far)({})
    assert isinstance(outcome, Undefined)
    assert outcome.span == Span(3, 8)
