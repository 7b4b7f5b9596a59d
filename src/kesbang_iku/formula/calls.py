"""A formula as nested calls in plain data, which a program of any language can walk.

``a / b`` is ``["divide", ["variable", "a"], ["variable", "b"]]``: first the name of what is done,
then what it is done to. Numbers are texts, so that no program rounds them. What the calls mean
stands in the engines that read them (``publish/javascript/parts``), and tests hold all of them to
the same values.
"""

import json
from typing import assert_never

from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.functions import Function, Takes

Calls = list["str | int | Calls"]
"""The name of a call and its arguments: calls, a text (a number, a name), or a count."""


def to_calls(tree: nodes.Expression) -> Calls:
    """Return ``tree`` as calls: ``["number", text]``, ``["variable", name]``, or what is done."""
    match tree:
        case nodes.Number(value=value):
            return ["number", str(value)]
        case nodes.Name(name=name):
            return ["variable", name]
        case nodes.Unary(operator=operator, operand=operand):
            return [call_name(operator), to_calls(operand)]
        case nodes.Binary(operator=operator, left=left, right=right):
            return [call_name(operator), to_calls(left), to_calls(right)]
        case nodes.Call(function=function, arguments=arguments):
            takes = function.row.of(len(arguments))
            return [call_name(function), *map(_argument, takes, arguments)]
        case _:
            assert_never(tree)


def call_name(member: nodes.UnaryOperator | nodes.BinaryOperator | Function) -> str:
    """Return what calls call an operator or a function: ``lessEqual`` for ``LESS_EQUAL``."""
    own = member.row.javascript if isinstance(member, Function) else None
    first, *others = member.name.lower().split("_")
    return own or first + "".join(map(str.capitalize, others))


def _argument(takes: Takes, tree: nodes.Expression) -> str | int | Calls:
    match takes, tree:
        case Takes.NAME, nodes.Name(name=name):
            return name
        case Takes.DECIMALS, nodes.Number(value=decimals):
            return int(decimals)
        case _:
            return to_calls(tree)


def to_javascript(tree: nodes.Expression) -> str:
    """Return ``tree`` as an arrow function of the runtime's ``formula``.

    ``a / b`` is ``(f) => f.divide(f.variable("a"), f.variable("b"))``. Numbers stand in it as
    text, so that no program rounds them; names are quoted, so that none is ever taken for code.
    """
    return f"(f) => {_written(to_calls(tree))}"


def _written(part: str | int | Calls) -> str:
    if not isinstance(part, list):
        return json.dumps(part)
    name, *arguments = part
    return f"f.{name}({', '.join(map(_written, arguments))})"
