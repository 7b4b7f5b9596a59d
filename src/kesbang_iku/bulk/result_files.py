"""The results of a large table as files: one for each part, in the end one for all.

Those of a part are in the order of their keys, or in that of the table, so that the same file comes
out each time; the last step gives them the names of what they are of.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, Final, Self

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.duckdb_sql import is_among, listed, number_of, quoted, text_among, to_read
from kesbang_iku.bulk.exact_rows import DIGITS
from kesbang_iku.bulk.input_table import PARQUET
from kesbang_iku.bulk.keys import year_of
from kesbang_iku.bulk.parquet_join import UnlikeFilesError, joined
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.report import FIRST_YEAR, LAST_YEAR
from kesbang_iku.sources.csv_text import ACTIVE

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

    from kesbang_iku.bulk.computation import FrameComputation

_BAD_ROWS: Final = ".ditolak.csv"
_CERTAIN: Final = frozenset({"tahun", "kode", "nama"})
"""The columns that a file of one indicator would say are never missing."""
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
        catalog, called = table.catalog, table.named.called
        years = _years(table)
        names: dict[str, int] = {}
        # Those called something are those that occur, so next to no cast fails, and maps cost more.
        place = f"CAST(enum_code({text_among('wilayah', called)}) AS BIGINT)"
        named = _of_version(catalog, years, lambda one: names.setdefault(one.nama, len(names)))
        return cls(
            listed([*called.values()], place),
            listed([*names], named),
            _of_version(catalog, years, lambda one: one.desimal),
            _of_version(catalog, years, lambda one: one.engine.scorer.single.method.desimal),
        )

    def column(self, name: str, known: Mapping[str, Sequence[str]]) -> str:
        """Return a column of the output.

        Args:
            name: of the column.
            known: for some columns all texts there are; as enumerations they are written faster.
        """
        found = name
        if name in {"temuan", "kurang"} and not known:
            found = f"nullif({name}, '')"
        elif name in {"nama", "nama_wilayah"}:
            found = self.indicator if name == "nama" else self.region
        elif name in known:
            found = text_among(name, known[name])
        elif name == "tahun":
            found = "CAST(tahun AS INTEGER)"
        if name in _CERTAIN:
            # What may be missing for all that the engine knows is described alike in all files.
            found = f"CASE WHEN tahun IS NOT NULL THEN {found} END"
        return f"{found} AS {name}"

    def digits(self, name: str) -> str:
        """Return a column of the output as a text shows it: numbers with their published digits.

        What a region printed itself may have more digits, and keeps them; so do numbers that the
        exact engine found no double for. What a region is called no spreadsheet runs.
        """
        if name == "wilayah":
            run = is_among(f"ltrim({name}, chr(39))[1]", ACTIVE)
            return f"CASE WHEN {run} THEN chr(39) || {name} ELSE {name} END AS {name}"
        if name not in {"nilai", "capaian"}:
            return name
        decimals = self.decimals if name == "nilai" else self.percent_decimals
        text = f"format('{{:.{{}}f}}', {name}, {decimals})"
        if name == "nilai":
            kept = f"CASE WHEN CAST({text} AS DOUBLE) = {name} THEN {text}"
            text = f"{kept} ELSE CAST({name} AS VARCHAR) END"
        return f"coalesce({DIGITS[name]}, {text}) AS {name}"


def _years(table: FrameComputation) -> Mapping[str, Sequence[int]]:
    """Return the years of each code that occurs, as it is spelt; of one that cannot be read, all.

    What holds for a code whatever the year costs next to nothing where a file holds it but once.
    """
    found: dict[str, set[int]] = {}
    for code, told in table.pairs:
        if isinstance(code, str) and code in table.catalog:
            year = year_of(told)
            every = range(FIRST_YEAR, LAST_YEAR + 1)
            found.setdefault(code, set()).update(every if year is None else (year,))
    return {code: sorted(found[code]) for code in sorted(found)}


def _of_version(
    catalog: Catalog, years: Mapping[str, Sequence[int]], of: Callable[[Indicator], int]
) -> str:
    """Return a number of the version that applies; of most codes all versions agree."""
    usual, others = {}, ""
    for code, told in years.items():
        values = [(of(version_of(catalog, code, year)), year) for year in told]
        usual[code] = values[-1][0]
        for value, found in groupby(values, itemgetter(0)):
            if value != usual[code]:
                # Of a list the engine would make a join, which turns the order of the rows.
                first, *_, last = [year for _, year in found] * 2
                others += f"WHEN kode = {quoted(code)} AND tahun BETWEEN {first} AND {last} "
                others += f"THEN {value} "
    if not usual:
        return "0"
    known = number_of("kode", usual)
    return f"CASE {others}ELSE {known} END" if others else known


@dataclass(frozen=True, slots=True)
class ResultFiles:
    """Writes results from the engine ``con`` into the folder ``spool``.

    Attributes:
        con: the engine.
        spool: the folder.
        names: what results are of.
        known: all texts there are in the keys of results that columns prove, in their order.
        as_text: whether numbers are written as texts, of as many digits as are published.
    """

    con: DuckDBPyConnection
    spool: Path
    names: Names
    known: Mapping[str, Sequence[str]]
    as_text: bool

    def keep(
        self, name: str, source: str, *, proven: bool, in_order: bool, exact: bool = False
    ) -> int:
        """Write results as a file of the spool, and count them.

        Args:
            name: of the file.
            source: what stands behind ``FROM``: keys and answers.
            proven: whether columns prove them, so that of their keys all is known.
            in_order: whether to put them into the order of their keys; else they keep their own.
            exact: whether the exact engine told them: what their regions are called, as whose the
                codes are it alone looks at, and the digits that a double lacks.
        """
        known = self.known if proven else {}
        itself = {"nama_wilayah"} if exact else set()
        told = [one if one in itself else self.names.column(one, known) for one in _COLUMNS]
        if self.as_text:
            beside = "{0}" if exact else "CAST(NULL AS VARCHAR) AS {0}"
            told += map(beside.format, DIGITS.values())
        columns = ", ".join(told)
        order = " ORDER BY kode, tahun, wilayah, periode" if in_order else ""
        kept = self.con.execute(
            f"COPY (SELECT {columns} FROM {source}{order}) "
            f"TO {quoted(self.spool / f'{name}{PARQUET}')} (FORMAT parquet)"
        )
        return int(kept.fetchall()[0][0])

    def gather(self, files: Sequence[Path]) -> None:
        """Make the view ``hasil`` of the results in all files."""
        names = ", ".join(map(to_read, files))
        self.con.execute(f"CREATE OR REPLACE VIEW hasil AS SELECT * FROM read_parquet([{names}])")

    def write(self, files: Sequence[Path], output: Path) -> None:
        """Write the results of all files under a name of their own, then give them the output's."""
        new = self.spool / "keluaran.sebagian"
        if not self.as_text:
            try:
                joined(files, new)
            except UnlikeFilesError:
                self._copied("*", new, "FORMAT parquet")
        else:
            self._copied(", ".join(map(self.names.digits, _COLUMNS)), new, "FORMAT csv, HEADER")
        new.replace(output)

    def _copied(self, columns: str, new: Path, form: str) -> None:
        self.con.execute(f"COPY (SELECT {columns} FROM hasil) TO {quoted(new)} ({form})")
        with new.open("rb+") as stream:
            os.fsync(stream.fileno())
