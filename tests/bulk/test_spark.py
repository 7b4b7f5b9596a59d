"""Spark in local mode, held to the exact engine on the same rows."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any, Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import KEYS, Row, Table, by_key
from tests.bulk.hostile import answers, rows, some

MISSING: Final = [name for name in ("narwhals", "pyspark") if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) or shutil.which("java") is None,
    reason="without pyspark or Java; `make spark-test` has an environment with them",
)
ROWS: Final = 17_000
TEXTS: Final = frozenset({"wilayah", "periode", "kode"})


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        made = builder.config("spark.sql.shuffle.partitions", "4").getOrCreate()
        yield made
        made.stop()


def _frame(session: Any, told: list[Row]) -> Table:  # noqa: ANN401  # a session of Spark
    from pyspark.sql.types import DoubleType, LongType, StringType, StructField, StructType

    names = [*dict.fromkeys(name for row in told for name in row)]
    kinds = {**dict.fromkeys(TEXTS, StringType()), "tahun": LongType()}
    schema = StructType([StructField(name, kinds.get(name, DoubleType())) for name in names])
    return session.createDataFrame([tuple(row.get(name) for name in names) for row in told], schema)


def test_spark_gives_what_the_exact_engine_gives(session: Any) -> None:  # noqa: ANN401  # likewise
    indicators = [one for one in some() if one.kode in {"KBP-WAS-02", "KBP-POL-02", "KBP-ESB-03"}]
    told = rows(indicators, ROWS // len(indicators), seed=17)
    # Which of two rows of a key comes first is not told by Spark.
    told = list({tuple(row[name] or "tahunan" for name in KEYS): row for row in told}.values())
    found = by_key([row.asDict() for row in compute_frame(_frame(session, told)).collect()])
    assert found == answers(told)
