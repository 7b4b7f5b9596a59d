"""The pages of indicators and of what they refer to, each with the place where it belongs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.model.region import Region
from kesbang_iku.publish.pages.indicator import indicator_page, page_stem
from kesbang_iku.publish.pages.markdown import Typeset
from kesbang_iku.publish.pages.writing import write

_REGISTERS: Final = {"methods": "metode-capaian", "scales": "skala", "units": "satuan"}
"""What definitions refer to: the template of each page, and its address."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its path below the documentation's root, and its Markdown."""

    path: str
    text: str


def indicator_pages(
    catalog: Catalog, language: Language, *, regions: Mapping[str, Region], typeset: Typeset
) -> Iterator[Page]:
    """Yield the pages of the indicators, and of the methods, scales and units they refer to."""
    root = "" if language == "id" else f"{language}/"
    for code in catalog.codes:
        for found in catalog.versions(code):
            newest = found is catalog.versions(code)[-1]
            text = indicator_page(
                code, catalog, language, version=found.versi, typeset=typeset, regions=regions
            )
            yield Page(f"{root}indikator/{page_stem(found, newest=newest)}.md", text)
            if newest:
                # The address of a version stays when a newer one takes the address of the code.
                text = write("moved", language, stem=code.lower())
                stem = page_stem(found, newest=False)
                yield Page(f"{root}indikator/{stem}/index.html", text)
    for name, path in _REGISTERS.items():
        text = write(name, language, tables=catalog.tables, typeset=typeset)
        yield Page(f"{root}{path}.md", text)
