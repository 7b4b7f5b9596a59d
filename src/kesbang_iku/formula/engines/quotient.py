"""A formula as one quotient of whole numbers: exact in engines that only know columns.

Every tree without a root inside a sum folds to ``factor * numerator / denominator``, where both are
whole numbers made from whole columns (a count as it is, a number with s decimals times 10^s) by
sums and products, and the factor is a constant. What is published is then
``floor(N / D + 1/2)`` steps of the last place, with one division.

**Theorem.** Let ``N >= 0`` and ``D >= 1`` be integers with ``2 N + 3 D < 2^52``, and let ``fl``
round to the nearest double. Then ``floor(fl(fl(N / D) + 0.5)) = floor(N / D + 1/2)``.

*Proof.* Let ``m = floor(N / D + 1/2)``. From ``N / D < m + 1/2`` follows ``2 N < (2 m + 1) D``,
both sides integers, hence ``N / D <= m + 1/2 - 1/(2 D)``.
*Not too low*: ``N / D >= m - 1/2``. Both ``m - 1/2`` and ``m`` are doubles, and ``fl`` never turns
an order around, so ``fl(N / D) >= m - 1/2`` and ``fl(fl(N / D) + 0.5) >= m``.
*Not too high*: let ``u`` be the distance of doubles just below ``m + 1``; ``u <= 2^-52 (m + 1)``.
Both roundings together add at most ``u``, so the sum stays below ``m + 1 - 1/(2 D) + u``. This is
below ``m + 1`` if ``u < 1/(2 D)``, which ``2 D (m + 1) < 2^52`` gives; and
``2 D (m + 1) <= 2 D (N / D + 3/2) = 2 N + 3 D``. ∎

**Roots.** With ``26 N + 38 D < 2^52`` the same holds of ``sqrt(N / D)``. Not too low:
``(m - 1/2)^2`` is a double, and so is its root. Not too high: ``4 N < (2 m + 1)^2 D`` are integers,
so the root is at most ``m + 1/2 - 1/(8 D (m + 1/2))``. Three roundings add at most ``1.25 u``, the
first being halved by the root, and ``10 D (m + 1) (m + 1/2) < 22.5 N + 27.5 D`` follows from
``m <= sqrt(N / D) + 1/2`` and ``2.5 r <= 1.25 (r^2 + 1)``.

The fold carries the largest value that each number can come to, from the largest value of each
column, and so says before a row is read which kind of number holds all of it without error
(``Capacity``). A sign goes away from zero: the quotient is rounded without it.

What is missing and what is undefined follow the exact engine, each as a condition of its own:
strict operations are missing if an operand is, ``isi``, ``jika``, ``dan`` and ``atau`` look at what
they need.
"""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import partial, reduce
from math import gcd, lcm
from typing import Final, Generic

from kesbang_iku._records import dataclass
from kesbang_iku.formula.engines.arithmetic import Arithmetic, ColumnRange, E, Need, Quotient
from kesbang_iku.formula.engines.whole import Whole, Wholes
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Name,
    Number,
    Unary,
    UnaryOperator,
)

_SQUARE: Final = 2


class NotFoldedError(Exception):
    """A formula is no single quotient, and takes the exact engine. The text names what is in it."""


@dataclass(frozen=True, slots=True)
class Folded(Generic[E]):
    """A number as a quotient, and when there is none.

    Attributes:
        factor: the constant factor.
        numerator, denominator: whole numbers; the denominator is above 0 where it is defined.
        missing: where something that is needed is missing; ``None``: nowhere.
        undefined: where it has no result; ``None``: nowhere. What is missing comes first.
        root: whether it is the square root of the quotient.
    """

    factor: Fraction
    numerator: Whole[E]
    denominator: Whole[E]
    missing: E | None = None
    undefined: E | None = None
    root: bool = False


@dataclass(frozen=True, slots=True)
class FoldedCondition(Generic[E]):
    """A condition, and where it is missing or undefined."""

    holds: E
    missing: E | None = None
    undefined: E | None = None


