"""The roots of words with affixes: ``menuntaskan`` and ``penuntasan`` share one."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kesbang_iku.model.lexicon import Affixes

_LEAST: Final = 4
"""So many letters stand behind the prefix of a verb: ``dinas`` is none."""


def verb_form(prefixes: Iterable[str]) -> re.Pattern[str]:
    """Return what a verb looks like that begins with one of ``prefixes``."""
    return re.compile(rf"(?:{'|'.join(prefixes)})[a-z]{{{_LEAST},}}")


class Affixation:
    """Takes words apart as the catalog says; a root that is too short tells nothing.

    Args:
        affixes: what may stand around a root, and what a nasal in front of it stands for.
        shortest: how many letters a root has at least.
    """

    def __init__(self, affixes: Affixes, shortest: int) -> None:
        self._affixes: Final = affixes
        self._letters: Final = tuple(affixes.sengau.items())
        self._shortest: Final = shortest

    def roots(self, word: str) -> Iterator[str]:
        """Yield the roots that ``word`` may be made of."""
        known = self._affixes
        plain = list(_behind(word, known.awalan, known.akhiran, bare=True))
        nasal = (
            *_behind(word, known.awalan_aktif, known.akhiran, bare=True),
            *_behind(word, known.awalan_benda, known.akhiran_perbuatan, bare=False),
        )
        for one in nasal:
            plain += one, *self._restored(one)
        yield from (one for one in plain if len(one) >= self._shortest)

    def _restored(self, stem: str) -> Iterator[str]:
        """Yield what ``stem`` may have begun with before a prefix made that a nasal."""
        for nasal, firsts in self._letters:
            if stem.startswith(nasal):
                yield from (first + stem.removeprefix(nasal) for first in firsts)


def _behind(
    word: str, prefixes: Iterable[str], suffixes: Sequence[str], *, bare: bool
) -> Iterator[str]:
    """Yield what stands between a prefix and a suffix; ``bare``: also without a suffix."""
    for prefix in prefixes:
        rest = word.removeprefix(prefix)
        if rest != word:
            if bare:
                yield rest
            yield from (rest.removesuffix(one) for one in suffixes if rest.endswith(one))
