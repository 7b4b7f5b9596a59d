"""The shape of what is told about plans and about formulas in people's words."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.findings.answers import (
    ChoiceCountsAnswer,
    CodeCountAnswer,
    Count,
    DecimalText,
    FindingAnswer,
    Number,
)
from kesbang_iku.indicator.answers import RankingAnswer
from kesbang_iku.model.vocabulary import (
    AdminLevel,
    LocalTheme,
    MatchRelation,
    NearRelation,
    RegionalLevel,
    Standing,
)

DeviationKind = Literal["nama", "satuan", "rumus", "polaritas", "tingkat", "target", "desimal"]
State = Literal["selaras", "menyimpang", "belum", "tidak_berlaku"]
"""What a plan makes of a national indicator; the last: it is not for that level."""
TermState = Literal["terbuka", "sama", "menyimpang"]
"""What a region makes of a term that a definition leaves open."""


class FormulaVariableAnswer(TypedDict):
    """A variable of a formula that was read."""

    nama: str
    label: str


class FormulaAnswer(TypedDict):
    """The answer of ``formula``."""

    skema: Literal["kesbang-iku/rumus/1"]
    status: Literal["terbaca", "ragu", "tidak_terhitung"]
    rumus: str | None
    variabel: list[FormulaVariableAnswer]
    catatan: list[FindingAnswer]


class CandidateAnswer(TypedDict):
    """An indicator of the standard that may be meant."""

    kode: str
    keyakinan: DecimalText
    alasan: str


class DeviationAnswer(TypedDict):
    """One thing in which a region's indicator differs from its counterpart."""

    jenis: DeviationKind
    milik_daerah: str
    milik_standar: str
    keterangan: str


class NearestAnswer(TypedDict):
    """The entry that is nearest where none is the same."""

    kode: str
    hubungan: NearRelation
    alasan: str


class DecisionAnswer(TypedDict):
    """Who decided a counterpart, when, and where that is written."""

    oleh: str | None
    tanggal: str | None
    catatan: str | None
    berkas: str | None
    baris: Number | None
    terbawa_dari: NotRequired[str]
    justifikasi: NotRequired[str]


class FilledTermAnswer(TypedDict):
    """A term that the counterpart leaves open, and what it means in the region."""

    nama: str
    isi: str | None
    keadaan: TermState


class AlignedItemAnswer(TypedDict):
    """An indicator of a plan and its counterpart."""

    baris: Number | None
    nama: str
    padanan: str | None
    versi: str | None
    nama_padanan: str | None
    cara: Literal["kode", "nama", "alias", "mirip", "lokal", "keputusan", "tidak_ada"]
    hubungan: MatchRelation | None
    terdekat: NearestAnswer | None
    keyakinan: DecimalText
    keputusan: NotRequired[DecisionAnswer]
    kandidat: list[CandidateAnswer]
    penyimpangan: list[DeviationAnswer]
    tema: LocalTheme | None
    mendukung: str | None
    program: str | None
    bidang_lain: bool
    istilah: NotRequired[list[FilledTermAnswer]]
    temuan: list[FindingAnswer]
    lembar: NotRequired[str]


class AlignmentCountsAnswer(TypedDict):
    """How many indicators of a plan there are of each kind."""

    item: Count
    selaras: Count
    menyimpang: Count
    lokal: Count
    tanpa_padanan: Count
    dekat: Count
    wajib_belum_diadopsi: Count


class AlignmentAnswer(TypedDict):
    """The answer of ``align`` for one plan."""

    skema: Literal["kesbang-iku/selaras/1"]
    wilayah: str | None
    tingkat: RegionalLevel | None
    item: list[AlignedItemAnswer]
    belum_diadopsi: list[str]
    wajib_belum_diadopsi: list[str]
    ringkasan: AlignmentCountsAnswer
    temuan: list[FindingAnswer]
    bacaan: NotRequired[str]
    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]


class PlanOfFileAnswer(AlignmentAnswer):
    """One of several plans, with its file."""

    berkas: str


class StateCountsAnswer(TypedDict):
    """How many there are of each state."""

    selaras: Count
    menyimpang: Count
    belum: Count
    tidak_berlaku: Count


class ComparedIndicatorAnswer(StateCountsAnswer):
    """A national indicator, and in how many plans it has each state."""

    kode: str
    nama: str
    program: str
    diarahkan: list[AdminLevel]


class ComparedPlanAnswer(StateCountsAnswer):
    """A row of the matrix: a plan, and its state for each national indicator."""

    berkas: str
    wilayah: str | None
    nama_wilayah: str | None
    provinsi: str | None
    nama_provinsi: str | None
    tingkat: RegionalLevel | None
    keadaan: Mapping[str, State]


class ComparisonAnswer(TypedDict):
    """The answer of ``align`` for several plans."""

    skema: Literal["kesbang-iku/selaras-banding/1"]
    katalog: CatalogAnswer
    indikator: list[ComparedIndicatorAnswer]
    matriks: list[ComparedPlanAnswer]
    rencana: list[PlanOfFileAnswer]
    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]


class ShareAnswer(TypedDict):
    """How many of all are as they should be."""

    ada: Count
    semua: Count


class ChangeAnswer(TypedDict):
    """One change of plans, and by how much it lifts the index."""

    variabel: str
    kode: str | None
    jumlah: Count
    rencana: Count
    kenaikan: str


class LossAnswer(TypedDict):
    """What one variable takes from 100, over all plans."""

    variabel: str
    label: str
    bobot: str
    jumlah: Count
    poin: str


class IndexDefinitionAnswer(TypedDict):
    """By which definition the index was computed."""

    kode: str
    versi: str
    nama: str
    kedudukan: Standing
    rumus: str
    bobot: Mapping[str, str]


class IndexedPlanAnswer(TypedDict):
    """The index of one plan, with all it is computed from."""

    berkas: str
    wilayah: str | None
    nama_wilayah: str | None
    tingkat: RegionalLevel | None
    nilai: DecimalText | None
    nilai_eksak: str | None
    bagian: Mapping[str, ShareAnswer]
    kehilangan: Mapping[str, str]
    langkah: ChangeAnswer | None


class AlignmentIndexAnswer(TypedDict):
    """The answer of ``align --indeks``."""

    skema: Literal["kesbang-iku/indeks-keselarasan/1"]
    katalog: CatalogAnswer
    definisi: IndexDefinitionAnswer
    nilai: DecimalText | None
    nilai_eksak: str | None
    rencana: list[IndexedPlanAnswer]
    kehilangan: list[LossAnswer]
    perubahan: list[ChangeAnswer]
    kepekaan: RankingAnswer | None
