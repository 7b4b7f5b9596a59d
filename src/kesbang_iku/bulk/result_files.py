"""The results of a large table as files: one for each part, in the end one for all.

Those of a part are in the order of their keys, or in that of the table, so that the same file comes
out each time; the last step gives them the names of what they are of.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.indicator_columns import ANSWERS
from kesbang_iku.bulk.input_table import PARQUET, place_among, quoted
from kesbang_iku.bulk.keys import KEYS
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from kesbang_iku.bulk.computation import FrameComputation

_BAD_ROWS: Final = ".ditolak.csv"
_COLUMNS: Final = (
    "wilayah", "nama_wilayah", "tahun", "periode", "kode", "nama", "nilai", "status", "capaian",
    "predikat", "kategori", "temuan", "kurang",
)  # fmt: skip


def bad_rows_file(output: Path) -> Path:
    """Return the file that the bad rows of an output go to."""
    return output.with_name(output.stem + _BAD_ROWS)


def version_of(catalog: Catalog, code: str, year: int) -> Indicator:
    """Return the version of an indicator in a year, the newest where none applies."""
    versions = catalog.versions(code)
    return next((one for one in reversed(versions) if year in one.berlaku), versions[-1])


@dataclass(frozen=True, slots=True)
class Names:
    """What results are of, as expressions of their keys; a join might turn their order.

    Attributes:
        region: the name of the region, missing where there is no such one.
        indicator: the name of the version that applies.
        decimals: how many decimals it is printed with.
        percent_decimals: how many its achievement is.
    """

    region: str
    indicator: str
    decimals: str
    percent_decimals: str

    @classmethod
    def of(cls, table: FrameComputation) -> Self:
        """Tell what the codes and regions of a table are called, and what decimals are printed."""
        catalog, regions = table.catalog, table.regions
        read = {name: regions.read(name)[0] for name in table.named.others}
        spelt = {name: one for name, one in read.items() if one is not None}
        called = {name: quoted(one.nama) for name, one in {**regions, **spelt}.items()}
        codes = (*catalog.by_code, *sorted(table.spelt_codes))
        return cls(
            _looked_up("wilayah", called),
            _of_version(catalog, codes, lambda one: quoted(one.nama)),
            _of_version(catalog, codes, lambda one: str(one.desimal)),
            _of_version(catalog, codes, lambda one: str(one.engine.scorer.single.method.desimal)),
        )

    def column(self, name: str, *, as_text: bool) -> str:
        """Return a column of the output; a text shows the published digits of a number."""
        if name in {"temuan", "kurang"}:
            return f"nullif({name}, '') AS {name}"
        if name in {"nama", "nama_wilayah"}:
            return f"{self.indicator if name == 'nama' else self.region} AS {name}"
        if as_text and name in {"nilai", "capaian"}:
            decimals = self.decimals if name == "nilai" else self.percent_decimals
            return f"format('{{:.{{}}f}}', {name}, {decimals}) AS {name}"
        return name


def _looked_up(column: str, values: Mapping[str, str]) -> str:
    """Return what stands for the text of a column, as SQL writes it."""
    return f"[{', '.join(values.values())}][{place_among(column, values)} + 1]"


def _of_version(catalog: Catalog, codes: Iterable[str], of: Callable[[Indicator], str]) -> str:
    """Return what is true of the version that applies; of most codes all versions agree."""
    years = range(FIRST_YEAR, LAST_YEAR + 1)
    newest, others = {}, ""
    for code in codes:
        newest[code] = of(version_of(catalog, code, LAST_YEAR))
        for value, found in groupby(years, lambda year: of(version_of(catalog, code, year))):  # noqa: B023  # asked at once
            if value != newest[code]:
                listed = ", ".join(map(str, found))
                others += f"WHEN kode = {quoted(code)} AND tahun IN ({listed}) THEN {value} "
    known = _looked_up("kode", newest)
    return f"CASE {others}ELSE {known} END" if others else known


@dataclass(frozen=True, slots=True)
class ResultFiles:
    """Writes results from the engine ``con`` into the folder ``spool``."""

    con: DuckDBPyConnection
    spool: Path

    def keep(self, name: str, source: str, *, in_order: bool) -> int:
        """Write results as a file of the spool, and count them.

        Args:
            name: of the file.
            source: what stands behind ``FROM``: keys and answers.
            in_order: whether to put them into the order of their keys; else they keep their own.
        """
        keys = ", ".join(
            "CAST(tahun AS INTEGER) AS tahun" if one == "tahun" else one for one in KEYS
        )
        order = "ORDER BY kode, tahun, wilayah, periode" if in_order else ""
        kept = self.con.execute(
            f"COPY (SELECT {keys}, {', '.join(ANSWERS)} FROM {source} {order}) "
            f"TO {quoted(self.spool / f'{name}{PARQUET}')} (FORMAT parquet)"
        )
        return int(kept.fetchall()[0][0])

    def gather(self, files: Sequence[Path]) -> None:
        """Make the view ``hasil`` of the results in all files."""
        names = ", ".join(map(quoted, files))
        self.con.execute(f"CREATE OR REPLACE VIEW hasil AS SELECT * FROM read_parquet([{names}])")

    def write(self, output: Path, names: Names) -> None:
        """Write all results under a name of their own, then give them the output's."""
        as_text = output.suffix.lower() != PARQUET
        columns = ", ".join(names.column(one, as_text=as_text) for one in _COLUMNS)
        form = "FORMAT csv, HEADER" if as_text else "FORMAT parquet"
        new = self.spool / "keluaran.sebagian"
        self.con.execute(f"COPY (SELECT {columns} FROM hasil) TO {quoted(new)} ({form})")
        with new.open("rb+") as stream:
            os.fsync(stream.fileno())
        new.replace(output)
