"""The formula language: text, tree, meaning.

Text is parsed once into a tree; the tree is the only definition of a formula, and everything else
(its exact value, its sentence, its LaTeX) is a translation of it. The room knows no indicator. The
translations for people and the checks of a formula are loaded when they are first used: validating
a report needs none.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kesbang_iku.formula.errors import FormulaError
from kesbang_iku.formula.exact import (
    Evaluator,
    Input,
    Value,
    Values,
    compile_exact,
    evaluate,
)
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.outcomes import Missing, Outcome, Undefined
from kesbang_iku.formula.parser import is_condition, parse
from kesbang_iku.formula.roots import (
    Exact,
    Root,
    RootLimitError,
    compare,
    geometric_mean,
    nth_root,
    square_root,
)
from kesbang_iku.formula.rounding import fraction_of, round_half_up, rounded_steps
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Name,
    Number,
    Span,
    Unary,
    UnaryOperator,
    operands,
    variables,
    walk,
)

if TYPE_CHECKING:
    from kesbang_iku.formula.checking import Declaration, check, result_interval, weights
    from kesbang_iku.formula.equality import equal
    from kesbang_iku.formula.explain import Step, trace, value_text
    from kesbang_iku.formula.interval import Interval
    from kesbang_iku.formula.latex import to_latex
    from kesbang_iku.formula.source import to_source
    from kesbang_iku.formula.text import to_text
    from kesbang_iku.formula.units import Unit

_LATER = {
    "Declaration": "checking",
    "Interval": "interval",
    "Step": "explain",
    "Unit": "units",
    "check": "checking",
    "equal": "equality",
    "result_interval": "checking",
    "to_latex": "latex",
    "to_source": "source",
    "to_text": "text",
    "trace": "explain",
    "value_text": "explain",
    "weights": "checking",
}
"""The modules of the names that are loaded when they are first used (10 ms of a start)."""

__all__ = [
    "Binary",
    "BinaryOperator",
    "Call",
    "Declaration",
    "Evaluator",
    "Exact",
    "Expression",
    "FormulaError",
    "Function",
    "Input",
    "Interval",
    "Missing",
    "Name",
    "Number",
    "Outcome",
    "Root",
    "RootLimitError",
    "Span",
    "Step",
    "Unary",
    "UnaryOperator",
    "Undefined",
    "Unit",
    "Value",
    "Values",
    "check",
    "compare",
    "compile_exact",
    "equal",
    "evaluate",
    "fraction_of",
    "geometric_mean",
    "is_condition",
    "nth_root",
    "operands",
    "parse",
    "result_interval",
    "round_half_up",
    "rounded_steps",
    "square_root",
    "to_latex",
    "to_source",
    "to_text",
    "trace",
    "value_text",
    "variables",
    "walk",
    "weights",
]


def __getattr__(name: str) -> object:
    """Load a name when it is first used (PEP 562)."""
    if name not in _LATER:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    value: object = getattr(import_module(f"{__name__}.{_LATER[name]}"), name)
    globals()[name] = value
    return value
