"""The same script in Spark, in a local session of the test's own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

import pytest

from tests.publish.sql.databases import Setting, different, read_answers, script
from tests.publish.sql.material import Key, Row, expected, long, material, written_material

pytestmark = pytest.mark.spark

Session: TypeAlias = Any
"""A session of Spark, of which this project knows no types."""
SCHEMA = "wilayah string, tahun int, periode string, kode string, variabel string"


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    pyspark = pytest.importorskip("pyspark.sql", reason="without pyspark")
    made = (
        pyspark.SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.sql.ansi.enabled", "true")
        .getOrCreate()
    )
    yield made
    made.stop()


def spark_answers(
    session: Session, rows: Sequence[tuple[Any, ...]], number: str = "double", **settings: Setting
) -> dict[Key, Row]:
    """Return what the script gives for the rows of a long table, in somebody's session."""
    types = f"{SCHEMA}, nilai {number}, target {number}"
    session.createDataFrame(list(rows), types).coalesce(2).createOrReplaceTempView("laporan")
    for statement in script("spark", **settings).long_statements():
        session.sql(statement)
    return read_answers(session.table("hasil").collect())


def test_every_indicator_gives_what_the_exact_engine_gives(session: Session) -> None:
    rows = long(material(110))
    found, exact = spark_answers(session, rows), expected(rows)
    assert found.keys() == exact.keys()
    assert different(found, exact) == []


def test_targets_and_numbers_as_regions_write_them(session: Session) -> None:
    rows = long(written_material(8))
    found = spark_answers(session, rows, "string", texts=("nilai", "target"))
    assert different(found, expected(rows)) == []
