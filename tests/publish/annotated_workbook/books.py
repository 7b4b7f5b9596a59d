"""Workbooks of several makers with all that must not be lost, and a look at what became of them."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from xlsxwriter.workbook import Workbook

from kesbang_iku.findings import Finding, Place, kinds
from kesbang_iku.publish.annotated_workbook.annotation import annotated
from kesbang_iku.sources.reading import Opened
from tests.workbooks import workbook

NAME = "buku.xlsx"


def finding(cell: str, value: str = "9", sheet: str = "") -> Finding:
    """Return a finding about a cell: a code that is not known."""
    place = Place(berkas=NAME, sel=f"{sheet}!{cell}" if sheet else cell)
    return kinds.UNKNOWN_CODE.at(place, value=value, kode=value, usul=value)


def noted(content: bytes, cells: Iterable[str | Finding]) -> bytes:
    """Return a workbook with findings about some of its cells in it."""
    told = [one if isinstance(one, Finding) else finding(one) for one in cells]
    return annotated(Opened(NAME, "", "xlsx", content), told)


def parts(content: bytes) -> Mapping[str, bytes]:
    """Return the parts of a workbook by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def picture() -> io.BytesIO:
    """Return a picture of one point."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    body = chunk(b"IDAT", zlib.compress(b"\0\xff\0\0"))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + body + chunk(b"IEND", b""))


def rich_by_xlsxwriter() -> bytes:
    """Return a workbook with everything that another library would drop or change."""

    def build(book: Workbook) -> None:
        sheet = book.add_worksheet("Renstra & 'IKU' 2025")
        money = book.add_format({"num_format": "#,##0", "bg_color": "#00FF00", "bold": True})
        sheet.set_column(0, 0, 30, money)
        sheet.set_row(9, 40, money)
        sheet.write_row("A1", ["nama", "target 2025", "target 2026"])
        sheet.write_row("A2", ["Satu", 1, 2])
        sheet.write_row("A3", ["Dua", 3, 4], money)
        sheet.write_formula("B4", "=SUM(B2:B3)", None, 4)
        sheet.merge_range("A6:C7", "gabungan")
        sheet.write_comment("B2", "milik orang lain", {"author": "Ani", "visible": True})
        sheet.write_comment("C2", "satu lagi")
        sheet.data_validation("B2:B9", {"validate": "list", "source": ["1", "2"]})
        sheet.conditional_format("B2:C9", {"type": "cell", "criteria": ">", "value": 2})
        sheet.insert_image("E2", "titik.png", {"image_data": picture()})
        sheet.set_header("&L&G", {"image_left": "titik.png", "image_data_left": picture()})
        chart: Any = book.add_chart({"type": "column"})
        chart.add_series({"values": ["Renstra & 'IKU' 2025", 1, 1, 2, 1]})
        sheet.insert_chart("E9", chart)
        sheet.write_url("A9", "https://example.org")
        sheet.insert_button("G2", {"caption": "Tombol"})
        sheet.add_table("A20:B22", {"columns": [{"header": "a"}, {"header": "b"}]})
        sheet.protect("rahasia")
        sheet.freeze_panes(1, 1)
        sheet.autofilter("A1:C4")
        hidden = book.add_worksheet("Tersembunyi")
        hidden.write("A1", "rahasia")
        hidden.hide()
        book.define_name("Sasaran", "='Renstra & ''IKU'' 2025'!$B$2")
        line: Any = book.add_chart({"type": "line"})
        line.add_series({"values": ["Renstra & 'IKU' 2025", 1, 1, 2, 1]})
        book.add_chartsheet("Grafik").set_chart(line)

    return workbook(build)


def rich_by_openpyxl() -> bytes:
    """Return a like workbook by another writer."""
    import openpyxl
    from openpyxl.chart import BarChart, Reference
    from openpyxl.comments import Comment
    from openpyxl.worksheet.datavalidation import DataValidation

    book: Any = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Renstra"
    for row in (["nama", "target 2025"], ["Satu", 1], ["Dua", "=B2*2"]):
        sheet.append(row)
    sheet["B2"].comment = Comment("milik orang lain", "Ani")
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=2, min_row=2, max_row=3))
    sheet.add_chart(chart, "D2")
    listed = DataValidation(type="list", formula1='"1,2"')
    sheet.add_data_validation(listed)
    listed.add("B2:B9")
    book.create_sheet("Lain")["A1"] = "lain"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
