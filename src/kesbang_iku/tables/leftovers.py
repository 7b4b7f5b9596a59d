"""What of a sheet is in none of its tables, and whether that speaks of indicators."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.sentences import tables as said_of
from kesbang_iku.sources.grid import Grid, GridRow
from kesbang_iku.tables.context import KnownContext, Titles, find_setting
from kesbang_iku.tables.headings import TableWords
from kesbang_iku.tables.meanings import VALUES, YEAR
from kesbang_iku.tables.notes import EXAMPLE
from kesbang_iku.tables.read_table import NO_INDICATORS, ReadTable
from kesbang_iku.tables.turned import holds_numbers

_TIMES: Final = (YEAR, "periode")
_SPEAKING: Final = VALUES | {"nilai"}
_BESIDE: Final = ("satuan", "wilayah")
"""Beside these years alone may be of values."""
_HEADS: Final = 2
"""How far below the names of indicators the first time may stand beside them."""
_SHOWN: Final = 12


def unread(
    grid: Grid,
    tables: Sequence[ReadTable],
    lying: Sequence[Sequence[GridRow]],
    file: str,
    options: KnownContext,
    words: TableWords,
    findings: list[Finding],
) -> Iterator[ReadTable]:
    """Yield what of a sheet is in none of its tables; tell if it speaks of indicators.

    A sheet without any table is one of no indicators, whatever it speaks of. Rows ``lying`` on
    their side in a way that is not read speak of indicators from the first.
    """
    inside = [table.covered for table in tables]
    inside += [range(rows[0].number, rows[-1].number + 1) for rows in lying]
    found: list[tuple[Sequence[GridRow], GridRow | None]] = [(rows, rows[0]) for rows in lying]
    for stretch in _stretches(grid.rows, inside):
        speaking = _speaking_row(replace(grid, rows=stretch), words)
        if not inside or (speaking is not None and any(map(holds_numbers, stretch))):
            found.append((stretch, speaking))
    for rows, speaking in found:
        if speaking is not None:
            place = grid.place(speaking.number, min(speaking.cells))
            findings.append(
                kinds.TABLE_UNKNOWN.at(place, perlu=said_of.INDICATOR_TABLES, contoh=EXAMPLE)
            )
        titles = [" ".join(row.cells.values()) for row in rows[:_SHOWN]]
        setting = find_setting(Titles(titles, [], grid.name, file), options, words)
        first, last = rows[0].number, rows[-1].number
        heads = (first, first) if speaking is None else (speaking.number, speaking.number)
        part = replace(grid, rows=tuple(rows))
        yield ReadTable(part, NO_INDICATORS, None, heads, (first, last), setting, (), (), ())


def _stretches(rows: Sequence[GridRow], inside: Sequence[range]) -> Iterator[tuple[GridRow, ...]]:
    """Yield the rows that stand together in none of the spans ``inside``."""
    for read, group in groupby(rows, lambda row: any(row.number in span for span in inside)):
        if not read:
            yield tuple(group)


def _speaking_row(grid: Grid, words: TableWords) -> GridRow | None:
    """Return where a table of indicators seems to begin whose headers are not known."""
    named = (at for at, row in enumerate(grid.rows) if _speaks_of_values(row, words))
    speaking = _top_of(grid, next(named, None))
    return speaking or _speaking_column(grid, words) or _row_of_names(grid, words)


def _speaking_column(grid: Grid, words: TableWords) -> GridRow | None:
    """Return the first row of a table whose headers stand below one another in a column."""
    found: dict[int, list[int]] = defaultdict(list)
    for at, row in enumerate(grid.rows):
        for index, text in row.cells.items():
            if len(row.cells) > 1 and words.text(text).role in VALUES:
                found[index].append(at)
    return _top_of(grid, next((rows[0] for rows in found.values() if len(rows) > 1), None))


def _top_of(grid: Grid, at: int | None) -> GridRow | None:
    """Return the first of the rows with several cells that go on down to row ``at``."""
    while at and len(grid.rows[at - 1].cells) > 1:
        at -= 1
    return None if at is None else grid.rows[at]


def _row_of_names(grid: Grid, words: TableWords) -> GridRow | None:
    """Return the headers of a table with a row a time and the names of indicators above it."""
    for number, row in enumerate(grid.rows):
        corners = [at for at, text in row.cells.items() if words.text(text).role in _TIMES]
        if not corners or not any(map(words.measures.match, row.cells.values())):
            continue
        below = grid.rows[number + 1 : number + 1 + _HEADS]
        if any(words.only_dates(one.cells.get(at, "")) for one in below for at in corners):
            return row
    return None


def _speaks_of_values(row: GridRow, words: TableWords) -> bool:
    """Say whether a row may be the headers of a table that was not understood."""
    texts = [text for text in row.cells.values() if len(text.split()) <= _SHOWN]
    said = [words.text(text) for text in texts]
    beside = any(words.told(one.role or "") in _BESIDE for one in said)
    known = [one for one in said if one.role in _SPEAKING or (beside and one.dated)]
    return len(row.cells) > 1 and (len(known) > 1 or any(map(words.names_indicators, texts)))
