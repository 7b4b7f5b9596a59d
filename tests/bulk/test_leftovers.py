"""What columns cannot read at once, held to the exact engine, as numbers and as texts."""

from __future__ import annotations

from typing import Any, Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import MAKERS, OF_MANY, Row, Table, by_key, long, rows_of
from tests.bulk.hostile import answers, some
from tests.bulk.leftovers import rows

pytestmark = pytest.mark.frames
EACH: Final = 30


def _frame(library: str, told: list[Row], *, texts: bool) -> Table:
    """Return a table in whose number columns texts stand, if wanted."""
    if not texts:
        return MAKERS[library](told)
    import polars as pl

    names = [*dict.fromkeys(name for row in told for name in row)]
    kinds: dict[str, Any] = dict.fromkeys(names, pl.String) | {"tahun": pl.Int64}
    frame = pl.DataFrame(
        {name: pl.Series([row.get(name) for row in told], dtype=kinds[name]) for name in names}
    )
    if library == "duckdb":
        import duckdb

        return duckdb.from_arrow(frame.to_arrow())
    as_library = {"polars": lambda: frame, "polars-lazy": frame.lazy}
    as_library |= {"pandas": frame.to_pandas, "pyarrow": frame.to_arrow}
    return as_library[library]()


@pytest.mark.parametrize("texts", [False, True], ids=["numbers", "texts"])
@pytest.mark.parametrize("library", OF_MANY)
def test_rows_with_something_odd_give_what_the_exact_engine_gives(
    library: str, *, texts: bool
) -> None:
    told = rows([*some()], EACH, seed=31, texts=texts)
    found = by_key(rows_of(compute_frame(_frame(library, told, texts=texts))))
    assert found == answers(told)


@pytest.mark.parametrize("library", OF_MANY)
def test_a_long_table_of_them_gives_the_same(library: str) -> None:
    told = long(rows([*some()], EACH // 3, seed=32, texts=False))
    assert by_key(rows_of(compute_frame(MAKERS[library](told)))) == answers(told)
