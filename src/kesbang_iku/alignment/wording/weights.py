"""The weights of a sum that was read: whether they are all there, and what they add up to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kesbang_iku.formula import Binary, BinaryOperator, Call, Expression, Number

_FULL: Final = 100
_NEAR: Final = 10


def doubtful_sum(tree: Expression) -> Fraction | None:
    """Return what the weights in ``tree`` add up to, where that is neither 1 nor 100 percent.

    Nothing for a tree without weights, and for coefficients that are no weights.
    """
    for found in _sums(tree):
        weights = [_weight(term) for term in found]
        known = [weight for weight in weights if weight is not None]
        if len(known) < 2:  # noqa: PLR2004 - one coefficient alone is no weighting
            continue
        total = sum(known, Fraction(0))
        small = all(weight < 1 for weight in known)
        near = abs(total - _FULL) <= _NEAR
        if small and (total != 1 or len(known) < len(weights)):
            return total
        if not small and near and total != _FULL:
            return total
    return None


def _sums(tree: Expression) -> Iterator[list[Expression]]:
    match tree:
        case Binary(operator=BinaryOperator.ADD):
            terms = _terms(tree)
            yield terms
            for term in terms:
                yield from _sums(term)
        case Binary(left=left, right=right):
            yield from _sums(left)
            yield from _sums(right)
        case Call(arguments=arguments):
            for argument in arguments:
                yield from _sums(argument)


def _terms(tree: Expression) -> list[Expression]:
    match tree:
        case Binary(operator=BinaryOperator.ADD, left=left, right=right):
            return [*_terms(left), right]
        case _:
            return [tree]


def _weight(term: Expression) -> Fraction | None:
    match term:
        case Binary(operator=BinaryOperator.MULTIPLY, left=Number(value=value)):
            return value
        case Binary(operator=BinaryOperator.MULTIPLY, right=Number(value=value)) if value != _FULL:
            return value
        case _:
            return None
