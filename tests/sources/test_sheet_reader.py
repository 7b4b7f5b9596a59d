from __future__ import annotations

import copy
import io
import pickle
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook
from xlsxwriter.workbook import Workbook

from kesbang_iku.findings import Place
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.grid import DateText, Grid, ScaledText
from kesbang_iku.sources.reading import open_source, read_grids, read_table
from kesbang_iku.sources.sheet_reader import read_workbook
from tests.workbooks import Rows, put, repacked, sheets, with_cells, workbook


def only(content: bytes) -> Grid:
    grids, findings = read_workbook(content, "a.xlsx")
    assert findings == []
    (grid,) = grids
    return grid


def cells(grid: Grid) -> dict[tuple[int, int], str]:
    return {(row.number, column): text for row in grid.rows for column, text in row.cells.items()}


def codes(content: bytes) -> list[str]:
    return [finding.kode for finding in read_workbook(content, "a.xlsx")[1]]


# ---------------------------------------------------------------------------------- what cells hold


@pytest.mark.parametrize(
    ("written", "text"),
    [
        (0.1, "0.1"),
        (85.23, "85.23"),
        (3, "3"),
        (-2.5, "-2.5"),
        (0, "0"),
        (12463335063, "12463335063"),
        (1e20, "1e+20"),
        (0.00001, "0.00001"),
        (1e-7, "1e-07"),
        (71.26841, "71.26841"),
    ],
)
def test_a_number_is_the_shortest_decimal_that_means_it(written: float, text: str) -> None:
    cell = cells(only(sheets(IKU=[[written]])))[1, 0]
    assert cell == text
    assert isinstance(cell, NumberText)


@pytest.mark.parametrize("text", ["1e999", "-1e999", "9" * 400])
@pytest.mark.parametrize("form", ["General", "0.00%", "dd/mm/yyyy"])
def test_a_number_beyond_what_workbooks_hold_stays_as_written(text: str, form: str) -> None:
    def build(book: Workbook) -> None:
        book.add_worksheet("IKU").write_number(0, 0, 12345, book.add_format({"num_format": form}))

    content = repacked(
        workbook(build),
        {"xl/worksheets/sheet1.xml": lambda part: part.replace(b"12345", text.encode())},
    )
    cell = cells(only(content))[1, 0]
    assert isinstance(cell, NumberText)
    assert cell == text


@pytest.mark.parametrize(
    ("form", "scaled"),
    [
        ('0"00"', True),
        (r"0\0", True),
        ('"62."00', True),
        ("#,##0,", True),
        ('0" ribu"', True),
        ('0" m2"', False),
        ('"Rp"#,##0', False),
        ('0"%"', False),
        ('0.00" (2025)"', False),
    ],
)
def test_a_format_that_sets_digits_beside_those_of_a_number_shows_another(
    form: str, scaled: bool
) -> None:
    def build(book: Workbook) -> None:
        book.add_worksheet("IKU").write_number(0, 0, 12, book.add_format({"num_format": form}))

    assert isinstance(cells(only(workbook(build)))[1, 0], ScaledText) is scaled


def test_a_number_stored_with_all_its_digits_is_what_was_typed() -> None:
    content = with_cells('<row r="1"><c r="A1"><v>8.9999999999999997E-2</v></c></row>')
    assert cells(only(content)) == {(1, 0): "0.09"}


def test_text_stays_text_and_loses_its_outer_spaces() -> None:
    found = cells(only(sheets(IKU=[[" 81,69–85,23\n", "85.23"]])))
    assert found == {(1, 0): "81,69–85,23", (1, 1): "85.23"}
    assert not isinstance(found[1, 1], NumberText)


def test_dates_are_told_from_numbers_by_their_format() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_datetime(0, 0, datetime(2025, 3, 4), day)  # noqa: DTZ001 - as cells are
        sheet.write_datetime(0, 1, datetime(2025, 3, 4, 13, 30), day)  # noqa: DTZ001 - as cells are
        sheet.write_number(0, 2, 0.5, book.add_format({"num_format": 18}))
        sheet.write_number(0, 3, 5, book.add_format({"num_format": '0.00 "hari"'}))
        sheet.write_number(0, 4, 5, book.add_format({"num_format": "[Red]0.00;-0.00"}))
        sheet.write_number(0, 5, -5, day)

    found = cells(only(workbook(build)))
    assert list(found.values()) == ["2025-03-04", "2025-03-04T13:30:00", "12:00:00", "5", "5", "-5"]
    assert [isinstance(cell, DateText) for cell in found.values()] == [True] * 3 + [False] * 3


