"""The results of a large table as files: one for each part, in the end one for all.

All of a part are in the order of their keys, and hold the names of what they are of: the last step
only copies, and gives the same file each time.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.indicator_columns import ANSWERS
from kesbang_iku.bulk.input_table import PARQUET, quoted
from kesbang_iku.bulk.keys import KEYS
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_BAD_ROWS: Final = ".ditolak.csv"
_COLUMNS: Final = (
    "wilayah", "nama_wilayah", "tahun", "periode", "kode", "nama", "nilai", "status", "capaian",
    "predikat", "kategori", "temuan", "kurang",
)  # fmt: skip
_DECIMALS: Final = {"nilai": "desimal", "capaian": "desimal_capaian"}


def bad_rows_file(output: Path) -> Path:
    """Return the file that the bad rows of an output go to."""
    return output.with_name(output.stem + _BAD_ROWS)


def version_of(catalog: Catalog, code: str, year: int) -> Indicator:
    """Return the version of an indicator in a year, the newest where none applies."""
    versions = catalog.by_code[code]
    return next((one for one in reversed(versions) if year in one.berlaku), versions[-1])


@dataclass(frozen=True, slots=True)
class ResultFiles:
    """Writes results from the engine ``con`` into the folder ``spool``."""

    con: DuckDBPyConnection
    spool: Path

    def prepare(self, catalog: Catalog, regions: Regions) -> None:
        """Tell the engine what codes and regions are called, and how many decimals are printed."""
        self.con.execute(
            "CREATE OR REPLACE TABLE indikator (kode VARCHAR, mulai INTEGER, selesai INTEGER, "
            "nama VARCHAR, desimal INTEGER, desimal_capaian INTEGER)"
        )
        self.con.execute("CREATE OR REPLACE TABLE daerah (kode VARCHAR, nama_wilayah VARCHAR)")
        self.con.executemany("INSERT INTO indikator VALUES (?, ?, ?, ?, ?, ?)", [*_spans(catalog)])
        names = [(one.kode, one.nama) for one in regions.values()]
        self.con.executemany("INSERT INTO daerah VALUES (?, ?)", names)

    def keep(self, name: str, source: str) -> None:
        """Write results as a file of the spool.

        Args:
            name: of the file.
            source: what stands behind ``FROM``: keys and answers.
        """
        keys = ", ".join(
            "CAST(tahun AS INTEGER) AS tahun" if one == "tahun" else one for one in KEYS
        )
        self.con.execute(
            "COPY (SELECT hasil.*, nama_wilayah, nama, desimal, desimal_capaian FROM "
            f"(SELECT {keys}, {', '.join(ANSWERS)} FROM {source}) AS hasil "
            "LEFT JOIN indikator ON indikator.kode = hasil.kode AND "
            "hasil.tahun BETWEEN mulai AND selesai "
            "LEFT JOIN daerah ON daerah.kode = wilayah "
            "ORDER BY hasil.kode, tahun, wilayah, periode) "
            f"TO {quoted(self.spool / f'{name}{PARQUET}')} (FORMAT parquet)"
        )

    def gather(self, files: Sequence[Path]) -> None:
        """Make the view ``hasil`` of the results in all files."""
        names = ", ".join(map(quoted, files))
        self.con.execute(f"CREATE OR REPLACE VIEW hasil AS SELECT * FROM read_parquet([{names}])")

    def write(self, output: Path) -> None:
        """Write all results under a name of their own, then give them the output's."""
        as_text = output.suffix.lower() != PARQUET
        columns = ", ".join(_column(name, as_text=as_text) for name in _COLUMNS)
        form = "FORMAT csv, HEADER" if as_text else "FORMAT parquet"
        new = self.spool / "keluaran.sebagian"
        self.con.execute(f"COPY (SELECT {columns} FROM hasil) TO {quoted(new)} ({form})")
        with new.open("rb+") as stream:
            os.fsync(stream.fileno())
        new.replace(output)


def _column(name: str, *, as_text: bool) -> str:
    """Return a column of the output; a text shows the published digits of a number."""
    if name in {"temuan", "kurang"}:
        return f"nullif({name}, '') AS {name}"
    if as_text and name in _DECIMALS:
        return f"format('{{:.{{}}f}}', {name}, {_DECIMALS[name]}) AS {name}"
    return name


def _spans(catalog: Catalog) -> Iterator[tuple[str, int, int, str, int, int]]:
    """Yield for each code the years of each version: without gaps, and none twice."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    for code in catalog.by_code:
        for one, found in groupby(years, partial(version_of, catalog, code)):
            together = [*found]
            percent = one.engine.scorer.single.method.desimal
            yield code, together[0], together[-1], one.nama, one.desimal, percent
