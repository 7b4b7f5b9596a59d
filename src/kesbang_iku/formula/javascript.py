"""A formula as JavaScript, exact: calls of a runtime that computes as the exact engine does.

The translation knows what a formula is made of, and nothing else. What a call means stands in the
runtime (``publish/javascript/parts``), and tests hold both to the same values.
"""

from __future__ import annotations

import json

from kesbang_iku.formula.calls import Calls, to_calls
from kesbang_iku.formula.tree import Expression


def to_javascript(tree: Expression) -> str:
    """Return ``tree`` as an arrow function of the runtime's ``formula``.

    ``a / b`` is ``(f) => f.divide(f.variable("a"), f.variable("b"))``. Numbers stand in it as
    text, so that no program rounds them; names are quoted, so that none is ever taken for code.
    """
    return f"(f) => {_written(to_calls(tree))}"


def _written(call: Calls) -> str:
    name, *arguments = call
    return f"f.{name}({', '.join(map(_argument, arguments))})"


def _argument(argument: str | int | Calls) -> str:
    return _written(argument) if isinstance(argument, list) else json.dumps(argument)
