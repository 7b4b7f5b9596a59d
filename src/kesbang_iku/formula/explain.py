"""How a value came about: the operations of a formula, inner to outer, with the numbers put in.

No arithmetic is done here. Every value shown is what the exact engine gives for that part of the
formula, so an explanation cannot differ from the result it explains.
"""

from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, format_number, localized, sentences
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.exact import Value, Values, compile_exact
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.outcomes import Missing, Undefined
from kesbang_iku.formula.parser import BINDING_POWER, COMPARISONS, NEGATE_POWER, NOT_POWER
from kesbang_iku.formula.roots import Exact, Root
from kesbang_iku.formula.rounding import round_half_up
from kesbang_iku.formula.source import to_source

_NOT_NEEDED: Final = "…"

_LONGEST_DECIMAL: Final = 12
"""Decimals up to which an exact number is written out; a longer one is shown as a fraction."""

_APPROXIMATE_DECIMALS: Final = (4, 6, 8, 12, 18)
_SIGNIFICANT: Final = 1000
"""An approximation takes the first number of decimals that shows four digits or more."""

_PRIMARY_POWER: Final = NEGATE_POWER + 1
_SUM_POWER: Final = BINDING_POWER[nodes.BinaryOperator.ADD]
_PRODUCT_POWER: Final = BINDING_POWER[nodes.BinaryOperator.DIVIDE]


@dataclass(frozen=True, slots=True)
class Step:
    """One operation of a formula.

    ``expression`` is its text in the formula language, ``substituted`` the same with the numbers
    put in as people write them, ``value`` what the exact engine gives for it.
    """

    expression: str
    substituted: str
    value: Value


def trace(
    tree: nodes.Expression,
    values: Values,
    previous: Values | None = None,
    language: Language = "id",
) -> tuple[Step, ...]:
    """Return the steps that lead to the value of ``tree``, inner to outer; the last is ``tree``.

    Args:
        tree: The formula.
        values: The values of the variables; a name that is not there, or ``None``, is missing.
        previous: The values of the previous period, for ``sebelumnya``.
        language: How numbers and outcomes are written in ``substituted``.

    Returns:
        One step an operation, each once. A sum is one step with all its terms, weights included;
        a branch that is not taken has no steps. At least one step.
    """
    tracer = _Tracer(values, previous, language)
    tracer.show(tree)
    if not tracer.steps:
        tracer.add(tree, tracer.leaf(tree).text)
    return tuple(tracer.steps)


def value_text(value: Value, language: Language = "id") -> str:
    """Return ``value`` as people write it.

    A number that does not end as a decimal is a fraction and its approximation, ``1/3 ≈ 0,3333``;
    a root is its approximation; missing and undefined say which variables or why.
    """
    match value:
        case bool():
            return (sentences.formula.TRUE if value else sentences.formula.FALSE).render(language)
        case Missing(names=names):
            return f"{sentences.formula.MISSING.render(language)}: {', '.join(names)}"
        case Undefined(reason=reason):
            return f"{sentences.formula.UNDEFINED.render(language)}: {reason.render(language)}"
        case Fraction():
            exact, ends = _exact(value, language)
            return exact if ends else f"{exact} ≈ {_approximation(value, language)}"
        case Root():
            return f"≈ {_approximation(value, language)}"


class _Shown(NamedTuple):
    """A part as it stands in the line of the operation around it."""

    text: str
    power: int
    """How tightly it holds together, on the scale of the parser's binding powers."""

    def within(self, minimum: int) -> str:
        return self.text if self.power >= minimum else f"({self.text})"


def _exact(value: Fraction, language: Language) -> tuple[str, bool]:
    """Return ``value`` exactly, and whether that is a decimal."""
    if 10**_LONGEST_DECIMAL % value.denominator == 0:
        return format_number(value, language), True
    return f"{value.numerator}/{value.denominator}", False


def _approximation(value: Exact, language: Language) -> str:
    first, *finer = _APPROXIMATE_DECIMALS
    rounded = round_half_up(value, first)
    for decimals in finer:
        if abs(rounded).scaleb(-int(rounded.as_tuple().exponent)) >= _SIGNIFICANT:
            break
        rounded = round_half_up(value, decimals)
    return localized(f"{rounded:f}", language)


