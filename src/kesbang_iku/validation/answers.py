"""The shape of what is told about findings and about their kinds."""

from typing import Literal, NotRequired, TypedDict

from kesbang_iku.findings.answers import (
    Count,
    FindingAnswer,
    FindingCode,
    LevelName,
    Number,
)


class CountsAnswer(TypedDict):
    """How many findings of each level, and how many files.

    ``diterima`` and ``diabaikan`` are there where a baseline or a configuration was: how many more
    findings it accepts or sets aside. ``disembunyikan`` is there where only weightier ones are
    shown: how many of those counted are not.
    """

    galat: Count
    peringatan: Count
    info: Count
    berkas: Count
    diterima: NotRequired[Count]
    diabaikan: NotRequired[Count]
    disembunyikan: NotRequired[Count]


class NotJudgedAnswer(TypedDict):
    """A rule that could not judge, and why."""

    kode: str
    alasan: str
    berkas: str | None
    jumlah: Number


class CodeCountAnswer(TypedDict):
    """How many findings there are of one code and level."""

    kode: FindingCode
    tingkat: LevelName
    jumlah: Number
    judul: str


class FindingsAnswer(TypedDict):
    """The answer of ``validate``."""

    skema: Literal["kesbang-iku/temuan/1"]
    temuan: list[FindingAnswer]
    tidak_dinilai: NotRequired[list[NotJudgedAnswer]]
    statistik: NotRequired[list[CodeCountAnswer]]
    bacaan: NotRequired[list[str]]
    ringkasan: CountsAnswer


class KindExampleAnswer(TypedDict):
    """A file in which a finding occurs."""

    berkas: str
    isi: str


class KindAnswer(TypedDict):
    """A kind of finding; braces in its texts stand for what differs from case to case."""

    kode: FindingCode
    tingkat: LevelName
    tingkat_mendatang: LevelName | None
    judul: str
    alasan: str
    pesan: str
    saran: str
    contoh: KindExampleAnswer | None
    rujukan: str


class KindsAnswer(TypedDict):
    """The answer of ``rules``."""

    skema: Literal["kesbang-iku/aturan/1"]
    temuan: list[KindAnswer]
