"""What each component contributes to a composite, and what it contributes to a change of it.

A composite is here any formula that is a weighted sum of its variables (a weighted or a plain mean,
in any number of levels), or a geometric mean of them. Sums are taken apart exactly; geometric means
by logarithms, in floats.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import exp, log, log1p
from typing import Literal

from kesbang_iku.findings import Language, Text, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Function,
    Name,
    parse,
    weights,
)
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.status import Status

Mean = Literal["aritmetika", "geometrik"]


class CompositeError(ValueError):
    """A formula or numbers that cannot be taken apart. ``text`` says why, in both languages."""

    def __init__(self, text: Text) -> None:
        super().__init__(text)
        self.text = text

    def __str__(self) -> str:
        return self.text.id

    def render(self, language: Language = "id") -> str:
        """Return why, in ``language``."""
        return self.text.plain(language)


@dataclass(frozen=True, slots=True)
class Structure:
    """How a composite is put together: by a sum or a geometric mean, with these weights.

    Attributes:
        mean: ``aritmetika`` for a weighted sum, ``geometrik`` for a geometric mean.
        weights: the weight of each variable, the levels multiplied out; the exponent in a
            geometric mean. In the order of the formula.
    """

    mean: Mean
    weights: Mapping[str, Fraction]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one component adds to the value.

    Attributes:
        variable: name of the variable.
        label: what it is called.
        weight: its weight in the whole.
        value: its value.
        amount: what it adds, in the unit of the indicator; all amounts sum to the value.
        share: ``amount`` as a share of the value; ``None`` where the value is 0.
    """

    variable: str
    label: str
    weight: Fraction
    value: Fraction
    amount: Fraction | float
    share: Fraction | float | None


@dataclass(frozen=True, slots=True)
class Change:
    """What one component adds to a change of the value.

    Attributes:
        variable: name of the variable.
        label: what it is called.
        weight: its weight in the whole.
        before: its earlier value.
        after: its later value.
        amount: what its change adds; all amounts sum to the change of the value.
        share: ``amount`` as a share of the change; ``None`` where nothing changed.
    """

    variable: str
    label: str
    weight: Fraction
    before: Fraction
    after: Fraction
    amount: Fraction | float
    share: Fraction | float | None


@dataclass(frozen=True, slots=True)
class Decomposition:
    """A change of a composite, taken apart by component.

    Exact for weighted sums. For geometric means the values are the floats nearest to the exact
    ones, and the parts sum to the total up to the rounding of floats.

    Attributes:
        kode, versi, nama, nama_en: what was taken apart.
        desimal: decimals with which its values are published.
        before: the earlier value.
        after: the later value.
        total: ``after - before``.
        parts: what each component adds, in the order of the formula.
    """

    kode: str
    versi: str
    nama: str
    nama_en: str
    desimal: int
    before: Fraction | float
    after: Fraction | float
    total: Fraction | float
    parts: tuple[Change, ...]


def structure_of(indicator: Indicator) -> Structure:
    """Return how ``indicator`` is put together.

    A released value that prevails over the formula is left aside: it has no components.

    Raises:
        CompositeError: its formula is neither a weighted sum nor a geometric mean of variables.
    """
    formula = indicator.komponen.formula if indicator.komponen else indicator.rumus
    if formula is None:
        raise CompositeError(
            sentences.composite.HAS_NO_FORMULA_SO_THERE.filled(kode=indicator.kode)
        )
    return _structure(parse(formula), indicator.kode)


