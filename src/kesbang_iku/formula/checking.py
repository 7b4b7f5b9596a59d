"""The static check: what can be said about a formula before any value is put in."""

from collections.abc import Callable, Collection, Iterator, Mapping
from fractions import Fraction
from functools import reduce
from math import ceil, floor
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, decimal_text, kinds
from kesbang_iku.findings.near import near
from kesbang_iku.findings.sentences import formula as said
from kesbang_iku.formula import interval
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.interval import ANYTHING, Interval
from kesbang_iku.formula.linear import linear
from kesbang_iku.formula.parser import COMPARISONS, CONNECTIVES, is_condition
from kesbang_iku.formula.rounding import rounded_fraction
from kesbang_iku.formula.units import Unit, infer_unit, place_of, result_unit_finding

_TRUTH: Final = Interval(Fraction(0), Fraction(1))
CHOICES: Final = (Function.IF, Function.FILL)


@dataclass(frozen=True, slots=True)
class Declaration:
    """What a definition says about a variable or about its result.

    ``minimum`` and ``maximum`` are the bounds of the values, both included, in the unit; ``None``
    is an unknown bound, or an unknown unit. ``whole`` says that only whole numbers occur.
    """

    unit: Unit | None = None
    minimum: Fraction | None = None
    maximum: Fraction | None = None
    whole: bool = False


def check(
    tree: nodes.Expression,
    declarations: Mapping[str, Declaration],
    *,
    result: Declaration | None = None,
    unused_allowed: Collection[str] = (),
) -> list[Finding]:
    """Return everything that is wrong with ``tree`` whatever values are put in.

    Args:
        tree: The formula.
        declarations: Every declared variable.
        result: What the definition says about the result; without it only the parts are checked.
        unused_allowed: Names that may be declared without being used.

    Returns:
        The findings, each at the columns of the formula's text it is about, in reading order of
        the checks: names, units, divisions and roots, bounds. Empty if nothing is wrong.
    """
    findings = list(_names(tree, declarations, unused_allowed))
    truth = is_condition(tree)
    if result is not None and truth:
        findings.append(kinds.TRUTH_AS_RESULT.at(place_of(tree)))
    findings.extend(_units(tree, declarations, result))
    intervals = _Intervals(declarations)
    reach = intervals.of(tree)
    findings.extend(intervals.findings)
    if result is not None and not truth:
        if reach is not None:
            findings.extend(_bounds(tree, reach, result))
        if result.whole and not _whole(tree, declarations):
            findings.append(kinds.RESULT_NOT_WHOLE.at(place_of(tree)))
    return findings


def result_interval(
    tree: nodes.Expression, declarations: Mapping[str, Declaration]
) -> Interval | None:
    """Return the interval in which every value of ``tree`` lies, ``None`` if it never has one.

    The bounds of the variables are taken from ``declarations``, without bounds where unknown. The
    interval may be too wide where a variable occurs more than once, never too narrow.
    """
    return _Intervals(declarations).of(tree)


def weights(tree: nodes.Expression) -> Mapping[str, Fraction] | None:
    """Return the coefficient of each variable if ``tree`` is a linear combination of them.

    ``None`` if it is not: variables multiplied or divided by each other, a constant added, a
    function that is not a sum or a mean. The names stand in order of first appearance.
    """
    total = linear(tree)
    if total is None or total.constant != 0 or not total.coefficients:
        return None
    return total.coefficients


# ---------------------------------------------------------------------------------------- names


def _names(
    tree: nodes.Expression, declarations: Mapping[str, Declaration], unused_allowed: Collection[str]
) -> Iterator[Finding]:
    for node in nodes.walk(tree):
        if isinstance(node, nodes.Name) and node.name not in declarations:
            similar = near(node.name, declarations, 3)
            if similar:
                yield kinds.UNDECLARED_NAME_SIMILAR.at(
                    place_of(node),
                    nama=node.name,
                    mirip=", ".join(f"`{name}`" for name in similar),
                    terdekat=similar[0],
                )
            else:
                yield kinds.UNDECLARED_NAME.at(place_of(node), nama=node.name)
    used = {*nodes.variables(tree), *unused_allowed}
    for name in declarations:
        if name not in used:
            yield kinds.UNUSED_VARIABLE.at(nama=name)


