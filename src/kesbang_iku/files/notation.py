"""What a run of digits and separators can mean: decimal comma or dot, with or without thousands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Final, Literal

from kesbang_iku.diagnostics import Language

NumberFormat = Literal["id", "en"]
"""``id``: decimal comma, thousands dot. ``en``: decimal dot, thousands comma."""

DECIMAL_MARK: Final[dict[NumberFormat, str]] = {"id": ",", "en": "."}
_GROUP_MARK: Final[dict[NumberFormat, str]] = {"id": ".", "en": ","}
_FORMATS: Final[tuple[NumberFormat, NumberFormat]] = ("id", "en")
_GROUP_SIZE: Final = 3

_GROUPED: Final = {
    mark: re.compile(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in ".,'"
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One meaning of a token; ``format`` is ``None`` where the token shows no decimal mark."""

    value: Fraction
    format: NumberFormat | None


def candidates(token: str) -> tuple[Candidate, ...]:
    """Return what ``token`` can mean: nothing (wrong grouping), one value, or two.

    ``token`` holds ASCII digits, dots, commas and apostrophes, and starts and ends with a digit.
    """
    marks = [sign for sign in token if not sign.isdigit()]
    if not marks:
        return (Candidate(Fraction(int(token)), None),)
    last = marks[-1]
    if last == "'":
        return _grouped(token, "'", None)
    whole, _, decimals = token.rpartition(last)
    as_decimal: NumberFormat = "id" if last == "," else "en"
    if len(marks) == 1:
        found = [Candidate(_fraction(whole, decimals), as_decimal)]
        if _GROUPED[last].fullmatch(token):
            found.append(Candidate(Fraction(int(whole + decimals)), _other(as_decimal)))
        return tuple(found)
    if set(marks) == {last}:
        return _grouped(token, last, _other(as_decimal))
    group = marks[0]
    if set(marks[:-1]) != {group} or not _GROUPED[group].fullmatch(whole):
        return ()
    return (Candidate(_fraction(whole.replace(group, ""), decimals), as_decimal),)


def _grouped(token: str, mark: str, form: NumberFormat | None) -> tuple[Candidate, ...]:
    if not _GROUPED[mark].fullmatch(token):
        return ()
    return (Candidate(Fraction(int(token.replace(mark, ""))), form),)


def _fraction(whole: str, decimals: str) -> Fraction:
    return Fraction(int(whole + decimals), 10 ** len(decimals))


def _other(form: NumberFormat) -> NumberFormat:
    return "en" if form == "id" else "id"


def readings(tokens: tuple[str, ...]) -> dict[NumberFormat, tuple[Fraction, ...]] | None:
    """Return the values of ``tokens`` under each format that explains all of them.

    Both give the same values where no token shows a decimal mark. ``None`` says that a token is
    grouped wrongly; an empty dict that no one format explains all tokens.
    """
    choices = [candidates(token) for token in tokens]
    if not all(choices):
        return None
    found: dict[NumberFormat, tuple[Fraction, ...]] = {}
    for form in _FORMATS:
        values = [
            next((c.value for c in options if c.format in (None, form)), None)
            for options in choices
        ]
        present = tuple(value for value in values if value is not None)
        if len(present) == len(values):
            found[form] = present
    return found


def plain(value: Fraction, mark: str = ",") -> str:
    """Return ``value`` without thousands marks; what has no finite decimal form, as ``a/b``."""
    decimals = _decimals(value)
    if decimals is None:
        return f"{value.numerator}/{value.denominator}"
    digits = str(abs(value.numerator) * 10**decimals // value.denominator).rjust(decimals + 1, "0")
    sign = "-" if value < 0 else ""
    if not decimals:
        return sign + digits
    return f"{sign}{digits[:-decimals]}{mark}{digits[-decimals:]}"


def _decimals(value: Fraction) -> int | None:
    """Return how many decimals write ``value`` exactly, or ``None`` if no number of them does."""
    rest, twos, fives = value.denominator, 0, 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    return max(twos, fives) if rest == 1 else None


def format_number(value: Decimal | Fraction | int, language: Language = "id") -> str:
    """Return ``value`` for people: ``1.234,50`` in Indonesian, ``1,234.50`` in English.

    A ``Decimal`` keeps its decimals, trailing zeros too. A fraction without a finite decimal form
    is written ``a/b``.
    """
    text = f"{value:f}" if isinstance(value, Decimal) else plain(Fraction(value), ".")
    if "/" in text:
        return text
    whole, dot, decimals = text.partition(".")
    sign = "-" if whole.startswith("-") else ""
    digits = whole.removeprefix("-")
    head = len(digits) % _GROUP_SIZE
    groups = [digits[i : i + _GROUP_SIZE] for i in range(head, len(digits), _GROUP_SIZE)]
    if head:
        groups.insert(0, digits[:head])
    grouped = _GROUP_MARK[language].join(groups)
    return f"{sign}{grouped}{DECIMAL_MARK[language] if dot else ''}{decimals}"
