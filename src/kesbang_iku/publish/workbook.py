"""A table for a spreadsheet: a workbook that can be worked with at once, or CSV for Excel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from decimal import Decimal
from fractions import Fraction
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, Final

from kesbang_iku.extras import require_extra
from kesbang_iku.findings import decimal_text
from kesbang_iku.sources.csv_text import as_meant
from kesbang_iku.sources.document import NumberText

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS: Final = 1_048_575
"""So many rows a sheet has below its head."""
MADE: Final = datetime(2000, 1, 1, tzinfo=UTC)
"""When every workbook says it was made, so that the same answer is the same file."""
_EXACT_DIGITS: Final = 15
"""A number with more digits would be stored as another one; it is written as a text."""
_LONGEST_TEXT: Final = 32_767
"""So many characters a cell holds."""
_NARROWEST: Final = 6
_WIDEST: Final = 60
_LOOKED_AT: Final = 1_000
"""The rows that the widths of columns are taken from."""
_A4: Final = 9
_NUMBERS: Final = frozenset(
    {"nilai", "target", "capaian", "capaian_tanpa_batas", "keyakinan", "tahun", "baris", "kolom",
     "desimal", "mulai", "selesai", "jumlah", "item", "selaras", "menyimpang", "lokal",
     "tanpa_padanan", "melapor", "seharusnya", "peringkat", "terbaik", "terburuk"}
)  # fmt: skip
"""The columns that hold numbers, beside those of spreads; all others hold codes, dates, words."""
_TAKEN_FOR_ONE: Final = re.compile(r"(?=\D*\d)(?:0\d+|[\d.,/:+-]*[.,/:+-][\d.,/:+-]*)", re.ASCII)
_MARK: Final = "\ufeff"
_PLAIN: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
"""A text stays a text, whatever it begins with."""


class TooLargeForASheetError(Exception):
    """A table has more rows than a sheet; nothing of it is written."""


def workbook_of_csv(text: str, title: str) -> bytes:
    """Return a CSV table of this library as a workbook with one sheet, called ``title``.

    Raises:
        MissingExtraError: the library that writes workbooks is not installed.
        TooLargeForASheetError: there are more rows than a sheet has.
    """
    rows = csv.reader(io.StringIO(text, newline=""))
    columns = next(rows, [])
    cells = ([_cell_of(*pair) for pair in zip(columns, row, strict=True)] for row in rows)
    return workbook_of(columns, cells, title)


def _cell_of(column: str, written: str) -> object:
    return Decimal(written) if is_number(column, written) else as_meant(written)


def workbook_of(columns: Sequence[str], rows: Iterable[Sequence[object]], title: str) -> bytes:
    """Return a table as a workbook: typed numbers, a head that stays and filters, ready to print.

    Args:
        columns: the headings.
        rows: a cell is a number, a text, a list of texts, or ``None`` for an empty one. A number
            shows as many decimals as it has; that of a file is one, too.
        title: what the sheet is called.

    Raises:
        MissingExtraError: the library that writes workbooks is not installed.
        TooLargeForASheetError: there are more rows than a sheet has.
    """
    require_extra("xlsxwriter", "excel")
    import xlsxwriter  # noqa: PLC0415  # light: an extra

    kept = [*islice(rows, MOST_ROWS + 1)]
    if len(kept) > MOST_ROWS:
        raise TooLargeForASheetError
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    book.set_properties({"title": title, "created": MADE})
    sheet = book.add_worksheet(title)
    sheet.write_row(0, 0, columns, book.add_format({"bold": True, "bottom": 1, "valign": "top"}))
    # The formats of cells, each made when it is first needed.
    looks = cache(lambda **settings: book.add_format({"valign": "top", **settings}))
    for number, row in enumerate(kept, start=1):
        for index, cell in enumerate(row):
            _write(sheet, (number, index), cell, looks)
    for index, column in enumerate(columns):
        sheet.set_column(index, index, _width([column, *(row[index] for row in kept[:_LOOKED_AT])]))
    _lay_out(sheet, len(kept), len(columns))
    book.close()
    return out.getvalue()


def _write(sheet: Worksheet, at: tuple[int, int], cell: object, looks: Callable[..., Any]) -> None:
    text = _text(cell)
    if not text:
        return
    number = isinstance(cell, int | Decimal | Fraction | NumberText) and type(cell) is not bool
    if number and _PLAIN.fullmatch(text) and sum(map(str.isdigit, text)) <= _EXACT_DIGITS:
        decimals = len(text.partition(".")[2])
        shown = f"0.{'0' * decimals}" if decimals else "0"
        sheet.write_number(*at, float(text), looks(num_format=shown))
        return
    if len(text) > _LONGEST_TEXT:
        text = f"{text[: _LONGEST_TEXT - 1]}…"
    sheet.write_string(*at, text, looks(num_format="@", text_wrap=len(text) > _WIDEST))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    if isinstance(cell, Fraction):
        return decimal_text(cell) or str(cell)
    if isinstance(cell, list | tuple):
        return "; ".join(map(str, cell))
    return str(cell)


def _width(cells: Iterable[object]) -> int:
    longest = max(len(_text(cell)) for cell in cells) + 2
    return min(max(longest, _NARROWEST), _WIDEST)


def _lay_out(sheet: Worksheet, rows: int, columns: int) -> None:
    """Let the head stay, filter, and stand on each printed page."""
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, max(columns - 1, 0))
    sheet.repeat_rows(0)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def for_excel(text: str) -> str:
    """Return a CSV table such that Excel in Indonesian shows each cell as it is meant.

    Numbers get a decimal comma. A code or fraction that Excel would take for a number or a date
    (``62.71``, ``17/20``) is written as a text for it: ``="62.71"``.
    """
    rows = csv.reader(io.StringIO(text, newline=""))
    header = next(rows, [])
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows(
        [_cell(name, cell) for name, cell in zip(header, row, strict=True)] for row in rows
    )
    return _MARK + out.getvalue()


def is_number(column: str, cell: str) -> bool:
    """Say whether a cell of a column holds a number, and no code or word."""
    known = column in _NUMBERS or column.startswith("sebaran_")
    return known and _PLAIN.fullmatch(cell) is not None


def _cell(column: str, cell: str) -> str:
    if is_number(column, cell):
        return cell.replace(".", ",")
    if _TAKEN_FOR_ONE.fullmatch(cell):
        return f'="{cell}"'
    return cell
