"""Exact numbers as people write them, in Indonesian (``1.234,5``) and English (``1,234.5``)."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from kesbang_iku.diagnostics import Language
from kesbang_iku.formula.source import decimal_text

_MARKS: Final[dict[Language, tuple[str, str]]] = {"id": (".", ","), "en": (",", ".")}


def localized(plain: str, language: Language = "id") -> str:
    """Return ``plain`` (an optional sign, digits, an optional point and digits) as people write it.

    Thousands are grouped in the whole part only.
    """
    group, mark = _MARKS[language]
    sign, digits = ("-", plain[1:]) if plain.startswith("-") else ("", plain)
    whole, _, decimals = digits.partition(".")
    head = len(whole) % 3 or 3
    parts = [whole[:head], *(whole[at : at + 3] for at in range(head, len(whole), 3))]
    grouped = sign + group.join(parts)
    return f"{grouped}{mark}{decimals}" if decimals else grouped


def exact_text(value: Fraction, language: Language = "id") -> str:
    """Return ``value`` exactly: as a decimal where it ends, else as a fraction such as ``1/3``."""
    decimal = decimal_text(value)
    if decimal is None:
        above = localized(str(value.numerator), language)
        return f"{above}/{localized(str(value.denominator), language)}"
    return localized(decimal, language)
