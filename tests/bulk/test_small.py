"""Small odd tables in every library, held to the exact engine one key at a time."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import KATALOG, Row, by_key, rows_of
from tests.bulk.hostile import answers
from tests.bulk.small import LIBRARIES, ROLLED, TABLES, Columns, rows
from tests.bulk.test_rollup import exact, framed

NEEDED: Final = ("narwhals", "polars", "pandas", "pyarrow", "duckdb")
ABSENT: Final = [name for name in NEEDED if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(ABSENT), reason=f"without {', '.join(ABSENT)}; `make frames` has an environment with them"
)


def one_by_one(columns: Columns) -> Mapping[tuple[Any, ...], Row]:
    """Return what the exact engine answers, by the year as a number where it is one."""
    told = [{**row, "periode": row.get("periode") or "tahunan"} for row in rows(columns)]
    return answers(told)


@cache
def right(name: str) -> Mapping[tuple[Any, ...], Row]:
    return one_by_one(TABLES[name])


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", TABLES)
def test_a_small_table_gives_what_the_exact_engine_gives(name: str, library: str) -> None:
    assert by_key(rows_of(compute_frame(LIBRARIES[library](TABLES[name])))) == right(name)


@pytest.mark.parametrize("library", LIBRARIES)
@pytest.mark.parametrize("name", ROLLED)
def test_a_small_table_rolls_up_as_the_exact_engine_does(name: str, library: str) -> None:
    columns, ke, waktu = ROLLED[name]
    assert framed(LIBRARIES[library](columns), ke, waktu) == exact(rows(columns), ke, waktu)


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_small_table_without_rows_gives_one_without_rows(library: str) -> None:
    from tests.bulk.small import Column

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
    from tests.bulk.small import floats, shares

    columns = shares(floats(17, float("inf"), 17), floats(20, 20, float("-inf")))
    found = rows_of(compute_frame(LIBRARIES[library](columns)))
    assert [row["status"] for row in found] == ["lengkap", "ditolak", "ditolak"]
    assert iku.compute(rows(columns), KATALOG).hasil[1].status == "ditolak"
