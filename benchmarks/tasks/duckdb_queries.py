"""Queries of DuckDB over a table of reports, timed in an environment of its own.

The rival's are written as people write them: one shape alone, and inexact.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

_KEYS = """
CREATE TABLE variabel AS SELECT * FROM read_csv('{variabel}', header = true, all_varchar = true);
CREATE MACRO kode_pertama() AS (SELECT min(kode) FROM variabel);
CREATE TABLE kunci AS SELECT w.kode AS wilayah, 1960 + i // 12 AS tahun,
  'bulan-' || lpad(CAST(i % 12 + 1 AS VARCHAR), 2, '0') AS periode
FROM read_csv('{wilayah}', header = true, all_varchar = true) w, range(48) r(i)
"""
_NUMBER = "floor(random() * 1000)::DOUBLE"
_ROWS = """
SELECT wilayah, tahun, periode, kode, variabel,
  urut::INT * 1000 + floor(random() * 1000)::DOUBLE AS nilai,
  CASE WHEN urut = '0' THEN 90.0 END AS target
FROM kunci, variabel
"""
_SHARES = """
CREATE TABLE peran AS SELECT * FROM read_csv('{peran}', header = true);
"""
_LONG = """
SELECT wilayah, tahun, periode, kode,
  round(sum(nilai * atas) / nullif(sum(nilai * bawah), 0) * 100, 2) AS nilai
FROM laporan JOIN peran USING (kode, variabel) GROUP BY ALL
"""
_WIDE = """
SELECT wilayah, tahun, periode, kode,
  round({atas} / nullif({bawah}, 0) * 100, 2) AS nilai,
  round(round({atas} / nullif({bawah}, 0) * 100, 2) / nullif(target, 0) * 100, 2) AS capaian
FROM lebar WHERE kode = '{kode}'
"""


def write_tables(variables: str, regions: str, long: str, wide: str) -> None:
    """Write a long table of reports, and a wide one of the first indicator, as Parquet.

    ``variables`` is a CSV of codes with their variables, ``regions`` one of codes of regions.
    """
    import duckdb  # noqa: PLC0415  # there in the rival's environment alone

    connection = duckdb.connect()
    connection.execute("SELECT setseed(0.5)")
    connection.execute(_KEYS.format(variabel=variables, wilayah=regions))
    connection.execute(f"COPY ({_ROWS}) TO '{long}' (FORMAT parquet)")
    names = connection.execute("SELECT variabel FROM variabel WHERE kode = kode_pertama()")
    columns = ", ".join(f"{_NUMBER} AS {name}" for (name,) in names.fetchall())
    query = (
        f"SELECT wilayah, tahun, periode, kode_pertama() AS kode, 90.0::DOUBLE AS target, {columns}"
    )
    repeated = f"{query} FROM kunci, range(20)"
    connection.execute(f"COPY ({repeated}) TO '{wide}' (FORMAT parquet)")


def _opened(table: str, file: str) -> Any:  # noqa: ANN401  # a library without types
    import duckdb  # noqa: PLC0415  # there in the rival's environment alone

    connection = duckdb.connect()
    connection.execute("SET threads = 2")
    connection.execute(f"CREATE TABLE {table} AS SELECT * FROM read_parquet('{file}')")
    return connection


def _timed(connection: Any, query: str) -> Callable[[], object]:  # noqa: ANN401  # the same
    return lambda: connection.execute(f"CREATE OR REPLACE TEMP TABLE jawaban AS {query}")


def long_script(file: str, script: str, columns: str) -> Callable[[], object]:
    """Return computing columns of the view that a script makes."""
    connection = _opened("laporan", file)
    connection.execute(Path(script).read_text(encoding="utf-8"))
    return _timed(connection, f"SELECT {columns} FROM hasil")


def long_pivot(file: str, roles: str) -> Callable[[], object]:
    """Return the pivot that a hand writes for percentages."""
    connection = _opened("laporan", file)
    connection.execute(_SHARES.format(peran=roles))
    return _timed(connection, _LONG)


def wide_script(file: str, script: str, query: str) -> Callable[[], object]:
    """Return computing by the query of one code."""
    connection = _opened("lebar", file)
    connection.execute(Path(script).read_text(encoding="utf-8"))
    return _timed(connection, Path(query).read_text(encoding="utf-8"))


def wide_naive(file: str, above: str, below: str, code: str) -> Callable[[], object]:
    """Return the query that a hand writes for one percentage and its achievement."""
    connection = _opened("lebar", file)
    return _timed(connection, _WIDE.format(atas=above, bawah=below, kode=code))
