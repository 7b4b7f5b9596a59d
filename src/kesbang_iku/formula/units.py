"""Units: what a value counts and on which scale, and how a formula carries them to its result.

A value is its true ratio times the scale of its unit: 45 percent is the ratio 0.45 on scale 100. A
formula therefore has a scale as well as dimensions: ``a / b * 100`` over two counts of people has
no dimension and scale 100, ``0.4 * x + 0.6 * y`` over two indices has scale 1.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import prod
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, FindingKind, Place, Text, decimal_text, kinds, sentences
from kesbang_iku.findings.sentences import formula as said
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.algebraic import rational_root
from kesbang_iku.formula.functions import Function

Dimensions = tuple[tuple[str, int | Fraction], ...]
"""What is counted, each with its exponent, sorted by name; empty for a pure ratio."""

ONE: Final = Fraction(1)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure.

    ``dimensi`` says what is counted, with exponents (order does not matter, it is kept sorted);
    ``skala`` is the factor between the true ratio and the value written (100 for percent);
    ``aditif`` tells quantities that add up (people, cases, rupiah) from those that do not (indices,
    percentages, points).
    """

    nama: str
    dimensi: Dimensions = ()
    skala: Fraction = ONE
    aditif: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "dimensi", _normal(dict(self.dimensi)))
        object.__setattr__(self, "skala", Fraction(self.skala))


@dataclass(frozen=True, slots=True)
class Quantity:
    """The unit of a part of a formula; ``scale`` is ``None`` where it is not a rational number.

    ``name`` is the name of the unit as long as it is still that of a variable.
    """

    dimensions: Dimensions
    scale: Fraction | None = ONE
    additive: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Pure:
    """A part made of constants only; ``value`` is ``None`` where it is not a rational number."""

    value: Fraction | None


@dataclass(frozen=True, slots=True)
class Truth:
    """A part that answers true or false."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A part whose unit cannot be told: a variable without a unit, or one found at fault before."""


Measure = Quantity | Pure | Truth | Unknown

UNKNOWN: Final = Unknown()
_ZERO: Final = Pure(Fraction(0))


def infer_unit(
    tree: nodes.Expression, units: Mapping[str, Unit | None]
) -> tuple[Measure, tuple[Finding, ...]]:
    """Return the unit of ``tree`` and what is wrong inside it.

    ``units`` holds the unit of each variable; a variable without one (or not named at all) makes
    every part it enters unknown, about which nothing is said.
    """
    inference = _Inference(units)
    measure = inference.measure(tree)
    return measure, tuple(inference.findings)


def result_unit_finding(
    measure: Measure, unit: Unit, place: Place, weights: Sequence[Fraction] | None = None
) -> Finding | None:
    """Return what is wrong when a formula of unit ``measure`` is stated to be in ``unit``.

    ``weights`` are the coefficients if the formula is a weighted sum of quantities that already are
    in ``unit``; a wrong factor is then a wrong sum of weights.
    """
    if isinstance(measure, Pure):
        if unit.dimensi == () or measure.value == 0:
            return None
        return _result_unit(measure, unit, place)
    if not isinstance(measure, Quantity):
        return None
    if measure.dimensions != unit.dimensi:
        return _result_unit(measure, unit, place)
    if measure.scale is None or measure.scale == unit.skala:
        return None
    return _wrong_factor(measure.scale, unit, place, weights)


def _wrong_factor(
    scale: Fraction, unit: Unit, place: Place, weights: Sequence[Fraction] | None
) -> Finding:
    if weights is not None:
        total = sum(weights, Fraction(0))
        return kinds.WEIGHTS_SUM.at(place, value=decimal_text(total) or str(total), jumlah=total)
    if unit.dimensi == () and unit.skala != 1:
        if scale == 1:
            return kinds.FACTOR_MISSING.at(place, satuan=unit.nama, angka=unit.skala)
        if scale == unit.skala**2:
            return kinds.FACTOR_DOUBLED.at(place, satuan=unit.nama, angka=unit.skala)
    return kinds.RESULT_SCALE.at(place, satuan=unit.nama, faktor=scale / unit.skala)


