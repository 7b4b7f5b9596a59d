"""The shape of the answers, as models. Only the schemas are made of them.

An answer may get further keys in a later version, so nothing here refuses what it does not know.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import BaseModel, ConfigDict, Field

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
