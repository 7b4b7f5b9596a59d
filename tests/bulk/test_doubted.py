"""What is doubted of tables, in common and in rarer types, held to the exact engine and by hand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from itertools import product
from typing import Any, Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.doubted import DOUBTED, RARE
from tests.bulk.frames import Row, Table, by_key, nothing, rows_of
from tests.bulk.hostile import answers
from tests.bulk.oracle import ORACLES, reckoned
from tests.bulk.small import TABLES, rows
from tests.bulk.typed import LIBRARIES, Column, Columns

NEEDED: Final = ("narwhals", "polars", "pandas", "pyarrow", "duckdb")
ABSENT: Final = [name for name in NEEDED if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(ABSENT), reason=f"without {', '.join(ABSENT)}; `make frames` has an environment with them"
)
ALL: Final[Mapping[str, Columns]] = {**TABLES, **DOUBTED}
MAKERS: Final[Mapping[str, Callable[[Columns], Table]]] = {**LIBRARIES, **RARE}
PAIRS: Final = (*product(DOUBTED, MAKERS), *product(TABLES, RARE))


@cache
def right(name: str) -> Mapping[tuple[Any, ...], Row]:
    told = [{**row, "periode": row.get("periode") or "tahunan"} for row in rows(ALL[name])]
    return answers(told)


@pytest.mark.parametrize(("name", "library"), PAIRS)
def test_a_doubted_table_gives_what_the_exact_engine_gives(name: str, library: str) -> None:
    assert by_key(rows_of(compute_frame(MAKERS[library](ALL[name])))) == right(name)


@pytest.mark.parametrize("name", ALL)
def test_the_exact_engine_gives_what_a_person_reckons(name: str) -> None:
    columns = ALL[name]
    if "variabel" in columns:
        pytest.skip("a person reckons row by row")
    told = [{**row, "periode": row.get("periode") or "tahunan"} for row in rows(columns)]
    for row in told:
        numbers = [
            row.get(one) for one in (*getattr(ORACLES.get(row["kode"]), "names", ()), "target")
        ]
        if row["kode"] not in ORACLES or not all(
            cell is None or isinstance(cell, int | float) for cell in numbers
        ):
            continue
        found = right(name)[row["wilayah"], row["tahun"], row["periode"], row["kode"]]
        if found["status"] in {"tidak_berlaku", None}:
            continue
        by_hand = reckoned({name: None if nothing(cell) else cell for name, cell in row.items()})
        assert {one: found[one] for one in by_hand} == by_hand, row


@pytest.mark.parametrize("library", RARE)
def test_a_rare_table_without_rows_gives_one_without_rows(library: str) -> None:
    empty = {name: Column(one.kind, []) for name, one in TABLES["ties"].items()}
    assert rows_of(compute_frame(RARE[library](empty))) == []
