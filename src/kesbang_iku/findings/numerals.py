"""Exact numbers as people write them: ``1.234,5`` in Indonesian, ``1,234.5`` in English."""

from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

Language = Literal["id", "en"]

_MARKS: Final[dict[Language, tuple[str, str]]] = {"id": (".", ","), "en": (",", ".")}
_GROUP: Final = 3


def decimals_of(value: Fraction | int) -> int | None:
    """Return how many decimals write ``value`` exactly, or ``None`` if no number of them does."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def decimal_text(value: Fraction | int) -> str | None:
    """Return ``value`` as a decimal with a point, or ``None`` if it does not end as one."""
    decimals = decimals_of(value)
    if decimals is None:
        return None
    digits = str(abs(value.numerator) * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    sign = "-" if value.numerator < 0 else ""
    return sign + (f"{digits[:-decimals]}.{digits[-decimals:]}" if decimals else digits)


def localized(plain: str, language: Language = "id") -> str:
    """Return ``plain`` (an optional sign, digits, an optional point and digits) as people write it.

    Thousands are grouped in the whole part only.
    """
    group, mark = _MARKS[language]
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, decimals = digits.partition(".")
    if len(whole) <= _GROUP:
        return f"{sign}{whole}{mark}{decimals}" if decimals else plain
    head = len(whole) % _GROUP or _GROUP
    parts = [whole[:head], *(whole[at : at + _GROUP] for at in range(head, len(whole), _GROUP))]
    grouped = sign + group.join(parts)
    return f"{grouped}{mark}{decimals}" if decimals else grouped


def format_number(value: Decimal | Fraction | int, language: Language = "id") -> str:
    """Return ``value`` for people.

    A ``Decimal`` keeps its decimals, trailing zeros too. A fraction that does not end as a decimal
    is written as a quotient, ``1250/617``: a point beside the stroke would be read as a decimal.
    """
    return _shown(_parts(value), language)


def format_in_both(value: Decimal | Fraction | int) -> tuple[str, str]:
    """Return ``value`` for people, in Indonesian and in English."""
    parts = _parts(value)
    return _shown(parts, "id"), _shown(parts, "en")


def _shown(parts: tuple[str, ...], language: Language) -> str:
    return localized(parts[0], language) if len(parts) == 1 else "/".join(parts)


def _parts(value: Decimal | Fraction | int) -> tuple[str, ...]:
    """Return a number without any marks but its point, or the two numbers of a quotient."""
    if isinstance(value, Decimal):
        return (f"{value:f}",)
    plain = decimal_text(value)
    return (str(value.numerator), str(value.denominator)) if plain is None else (plain,)


def range_text(
    low: Decimal | Fraction | None, high: Decimal | Fraction | None, language: Language = "id"
) -> str:
    """Return a range for people, ``0–100``; an open end is an ellipsis."""
    return "–".join("…" if end is None else format_number(end, language) for end in (low, high))
