"""Sheets kept as text: reading one, making a workbook of it, and judging how it was read."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from tests.tables.excuses import columns_of, is_excused

FOLDER = Path(__file__).parent / "lembar"
Cell = str | int | float | None
VALUES = ("dasar", "target", "realisasi", "capaian", "predikat", "anggaran")


@dataclass(frozen=True)
class Sheet:
    """The cells of a sheet, the merged ones (top, left, bottom, right, from 0), what it says."""

    name: str
    rows: list[list[Cell]]
    merges: list[tuple[int, ...]]
    table: dict[str, Any]
    items: list[dict[str, Any]]


def read_sheet(path: Path) -> Sheet:
    """Return the sheet that a text tells."""
    lines = path.read_text(encoding="utf-8").splitlines()
    at = lines.index("harap:")
    merges = [tuple(map(int, one.split(","))) for one in lines[1].split()[1:]]
    rows = [
        [] if line == "~" else [_cell(text) for text in line.split(" | ")] for line in lines[2:at]
    ]
    told, *items = map(json.loads, lines[at + 1 :])
    return Sheet(path.stem, rows, merges, told, items)


def _cell(text: str) -> Cell:
    text = text.strip(" ")
    if text.startswith("="):
        return float(text[1:]) if "." in text else int(text[1:])
    return text or None


def by_xlsxwriter(rows: list[list[Cell]], merges: list[tuple[int, ...]]) -> bytes:
    """Return a workbook with one sheet."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet("Lembar")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, str):
                sheet.write_string(number, column, cell)
            elif cell is not None:
                sheet.write_number(number, column, cell)
    for top, left, bottom, right in merges:
        sheet.merge_range(top, left, bottom, right, rows[top][left])
    book.close()
    return stream.getvalue()


def by_openpyxl(rows: list[list[Cell]], merges: list[tuple[int, ...]]) -> bytes:
    """Return the same workbook by another writer."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Lembar"
    for number, row in enumerate(rows, start=1):
        for column, cell in enumerate(row, start=1):
            if cell is not None:
                sheet.cell(number, column, cell)
    for top, left, bottom, right in merges:
        sheet.merge_cells(
            start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1
        )
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@dataclass(frozen=True)
class Judgement:
    """How many numbers were read rightly, which are missing though told, and which are wrong."""

    right: int
    told: int
    silent: tuple[str, ...]


def judge(sheet: Sheet, answer: dict[str, Any]) -> Judgement:
    """Hold what was read against what a sheet says, number by number."""
    items = [item for table in answer["tabel"] for item in table["item"]]
    read = _numbers(items)
    wanted = _numbers(sheet.items)
    right = sum(read.get(key) == value for key, value in wanted.items())
    silent = [
        f"{key}: {wanted.get(key)} read as {read.get(key)}"
        for key in wanted.keys() | read.keys()
        if wanted.get(key) != read.get(key)
        and (key in read or not _excused(sheet, key[0], wanted[key], answer))
    ]
    return Judgement(right, len(wanted) - right - len(silent), tuple(sorted(silent)))


def _excused(sheet: Sheet, row: int, value: str, answer: dict[str, Any]) -> bool:
    cells = sheet.rows[row - 1] if row <= len(sheet.rows) else []
    return is_excused(answer, answer["tabel"][0]["lembar"], row, columns_of(cells, value))


def _numbers(items: list[dict[str, Any]]) -> dict[tuple[int, str, str, str], str]:
    return {
        (item["baris"], item["nama"], role, key): value
        for item in items
        for role in VALUES
        for key, value in item.get(role, {}).items()
    }
