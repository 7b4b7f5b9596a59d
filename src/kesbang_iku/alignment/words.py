"""What a name says, apart from how it is written: its words, its measure, and what it excludes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kesbang_iku._grouped import grouped
from kesbang_iku._later import Once
from kesbang_iku._records import dataclass
from kesbang_iku.alignment.affixes import Affixation, verb_form
from kesbang_iku.alignment.asides import AsideFinder
from kesbang_iku.alignment.printing import is_acronym, joined_letters, mended
from kesbang_iku.alignment.replacements import Replacements, Synonyms, Tokens, runs
from kesbang_iku.alignment.spelling import MOST_REMEMBERED, SpellingCorrector
from kesbang_iku.alignment.wholes import WholeFinder
from kesbang_iku.model.lexicon import LexiconFile, MatchingThresholds, Opposition, Spellings
from kesbang_iku.model.vocabulary import REGIONAL_LEVELS

_TOKEN: Final = re.compile(r"[a-z0-9]+|%")
_NUMBERED: Final = re.compile(
    r"\s*(?:(?:[0-9]{1,2}|[A-Za-z])\s*[.)]|[0-9]{1,2}(?:\.[0-9]{1,2})+\.?)\s+"
)
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_REMARK: Final = re.compile(r"\(([^()]*)(?:\)|$)")
_FACTOR: Final = re.compile(r"[x×*]\s*10+\b")
"""The factor of a formula, which a remark may hold."""
_ENUMERATED: Final = 2
"""With so many commas a remark lists what all belongs to something."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A name, as it is compared.

    Attributes:
        text: the name as written.
        plain: its words as written, without case and punctuation.
        words: what it is about, in the order of the text, each word once.
        bag: the same words, without order.
        measure: the name of the measure it starts with, if it does.
        directions: the directions of change it names.
        marks: for each group of words that exclude each other, its members in the name.
        asides: those of its words that only say how, where or by whom something happens.
        bare: the name read without its asides: what they part may say something together.
    """

    text: str
    plain: Tokens
    words: Tokens
    bag: frozenset[str]
    measure: str | None
    directions: frozenset[str]
    marks: Mapping[str, frozenset[str]]
    asides: frozenset[str] = frozenset()
    bare: Phrase | None = None

    def beside(self, other: Phrase) -> Phrase:
        """Return the phrase without those asides of which ``other`` says nothing."""
        dropped = self.asides - other.bag
        if not dropped:
            return self
        if self.bare is not None and dropped == self.asides:
            return self.bare
        words = tuple(word for word in self.words if word not in dropped)
        return replace(self, words=words, bag=self.bag - dropped, asides=self.asides - dropped)

    @property
    def key(self) -> tuple[str | None, frozenset[str], frozenset[str]]:
        """What two names have in common that say the same."""
        return (self.measure, self.bag, self.directions)


def plain_tokens(text: str) -> Tokens:
    """Return the words of ``text`` without case, accents and punctuation."""
    folded = text.casefold()
    if not folded.isascii():
        parts = unicodedata.normalize("NFKD", folded)
        folded = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return tuple(_TOKEN.findall(folded))


def excludes(mine: Phrase, theirs: Phrase, group: Opposition) -> bool:
    """Say whether a region's name differs from the standard's in words that exclude each other."""
    own = mine.marks.get(group.nama, frozenset())
    other = theirs.marks.get(group.nama, frozenset())
    if own and other:
        return own.isdisjoint(other)
    return bool(own) if group.sepihak == "rencana" else group.sepihak == "ya" and own != other


class _Measures:
    """The names of measures, as ``Persentase``, ready to be split off a name."""

    def __init__(self, lexicon: LexiconFile) -> None:
        self._names: Final = sorted(
            (
                (plain_tokens(written), measure.nama)
                for measure in lexicon.ukuran
                for written in measure.tulisan
            ),
            key=lambda pair: -len(pair[0]),
        )
        self.words: Final = {token for written, _ in self._names for token in written}
        self._loose: Final = {measure.nama for measure in lexicon.ukuran if measure.longgar}
        self._by_first: Final = grouped((pair[0][0], pair) for pair in self._names)
        self.first: Final = self._by_first.keys()
        vague = (one.tulisan for one in lexicon.ukuran if one.longgar or one.samar)
        self.open: Final = _all_words(vague)
        self._behind: Final = {
            word: measure.nama for measure in lexicon.ukuran for word in measure.belakang
        }
        measured = "|".join(map(re.escape, self.first))
        joined = "|".join(map(re.escape, lexicon.penggabung.kata))
        self.between: Final = re.compile(
            rf"\s*(?:;|\n)\s*|,?\s+(?:{joined})\s+(?=(?:{measured})\b)", re.IGNORECASE
        )
        """What parts two names, the second of which starts with a measure."""

    def starts(self, tokens: Tokens) -> bool:
        """Say whether ``tokens`` start with a measure."""
        known = self._by_first.get(tokens[0], ()) if tokens else ()
        return any(tokens[: len(one)] == one for one, _ in known)

    def split_off(self, tokens: Tokens) -> tuple[str | None, Tokens]:
        """Split off the measure in front, the first that tells one; in English it may be last."""
        first: str | None = None
        while tokens and tokens[0] in self.first:
            for written, name in self._by_first[tokens[0]]:
                if tokens[: len(written)] == written and len(tokens) > len(written):
                    first = name if first in {None, *self._loose} else first
                    tokens = tokens[len(written) :]
                    break
            else:
                break
        if first is None and len(tokens) > 1 and tokens[-1] in self._behind:
            return self._behind[tokens[-1]], tokens[:-1]
        return first, tokens


class NameReader:
    """Reads names with the words of the catalog. What it says depends on nothing else.

    Attributes:
        weak: the words that hardly tell one name from another.
        measures: the names of measures.

    Args:
        lexicon: the words that matter.
        thresholds: from which length a word may be misspelt.
        names: names of the catalog: a misspelt word may stand for one of theirs.
        texts: other texts of the catalog: their words are never taken for misspelt.
        abbreviations: short names of the catalog with what they are short for. Beside the long
            name they add nothing; alone in a sentence they stand for it.
        regions: names of regions; where a name says whose indicator it is, that adds nothing.
        units: how units are written; in parentheses behind a name they are no part of it.
    """

    def __init__(
        self,
        lexicon: LexiconFile,
        thresholds: MatchingThresholds,
        names: Iterable[str] = (),
        texts: Iterable[str] = (),
        abbreviations: Mapping[str, str] | None = None,
        regions: Iterable[str] = (),
        units: Iterable[str] = (),
    ) -> None:
        self._ignored: Final = _all_words(group.kata for group in lexicon.abaikan)
        self.weak: Final = _all_words(group.kata for group in lexicon.lemah)
        self._openers: Final = _all_words([lexicon.pembuka.kata])
        self._endings: Final = tuple(lexicon.akhiran.kata)
        self._directions: Final = {
            word: found.nama for found in lexicon.arah for word in found.kata
        }
        always = [group for group in lexicon.padanan if not group.bila]
        self._replacements: Final = self._spelt([*always, *lexicon.keikutsertaan.spellings])
        beside = ((one.bila, self._spelt([one])) for one in lexicon.padanan if one.bila)
        self._synonyms: Final = Synonyms(self._replacements, beside)
        self._read: Final = Once[str, Phrase](self._newly_read, MOST_REMEMBERED)
        self.measures: Final = _Measures(lexicon)
        self._scale_words: Final = self.measures.words | set(lexicon.skala.kata)
        self._affixes: Final = Affixation(lexicon.imbuhan, int(thresholds.panjang_ejaan))
        self._verbs: Final = self._rooted(lexicon)
        self._whole: Final = WholeFinder(lexicon, self._ignored, self.weak)
        self._units: Final = set(map(plain_tokens, units))
        self._oppositions: Final = [
            (group, _all_words(group.anggota.values())) for group in lexicon.lawan
        ]
        self._facets: Final = [(frozenset(one.bila), frozenset(one.kata)) for one in lexicon.faset]
        self._occasions: Final = lexicon.acara
        self._periods: Final = lexicon.periode
        self._counted: Final = {*lexicon.periode.satuan, *lexicon.periode.nama_bulan}
        self._asides: Final = AsideFinder(lexicon)
        self._places: Final = frozenset(lexicon.keterangan.tempat)
        self._parts: Final = frozenset(lexicon.penanda_bagian.kata)
        counted = (one for group in lexicon.lawan if group.kepala for one in group.anggota.values())
        self._meaning: Final = self._parts.union(lexicon.objek.kata, *counted)
        self._active: Final = verb_form(lexicon.imbuhan.awalan_aktif)
        self._having: Final = tuple(lexicon.imbuhan.awalan_sifat)
        self._taught: Final = lexicon.keikutsertaan
        canonical = {group.baku for group in lexicon.padanan}
        self._short: Final = _tokens_of(abbreviations or {}) - canonical
        self.long: Final = dict(_single_words(abbreviations or {}))
        self._thresholds: Final = thresholds
        self._regions: Final = _region_names(lexicon, regions)
        self._beginnings: Final = _beginnings(self._regions)
        meant = _tokens_of(names) | _tokens_of(lexicon.texts)
        facets = _all_words(facet.kata for facet in lexicon.faset)
        self._uninflected: Final = meant | facets.union(lexicon.benar.kata)
        self._spelling: Final = SpellingCorrector(
            meant,
            _tokens_of(texts) | self._uninflected,
            thresholds,
            lexicon.akhiran.kata,
            lexicon.imbuhan.awalan,
            lexicon.meanings,
        )

    def read(self, text: str) -> Phrase:
        """Return what the name ``text`` says, as a region wrote it."""
        return self._read[text]

    def _newly_read(self, text: str) -> Phrase:
        plain = plain_tokens(text)
        written = self._without_period(self._whole.without(self.printed(text)))
        found, agents, again = self._asides.found(written)
        found |= self._remarked(text)
        apart = set[str]().union(*agents)
        kept = self._begun(self._kept(self._without_region(written)), apart)
        tokens, taught = self._joined(kept)
        phrase = self._phrase(text, plain, tokens)
        forms = frozenset(map(self._known_form, found))
        # A place may be written otherwise; any other word that means something is no mere aside.
        places = {one: self._meaning_of(one) for one in found & self._places}
        forms |= frozenset(places.values())
        asides = self._asides.without_meaning(forms | taught, phrase.bag)
        apart.clear()
        for run in agents:
            told = (one for one in run if one not in self._ignored)
            acting = self._replaced(tuple(map(self._known_form, told)))
            asides |= phrase.bag.intersection(acting)
            # A verb that is read as another one beside what it is done to says something.
            known = run[0] in self._ignored or self._meaning_of(run[0]) in phrase.bag
            apart.update(run if known else run[1:])
        if not asides:
            return phrase
        apart |= asides.intersection(forms)
        apart.update(one for one, meant in places.items() if meant in asides)
        rest = tuple(one for one in kept if apart.isdisjoint((one, self._known_form(one))))
        tokens, taught = self._joined(_without_last(rest, again) or kept)
        bare = self._phrase(text, plain, tuple(one for one in tokens if one not in taught))
        asides |= phrase.bag.intersection(again) - bare.bag
        if not (bare.bag - phrase.bag).isdisjoint(map(self._known_form, kept)):
            # Words that say something with an aside: wilayah kerja.
            words = tuple(one for one in phrase.words if one not in asides)
            bare = replace(phrase, words=words, bag=frozenset(words), marks=self._marks(words))
        return replace(phrase, asides=asides, bare=bare)

    def _joined(self, kept: Tokens) -> tuple[Tokens, frozenset[str]]:
        tokens = tuple(map(self._known_form, kept))
        return self._taking_part(self._without_region(self._replaced(tokens)))

    def _remarked(self, text: str) -> frozenset[str]:
        """Return the words that stand in remarks alone, none of which names a part of an index."""
        remarks = map(plain_tokens, _REMARK.findall(text) if "(" in text else ())
        said = {one for words in remarks if self._parts.isdisjoint(words) for one in words}
        return frozenset(said.difference(plain_tokens(_REMARK.sub(" ", text))))

    def printed(self, text: str, *, whole: bool = False) -> Tokens:
        """Return the words of a name without its number, what printing did to it, and remarks.

        Args:
            text: the name.
            whole: whether a remark stays that is neither short for the name nor its measure.
        """
        known = self._spelling.known
        joined = joined_letters(self._without_label(text), known)
        remarked = self._without_remarks(joined, whole=whole)
        return mended(plain_tokens(remarked), known, self._thresholds)

    def read_known(self, text: str) -> Phrase:
        """Return what a name of the catalog says: it is spelt right, and names no region."""
        plain = plain_tokens(text)
        whole = plain_tokens(self._without_remarks(text))
        return self._phrase(text, plain, self._replaced(self._kept(whole)))

    def parts(self, text: str) -> tuple[str, ...]:
        """Return the names that ``text`` consists of: what lines, semicolons and ``dan`` part.

        Each must start with a measure, as the name of an indicator does.
        """
        between = self.measures.between
        names = tuple(part.strip() for part in between.split(text) if part.strip())
        return names if all(map(self.measures.starts, map(plain_tokens, names))) else (text,)

    def _spelt(self, groups: Iterable[Spellings]) -> Replacements:
        return Replacements(
            (self._kept(plain_tokens(written)), plain_tokens(group.baku))
            for group in groups
            for written in group.tulisan
        )

    def _rooted(self, lexicon: LexiconFile) -> Mapping[str, str]:
        """Return the words that are known, one by each root; a noun for an event may be one.

        What means the same wherever it stands goes before what does beside some words only.
        """
        nouns = tuple(lexicon.imbuhan.akhiran_benda)
        groups = sorted(lexicon.padanan, key=lambda group: not group.bila)
        known = [*(facet.kata for facet in lexicon.faset), *(group.tulisan for group in groups)]
        return {
            root: written
            for words in known
            for written in words
            for root in (written, *self._affixes.roots(written))
            if root != written or written.endswith(nouns)
        }

    def _inflected(self, token: str) -> str:
        """Return the known verb of the same root, in place of one that only texts have."""
        if token in self._uninflected:
            return token
        roots = (token, *self._affixes.roots(token))
        return next((self._verbs[root] for root in roots if root in self._verbs), token)

    def _known_form(self, token: str) -> str:
        """Return a word as it is known: spelt right, and for a verb a known one of its root."""
        return self._spelling.corrected(self._inflected(self._bare(token)))

    def spelt(self, token: str, *, active: bool) -> str:
        """Return a word spelt right; a verb by its root, but for an active one."""
        bare = self._bare(token)
        return self._spelling.corrected(bare) if active else self._known_form(bare)

    def _meaning_of(self, token: str) -> str:
        """Return what a word always stands for."""
        return self._replacements.apply((self._known_form(token),))[0]

    def _bare(self, token: str) -> str:
        """Return an unknown word without what may hang on it: ``tertuntaskannya``."""
        if token in self._spelling.known:
            return token
        ending = next((one for one in self._endings if token.endswith(one)), "")
        rest = token.removesuffix(ending)
        having = (rest.removeprefix(one) for one in self._having if rest.startswith(one))
        return next((one for one in having if one in self._spelling.known), rest)

    def _replaced(self, tokens: Tokens) -> Tokens:
        replaced = self._synonyms.apply(tokens)
        return tuple(token for token in replaced if token not in self._ignored) or replaced

    def _taking_part(self, tokens: Tokens) -> tuple[Tokens, frozenset[str]]:
        """Take people to whom something unknown is done with what is taught for its participants.

        The verb is returned as an aside, so that nobody is too sure.
        """
        words = self._taught
        if words.baku not in tokens and not set(words.hal).isdisjoint(tokens):
            for place, (person, verb) in enumerate(pairwise(tokens)):
                if person in words.orang and self._asides.is_unknown_passive(verb):
                    taught = (*tokens[:place], words.baku, *tokens[place + 1 :])
                    return taught, frozenset({verb})
        return tokens, frozenset()

    def _without_remarks(self, text: str, *, whole: bool = False) -> str:
        """Drop what stands in parentheses and adds nothing: an acronym, a unit, a formula."""

        def remark(found: re.Match[str]) -> str:
            inside, before = plain_tokens(found[1]), text[: found.start()]
            empty = (
                all(token in self.measures.words for token in inside)
                if whole
                else (
                    inside in self._units
                    or found[1].count(",") >= _ENUMERATED
                    or _FACTOR.search(found[1]) is not None
                    or all(token in self._scale_words or token.isdigit() for token in inside)
                )
            )
            return (
                " "
                if before and (empty or is_acronym(found[1].strip(), before, self._thresholds))
                else found[0]
            )

        return _REMARK.sub(remark, text) if "(" in text else text

    def _phrase(self, text: str, plain: Tokens, tokens: Tokens) -> Phrase:
        measure, tokens = self.measures.split_off(tokens)
        tokens = self._without_occasions(tokens)
        directions = frozenset(
            self._directions[token] for token in tokens if token in self._directions
        )
        left = self._without_facets(tuple(dict.fromkeys(tokens)))
        # What stood apart may say something together now: potensi konflik yang ada dicegah.
        tokens = left if len(left) == len(tokens) else self._replaced(left)
        tokens = tuple(dict.fromkeys(self._without_abbreviations(tokens)))
        marks = self._marks(tokens)
        return Phrase(text, plain, tokens, frozenset(tokens), measure, directions, marks)

    def _marks(self, tokens: Tokens) -> Mapping[str, frozenset[str]]:
        """Return for each group of words that exclude each other its members among ``tokens``."""
        words, head = frozenset(tokens), frozenset(tokens[:1])
        return {
            group.nama: found
            for group, speaking in self._oppositions
            if not speaking.isdisjoint(words)
            and (found := _marks(group, head if group.kepala else words))
        }

    def _kept(self, tokens: Tokens) -> Tokens:
        kept = [t for t in tokens if t not in self._ignored and not _YEAR.fullmatch(t)]
        brought = False
        while len(kept) > 1 and (
            kept[0] in self._openers or (brought and kept[0] in self._directions)
        ):
            # Terwujudnya peningkatan: that it rose is the aim, as in "meningkatnya".
            brought = kept[0].endswith(self._endings)
            del kept[0]
        return tuple(kept)

    def _begun(self, tokens: Tokens, apart: Container[str]) -> Tokens:
        """Drop what stands in front of a measure and says nothing of what is measured.

        ``Terlaksananya persentase ...``, ``Capaian target jumlah ...``, but not what says that
        something rose or fell, what it is whose measure follows, or that someone does it; and what
        stands ``apart`` starts nothing.
        """
        begun: Tokens = ()
        for start, token in enumerate(tokens[:-1]):
            if token in self.measures.first and self._measured_from(tokens, start):
                begun = tokens[start:]
                if token not in self.measures.open:
                    break
            elif begun and token not in self._openers:
                break
            meant = self._replacements.apply((self._known_form(token),))
            done = start and self._active.fullmatch(token)
            if token in apart or token in self._directions or done or self._meaning & {*meant}:
                break
        return begun or tokens

    def _measured_from(self, tokens: Tokens, start: int) -> bool:
        """Say whether a measure starts there, and not a place behind a name: tingkat kabupaten."""
        vague = start and tokens[start] in self.measures.open
        placed = vague and tokens[start + 1] in self._places
        return not placed and self.measures.starts(tokens[start:])

    def _without_label(self, text: str) -> str:
        """Drop a number in front of a name, or a label: ``a.``, ``IKU 3:``."""
        numbered = _NUMBERED.match(text)
        if numbered:
            return text[numbered.end() :]
        label, _, name = text.partition(":")
        tokens = plain_tokens(label)
        known = all(token in self._openers or token.isdecimal() for token in tokens)
        told = self._meaning.difference(self._openers)
        known |= told.isdisjoint(tokens) and self.measures.starts(plain_tokens(name))
        return name if known and name.strip() else text

    def _without_abbreviations(self, tokens: Tokens) -> Tokens:
        """Drop abbreviations beside their long names; alone in a sentence, write them out."""
        rest = tuple(token for token in tokens if token not in self._short)
        if all(token in self.weak for token in rest) or len(rest) == len(tokens):
            return tokens
        for token in tokens:
            if token in self.long:
                long = self.read_known(self.long[token]).words
                rest += long if set(long).isdisjoint(rest) else ()
        return rest

    def _without_facets(self, tokens: Tokens) -> Tokens:
        """Drop the words that make no other indicator of what they stand beside."""
        facets = {
            word
            for beside, words in self._facets
            if not beside.isdisjoint(tokens)
            for word in words
        }
        return tuple(token for token in tokens if token not in facets)

    def _without_occasions(self, tokens: Tokens) -> Tokens:
        """Drop what people take part in: a training to raise something is no rise of it."""
        words = self._occasions
        if not any(token in words.di_belakang for token in tokens):
            return tokens
        kept: list[str] = []
        behind = False
        for token, following in zip(tokens, (*tokens[1:], ""), strict=True):
            free = token not in self._directions or (behind and following not in words.hasil)
            occasion = token in words.kata and free
            behind = occasion or token in words.di_belakang
            if not occasion:
                kept.append(token)
        return tuple(kept)

    def _without_period(self, tokens: Tokens) -> Tokens:
        """Drop a part of a year with its number: ``triwulan II``, ``periode 2025-2029``."""
        kept: list[str] = []
        for token, following in zip(tokens, (*tokens[1:], ""), strict=False):
            counting = token.isdecimal() and following in self._counted
            numbered = token.isdecimal() or token in self._periods.bilangan
            behind = bool(kept) and kept[-1] in self._periods.kata
            if behind and numbered:
                kept[-1] = ""
            elif not counting and not (behind and token in self._periods.urutan):
                kept.append(token)
        return tuple(filter(None, kept))

    def _without_region(self, tokens: Tokens) -> Tokens:
        """Drop the names of regions behind their level, or at the end of the name.

        How a name is divided into words does not matter: ``Palangka Raya`` and ``Palangkaraya``.
        """
        for start, end, name in runs(tokens, self._beginnings):
            behind_level = tokens[start - 1] in REGIONAL_LEVELS
            at_end = end == len(tokens) and end - start > 1
            if (behind_level or at_end) and name in self._regions:
                return self._without_region(tokens[: start - behind_level] + tokens[end:])
        return tokens


def _without_last(tokens: Tokens, words: Iterable[str]) -> Tokens:
    """Drop each of ``words`` once, where it stands last: elsewhere it is what is measured."""
    left = list(reversed(tokens))
    for word in words:
        if word in left:
            left.remove(word)
    return tuple(reversed(left))


def _marks(group: Opposition, words: frozenset[str]) -> frozenset[str]:
    if group.bila and words.isdisjoint(group.bila):
        return frozenset()
    return frozenset(
        name for name, members in group.anggota.items() if not words.isdisjoint(members)
    )


def _all_words(groups: Iterable[Sequence[str]]) -> frozenset[str]:
    return frozenset(word for group in groups for word in group)


def _tokens_of(texts: Iterable[str]) -> set[str]:
    return {token for text in texts for token in plain_tokens(text)}


def _single_words(abbreviations: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield abbreviations of one word, with what they are short for."""
    for short, name in abbreviations.items():
        tokens = plain_tokens(short)
        if len(tokens) == 1:
            yield tokens[0], name


def _region_names(lexicon: LexiconFile, regions: Iterable[str]) -> frozenset[str]:
    """Return names of regions as one word each, without the words for their level."""
    names = (*regions, *(name for group in lexicon.wilayah for name in group.kata))
    return frozenset(
        "".join(token for token in plain_tokens(name) if token not in REGIONAL_LEVELS)
        for name in names
    )


def _beginnings(names: Iterable[str]) -> frozenset[str]:
    """Return all that names begin with, and the names."""
    return frozenset(name[:end] for name in names for end in range(1, len(name) + 1))
