"""Tables of a hundred million rows: the memory and the time that ``bulk`` takes, against a copy.

Usage::

    python -m benchmarks.large [--rows ROWS] [wide] [long]

A long table (a row a variable) and a wide one (a row an indicator), Parquet to Parquet. National
indicators alone have fewer keys, so a catalog of a region's own stands beside them: as many again,
of the same counts. The copy is
DuckDB's, of the same file: it computes nothing, and is what reading and writing alone cost. Each is
also held against a query of DuckDB that a hand writes for these percentages alone, with the same
columns, and inexact: a pivot of the long one, of the wide one what stands in it. That query may
take 2 GB, twice as much as ``bulk``: with 1 GB it ends on the long table for want of memory.
"""

from __future__ import annotations

import argparse
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import kesbang_iku as iku
from benchmarks.environments import Environment, clean_environ, own_with, rival
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
_GOALS: Final = {"wide": 2.0, "long": None}
_BY_HAND_GOALS: Final = {"long": 2.0, "wide": 0.8}
_OWN: Final = """kode: {kode}
nama: {nama}, hitungan sendiri
bidang: {bidang}
tingkat: {{berlaku: [kabupaten, kota], diestimasi: [kabupaten, kota]}}
satuan: persen
desimal: 2
rentang: {{min: 0, maks: 100}}
polaritas: {polaritas}
variabel:
  - {{nama: {above}, label: yang dihitung, satuan: lembaga, jenis: cacah}}
  - {{nama: {below}, label: seluruhnya, satuan: lembaga, jenis: cacah}}
rumus: {above} / {below} * 100
capaian: {polaritas}
predikat: permendagri-86-2017
sumber: [{{dokumen: Tabel uji, kedudukan: usulan}}]
"""
"""An indicator of a region's own."""
_CALL: Final = "import runpy, sys; runpy.run_path(sys.argv[1])[sys.argv[2]](*sys.argv[3:])"
_SETTINGS: Final = ("--memori", "1G", "--katalog")
_COPY: Final = (
    "import duckdb, sys; connection = duckdb.connect(); "
    "connection.execute(\"SET memory_limit = '1GB'\"); "
    "connection.execute(f\"COPY (FROM read_parquet('{sys.argv[1]}')) TO '{sys.argv[2]}' "
    '(FORMAT parquet)")'
)


def figures(rows: int, layouts: Sequence[str]) -> Iterator[Figure]:
    """Yield the figures over tables of so many rows, and print what memory each side took."""
    environment, duckdb = own_with("bulk", *LIBRARIES), rival("duckdb")
    with TemporaryDirectory() as folder:
        lists = _lists(Path(folder))
        for layout in layouts:
            table, output, copy = (
                str(Path(folder) / f"{layout}-{name}.parquet") for name in ("in", "out", "copy")
            )
            told = (lists["variabel"], lists["wilayah"], lists["masa"])
            line = _line(duckdb, "write", layout, table, str(rows), *told)
            written = subprocess.run(line, check=True, env=clean_environ(), stdout=subprocess.PIPE)
            peaks: dict[str, float] = {}
            words = (environment.program("kesbang-iku"), "bulk", table, "-o", output)
            asked = (*words, "--timpa", *_SETTINGS, lists["katalog"])
            ours = noting("ours", peaks, asked, finds=True)
            copied = noting("rival", peaks, (duckdb.python, "-c", _COPY, table, copy))
            name = f"bulk, a {layout} table of {int(written.stdout):,} rows"
            own, again = _remembered(timed(name, environment, ours))
            yield Figure(own, timed("DuckDB, a copy", duckdb, copied), _GOALS[layout])
            verdict = "reached" if peaks["ours"] <= _MEMORY else "missed"
            print(
                f"    at its peak it takes {peaks['ours']:.0f} MiB, goal {_MEMORY}: {verdict}; "
                f"the copy {peaks['rival']:.0f} MiB; the table is "
                f"{Path(table).stat().st_size >> 20} MiB",
                flush=True,
            )
            line = _line(duckdb, "by_hand", layout, table, copy, lists["variabel"])
            hand = noting("hand", peaks, (*line, lists["wilayah"], lists["indikator"]))
            other = timed("DuckDB, a query by hand, inexact", duckdb, hand)
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
    """Write the catalog, variables, regions and periods that the keys are made of."""
    catalog = iku.load_catalog()
    own = folder / "katalog" / "indikator"
    own.mkdir(parents=True)
    variables, names = [], []
    for code, (above, below) in shares_of(catalog).items():
        one = catalog[code]
        if not all(one.exists_at(level) for level in _LEVELS):
            continue
        ours = code.replace("KBP", "UJI")
        told = {"kode": ours, "nama": one.nama, "bidang": one.bidang, "polaritas": one.polaritas}
        text = _OWN.format(**told, above=above, below=below)
        (own / f"{ours.lower()}.yaml").write_text(text, encoding="utf-8")
        names += [f'{code},"{one.nama}"', f'{ours},"{one.nama}, hitungan sendiri"']
        variables += [
            f"{key},{name},{number}"
            for key in (code, ours)
            for number, name in enumerate((above, below))
        ]
    regions = [
        f'{one.kode},"{one.nama}"' for one in load_regions().values() if one.tingkat in _LEVELS
    ]
    written = {"variabel": ("kode,variabel,urut", variables), "wilayah": ("kode,nama", regions)}
    written |= {"masa": ("kode", [*PERIODS]), "indikator": ("kode,nama", names)}
    for name, (head, lines) in written.items():
        (folder / f"{name}.csv").write_text("\n".join((head, *lines)), encoding="utf-8")
    lists = {name: str(folder / f"{name}.csv") for name in written}
    return {**lists, "katalog": str(folder / "katalog")}


def _line(environment: Environment, function: str, *words: str) -> tuple[str, ...]:
    """Return calling a function of the tasks in an environment."""
    file = Path(__file__).with_name("tasks") / "large_tables.py"
    return (environment.python, "-I", "-c", _CALL, str(file), function, *words)


def main() -> None:
    """Measure tables of as many rows as are asked for."""
    parser = argparse.ArgumentParser(description="Measure bulk on large tables.")
    parser.add_argument("--rows", type=int, default=_ROWS, help=f"{_ROWS:,} if not given")
    parser.add_argument("layouts", nargs="*", help=f"{' and '.join(_GOALS)} if not given")
    asked = parser.parse_args()
    measure(figures(asked.rows, asked.layouts or [*_GOALS]))


if __name__ == "__main__":
    main()
