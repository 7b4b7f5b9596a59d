"""Spark in local mode, held to the exact engine on the same rows."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from operator import itemgetter
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.bulk.frame import compute_frame
from kesbang_iku.catalog.regions import load_regions
from tests.bulk.frames import KATALOG, KEYS, Row, Table, by_key, expected, long
from tests.bulk.hostile import answers, rows, some
from tests.bulk.test_rollup import SAME, exact, table

MISSING: Final = [name for name in ("narwhals", "pyarrow", "pyspark") if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(MISSING) or shutil.which("java") is None,
    reason="without pyspark or Java; `make spark-test` has an environment with them",
)
ROWS: Final = 17_000
CODE: Final = "KBP-WAS-02"
YEARS: Final = (1945, 1983, 1984, 2024, 2047, 2048, 2100)
"""Some of them 64 years apart."""
TEXTS: Final = frozenset({"wilayah", "periode", "kode", "variabel"})


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


def _told(count: int, seed: int) -> list[Row]:
    """Return hostile rows of three indicators, a key each: Spark tells no order of two of one."""
    indicators = [one for one in some() if one.kode in {"KBP-WAS-02", "KBP-POL-02", "KBP-ESB-03"}]
    told = rows(indicators, count // len(indicators), seed)
    cities = [one.kode for one in load_regions().values() if one.tingkat in {"kabupaten", "kota"}]
    for number, row in enumerate(told):
        if row["wilayah"] in {"62.71", "31.71", "35.10"}:
            row["wilayah"] = cities[number % len(cities)]
    return [*{tuple(row[name] or "tahunan" for name in KEYS): row for row in told}.values()]


@contextmanager
def _setting(session: Any, name: str, value: str) -> Iterator[None]:  # noqa: ANN401  # likewise
    before = session.conf.get(name)
    session.conf.set(name, value)
    yield
    session.conf.set(name, before)


def _found(table_of_spark: Table) -> dict[tuple[Any, ...], Row]:
    return by_key([row.asDict() for row in table_of_spark.collect()])


def test_spark_gives_what_the_exact_engine_gives(session: Any) -> None:  # noqa: ANN401  # likewise
    told = _told(5 * ROWS // 2, seed=17)
    assert len(told) > ROWS
    assert _found(compute_frame(_frame(session, told))) == answers(told)


@pytest.mark.parametrize("ansi", ["true", "false"])
@pytest.mark.parametrize("case", ["plain", "repeated", "odd regions", "other codes behind"])
def test_repeated_keys_odd_regions_and_other_codes_are_found(
    session: Any,  # noqa: ANN401  # likewise
    case: str,
    ansi: str,
) -> None:
    known = load_regions()
    told = [row for row in _told(1_500, seed=23) if row["kode"] in {CODE, "KBP-ZZZ-99"}]
    if case != "other codes behind":
        told = [row for row in told if row["kode"] == CODE and row["tahun"] in range(1945, 2101)]
    if case in {"plain", "repeated"}:
        told = [row for row in told if row["wilayah"] in known]
    told.sort(key=itemgetter("kode"))
    again = told[::50] if case == "repeated" else []
    with _setting(session, "spark.sql.ansi.enabled", ansi):
        found = _found(compute_frame(_frame(session, told + again)))
    assert found == answers(told + again)


@pytest.mark.parametrize("kind", ["int", "bigint", "double", "string"])
def test_keys_that_repeat_are_counted_and_no_others(session: Any, kind: str) -> None:  # noqa: ANN401  # likewise
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.spark_library import SparkLibrary

    regions, periods = ("62.71", "62.72", "62", None), ("tahunan", "bulan-01")
    keys = [(one, year, period) for one in regions for year in YEARS for period in periods]
    told = session.createDataFrame(
        [*keys, *keys[::3], *keys[::9]], "wilayah string, tahun int, periode string"
    )
    made = told.selectExpr(
        "wilayah", f"CAST(tahun AS {kind}) AS tahun", "periode", f"'{CODE}' AS kode"
    )
    (found,) = SparkLibrary().rows(SparkLibrary().counted(nw.from_native(made), (), repeating=True))
    assert found == {"n": made.count(), "repeated": made.count() - len(keys)}


@pytest.mark.parametrize(
    ("region", "period", "known"),
    [
        *(("62.71", "tahunan", True), ("62", "sd-bulan-06", True), ("99.99", "tahunan", False)),
        *((None, "tahunan", False), ("", "tahunan", False), ("62.71", "bulan-13", False)),
    ],
)
def test_whether_all_regions_and_periods_are_known_is_seen_with_the_codes(
    session: Any,  # noqa: ANN401  # likewise
    region: str | None,
    period: str,
    known: bool,
) -> None:
    import narwhals.stable.v2 as nw

    from kesbang_iku.bulk.libraries.spark_library import SparkLibrary

    rows = [("62", 2024, "tahunan", CODE), (region, 2025, period, CODE)]
    made = session.createDataFrame(rows, "wilayah string, tahun int, periode string, kode string")
    library = SparkLibrary()
    assert {*library.occurring(nw.from_native(made), ["62", "62.71"])} == {
        (CODE, 2024),
        (CODE, 2025),
    }
    assert library.known_keys is known


def test_a_long_table_gives_the_same(session: Any) -> None:  # noqa: ANN401  # likewise
    told = long([{**row, "periode": row["periode"] or "tahunan"} for row in _told(ROWS, 5)])
    by_its_key: dict[tuple[Any, ...], list[Row]] = {}
    for row in told:
        by_its_key.setdefault(tuple(row[name] for name in KEYS), []).append(row)
    right = {key: expected(found) for key, found in by_its_key.items()}
    assert len(told) > ROWS
    assert _found(compute_frame(_frame(session, told))) == right


@pytest.mark.parametrize("shape", ["long", "wide"])
@pytest.mark.parametrize(("ke", "waktu"), [("provinsi", None), ("nasional", "tahunan")])
def test_spark_rolls_up_as_the_exact_engine_does(
    session: Any,  # noqa: ANN401  # likewise
    shape: str,
    ke: str,
    waktu: str | None,
) -> None:
    told = table(3, yearly=waktu is not None, higher=waktu is not None)
    told = long(told) if shape == "long" else told
    made: Table = iku.rollup(_frame(session, told), KATALOG, ke=ke, waktu=waktu)
    found = {
        tuple(row[name] for name in KEYS): {name: row[name] for name in SAME}
        for row in made.collect()
    }
    assert found == exact(told, ke, waktu)
    assert made.schema["tahun"].dataType.simpleString() == "bigint"
