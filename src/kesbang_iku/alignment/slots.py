"""Two names slot by slot: measure, object, what is counted, event, direction, part of an index.

Where all slots agree two names mean the same; which of them differ decides how two others are
related, in the terms of SKOS: close, narrower, broader, or a part.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.affixes import verb_form
from kesbang_iku.alignment.answers import NearestAnswer
from kesbang_iku.alignment.names import KnownName, KnownNames
from kesbang_iku.alignment.replacements import Tokens
from kesbang_iku.alignment.words import Phrase, excludes
from kesbang_iku.findings import Language, Text, sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import NameSlot
from kesbang_iku.model.vocabulary import NearRelation

OWN_NAMES: Final = frozenset({"nama", "alias"})
"""What a name is that says what its indicator measures."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The indicator nearest to one that has no counterpart, what that is to it, and why."""

    indicator: Indicator
    relation: NearRelation
    reason: Text
    likeness: float

    def as_dict(self, bahasa: Language = "id") -> NearestAnswer:
        """Return it as a JSON object."""
        said = self.reason.plain(bahasa)
        return NearestAnswer(kode=self.indicator.kode, hubungan=self.relation, alasan=said)


@dataclass(frozen=True, slots=True)
class Difference:
    """A slot in which a region's name differs from one of the standard.

    Attributes:
        slot: which.
        mine: what the region has there.
        theirs: what the standard has there.
        reason: why that is another thing, where the catalog says it.
        relation: what the region's indicator is to the other, if no other slot differs.
        apart: whether the two have so little in common that they are not related.
    """

    slot: NameSlot
    mine: Tokens
    theirs: Tokens
    reason: str | None = None
    relation: NearRelation = "dekat"
    apart: bool = False


