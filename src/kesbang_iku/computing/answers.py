"""The shape of results, and of several explanations."""

from typing import Literal, NotRequired, TypedDict

from kesbang_iku.catalog.answers import CatalogAnswer
from kesbang_iku.findings.answers import ChoiceCountsAnswer, CodeCountAnswer, FindingAnswer
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
