"""What people decided of names, which goes before any likeness."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from kesbang_iku.alignment.mappings import NameMapping, in_order, mapping_rules, merged, name_key
from kesbang_iku.alignment.matcher import Candidate, Match
from kesbang_iku.alignment.slots import Nearest
from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.findings.sentences import alignment as said
from kesbang_iku.sources.shape import shown

if TYPE_CHECKING:
    from kesbang_iku.alignment.names import KnownNames
    from kesbang_iku.alignment.rewordings import Wording
    from kesbang_iku.alignment.words import Phrase
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.indicator.indicator import Indicator
    from kesbang_iku.sources.plans import LoadedPlanItem

_ROUNDED: Final = 1 - 1e-9
"""So far may a sum of weights be from another one of the same words."""


class Decisions:
    """What people decided of names, and what they refused; contradictions decide nothing.

    Args:
        rows: rows of files of mappings.
        names: makes the known names. With them a decision is carried to names that read as the
            same, too.
    """

    def __init__(
        self, rows: Iterable[NameMapping] = (), names: Callable[[], KnownNames] | None = None
    ) -> None:
        self._names: Final = names
        self._by_region: Final[dict[str, list[NameMapping]]] = {}
        self._by_name: Final[dict[tuple[str, str], list[NameMapping]]] = {}
        self._by_word: Final[dict[str, dict[str, dict[int, tuple[Phrase, NameMapping]]]]] = {}
        self._worded: Final[dict[str, dict[object, list[tuple[Wording, NameMapping]]]]] = {}
        for row in merged(rows):
            if row.keputusan and row.is_name:
                self._by_region.setdefault(row.wilayah or "", []).append(row)
                self._by_name.setdefault(row.key, []).append(row)

    def __bool__(self) -> bool:
        return bool(self._by_name)

    def of(self, name: str, wilayah: str | None, tahun: int | None = None) -> NameMapping | None:
        """Return what was decided of a name: in its region, else for all; the year it was for.

        Of several years the last one up to ``tahun`` counts, else the first one. Where nobody
        decided of the very name, it is what was decided of one that reads as the same.
        """
        rows = self._speaking(name, wilayah, tahun)
        return None if not rows or contradiction(rows) else min(rows, key=_rank)

    def against(
        self, name: str, wilayah: str | None, tahun: int | None
    ) -> tuple[NameMapping, NameMapping] | None:
        """Return two decisions that contradict, both of names that read as ``name``."""
        rows = self._speaking(name, wilayah, tahun)
        return contradiction(rows) if any(one.dari is not None for one in rows) else None

    def _speaking(self, name: str, wilayah: str | None, tahun: int | None) -> list[NameMapping]:
        for region in dict.fromkeys((wilayah or "", "")):
            rows = [one for one in self._about(name, region, wilayah) if not one.bukan]
            years = sorted({one.tahun or 0 for one in rows})
            if years:
                before = [year for year in years if tahun is None or year <= tahun]
                year = before[-1] if before else years[0]
                return [one for one in rows if (one.tahun or 0) == year]
        return []

    def near(self, name: str, wilayah: str | None) -> tuple[NameMapping, float] | None:
        """Return the decision on the name most like this one, and how alike they are.

        It is none of another region, and none that is less like it than the catalog says.
        """
        if self._names is None:
            return None
        known, least = self._names(), mapping_rules().terbawa.keyakinan.number
        phrase = known.reader.read(name)
        alike = [
            (known.likeness(phrase, other), row)
            for region in {wilayah or "", ""}
            for other, row in self._sharing(region, phrase, known, least)
        ]
        best = max((likeness for likeness, _ in alike), default=0.0)
        if best < least:
            return None
        return max((row for likeness, row in alike if likeness == best), key=in_order), best

    def _sharing(
        self, region: str, phrase: Phrase, known: KnownNames, least: float
    ) -> Iterator[tuple[Phrase, NameMapping]]:
        """Yield the decisions in a region on names that can be as much like ``phrase``, at least.

        So much of its weight must be in common that it cannot be the most frequent words alone.
        """
        if region not in self._by_word:
            index = self._by_word[region] = {}
            for row in self._by_region.get(region, ()):
                if not (row.bukan or row.dari):
                    read = known.reader.read(row.subjek)
                    for word in read.words:
                        index.setdefault(word, {})[id(row)] = read, row
        having = [self._by_word[region].get(word, {}) for word in phrase.words]
        rest = known.total(phrase.words) * least / (2 - least) * _ROUNDED
        found: dict[int, tuple[Phrase, NameMapping]] = {}
        for rows, word in sorted(
            zip(having, phrase.words, strict=True), key=lambda one: -len(one[0])
        ):
            rest -= known.weight(word)
            if rest <= 0:
                found |= rows
        yield from found.values()

    def recalled(
        self, loaded: LoadedPlanItem, wilayah: str | None, names: KnownNames
    ) -> tuple[Candidate | None, list[Finding]]:
        """Return what the decision on a name like this one means, and what is to be said of it.

        Where it reads as two names that were decided otherwise, that is said instead.
        """
        name, place = loaded.item.nama, loaded.locate(("nama",))
        against = self.against(name, wilayah, min(loaded.item.target, default=None))
        if against is not None:
            first, second = against
            contradicts = kinds.MAPPING_READ_TWICE.at(
                place,
                satu=first.told,
                tempat=where(first),
                lain=second.told,
                tempat_lain=where(second),
            )
            return None, [contradicts]
        near = self.near(name, wilayah)
        if near is None:
            return None, []
        row, likeness = near
        subject, by = shown(row.subjek), row.oleh or "?"
        mine, theirs = (names.wordings.read(one, wilayah) for one in (name, row.subjek))
        here, there = {mine.measure, *mine.words}, {theirs.measure, *theirs.words}
        only = [", ".join(sorted(filter(None, one))) or "–" for one in (here - there, there - here)]
        near_to = kinds.MAPPING_NEAR.at(
            place,
            nama=subject,
            lain=row.told,
            oleh=by,
            tempat=where(row),
            sini=only[0],
            sana=only[1],
        )
        meant = None if row.objek is None else names.katalog.get(row.objek)
        if meant is None:
            return None, [near_to]
        sure = min(likeness, names.matching.bobot.tak_terjelaskan.number)
        reason = said.RECALLED.filled(nama=subject, lain=row.told, oleh=by, alasan=row.reason)
        return Candidate(meant, sure, "keputusan", reason), [near_to]

    def code(self, name: str, wilayah: str | None, tahun: int | None) -> str | None:
        """Return the code that was decided for a name, empty where it has none; else ``None``."""
        row = self.of(name, wilayah, tahun)
        same = row is not None and row.hubungan == "sama"
        return None if row is None else (row.objek or "") if same else ""

    def refused(self, name: str, wilayah: str | None) -> frozenset[str]:
        """Return the codes that somebody decided a name does not mean."""
        regions = {wilayah or "", ""}
        rows = (row for one in regions for row in self._about(name, one, wilayah))
        return frozenset(row.objek for row in rows if row.bukan and row.objek is not None)

    def but_refused(self, match: Match, name: str, wilayah: str | None) -> Match:
        """Return a match without what somebody decided that the name does not mean."""
        given = match.chosen is not None and match.chosen.way == "kode"
        refused = self.refused(name, wilayah)
        if given or not refused:
            return match
        left = tuple(one for one in match.candidates if one.indicator.kode not in refused)
        chosen = match.chosen if match.chosen in left else None
        near = match.nearest
        if near is not None and near.indicator.kode in refused:
            near = None
        return replace(match, chosen=chosen, candidates=left, parts=(), nearest=near)

    def _about(self, name: str, region: str, wilayah: str | None) -> list[NameMapping]:
        """Return what was decided of the very name, else of those that read as the same."""
        found = self._by_name.get((region, name_key(name)), [])
        own = [row for row in found if row.dari is None]
        if own or self._names is None or region not in self._by_region:
            return own or found
        same = [*self._reading_as(name, region, wilayah)]
        # What was carried before follows what it was carried from, as long as that is there.
        rows = [row for row in same if row.dari is None] or found or same
        return [row if row.dari else replace(row, dari=row.subjek) for row in rows]

    def _reading_as(self, name: str, region: str, wilayah: str | None) -> Iterator[NameMapping]:
        """Yield the decisions in a region on names that read as ``name``."""
        if self._names is None:
            return
        read = self._names().wordings.read
        if region not in self._worded:
            worded = self._worded[region] = {}
            for row in self._by_region[region]:
                wording = read(row.subjek, row.wilayah)
                worded.setdefault(wording.key, []).append((wording, row))
        # A decision for all regions may be on a name that says of which one it is.
        for wording in {read(name, wilayah), read(name, region or None)}:
            for other, row in self._worded[region].get(wording.key, ()):
                if wording.is_same(other):
                    yield row


def _rank(row: NameMapping) -> tuple[bool, Decimal, tuple[str, ...]]:
    """Return what puts the nearest first: the same, then the surest."""
    return row.hubungan != "sama", -(row.keyakinan or Decimal(0)), in_order(row)


def contradiction(rows: Iterable[NameMapping]) -> tuple[NameMapping, NameMapping] | None:
    """Return two decisions on one name that cannot both be right, if there are such."""
    found = list(rows)
    for number, one in enumerate(found):
        for other in found[:number]:
            if _against(one, other):
                return other, one
    return None


def _against(one: NameMapping, other: NameMapping) -> bool:
    if one.bukan and other.bukan:
        return False
    if one.objek == other.objek:
        return one.hubungan != other.hubungan or one.bukan != other.bukan
    if one.bukan or other.bukan:
        return False
    if one.objek is None or other.objek is None:
        return True
    systems = {found.objek.partition(":")[0] if ":" in found.objek else "" for found in (one, other)
               if found.objek}  # fmt: skip
    return one.hubungan == other.hubungan == "sama" and len(systems) == 1


def nearest(row: NameMapping, found: Indicator | None) -> Nearest | None:
    """Return the entry that a decision calls near; ``found`` is what the catalog has for it."""
    if found is None or row.hubungan is None or row.hubungan == "sama":
        return None
    return Nearest(found, row.hubungan, row.reason, 1.0)


def overruled(
    loaded: LoadedPlanItem, meant: Indicator, row: NameMapping, katalog: Catalog
) -> Iterator[Finding]:
    """Yield that a plan gives another code than was decided for its name."""
    found = None if row.objek is None else katalog.get(row.objek)
    if row.hubungan != "sama" or found is None or found.kode != meant.kode:
        yield kinds.MAPPING_OVERRULED.at(
            loaded.locate(("kode",)),
            value=loaded.item.kode,
            kode=meant.kode,
            lain=row.told,
            tempat=where(row),
        )


def carried(place: Place, row: NameMapping) -> Finding:
    """Return that a decision was made of a name that only reads as the one at hand."""
    return kinds.MAPPING_CARRIED.at(
        place, nama=shown(row.dari or ""), lain=row.told, oleh=row.oleh or "?", tempat=where(row)
    )


def where(row: NameMapping) -> str:
    """Return where a row stands, as findings about another one say it."""
    return f"{row.place.berkas}:{row.place.baris}"
