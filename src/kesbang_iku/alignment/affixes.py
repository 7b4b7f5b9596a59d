"""The roots of words with affixes: ``menuntaskan`` and ``penuntasan`` share one."""

from __future__ import annotations

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
        def around(before: str, behind: Sequence[str], often: str) -> re.Pattern[str]:
            return re.compile(rf"{before}([a-z]+?)(?:{'|'.join(behind)}){often}")

        self._plain: Final = [around(one, affixes.akhiran, "?") for one in affixes.awalan]
        self._nasal: Final = [
            *(around(one, affixes.akhiran, "?") for one in affixes.awalan_aktif),
            *(around(one, affixes.akhiran_perbuatan, "") for one in affixes.awalan_benda),
        ]
        self._letters: Final = tuple(affixes.sengau.items())
        self._shortest: Final = shortest

    def roots(self, word: str) -> Iterator[str]:
        """Yield the roots that ``word`` may be made of."""
        found = [one[1] for pattern in self._plain if (one := pattern.fullmatch(word))]
        for pattern in self._nasal:
            active = pattern.fullmatch(word)
            if active is not None:
                found += active[1], *self._restored(active[1])
        yield from (one for one in found if len(one) >= self._shortest)

    def _restored(self, stem: str) -> Iterator[str]:
        """Yield what ``stem`` may have begun with before a prefix made that a nasal."""
        for nasal, firsts in self._letters:
            if stem.startswith(nasal):
                yield from (first + stem.removeprefix(nasal) for first in firsts)
