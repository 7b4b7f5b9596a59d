"""Reading reports from YAML, JSON, CSV and XLSX, each number with the place it stands at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from kesbang_iku.findings import Finding, Place, Text, kinds, sentences
from kesbang_iku.findings.misuse import misuse_told
from kesbang_iku.findings.waiting import part
from kesbang_iku.sources.collector import paused_gc
from kesbang_iku.sources.personal import read_table_without_numbers, secrets_of
from kesbang_iku.sources.reading import Opened, open_source, read_documents
from kesbang_iku.sources.reports import (
    COLUMNS,
    IDENTITY,
    Reports,
    in_system,
    reports_from_documents,
)
from kesbang_iku.sources.text_reader import Source

if TYPE_CHECKING:
    from kesbang_iku.catalog.catalog import Catalog
    from kesbang_iku.sources.named_rows import Table
    from kesbang_iku.tables.context import KnownContext
    from kesbang_iku.tables.read_table import FileReading, ReadTable

_TOP: Final = 3
_DOCUMENTS_READ: Final = 0.6
"""So far a file is once its documents are there to be looked into."""
_NAMED: Final = re.compile(r"[^\W\d_]{2}(?!ep=)")
_BETWEEN: Final = re.compile(r"[,;\t|]")
_EXAMPLE: Final = "wilayah; tahun; periode; kode; variabel; nilai"


@misuse_told
def read_reports(
    source: Source | Opened,
    *,
    name: str | None = None,
    katalog: Catalog | None = None,
    known: KnownContext | None = None,
) -> Reports:
    """Return the reports in a file: YAML with any number of documents, JSON, CSV or XLSX.

    A table may also be one of performance that calls indicators by name, such as that of a LKjIP.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.
        katalog: the standard that tells the variables and the names in tables; the package's own
            by default.
        known: what was told about the tables of the file from outside.

    Returns:
        What could be read. What could not is a finding; nothing is raised for content.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Reports((), tuple(findings))
    reports, _ = load_reports(opened, katalog=katalog, known=known)
    found = (*findings, *reports.temuan)
    said = secrets_of(reports.sumber).mask(found) if found else ()
    return replace(reports, temuan=said)


def load_reports(
    opened: Opened, *, katalog: Catalog | None = None, known: KnownContext | None = None
) -> tuple[Reports, Text | None]:
    """Return the reports in an opened file, for who masks what is said of it later.

    With them comes how it was read, where it is not in our own format. The other parameters are
    those of :func:`read_reports`.
    """
    reports, said = _loaded(opened, katalog, known)
    return replace(reports, sumber=(opened,)), said


def _loaded(
    opened: Opened, katalog: Catalog | None, known: KnownContext | None
) -> tuple[Reports, Text | None]:
    system, cells = (None, None) if known is None else (known.system, known.cells)
    if not opened.tabular:
        with paused_gc():
            with part(0, _DOCUMENTS_READ):
                documents, findings = read_documents(opened)
            with part(_DOCUMENTS_READ, 1):
                reports = reports_from_documents(documents, findings, cells)
        return in_system(reports, system), None
    if has_our_columns(opened):
        return in_system(_own_table(opened, katalog, known), system), None
    from kesbang_iku.tables.reading import read_tables  # noqa: PLC0415  # light: tables alone
    from kesbang_iku.tables.summary import told  # noqa: PLC0415  # light: tables alone

    reading = read_tables(opened, options=known)
    said = told(reading)
    reports = reports_of(reading, katalog, known)
    return reports, None if said is None else secrets_of([opened]).cover(said)


def has_our_columns(opened: Opened) -> bool:
    """Say whether a CSV file starts with the headers of a report in our own layout."""
    if opened.format != "csv":
        return False
    top = "\n".join(opened.text.split("\n", _TOP)[:_TOP])
    first = next((line for line in top.splitlines()[:_TOP] if _NAMED.search(line)), "")
    names = {part.strip("\ufeff \"'").casefold() for part in _BETWEEN.split(first)}
    return names.issuperset(IDENTITY)


def _own_table(opened: Opened, katalog: Catalog | None, known: KnownContext | None) -> Reports:
    with paused_gc():
        table, found = read_table_without_numbers(opened, known=COLUMNS)
        if table is not None:
            from kesbang_iku.sources.table_reports import is_long  # noqa: PLC0415  # light: tables alone

            table = table.read_once() if is_long(table) else table
        return _from_tables([] if table is None else [table], found, katalog, known)


