"""Tables of a hundred million rows: the memory and the time that ``bulk`` takes, against a copy.

Usage::

    python -m benchmarks.large [--rows ROWS]

A long table (a row a variable) and a wide one (a row an indicator), Parquet to Parquet. The copy is
DuckDB's, of the same file: it computes nothing, and is what reading and writing alone cost.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import kesbang_iku as iku
from benchmarks.environments import Environment, clean_environ, own_with
from benchmarks.frames import LIBRARIES
from benchmarks.memory import noting
from benchmarks.pairs import Figure, measure, timed
from benchmarks.sql import shares_of
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.vocabulary import AdminLevel

_ROWS: Final = 100_000_000
_MEMORY: Final = 1024
"""So many MiB may it take."""
_LEVELS: Final[tuple[AdminLevel, ...]] = ("kabupaten", "kota")
_GOALS: Final = {"long": None, "wide": 2.0}
_WRITE: Final = "import runpy, sys; runpy.run_path(sys.argv[1])['write'](*sys.argv[2:])"
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
            _write(environment, layout, table, rows, lists)
            peaks: dict[str, float] = {}
            words = (environment.program("kesbang-iku"), "bulk", table, "-o", output)
            ours = noting("ours", peaks, (*words, "--timpa", "--memori", "1G"))
            rival = noting("rival", peaks, (environment.python, "-c", _COPY, table, copy))
            name = f"bulk, a {layout} table of {rows:,} rows"
            yield Figure(
                timed(name, environment, ours), timed("DuckDB, a copy", environment, rival), goal
            )
            verdict = "reached" if peaks["ours"] <= _MEMORY else "missed"
            print(
                f"    at its peak it takes {peaks['ours']:.0f} MiB, goal {_MEMORY}: {verdict}; "
                f"the copy {peaks['rival']:.0f} MiB; the table is "
                f"{Path(table).stat().st_size >> 20} MiB",
                flush=True,
            )
            Path(table).unlink()


def _lists(folder: Path) -> tuple[str, ...]:
    """Write the variables, regions and periods that the keys are made of."""
    catalog = iku.load_catalog()
    variables = [
        f"{code},{name},{number}"
        for code, names in shares_of(catalog).items()
        if all(catalog[code].exists_at(level) for level in _LEVELS)
        for number, name in enumerate(names)
    ]
    regions = [one.kode for one in load_regions().values() if one.tingkat in _LEVELS]
    written = {"variabel": ("kode,variabel,urut", variables), "wilayah": ("kode", regions)}
    written["masa"] = ("kode", [*PERIODS])
    for name, (head, lines) in written.items():
        (folder / f"{name}.csv").write_text("\n".join((head, *lines)), encoding="utf-8")
    return tuple(str(folder / f"{name}.csv") for name in written)


def _write(
    environment: Environment, layout: str, table: str, rows: int, lists: tuple[str, ...]
) -> None:
    file = Path(__file__).with_name("tasks") / "large_tables.py"
    line = (environment.python, "-I", "-c", _WRITE, str(file), layout, table, str(rows), *lists)
    subprocess.run(line, check=True, env=clean_environ())


def main() -> None:
    """Measure tables of as many rows as are asked for."""
    parser = argparse.ArgumentParser(description="Measure bulk on large tables.")
    parser.add_argument("--rows", type=int, default=_ROWS, help=f"{_ROWS:,} if not given")
    measure(figures(parser.parse_args().rows))


if __name__ == "__main__":
    main()
