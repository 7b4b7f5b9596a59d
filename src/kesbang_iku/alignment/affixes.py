"""The roots of words with affixes: ``menuntaskan``, ``dituntaskan`` and ``penuntasan`` share one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from kesbang_iku.model.lexicon import Affixes


class Affixation:
    """Takes words apart as the catalog says; a root that is too short tells nothing.

    Args:
        affixes: what may stand around a root, and what a nasal in front of it stands for.
        shortest: how many letters a root has at least.
    """

    def __init__(self, affixes: Affixes, shortest: int) -> None:
        def around(before: Sequence[str], behind: Sequence[str], often: str) -> re.Pattern[str]:
            first, last = "|".join(before), "|".join(behind)
            return re.compile(rf"(?:{first})([a-z]+?)(?:{last}){often}")

        self._plain: Final = around(affixes.awalan, affixes.akhiran, "?")
        self._active: Final = around(affixes.awalan_aktif, affixes.akhiran, "?")
        self._noun: Final = around(affixes.awalan_benda, affixes.akhiran_perbuatan, "")
        self._nasals: Final = tuple(affixes.sengau.items())
        self._shortest: Final = shortest

    def roots(self, word: str) -> Iterator[str]:
        """Yield the roots that ``word`` may be made of."""
        for pattern in (self._plain, self._active, self._noun):
            found = pattern.fullmatch(word)
            if found is None:
                continue
            stem = found[1]
            stems = [stem]
            if pattern is not self._plain:
                stems += (
                    first + stem.removeprefix(nasal)
                    for nasal, firsts in self._nasals
                    if stem.startswith(nasal)
                    for first in firsts
                )
            yield from (one for one in stems if len(one) >= self._shortest)