@pytest.mark.parametrize(
    ("form", "shown"),
    [("mmm-yy", "2025-03"), (17, "2025-03"), ("[$-421]mmmm yyyy;@", "2025-03"), ("yyyy", "2025"),
     ("d mmm yyyy", "2025-03-04"), (14, "2025-03-04")],
)  # fmt: skip
def test_of_a_date_its_format_shows_a_month_or_a_year(form: str | int, shown: str) -> None:
    def build(book: Workbook) -> None:
        style = book.add_format({"num_format": form})
        book.add_worksheet().write_datetime(0, 0, datetime(2025, 3, 4), style)  # noqa: DTZ001 - as cells are

    (found,) = cells(only(workbook(build))).values()
    assert isinstance(found, DateText)
    assert (found, found.shown, pickle.loads(pickle.dumps(found)).shown) == (  # noqa: S301 - ours
        "2025-03-04",
        shown,
        shown,
    )


@pytest.mark.parametrize("from_1904", [False, True])
def test_both_date_systems_are_understood(*, from_1904: bool) -> None:
    def build(book: Workbook) -> None:
        day = book.add_format({"num_format": 14})
        sheet = book.add_worksheet()
        sheet.write_datetime(0, 0, date(1904, 3, 4), day)
        sheet.write_datetime(0, 1, date(2025, 11, 10), day)

    found = cells(only(workbook(build, date_1904=from_1904)))
    assert list(found.values()) == ["1904-03-04", "2025-11-10"]


def test_a_percentage_is_read_as_it_is_shown() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_number("B2", 0.8169, book.add_format({"num_format": "0.00%"}))
        sheet.write_number("B3", 1, book.add_format({"num_format": 9}))
        sheet.write_number("B4", 81.69, book.add_format({"num_format": '0.00"%"'}))

    grids, findings = read_workbook(workbook(build), "a.xlsx")
    found = cells(grids[0])
    assert list(found.values()) == ["81.69", "100", "81.69"]
    assert [finding.kode for finding in findings] == ["IKU049"]
    assert "berisi 0,8169, tampil sebagai 81,69% dan dibaca 81,69" in findings[0].pesan
    assert "holds 0.8169, is shown as 81.69%" in findings[0].message("en")
    assert findings[0].place == Place(berkas="a.xlsx", baris=2, sel="B2")
    assert "2 sel" in findings[0].pesan
    assert "B2, B3" in findings[0].pesan


def test_a_failed_formula_is_a_finding_and_keeps_its_message() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write_formula("D5", "=1/0", None, "#DIV/0!")
        sheet.write_formula("D6", "=A1+1", None, 7.5)
        sheet.write_formula("D7", '="x"', None, "x")
        sheet.write_boolean("D8", True)

    grids, findings = read_workbook(workbook(build), "a.xlsx")
    assert list(cells(grids[0]).values()) == ["#DIV/0!", "7.5", "x", "TRUE"]
    assert [(finding.kode, finding.place.sel) for finding in findings] == [("IKU047", "D5")]


def test_a_formula_nobody_computed_is_a_finding() -> None:
    content = with_cells('<row r="1"><c r="A1"><f>B1*2</f></c><c r="B1"><v>1</v></c></row>')
    grids, findings = read_workbook(content, "a.xlsx")
    assert cells(grids[0]) == {(1, 1): "1"}
    assert [(finding.kode, finding.place.sel) for finding in findings] == [("IKU048", "A1")]


def test_formulas_nobody_computed_are_told_once_a_sheet_with_their_places() -> None:
    rows = "".join(
        f'<row r="{row}"><c r="A{row}"><v>1</v></c><c r="B{row}"><f>A1</f></c>'
        + (f'<c r="C{row}"><f>A1</f></c>' if row != 3 else "")
        + "</row>"
        for row in range(1, 6)
    )
    (finding,) = read_workbook(with_cells(rows), "a.xlsx")[1]
    assert (finding.kode, finding.place.sel) == ("IKU048", "B1")
    assert "Ada 9 sel" in finding.pesan
    assert "B1:B5, C1:C2, C4:C5." in finding.pesan


def test_a_formula_that_gave_an_empty_text_was_computed() -> None:
    row = '<c r="A1" t="str"><f>IF(B1=1,"","x")</f><v></v></c><c r="B1"><v>1</v></c>'
    grids, findings = read_workbook(with_cells(f'<row r="1">{row}</row>'), "a.xlsx")
    assert cells(grids[0]) == {(1, 1): "1"}
    assert findings == []


