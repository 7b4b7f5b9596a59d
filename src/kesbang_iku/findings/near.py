"""Which known words a written one comes near to, for hints; and when it is a slip of one letter."""

from collections.abc import Iterable
from typing import Final

_ALIKE: Final = 0.72
"""How alike two words are that may be meant for each other, from 0 to 1: twice the letters in
common, over all letters. A name with a word added to it (``konflik_baru``) still comes near."""
_LONGEST: Final = 100
"""Comparing takes the product of both lengths, and no known word is longer."""
_SHORTEST: Final = 5
"""Words shorter than this differ too little from each other for a slip to be certain."""


def near(word: str, known: Iterable[str], count: int = 1) -> tuple[str, ...]:
    """Return the words of ``known`` that come nearest to ``word`` in any case, the nearest first.

    Args:
        word: what was written.
        known: what may be meant.
        count: how many to return at most.
    """
    import difflib  # noqa: PLC0415  # light: only a wrong word needs it, and most runs see none

    folded = {one.casefold(): one for one in known}
    found = difflib.get_close_matches(word[:_LONGEST].casefold(), folded, count, _ALIKE)
    return tuple(folded[one] for one in found)


def one_slip(written: str, meant: str) -> bool:
    """Say whether ``written`` is ``meant`` with one letter lost, added, changed or two swapped.

    Digits are never a slip: ``x1`` and ``x2`` are two things.
    """
    if len(meant) < _SHORTEST or written == meant or abs(len(written) - len(meant)) > 1:
        return False
    if _digits(written) != _digits(meant):
        return False
    start = 0
    while start < min(len(written), len(meant)) and written[start] == meant[start]:
        start += 1
    rest, wanted = written[start:], meant[start:]
    return (
        rest[1:] == wanted
        or rest == wanted[1:]
        or rest[1:] == wanted[1:]
        or (rest[2:] == wanted[2:] and rest[:2] == wanted[1::-1])
    )


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