class SlotComparer:
    """Compares names slot by slot, with the words of the catalog."""

    def __init__(self, names: KnownNames) -> None:
        lexicon = names.lexicon
        self._names: Final = names
        self._least: Final = names.matching.ambang.terdekat.number
        self._weak: Final = names.reader.weak
        self._named: Final = names.matching.ukuran_bernama
        self._fitting: Final = {one.nama: one.cocok for one in lexicon.ukuran}
        vague = (one.nama for one in lexicon.ukuran if one.samar)
        self.vague: Final[frozenset[str | None]] = frozenset({None, *vague})
        self._oppositions: Final = lexicon.lawan
        self._places: Final = {group.nama: place for place, group in enumerate(lexicon.lawan)}
        self._parts: Final = frozenset(lexicon.penanda_bagian.kata)
        self._causes: Final = frozenset(lexicon.sebab.kata)
        self._objects: Final = frozenset(lexicon.objek.kata)
        self._events: Final = lexicon.event_words
        self._kinds: Final = frozenset(
            word
            for group in lexicon.lawan
            if group.macam
            for words in group.anggota.values()
            for word in words
        )
        self._verbal: Final = verb_form(lexicon.awalan.kata)
        joining = "|".join(map(re.escape, lexicon.penggabung.kata))
        self._joining: Final = re.compile(rf"\s+(?:{joining})\s+|[,/&+]", re.IGNORECASE)
        self._events_by_name: Final[dict[frozenset[str], frozenset[str]]] = {}
        self._told: Final = {one.baku: one.sebutan for one in lexicon.padanan if one.sebutan}

    # --------------------------------------------------------------------- what excludes the same

    def foreign(
        self, phrase: Phrase, entry: KnownName, *, same_unit: bool = False
    ) -> Difference | None:
        """Return the first difference that makes two names hardly comparable.

        Where the unit is that of the indicator, a size word that leaves the measure open fits.
        """
        theirs, indicator = entry.phrase, entry.indicator
        open_measure = same_unit and phrase.measure in self.vague
        if not open_measure and self.other_measure(phrase, indicator):
            own = "" if phrase.measure is None else phrase.measure
            return Difference("ukuran", (own,), (str(indicator.ukuran),))
        if phrase.directions != theirs.directions:
            return Difference("arah", tuple(phrase.directions), tuple(theirs.directions))
        return self._part(phrase, entry) or self._cause(phrase, entry)

    def excluded(self, phrase: Phrase, entry: KnownName) -> Difference | None:
        """Return the first words for which one name is not the other, if there are such."""
        found = next(self._excluding(phrase, entry.phrase), None)
        return self._kind(phrase, entry) if found is None else found

    def says_more(self, phrase: Phrase, entry: KnownName) -> bool:
        """Say whether a name has an object that ``entry`` has not, or an event of its own.

        A known event is its own where the standard's name has none. An index is a proper name,
        and an output is named with all that belongs to its work.
        """
        if entry.indicator.ukuran in self._named or entry.is_output:
            return False
        more = phrase.bag - entry.phrase.bag - self._weak
        if not self._objects.isdisjoint(more):
            return True
        theirs = self._events_in(entry)
        if entry.variant is not None and theirs and theirs.isdisjoint(phrase.bag):
            return True
        events = set(filter(self._is_event, more)) if more else more
        if not events or not theirs:
            return bool(events)
        if theirs.isdisjoint(phrase.bag) and not self._events.isdisjoint(events):
            return True
        # Beside what the standard's name says, an unknown verb says how it came to that.
        said = entry.variant is None and theirs <= phrase.bag
        return bool(events - self._events) and not said

    def counts_else(self, phrase: Phrase, entry: KnownName) -> bool:
        """Say whether a name says nothing of what ``entry`` counts: its people, say."""
        return entry.indicator.ukuran == "jumlah" and any(
            phrase.bag.isdisjoint(word for one in theirs for word in group.anggota[one])
            for group in self._oppositions
            if group.kepala and (theirs := entry.phrase.marks.get(group.nama)) is not None
        )

    def _events_in(self, entry: KnownName) -> frozenset[str]:
        """Return the words of a name of the standard that say what happens."""
        bag = entry.phrase.bag
        found = self._events_by_name.get(bag)
        if found is None:
            found = self._events_by_name[bag] = frozenset(filter(self._is_event, bag))
        return found

    def other_thing(self, phrase: Phrase, entry: KnownName) -> bool:
        """Say whether a name says of itself that it measures what ``entry`` does not."""
        return any(
            group.nama in phrase.marks
            and not (group.membalik or group.kepala)
            and excludes(phrase, entry.phrase, group)
            for group in self._oppositions
        )

    def other_measure(self, phrase: Phrase, indicator: Indicator) -> bool:
        """Say whether the measure that a name starts with is never that of ``indicator``."""
        if phrase.measure is None or indicator.ukuran is None:
            return False
        return indicator.ukuran not in self._fitting[phrase.measure]

    def _part(self, phrase: Phrase, entry: KnownName) -> Difference | None:
        """Return the part of an index that the region's name names and the other does not."""
        if entry.indicator.ukuran not in self._named or self._parts.isdisjoint(phrase.plain):
            return None
        # In front of a measure it is a heading: "Indikator Indeks Harmoni Indonesia".
        heading = self._names.reader.measures.starts(phrase.plain[1:])
        if self._parts.isdisjoint(phrase.plain[heading:]):
            return None
        mine = self._only(phrase, entry.phrase)
        return Difference("bagian", mine, (), relation="bagian") if mine else None

    def _cause(self, phrase: Phrase, entry: KnownName) -> Difference | None:
        """Return what is measured of what a cause brings about, where the other measures that."""
        mine = self._effect(phrase)
        if mine is None:
            return None
        theirs = self._effect(entry.phrase)
        meant = self.core(entry) if theirs is None else theirs
        if mine & meant:
            return None
        return Difference("objek", tuple(sorted(mine)), tuple(sorted(meant)))

    def _effect(self, phrase: Phrase) -> frozenset[str] | None:
        """Return what stands before the word for a cause, if there is one."""
        for place, word in enumerate(phrase.words):
            if word in self._causes:
                return frozenset(phrase.words[:place]) - self._weak
        return None

    def _kind(self, phrase: Phrase, entry: KnownName) -> Difference | None:
        """Return what stands behind the object and narrows it: ``ormas kepemudaan``.

        The object may have several words: ``peringatan dini``. Behind a verb that helps another one
        nothing is narrowed: ``ormas berstatus aktif``.
        """
        if entry.indicator.ukuran in self._named or entry.is_output:
            return None
        core, theirs = self.core(entry), entry.phrase.bag
        words = self._telling(phrase.words)
        named = theirs - self._events
        inside = False
        for before, word, after in zip(words, words[1:], (*words[2:], ""), strict=False):
            inside = before in core or (inside and before in named)
            known = word in theirs or word in self._events
            if not inside or known or (before not in core and self._names.knows(word)):
                continue
            if not self._is_event(word):
                mine = tuple(one for one in words if one not in theirs | self._events)
                return Difference("objek", mine, (), relation=self._scope(phrase, mine, ()))
            if not self._is_event(after):
                known_events = tuple(one for one in entry.phrase.words if one in self._events)
                return Difference("peristiwa", (word,), known_events)
        return None

    def _is_event(self, word: str) -> bool:
        """Say whether a word tells what happens: a known one, or one with the form of a verb."""
        if word in self._events or word in self._kinds:
            return word in self._events
        return self._verbal.fullmatch(word) is not None and not self._names.knows(word)

    def _telling(self, words: Tokens) -> Tokens:
        return tuple(word for word in words if word not in self._weak)

    def _excluding(self, first: Phrase, second: Phrase) -> Iterator[Difference]:
        for place in sorted({self._places[one] for one in (*first.marks, *second.marks)}):
            group = self._oppositions[place]
            mine = first.marks.get(group.nama, frozenset())
            theirs = second.marks.get(group.nama, frozenset())
            excluding = excludes(first, second, group)
            if not excluding and not (group.slot == "objek" and theirs and mine > theirs):
                continue
            told = tuple(sorted(mine)), tuple(sorted(theirs))
            if excluding:
                relation: NearRelation = "dekat"
                if group.macam and not (mine and theirs):
                    relation = "lebih_sempit" if mine else "lebih_luas"
                apart = group.slot == "objek" and bool(mine and theirs)
                yield Difference(group.slot, *told, group.alasan, relation, apart)
            else:
                yield Difference(group.slot, *told, group.alasan, "lebih_luas")

    # ------------------------------------------------------------------------------ how related

    def core(self, entry: KnownName) -> frozenset[str]:
        """Return the objects that a name of the standard is about, without which it is another."""
        return entry.phrase.bag & self._objects or entry.phrase.bag - self._weak - self._events

    def likeness(self, phrase: Phrase, entry: KnownName) -> float:
        """Return how alike the objects of two names are, whatever happens to them, from 0 to 1.

        It is the mean of how much they share, and of how much of the standard's name is there.
        """
        theirs = entry.phrase.bag - self._events
        theirs = theirs - self._weak or theirs
        if self._part(phrase, entry) is not None and theirs <= phrase.bag:
            return 1.0
        narrowing = self._kinds | self._events
        effect = self._effect(phrase)
        if effect is not None and self._effect(entry.phrase) is None:
            narrowing |= phrase.bag - effect
        mine = {
            word
            for word in phrase.bag
            if word in theirs or not (word in narrowing or self._is_event(word))
        }
        shared, standard = self._names.total(mine & theirs), self._names.total(theirs)
        both = self._names.total(mine) + standard
        return (2 * shared / both + shared / standard) / 2 if standard else 0.0

    def differences(self, phrase: Phrase, entry: KnownName) -> tuple[Difference, ...]:
        """Return all slots in which a name differs from ``entry``, each once."""
        hard = self.foreign(phrase, entry)
        found = [] if hard is None else [hard]
        found += self._excluding(phrase, entry.phrase)
        mine, theirs = self._only(phrase, entry.phrase), self._only(entry.phrase, phrase)
        agreed = self._agreed(phrase, entry.phrase)
        own, other = self._split(mine, agreed), self._split(theirs, agreed)
        objects = own[1], other[1]
        if own[0] or other[0]:
            found.append(Difference("peristiwa", own[0], other[0]))
        if objects[0] and not objects[1] and self._joins(phrase, frozenset(objects[0])):
            found = [one for one in found if one.slot not in {"objek", "cacahan"}]
        if any(objects):
            scope = self._scope(phrase, *objects)
            found.append(Difference("objek", *objects, relation=scope))
        if any(one.slot == "bagian" for one in found):
            found = [one for one in found if one.slot == "bagian"]
        found.sort(key=lambda one: not one.apart)
        return tuple({one.slot: one for one in reversed(found)}.values())[::-1]

    def _split(self, words: Tokens, agreed: set[str]) -> tuple[Tokens, Tokens]:
        """Return those of ``words`` that are events the names do not agree on, and the objects."""
        events = tuple(word for word in words if self._is_event(word))
        rest = tuple(word for word in words if word not in events)
        return tuple(word for word in events if word not in agreed), rest

    def _agreed(self, first: Phrase, second: Phrase) -> set[str]:
        """Return the words of groups of which both names have the same member."""
        return {
            word
            for group in self._oppositions
            if (own := first.marks.get(group.nama)) and own == second.marks.get(group.nama)
            for name in own
            for word in group.anggota[name]
        }

    def nearest(self, written: Phrase) -> Nearest | None:
        """Return the indicator that differs in the fewest slots, if one is of the same object."""
        best: tuple[float, KnownName, NearRelation, tuple[Difference, ...]] | None = None
        for entry in self._names.sharing(written):
            if entry.is_output or entry.kind not in OWN_NAMES:
                continue
            phrase = written.beside(entry.phrase) if written.asides else written
            likeness = self.likeness(phrase, entry)
            if likeness < self._least or (best is not None and likeness <= best[0]):
                continue
            differences = self.differences(phrase, entry)
            relation = self._related(phrase, entry, differences)
            score = likeness * self._distance(phrase, entry, differences)
            if relation is not None and (best is None or score > best[0]):
                best = score, entry, relation, differences
        if best is None:
            return None
        score, entry, relation, differences = best
        return Nearest(entry.indicator, relation, self._explained(differences), score)

    def _distance(
        self, phrase: Phrase, entry: KnownName, differences: Iterable[Difference]
    ) -> float:
        """Return how near a name is by the slots that differ, whatever its words.

        A count is near the share of the same; a name that shares one of several events, or that
        something is brought about, is nearer than one that shares none.
        """
        bobot = self._names.matching.bobot
        closer: set[NameSlot] = set()
        if entry.indicator.ukuran not in self._named:
            closer.add("ukuran")
        if not self._events.isdisjoint(phrase.bag & entry.phrase.bag):
            closer.add("peristiwa")
        if self._effect(phrase) is not None and self._effect(entry.phrase) is not None:
            closer.add("objek")
        near = 1.0 if self._names.serves(entry.indicator) else bobot.beda.number
        for one in differences:
            near *= (bobot.beda_sedikit if one.slot in closer else bobot.beda).number
        return near

    def _related(
        self, phrase: Phrase, entry: KnownName, differences: Sequence[Difference]
    ) -> NearRelation | None:
        """Return what a name with these differences is to the standard's; none: unrelated.

        Where no object of the field is shared, other words must be wholly the same.
        """
        found: set[NearRelation] = {one.relation for one in differences}
        core = self.core(entry)
        if core.isdisjoint(phrase.bag) or any(one.apart for one in differences):
            return None
        if "bagian" in found:
            return "bagian"
        foreign = core.isdisjoint(self._objects)
        if foreign and (not core <= phrase.bag or any(one.slot == "objek" for one in differences)):
            return None
        return found.pop() if len(found) == 1 else "dekat"

    def _only(self, first: Phrase, second: Phrase) -> Tokens:
        left_out = second.bag | self._weak | self._parts
        return tuple(word for word in first.words if word not in left_out)

    def _scope(self, phrase: Phrase, mine: Tokens, theirs: Tokens) -> NearRelation:
        """Return what words of the object on one side alone make of a name."""
        if mine and theirs:
            return "dekat"
        if theirs:
            return "lebih_luas"
        return "lebih_luas" if self._joins(phrase, frozenset(mine)) else "lebih_sempit"

    def _joins(self, phrase: Phrase, extra: frozenset[str]) -> bool:
        """Say whether the words that the standard has not are another object beside its own."""
        read, pieces = self._names.reader.read, self._joining.split(phrase.text)
        sides = [
            (before[-1] in extra, after[0] in extra)
            for before, after in pairwise(self._telling(read(one).words) for one in pieces if one)
            if before and after
        ]
        return any(before != after for before, after in sides)

    def told(self, phrase: Phrase, entry: KnownName) -> Text:
        """Return the slots in which a name differs from ``entry``, for people."""
        return self._explained(self.differences(phrase.beside(entry.phrase), entry))

    def _explained(self, differences: Sequence[Difference]) -> Text:
        """Return the differences slot by slot, for people."""
        if not differences:
            return sentences.alignment.SLOTS_AGREE
        said = sentences.alignment
        parts = [
            said.SLOT_DIFFERS.filled(
                bagian=said.SLOTS[one.slot],
                rencana=self._listed(one.mine),
                standar=self._listed(one.theirs),
                alasan="" if one.reason is None else f" ({one.reason})",
            )
            for one in differences
        ]
        return Text.same("; ").join(parts)

    def _listed(self, words: Tokens) -> Text:
        told = ", ".join(self._told.get(word, word) for word in words)
        return Text.same(told) if told else sentences.alignment.NOT_SAID
