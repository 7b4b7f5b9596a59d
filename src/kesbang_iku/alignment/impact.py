"""What a change of the standard means for plans and reports at hand, and what each should do."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from kesbang_iku.alignment.alignment import align
from kesbang_iku.alignment.mappings import Mappings
from kesbang_iku.alignment.regional import RegionalPlan
from kesbang_iku.catalog.answers import ActionAnswer, ImpactAnswer
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.comparison import ChangeKind, Comparison, IndicatorChange
from kesbang_iku.findings import Language, Place, Text, build_answer
from kesbang_iku.findings.sentences import alignment as said
from kesbang_iku.findings.sentences import catalog as catalog_words
from kesbang_iku.model.definition import Definition
from kesbang_iku.sources.reports import LoadedReport

_TOUCHED: Final[Mapping[str, str]] = {
    **dict.fromkeys(("rumus", "variabel", "komponen", "tanpa_rumus", "rilis"), "rumus"),
    **dict.fromkeys(("capaian", "predikat", "kategori"), "penilaian"),
    **dict.fromkeys(("rentang", "desimal"), "rentang"),
    **dict.fromkeys(("konsep", "definisi", "aturan", "jika_tak_terdefinisi"), "definisi"),
    **{key: key for key in ("nama", "satuan", "polaritas", "frekuensi", "kumulatif", "tingkat")},
}
"""What to look at where a key of a definition changes; other keys ask nothing of a region."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing to do, and what kind of thing it is."""

    jenis: str
    uraian: Text

    def as_dict(self, bahasa: Language = "id") -> ActionAnswer:
        """Return it as a JSON object."""
        return build_answer(ActionAnswer, self, bahasa)


