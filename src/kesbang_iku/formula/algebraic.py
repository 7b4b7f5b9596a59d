"""Sums of radicals as exact objects: enclosing them, and deciding what a look at digits cannot.

A ``Form`` is ``offset + factor * core + ...`` with rational offset and factors. Its cores are

* ``Radical``: the positive ``degree``-th root of a positive rational number,
* ``NestedRadical``: the same of another form,
* ``Product`` and ``Reciprocal`` of other forms, where multiplying out is not possible.

A form whose cores are all of the first kind is *plain*. The radicals of a plain form are
kept pairwise incommensurable, and such radicals are linearly independent over the rationals
(Besicovitch 1940, Mordell 1953): a plain form with any term left is irrational. Any other form may
be a rational number in disguise, as ``akar(2) * akar(3) - akar(6)`` would be were it not multiplied
out, and is tested for it (``rational_value``) with bounds for roots of the kind given by Burnikel,
Funke, Mehlhorn, Schirra and Schmitt: a form is the quotient of two algebraic integers, every
conjugate of which is at most ``2**numerator_bits`` and ``2**denominator_bits``; the norm of an
algebraic integer other than 0 is at least 1, so the form is 0 or at least
``2**-((degree - 1) * numerator_bits + denominator_bits)`` away from it.
"""

from fractions import Fraction
from itertools import product
from math import isqrt, lcm, prod
from typing import Final, NamedTuple

FIRST_PRECISION: Final = 64
"""Bits behind the point of the first enclosure that a decision looks at; each next has twice as
many."""


SQUARE: Final = 2
_PRIMES: Final = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61)
"""All that can divide a degree within the limits."""


class Form(NamedTuple):
    """``offset`` plus the sum of ``factor * core`` over ``terms``; factors are not 0."""

    offset: Fraction
    terms: "tuple[tuple[Fraction, Core], ...]"


class Radical(NamedTuple):
    """The positive ``degree``-th root of a positive rational number, in the least degree possible.

    So it is irrational, and ``degree`` is its degree as an algebraic number.
    """

    degree: int
    radicand: Fraction


class NestedRadical(NamedTuple):
    """The positive ``degree``-th root of a positive form."""

    degree: int
    radicand: Form


class Product(NamedTuple):
    """``left * right``."""

    left: Form
    right: Form


class Reciprocal(NamedTuple):
    """``1 / of``; ``of`` is not 0."""

    of: Form


Core = Radical | NestedRadical | Product | Reciprocal


class Interval(NamedTuple):
    """A number between ``low`` and ``high``, both counted in units of ``2**-precision``."""

    low: int
    high: int


class Bound(NamedTuple):
    """Sizes of a form as a quotient of two algebraic integers, as logarithms to base 2."""

    numerator_bits: int
    denominator_bits: int
    radicals: frozenset[Radical | NestedRadical]

    @property
    def degree(self) -> int:
        """An upper bound on the algebraic degree: the product of the degrees of the radicals."""
        return prod(radical.degree for radical in self.radicals)

    @property
    def separation_bits(self) -> int:
        """The form is 0 or at least ``2**-separation_bits`` away from it."""
        return (self.degree - 1) * self.numerator_bits + self.denominator_bits

    @property
    def rational_denominator_bits(self) -> int:
        """If the form is rational, its denominator is at most ``2**rational_denominator_bits``.

        It then divides the norm of the denominator of the quotient of algebraic integers.
        """
        return self.degree * self.denominator_bits


