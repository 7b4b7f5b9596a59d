"""The same report and the same plan are read from every form they can be handed in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any, Final

import pytest
import yaml
from hypothesis import given, settings

from kesbang_iku.alignment.report_reader import read_reports
from kesbang_iku.sources.plans import Plans
from kesbang_iku.sources.reports import Reports
from kesbang_iku.tables.plans import read_plans
from kesbang_iku.tables.two_readings import has_two_readings
from tests.strategies import plan_data, report_data
from tests.workbooks import Rows, sheets

pytestmark = pytest.mark.slow

Table = list[list[str]]
_ITEM: Final = ("target", "realisasi", "capaian", "predikat")
_YEARS: Final = range(2025, 2031)


def as_yaml(data: dict[str, Any]) -> bytes:
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode()


def as_json(data: dict[str, Any]) -> bytes:
    return json.dumps(data).encode()


def as_csv(table: Table) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(table)
    return stream.getvalue().encode()


def as_workbook(table: Table) -> bytes:
    rows: Rows = [[cell or None for cell in row] for row in table]
    return sheets(Lembar=rows)


def _head(data: dict[str, Any], item: dict[str, Any]) -> list[str]:
    return [data["wilayah"], str(data["tahun"]), data["periode"], item["kode"]]


def row_a_variable(data: dict[str, Any]) -> Table:
    """Return a report as a table with a row for each variable, or one for an item without any."""
    table = [["wilayah", "tahun", "periode", "kode", "variabel", "nilai", *_ITEM]]
    for item in data["item"]:
        rest = [item.get(key, "") for key in _ITEM]
        for name, value in item["variabel"].items() or [("", "")]:
            table.append([*_head(data, item), name, value, *rest])
    return table


def row_an_item(data: dict[str, Any]) -> Table:
    """Return a report as a table with a row for each item and a column for each variable."""
    names = sorted({name for item in data["item"] for name in item["variabel"]})
    table = [["wilayah", "tahun", "periode", "kode", *_ITEM, *names]]
    for item in data["item"]:
        rest = [item.get(key, "") for key in _ITEM]
        values = [item["variabel"].get(name, "") for name in names]
        table.append([*_head(data, item), *rest, *values])
    return table


def plan_table(data: dict[str, Any]) -> Table:
    """Return a plan as the table that regions keep."""
    texts = ("satuan", "rumus", "polaritas")
    years = [f"Target {year}" for year in _YEARS]
    table = [["Indikator", "Satuan", "Rumus", "Polaritas", "Baseline 2024", *years]]
    for item in data["item"]:
        planned = item.get("target", {})
        table.append(
            [
                item["nama"],
                *(item.get(key, "") for key in texts),
                item.get("dasar", {}).get(2024, ""),
                *(planned.get(year, "") for year in _YEARS),
            ]
        )
    return table


def reported(read: Reports) -> list[tuple[object, ...]]:
    """Return what was read, without what was left blank."""
    return [
        (
            loaded.report.wilayah,
            loaded.report.tahun,
            loaded.report.periode,
            one.item.kode,
            {name: str(value) for name, value in one.item.variabel.items() if value},
            None if one.item.target is None else one.item.target.nilai or None,
            *(getattr(one.item, key) or None for key in _ITEM[1:]),
        )
        for loaded in read
        for one in loaded.items
    ]


def written(data: dict[str, Any]) -> list[tuple[object, ...]]:
    envelope = (data["wilayah"], data["tahun"], data["periode"])
    return [
        (*envelope, item["kode"], item["variabel"], *(item.get(key) for key in _ITEM))
        for item in data["item"]
    ]


def planned(read: Plans) -> list[dict[str, Any]]:
    """Return what was read, without what was left blank."""
    keys = ("nama", "satuan", "rumus", "polaritas")
    found = []
    for loaded in read:
        for one in loaded.items:
            item: dict[str, Any] = {key: getattr(one.item, key) for key in keys}
            for key in ("dasar", "target"):
                numbers = getattr(one.item, key)
                item[key] = {year: value for year, value in numbers.items() if value}
            found.append({key: value for key, value in item.items() if value})
    return found


REPORT_FORMS: Final[dict[str, Callable[[dict[str, Any]], bytes]]] = {
    "yaml": as_yaml,
    "json": as_json,
    "csv, a row a variable": lambda data: as_csv(row_a_variable(data)),
    "csv, a row an item": lambda data: as_csv(row_an_item(data)),
    "workbook": lambda data: as_workbook(row_a_variable(data)),
}
PLAN_FORMS: Final[dict[str, Callable[[dict[str, Any]], bytes]]] = {
    "yaml": as_yaml,
    "json": as_json,
    "csv": lambda data: as_csv(plan_table(data)),
    "workbook": lambda data: as_workbook(plan_table(data)),
}


@pytest.mark.parametrize("form", REPORT_FORMS)
@settings(max_examples=25, deadline=None)
@given(data=report_data())
def test_a_report_reads_the_same_from(form: str, data: dict[str, Any]) -> None:
    assert reported(read_reports(REPORT_FORMS[form](data))) == written(data)


@pytest.mark.parametrize("form", PLAN_FORMS)
@settings(max_examples=25, deadline=None)
@given(data=plan_data())
def test_a_plan_reads_the_same_from(form: str, data: dict[str, Any]) -> None:
    found = planned(read_plans(PLAN_FORMS[form](data)))
    for item, wanted in zip(found, data["item"], strict=True):
        for key in ("dasar", "target"):
            for year, text in wanted.get(key, {}).items():
                # The other cells of a table may settle a numeral with two readings.
                if has_two_readings(text) and _digits(item[key][year]) == _digits(text):
                    item[key][year] = text
    assert found == data["item"]


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text)).rstrip("0")
