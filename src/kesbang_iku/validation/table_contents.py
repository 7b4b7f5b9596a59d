"""What the tables of a CSV file or a workbook hold: reports, plans, or rows of achievements."""

from collections.abc import Sequence
from typing import Final

from kesbang_iku.alignment.mapping_index import MappingIndex
from kesbang_iku.alignment.mappings import has_mappings, read_mappings
from kesbang_iku.alignment.report_reader import has_our_columns, load_reports, reports_of
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import kinds, sentences
from kesbang_iku.sources.reading import Opened
from kesbang_iku.sources.reports import Reports
from kesbang_iku.tables.achievements import achievements_of, has_achievements
from kesbang_iku.tables.context import KnownContext
from kesbang_iku.tables.plans import PLANS, plan_tables, plans_of
from kesbang_iku.tables.read_table import FileReading, ReadTable
from kesbang_iku.tables.reading import read_tables
from kesbang_iku.tables.report_tables import is_report_table
from kesbang_iku.tables.summary import told
from kesbang_iku.validation.content import Content, FileKind

_EXAMPLE: Final = "Indikator; Target; Realisasi; Capaian (%); Predikat"


def read_table(
    opened: Opened, kind: FileKind | None, katalog: Catalog, known: KnownContext | None = None
) -> Content:
    """Return what the tables of a file hold, read as ``kind``, or as what their headers say."""
    content = Content(opened)
    if kind == "padanan" or (kind is None and has_mappings(opened)):
        found = read_mappings(opened, katalog)
        content.findings += (*found.temuan, *MappingIndex(1, found.baris, katalog).temuan)
        return content
    if kind in (None, "laporan") and has_our_columns(opened):
        _take_reports(content, load_reports(opened, katalog=katalog, known=known)[0])
        return content
    reading = read_tables(opened, options=known)
    taken = kind or _kind_of(reading)
    if taken == "rencana":
        _take(content, reading, plans=plan_tables(reading.tables))
    elif taken == "capaian":
        # A book of achievements may hold plans, too, unless somebody says that all are the former.
        plans = [one for one in reading.tables if kind is None and one.kind in PLANS]
        _take(content, reading, plans=plans, rows=True)
    else:
        content.bacaan = told(reading)
        _take_reports(content, reports_of(reading, katalog, known))
    return content


def _take_reports(content: Content, reports: Reports) -> None:
    content.reports += reports
    content.findings += reports.temuan


def kind_of_table(opened: Opened, known: KnownContext | None = None) -> FileKind:
    """Tell what a table is from its headers; ``known`` is as it was read, if it was.

    The columns of a report make it a report. One that names indicators is a performance table if
    it has what was realised, a plan if it has not.
    """
    if has_mappings(opened):
        return "padanan"
    return "laporan" if has_our_columns(opened) else _kind_of(read_tables(opened, options=known))


def _kind_of(reading: FileReading) -> FileKind:
    found = {table.kind for table in reading.tables}
    if any(map(is_report_table, reading.tables)):
        return "laporan"
    if any(map(has_achievements, reading.tables)):
        return "capaian"
    return "rencana" if found & {"rencana", "perjanjian_kinerja"} else "laporan"


def _take(
    content: Content, reading: FileReading, *, plans: Sequence[ReadTable], rows: bool = False
) -> None:
    """Take the plans and the performance tables of a file, and name the sheets that have none."""
    content.bacaan = told(reading)
    content.findings += reading.but_of_use(plans)
    achieved = [one for one in reading.tables if rows and has_achievements(one)]
    if achieved or rows:
        found = achievements_of(achieved)
        content.rows = found.entries
        content.findings += found.temuan
    if plans or not rows:
        made = plans_of(reading, plans, others=achieved)
        content.plans += made
        content.findings += made.temuan
    elif achieved:
        content.findings += reading.passed_over(
            {one.grid.name for one in achieved}, sentences.sources.CONTENTS
        )
    elif reading.tables:
        place = reading.tables[0].grid.start
        perlu = sentences.sources.CONTENTS
        content.findings.append(kinds.TABLE_UNKNOWN.at(place, perlu=perlu, contoh=_EXAMPLE))
