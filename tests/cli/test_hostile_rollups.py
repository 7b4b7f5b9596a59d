"""Hostile roll-ups by the command: as files, as workbooks, and in every form of the answer."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Run
from tests.cli.hostile_rollups import CASES, Expected, Hostile

NAMES = ("wilayah", "tahun", "periode", "kode", "nilai", "status")


def _files(case: Hostile, folder: Path) -> Iterator[str]:
    for name, text in case.files.items():
        path = folder / name
        path.write_text(text, "utf-8")
        yield str(path)


def _books(case: Hostile, folder: Path) -> Iterator[str]:
    openpyxl = pytest.importorskip("openpyxl")
    for name, text in case.files.items():
        book = openpyxl.Workbook()
        for row in csv.reader(io.StringIO(text)):
            book.active.append([_cell(cell) for cell in row])
        path = folder / name.replace(".csv", ".xlsx")
        book.save(path)
        yield str(path)


def _cell(text: str) -> object:
    return int(text) if text.isdecimal() else text or None


def _told(answer: dict[str, Any]) -> list[Expected]:
    return [
        (*(one[name] for name in NAMES), one["cakupan"]["melapor"], one["cakupan"]["seharusnya"])
        for one in answer["hasil"]
    ]


def _differs(case: Hostile, answer: dict[str, Any], status: int) -> list[Any]:
    some: list[Any] = []
    found = _told(answer)
    if [one[:4] for one in found] != [one[:4] for one in case.results]:
        some.append(("hasil", found))
    else:
        for one, due in zip(found, case.results, strict=True):
            some += [one for got, right in zip(one, due, strict=True) if right not in {got, None}]
            some += [one] if due[4] is None and one[4] is not None else []
    every = [*answer["temuan"], *(each for one in answer["hasil"] for each in one["temuan"])]
    must = {one for one in case.said.split() if one[0] != "?"}
    may = {one.strip("?") for one in case.said.split()}
    said = {one["kode"] for one in every}
    loud = {one["kode"] for one in every if one["tingkat"] != "info"}
    if not must <= said or not loud <= may:
        some.append(("temuan", sorted(said), sorted(loud), case.said))
    if status != case.status:
        some.append(("status", status))
    return some


def _of(form: str) -> list[str]:
    return [name for name, case in CASES.items() if case.only in {"", form}]


@pytest.mark.parametrize("name", _of("csv"))
def test_a_hostile_file_is_rolled_up_as_a_person_expects(
    run: Run, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    ran = run("rollup", *_files(case, tmp_path), *case.words.split(), "--format", "json")
    assert _differs(case, ran.json, ran.status) == []


@pytest.mark.parametrize("name", _of("xlsx"))
def test_a_hostile_workbook_is_rolled_up_as_a_person_expects(
    run: Run, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    ran = run("rollup", *_books(case, tmp_path), *case.words.split(), "--format", "json")
    assert _differs(case, ran.json, ran.status) == []


def test_a_month_by_its_name_is_told_by_its_code(run: Run, tmp_path: Path) -> None:
    case = CASES["months by their names in a file"]
    ran = run("rollup", *_files(case, tmp_path), "--format", "json")
    told = [one["saran"] for one in ran.json["temuan"]]
    assert told == [f"Ganti dengan 'bulan-{number:02}'." for number in range(1, 13)]


def test_what_is_told_twice_is_not_said_to_be_missing(run: Run, tmp_path: Path) -> None:
    case = CASES["a revised quarter on the way to a year"]
    ran = run("rollup", *_files(case, tmp_path), *case.words.split(), "--format", "json")
    (year,) = ran.json["hasil"]
    assert year["cakupan"]["kurang"] == ["triwulan-2"]
    assert {one["kode"] for one in year["temuan"]} == {"IKU470"}


@pytest.mark.parametrize(
    ("language", "said"),
    [("id", "93.01 (pada 2018 di 91 Papua)"), ("en", "93.01 (in 2018 part of 91 Papua)")],
)
def test_a_region_of_another_province_in_that_year_is_told_with_it(
    run: Run, tmp_path: Path, language: str, said: str
) -> None:
    case = CASES["Merauke asked for in the province it is not in yet"]
    ran = run("rollup", *_files(case, tmp_path), *case.words.split(), "--bahasa", language)
    assert said in ran.err + ran.out


@pytest.mark.parametrize("name", _of("csv"))
def test_every_form_of_the_answer_says_the_same(run: Run, tmp_path: Path, name: str) -> None:
    """The rows of the spreadsheet, of the workbook and of JSON are one."""
    openpyxl = pytest.importorskip("openpyxl")
    case = CASES[name]
    asked = ("rollup", *_files(case, tmp_path), *case.words.replace("--banding", "").split())
    due = [(one[0], one[3], one[4], one[5], one[6]) for one in case.results]
    rows = csv.DictReader(io.StringIO(run(*asked, "--format", "csv", "--quiet").out))
    found = [(one["wilayah"], one["kode"], one["nilai"] or None, one["status"], int(one["melapor"]))
             for one in rows]  # fmt: skip
    assert found == due
    run(*asked, "-o", tmp_path / "out.xlsx", "--quiet")
    sheet = openpyxl.load_workbook(tmp_path / "out.xlsx").worksheets[0]
    cells = [*sheet.iter_rows(values_only=True)] if due else [()]
    books: list[dict[str, Any]] = [
        dict(zip(map(str, cells[0]), row, strict=True)) for row in cells[1:]
    ]
    told = [(one["wilayah"], one["kode"], one["status"], one["melapor"]) for one in books]
    assert told == [(one[0], one[1], one[3], one[4]) for one in due]
    assert [None if one["nilai"] is None else float(one["nilai"]) for one in books] == [
        None if one[2] is None else float(one[2]) for one in due
    ]
