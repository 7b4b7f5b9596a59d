"""Rules over evidence and over what may be told of whom (IKU600-612)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import ClassVar, Final

from kesbang_iku.catalog.region_codes import owner_of_finer
from kesbang_iku.files.shape import shown
from kesbang_iku.findings import FindingKind, Level, Text
from kesbang_iku.indicator.computed_item import Origin
from kesbang_iku.validation.rules.reports import Entry, ReportContext
from kesbang_iku.validation.rules.rule import Outcome, Rule, kind

_YEAR: Final = re.compile(r"(?<![\d.])(?:19|20)\d{2}(?![\d]|\.\d)", re.ASCII)
_ADDRESS: Final = re.compile(r"https?://", re.ASCII)
_NOT_COMPUTABLE: Final = frozenset({Origin.RELEASED, Origin.PRINTED})
_NO_YEAR: Final = Text("buktinya tidak menyebut tahun", "the evidence names no year")


class NoEvidence(Rule[ReportContext]):
    """A released or printed value that nothing supports."""

    kind: ClassVar[FindingKind] = kind(
        "IKU600",
        Level.INFO,
        title=Text("Nilai tanpa bukti", "Value without evidence"),
        message=Text(
            "Nilai {kode} tidak dapat dihitung ulang dan tidak menyebut bukti.",
            "The value of {kode} cannot be computed again and names no evidence.",
        ),
        hint=Text(
            "Isi 'bukti' dengan dokumen, penerbit dan tahunnya.",
            "Fill 'bukti' with the document, its publisher and year.",
        ),
        reason=Text(
            "Nilai rilis dan nilai tercetak hanya sekuat dokumen yang memuatnya.",
            "Released and printed values are as good as the documents they stand in.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.result.asal in _NOT_COMPUTABLE and not entry.loaded.item.bukti:
                yield self.kind.at(entry.place(), value=entry.kode, kode=entry.kode)


class EvidenceWithoutYear(Rule[ReportContext]):
    """Evidence that nobody can date."""

    kind: ClassVar[FindingKind] = kind(
        "IKU601",
        Level.INFO,
        title=Text("Bukti tanpa tahun", "Evidence without a year"),
        message=Text(
            "Bukti '{bukti}' tidak menyebut tahun.",
            "The evidence '{bukti}' names no year.",
        ),
        hint=Text("Tambahkan tahun terbitnya.", "Add its year of publication."),
        reason=Text(
            "Dokumen bernama sama terbit setiap tahun.",
            "Documents of the same name come out every year.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for text, places in context.evidence.items():
            if _years_in(text) or text in context.checking.kata.bukti_kosong:
                continue
            if _ADDRESS.search(text):
                continue
            said = shown(text)
            for entry, number in places:
                yield self.kind.at(entry.place("bukti", number), value=said, bukti=said)


class EvidenceTooOld(Rule[ReportContext]):
    """Evidence of years before the one reported."""

    kind: ClassVar[FindingKind] = kind(
        "IKU602",
        Level.PERINGATAN,
        title=Text("Bukti lebih tua dari tahun laporan", "Evidence older than the year reported"),
        message=Text(
            "Bukti {kode} menyebut tahun {bukti}, sedangkan laporannya tahun {tahun}.",
            "The evidence of {kode} names the year {bukti}, but the report is of {tahun}.",
        ),
        hint=Text(
            "Sebutkan dokumen yang memuat nilai tahun {tahun}.",
            "Name a document that holds the value of {tahun}.",
        ),
        reason=Text(
            "Dokumen yang terbit sebelum tahunnya hanya dapat memuat target atau nilai lama.",
            "A document from before a year can only hold its target or an older value.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            texts = entry.loaded.item.bukti
            if not texts:
                continue
            years = [year for text in texts for year in _years_in(text)]
            if not years:
                yield self.unjudged(_NO_YEAR, entry.berkas)
            elif max(years) < entry.tahun:
                yield self.kind.at(
                    entry.place("bukti"),
                    value=str(max(years)),
                    kode=entry.kode,
                    bukti=max(years),
                    tahun=entry.tahun,
                )


class EmptyEvidence(Rule[ReportContext]):
    """Evidence that points to nothing."""

    kind: ClassVar[FindingKind] = kind(
        "IKU603",
        Level.PERINGATAN,
        title=Text("Bukti tidak menunjuk apa pun", "Evidence that points to nothing"),
        message=Text(
            "Bukti {kode} hanya '{bukti}'.",
            "The evidence of {kode} is only '{bukti}'.",
        ),
        hint=Text(
            "Tulis nama dokumen, penerbit dan tahunnya, atau kosongkan.",
            "Write the document's name, publisher and year, or leave it empty.",
        ),
        reason=Text(
            "'Ada' dan 'terlampir' tidak dapat ditelusuri sesudah berkasnya terpisah.",
            "'There is one' and 'attached' lead nowhere once the files are apart.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for text, places in context.evidence.items():
            if text.strip() and text not in context.checking.kata.bukti_kosong:
                continue
            said = shown(text)
            for entry, number in places:
                place = entry.place("bukti", number)
                yield self.kind.at(place, value=said, kode=entry.kode, bukti=said)


@lru_cache(maxsize=4096)
def _years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names. A region's evidence is much the same in every item."""
    return tuple(int(found[0]) for found in _YEAR.finditer(text))


