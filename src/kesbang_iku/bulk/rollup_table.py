"""The small tables of a roll-up: its results as the kind of table that came in."""

from collections.abc import Sequence
from importlib import import_module
from typing import Any, Final

import narwhals.stable.v2 as nw

from kesbang_iku.bulk.indicator_columns import ANSWERS
from kesbang_iku.bulk.keys import KEYS, told_keys
from kesbang_iku.bulk.libraries.library import typed_table
from kesbang_iku.bulk.rollup_columns import VALUE, any_of
from kesbang_iku.indicator.distribution import Distribution

Frame = nw.DataFrame[Any] | nw.LazyFrame[Any]
Row = dict[str, Any]
COVERAGE: Final = ("melapor", "seharusnya")
SPREAD: Final = ("min", "kuartil_1", "median", "kuartil_3", "maks")
COUNT: Final = "sebaran_n"


def memory_of(frame: Frame) -> Any:  # noqa: ANN401  # the name of a library, or its module
    """Return the library that small tables beside ``frame`` are made with."""
    own = isinstance(frame, nw.DataFrame) or frame.implementation.is_polars()
    return frame.implementation if own else "pyarrow"


def native_table(
    rows: Sequence[Row],
    frame: Frame,
    native: Any,  # noqa: ANN401  # of any library
    year: nw.dtypes.DType,
    *,
    names: bool,
) -> object:
    """Return results as the kind of table that ``frame`` is; ``native`` is it as it came."""
    eager = isinstance(frame, nw.DataFrame)
    kinds_of = {name: nw.String() for name in (*told_keys(names=names), *ANSWERS)}
    schema: dict[str, Any] = {
        **kinds_of,
        "tahun": nw.Int64() if year == nw.Unknown() else year,
        "nilai": nw.Float64(),
        "capaian": nw.Float64(),
        **dict.fromkeys((*COVERAGE, COUNT), nw.Int64()),
        **{f"sebaran_{name}": nw.Float64() for name in SPREAD},
    }
    data = {name: [row[name] for row in rows] for name in schema}
    made = typed_table(data, schema, memory_of(frame))
    if eager:
        return made.to_native()
    if frame.implementation.is_polars():
        return made.lazy().to_native()
    if frame.implementation.is_duckdb():
        return import_module("duckdb").from_arrow(made.to_native())
    types = {nw.String(): "string", nw.Float64(): "double", nw.Int64(): "bigint"}
    year = native.schema["tahun"].dataType.simpleString()
    of_spark = {name: types.get(kind, year) for name, kind in schema.items()} | {"tahun": year}
    listed = ", ".join(f"{name} {kind}" for name, kind in of_spark.items())
    return native.sparkSession.createDataFrame([*made.iter_rows()], listed)


def spread_cells(spread: Distribution | None) -> Row:
    """Return how values are spread, as cells."""
    told = {f"sebaran_{name}": getattr(spread, name, None) for name in SPREAD}
    numbers = {name: None if value is None else float(value) for name, value in told.items()}
    return {COUNT: 0 if spread is None else spread.n, **numbers}


def near(
    table: nw.LazyFrame[Any], names: Sequence[str], keys: set[tuple[Any, ...]]
) -> nw.LazyFrame[Any]:
    """Return the rows that have, in each of some columns, what one of some keys has there."""
    cells = dict(zip(names, zip(*keys, strict=True), strict=True))
    return table.filter(*(nw.col(name).is_in([*{*told}]) for name, told in cells.items()))


def no_number(table: nw.LazyFrame[Any]) -> nw.LazyFrame[Any]:
    """Return a table without rows that has the columns of numbers."""
    return table.select(
        *KEYS, nw.lit("").alias("variabel"), "__odd", nw.lit(0.0).alias(VALUE)
    ).filter(any_of(()))
