"""Grids of few rows for tests of the parts of the reader."""

from __future__ import annotations

from kesbang_iku.files.grid import Grid
from kesbang_iku.files.reading import open_source, read_grids


def grid_of(*rows: str) -> Grid:
    """Return the grid of rows whose cells stand between semicolons."""
    opened, findings = open_source("\n".join([*rows, ""]).encode(), name="tabel.csv")
    assert opened is not None, findings
    (grid,), _ = read_grids(opened)
    return grid
