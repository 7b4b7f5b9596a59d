"""The shape of the summary of a large table."""

from typing import Literal, TypedDict

from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.findings.answers import CodeCountAnswer, Count, Number


class BulkInputAnswer(TypedDict):
    """What was read: the rows, and how many of them give no result."""

    berkas: str
    baris: Count
    ditolak: Count


class BulkOutputAnswer(TypedDict):
    """What was written: the results, and the file of the rows that give none."""

    berkas: str
    hasil: Count
    berkas_ditolak: str | None


class BulkStatusAnswer(TypedDict):
    """How many results have a status."""

    status: str
    jumlah: Number


class BulkCoverageAnswer(TypedDict):
    """How many regions have a value of an indicator in a year, of how many there are."""

    kode: str
    nama: str
    tahun: int
    melapor: Count
    seharusnya: Count


class BulkAnswer(TypedDict):
    """The answer of ``bulk``."""

    skema: Literal["kesbang-iku/massal/1"]
    katalog: CatalogAnswer
    masukan: BulkInputAnswer
    keluaran: BulkOutputAnswer
    status: list[BulkStatusAnswer]
    temuan: list[CodeCountAnswer]
    cakupan: list[BulkCoverageAnswer]
