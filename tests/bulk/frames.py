"""Rows with everything that may befall a table of reports, and the libraries that hold them."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import isnan
from typing import Any, Final, TypeAlias

import pytest

import kesbang_iku as iku
from kesbang_iku.indicator.indicator import Indicator

Row = dict[str, Any]
Table: TypeAlias = Any
"""A table of one of the libraries, of which this project knows no types."""
KATALOG: Final = iku.load_catalog()
ANSWERS: Final = ("nilai", "status", "capaian", "predikat", "kategori", "temuan", "kurang")
KEYS: Final = ("wilayah", "tahun", "periode", "kode")
REGIONS: Final = ("0", "62", "62.71", "11", "31.71", "35.10", "99.99", "3510", "")
TARGETS: Final = (None, None, 0.0, 100.0, 90.0, 72.5, 3.8, 250.0, 66.6667, -5.0, 1e9, 80.123456)


def items(indicator: Indicator, count: int, seed: str) -> Iterator[Row]:
    """Yield items of one indicator, a key each: ties, zeros, what is missing, what cannot be."""
    chance = random.Random(seed)
    year = indicator.berlaku.selesai or max(indicator.berlaku.mulai or 0, 2025)
    for number in range(count):
        region = chance.choice(REGIONS) if chance.random() < 0.3 else "62.71"
        if not indicator.exists_at("kota") and region == "62.71":
            region = "62"
        # A key each: the year goes back where there is room, the period tells the rest apart.
        yield {
            "wilayah": region,
            "tahun": year if chance.random() < 0.97 else 1900,
            "periode": f"bulan-{number % 12 + 1:02}" if number < 12 else f"ke-{number}",
            "kode": indicator.kode,
            "target": chance.choice(TARGETS),
            **{name: _value(indicator, name, chance) for name in indicator.variables_by_name},
        }


def _value(indicator: Indicator, name: str, chance: random.Random) -> float | None:
    variable = indicator.variables_by_name[name]
    if chance.random() < (0.7 if variable.jenis == "rilis" else 0.05):
        return None
    if variable.whole:
        return float(chance.choice([0, 1, 3, 8, 20, 200, 7, 10**6, 2.9e8, 1e12, 2.5, -1]))
    most = float(variable.maximum) if variable.maximum is not None else 1000.0
    chosen = chance.choice([0.0, most, most / 8, 3.14159265, most + 1, 0.005])
    return round(chosen if chance.random() < 0.4 else most * chance.random(), chance.choice([2, 4]))


def expected(rows: Sequence[Row]) -> dict[str, Any]:
    """Return what the exact engine answers for the rows of one key, as a table has it."""
    results = iku.compute(rows, KATALOG)
    own = results.per_butir
    said = [*results.temuan, *(found for result in own for found in result.temuan)]
    codes = " ".join(sorted({found.kode for found in said}))
    if not own:
        return {**dict.fromkeys(ANSWERS), "temuan": codes, "kurang": ""}
    result = own[0]
    return {
        "nilai": None if result.nilai is None else float(result.nilai),
        "status": str(result.status),
        "capaian": None if result.capaian is None else float(result.capaian),
        "predikat": result.predikat,
        "kategori": result.kategori,
        "temuan": codes,
        "kurang": " ".join(result.kurang),
    }


def long(rows: Sequence[Row]) -> list[Row]:
    """Return the same items with a row a variable."""
    found = []
    for row in rows:
        key = {name: row[name] for name in KEYS}
        told = [name for name in row if name not in (*KEYS, "target")]
        for number, name in enumerate(told):
            target = row["target"] if number == 0 else None
            found.append({**key, "variabel": name, "nilai": row[name], "target": target})
    return found


def nothing(cell: object) -> bool:
    """Say whether a cell holds nothing, in the words of any library."""
    kinds = {"NoneType", "NAType", "NaTType"}
    return type(cell).__name__ in kinds or (isinstance(cell, float) and isnan(cell))


def by_key(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[Any, ...], dict[str, Any]]:
    """Return the answers of a table by their keys, with one kind of nothing."""
    found = {}
    for row in rows:
        key = tuple(None if nothing(row[name]) else row[name] for name in KEYS)
        assert key not in found
        found[key] = {name: None if nothing(row[name]) else row[name] for name in ANSWERS}
    return found


def _columns(rows: Sequence[Row]) -> dict[str, list[Any]]:
    names = dict.fromkeys(name for row in rows for name in row)
    return {name: [row.get(name) for row in rows] for name in names}


def _polars(rows: Sequence[Row]) -> Table:
    import polars as pl

    columns = _columns(rows)
    kinds = {"wilayah": pl.String, "tahun": pl.Int64, "periode": pl.String, "kode": pl.String}
    kinds["variabel"] = pl.String
    return pl.DataFrame(
        {
            name: pl.Series(cells, dtype=kinds.get(name, pl.Float64))
            for name, cells in columns.items()
        }
    )


def _pandas(rows: Sequence[Row]) -> Table:
    return _polars(rows).to_pandas()


def _pyarrow(rows: Sequence[Row]) -> Table:
    return _polars(rows).to_arrow()


def _lazy(rows: Sequence[Row]) -> Table:
    return _polars(rows).lazy()


def _duckdb(rows: Sequence[Row]) -> Table:
    import duckdb

    return duckdb.from_arrow(_pyarrow(rows))


MAKERS: Final[Mapping[str, Callable[[Sequence[Row]], Table]]] = {
    "polars": _polars,
    "polars-lazy": _lazy,
    "pandas": _pandas,
    "pyarrow": _pyarrow,
    "duckdb": _duckdb,
}
OF_MANY: Final = [
    pytest.param(name, marks=pytest.mark.slow) if name == "duckdb" else name for name in MAKERS
]
"""All of them, for tables of many indicators: DuckDB plans a query for each, and takes its time."""


def rows_of(table: Table) -> list[Row]:
    """Return the rows of a table of any of these libraries."""
    import narwhals.stable.v2 as nw

    frame = nw.from_native(table)
    frame = frame.collect() if isinstance(frame, nw.LazyFrame) else frame
    return list(frame.iter_rows(named=True))
