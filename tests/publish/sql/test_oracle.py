"""Databases held to a reckoning by hand: what they answer is right, and the rest they leave."""

from __future__ import annotations

from typing import Final

import pytest

from tests.bulk.oracle import ANSWERS, KEYS, ORACLES, Key, Row, reckoned, rows
from tests.publish.sql.databases import MARK, Database, long_types, script

COUNT: Final = 24_000
MOST_LEFT: Final = 0.2
"""So many rows at most are left to the exact engine: those of the largest counts."""


@pytest.mark.slow
def test_a_database_reckons_as_a_person_does(database: Database) -> None:
    told = [*rows(COUNT, seed=2712)]
    right: dict[Key, Row] = {tuple(row[name] for name in KEYS): reckoned(row) for row in told}
    long = [
        (*(row[one] for one in KEYS), name, row[name], None if number else row["target"])
        for row in told
        for number, name in enumerate(ORACLES[row["kode"]].names)
    ]
    database.fill("laporan", long_types(), long)
    database.run(script(database.dialect).long())
    found = database.answers("SELECT * FROM hasil")
    assert found.keys() == right.keys()
    proven = {key: row for key, row in found.items() if row[MARK] is None}
    wrong = [
        (key, answer, right[key])
        for key, row in proven.items()
        if (answer := {name: row[name] for name in ANSWERS}) != right[key]
    ]
    assert wrong == []
    assert len(proven) > (1 - MOST_LEFT) * len(found)
