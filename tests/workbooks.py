"""Workbooks made for tests."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

Cell = str | float | None
Rows = list[list[Cell]]


def workbook(build: Callable[[Workbook], None], **options: object) -> bytes:
    """Return the bytes of a workbook that ``build`` fills."""
    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_urls": False, **options})
    build(book)
    book.close()
    return stream.getvalue()


def put(sheet: Worksheet, rows: Rows, first: int = 0) -> None:
    """Write ``rows`` from the row ``first`` (from 0) on; ``None`` leaves a cell blank."""
    for number, row in enumerate(rows, first):
        for column, cell in enumerate(row):
            if cell is not None:
                sheet.write(number, column, cell)


def sheets(**content: Rows) -> bytes:
    """Return a workbook with one sheet for each argument."""

    def build(book: Workbook) -> None:
        for name, rows in content.items():
            put(book.add_worksheet(name), rows)

    return workbook(build)


def repacked(content: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """Return the archive ``content`` with some of its parts changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            part = before.read(name)
            after.writestr(name, changes[name](part) if name in changes else part)
    return stream.getvalue()


def with_cells(xml: str, merges: str = "") -> bytes:
    """Return a workbook of one sheet whose rows are the XML given."""
    head = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    sheet = f"{head}<sheetData>{xml}</sheetData>{merges}</worksheet>".encode()
    return repacked(sheets(IKU=[["x"]]), {"xl/worksheets/sheet1.xml": lambda _: sheet})
