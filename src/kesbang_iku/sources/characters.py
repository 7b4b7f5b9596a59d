"""Characters that no text file of ours may hold, because nobody can see them."""

from collections.abc import Callable
from typing import Final

from kesbang_iku._regex import regex
from kesbang_iku.findings import Finding, Place, kinds

_SIGNS: Final = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"
_CONTROL: Final = regex(f"[{_SIGNS}]")
# Line breaks to some readers, ordinary characters to others.
_ODD_BREAKS: Final = "\u2028\u2029"
_CONTROL_OR_BREAK: Final = regex(f"[{_SIGNS}{_ODD_BREAKS}]")


def is_control(character: str) -> bool:
    """Say whether ``character`` is one that no text may hold."""
    return _CONTROL.match(character) is not None


def control_characters(
    text: str, place: Callable[[int, int], Place], *, line_breaks: bool = False
) -> Finding | None:
    """Return a finding at the first control character of ``text``, or ``None``.

    ``place`` turns a start and end offset into a place. With ``line_breaks`` the line separators
    of Unicode count too. Tab, line feed and carriage return are fine.
    """
    pattern = _CONTROL_OR_BREAK if line_breaks else _CONTROL
    first = pattern.search(text)
    if first is None:
        return None
    return kinds.CONTROL_CHARACTER.at(
        place(*first.span()),
        kode_karakter=f"U+{ord(first.group()):04X}",
        jumlah=len(pattern.findall(text)),
    )
