"""Values as JavaScript literals, translated formulas among them."""

import json
from collections.abc import Mapping, Sequence
from fractions import Fraction

from kesbang_iku._records import dataclass
from kesbang_iku.findings.signs import OBEYED
from kesbang_iku.formula import parse
from kesbang_iku.formula.calls import to_javascript


@dataclass(frozen=True, slots=True)
class Code:
    """Text that is JavaScript already."""

    text: str


def formula_code(text: str) -> Code:
    """Return a formula of the catalog as code."""
    return Code(to_javascript(parse(text)))


def literal(value: object) -> str:
    """Return ``value`` as a literal on one line; an exact number becomes a text.

    Raises:
        TypeError: the value is none of texts, truth values, whole numbers, fractions, ``None``,
            code, sequences and mappings of these.
    """
    match value:
        case Code(text=text):
            return text
        case Fraction():
            return json.dumps(str(value))
        case None | bool() | int() | str():
            text = json.dumps(value, ensure_ascii=False)  # with what hides as its number
            return OBEYED.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
        case Mapping():
            parts = (f"{json.dumps(str(key))}: {literal(part)}" for key, part in value.items())
            return "{" + ", ".join(parts) + "}"
        case Sequence():
            return "[" + ", ".join(map(literal, value)) + "]"
        case _:
            raise TypeError(f"no literal for {type(value).__name__}")
