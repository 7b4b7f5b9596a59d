"""What a file holds: what kind of file it is, and what can be read of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import table_file_of
from kesbang_iku.findings.waiting import part, step
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.reading import Opened, read_documents
from kesbang_iku.sources.reports import in_system, reports_from_documents
from kesbang_iku.validation.content import Content, FileKind

if TYPE_CHECKING:
    from kesbang_iku.tables.context import KnownContext

_DOCUMENTS_READ: Final = 0.6
"""So far a file is once its documents are there to be looked into."""
_REPORT_KEYS: Final = {"wilayah", "tahun", "item"}


def read_content(
    opened: Opened, jenis: FileKind | None, katalog: Catalog, known: KnownContext | None = None
) -> Content:
    """Return what a file holds, read as ``jenis``, or as what its content says that it is.

    ``known`` is what is known from outside about the tables of a file.
    """
    content = Content(opened)
    if opened.tabular:
        from kesbang_iku.validation.table_contents import read_table  # noqa: PLC0415  # light: tables alone

        return read_table(opened, jenis, katalog, known)
    with part(0, _DOCUMENTS_READ):
        documents, findings = read_documents(opened)
    content.findings += findings
    kinds: list[FileKind] = [jenis or recognise(document) for document in documents]
    content.about_people = "katalog" not in kinds
    with part(_DOCUMENTS_READ, 1):
        for number, (document, kind) in enumerate(zip(documents, kinds, strict=True)):
            with step(number, len(documents)):
                _take(document, kind, content, katalog, known)
    return content


def _take(
    document: Document,
    kind: FileKind,
    content: Content,
    katalog: Catalog,
    known: KnownContext | None,
) -> None:
    """Add to the content of a file what one of its documents holds."""
    system, told = (None, None) if known is None else (known.system, known.cells)
    if kind == "katalog":
        from kesbang_iku.validation.catalogs import check_document  # noqa: PLC0415  # light: by kind

        content.findings += check_document(document, katalog)
    elif kind == "rencana":
        from kesbang_iku.sources.plans import plans_from_documents  # noqa: PLC0415  # light: by kind
        from kesbang_iku.tables.region_systems import plans_in_system  # noqa: PLC0415  # light: by kind

        plans = plans_in_system(plans_from_documents([document], []), system)
        content.plans += plans
        content.findings += plans.temuan
    else:
        reports = in_system(reports_from_documents([document], [], told), system)
        content.reports += reports
        content.findings += reports.temuan


def kind_of(opened: Opened, known: KnownContext | None = None) -> FileKind:
    """Tell what a file is from its content; of several documents the first one decides.

    ``known`` is what was known of its tables when it was read, which then is not done again.
    """
    if opened.tabular:
        from kesbang_iku.validation.table_contents import kind_of_table  # noqa: PLC0415  # light: tables

        return kind_of_table(opened, known)
    documents, _ = read_documents(opened)
    return recognise(documents[0]) if documents else "laporan"


def recognise(document: Document) -> FileKind:
    """Tell what a document is from its content: a definition, a plan, or else a report."""
    data = document.data
    if isinstance(data, Mapping):
        if data.get("jenis") == "rencana":
            return "rencana"
        if not _REPORT_KEYS & data.keys() and ("kode" in data or table_file_of(data)):
            return "katalog"
    return "laporan"
