"""The shape of a result and of its explanation."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from kesbang_iku.findings.answers import DecimalText, DigestText, FindingAnswer, Number
from kesbang_iku.model.vocabulary import AdminLevel, Standing


class ResultAnswer(TypedDict):
    """The result of one item."""

    kode: str
    versi: str
    wilayah: str | None
    tingkat: AdminLevel | None
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
    baris: Number | None
    sidik: DigestText | None
    temuan: list[FindingAnswer]


class StepAnswer(TypedDict):
    """One step of a computation."""

    ungkapan: str
    dengan_angka: str
    hasil: str


class SourceAnswer(TypedDict):
    """A document that supports a definition; what is not known is left out."""

    dokumen: str
    kedudukan: Standing
    dilihat: str
    penerbit: NotRequired[str | None]
    tanggal: NotRequired[str | None]
    letak: NotRequired[str | None]
    url: NotRequired[str | None]
    untuk: NotRequired[list[str]]
    catatan: NotRequired[str | None]


class ExplainedAnswer(ResultAnswer):
    """The result of one item, with its steps and sources."""

    rumus: str | None
    rumus_tereduksi: str | None
    langkah: list[StepAnswer]
    langkah_capaian: list[StepAnswer]
    sumber: list[SourceAnswer]
