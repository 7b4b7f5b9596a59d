"""What decides a result is written as Pydantic writes it, without Pydantic."""

from __future__ import annotations

from decimal import Decimal
from itertools import chain

import pytest

import kesbang_iku as iku
from kesbang_iku.indicator.deciding import deciding
from kesbang_iku.model.record import Record
from kesbang_iku.model.scale import Scale


def is_part(told: object, whole: object) -> bool:
    """Say whether what is told is told in the whole, too, at the same place."""
    if isinstance(told, dict) and isinstance(whole, dict):
        return all(key in whole and is_part(one, whole[key]) for key, one in told.items())
    if isinstance(told, list) and isinstance(whole, list):
        return len(told) == len(whole) and all(map(is_part, told, whole))
    return type(told) is type(whole) and told == whole


def test_every_record_of_the_catalog_is_told_as_pydantic_writes_it() -> None:
    catalog = iku.load_catalog()
    indicators = chain.from_iterable(map(catalog.versions, catalog.codes))
    records: list[Record] = [
        *indicators,
        *catalog.tables.methods.values(),
        *catalog.tables.scales.values(),
    ]
    for record, told in zip(records, deciding(records), strict=True):
        assert is_part(told, record.model_dump(mode="json", exclude_defaults=True)), record


def test_what_no_definition_holds_is_refused_and_not_told_somehow() -> None:
    scale = next(iter(iku.load_catalog().tables.scales.values()))
    odd: Scale = scale.model_copy(update={"satuan": Decimal(1)})
    with pytest.raises(TypeError):
        deciding([odd])
