"""Tables of columns that each have a type, in every library of dataframes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from tests.bulk.frames import Table


@dataclass(frozen=True)
class Column:
    """Cells of one type: ``float``, ``int``, ``text``, ``decimal`` and others below."""

    kind: str
    cells: Sequence[Any]


Columns = Mapping[str, Column]


def _arrow(columns: Columns) -> Table:
    import pyarrow as pa

    kinds = {
        "float": pa.float64(),
        "int": pa.int64(),
        "uint": pa.uint64(),
        "text": pa.string(),
        "bool": pa.bool_(),
        "null": pa.null(),
        "float32": pa.float32(),
        "int8": pa.int8(),
        "decimal": pa.decimal128(38, 3),
        "category": pa.dictionary(pa.int32(), pa.string()),
    }
    return pa.table(
        {name: pa.array(one.cells, type=kinds[one.kind]) for name, one in columns.items()}
    )


def _polars(columns: Columns) -> Table:
    import polars as pl

    kinds = {
        "float": pl.Float64,
        "int": pl.Int64,
        "uint": pl.UInt64,
        "text": pl.String,
        "bool": pl.Boolean,
        "null": pl.Null,
        "float32": pl.Float32,
        "int8": pl.Int8,
        "decimal": pl.Decimal(38, 3),
        "category": pl.Categorical,
    }
    return pl.DataFrame(
        [pl.Series(name, one.cells, dtype=kinds[one.kind]) for name, one in columns.items()]
    )


def _pandas(columns: Columns) -> Table:
    import pandas as pd

    kinds = {
        "float": "float64",
        "int": "Int64",
        "uint": "UInt64",
        "text": "object",
        "bool": "boolean",
        "null": "object",
        "float32": "float32",
        "int8": "Int8",
        "decimal": "object",
        "category": "category",
    }
    # An index of its own, as what was filtered or sorted has.
    index = [number * 7 % 97 for number in range(len(next(iter(columns.values())).cells))]
    return pd.DataFrame(
        {
            name: pd.Series(list(one.cells), dtype=kinds[one.kind], index=index)
            for name, one in columns.items()
        }
    )


def _objects(columns: Columns) -> Table:
    """Return a table of pandas whose cells are all objects, and what is missing of three kinds."""
    import pandas as pd

    nothing = (None, pd.NA, pd.NaT)
    cells = {
        name: pd.Series(
            [nothing[n % 3] if cell is None else cell for n, cell in enumerate(one.cells)],
            dtype="object",
        )
        for name, one in columns.items()
    }
    return pd.DataFrame(cells)


def _duckdb(columns: Columns) -> Table:
    import duckdb

    return duckdb.from_arrow(_arrow(columns))


def _chunks(columns: Columns) -> Table:
    """Return a table of PyArrow in pieces, the first of them without rows."""
    import pyarrow as pa

    whole = _arrow(columns)
    return pa.concat_tables([whole.slice(0, 0), whole.slice(0, 1), whole.slice(1)])


def _arrow_in_pandas(columns: Columns) -> Table:
    import pandas as pd

    return _arrow(columns).to_pandas(types_mapper=pd.ArrowDtype)


LIBRARIES: Final[Mapping[str, Callable[[Columns], Table]]] = {
    "polars": _polars,
    "polars-lazy": lambda columns: _polars(columns).lazy(),
    "pandas": _pandas,
    "pandas-objects": _objects,
    "pyarrow": _arrow,
    "pyarrow-chunks": _chunks,
    "pandas-arrow": _arrow_in_pandas,
    "duckdb": _duckdb,
}


def spark(session: Any, columns: Columns) -> Table:  # noqa: ANN401  # a session of Spark
    """Return a table of Spark."""
    from pyspark.sql import types

    kinds = {
        "float": types.DoubleType(),
        "int": types.LongType(),
        "text": types.StringType(),
        "bool": types.BooleanType(),
        "null": types.NullType(),
        "float32": types.FloatType(),
        "int8": types.ByteType(),
        "category": types.StringType(),
        "decimal": types.DecimalType(38, 3),
        "uint": types.DecimalType(20, 0),
    }
    schema = types.StructType(
        [types.StructField(name, kinds[one.kind]) for name, one in columns.items()]
    )
    told = {"float": float, "float32": float, "uint": Decimal}
    cells = [
        [
            None if cell is None else told.get(one.kind, lambda same: same)(cell)
            for cell in one.cells
        ]
        for one in columns.values()
    ]
    return session.createDataFrame([*zip(*cells, strict=True)], schema)
