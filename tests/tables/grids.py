"""Grids of few rows for tests of the parts of the reader, and the rows of small files."""

from __future__ import annotations

from kesbang_iku.sources.grid import Grid
from kesbang_iku.sources.reading import open_source, read_grids
from kesbang_iku.tables.achievements import Achievements, achievements_of
from kesbang_iku.tables.reading import read_tables


def grid_of(*rows: str) -> Grid:
    """Return the grid of rows whose cells stand between semicolons."""
    opened, findings = open_source("\n".join([*rows, ""]).encode(), name="tabel.csv")
    assert opened is not None, findings
    (grid,), _ = read_grids(opened)
    return grid


def achievements_in(content: bytes, name: str) -> Achievements:
    """Return the rows of the performance tables of a file, and all that was found on the way."""
    reading = read_tables(content, name=name)
    rows = achievements_of(reading.tables)
    return Achievements(rows.entries, (*reading.findings, *rows.temuan))
