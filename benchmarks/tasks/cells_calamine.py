"""What calamine does with a workbook, timed in an environment of its own."""

from __future__ import annotations

from collections.abc import Callable

from python_calamine import CalamineWorkbook


def cells(file: str) -> Callable[[], object]:
    """Return reading the values of all cells of a workbook."""

    def read() -> None:
        book = CalamineWorkbook.from_path(file)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()

    return read
