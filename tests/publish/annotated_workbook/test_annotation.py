"""Workbooks given back with findings in their cells: what is new is there, nothing else changed."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import XML

import openpyxl
import pytest

from kesbang_iku.findings import Place, kinds
from kesbang_iku.publish.annotated_workbook.annotation import ending_of
from kesbang_iku.publish.annotated_workbook.markup import NotAnnotatedError
from kesbang_iku.sources.reading import Opened
from kesbang_iku.tables.reading import read_tables
from tests.publish.annotated_workbook import books
from tests.publish.annotated_workbook.books import NAME, finding, noted, parts
from tests.tables import sheets
from tests.workbooks import Rows, repacked, with_cells
from tests.workbooks import sheets as plain

CORPUS = sorted(sheets.FOLDER.glob("*.lembar"))
EDITED = {
    "[Content_Types].xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
}
CELLS = ("A1", "B2", "N70", "C60", "AA3")
SHEET = "xl/worksheets/sheet1.xml"
NEW_SHEET = "xl/worksheets/sheet2.xml"


def _opened(content: bytes) -> Any:  # noqa: ANN401 - published without types
    return openpyxl.load_workbook(io.BytesIO(content), rich_text=False)


def _said(content: bytes) -> tuple[object, ...]:
    answer = read_tables(content, name=NAME).as_dict()
    return answer["tabel"], answer["temuan"]


def _hold(before: bytes, after: bytes, touched: set[str]) -> None:
    """Hold that no part was lost, and none changed but those that had to."""
    old, new = parts(before), parts(after)
    assert [*old] == [*new][: len(old)]
    assert {name for name in old if old[name] != new[name]} <= EDITED | touched
    for name, content in new.items():
        if not name.endswith((".png", ".bin")) and old.get(name) != content:
            XML(content)


def _makers() -> list[tuple[Path, Callable[..., bytes]]]:
    return [
        *((path, sheets.by_xlsxwriter) for path in CORPUS),
        *((path, sheets.by_openpyxl) for path in CORPUS[::3]),
    ]


@pytest.mark.parametrize(
    ("path", "maker"),
    [
        pytest.param(*made, marks=() if number % 4 == 0 else pytest.mark.slow)
        for number, made in enumerate(_makers())
    ],
    ids=lambda one: getattr(one, "stem", "") or one.__name__,
)
def test_of_the_corpus_no_other_part_changes(path: Path, maker: Callable[..., bytes]) -> None:
    sheet = sheets.read_sheet(path)
    before = maker(sheet.rows, sheet.merges)
    after = noted(before, CELLS)
    _hold(before, after, {SHEET})
    assert _said(after) == _said(before)
    book = _opened(after)
    assert book.sheetnames == ["Lembar", "Temuan"]
    commented = {
        cell.coordinate for row in book["Lembar"].iter_rows() for cell in row if cell.comment
    }
    wanted = {"A1", "B2", "N70", "C60", "AA3"}
    for merged in book["Lembar"].merged_cells.ranges:
        wanted -= {one for one in wanted if one in merged} - {merged.coord.partition(":")[0]}
    assert commented >= wanted
    values = [[cell.value for cell in row] for row in _opened(before)["Lembar"].iter_rows()]
    for row, kept in zip(book["Lembar"].iter_rows(), values, strict=False):
        assert [cell.value for cell in row][: len(kept)] == kept


@pytest.mark.parametrize("maker", [books.rich_by_xlsxwriter, books.rich_by_openpyxl])
def test_nothing_of_a_rich_workbook_is_lost(maker: Callable[[], bytes]) -> None:
    before = maker()
    name = _opened(before).sheetnames[0]
    quoted = "'" + name.replace("'", "''") + "'"
    told = [finding(cell, sheet=quoted) for cell in ("B2", "B3", "B10", "D40")]
    after = noted(before, told)
    touched = {
        SHEET,
        *(one for one in parts(before) if "omments" in one or one.endswith(".vml")),
        *(one for one in parts(before) if one.endswith("sheet1.xml.rels")),
    }
    _hold(before, after, touched)
    old, new = _opened(before)[name], _opened(after)[name]
    text = new["B2"].comment.text
    assert text.startswith("milik orang lain\n\ngalat IKU310")
    assert new["B3"].comment.text.startswith("galat IKU310")
    assert (new["B3"].value, new["B3"].number_format) == (old["B3"].value, old["B3"].number_format)
    assert repr(new["B3"].font) == repr(old["B3"].font)
    assert new["B3"].fill.fgColor.rgb == "FFFFC7CE"
    assert new["D40"].fill.fgColor.rgb == "FFFFC7CE"
    assert new["D40"].value is None


def test_a_row_that_is_new_keeps_the_looks_of_its_row() -> None:
    after = _opened(noted(books.rich_by_xlsxwriter(), [finding("F10"), finding("A30")]))
    sheet = after.worksheets[0]
    assert sheet["F10"].number_format == "#,##0"
    assert sheet["A30"].number_format == "#,##0"


def test_other_drawings_of_a_sheet_keep_their_shapes() -> None:
    before = books.rich_by_xlsxwriter()
    after = noted(before, [finding("B3"), finding("B10")])
    name = next(one for one in parts(before) if one.endswith("vmlDrawing1.vml"))
    old, new = parts(before)[name].decode(), parts(after)[name].decode()
    shapes = old.partition("</o:shapelayout>")[2].removesuffix("</xml>")
    assert shapes in new
    assert new.count('ObjectType="Note"') == old.count('ObjectType="Note"') + 2
    ids = [one.partition('"')[0] for one in new.split('id="_x0000_s')[1:]]
    assert len(ids) == len(set(ids))


def test_the_sheet_of_findings_links_to_the_cells() -> None:
    rows: Rows = [["a", "b"]]
    content = plain(**{"Data '25": rows})
    told = [
        finding("B1", "nilai"),
        kinds.FILE_EMPTY.at(Place(berkas=NAME), berkas=NAME),
        kinds.FILE_EMPTY.at(Place(berkas="lain.xlsx"), berkas="lain.xlsx"),
    ]
    sheet = _opened(noted(content, told))["Temuan"]
    assert [cell.value for cell in sheet[4]] == [
        "tingkat", "kode", "lembar", "sel", "nilai", "pesan", "saran",
    ]  # fmt: skip
    rows = [[cell.value for cell in row][:5] for row in sheet.iter_rows(min_row=5)]
    assert sorted(rows, key=str) == [
        ["galat", "IKU005", None, None, None],
        ["galat", "IKU310", "Data '25", "B1", "nilai"],
    ]
    linked = next(row[3] for row in sheet.iter_rows(min_row=5) if row[3].value == "B1")
    assert linked.hyperlink.location == "'Data ''25'!B1"


def test_without_findings_the_sheet_says_so() -> None:
    before = plain(Data=[["a"]])
    after = noted(before, [])
    _hold(before, after, set())
    sheet = _opened(after)["Temuan"]
    assert sheet["A2"].value.startswith("Tidak ada temuan")


def test_a_cell_that_was_noted_before_says_the_same_once() -> None:
    before = noted(plain(Data=[["a", "b"]]), ["A1"])
    again = noted(before, ["A1", "B1"])
    texts = [_opened(one)["Data"]["A1"].comment.text for one in (before, again)]
    assert texts[0] == texts[1]
    assert _opened(again)["Data"]["B1"].comment.text


def test_a_sheet_of_that_name_is_not_touched() -> None:
    before = plain(Data=[["a"]], TEMUAN=[["milik orang"]])
    after = noted(noted(before, []), [])
    assert _opened(after).sheetnames == ["Data", "TEMUAN", "Temuan 2", "Temuan 3"]
    assert parts(after)["xl/worksheets/sheet2.xml"] == parts(before)["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+1", "@a", "-2", "\x07\x1b[31m", "<b>&\"'</b>", "_x0041_", "\ud800", "]]>", "a\nb"],
)
def test_hostile_texts_are_inert(text: str) -> None:
    before = plain(Data=[["a"]])
    after = noted(before, [finding("A1", text)])
    _hold(before, after, {SHEET})
    book = _opened(after)
    shown = book["Temuan"]["E5"]
    assert shown.data_type == "s"
    assert "<f>" not in parts(after)["xl/worksheets/sheet2.xml"].decode()
    if text.isprintable() and text != "\ud800":
        assert shown.value.replace("_x005F_", "_") == text
        assert text in book["Data"]["A1"].comment.text.replace("_x005F_", "_")


def test_many_findings_of_a_cell_are_one_comment() -> None:
    after = noted(plain(Data=[["a"]]), [finding("A1", str(one)) for one in range(30)])
    text = _opened(after)["Data"]["A1"].comment.text
    assert text.count("IKU310") == 8
    assert text.endswith("22 temuan lagi untuk sel ini ada di lembar Temuan.")


def test_a_finding_within_joined_cells_is_told_where_they_are_seen() -> None:
    after = noted(books.rich_by_xlsxwriter(), [finding("C7")])
    sheet = _opened(after).worksheets[0]
    assert sheet["A6"].comment.text.startswith("galat IKU310")
    assert _opened(after)["Temuan"]["D5"].value == "A6"


def test_more_comments_than_shapes_of_one_number() -> None:
    before = plain(Data=[["a"] for _ in range(2500)])
    after = noted(before, [f"A{row}" for row in range(1, 2501)])
    drawing = parts(after)["xl/drawings/vmlDrawing1.vml"].decode()
    ids = [int(one.partition('"')[0]) for one in drawing.split('id="_x0000_s')[1:]]
    assert len(set(ids)) == 2500
    assert 'data="1,2,3"' in drawing
    assert {one // 1024 for one in ids} == {1, 2, 3}


# ------------------------------------------------------------------------- as others write sheets

ROWS = {
    "no addresses": "<row><c t='str'><v>a</v></c></row><row><c t='str'><v>b</v></c></row>",
    "empty rows": "<row r='1'><c r='A1' t='str'><v>a</v></c></row><row r='2' ht='9'/><row r='7'/>",
    "empty cells": "<row r='1'><c r='A1' t='str'><v>a</v></c><c r='B1' s='0'></c><c r='D1'/></row>",
    "comments": "<!-- <row r='1'> --><row r='1' spans='1:1'><c r='A1' t='str'><v>a</v></c></row>",
    "sections": "<row r='1'><c r='A1' t='str'><v><![CDATA[<c r='B1'/>]]></v></c></row>",
}


@pytest.mark.parametrize("cells", ROWS.values(), ids=ROWS)
def test_every_way_to_write_rows(cells: str) -> None:
    before = with_cells(cells)
    after = noted(before, ["A1", "B1", "C1", "A2", "B7", "A5", "A9"])
    _hold(before, after, {SHEET})
    assert _said(after) == _said(before)
    root = XML(parts(after)[SHEET])
    named = [one.get("r", "") for one in root.iter() if one.tag.endswith("}c")]
    assert len([one for one in named if one]) == len({one for one in named if one})
    found = _opened(after).worksheets[0]
    assert all(found[cell].comment for cell in ("A1", "B1", "C1", "A2", "B7", "A5", "A9"))
    assert all(
        found[cell].fill.fgColor.rgb == "FFFFC7CE"
        for cell in ("A1", "B1", "C1", "A2", "B7", "A5", "A9")
    )


def _prefixed(_: bytes) -> bytes:
    return (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        b'<x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v>a</x:v></x:c></x:row></x:sheetData>'
        b"</x:worksheet>"
    )


def _sixteen(content: bytes) -> bytes:
    text = content.decode().replace("UTF-8", "UTF-16")
    return text.encode("utf-16")


def _marked(content: bytes) -> bytes:
    return b"\xef\xbb\xbf" + content


@pytest.mark.parametrize("change", [_prefixed, _sixteen, _marked])
def test_every_way_to_write_xml(change: Callable[[bytes], bytes]) -> None:
    before = repacked(plain(Data=[["a"]]), {SHEET: change})
    after = noted(before, ["A1", "B3"])
    _hold(before, after, {SHEET})
    assert _said(after) == _said(before)
    sheet = _opened(after).worksheets[0]
    assert sheet["A1"].comment.text == sheet["B3"].comment.text
    assert sheet["A1"].value == "a"


def test_a_strict_workbook_stays_strict() -> None:
    strict = b"http://purl.oclc.org/ooxml/"
    pairs = (
        (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"spreadsheetml/main"),
        (
            b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
            b"officeDocument/relationships",
        ),
    )

    def changed(content: bytes) -> bytes:
        for usual, name in pairs:
            content = content.replace(usual, strict + name)
        return content

    book = plain(Data=[["a"]])
    before = repacked(book, dict.fromkeys(parts(book), changed))
    after = noted(before, ["A1", "C3"])
    _hold(before, after, {SHEET})
    assert _said(after) == _said(before)
    main, sheet = (XML(parts(after)[name]).tag for name in ("xl/workbook.xml", NEW_SHEET))
    assert {main[: main.index("}")], sheet[: sheet.index("}")]} == {
        "{" + strict.decode() + "spreadsheetml/main"
    }


def test_a_workbook_without_styles_gets_some() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts(with_cells("<row r='1'><c r='A1'><v>1</v></c></row>")).items():
            kept = re.sub(rb'<[^<>]*"[^"<>]*/?styles\.xml"[^<>]*>', b"", content)
            if name != "xl/styles.xml":
                archive.writestr(name, kept)
    assert b"styles.xml" not in b"".join(parts(stream.getvalue()).values())
    after = noted(stream.getvalue(), ["A1"])
    assert _opened(after).worksheets[0]["A1"].fill.fgColor.rgb == "FFFFC7CE"


# -------------------------------------------------------------------------------- what is special


def test_threaded_comments_are_left_alone() -> None:
    def threaded(content: bytes) -> bytes:
        return content.replace(b"<author>Ani</author>", b"<author>tc={0}</author>")

    before = repacked(books.rich_by_xlsxwriter(), {"xl/comments1.xml": threaded})
    after = noted(before, [finding("B2")])
    assert parts(after)["xl/comments1.xml"] == parts(before)["xl/comments1.xml"]
    assert _opened(after)["Temuan"]["D5"].value == "B2"


def test_a_signed_workbook_is_refused() -> None:
    def signed(content: bytes) -> bytes:
        kind = (
            b"http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
        )
        new = b'<Relationship Id="s" Type="%s" Target="_xmlsignatures/origin.sigs"/>' % kind
        return content.replace(b"</Relationships>", new + b"</Relationships>")

    content = repacked(plain(Data=[["a"]]), {"_rels/.rels": signed})
    with pytest.raises(NotAnnotatedError) as caught:
        noted(content, [])
    assert "tanda tangan" in caught.value.reason.id


def test_a_part_that_is_no_xml_is_refused() -> None:
    content = repacked(books.rich_by_xlsxwriter(), {"xl/comments1.xml": lambda _: b"<comments>"})
    with pytest.raises(NotAnnotatedError):
        noted(content, [finding("B2")])


def test_macros_stay_and_want_their_ending() -> None:
    def macros(content: bytes) -> bytes:
        plain_type = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
        return content.replace(plain_type, b"application/vnd.ms-excel.sheet.macroEnabled.main+xml")

    content = repacked(plain(Data=[["a"]]), {"[Content_Types].xml": macros})
    assert ending_of(Opened(NAME, "", "xlsx", content)) == ".xlsm"
    assert ending_of(Opened(NAME, "", "xlsx", plain(Data=[["a"]]))) == ".xlsx"


@pytest.mark.slow
def test_libreoffice_opens_what_was_written_and_what_it_saved(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed: nothing was opened by it")
    first, saved, again = (tmp_path / name for name in ("a", "b", "c"))
    first.mkdir()
    made = {"kaya": books.rich_by_xlsxwriter(), "lain": books.rich_by_openpyxl()}
    for path in CORPUS[::4]:
        sheet = sheets.read_sheet(path)
        made[path.stem] = sheets.by_xlsxwriter(sheet.rows, sheet.merges)
    for name, content in made.items():
        (first / f"{name}.xlsx").write_bytes(noted(content, ["B2", "D40"]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for source, target in ((first, saved), (saved, again)):
        words = (program, "--headless", profile, "--convert-to", "xlsx", "--outdir", str(target))
        files = map(str, sorted(source.iterdir()))
        subprocess.run((*words, *files), check=True, capture_output=True, timeout=170)
        if target == saved:
            for path in saved.iterdir():
                before = path.read_bytes()
                after = noted(before, ["B3", "D41"])
                _hold(before, after, {*parts(before)} - {"xl/sharedStrings.xml"})
                path.write_bytes(after)
    assert len([*again.iterdir()]) == len(made)
    for path in again.iterdir():
        book = _opened(path.read_bytes())
        sheet = book.worksheets[0]
        assert "Temuan" in book.sheetnames
        assert "Temuan 2" in book.sheetnames
        for cell in ("D40", "D41"):
            assert sheet[cell].comment.text.startswith("galat IKU310")
            assert sheet[cell].fill.fgColor.rgb == "FFFFC7CE"
