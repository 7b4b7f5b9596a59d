"""Which way of doing things a library of dataframes takes."""

from typing import Any

from kesbang_iku.bulk.libraries.library import Library


def library_of(implementation: Any) -> Library:  # noqa: ANN401  # an Implementation of narwhals
    """Return how a library of dataframes does what is asked of it beyond expressions."""
    if implementation.is_polars():
        from kesbang_iku.bulk.libraries.polars_library import PolarsLibrary  # noqa: PLC0415  # light: only where Polars is

        return PolarsLibrary()
    if implementation.is_pandas():
        from kesbang_iku.bulk.libraries.pandas_library import PandasLibrary  # noqa: PLC0415  # light: only where pandas is

        return PandasLibrary()
    if implementation.is_pyarrow():
        from kesbang_iku.bulk.libraries.pyarrow_library import PyarrowLibrary  # noqa: PLC0415  # light: only where PyArrow is

        return PyarrowLibrary()
    if implementation.is_duckdb():
        from kesbang_iku.bulk.libraries.duckdb_library import DuckdbLibrary  # noqa: PLC0415  # light: only where DuckDB is

        return DuckdbLibrary()
    if implementation.is_pyspark():
        from kesbang_iku.bulk.libraries.spark_library import SparkLibrary  # noqa: PLC0415  # light: only where Spark is

        return SparkLibrary()
    return Library()
