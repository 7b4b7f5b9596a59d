"""The shape of a result, of its explanation, and of what its components add to it."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from kesbang_iku.findings.answers import Count, DecimalText, DigestText, FindingAnswer, Number
from kesbang_iku.model.vocabulary import AdminLevel, Standing


class CoverageAnswer(TypedDict):
    """Of how many parts a value is made."""

    melapor: Count
    seharusnya: Count
    kurang: list[str]


class DistributionAnswer(TypedDict):
    """How values that cannot be added are spread."""

    n: Number
    min: DecimalText
    kuartil_1: DecimalText
    median: DecimalText
    kuartil_3: DecimalText
    maks: DecimalText


class NeedAnswer(TypedDict):
    """What a result needs to reach its target, all other numbers as they are."""

    variabel: str
    label: str
    kini: str
    menjadi: str
    selisih: str
    dari: str | None
    nilai: DecimalText
    keterangan: str


class ResultAnswer(TypedDict):
    """The result of one item."""

    kode: str
    versi: str
    nama: str | None
    wilayah: str | None
    nama_wilayah: str | None
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
    diperlukan: NotRequired[NeedAnswer | None]
    predikat: str | None
    kurang: list[str]
    alasan: str | None
    masukan: Mapping[str, str]
    sebelumnya: Mapping[str, str]
    berkas: str | None
    baris: Number | None
    sidik: DigestText | None
    verifikasi: str | None
    cakupan: NotRequired[CoverageAnswer | None]
    sebaran: NotRequired[DistributionAnswer | None]
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


class ContributionAnswer(TypedDict):
    """What one component adds to a value."""

    variabel: str
    label: str
    bobot: str
    nilai: str
    sumbangan: DecimalText
    sumbangan_eksak: str | None
    bagian: DecimalText | None


class ComponentChangeAnswer(TypedDict):
    """What one component adds to a change."""

    variabel: str
    label: str
    bobot: str
    sebelum: str
    sesudah: str
    sumbangan: DecimalText
    sumbangan_eksak: str | None
    bagian: DecimalText | None


class ValueChangeAnswer(TypedDict):
    """The change of a value since the year before."""

    tahun: int
    sebelum: DecimalText
    sesudah: DecimalText
    selisih: DecimalText
    komponen: list[ComponentChangeAnswer]


class BreakdownAnswer(TypedDict):
    """A value, taken apart by component."""

    sumbangan: list[ContributionAnswer]
    perubahan: ValueChangeAnswer | None
    keterangan: list[str]


class RankAnswer(TypedDict):
    """Where one region stands, and where it stands under other weights."""

    wilayah: str
    nilai: DecimalText
    peringkat: Number
    persentil_5: Number
    median: Number
    persentil_95: Number
    bagian_tetap: str


class WithoutComponentAnswer(TypedDict):
    """The ranking without one component."""

    variabel: str
    label: str
    peringkat: Mapping[str, int]
    pergeseran_rata_rata: str
    pergeseran_terbesar: Count


class RankingAnswer(TypedDict):
    """The regions of one year and period, ranked by a composite."""

    kode: str
    versi: str
    tahun: int | None
    periode: str
    ubahan: Number
    rentang_bobot: str
    benih: Count
    wilayah: list[RankAnswer]
    tanpa_komponen: list[WithoutComponentAnswer]
    tanpa_peringkat: Mapping[str, str]


class StandingAnswer(TypedDict):
    """Where one region stands beside others, and where it may stand."""

    wilayah: str
    nama_wilayah: str | None
    nilai: DecimalText
    peringkat: Number
    terbaik: Number
    terburuk: Number
    pasti: bool


class StandingsAnswer(TypedDict):
    """The regions of one indicator, year and period, the best first."""

    kode: str
    versi: str
    nama: str | None
    tahun: int | None
    periode: str
    dalam: str | None
    pita: Literal["cetakan", "bobot"]
    wilayah: list[StandingAnswer]
    tanpa_peringkat: Mapping[str, str]


class ExplainedAnswer(ResultAnswer):
    """The result of one item, with its steps and sources."""

    rumus: str | None
    rumus_tereduksi: str | None
    langkah: list[StepAnswer]
    langkah_capaian: list[StepAnswer]
    sumber: list[SourceAnswer]
    rincian: NotRequired[BreakdownAnswer | None]
