"""The classes of answers name the words that the library has, and no others."""

from __future__ import annotations

from enum import Enum
from typing import Annotated, Any, Literal, NotRequired, TypedDict, get_args, get_type_hints

import pytest

from kesbang_iku.alignment.answers import AlignedItemAnswer, FormulaAnswer, State
from kesbang_iku.alignment.matcher import Way
from kesbang_iku.alignment.regional import STATES
from kesbang_iku.alignment.wording.reader import WordingStatus
from kesbang_iku.catalog.answers import IndicatorChangeAnswer, LocalAnswer
from kesbang_iku.catalog.comparison import ChangeKind
from kesbang_iku.findings import Level
from kesbang_iku.findings.answers import FindingAnswer, Keyword
from kesbang_iku.indicator.answers import ResultAnswer, SourceAnswer
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.model.definition import Local
from kesbang_iku.model.source import Source
from kesbang_iku.publish.schemas import answer_schema


class _Inner(TypedDict):
    baris: Annotated[int, Keyword("minimum", 1)] | None


class _Outer(TypedDict):
    skema: Literal["x/1"]
    isi: list[_Inner]
    boleh: NotRequired[Literal["a", "b"]]
    apa_saja: Any


def test_schema_of_a_class() -> None:
    schema, definitions = answer_schema(_Outer)
    assert schema == {
        "additionalProperties": True,
        "properties": {
            "skema": {"const": "x/1", "type": "string"},
            "isi": {"items": {"$ref": "#/$defs/_Inner"}, "type": "array"},
            "boleh": {"enum": ["a", "b"], "type": "string"},
            "apa_saja": {},
        },
        "required": ["skema", "isi", "apa_saja"],
        "type": "object",
    }
    assert definitions["_Inner"]["properties"] == {
        "baris": {"anyOf": [{"minimum": 1, "type": "integer"}, {"type": "null"}]}
    }


@pytest.mark.parametrize(
    ("shape", "key", "words"),
    [
        (ResultAnswer, "status", Status),
        (ResultAnswer, "asal", Origin),
        (IndicatorChangeAnswer, "jenis", ChangeKind),
        (FormulaAnswer, "status", WordingStatus),
        (FindingAnswer, "tingkat", Level),
    ],
)
def test_words_are_those_of_the_library(shape: type, key: str, words: type[Enum]) -> None:
    hint = get_type_hints(shape)[key]
    named = [word for part in (hint, *get_args(hint)) for word in get_args(part)]
    assert {word for word in named if isinstance(word, str)} == {word.value for word in words}


def test_ways_and_states_are_those_of_the_library() -> None:
    assert set(get_args(get_type_hints(AlignedItemAnswer)["cara"])) == set(get_args(Way))
    assert get_args(State) == STATES


def test_sources_and_marks_of_local_indicators_have_the_keys_of_the_models() -> None:
    assert set(SourceAnswer.__annotations__) == set(Source.model_fields)
    assert set(LocalAnswer.__annotations__) == set(Local.model_fields)
