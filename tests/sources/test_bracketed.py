"""What stands in brackets beside a value: a grade, or the year that it is of."""

from __future__ import annotations

import pytest

from kesbang_iku.sources.bracketed import names_other_year, value_of_year, without_grade
from kesbang_iku.sources.numbers import Number


@pytest.mark.parametrize(
    ("written", "left"),
    [
        ("84 (Baik)", "84"),
        ("A (88,31)", "88,31"),
        ("BB (>70)", ">70"),
        ("84 (Baik) %", "84 %"),
        ("77 (2024)", "77 (2024)"),
        ("99,59 (s.d. TW II)", "99,59 (s.d. TW II)"),
        ("12 (Semester I)", "12 (Semester I)"),
        ("12 (Januari)", "12 (Januari)"),
    ],
)
def test_a_grade_is_no_part_of_a_value(written: str, left: str) -> None:
    assert without_grade(written) == left


@pytest.mark.parametrize(
    ("written", "key", "other"),
    [
        ("77 (2024)", "2025", True),
        ("77 (2025)", "2025", False),
        ("77 (2025)", "2025-triwulan-2", False),
        ("77 (24)", "2025", False),
        ("(2024)", "2025", False),
        ("77", "2025", False),
    ],
)
def test_a_year_behind_a_number_is_the_one_of_its_column_or_another(
    written: str, key: str, *, other: bool
) -> None:
    assert names_other_year(written, key) is other


@pytest.mark.parametrize(
    ("written", "year", "value"),
    [("77 (2025)", 2025, 77), ("77 (2024)", 2025, None), ("84 (Baik)", 2025, 84), (3, 2025, 3)],
)
def test_a_plan_has_a_value_for_a_year_that_is_of_it(
    written: object, year: int, value: int | None
) -> None:
    read = value_of_year(written, year, None)
    assert (read.value if isinstance(read, Number) else read) == value
