"""The workbook of a plan to fill in: what stands in it, and that it is read as it was filled in."""

from __future__ import annotations

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import openpyxl
import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.template.choice import fits
from kesbang_iku.publish.template.plan import INPUT, PlanTemplate
from tests.publish.template.filled import FIRST, recalculated

HEADERS: Final = (
    "Kode", "Sasaran", "Indikator", "Satuan", "Rumus", "Polaritas", "Sumber Data", "Baseline 2024",
    "Target 2025", "Target 2026", "Target 2027", "Target 2028", "Target 2029", "Target 2030",
)  # fmt: skip
OWN: Final[Mapping[str, object]] = {
    "Indikator": "Jumlah posko kewaspadaan dini",
    "Satuan": "posko",
    "Polaritas": "maksimalkan",
    "Sasaran": "Daerah yang waspada",
    "Baseline 2024": 3,
    "Target 2025": 4,
    "Target 2030": 9,
}


def plan(katalog: iku.Catalog, region: str = "62.71", *codes: str) -> PlanTemplate:
    place = load_regions()[region]
    every = [one for one in katalog if fits(one, place.tingkat, 2025)]
    found = [katalog[code] for code in codes] if codes else every
    return PlanTemplate(katalog, found, place, 2025, 2030)


def filled(one: PlanTemplate, cells: Mapping[tuple[int, str], object], path: Path) -> Path:
    book = openpyxl.load_workbook(io.BytesIO(one.content()))
    for (row, heading), value in cells.items():
        cell: Any = book[INPUT].cell(row, HEADERS.index(heading) + 1)
        assert not cell.protection.locked
        cell.value = value
    book.save(path)
    return path


def test_years_baseline_and_directions_stand_in_it_and_only_inputs_are_open(
    katalog: iku.Catalog,
) -> None:
    one = plan(katalog, "62.71", "KBP-WAS-02", "KBP-WAS-04")
    book = openpyxl.load_workbook(io.BytesIO(one.content()))
    sheet = book[INPUT]
    assert tuple(cell.value for cell in sheet[FIRST - 1]) == HEADERS
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=FIRST, max_row=12)]
    assert [row[0] for row in rows] == ["KBP-WAS-02", "KBP-WAS-04", None]
    assert [row[5] for row in rows] == ["maksimalkan", "minimalkan", None]
    assert "dibagi" in str(rows[0][4])
    open_ = [[not cell.protection.locked for cell in row] for row in sheet[FIRST : FIRST + 2]]
    assert open_[0] == [head in {"Sasaran", "Sumber Data"} or "20" in head for head in HEADERS]
    assert all(open_[2])
    assert all(one.protection.sheet for one in book)
    assert {"iku_kode", "iku_dasar", "iku_target"} == {*book.defined_names} - {"_xlnm.Print_Titles"}
    assert sheet.page_setup.paperSize == 9


def test_what_is_typed_is_checked_in_words(katalog: iku.Catalog) -> None:
    one = plan(katalog, "62.71", "KBP-WAS-02")
    sheet = openpyxl.load_workbook(io.BytesIO(one.content()))[INPUT]
    rules = sheet.data_validations.dataValidation
    target = next(rule for rule in rules if "I10" in rule.sqref)
    assert target.type == "custom"
    assert "I10>=0.0,I10<=100.0" in target.formula1
    assert "antara 0 dan 100" in target.error
    direction = next(rule for rule in rules if "F11" in rule.sqref)
    assert direction.formula1 == '"maksimalkan,minimalkan,stabilkan"'
    assert "Arah yang lebih baik" in direction.prompt
    marks = [rule for rules in sheet.conditional_formatting for rule in rules.rules]
    assert len(marks) == 2


@pytest.mark.parametrize("region", ["62", "62.71", "62.01"])
def test_every_indicator_is_the_standard_itself_when_it_is_read_again(
    katalog: iku.Catalog, region: str
) -> None:
    one = plan(katalog, region)
    read = iku.read_plan(one.content(), name="renstra.xlsx")
    assert read.plan.wilayah == region
    assert len(read.items) == len(one.indicators) > 50
    found = [*iku.align(read, katalog)]
    assert [item.padanan and item.padanan.kode for item in found] == [
        indicator.kode for indicator in one.indicators
    ]
    assert not [(item.nama, item.penyimpangan) for item in found if item.penyimpangan]


def _filled(one: PlanTemplate, path: Path) -> tuple[Path, list[dict[str, object]]]:
    written: tuple[object, ...] = (80, 81.25, "≥ 82", "83,5–84", 0.005, "84,75", 100)
    cells: dict[tuple[int, str], object] = {
        (FIRST, "Sasaran"): "Konflik berkurang",
        (FIRST, "Sumber Data"): "Laporan Timdu",
        **{(FIRST, head): value for head, value in zip(HEADERS[7:], written, strict=True)},
        **{(FIRST + 3, head): value for head, value in OWN.items()},
    }
    wanted: list[dict[str, object]] = [
        {
            "kode": "KBP-WAS-02",
            "sasaran": "Konflik berkurang",
            "sumber_data": "Laporan Timdu",
            "dasar": {2024: "80"},
            "target": dict(zip(range(2025, 2031), ("81.25", *written[2:4], "0.005", "84,75", "100"),
                               strict=True)),
        },
        {
            "kode": None,
            "nama": OWN["Indikator"],
            "sasaran": OWN["Sasaran"],
            "satuan": "posko",
            "polaritas": "maksimalkan",
            "dasar": {2024: "3"},
            "target": {2025: "4", 2030: "9"},
        },
    ]  # fmt: skip
    return filled(one, cells, path), wanted


def _holds(path: Path, wanted: list[dict[str, object]]) -> None:
    read = iku.read_plan(path)
    items = {item.item.nama: item.item.model_dump() for item in read.items}
    assert len(items) == 3
    assert read.plan.wilayah == "62.71"
    for one, got in zip(wanted, (next(iter(items.values())), [*items.values()][-1]), strict=True):
        assert {key: got[key] for key in one} == one


def test_what_was_filled_in_is_read_without_loss(katalog: iku.Catalog, tmp_path: Path) -> None:
    one = plan(katalog, "62.71", "KBP-WAS-02", "KBP-WAS-04")
    path, wanted = _filled(one, tmp_path / "renstra.xlsx")
    _holds(path, wanted)
    errors = [found for found in iku.validate(path) if found.tingkat == "galat"]
    assert not errors


@pytest.mark.slow
def test_libreoffice_saves_it_without_loss(katalog: iku.Catalog, tmp_path: Path) -> None:
    one = plan(katalog, "62.71", "KBP-WAS-02", "KBP-WAS-04")
    path, wanted = _filled(one, tmp_path / "renstra.xlsx")
    _holds(recalculated(path), wanted)


@pytest.mark.slow
def test_the_region_is_read_again_whichever_it_is(katalog: iku.Catalog) -> None:
    regions = [one for one in load_regions().values() if one.tingkat != "nasional"]
    assert len(regions) > 500
    share = [katalog["KBP-WAS-02"]]
    read = {
        region.kode: iku.read_plan(PlanTemplate(katalog, share, region, 2025, 2030).content())
        for region in regions
    }
    assert not [code for code, plan in read.items() if plan.plan.wilayah != code]