def describe(measure: Measure) -> Text:
    """Return how to call ``measure`` in a message: a unit's name, ``rupiah/orang``, ``angka``."""
    match measure:
        case Quantity(name=str(name)):
            return Text.same(name)
        case Quantity(dimensions=dimensions, scale=scale):
            if dimensions:
                return Text.same(dimensions_text(dimensions))
            if scale in (1, None):
                return sentences.formula.A_FRACTION
            return said.RATIO_TIMES.filled(angka=scale or ONE)
        case Pure(value=Fraction() as value):
            return said.THE_NUMBER.filled(angka=value)
        case _:
            return sentences.formula.A_NUMBER


def dimensions_text(dimensions: Dimensions) -> str:
    """Return ``dimensions`` as one writes units: ``rupiah/orang``, ``orang^2``, ``1/kasus``."""
    above = "·".join(_power(name, power) for name, power in dimensions if power > 0)
    below = "·".join(_power(name, -power) for name, power in dimensions if power < 0)
    if not below:
        return above or "1"
    many = sum(power < 0 for _, power in dimensions) > 1
    return f"{above or '1'}/({below})" if many else f"{above or '1'}/{below}"


def place_of(tree: nodes.Expression) -> Place:
    """Return the columns of ``tree`` in its text; nowhere if it was not read from a text."""
    if tree.span == nodes.NO_SPAN:
        return Place()
    return Place(kolom=tree.span.start + 1, kolom_akhir=tree.span.end + 1)


def _power(name: str, power: int | Fraction) -> str:
    return name if power == 1 else f"{name}^{power}"


def _normal(powers: Mapping[str, int | Fraction]) -> Dimensions:
    return tuple(
        (name, int(power) if power == int(power) else power)
        for name, power in sorted(powers.items())
        if power
    )


def _combined(left: Dimensions, right: Dimensions, sign: int) -> Dimensions:
    powers = dict(left)
    for name, power in right:
        powers[name] = powers.get(name, 0) + sign * power
    return _normal(powers)


def _result_unit(measure: Measure, unit: Unit, place: Place) -> Finding:
    return kinds.RESULT_UNIT.at(place, hasil=describe(measure), satuan=unit.nama)


def _rational_root(value: Fraction | None, degree: int) -> Fraction | None:
    return None if value is None or value < 0 else rational_root(value, degree)


