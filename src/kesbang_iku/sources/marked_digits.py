"""Digits of a workbook's cell that are raised, lowered or struck out, and so count for no number.

A footnote behind a number and a struck-out old value are runs of the cell with a format of their
own; put together without it, ``20`` with the footnote 1 would read 201.
"""

from collections.abc import Mapping
from typing import Final, Literal

from kesbang_iku.sources.grid import MarkedText

Mark = Literal["", "superscript", "subscript", "strike"]
"""How digits are shown, where that takes them out of a number."""

_LINE_THROUGH: Final = "\u0336"
_SIGNS: Final = "0123456789+-"
_SHOWN: Final[Mapping[Mark, Mapping[int, str]]] = {
    "superscript": dict(zip(map(ord, _SIGNS), "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻", strict=True)),
    "subscript": dict(zip(map(ord, _SIGNS), "₀₁₂₃₄₅₆₇₈₉₊₋", strict=True)),
    "strike": {ord(sign): sign + _LINE_THROUGH for sign in f"{_SIGNS}.,%\u2212"},
}


class RunFormat:
    """Follows the elements of a font: what its text is shown as."""

    __slots__ = ("mark",)

    def __init__(self) -> None:
        self.mark: Mark = ""

    def see(self, name: str, value: str | None) -> None:
        """Take an element of the font, and its attribute ``val``."""
        if name == "strike" and value not in {"0", "false"}:
            self.mark = "strike"
        elif name == "vertAlign" and not self.mark:
            if value == "superscript":
                self.mark = "superscript"
            elif value == "subscript":
                self.mark = "subscript"


def marked(text: str, mark: Mark) -> str:
    """Return ``text`` as it is shown; as a :class:`MarkedText` where that concerns digits."""
    if not mark or not any(map(str.isdecimal, text)):
        return text
    return MarkedText(text.translate(_SHOWN[mark]))


def joined(parts: list[str]) -> str:
    """Return runs of text as one, marked if one of them is."""
    whole = "".join(parts)
    return MarkedText(whole) if any(isinstance(one, MarkedText) for one in parts) else whole
