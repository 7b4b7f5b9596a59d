"""Small exact arithmetic that rules share."""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final

from kesbang_iku.findings import Text, format_number
from kesbang_iku.findings.numerals import decimal_text
from kesbang_iku.model.vocabulary import NumberFormat, Polarity
from kesbang_iku.sources.numbers import CellValue, Number, from_python

PAIR: Final = 2
"""The least that can be compared: one thing and another."""
PLUS: Final = " + "
"""What stands between the parts of a sum."""


def reading_of(
    written: object, form: NumberFormat | None = None, *, whole: bool = False
) -> CellValue | None:
    """Return what a cell holds, or ``None`` where it cannot be told; ``whole`` if it counts."""
    return from_python(written, format_angka=form, whole=whole).value


def number_of(
    written: object, form: NumberFormat | None = None, *, whole: bool = False
) -> Fraction | None:
    """Return the one number that a cell holds, or ``None`` where it holds none."""
    content = reading_of(written, form, whole=whole)
    return content.value if isinstance(content, Number) else None


def median(values: tuple[Fraction, ...]) -> Fraction:
    """Return the median of one or more values."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def spread(values: tuple[Fraction, ...]) -> Fraction:
    """Return the median absolute deviation of one or more values."""
    centre = median(values)
    return median(tuple(abs(value - centre) for value in values))


def is_times(factor: Fraction, one: Fraction, other: Fraction) -> bool:
    """Say whether of two numbers but zero, of one sign, one is at least ``factor`` times the other.

    Nothing is divided, which takes much longer: nearly all numbers asked about are not.
    """
    parts = one.numerator * other.denominator, other.numerator * one.denominator
    small, large = sorted(map(abs, parts))
    same_sign = (parts[0] < 0) is (parts[1] < 0)
    return same_sign and large * factor.denominator >= small * factor.numerator


@lru_cache(maxsize=4096)
def significant_digits(value: Fraction) -> int:
    """Return how many digits of ``value`` say something: 2 for 120, 4 for 76.12."""
    # A fraction that does not end as a decimal is written as a quotient; its digits tell, too.
    plainly = decimal_text(value) or str(value)
    return len("".join(sign for sign in plainly if sign.isdecimal()).strip("0"))


def written(value: Fraction | int) -> str:
    """Return a number as findings carry it: a decimal with a point, where it ends as one."""
    return decimal_text(Fraction(value)) or str(value)


def listed(numbers: Iterable[Fraction | int], between: str = "; ") -> Text:
    """Return numbers one after another, as the readers of each language write them."""
    return Text.same(between).join(Text.each(partial(format_number, one)) for one in numbers)


def better(value: Fraction, than: Fraction, polarity: Polarity) -> bool | None:
    """Say whether ``value`` is better ``than`` another; ``None`` where neither direction is."""
    if polarity == "stabilkan":
        return None
    return value > than if polarity == "maksimalkan" else value < than


def shifted(value: Fraction, other: Fraction, tolerance: Fraction) -> Fraction | None:
    """Return 10 or 1/10 where ``value`` is about that many times ``other``, else ``None``."""
    if not value or not other:
        return None
    for times in (Fraction(10), Fraction(1, 10)):
        if abs(value / other / times - 1) <= tolerance:
            return times
    return None
