"""The pieces of a statement: numbers, words, signs; and what each looks like."""

import re
from enum import Enum
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.wording.vocabulary import known


class Kind(Enum):
    """What a piece is."""

    NUMBER = "number"
    WORD = "word"
    OPERATOR = "operator"
    OPEN = "("
    CLOSE = ")"
    COMMA = ","
    SEMICOLON = ";"
    EQUALS = "="
    LOST = "?"
    SUM = "sum"
    ROOT = "root"
    ELLIPSIS = "..."
    RATE = "rate"
    GLUE = "glue"
    STRANGE = "strange"
    END = "end"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a statement: ``statement[start:end]``, with the value of a number."""

    kind: Kind
    text: str
    start: int
    end: int
    value: Fraction = Fraction(0)
    percent: bool = False

    @property
    def word(self) -> str:
        """The text without case."""
        return self.text.casefold()

    @property
    def divides(self) -> bool:
        """Whether it is a division, in a sign or in a word."""
        return self.kind is Kind.OPERATOR and self.text == "/"


NOW: Final = "\ue000"
BEFORE: Final = "\ue001"
"""Stand in a statement for "this period" and "the period before"."""

OPERAND_ENDS: Final = frozenset({Kind.NUMBER, Kind.WORD, Kind.CLOSE})
OPERAND_STARTS: Final = frozenset(
    {Kind.NUMBER, Kind.WORD, Kind.OPEN, Kind.ROOT, Kind.SUM, Kind.LOST}
)
HUNDRED: Final = 100

_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_POWER_OF_TEN: Final = re.compile(r"10*")
_DECIMAL: Final = re.compile(r"\d+[.,]\d+")
_SYMBOL: Final = re.compile(
    r"[A-Za-z]|[A-Za-z]{1,2}\d{1,2}|[A-Z][A-Z0-9]{1,7}|[A-Z][a-z]|[a-z]_\w{1,3}"
)


def is_symbol(text: str) -> bool:
    """Tell whether ``text`` looks like a symbol: a letter, a letter with a number, an acronym."""
    return bool(_SYMBOL.fullmatch(text)) and text.casefold() not in known().kata.bukan_lambang.words


def read_figure(text: str) -> tuple[Fraction, bool]:
    """Return the value of a number as it is written, and whether it is certain.

    A group of three digits behind a point may be thousands or decimals. It is certain where only
    one of the two makes sense: several groups, a factor of ten, a number below 1.
    """
    if _THOUSANDS.fullmatch(text):
        plain = text.replace(".", "")
        certain = text.count(".") > 1 or bool(_POWER_OF_TEN.fullmatch(plain))
        return Fraction(plain), certain
    if text.isdigit():
        return Fraction(text), True
    if _DECIMAL.fullmatch(text):
        whole, decimals = re.split("[.,]", text)
        certain = len(decimals) != 3 or whole == "0"  # noqa: PLR2004 - the digits of a group
        return Fraction(f"{whole}.{decimals}"), certain
    mixed = text.replace(".", "").replace(",", ".") if text.rfind(",") > text.rfind(".") else ""
    return (Fraction(mixed), True) if mixed.count(".") == 1 else (Fraction(0), False)


def is_scale(piece: Piece | None) -> bool:
    """Tell whether ``piece`` is a number that things are multiplied by rather than named with."""
    return piece is not None and piece.kind is Kind.NUMBER and piece.value >= HUNDRED
