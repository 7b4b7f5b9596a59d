"""Which indicator of the standard a region's indicator is, in steps that can be explained.

A code that is given decides. Else a name that is known, as written or after spelling has been made
alike; then a deviation that is known; then likeness, where measure, direction and words that
exclude each other must agree. Below a threshold the answer is that there is no counterpart.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, Literal

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.names import KnownName, KnownNames
from kesbang_iku.alignment.slots import OWN_NAMES, Nearest, SlotComparer
from kesbang_iku.alignment.words import Phrase, plain_tokens
from kesbang_iku.findings import Text, sentences
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Variant
from kesbang_iku.model.lexicon import Amount
from kesbang_iku.model.plan import PlanItem

Way = Literal["kode", "nama", "alias", "mirip", "lokal", "keputusan", "tidak_ada"]
"""How a counterpart was found, or why there is none."""

_GAP: Final = "..."


@dataclass(frozen=True, slots=True)
class Candidate:
    """An indicator that may be meant: how sure that is, and what speaks for or against it.

    ``against`` is why a name as like as this one is known to mean something else, if it is.
    """

    indicator: Indicator
    confidence: float
    way: Way
    reason: Text
    entry: KnownName | None = None
    likeness: float = 1.0
    against: str | None = None

    @property
    def variant(self) -> Variant | None:
        """The known deviation whose name it is, if it is one's."""
        return None if self.entry is None else self.entry.variant

    @property
    def only_alike(self) -> bool:
        """Whether its name is known to mean something else."""
        return self.against is not None


@dataclass(frozen=True, slots=True)
class Match:
    """What was found for one indicator of a plan.

    Attributes:
        chosen: the counterpart, or ``None``.
        candidates: what may be meant, the likeliest first; a chosen one is the first.
        title: the code of the programme or sub kegiatan whose title the name is, if it is one.
        phrase: the name as it was compared.
        parts: where the name is several names, the counterpart of each.
        nearest: what it is near to, where it has no counterpart.
    """

    chosen: Candidate | None
    candidates: tuple[Candidate, ...]
    title: str | None
    phrase: Phrase
    parts: tuple[Candidate, ...] = ()
    nearest: Nearest | None = None


