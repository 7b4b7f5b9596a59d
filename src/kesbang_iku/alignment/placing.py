"""Where an item of a plan belongs: under which programme, and whether to this field of work.

What the plan says itself comes first: the programme it stands under, the agency that carries it
out. Where it says nothing, its counterpart does, and at last the words it shares with the standard.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.alignment.matcher import Candidate, Match, Matcher
from kesbang_iku.alignment.replacements import Tokens
from kesbang_iku.alignment.slots import Nearest
from kesbang_iku.alignment.words import plain_tokens
from kesbang_iku.catalog.programs import normalise_code
from kesbang_iku.findings import sentences
from kesbang_iku.model.plan import PlanItem
from kesbang_iku.model.registers import FieldFile
from kesbang_iku.sources.data import load_data

_CODE: Final = re.compile(r"[0-9](?:\.[0-9]{1,4})+", re.ASCII)
_PROGRAMME: Final = "program"
_TIERS: Final = 3
"""Parts of the code of a programme."""
_REMEMBERED: Final = 4096
"""Names of the standard, and those of a few hundred plans."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where an item belongs.

    Attributes:
        program: the code of its programme in the nomenclature, if that is known.
        bidang_lain: whether it is of another field of work.
        terdekat: the entry its name is nearest to, where it has no counterpart.
        dugaan: whether nothing at all tells its field: it is that of most of its plan.
    """

    program: str | None = None
    bidang_lain: bool = False
    terdekat: Candidate | Nearest | None = None
    dugaan: bool = False


NOWHERE: Final = Placed()
"""Where an item belongs of which nothing is known."""


class _Programme(NamedTuple):
    """What a plan says of a programme: its code in this field, or that it is another field's."""

    code: str | None = None
    foreign: bool = False


class Placing:
    """Places the items of one plan, in their order: a kegiatan is of the programme above it."""

    def __init__(self, matcher: Matcher) -> None:
        self._matcher: Final = matcher
        self._names: Final = matcher.names
        self._agencies: Final = matcher.names.matching.perangkat
        self._field: Final = matcher.names.matching.urusan.kata
        self._above = _Programme()
        self._read: Final[dict[str, _Programme | None]] = {}

    def agency(self, item: PlanItem) -> str | None:
        """Return the agency that carries an item out; a unit within an agency is none."""
        text = " ".join(plain_tokens(item.penanggung_jawab or ""))
        padded = f" {text} "
        if any(f" {one}" in padded for one in self._agencies.urusan_ini):
            return self._agencies.urusan_ini[0]
        named = any(text.startswith(f"{one} ") for one in self._agencies.pembuka)
        return text if named or text in self._agencies.utuh else None

    def placed(self, item: PlanItem, match: Match) -> Placed:
        """Return where an item belongs that has the counterpart in ``match``, if any."""
        said = self._programme(item)
        agency = self.agency(item)
        foreign = self._foreign(said, agency)
        if match.chosen is not None:
            code = match.chosen.indicator.program
            common = agency is not None and bool(foreign) and code in common_programmes()
            return Placed(said.code or code, common)
        if item.lokal is not None:
            return Placed(said.code)
        words = _words_in(match.phrase.plain, self._field)
        nearest = self._nearest(match, words)
        meant = any(not one.only_alike for one in match.candidates)
        unknown = foreign is None and not (match.candidates or words)
        other = unknown or (bool(foreign) and not (meant or words))
        near = None if nearest is None or other else nearest.indicator.program
        return Placed(said.code or near, other, nearest, unknown)

    def _foreign(self, said: _Programme, agency: str | None) -> bool | None:
        """Return whether the plan says that an item is of another field; ``None``: it is silent."""
        if agency is not None:
            return agency != self._agencies.urusan_ini[0]
        return said.foreign if said.foreign or said.code is not None else None

    # -------------------------------------------------------------------------------- programmes

    def _programme(self, item: PlanItem) -> _Programme:
        """Return the programme that an item stands under, as far as its plan says it."""
        if item.kode is not None and self._names.programs.names(item.kode):
            return _Programme(_programme_of(item.kode))
        if item.program is None:
            return _Programme()
        if item.program not in self._read:
            self._read[item.program] = self._understood(item.program)
        known = self._read[item.program]
        if known is not None:
            self._above = known
        return self._above

    def _understood(self, text: str) -> _Programme | None:
        """Return the programme that a cell names; ``None`` for a part of one that is not known."""
        for code in map(normalise_code, _CODE.findall(text)):
            if code is not None and code.count(".") >= _TIERS - 1:
                mine = self._names.programs.names(code)
                return _Programme(_programme_of(code) if mine else None, not mine)
        bare = " ".join(_CODE.sub(" ", text).split())
        for row in self._names.programs.by_text(bare, self._names.level):
            return _Programme(_programme_of(row.kode))
        read = self._names.reader.read_known
        title = read(" ".join(word for word in bare.split() if word.casefold() != _PROGRAMME))
        found = self._names.titled(title)
        if found is not None:
            return _Programme(_programme_of(found))
        return _Programme(foreign=True) if bare.casefold().startswith(_PROGRAMME) else None

    # ----------------------------------------------------------------------------------- nearest

    def _nearest(self, match: Match, words: frozenset[str]) -> Candidate | Nearest | None:
        """Return the entry that a name without counterpart is nearest to.

        One that may be meant, else the likest one of those that share a word of this field with it.
        """
        known = match.nearest or next(iter(match.candidates), None)
        if known is not None:
            return known
        phrase, best = match.phrase, None
        other = self._names.matching.bobot.lawan.number
        for entry in self._names.entries if words else ():
            shared = words & _words_in(entry.phrase.plain, self._field)
            if shared and not entry.is_output and entry.kind != "singkatan":
                likeness = self._names.likeness(phrase, entry.phrase)
                likeness *= 1.0 if entry.phrase.measure == phrase.measure else other
                if best is None or likeness > best[0]:
                    best = likeness, entry, shared
        if best is None:
            return None
        likeness, entry, found = best
        reason = sentences.alignment.NEAR_BY_WORDS.filled(kata=", ".join(sorted(found)))
        return Candidate(entry.indicator, 0.0, "mirip", reason, entry, likeness)


def of_one_field(places: Sequence[Placed]) -> bool:
    """Say whether a plan is of this field as far as can be told: two in three of its items are."""
    unknown = sum(one.dugaan for one in places)
    return 2 * unknown <= sum(not one.bidang_lain for one in places)


@cache
def common_programmes() -> frozenset[str]:
    """Return the programmes that every agency has, whatever its field."""
    fields = load_data("bidang.yaml", FieldFile).bidang
    return frozenset(field.program for field in fields if field.setiap_perangkat)


@lru_cache(maxsize=_REMEMBERED)
def _words_in(plain: Tokens, known: tuple[str, ...]) -> frozenset[str]:
    """Return the words of this field that a name has."""
    text = f" {' '.join(plain)} "
    return frozenset(word for word in known if f" {word} " in text)


def _programme_of(code: str) -> str | None:
    parts = (normalise_code(code) or "").split(".")
    return ".".join(parts[:_TIERS]) if len(parts) >= _TIERS else None
