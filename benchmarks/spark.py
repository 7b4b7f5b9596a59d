"""Spark in local mode, against what a hand writes in its SQL, which is inexact.

Spark computes in a process of its own, which lives on: its processor time is counted with ours. The
rows are about as many as one indicator can have keys: what a call costs whatever its rows, and that
is more for us than for a query by hand, still counts. Java compiles what runs often while it runs,
which takes about ten runs of either side; so many are not counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import alone, own_with
from benchmarks.pairs import Figure, task

ROWS: Final = 3_600_000
_WARMING: Final = 10
_GOAL: Final = 1.5


def figures() -> Iterator[Figure]:
    """Yield the figure."""
    ours = own_with("bulk", "pyspark")
    with TemporaryDirectory() as folder, ExitStack() as sides:
        path = str(Path(folder) / "laporan")
        words = ("spark", "writing", path, str(ROWS))
        with task("write the table", ours, *words, clock="family") as writing:
            writing.seconds(1)
        name = f"compute_frame, Spark, {ROWS:,} rows"
        own = sides.enter_context(task(name, ours, "spark", "computing", path, clock="family"))
        by_hand = task(
            "the same by hand", alone("pyspark"), "frames_by_hand", "spark", path, clock="family"
        )
        yield Figure(own, sides.enter_context(by_hand), _GOAL, _WARMING)
