"""The values in the cells of a table: exact decimals, ranges, bounds, words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.sources.bracketed import names_other_year, without_grade
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import DateText, MarkedText, ScaledText
from kesbang_iku.sources.notation import NumberFormat, plain
from kesbang_iku.sources.numbers import Bound, Missing, Number, Range, Reading, Words, read_number

_NUMBER: Final = re.compile(r"(?:Rp\.?\s*)?-?\d[\d.,]*\s*%?", re.ASCII | re.IGNORECASE)
_MEASURED: Final = re.compile(
    r"\s*(?:[<>\u2264\u2265\u00b1~]=?|min\w*|maks\w*|rp\.?|[A-D]{1,2}\s*\()?\s*-?\d[\d.,]*(?!\d)\s*(?![\d/-])",
    re.IGNORECASE,
)
_FEW: Final = 4
_GROUP: Final = 3
"""How many digits make thousands."""
_AS_TOLD: Final = re.compile(r"(?!-0$)-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{0,14}[1-9])?", re.ASCII)
_NO_NOTATION: Final = (NumberText, DateText, MarkedText, ScaledText)
_TOKEN: Final = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class ReadCell:
    """What a cell says: its text in the notation of a bacaan, or findings why it says nothing.

    ``of_number`` says that the findings are of how a number is written.
    """

    text: str | None
    findings: tuple[Finding, ...] = ()
    of_number: bool = False


def is_told(text: str) -> bool:
    """Say whether a cell is a number of a workbook that a bacaan writes as it stands."""
    return isinstance(text, NumberText) and _AS_TOLD.fullmatch(text) is not None


def read_value(
    text: str,
    form: NumberFormat | None,
    place: Place,
    *,
    words: bool = False,
    whole: bool = False,
    key: str = "",
) -> ReadCell:
    """Return what a cell of a column of values says; nothing is raised for content.

    Args:
        text: the cell.
        form: how the texts of the table write numbers, where that is beyond doubt.
        place: where the cell stands.
        words: whether the column holds words, such as a predicate.
        whole: whether it counts things.
        key: the year it is of, with the part of it; the cell may name no other one in brackets.
    """
    if isinstance(text, DateText):
        return ReadCell(None, (kinds.DATE_FOR_NUMBER.at(place, value=text, nilai=text),))
    if isinstance(text, MarkedText):
        return ReadCell(None, (kinds.DIGITS_MARKED.at(place, value=text, nilai=text),))
    if words:
        return ReadCell(" ".join(text.split()))
    if names_other_year(text, key):
        return ReadCell(None, (kinds.NUMBER_SEVERAL.at(place, value=text, nilai=text),), True)
    written = without_grade(text)
    reading = read_number(written, format_angka=form, whole=whole, place=place)
    return ReadCell(_told(reading), reading.findings, not isinstance(text, ScaledText))


def _told(reading: Reading) -> str | None:
    match reading.value:
        case Number(value=value):
            return plain(value, ".")
        case Range(low=low, high=high):
            return f"{plain(low, '.')}-{plain(high, '.')}"
        case Bound(op=op, value=value):
            return f"{op}{plain(value, '.')}"
        case Words(text=text):
            return text
        case Missing() | None:
            return None


def format_of(texts: Iterable[str]) -> NumberFormat | None:
    """Return how texts write numbers if some show it beyond doubt and none shows the other way."""
    shown: set[NumberFormat] = set()
    for text in texts:
        if isinstance(text, _NO_NOTATION):
            continue
        for token in _TOKEN.findall(text):
            form = _shows(token)
            if form is not None:
                shown.add(form)
    return shown.pop() if len(shown) == 1 else None


def _shows(token: str) -> NumberFormat | None:
    """Return the format that one token can only have, such as ``85,2`` or ``1.234,5``."""
    marks = [sign for sign in token if sign in ".,"]
    if not marks:
        return None
    last = marks[-1]
    whole, _, decimals = token.rpartition(last)
    grouped = len(decimals) == _GROUP and len(whole) <= _GROUP and not whole.startswith("0")
    if len(set(marks)) > 1 or (len(marks) == 1 and not grouped):
        return "id" if last == "," else "en"
    if len(marks) > 1:
        return "en" if last == "," else "id"
    return None


def holds_number(text: str) -> bool:
    """Say whether a cell is a number, alone or with a few words: ``12 dokumen``, ``84 (Baik)``."""
    return is_number(text) or (_MEASURED.match(text) is not None and len(text.split()) <= _FEW)


def is_number(text: str) -> bool:
    """Say whether a cell holds a number and nothing else."""
    plain = text.strip()
    return isinstance(text, NumberText) or _NUMBER.fullmatch(plain) is not None