def test_at_most_ten_cells_are_named() -> None:
    rows = "".join(f'<row r="{n}"><c r="A{n}" t="e"><v>#N/A</v></c></row>' for n in range(1, 13))
    (finding,) = read_workbook(with_cells(rows), "a.xlsx")[1]
    assert finding.pesan.endswith("A9, A10, ….")


def test_rich_text_is_one_text() -> None:
    def build(book: Workbook) -> None:
        bold = book.add_format({"bold": True})
        book.add_worksheet().write_rich_string("A1", "Persentase ", bold, "konflik", " sosial")

    assert cells(only(workbook(build))) == {(1, 0): "Persentase konflik sosial"}


def test_inline_text_and_cells_without_an_address_are_read() -> None:
    content = with_cells(
        '<row><c t="inlineStr"><is><t>a</t><rPh sb="0" eb="1"><t>z</t></rPh></is></c>'
        "<c><v>1</v></c></row>"
        "<row><c><v>2</v></c></row>"
    )
    assert cells(only(content)) == {(1, 0): "a", (1, 1): "1", (2, 0): "2"}


def test_escaped_characters_are_restored_unless_nobody_could_see_them() -> None:
    content = with_cells('<row r="1"><c r="A1" t="str"><v>a_x000A_b_x0007__x0041_</v></c></row>')
    assert cells(only(content)) == {(1, 0): "a\nb_x0007_A"}


def test_prefixes_of_names_do_not_matter() -> None:
    sheet = (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<x:sheetData><x:row r="1"><x:c r="B1"><x:v>1</x:v></x:c></x:row></x:sheetData>'
        b"</x:worksheet>"
    )
    content = repacked(sheets(IKU=[["x"]]), {"xl/worksheets/sheet1.xml": lambda _: sheet})
    assert cells(only(content)) == {(1, 1): "1"}


def test_merged_cells_are_known() -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.merge_range("B1:D1", "Target")
        sheet.merge_range("A5:A7", "Sasaran 1")
        sheet.write("B6", 1)

    grid = only(workbook(build))
    assert grid.merged_above(6, 0) == 5
    assert grid.merged_above(5, 0) is None
    assert grid.merged_above(8, 0) is None
    assert grid.merged_above(6, 1) is None
    assert (grid.merges[0].left, grid.merges[0].right) == (1, 3)


# ------------------------------------------------------------------------------------------- sheets


def test_places_name_the_sheet_where_there_are_several() -> None:
    named: dict[str, Rows] = {"IKU": [["a"]], "Kosong": [], "Renstra 2025": [[None, "b"]]}
    content = sheets(**named)
    grids, findings = read_workbook(content, "a.xlsx")
    assert findings == []
    assert [grid.name for grid in grids] == ["IKU", "Renstra 2025"]
    assert grids[0].start.sel == "IKU!A1"
    assert grids[1].start.sel == "'Renstra 2025'!B1"


def test_places_of_a_single_sheet_are_plain_addresses() -> None:
    grid = only(sheets(IKU=[[None, "a"]], Sheet2=[]))
    assert grid.start == Place(berkas="a.xlsx", baris=1, sel="B1")
    assert grid.place(1048576, 16383).sel == "XFD1048576"


def test_hidden_sheets_are_named_and_not_read() -> None:
    def build(book: Workbook) -> None:
        book.add_worksheet("IKU").write("A1", 1)
        for name in ("lama", "rahasia"):
            sheet = book.add_worksheet(name)
            sheet.write("A1", 2)
            sheet.hide() if name == "lama" else sheet.very_hidden()

    grids, findings = read_workbook(workbook(build), "a.xlsx")
    assert [grid.name for grid in grids] == ["IKU"]
    assert [(finding.kode, finding.nilai) for finding in findings] == [
        ("IKU046", "lama"),
        ("IKU046", "rahasia"),
    ]


def test_a_sheet_that_is_a_chart_is_passed_over() -> None:
    def build(book: Workbook) -> None:
        book.add_worksheet("IKU").write("A1", 1)
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=IKU!$A$1:$A$1"})
        book.add_chartsheet("Grafik").set_chart(chart)

    assert cells(only(workbook(build))) == {(1, 0): "1"}


def test_a_workbook_without_cells_is_an_empty_file() -> None:
    grids, findings = read_grids(sheets(IKU=[]), name="a.xlsx")
    assert (grids, [finding.kode for finding in findings]) == ((), ["IKU005"])


