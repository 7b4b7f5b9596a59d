"""Writing workbooks: the one to fill in, against writing as many cells; findings into one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import openpyxl

from benchmarks.environments import own, own_with, rival
from benchmarks.material import write_workbook
from benchmarks.pairs import Figure, task
from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.publish.template.workbook import Template

_INDICATORS: Final = 60
_REGION: Final = "62"
_YEAR: Final = 2025
_ROWS: Final = 10_000
_FOUND: Final = 500


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    with TemporaryDirectory() as folder, ExitStack() as running:
        start = running.enter_context
        cells = Path(folder) / "sel.json"
        codes, count = _write_cells(cells)
        asked = (",".join(codes), _REGION, str(_YEAR))
        what = f"to fill in, {len(codes)} indicators, {count:,} cells"
        written = start(
            task("openpyxl, as many cells", rival("openpyxl"), "cells_openpyxl", "written",
                 str(cells))
        )  # fmt: skip
        for which, name in (("the first workbook", "first_template"), ("each further", "template")):
            ours = task(f"{which} {what}", own_with("excel"), "library", name, *asked)
            yield Figure(start(ours), written, goal=2)
        book = str(Path(folder) / "capaian.xlsx")
        write_workbook(Path(book), _ROWS)
        noted = (f"{_FOUND} findings into a workbook, {_ROWS} rows of 8", own(), "library")
        saved = ("openpyxl, loading and saving it", rival("openpyxl"), "cells_openpyxl")
        yield Figure(
            start(task(*noted, "annotation", book, str(_FOUND))),
            start(task(*saved, "saved_again", book)),
            goal=0.5,
        )


def _write_cells(file: Path) -> tuple[list[str], int]:
    """Write what stands in the cells of the workbook, for whoever writes them, too.

    Returns:
        The codes of its indicators, and how many cells there are.
    """
    catalog = load_catalog()
    found = [*catalog.select(level="provinsi", year=_YEAR)][:_INDICATORS]
    content = Template(catalog, found, load_regions()[_REGION], _YEAR).content()
    sheets = [
        [
            (cell.row, cell.column, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None or cell.has_style
        ]
        for sheet in openpyxl.load_workbook(BytesIO(content))
    ]
    file.write_text(json.dumps(sheets), "utf-8")
    return [one.kode for one in found], sum(map(len, sheets))
