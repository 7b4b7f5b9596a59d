"""Reports as they were read, each number with the place it stands at; those of documents."""

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from typing import Final, TypeAlias

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, kinds
from kesbang_iku.findings.place import NOWHERE
from kesbang_iku.model.periods import reported
from kesbang_iku.model.report import PERIOD_PATTERN, Report, ReportItem
from kesbang_iku.model.vocabulary import CodeSystem
from kesbang_iku.sources.document import Document
from kesbang_iku.sources.loaded import Loaded, Placed, bodies
from kesbang_iku.sources.shape import Locator, Meanings
from kesbang_iku.sources.spelling import period_meant, year_meant

IDENTITY: Final = ("wilayah", "tahun", "kode")
ENVELOPE: Final = ("wilayah", "sistem_kode", "tahun", "periode", "format_angka")
ITEM_FIELDS: Final = ("target", "realisasi", "capaian", "predikat", "bukti", "catatan")

COLUMNS: Final = frozenset({*IDENTITY, *ENVELOPE, *ITEM_FIELDS, "variabel", "nilai"})
"""The columns of a table that are no variables."""


def period_written(text: str) -> str | None:
    """Return the period that ``text`` spells otherwise, as tables are headed too."""
    found = period_meant(text, PERIOD_PATTERN)
    if found is not None:
        return found
    from kesbang_iku.sources.year_parts import load_parts  # noqa: PLC0415  # light: for odd spellings alone

    part = load_parts().whole(text)
    return None if part is None else reported(str(part))


MEANINGS: Final[Meanings] = {("periode",): period_written, ("tahun",): year_meant}


LoadedItem: TypeAlias = Placed[ReportItem]
"""One item of a report, and where each of its parts stands."""


@dataclass(frozen=True, slots=True)
class LoadedReport:
    """One report: who reports for when, and the items that could be read.

    ``report`` holds the envelope; its own list of items is empty. ``broken`` counts the items that
    could not be read.
    """

    report: Report
    items: tuple[LoadedItem, ...]
    locate: Locator = field(repr=False, compare=False)
    broken: int = 0


class Reports(Loaded[LoadedReport]):
    """Reports read from one or more files, and everything found while reading."""

    __slots__ = ()


def report_made(report: Report) -> Reports:
    """Return a report that a program made as if it was read; its parts stand nowhere."""
    items = tuple(Placed(one, lambda _: NOWHERE) for one in report.item)
    envelope = report.model_copy(update={"item": ()})
    return Reports((LoadedReport(envelope, items, lambda _: NOWHERE),), ())


def in_system(reports: Reports, system: CodeSystem | None) -> Reports:
    """Return reports whose codes of regions are of ``system``, where they name none themselves."""
    if system is None:
        return reports
    told = {"sistem_kode": system}
    entries: list[LoadedReport] = [
        one if one.report.sistem_kode else replace(one, report=one.report.model_copy(update=told))
        for one in reports
    ]
    return Reports(tuple(entries), reports.temuan, reports.bacaan, reports.sumber)


def reports_from_documents(
    documents: Sequence[Document], findings: list[Finding], told: Mapping[str, str] | None = None
) -> Reports:
    """Return the reports that ``documents`` hold; ``told`` is what one says without such a key."""
    shapes = (Report, ReportItem)
    found = bodies(documents, "laporan", shapes, kinds.NOT_A_REPORT, findings, MEANINGS, told)
    reports = tuple(LoadedReport(one.envelope, one.items, one.locate, one.broken) for one in found)
    return Reports(reports, tuple(findings))
