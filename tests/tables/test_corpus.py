"""Real layouts, each kept as text with what it must be read as: the numbers and their places."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kesbang_iku.tables.reading import read_tables
from tests.tables import sheets

CASES = sorted(sheets.FOLDER.glob("*.lembar"))
Grid = tuple[list[list[sheets.Cell]], list[tuple[int, ...]]]


def _read(rows: list[list[sheets.Cell]], merges: list[tuple[int, ...]]) -> dict[str, Any]:
    book = sheets.by_xlsxwriter(rows, merges)
    return dict(read_tables(book, name="tabel.xlsx").as_dict())


def test_there_are_at_least_a_hundred_sheets() -> None:
    assert len(CASES) >= 100


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_number_of_a_real_layout_is_read_rightly(path: Path) -> None:
    sheet = sheets.read_sheet(path)
    answer = _read(sheet.rows, sheet.merges)
    judged = sheets.judge(sheet, answer)
    table = next(table for table in answer["tabel"] if table["item"])
    assert judged.silent == ()
    assert judged.told == 0
    assert [one for one in answer["temuan"] if one["tingkat"] != "info"] == []
    assert {key: table[key] for key in sheet.table} == sheet.table
    assert [item.get("satuan") for item in table["item"]] == [
        item.get("satuan") for item in sheet.items
    ]


@pytest.mark.parametrize("path", CASES[::3], ids=lambda path: path.stem)
def test_another_writer_of_workbooks_changes_nothing(path: Path) -> None:
    pytest.importorskip("openpyxl", reason="openpyxl is not installed: second writer not tried")
    sheet = sheets.read_sheet(path)
    book = sheets.by_openpyxl(sheet.rows, sheet.merges)
    again = dict(read_tables(book, name="tabel.xlsx").as_dict())
    assert again["tabel"] == _read(sheet.rows, sheet.merges)["tabel"]


# ------------------------------------------------------------------------------------------- laws


def _moved(rows: list[list[sheets.Cell]], merges: list[tuple[int, ...]], _: random.Random) -> Grid:
    """Return the sheet two rows down and one column to the right."""
    return (
        [[], [], *([None, *row] if row else [] for row in rows)],
        [(top + 2, left + 1, bottom + 2, right + 1) for top, left, bottom, right in merges],
    )


def _with_empty_column(
    rows: list[list[sheets.Cell]], merges: list[tuple[int, ...]], chance: random.Random
) -> Grid:
    """Return the sheet with an empty column that no merged cell runs over."""
    width = max(map(len, rows))
    free = [
        at for at in range(1, width) if all(not left < at <= right for _, left, _, right in merges)
    ]
    at = chance.choice(free)
    return (
        [[*row[:at], None, *row[at:]] if len(row) > at else row for row in rows],
        [
            (top, left + (left >= at), bottom, right + (right >= at))
            for top, left, bottom, right in merges
        ],
    )


def _split(rows: list[list[sheets.Cell]], _: list[tuple[int, ...]], __: random.Random) -> Grid:
    """Return the sheet without merged cells."""
    return rows, []


def _shuffled(
    rows: list[list[sheets.Cell]], merges: list[tuple[int, ...]], chance: random.Random
) -> Grid:
    """Return the sheet with its columns in another order, every head written over each."""
    width = max(map(len, rows))
    if not merges:
        # Without merged cells the order of the columns says what a head stands over.
        return rows, merges
    full = [list(row) + [None] * (width - len(row)) if row else [] for row in rows]
    for top, left, _, right in merges:
        for at in range(left, right + 1):
            full[top][at] = full[top][left]
    order = list(range(width))
    chance.shuffle(order)
    return [[row[at] for at in order] if len(row) > 1 else row for row in full], []


CHANGES: dict[str, Callable[..., Grid]] = {
    "moved": _moved,
    "empty column": _with_empty_column,
    "split": _split,
    "shuffled": _shuffled,
}


def _numbers(answer: dict[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    for table in answer["tabel"]:
        for item in table["item"]:
            for role in sheets.VALUES:
                for key, value in item.get(role, {}).items():
                    yield item["nama"], role, key, value


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("path", CASES[::5], ids=lambda path: path.stem)
def test_a_changed_sheet_never_gives_another_number(path: Path, change: str) -> None:
    sheet = sheets.read_sheet(path)
    chance = random.Random(f"{path.stem} {change}")
    answer = _read(*CHANGES[change](sheet.rows, sheet.merges, chance))
    wanted = {
        (item["nama"], role, key, value)
        for item in sheet.items
        for role in sheets.VALUES
        for key, value in item.get(role, {}).items()
    }
    read = set(_numbers(answer))
    told = any(one["tingkat"] != "info" for one in answer["temuan"])
    assert read <= wanted
    assert read == wanted or told
