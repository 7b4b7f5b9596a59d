"""The shape of results, and of several explanations."""

from collections.abc import Mapping
from typing import Any, Literal, NotRequired, TypedDict

from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.findings.answers import (
    ChoiceCountsAnswer,
    CodeCountAnswer,
    Count,
    FindingAnswer,
    Number,
)
from kesbang_iku.indicator.answers import (
    ExplainedAnswer,
    RankingAnswer,
    ResultAnswer,
    StandingsAnswer,
)


class ResultsAnswer(TypedDict):
    """The answer of ``compute``."""

    skema: Literal["kesbang-iku/hasil/1"]
    katalog: CatalogAnswer
    hasil: list[ResultAnswer]
    perbandingan: NotRequired[list[StandingsAnswer]]
    temuan: list[FindingAnswer]
    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]


class ExplanationAnswer(TypedDict):
    """The answer of ``explain``."""

    skema: Literal["kesbang-iku/penjelasan/1"]
    katalog: CatalogAnswer
    hasil: list[ExplainedAnswer]
    temuan: list[FindingAnswer]
    kepekaan: NotRequired[list[RankingAnswer] | None]
    ringkasan_temuan: NotRequired[ChoiceCountsAnswer]
    statistik: NotRequired[list[CodeCountAnswer]]


class VerdictAnswer(TypedDict):
    """What became of one statement that was verified.

    ``tertulis`` is what is written of a result, by its keys; ``terhitung`` what follows for them by
    the definition of the fingerprint, ``terkini`` by today's where that is another one; ``beda``
    names the keys in which they differ.
    """

    jawaban: Literal["sesuai", "tidak_sesuai", "versi_lain", "tidak_dikenal"]
    teks: str
    kode: str | None
    versi: str | None
    wilayah: str | None
    tahun: int | None
    periode: str | None
    tertulis: Mapping[str, Any]
    terhitung: Mapping[str, Any]
    terkini: Mapping[str, Any] | None
    beda: list[str]
    alasan: str | None
    berkas: str | None
    baris: Number | None


class VerdictCountsAnswer(TypedDict):
    """How many statements there are of each verdict."""

    sesuai: Count
    tidak_sesuai: Count
    versi_lain: Count
    tidak_dikenal: Count


class VerificationAnswer(TypedDict):
    """The answer of ``verify``. It proves the arithmetic, never the numbers put in."""

    skema: Literal["kesbang-iku/verifikasi/1"]
    katalog: CatalogAnswer
    hasil: list[VerdictAnswer]
    ringkasan: VerdictCountsAnswer
