"""Texts as numbers are looked for in them: digits, spaces and dashes of every script made plain.

A plain text is as long as the text it was made of, so that what is found in it stands there, too.
"""

import re
from typing import Final
from unicodedata import category, digit

HIDDEN: Final = "\u200b"
"""What stands for every sign that nobody sees."""

_ESCAPE: Final = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
_ALIKE: Final = {"\u2212": "-", "\u00b7": "-", "\u2027": "-", "\u2219": "-", "\u2019": "'"}
"""Signs between digits that stand for plainer ones, and that no class of signs has together."""


class _Plain(dict[int, str]):
    """Gives each sign as it is looked for; what was asked for once is remembered."""

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        kind = category(sign)
        number = digit(sign, -1)
        if number >= 0:
            sign = str(number)
        elif kind == "Zs":
            sign = " "
        elif kind == "Pd":
            sign = "-"
        elif kind == "Cf":
            sign = HIDDEN
        self[code] = _ALIKE.get(sign, sign)
        return self[code]


_PLAIN: Final = _Plain()


def plain_text(text: str, *, escaped: bool = False) -> str:
    """Return ``text`` with plain digits, spaces and dashes, as long as it was.

    With ``escaped`` signs that are written as a backslash and ``u00a0`` are what they stand for.
    """
    if escaped and "\\" in text:
        text = _ESCAPE.sub(_unescaped, text)
    return text if text.isascii() else text.translate(_PLAIN)


def _unescaped(match: re.Match[str]) -> str:
    sign = chr(int(match[1] or match[2], 16))
    return sign + HIDDEN * (len(match[0]) - 1)
