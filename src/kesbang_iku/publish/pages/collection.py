"""All generated pages together, each with the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from pkgutil import walk_packages
from typing import Final, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import FindingKind, Language
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Regulation
from kesbang_iku.publish.pages import changes, coverage, findings, targets
from kesbang_iku.publish.pages.corrections import corrections_page
from kesbang_iku.publish.pages.indicator import indicator_page, page_name
from kesbang_iku.publish.pages.listing import indicator_index
from kesbang_iku.publish.pages.markdown import Typeset, plain_formula
from kesbang_iku.publish.pages.outputs import output_index
from kesbang_iku.publish.pages.registers import methods_page, scales_page, units_page
from kesbang_iku.publish.pages.regulations import page_path, regulation_page, regulations_page

_ROOMS: Final = (
    "formula",
    "files",
    "model",
    "indicator",
    "catalog",
    "computing",
    "validation",
    "alignment",
)
"""The rooms that may find something; those above them only pass findings on."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its path below the documentation's root, and its Markdown."""

    path: str
    text: str


def finding_kinds() -> tuple[FindingKind, ...]:
    """Return every kind of finding there is, by code: those in the ``KINDS`` of any module."""
    found: dict[str, FindingKind] = {}
    for name in _module_names():
        for kind in getattr(import_module(name), "KINDS", ()):
            found[kind.code] = kind
    return tuple(found[code] for code in sorted(found))


def _module_names() -> Iterator[str]:
    root = import_module("kesbang_iku")
    for module in walk_packages(root.__path__, f"{root.__name__}."):
        if module.name.split(".")[1] in _ROOMS:
            yield module.name


def all_pages(
    catalog: Catalog,
    *,
    regulations: tuple[Regulation, ...] = (),
    regions: Mapping[str, Region],
    rows: CoverageFile | None = None,
    examples: Mapping[str, findings.Shown] | None = None,
    typeset: Typeset = plain_formula,
) -> Iterator[Page]:
    """Yield every generated page, in both languages.

    Args:
        catalog: the standard.
        regulations: the cited documents.
        regions: names of regions by code.
        rows: the rows of the official list that the catalog covers; without them, no page of them.
        examples: what shows kinds of findings, by code.
        typeset: what makes a formula of LaTeX.
    """
    kinds, shown = finding_kinds(), examples or {}
    tables = catalog.tables
    for language in get_args(Language):
        root = "" if language == "id" else f"{language}/"
        yield Page(f"{root}indikator/index.md", indicator_index(catalog, language))
        yield Page(f"{root}indikator/keluaran.md", output_index(catalog, language))
        for code in catalog.codes:
            yield Page(
                f"{root}indikator/{page_name(code)}",
                indicator_page(code, catalog, language, typeset=typeset, regions=regions),
            )
        yield Page(f"{root}{targets.NAME}", targets.targets_page(catalog, language))
        yield Page(f"{root}{changes.NAME}", changes.changes_page(catalog, language))
        if rows is not None:
            text = coverage.coverage_page(rows, catalog, language)
            yield Page(f"{root}{coverage.NAME}", text)
        yield Page(f"{root}temuan.md", findings.finding_page(kinds, language))
        for kind in kinds:
            text = findings.kind_page(kind, language, shown.get(kind.code))
            yield Page(f"{root}{findings.page_path(kind)}", text)
        yield Page(f"{root}koreksi.md", corrections_page(catalog, language))
        yield Page(f"{root}metode-capaian.md", methods_page(tables, language, typeset=typeset))
        yield Page(f"{root}skala.md", scales_page(tables, language))
        yield Page(f"{root}satuan.md", units_page(tables, language))
        yield Page(f"{root}peraturan.md", regulations_page(regulations, language))
        for regulation in regulations:
            text = regulation_page(regulation, catalog, language)
            yield Page(f"{root}{page_path(regulation)}", text)
