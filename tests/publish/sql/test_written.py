"""Databases over tables of texts: each answer is what the pages say, or the key is left."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Final

import pytest

from tests.bulk.by_the_page import KEYS
from tests.bulk.test_written import ANSWERS, long
from tests.bulk.written import Written, table
from tests.publish.sql.databases import MARK, Database, long_types, script
from tests.publish.sql.material import COLUMNS

pytestmark = pytest.mark.slow
FEWEST: Final = 0.8
"""So many of the keys have to be answered: nearly all of plain numbers."""


@cache
def told() -> tuple[Written, ...]:
    return tuple(table(seed=62, plain=True))


def test_written_numbers_and_targets_give_what_the_pages_say(database: Database) -> None:
    asked = told()
    database.run("DROP VIEW IF EXISTS hasil;")
    database.run("DROP TABLE IF EXISTS laporan;")
    rows = [tuple(row[name] for name in COLUMNS) for row in long(asked)]
    database.fill("laporan", long_types("TEKS"), rows)
    database.run(script(database.dialect, texts=("nilai", "target")).long())
    found = database.answers("SELECT * FROM hasil")
    assert len(found) == len(asked)
    wrong, left = [], Counter[str]()
    for one in asked:
        said = found[tuple(one.row[name] for name in KEYS)]
        if said[MARK] is not None:
            left[one.kind] += 1
        elif {name: said[name] for name in ANSWERS} != one.right:
            wrong.append((one.kind, one.row, said, one.right))
    assert wrong == []
    assert left.total() < (1 - FEWEST) * len(asked), left
