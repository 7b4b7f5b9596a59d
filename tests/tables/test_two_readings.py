"""Numerals with two readings: the printed achievement decides, or what is counted."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.reading import read_tables
from kesbang_iku.tables.two_readings import has_two_readings


def values(table: str) -> tuple[dict[str, str], list[str]]:
    """Return the values of the only indicator of a table by role, and what was found."""
    reading = read_tables(table.encode(), name="a.csv")
    (item,) = reading.tables[0].items
    found = {role: next(iter(by_time.values())) for role, by_time in item.values.items()}
    return found, [one.kode for one in reading.findings if one.tingkat != "info"]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        # 900 of 1,000 is 90 %, and so are 1.2 of 1.333: the achievement tells them apart.
        ("Ukuran;Indeks;1.000;900;90", {"target": "1000", "realisasi": "900", "capaian": "90"}),
        ("Ukuran;Indeks;1.250;1;80", {"target": "1.25", "realisasi": "1", "capaian": "80"}),
        ("Ukuran;Orang;1.250;;", {"target": "1250"}),
        ("Jumlah peserta;;1.250;;", {"target": "1250"}),
    ],
)
def test_a_numeral_is_read_as_the_row_decides(row: str, wanted: dict[str, str]) -> None:
    found, said = values(f"Indikator;Satuan;Target;Realisasi;Capaian (%)\n{row}\n")
    assert (found, said) == (wanted, [])


@pytest.mark.parametrize("row", ["Ukuran;Indeks;1.250;;", "Ukuran;Indeks;1.250;1.000;80"])
def test_what_nothing_decides_is_told_and_not_used(row: str) -> None:
    found, said = values(f"Indikator;Satuan;Target;Realisasi;Capaian (%)\n{row}\n")
    assert "target" not in found
    assert "IKU050" in said


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("Ukuran;Indeks;4.125;4.000;96,97", "IKU050"),
        ("Ukuran;Orang;4.125;4.000;96,97", None),
        ("Ukuran;Indeks;1.000;900;90,0", None),
    ],
)
def test_an_index_of_thousands_needs_its_achievement(row: str, code: str | None) -> None:
    _, said = values(f"Indikator;Satuan;Target;Realisasi;Capaian (%)\n{row}\n")
    assert {*said} == ({code} if code else set())


def test_an_achievement_with_the_other_mark_than_its_table_is_read_as_it_must_be() -> None:
    table = "Indikator;Satuan;Target;Realisasi;Capaian\nUkuran;Indeks;85,53;75,35;88.098\n"
    assert values(table)[0]["capaian"] == "88.098"


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("1.250", True),
        ("1,250 orang", True),
        ("1.250,5", False),
        ("12,5", False),
        ("1.250.000", False),
    ],
)
def test_one_mark_before_three_digits_has_two_readings(text: str, two: bool) -> None:
    assert has_two_readings(text) is two
