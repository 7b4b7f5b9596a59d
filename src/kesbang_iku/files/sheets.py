"""The tables of a file that have the columns somebody is looking for, sheet by sheet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from kesbang_iku.diagnostics import Finding, Place, Text
from kesbang_iku.files.grid import Grid
from kesbang_iku.files.layouts import Header, TableReader, find_header
from kesbang_iku.files.table_findings import SHEET_SKIPPED, TABLE_UNKNOWN

_SHOWN = 10


def matching_tables(
    grids: Sequence[Grid],
    fits: Callable[[Header], bool],
    contents: Text,
    columns: Sequence[str],
    findings: list[Finding],
) -> Iterator[TableReader]:
    """Yield the tables of ``grids`` whose header ``fits``, and note the sheets that have none.

    ``contents`` is what such a table holds, in words; ``columns`` are headers it would have. A
    file without a single such table is a finding of level ``galat``.
    """
    others: list[Grid] = []
    found = False
    for grid in grids:
        header = find_header(grid)
        if header is not None and fits(header):
            found = True
            yield TableReader(grid, header, findings)
        else:
            others.append(grid)
    if found:
        for grid in others:
            place = Place(berkas=grid.source)
            name = str(grid.name)
            findings.append(
                SHEET_SKIPPED.at(
                    place, value=name, lembar=name, isi=contents.id, isi_en=contents.en
                )
            )
    elif grids:
        findings.append(
            TABLE_UNKNOWN.at(
                grids[0].start, perlu=contents.id, perlu_en=contents.en, contoh="; ".join(columns)
            )
        )
