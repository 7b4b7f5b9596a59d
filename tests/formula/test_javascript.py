"""Formulas as JavaScript: readable calls of the runtime. What they mean is held by slow tests."""

from __future__ import annotations

import json
import re
from fractions import Fraction

import pytest
from hypothesis import given

from kesbang_iku.formula import Function, parse
from kesbang_iku.formula.calls import to_javascript
from kesbang_iku.formula.tree import BinaryOperator, Expression, Name, Number, UnaryOperator
from tests import strategies

CALL = re.compile(r"f\.([a-zA-Z]+)\(")


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("a / b", 'f.divide(f.variable("a"), f.variable("b"))'),
        ("0.327 * x", 'f.multiply(f.number("327/1000"), f.variable("x"))'),
        ("-akar(a)", 'f.negate(f.squareRoot(f.variable("a")))'),
        ("bulat(a, 2)", 'f.round(f.variable("a"), 2)'),
        ("isi(sebelumnya(x), 1)", 'f.fill(f.previous("x"), f.number("1"))'),
        ("bukan a > 1", 'f.not(f.greater(f.variable("a"), f.number("1")))'),
    ],
)
def test_a_formula_is_calls(formula: str, code: str) -> None:
    assert to_javascript(parse(formula)) == f"(f) => {code}"


def test_a_constant_of_a_program_stays_exact() -> None:
    assert to_javascript(Number(Fraction(1, 3))) == '(f) => f.number("1/3")'


def test_a_name_is_never_code() -> None:
    name = '"); alert(1); ("'
    assert to_javascript(Name(name)) == f"(f) => f.variable({json.dumps(name)})"


@given(strategies.trees(roots=True) | strategies.conditions())
def test_every_formula_calls_only_the_runtime(tree: Expression) -> None:
    rest = re.sub(r'"[^"]*"', "", to_javascript(tree).removeprefix("(f) => "))
    assert re.sub(r"[0-9(), ]", "", CALL.sub("", rest)) == ""


def test_every_operator_and_function_has_its_call() -> None:
    signs = {
        *(f"a {one.value} b" for one in BinaryOperator if one.value not in {"dan", "atau"}),
        *(f"a > 1 {one} b > 1" for one in ("dan", "atau")),
        *("-a" if one is UnaryOperator.NEGATE else f"{one.value} a > 1" for one in UnaryOperator),
        *(f"{one.value}({_arguments(one)})" for one in Function),
    }
    called = {name for sign in signs for name in CALL.findall(to_javascript(parse(sign)))}
    assert len(called - {"number", "variable"}) == len(signs)


def _arguments(function: Function) -> str:
    several = {Function.IF: "a > 1, a, b", Function.FILL: "a, b", Function.ROUND: "a, 2"}
    return several.get(function, "a")