class _Tracer:
    """One walk over a tree, a step for each operation on the way back."""

    def __init__(self, values: Values, previous: Values | None, language: Language) -> None:
        self._values = values
        self._previous = previous
        self._language: Language = language
        self._done: set[nodes.Expression] = set()
        self.steps: list[Step] = []

    def value(self, tree: nodes.Expression) -> Value:
        """Return what the exact engine gives for ``tree``."""
        return compile_exact(tree)(self._values, self._previous)

    def add(self, tree: nodes.Expression, substituted: str) -> None:
        """Append the step of ``tree``, unless the same operation was shown before."""
        if tree not in self._done:
            self._done.add(tree)
            self.steps.append(Step(to_source(tree), substituted, self.value(tree)))

    def leaf(self, tree: nodes.Expression) -> _Shown:
        """Return the value of ``tree`` as a number in a line."""
        value = self.value(tree)
        match value:
            case bool():
                return _Shown(value_text(value, self._language), _PRIMARY_POWER)
            case Missing():
                return _Shown(sentences.formula.MISSING.render(self._language), _PRIMARY_POWER)
            case Undefined():
                return _Shown(sentences.formula.UNDEFINED.render(self._language), _PRIMARY_POWER)
            case Root():
                return _Shown(f"≈{_approximation(value, self._language)}", _PRIMARY_POWER)
            case Fraction():
                text, ends = _exact(value, self._language)
                if value < 0:
                    return _Shown(text, _SUM_POWER)
                return _Shown(text, _PRIMARY_POWER if ends else _PRODUCT_POWER)

    def show(self, tree: nodes.Expression) -> _Shown:
        """Add the steps of ``tree`` and return its value as it stands in the line around it."""
        if not _is_leaf(tree):
            self.add(tree, self._line(tree).text)
        return self.leaf(tree)

    def _line(self, tree: nodes.Expression) -> _Shown:
        """Return ``tree`` with the values of its parts put in, adding the steps of the parts."""
        match tree:
            case nodes.Unary(operator=nodes.UnaryOperator.NOT, operand=operand):
                return _Shown(f"bukan {self.show(operand).within(NOT_POWER)}", NOT_POWER)
            case nodes.Unary(operand=operand):
                return _Shown(f"-{self.show(operand).within(NEGATE_POWER)}", NEGATE_POWER)
            case nodes.Binary(operator=nodes.BinaryOperator.ADD | nodes.BinaryOperator.SUBTRACT):
                return self._sum(tree)
            case nodes.Binary(operator=operator, left=left, right=right):
                power = BINDING_POWER[operator]
                one = self.show(left).within(power + 1 if operator in COMPARISONS else power)
                other = self.show(right).within(power + 1)
                return _Shown(f"{one} {operator.value} {other}", power)
            case nodes.Call(function=function, arguments=arguments):
                listed = "; ".join(self._arguments(function, arguments))
                return _Shown(f"{function.value}({listed})", _PRIMARY_POWER)
            case _:
                return self.leaf(tree)

    def _sum(self, tree: nodes.Expression) -> _Shown:
        """Return a chain of additions and subtractions as one line."""
        links: list[tuple[str, nodes.Expression]] = []
        while isinstance(tree, nodes.Binary) and BINDING_POWER[tree.operator] == _SUM_POWER:
            links.append((tree.operator.value, tree.right))
            tree = tree.left
        line = self._term(tree).within(_SUM_POWER)
        for sign, term in reversed(links):
            line += f" {sign} {self._term(term).within(_SUM_POWER + 1)}"
        return _Shown(line, _SUM_POWER)

    def _term(self, tree: nodes.Expression) -> _Shown:
        """Return a term of a sum: a weighted value as it is, anything else by its own steps."""
        if not isinstance(tree, nodes.Binary) or not _is_weighted(tree):
            return self.show(tree)
        left, right = self.leaf(tree.left), self.leaf(tree.right)
        one, other = left.within(_PRODUCT_POWER), right.within(_PRODUCT_POWER + 1)
        return _Shown(f"{one} {tree.operator.value} {other}", _PRODUCT_POWER)

    def _arguments(
        self, function: Function, arguments: tuple[nodes.Expression, ...]
    ) -> tuple[str, ...]:
        match function:
            case Function.IF:
                condition = self.value(arguments[0])
                taken = (True, condition is True, condition is False)
            case Function.FILL:
                taken = (True, isinstance(self.value(arguments[0]), Missing), False)
            case _:
                return tuple(self._term(argument).text for argument in arguments)
        return tuple(
            self.show(argument).text if needed else _NOT_NEEDED
            for argument, needed in zip(arguments, taken, strict=False)
        )


def _is_leaf(tree: nodes.Expression) -> bool:
    """Whether ``tree`` is looked up rather than computed."""
    return isinstance(tree, nodes.Number | nodes.Name) or (
        isinstance(tree, nodes.Call) and tree.function is Function.PREVIOUS
    )


def _is_weighted(tree: nodes.Binary) -> bool:
    """Whether ``tree`` is one value times or by a constant, as the terms of a weighted sum are."""
    parts = (tree.left, tree.right)
    return (
        BINDING_POWER[tree.operator] == _PRODUCT_POWER
        and all(map(_is_leaf, parts))
        and any(isinstance(part, nodes.Number) for part in parts)
    )
