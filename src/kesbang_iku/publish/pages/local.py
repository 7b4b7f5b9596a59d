"""Pages of local indicators: a section that a region's or a ministry's own site can take in.

Whatever these pages lead to is among them, so that they build without the rest of the standard: a
link to a page that is not among them becomes its text.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Final, get_args

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, sentences
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.region import Region
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.calculator import all_scripts
from kesbang_iku.publish.pages.collection import Page
from kesbang_iku.publish.pages.indicator import indicator_page, page_name
from kesbang_iku.publish.pages.registers import methods_page, scales_page, units_page
from kesbang_iku.publish.pages.words import WORDS
from kesbang_iku.sources.resources import site_root

_LINK: Final = re.compile(r"\[((?:[^\[\]\\]|\\.)*+)\]\(([^()<>:#]+)(?:#[^()]*)?\)")
_ASSETS: Final = ("js/gulir.js", "js/kalkulator.js", "js/lipat.js", "css/tambahan.css")
"""Files of the standard's own site that its pages need."""


def local_pages(
    catalog: Catalog,
    *,
    regions: Mapping[str, Region],
    typeset: md.Typeset = md.plain_formula,
) -> Iterator[Page]:
    """Yield the pages of what is added to the national catalog, in both languages.

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
    own: Catalog,
    catalog: Catalog,
    regions: Mapping[str, Region],
    typeset: md.Typeset,
) -> Iterator[Page]:
    tables = catalog.tables
    for language in get_args(Language):
        root = "" if language == "id" else f"{language}/"
        yield Page(f"{root}indikator/index.md", local_index(own, catalog, language))
        for kode in own.codes:
            yield Page(
                f"{root}indikator/{page_name(kode)}",
                indicator_page(kode, own, language, typeset=typeset, regions=regions),
            )
        yield Page(f"{root}metode-capaian.md", methods_page(tables, language, typeset=typeset))
        yield Page(f"{root}skala.md", scales_page(tables, language))
        yield Page(f"{root}satuan.md", units_page(tables, language))


def local_index(own: Catalog, catalog: Catalog, language: Language = "id") -> str:
    """Return the page that lists local indicators, and what of ``catalog`` each supports."""
    title = pages.local.TITLE.plain(language)
    labels = ", ".join(md.esc(addition.label) for addition in own.additions)
    keys = ("kode", "indikator", "tema", "satuan", "kedudukan")
    header = [*(WORDS[key].plain(language) for key in keys), pages.local.NATIONAL.plain(language)]
    newest = (own.versions(kode)[-1] for kode in own.codes)
    return md.page(
        *md.head(title, "indikator/index.md", language),
        pages.local.INTRODUCTION.fill(language, count=len(own.codes), catalogs=labels),
        md.table(header, [_row(found, catalog, language) for found in newest]),
    )


def _row(found: Indicator, catalog: Catalog, language: Language) -> list[str]:
    local = found.lokal
    theme = "" if local is None else sentences.publish.THEMES[local.tema].plain(language)
    supported = "" if local is None or local.mendukung is None else local.mendukung
    national = ""
    if supported:
        indicator = catalog[supported]
        name = indicator.nama if language == "id" else indicator.nama_en
        national = f"{md.code(supported)} {md.esc(name)}"
    return [
        md.code(found.kode),
        md.link(md.esc(found.nama if language == "id" else found.nama_en), page_name(found.kode)),
        theme,
        md.esc(unit_words(found.satuan).plain(language)),
        md.badge(found.status, language),
        national,
    ]
