"""Tables of a hundred million rows: the memory and the time that ``bulk`` takes, against a copy.

Usage::

    python -m benchmarks.large [--rows ROWS]

A long table (a row a variable) and a wide one (a row an indicator), Parquet to Parquet. The copy is
DuckDB's, of the same file: it computes nothing, and is what reading and writing alone cost. Each is
also held against a query of DuckDB that a hand writes for these percentages alone, with the same
columns, and inexact: a pivot of the long one, of the wide one what stands in it.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import kesbang_iku as iku
from benchmarks.environments import Environment, clean_environ, own_with
from benchmarks.frames import LIBRARIES
from benchmarks.memory import noting
from benchmarks.pairs import Figure, Side, measure, timed
from benchmarks.sql import shares_of
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.vocabulary import AdminLevel

_ROWS: Final = 100_000_000
_MEMORY: Final = 1024
"""So many MiB may it take."""
_LEVELS: Final[tuple[AdminLevel, ...]] = ("kabupaten", "kota")
_GOALS: Final = {"long": None, "wide": 2.0}
_BY_HAND_GOALS: Final = {"long": 2.0, "wide": 0.8}
_CALL: Final = "import runpy, sys; runpy.run_path(sys.argv[1])[sys.argv[2]](*sys.argv[3:])"
_COPY: Final = (
    "import duckdb, sys; connection = duckdb.connect(); "
    "connection.execute(\"SET memory_limit = '1GB'\"); "
    "connection.execute(f\"COPY (FROM read_parquet('{sys.argv[1]}')) TO '{sys.argv[2]}' "
    '(FORMAT parquet)")'
)


def figures(rows: int) -> Iterator[Figure]:
    """Yield the figures over tables of so many rows, and print what memory each side took."""
    environment = own_with("bulk", *LIBRARIES)
    with TemporaryDirectory() as folder:
        lists = _lists(Path(folder))
        for layout, goal in _GOALS.items():
            table, output, copy = (
                str(Path(folder) / f"{layout}-{name}.parquet") for name in ("in", "out", "copy")
            )
            told = (lists["variabel"], lists["wilayah"], lists["masa"])
            line = _line(environment, "write", layout, table, str(rows), *told)
            written = subprocess.run(line, check=True, env=clean_environ(), stdout=subprocess.PIPE)
            peaks: dict[str, float] = {}
            words = (environment.program("kesbang-iku"), "bulk", table, "-o", output)
            ours = noting("ours", peaks, (*words, "--timpa", "--memori", "1G"))
            rival = noting("rival", peaks, (environment.python, "-c", _COPY, table, copy))
            # Keys run out before a hundred million rows of a wide table.
            name = f"bulk, a {layout} table of {int(written.stdout):,} rows"
            own, again = _remembered(timed(name, environment, ours))
            yield Figure(own, timed("DuckDB, a copy", environment, rival), goal)
            verdict = "reached" if peaks["ours"] <= _MEMORY else "missed"
            print(
                f"    at its peak it takes {peaks['ours']:.0f} MiB, goal {_MEMORY}: {verdict}; "
                f"the copy {peaks['rival']:.0f} MiB; the table is "
                f"{Path(table).stat().st_size >> 20} MiB",
                flush=True,
            )
            line = _line(environment, "by_hand", layout, table, copy, lists["variabel"])
            hand = noting("hand", peaks, (*line, lists["wilayah"], lists["indikator"]))
            other = timed("DuckDB, a query by hand, inexact", environment, hand)
            yield Figure(again, other, _BY_HAND_GOALS[layout])
            for one in (table, output, copy):
                Path(one).unlink(missing_ok=True)


def _remembered(side: Side) -> tuple[Side, Side]:
    """Return a side, and one that takes its best time without running: some take minutes."""
    times: list[float] = []

    def seconds(runs: int) -> float:
        taken = side.seconds(runs)
        times.append(taken / runs)
        return taken

    return replace(side, seconds=seconds), replace(side, seconds=lambda runs: min(times) * runs)


def _lists(folder: Path) -> dict[str, str]:
    """Write the variables, regions and periods that the keys are made of."""
    catalog = iku.load_catalog()
    variables = [
        f"{code},{name},{number}"
        for code, names in shares_of(catalog).items()
        if all(catalog[code].exists_at(level) for level in _LEVELS)
        for number, name in enumerate(names)
    ]
    regions = [
        f'{one.kode},"{one.nama}"' for one in load_regions().values() if one.tingkat in _LEVELS
    ]
    names = [f'{code},"{catalog[code].nama}"' for code in shares_of(catalog)]
    written = {"variabel": ("kode,variabel,urut", variables), "wilayah": ("kode,nama", regions)}
    written |= {"masa": ("kode", [*PERIODS]), "indikator": ("kode,nama", names)}
    for name, (head, lines) in written.items():
        (folder / f"{name}.csv").write_text("\n".join((head, *lines)), encoding="utf-8")
    return {name: str(folder / f"{name}.csv") for name in written}


def _line(environment: Environment, function: str, *words: str) -> tuple[str, ...]:
    """Return calling a function of the tasks in an environment."""
    file = Path(__file__).with_name("tasks") / "large_tables.py"
    return (environment.python, "-I", "-c", _CALL, str(file), function, *words)


def main() -> None:
    """Measure tables of as many rows as are asked for."""
    parser = argparse.ArgumentParser(description="Measure bulk on large tables.")
    parser.add_argument("--rows", type=int, default=_ROWS, help=f"{_ROWS:,} if not given")
    measure(figures(parser.parse_args().rows))


if __name__ == "__main__":
    main()
