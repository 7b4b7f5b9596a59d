"""Formulas as sums of variables, and as one quotient of two such sums.

``100 * a / b`` and ``rata_rata(a, b, c)`` are both quotients of sums whose coefficients are exact.
Of such a quotient all is known: what it reaches over given bounds, and where it reaches it.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.exact import compile_exact
from kesbang_iku.formula.functions import Function

Values = Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Linear:
    """``constant`` plus each variable times its coefficient."""

    coefficients: Mapping[str, Fraction]
    constant: Fraction = Fraction(0)

    def plus(self, other: "Linear", factor: Fraction = Fraction(1)) -> "Linear":
        """Return this and ``other`` times ``factor``."""
        merged = dict(self.coefficients)
        for name, coefficient in other.coefficients.items():
            merged[name] = merged.get(name, Fraction(0)) + factor * coefficient
        return Linear(merged, self.constant + factor * other.constant)

    def times(self, factor: Fraction) -> "Linear":
        """Return this times a number."""
        return Linear({}).plus(self, factor)

    def at(self, values: Values) -> Fraction:
        """Return the sum where the variables have these values."""
        parts = (weight * values[name] for name, weight in self.coefficients.items())
        return sum(parts, self.constant)

    @property
    def is_constant(self) -> bool:
        """Whether it holds no variable."""
        return not any(self.coefficients.values())


ONE: Final = Linear({}, Fraction(1))


@dataclass(frozen=True, slots=True)
class Quotient:
    """One sum divided by another, which is 1 for a sum alone."""

    above: Linear
    below: Linear = ONE

    def at(self, values: Values) -> Fraction | None:
        """Return the quotient where the variables have these values, ``None`` if it has none."""
        divisor = self.below.at(values)
        return self.above.at(values) / divisor if divisor else None


def linear(tree: nodes.Expression) -> Linear | None:
    """Return ``tree`` as a sum of its variables, ``None`` if it is none."""
    folded = quotient(tree)
    if folded is None or not folded.below.is_constant or not folded.below.constant:
        return None
    return folded.above.times(1 / folded.below.constant)


def quotient(
    tree: nodes.Expression, known: Values | None = None, decide: Values | None = None
) -> Quotient | None:
    """Return ``tree`` as one quotient of sums, ``None`` if it is none.

    Args:
        tree: the formula.
        known: variables that are numbers here.
        decide: values by which a choice, a bound or an absolute value is taken for the one of its
            branches that holds there; without them a formula that turns is no quotient.
    """
    if not known and decide is None:
        return _unsettled(tree)
    return _Fold(known or {}, decide).of(tree)


@nodes.once_a_tree
def _unsettled(tree: nodes.Expression) -> Quotient | None:
    """Return a formula as a quotient of which no variable is known."""
    return _Fold({}, None).of(tree)


class _Fold:
    """Folds one tree; each method returns ``None`` for what is no quotient."""

    def __init__(self, known: Values, decide: Values | None) -> None:
        self._known: Final = known
        self._decide: Final = decide

    def of(self, tree: nodes.Expression) -> Quotient | None:
        match tree:
            case nodes.Number(value=value):
                return Quotient(Linear({}, value))
            case nodes.Name(name=name):
                known = self._known.get(name)
                one = Linear({name: Fraction(1)}) if known is None else Linear({}, known)
                return Quotient(one)
            case nodes.Unary(operator=nodes.UnaryOperator.NEGATE, operand=operand):
                return _joined(
                    nodes.BinaryOperator.SUBTRACT, Quotient(Linear({})), self.of(operand)
                )
            case nodes.Binary(operator=operator, left=left, right=right):
                return _joined(operator, self.of(left), self.of(right))
            case nodes.Call(function=Function.SUM | Function.MEAN, arguments=arguments):
                return self._total(arguments, mean=tree.function is Function.MEAN)
            case nodes.Call() if self._decide is not None:
                branch = self._branch(tree, {**self._known, **self._decide})
                return None if branch is None else self.of(branch)
            case _:
                return None

    def _total(self, parts: Sequence[nodes.Expression], *, mean: bool) -> Quotient | None:
        total: Quotient | None = Quotient(Linear({}))
        for part in parts:
            total = _joined(nodes.BinaryOperator.ADD, total, self.of(part))
        if total is None or not mean:
            return total
        return Quotient(total.above.times(Fraction(1, len(parts))), total.below)

    def _branch(self, tree: nodes.Call, point: Values) -> nodes.Expression | None:
        """Return the branch of a call that holds at a point."""
        arguments = tree.arguments
        if tree.function is Function.IF:
            holds = compile_exact(arguments[0])(point)
            return arguments[1 if holds else 2] if isinstance(holds, bool) else None
        numbers = [compile_exact(argument)(point) for argument in arguments]
        found = [one for one in numbers if isinstance(one, Fraction)]
        if len(found) != len(numbers):
            return None
        if tree.function is Function.ABSOLUTE:
            inner = arguments[0]
            return inner if found[0] >= 0 else nodes.Unary(nodes.UnaryOperator.NEGATE, inner)
        if tree.function in {Function.MIN, Function.MAX}:
            chosen = min(found) if tree.function is Function.MIN else max(found)
            return arguments[found.index(chosen)]
        return None


def _joined(
    operator: nodes.BinaryOperator, one: Quotient | None, other: Quotient | None
) -> Quotient | None:
    if one is None or other is None:
        return None
    match operator:
        case nodes.BinaryOperator.ADD:
            return _sum(one, other)
        case nodes.BinaryOperator.SUBTRACT:
            return _sum(one, Quotient(other.above.times(Fraction(-1)), other.below))
        case nodes.BinaryOperator.MULTIPLY:
            return _over(product(one.above, other.above), product(one.below, other.below))
        case nodes.BinaryOperator.DIVIDE:
            return _over(product(one.above, other.below), product(one.below, other.above))
        case _:
            return None


def _sum(one: Quotient, other: Quotient) -> Quotient | None:
    if one.below == other.below:
        return Quotient(one.above.plus(other.above), one.below)
    left, right = product(one.above, other.below), product(other.above, one.below)
    if left is None or right is None:
        return None
    return _over(left.plus(right), product(one.below, other.below))


def product(one: Linear, other: Linear) -> Linear | None:
    """Return one sum times another, ``None`` where that is no sum."""
    if other.is_constant:
        return one.times(other.constant)
    return other.times(one.constant) if one.is_constant else None


def _over(above: Linear | None, below: Linear | None) -> Quotient | None:
    """Return a quotient; one whose divisor is always 0 is none."""
    if above is None or below is None or (below.is_constant and not below.constant):
        return None
    return Quotient(above, below)
