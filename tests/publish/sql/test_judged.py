"""Databases held to the third reckoning, case by case: long tables and wide ones."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest

from tests.publish.sql.databases import MARK, Database, long_types, script
from tests.publish.sql.judged import ANSWER, LEAVE, Case, Key, Row, cases
from tests.publish.sql.material import KATALOG, KEYS

pytestmark = pytest.mark.slow


@cache
def judged() -> tuple[Case, ...]:
    return tuple(cases())


def failed(case: Case, answer: Mapping[str, Any]) -> str:
    """Return how an answer fails a case; nothing where it does not."""
    told = {name: cell for name, cell in answer.items() if name != MARK}
    if answer[MARK] is not None:
        if any(cell is not None for cell in told.values()):
            return "left, and answered"
        return "left" if case.duty == ANSWER else ""
    if case.duty == LEAVE:
        return "answered"
    return "" if told == case.right else "answered wrongly"


def sorted_out(told: Mapping[Key, Row], asked: tuple[Case, ...]) -> list[tuple[Any, ...]]:
    """Return the cases that an answer fails."""
    assert told.keys() == {case.key for case in asked}
    judged_ones = ((case, told[case.key]) for case in asked)
    return [
        (how, case.what, case.key, case.rows, case.target, answer, case.right)
        for case, answer in judged_ones
        if (how := failed(case, answer))
    ]


def test_a_long_table_gives_what_the_files_of_the_standard_say(database: Database) -> None:
    asked = judged()
    database.run("DROP VIEW IF EXISTS hasil;")
    database.run("DROP TABLE IF EXISTS laporan;")
    rows = [
        (*case.key, name, number, None if place else case.target)
        for case in asked
        for place, (name, number) in enumerate(case.rows)
    ]
    database.fill("laporan", long_types(), rows)
    database.run(script(database.dialect).long())
    assert sorted_out(database.answers("SELECT * FROM hasil"), asked) == []


def test_a_wide_table_gives_what_the_files_of_the_standard_say(database: Database) -> None:
    names = [*dict.fromkeys(name for one in KATALOG.definitions for name in one.variables_by_name)]
    fitting = (case for case in judged() if case.key[3] in KATALOG)
    asked = tuple(
        case
        for case in fitting
        if len(dict(case.rows)) == len(case.rows) and {name for name, _ in case.rows} <= {*names}
    )
    types = {**dict.fromkeys(KEYS, "TEKS"), "tahun": "INTEGER", "target": "DOUBLE PRECISION"}
    database.run("DROP TABLE IF EXISTS laporan_lebar;")
    database.fill(
        "laporan_lebar",
        {**types, **dict.fromkeys(names, "DOUBLE PRECISION")},
        [(*case.key, case.target, *map(dict(case.rows).get, names)) for case in asked],
    )
    written = script(database.dialect, source="laporan_lebar", view="hasil_lebar")
    database.run(";\n".join(written.wide_statements()) + ";")
    found: dict[Key, Row] = {}
    for query in written.wide_queries().values():
        found |= database.answers(query)
    assert sorted_out(found, asked) == []