# ------------------------------------------------------------------------------- forms and dangers


def test_a_workbook_is_recognised_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "laporan.csv"
    path.write_bytes(sheets(IKU=[["a"]]))
    opened, findings = open_source(path)
    assert opened is not None
    assert (opened.format, opened.text, findings) == ("xlsx", "", [])


def test_text_named_as_a_workbook_is_read_as_text() -> None:
    opened, _ = open_source(b"kode;nilai\nx;1\n", name="a.xlsx")
    assert opened is not None
    assert opened.format == "csv"


def test_a_workbook_is_no_csv_table() -> None:
    table, findings = read_table(sheets(IKU=[["a"]]), name="a.xlsx")
    assert (table, [finding.kode for finding in findings]) == (None, ["IKU012"])


def _archive(*parts: str, first: bytes = b"") -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        if first:
            archive.writestr("mimetype", first)
        for part in parts:
            archive.writestr(part, "<a/>")
    return stream.getvalue()


def _locked(content: bytes) -> bytes:
    """Return an archive whose parts say that they are under a password."""
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        pieces = content.split(mark)
        rest = [one[: at - 4] + bytes([one[at - 4] | 1]) + one[at - 3 :] for one in pieces[1:]]
        content = mark.join([pieces[0], *rest])
    return content


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504


@pytest.mark.parametrize(
    ("content", "word", "hint"),
    [
        (OLE + "EncryptedPackage".encode("utf-16-le"), "kata sandi", "hapus kata sandi"),
        (OLE + "Workbook".encode("utf-16-le"), ".xls", "simpan sebagai"),
        (_archive("xl/workbook.bin"), ".xlsb", "simpan sebagai"),
        (_locked(_archive("xl/workbook.xml")), "kata sandi", "hapus kata sandi"),
        (
            _archive("content.xml", first=b"application/vnd.oasis.opendocument.spreadsheet"),
            ".ods",
            "simpan sebagai",
        ),
    ],
)
def test_other_forms_of_workbooks_say_what_to_do(content: bytes, word: str, hint: str) -> None:
    opened, _ = open_source(content, name="a.xlsx")
    assert opened is not None
    (finding,) = read_grids(opened)[1]
    assert finding.kode == "IKU045"
    assert word in finding.pesan
    assert hint in finding.saran


def test_other_archives_and_old_documents_are_no_workbooks() -> None:
    for content in (_archive("word/document.xml"), OLE + "WordDocument".encode("utf-16-le")):
        assert [finding.kode for finding in open_source(content)[1]] == ["IKU006"]


def test_a_truncated_workbook_is_damaged() -> None:
    content = sheets(IKU=[["a"]])
    assert [finding.kode for finding in read_grids(content[:-30], name="a.xlsx")[1]] == ["IKU043"]


@pytest.mark.parametrize(
    "xml",
    [
        '<row r="1"><c r="A1"><v>1</v></row>',
        '<row r="1"><c r="AAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="A0"><v>1</v></c></row>',
        '<row r="1"><c r="XFE1"><v>1</v></c></row>',
        '<row r="1"><c r="A1048577"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>99</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>-1</v></c></row>',
    ],
)
def test_a_damaged_sheet_is_a_finding(xml: str) -> None:
    assert codes(with_cells(xml)) == ["IKU043"]


def test_a_document_type_is_refused_before_it_can_grow() -> None:
    bomb = (
        b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        b"<worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>"
    )
    content = repacked(sheets(IKU=[["x"]]), {"xl/worksheets/sheet1.xml": lambda _: bomb})
    (finding,) = read_workbook(content, "a.xlsx")[1]
    assert finding.kode == "IKU043"
    assert "DOCTYPE" in finding.pesan


def test_two_cells_in_opposite_corners_take_no_more_room_than_two_cells() -> None:
    content = with_cells(
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )
    assert cells(only(content)) == {(1, 0): "1", (1048576, 16383): "2"}


def test_a_part_that_grows_too_much_is_refused_unopened() -> None:
    content = repacked(
        sheets(IKU=[["x"]]), {"xl/worksheets/sheet1.xml": lambda part: part + b" " * 8_000_000}
    )
    assert len(content) < 20_000
    assert codes(content) == ["IKU044"]