class _Inference:
    """One walk over a tree, collecting what is wrong on the way."""

    def __init__(self, units: Mapping[str, Unit | None]) -> None:
        self._units = units
        self.findings: list[Finding] = []

    def measure(self, tree: nodes.Expression) -> Measure:
        match tree:
            case nodes.Number(value=value):
                return Pure(value)
            case nodes.Name(name=name):
                unit = self._units.get(name)
                if unit is None:
                    return UNKNOWN
                return Quantity(unit.dimensi, unit.skala, unit.aditif, unit.nama)
            case nodes.Unary(operand=operand):
                inner = self.measure(operand)
                if isinstance(inner, Pure):
                    return Pure(None if inner.value is None else -inner.value)
                return inner
            case nodes.Binary(operator=operator, left=left, right=right):
                return self._binary(tree, operator, self.measure(left), right)
            case nodes.Call(function=function, arguments=arguments):
                return self._call(tree, function, arguments)

    def _binary(
        self,
        tree: nodes.Expression,
        operator: nodes.BinaryOperator,
        left: Measure,
        other: nodes.Expression,
    ) -> Measure:
        match operator:
            case nodes.BinaryOperator.ADD:
                # x + -y takes away as x - y does.
                if isinstance(other, nodes.Unary) and other.operator is nodes.UnaryOperator.NEGATE:
                    return self._difference(tree, left, self.measure(other.operand))
                return self._total(tree, (left, self.measure(other)), sentences.formula.ADDS)
            case nodes.BinaryOperator.SUBTRACT:
                return self._difference(tree, left, self.measure(other))
            case nodes.BinaryOperator.MULTIPLY:
                return _product(left, self.measure(other))
            case nodes.BinaryOperator.DIVIDE:
                return _quotient(left, self.measure(other))
            case nodes.BinaryOperator.AND | nodes.BinaryOperator.OR:
                self.measure(other)
                return Truth()
            case _:
                self._alike(tree, (left, self.measure(other)), sentences.formula.COMPARES)
                return Truth()

    def _call(
        self, tree: nodes.Expression, function: Function, arguments: tuple[nodes.Expression, ...]
    ) -> Measure:
        parts = tuple(map(self.measure, arguments))
        match function:
            case Function.SUM:
                return self._total(tree, parts, sentences.formula.ADDS)
            case Function.MEAN:
                return self._mean(tree, parts)
            case Function.GEOMETRIC_MEAN:
                return self._geometric_mean(tree, parts)
            case Function.MIN | Function.MAX:
                return self._alike(tree, parts, sentences.formula.COMPARES)
            case Function.IF | Function.FILL:
                chosen = parts[1:] if function is Function.IF else parts
                return self._alike(tree, chosen, sentences.formula.CHOOSES)
            case Function.SQUARE_ROOT:
                return _root(parts[0], 2)
            case Function.ABSOLUTE | Function.PREVIOUS | Function.ROUND:
                return Pure(None) if isinstance(parts[0], Pure) else parts[0]

    def _quantities(
        self, tree: nodes.Expression, parts: Sequence[Measure], verb: Text, *, strict: bool
    ) -> tuple[Quantity, ...] | None:
        """Return the quantities among ``parts`` if they are of one kind, else report and give None.

        A plain number takes the unit of the others; with ``strict`` only where they have no
        dimension, or where it is 0. ``None`` also means that nothing can be told.
        """
        quantities = tuple(part for part in parts if isinstance(part, Quantity))
        if any(isinstance(part, Unknown | Truth) for part in parts):
            self._same_kind(tree, quantities, verb)
            return None
        if not self._same_kind(tree, quantities, verb):
            return None
        if strict and quantities and quantities[0].dimensions:
            for part in parts:
                if isinstance(part, Pure) and part.value != 0:
                    first = parts[0] if part is not parts[0] else quantities[0]
                    pair = (first, part) if part is not parts[0] else (part, first)
                    self._report(tree, kinds.NUMBER_WITH_UNIT, verb, *pair)
                    return None
        return quantities

    def _same_kind(
        self, tree: nodes.Expression, quantities: Sequence[Quantity], verb: Text
    ) -> bool:
        for other in quantities[1:]:
            if other.dimensions != quantities[0].dimensions:
                self._report(tree, kinds.MIXED_DIMENSIONS, verb, quantities[0], other)
                return False
        return True

    def _same_scale(
        self, tree: nodes.Expression, quantities: Sequence[Quantity], verb: Text
    ) -> bool:
        for other in quantities[1:]:
            first = quantities[0]
            if None not in (first.scale, other.scale) and first.scale != other.scale:
                self._report(
                    tree,
                    kinds.MIXED_SCALES,
                    verb,
                    first,
                    other,
                    skala_kiri=first.scale,
                    skala_kanan=other.scale,
                )
                return False
        return True

    def _total(self, tree: nodes.Expression, parts: Sequence[Measure], verb: Text) -> Measure:
        quantities = self._quantities(tree, parts, verb, strict=True)
        if quantities is None:
            return UNKNOWN
        if not quantities:
            return _pure_total(parts)
        if any(quantity.additive for quantity in quantities):
            if not self._same_scale(tree, quantities, verb):
                return UNKNOWN
            return _joined(quantities)
        if len(quantities) == 1:
            return quantities[0]
        return replace(_joined(quantities), scale=_added(quantity.scale for quantity in quantities))

    def _difference(self, tree: nodes.Expression, left: Measure, right: Measure) -> Measure:
        quantities = self._quantities(tree, (left, right), sentences.formula.SUBTRACTS, strict=True)
        if quantities is None:
            return UNKNOWN
        if not quantities:
            return _pure_total((left, _negative(right)))
        joined = _joined(quantities)
        first, *second = (quantity.scale for quantity in quantities)
        if not second or first == second[0]:
            return joined
        return replace(joined, scale=_added((first, _minus(second[0]))))

    def _mean(self, tree: nodes.Expression, parts: Sequence[Measure]) -> Measure:
        total = self._total(tree, parts, sentences.formula.AVERAGES)
        if isinstance(total, Pure):
            return Pure(None if total.value is None else total.value / len(parts))
        if not isinstance(total, Quantity) or total.additive:
            return total
        quantities = sum(isinstance(part, Quantity) for part in parts)
        return replace(total, scale=None if total.scale is None else total.scale / quantities)

    def _geometric_mean(self, tree: nodes.Expression, parts: Sequence[Measure]) -> Measure:
        quantities = self._quantities(tree, parts, sentences.formula.AVERAGES, strict=True)
        if quantities is None:
            return UNKNOWN
        if not quantities:
            return Pure(None)
        scales = {quantity.scale for quantity in quantities}
        joined = _joined(quantities)
        if len(scales) == 1:
            return joined
        known = [quantity.scale for quantity in quantities if quantity.scale is not None]
        whole = prod(known, start=ONE) if len(known) == len(quantities) else None
        return replace(joined, scale=_rational_root(whole, len(quantities)))

    def _alike(self, tree: nodes.Expression, parts: Sequence[Measure], verb: Text) -> Measure:
        quantities = self._quantities(tree, parts, verb, strict=False)
        if quantities is None or not self._same_scale(tree, quantities, verb):
            return UNKNOWN
        return _joined(quantities) if quantities else Pure(None)

    def _report(
        self,
        tree: nodes.Expression,
        kind: FindingKind,
        verb: Text,
        left: Measure,
        right: Measure,
        **more: Fraction | None,
    ) -> None:
        said = {"kerja": verb, "kiri": describe(left), "kanan": describe(right), **more}
        self.findings.append(kind.at(place_of(tree), value=None, **said))


