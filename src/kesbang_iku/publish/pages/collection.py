"""All generated pages together, each with the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Final, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.diagnostics import FindingKind, Language
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Regulation
from kesbang_iku.publish.pages.corrections import corrections_page
from kesbang_iku.publish.pages.findings import finding_page
from kesbang_iku.publish.pages.indicator import indicator_page, page_name
from kesbang_iku.publish.pages.listing import indicator_index, output_index
from kesbang_iku.publish.pages.markdown import Typeset, plain_formula
from kesbang_iku.publish.pages.registers import (
    methods_page,
    regulations_page,
    scales_page,
    units_page,
)

FINDING_MODULES: Final = (
    "catalog.findings",
    "catalog.region_findings",
    "computing.findings",
    "computing.printed",
    "files.findings",
    "files.report_findings",
    "files.shape",
    "formula.check_findings",
    "formula.findings",
)
"""Where the kinds of findings stand, each module's in its ``KINDS``."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its path below the documentation's root, and its Markdown."""

    path: str
    text: str


def finding_kinds() -> tuple[FindingKind, ...]:
    """Return every kind of finding there is, by code."""
    found: list[FindingKind] = []
    for name in FINDING_MODULES:
        found += import_module(f"kesbang_iku.{name}").KINDS
    return tuple(sorted(found, key=lambda kind: kind.code))


def all_pages(
    catalog: Catalog[Indicator],
    *,
    regulations: tuple[Regulation, ...] = (),
    regions: Mapping[str, Region],
    typeset: Typeset = plain_formula,
) -> Iterator[Page]:
    """Yield every generated page, in both languages.

    Args:
        catalog: the standard.
        regulations: the cited documents.
        regions: names of regions by code.
        typeset: what makes a formula of LaTeX.
    """
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
        yield Page(f"{root}temuan.md", finding_page(finding_kinds(), language))
        yield Page(f"{root}koreksi.md", corrections_page(catalog, language))
        yield Page(f"{root}metode-capaian.md", methods_page(tables, language, typeset=typeset))
        yield Page(f"{root}skala.md", scales_page(tables, language))
        yield Page(f"{root}satuan.md", units_page(tables, language))
        yield Page(f"{root}peraturan.md", regulations_page(regulations, language))