@misuse_told
def contributions(indicator: Indicator, values: Mapping[str, object]) -> tuple[Contribution, ...]:
    """Return what each component adds to the value of ``indicator``.

    In a weighted sum a component adds its weight times its value: exact, and summing exactly to the
    value. In a geometric mean ``G = x₁^w₁ · x₂^w₂ · …`` it adds ``G · wᵢ ln xᵢ / ln G``, its share
    of the logarithm: floats, and meaningful only where all values are above 1, for below 1 a
    logarithm is negative. Where a definition allows components to be missing, the weights are those
    of what is there.

    Args:
        indicator: the indicator.
        values: its variables by name, as ``Indicator.compute`` takes them.

    Returns:
        One contribution for each variable, in the order of the formula.

    Raises:
        CompositeError: the formula is neither a sum nor a geometric mean, the numbers give no
            value, or (geometric mean) a value is not above 0 or the mean is 1.
    """
    whole = structure_of(indicator)
    result = _computed(indicator, values)
    reduction = indicator.engine.reduction(result.masukan) if result.kurang else None
    structure = whole if reduction is None else _structure(reduction.tree, indicator.kode)
    numbers = {name: Fraction(result.masukan[name]) for name in structure.weights}
    parts = (
        _amounts(structure.weights, numbers)
        if structure.mean == "aritmetika"
        else _logarithmic_amounts(structure.weights, numbers, result)
    )
    total = sum(parts.values())
    return tuple(
        Contribution(
            variable=name,
            label=indicator.variables_by_name[name].label,
            weight=weight,
            value=numbers[name],
            amount=parts[name],
            share=_share(parts[name], total),
        )
        for name, weight in structure.weights.items()
    )


@misuse_told
def decompose_change(
    indicator: Indicator, before: Mapping[str, object], after: Mapping[str, object]
) -> Decomposition:
    """Return what each component adds to the change of ``indicator`` between two states.

    In a weighted sum a component adds its weight times its change, exactly. In a geometric mean it
    adds ``wᵢ · L(G₁, G₀) · ln(xᵢ₁ / xᵢ₀)`` with the logarithmic mean
    ``L(a, b) = (a - b) / ln(a / b)``: the additive form of the logarithmic mean Divisia index
    (LMDI I), which leaves no remainder and does not depend on the order of the components.

    Args:
        indicator: the indicator, one version of it; values of two methods cannot be compared.
        before: its variables in the earlier state, as ``Indicator.compute`` takes them.
        after: its variables in the later state.

    Returns:
        The change, and what each component adds to it, in the order of the formula.

    Raises:
        CompositeError: the formula is neither a sum nor a geometric mean, one of the states gives
            no value or lacks a component, or (geometric mean) a value is not above 0.
    """
    structure = structure_of(indicator)
    earlier = _complete(indicator, before, structure)
    later = _complete(indicator, after, structure)
    if structure.mean == "geometrik":
        _above_zero((*earlier.values(), *later.values()), indicator.kode)
    value = _total if structure.mean == "aritmetika" else _geometric
    start, end = (value(structure.weights, state) for state in (earlier, later))
    parts = _changes(structure, earlier, later)
    total = end - start
    return Decomposition(
        kode=indicator.kode,
        versi=indicator.versi,
        nama=indicator.nama,
        nama_en=indicator.nama_en,
        desimal=indicator.desimal,
        before=start,
        after=end,
        total=total,
        parts=tuple(
            Change(
                variable=name,
                label=indicator.variables_by_name[name].label,
                weight=weight,
                before=earlier[name],
                after=later[name],
                amount=parts[name],
                share=_share(parts[name], total),
            )
            for name, weight in structure.weights.items()
        ),
    )


# -------------------------------------------------------------------------------------- structure


def _structure(tree: Expression, code: str) -> Structure:
    linear = weights(tree)
    if linear is not None:
        return Structure("aritmetika", linear)
    exponents = _exponents(tree)
    if exponents is None:
        raise CompositeError(sentences.composite.THE_FORMULA_OF_IS_NEITHER.filled(kode=code))
    return Structure("geometrik", exponents)


def _exponents(tree: Expression) -> Mapping[str, Fraction] | None:
    """Return the exponent of each variable if ``tree`` is a geometric mean of them.

    ``akar(a * b)`` is one as much as ``rata_rata_geometrik(a, b)``.
    """
    found = _powers(tree)
    return found if found is not None and sum(found.values()) == 1 else None


