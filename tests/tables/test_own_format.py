"""Tables as files in our own format, of which the same is computed as of the tables themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import yaml

import kesbang_iku as iku
from kesbang_iku.alignment.report_reader import read_reports, reports_of
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.sources.bracketed import value_of_year
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import Bound, Number, Range
from kesbang_iku.sources.plans import Plans
from kesbang_iku.tables.context import KnownContext
from kesbang_iku.tables.own_format import OPEN, plan_documents, report_documents
from kesbang_iku.tables.plans import PLANS, plans_of, read_plans
from kesbang_iku.tables.reading import read_tables
from tests.tables import offices, sheets

NAME = "Persentase penyelesaian konflik sosial"
KNOWN = KnownContext(region=load_regions()["62.71"], year=2024)


def made_of(content: bytes, name: str, known: KnownContext = KNOWN) -> list[dict[str, Any]]:
    """Return the documents that a file is in our own format."""
    reading = read_tables(content, name=name, options=known)
    planned = [one for one in reading.tables if one.kind in PLANS]
    made = [*plan_documents(plans_of(reading, planned))] if planned else []
    return [*made, *report_documents(reports_of(reading, unknown=OPEN))]


def test_a_plan_keeps_baseline_and_targets_by_year() -> None:
    rows = f"Indikator;Satuan;Baseline 2024;Target 2025\n{NAME};%;80;82\n"
    assert made_of(rows.encode(), "kota-bandung.csv", KnownContext()) == [
        {
            "jenis": "rencana",
            "wilayah": "32.73",
            "format_angka": "en",
            "item": [{"nama": NAME, "satuan": "%", "dasar": {2024: "80"}, "target": {2025: "82"}}],
        }
    ]


def test_each_period_makes_a_report_and_an_unknown_code_stays_open() -> None:
    header = "Indikator;Target TW I 2025;Realisasi TW I 2025;Realisasi s.d. TW III 2025"
    rows = f"{header}\n{NAME};5;4;16\nLain;1;2;3\n"
    made = made_of(rows.encode(), "kota-bandung.csv", KnownContext())
    assert [one["periode"] for one in made] == ["triwulan-1", "sd-triwulan-3"]
    assert [item["kode"] for item in made[0]["item"]] == ["KBP-WAS-02", "?"]
    assert made[0]["item"][0] == {
        "kode": "KBP-WAS-02", "target": "5", "realisasi": "4", "catatan": NAME,
    }  # fmt: skip


FILES = [
    *((path.stem, sheets.read_sheet(path)) for path in sorted(sheets.FOLDER.glob("*-0.lembar"))),
    *((office.name, office) for office in offices.offices()),
]
# One file takes most of a second: a third of all is tried, and of those an eighth at every change.
TRIED = [
    pytest.param(case, id=name, marks=() if number % 24 == 0 else pytest.mark.slow)
    for number, (name, case) in enumerate(FILES)
    if number % 3 == 0
]


def _file(case: sheets.Sheet | offices.Office) -> tuple[bytes, str]:
    if isinstance(case, offices.Office):
        return case.content(), case.file
    return sheets.by_xlsxwriter(case.rows, case.merges), "tabel.xlsx"


def _written(documents: list[dict[str, Any]], kind: str) -> bytes:
    some = [one for one in documents if one["jenis"] == kind]
    return yaml.safe_dump_all(some, allow_unicode=True, sort_keys=False).encode()


def _computed(reports: iku.Reports) -> list[str]:
    return sorted(
        f"{one.kode} {one.wilayah} {one.tahun} {one.periode}: {one.status} {one.nilai} "
        f"{one.target} {one.capaian} {one.predikat}"
        for one in iku.compute(reports)
        if one.kode != OPEN
    )


def _planned(plans: Plans) -> list[tuple[str, dict[int, str]]]:
    """Return the names of plans with the numbers of their targets."""
    return [
        (item.item.nama, dict(_numbers(item.item.target, plan.plan.format_angka)))
        for plan in plans
        for item in plan.items
    ]


def _numbers(cells: Mapping[int, object], form: NumberFormat | None) -> Iterator[tuple[int, str]]:
    for year, cell in cells.items():
        value = value_of_year(cell, year, form)
        if isinstance(value, Number | Bound):
            yield year, f"{value.value}"
        elif isinstance(value, Range):
            yield year, f"{value.low} {value.high}"


@pytest.mark.parametrize("case", TRIED)
def test_of_a_file_in_our_format_the_same_is_computed(case: sheets.Sheet | offices.Office) -> None:
    content, file = _file(case)
    documents = made_of(content, file)
    kinds = {one["jenis"] for one in documents}
    reading = read_tables(content, name=file, options=KNOWN)
    if "laporan" in kinds:
        again = read_reports(_written(documents, "laporan"), name="a.yaml")
        assert _computed(again) == _computed(reports_of(reading))
    if "rencana" in kinds:
        tables = [one for one in reading.tables if one.kind in PLANS]
        again_ = read_plans(_written(documents, "rencana"), name="a.yaml")
        assert _planned(again_) == _planned(plans_of(reading, tables))
