"""Many files of mappings together: what contradicts, what follows, and who uses which entry."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kesbang_iku.alignment.decisions import contradiction, where
from kesbang_iku.alignment.mapping_answers import (
    ChainAnswer,
    MappingCountsAnswer,
    MappingsAnswer,
    UsageAnswer,
    UsedEntryAnswer,
)
from kesbang_iku.alignment.mappings import OWN, NameMapping, mapping_rules, merged, name_key
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Finding, Language, Place, build_answer, kinds
from kesbang_iku.findings.sentences import alignment as said
from kesbang_iku.model.vocabulary import MatchRelation
from kesbang_iku.sources.shape import shown

_CHAINED: Final = "semapv:MappingChaining"
_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Chain:
    """What follows from a row and what is known of its object: the relation, and the way there."""

    row: NameMapping
    kode: str
    hubungan: MatchRelation
    lewat: tuple[str, ...]

    def as_dict(self, bahasa: Language = "id") -> ChainAnswer:
        """Return it as a JSON object."""
        row = self.row
        return build_answer(
            ChainAnswer, self, bahasa, wilayah=row.wilayah, tahun=row.tahun, nama=row.subjek,
            keyakinan=row.keyakinan, alasan=" > ".join((*self.lewat, self.kode)),
        )  # fmt: skip

    @property
    def as_mapping(self) -> NameMapping:
        """It as a row of a file; whoever reads it works it out anew."""
        row = self.row
        code = self.kode if ":" in self.kode else f"{OWN}:{self.kode}"
        left_out = {"object_label", "author_id", "author_label", "mapping_date"}
        cells = {name: text for name, text in row.cells.items() if name not in left_out} | {
            "predicate_id": mapping_rules().predicates[self.hubungan],
            "object_id": code,
            "mapping_justification": _CHAINED,
            "comment": " > ".join((*self.lewat, self.kode)),
        }
        return NameMapping(
            cells, Place(), row.subjek, row.wilayah, row.tahun, self.hubungan, self.kode,
            bukan=False, keyakinan=row.keyakinan, keputusan=False, turunan=True,
        )  # fmt: skip


@dataclass(frozen=True)
class MappingIndex:
    """The rows of many files, joined and held against a catalog.

    Attributes:
        berkas: how many files there are.
        semua: their rows, as read.
        katalog: the standard.
    """

    berkas: int
    semua: Sequence[NameMapping]
    katalog: Catalog

    @cached_property
    def baris(self) -> tuple[NameMapping, ...]:
        """The rows of all files, each once."""
        return merged(self.semua)

    @cached_property
    def by_code(self) -> Mapping[str, Sequence[NameMapping]]:
        """The rows about names that have an object, by its code."""
        found: dict[str, list[NameMapping]] = {}
        for row in self.baris:
            if row.objek is not None and row.is_name and not row.bukan:
                found.setdefault(row.objek, []).append(row)
        for rows in found.values():
            rows.sort(key=lambda row: (row.wilayah or "", row.tahun or 0, row.subjek))
        return {code: found[code] for code in sorted(found)}

    # ---------------------------------------------------------------------------------- chains

    @cached_property
    def rantai(self) -> tuple[Chain, ...]:
        """What follows for each name: in other lists, and in entries that its own is part of."""
        composed = mapping_rules().composed
        reached: dict[str, list[tuple[str, MatchRelation, tuple[str, ...]]]] = {}
        chains = []
        for code, rows in self.by_code.items():
            if code not in reached:
                reached[code] = [*self._reached(code)]
            for row in rows:
                for target, relation, way in reached[code]:
                    rule = composed.get((row.hubungan or "dekat", relation))
                    if rule is not None:
                        chains.append(Chain(row, target, rule.hasil, way))
        return tuple(sorted(chains, key=lambda one: (*one.row.key, one.kode)))

    def _reached(self, start: str) -> Iterator[tuple[str, MatchRelation, tuple[str, ...]]]:
        """Yield the codes that an entry leads to, what it is to them, and over which codes."""
        composed = mapping_rules().composed
        seen = {start}
        waiting: deque[tuple[str, MatchRelation, tuple[str, ...]]] = deque([(start, "sama", ())])
        while waiting:
            code, relation, way = waiting.popleft()
            for target, step in self._steps(code):
                rule = composed.get((relation, step))
                if rule is not None and target not in seen:
                    seen.add(target)
                    found = (target, rule.hasil, (*way, code))
                    yield found
                    waiting.append(found)

    def _steps(self, code: str) -> Iterator[tuple[str, MatchRelation]]:
        """Yield what a code leads to at once: by the rows about codes, and by the catalog."""
        for row in self._of_codes.get(code, ()):
            if row.objek is not None and row.hubungan is not None:
                yield row.objek, row.hubungan
        found = self.katalog.get(code)
        if found is None:
            return
        for system, codes in found.rujukan.model_dump().items():
            for one in codes:
                yield f"{system}:{one}", "sama"
        for link in found.hubungan:
            relation = mapping_rules().katalog.get(link.jenis)
            if relation is not None:
                yield link.kode, relation

    @cached_property
    def _of_codes(self) -> Mapping[str, Sequence[NameMapping]]:
        found: dict[str, list[NameMapping]] = {}
        for row in self.baris:
            if not row.is_name and not row.bukan:
                found.setdefault(row.subjek, []).append(row)
        return found

    # --------------------------------------------------------------------------------- findings

    @cached_property
    def temuan(self) -> tuple[Finding, ...]:
        """What contradicts, repeats itself, leads nowhere or has ended."""
        groups: dict[tuple[str, str], dict[int, list[NameMapping]]] = {}
        for row in self.baris:
            if row.keputusan and row.is_name:
                years = groups.setdefault(row.key, {})
                years.setdefault(row.tahun or 0, []).append(row)
        found = [*self._twice()]
        for years in groups.values():
            found += self._of_name(years)
        found += self._across(groups.values())
        for row in self.baris:
            found += self._of_object(row)
        return tuple(found)

    def _twice(self) -> Iterator[Finding]:
        first: dict[tuple[object, ...], NameMapping] = {}
        for row in self.semua:
            about = (row.place.berkas, row.key, row.tahun, row.objek, row.hubungan, row.bukan)
            before = first.setdefault(about, row)
            if before.place != row.place:
                yield kinds.MAPPING_TWICE.at(
                    row.place,
                    nama=shown(row.subjek),
                    objek=row.objek or said.NOTHING_FITS,
                    baris=before.place.baris,
                )

    @staticmethod
    def _of_name(years: Mapping[int, Sequence[NameMapping]]) -> Iterator[Finding]:
        """Yield what is to be said of the decisions on one name in one region."""
        before: NameMapping | None = None
        for _, rows in sorted(years.items()):
            against = contradiction(rows)
            row = rows[0]
            name, region = shown(row.subjek), row.wilayah or said.EVERYWHERE
            if against is not None:
                first, second = against
                yield kinds.MAPPING_CONTRADICTS.at(
                    second.place,
                    nama=name,
                    wilayah=region,
                    satu=second.told,
                    lain=first.told,
                    tempat=where(first),
                )
            elif before is not None and contradiction((before, row)) and row.tahun is not None:
                yield kinds.MAPPING_CHANGED.at(
                    row.place,
                    nama=name,
                    wilayah=region,
                    satu=row.told,
                    tahun=str(row.tahun),
                    lain=before.told,
                )
            before = row

    @staticmethod
    def _across(names: Iterable[Mapping[int, Sequence[NameMapping]]]) -> Iterator[Finding]:
        """Yield the names that mean different entries in different regions."""
        meant: dict[str, dict[str, list[NameMapping]]] = {}
        for years in names:
            for row in years[max(years)]:
                if row.hubungan == "sama" and row.objek is not None and not row.bukan:
                    codes = meant.setdefault(name_key(row.subjek), {})
                    codes.setdefault(row.objek, []).append(row)
        for codes in meant.values():
            regions = {row.wilayah for rows in codes.values() for row in rows}
            if len(codes) > 1 and len(regions) > 1:
                row = next(iter(codes.values()))[0]
                listed = "; ".join(f"{code} ({_regions(rows)})" for code, rows in codes.items())
                yield kinds.MAPPING_ACROSS.at(row.place, nama=shown(row.subjek), daftar=listed)

    def _of_object(self, row: NameMapping) -> Iterator[Finding]:
        """Yield that the object of a row is unknown, or no longer in force."""
        if row.objek is None:
            return
        told = {"nama": shown(row.subjek), "objek": row.objek}
        if ":" in row.objek:
            if row.objek not in self._of_codes:
                yield kinds.MAPPING_BROKEN.at(row.place, value=row.objek, **told)
            return
        last = self.katalog.versions(row.objek)[-1].berlaku.selesai
        if last is not None and (row.tahun is None or row.tahun > last):
            yield kinds.MAPPING_ENDED.at(row.place, value=row.objek, **told, tahun=str(last))

    # ----------------------------------------------------------------------------------- answer

    @property
    def ringkasan(self) -> MappingCountsAnswer:
        """How much the files hold together."""
        return {
            "berkas": self.berkas,
            "baris": len(self.baris),
            "keputusan": sum(row.keputusan for row in self.baris),
            "wilayah": len({row.wilayah for row in self.baris} - {None}),
            "kode": len(self.by_code),
        }

    def as_dict(self, bahasa: Language = "id", *, chains: bool = False) -> MappingsAnswer:
        """Return the answer to ``mappings --format json``."""
        return build_answer(
            MappingsAnswer, self, bahasa,
            katalog=self.katalog.identity,
            indeks=[self._entry(code, rows) for code, rows in self.by_code.items()],
            rantai=[one.as_dict(bahasa) for one in self.rantai] if chains else None,
        )  # fmt: skip

    def _entry(self, code: str, rows: Iterable[NameMapping]) -> UsedEntryAnswer:
        found = self.katalog.get(code)
        name = None if found is None else found.nama
        return {"kode": code, "nama": name, "pemakaian": [usage(row) for row in rows]}


def usage(row: NameMapping) -> UsageAnswer:
    """Return that a region calls an entry so, as a JSON object."""
    region = None if row.wilayah is None else load_regions().get(row.wilayah)
    return build_answer(
        UsageAnswer, row, nama=row.subjek, nama_wilayah=None if region is None else region.nama,
        cara="keputusan" if row.keputusan else "mirip",
        berkas=row.place.berkas, baris=row.place.baris,
    )  # fmt: skip


def _regions(rows: Sequence[NameMapping]) -> str:
    named = [row.wilayah or "*" for row in rows]
    return ", ".join(named[:_SHOWN]) + (", …" if len(named) > _SHOWN else "")
