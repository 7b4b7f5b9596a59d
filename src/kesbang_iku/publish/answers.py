"""The shape of the answers, as models. Only the schemas are made of them.

An answer may get further keys in a later version, so nothing here refuses what it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

from kesbang_iku.model.vocabulary import (
    AdminLevel,
    Frequency,
    Kind,
    LocalTheme,
    Polarity,
    Standing,
)

_DECIMAL = Field(pattern=r"^-?[0-9]+(\.[0-9]+)?$")
_DIGEST = Field(pattern=r"^sha256:[0-9a-f]{64}$")

DecimalText = Annotated[str, _DECIMAL]
"""A rounded number as text, with a decimal point: ``71.27``."""

DigestText = Annotated[str, _DIGEST]


class Answer(BaseModel):
    """Base of the answers: keys may be added to them."""

    model_config: ClassVar[ConfigDict] = ConfigDict(frozen=True, extra="allow")


class EditAnswer(Answer):
    """A change within one line of a file."""

    baris: int = Field(ge=1)
    kolom: int = Field(ge=1)
    kolom_akhir: int = Field(ge=1)
    teks: str


class RepairAnswer(Answer):
    """What may be written in place of a value or key without changing what it means."""

    isi: str
    suntingan: list[EditAnswer]


class FindingAnswer(Answer):
    """A finding, everywhere the same."""

    kode: str = Field(pattern=r"^IKU[0-9]{3}$")
    tingkat: Literal["galat", "peringatan", "info"]
    pesan: str
    saran: str
    berkas: str | None
    baris: int | None = Field(ge=1)
    kolom: int | None = Field(ge=1)
    sel: str | None
    penunjuk: str | None
    nilai: str | None
    rujukan: str
    perbaikan: RepairAnswer | None = None


class AddedAnswer(Answer):
    """A catalog beside the national one: a folder that was named, or an installed package."""

    jenis: Literal["folder", "paket"]
    nama: str
    versi: str | None
    sidik: DigestText


class CatalogAnswer(Answer):
    """Which standard an answer was made by."""

    versi: str
    sidik: DigestText
    tambahan: tuple[AddedAnswer, ...] = ()


class ResultAnswer(Answer):
    """The result of one item."""

    kode: str
    versi: str
    wilayah: str | None
    tingkat: Literal["nasional", "provinsi", "kabupaten", "kota"] | None
    tahun: int | None
    periode: str
    status: Literal["lengkap", "belum_lengkap", "tidak_terdefinisi", "tidak_berlaku", "ditolak"]
    asal: Literal["dihitung", "rilis", "tercetak"] | None
    nilai: DecimalText | None
    nilai_eksak: str | None
    satuan: str
    kategori: str | None
    target: str | None
    dokumen_target: str | None
    capaian: DecimalText | None
    capaian_eksak: str | None
    capaian_tanpa_batas: DecimalText | None
    metode_capaian: str | None
    alasan_capaian: str | None
    tercapai: bool | None
    predikat: str | None
    kurang: list[str]
    alasan: str | None
    masukan: Mapping[str, str]
    sebelumnya: Mapping[str, str]
    berkas: str | None
    baris: int | None = Field(ge=1)
    sidik: DigestText | None
    temuan: list[FindingAnswer]


class ResultsAnswer(Answer):
    """The answer of ``compute``."""

    skema: Literal["kesbang-iku/hasil/1"]
    katalog: CatalogAnswer
    hasil: list[ResultAnswer]
    temuan: list[FindingAnswer]


class CountsAnswer(Answer):
    """How many findings of each level, and how many files.

    ``diterima`` and ``diabaikan`` are there where a baseline or a configuration was: how many more
    findings it accepts or sets aside.
    """

    galat: int = Field(ge=0)
    peringatan: int = Field(ge=0)
    info: int = Field(ge=0)
    berkas: int = Field(ge=0)
    diterima: int = Field(default=0, ge=0)
    diabaikan: int = Field(default=0, ge=0)


class NotJudgedAnswer(Answer):
    """A rule that could not judge, and why."""

    kode: str
    alasan: str
    berkas: str | None
    jumlah: int = Field(ge=1)


class FindingsAnswer(Answer):
    """The answer of ``validate``."""

    skema: Literal["kesbang-iku/temuan/1"]
    temuan: list[FindingAnswer]
    tidak_dinilai: list[NotJudgedAnswer] = Field(default_factory=list)
    ringkasan: CountsAnswer


class FormulaVariableAnswer(Answer):
    """A variable of a formula that was read."""

    nama: str
    label: str


class FormulaAnswer(Answer):
    """The answer of ``formula``."""

    skema: Literal["kesbang-iku/rumus/1"]
    status: Literal["terbaca", "ragu", "tidak_terhitung"]
    rumus: str | None
    variabel: list[FormulaVariableAnswer]
    catatan: list[FindingAnswer]


class CandidateAnswer(Answer):
    """An indicator of the standard that may be meant."""

    kode: str
    keyakinan: DecimalText
    alasan: str


class DeviationAnswer(Answer):
    """One thing in which a region's indicator differs from its counterpart."""

    jenis: Literal["nama", "satuan", "rumus", "polaritas", "tingkat", "target", "desimal"]
    milik_daerah: str
    milik_standar: str
    keterangan: str


