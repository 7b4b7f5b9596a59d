"""Tables of as many rows as are asked for, written by DuckDB, and what a hand computes of them.

The query by hand gives the columns that ``bulk`` gives, for percentages alone. It is inexact, as
people write it: doubles, rounded by the engine, the achievement of what was rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

_READ = "read_csv({file!r}, header = true, all_varchar = true)"
_TIMES = """
CREATE TABLE waktu AS
SELECT tahun::INTEGER AS tahun, masa.kode AS periode FROM range(2006, 2101) tahun(tahun), masa
ORDER BY 1, 2 LIMIT {count}
"""
_LONG = """
SELECT wilayah.kode AS wilayah, tahun, periode, variabel.kode, variabel,
  urut::INTEGER * 1000 + floor(random() * 1000)::DOUBLE AS nilai,
  CASE WHEN urut = '0' THEN 90.0::DOUBLE END AS target
FROM waktu, wilayah, variabel
"""
_WIDE = """
SELECT daerah AS wilayah, tahun, periode, kode, 90.0::DOUBLE AS target, {columns}
FROM (
  SELECT *, floor(random() * 1000)::DOUBLE AS angka_0, 1000 + floor(random() * 1000) AS angka_1
  FROM waktu, (SELECT kode AS daerah FROM wilayah), (SELECT DISTINCT kode FROM variabel)
)
"""
_CELL = 'CASE {whens} END AS "{name}"'
_WHEN = "WHEN kode = {code!r} THEN angka_{order}"


def write(layout: str, path: str, rows: str, variables: str, regions: str, periods: str) -> None:
    """Write so many rows as Parquet, or all that keys are there for, and print how many they are.

    ``variables`` is a CSV of codes with their variables, above the line before below; ``regions``
    and ``periods`` are CSVs of codes.
    """
    import duckdb  # noqa: PLC0415  # there in the environment it runs in alone

    connection: Any = duckdb.connect()
    connection.execute("SET memory_limit = '1GB'; SET enable_progress_bar = false")
    connection.execute("SET preserve_insertion_order = false")
    connection.execute("SELECT setseed(0.5)")
    for name, file in (("variabel", variables), ("wilayah", regions), ("masa", periods)):
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {_READ.format(file=file)}")
    told: Sequence[tuple[str, str, str]] = connection.execute("FROM variabel").fetchall()
    each = len(told) if layout == "long" else len({code for code, *_ in told})
    (places,) = connection.execute("SELECT count(*) FROM wilayah").fetchone()
    connection.execute(_TIMES.format(count=-(-int(rows) // (each * places))))
    whens: dict[str, list[str]] = {}
    for code, name, order in told:
        whens.setdefault(name, []).append(_WHEN.format(code=code, order=order))
    cells = [_CELL.format(name=name, whens=" ".join(some)) for name, some in whens.items()]
    query = _LONG if layout == "long" else _WIDE.format(columns=",\n  ".join(cells))
    print(*connection.execute(f"COPY ({query}) TO {path!r} (FORMAT parquet)").fetchone())


_BY_HAND = """
SELECT wilayah, nama_wilayah, tahun, periode, kode, nama, nilai, status,
  capaian, CASE WHEN capaian >= 91 THEN 'Sangat Tinggi' WHEN capaian >= 76 THEN 'Tinggi'
    WHEN capaian >= 66 THEN 'Sedang' WHEN capaian >= 51 THEN 'Rendah'
    WHEN capaian IS NOT NULL THEN 'Sangat Rendah' END AS predikat,
  NULL::VARCHAR AS kategori,
  CASE status WHEN 'belum_lengkap' THEN 'IKU401' WHEN 'tidak_terdefinisi' THEN 'IKU402' END
    AS temuan,
  kurang
FROM (
  SELECT *, CASE WHEN status = 'lengkap' THEN round(nilai / nullif(target, 0) * 100, 2) END
    AS capaian
  FROM (
    SELECT wilayah, tahun, periode, kode, target, nilai, kurang,
      CASE WHEN nilai IS NOT NULL THEN 'lengkap' WHEN kurang IS NOT NULL THEN 'belum_lengkap'
        ELSE 'tidak_terdefinisi' END AS status
    FROM ({numbers})
  )
) LEFT JOIN (SELECT kode AS wilayah, nama AS nama_wilayah FROM daerah) USING (wilayah)
LEFT JOIN indikator USING (kode)
"""
_OF_WIDE = """
SELECT wilayah, tahun, periode, kode, target,
  CASE kode {values} END AS nilai, CASE kode {missing} END AS kurang
FROM read_parquet({table!r})
"""
_OF_LONG = """
SELECT *, round(atas / nullif(bawah, 0) * 100, 2) AS nilai,
  nullif(concat_ws(' ', CASE WHEN atas IS NULL THEN nama_atas END,
    CASE WHEN bawah IS NULL THEN nama_bawah END), '') AS kurang
FROM (
  SELECT wilayah, tahun, periode, kode, max(CASE WHEN urut = '0' THEN nilai END) AS atas,
    max(CASE WHEN urut = '1' THEN nilai END) AS bawah, max(target) AS target
  FROM read_parquet({table!r}) JOIN variabel USING (kode, variabel) GROUP BY ALL
) JOIN (
  SELECT kode, max(CASE WHEN urut = '0' THEN variabel END) AS nama_atas,
    max(CASE WHEN urut = '1' THEN variabel END) AS nama_bawah
  FROM variabel GROUP BY kode
) USING (kode)
"""
_VALUE = "WHEN {code!r} THEN round({above} / nullif({below}, 0) * 100, 2)"
_MISSING = (
    "WHEN {code!r} THEN nullif(concat_ws(' ', CASE WHEN {above} IS NULL THEN {above!r} END, "
    "CASE WHEN {below} IS NULL THEN {below!r} END), '')"
)


def by_hand(  # words of a command
    layout: str, path: str, output: str, variables: str, regions: str, codes: str
) -> None:
    """Write what a hand computes of a table as Parquet.

    ``regions`` and ``codes`` are CSVs of codes and names; ``variables`` is as above.
    """
    import duckdb  # noqa: PLC0415  # there in the environment it runs in alone

    connection: Any = duckdb.connect()
    connection.execute("SET memory_limit = '2GB'")
    for name, file in (("variabel", variables), ("daerah", regions), ("indikator", codes)):
        connection.execute(f"CREATE TABLE {name} AS SELECT * FROM {_READ.format(file=file)}")
    told = connection.execute("SELECT kode, urut, variabel FROM variabel ORDER BY kode, urut")
    names: dict[str, list[str]] = {}
    for code, _, name in told.fetchall():
        names.setdefault(code, []).append(name)
    pairs = [{"code": code, "above": one[0], "below": one[1]} for code, one in names.items()]
    numbers = (_OF_LONG if layout == "long" else _OF_WIDE).format(
        values="\n        ".join(_VALUE.format(**one) for one in pairs),
        missing="\n        ".join(_MISSING.format(**one) for one in pairs),
        table=path,
    )
    query = _BY_HAND.format(numbers=numbers)
    connection.execute(f"COPY ({query}) TO {output!r} (FORMAT parquet)")
