"""Spark rounds by sums, and by a number a little larger: equal answers, whatever adds them up."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from tests.bulk.libraries.test_polars_library import FACTORS, _about_halves, _most

pytestmark = pytest.mark.frames


def _rounded(rows: list[tuple[int, int]], factor: Fraction) -> list[float]:
    """Round as in Spark; the sums of doubles are those of any engine, and Spark is not needed."""
    import narwhals.stable.v2 as nw
    import polars as pl

    from kesbang_iku.bulk.libraries.spark_library import SparkLibrary
    from kesbang_iku.formula.engines.arithmetic import Quotient

    columns = {name: [float(row[place]) for row in rows] for place, name in enumerate("nd")}
    n, d = nw.col("n"), nw.col("d")
    top, under = map(float, factor.as_integer_ratio())
    rounded = object.__new__(SparkLibrary).rounded(Quotient(n * top, d * under, factor, n, d))
    table: Any = nw.from_native(pl.DataFrame(columns).lazy())
    return list(table.select(x=rounded).to_native().collect()["x"])


@pytest.mark.parametrize("factor", [Fraction(one) for one in (*FACTORS, 1)])
def test_halves_go_up_and_what_lies_next_to_them_to_its_side(factor: Fraction) -> None:
    from kesbang_iku.bulk.libraries.spark_library import SparkLibrary

    assert SparkLibrary.capacity.quotient == 5 << 48
    top, under = factor.as_integer_ratio()
    rows = [(n, d) for n, d in _about_halves(factor) if 0 <= n <= _most(factor, d)]
    assert sum(2 * top * n % (2 * under * d) == under * d for n, d in rows) > 5_000
    assert max(2 * top * n + 3 * under * d for n, d in rows) > (5 << 48) * 0.999
    assert _rounded(rows, factor) == [(2 * top * n + under * d) // (2 * under * d) for n, d in rows]


def test_the_certificate_is_no_larger_than_the_theorem_allows() -> None:
    from kesbang_iku.bulk.libraries import spark_library

    unit = Fraction(1, 1 << 53)
    assert Fraction(spark_library._ABOVE) == 1 + 4 * unit
    limit = spark_library.SparkLibrary.capacity.quotient
    assert limit * (6 * unit + 64 * unit**2) < 1


@pytest.mark.parametrize("above", [1.0, 1 + 2.0**-48])
def test_the_rows_would_tell_another_number(monkeypatch: pytest.MonkeyPatch, above: float) -> None:
    from kesbang_iku.bulk.libraries import spark_library

    factor = Fraction(10_000)
    rows = [(n, d) for n, d in _about_halves(factor) if 0 <= n <= _most(factor, d)]
    monkeypatch.setattr(spark_library, "_ABOVE", above)
    assert _rounded(rows, factor) != [(20_000 * n + d) // (2 * d) for n, d in rows]


@pytest.mark.parametrize("number", [0.0, 0.5, 1.0, 1.0000000001, 999.5, 2.0**50 + 0.25, 1e15])
def test_a_number_is_broken_where_it_is_not_whole(number: float) -> None:
    import narwhals.stable.v2 as nw
    import polars as pl

    from kesbang_iku.bulk.libraries.spark_library import SparkLibrary

    library = object.__new__(SparkLibrary)
    table: Any = nw.from_native(pl.DataFrame({"x": [number, -number, None]}).lazy())
    x = nw.col("x")
    made = table.select(whole=library.nearest(x), broken=library.broken(x)).to_native().collect()
    assert list(made["broken"]) == [not number.is_integer()] * 2 + [None]
    assert list(made["whole"]) == [float(round(number)), float(round(-number)), None]
