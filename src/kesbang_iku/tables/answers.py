"""The shape of the answer of ``read``: how the tables of a file were read."""

from collections.abc import Mapping
from typing import Literal, NotRequired, TypedDict

from kesbang_iku.findings.answers import ChoiceCountsAnswer, CodeCountAnswer, FindingAnswer
from kesbang_iku.model.table_words import TableKind

RoleName = Literal[
    "nomor", "sasaran", "nama", "kode", "satuan", "rumus", "polaritas", "sumber_data", "dasar",
    "target", "realisasi", "capaian", "predikat", "anggaran", "penanggung_jawab", "keterangan",
    "tidak_dikenal",
]  # fmt: skip
Values = Mapping[str, str]


class TableColumnAnswer(TypedDict):
    """A column: its letters, its headers from the top down, and what it was taken for.

    ``isi`` says what a column told as a remark holds, where that goes to the indicators itself: the
    region, the year or the part of the year of each.
    """

    kolom: str
    judul: list[str]
    sebagai: RoleName
    tahun: int | None
    periode: str | None
    isi: NotRequired[str]


class SkippedRowAnswer(TypedDict):
    """A row that is no indicator, and why."""

    baris: int
    sebab: str


class TableItemAnswer(TypedDict):
    """An indicator of a table; its values are texts by year and part of the year."""

    baris: int
    nama: str
    sasaran: NotRequired[str]
    kode: NotRequired[str]
    satuan: NotRequired[str]
    rumus: NotRequired[str]
    polaritas: NotRequired[str]
    sumber_data: NotRequired[str]
    penanggung_jawab: NotRequired[str]
    keterangan: NotRequired[str]
    wilayah: NotRequired[str]
    tahun: NotRequired[int | str]
    periode: NotRequired[str]
    dasar: NotRequired[Values]
    target: NotRequired[Values]
    realisasi: NotRequired[Values]
    capaian: NotRequired[Values]
    predikat: NotRequired[Values]
    anggaran: NotRequired[Values]


class TableAnswer(TypedDict):
    """One table of a file; ``judul`` and ``isi`` are its first and last rows of each."""

    lembar: str | None
    jenis: TableKind
    bentuk: str | None
    judul: list[int]
    isi: list[int]
    wilayah: str | None
    tingkat: str | None
    tahun: int | None
    sumber_wilayah: Literal["judul", "berkas", "pilihan", "kolom"] | None
    kolom: list[TableColumnAnswer]
    dilewati: list[SkippedRowAnswer]
    item: list[TableItemAnswer]


class SheetRowAnswer(TypedDict):
    """A row of a sheet that is not blank: its cells as they stand, by the letters of the column."""

    baris: int
    sel: dict[str, str]


class SheetAnswer(TypedDict):
    """A sheet that holds a table, whole."""

    lembar: str | None
    baris: list[SheetRowAnswer]


class ReadingAnswer(TypedDict):
    """How a file was read; ``isi_lembar`` only where it was asked for."""

    skema: Literal["kesbang-iku/bacaan/1"]
    berkas: str
    tabel: list[TableAnswer]
    isi_lembar: NotRequired[list[SheetAnswer]]
    temuan: list[FindingAnswer]
    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]
