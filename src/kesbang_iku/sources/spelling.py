"""What an odd spelling can only mean: keys, listed words, periods, years, codes.

What is told to be the same word under another spelling is safe to be written in place of what was
read. Which known word merely comes near is a guess, for hints alone.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from typing import Final

from kesbang_iku._regex import regex
from kesbang_iku.findings.near import near, one_slip

_PARTS: Final = regex(r"[^\W\d_]+|\d+")
_BETWEEN: Final = regex(r"[\s_./–—-]*")
_LISTED: Final = regex(r"'([^']*)'")
_WHOLE_YEAR: Final = regex(r"([0-9]{4})[.,]0+")
_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
MOST_GUESSES: Final = 100
"""A file with more different unknown words than this is another kind of list altogether."""


def plain_parts(text: str) -> tuple[str, ...] | None:
    """Return the words and numbers of ``text`` without case and leading zeros.

    ``None`` where anything but spaces, dots, dashes, slashes and underscores stands between them.
    """
    if not text.isascii() and not _BETWEEN.sub("", text).isascii():
        return None
    if _BETWEEN.sub("", _PARTS.sub("", text)):
        return None
    found = _PARTS.findall(text.casefold())
    return tuple(part.lstrip("0") or "0" if part.isdigit() else part for part in found) or None


def same_spelling(text: str, known: Iterable[str]) -> str | None:
    """Return the one of ``known`` that ``text`` spells with other case, separators or zeros."""
    parts = plain_parts(text)
    found = {one for one in known if parts is not None and plain_parts(one) == parts}
    return found.pop() if len(found) == 1 else None


_near = lru_cache(maxsize=1024)(near)


@lru_cache(maxsize=8)
def _by_parts(known: tuple[str, ...]) -> dict[tuple[str, ...] | None, set[str]]:
    found: dict[tuple[str, ...] | None, set[str]] = {}
    for one in known:
        found.setdefault(plain_parts(one), set()).add(one)
    return found


class Guesses:
    """Which of the known words a misspelt one may be, for the unknown words of one file.

    Comparing a word with all known ones takes its time. So only the first :data:`MOST_GUESSES`
    different words are compared, and any more have nothing near.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = tuple(known)
        self._tried: set[str] = set()

    def same(self, word: str) -> str | None:
        """Return what ``word`` is another spelling of, as :func:`same_spelling` does."""
        parts = plain_parts(word)
        found = _by_parts(self._known).get(parts, ()) if parts is not None else ()
        return next(iter(found)) if len(found) == 1 else None

    def near(self, word: str) -> str | None:
        """Return the known word that comes nearest to ``word``, if one is near."""
        if len(self._tried) < MOST_GUESSES:
            self._tried.add(word)
        return next(iter(_near(word, self._known)), None) if word in self._tried else None


def key_meant(key: str, known: Collection[str]) -> tuple[str, ...]:
    """Return the keys that ``key`` may be a slip of the pen for, at most one letter away.

    Keys of the same spelling go first: where there is one, nothing else is meant.
    """
    same = same_spelling(key, known)
    if same is not None:
        return (same,)
    return tuple(one for one in known if one_slip(key.casefold(), one))


def literal_meant(text: str, expected: str) -> str | None:
    """Return the word that ``text`` spells otherwise; ``expected`` quotes those there are."""
    return same_spelling(text, _LISTED.findall(expected))


def year_meant(text: str) -> str | None:
    """Return the year that a spreadsheet made a number with decimals of: ``2024.0``."""
    found = _WHOLE_YEAR.fullmatch(text.strip())
    return None if found is None else found[1]


def period_meant(text: str, pattern: str) -> str | None:
    """Return the period of the form ``pattern`` that ``text`` spells otherwise: ``Triwulan II``."""
    parts = plain_parts(text)
    found = {one for one in _periods(parts or ()) if re.fullmatch(pattern, one)}
    return found.pop() if len(found) == 1 else None


def _periods(parts: tuple[str, ...]) -> Iterator[str]:
    if len(parts) == 1:
        yield parts[0]
    elif len(parts) == len(("triwulan", "1")):
        word, number = parts
        number = str(_ROMAN.index(number) + 1) if number in _ROMAN else number
        yield f"{word}-{number}"
        yield f"{word}-{number.rjust(2, '0')}"
