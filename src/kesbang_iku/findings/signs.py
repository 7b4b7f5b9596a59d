"""Characters of a file that must not reach a reader as they are."""

from typing import Final

from kesbang_iku._regex import regex

NOTHING: Final = "-"
"""Stands in texts for people where there is nothing to name."""
OBEYED: Final = regex(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""What a terminal obeys or hides: control characters but for tab and line feed, signs without
width, and those that turn the direction of writing."""


def visible(text: str) -> str:
    """Return ``text`` with every character that is obeyed or hidden named: ``<U+202E>``."""
    return OBEYED.sub(lambda sign: f"<U+{ord(sign.group()):04X}>", text)