class Matcher:
    """Finds counterparts among known names."""

    def __init__(self, names: KnownNames) -> None:
        self.names: Final = names
        self._in_use: Final = names.serves
        self._matching: Final = names.matching
        self._units: Final = names.katalog.tables
        self._scale: Final = [
            (float(point.skor), float(point.keyakinan)) for point in names.matching.kalibrasi
        ]
        self._plain: Final[dict[tuple[str, ...], list[KnownName]]] = {}
        self._alike: Final[
            dict[tuple[str | None, frozenset[str], frozenset[str]], list[KnownName]]
        ] = {}
        for entry in names.entries:
            self._plain.setdefault(entry.phrase.plain, []).append(entry)
            self._alike.setdefault(entry.phrase.key, []).append(entry)
        self._idle: Final = names.reader.weak.difference(names.lexicon.membatasi.kata)
        """The words that say nothing more where only one of two names has them."""
        self._slots: Final = SlotComparer(names)
        self._apart: Final = frozenset(self._other_things())
        """The known deviations that are another thing by their names."""
        self._outputs: Final[dict[str, list[KnownName]]] = {}
        """The names of outputs that are in use at the level, by their first word."""
        for entry in names.entries:
            output = entry.kind == "nama" and entry.is_output and self._in_use(entry.indicator)
            if output and entry.phrase.words:
                self._outputs.setdefault(entry.phrase.words[0], []).append(entry)
        self._labels: Final[dict[str, Phrase]] = {}
        self._short: Final = {
            entry.phrase.bag: entry for entry in names.entries if entry.kind == "singkatan"
        }
        self._ambiguous: Final = {
            other.singkatan.casefold(): other for other in names.lexicon.singkatan_ganda
        }

    def match(self, item: PlanItem) -> Match:
        """Return the counterpart of ``item``, and what else may be meant.

        The item's code counts as far as the catalog knows it; where it does not, its name decides.
        """
        phrase = self.names.reader.read(item.nama)
        given = self._by_code(item.kode)
        if given is not None:
            return Match(given, (given,), None, phrase)
        titled = phrase.measure in self._matching.ukuran_judul
        title = self.names.titled(phrase) if titled else None
        candidates = (self._abbreviated(one, phrase) for one in self._candidates(item, phrase))
        found = sorted(candidates, key=lambda one: -one.confidence)
        ordered = self._in_use_first(found, phrase)
        thresholds = self._matching.ambang
        shown = [one for one in ordered if one.confidence >= thresholds.calon.number]
        shown = [self._told(one, phrase) for one in shown[: int(thresholds.jumlah_calon)]]
        best = self._best(shown, title)
        parts = self._parts(item) if best is None or best.way == "mirip" else ()
        if parts:
            return Match(parts[0], parts, None, phrase, parts)
        if best is not None:
            return Match(best, tuple(shown), None, phrase)
        near = self._nearest(phrase, shown) if title is None else None
        return Match(None, tuple(shown), title, phrase, nearest=near)

    def _best(self, shown: Sequence[Candidate], title: str | None) -> Candidate | None:
        """Return the counterpart; one that is but like the name gives way to a title, if unsure."""
        if not shown or shown[0].confidence < self._matching.ambang.padanan.number:
            return None
        first, certain = shown[0], self._matching.bobot.tak_terjelaskan.number
        unsure = first.way == "mirip" and first.confidence <= certain
        return None if title is not None and unsure else first

    def _candidates(self, item: PlanItem, phrase: Phrase) -> Iterable[Candidate]:
        """Return what ``item`` may be, each indicator once."""
        found: dict[str, Candidate] = {}
        for candidate in (
            *self._same_words(phrase, item),
            *self._shortened(phrase, item.satuan),
            *self._abridged(item.nama, phrase),
        ):
            found.setdefault(candidate.indicator.kode, candidate)
        certain = set(found)
        for candidate in self._like(phrase, item):
            code = candidate.indicator.kode
            known = found.get(code)
            # Of one indicator's names the likest one speaks, though it may be less sure.
            if code not in certain and (known is None or candidate.likeness > known.likeness):
                found[code] = candidate
        return found.values()

    # ------------------------------------------------------------------------------------- steps

    def _by_code(self, code: str | None) -> Candidate | None:
        if code is None or code not in self.names.katalog:
            return None
        reason = sentences.alignment.THE_PLAN_GIVES_THE_CODE
        indicator = self.names.katalog[code]
        return Candidate(indicator, self._matching.langkah.kode.number, "kode", reason)

    def _same_words(self, phrase: Phrase, item: PlanItem) -> Iterator[Candidate]:
        """Yield the indicators that have this very name: as written, else after normalisation."""
        steps = self._matching.langkah
        written = self._plain.get(phrase.plain, [])
        for entry in written or self._alike.get(phrase.key, []):
            step: Amount
            way: Way = "alias"
            if entry.kind == "varian":
                yield self._variant(entry)
                continue
            if entry.kind == "nama":
                step, way = (steps.nama if written else steps.nama_baku), "nama"
                reason = sentences.alignment.THE_SAME_NAME
            elif entry.kind == "alias":
                step = steps.alias
                reason = sentences.alignment.A_NAME_RECORDED_FOR_IT
            else:
                continue
            if not written:
                reason = sentences.alignment.ONCE_SPELLING_AND_ABBREVIATIONS_ARE.filled(
                    alasan=reason
                )
            factor = self._unit_factor(item.satuan, entry.indicator)
            if not self._in_use(entry.indicator):
                factor *= self._matching.bobot.tingkat_lain.number
            yield Candidate(entry.indicator, step.number * min(factor, 1.0), way, reason, entry)

    def _shortened(self, phrase: Phrase, unit: str | None) -> Iterator[Candidate]:
        """Yield the indicator whose abbreviation is all that the name says besides its measure.

        The short name of an index takes any measure that fits; that of a count or share leaves
        open what of it is measured, unless nothing is said or its own measure.
        """
        entry = self._short.get(phrase.bag) or self._short.get(phrase.bag - self.names.reader.weak)
        if entry is None or not set(phrase.plain).issuperset(entry.phrase.plain):
            return
        if self._slots.other_measure(phrase, entry.indicator):
            return
        own = entry.indicator.ukuran in (*self._matching.ukuran_bernama, phrase.measure)
        if own or phrase.measure is None:
            factor = min(self._unit_factor(unit, entry.indicator), 1.0)
            for one in self._abbreviation(entry):
                yield replace(one, confidence=one.confidence * factor)

    def _variant(self, entry: KnownName) -> Candidate:
        reason = sentences.alignment.ANOTHER_DEFINITION_KNOWN_TO_DEVIATE
        confidence, against = self._variant_factor(entry), self._known_against(entry)
        if against is not None:
            reason = sentences.alignment.ONLY_ALIKE
        return Candidate(entry.indicator, confidence, "mirip", reason, entry, against=against)

    def _variant_factor(self, entry: KnownName) -> float:
        steps = self._matching.langkah
        if entry.variant is None:
            return 1.0
        known = self._known_against(entry) is not None
        return (steps.bukan_padanan if known else steps.varian).number

    def _other_things(self) -> Iterator[str]:
        """Yield the deviations that all names of their indicator exclude by what they measure."""
        own: dict[str, list[KnownName]] = {}
        for entry in self.names.entries:
            if entry.kind in OWN_NAMES:
                own.setdefault(entry.indicator.kode, []).append(entry)
        for entry in self.names.entries:
            names = own[entry.indicator.kode] if entry.variant is not None else ()
            if names and all(self._slots.other_thing(entry.phrase, one) for one in names):
                yield entry.phrase.text

    def _known_against(self, entry: KnownName) -> str | None:
        """Return why the name of ``entry`` is known to be no counterpart, if it is none."""
        variant = entry.variant
        if variant is None:
            return None
        apart = variant.bukan_padanan or entry.phrase.text in self._apart
        return variant.alasan if apart else None

    def _abbreviation(self, entry: KnownName) -> Iterator[Candidate]:
        """Yield what an abbreviation stands for, and less likely what else it stands for."""
        meant, steps, said = entry.indicator, self._matching.langkah, sentences.alignment
        other = self._ambiguous.get((meant.singkatan or "").casefold())
        if other is None:
            reason = said.ITS_ABBREVIATION
            yield Candidate(meant, steps.singkatan.number, "alias", reason, entry)
            return
        sure = steps.singkatan_ganda.number
        reason = said.ITS_ABBREVIATION_WHICH_ALSO_MEANS.filled(arti=other.arti)
        yield Candidate(meant, sure, "alias", reason, entry)
        if other.kode is not None and other.kode in self.names.katalog:
            reason = said.ITS_ABBREVIATION_WHICH_ALSO_MEANS.filled(arti=meant.nama)
            rare = sure * self._matching.bobot.lawan.number
            yield Candidate(self.names.katalog[other.kode], rare, "alias", reason)

    def _abbreviated(self, one: Candidate, phrase: Phrase) -> Candidate:
        """Return a candidate less sure, where only an abbreviation with two owners names it."""
        short = (one.indicator.singkatan or "").casefold()
        if short not in self._ambiguous or short not in phrase.plain or one.way == "kode":
            return one
        long = set(plain_tokens(one.indicator.nama)) & set(phrase.plain) - self.names.reader.weak
        most = self._matching.langkah.singkatan_ganda.number
        if long - {phrase.measure} or one.confidence <= most:
            return one
        return replace(one, confidence=most)

    def _parts(self, item: PlanItem) -> tuple[Candidate, ...]:
        """Return the counterparts of the names that ``item.nama`` consists of, if it is several.

        Each part must be an indicator by itself that is hardly doubted, and no two the same.
        """
        names = self.names.reader.parts(item.nama)
        if not names[1:]:
            return ()
        found = [self.match(PlanItem(nama=name)) for name in names]
        chosen = [match.chosen for match in found if match.chosen is not None]
        sure = self._matching.langkah.varian.number
        codes = {one.indicator.kode for one in chosen if one.confidence >= sure}
        if len(codes) < len(names):
            return ()
        share = self._matching.bobot.gabungan.number
        reason = sentences.alignment.ONE_OF_SEVERAL_INDICATORS_HERE
        return tuple(
            Candidate(one.indicator, one.confidence * share, "mirip", reason, one.entry)
            for one in chosen
        )

    def _abridged(self, name: str, phrase: Phrase) -> Iterator[Candidate]:
        """Yield the outputs of which ``name`` is the beginning and the end, or the beginning.

        Without a mark of what was left out the beginning must be a long one.
        """
        steps, least = self._matching.langkah, int(self._matching.ambang.kata_awal)
        start, gap, end = name.replace("…", _GAP).partition(_GAP)
        first, confidence = phrase.words, steps.penggalan.number
        last: tuple[str, ...] = ()
        if gap:
            read = self.names.reader.read
            first, last = read(start).words, read(end).words if end.strip() else ()
            least, confidence = 2, steps.alias.number
        if not first or len(first) < least:
            return
        reason = sentences.alignment.THE_PART_THAT_IS_WRITTEN
        for entry in self._outputs.get(first[0], ()):
            words = entry.phrase.words
            fits = words[: len(first)] == first and words[len(words) - len(last) :] == last
            if fits and len(words) > len(first):
                yield Candidate(entry.indicator, confidence, "mirip", reason, entry)

    def _like(self, written: Phrase, item: PlanItem) -> Iterator[Candidate]:
        """Yield the indicators with a name like this one that nothing speaks against."""
        formula = self.names.reader.read(item.rumus) if item.rumus else None
        bobot = self._matching.bobot
        least = self._scale[0][0] - bobot.rumus.number
        for entry in self.names.reaching(written, least):
            phrase = written.beside(entry.phrase) if written.asides else written
            overlap = self.names.likeness(phrase, entry.phrase)
            if overlap < least or entry.kind == "singkatan":
                continue
            unit = self._unit_factor(item.satuan, entry.indicator)
            if self._slots.foreign(phrase, entry, same_unit=unit > 1) is not None:
                continue
            likeness = overlap * unit
            likeness *= self._replaced(phrase, entry)
            likeness *= self._vague(phrase, entry)
            if not self._in_use(entry.indicator):
                likeness *= bobot.tingkat_lain.number
            likeness += self._formula_bonus(formula, entry.indicator)
            confidence = self._confidence(min(likeness, 1.0))
            confidence *= self._variant_factor(entry)
            if self._is_about_else(phrase, entry):
                confidence = min(confidence, bobot.inti.number)
            if self._slots.core(entry).isdisjoint(phrase.bag):
                confidence *= bobot.lawan.number
            if (written.bag ^ entry.phrase.bag) - self._idle:
                confidence = min(confidence, bobot.tak_terjelaskan.number)
            excluded = self._slots.excluded(phrase, entry)
            if excluded is not None:
                likeness *= bobot.lawan.number
                confidence *= bobot.lawan.number
            against = excluded.reason if excluded is not None else self._known_against(entry)
            if confidence >= self._matching.ambang.calon.number:
                said = sentences.alignment
                reason = said.SLOTS_AGREE if against is None else said.ONLY_ALIKE
                yield Candidate(
                    entry.indicator, confidence, "mirip", reason, entry, likeness, against
                )

    def _nearest(self, phrase: Phrase, shown: Sequence[Candidate]) -> Nearest | None:
        """Return the indicator that this very name is known not to be, else the nearest one.

        Of a deviation that only its words set apart, these tell the relation where they can.
        """
        known = [one for one in shown if one.entry is not None and self._known_against(one.entry)]
        declared = (one for one in known if one.variant and one.variant.bukan_padanan)
        for one in declared:
            return self._known_apart(one)
        near = self._slots.nearest(phrase)
        codes = {one.indicator.kode for one in known}
        alike = near is not None and near.indicator.kode in codes
        return near if alike or not known else self._known_apart(known[0])

    def _known_apart(self, one: Candidate) -> Nearest:
        reason = Text.same(one.against or "")
        return Nearest(
            one.indicator, "dekat", reason, one.likeness * self._matching.bobot.beda.number
        )

    def _in_use_first(self, ordered: list[Candidate], phrase: Phrase) -> list[Candidate]:
        """Return the candidates with one for this level before one that is not in use there.

        A name of another level that is written word for word stays the first, unless that of this
        level says the same in another spelling.
        """
        if not ordered or self._in_use(ordered[0].indicator):
            return ordered
        first = ordered[0]
        written = first.entry is not None and first.entry.phrase.plain == phrase.plain
        bobot, least = self._matching.bobot, self._matching.ambang.padanan.number
        for one in ordered[1:]:
            if written and (one.entry is None or one.entry.phrase.key != phrase.key):
                continue
            near = first.confidence - one.confidence <= bobot.tingkat_sendiri.number
            if near and one.confidence >= least and self._in_use(one.indicator):
                return [one, *(other for other in ordered if other is not one)]
        return ordered

    # ---------------------------------------------------------------------------------- evidence

    def _replaced(self, phrase: Phrase, entry: KnownName) -> float:
        """Return what is left where a word of an index, which is a proper name, is another one."""
        if entry.indicator.ukuran not in self._matching.ukuran_bernama:
            return 1.0
        other = phrase.bag - entry.phrase.bag and entry.phrase.bag - phrase.bag
        return self._matching.bobot.pengganti.number if other else 1.0

    def _is_about_else(self, phrase: Phrase, entry: KnownName) -> bool:
        """Say whether a name lacks what ``entry`` is about, or is about more or something else."""
        return (
            self._slots.core(entry).isdisjoint(phrase.bag)
            or self._slots.counts_else(phrase, entry)
            or self._replaced(phrase, entry) < 1
            or self._slots.says_more(phrase, entry)
        )

    def _vague(self, phrase: Phrase, entry: KnownName) -> float:
        """Return what is left where the measure in front leaves open what is measured.

        Less is left where one name joins notions that the other keeps apart.
        """
        bobot = self._matching.bobot
        left = bobot.sebagian.number if phrase.marks != entry.phrase.marks else 1.0
        if phrase.measure == entry.phrase.measure or phrase.measure not in self._slots.vague:
            return left
        return left * bobot.samar.number

    def _unit_factor(self, written: str | None, indicator: Indicator) -> float:
        if written is None:
            return 1.0
        seen = self._units.unit_spelled(written)
        wanted = self._units.units.get(indicator.satuan)
        if seen is None or wanted is None:
            return 1.0
        if seen.nama == wanted.nama:
            return 1.0 + self._matching.bobot.satuan_sama.number
        return 1.0 if seen.of_one_kind(wanted) else self._matching.bobot.satuan_lain.number

    def _formula_bonus(self, formula: Phrase | None, indicator: Indicator) -> float:
        if formula is None:
            return 0.0
        labels = self._labels.get(indicator.kode)
        if labels is None:
            text = " ".join(variable.label for variable in indicator.variabel)
            labels = self._labels[indicator.kode] = self.names.reader.read_known(text)
        return self.names.likeness(formula, labels) * self._matching.bobot.rumus.number

    def _confidence(self, likeness: float) -> float:
        for (start, low), (end, high) in pairwise(self._scale):
            if start <= likeness <= end:
                return low + (likeness - start) / (end - start) * (high - low)
        return 0.0

    def _told(self, one: Candidate, phrase: Phrase) -> Candidate:
        """Return a candidate with the slots in which it differs, if its likeness speaks for it."""
        if one.entry is None or one.reason is not sentences.alignment.SLOTS_AGREE:
            return one
        return replace(one, reason=self._slots.told(phrase, one.entry))
