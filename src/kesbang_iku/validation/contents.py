"""What a file holds: what kind of file it is, and what can be read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import table_file_of
from kesbang_iku.files.achievements import LoadedAchievement, is_achievement, read_achievements
from kesbang_iku.files.document import Document
from kesbang_iku.files.header_rows import NAME, find_header
from kesbang_iku.files.headers import load_headers
from kesbang_iku.files.plans import LoadedPlan, plans_from_documents, read_plans
from kesbang_iku.files.reading import Opened, read_documents, read_grids
from kesbang_iku.files.reports import LoadedReport, read_reports, reports_from_documents
from kesbang_iku.findings import Finding
from kesbang_iku.validation.catalogs import check_document

FileKind = Literal["laporan", "rencana", "capaian", "katalog"]
FILE_KINDS: Final = get_args(FileKind)
REPORT_COLUMNS: Final = frozenset({"wilayah", "tahun", "kode"})
"""The columns that make a table one of reports."""
_REPORT_KEYS: Final = {"wilayah", "tahun", "item"}
_TOP_LINES: Final = 40


@dataclass(slots=True)
class Content:
    """What was read of one file.

    Attributes:
        opened: the file.
        findings: what is wrong with its form.
        reports: the reports in it.
        plans: the plans in it.
        rows: the rows of a performance table.
        about_people: whether it is searched for data about people: all but those of a catalog.
    """

    opened: Opened
    findings: list[Finding] = field(default_factory=list)
    reports: list[LoadedReport] = field(default_factory=list)
    plans: list[LoadedPlan] = field(default_factory=list)
    rows: tuple[LoadedAchievement, ...] = ()
    about_people: bool = True


def read_content(opened: Opened, jenis: FileKind | None, katalog: Catalog) -> Content:
    """Return what a file holds, read as ``jenis``, or as what its content says that it is."""
    content = Content(opened)
    if opened.tabular:
        _read_table(content, jenis or _kind_of_table(opened))
        return content
    documents, findings = read_documents(opened)
    content.findings += findings
    kinds = [jenis or recognise(document) for document in documents]
    content.about_people = "katalog" not in kinds
    for document, kind in zip(documents, kinds, strict=True):
        if kind == "katalog":
            content.findings += check_document(document, katalog)
        elif kind == "rencana":
            plans = plans_from_documents([document], [])
            content.plans += plans
            content.findings += plans.temuan
        else:
            reports = reports_from_documents([document], [])
            content.reports += reports
            content.findings += reports.temuan
    return content


def _read_table(content: Content, kind: FileKind) -> None:
    if kind == "rencana":
        plans = read_plans(content.opened)
        content.plans += plans
        content.findings += plans.temuan
    elif kind == "capaian":
        rows = read_achievements(content.opened)
        content.rows = rows.entries
        content.findings += rows.temuan
    else:
        reports = read_reports(content.opened)
        content.reports += reports
        content.findings += reports.temuan


def kind_of(opened: Opened) -> FileKind:
    """Tell what a file is from its content; of several documents the first one decides."""
    if opened.tabular:
        return _kind_of_table(opened)
    documents, _ = read_documents(opened)
    return recognise(documents[0]) if documents else "laporan"


def _kind_of_table(opened: Opened) -> FileKind:
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


def recognise(document: Document) -> FileKind:
    """Tell what a document is from its content: a definition, a plan, or else a report."""
    data = document.data
    if isinstance(data, Mapping):
        if data.get("jenis") == "rencana":
            return "rencana"
        if not _REPORT_KEYS & data.keys() and ("kode" in data or table_file_of(data)):
            return "katalog"
    return "laporan"