@dataclass(frozen=True, slots=True)
class Published(Generic[E]):
    """What is published of a formula.

    Attributes:
        steps: the value counted in steps of its last place; of use where neither of the others is.
        missing: where something that is needed is missing.
        undefined: where it has no result, and nothing is missing.
        bound: the steps are at most so many, without their sign.
        negative: whether they may be below 0.
    """

    steps: E
    missing: E | None
    undefined: E | None
    bound: int
    negative: bool


class Fold(Generic[E]):
    """Folds trees for one engine over columns of which the range is known.

    ``need`` tells, after folding, how large the numbers on the way become.
    """

    def __init__(self, arithmetic: Arithmetic[E], columns: Mapping[str, ColumnRange]) -> None:
        """Fold by ``arithmetic`` over ``columns``, the variables by name."""
        self.arithmetic: Arithmetic[E] = arithmetic
        self.columns: Mapping[str, ColumnRange] = columns
        self.wholes: Wholes[E] = Wholes(arithmetic)

    @property
    def need(self) -> Need:
        """How large the numbers on the way become."""
        return self.wholes.need

    # ---------------------------------------------------------------------------- what is asked

    def published(self, tree: Expression, decimals: int) -> Published[E]:
        """Return ``tree`` rounded to ``decimals`` places, half away from zero.

        Raises:
            NotFoldedError: it is no single quotient.
            KeyError: a variable has no column.
        """
        match tree:
            # Each side rounded by itself: a root may stand in either, and numbers stay smaller.
            case Call(function=Function.FILL, arguments=(value, substitute)):
                first = self.published(value, decimals)
                return self._one_of(first.missing, self.published(substitute, decimals), first)
            case Call(function=Function.IF, arguments=(condition, yes, no)):
                decided = self.condition(condition)
                chosen = self._one_of(
                    decided.holds, self.published(yes, decimals), self.published(no, decimals)
                )
                return replace(
                    chosen,
                    missing=self._either(decided.missing, chosen.missing),
                    undefined=self._either(decided.undefined, chosen.undefined),
                )
            case _:
                folded = self.number(tree)
                return Published(
                    self._steps(folded, decimals),
                    folded.missing,
                    folded.undefined,
                    self._steps_bound(folded, decimals),
                    self._may_be_negative(folded),
                )

    def number(self, tree: Expression) -> Folded[E]:
        """Return a number as a quotient; raises as ``published`` does."""
        folded = self._node(tree)
        above, below = folded.numerator.content, folded.denominator.content
        if folded.root or above is None or below is None:
            return folded
        constant = Fraction(above, below)
        return replace(
            folded,
            factor=folded.factor * constant,
            numerator=self.wholes.one,
            denominator=self.wholes.one,
        )

    def _node(self, tree: Expression) -> Folded[E]:
        match tree:
            case Number(value=value):
                return Folded(value, self.wholes.one, self.wholes.one)
            case Name(name=name):
                return self._column(name)
            case Unary(operator=UnaryOperator.NEGATE, operand=operand):
                return self._times(self.number(operand), Fraction(-1))
            case Binary(operator=operator, left=left, right=right) if operator in _ARITHMETIC:
                return self._arithmetic(operator, self.number(left), self.number(right))
            case Call():
                return self._call(tree)
            case _:
                raise NotFoldedError("a condition stands where a number is expected")

    def condition(self, tree: Expression) -> FoldedCondition[E]:
        """Return a condition; raises as ``published`` does."""
        match tree:
            case Unary(operator=UnaryOperator.NOT, operand=operand):
                inner = self.condition(operand)
                return replace(inner, holds=self.arithmetic.negation(inner.holds))
            case Binary(operator=BinaryOperator.AND | BinaryOperator.OR) as both:
                return self._connective(both)
            case Binary(operator=operator, left=left, right=right) if operator in _COMPARISONS:
                return self._comparison(operator, self.number(left), self.number(right))
            case _:
                raise NotFoldedError("a number stands where a condition is expected")

    # -------------------------------------------------------------------------------- the nodes

    def _column(self, name: str) -> Folded[E]:
        known = self.columns[name]
        column = self.arithmetic.column(name)
        self.wholes.need.of_value(known.largest)
        whole = Whole(None, column, known.largest, known.negative)
        return Folded(known.unit, whole, self.wholes.one, self.arithmetic.missing(column))

    def _arithmetic(self, operator: BinaryOperator, left: Folded[E], right: Folded[E]) -> Folded[E]:
        match operator:
            case BinaryOperator.ADD:
                return self._sum(left, right)
            case BinaryOperator.SUBTRACT:
                return self._sum(left, self._times(right, Fraction(-1)))
            case BinaryOperator.MULTIPLY:
                return self._product(left, right)
            case _:
                return self._quotient(left, right)

    def _call(self, tree: Call) -> Folded[E]:
        match tree.function, tree.arguments:
            case (Function.SUM | Function.MEAN | Function.MIN | Function.MAX) as function, _:
                return self._listing(function, [*map(self.number, tree.arguments)])
            case Function.GEOMETRIC_MEAN, (left, right):
                return self._root_of_product(self.number(left), self.number(right))
            case Function.IF, (condition, yes, no):
                return self._choice(self.condition(condition), self.number(yes), self.number(no))
            case Function.FILL, (value, substitute):
                return self._filled(self.number(value), self.number(substitute))
            case Function.ROUND, (argument, Number(value=decimals)):
                return self._rounded(self.number(argument), int(decimals))
            case (Function.SQUARE_ROOT | Function.ABSOLUTE) as function, (argument,):
                inner = self._rational(self.number(argument))
                return (self._root if function is Function.SQUARE_ROOT else self._size)(inner)
            case function, _:
                raise NotFoldedError(function.value)

    def _listing(self, function: Function, operands: list[Folded[E]]) -> Folded[E]:
        if function is Function.MIN:
            return reduce(partial(self._nearer, BinaryOperator.LESS_EQUAL), operands)
        if function is Function.MAX:
            return reduce(partial(self._nearer, BinaryOperator.GREATER_EQUAL), operands)
        total = reduce(self._sum, operands)
        return total if function is Function.SUM else self._times(total, Fraction(1, len(operands)))

    def _size(self, inner: Folded[E]) -> Folded[E]:
        return replace(
            inner, factor=abs(inner.factor), numerator=self.wholes.absolute(inner.numerator)
        )

    def _sum(self, left: Folded[E], right: Folded[E]) -> Folded[E]:
        left, right = self._common(self._rational(left), self._rational(right))
        if self.wholes.same(left.denominator, right.denominator):
            numerator = self.wholes.add(left.numerator, right.numerator)
            return self._joined(left, right, numerator, left.denominator)
        return self._joined(
            left,
            right,
            self.wholes.add(
                self.wholes.multiply(left.numerator, right.denominator),
                self.wholes.multiply(right.numerator, left.denominator),
            ),
            self.wholes.multiply(left.denominator, right.denominator),
        )

    def _product(self, left: Folded[E], right: Folded[E]) -> Folded[E]:
        for one, other in ((left, right), (right, left)):
            if one.root and self._is_constant(other):
                return self._times(one, other.factor)
        left, right = self._rational(left), self._rational(right)
        product = self._joined(
            left,
            right,
            self.wholes.multiply(left.numerator, right.numerator),
            self.wholes.multiply(left.denominator, right.denominator),
        )
        return replace(product, factor=left.factor * right.factor)

    def _quotient(self, left: Folded[E], right: Folded[E]) -> Folded[E]:
        if self._is_constant(right) and right.factor:
            return self._times(left, 1 / right.factor)
        left, right = self._rational(left), self._rational(right)
        divisor = right.numerator
        numerator = self.wholes.multiply(left.numerator, right.denominator)
        if divisor.negative:
            sign = Whole(None, self.arithmetic.sign(self.wholes.written(divisor)), 1, negative=True)
            numerator = self.wholes.multiply(numerator, sign)
        quotient = self._joined(
            left,
            right,
            numerator,
            self.wholes.multiply(left.denominator, self.wholes.absolute(divisor)),
        )
        if right.factor == 0:
            # Divided by a constant 0: defined nowhere, so the numbers do not matter.
            nowhere = replace(quotient, numerator=self.wholes.one, denominator=self.wholes.one)
            return replace(nowhere, undefined=self.arithmetic.truth(True))
        by_zero = None if divisor.content is not None else self._equals_zero(divisor)
        return replace(
            quotient,
            factor=left.factor / right.factor,
            undefined=self._either(quotient.undefined, by_zero),
        )

    def _nearer(self, operator: BinaryOperator, left: Folded[E], right: Folded[E]) -> Folded[E]:
        """Return the one of two numbers for which the comparison holds."""
        left, right = self._rational(left), self._rational(right)
        chosen = self._picked(self._comparison(operator, left, right).holds, left, right)
        return replace(
            chosen,
            missing=self._either(left.missing, right.missing),
            undefined=self._either(left.undefined, right.undefined),
        )

    def _root(self, inner: Folded[E]) -> Folded[E]:
        negative = self._below_zero(inner)
        return replace(inner, undefined=self._either(inner.undefined, negative), root=True)

    def _root_of_product(self, left: Folded[E], right: Folded[E]) -> Folded[E]:
        left, right = self._rational(left), self._rational(right)
        product = self._product(left, right)
        negative = self._either(self._below_zero(left), self._below_zero(right))
        return replace(product, undefined=self._either(product.undefined, negative), root=True)

    def _choice(self, condition: FoldedCondition[E], yes: Folded[E], no: Folded[E]) -> Folded[E]:
        chosen = self._picked(condition.holds, self._rational(yes), self._rational(no))
        return replace(
            chosen,
            missing=self._either(condition.missing, chosen.missing),
            undefined=self._either(condition.undefined, chosen.undefined),
        )

    def _filled(self, value: Folded[E], substitute: Folded[E]) -> Folded[E]:
        if value.missing is None:
            return value
        return self._picked(value.missing, self._rational(substitute), self._rational(value))

    def _rounded(self, inner: Folded[E], decimals: int) -> Folded[E]:
        bound = self._steps_bound(inner, decimals)
        steps = Whole(None, self._steps(inner, decimals), bound, self._may_be_negative(inner))
        self.wholes.need.of_value(bound)
        return Folded(
            Fraction(1, 10**decimals), steps, self.wholes.one, inner.missing, inner.undefined
        )

    # ------------------------------------------------------------------------------- conditions

    def _comparison(
        self, operator: BinaryOperator, left: Folded[E], right: Folded[E]
    ) -> FoldedCondition[E]:
        """Compare the numerators over one denominator: denominators are above 0."""
        left, right = self._common(self._rational(left), self._rational(right))
        sides = (left.numerator, right.numerator)
        if not self.wholes.same(left.denominator, right.denominator):
            sides = (
                self.wholes.multiply(left.numerator, right.denominator),
                self.wholes.multiply(right.numerator, left.denominator),
            )
        # A common factor of 0 makes both sides 0.
        written = [
            self.wholes.written(side)
            for side in (sides if left.factor else (self.wholes.zero,) * 2)
        ]
        return FoldedCondition(
            self.arithmetic.compare(operator, *written),
            self._either(left.missing, right.missing),
            self._either(left.undefined, right.undefined),
        )

    def _connective(self, tree: Binary) -> FoldedCondition[E]:
        """Join two conditions: one alone decides where it is known, whatever the other is."""
        left, right = self.condition(tree.left), self.condition(tree.right)
        arithmetic = self.arithmetic
        missing = self._either(left.missing, right.missing)
        undefined = self._either(left.undefined, right.undefined)
        join = arithmetic.both if tree.operator is BinaryOperator.AND else arithmetic.either
        holds = join(left.holds, right.holds)
        if missing is None and undefined is None:
            return FoldedCondition(holds)
        decided = arithmetic.either(self._decides(left, tree), self._decides(right, tree))
        open_ = arithmetic.negation(decided)
        decisive = arithmetic.truth(tree.operator is BinaryOperator.OR)
        return FoldedCondition(
            arithmetic.choose(decided, decisive, holds),
            None if missing is None else arithmetic.both(open_, missing),
            None if undefined is None else arithmetic.both(open_, undefined),
        )

    def _decides(self, side: FoldedCondition[E], tree: Binary) -> E:
        arithmetic = self.arithmetic
        decisive = tree.operator is BinaryOperator.OR
        value = side.holds if decisive else arithmetic.negation(side.holds)
        unknown = self._either(side.missing, side.undefined)
        never = arithmetic.truth(False)
        # Chosen twice, since what is missing makes the condition itself missing.
        known = value if unknown is None else arithmetic.choose(unknown, never, value)
        return arithmetic.choose(known, arithmetic.truth(True), never)

    def _below_zero(self, folded: Folded[E]) -> E | None:
        numerator = folded.numerator
        if folded.factor == 0 or (folded.factor > 0 and not numerator.negative):
            return None
        operator = BinaryOperator.LESS if folded.factor > 0 else BinaryOperator.GREATER
        return self.arithmetic.compare(
            operator, self.wholes.written(numerator), self.wholes.literal(0)
        )

    def _equals_zero(self, whole: Whole[E]) -> E:
        return self.arithmetic.compare(
            BinaryOperator.EQUAL, self.wholes.written(whole), self.wholes.literal(0)
        )

    def _either(self, left: E | None, right: E | None) -> E | None:
        if left is None or right is None:
            return right if left is None else left
        return left if left is right else self.arithmetic.either(left, right)

    # ------------------------------------------------------------------------------- quotients

    def _joined(
        self, left: Folded[E], right: Folded[E], numerator: Whole[E], denominator: Whole[E]
    ) -> Folded[E]:
        return Folded(
            left.factor,
            numerator,
            denominator,
            self._either(left.missing, right.missing),
            self._either(left.undefined, right.undefined),
        )

    def _is_constant(self, folded: Folded[E]) -> bool:
        return folded.numerator.is_one and folded.denominator.is_one and not folded.root

    def _rational(self, folded: Folded[E]) -> Folded[E]:
        if folded.root:
            raise NotFoldedError(Function.SQUARE_ROOT.value)
        return folded

    def _times(self, folded: Folded[E], factor: Fraction) -> Folded[E]:
        if not folded.root:
            return replace(folded, factor=folded.factor * factor)
        if factor <= 0:
            raise NotFoldedError(Function.SQUARE_ROOT.value)
        return replace(folded, factor=folded.factor * factor**_SQUARE)

    def _common(self, left: Folded[E], right: Folded[E]) -> tuple[Folded[E], Folded[E]]:
        """Give both the same factor, and put what is over into the numerators."""
        if left.factor == right.factor:
            return left, right
        below = lcm(left.factor.denominator, right.factor.denominator)
        above = gcd(int(left.factor * below), int(right.factor * below))
        factor = Fraction(above, below)

        def over(folded: Folded[E]) -> Folded[E]:
            rest = self.wholes.constant(int(folded.factor / factor))
            return replace(
                folded, factor=factor, numerator=self.wholes.multiply(rest, folded.numerator)
            )

        return over(left), over(right)

    def _one_of(self, condition: E | None, yes: Published[E], no: Published[E]) -> Published[E]:
        if condition is None:
            return no
        return Published(
            self.arithmetic.choose(condition, yes.steps, no.steps),
            self._picked_outcome(condition, yes.missing, no.missing),
            self._picked_outcome(condition, yes.undefined, no.undefined),
            max(yes.bound, no.bound),
            yes.negative or no.negative,
        )

    def _picked(self, condition: E, yes: Folded[E], no: Folded[E]) -> Folded[E]:
        yes, no = self._common(yes, no)
        return Folded(
            yes.factor,
            self._picked_whole(condition, yes.numerator, no.numerator),
            self._picked_whole(condition, yes.denominator, no.denominator),
            self._picked_outcome(condition, yes.missing, no.missing),
            self._picked_outcome(condition, yes.undefined, no.undefined),
        )

    def _picked_outcome(self, condition: E, yes: E | None, no: E | None) -> E | None:
        if yes is None and no is None:
            return None
        never = self.arithmetic.truth(False)
        sides = (never if side is None else side for side in (yes, no))
        return self.arithmetic.choose(condition, *sides)

    def _picked_whole(self, condition: E, yes: Whole[E], no: Whole[E]) -> Whole[E]:
        if self.wholes.same(yes, no):
            return yes
        return self.wholes.made(
            self.arithmetic.choose(condition, self.wholes.written(yes), self.wholes.written(no)),
            max(yes.bound, no.bound),
            negative=yes.negative or no.negative,
        )

    # --------------------------------------------------------------------------------- rounding

    def _may_be_negative(self, folded: Folded[E]) -> bool:
        return not folded.root and (folded.factor < 0 or folded.numerator.negative)

    def _over(self, folded: Folded[E], decimals: int) -> tuple[Fraction, Whole[E], Whole[E]]:
        """Return the value in steps of its last place, unsigned: a factor, and what is divided."""
        scale = 10 ** (decimals * (_SQUARE if folded.root else 1))
        factor = abs(folded.factor) * scale
        numerator, denominator = self.wholes.absolute(folded.numerator), folded.denominator
        for whole in (numerator, denominator):
            if whole.content is not None:
                exponent = 1 if whole is numerator else -1
                factor *= Fraction(whole.content) ** exponent
        one = self.wholes.one
        numerator = one if numerator.content is not None else numerator
        denominator = one if denominator.content is not None else denominator
        return factor, numerator, denominator

    def _steps_bound(self, folded: Folded[E], decimals: int) -> int:
        # A denominator is at least 1 where it is defined; a root is below what it is the root of.
        factor, numerator, _ = self._over(folded, decimals)
        return factor.numerator * numerator.bound + 1

    def _steps(self, folded: Folded[E], decimals: int) -> E:
        factor, *divided = self._over(folded, decimals)
        numerator, denominator = (
            self.wholes.multiply(self.wholes.constant(constant), whole)
            for constant, whole in zip(factor.as_integer_ratio(), divided, strict=True)
        )
        above = self.wholes.written(numerator)
        below = denominator.content or self.wholes.written(denominator)
        if folded.root:
            self.wholes.need.of_root(numerator.bound, denominator.bound)
            return self.arithmetic.root_half_up(above, below)
        self.wholes.need.of_quotient(numerator.bound, denominator.bound)
        n, d = map(self.wholes.written, divided)
        steps = self.arithmetic.half_up(Quotient(above, below, factor, n, d))
        if not self._may_be_negative(folded):
            return steps
        if not folded.numerator.negative:
            return self.arithmetic.multiply(steps, self.wholes.literal(-1))
        sign = self.arithmetic.sign(self.wholes.written(folded.numerator))
        if folded.factor < 0:
            sign = self.arithmetic.multiply(sign, self.wholes.literal(-1))
        return self.arithmetic.multiply(sign, steps)


_ARITHMETIC: Final = frozenset(
    {BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.MULTIPLY, BinaryOperator.DIVIDE}
)
_COMPARISONS: Final = frozenset(
    {
        BinaryOperator.LESS,
        BinaryOperator.LESS_EQUAL,
        BinaryOperator.GREATER,
        BinaryOperator.GREATER_EQUAL,
        BinaryOperator.EQUAL,
        BinaryOperator.NOT_EQUAL,
    }
)
