"""Strange tables give what a person expects of them, or a sentence that says why not."""

from __future__ import annotations

from typing import Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import nothing, rows_of
from tests.bulk.strange import STRANGE

NEEDED: Final = ("narwhals", "polars", "pandas", "pyarrow", "duckdb")
ANSWERS: Final = ("nilai", "status", "capaian", "temuan")
pytestmark = pytest.mark.frames


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_table_gives_what_is_expected_or_a_sentence(name: str) -> None:
    make, wanted = STRANGE[name]
    table = make()
    if isinstance(wanted, str):
        with pytest.raises((ValueError, TypeError), match=wanted):
            rows_of(compute_frame(table))
        return
    found = compute_frame(table)
    assert type(found).__name__ == type(table).__name__
    answers = [
        tuple(None if nothing(row[one]) else row[one] for one in ANSWERS) for row in rows_of(found)
    ]
    told = [
        (value and float(value), status, part and float(part), codes or "")
        for value, status, part, codes in answers
    ]
    assert sorted(told, key=repr) == sorted(wanted, key=repr)
