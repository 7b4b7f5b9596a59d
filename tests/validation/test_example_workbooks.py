"""Workbooks of examples hold what their description says."""

from __future__ import annotations

from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import DateText
from kesbang_iku.sources.sheet_reader import read_workbook
from kesbang_iku.validation.example_workbooks import workbook_of

_DESCRIPTION = """\
== Isian
Nama | Nilai | Lain
<a> & b | 7,04 | 81,69%
| 2025-04-03 | #DIV/0!
x | =B2/C2

== Rahasia (tersembunyi)
Nama
"""


def test_rows_and_columns_may_be_hidden() -> None:
    description = "== A\nNama | Nilai (tersembunyi)\nx | 1\n(tersembunyi) y | 2\n"
    (grid,), findings = read_workbook(workbook_of(description), "a.xlsx")
    assert [dict(row.cells) for row in grid.rows][2] == {0: "y", 1: "2"}
    assert [(one.kode, one.place.sel) for one in findings] == [("IKU070", "A3"), ("IKU071", "B1")]


def test_cells_are_what_a_spreadsheet_holds() -> None:
    (grid,), findings = read_workbook(workbook_of(_DESCRIPTION), "a.xlsx")
    assert grid.name == "Isian"
    assert [dict(row.cells) for row in grid.rows] == [
        {0: "Nama", 1: "Nilai", 2: "Lain"},
        {0: "<a> & b", 1: "7.04", 2: "81.69"},
        {1: "2025-04-03", 2: "#DIV/0!"},
        {0: "x"},
    ]
    assert isinstance(grid.rows[1].cells[1], NumberText)
    assert isinstance(grid.rows[2].cells[1], DateText)
    assert sorted(one.kode for one in findings) == ["IKU046", "IKU047", "IKU048", "IKU049"]
