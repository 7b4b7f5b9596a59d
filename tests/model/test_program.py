from __future__ import annotations

import pytest

from kesbang_iku.model.program import ProgramLevel, ProgramRow
from kesbang_iku.model.vocabulary import AdminLevel


def row(tingkat: ProgramLevel | None) -> ProgramRow:
    return ProgramRow(
        "8.01.02", tingkat, "program", "PROGRAM", "Program", None, None, "8.01", "Sumber", "resmi"
    )


@pytest.mark.parametrize(
    ("tingkat", "level", "serves"),
    [
        ("provinsi", "provinsi", True),
        ("provinsi", "kota", False),
        ("kabkota", "kota", True),
        ("kabkota", "kabupaten", True),
        ("kabkota", "provinsi", False),
        (None, "provinsi", True),
        (None, "kabupaten", True),
        (None, "nasional", False),
        ("provinsi", None, True),
    ],
)
def test_a_row_serves_the_governments_of_its_level(
    tingkat: ProgramLevel | None, level: AdminLevel | None, *, serves: bool
) -> None:
    assert row(tingkat).serves(level) is serves
