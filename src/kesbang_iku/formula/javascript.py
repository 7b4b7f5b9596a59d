"""A formula as JavaScript, exact: calls of a runtime that computes as the exact engine does.

The translation knows what a formula is made of, and nothing else. What a call means stands in the
runtime (``publish/javascript/parts``), and tests hold both to the same values.
"""

from __future__ import annotations

import json
from typing import assert_never

from kesbang_iku.formula.functions import Function, Takes
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Name,
    Number,
    Unary,
    UnaryOperator,
)


def to_javascript(tree: Expression) -> str:
    """Return ``tree`` as an arrow function of the runtime's ``formula``.

    ``a / b`` is ``(f) => f.divide(f.variable("a"), f.variable("b"))``. Numbers stand in it as
    text, so that no program rounds them; names are quoted, so that none is ever taken for code.
    """
    return f"(f) => {_written(tree)}"


def _name(member: UnaryOperator | BinaryOperator | Function) -> str:
    """Return what the runtime calls an operator or a function: ``lessEqual`` for ``LESS_EQUAL``."""
    own = member.row.javascript if isinstance(member, Function) else None
    first, *others = member.name.lower().split("_")
    return own or first + "".join(map(str.capitalize, others))


def _written(tree: Expression) -> str:
    match tree:
        case Number(value=value):
            return _call("number", json.dumps(str(value)))
        case Name(name=name):
            return _call("variable", json.dumps(name))
        case Unary(operator=operator, operand=operand):
            return _call(_name(operator), _written(operand))
        case Binary(operator=operator, left=left, right=right):
            return _call(_name(operator), _written(left), _written(right))
        case Call(function=function, arguments=arguments):
            takes = function.row.of(len(arguments))
            return _call(_name(function), *map(_argument, takes, arguments))
        case _:
            assert_never(tree)


def _argument(takes: Takes, tree: Expression) -> str:
    match takes, tree:
        case Takes.NAME, Name(name=name):
            return json.dumps(name)
        case Takes.DECIMALS, Number(value=decimals):
            return str(int(decimals))
        case _:
            return _written(tree)


def _call(name: str, *arguments: str) -> str:
    return f"f.{name}({', '.join(arguments)})"
