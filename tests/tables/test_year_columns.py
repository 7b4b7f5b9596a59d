"""Target and money side by side under one year, and two columns that would be one target."""

from __future__ import annotations

import pytest
from xlsxwriter.workbook import Workbook

from kesbang_iku import validate
from kesbang_iku.sources.plans import LoadedPlan
from kesbang_iku.tables.plans import read_plan
from tests.workbooks import Rows, put, sheets, workbook

FUNDING = "Target Kinerja Program dan Kerangka Pendanaan"
COUNT, MONEY = 310, 150_000_000


def funding_table(first: str, second: str, *, title: str | None, year: str = "Tahun 2025") -> bytes:
    """Return a table with two columns under the head of each of two years."""
    top = 0 if title is None else 1
    numbers = {True: (MONEY, COUNT), False: (COUNT, MONEY)}[first in {"Rp", "Dana"}]

    def build(book: Workbook) -> None:
        sheet = book.add_worksheet("T-C.27")
        put(sheet, [["Program", "Indikator Kinerja", "Satuan"]])
        if title is not None:
            sheet.merge_range(0, 3, 0, 6, title)
        sheet.merge_range(top, 3, top, 4, year)
        sheet.merge_range(top, 5, top, 6, year.replace("2025", "2026"))
        put(sheet, [[None, None, None, first, second, first, second]], top + 1)
        name = "Jumlah Kader Bela Negara yang Dibentuk"
        put(sheet, [["Wasbang", name, "Orang", *numbers, *numbers]], top + 2)

    return workbook(build)


def refused(plan: LoadedPlan) -> list[tuple[str, str]]:
    """Return what says that several columns would be one target, and where."""
    found = [one for one in plan.temuan if one.kode == "IKU341"]
    assert all(one.tingkat == "galat" for one in found)
    return [(str(dict(one.arguments)["kolom"].id), str(one.place.sel)) for one in found]


@pytest.mark.parametrize(
    ("first", "second", "title", "year"),
    [
        ("Target", "Rp", FUNDING, "Tahun 2025"),
        ("Rp", "Target", FUNDING, "Tahun 2025"),
        ("K", "Rp", FUNDING, "2025"),
        ("Target", "Dana (Rp)", FUNDING, "Tahun 2025"),
        ("Target", "Pagu Indikatif", FUNDING, "Tahun 2025"),
        ("Target", "Rp", None, "Tahun 2025"),
        ("Rp", "Target", None, "Tahun 2025"),
        ("Rp", "Target", None, "Target 2025"),
        ("Kinerja", "Dana (Rp)", None, "Tahun 2025"),
        ("Dana", "Kinerja", None, "Target 2025"),
    ],
)
def test_target_and_money_under_one_year_are_told_apart(
    first: str, second: str, title: str | None, year: str
) -> None:
    content = funding_table(first, second, title=title, year=year)
    plan = read_plan(content, name="renstra.xlsx")
    assert refused(plan) == []
    (one,) = plan.items
    assert dict(one.item.target) == {2025: str(COUNT), 2026: str(COUNT)}
    money = {"G", "E"} if first in {"Target", "K", "Kinerja"} else {"D", "F"}
    targets = {str(one.locate(("target", year)).sel)[-2] for year in (2025, 2026)}
    assert targets == {"D", "E", "F", "G"} - money
    assert [found.kode for found in plan.temuan] == ["IKU332"]
    said = {one.kode for one in validate(content, name="renstra.xlsx")}
    assert not said & {"IKU341", "IKU343", "IKU365"}


@pytest.mark.parametrize(
    ("table", "target"),
    [
        ("Indikator;Satuan;Tahun 2025;\n;;Target;Rp\nJumlah X;Orang;300;1500000\n", "300"),
        ("Indikator;Satuan;Tahun 2025;;Ket\n;;Kinerja;Dana\nJumlah X;Orang;300;15000\n", "300"),
        ("tahun;Indikator;Satuan;Target;Target (Rp)\n2025;Jumlah X;Orang;300;1500\n", "300"),
        ("Indikator;Satuan;Tahun 2025;\n;;Target;Rp\nJumlah X;Orang;;1500000\n", None),
        ("Indikator;Satuan;Tahun 2025;\n;;Target;Rp\nJumlah X;Orang;300;\n", "300"),
    ],
)
def test_money_of_a_csv_file_is_no_target(table: str, target: str | None) -> None:
    plan = read_plan(table.encode(), name="a.csv")
    assert refused(plan) == []
    assert [one.item.target.get(2025) for one in plan.items] == [target]


@pytest.mark.parametrize(
    "headers",
    [
        ("Tahun 2025", "Target 2025"),
        ("Target 2025", "Target Tahun 2025"),
        ("Target 2025", "Target"),
        ("Target 2025", "Target 2025"),
    ],
)
def test_columns_that_would_be_one_target_are_refused(headers: tuple[str, str]) -> None:
    content = f"Indikator;Satuan;{';'.join(headers)}\nJumlah X;Orang;1500000;300\n".encode()
    plan = read_plan(content, name="a.csv")
    assert refused(plan) == [("C, D", "D1")]
    assert [(one.item.nama, dict(one.item.target)) for one in plan.items] == [("Jumlah X", {})]
    # That there is no target would be wrong: it was not used.
    assert not {one.kode for one in validate(content)} & {"IKU343", "IKU365"}


def test_the_other_years_of_the_table_are_read() -> None:
    table = "Indikator;Satuan;2025;Target 2025;2026\nJumlah X;Orang;1;2;3\n"
    plan = read_plan(table.encode(), name="a.csv")
    assert dict(plan.items[0].item.target) == {2026: "3"}


@pytest.mark.parametrize(("head", "beside"), [("Target 2025", "%"), ("Target 2025", "Baik")])
def test_a_merged_header_over_a_target_and_its_unit_is_none(head: str, beside: str) -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        rows: Rows = [["Indikator", "Satuan"], ["A", "Indeks", 80, beside]]
        put(sheet, rows)
        sheet.merge_range(0, 2, 0, 3, head)

    plan = read_plan(workbook(build), name="a.xlsx")
    assert refused(plan) == []
    assert dict(plan.items[0].item.target) == {2025: "80"}


def test_targets_of_a_performance_table_are_refused_too() -> None:
    rows: Rows = [["Indikator", "Target", "Target PK", "Realisasi", "Capaian"], ["A", 9, 8, 4, 7]]
    found = validate(sheets(LKjIP=rows), name="a.xlsx")
    # Without the target nothing is known of the achievement.
    assert [(one.kode, one.place.sel) for one in found] == [("IKU341", "C1")]
