"""A table of 100 MB at the command line: time, and the memory it takes."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import bare, clean_environ, own
from benchmarks.material import write_table
from benchmarks.pairs import Figure, timed
from kesbang_iku.validation.pipeline.processes import processors

_SIZE: Final = 100 * 1024 * 1024
_READ: Final = "import csv, sys; sum(1 for _ in csv.reader(open(sys.argv[1], newline='')))"


def figures() -> Iterator[Figure]:
    """Yield the figure, and print what memory it took beside it."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "laporan.csv"
        rows = write_table(file, _SIZE)
        peaks: dict[str, float] = {}
        words = (own().program("kesbang-iku"), "validate", "--quiet", "--format", "json", str(file))
        read = (bare().python, "-c", _READ, str(file))
        yield Figure(
            timed(
                f"validate a CSV table of {_SIZE >> 20} MiB", own(), _noting("ours", peaks, words)
            ),
            timed("csv.reader, reading it only", bare(), _noting("rival", peaks, read)),
        )
        print(
            f"    {rows} rows; at its peak each of its processes ({processors()}) takes at most "
            f"{peaks['ours']:.0f} MiB, the rival {peaks['rival']:.0f} MiB; the file alone is "
            f"{_SIZE >> 20} MiB"
        )


def _noting(side: str, peaks: dict[str, float], words: tuple[str, ...]) -> Callable[[], None]:
    """Return running a program and noting the most memory it held, in MiB."""

    def run() -> None:
        process = subprocess.Popen(
            words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=clean_environ()
        )
        _, status, usage = os.wait4(process.pid, 0)
        # Findings are an answer, too.
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in {0, 1}:
            raise RuntimeError(f"{words} ended with {process.returncode}")
        peaks[side] = max(peaks.get(side, 0), usage.ru_maxrss / 1024)

    return run
