"""Numbers of reports that cannot be right together: across regions, periods and indicators."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all
from tests.tree import read_yaml

_FILE: Final = Path(__file__).with_name("combinations.yaml")
_CASES: Final = read_yaml(_FILE)["gabungan"]
_NOTHING: Final = "kosong"
_CODES: Final = {case["harus"] for case in _CASES} - {_NOTHING}


def _text(case: Mapping[str, Any]) -> str:
    """Return the reports of a case as YAML."""
    reports = []
    for region, year, period, numbers in case["laporan"]:
        items = [{"kode": code, "variabel": values} for code, values in numbers.items()]
        said = {"wilayah": region, "tahun": year, "periode": period, "item": items}
        reports.append(said)
    return yaml.safe_dump_all(reports)


@pytest.mark.parametrize("number", range(len(_CASES)))
def test_what_cannot_be_is_told_and_what_can_is_not(number: int, katalog: iku.Catalog) -> None:
    case = _CASES[number]
    found = validate_all([_text(case).encode()], katalog, hari_ini=date(2026, 11, 29)).temuan
    told = {one.kode for one in found} & _CODES
    assert case["harus"] in told if case["harus"] != _NOTHING else not told


def test_there_are_enough_of_both() -> None:
    possible = [case for case in _CASES if case["harus"] == _NOTHING]
    assert len(_CASES) - len(possible) >= 30
    assert len(possible) >= 10
