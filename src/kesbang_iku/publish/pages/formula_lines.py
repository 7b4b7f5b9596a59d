"""A long sum as lines, one for each of its parts, so that it is read without scrolling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kesbang_iku.findings import Language
from kesbang_iku.formula import to_latex
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.tree import Binary, BinaryOperator, Call, Expression

_FEWEST: Final = 3
"""Parts of a sum that is worth a list."""


def in_lines(tree: Expression, labels: Mapping[str, str], language: Language) -> str:
    """Return ``tree`` as LaTeX; a sum of three parts and more has a line for each of them."""
    first, *others = (to_latex(part, labels, language) for part in _parts(tree))
    if len(others) + 1 < _FEWEST:
        return to_latex(tree, labels, language)
    lines = (first, *(f"+ {part}" for part in others))
    return r"\begin{array}{l}" + r" \\ ".join(lines) + r"\end{array}"


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
