"""Names that read as the same though they are written otherwise, as in another year's plan.

What a person decided of a name is carried to such names. They must agree in every word that says
something: synonyms, kinds of elections, places and parts of a year are other words here, though
they make no other indicator when a name is held against the standard.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.affixes import Affixation, verb_form
from kesbang_iku.alignment.replacements import Replacements, Tokens, runs
from kesbang_iku.alignment.spelling import distance
from kesbang_iku.alignment.words import NameReader, plain_tokens
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.lexicon import LexiconFile, Spellings
from kesbang_iku.model.mapping import RewordingWords
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS

_REMEMBERED: Final = 20_000
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_REPEATED: Final = re.compile(r"([a-z])([2-9])")
_SHORTEST_ROOT: Final = 4
"""So many letters tell enough where the catalog says that two words mean the same."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What a name says, word for word, but for how each is written.

    Attributes:
        measure: the measure it starts with, if it does.
        words: the words that say something.
        ordered: whether their order tells who does what to whom.
        free: whether the measure is one of parts, so that what is counted may stand anywhere.
    """

    measure: str | None
    words: Tokens
    ordered: bool
    free: bool

    @property
    def key(self) -> tuple[str | None, str]:
        """What two names have in common that may read as the same: measure and letters."""
        return self.measure, "".join(sorted("".join(self.words)))

    def is_same(self, other: Wording) -> bool:
        """Say whether another name reads as the same."""
        if self.measure != other.measure:
            return False
        if "".join(self.words) == "".join(other.words):
            return True
        moved = self.ordered or other.ordered or sorted(self.words) != sorted(other.words)
        return not moved and (self.free or self.words[0] == other.words[0])


class WordingReader:
    """Reads names word for word.

    Args:
        names: reads names as they are held against the standard.
        lexicon: the words that matter.
        words: those that say nothing here, and those behind which order matters.
    """

    def __init__(self, names: NameReader, lexicon: LexiconFile, words: RewordingWords) -> None:
        self._names: Final = names
        self._affixes: Final = Affixation(lexicon.imbuhan, _SHORTEST_ROOT)
        self._empty: Final = frozenset(words.kosong)
        self._ordering: Final = frozenset(words.berurutan)
        self._endings: Final = tuple(lexicon.akhiran.kata)
        self._comparing: Final = frozenset(words.pembanding)
        self._before_years: Final = frozenset(words.depan_tahun)
        self._year_ends: Final = [one.split() for one in words.akhir_tahun]
        self._active: Final = verb_form(lexicon.imbuhan.awalan_aktif)
        self._passive: Final = verb_form(lexicon.imbuhan.awalan)
        self._parts: Final = {
            one.nama for one in lexicon.ukuran if "persentase" in one.cocok and not one.samar
        }
        pairs = [pair for group in lexicon.padanan if not group.bila for pair in self._same(group)]
        twice = {one.singkatan.casefold() for one in lexicon.singkatan_ganda}
        long = (((short,), plain_tokens(name)) for short, name in names.long.items())
        pairs += (pair for pair in long if _is_short_for(*pair) and pair[0][0] not in twice)
        self._folded: Final = Replacements(pairs)
        self.read: Final[Callable[[str, str | None], Wording]] = lru_cache(_REMEMBERED)(self._read)

    def _read(self, name: str, wilayah: str | None) -> Wording:
        """Return what ``name`` says; that it is of the region that it is of adds nothing."""
        printed = self._names.printed(name, whole=True)
        verbs = [self._active.fullmatch(one) is not None for one in printed]
        acted = any(
            self._passive.fullmatch(one)
            and not (one.endswith(self._endings) or other in self._empty or other.isdecimal())
            for one, other in pairwise(printed)
        )
        ordered = acted or any(verbs) or not self._ordering.isdisjoint(printed)
        spelt = self._names.spelt
        tokens = tuple(
            spelt(one, active=active) for one, active in zip(printed, verbs, strict=True)
        )
        tokens = tuple(one for one in self._without_years(tokens) if one not in self._empty)
        tokens = self._without_region(self._folded.apply(tokens), wilayah)
        measure, tokens = self._names.measures.split_off(tokens)
        words = tuple(one for one, _ in groupby(tokens))  # beside the long name the short one, too
        return Wording(measure, words, ordered, measure in self._parts)

    def _without_years(self, tokens: Tokens) -> Iterator[str]:
        """Yield words without the years they are of; what is compared with is told by them.

        A year that another one is compared with is told by how far away it is.
        """
        first: int | None = None
        compared = False
        kept: list[str] = []
        for before, word in pairwise(("", *tokens)):
            named = word == "n" and before in self._before_years
            if not named and _YEAR.fullmatch(word) is None:
                compared |= word in self._comparing
                kept.append(word)
                continue
            ends = (len(end) for end in self._year_ends if kept[-len(end) :] == end)
            del kept[len(kept) - next(ends, 0) :]
            while kept and kept[-1] in self._before_years:
                kept.pop()
            if not named and (compared or (kept and kept[-1] in self._ordering)):
                kept.append(word if first is None else str(int(word) - first))
            elif not named:
                first = int(word)
        yield from kept

    def _without_region(self, tokens: Tokens, wilayah: str | None) -> Tokens:
        """Drop the name of a region, with its level in front."""
        region = None if wilayah is None else load_regions().get(wilayah)
        if region is None:
            return tokens
        own = "".join(one for one in plain_tokens(region.nama) if one not in REGIONAL_LEVELS)
        for start, end, name in runs(tokens):
            if name == own:
                level = tokens[start - 1] in REGIONAL_LEVELS
                return tokens[: start - level] + tokens[end:]
        return tokens

    def _same(self, group: Spellings) -> Iterator[tuple[Tokens, Tokens]]:
        """Yield the spellings of a group that are its very word: inflected, misspelt, or short."""
        meant = plain_tokens(group.baku)
        words = [tuple(one for one in plain_tokens(text) if one not in self._empty)
                 for text in group.tulisan]  # fmt: skip
        alone = {one[0] for one in words if len(one) == 1 and not self._active.fullmatch(one[0])}
        related = self._related(meant[0], alone) if len(meant) == 1 else frozenset[str]()
        for written in words:
            joined = "".join(written)
            same = joined == "".join(meant) or joined in related
            if same or _is_short_for(meant, written) or _is_short_for(written, meant):
                yield written, meant

    def _related(self, word: str, others: Iterable[str]) -> frozenset[str]:
        """Return those of ``others`` that share a root with ``word``, or one with such a one."""
        roots = {word, *self._affixes.roots(word)}
        found: set[str] = set()
        left = set(others)
        while left:
            near = {one for one in left if one in roots or distance(one, word, 1) <= 1
                    or not roots.isdisjoint(self._affixes.roots(one))}  # fmt: skip
            if not near:
                break
            found |= near
            left -= near
            roots.update(near, *map(self._affixes.roots, near))
        return frozenset(found)


def _is_short_for(short: Tokens, words: Tokens) -> bool:
    """Say whether a word is made of letters of others, in their order, some of each of them."""
    if len(short) != 1 or len(words) == 1:
        return len(short) == 1 and words[0].startswith(short[0])
    if any(short[0] in word for word in words):
        return False
    rest = {_REPEATED.sub(lambda found: found[1] * int(found[2]), short[0])}
    for word in words:
        rest = {left[count:] for left in rest for count in range(1, len(left) + 1)
                if _has_letters(word, left[:count])}  # fmt: skip
    return "" in rest


def _has_letters(word: str, letters: str) -> bool:
    """Say whether a word has these letters, in their order."""
    behind = iter(word)
    return all(letter in behind for letter in letters)
