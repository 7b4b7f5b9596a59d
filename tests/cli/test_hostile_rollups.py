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


@pytest.mark.parametrize("name", CASES)
def test_a_hostile_file_is_rolled_up_as_a_person_expects(
    run: Run, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    ran = run("rollup", *_files(case, tmp_path), *case.words.split(), "--format", "json")
    assert _differs(case, ran.json, ran.status) == []


@pytest.mark.parametrize("name", [name for name in CASES if "plan" not in name])
def test_a_hostile_workbook_is_rolled_up_as_a_person_expects(
    run: Run, tmp_path: Path, name: str
) -> None:
    case = CASES[name]
    ran = run("rollup", *_books(case, tmp_path), *case.words.split(), "--format", "json")
    assert _differs(case, ran.json, ran.status) == []