def integer_root(value: int, degree: int) -> int:
    """Return the largest integer whose ``degree``-th power is at most ``value`` (not negative)."""
    while degree % 2 == 0:
        value = isqrt(value)
        degree //= 2
    if degree == 1 or value <= 1:
        return value
    bits = value.bit_length()
    shift = bits // (2 * degree)
    if shift <= degree.bit_length():
        guess = 1 << -(-bits // degree)
    else:
        # The upper half of the digits costs a fraction of the whole and leaves one or two steps.
        guess = integer_root(value >> (shift * degree), degree) + 1 << shift
    while True:
        better = ((degree - 1) * guess + value // guess ** (degree - 1)) // degree
        if better >= guess:
            return guess
        guess = better


def rational_root(value: Fraction, degree: int) -> Fraction | None:
    """Return the ``degree``-th root of ``value`` (both not negative) if it is rational."""
    numerator = integer_root(value.numerator, degree)
    if numerator**degree != value.numerator:
        return None
    denominator = integer_root(value.denominator, degree)
    if denominator**degree != value.denominator:
        return None
    return Fraction(numerator, denominator)


def simplest_radical(radicand: Fraction, degree: int) -> Radical | Fraction:
    """Return the root of a positive rational number, as a fraction if it is one."""
    radicand, degree = _simplest(radicand, degree)
    return radicand if degree == 1 else Radical(degree, radicand)


def _simplest(radicand: Fraction, degree: int) -> tuple[Fraction, int]:
    """Return the same root with the least degree possible."""
    for prime in _PRIMES:
        while degree % prime == 0 and (root := rational_root(radicand, prime)) is not None:
            radicand = root
            degree //= prime
    return radicand, degree


def is_plain(form: Form) -> bool:
    """Tell whether every core is a radical of a rational number."""
    return all(isinstance(core, Radical) for _, core in form.terms)


def _plain_terms(form: Form) -> list[tuple[Fraction, Radical]] | None:
    """Return the terms of a plain form, and ``None`` for any other form."""
    terms = [(factor, core) for factor, core in form.terms if isinstance(core, Radical)]
    return terms if len(terms) == len(form.terms) else None


# ---------------------------------------------------------------------------------------- forms


def scaled(form: Form, factor: Fraction) -> Form:
    """Return ``factor * form`` for a factor other than 0."""
    return Form(form.offset * factor, tuple((part * factor, core) for part, core in form.terms))


def added(left: Form, right: Form) -> Form:
    """Return ``left + right``, commensurable radicals put together. May have no terms."""
    terms = list(left.terms)
    for factor, core in right.terms:
        for index, (present, other) in enumerate(terms):
            ratio = _ratio(core, other)
            if ratio is not None:
                terms[index] = (present + factor * ratio, other)
                break
        else:
            terms.append((factor, core))
    offset = left.offset + right.offset
    return Form(offset, tuple(term for term in terms if term[0] != 0))


def multiplied(left: Form, right: Form) -> Form:
    """Return ``left * right``, multiplied out where both are plain. May have no terms.

    It is left as a product where multiplying out would multiply the radicals: the degree of a
    result never exceeds the product of the degrees of what it is made of.
    """
    left_terms, right_terms = _plain_terms(left), _plain_terms(right)
    if left_terms is not None and right_terms is not None:
        result = Form(left.offset * right.offset, ())
        for factor, radical in left_terms:
            result = added(result, _scaled_radical(factor * right.offset, radical))
        for factor, radical in right_terms:
            result = added(result, _scaled_radical(factor * left.offset, radical))
        for (factor, radical), (other_factor, other) in product(left_terms, right_terms):
            fused = _radical_product(radical, other)
            both = factor * other_factor
            if isinstance(fused, Fraction):
                result = Form(result.offset + both * fused, result.terms)
            else:
                result = added(result, _scaled_radical(both, fused))
        separate = _product_bound(bound(left), bound(right))
        if bound(result).degree <= separate.degree:
            return result
    return Form(Fraction(0), ((Fraction(1), Product(left, right)),))


def inverted(form: Form) -> Form:
    """Return ``1 / form`` of an irrational form."""
    match form:
        case Form(offset=offset, terms=((factor, Radical(degree=degree, radicand=radicand)),)):
            if offset == 0:
                return _scaled_radical(1 / factor, Radical(degree, 1 / radicand))
            if degree == SQUARE:
                norm = offset**2 - factor**2 * radicand
                return scaled(Form(offset, ((-factor, Radical(degree, radicand)),)), 1 / norm)
    return Form(Fraction(0), ((Fraction(1), Reciprocal(form)),))


def rooted(form: Form, degree: int) -> Form:
    """Return the positive ``degree``-th root of a positive irrational form."""
    core: Core = NestedRadical(degree, form)
    match form:
        case Form(offset=offset, terms=((factor, Radical() as radical),)) if offset == 0:
            # The root of an irrational number is irrational: no rational number comes out.
            inner = factor**radical.degree * radical.radicand
            radicand, degree = _simplest(inner, radical.degree * degree)
            core = Radical(degree, radicand)
    return Form(Fraction(0), ((Fraction(1), core),))


def _scaled_radical(factor: Fraction, radical: Radical) -> Form:
    return Form(Fraction(0), ((factor, radical),))


def _ratio(left: Core, right: Core) -> Fraction | None:
    """Return ``left / right`` if it is plain to see that it is rational."""
    if left == right:
        return Fraction(1)
    if isinstance(left, Radical) and isinstance(right, Radical) and left.degree == right.degree:
        return rational_root(left.radicand / right.radicand, left.degree)
    return None


def _radical_product(left: Radical, right: Radical) -> Radical | Fraction:
    degree = lcm(left.degree, right.degree)
    radicand = left.radicand ** (degree // left.degree) * right.radicand ** (degree // right.degree)
    return simplest_radical(radicand, degree)


# ------------------------------------------------------------------------------------- enclosing


def enclose(form: Form, precision: int) -> Interval:
    """Return integers around ``form * 2**precision``; their distance shrinks as precision grows."""
    low, high = _scaled_bounds(form.offset, 1 << precision, 1 << precision)
    for factor, core in form.terms:
        inner = _enclose_core(core, precision)
        more_low, more_high = _scaled_bounds(factor, inner.low, inner.high)
        low += more_low
        high += more_high
    return Interval(low, high)


def sign(form: Form) -> int:
    """Return -1 or 1 for a form that is not 0."""
    precision = FIRST_PRECISION
    while True:
        low, high = enclose(form, precision)
        if low > 0:
            return 1
        if high < 0:
            return -1
        precision *= 2


def floor(form: Form) -> int:
    """Return the largest integer below an irrational form."""
    precision = FIRST_PRECISION
    while True:
        low, high = enclose(form, precision)
        if low >> precision == high >> precision:
            return low >> precision
        precision *= 2


def is_zero(form: Form) -> bool:
    """Decide whether ``form`` is 0."""
    separation = bound(form).separation_bits
    precision = FIRST_PRECISION
    while True:
        low, high = enclose(form, precision)
        if low > 0 or high < 0:
            return False
        if precision > separation and max(-low, high) < 1 << (precision - separation):
            return True
        precision *= 2


def rational_value(form: Form) -> Fraction | None:
    """Return the rational number that ``form`` is, or ``None`` if it is irrational.

    At most one number with a denominator within the bound lies in an enclosure that is short
    enough; whether that one is the form is a question of ``is_zero``.
    """
    if not form.terms:
        return form.offset
    if is_plain(form):
        return None
    limit_bits = bound(form).rational_denominator_bits
    precision = max(FIRST_PRECISION, 2 * limit_bits + 2)
    while True:
        low, high = enclose(form, precision)
        if (high - low).bit_length() < precision - 2 * limit_bits:
            break
        precision *= 2
    middle = Fraction(low + high, 2 << precision)
    candidate = middle.limit_denominator(1 << limit_bits)
    scaled, unit = candidate.numerator << precision, candidate.denominator
    if not low * unit <= scaled <= high * unit:
        return None
    return candidate if is_zero(Form(form.offset - candidate, form.terms)) else None


def _scaled_bounds(factor: Fraction, low: int, high: int) -> tuple[int, int]:
    numerator, denominator = factor.numerator, factor.denominator
    if numerator < 0:
        low, high = high, low
    return numerator * low // denominator, -(-numerator * high // denominator)


def _enclose_core(core: Core, precision: int) -> Interval:
    match core:
        case Radical(degree=degree, radicand=radicand):
            shifted = radicand.numerator << (degree * precision)
            root = integer_root(shifted // radicand.denominator, degree)
            return Interval(root, root + 1)
        case NestedRadical(degree=degree, radicand=inside):
            inner = enclose(inside, precision)
            room = (degree - 1) * precision
            root = integer_root(max(inner.low, 0) << room, degree)
            return Interval(root, integer_root(inner.high << room, degree) + 1)
        case Product(left=left, right=right):
            first, second = enclose(left, precision), enclose(right, precision)
            corners = [one * other for one in first for other in second]
            return Interval(min(corners) >> precision, -(-max(corners) >> precision))
        case Reciprocal(of=of):
            working = precision
            low, high = enclose(of, working)
            while low <= 0 <= high:
                working *= 2
                low, high = enclose(of, working)
            one = 1 << (precision + working)
            return Interval(one // high, -(-one // low))


# -------------------------------------------------------------------------------------- bounding


def bound(form: Form) -> Bound:
    """Return upper bounds on the sizes of ``form`` as a quotient of algebraic integers."""
    result = _rational_bound(form.offset)
    for factor, core in form.terms:
        result = _sum_bound(result, _product_bound(_rational_bound(factor), _core_bound(core)))
    return result


def _core_bound(core: Core) -> Bound:
    match core:
        case Radical(degree=degree, radicand=radicand):
            return _root_bound(_rational_bound(radicand), degree, core)
        case NestedRadical(degree=degree, radicand=inside):
            return _root_bound(bound(inside), degree, core)
        case Product(left=left, right=right):
            return _product_bound(bound(left), bound(right))
        case Reciprocal(of=of):
            inner = bound(of)
            return Bound(inner.denominator_bits, inner.numerator_bits, inner.radicals)


def _root_bound(inner: Bound, degree: int, radical: Radical | NestedRadical) -> Bound:
    upper, lower = inner.numerator_bits, inner.denominator_bits
    if upper >= lower:
        upper = -(-(upper + (degree - 1) * lower) // degree)
    else:
        lower = -(-((degree - 1) * upper + lower) // degree)
    return Bound(upper, lower, inner.radicals | {radical})


def _rational_bound(value: Fraction) -> Bound:
    # `bit_length` of the number below is the logarithm rounded up: 1 and 0 take no bits.
    upper = max(abs(value.numerator) - 1, 0).bit_length()
    return Bound(upper, (value.denominator - 1).bit_length(), frozenset())


def _product_bound(left: Bound, right: Bound) -> Bound:
    return Bound(
        left.numerator_bits + right.numerator_bits,
        left.denominator_bits + right.denominator_bits,
        left.radicals | right.radicals,
    )


def _sum_bound(left: Bound, right: Bound) -> Bound:
    first = left.numerator_bits + right.denominator_bits
    second = left.denominator_bits + right.numerator_bits
    return Bound(
        max(first, second) + 1,
        left.denominator_bits + right.denominator_bits,
        left.radicals | right.radicals,
    )
