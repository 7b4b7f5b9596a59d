"""All generated pages of the site together, each with the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.register import all_kinds
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Regulation
from kesbang_iku.publish.pages.collection import Page, indicator_pages
from kesbang_iku.publish.pages.markdown import Typeset, plain_formula
from tools.site_pages import changes, corrections, coverage, findings, front, regional, targets
from tools.site_pages import regions as by_region
from tools.site_pages.habits import habits_page
from tools.site_pages.listing import indicator_index
from tools.site_pages.outputs import output_index
from tools.site_pages.regulations import regulation_pages


def all_pages(
    catalog: Catalog,
    *,
    regulations: tuple[Regulation, ...] = (),
    regions: Mapping[str, Region],
    rows: CoverageFile | None = None,
    examples: Mapping[str, findings.Shown] | None = None,
    typeset: Typeset = plain_formula,
) -> Iterator[Page]:
    """Yield every generated page; all but those of single findings in both languages.

    Args:
        catalog: the standard.
        regulations: the cited documents.
        regions: names of regions by code.
        rows: the rows of the official list that the catalog covers; without them, no page of them.
        examples: what shows kinds of findings, by code.
        typeset: what makes a formula of LaTeX.
    """
    kinds, shown = all_kinds(), examples or {}
    for language in get_args(Language):
        root = "" if language == "id" else f"{language}/"
        yield Page(f"{root}indikator/index.md", indicator_index(catalog, language))
        yield Page(f"{root}indikator/keluaran.md", output_index(catalog, language))
        yield from indicator_pages(catalog, language, regions=regions, typeset=typeset)
        text = regional.regional_page(catalog, regions, language)
        yield Page(f"{root}{regional.NAME}", text)
        yield Page(f"{root}{by_region.NAME}", by_region.regions_page(catalog, regions, language))
        yield Page(f"{root}{front.FRONT}", front.front_page(catalog, regions, language))
        yield Page(f"{root}{front.CATEGORY}", front.category_page(catalog, language))
        yield Page(
            f"{root}{targets.NAME}", targets.targets_page(catalog, language, regions=regions)
        )
        yield Page(f"{root}{changes.NAME}", changes.changes_page(catalog, language))
        if rows is not None:
            text = coverage.coverage_page(rows, catalog, language)
            yield Page(f"{root}{coverage.NAME}", text)
        yield Page(f"{root}temuan.md", findings.finding_page(kinds, language))
        yield Page(f"{root}{corrections.NAME}", corrections.corrections_page(catalog, language))
        yield Page(f"{root}kebiasaan.md", habits_page(language))
        for path, text in regulation_pages(regulations, catalog, language):
            yield Page(f"{root}{path}", text)
    # A finding's own page is Indonesian; the English list says as much of each in its row.
    for kind in kinds:
        text = findings.kind_page(kind, "id", shown.get(kind.code))
        yield Page(findings.page_path(kind), text)
