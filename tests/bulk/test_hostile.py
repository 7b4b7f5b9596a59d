"""Tables made to mislead, in every library and every type of column: what the exact engine says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import KEYS, MAKERS, OF_MANY, Row, Table, by_key, expected, long, rows_of
from tests.bulk.hostile import answers, rows, some

pytestmark = pytest.mark.frames
EACH: Final = 6


@cache
def table() -> list[Row]:
    return rows([*some()], EACH, seed=15)


@cache
def exact() -> Mapping[tuple[Any, ...], Row]:
    return answers(table())


@pytest.mark.parametrize("library", OF_MANY)
def test_hostile_rows_give_what_the_exact_engine_gives(library: str) -> None:
    assert by_key(rows_of(compute_frame(MAKERS[library](table())))) == exact()


@pytest.mark.parametrize("library", OF_MANY)
def test_hostile_long_rows_give_what_the_exact_engine_gives(library: str) -> None:
    told = long([{**row, "periode": row["periode"] or "tahunan"} for row in table()])
    right: dict[tuple[Any, ...], list[Row]] = {}
    for row in told:
        right.setdefault(tuple(row[name] for name in KEYS), []).append(row)
    found = by_key(rows_of(compute_frame(MAKERS[library](told))))
    assert found == {key: expected(some_rows) for key, some_rows in right.items()}


def _objects(rows: list[Row]) -> Table:
    import pandas as pd

    return pd.DataFrame(rows)


def _nullable(rows: list[Row]) -> Table:
    return _objects(rows).convert_dtypes()


def _categories(rows: list[Row]) -> Table:
    frame = _objects(rows)
    return frame.astype(dict.fromkeys(("wilayah", "periode", "kode"), "category"))


def _nan(rows: list[Row]) -> Table:
    import polars as pl

    frame = MAKERS["polars"](rows)
    return frame.with_columns(pl.col(pl.Float64).fill_null(float("nan")))


def _categorical(rows: list[Row]) -> Table:
    import polars as pl

    frame = MAKERS["polars-lazy"](rows)
    return frame.with_columns(pl.col("wilayah", "periode", "kode").cast(pl.Categorical))


@pytest.mark.parametrize("made", [_objects, _nullable, _categories, _nan, _categorical])
def test_what_is_missing_and_how_a_column_is_held_changes_nothing(
    made: Callable[[list[Row]], Table],
) -> None:
    assert by_key(rows_of(compute_frame(made(table())))) == exact()


@pytest.mark.parametrize("library", OF_MANY)
def test_targets_as_texts_are_read_as_in_reports(library: str) -> None:
    import polars as pl

    told = rows([*some()], 6, seed=16, texts=True)
    frame = MAKERS["polars"]([{**row, "target": None} for row in told])
    frame = frame.with_columns(target=pl.Series([row["target"] for row in told], dtype=pl.String))
    as_library = {
        "polars": lambda: frame,
        "polars-lazy": frame.lazy,
        "pandas": frame.to_pandas,
        "pyarrow": frame.to_arrow,
        "duckdb": lambda: _relation(frame),
    }
    assert by_key(rows_of(compute_frame(as_library[library]()))) == answers(told)


def _relation(frame: Table) -> Table:
    import duckdb

    return duckdb.from_arrow(frame.to_arrow())
