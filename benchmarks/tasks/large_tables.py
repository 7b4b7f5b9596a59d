"""Tables of as many rows as are asked for, written by DuckDB: the keys that there are, in order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_READ = "read_csv({file!r}, header = true, all_varchar = true)"
_TIMES = """
CREATE TABLE waktu AS
SELECT tahun::INTEGER AS tahun, masa.kode AS periode FROM range(2015, 2101) tahun(tahun), masa
ORDER BY 1, 2 LIMIT {count}
"""
_LONG = """
SELECT wilayah.kode AS wilayah, tahun, periode, variabel.kode, variabel,
  urut::INTEGER * 1000 + floor(random() * 1000)::DOUBLE AS nilai,
  CASE WHEN urut = '0' THEN 90.0::DOUBLE END AS target
FROM waktu, wilayah, variabel
"""
_WIDE = """
SELECT wilayah.kode AS wilayah, tahun, periode, indikator.kode, 90.0::DOUBLE AS target, {columns}
FROM waktu, wilayah, (SELECT DISTINCT kode FROM variabel) indikator
"""
_CELL = (
    "CASE WHEN indikator.kode = {code!r} THEN {order} * 1000 + floor(random() * 1000)::DOUBLE END "
    'AS "{name}"'
)


def write(layout: str, path: str, rows: str, variables: str, regions: str, periods: str) -> None:
    """Write at least so many rows as Parquet.

    ``variables`` is a CSV of codes with their variables, above the line before below; ``regions``
    and ``periods`` are CSVs of codes.
    """
    import duckdb  # noqa: PLC0415  # there in the environment it runs in alone

    connection: Any = duckdb.connect()
    connection.execute("SET memory_limit = '1GB'; SET preserve_insertion_order = false")
    connection.execute("SELECT setseed(0.5)")
    for name, file in (("variabel", variables), ("wilayah", regions), ("masa", periods)):
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {_READ.format(file=file)}")
    told: Sequence[tuple[str, str, str]] = connection.execute("FROM variabel").fetchall()
    each = len(told) if layout == "long" else len({code for code, *_ in told})
    (places,) = connection.execute("SELECT count(*) FROM wilayah").fetchone()
    connection.execute(_TIMES.format(count=-(-int(rows) // (each * places))))
    cells = [_CELL.format(code=code, order=order, name=name) for code, name, order in told]
    query = _LONG if layout == "long" else _WIDE.format(columns=",\n  ".join(cells))
    connection.execute(f"COPY ({query}) TO {path!r} (FORMAT parquet)")
