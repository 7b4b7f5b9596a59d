"""Reading one large file: a report of JSON into its records, a workbook into cells and records."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import bare, own, rival
from benchmarks.material import write_json, write_workbook
from benchmarks.pairs import Figure, task

_SIZE: Final = 1_000_000
_ROWS: Final = 10_000


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    with TemporaryDirectory() as folder, ExitStack() as running:
        start = running.enter_context
        report = str(Path(folder) / "laporan.json")
        write_json(Path(report), _SIZE)
        yield Figure(
            start(task("read a report of 1 MB, JSON", own(), "library", "report", report)),
            start(task("json.loads of its text", bare(), "json_loads", "loading", report)),
            goal=3,
        )
        book = str(Path(folder) / "capaian.xlsx")
        write_workbook(Path(book), _ROWS)
        what = f"of a workbook, {_ROWS} rows of 8"
        cells = start(task(f"the cells {what}", own(), "library", "cells", book))
        records = start(task(f"the records {what}", own(), "library", "records", book))
        openpyxl = start(
            task("openpyxl, its bare cells", rival("openpyxl"), "cells_openpyxl", "cells", book)
        )
        calamine = rival("python-calamine")
        native = start(task("calamine, its bare cells", calamine, "cells_calamine", "cells", book))
        yield Figure(cells, openpyxl, goal=0.5)
        yield Figure(records, openpyxl, goal=0.5)
        yield Figure(cells, native)
        yield Figure(records, native)
