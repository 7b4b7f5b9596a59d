"""Tables as nobody plans them: strange indexes, names, types and plans of libraries, with answers.

Each case makes a table and says what a person expects of it: the answers in any order as value,
status, achievement and codes; or the word that the refusal says.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Final, NamedTuple

from tests.bulk.frames import Table

GOOD: Final = (85.0, "lengkap", 94.44, "")
NO_YEAR: Final = (None, None, None, "IKU203")
NO_CODE: Final = (None, None, None, "IKU310")
NO_NUMBER: Final = (None, "ditolak", None, "IKU404")
ALONE: Final = (85.0, "lengkap", None, "")
SHARE: Final = "KBP-WAS-02"


class Case(NamedTuple):
    """A table, and what is right.

    Attributes:
        make: makes the table.
        wanted: the answers; a text is what the refusal tells.
    """

    make: Callable[[], Table]
    wanted: list[tuple[Any, ...]] | str


def _row(**more: Any) -> dict[str, Any]:  # noqa: ANN401  # cells
    plain = {"wilayah": "62.71", "tahun": 2025, "periode": "tahunan", "kode": SHARE, "target": 90.0}
    return {**plain, "konflik_diselesaikan": 17.0, "konflik": 20.0, **more}


def _months(**more: Any) -> dict[str, list[Any]]:  # noqa: ANN401  # columns
    """Return two rows of two months, as columns."""
    told = {name: [cell, cell] for name, cell in _row().items()}
    return {**told, "periode": ["bulan-01", "bulan-02"], **more}


def _pandas(columns: Any, **named: Any) -> Table:  # noqa: ANN401  # passed on
    import pandas as pd

    return pd.DataFrame(columns, **named)


def _polars(columns: Mapping[str, Any], **named: Any) -> Table:  # noqa: ANN401  # passed on
    import polars as pl

    return pl.DataFrame(columns, **named)


def _arrow(columns: Mapping[str, Any]) -> Table:
    import pyarrow as pa

    return pa.table(columns)


def _duck(sql: str) -> Table:
    import duckdb

    return duckdb.sql(sql)


def _keys_in_the_index() -> Table:
    return _pandas(_months()).set_index(["wilayah", "tahun"])


def _an_index_of_several_levels() -> Table:
    import pandas as pd

    table = _pandas(_months())
    table.index = pd.MultiIndex.from_tuples([("a", 1), ("a", 1)], names=["konflik", "wilayah"])
    return table


def _long(second: object) -> dict[str, list[Any]]:
    """Return the same as a long table, of which the last cell is another."""
    told = {name: [cell] * 4 for name, cell in _row().items() if not name.startswith("konflik")}
    periods = ["bulan-01", "bulan-01", "bulan-02", "bulan-02"]
    names = ["konflik_diselesaikan", "konflik"] * 2
    return {**told, "periode": periods, "variabel": names, "nilai": [17, 20, 17, second]}


def _an_index_called_like_a_column() -> Table:
    return _pandas(_long(2.5)).set_index("kode", drop=False)


def _years_of_single_precision() -> Table:
    return _pandas(_months(kode=[SHARE, "KBP-LAIN-01"])).astype({"tahun": "Float32"})


def _names_twice() -> Table:
    import pandas as pd

    table = _pandas(_months())
    return pd.concat([table, table[["konflik"]]], axis=1)


def _other_names_twice() -> Table:
    import pandas as pd

    table = _pandas(_months(catatan=["a", "b"]))
    return pd.concat([table, table[["catatan"]]], axis=1)


def _names_of_several_levels() -> Table:
    import pandas as pd

    table = _pandas(_months())
    table.columns = pd.MultiIndex.from_tuples([("laporan", name) for name in table.columns])
    return table


def _names_that_are_no_texts() -> Table:
    table = _pandas(_months(a=[1, 2], b=[3, 4], c=[5, 6], d=[None, None]))
    table.columns = [*table.columns[:-4], 2025, dt.date(2025, 1, 1), None, ("x", 1)]
    return table


def _categories_of_numbers() -> Table:
    table = _pandas(_months(konflik=[20, 40], konflik_diselesaikan=[17, 34]))
    return table.astype({"tahun": "category", "konflik": "category", "target": "category"})


def _ordered_categories() -> Table:
    import pandas as pd

    months = pd.Categorical(
        ["bulan-02", "bulan-01"], categories=["bulan-02", "bulan-01", "bulan-99"], ordered=True
    )
    return _pandas({**_months(), "periode": months})


def _chosen_and_turned() -> Table:
    table = _pandas({**_months(), "konflik": [20.0, 20.0]})
    return table[table["periode"] >= "bulan-01"].iloc[::-1].iloc[:1]


def _objects_of_every_kind() -> Table:
    import numpy as np

    return _pandas(
        {
            **_months(),
            "konflik": np.array([Decimal("20.0"), np.int8(20)], dtype=object),
            "konflik_diselesaikan": np.array(["17", np.float32(17)], dtype=object),
            "target": np.array([np.float64(90), "90,0"], dtype=object),
            "tahun": np.array([np.int64(2025), "2025"], dtype=object),
        }
    )


def _nullable_with_both() -> Table:
    import numpy as np
    import pandas as pd

    values = pd.arrays.FloatingArray(np.array([20.0, np.nan]), np.array([False, False]))
    return _pandas({**_months(), "konflik": values})


def _dictionaries_in_chunks() -> Table:
    import pyarrow as pa

    first = pa.array(["bulan-01"]).dictionary_encode()
    second = pa.array(["x", "bulan-02"]).dictionary_encode().slice(1)
    return _arrow({**_months(), "periode": pa.chunked_array([first, second])})


def _long_dictionaries_in_chunks() -> Table:
    import pyarrow as pa

    table = _arrow(_long(2.5))
    place = table.column_names.index("variabel")
    names = table["variabel"].to_pylist()
    first = pa.array(names[:2]).dictionary_encode()
    second = pa.array(["x", *names[2:]]).dictionary_encode().slice(1)
    return table.set_column(place, "variabel", pa.chunked_array([first, second]))


def _lists_beside_a_long_table() -> Table:
    return _arrow({**_long(2.5), "daftar": [["k"], [], None, ["l"]]})


def _run_ends() -> Table:
    import pyarrow as pa
    from pyarrow import compute

    return _arrow(
        {
            **_months(),
            "wilayah": compute.run_end_encode(pa.array(["62.71", "62.71"])),
            "konflik": compute.run_end_encode(pa.array([20.0, 20.0])),
        }
    )


def _halves_and_small_decimals() -> Table:
    import pyarrow as pa

    return _arrow(
        {
            **_months(),
            "konflik": pa.array([20.0, 20.0]).cast(pa.float16()),
            "konflik_diselesaikan": pa.array([Decimal(17), Decimal(17)], type=pa.decimal32(5, 1)),
            "target": pa.array([Decimal("90.00"), None], type=pa.decimal64(12, 2)),
            "tahun": pa.array([2025, 2025], type=pa.uint16()),
        }
    )


def _slices() -> Table:
    told = _months()
    table = _arrow({name: [None, *cells, None] for name, cells in told.items()})
    return table.slice(1, 2)


def _nested_beside() -> Table:
    return _arrow({**_months(), "rincian": [{"a": [1]}, None], "daftar": [["k"], []]})


def _nested_variable() -> Table:
    return _arrow({**_months(), "konflik": [{"a": 1}, {"a": 2}]})


def _binary_keys() -> Table:
    import pyarrow as pa

    return _arrow({**_months(), "kode": pa.array([SHARE.encode()] * 2, type=pa.binary())})


def _lazy_of(form: str) -> Callable[[], Table]:
    def make() -> Table:
        import tempfile
        from pathlib import Path

        import polars as pl

        path = Path(tempfile.mkdtemp()) / f"masuk.{form}"
        table = _polars(_months())
        if form == "csv":
            table.write_csv(path)
            return pl.scan_csv(path, schema_overrides={"wilayah": pl.String})
        if form == "ndjson":
            table.write_ndjson(path)
            return pl.scan_ndjson(path)
        table.write_parquet(path)
        return pl.scan_parquet(str(path.parent / "*.parquet"))

    return make


def _lazy_and_joined() -> Table:
    keys = _polars(_months()).lazy().drop("konflik").with_row_index("nomor")
    numbers = _polars({"nomor": [0, 1], "konflik": [20.0, 20.0]}).lazy()
    return keys.join(numbers.cast({"nomor": keys.collect_schema()["nomor"]}), on="nomor")


def _years_that_are_times(zone: str | None) -> Table:
    import pandas as pd

    return _pandas({**_months(), "tahun": pd.to_datetime(["2025-06-01"] * 2).tz_localize(zone)})


def _year_periods() -> Table:
    import pandas as pd

    return _pandas({**_months(), "tahun": pd.PeriodIndex(["2025", "2025"], freq="Y")})


def _many_other_columns() -> Table:
    told = {f"kolom {number}": [number, None] for number in range(1500)}
    return _polars({**told, **_months()})


def _wrapped() -> Table:
    import narwhals as nw

    return nw.from_native(_polars(_months()))


def _objects_of_polars() -> Table:
    import polars as pl

    return _polars(_months()).with_columns(catatan=pl.Series([object(), object()]))


def _keys_that_are_objects() -> Table:
    import polars as pl

    return _polars(_months()).with_columns(kode=pl.Series([SHARE, SHARE], dtype=pl.Object))


def _enumerations_of_both() -> Table:
    import polars as pl

    kinds = pl.Enum(["bulan-02", "bulan-01", "tahunan"])
    return _polars(_months()).cast({"periode": kinds, "wilayah": pl.Categorical})


_MONTHS_SQL: Final = f"""
    SELECT '62.71' AS wilayah, 2025 AS tahun, bulan AS periode, '{SHARE}' AS kode,
           90.0 AS target, 17 AS konflik_diselesaikan, 20 AS konflik
    FROM (VALUES ('bulan-01'), ('bulan-02')) AS t(bulan)
