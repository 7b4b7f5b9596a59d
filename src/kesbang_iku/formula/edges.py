"""Where formulas turn: the values at which a comparison tips, a bound bites, a quotient ends.

Two formulas that differ by ``<`` and ``<=`` alone are the same everywhere else, so no number of
points drawn at random tells them apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import Final

from kesbang_iku.formula.exact import Input, Value, compile_exact
from kesbang_iku.formula.parser import COMPARISONS
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Number,
    operands,
    variables,
    walk,
)

BASE: Final = Fraction(1)
"""The value of all other variables while one moves."""


def edge_values(trees: Iterable[Expression]) -> tuple[Fraction, ...]:
    """Return the values at which one of ``trees`` may turn, in ascending order.

    These are the constants in them, and the roots of what is compared, divided by, or chosen from,
    found along each variable while all others are ``BASE``, and along all variables together. A
    root is found where what is compared is linear along that line, as nearly everything in
    indicators is. Formulas that cannot turn, sums and products of their variables, have none.
    """
    known = tuple(trees)
    edges = [edge for tree in known for edge in _edges(tree)]
    if not edges:
        return ()
    constants = {node.value for tree in known for node in walk(tree) if isinstance(node, Number)}
    return tuple(sorted(constants.union(*map(_roots, edges))))


def _edges(tree: Expression) -> Iterator[Expression]:
    """Yield the expressions in ``tree`` whose zeros are where it may turn."""
    for node in walk(tree):
        match node:
            case Binary(operator=BinaryOperator.DIVIDE, right=below) if variables(below):
                yield below
            case Binary(operator=operator, left=left, right=right) if operator in COMPARISONS:
                yield Binary(BinaryOperator.SUBTRACT, left, right)
            case Call(function=function) if function.row.turns == "alike":
                for one, other in combinations(operands(node), 2):
                    yield Binary(BinaryOperator.SUBTRACT, one, other)
            case Call(function=function) if function.row.turns == "zero":
                yield from operands(node)
            case _:
                pass


def _roots(edge: Expression) -> Iterator[Fraction]:
    """Yield where ``edge`` is zero along each line, so far as it is linear there."""
    evaluate, names = compile_exact(edge), variables(edge)
    for moving in (*((name,) for name in names), names):

        def at(value: Fraction, moving: tuple[str, ...] = moving) -> Value:
            point: dict[str, Input] = {**dict.fromkeys(names, BASE), **dict.fromkeys(moving, value)}
            return evaluate(point, point)

        start, end = at(Fraction(0)), at(Fraction(1))
        if isinstance(start, Fraction) and isinstance(end, Fraction) and start != end:
            root = start / (start - end)
            if at(root) == 0:
                yield root