def _joined(quantities: Sequence[Quantity]) -> Quantity:
    """Return the unit that quantities of one kind have in common."""
    names = {quantity.name for quantity in quantities}
    return replace(
        quantities[0],
        additive=any(quantity.additive for quantity in quantities),
        name=quantities[0].name if len(names) == 1 else None,
    )


def _added(scales: Iterable[Fraction | None]) -> Fraction | None:
    total = Fraction(0)
    for scale in scales:
        if scale is None:
            return None
        total += scale
    return total


def _minus(scale: Fraction | None) -> Fraction | None:
    return None if scale is None else -scale


def _negative(measure: Measure) -> Measure:
    return Pure(_minus(measure.value)) if isinstance(measure, Pure) else measure


def _pure_total(parts: Sequence[Measure]) -> Pure:
    return Pure(_added(part.value if isinstance(part, Pure) else None for part in parts))


def _product(left: Measure, right: Measure) -> Measure:
    match left, right:
        case Pure(value=one), Pure(value=other):
            return Pure(None if one is None or other is None else one * other)
        case (Pure(value=factor), Quantity() as quantity) | (
            Quantity() as quantity,
            Pure(value=factor),
        ):
            if factor == 0:
                return _ZERO
            return _scaled(quantity, factor)
        case Quantity(), Quantity():
            return Quantity(
                _combined(left.dimensions, right.dimensions, 1),
                None if left.scale is None or right.scale is None else left.scale * right.scale,
                left.additive or right.additive,
            )
        case _:
            return UNKNOWN


def _quotient(left: Measure, right: Measure) -> Measure:
    match left, right:
        case _, Pure(value=divisor) if divisor == 0:
            return UNKNOWN
        case Pure(value=one), Pure(value=other):
            return Pure(None if one is None or not other else one / other)
        case Quantity(), Pure(value=divisor):
            return _scaled(left, None if divisor is None else 1 / divisor)
        case Pure(value=number), Quantity():
            return _ZERO if number == 0 else _ratio(Quantity((), number), right)
        case Quantity(), Quantity():
            return _ratio(left, right)
        case _:
            return UNKNOWN


def _ratio(left: Quantity, right: Quantity) -> Measure:
    if right.scale == 0:
        return UNKNOWN
    return Quantity(
        _combined(left.dimensions, right.dimensions, -1),
        None if left.scale is None or right.scale is None else left.scale / right.scale,
        left.additive and not right.additive,
    )


def _scaled(quantity: Quantity, factor: Fraction | None) -> Quantity:
    if factor == 1:
        return quantity
    scale = None if factor is None or quantity.scale is None else quantity.scale * factor
    return replace(quantity, scale=scale)


def _root(measure: Measure, degree: int) -> Measure:
    if isinstance(measure, Pure):
        return Pure(_rational_root(measure.value, degree))
    if not isinstance(measure, Quantity):
        return measure
    return Quantity(
        _normal({name: Fraction(power) / degree for name, power in measure.dimensions}),
        _rational_root(measure.scale, degree),
        measure.additive,
    )