class RestrictedBelowDistrict(Rule[ReportContext]):
    """A restricted indicator for a place within a kabupaten or kota."""

    kind: ClassVar[FindingKind] = kind(
        "IKU610",
        Level.PERINGATAN,
        title=Text(
            "Indikator terbatas di bawah kabupaten/kota",
            "Restricted indicator of a small place",
        ),
        message=Text(
            "{kode} berakses terbatas, tetapi dilaporkan untuk tempat di dalam {wilayah}.",
            "{kode} is restricted, but reported for a place within {wilayah}.",
        ),
        hint=Text(
            "Laporkan untuk seluruh kabupaten/kota saja, dan simpan rinciannya di dalam kantor.",
            "Report it for the whole kabupaten or kota only, and keep the details in the office.",
        ),
        reason=Text(
            "Angka menurut kecamatan atau desa dapat menunjuk orang atau kelompok tertentu.",
            "Numbers by kecamatan or village can point to particular people or groups.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        for entry in context.entries:
            if entry.indicator.akses != "terbatas":
                continue
            owner = owner_of_finer(entry.report.report.wilayah)
            if owner is not None:
                place = entry.report.locate(("wilayah",))
                yield self.kind.at(place, kode=entry.kode, wilayah=owner)


def _small_counts(context: ReportContext, *, restricted: bool) -> Iterator[tuple[Entry, str]]:
    limit = context.checking.ambang.sel_orang_kecil.nilai
    people = context.checking.kata.satuan_orang
    counting: dict[int, frozenset[str]] = {}
    for entry in context.entries:
        indicator = entry.indicator
        names = counting.get(id(indicator))
        if names is None:
            counted = (one for one in indicator.variabel if one.whole and one.satuan in people)
            names = counting[id(indicator)] = frozenset(one.nama for one in counted)
        if not names or (indicator.akses == "terbatas") is not restricted:
            continue
        if entry.region is not None and entry.region.tingkat in {"nasional", "provinsi"}:
            continue
        for name, value in entry.result.masukan.items():
            if name in names and 0 < value < limit:
                yield entry, name


class SmallRestrictedCount(Rule[ReportContext]):
    """Fewer people than may be told of, in a restricted indicator."""

    kind: ClassVar[FindingKind] = kind(
        "IKU611",
        Level.PERINGATAN,
        title=Text("Jumlah orang terlalu kecil untuk dibuka", "Too few people to be told"),
        message=Text(
            "Variabel {nama} pada {kode} (akses terbatas) menghitung kurang dari {batas} orang di "
            "satu daerah.",
            "The variable {nama} of {kode} (restricted) counts fewer than {batas} people in one "
            "place.",
        ),
        hint=Text(
            "Jangan terbitkan angkanya: tutup, atau gabungkan dengan daerah atau periode lain.",
            "Do not publish the number: suppress it, or join it with other places or periods.",
        ),
        reason=Text(
            "Dari jumlah kecil orangnya dapat dikenali. Yang ditutup bukan nol dan bukan hilang.",
            "Small numbers let people be recognised. Suppressed is neither zero nor missing.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limit = context.checking.ambang.sel_orang_kecil.nilai
        for entry, name in _small_counts(context, restricted=True):
            place = entry.place("variabel", name)
            yield self.kind.at(place, kode=entry.kode, nama=name, batas=limit)


class SmallCount(Rule[ReportContext]):
    """Few people in an indicator that is open."""

    kind: ClassVar[FindingKind] = kind(
        "IKU612",
        Level.INFO,
        title=Text("Jumlah orang kecil", "Small number of people"),
        message=Text(
            "Variabel {nama} pada {kode} menghitung kurang dari {batas} orang di satu daerah.",
            "The variable {nama} of {kode} counts fewer than {batas} people in one place.",
        ),
        hint=Text(
            "Tanyakan kepada PPID sebelum menerbitkan menurut daerah.",
            "Ask the information officer (PPID) before publishing it by place.",
        ),
        reason=Text(
            "Indikatornya terbuka, tetapi angka kecil menurut daerah dapat menunjuk orangnya.",
            "The indicator is open, but small numbers by place can point to people.",
        ),
    )

    def _judge(self, context: ReportContext) -> Iterator[Outcome]:
        limit = context.checking.ambang.sel_orang_kecil.nilai
        for entry, name in _small_counts(context, restricted=False):
            place = entry.place("variabel", name)
            yield self.kind.at(place, kode=entry.kode, nama=name, batas=limit)


RULES: Final = (
    NoEvidence(),
    EvidenceWithoutYear(),
    EvidenceTooOld(),
    EmptyEvidence(),
    RestrictedBelowDistrict(),
    SmallRestrictedCount(),
    SmallCount(),
)
