"""Irrational values that stay exact: what ``akar`` and ``rata_rata_geometrik`` lead to."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula import algebraic
from kesbang_iku.formula.algebraic import Core, Form, NestedRadical, Product, Radical, Reciprocal
from kesbang_iku.formula.limits import MAXIMUM_ROOT_DEGREE

MAXIMUM_SEPARATION_BITS: Final = 1 << 14
"""How many bits behind the point an exact decision may have to look at. It concerns only roots of
sums of roots, and quotients by such sums; single roots and their sums are decided without."""

MAXIMUM_DENOMINATOR_BITS: Final = 1 << 13
"""Size of the denominator that such a value may have if it is rational after all. Both limits keep
a decision well below a second, and leave room for numbers of twenty digits."""

MAXIMUM_NESTING: Final = 64
"""How deep products, quotients and roots of roots may stand inside one another."""

_ZERO: Final = Fraction(0)
_ONE: Final = Fraction(1)


class RootLimitError(ArithmeticError):
    """An operation on roots whose result is too involved to decide anything about it exactly."""


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Root:
    """An irrational number, exact: made of rationals by roots and by ``+ - * /``.

    A ``Root`` is irrational without exception: whatever comes out rational is a ``Fraction``. So
    it is never 0, never equal to a rational number, and never exactly between two roundings.
    Arithmetic with ``int``, ``Fraction`` and ``Root`` is exact, and so are comparison, equality and
    hashing: two roots are equal when they are the same number, however they came about.

    ``str()`` is text in the formula language that evaluates to the same number; ``float()`` is the
    nearest float, for display only.

    Operations, among them comparison with another root that is the same to 64 bits, raise
    ``RootLimitError`` when the degrees of all roots in the result multiply to more than
    ``limits.MAXIMUM_ROOT_DEGREE`` or exact decisions about it would take too long.
    """

    form: Form

    def __add__(self, other: Exact | int) -> Exact:
        if isinstance(other, Root):
            return _settled(algebraic.added(self.form, other.form))
        if isinstance(other, (int, Fraction)):
            return Root(Form(self.form.offset + other, self.form.terms))
        return NotImplemented

    __radd__ = __add__

    def __neg__(self) -> Root:
        return Root(algebraic.scaled(self.form, -_ONE))

    def __sub__(self, other: Exact | int) -> Exact:
        if isinstance(other, (int, Fraction, Root)):
            return self + -other
        return NotImplemented

    def __rsub__(self, other: Exact | int) -> Exact:
        return -self + other

    def __mul__(self, other: Exact | int) -> Exact:
        if isinstance(other, Root):
            return _settled(algebraic.multiplied(self.form, other.form))
        if isinstance(other, (int, Fraction)):
            return Root(algebraic.scaled(self.form, Fraction(other))) if other else _ZERO
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other: Exact | int) -> Exact:
        if isinstance(other, Root):
            return self * _limited(algebraic.inverted(other.form))
        if isinstance(other, (int, Fraction)):
            return Root(algebraic.scaled(self.form, 1 / Fraction(other)))
        return NotImplemented

    def __rtruediv__(self, other: Exact | int) -> Exact:
        return _limited(algebraic.inverted(self.form)) * other

    def __abs__(self) -> Root:
        return self if self.sign() > 0 else -self

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Root):
            return self.form == other.form or not _difference_sign(self, other)
        return False if isinstance(other, (int, Fraction)) else NotImplemented

    def __hash__(self) -> int:
        # The integer part of a multiple depends on the number only, not on how it is written.
        return hash((Root, algebraic.floor(algebraic.scaled(self.form, Fraction(1 << 32)))))

    def __lt__(self, other: Exact | int) -> bool:
        return self._ordered(other, operator.lt)

    def __le__(self, other: Exact | int) -> bool:
        return self._ordered(other, operator.le)

    def __gt__(self, other: Exact | int) -> bool:
        return self._ordered(other, operator.gt)

    def __ge__(self, other: Exact | int) -> bool:
        return self._ordered(other, operator.ge)

    def _ordered(self, other: Exact | int, holds: Callable[[int, int], bool]) -> bool:
        if isinstance(other, (int, Fraction, Root)):
            return holds(_difference_sign(self, other), 0)
        return NotImplemented

    def __float__(self) -> float:
        precision = algebraic.FIRST_PRECISION
        while True:
            low, high = algebraic.enclose(self.form, precision)
            nearest = float(Fraction(low, 1 << precision))
            if nearest == float(Fraction(high, 1 << precision)):
                return nearest
            precision *= 2

    def __str__(self) -> str:
        return _form_text(self.form)

    def __repr__(self) -> str:
        return f"Root({self})"

    def sign(self) -> int:
        """Return 1 if the number is positive, -1 if it is negative; it is never 0."""
        return algebraic.sign(self.form)

    def floor(self) -> int:
        """Return the largest integer below the number."""
        return algebraic.floor(self.form)

    def enclose(self, precision: int) -> tuple[Fraction, Fraction]:
        """Return two rationals around the number, of ``precision`` bits behind the point."""
        low, high = algebraic.enclose(self.form, precision)
        return Fraction(low, 1 << precision), Fraction(high, 1 << precision)


Exact = Fraction | Root
"""A number without error."""


def nth_root(value: Exact | int, degree: int) -> Exact:
    """Return the ``degree``-th root of ``value``, the one that is not negative.

    Raises:
        ValueError: ``value`` is negative, or ``degree`` is less than 1.
        RootLimitError: The result would be too involved.
    """
    if degree < 1:
        raise ValueError("the degree of a root is at least 1")
    if value < 0:
        raise ValueError("root of a negative number")
    if degree == 1 or value == 0:
        return value if isinstance(value, Root) else Fraction(value)
    if degree > MAXIMUM_ROOT_DEGREE:
        raise RootLimitError(f"degree {degree}")
    if isinstance(value, Root):
        return _limited(algebraic.rooted(value.form, degree))
    simple = algebraic.simplest_radical(Fraction(value), degree)
    return simple if isinstance(simple, Fraction) else Root(Form(_ZERO, ((_ONE, simple),)))


def square_root(value: Exact | int) -> Exact:
    """Return the square root of ``value``; raises as ``nth_root`` does."""
    return nth_root(value, 2)


def geometric_mean(values: Sequence[Exact | int]) -> Exact:
    """Return the n-th root of the product of n ``values``, none of which is negative.

    Raises:
        ValueError: There is no value, or a negative one.
        RootLimitError: The result would be too involved.
    """
    if any(value < 0 for value in values):
        raise ValueError("geometric mean of a negative number")
    product: Exact = _ONE
    for value in values:
        product = product * value
    return nth_root(product, len(values))


def compare(left: Exact | int, right: Exact | int) -> int:
    """Return -1, 0 or 1 as ``left`` is less than, equal to or greater than ``right``.

    Raises:
        RootLimitError: The difference of the two is too involved.
    """
    if isinstance(left, Root):
        return _difference_sign(left, right)
    if isinstance(right, Root):
        return -_difference_sign(right, left)
    return (left > right) - (left < right)


def _difference_sign(left: Root, right: Exact | int) -> int:
    if isinstance(right, Root) and left.form == right.form:
        return 0
    if isinstance(right, Root):
        # Most numbers differ early; then no exact difference needs to be formed.
        low, high = algebraic.enclose(left.form, algebraic.FIRST_PRECISION)
        other_low, other_high = algebraic.enclose(right.form, algebraic.FIRST_PRECISION)
        if low > other_high:
            return 1
        if high < other_low:
            return -1
    difference = left - right
    if isinstance(difference, Root):
        return difference.sign()
    return (difference > 0) - (difference < 0)


def _settled(form: Form) -> Exact:
    """Return ``form`` as a ``Fraction`` if it is rational, else as a root within the limits."""
    if not form.terms:
        return form.offset
    root = _limited(form)
    if algebraic.is_plain(form):
        return root
    if algebraic.bound(form).rational_denominator_bits > MAXIMUM_DENOMINATOR_BITS:
        raise RootLimitError("denominator")
    rational = algebraic.rational_value(form)
    return root if rational is None else rational


def _limited(form: Form) -> Root:
    sizes = algebraic.bound(form)
    if sizes.degree > MAXIMUM_ROOT_DEGREE:
        raise RootLimitError(f"degree {sizes.degree}")
    if not algebraic.is_plain(form):
        if sizes.separation_bits > MAXIMUM_SEPARATION_BITS:
            raise RootLimitError(f"separation {sizes.separation_bits} bits")
        if _nesting(form) > MAXIMUM_NESTING:
            raise RootLimitError("nesting")
    return Root(form)


def _nesting(form: Form) -> int:
    inner = (part for _, core in form.terms for part in _parts(core))
    return 1 + max(map(_nesting, inner), default=0)


def _parts(core: Core) -> tuple[Form, ...]:
    match core:
        case Radical():
            return ()
        case NestedRadical(radicand=radicand):
            return (radicand,)
        case Product(left=left, right=right):
            return (left, right)
        case Reciprocal(of=of):
            return (of,)


# ------------------------------------------------------------------------------------------ text


def _form_text(form: Form) -> str:
    pieces: list[tuple[bool, str]] = []
    if form.offset:
        pieces.append((form.offset < 0, _rational_text(abs(form.offset))))
    for factor, core in form.terms:
        text = _core_text(core)
        if abs(factor) != 1:
            text = f"{_rational_text(abs(factor))} * {text}"
        pieces.append((factor < 0, text))
    first, *others = pieces
    start = f"-{first[1]}" if first[0] else first[1]
    return start + "".join(f" {'-' if negative else '+'} {text}" for negative, text in others)


def _core_text(core: Core) -> str:
    match core:
        case Radical(degree=degree, radicand=radicand):
            return _root_text(_rational_text(radicand), degree)
        case NestedRadical(degree=degree, radicand=inside):
            return _root_text(_form_text(inside), degree)
        case Product(left=left, right=right):
            return f"(({_form_text(left)}) * ({_form_text(right)}))"
        case Reciprocal(of=of):
            return f"(1 / ({_form_text(of)}))"


def _root_text(inside: str, degree: int) -> str:
    if degree == algebraic.SQUARE:
        return f"akar({inside})"
    # The n-th root of x is the geometric mean of x and n - 1 ones.
    return f"rata_rata_geometrik({inside}{', 1' * (degree - 1)})"


def _rational_text(value: Fraction) -> str:
    if value.denominator == 1:
        return str(value.numerator)
    return f"{value.numerator} / {value.denominator}"
