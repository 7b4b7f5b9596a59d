"""What the cells of values say."""

from __future__ import annotations

import pytest

from kesbang_iku.findings import Place
from kesbang_iku.tables.values import format_of, read_value


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("72,5", "72.5"),
        ("84 (Baik)", "84"),
        ("A (88,31)", "88.31"),
        ("BB (>70)", ">70"),
        ("81,69\u201385,23", "81.69-85.23"),
        ("\u2265 80", ">=80"),
        ("BB", "BB"),
        ("-", None),
    ],
)
def test_a_value_is_told_as_a_reading_writes_it(text: str, said: str | None) -> None:
    assert read_value(text, "id", Place(berkas="tabel.csv")).text == said


def test_what_cannot_be_read_is_told() -> None:
    read = read_value("20\u00b9", "id", Place(berkas="tabel.csv"))
    assert read.text is None
    assert read.findings


@pytest.mark.parametrize(
    ("texts", "form"),
    [
        (("72,5", "1.250"), "id"),
        (("72.5", "1.250"), "en"),
        (("1.250", "310"), None),
        (("72,5", "73.5"), None),
    ],
)
def test_the_notation_is_known_only_beyond_doubt(texts: tuple[str, ...], form: str | None) -> None:
    assert format_of(texts) == form
