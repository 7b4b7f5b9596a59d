"""Rounding for publication: half away from zero, to a stated number of decimals, without error."""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, Context, Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

from kesbang_iku.formula import algebraic
from kesbang_iku.formula.roots import Exact, Root

_LOSSLESS: Final = Context(prec=MAX_PREC, Emax=MAX_EMAX, Emin=MIN_EMIN)
"""Moving the point of a number of any size in it loses no digit."""


def round_half_up(value: Exact | Decimal | int, decimals: int) -> Decimal:
    """Return ``value`` rounded to ``decimals`` places, a half going away from zero.

    Args:
        value: The exact value, of any size.
        decimals: Places behind the point, at least 0.

    Returns:
        A decimal with exactly ``decimals`` places (``Decimal("0.50")``), never a negative zero. It
        depends on no decimal context and loses no digit.

    Raises:
        ValueError: ``decimals`` is negative.
    """
    return _of_steps(rounded_steps(value, decimals), decimals)


@lru_cache(maxsize=16384)
def _of_steps(steps: int, decimals: int) -> Decimal:
    """Return so many steps of the last place; of percentages there are ten thousand."""
    return Decimal(steps).scaleb(-decimals, _LOSSLESS)


def fraction_of(published: Decimal) -> Fraction:
    """Return the fraction that a rounded number is, as ``Fraction`` does in three times as long."""
    return Fraction(*published.as_integer_ratio())


def rounded_fraction(value: Exact | int, decimals: int) -> Fraction:
    """Return the same as a fraction; raises as ``round_half_up`` does."""
    return Fraction(rounded_steps(value, decimals), 10**decimals)


def rounded_steps(value: Exact | Decimal | int, decimals: int) -> int:
    """Return the rounded value counted in steps of the last place: 8333 for 83.33."""
    if decimals < 0:
        raise ValueError("the number of decimals is at least 0")
    scale: int = 10**decimals
    if isinstance(value, Root):
        negative = value.sign() < 0
        steps = algebraic.scaled(abs(value).form, Fraction(scale))
        # A root is irrational, so it is never exactly on a half.
        nearest = algebraic.floor(steps._replace(offset=steps.offset + Fraction(1, 2)))
    else:
        numerator, denominator = value.as_integer_ratio()
        negative = numerator < 0
        nearest = (2 * abs(numerator) * scale + denominator) // (2 * denominator)
    return -nearest if negative else nearest
