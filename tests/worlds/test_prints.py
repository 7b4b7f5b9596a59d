"""Prints of others, and planted ones: each gets the verdict that was written down before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.indicator.habits import load_habits
from kesbang_iku.validation.check import validate_all
from tests.tree import read_yaml

_TODAY: Final = date(2026, 11, 29)
_PRINTS: Final = read_yaml(Path(__file__).with_name("prints.yaml"))
_VERDICTS: Final = {
    **dict.fromkeys(("IKU500", "IKU510", "IKU512", "IKU549", "IKU551", "IKU552"), "keliru"),
    **dict.fromkeys(("IKU523", "IKU525", "IKU527"), "mungkin"),
    **dict.fromkeys(("IKU501", "IKU511"), "terpotong"),
    "IKU554": "keliru",
    "IKU502": "komponen_dibulatkan",
    "IKU513": "metode_lain",
    "IKU514": "dibatasi",
}
"""What is said of the arithmetic of a print; other codes ask whether a number is plausible."""
_NAMED: Final = {"IKU518", "IKU524", "IKU526", "IKU528"}
"""Codes that name the habit in their sentence."""


def _verdicts(findings: Iterable[iku.Finding]) -> Iterator[str]:
    for found in findings:
        if found.kode in _NAMED:
            habits = load_habits().by_name.values()
            yield next(one.nama for one in habits if one.label in found.pesan)
        elif found.kode in _VERDICTS:
            yield _VERDICTS[found.kode]


def _row(case: Mapping[str, Any]) -> str:
    direction = case.get("arah")
    head = ["Indikator", "Satuan", *(["Polaritas"] if direction else ())]
    cells = [case["nama"], case["satuan"], *([direction] if direction else ()), *case["angka"]]
    return "\n".join(map(";".join, ([*head, "Target", "Realisasi", "Capaian"], cells)))


@pytest.mark.parametrize("case", _PRINTS["baris"], ids=lambda one: " ".join(one["angka"]))
def test_rows(case: Mapping[str, Any], katalog: iku.Catalog) -> None:
    found = validate_all([_row(case).encode()], katalog, hari_ini=_TODAY).temuan
    assert ([*_verdicts(found)] or ["benar"]) == [case["label"]]


@pytest.mark.parametrize(
    "case", _PRINTS["nilai"], ids=lambda one: f"{one['kode']} {one['cetak']} {one['label']}"
)
def test_values(case: Mapping[str, Any], katalog: iku.Catalog) -> None:
    indicator = katalog.in_force(case["tahun"])[case["kode"]]
    found = indicator.compute(case["variabel"], realisasi=case["cetak"]).temuan
    assert ([*_verdicts(found)] or ["benar"]) == [case["label"]]


@pytest.mark.parametrize(
    "case", _PRINTS["tabel"], ids=lambda one: f"{one['isi'].split(';')[-2:]} {one['label']}"
)
def test_tables(case: Mapping[str, Any], katalog: iku.Catalog) -> None:
    found = validate_all([case["isi"].encode()], katalog, hari_ini=_TODAY).temuan
    assert ([*_verdicts(found)] or ["benar"]) == [case["label"]]
