"""The columns of ``compute_frame`` as people write them by hand, rounded as each library does.

Nothing is looked at: no region, no period, no repeated key, no number that a double does not hold.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

SOLVED, CONFLICTS = "konflik_diselesaikan", "konflik"
KEYS = ("wilayah", "tahun", "periode", "kode")
CLASSES = ((90, "Sangat Tinggi"), (75, "Tinggi"), (65, "Sedang"), (50, "Rendah"))
LOWEST = "Sangat Rendah"
CODES = {"lengkap": "", "belum_lengkap": "IKU401", "tidak_terdefinisi": "IKU407"}
REJECTED = "IKU405"


def polars_lazily(path: str) -> Callable[[], object]:
    """All columns, of a LazyFrame."""
    import polars as pl  # noqa: PLC0415  # alone in its environment

    table = pl.read_parquet(path).lazy()
    a, b, target = pl.col(SOLVED), pl.col(CONFLICTS), pl.col("target")
    nilai, status, capaian = pl.col("nilai"), pl.col("status"), pl.col("capaian")

    def run() -> object:
        of_status = (
            pl.when(a > b)
            .then(pl.lit("ditolak"))
            .when(a.is_null() | b.is_null())
            .then(pl.lit("belum_lengkap"))
            .when(b == 0)
            .then(pl.lit("tidak_terdefinisi"))
            .otherwise(pl.lit("lengkap"))
        )
        predikat = pl.when(capaian > CLASSES[0][0]).then(pl.lit(CLASSES[0][1]))
        for least, label in CLASSES[1:]:
            predikat = predikat.when(capaian > least).then(pl.lit(label))
        predikat = predikat.when(capaian.is_not_null()).then(pl.lit(LOWEST))
        temuan = pl.when(status == "ditolak").then(pl.lit(REJECTED))
        for name, code in CODES.items():
            temuan = temuan.when(status == name).then(pl.lit(code))
        kurang = pl.concat_str(
            pl.when(a.is_null()).then(pl.lit(SOLVED)).otherwise(pl.lit("")),
            pl.when(b.is_null()).then(pl.lit(CONFLICTS)).otherwise(pl.lit("")),
            separator=" ",
        ).str.strip_chars()
        return (
            table.with_columns(status=of_status)
            .with_columns(nilai=pl.when(status == "lengkap").then((a / b * 100).round(2)))
            .with_columns(capaian=pl.when(target > 0).then((nilai / target * 100).round(2)))
            .select(
                *KEYS,
                "nilai",
                "status",
                "capaian",
                predikat=predikat,
                kategori=pl.lit(None, dtype=pl.String),
                temuan=temuan,
                kurang=pl.when(status == "belum_lengkap").then(kurang).otherwise(pl.lit("")),
            )
            .collect()
        )

    return run


def polars_value(path: str) -> Callable[[], object]:
    """The value alone."""
    import polars as pl  # noqa: PLC0415  # alone in its environment

    table = pl.read_parquet(path).lazy()
    nilai = (pl.col(SOLVED) / pl.col(CONFLICTS) * 100).round(2)
    return lambda: table.select(nilai=nilai).collect()


def pandas(path: str) -> Callable[[], object]:
    """All columns, of a DataFrame of pandas."""
    import numpy as np  # noqa: PLC0415  # alone in its environment
    import pandas as pd  # noqa: PLC0415  # alone in its environment

    table = pd.read_parquet(path)

    def run() -> object:
        a, b, target = table[SOLVED], table[CONFLICTS], table["target"]
        out = table[[*KEYS]].copy()
        absent = a.isna() | b.isna()
        names = ["ditolak", "belum_lengkap", "tidak_terdefinisi"]
        out["status"] = np.select([a > b, absent, b == 0], names, "lengkap")
        complete = out["status"] == "lengkap"
        out["nilai"] = (a / b * 100).round(2).where(complete)
        out["capaian"] = (out["nilai"] / target * 100).round(2)
        tests = [out["capaian"] > least for least, _ in CLASSES]
        labels = [label for _, label in CLASSES]
        out["predikat"] = np.select(tests, labels, LOWEST)
        out["predikat"] = out["predikat"].where(out["capaian"].notna())
        out["kategori"] = None
        out["temuan"] = out["status"].map({**CODES, "ditolak": REJECTED})
        names_of = np.where(a.isna(), f"{SOLVED} ", "") + np.where(b.isna(), CONFLICTS, "")
        out["kurang"] = np.where(out["status"] == "belum_lengkap", names_of, "")
        return out

    return run


QUERY = """
    WITH status AS (SELECT *, CASE WHEN {a} > {b} THEN 'ditolak'
        WHEN {a} IS NULL OR {b} IS NULL THEN 'belum_lengkap'
        WHEN {b} = 0 THEN 'tidak_terdefinisi' ELSE 'lengkap' END AS status
        FROM {source}),
    nilai AS (SELECT *, CASE WHEN status = 'lengkap'
        THEN round({a} / {b} * 100, 2) END AS nilai FROM status),
    capaian AS (SELECT *, CASE WHEN target > 0 THEN round(nilai / target * 100, 2) END
        AS capaian FROM nilai)
    SELECT wilayah, tahun, periode, kode, nilai, status, capaian,
        CASE {classes} WHEN capaian IS NOT NULL THEN '{lowest}' END AS predikat,
        CAST(NULL AS {text}) AS kategori,
        CASE status {codes} ELSE '{rejected}' END AS temuan,
        CASE WHEN status = 'belum_lengkap' THEN trim(
            CASE WHEN {a} IS NULL THEN '{a} ' ELSE '' END ||
            CASE WHEN {b} IS NULL THEN '{b}' ELSE '' END) ELSE '' END AS kurang
    FROM capaian"""


def _query(source: str, text: str) -> str:
    """Return all columns of a table, as a query."""
    return QUERY.format(
        source=source,
        text=text,
        classes=" ".join(f"WHEN capaian > {least} THEN '{label}'" for least, label in CLASSES),
        codes=" ".join(f"WHEN '{name}' THEN '{code}'" for name, code in CODES.items()),
        lowest=LOWEST,
        rejected=REJECTED,
        a=SOLVED,
        b=CONFLICTS,
    )


def duckdb(path: str) -> Callable[[], object]:
    """All columns, of a file by DuckDB, into Arrow."""
    import duckdb as library  # noqa: PLC0415  # alone in its environment

    relation: Any = library.from_query(_query(f"read_parquet('{path}')", "VARCHAR"))
    computed: Callable[[], object] = relation.to_arrow_table
    return computed


def own_duckdb(path: str) -> Callable[[], object]:
    """All columns, of a table in DuckDB, into Arrow."""
    import duckdb as library  # noqa: PLC0415  # alone in its environment

    library.read_parquet(path).create("laporan")
    relation: Any = library.from_query(_query("laporan", "VARCHAR"))
    computed: Callable[[], object] = relation.to_arrow_table
    return computed


def spark(path: str) -> Callable[[], object]:
    """All columns, of a folder by Spark, to a writer that lets them fall."""
    from pyspark.sql import SparkSession  # noqa: PLC0415  # alone in its environment

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    session: Any = builder.getOrCreate()
    query = _query(f"parquet.`{path}`", "STRING")
    return lambda: session.sql(query).write.format("noop").mode("overwrite").save()
