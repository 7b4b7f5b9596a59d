"""Verifying what was printed: a whole table of results, recomputed at the command line."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import bare, clean_environ, own
from benchmarks.material import write_items
from benchmarks.pairs import Figure, Side, command

_ROWS: Final = 1000
_GOAL: Final = 1.0
"""So many seconds of the processor may they take together."""
_READ: Final = "import json, sys; json.load(open(sys.argv[1], encoding='utf-8'))"


def figures() -> Iterator[Figure]:
    """Yield the figure, and print whether the rows were verified in the time they may take."""
    with TemporaryDirectory() as folder:
        table, answer = Path(folder) / "laporan.csv", Path(folder) / "hasil.json"
        write_items(table, _ROWS)
        program = own().program("kesbang-iku")
        words = (program, "compute", "--quiet", "--format", "json", str(table))
        with answer.open("w", encoding="utf-8") as file:
            subprocess.run(words, check=True, stdout=file, env=clean_environ())
        ours = command(f"verify {_ROWS} results", own(), "kesbang-iku", "verify", str(answer))
        taken: list[float] = []

        def noted(runs: int) -> float:
            taken.append(ours.seconds(runs) / runs)
            return taken[-1] * runs

        yield Figure(
            Side(ours.name, ours.environment, noted),
            command("json.load, reading them only", bare(), "python", "-c", _READ, str(answer)),
        )
        verdict = "reached" if min(taken) <= _GOAL else "missed"
        print(f"    {min(taken):.2f} s of the processor, goal {_GOAL:g} s: {verdict}")