class AlignedItemAnswer(Answer):
    """An indicator of a plan and its counterpart."""

    baris: int | None = Field(ge=1)
    nama: str
    padanan: str | None
    versi: str | None
    nama_padanan: str | None
    cara: Literal["kode", "nama", "alias", "mirip", "lokal", "tidak_ada"]
    keyakinan: DecimalText
    kandidat: list[CandidateAnswer]
    penyimpangan: list[DeviationAnswer]
    tema: LocalTheme | None
    temuan: list[FindingAnswer]


class AlignmentCountsAnswer(Answer):
    """How many indicators of a plan there are of each kind."""

    item: int = Field(ge=0)
    selaras: int = Field(ge=0)
    menyimpang: int = Field(ge=0)
    lokal: int = Field(ge=0)
    tanpa_padanan: int = Field(ge=0)
    wajib_belum_diadopsi: int = Field(ge=0)


class AlignmentAnswer(Answer):
    """The answer of ``align`` for one plan."""

    skema: Literal["kesbang-iku/selaras/1"]
    wilayah: str | None
    tingkat: Literal["provinsi", "kabupaten", "kota"] | None
    item: list[AlignedItemAnswer]
    belum_diadopsi: list[str]
    wajib_belum_diadopsi: list[str]
    ringkasan: AlignmentCountsAnswer
    temuan: list[FindingAnswer]


class PlanOfFileAnswer(AlignmentAnswer):
    """One of several plans, with its file."""

    berkas: str


class StateCountsAnswer(Answer):
    """How many there are of each state."""

    selaras: int = Field(ge=0)
    menyimpang: int = Field(ge=0)
    belum: int = Field(ge=0)
    tidak_berlaku: int = Field(ge=0)


class ComparedIndicatorAnswer(StateCountsAnswer):
    """A national indicator, and in how many plans it has each state."""

    kode: str
    nama: str
    program: str
    diarahkan: list[Literal["nasional", "provinsi", "kabupaten", "kota"]]


class ComparedPlanAnswer(StateCountsAnswer):
    """A row of the matrix: a plan, and its state for each national indicator."""

    berkas: str
    wilayah: str | None
    nama_wilayah: str | None
    provinsi: str | None
    nama_provinsi: str | None
    tingkat: Literal["provinsi", "kabupaten", "kota"] | None
    keadaan: Mapping[str, Literal["selaras", "menyimpang", "belum", "tidak_berlaku"]]


class ComparisonAnswer(Answer):
    """The answer of ``align`` for several plans."""

    skema: Literal["kesbang-iku/selaras-banding/1"]
    katalog: CatalogAnswer
    indikator: list[ComparedIndicatorAnswer]
    matriks: list[ComparedPlanAnswer]
    rencana: list[PlanOfFileAnswer]


class LocalAnswer(Answer):
    """What a local indicator is about, and which national one it supports."""

    tema: LocalTheme
    mendukung: str | None


class YearsAnswer(Answer):
    """The years in which a version applies; an absent end is open."""

    mulai: int | None
    selesai: int | None


class ListedAnswer(Answer):
    """One definition, in short."""

    kode: str
    versi: str
    nama: str
    nama_en: str
    bidang: str
    program: str
    jenis: Kind
    tingkat: list[AdminLevel]
    satuan: str
    desimal: int = Field(ge=0)
    polaritas: Polarity
    frekuensi: Frequency
    berlaku: YearsAnswer
    status: Standing
    lokal: LocalAnswer | None
    katalog: str | None


class ListAnswer(Answer):
    """The answer of ``list``."""

    skema: Literal["kesbang-iku/daftar/1"]
    katalog: CatalogAnswer
    indikator: list[ListedAnswer]


