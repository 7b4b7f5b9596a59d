"""Tables of a million rows of one indicator, computed by the library; run in its environment."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable

import narwhals.stable.v2 as nw
import polars as pl

import kesbang_iku as iku
from kesbang_iku.bulk.columns import FrameColumns
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.formula.engines.arithmetic import ColumnRange
from kesbang_iku.formula.engines.quotient import Fold

CODE = "KBP-WAS-02"
SOLVED, CONFLICTS = "konflik_diselesaikan", "konflik"
ODD = 0.02
"""So many rows, of all, have a zero or nothing."""
EVERY = 20
"""One row in so many is computed by the exact engine, one by one."""


def writing(path: str, rows: str) -> Callable[[], object]:
    """Write the table: a key each in no order, some zeros, some of it missing, some rejected."""
    chance = random.Random(20)
    regions = [one.kode for one in load_regions().values() if not load_regions().read(one.kode)[1]]
    keys = [*itertools.product(range(1946, 2101), PERIODS, regions)]
    chosen = chance.sample(keys, int(rows))
    below = [
        chance.choice((0.0, None)) if chance.random() < ODD else float(chance.randrange(1, 5000))
        for _ in chosen
    ]
    above = [float(chance.randrange(int(one or 1) + 2)) for one in below]
    table = pl.DataFrame(
        {
            "wilayah": [key[2] for key in chosen],
            "tahun": [key[0] for key in chosen],
            "periode": [key[1] for key in chosen],
            "kode": CODE,
            SOLVED: above,
            CONFLICTS: below,
            "target": [chance.randrange(5000, 10001) / 100 for _ in chosen],
        }
    )

    def write() -> None:
        table.write_parquet(path)

    return write


def lazily(path: str) -> Callable[[], object]:
    """Compute all columns of a LazyFrame of Polars."""
    table, katalog = pl.read_parquet(path).lazy(), iku.load_catalog()
    return lambda: iku.compute_frame(table, katalog).collect()


def value(path: str) -> Callable[[], object]:
    """Compute the column of values alone, by the expression that ``compute_frame`` uses."""
    table, indicator = pl.read_parquet(path).lazy(), iku.load_catalog()[CODE]
    names = {SOLVED: SOLVED, CONFLICTS: CONFLICTS}
    library = PolarsLibrary()
    columns = FrameColumns(names, library)
    fold = Fold(columns, dict.fromkeys(names, ColumnRange(largest=1 << 37)))
    if indicator.tree is None:
        raise LookupError(CODE)
    steps = fold.published(indicator.tree, indicator.desimal).steps
    most = 100 * 10**indicator.desimal
    nilai = nw.from_native(table).select(nilai=library.decimal(steps, indicator.desimal, most))
    return lambda: nilai.to_native().collect()


def one_by_one(path: str) -> Callable[[], object]:
    """Compute one row in ``EVERY`` by the exact engine."""
    indicator = iku.load_catalog()[CODE]
    rows = [
        ({name: row[name] for name in (SOLVED, CONFLICTS) if row[name] is not None}, row["target"])
        for row in pl.read_parquet(path)[::EVERY].iter_rows(named=True)
    ]
    return lambda: [indicator.compute(values, target=target) for values, target in rows]


def in_pandas(path: str) -> Callable[[], object]:
    """Compute all columns of a DataFrame of pandas."""
    import pandas as pd  # noqa: PLC0415  # for one task alone

    table, katalog = pd.read_parquet(path), iku.load_catalog()
    return lambda: iku.compute_frame(table, katalog)


def in_duckdb(path: str) -> Callable[[], object]:
    """Compute all columns of a relation of DuckDB, into Arrow."""
    import duckdb  # noqa: PLC0415  # for one task alone

    table, katalog = duckdb.read_parquet(path), iku.load_catalog()
    return lambda: iku.compute_frame(table, katalog).to_arrow_table()


def in_own_duckdb(path: str) -> Callable[[], object]:
    """Compute all columns of a table in DuckDB, where each row has its texts of its own."""
    import duckdb  # noqa: PLC0415  # for one task alone

    duckdb.read_parquet(path).create("laporan")
    table, katalog = duckdb.table("laporan"), iku.load_catalog()
    return lambda: iku.compute_frame(table, katalog).to_arrow_table()
