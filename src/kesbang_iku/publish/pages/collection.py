"""The pages of indicators and of what they refer to, each with the place where it belongs."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, get_args

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.model.region import Region
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.calculator import all_scripts
from kesbang_iku.publish.pages.indicator import indicator_page, page_stem
from kesbang_iku.publish.pages.writing import write
from kesbang_iku.sources.resources import site_root

_LINK: Final = re.compile(r"\[((?:[^\[\]\\]|\\.)*+)\]\(([^()<>:#]+)(?:#[^()]*)?\)")
_ASSETS: Final = (
    *(f"js/{name}.js" for name in ("gulir", "kartu", "kalkulator", "grafik", "lipat")),
    "css/tambahan.css",
)
"""Files of the standard's own site that its pages need."""
_REGISTERS: Final = {"methods": "metode-capaian", "scales": "skala", "units": "satuan"}
"""What definitions refer to: the template of each page, and its address."""


@dataclass(frozen=True, slots=True)
class Page:
    """A generated page: its path below the documentation's root, and its Markdown."""

    path: str
    text: str


def local_pages(
    catalog: Catalog, *, regions: Mapping[str, Region], typeset: md.Typeset = md.plain_formula
) -> Iterator[Page]:
    """Yield the pages of what is added to the national catalog, in both languages.

    They are a section that a region's or a ministry's own site can take in. Whatever they lead to
    is among them, so that they build without the rest of the standard: a link to a page that is
    not among them becomes its text.

    The scripts of the calculators and the style sheet are among them.

    Args:
        catalog: the standard with the catalogs added to it.
        regions: names of regions by code.
        typeset: what makes a formula of LaTeX.

    Raises:
        FileNotFoundError: the package came without its data.
    """
    own = catalog.where(tuple(found for found in catalog if found.kode in catalog.origins))
    made = list(_pages(own, catalog, regions, typeset))
    paths = {one.path for one in made}
    for one in made:
        yield Page(one.path, _closed(one, paths))
    for path, text in all_scripts(own):
        yield Page(path, text)
    for path in _ASSETS:
        yield Page(path, site_root().joinpath(path).read_text(encoding="utf-8"))


def _closed(made: Page, paths: Collection[str]) -> str:
    """Return the text of a page with links to pages beyond ``paths`` made plain."""

    def kept(found: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(made.path), found[2]))
        return found[0] if target in paths else found[1]

    return _LINK.sub(kept, made.text)


def _pages(
    own: Catalog, catalog: Catalog, regions: Mapping[str, Region], typeset: md.Typeset
) -> Iterator[Page]:
    for language in get_args(Language):
        index = write("local", language, own=own, catalog=catalog)
        yield Page(f"{'' if language == 'id' else f'{language}/'}indikator/index.md", index)
        yield from indicator_pages(own, language, regions=regions, typeset=typeset)


def indicator_pages(
    catalog: Catalog, language: Language, *, regions: Mapping[str, Region], typeset: md.Typeset
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
