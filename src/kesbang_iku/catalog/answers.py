"""The shape of what is told about a catalog."""

from typing import Any, Literal, NotRequired, TypedDict

from kesbang_iku.findings.answers import Count, DigestText, FindingAnswer, Number
from kesbang_iku.model.vocabulary import AdminLevel, Frequency, Kind, LocalTheme, Polarity, Standing


class AddedAnswer(TypedDict):
    """A catalog beside the national one: a folder that was named, or an installed package."""

    jenis: Literal["folder", "paket"]
    nama: str
    versi: str | None
    sidik: DigestText


class CatalogAnswer(TypedDict):
    """Which standard an answer was made by."""

    versi: str
    sidik: DigestText
    tambahan: NotRequired[list[AddedAnswer]]


class LocalAnswer(TypedDict):
    """What a local indicator is about, and which national one it supports."""

    tema: LocalTheme
    mendukung: str | None


class YearsAnswer(TypedDict):
    """The years in which a version applies; an absent end is open."""

    mulai: int | None
    selesai: int | None


class ObservationAnswer(TypedDict):
    """A number that was published, or worked out of such numbers, as ``catalog/nilai`` has it."""

    wilayah: str
    nama_wilayah: str | None
    tahun: int
    bagian: str | None
    nilai: str
    satuan: str
    edisi: str | None
    penyebut: str | None
    revisi: int | None
    dipakai: bool
    kedudukan: Standing
    sumber: str
    tautan: str | None
    tempat: str | None
    dilihat: str
    dari: str | None
    catatan: str | None


class ListedAnswer(TypedDict):
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
    desimal: Count
    polaritas: Polarity
    frekuensi: Frequency
    berlaku: YearsAnswer
    status: Standing
    lokal: LocalAnswer | None
    katalog: str | None
    nilai_terbit: NotRequired[list[ObservationAnswer]]


class ListAnswer(TypedDict):
    """The answer of ``list``."""

    skema: Literal["kesbang-iku/daftar/1"]
    katalog: CatalogAnswer
    indikator: list[ListedAnswer]


class KeyChangeAnswer(TypedDict):
    """A key of a definition whose content differs."""

    kunci: str
    lama: Any
    baru: Any


class IndicatorChangeAnswer(TypedDict):
    """An indicator that was added, removed, replaced by a new version, or edited."""

    kode: str
    nama: str
    jenis: Literal["ditambah", "dihapus", "diganti", "diubah"]
    versi_lama: str | None
    versi_baru: str | None
    sebanding: bool | None
    alasan: str | None
    kunci: list[KeyChangeAnswer]


class ActionAnswer(TypedDict):
    """One thing that a plan or a report should do about a change."""

    jenis: str
    uraian: str


class ImpactAnswer(TypedDict):
    """An indicator of a plan or a report that a change touches."""

    berkas: str | None
    baris: Number | None
    jenis: Literal["rencana", "laporan"]
    wilayah: str | None
    tahun: list[Number]
    nama: str
    kode: str
    perubahan: Literal["ditambah", "dihapus", "diganti", "diubah"]
    versi_lama: str | None
    versi_baru: str | None
    tindakan: list[ActionAnswer]


class ImpactCountsAnswer(TypedDict):
    """How many files were looked at, and how many of them and of their indicators are touched."""

    berkas: Count
    kena: Count
    item: Count


class DifferenceAnswer(TypedDict):
    """The answer of ``diff``."""

    skema: Literal["kesbang-iku/beda/1"]
    dari: str
    ke: str
    perubahan: list[IndicatorChangeAnswer]
    bersama: NotRequired[list[KeyChangeAnswer]]
    dampak: NotRequired[list[ImpactAnswer]]
    ringkasan: NotRequired[ImpactCountsAnswer]
    temuan: NotRequired[list[FindingAnswer]]
