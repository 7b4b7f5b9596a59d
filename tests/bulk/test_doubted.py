"""What is doubted of tables, in common and in rarer types, held to the exact engine and by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from itertools import cycle
from typing import Any, Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.doubted import DOUBTED, RARE
from tests.bulk.frames import KEYS, Row, Table, by_key, nothing, rows_of
from tests.bulk.hostile import answers
from tests.bulk.oracle import ORACLES, reckoned
from tests.bulk.small import TABLES, rows
from tests.bulk.typed import LIBRARIES, Column, Columns

pytestmark = pytest.mark.frames
ALL: Final[Mapping[str, Columns]] = {**TABLES, **DOUBTED}
MAKERS: Final[Mapping[str, Callable[[Columns], Table]]] = {**LIBRARIES, **RARE}
TELLING: Final = {
    ("missing in texts", "pandas-nullable"),
    ("long: nothing at all", "pyarrow-views"),
    ("ties both ways", "pyarrow-views"),
    ("keys of nothing", "pandas-objects"),
    ("years as written", "polars"),
    ("years that are decimals", "pyarrow"),
    ("huge counts as decimals", "pyarrow-rare"),
    ("long: the same target twice", "polars"),
}
"""What some library once had otherwise."""


def _pairs() -> Iterator[Any]:
    """Yield each table with some libraries in turn; quick are those that tell most."""
    makers, rare = cycle(MAKERS), cycle(RARE)
    chosen = {(name, next(rare)) for name in TABLES} | TELLING
    chosen |= {(name, next(makers)) for name in DOUBTED}
    for pair in sorted(chosen):
        yield pytest.param(*pair, marks=() if pair in TELLING else pytest.mark.slow)


@cache
def told(name: str) -> list[Row]:
    """Return the rows of a table, with one kind of nothing and a period each."""
    plain = [
        {key: None if nothing(cell) else cell for key, cell in row.items()}
        for row in rows(ALL[name])
    ]
    return [{**row, "periode": row.get("periode") or "tahunan"} for row in plain]


@cache
def right(name: str) -> Mapping[tuple[Any, ...], Row]:
    return answers(told(name))


@pytest.mark.parametrize(("name", "library"), [*_pairs()])
def test_a_doubted_table_gives_what_the_exact_engine_gives(name: str, library: str) -> None:
    assert by_key(rows_of(compute_frame(MAKERS[library](ALL[name])))) == right(name)


@pytest.mark.slow
@pytest.mark.parametrize("name", DOUBTED)
def test_the_exact_engine_gives_what_a_person_reckons(name: str) -> None:
    for row in told(name) if "variabel" not in DOUBTED[name] else ():
        found = right(name)[tuple(row[one] for one in KEYS)]
        names = (*ORACLES[row["kode"]].names, "target") if row["kode"] in ORACLES else ()
        numbers = [row.get(one) for one in names]
        if found["status"] != "lengkap" or not names or found["temuan"]:
            continue
        told_all = None not in numbers[:-1]
        if told_all and {*map(type, numbers)} <= {int, float, type(None)}:
            by_hand = reckoned(row)
            assert {one: found[one] for one in by_hand} == by_hand, row


@pytest.mark.slow
@pytest.mark.parametrize("library", RARE)
def test_a_rare_table_without_rows_gives_one_without_rows(library: str) -> None:
    empty = {name: Column(one.kind, []) for name, one in TABLES["ties"].items()}
    assert rows_of(compute_frame(RARE[library](empty))) == []
