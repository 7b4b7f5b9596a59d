"""Words that are misspelt: the one known word that is meant, or none."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

from kesbang_iku._later import Once
from kesbang_iku.model.lexicon import MatchingThresholds

MOST_REMEMBERED: Final = 20_000
"""Plans of many regions repeat words and names; this many take a few megabytes."""

_LOOKALIKES: Final = str.maketrans("015", "ois")
"""Digits that text recognition reads in place of letters."""

_SOUNDS: Final = ("ei", "ou", "bpfv", "sz", "kqg", "jyi", "il", "mn", "dt", "wu")
_ALIKE: Final = frozenset(one + other for sounds in _SOUNDS for one in sounds for other in sounds)
"""Letters that are taken for one another; any other consonant makes another word."""

_UNSPEAKABLE: Final = re.compile(r"[^aeiou]{2}$|[^aeiou]{3}")
"""Consonants that follow each other in no Indonesian word; ``ng`` and its like count as one."""
_ONE_SOUND: Final = re.compile(r"ng|ny|sy|kh")
_DOUBLED: Final = re.compile(r"(.)\1")
_SPELT_ALIKE: Final = str.maketrans("eovpz", "iuffs")
"""Letters that one word is written with by some and another way by others."""

_CAPITAL_I: Final = "li"
"""A small L where a capital I is meant."""


class SpellingCorrector:
    """Finds the known word that a misspelt one means, and remembers its answers.

    Args:
        meant: the words that a misspelt one may stand for.
        right: further words that are not misspelt.
        thresholds: from which length a word may be misspelt.
        endings: what may hang on a known word without changing it.
        prefixes: how verbs begin: with two letters changed, one is another verb.
        meanings: words that stand for others: of two that mean the same, either is meant.

    Attributes:
        known: all words that are not misspelt.
    """

    def __init__(
        self,
        meant: Iterable[str],
        right: Iterable[str],
        thresholds: MatchingThresholds,
        endings: Iterable[str] = (),
        prefixes: Iterable[str] = (),
        meanings: Mapping[str, str] | None = None,
    ) -> None:
        self._meant: Final = frozenset(meant)
        self.known: Final = self._meant | frozenset(right)
        self._by_length: Final[dict[int, list[tuple[str, int]]]] = {}
        for word in sorted(self._meant):
            self._by_length.setdefault(len(word), []).append((word, _letters(word)))
        self._shortest: Final = int(thresholds.panjang_ejaan)
        self._by_sound: Final[dict[str, list[str]]] = {}
        for word in filter(lambda one: len(one) >= self._shortest, self._meant):
            self._by_sound.setdefault(_sound(word), []).append(word)
        self._long: Final = int(thresholds.panjang_dua_huruf)
        self._sure: Final = int(thresholds.panjang_ucapan)
        self._endings: Final = tuple(endings)
        self._prefixes: Final = tuple(prefixes)
        self._meanings: Final = meanings or {}
        self._shortened: Final[dict[str, list[str]]] = {}
        """Words as they are without one of their inner letters, which a short one may lack."""
        for word in self._meant:
            if len(word) == self._sure:
                for place in range(1, len(word) - 1):
                    short = word[:place] + word[place + 1 :]
                    self._shortened.setdefault(short, []).append(word)
        self._answers: Final = Once[str, str](self._nearest, MOST_REMEMBERED)

    def corrected(self, word: str) -> str:
        """Return the known word nearest to ``word``; ``word`` itself where there is not just one.

        A short word stands for itself: with one letter changed it is too easily another word. A
        number is never a misspelt one; in a word, a digit is the letter it looks like.
        """
        if word in self._meant or len(word) < self._shortest:
            return word
        for ending in self._endings:
            if word.removesuffix(ending) in self._meant:
                return word.removesuffix(ending)
        if word in self.known:
            return word
        if not word.isalpha():
            lettered = word.translate(_LOOKALIKES)
            return lettered if lettered in self.known else word
        return self._answers[word]

    def _nearest(self, word: str) -> str:
        if len(word) < self._sure and not _UNSPEAKABLE.search(_ONE_SOUND.sub("n", word)):
            # A short word that can be spoken is as often another one: pekan is no pekon.
            alike = self._by_sound.get(_sound(word)) or self._shortened.get(word, [])
            return alike[0] if len(set(alike)) == 1 else word
        return self._looking_alike(word)

    def _looking_alike(self, word: str) -> str:
        limit = 2 if len(word) >= self._long and not word.startswith(self._prefixes) else 1
        mine = _letters(word)
        found: list[str] = []
        for length in range(len(word) - limit, len(word) + limit + 1):
            if length < self._shortest:
                continue
            for known, letters in self._by_length.get(length, ()):
                if (letters ^ mine).bit_count() > 2 * limit:
                    continue
                apart = distance(word, known, limit)
                if _begins_otherwise(word, known) or (length == len(word) and apart > 1):
                    # Two letters that differ, or the first, make another word: rampung, kampung.
                    continue
                if apart < limit:
                    limit, found = apart, [known]
                elif apart == limit:
                    found.append(known)
        meant = {self._meanings.get(one, one) for one in found}
        return found[0] if len(meant) == 1 else word


def _sound(word: str) -> str:
    """Return a word as all spell it who say it alike: ``resiko`` and ``risiko``."""
    return _DOUBLED.sub(r"\1", word.translate(_SPELT_ALIKE))


def _begins_otherwise(word: str, known: str) -> bool:
    """Tell whether two words begin with letters that are not merely swapped, or look alike."""
    first = word[0] + known[0]
    return first not in (2 * known[0], _CAPITAL_I) and word[:2] != known[1::-1]


def _letters(word: str) -> int:
    """Return the letters of ``word`` as bits: words that share few are not compared at length."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) & 63)
    return bits


def distance(first: str, second: str, limit: int) -> int:
    """Return how many letters must be changed, added, dropped or swapped with their neighbour.

    A letter in place of one that is hardly taken for it counts twice. More than ``limit`` is
    answered as ``limit + 1``.
    """
    if abs(len(first) - len(second)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(second) + 1))
    for i, letter in enumerate(first, start=1):
        before, above, row = row, before, [i] + [0] * len(second)
        for j, other in enumerate(second, start=1):
            change = before[j - 1] + (
                0 if letter == other else 1 if letter + other in _ALIKE else 2
            )
            best = min(change, before[j] + 1, row[j - 1] + 1)
            swapped = i > 1 and j > 1 and letter == second[j - 2] and first[i - 2] == other
            row[j] = min(best, above[j - 2] + 1) if swapped else best
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)
