"""Rows that say of when those below them are, and nothing else: ``TAHUN 2023``, ``Triwulan I``."""

from collections.abc import Mapping
from typing import Final

from kesbang_iku.sources.document import NumberText
from kesbang_iku.tables.blocks import TableRegion
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import Heading

SECTION: Final = TableColumn(-1, ("",), "periode")
"""Where a row has what such a row above it says: in a column that no sheet has."""


def dated_rows(region: TableRegion, words: TableWords) -> Mapping[int, Heading]:
    """Return by their numbers the rows that date those below them, with what they say.

    Args:
        region: the table.
        words: the words of tables.
    """
    single = [row for row in region.below if len(row.cells) == 1]
    if not single:
        return {}
    values = min(
        (at for at, one in region.block.headings.items() if words.holds_values(one)), default=0
    )
    found: dict[int, Heading] = {}
    for row in single:
        ((index, text),) = row.cells.items()
        # A number below values may be one of them; a text is none, wherever it stands.
        written = index < values or not isinstance(text, NumberText)
        if written and words.only_dates(text):
            found[row.number] = words.text(text)
    valued = (row for row in reversed(region.below) if len(row.cells) > 1)
    last = next((row.number for row in valued if max(row.cells) >= values), 0)
    return {number: said for number, said in found.items() if number < last}
