"""The page of the official code list: which of its rows are in the catalog, and which are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.coverage import CoverageFile
from kesbang_iku.model.source import Source
from tools.site_pages.listing import by_theme
from tools.site_pages.writing import write

NAME = "baris-kodref.md"


def coverage_page(coverage: CoverageFile, catalog: Catalog, language: Language = "id") -> str:
    """Return the page of the rows of the official list, in the catalog or left out.

    Args:
        coverage: the register of rows.
        catalog: the catalog that the rows lead to.
        language: language of the page; the list's own texts stay Indonesian.
    """
    sources = [source for found in catalog for source in _sources_of(found)]
    values = [value for code in catalog.codes for value in catalog.nilai(code)]
    return write(
        "coverage",
        language,
        coverage=coverage,
        catalog=catalog,
        covered=[(row, catalog[row.entri]) for row in coverage.covered if row.entri is not None],
        parts=sum(row.variabel is not None for row in coverage.covered),
        themes_of=by_theme(catalog),
        printed=_printed(sources),
        shares=sorted(
            (_share(catalog.versions(code)[-1]) for code in catalog.codes),
            key=lambda row: Fraction(row[2], row[1] or 1),
        ),
        documents={value.sumber: value.tautan for value in values},
    )


def _share(indicator: Indicator) -> tuple[Indicator, int, int]:
    """Return how many sources of others an indicator names, and how many have a link."""
    printed = _printed(indicator.sumber)
    return indicator, len(printed), sum(not source.unlinked for source in printed)


def _printed(sources: Iterable[Source]) -> list[Source]:
    return [source for source in sources if source.kedudukan in {"resmi", "dilaporkan"}]


def _sources_of(indicator: Indicator) -> Iterator[Source]:
    yield from indicator.sumber
    yield from (example.sumber for example in indicator.contoh)
    yield from (variant.sumber for variant in indicator.varian)
