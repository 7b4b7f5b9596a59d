"""The tables of a file that have the columns somebody is looking for, sheet by sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kesbang_iku.files.grid import Grid
from kesbang_iku.files.header_rows import Header, find_header
from kesbang_iku.files.layouts import TableReader
from kesbang_iku.findings import Finding, Place, Text, kinds

_SHOWN = 10


def matching_tables(
    grids: Sequence[Grid],
    fits: Sequence[Callable[[Header], bool]],
    contents: Text,
    columns: Sequence[str],
    findings: list[Finding],
) -> Iterator[TableReader]:
    """Yield the tables of ``grids`` with a header that fits, and note the sheets that have none.

    Of several ways in which a header ``fits``, the first that any table has counts. ``contents`` is
    what such a table holds, in words; ``columns`` are headers it would have. A file without a
    single such table is a finding of level ``galat``.
    """
    headed = [(grid, find_header(grid)) for grid in grids]
    tables: list[TableReader] = []
    for fit in fits:
        tables += [
            TableReader(grid, header, findings)
            for grid, header in headed
            if header is not None and fit(header)
        ]
        if tables:
            break
    yield from tables
    if tables:
        others = [grid for grid in grids if all(grid is not table.grid for table in tables)]
        for grid in others:
            place = Place(berkas=grid.source)
            name = str(grid.name)
            findings.append(kinds.SHEET_SKIPPED.at(place, value=name, lembar=name, isi=contents))
    elif grids:
        findings.append(
            kinds.TABLE_UNKNOWN.at(grids[0].start, perlu=contents, contoh="; ".join(columns))
        )