class StepAnswer(Answer):
    """One step of a computation."""

    ungkapan: str
    dengan_angka: str
    hasil: str


class SourceAnswer(Answer):
    """A document that supports a definition; what is not known is left out."""

    dokumen: str
    kedudukan: Standing
    dilihat: str
    penerbit: str | None = None
    tanggal: str | None = None
    letak: str | None = None
    url: str | None = None
    untuk: list[str] = Field(default_factory=list)
    catatan: str | None = None


class ContributionAnswer(Answer):
    """What one component adds to a value."""

    variabel: str
    label: str
    bobot: str
    nilai: str
    sumbangan: DecimalText
    sumbangan_eksak: str | None
    bagian: DecimalText | None


class ComponentChangeAnswer(Answer):
    """What one component adds to a change."""

    variabel: str
    label: str
    bobot: str
    sebelum: str
    sesudah: str
    sumbangan: DecimalText
    sumbangan_eksak: str | None
    bagian: DecimalText | None


class ValueChangeAnswer(Answer):
    """The change of a value since the year before."""

    tahun: int
    sebelum: DecimalText
    sesudah: DecimalText
    selisih: DecimalText
    komponen: list[ComponentChangeAnswer]


class BreakdownAnswer(Answer):
    """A value, taken apart by component."""

    sumbangan: list[ContributionAnswer]
    perubahan: ValueChangeAnswer | None
    keterangan: list[str]


class ExplainedAnswer(ResultAnswer):
    """The result of one item, with its steps and sources."""

    rumus: str | None
    rumus_tereduksi: str | None
    langkah: list[StepAnswer]
    langkah_capaian: list[StepAnswer]
    sumber: list[SourceAnswer]
    rincian: BreakdownAnswer | None = None


class RankAnswer(Answer):
    """Where one region stands, and where it stands under other weights."""

    wilayah: str
    nilai: DecimalText
    peringkat: int = Field(ge=1)
    persentil_5: int = Field(ge=1)
    median: int = Field(ge=1)
    persentil_95: int = Field(ge=1)
    bagian_tetap: str


class WithoutComponentAnswer(Answer):
    """The ranking without one component."""

    variabel: str
    label: str
    peringkat: Mapping[str, int]
    pergeseran_rata_rata: str
    pergeseran_terbesar: int = Field(ge=0)


class RankingAnswer(Answer):
    """The regions of one year and period, ranked by a composite."""

    kode: str
    versi: str
    tahun: int | None
    periode: str
    ubahan: int = Field(ge=1)
    rentang_bobot: str
    benih: int = Field(ge=0)
    wilayah: list[RankAnswer]
    tanpa_komponen: list[WithoutComponentAnswer]
    tanpa_peringkat: Mapping[str, str]


class ExplanationAnswer(Answer):
    """The answer of ``explain``."""

    skema: Literal["kesbang-iku/penjelasan/1"]
    katalog: CatalogAnswer
    hasil: list[ExplainedAnswer]
    temuan: list[FindingAnswer]
    kepekaan: list[RankingAnswer] | None = None


class KeyChangeAnswer(Answer):
    """A key of a definition whose content differs."""

    kunci: str
    lama: Any
    baru: Any


class IndicatorChangeAnswer(Answer):
    """An indicator that was added, removed, replaced by a new version, or edited."""

    kode: str
    nama: str
    jenis: Literal["ditambah", "dihapus", "diganti", "diubah"]
    versi_lama: str | None
    versi_baru: str | None
    sebanding: bool | None
    alasan: str | None
    kunci: list[KeyChangeAnswer]


class DifferenceAnswer(Answer):
    """The answer of ``diff``."""

    skema: Literal["kesbang-iku/beda/1"]
    dari: str
    ke: str
    perubahan: list[IndicatorChangeAnswer]


class KindExampleAnswer(Answer):
    """A file in which a finding occurs."""

    berkas: str
    isi: str


class KindAnswer(Answer):
    """A kind of finding; braces in its texts stand for what differs from case to case."""

    kode: str = Field(pattern=r"^IKU[0-9]{3}$")
    tingkat: Literal["galat", "peringatan", "info"]
    tingkat_mendatang: Literal["galat", "peringatan", "info"] | None
    judul: str
    alasan: str
    pesan: str
    saran: str
    contoh: KindExampleAnswer | None
    rujukan: str


class KindsAnswer(Answer):
    """The answer of ``rules``."""

    skema: Literal["kesbang-iku/aturan/1"]
    temuan: list[KindAnswer]
