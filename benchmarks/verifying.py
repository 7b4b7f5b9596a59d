"""Verifying what was printed: all results of an answer and of a scorecard page, computed anew."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import Environment, bare, clean_environ, own, own_with
from benchmarks.material import write_items
from benchmarks.pairs import Figure, Side, command

_ROWS: Final = 1000
_GOAL: Final = 1.0
"""So many seconds of the processor may they take together."""
_READ: Final = "import sys; open(sys.argv[1], encoding='utf-8').read()"


def figures() -> Iterator[Figure]:
    """Yield the figures, and print whether the results are verified in the time they may take."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        write_items(folder / "laporan.csv", _ROWS)
        _run(own(), folder, "compute", "laporan.csv", "-o", "hasil.json")
        _run(own_with("pages"), folder, "report", "laporan.csv", "-o", "rapor.html")
        for what, file in (("an answer", "hasil.json"), ("a scorecard", "rapor.html")):
            yield from _verified(what, folder / file)


def _verified(what: str, file: Path) -> Iterator[Figure]:
    ours = command(f"verify {what} of {_ROWS} results", own(), "kesbang-iku", "verify", str(file))
    taken: list[float] = []

    def noted(runs: int) -> float:
        seconds = ours.seconds(runs)
        taken.append(seconds / runs)
        return seconds

    yield Figure(
        Side(ours.name, ours.environment, noted),
        command("Python, reading the file only", bare(), "python", "-c", _READ, str(file)),
    )
    verdict = "reached" if min(taken) <= _GOAL else "missed"
    print(f"    {min(taken):.2f} s of the processor, goal {_GOAL:g} s: {verdict}")


def _run(environment: Environment, folder: Path, *words: str) -> None:
    line = (environment.program("kesbang-iku"), *words, "--quiet")
    subprocess.run(line, check=True, cwd=folder, env=clean_environ(), capture_output=True)
