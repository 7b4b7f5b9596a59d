"""Large tables at the command line, validated and computed: time, and the memory they take."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import bare, own
from benchmarks.material import write_items, write_table
from benchmarks.memory import noting
from benchmarks.pairs import Figure, timed
from kesbang_iku.validation.pipeline.processes import processors

_SIZE: Final = 100 * 1024 * 1024
_ITEMS: Final = 55_200
_MEMORY: Final = 200
"""So many MiB may computing them take."""
_READ: Final = "import csv, sys; sum(1 for _ in csv.reader(open(sys.argv[1], newline='')))"


def figures() -> Iterator[Figure]:
    """Yield the figures, and print what memory each took beside it."""
    yield from _computed()
    with TemporaryDirectory() as folder:
        file = Path(folder) / "laporan.csv"
        rows = write_table(file, _SIZE)
        peaks: dict[str, float] = {}
        words = (own().program("kesbang-iku"), "validate", "--quiet", "--format", "json", str(file))
        read = (bare().python, "-c", _READ, str(file))
        yield Figure(
            timed(
                f"validate a CSV table of {_SIZE >> 20} MiB",
                own(),
                noting("ours", peaks, words, finds=True),
            ),
            timed("csv.reader, reading it only", bare(), noting("rival", peaks, read)),
        )
        print(
            f"    {rows} rows; at its peak each of its processes ({processors()}) takes at most "
            f"{peaks['ours']:.0f} MiB, the rival {peaks['rival']:.0f} MiB; the file alone is "
            f"{_SIZE >> 20} MiB"
        )


def _computed() -> Iterator[Figure]:
    with TemporaryDirectory() as folder:
        file, output = Path(folder) / "laporan.csv", Path(folder) / "hasil.csv"
        write_items(file, _ITEMS)
        peaks: dict[str, float] = {}
        words = (own().program("kesbang-iku"), "compute", "--quiet", "--format", "csv", str(file))
        read = (bare().python, "-c", _READ, str(file))
        ours = noting("ours", peaks, (*words, "-o", str(output), "--timpa"), finds=True)
        yield Figure(
            timed(f"compute {_ITEMS:,} indicators of a CSV table", own(), ours),
            timed("csv.reader, reading it only", bare(), noting("rival", peaks, read)),
        )
        verdict = "reached" if peaks["ours"] <= _MEMORY else "missed"
        print(
            f"    at its peak it takes {peaks['ours']:.0f} MiB, goal {_MEMORY}: {verdict}; the "
            f"rival {peaks['rival']:.0f} MiB"
        )
