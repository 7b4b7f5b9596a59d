"""Dataframes of a million rows, against what people write by hand, which is inexact."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import Environment, alone, apart, own_with
from benchmarks.pairs import Figure, Side, task

ROWS: Final = 1_000_000
LIBRARIES: Final = ("polars", "pandas", "pyarrow", "duckdb")
_EVERY: Final = 20
"""As in ``tasks/frames.py``: the exact engine computes one row in so many."""
_PAIRS: Final = (
    ("compute_frame, lazy Polars", "lazily", "polars_lazily", ("polars",), 1.0),
    ("the expression of the value alone", "value", "polars_value", ("polars",), 0.6),
    ("compute_frame, pandas", "in_pandas", "pandas", ("pandas", "pyarrow"), None),
    ("compute_frame, DuckDB to Arrow", "in_duckdb", "duckdb", ("duckdb", "pyarrow"), None),
    ("the same of its own table", "in_own_duckdb", "own_duckdb", ("duckdb", "pyarrow"), None),
)


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    ours = own_with("bulk", *LIBRARIES)
    with TemporaryDirectory() as folder:
        path = str(Path(folder) / "laporan.parquet")
        _write(ours, path, ROWS)
        for name, own_task, rival_task, libraries, goal in _PAIRS:
            with ExitStack() as sides:
                own = sides.enter_context(
                    task(f"{name}, {ROWS:,} rows", ours, "frames", own_task, path)
                )
                words = ("frames_by_hand", rival_task, path)
                rival = sides.enter_context(task("the same by hand", alone(*libraries), *words))
                yield Figure(own, rival, goal)
        yield from _in_vtl(ours, path)
        with ExitStack() as sides:
            own = sides.enter_context(
                task(f"compute_frame, lazy Polars, {ROWS:,} rows", ours, "frames", "lazily", path)
            )
            some = sides.enter_context(
                task("the exact engine, one by one", ours, "frames", "one_by_one", path)
            )
            yield Figure(own, _of_all(some), goal=1 / 300)


def _write(ours: Environment, path: str, rows: int) -> None:
    with task("write the table", ours, "frames", "writing", path, str(rows)) as writing:
        writing.seconds(1)


def _in_vtl(ours: Environment, path: str) -> Iterator[Figure]:
    """Yield how the language of statistics offices compares, in either of its engines."""
    vtl = apart("vtlengine")
    for engine in ("pandas", "duckdb"):
        with ExitStack() as sides:
            name = f"compute_frame, lazy Polars, {ROWS:,} rows"
            own = sides.enter_context(task(name, ours, "frames", "lazily", path))
            words = ("vtl", "computing", path, engine)
            name = f"value, status and achievement in VTL, by {engine}"
            yield Figure(own, sides.enter_context(task(name, vtl, *words)))


def _of_all(some: Side) -> Side:
    """Return what all rows would take, from the one in ``_EVERY`` that is computed."""
    name = f"{some.name}, {_EVERY} times a {_EVERY}th"
    return replace(some, name=name, seconds=lambda runs: some.seconds(runs) * _EVERY)
