"""What the tables of a CSV file or a workbook hold: reports, plans, or rows of achievements."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kesbang_iku.files.achievements import is_achievement, read_achievements
from kesbang_iku.files.header_rows import NAME, find_header
from kesbang_iku.files.headers import load_headers
from kesbang_iku.files.plans import read_plans
from kesbang_iku.files.reading import Opened, read_grids
from kesbang_iku.files.report_reader import load_reports
from kesbang_iku.validation.content import REPORT_COLUMNS, Content, FileKind

_TOP_LINES: Final = 40


def read_table(opened: Opened, kind: FileKind | None) -> Content:
    """Return what the tables of a file hold, read as ``kind``, or as what their headers say."""
    content = Content(opened)
    kind = kind or kind_of_table(opened)
    if kind == "rencana":
        plans = read_plans(opened)
        content.plans += plans
        content.findings += plans.temuan
    elif kind == "capaian":
        rows = read_achievements(opened)
        content.rows = rows.entries
        content.findings += rows.temuan
    else:
        reports = load_reports(opened)
        content.reports += reports
        content.findings += reports.temuan
    return content


def kind_of_table(opened: Opened) -> FileKind:
    """Tell what a table is from its headers.

    The columns of a report make it a report. One that names indicators is a performance table if
    it has what was realised, a plan if it has not.
    """
    if opened.format == "csv":
        # The headers of a table stand at its top; the rest may be long.
        top = "\n".join(opened.text.splitlines()[:_TOP_LINES])
        opened = replace(opened, text=top)
    grids, _ = read_grids(opened, known=load_headers())
    headers = [found for grid in grids if (found := find_header(grid)) is not None]
    named = [header for header in headers if NAME in header.names]
    if not named or any(header.names >= REPORT_COLUMNS for header in headers):
        return "laporan"
    return "capaian" if any(map(is_achievement, named)) else "rencana"
