from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from kesbang_iku.findings import format_number
from kesbang_iku.findings.numerals import format_in_both


@pytest.mark.parametrize(
    ("value", "indonesian", "english"),
    [
        (0, "0", "0"),
        (-1234, "-1.234", "-1,234"),
        (Decimal("1234567.890"), "1.234.567,890", "1,234,567.890"),
        (Decimal("1E+3"), "1.000", "1,000"),
        (Fraction(-1, 8), "-0,125", "-0.125"),
        (Fraction(1, 3), "1/3", "1/3"),
    ],
)
def test_numbers_are_written_for_people(
    value: Decimal | Fraction | int, indonesian: str, english: str
) -> None:
    assert format_number(value) == indonesian
    assert format_number(value, "en") == english
    assert format_in_both(value) == (indonesian, english)