@dataclass(frozen=True, slots=True)
class Impact:
    """An indicator of a plan or a report that a change touches.

    Attributes:
        jenis: what the file is.
        place: where the indicator stands.
        wilayah: whose it is.
        tahun: the years of it that the change is about; none: it names no year.
        nama: what it is called there.
        perubahan: what happened to its counterpart.
        tindakan: what to do about it.
    """

    jenis: Literal["rencana", "laporan"]
    place: Place
    wilayah: str | None
    tahun: tuple[int, ...]
    nama: str
    perubahan: IndicatorChange
    tindakan: tuple[Action, ...]

    def as_dict(self, bahasa: Language = "id") -> ImpactAnswer:
        """Return it as a JSON object."""
        change, place = self.perubahan, self.place
        return build_answer(
            ImpactAnswer, self, bahasa, berkas=place.berkas, baris=place.baris, kode=change.kode,
            perubahan=change.kind, versi_lama=change.versi_lama, versi_baru=change.versi_baru,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Item:
    """An indicator of a file: its counterpart before, and after where it had none."""

    jenis: Literal["rencana", "laporan"]
    place: Place
    wilayah: str | None
    tahun: tuple[int, ...]
    nama: str
    kode: str
    tingkat: str | None = None
    variabel: tuple[str, ...] | None = None


class Changes:
    """What changed between two catalogs, ready to be asked about plans and reports."""

    def __init__(self, comparison: Comparison, before: Catalog, after: Catalog) -> None:
        self._changes: Final = {change.kode: change for change in reversed(comparison.perubahan)}
        self._before: Final = before
        self._after: Final = after

    def of_plan(self, source: RegionalPlan, padanan: Mappings | None = None) -> Iterator[Impact]:
        """Yield what the changes mean for a plan."""
        region = None if source.wilayah is None else source.wilayah.kode
        found = [
            align(source.plan, one, tingkat=source.tingkat, wilayah=region, padanan=padanan)
            for one in (self._before, self._after)
        ]
        for old, new in zip(*found, strict=True):
            years = tuple(sorted(old.item.target))
            came = new.padanan if new.padanan and new.padanan.kode not in self._before else None
            for known in filter(None, (old.padanan, came)):
                yield from self._of(
                    _Item("rencana", old.place, found[0].wilayah, years, old.item.nama, known.kode,
                          source.tingkat)
                )  # fmt: skip

    def of_report(self, loaded: LoadedReport) -> Iterator[Impact]:
        """Yield what the changes mean for a report."""
        report = loaded.report
        for one in loaded.items:
            found = self._before.get(one.item.kode) or self._after.get(one.item.kode)
            if found is not None:
                yield from self._of(
                    _Item("laporan", one.locate(("kode",)), report.wilayah, (report.tahun,),
                          one.item.catatan or found.nama, found.kode,
                          variabel=tuple(one.item.variabel) or None)
                )  # fmt: skip

    def _of(self, item: _Item) -> Iterator[Impact]:
        change = self._changes.get(item.kode)
        if change is None:
            return
        old, new = self._before.get(item.kode), self._after.get(item.kode)
        years = tuple(year for year in item.tahun if _about(year, old, new))
        if item.tahun and not years:
            return
        actions = tuple(self._actions(item, change, old, new))
        if actions:
            yield Impact(item.jenis, item.place, item.wilayah, years, item.nama, change, actions)

    def _actions(
        self, item: _Item, change: IndicatorChange, old: Definition | None, new: Definition | None
    ) -> Iterator[Action]:
        if old is None or new is None:
            yield self._came_or_went(change, old)
            return
        if change.sebanding is False:
            yield Action("deret", said.IMPACT["deret"].filled(alasan=change.alasan or ""))
        keys = {_TOUCHED[key.kunci]: key for key in reversed(change.kunci) if key.kunci in _TOUCHED}
        none = catalog_words.NOT_STATED
        for kind, key in reversed(keys.items()):
            facts: dict[str, object] = {
                "lama": key.lama or none,
                "baru": key.baru or none,
                "versi": new.versi,
            }
            facts |= {"rumus": new.rumus or new.rilis or none, "tingkat": item.tingkat or none}
            if kind != "tingkat" or item.tingkat not in {None, *new.tingkat.berlaku}:
                yield Action(kind, said.IMPACT[kind].filled(**facts))
            if kind == "rumus":
                yield from _numbers(item, old, new)

    def _came_or_went(self, change: IndicatorChange, old: Definition | None) -> Action:
        """Return what to do where there was no entry before, or is none any more."""
        if change.kind is ChangeKind.ADDED or old is None:
            return Action("padanan", said.IMPACT["padanan"].filled(kode=change.kode))
        heirs = [
            one.kode
            for one in self._after
            if one.kode not in self._before and not _names(one).isdisjoint(_names(old))
        ]
        if heirs:
            return Action("diganti", said.IMPACT["diganti"].filled(kode=", ".join(heirs)))
        return Action("dihapus", said.IMPACT["dihapus"])


def _names(entry: Definition) -> set[str]:
    """Return what an entry is called, here and in other lists."""
    codes = entry.rujukan.model_dump().items()
    listed = {f"{system}:{code}" for system, found in codes for code in found}
    return listed | {name.casefold() for name in (entry.nama, *entry.alias)}


def _about(year: int, old: Definition | None, new: Definition | None) -> bool:
    """Say whether a change is about a year: judged by the new version, or by none any more."""
    if new is not None:
        return year in new.berlaku
    return old is None or old.berlaku.selesai is None or year > old.berlaku.selesai


def _numbers(item: _Item, old: Definition, new: Definition) -> Iterator[Action]:
    """Yield that numbers are needed now that are not there."""
    before = {one.nama for one in old.variabel}
    has = before if item.variabel is None else set(item.variabel)
    needed = [one.nama for one in new.variabel if one.nama not in has]
    if needed:
        yield Action("angka", said.IMPACT["angka"].filled(variabel=", ".join(needed)))


def impacts(
    changes: Changes,
    plans: Iterable[RegionalPlan],
    reports: Iterable[LoadedReport],
    padanan: Mappings | None = None,
) -> tuple[Impact, ...]:
    """Return what changes mean for plans and reports, in the order of these."""
    of_plans = (one for plan in plans for one in changes.of_plan(plan, padanan))
    of_reports = (one for report in reports for one in changes.of_report(report))
    return (*of_plans, *of_reports)
