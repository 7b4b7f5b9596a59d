"""Definitions as rows of whole numbers: what a database needs to compute them from sums alone.

A formula that is one quotient of two sums is computed from a table with a row a variable by adding
up: every number in units of its last decimal times its coefficient, above and below the line. What
is published is then ``f * above / (g * below)`` steps of the last place. A product of two sums, and
the root of either, come from the same two sums.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import gcd, lcm
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula import Expression, parse, variables
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.linear import Linear, Quotient, linear, quotient
from kesbang_iku.formula.tree import Binary, BinaryOperator, Call, Unary
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Variable, has_threshold

DECIMALS: Final = 4
"""So many decimals of a number are computed; what has more takes the exact engine."""
LARGEST: Final = 1 << 52
"""Sums stay below twice this, so doubles hold them; a single number stays below 10^15."""
_DIGITS: Final = 10**15
_LARGEST_FACTOR: Final = 10**15
_SHIFT: Final = 1 << 32
_TIMES: Final = (0, 1, -1)
BITS: Final = 31
"""So many bits of a double tell which variables are there; the rest count what else there is."""
_DIRECTION: Final[Mapping[BinaryOperator, tuple[str, int]]] = {
    BinaryOperator.LESS_EQUAL: ("<=", 1),
    BinaryOperator.LESS: ("<", 1),
    BinaryOperator.GREATER_EQUAL: ("<=", -1),
    BinaryOperator.GREATER: ("<", -1),
    BinaryOperator.EQUAL: ("=", 1),
    BinaryOperator.NOT_EQUAL: ("<>", 1),
}


class NotLinearError(Exception):
    """A definition is no quotient or product of two sums, nor the root of one."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two sums, divided or multiplied, perhaps under a root."""

    above: Linear
    below: Linear
    product: bool = False
    root: bool = False


@dataclass(frozen=True, slots=True)
class WholeSum:
    """A sum of variables in their units with whole coefficients that have no factor in common.

    Attributes:
        coefficients: by variable; the constant under ``""``.
        factor: what the sum that was meant is, divided by this one.
    """

    coefficients: Mapping[str, int]
    factor: Fraction

    def of(self, name: str) -> int:
        """Return the coefficient of a variable."""
        return self.coefficients.get(name, 0)

    @property
    def constant(self) -> int:
        """What is added."""
        return self.of("")

    @property
    def weight(self) -> int:
        """The sum of the coefficients without their signs."""
        return sum(map(abs, self.coefficients.values()))


@dataclass(frozen=True, slots=True)
class WholeRule:
    """A relation between variables: a sum, compared with 0."""

    total: WholeSum
    sign: str
    names: tuple[str, ...]

    def out_of(self, sums: Sequence[WholeSum]) -> tuple[int, ...] | None:
        """Return how often each of some sums has to be taken to give this one, constants apart.

        ``None`` says that it has to be added up by itself: it is not made of each once at most.
        """
        names = {*self.total.coefficients, *(name for one in sums for name in one.coefficients)}
        for times in product(_TIMES, repeat=len(sums)):
            pairs = [*zip(times, sums, strict=True)]
            if all(
                self.total.of(name) == sum(often * one.of(name) for often, one in pairs)
                for name in names - {""}
            ):
                return times
        return None


