"""The whole that a share is named with, and what a number is told for each of."""

from typing import Final

from kesbang_iku.alignment.replacements import Tokens
from kesbang_iku.model.lexicon import LexiconFile

_SHORTEST_PART: Final = 2
"""So many words stand at least in front of the whole that a share is of."""


class WholeFinder:
    """Drops from names what their number is held against.

    Args:
        lexicon: the words that matter.
        empty: the words that say nothing.
        weak: the words that hardly tell one name from another.
    """

    def __init__(self, lexicon: LexiconFile, empty: frozenset[str], weak: frozenset[str]) -> None:
        self._before: Final = frozenset(lexicon.penyebut.kata)
        self._per: Final = lexicon.per
        self._dividing: Final = lexicon.pembagi
        self._wholes: Final = frozenset(lexicon.keseluruhan.kata)
        places, periods = lexicon.keterangan.tempat, lexicon.periode
        self._months: Final = frozenset(periods.nama_bulan)
        self._detailing: Final = self._months.union(places, periods.kata, periods.satuan)
        """Behind ``per``, what a number is only given for."""
        self._empty: Final = empty
        self._slight: Final = empty | weak

    def without(self, tokens: Tokens) -> Tokens:
        """Drop the whole that a share is named with: ``terhadap jumlah ormas terdaftar``.

        A number per something counted becomes a ratio.
        """
        for place, word in enumerate(tokens):
            if word in self._per.kata:
                ratio = self._for_each(tokens, place)
                if ratio is not None:
                    return ratio
            if place >= _SHORTEST_PART and word in self._before and self._is_whole(tokens, place):
                shared = word in self._dividing.kata and tokens[0] in self._wholes
                return (self._dividing.nama, *tokens[1:place]) if shared else tokens[:place]
        return tokens

    def _for_each(self, tokens: Tokens, place: int) -> Tokens | None:
        """Return the name of a ratio, if the word at ``place`` makes it one: ``per suara sah``."""
        following = tokens[place + 1 : place + 2]
        if following and following[0].isdecimal():
            if not self._months.isdisjoint(tokens[place + 2 : place + 3]):
                return None
            counted = tokens[0] in self._wholes
            return (self._per.nama, *tokens[1:place]) if counted else tokens[:place]
        if place and tokens[place] == self._per.kata[0] and self._detailing.isdisjoint(following):
            return (self._per.nama, *tokens[:place]) if following else None
        return None

    def _is_whole(self, tokens: Tokens, place: int) -> bool:
        """Say whether a sum of something stands behind ``place``, or what is told once more."""
        behind = next((one for one in tokens[place + 1 :] if one not in self._empty), "")
        said = set(tokens[:place]) - self._slight
        following = tokens[place + 1 : place + 2]
        return behind in said or not self._wholes.isdisjoint((behind, *following))
