"""Random formulas and values for the property tests."""

from __future__ import annotations

from fractions import Fraction
from math import prod

from hypothesis import strategies as st

from kesbang_iku.formula.limits import MAXIMUM_DEPTH, MAXIMUM_NODES, MAXIMUM_ROOT_DEGREE
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Function,
    Name,
    Number,
    Unary,
    UnaryOperator,
    operands,
    walk,
)

NAMES = ("a", "b", "c", "konflik", "x_1")
ARITHMETIC = (
    BinaryOperator.ADD,
    BinaryOperator.SUBTRACT,
    BinaryOperator.MULTIPLY,
    BinaryOperator.DIVIDE,
)
COMPARISONS = (
    BinaryOperator.LESS,
    BinaryOperator.LESS_EQUAL,
    BinaryOperator.GREATER,
    BinaryOperator.GREATER_EQUAL,
    BinaryOperator.EQUAL,
    BinaryOperator.NOT_EQUAL,
)
_LEAVES = ("constant", "name")
_KINDS = (*_LEAVES, "arithmetic", "arithmetic", "sign", "call", "call")
VARIADIC = (Function.SUM, Function.MEAN, Function.MIN, Function.MAX)


def constants() -> st.SearchStrategy[Number]:
    """Constants as people write them: whole, or with up to six decimals."""
    digits = st.integers(0, 10**9) | st.integers(0, 12)
    return st.builds(lambda n, places: Number(Fraction(n, 10**places)), digits, st.integers(0, 6))


def rationals() -> st.SearchStrategy[Fraction]:
    """Values of variables, small integers and zero among them."""
    small = st.integers(-3, 12).map(Fraction)
    return small | st.fractions(min_value=-1000, max_value=1000, max_denominator=1000)


def trees(*, roots: bool) -> st.SearchStrategy[Expression]:
    """Formulas that give a number, within the limits; with ``akar`` and the like if ``roots``."""
    return _numbers(roots=roots, budget=4).filter(_fits)


def conditions() -> st.SearchStrategy[Expression]:
    """Rules: formulas that are true or false."""
    return _rules(roots=False, budget=4).filter(_fits)


@st.composite
def _numbers(draw: st.DrawFn, *, roots: bool, budget: int) -> Expression:
    inner = _numbers(roots=roots, budget=budget - 1)
    match draw(st.sampled_from(_KINDS if budget else _LEAVES)):
        case "constant":
            return draw(constants())
        case "name":
            return Name(draw(st.sampled_from(NAMES)))
        case "arithmetic":
            return Binary(draw(st.sampled_from(ARITHMETIC)), draw(inner), draw(inner))
        case "sign":
            return Unary(UnaryOperator.NEGATE, draw(inner))
        case _:
            return draw(_calls(roots=roots, budget=budget))


@st.composite
def _calls(draw: st.DrawFn, *, roots: bool, budget: int) -> Expression:
    inner = _numbers(roots=roots, budget=budget - 1)
    several = (*VARIADIC, Function.GEOMETRIC_MEAN) if roots else VARIADIC
    single = (Function.ABSOLUTE, Function.SQUARE_ROOT) if roots else (Function.ABSOLUTE,)
    others = (Function.IF, Function.FILL, Function.ROUND, Function.PREVIOUS)
    function = draw(st.sampled_from((*several, *single, *others)))
    if function is Function.IF:
        rule = draw(_rules(roots=roots, budget=budget - 1))
        return Call(function, (rule, draw(inner), draw(inner)))
    if function is Function.FILL:
        return Call(function, (draw(inner), draw(inner)))
    if function is Function.ROUND:
        return Call(function, (draw(inner), Number(Fraction(draw(st.integers(0, 12))))))
    if function is Function.PREVIOUS:
        return Call(function, (Name(draw(st.sampled_from(NAMES))),))
    if function in single:
        return Call(function, (draw(inner),))
    return Call(function, tuple(draw(st.lists(inner, min_size=1, max_size=3))))


@st.composite
def _rules(draw: st.DrawFn, *, roots: bool, budget: int) -> Expression:
    kind = draw(st.sampled_from(("comparison", "connective", "not"))) if budget > 1 else ""
    inner = _rules(roots=roots, budget=budget - 1)
    match kind:
        case "connective":
            operator = draw(st.sampled_from((BinaryOperator.AND, BinaryOperator.OR)))
            return Binary(operator, draw(inner), draw(inner))
        case "not":
            return Unary(UnaryOperator.NOT, draw(inner))
        case _:
            number = _numbers(roots=roots, budget=max(budget - 1, 0))
            return Binary(draw(st.sampled_from(COMPARISONS)), draw(number), draw(number))


def _fits(tree: Expression) -> bool:
    nodes = list(walk(tree))
    degrees = (
        2 if node.function is Function.SQUARE_ROOT else len(node.arguments)
        for node in nodes
        if isinstance(node, Call)
        and node.function in {Function.SQUARE_ROOT, Function.GEOMETRIC_MEAN}
    )
    return (
        len(nodes) <= MAXIMUM_NODES
        and prod(degrees) <= MAXIMUM_ROOT_DEGREE
        and _height(tree) <= MAXIMUM_DEPTH
    )


def _height(tree: Expression) -> int:
    return 1 + max(map(_height, operands(tree)), default=0)
