"""The canonical text of a tree, in the formula language itself."""

from fractions import Fraction
from typing import Final

from kesbang_iku.findings import decimal_text
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.parser import BINDING_POWER, COMPARISONS, NEGATE_POWER, NOT_POWER

_PRIMARY_POWER: Final = NEGATE_POWER + 1


def to_source(tree: nodes.Expression) -> str:
    """Return ``tree`` as text, with one space around operators and no parenthesis too many.

    ``parse(to_source(tree)) == tree`` for every tree that ``parse`` returns. A constant that no
    decimal number can express, which only a program can put into a tree, is written as a quotient
    in parentheses.
    """
    return _written(tree)[0]


def number_source(value: Fraction) -> str:
    """Return a constant as the language writes it: ``0.327``, ``5``, or ``(1 / 3)``."""
    decimal = decimal_text(value)
    if decimal is None:
        return f"({value.numerator} / {value.denominator})"
    return f"({decimal})" if value < 0 else decimal


def _written(tree: nodes.Expression) -> tuple[str, int]:
    """Return the text of ``tree`` and how tightly its outermost operator binds."""
    match tree:
        case nodes.Number(value=value):
            return number_source(value), _PRIMARY_POWER
        case nodes.Name(name=name):
            return name, _PRIMARY_POWER
        case nodes.Unary(operator=nodes.UnaryOperator.NEGATE, operand=operand):
            return f"-{_enclosed(operand, NEGATE_POWER)}", NEGATE_POWER
        case nodes.Unary(operand=operand):
            return f"bukan {_enclosed(operand, NOT_POWER)}", NOT_POWER
        case nodes.Binary(operator=operator, left=left, right=right):
            power = BINDING_POWER[operator]
            # Operators of one level group to the left; comparisons do not group at all.
            left_power = power + 1 if operator in COMPARISONS else power
            text = f"{_enclosed(left, left_power)} {operator.value} {_enclosed(right, power + 1)}"
            return text, power
        case nodes.Call(function=function, arguments=arguments):
            inside = ", ".join(_written(argument)[0] for argument in arguments)
            return f"{function.value}({inside})", _PRIMARY_POWER


def _enclosed(tree: nodes.Expression, minimum: int) -> str:
    text, power = _written(tree)
    return text if power >= minimum else f"({text})"