@pytest.mark.parametrize(
    ("module", "limit", "value"),
    [
        ("archive", "MAX_ENTRIES", 3),
        ("archive", "MAX_UNPACKED", 1000),
        ("sheet_xml", "MAX_CELLS", 3),
        ("sheet_xml", "MAX_SHEETS", 1),
        ("sheet_xml", "MAX_MERGES", 1),
    ],
)
def test_limits_hold(monkeypatch: pytest.MonkeyPatch, module: str, limit: str, value: int) -> None:
    def build(book: Workbook) -> None:
        for name in ("A", "B"):
            sheet = book.add_worksheet(name)
            sheet.write_row("A1", [1, 2])
            sheet.merge_range("A3:B3", "x")
            sheet.merge_range("A4:B4", "x")

    content = workbook(build)
    assert codes(content) == []
    monkeypatch.setattr(f"kesbang_iku.sources.{module}.{limit}", value)
    assert codes(content) == ["IKU044"]


# --------------------------------------------------------------------------------------- at random

_WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1)
_VALUES = (
    _WORDS.filter(lambda text: text[0] not in "={" and "_x" not in text and "://" not in text)
    | st.floats(allow_nan=False, allow_infinity=False).filter(lambda v: v == 0 or abs(v) > 1e-300)
    | st.integers(-(10**15), 10**15)
    | st.none()
)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(_VALUES, max_size=4), max_size=4))
def test_another_reader_finds_the_same_values(rows: Rows) -> None:
    content = workbook(lambda book: put(book.add_worksheet(), rows))
    grids, _ = read_workbook(content, "a.xlsx")
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    expected = {
        (row, column): value
        for row, values in enumerate(sheet.to_python(skip_empty_area=False), 1)
        for column, value in enumerate(values)
        if value != ""
    }
    found = cells(grids[0]) if grids else {}
    assert found.keys() == expected.keys()
    for at, value in expected.items():
        assert (float(found[at]) if isinstance(found[at], NumberText) else found[at]) == value


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_make_it_fail(content: bytes) -> None:
    for start in (b"PK\x03\x04", b"PK\x03\x04xl/workbook.xml", OLE[:8]):
        grids, findings = read_workbook(start + content, "a.xlsx")
        assert grids == ()
        assert [finding.kode for finding in findings] in (["IKU043"], ["IKU045"])


_REAL = sheets(IKU=[["Indikator", 2025], ["Indeks", 0.5]], Lain=[["x"]])
_PARTS = [
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/worksheets/sheet1.xml",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
]


def _altered(content: bytes, at: int, piece: bytes, cut: int) -> bytes:
    at %= len(content) + 1
    return content[:at] + piece + content[at + cut :]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10**6), st.binary(max_size=8), st.integers(0, 40))
def test_a_workbook_altered_anywhere_is_read_or_refused(at: int, piece: bytes, cut: int) -> None:
    grids, findings = read_grids(_altered(_REAL, at, piece, cut), name="a.xlsx")
    assert grids or findings


@settings(max_examples=80, deadline=None)
@given(
    st.sampled_from(_PARTS),
    st.integers(0, 10**6),
    st.binary(max_size=8) | st.sampled_from([b"<c/>", b"<v>", b"&#7;", b'r="A1"', b"<si>"]),
    st.integers(0, 40),
)
def test_a_part_altered_anywhere_is_read_or_refused(
    part: str, at: int, piece: bytes, cut: int
) -> None:
    changes = {part: lambda content: _altered(content, at, piece, cut)}
    grids, findings = read_workbook(repacked(_REAL, changes), "a.xlsx")
    assert grids or [finding.kode for finding in findings] == ["IKU043"]


@pytest.mark.parametrize(
    ("form", "stored", "seen"),
    [
        ("0.0", 98.5613, "98.6"),
        ("#,##0", 1234.4, "1234"),
        ("#,##0.00;[Red]-#,##0.00", 0.125, "0.13"),
        ("0.0%", 0.985613, "98.6"),
        ("0%", 0.985613, "99"),
        ('0.00" poin"', 76.123, "76.12"),
        ("0.0", 98.5, None),
        ("General", 98.5613, None),
        ("0.0E+00", 98.5613, None),
        ("# ?/?", 98.5613, None),
        ("#,##0.0,", 98561.3, None),
    ],
)
def test_a_number_knows_what_its_format_shows(form: str, stored: float, seen: str | None) -> None:
    def build(book: Workbook) -> None:
        book.add_worksheet().write_number(0, 0, stored, book.add_format({"num_format": form}))

    (grid,), _ = read_workbook(workbook(build), "a.xlsx")
    number = grid.rows[0].cells[0]
    assert getattr(number, "shown", None) == seen
    copied = copy.deepcopy(number)
    assert (copied, getattr(copied, "shown", None)) == (number, seen)
