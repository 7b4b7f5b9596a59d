"""The names by which the standard's indicators are known, ready to be compared."""

import math
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Final, Literal

from kesbang_iku._later import Once
from kesbang_iku._records import dataclass
from kesbang_iku.alignment.rewordings import WordingReader
from kesbang_iku.alignment.spelling import MOST_REMEMBERED
from kesbang_iku.alignment.words import NameReader, Phrase
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import load_programs
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Variant
from kesbang_iku.model.lexicon import LexiconFile, MatchingFile
from kesbang_iku.model.mapping import MappingRules
from kesbang_iku.model.program import ProgramRow
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.data import load_data

NameKind = Literal["nama", "alias", "singkatan", "varian"]
"""What a name is to its indicator: its own, another one, an abbreviation, or a known deviation."""


_OUTCOMES: Final = ("dampak", "hasil")
_ROUNDED: Final = 1e-9
"""More than sums in another order may differ by."""


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of an indicator."""

    indicator: Indicator
    kind: NameKind
    phrase: Phrase
    variant: Variant | None = None
    is_output: bool = False


class KnownNames:
    """All names of a catalog, for one level of government.

    Making it takes a while; it may be used for any number of plans of that level.

    Attributes:
        level: the level whose outputs are known; ``None``: those of every level.
        reader: reads names as these were read.
        entries: the names, those of newer versions of an indicator first.
        programs: the nomenclature.
        titles: the titles of programmes and their parts.
    """

    def __init__(self, katalog: Catalog, level: AdminLevel | None = None) -> None:
        self.level: Final = level
        self.katalog: Final = katalog
        self.lexicon: Final = load_data("kosakata.yaml", LexiconFile)
        self.matching: Final = load_data("penyelarasan.yaml", MatchingFile)
        newest = {found.kode: found for found in katalog}
        first_tier = list(newest.values())
        outputs = sorted(katalog.outputs, key=lambda found: not _serves(found, level))
        known = list(_texts((*first_tier, *outputs)))
        self.programs: Final = load_programs()
        self._rows: Final = tuple(self.programs)
        self.reader: Final = NameReader(
            self.lexicon,
            self.matching.ambang,
            known,
            _explanations(katalog, self._rows),
            {found.singkatan: found.nama for found in first_tier if found.singkatan},
            (region.nama for region in load_regions().values()),
            _unit_spellings(katalog),
        )
        self.entries: Final = tuple(self._entries(first_tier, outputs))
        words: dict[str, set[str]] = {found.kode: set() for found in first_tier}
        for entry in self.entries:
            if entry.kind != "varian" and entry.indicator.kode in words:
                words[entry.indicator.kode] |= entry.phrase.bag
        counted = Counter(word for found in words.values() for word in found)
        self._weights: Final = self._word_weights(counted, len(first_tier))
        self._unknown: Final = math.log(1 + len(first_tier)) * self.matching.bobot.asing.number
        self._variables: Final[dict[tuple[str, str], Mapping[str, Phrase]]] = {}
        self._totals: Final = Once[tuple[str, ...], float](self.total, MOST_REMEMBERED)
        self._by_word: Final[dict[str, list[int]]] = {}
        for number, entry in enumerate(self.entries):
            for word in entry.phrase.words:
                self._by_word.setdefault(word, []).append(number)

    @cached_property
    def titles(self) -> tuple[tuple[str, Phrase], ...]:
        """The titles of programmes, kegiatan and sub kegiatan, with their codes."""
        found: dict[str, tuple[str, Phrase]] = {}
        for row in self._rows:
            if row.serves(self.level) and row.induk is not None and row.jenjang != "bidang":
                title = row.nama_tampil.removeprefix("Program ")
                found.setdefault(title.casefold(), (row.kode, self.reader.read_known(title)))
        return tuple(found.values())

    def titled(self, phrase: Phrase) -> str | None:
        """Return the code of the programme whose title ``phrase`` is, but for its spelling."""
        own, least = self._total(phrase), self.matching.ambang.judul_program.number
        alike = (
            (self.likeness(phrase, title), code)
            for code, title in self.titles
            if 2 * min(own, whole := self._total(title)) >= least * (own + whole)
        )
        found = max(alike, default=(0.0, ""))
        return found[1] if found[0] >= least else None

    @cached_property
    def wordings(self) -> WordingReader:
        """Reads names word for word, as decisions on them are carried."""
        rules = load_data("padanan.yaml", MappingRules)
        return WordingReader(self.reader, self.lexicon, rules.terbawa)

    @cached_property
    def measures(self) -> frozenset[frozenset[str]]:
        """What the variables of all indicators are, each as the words of its name that tell it."""
        return frozenset(
            telling
            for found in self.katalog
            for phrase in self.variables_of(found).values()
            if (telling := self.telling(phrase))
        )

    def telling(self, phrase: Phrase) -> frozenset[str]:
        """Return the words of ``phrase`` but those that nearly any name has."""
        return frozenset(phrase.bag) - self.reader.weak

    def weight(self, word: str) -> float:
        """Return how much ``word`` tells one indicator from another."""
        return self._weights.get(word, self._unknown)

    def knows(self, word: str) -> bool:
        """Tell whether a name of the catalog has ``word``."""
        return word in self._by_word

    def total(self, words: Iterable[str]) -> float:
        """Return how much ``words`` tell together."""
        # Summed exactly: words of a set come in another order in every process.
        weights, unknown = self._weights, self._unknown
        return math.fsum([weights.get(word, unknown) for word in words])

    def variables_of(self, indicator: Indicator) -> Mapping[str, Phrase]:
        """Return what the variables of ``indicator`` are called, read as names are."""
        key = (indicator.kode, indicator.versi)
        found = self._variables.get(key)
        if found is None:
            found = self._variables[key] = {
                variable.nama: self.reader.read(variable.label) for variable in indicator.variabel
            }
        return found

    def serves(self, indicator: Indicator) -> bool:
        """Tell whether ``indicator`` is in use at the level."""
        return _serves(indicator, self.level)

    def not_adopted(self, adopted: Container[str]) -> tuple[str, ...]:
        """Return the codes of the standard's outcomes in use at the level but for ``adopted``."""
        outcomes = (one for one in self.katalog if one.lokal is None and one.jenis in _OUTCOMES)
        codes = (one.kode for one in outcomes if self.serves(one) and one.kode not in adopted)
        return tuple(dict.fromkeys(codes))

    def likeness(self, first: Phrase, second: Phrase) -> float:
        """Return twice the weight of the words in common, over the weight of all words."""
        total = self._total(first) + self._total(second)
        return 2 * self.total(first.bag & second.bag) / total if total else 0.0

    def _total(self, phrase: Phrase) -> float:
        return self._totals[phrase.words]

    def sharing(self, phrase: Phrase) -> Iterator[KnownName]:
        """Yield the names that share a word with ``phrase`` that tells something."""
        numbers = {
            number
            for word in phrase.words
            if word not in self.reader.weak
            for number in self._by_word.get(word, ())
        }
        if not numbers:
            numbers = {n for word in phrase.words for n in self._by_word.get(word, ())}
        return (self.entries[number] for number in sorted(numbers))

    def reaching(self, phrase: Phrase, least: float) -> Iterator[KnownName]:
        """Yield those of :meth:`sharing` that may be so like ``phrase`` at least.

        Whatever asides are left out, what is shared is no more than this.
        """
        words, weak = phrase.bag, self.reader.weak
        own = self.total(words - phrase.asides)
        if phrase.bare is not None:
            words, own = words | phrase.bare.bag, min(own, self._total(phrase.bare))
        shared: dict[int, float] = {}
        for word in words - weak:
            weight = self.weight(word)
            for number in self._by_word.get(word, ()):
                shared[number] = shared.get(number, 0) + weight
        if not shared:
            return self.sharing(phrase)
        more = sum(map(self.weight, words & weak)) + _ROUNDED
        totals = self._entry_totals
        return (
            self.entries[number]
            for number in sorted(shared)
            if 2 * (shared[number] + more) >= least * (own + totals[number])
        )

    @cached_property
    def _entry_totals(self) -> list[float]:
        return [self._total(entry.phrase) for entry in self.entries]

    def _word_weights(self, counted: Mapping[str, int], indicators: int) -> dict[str, float]:
        weak = self.matching.bobot.lemah.number
        every = {word for entry in self.entries for word in entry.phrase.words} | self.reader.weak
        return {
            word: math.log(1 + indicators / max(1, counted.get(word, 0)))
            * (weak if word in self.reader.weak else 1)
            for word in every
        }

    def _entries(
        self, first_tier: Iterable[Indicator], outputs: Iterable[Indicator]
    ) -> Iterator[KnownName]:
        read = self.reader.read_known
        for found in first_tier:
            yield KnownName(found, "nama", read(found.nama))
            yield KnownName(found, "alias", read(found.nama_en))
            for alias in found.alias:
                kind: NameKind = "singkatan" if alias == found.singkatan else "alias"
                yield KnownName(found, kind, read(alias))
            if found.singkatan and found.singkatan not in found.alias:
                yield KnownName(found, "singkatan", read(found.singkatan))
            seen = set[str]()
            for version in reversed(self.katalog.versions(found.kode)):
                for variant in version.varian:
                    if variant.nama not in seen:
                        seen.add(variant.nama)
                        yield KnownName(found, "varian", read(variant.nama), variant)
        for found in outputs:
            yield KnownName(found, "nama", read(found.nama), is_output=True)


def _serves(found: Indicator, level: AdminLevel | None) -> bool:
    return level is None or level in found.tingkat.berlaku


def _unit_spellings(katalog: Catalog) -> Iterator[str]:
    for unit in katalog.tables.units.values():
        yield from (*unit.sinonim, unit.label or "", unit.simbol, unit.nama)


def _texts(indicators: Iterable[Indicator]) -> Iterator[str]:
    for found in indicators:
        yield found.nama
        yield found.nama_en
        yield from found.alias
        yield found.singkatan or ""


def _explanations(indicators: Iterable[Indicator], rows: Iterable[ProgramRow]) -> Iterator[str]:
    """Yield the texts around the names, whose words are spelt right."""
    for found in indicators:
        yield found.konsep
        yield found.definisi
        for variable in found.variabel:
            yield variable.label
        for variant in found.varian:
            yield variant.nama
    for row in rows:
        yield row.nama
