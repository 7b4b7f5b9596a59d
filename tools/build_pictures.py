"""Write the pictures of the guides: workbooks as LibreOffice shows them, on paper of their size.

``make pictures`` runs it in an environment of its own. Each picture is of a workbook that a command
of this tree wrote, filled in and computed here; nothing is drawn by hand. Headings of rows and
columns are printed, so that a picture looks as the sheet does on a screen.
"""

from __future__ import annotations

import io
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import openpyxl
import pypdfium2
from openpyxl.worksheet.page import PageMargins
from PIL import Image, ImageChops

from kesbang_iku.cli import main
from kesbang_iku.publish.template.lines import INPUT
from kesbang_iku.publish.template.plan import INPUT as PLAN

ROOT: Final = Path(__file__).resolve().parents[1]
_TO: Final = ROOT / "docs" / "gambar"
_WIDTH: Final = 1200
_COLOURS: Final = 64
_PATIENCE: Final = 120
_RENSTRA: Final = (
    ("No", "Indikator Kinerja Utama", "Satuan", "Baseline 2024", "Target 2025", "Target 2026"),
    (1, "Indeks Harmoni Indonesia", "Indeks", 7.03, 7.04, 7.05),
    (2, "Indeks Demokrasi Indonesia", "Indeks", 81.69, 81.69, 82.12),
    (3, "Persentase Penyelesaian Konflik", "Persentase", 100, 100, 100),
    (4, "Jumlah Organisasi Masyarakat yang dibina", "Angka", 65, None, 69),
)
_INDONESIAN: Final = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse">
<value>id-ID</value></prop></item></oor:items>
"""
"""The settings of LibreOffice in which numbers look as they do in Indonesia."""
Cells = Mapping[str, object]


def build() -> None:
    """Write all pictures anew."""
    with TemporaryDirectory() as made:
        folder = Path(made)
        report, plan, own = (
            folder / name for name in ("isian.xlsx", "rencana.xlsx", "renstra.xlsx")
        )
        where = ("--wilayah", "62.71")
        codes = ("--kode", "KBP-POL-15", "--kode", "KBP-WAS-02")
        _run("template", *where, "--tahun", "2025", *codes, "-o", report)
        _run("template", *where, "--rencana", *codes, "-o", plan)
        _take("isian-kosong", report, INPUT, "A6:L20", {})
        numbers = _numbers(report)
        _take("isian-terisi", report, INPUT, "A6:L40", numbers, rows=range(10, 29))
        _take("rencana-terisi", plan, PLAN, "A6:L25", _targets(), rows=range(13, 22), columns="EG")
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.title = "IKU"
        for row in _RENSTRA:
            sheet.append(row)
        for column, width in zip("ABCDEFG", (5, 42, 12, 14, 12, 12, 13), strict=True):
            sheet.column_dimensions[column].width = width
        book.save(own)
        noted, aligned = folder / "catatan.xlsx", folder / "kode.xlsx"
        _run("validate", own, "--catat", noted)
        _run("align", own, "--tingkat", "kabupaten", "--catat", aligned, "--isi-kode")
        _take("catatan-sel", noted, "IKU", "A1:F5", {})
        _take("catatan-temuan", noted, "Temuan", "A1:G8", {})
        _take("kode-terisi", aligned, "IKU", "A1:G5", {})


def _run(*words: str | Path) -> None:
    main([*map(str, words), "--quiet"])


def _numbers(file: Path) -> Cells:
    """Return what a person types into the report: by the code and the period of a row."""
    typed = {
        ("KBP-POL-15", "triwulan-1"): (3, 4),
        ("KBP-POL-15", "triwulan-2"): (8, 8),
        ("KBP-POL-15", "triwulan-3"): (0, 0),
        ("KBP-POL-15", "triwulan-4"): (5, 5),
        ("KBP-WAS-02", "tahunan"): (17, 20),
    }
    targets = {("KBP-POL-15", "tahunan"): 95, ("KBP-WAS-02", "tahunan"): 90}
    cells: dict[str, object] = {}
    at: dict[tuple[object, object], int] = {}
    for row in openpyxl.load_workbook(file)[INPUT].iter_rows(min_row=10, max_col=3):
        key = (row[0].value, row[2].value)
        number = at[key] = at.get(key, -1) + 1
        if key in typed:
            cells[f"F{row[0].row}"] = typed[key][number]
        if key in targets and number == 0:
            cells[f"G{row[0].row}"] = targets[key]
    return cells


def _targets() -> Cells:
    """Return what a person types into the plan; one target goes back."""
    rows = {
        10: ("Harmoni masyarakat meningkat", "Kemendagri", 7.03, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6),
        23: ("Konflik terselesaikan", "Laporan Timdu", 80, 82, 84, 83, 88, 90, 90),
    }
    columns = "BGHIJKLMN"
    cells = {f"{column}{row}": value for row, values in rows.items()
             for column, value in zip(columns, values, strict=True)}  # fmt: skip
    own = ("C24", "Jumlah posko kewaspadaan dini"), ("D24", "unit"), ("F24", "maksimalkan")
    return {**cells, **dict(own), "H24": 3, "I24": 4, "J24": 5}


def _take(
    name: str,
    file: Path,
    sheet: str,
    area: str,
    cells: Cells,
    *,
    rows: range = range(0),
    columns: str = "",
) -> None:
    """Write a picture of an area of a sheet, with ``cells`` filled in.

    ``rows`` and ``columns`` are hidden, so that what is shown can be read.
    """

    def change(book: Any) -> None:  # noqa: ANN401 - the library is published without types
        for other in [one for one in book.worksheets if one.title != sheet]:
            other.sheet_state = "hidden"
        shown = book[sheet]
        book.active = book.worksheets.index(shown)
        for at, value in cells.items():
            shown[at] = value
        for row in rows:
            shown.row_dimensions[row].hidden = True
        for column in columns:
            shown.column_dimensions[column].hidden = True
        shown.print_area = area
        shown.print_title_rows = None
        shown.print_options.headings = shown.print_options.gridLines = True
        shown.page_margins = PageMargins(0.1, 0.1, 0.1, 0.1, 0, 0)
        shown.oddFooter.left.text = shown.oddFooter.right.text = None
        shown.page_setup.orientation = "landscape"
        shown.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(
            fitToPage=True
        )
        shown.page_setup.fitToHeight = 0

    picture = _drawn(file, change)
    picture.convert("P", palette=Image.Palette.ADAPTIVE, colors=_COLOURS).save(
        _TO / f"{name}.png", optimize=True
    )


def _drawn(file: Path, change: Callable[[Any], None]) -> Image.Image:
    """Return the first page of a workbook, without the paper around it."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("LibreOffice is not installed: no picture was made.")
    with TemporaryDirectory() as made:
        folder = Path(made)
        book = openpyxl.load_workbook(file)
        change(book)
        book.save(folder / "gambar.xlsx")
        settings = folder / "profil" / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_INDONESIAN, "utf-8")
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        words = (program, profile, "--headless", "--convert-to", "pdf", "--outdir", made)
        line = (*words, str(folder / "gambar.xlsx"))
        subprocess.run(line, check=True, capture_output=True, timeout=_PATIENCE)
        document = pypdfium2.PdfDocument(io.BytesIO((folder / "gambar.pdf").read_bytes()))
        page = document[0]
        drawn: Image.Image = page.render(scale=3).to_pil().convert("RGB")
    white = Image.new("RGB", drawn.size, "white")
    box = ImageChops.difference(drawn, white).getbbox()
    cut = drawn.crop(box)
    return cut.resize((_WIDTH, cut.height * _WIDTH // cut.width), Image.Resampling.LANCZOS)


if __name__ == "__main__":
    build()
