"""Workbooks for examples, from a description that people can read beside what is found in them.

They hold no more than a reader needs to find what an example is about.

A sheet starts with a line ``== its name``, followed by ``(tersembunyi)`` if it is hidden; below it
stands a line a row, cells apart by ``|``. The same word hides the row that it starts, and the
column whose first cell it ends. A cell is text unless it looks like what a spreadsheet
holds as something else: ``7,04`` is a number, ``81,69%`` one that is shown as a percentage,
``2025-04-03`` a date, ``#DIV/0!`` a failed formula, and ``=B2/C2`` one that was never computed. In
a text ``20^1`` has its last digit raised, and ``~15~17`` its first two struck out.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final
from xml.sax.saxutils import escape, quoteattr

_HIDDEN: Final = "(tersembunyi)"
_NUMBER: Final = re.compile(r"\d+(?:,\d+)?(%?)", re.ASCII)
_MARKED: Final = re.compile(r"\^(?P<superscript>[0-9]+)|~(?P<strike>[^~]+)~", re.ASCII)
_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_FIRST_DAY: Final = date(1899, 12, 30)
_PERCENT, _DAY = 1, 2
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_STYLES: Final = (
    f'<styleSheet xmlns="{_MAIN}"><cellXfs count="3"><xf numFmtId="0"/>'
    '<xf numFmtId="10" applyNumberFormat="1"/><xf numFmtId="14" applyNumberFormat="1"/>'
    "</cellXfs></styleSheet>"
)


def workbook_of(description: str) -> bytes:
    """Return the ``.xlsx`` workbook that ``description`` describes."""
    sheets = list(_sheets(description))
    listed = "".join(
        f"<sheet name={quoteattr(name)} sheetId='{number}' r:id='s{number}'"
        f"{' state=' + quoteattr('hidden') if hidden else ''}/>"
        for number, (name, hidden, _) in enumerate(sheets, 1)
    )
    links = "".join(
        f'<Relationship Id="s{number}" Type="{_LINKS}/worksheet" '
        f'Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PACKAGE}">{links}'
        f'<Relationship Id="styles" Type="{_LINKS}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _STYLES,
    }
    for number, (_, _, rows) in enumerate(sheets, 1):
        columns = _hidden_columns(rows[:1])
        body = "".join(map(_row, rows))
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{_MAIN}">{columns}<sheetData>{body}</sheetData></worksheet>'
        )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return stream.getvalue()


def _sheets(description: str) -> Iterator[tuple[str, bool, list[list[str]]]]:
    """Yield name, whether it is hidden, and the rows of each sheet."""
    for part in re.split(r"^== ", description, flags=re.MULTILINE)[1:]:
        title, *lines = part.rstrip("\n").split("\n")
        rows = [[cell.strip() for cell in line.split("|")] for line in lines]
        yield title.removesuffix(_HIDDEN).strip(), title.endswith(_HIDDEN), rows


def _hidden_columns(first: list[list[str]]) -> str:
    hidden = [at for row in first for at, text in enumerate(row, 1) if text.endswith(_HIDDEN)]
    columns = "".join(f'<col min="{at}" max="{at}" hidden="1"/>' for at in hidden)
    return f"<cols>{columns}</cols>" if hidden else ""


def _row(cells: list[str]) -> str:
    hidden = ' hidden="1"' if cells[0].startswith(_HIDDEN) else ""
    return f"<row{hidden}>{''.join(map(_cell, cells))}</row>"


def _cell(text: str) -> str:
    """Return a cell; an empty one keeps its place."""
    text = text.removeprefix(_HIDDEN).removesuffix(_HIDDEN).strip()
    number = _NUMBER.fullmatch(text)
    if number is not None:
        value = Decimal(text.rstrip("%").replace(",", "."))
        shown = value / 100 if number[1] else value
        return f'<c s="{_PERCENT if number[1] else 0}"><v>{shown}</v></c>'
    if _DATE.fullmatch(text):
        return f'<c s="{_DAY}"><v>{(date.fromisoformat(text) - _FIRST_DAY).days}</v></c>'
    if text.startswith("="):
        return f"<c><f>{escape(text[1:])}</f></c>"
    if text.startswith("#"):
        return f'<c t="e"><v>{escape(text)}</v></c>'
    return f'<c t="inlineStr"><is>{_runs(text)}</is></c>' if text else "<c/>"


def _runs(text: str) -> str:
    """Return a text, in runs if some of its signs are raised or struck out."""
    if _MARKED.search(text) is None:
        return f"<t>{escape(text)}</t>"
    runs, end = [], 0
    for found in _MARKED.finditer(text):
        raised, struck = found["superscript"], found["strike"]
        font = "<strike/>" if raised is None else '<vertAlign val="superscript"/>'
        runs.append(f"<r><t>{escape(text[end : found.start()])}</t></r>")
        runs.append(f"<r><rPr>{font}</rPr><t>{escape(raised or struck)}</t></r>")
        end = found.end()
    return "".join([*runs, f"<r><t>{escape(text[end:])}</t></r>"])