def _powers(tree: Expression) -> Mapping[str, Fraction] | None:
    match tree:
        case Name(name=name):
            return {name: Fraction(1)}
        case Binary(operator=BinaryOperator.MULTIPLY, left=left, right=right):
            return _product((left, right), Fraction(1))
        case Call(function=Function.SQUARE_ROOT, arguments=arguments):
            return _product(arguments, Fraction(1, 2))
        case Call(function=Function.GEOMETRIC_MEAN, arguments=arguments):
            return _product(arguments, Fraction(1, len(arguments)))
        case _:
            return None


def _product(factors: tuple[Expression, ...], exponent: Fraction) -> Mapping[str, Fraction] | None:
    total: dict[str, Fraction] = {}
    for factor in factors:
        powers = _powers(factor)
        if powers is None:
            return None
        for name, power in powers.items():
            total[name] = total.get(name, Fraction(0)) + exponent * power
    return total


# --------------------------------------------------------------------------------------- numbers


def _computed(indicator: Indicator, values: Mapping[str, object]) -> Result:
    """Return the result for ``values``, a released value left aside."""
    result = indicator.compute(
        {name: value for name, value in values.items() if name != indicator.rilis}
    )
    if result.status is not Status.COMPLETE:
        raise CompositeError(
            Text.same(" ").join(Text.each(found.message) for found in result.temuan)
        )
    return result


def _complete(
    indicator: Indicator, values: Mapping[str, object], structure: Structure
) -> Mapping[str, Fraction]:
    result = _computed(indicator, values)
    if result.kurang:
        names = ", ".join(result.kurang)
        raise CompositeError(
            sentences.composite.THE_CHANGE_OF_CANNOT_BE.filled(kode=indicator.kode, nama=names)
        )
    return {name: Fraction(result.masukan[name]) for name in structure.weights}


def _amounts(
    factors: Mapping[str, Fraction], numbers: Mapping[str, Fraction]
) -> dict[str, Fraction]:
    return {name: weight * numbers[name] for name, weight in factors.items()}


def _total(factors: Mapping[str, Fraction], numbers: Mapping[str, Fraction]) -> Fraction:
    return sum(_amounts(factors, numbers).values(), Fraction(0))


def _changes(
    structure: Structure, before: Mapping[str, Fraction], after: Mapping[str, Fraction]
) -> Mapping[str, Fraction | float]:
    """Return what each component adds to the change from one state to another."""
    factors = structure.weights
    if structure.mean == "aritmetika":
        return _amounts(factors, {name: after[name] - before[name] for name in factors})
    mean = _logarithmic_mean(_geometric(factors, after), _geometric(factors, before))
    return {
        name: float(weight) * mean * log(after[name] / before[name])
        for name, weight in factors.items()
    }


def _logarithmic_amounts(
    exponents: Mapping[str, Fraction], numbers: Mapping[str, Fraction], result: Result
) -> dict[str, float]:
    code = result.kode
    _above_zero(numbers.values(), code)
    logarithms = {name: float(power) * log(numbers[name]) for name, power in exponents.items()}
    whole = sum(logarithms.values())
    # Floats seldom sum to exactly 0 where the logarithm is; the exact value tells.
    if result.nilai_eksak == 1 or whole == 0:
        raise CompositeError(sentences.composite.THE_VALUE_OF_IS_EXACTLY.filled(kode=code))
    value = _geometric(exponents, numbers)
    return {name: value * part / whole for name, part in logarithms.items()}


def _geometric(exponents: Mapping[str, Fraction], numbers: Mapping[str, Fraction]) -> float:
    return exp(sum(float(power) * log(numbers[name]) for name, power in exponents.items()))


def _logarithmic_mean(one: float, other: float) -> float:
    """Return ``(one - other) / ln(one / other)``, which is ``one`` where both are equal."""
    if one == other:
        return one
    difference = one - other
    # ln(one / other), without losing digits where the two are close
    return difference / log1p(difference / other)


def _above_zero(numbers: Iterable[Fraction], code: str) -> None:
    if any(number <= 0 for number in numbers):
        raise CompositeError(sentences.composite.IS_A_GEOMETRIC_MEAN_ITS.filled(kode=code))


def _share(part: Fraction | float, total: Fraction | float) -> Fraction | float | None:
    return part / total if total else None
