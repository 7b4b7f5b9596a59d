"""Validating files: whatever the kind, everything that is wrong with it, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from os import PathLike
from os.path import isdir
from pathlib import Path
from typing import Final, Literal, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.load import check_catalog_file, read_catalog, table_file_of
from kesbang_iku.computing.indicator import Indicator, load_catalog
from kesbang_iku.computing.reports import compute
from kesbang_iku.diagnostics import Finding, Language, Level
from kesbang_iku.files.document import Document
from kesbang_iku.files.reading import Opened, open_source, read_documents
from kesbang_iku.files.reports import read_reports, reports_from_documents
from kesbang_iku.files.shape import check_shape
from kesbang_iku.files.text_reader import Source
from kesbang_iku.model.definition import Definition
from kesbang_iku.model.plan import Plan

FileKind = Literal["laporan", "rencana", "katalog"]
FILE_KINDS: Final = get_args(FileKind)
ANSWER_SCHEMA: Final = "kesbang-iku/temuan/1"
_REPORT_KEYS: Final = {"wilayah", "tahun", "item"}


@dataclass(frozen=True, slots=True)
class Validation:
    """The findings of one or more files.

    Attributes:
        temuan: the findings, file by file, in the order of their places.
        berkas: how many files were looked at.
        diterima: how many more findings a baseline accepts; ``None`` where none was given.
        diabaikan: how many more findings the configuration sets aside; ``None`` without one.
    """

    temuan: tuple[Finding, ...]
    berkas: int
    diterima: int | None = None
    diabaikan: int | None = None

    def count(self, level: Level) -> int:
        """Return how many findings have this level."""
        return sum(finding.tingkat is level for finding in self.temuan)

    def as_dict(self, bahasa: Language = "id") -> dict[str, object]:
        """Return the contract's answer to ``validate --format json`` (section 4)."""
        summary = {level.value: self.count(level) for level in Level}
        summary["berkas"] = self.berkas
        aside = {"diterima": self.diterima, "diabaikan": self.diabaikan}
        summary |= {name: count for name, count in aside.items() if count is not None}
        return {
            "skema": ANSWER_SCHEMA,
            "temuan": [finding.as_dict(bahasa) for finding in self.temuan],
            "ringkasan": summary,
        }


def validate(
    source: Source | Opened,
    katalog: Catalog[Indicator] | None = None,
    *,
    jenis: FileKind | None = None,
    name: str | None = None,
) -> tuple[Finding, ...]:
    """Return everything that is wrong with a file, or with a catalog folder.

    Args:
        source: a path, ``-`` for standard input, the content as bytes, or a catalog folder.
        katalog: the standard; the package's own by default.
        jenis: what the file is; by default its content decides.
        name: what to call the source in findings, if not by its path.

    Returns:
        The findings in the order of their places. Nothing is raised for content.
    """
    if isinstance(source, str | PathLike) and str(source) != "-" and _is_folder(source):
        return _in_order(_validate_folder(Path(source)))
    katalog = katalog if katalog is not None else load_catalog()
    opened, findings = open_source(source, name=name)
    if opened is None:
        return tuple(findings)
    if opened.format == "csv":
        return _in_order([*findings, *compute(read_reports(opened), katalog).findings])
    documents, found = read_documents(opened)
    findings += found
    reports: list[Document] = []
    for document in documents:
        kind = jenis or recognise(document)
        if kind == "rencana":
            findings += check_shape(Plan, document.data, document.place)[1]
        elif kind == "katalog":
            findings += check_catalog_file(document, katalog.tables)
        else:
            reports.append(document)
    # Together, so that an item that two documents of the file report is seen.
    findings += compute(reports_from_documents(reports, []), katalog).findings
    return _in_order(findings)


def validate_all(
    sources: Iterable[Source],
    katalog: Catalog[Indicator] | None = None,
    *,
    jenis: FileKind | None = None,
) -> Validation:
    """Return the findings of several files together."""
    katalog = katalog if katalog is not None else load_catalog()
    found: list[Finding] = []
    files = 0
    for source in sources:
        files += 1
        found += validate(source, katalog, jenis=jenis)
    return Validation(tuple(found), files)


def recognise(document: Document) -> FileKind:
    """Tell what a document is from its content: a definition, a plan, or else a report."""
    data = document.data
    if isinstance(data, Mapping):
        if data.get("jenis") == "rencana":
            return "rencana"
        if not _REPORT_KEYS & data.keys() and ("kode" in data or table_file_of(data)):
            return "katalog"
    return "laporan"


def _is_folder(source: str | PathLike[str]) -> bool:
    # Path.is_dir raises for a name that is longer than names can be.
    return isdir(source)  # noqa: PTH112


def _validate_folder(folder: Path) -> list[Finding]:
    """Validate a catalog folder: one that holds tables is a whole catalog, else an addition."""
    whole = (folder / "satuan.yaml").is_file()
    extra = [folder]
    return read_catalog(Definition, extra, national=not whole, thorough=True)[1]


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Order findings by file and place; those without a place keep their order, in front."""

    def key(finding: Finding) -> tuple[str, int, int]:
        place = finding.place
        return (place.berkas or "", place.baris or 0, place.kolom or 0)

    return tuple(sorted(findings, key=key))
