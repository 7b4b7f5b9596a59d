"""The formula language: text, tree, meaning.

Text is parsed once into a tree; the tree is the only definition of a formula, and everything else
(its exact value, its sentence, its LaTeX) is a translation of it. The room knows no indicator. The
translations for people and the checks of a formula are loaded when they are first used: validating
a report needs none.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from kesbang_iku._later import later
from kesbang_iku.formula.errors import FormulaError as FormulaError
from kesbang_iku.formula.exact import Evaluator as Evaluator
from kesbang_iku.formula.exact import Input as Input
from kesbang_iku.formula.exact import Value as Value
from kesbang_iku.formula.exact import Values as Values
from kesbang_iku.formula.exact import compile_exact as compile_exact
from kesbang_iku.formula.exact import evaluate as evaluate
from kesbang_iku.formula.functions import Function as Function
from kesbang_iku.formula.outcomes import Missing as Missing
from kesbang_iku.formula.outcomes import Outcome as Outcome
from kesbang_iku.formula.outcomes import Undefined as Undefined
from kesbang_iku.formula.parser import is_condition as is_condition
from kesbang_iku.formula.parser import parse as parse
from kesbang_iku.formula.roots import Exact as Exact
from kesbang_iku.formula.roots import Root as Root
from kesbang_iku.formula.roots import RootLimitError as RootLimitError
from kesbang_iku.formula.roots import compare as compare
from kesbang_iku.formula.roots import geometric_mean as geometric_mean
from kesbang_iku.formula.roots import nth_root as nth_root
from kesbang_iku.formula.roots import square_root as square_root
from kesbang_iku.formula.rounding import fraction_of as fraction_of
from kesbang_iku.formula.rounding import round_half_up as round_half_up
from kesbang_iku.formula.rounding import rounded_steps as rounded_steps
from kesbang_iku.formula.tree import Binary as Binary
from kesbang_iku.formula.tree import BinaryOperator as BinaryOperator
from kesbang_iku.formula.tree import Call as Call
from kesbang_iku.formula.tree import Expression as Expression
from kesbang_iku.formula.tree import Name as Name
from kesbang_iku.formula.tree import Number as Number
from kesbang_iku.formula.tree import Span as Span
from kesbang_iku.formula.tree import Unary as Unary
from kesbang_iku.formula.tree import UnaryOperator as UnaryOperator
from kesbang_iku.formula.tree import operands as operands
from kesbang_iku.formula.tree import variables as variables
from kesbang_iku.formula.tree import walk as walk

if TYPE_CHECKING:
    from kesbang_iku.formula.checking import Declaration as Declaration
    from kesbang_iku.formula.checking import check as check
    from kesbang_iku.formula.checking import result_interval as result_interval
    from kesbang_iku.formula.checking import weights as weights
    from kesbang_iku.formula.equality import Equality as Equality
    from kesbang_iku.formula.equality import Witness as Witness
    from kesbang_iku.formula.equality import decide_equality as decide_equality
    from kesbang_iku.formula.equality import equal as equal
    from kesbang_iku.formula.equality import unproven as unproven
    from kesbang_iku.formula.explain import Step as Step
    from kesbang_iku.formula.explain import trace as trace
    from kesbang_iku.formula.explain import value_text as value_text
    from kesbang_iku.formula.interval import Interval as Interval
    from kesbang_iku.formula.latex import to_latex as to_latex
    from kesbang_iku.formula.source import to_source as to_source
    from kesbang_iku.formula.text import to_text as to_text
    from kesbang_iku.formula.units import Unit as Unit

_LATER = {
    "checking": "Declaration check result_interval weights",
    "equality": "Equality Witness decide_equality equal unproven",
    "explain": "Step trace value_text",
    "interval": "Interval",
    "latex": "to_latex",
    "source": "to_source",
    "text": "to_text",
    "units": "Unit",
}
"""The modules of the names that are loaded when they are first used (10 ms of a start)."""

__getattr__: Callable[[str], object] = later(__name__, _LATER)