"""  # noqa: S608  # a query of our own


def _of_months(sql: str) -> Table:
    import duckdb

    duckdb.execute(f"CREATE OR REPLACE VIEW bulanan AS {_MONTHS_SQL}")
    return duckdb.sql(sql)


def _names_to_be_quoted() -> Table:
    import duckdb

    # Before 2.0 DuckDB itself could not select a column with a quote or a dot in its name.
    odd = '1 AS "a""b", 3 AS "c.d", ' if duckdb.__version__ >= "2" else ""
    return _of_months(f'SELECT *, {odd}2 AS "select" FROM bulanan')  # noqa: S608  # names of our own


STRANGE: Final[Mapping[str, Case]] = {
    # ------------------------------------------------------------------ pandas
    "keys in the index": Case(_keys_in_the_index, "wilayah"),
    "an index of several levels": Case(_an_index_of_several_levels, [GOOD, GOOD]),
    "a variable's name twice": Case(_names_twice, "konflik"),
    "another name twice": Case(_other_names_twice, [GOOD, GOOD]),
    "names of several levels": Case(_names_of_several_levels, r"levels.*c\[-1\] or c\[0\]"),
    "an index called like a column": Case(_an_index_called_like_a_column, [GOOD, NO_NUMBER]),
    "years of single precision": Case(_years_of_single_precision, [GOOD, NO_CODE]),
    "names that are no texts": Case(_names_that_are_no_texts, [GOOD, GOOD]),
    "categories of numbers": Case(_categories_of_numbers, [GOOD, GOOD]),
    "ordered categories": Case(_ordered_categories, [GOOD, GOOD]),
    "chosen and turned": Case(_chosen_and_turned, [GOOD]),
    "objects of every kind": Case(_objects_of_every_kind, [GOOD, GOOD]),
    "NaN in a nullable column": Case(
        _nullable_with_both, [GOOD, (None, "belum_lengkap", None, "IKU401")]
    ),
    "sparse numbers": Case(
        lambda: _pandas(_months()).astype({"konflik": "Sparse[float64]"}), [GOOD, GOOD]
    ),
    "years that are times": Case(lambda: _years_that_are_times(None), [NO_YEAR, NO_YEAR]),
    "years that are times of a zone": Case(
        lambda: _years_that_are_times("Asia/Jakarta"), [NO_YEAR, NO_YEAR]
    ),
    "years that are periods": Case(_year_periods, [GOOD, GOOD]),
    "years as whole texts": Case(
        lambda: _pandas(_months(tahun=["2025.0", " 2025 "])), [GOOD, NO_YEAR]
    ),
    "no columns at all": Case(lambda: _pandas({}), "wilayah"),
    "rows without columns": Case(lambda: _pandas({}, index=range(3)), "wilayah"),
    "one of everything": Case(lambda: _pandas([_row()]), [GOOD]),
    "Python's own huge integers": Case(
        lambda: _pandas(
            _months(konflik=[20 * 10**30, 10**38], konflik_diselesaikan=[17 * 10**30, 10**37])
        ),
        [GOOD, (10.0, "lengkap", 11.11, "")],
    ),
    "flags that forbid labels twice": Case(
        lambda: _pandas(_months()).set_flags(allows_duplicate_labels=False), [GOOD, GOOD]
    ),
    # ------------------------------------------------------------------ names of columns
    "names of our own answers": Case(
        lambda: _polars(
            _months(
                status=["x", None],
                predikat_=[1, 2],
                kategori=["y", "z"],
                temuan=[1.5, 2.5],
                kurang=[None, None],
                melapor=[1, 2],
            )
        ),
        [GOOD, GOOD],
    ),
    "a column nilai in a wide table": Case(
        lambda: _polars(_months(nilai=[1.0, 2.0])), [GOOD, GOOD]
    ),
    "a column variabel in a wide table": Case(
        lambda: _polars(_months(variabel=["a", "b"])), [GOOD, GOOD]
    ),
    "names in capitals and spaces": Case(
        lambda: _polars({f" {name.upper()} ": cells for name, cells in _months().items()}),
        [GOOD, GOOD],
    ),
    "the same name in two cases": Case(
        lambda: _polars({**_months(), "KONFLIK": [1.0, 2.0]}), "several columns konflik, KONFLIK"
    ),
    "names with quotes and dots": Case(
        lambda: _polars({**_months(), 'a"b': [1, 2], "c.d": [3, 4], "": [5, 6], "'; --": [7, 8]}),
        [GOOD, GOOD],
    ),
    "many other columns": Case(_many_other_columns, [GOOD, GOOD]),
    # ------------------------------------------------------------------ Polars
    "a lazy table of a CSV file": Case(_lazy_of("csv"), [GOOD, GOOD]),
    "a lazy table of JSON lines": Case(_lazy_of("ndjson"), [GOOD, GOOD]),
    "a lazy table of Parquet files": Case(_lazy_of("parquet"), [GOOD, GOOD]),
    "a lazy table that is joined": Case(_lazy_and_joined, [GOOD, GOOD]),
    "a table that is wrapped": Case(_wrapped, [GOOD, GOOD]),
    "objects beside": Case(_objects_of_polars, [GOOD, GOOD]),
    "keys that are objects": Case(_keys_that_are_objects, "column kode holds Object"),
    "enumerations and categories": Case(_enumerations_of_both, [GOOD, GOOD]),
    "a series": Case(lambda: _polars(_months())["konflik"], "DataFrame"),
    "a dictionary": Case(_months, "DataFrame"),
    "infinities": Case(
        lambda: _polars(
            _months(konflik=[float("inf"), 20.0], konflik_diselesaikan=[17.0, float("-inf")])
        ),
        [(None, "ditolak", None, "IKU068"), (None, "ditolak", None, "IKU068")],
    ),
    "a nested variable": Case(_nested_variable, [(None, "ditolak", None, "IKU064")] * 2),
    # ------------------------------------------------------------------ PyArrow
    "dictionaries that differ by piece": Case(_dictionaries_in_chunks, [GOOD, GOOD]),
    "runs": Case(_run_ends, [GOOD, GOOD]),
    "halves and small decimals": Case(_halves_and_small_decimals, [GOOD, ALONE]),
    "a slice": Case(_slices, [GOOD, GOOD]),
    "nested columns beside": Case(_nested_beside, [GOOD, GOOD]),
    "codes that are bytes": Case(_binary_keys, [GOOD, GOOD]),
    "long dictionaries that differ by piece": Case(_long_dictionaries_in_chunks, [GOOD, NO_NUMBER]),
    "lists beside a long table": Case(_lists_beside_a_long_table, [GOOD, NO_NUMBER]),
    "keys that are lists": Case(
        lambda: _arrow(_months(tahun=[[2025], [2025]])), r"column tahun holds List\(Int64\)"
    ),
    "a batch of records": Case(lambda: _arrow(_months()).to_batches()[0], "RecordBatch"),
    # ------------------------------------------------------------------ DuckDB
    "a query": Case(lambda: _duck(_MONTHS_SQL), [GOOD, GOOD]),
    "a query that is ordered and cut": Case(
        lambda: _duck(_MONTHS_SQL + " ORDER BY bulan DESC LIMIT 1"), [GOOD]
    ),
    "a query with names to be quoted": Case(
        _names_to_be_quoted,
        [GOOD, GOOD],
    ),
    "a query of nested and rare types": Case(
        lambda: _of_months(
            "SELECT *, {'a': 1} AS r, [1] AS l, uuid() AS u, '101'::BIT AS b,"
            " INTERVAL 1 DAY AS i, 'x'::BLOB AS o, TIME '10:00' AS w FROM bulanan"
        ),
        [GOOD, GOOD],
    ),
    "a query whose years are dates": Case(
        lambda: _of_months("SELECT * REPLACE (DATE '2025-01-01' AS tahun) FROM bulanan"),
        [NO_YEAR, NO_YEAR],
    ),
    "a query without rows": Case(lambda: _duck(_MONTHS_SQL + " WHERE false"), []),
    # ------------------------------------------------------------------ keys
    "keys that differ by what cannot be seen": Case(
        lambda: _polars(
            _months(kode=["KBP-WAS\u201102", "KBP-WAS-02\u200b"], periode=["bulan-01", "bulan-02"])
        ),
        [NO_CODE, NO_CODE],
    ),
    "letters of another alphabet": Case(
        lambda: _polars(_months(kode=["\u041aBP-WAS-02", SHARE])),
        [GOOD, NO_CODE],
    ),
    "a key that is told twice the same": Case(
        lambda: _polars(_months(periode=["tahunan", "tahunan"])),
        [(85.0, "lengkap", 94.44, "IKU314")],
    ),
}
"""The cases, by what is strange."""
