"""Indicators that compute alike: told apart where anything in which they differ counts."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import Final

import pytest

duckdb = pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")
pytest.importorskip("narwhals", reason="without narwhals (the extra bulk)")

from kesbang_iku.bulk.computation import Occurring  # noqa: E402  # after the check
from kesbang_iku.bulk.families import Family, families_of  # noqa: E402  # the same
from kesbang_iku.model.vocabulary import AdminLevel  # noqa: E402  # the same
from tests.bulk.frames import KATALOG, Row, items, long  # noqa: E402  # the same
from tests.bulk.test_job import computed, held, rows_of, write_parquet  # noqa: E402  # the same

LEVELS: Final[tuple[AdminLevel, ...]] = ("provinsi", "kabupaten", "kota")
OCCURRING = [
    Occurring(one, {2025: 2025}, applies=True) for one in map(KATALOG.__getitem__, KATALOG.codes)
]


def found(*, apart: bool = False) -> list[Family]:
    return families_of(OCCURRING, LEVELS, lambda _one, _name: None, lambda _one: apart)


def test_shares_of_two_counts_are_one_family_and_each_is_in_one() -> None:
    families = found()
    assert sorted(code for one in families for code in one.codes) == sorted(KATALOG.codes)
    largest = max(families, key=lambda one: len(one.members))
    assert len(largest.members) > 10
    for one in largest.members:
        first = largest.first.indicator
        assert (one.indicator.desimal, one.indicator.rentang) == (first.desimal, first.rentang)
        called = largest.called[one.indicator.kode]
        assert sorted(called) == sorted(first.variables_by_name)
        assert sorted(called.values()) == sorted(one.indicator.variables_by_name)


def test_what_stands_apart_is_alone() -> None:
    assert all(len(one.members) == 1 for one in found(apart=True))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["wide", "long"])
def test_members_of_families_give_what_the_exact_engine_gives(tmp_path: Path, kind: str) -> None:
    members = {code for one in found() if len(one.members) > 1 for code in one.codes}
    chosen = [one for one in KATALOG.definitions if one.kode in members]
    rows = [*chain.from_iterable(items(one, 3, f"family {one.kode}") for one in chosen)]
    unique: dict[object, Row] = {
        (row["wilayah"], row["tahun"], row["periode"], row["kode"]): row
        for row in rows
        if row["wilayah"]
    }
    rows = [*unique.values()]
    told = [*chain.from_iterable(long([row]) for row in rows)] if kind == "long" else rows
    source = write_parquet(tmp_path / "masuk.parquet", told)
    computed(source, tmp_path / "hasil.csv")
    assert held(rows_of(tmp_path / "hasil.csv"), rows, kind) > len(members)
