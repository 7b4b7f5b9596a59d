"""What is taken as text out of a workbook is what a parser of XML reads."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.sources import xml_pieces
from kesbang_iku.sources.archive import Archive
from kesbang_iku.sources.sheet_reader import read_workbook
from kesbang_iku.sources.sheet_xml import read_book
from tests.workbooks import repacked, sheets, with_cells

ROWS = (
    '<row r="{0}" spans="1:3"><c r="A{0}" s="0"><v>12.50</v></c><c r="C{0}"><v>1E2</v></c></row>',
    '<row r="{0}"><c r="A{0}" t="str"><f>B1</f><v>dua</v></c><c r="B{0}"/></row>',
    '<row r="{0}"><c r="A{0}" t="inlineStr"><is><t> teks </t></is></c></row>',
    '<row r="{0}"><c r="A{0}"><f t="shared" si="0"/><v>96.15384615384616</v></c></row>',
    '<row r="{0}"><c r="B{0}"><v>2</v></c><c r="A{0}"><v>1</v></c><c r="B{0}"><v>3</v></c></row>',
    '<row r="{0}"><c r="A1" t="e"><v>#REF!</v></c><c r="D{0}" t="b"><v>1</v></c></row>',
    '<row r="{0}"><c r="A{0}" t="s"><v>0</v></c><c r="B{0}"><f>A1</f></c></row>',
    "<row><c><v>5</v></c><c><v>6</v></c></row>",
    '</sheetData><row r="{0}"><c r="A{0}"><v>1</v></c></row><sheetData>',
    '<row r="{0}"/>',
    '<!-- <row r="{0}"><c r="A{0}"><v>7</v></c></row> -->',
    '<row r="{0}"><c r="A{0}"><v><![CDATA[8]]></v></c></row>',
    '<row r="{0}"><c r="A{0}" t="str"><v>a &amp; b</v></c></row>\n',
)
BROKEN = (
    '<row r="2"><c r="A2" r="A2"/></row>',
    '<row r="2" r="3"><c r="A2"><v>1</v></c></row>',
    '<row r="2"><c r="A2"s="0"><v>1</v></c></row>',
    '<row r="2"><c r="A2"><v>\x01</v></c></row>',
    '<row r="2"><c r="A2" t="s"><v>99</v></c></row>',
    '<row r="2"><c r="XFE2"><v>1</v></c></row>',
    '<row r="2"><c r="A2"><v>1</v></row>',
)


def _read(book: bytes) -> tuple[list[object], list[object]]:
    grids, findings = read_workbook(book, "a.xlsx")
    cells: list[object] = [
        (row.number, at, type(text), str(text), getattr(text, "shown", None))
        for grid in grids
        for row in grid.rows
        for at, text in row.cells.items()
    ]
    return cells, [(one.kode, one.place, one.pesan) for one in findings]


def _parsed(book: bytes) -> tuple[list[object], list[object]]:
    with mock.patch.object(xml_pieces, "_in_pieces"):
        return _read(book)


@given(st.lists(st.tuples(st.sampled_from(ROWS), st.integers(1, 9)), max_size=8))
@settings(max_examples=150, deadline=None)
def test_rows_read_the_same_with_the_parser_alone(rows: list[tuple[str, int]]) -> None:
    book = with_cells("".join(row.format(number) for row, number in rows))
    assert _read(book) == _parsed(book)


@pytest.mark.parametrize("row", BROKEN)
def test_what_is_wrong_is_told_as_by_the_parser_alone(row: str) -> None:
    book = with_cells(f'<row r="1"><c r="A1"><v>1</v></c></row>{row}')
    cells, findings = read = _read(book)
    assert read == _parsed(book)
    assert (cells, len(findings)) == ([], 1)


def test_most_rows_need_no_parser() -> None:
    book = with_cells("".join(ROWS[0].format(number) for number in range(1, 300)))
    with mock.patch("kesbang_iku.sources.sheet_xml._SheetHandler._open_cell") as opened:
        cells, _ = _read(book)
    assert len(cells) == 598
    assert not opened.called


@pytest.mark.parametrize(
    "text", ["biasa", " di tepi ", "a &lt; b", "_x0041_", "é", "<![CDATA[x]]>"]
)
def test_shared_texts_read_the_same_with_the_parser_alone(text: str) -> None:
    part = f'<sst><si><t xml:space="preserve">{text}</t></si><si><t>lain</t></si><si/></sst>'
    book = repacked(sheets(IKU=[["x"]]), {"xl/sharedStrings.xml": lambda _: part.encode()})
    strings = read_book(Archive(book)).strings
    with mock.patch.object(xml_pieces, "_in_pieces"):
        assert read_book(Archive(book)).strings == strings
    assert strings[1:] == ("lain", "")