@dataclass(frozen=True, slots=True)
class Coefficients:
    """An indicator in whole numbers.

    Attributes:
        indicator: the indicator.
        above, below: the two sums of its formula; the second is always 0 where it has no formula.
        product: whether the two are multiplied.
        root: whether the formula is the square root of that.
        needed: the variables of the formula, without the released value.
        rules: the relations that must hold.
        released: the variable that holds a released value, which then counts.
    """

    indicator: Indicator
    above: WholeSum
    below: WholeSum
    needed: tuple[str, ...]
    rules: tuple[WholeRule, ...]
    released: str | None
    product: bool = False
    root: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """The variables, each with a bit of its own: those of the formula come first."""
        others = (one for one in self.indicator.variables_by_name if one not in self.needed)
        return (*self.needed, *others)

    def bit(self, name: str) -> int:
        """Return the bit of a variable."""
        return 1 << self.names.index(name)

    def bits(self, names: Sequence[str]) -> int:
        """Return the bits of variables together."""
        return sum(map(self.bit, names))

    def times(self, rule: WholeRule) -> tuple[int, ...] | None:
        """Return how often a rule takes the two sums of the formula; ``None`` if it has its own."""
        return rule.out_of((self.above, self.below))

    @property
    def factors(self) -> tuple[int, int]:
        """What both sums are multiplied by, so that their quotient counts steps."""
        below = self.below.factor if self.product else 1 / self.below.factor
        steps = 10 ** (self.indicator.desimal * (2 if self.root else 1))
        factor = self.above.factor * below * steps
        return factor.numerator, factor.denominator

    @property
    def released_factors(self) -> tuple[int, int]:
        """The same of a released value, above a below of 1."""
        if self.released is None:
            return 1, 1
        units = units_of(self.indicator.variables_by_name[self.released])
        factor = Fraction(10**self.indicator.desimal, units)
        return factor.numerator, factor.denominator

    @property
    def shift(self) -> int:
        """What a released value is multiplied by in the sum below the line; 0 where it has its own.

        It has room there where nothing else stands, or where that stays small and is never below 0.
        """
        if self.released is None:
            return 0
        variables = self.indicator.variables_by_name
        least = [
            (variables[name].minimum, one) for name, one in self.below.coefficients.items() if name
        ]
        if not least:
            return 1
        release = variables[self.released]
        positive = all(low is not None and low >= 0 and one > 0 for low, one in least)
        low, high = release.minimum, release.maximum
        if not positive or low is None or high is None:
            return 0
        return _SHIFT if low >= 0 and high * units_of(release) < LARGEST // _SHIFT else 0

    @property
    def largest(self) -> int:
        """How many units a variable may come to, so that no sum grows too large."""
        sums = (self.above, self.below, *(rule.total for rule in self.rules))
        largest = min(_DIGITS, LARGEST // max(1, *(one.weight for one in sums)))
        return min(largest, (_SHIFT - 1) // self.below.weight) if self.shift > 1 else largest


def units_of(variable: Variable) -> int:
    """Return how many units of its last decimal a variable has to 1."""
    return 1 if variable.whole else 10**DECIMALS


def coefficients_of(indicator: Indicator) -> Coefficients:
    """Return an indicator in whole numbers.

    Raises:
        NotLinearError: its formula is none of two sums, a rule of it is no comparison of two, or
            its numbers become too large.
    """
    released, tree = _parts(indicator)
    if tree is None:
        nothing = WholeSum({}, Fraction(1))
        found = Coefficients(indicator, nothing, nothing, (), _rules(indicator), None)
    else:
        pair = _pair(tree, indicator)
        above, below = _whole(pair.above, indicator), _whole(pair.below, indicator)
        rules, form = _rules(indicator), (pair.product, pair.root)
        found = Coefficients(indicator, above, below, variables(tree), rules, released, *form)
    factors = (*found.factors, *found.released_factors)
    if len(found.names) > BITS or max(factors) > _LARGEST_FACTOR:
        raise NotLinearError
    return found


def thresholds(indicator: Indicator) -> bool:
    """Say whether a composite may do without a part of its variables."""
    return indicator.komponen is not None and has_threshold(indicator.komponen)


def _parts(indicator: Indicator) -> tuple[str | None, Expression | None]:
    """Return the variable of a released value, if it prevails, and the formula behind it."""
    if indicator.rilis is None:
        return None, indicator.tree
    return indicator.rilis, indicator.engine.base_tree


def _pair(tree: Expression, indicator: Indicator) -> Pair:
    match tree:
        case Call(function=Function.SQUARE_ROOT, arguments=(inner,)):
            return _under_root(_pair(inner, indicator), indicator)
        case Call(function=Function.GEOMETRIC_MEAN, arguments=(left, right)):
            product = Binary(BinaryOperator.MULTIPLY, left, right)
            return _under_root(_pair(product, indicator), indicator)
    folded = quotient(tree)
    if folded is not None and all(_defined_with(node, folded) for node in _nodes(tree)):
        return Pair(folded.above, folded.below)
    if folded is None and isinstance(tree, Binary) and tree.operator is BinaryOperator.MULTIPLY:
        one, other = _sum(tree.left), _sum(tree.right)
        if one is not None and other is not None:
            return Pair(one, other, product=True)
    raise NotLinearError


def _sum(tree: Expression) -> Linear | None:
    """Return a sum that is defined everywhere."""
    nowhere = Quotient(Linear({}))
    whole = all(_defined_with(node, nowhere) for node in _nodes(tree))
    return linear(tree) if whole else None


def _under_root(pair: Pair, indicator: Indicator) -> Pair:
    """Return the root of two sums of which neither can be below 0."""
    positive = all(_never_negative(total, indicator) for total in (pair.above, pair.below))
    if pair.root or not positive:
        raise NotLinearError
    return Pair(pair.above, pair.below, product=pair.product, root=True)


def _never_negative(total: Linear, indicator: Indicator) -> bool:
    lowest = {name: indicator.variables_by_name[name].minimum for name in total.coefficients}
    if any(one is None or one < 0 for one in lowest.values()) or total.constant < 0:
        return False
    return all(weight >= 0 for weight in total.coefficients.values())


def _nodes(tree: Expression) -> Iterator[Expression]:
    yield tree
    match tree:
        case Binary(left=left, right=right):
            yield from (*_nodes(left), *_nodes(right))
        case Unary(operand=operand):
            yield from _nodes(operand)
        case Call(arguments=arguments):
            for one in arguments:
                yield from _nodes(one)
        case _:
            pass


def _defined_with(node: Expression, whole: Quotient) -> bool:
    """Say whether a division inside is undefined only where the whole is.

    ``1 / (1 / b)`` is the sum ``b`` but for ``b = 0``, where it is undefined.
    """
    if not isinstance(node, Binary) or node.operator is not BinaryOperator.DIVIDE:
        return True
    divisor = quotient(node.right)
    if divisor is None:
        return False
    above = divisor.above
    if above.is_constant:
        return above.constant != 0
    name = next(name for name, weight in above.coefficients.items() if weight)
    ratio = whole.below.coefficients.get(name, Fraction(0)) / above.coefficients[name]
    return ratio != 0 and _same(above.times(ratio), whole.below)


def _same(one: Linear, other: Linear) -> bool:
    rest = one.plus(other, Fraction(-1))
    return rest.is_constant and rest.constant == 0


def _whole(total: Linear, indicator: Indicator) -> WholeSum:
    weights = {
        name: weight / units_of(indicator.variables_by_name[name])
        for name, weight in total.coefficients.items()
        if weight
    }
    if total.constant:
        weights[""] = total.constant
    if not weights:
        return WholeSum({}, Fraction(1))
    below = lcm(*(weight.denominator for weight in weights.values()))
    above = gcd(*(int(weight * below) for weight in weights.values()))
    factor = Fraction(above, below)
    return WholeSum({name: int(weight / factor) for name, weight in weights.items()}, factor)


def _rules(indicator: Indicator) -> tuple[WholeRule, ...]:
    return tuple(_rule(parse(rule.ekspresi), indicator) for rule in indicator.aturan)


def _rule(tree: Expression, indicator: Indicator) -> WholeRule:
    if not isinstance(tree, Binary) or tree.operator not in _DIRECTION:
        raise NotLinearError
    left, right = _sum(tree.left), _sum(tree.right)
    if left is None or right is None:
        raise NotLinearError
    sign, direction = _DIRECTION[tree.operator]
    total = left.plus(right, Fraction(-1)).times(Fraction(direction))
    return WholeRule(_whole(total, indicator), sign, variables(tree))