# ---------------------------------------------------------------------------------------- units


def _units(
    tree: nodes.Expression, declarations: Mapping[str, Declaration], result: Declaration | None
) -> Iterator[Finding]:
    units = {name: declaration.unit for name, declaration in declarations.items()}
    measure, found = infer_unit(tree, units)
    yield from found
    if result is None or result.unit is None:
        return
    finding = result_unit_finding(
        measure, result.unit, place_of(tree), _weights_in(tree, units, result.unit)
    )
    if finding is not None:
        yield finding


def _weights_in(
    tree: nodes.Expression, units: Mapping[str, Unit | None], unit: Unit
) -> tuple[Fraction, ...] | None:
    """Return the weights if ``tree`` is a weighted sum of two or more quantities in ``unit``."""
    combination = weights(tree)
    if combination is None or len(combination) < len(("one", "another")):
        return None
    for name in combination:
        own = units.get(name)
        if own is None or own.aditif or (own.dimensi, own.skala) != (unit.dimensi, unit.skala):
            return None
    return tuple(combination.values())


# --------------------------------------------------------------------------------------- bounds


def _bounds(tree: nodes.Expression, reach: Interval, result: Declaration) -> Iterator[Finding]:
    for bound, side in ((result.minimum, said.LOWER_BOUND), (result.maximum, said.UPPER_BOUND)):
        if bound is not None and bound not in reach:
            yield kinds.UNREACHABLE_BOUND.at(
                place_of(tree),
                value=decimal_text(bound) or str(bound),
                batas=side.filled(batas=bound),
                jangkauan=_reach_text(reach),
            )


def _reach_text(reach: Interval) -> object:
    lower, upper = reach.lower, reach.upper
    if lower == upper and lower is not None:
        return lower
    if lower is None:
        return said.AT_MOST.filled(atas=upper)
    if upper is None:
        return said.AT_LEAST.filled(bawah=lower)
    return said.FROM_TO.filled(bawah=lower, atas=upper)


class _Intervals:
    """One walk over a tree with intervals in place of values."""

    def __init__(self, declarations: Mapping[str, Declaration]) -> None:
        self._declarations = declarations
        self.findings: list[Finding] = []

    def of(self, tree: nodes.Expression) -> Interval | None:
        match tree:
            case nodes.Number(value=value):
                return Interval.exactly(value)
            case nodes.Name(name=name):
                return _declared(self._declarations.get(name))
            case nodes.Unary(operator=operator, operand=operand):
                inner = self.of(operand)
                if operator is nodes.UnaryOperator.NOT:
                    return _TRUTH
                return None if inner is None else interval.negate(inner)
            case nodes.Binary(operator=operator, left=left, right=right):
                return self._binary(operator, self.of(left), right)
            case nodes.Call():
                return self._call(tree)

    def _call(self, tree: nodes.Call) -> Interval | None:
        parts = tuple(map(self.of, tree.arguments))
        known = tuple(part for part in parts if part is not None)
        if tree.function in CHOICES:
            chosen = parts[1:] if tree.function is Function.IF else parts
            some = [part for part in chosen if part is not None]
            return interval.hull(some) if some else None
        if len(known) < len(parts):
            return None
        found = _CALLS[tree.function](known)
        if found is None:
            self.findings.append(kinds.NEVER_DEFINED.at(place_of(tree)))
        return found

    def _binary(
        self, operator: nodes.BinaryOperator, left: Interval | None, other: nodes.Expression
    ) -> Interval | None:
        right = self.of(other)
        if operator in COMPARISONS or operator in CONNECTIVES:
            return _TRUTH
        if operator is nodes.BinaryOperator.DIVIDE and right is not None and right.only_zero:
            self.findings.append(kinds.DIVISION_BY_ZERO.at(place_of(other)))
        if left is None or right is None:
            return None
        match operator:
            case nodes.BinaryOperator.ADD:
                return interval.add(left, right)
            case nodes.BinaryOperator.SUBTRACT:
                return interval.subtract(left, right)
            case nodes.BinaryOperator.MULTIPLY:
                return interval.multiply(left, right)
            case _:
                return interval.divide(left, right)


