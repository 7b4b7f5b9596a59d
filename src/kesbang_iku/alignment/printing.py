"""What printing and pasting did to a name, undone: letters set apart, words broken or run together.

Nothing is guessed: pieces are put together, or taken apart, only where that gives known words.
"""

import re
from collections.abc import Collection, Sequence
from typing import Final

from kesbang_iku.model.lexicon import MatchingThresholds

_SPACED: Final = re.compile(r"(?<!\w)(?:\w ){3,}\w(?!\w)")
"""Four letters or more with a space behind each: ``I n d e k s``."""
_BROKEN: Final = re.compile(r"(?<!\w)(\w++)-\s*(\w+)")
_WORD: Final = re.compile(r"\w+")
_LONGEST: Final = 100
"""No two words are longer together; what is longer is no name, and is not taken apart."""


def joined_letters(text: str, known: Collection[str]) -> str:
    """Return ``text`` with letters that were set apart, and words broken by a hyphen, joined."""
    text = _SPACED.sub(lambda found: found[0].replace(" ", ""), text)

    def whole(found: re.Match[str]) -> str:
        joined = f"{found[1]}{found[2]}"
        return joined if joined.casefold() in known else found[0]

    return _BROKEN.sub(whole, text)


def mended(
    tokens: Sequence[str], known: Collection[str], thresholds: MatchingThresholds
) -> tuple[str, ...]:
    """Return words with those put together that were broken, and those parted that ran together."""
    shortest = int(thresholds.panjang_terpenggal)
    result: list[str] = []
    for token in tokens:
        before = result[-1] if result else ""
        joined = before + token
        broken = before not in known or token not in known
        if before and broken and len(joined) >= shortest and joined in known:
            result[-1] = joined
        elif token in known:
            result.append(token)
        elif token.endswith("2") and token[:-1] in known:
            result.append(token[:-1])  # nilai2: nilai-nilai
        else:
            result += _parted(token, known, thresholds)
    return tuple(result)


def _parted(token: str, known: Collection[str], thresholds: MatchingThresholds) -> Sequence[str]:
    sizes = range(int(thresholds.panjang_tersambung), _LONGEST + 1)
    if len(token) not in sizes or not token.isalpha():
        return (token,)
    shortest = int(thresholds.panjang_bagian)
    places = range(shortest, len(token) - shortest + 1)
    found = [(token[:i], token[i:]) for i in places if token[:i] in known and token[i:] in known]
    return found[0] if len(found) == 1 else (token,)


def is_acronym(short: str, text: str, thresholds: MatchingThresholds) -> bool:
    """Tell whether ``short`` is made of the beginnings of words of ``text``, in their order.

    A word may be left out: ``IHaI`` stands for ``Indeks Harmoni Indonesia``.
    """
    letters = short.casefold()
    if not letters.isalnum() or not 1 < len(letters) <= int(thresholds.panjang_singkatan):
        return False
    rest = {letters}
    for word in _WORD.findall(text.casefold()):
        for left in tuple(rest):
            length = 0
            while length < min(len(left), len(word)) and left[length] == word[length]:
                length += 1
                rest.add(left[length:])
    return "" in rest
