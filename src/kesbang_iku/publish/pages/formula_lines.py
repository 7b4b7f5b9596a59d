"""A long sum as lines, one for each of its parts, so that it is read without scrolling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kesbang_iku.findings import Language
from kesbang_iku.formula import to_latex
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.tree import Binary, BinaryOperator, Call, Expression, Number

_FEWEST: Final = 3
"""Parts of a sum that is worth a list."""


def in_lines(tree: Expression, labels: Mapping[str, str], language: Language) -> str:
    """Return ``tree`` as LaTeX; a sum of three parts and more has a line for each of them.

    The lines are columns: the sign, the weight, the sign of multiplication, and what is weighed.
    """
    parts = list(_parts(tree))
    if len(parts) < _FEWEST:
        return to_latex(tree, labels, language)
    lines = []
    for number, part in enumerate(parts):
        weight, rest = _weighed(part)
        shown = "" if weight is None else to_latex(weight, labels, language)
        cells = ("+" if number else "", shown, r"\times" if weight else "")
        lines.append(" & ".join((*cells, to_latex(rest, labels, language))))
    return r"\begin{array}{clcl}" + r" \\ ".join(lines) + r"\end{array}"


def _weighed(part: Expression) -> tuple[Expression | None, Expression]:
    """Return the weight of a part of a sum, if it has one, and what is weighed."""
    if isinstance(part, Binary) and part.operator is BinaryOperator.MULTIPLY:
        if isinstance(part.left, Number):
            return part.left, part.right
        if isinstance(part.right, Number):
            return part.right, part.left
    return None, part


def _parts(tree: Expression) -> Iterator[Expression]:
    match tree:
        case Binary(operator=BinaryOperator.ADD, left=left, right=right):
            yield from _parts(left)
            yield from _parts(right)
        case Call(function=Function.SUM, arguments=arguments):
            for argument in arguments:
                yield from _parts(argument)
        case _:
            yield tree