def _declared(declaration: Declaration | None) -> Interval:
    if declaration is None:
        return ANYTHING
    lower, upper = declaration.minimum, declaration.maximum
    if declaration.whole:
        return Interval(
            None if lower is None else Fraction(ceil(lower)),
            None if upper is None else Fraction(floor(upper)),
        )
    return Interval(lower, upper)


def _sum_of(parts: tuple[Interval, ...]) -> Interval:
    return reduce(interval.add, parts, Interval.exactly(Fraction(0)))


def _mean_of(parts: tuple[Interval, ...]) -> Interval:
    return interval.multiply(_sum_of(parts), Interval.exactly(Fraction(1, len(parts))))


def _geometric_mean_of(parts: tuple[Interval, ...]) -> Interval | None:
    whole = Interval.exactly(Fraction(1))
    for part in parts:
        allowed = interval.not_negative(part)
        if allowed is None:
            return None
        whole = interval.multiply(whole, allowed)
    return interval.root(whole, len(parts))


def _rounded(parts: tuple[Interval, ...]) -> Interval:
    operand, places = parts
    decimals = int(places.lower or 0)
    # Rounding never turns the order of two numbers round, so the ends stay the ends.
    return Interval(
        None if operand.lower is None else rounded_fraction(operand.lower, decimals),
        None if operand.upper is None else rounded_fraction(operand.upper, decimals),
    )


_CALLS: Final[Mapping[Function, Callable[[tuple[Interval, ...]], Interval | None]]] = {
    Function.SUM: _sum_of,
    Function.MEAN: _mean_of,
    Function.GEOMETRIC_MEAN: _geometric_mean_of,
    Function.MIN: interval.smallest,
    Function.MAX: interval.largest,
    Function.SQUARE_ROOT: lambda parts: interval.root(parts[0], 2),
    Function.ABSOLUTE: lambda parts: interval.absolute(parts[0]),
    Function.PREVIOUS: lambda parts: parts[0],
    Function.ROUND: _rounded,
}


# ---------------------------------------------------------------------------------------- whole

_KEEPS_WHOLE: Final = frozenset(
    {nodes.BinaryOperator.ADD, nodes.BinaryOperator.SUBTRACT, nodes.BinaryOperator.MULTIPLY}
)


def _whole(tree: nodes.Expression, declarations: Mapping[str, Declaration]) -> bool:
    """Return whether ``tree`` gives a whole number for certain."""
    match tree:
        case nodes.Number(value=value):
            return value.denominator == 1
        case nodes.Name(name=name):
            # An undeclared name is reported as that; nothing more is said about it.
            return name not in declarations or declarations[name].whole
        case nodes.Unary(operand=operand):
            return _whole(operand, declarations)
        case nodes.Binary(operator=operator, left=left, right=right):
            return (
                operator in _KEEPS_WHOLE
                and _whole(left, declarations)
                and _whole(right, declarations)
            )
        case nodes.Call(function=Function.IF, arguments=(_, *branches)):
            return all(_whole(branch, declarations) for branch in branches)
        case nodes.Call(function=Function.ROUND, arguments=(_, places)):
            return places == nodes.Number(Fraction(0))
        case nodes.Call(function=function, arguments=arguments):
            return function.row.keeps_whole and all(
                _whole(argument, declarations) for argument in arguments
            )
