"""What openpyxl does with a workbook, timed in an environment of its own."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import openpyxl


def cells(file: str) -> Callable[[], object]:
    """Return reading the values of all cells of a workbook, in the way that takes the least."""

    def read() -> None:
        book = openpyxl.load_workbook(file, read_only=True, data_only=True)
        for sheet in book.worksheets:
            for _row in sheet.iter_rows(values_only=True):
                pass
        book.close()

    return read


def saved_again(file: str) -> Callable[[], object]:
    """Return loading a workbook and saving it, as whoever writes into it does."""
    return lambda: openpyxl.load_workbook(file).save(io.BytesIO())


def written(file: str) -> Callable[[], object]:
    """Return writing a workbook of the cells that a file of JSON lists, sheet by sheet."""
    sheets = json.loads(Path(file).read_text("utf-8"))

    def write() -> None:
        book = openpyxl.Workbook()
        for cells in sheets:
            sheet = book.create_sheet()
            for row, column, value in cells:
                sheet.cell(row, column, value)
        book.save(io.BytesIO())

    return write