def reports_of(
    reading: FileReading,
    katalog: Catalog | None = None,
    known: KnownContext | None = None,
    *,
    unknown: str | None = None,
) -> Reports:
    """Return the reports in tables that were read: those in our own layout, else those by name.

    ``known`` is what was told about the tables from outside; ``unknown`` stands for codes and
    regions that are not known, of indicators that are left out without it.
    """
    from kesbang_iku.tables import report_tables  # noqa: PLC0415  # light: tables alone
    from kesbang_iku.tables.headings import load_words  # noqa: PLC0415  # light: tables alone

    contents = sentences.sources.REPORTS_CONTENTS
    own = [*filter(report_tables.is_report_table, reading.tables)]
    system, names = (None, None) if known is None else (known.system, known.names)
    findings = [*reading.but_of_use(reading.tables)]
    named = [table for table in reading.tables if table.kind in ("capaian", "pemantauan")]
    if own:
        beside = _valued_beside(named, own)
        findings += map(_names_beside, beside)
        findings += reading.passed_over({one.grid.name for one in (*own, *beside)}, contents)
        meant = partial(_meant, katalog)
        read = partial(report_tables.table_of, findings=findings, variables=meant, system=system)
        return in_system(_from_tables([*map(read, own)], findings, katalog, known), system)
    if named:
        from kesbang_iku.alignment.named_reports import reports_of_names  # noqa: PLC0415  # light: not for codes

        findings += reading.passed_over({one.grid.name for one in named}, contents)
        reports = [*reports_of_names(named, _standard(katalog), findings, unknown, names)]
        told = {one.kode for one in findings}
        if kinds.TABLE_WITHOUT_CONTEXT.code not in told and not any(one.items for one in reports):
            findings.append(kinds.TABLE_OF_NAMES.at(named[0].title_place(named[0].name_column)))
        return Reports(tuple(reports), tuple(findings))
    words = load_words()
    grids = {id(table.grid): table.grid for table in reading.tables}
    nearly = [*chain(*map(report_tables.nearly_reports, grids.values(), repeat(words)))]
    if not nearly and reading.tables:
        findings = [one for one in findings if one.kode != kinds.TABLE_UNKNOWN.code]
        place = reading.tables[0].grid.start
        findings.append(kinds.TABLE_UNKNOWN.at(place, perlu=contents, contoh=_EXAMPLE))
    return _from_tables(nearly, findings, katalog, known)


def _valued_beside(named: Iterable[ReadTable], own: Sequence[ReadTable]) -> list[ReadTable]:
    return [table for table in named if table not in own and _values_of(table)]


def _values_of(table: ReadTable) -> int:
    """Return of how many indicators a table says what was realised."""
    return sum("realisasi" in item.values for item in table.items)


def _names_beside(table: ReadTable) -> Finding:
    """Return that a table of values by name is not read, since others have the codes."""
    place = table.title_place(table.name_column)
    return kinds.NAMES_BESIDE_CODES.at(place, jumlah=_values_of(table))


def _meant(katalog: Catalog | None, codes: Iterable[str]) -> Callable[[str], str | None]:
    from kesbang_iku.computing.variable_columns import VariableNames  # noqa: PLC0415  # light: tables alone

    return VariableNames.of(codes, _standard(katalog)).meant


def _standard(katalog: Catalog | None) -> Catalog:
    from kesbang_iku.catalog.load import load_catalog  # noqa: PLC0415  # light: a given one will do

    return load_catalog() if katalog is None else katalog


def _from_tables(
    tables: Sequence[Table],
    findings: list[Finding],
    katalog: Catalog | None,
    known: KnownContext | None,
) -> Reports:
    from kesbang_iku.computing.variable_columns import reports_of_columns  # noqa: PLC0415  # light: tables alone

    reports, empty = Reports((), tuple(findings)), not any(table.rows for table in tables)
    told = {} if known is None else known.cells
    for table in tables:
        reports += reports_of_columns(table.completed(told), katalog, [])
    if tables and empty and kinds.CSV_NO_ROWS.code not in {one.kode for one in findings}:
        place = tables[0].header_places.get("kode", Place(berkas=tables[0].source))
        reports += Reports((), (kinds.CSV_NO_ROWS.at(place),))
    return reports
