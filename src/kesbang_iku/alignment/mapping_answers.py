"""The shape of what is told about many files of mappings."""

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
from kesbang_iku.model.vocabulary import MatchRelation


class UsageAnswer(TypedDict):
    """A region that uses an entry, under which name, and who says so."""

    wilayah: str | None
    nama_wilayah: str | None
    tahun: Number | None
    nama: str
    hubungan: MatchRelation
    cara: Literal["keputusan", "mirip"]
    keyakinan: DecimalText | None
    oleh: str | None
    tanggal: str | None
    berkas: str | None
    baris: Number | None


class UsedEntryAnswer(TypedDict):
    """An entry of the standard, and what names it goes by."""

    kode: str
    nama: str | None
    pemakaian: list[UsageAnswer]


class ChainAnswer(TypedDict):
    """What follows for a name from several mappings in a row."""

    wilayah: str | None
    tahun: Number | None
    nama: str
    hubungan: MatchRelation
    kode: str
    lewat: list[str]
    keyakinan: DecimalText | None
    alasan: str


class MappingCountsAnswer(TypedDict):
    """How much the files hold together."""

    berkas: Count
    baris: Count
    keputusan: Count
    wilayah: Count
    kode: Count


class MappingsAnswer(TypedDict):
    """The answer of ``mappings``."""

    skema: Literal["kesbang-iku/padanan/1"]
    katalog: CatalogAnswer
    ringkasan: MappingCountsAnswer
    indeks: list[UsedEntryAnswer]
    rantai: NotRequired[list[ChainAnswer]]
    temuan: list[FindingAnswer]
    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]
