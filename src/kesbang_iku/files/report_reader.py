"""Reading reports from YAML, JSON, CSV and XLSX, each number with the place it stands at."""

from __future__ import annotations

from kesbang_iku.files.collector import paused_gc
from kesbang_iku.files.reading import Opened, open_source, read_documents
from kesbang_iku.files.reports import Reports, reports_from_documents
from kesbang_iku.files.text_reader import Source


def read_reports(source: Source | Opened, *, name: str | None = None) -> Reports:
    """Return the reports in a file: YAML with any number of documents, JSON, CSV or XLSX.

    Args:
        source: a path, ``-`` for standard input, or the content as bytes.
        name: what to call the source in findings, if not by its path.

    Returns:
        What could be read. What could not is a finding; nothing is raised for content.
    """
    opened, findings = open_source(source, name=name)
    if opened is None:
        return Reports((), tuple(findings))
    if opened.tabular:
        from kesbang_iku.files.table_reports import read_table_reports  # noqa: PLC0415  # light: tables

        reports = read_table_reports(opened)
        return Reports(reports.entries, (*findings, *reports.temuan))
    with paused_gc():
        documents, found = read_documents(opened)
        return reports_from_documents(documents, findings + found)
