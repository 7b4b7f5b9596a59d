"""Whatever numbers a report or a plan holds, validating answers with findings at their places."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings

import kesbang_iku as iku
from kesbang_iku.sources.reading import open_source
from kesbang_iku.validation.check import validate
from tests.fuzzing.laws import hold
from tests.strategies import plan_data, report_data

pytestmark = pytest.mark.slow

Katalog = iku.Catalog


def _holds(data: dict[str, Any], katalog: Katalog) -> None:
    content = json.dumps(data, indent=1, ensure_ascii=False).encode()
    opened, _ = open_source(content, name="masukan.json")
    hold(validate(content, katalog, name="masukan.json"), opened, "masukan.json")


@settings(max_examples=25, deadline=None)
@given(data=report_data())
def test_any_report_is_answered(katalog: Katalog, data: dict[str, Any]) -> None:
    _holds(data, katalog)


@settings(max_examples=25, deadline=None)
@given(data=plan_data())
def test_any_plan_is_answered(katalog: Katalog, data: dict[str, Any]) -> None:
    _holds({"jenis": "rencana", "wilayah": "62.71", **data}, katalog)
