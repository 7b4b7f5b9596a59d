"""A table of one indicator, computed by the library in Spark; run in its environment."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import Any

from pyspark.sql import SparkSession

import kesbang_iku as iku
from kesbang_iku.bulk.keys import PERIODS
from kesbang_iku.catalog.regions import load_regions

CODE = "KBP-WAS-02"
TABLE = """
SELECT element_at(wilayah, CAST(id % size(wilayah) AS INT) + 1) AS wilayah,
  CAST(1946 + id DIV size(wilayah) % 155 AS INT) AS tahun,
  element_at(periode, CAST(id DIV size(wilayah) DIV 155 AS INT) + 1) AS periode, kode,
  floor(rand(20) * coalesce(konflik, 9)) * 1D AS konflik_diselesaikan, konflik,
  floor(50 + rand(21) * 50) * 1D AS target
FROM (SELECT id, array({wilayah}) AS wilayah, array({periode}) AS periode, '{kode}' AS kode,
  CASE WHEN rand(22) < 0.01 THEN 0D WHEN rand(23) > 0.01 THEN floor(rand(24) * 5000) * 1D END
  AS konflik FROM range({rows}))
"""


def session() -> Any:  # noqa: ANN401  # a library without types
    """Return a session of two threads, whose workers are this Python."""
    os.environ["PYSPARK_PYTHON"] = sys.executable
    return SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()


def writing(path: str, rows: str) -> Callable[[], object]:
    """Write the table: a key each, some zeros, some of it missing."""
    register = load_regions()
    regions = [one.kode for one in register.values() if not register.read(one.kode)[1]]
    told = {"wilayah": regions, "periode": PERIODS}
    lists = {name: ", ".join(map(repr, values)) for name, values in told.items()}
    table = session().sql(TABLE.format(kode=CODE, rows=rows, **lists))
    return lambda: table.write.mode("overwrite").parquet(path)


def computing(path: str) -> Callable[[], object]:
    """Compute all columns, and give them to a writer that lets them fall."""
    table, katalog = session().read.parquet(path), iku.load_catalog()

    def run() -> None:
        results = iku.compute_frame(table, katalog)
        results.write.format("noop").mode("overwrite").save()

    return run
