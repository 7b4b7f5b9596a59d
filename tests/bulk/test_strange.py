"""Strange tables give what a person expects of them, or a sentence that says why not."""

from __future__ import annotations

from importlib.util import find_spec
from typing import Final

import pytest

from kesbang_iku.bulk.frame import compute_frame
from tests.bulk.frames import nothing, rows_of
from tests.bulk.strange import STRANGE

NEEDED: Final = ("narwhals", "polars", "pandas", "pyarrow", "duckdb")
ABSENT: Final = [name for name in NEEDED if find_spec(name) is None]
pytestmark = pytest.mark.skipif(
    bool(ABSENT), reason=f"without {', '.join(ABSENT)}; `make frames` has an environment with them"
)


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_table_gives_what_is_expected_or_a_sentence(name: str) -> None:
    make, wanted = STRANGE[name]
    table = make()
    if isinstance(wanted, str):
        with pytest.raises((ValueError, TypeError), match=wanted):
            rows_of(compute_frame(table))
        return
    found = compute_frame(table)
    assert type(found) is type(table)
    answers = [
        tuple(None if nothing(row[one]) else row[one] for one in ("nilai", "status", "capaian"))
        + ("" if nothing(row["temuan"]) else row["temuan"],)
        for row in rows_of(found)
    ]
    assert sorted(answers, key=repr) == sorted(wanted, key=repr)
