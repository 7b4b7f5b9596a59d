"""CSV as an Indonesian Excel opens it: semicolons, decimal commas, a byte order mark."""

from __future__ import annotations

import csv
import io
import re
from typing import Final

_NUMBERS: Final = frozenset(
    {"nilai", "target", "capaian", "capaian_tanpa_batas", "keyakinan", "tahun", "baris", "kolom",
     "desimal", "mulai", "selesai", "jumlah", "item", "selaras", "menyimpang", "lokal",
     "tanpa_padanan"}
)  # fmt: skip
"""The columns that hold numbers; all others hold codes, dates and words."""
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?", re.ASCII)
_TAKEN_FOR_ONE: Final = re.compile(r"(?=\D*\d)(?:0\d+|[\d.,/:+-]*[.,/:+-][\d.,/:+-]*)", re.ASCII)
_MARK: Final = "\ufeff"


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
    return column in _NUMBERS and _NUMBER.fullmatch(cell) is not None


def _cell(column: str, cell: str) -> str:
    if is_number(column, cell):
        return cell.replace(".", ",")
    if _TAKEN_FOR_ONE.fullmatch(cell):
        return f'="{cell}"'
    return cell
