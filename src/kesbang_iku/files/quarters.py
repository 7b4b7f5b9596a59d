"""Columns of a performance table that are of a part of the year, and whether all are understood.

Where one is not, the target or value of a quarter could be taken for that of the year; then no
achievement of the table is judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from kesbang_iku.files.header_rows import VALUES
from kesbang_iku.files.headers import PLANNED
from kesbang_iku.files.layouts import TableReader
from kesbang_iku.files.untitled_columns import Untitled
from kesbang_iku.files.year_parts import part_of_year

_TARGET: Final = re.compile(r"(?<![^\W_])(?:target|rencana)(?![^\W_])", re.IGNORECASE)
_NUMBER: Final = re.compile(r"(?:Rp\.?\s*)?-?[0-9][0-9.,]*\s*%?", re.IGNORECASE)
_QUARTER: Final = "triwulan_"
_OF_YEAR: Final = (PLANNED, "realisasi", "capaian")


def unclear_parts(reading: TableReader) -> tuple[int, ...]:
    """Return the columns of parts of the year that are not understood, from the left.

    Understood is the realised value of each quarter, once; and a table that is of one part of the
    year as a whole, with its target, value and achievement.
    """
    used, titles = reading.used, reading.header.titles
    named = {index: part_of_year(title) for index, title in titles.items() if _is_part(title)}
    quarters = {index for index, column in used.items() if column.nama.startswith(_QUARTER)}
    unread = {index for index in named.keys() - used.keys() if _holds_numbers(reading, index)}
    of_year = {named.get(index) for index, column in used.items() if column.nama in _OF_YEAR}
    found = unread | set(_no_values(reading, quarters))
    if unread or quarters or len(of_year) > 1:
        others = named.keys() & used.keys() - quarters
        found |= {index for index in others if used[index].nama in VALUES}
    return tuple(sorted(found))


def _no_values(reading: TableReader, quarters: Iterable[int]) -> Iterator[int]:
    """Yield those of the ``quarters`` that are no realised value: a target, or several columns."""
    untitled = Untitled(reading)
    for index in quarters:
        planned = _TARGET.search(reading.header.titles[index]) is not None
        if planned or untitled.beside(index, _is_part):
            yield index


def _is_part(title: str) -> bool:
    return part_of_year(title) is not None


def _holds_numbers(reading: TableReader, index: int) -> bool:
    texts = (row.cells.get(index, "") for row in reading.body())
    return any(_NUMBER.fullmatch(text.strip()) for text in texts)
