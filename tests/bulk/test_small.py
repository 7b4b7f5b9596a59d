"""Small odd tables in every library, held to the exact engine one key at a time."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from itertools import product
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import KATALOG, Row, by_key, rows_of
from tests.bulk.hostile import answers
from tests.bulk.small import (
    GROWTH,
    MONTHS,
    ROLLED,
    SHARE,
    TABLES,
    floats,
    rows,
    shares,
    texts,
    told,
)
from tests.bulk.test_rollup import exact, framed
from tests.bulk.typed import LIBRARIES, Column

pytestmark = pytest.mark.frames
TELLING: Final = ("huge counts as integers", "huge counts above 2**63", "booleans")
TELLING_MORE: Final = ("years of nothing", "targets that are integers", "long: huge")
"""Tables that some library once had otherwise."""


def _each(names: Mapping[str, object]) -> list[Any]:
    """Return each table with each library; quick are those that tell most, and one library."""
    quick = {*TELLING, *TELLING_MORE, "sums above 2**63"}
    return [
        pytest.param(name, one, marks=() if one == "polars" or name in quick else pytest.mark.slow)
        for name, one in product(names, LIBRARIES)
    ]


@cache
def right(name: str) -> Mapping[tuple[Any, ...], Row]:
    written = [{**row, "periode": row.get("periode") or "tahunan"} for row in rows(TABLES[name])]
    return answers(written)


@pytest.mark.parametrize(("name", "library"), _each(TABLES))
def test_a_small_table_gives_what_the_exact_engine_gives(name: str, library: str) -> None:
    assert by_key(rows_of(compute_frame(LIBRARIES[library](TABLES[name])))) == right(name)


@pytest.mark.parametrize(("name", "library"), _each(ROLLED))
def test_a_small_table_rolls_up_as_the_exact_engine_does(name: str, library: str) -> None:
    columns, ke, waktu = ROLLED[name]
    assert framed(LIBRARIES[library](columns), ke, waktu) == exact(rows(columns), ke, waktu)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_small_table_without_rows_gives_one_without_rows(library: str) -> None:
    empty = {name: Column(one.kind, []) for name, one in TABLES["ties"].items()}
    assert rows_of(compute_frame(LIBRARIES[library](empty))) == []


@pytest.mark.parametrize("library", ["pandas", "pyarrow"])
def test_a_column_that_comes_twice_is_refused(library: str) -> None:
    made = LIBRARIES[library](TABLES["one row"])
    if library == "pandas":
        made = made[[*made.columns, "konflik"]]
    else:
        made = made.append_column("konflik", made["konflik"])
    with pytest.raises(ValueError, match="konflik"):
        compute_frame(made)


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_endless_is_no_number(library: str) -> None:
    columns = shares(floats(17, float("inf"), 17), floats(20, 20, float("-inf")))
    found = rows_of(compute_frame(LIBRARIES[library](columns)))
    assert [row["status"] for row in found] == ["lengkap", "ditolak", "ditolak"]
    results = iku.compute(rows(columns), KATALOG).per_butir
    assert [[one.kode for one in result.temuan] for result in results] == [
        [],
        ["IKU068"],
        ["IKU068"],
    ]


@pytest.mark.parametrize("library", LIBRARIES)
def test_what_is_rounded_to_0_has_no_sign(library: str) -> None:
    values = {"nilai_kini": floats(99_999, 999), "nilai_lalu": floats(100_000, 1000)}
    columns = told(GROWTH, **values, wilayah=texts("0", "0"), target=floats(100, 10**6))
    found = rows_of(compute_frame(LIBRARIES[library](columns)))
    assert sorted(str(row["nilai"]) for row in found) == ["-0.1", "0.0"]
    assert {str(row["capaian"]) for row in found} == {"0.0"}


@pytest.mark.parametrize("first", [None, "17"], ids=["nothing", "texts"])
def test_a_column_of_objects_is_not_what_the_first_hundred_are(first: str | None) -> None:
    import pandas as pd

    keys = [(f"35.{place:02}", month) for place in range(1, 13) for month in MONTHS]
    written = [
        {"wilayah": region, "tahun": 2025, "periode": month, "kode": SHARE, "konflik": 20}
        for region, month in keys
    ]
    cells: list[object] = [first] * 120 + [Decimal(17)] * (len(keys) - 120)
    told_of = {"konflik_diselesaikan": pd.Series(cells, dtype=object)}
    table = pd.DataFrame(written).assign(**told_of)
    every = [
        {**row, "konflik_diselesaikan": cell} for row, cell in zip(written, cells, strict=True)
    ]
    assert by_key(rows_of(compute_frame(table))) == answers(every)
    rolled = iku.rollup_frame(table, KATALOG, ke="35")
    assert len(rows_of(rolled)) == len(MONTHS)
