"""Tables with parts of the year: each achievement is held against the target of its own time."""

from __future__ import annotations

import pytest
from xlsxwriter.workbook import Workbook

from kesbang_iku import validate
from tests.tables.grids import achievements_in
from tests.workbooks import put, workbook

QUARTERS = ["TW I", "TW II", "TW III", "TW IV"]


def said(content: bytes, name: str) -> set[str]:
    """Return the codes of what is said of a table."""
    return {one.kode for one in validate(content, name=name)}


def monitoring(book: Workbook) -> None:
    """Write targets and values of each quarter, each under one head."""
    sheet = book.add_worksheet()
    put(sheet, [["Indikator", "Satuan"], [None, None, *QUARTERS, *QUARTERS]])
    sheet.merge_range(0, 2, 0, 5, "Target")
    sheet.merge_range(0, 6, 0, 9, "Realisasi")
    put(sheet, [["Ukuran lain", "Kasus", 1, 1, 1, 1, 2, 1, 1, 1]], 2)


def by_quarter(count: int, title: str, achieved: int) -> bytes:
    """Return a table with the target of a year, and three columns for each quarter."""

    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        parts = ["Target", "Realisasi", "Capaian"]
        put(sheet, [["Indikator", "Satuan", "Target"], [None, None, None, *parts * count]])
        for number in range(count):
            first = 3 + 3 * number
            head = title.format(("I", "II", "III", "IV")[number])
            sheet.merge_range(0, first, 0, first + 2, head)
        put(sheet, [["Ukuran lain", "Kasus", 4, *[1, 2, achieved] * count]], 2)

    return workbook(build)


def test_targets_and_values_of_quarters_are_not_mixed() -> None:
    content = workbook(monitoring)
    assert not said(content, "a.xlsx")
    rows = [row.item for row in achievements_in(content, "a.xlsx")]
    assert [(one.periode, one.target, one.realisasi) for one in rows] == [
        (None, None, None),
        ("triwulan-1", "1", "2"),
        ("triwulan-2", "1", "1"),
        ("triwulan-3", "1", "1"),
        ("triwulan-4", "1", "1"),
    ]
    assert [*rows[0].bagian.values()] == ["2", "1", "1", "1"]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("title", ["TW {}", "Triwulan {}", "Semester {}"])
def test_an_achievement_is_held_against_the_target_of_its_own_part(count: int, title: str) -> None:
    assert not said(by_quarter(count, title, 200), "a.xlsx")
    # Two of the four of the year are no achievement of the first quarter.
    assert said(by_quarter(count, title, 50), "a.xlsx") & {"IKU510", "IKU513", "IKU517"}


@pytest.mark.parametrize(
    "table",
    [
        "Indikator;Target;Realisasi Semester I;Realisasi;Capaian\nA;10;4;10;90\n",
        "Indikator;Target TW I;Target TW II;Target;Realisasi;Capaian\nA;5;5;10;10;90\n",
        "Indikator;Target;Realisasi Bulan 1;Realisasi;Capaian\nA;10;5;10;90\n",
        "Indikator;Triwulan II;;\n;Target;Realisasi;Capaian\nA;10;8;90\n",
        "Indikator;Target (bulan);Realisasi (bulan);Capaian (%)\nA;10;8;90\n",
        "Indikator;Target;Realisasi;Capaian;Kendala Triwulan IV\nA;10;8;90;tidak ada\n",
    ],
)
def test_a_table_that_is_understood_is_judged(table: str) -> None:
    codes = said(table.encode(), "a.csv")
    assert "IKU342" not in codes
    assert "IKU510" in codes


@pytest.mark.parametrize(
    "table",
    [
        "Indikator;Target;Realisasi TW I;TW I;TW II;Realisasi;Capaian\nA;10;5;5;5;10;90\n",
        # Nobody says whether these are targets or values.
        "Indikator;Target;TW I;TW II;TW III;TW IV;Realisasi;Capaian\nA;10;1;2;3;4;10;90\n",
    ],
)
def test_a_column_of_a_part_that_is_not_understood_keeps_a_table_unjudged(table: str) -> None:
    found = validate(table.encode(), name="a.csv")
    assert [one.tingkat for one in found if one.kode == "IKU342"] == ["peringatan"]
    assert not [one for one in found if one.tingkat == "galat"]


def test_what_runs_up_to_a_quarter_is_never_added() -> None:
    table = (
        "Indikator;Satuan;Target;Realisasi s.d. TW I;Realisasi s.d. TW II;Realisasi s.d. TW IV\n"
        "Ukuran;Orang;30;10;15;30\n"
    )
    rows = [row.item for row in achievements_in(table.encode(), "a.csv")]
    assert [one.periode for one in rows] == [
        None, "sd-triwulan-1", "sd-triwulan-2", "sd-triwulan-4",
    ]  # fmt: skip
    assert not rows[0].bagian
    assert not said(table.encode(), "a.csv")


@pytest.mark.parametrize("name", ["Ukuran lain", "Jumlah Ormas yang Dibina"])
@pytest.mark.parametrize(("achieved", "found"), [("95,83", False), ("85,93", True)])
def test_the_achievement_of_a_year_is_of_what_runs_to_its_end(
    name: str, achieved: str, found: bool
) -> None:
    heads = ";".join(f"Realisasi s.d. {quarter}" for quarter in QUARTERS)
    table = (
        f"Indikator;Satuan;Target;{heads};Capaian (%)\n{name};Ormas;120;20;60;85;115;{achieved}\n"
    )
    assert ("IKU510" in said(table.encode(), "a.csv")) == found
