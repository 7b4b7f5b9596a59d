"""The shape of what came of testing a program."""

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.conformance.cases import Taraf
from kesbang_iku.findings.answers import Count


class LevelResultAnswer(TypedDict):
    """How many cases of a level passed."""

    taraf: Taraf
    lulus: Count
    kasus: Count


class FailedCaseAnswer(TypedDict):
    """A case that failed: what was asked, what is due, what was answered, and by which habit."""

    id: str
    taraf: Taraf
    kasus: Mapping[str, Any]
    seharusnya: Mapping[str, Any]
    jawaban: Mapping[str, Any]
    alasan: str | None
    kebiasaan: str | None


class ConformanceAnswer(TypedDict):
    """The answer of ``conform``."""

    skema: Literal["kesbang-iku/kesesuaian/1"]
    katalog: CatalogAnswer
    taraf: list[LevelResultAnswer]
    gagal: list[FailedCaseAnswer]
    pesan_program: str
