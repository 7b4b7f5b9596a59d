"""What a run of digits and separators can mean: decimal comma or dot, with or without thousands."""

import re
from fractions import Fraction
from typing import Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import decimal_text

NumberFormat = Literal["id", "en"]
"""``id``: decimal comma, thousands dot. ``en``: decimal dot, thousands comma."""

DECIMAL_MARK: Final[dict[NumberFormat, str]] = {"id": ",", "en": "."}
_FORMATS: Final[tuple[NumberFormat, NumberFormat]] = ("id", "en")

_GROUPED: Final = {
    mark: regex(rf"[1-9][0-9]{{0,2}}(?:{re.escape(mark)}[0-9]{{3}})+") for mark in ".,'"
}


@dataclass(frozen=True, slots=True)
class NotatedNumber:
    """One meaning of a token; ``format`` is ``None`` where the token shows no decimal mark."""

    value: Fraction
    format: NumberFormat | None


def candidates(token: str) -> tuple[NotatedNumber, ...]:
    """Return what ``token`` can mean: nothing (wrong grouping), one value, or two.

    ``token`` holds ASCII digits, dots, commas and apostrophes, and starts and ends with a digit.
    """
    marks = [sign for sign in token if not sign.isdigit()]
    if not marks:
        return (NotatedNumber(Fraction(int(token)), None),)
    last = marks[-1]
    if last == "'":
        return _grouped(token, "'", None)
    whole, _, decimals = token.rpartition(last)
    as_decimal: NumberFormat = "id" if last == "," else "en"
    if len(marks) == 1:
        found = [NotatedNumber(_fraction(whole, decimals), as_decimal)]
        if _GROUPED[last].fullmatch(token):
            found.append(NotatedNumber(Fraction(int(whole + decimals)), _other(as_decimal)))
        return tuple(found)
    if set(marks) == {last}:
        return _grouped(token, last, _other(as_decimal))
    group = marks[0]
    if set(marks[:-1]) != {group} or not _GROUPED[group].fullmatch(whole):
        return ()
    return (NotatedNumber(_fraction(whole.replace(group, ""), decimals), as_decimal),)


def _grouped(token: str, mark: str, form: NumberFormat | None) -> tuple[NotatedNumber, ...]:
    if not _GROUPED[mark].fullmatch(token):
        return ()
    return (NotatedNumber(Fraction(int(token.replace(mark, ""))), form),)


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


def plain(value: int | Fraction, mark: str = ",") -> str:
    """Return ``value`` without thousands marks; what has no finite decimal form, as ``a/b``."""
    text = decimal_text(value)
    return str(value) if text is None else text.replace(".", mark)
