"""Which known words a written one comes near to, for hints; and when it is a slip of one letter."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

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

    written = word[:_LONGEST].casefold()
    words = _words(tuple(known))
    letters = sum(words.bits.get(one, 0) for one in _letters(written))
    # Words that are alike have as many letters in common, in whatever order: nearly all have not.
    may_be = [
        one
        for length, those in words.letters.items()
        if (needed := _ALIKE * (len(written) + length) / 2) <= min(length, len(written))
        for one, own in those
        if (letters & own).bit_count() >= needed
    ]
    found = difflib.get_close_matches(written, may_be, count, _ALIKE)
    return tuple(words.folded[one] for one in found)


class _Words(NamedTuple):
    """Known words.

    Attributes:
        folded: the words as they are, by the same without case.
        bits: each letter as a bit of a number; a second ``a`` is another one.
        letters: the words without case, each with its letters, by how many these are.
    """

    folded: Mapping[str, str]
    bits: Mapping[tuple[str, int], int]
    letters: Mapping[int, Sequence[tuple[str, int]]]


@lru_cache(maxsize=16)
def _words(known: tuple[str, ...]) -> _Words:
    folded = {one.casefold(): one for one in known}
    bits: dict[tuple[str, int], int] = {}
    letters: dict[int, list[tuple[str, int]]] = {}
    for word in folded:
        own = sum(bits.setdefault(one, 1 << len(bits)) for one in _letters(word))
        letters.setdefault(len(word), []).append((word, own))
    return _Words(folded, bits, letters)


def _letters(word: str) -> Iterator[tuple[str, int]]:
    """Yield the letters of a word, each with a number of its own where it comes again."""
    return ((one, place) for one, times in Counter(word).items() for place in range(times))


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
