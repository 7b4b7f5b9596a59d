"""The page of the official code list: which of its rows are in the catalog, and which are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.coverage import CoverageFile, CoverageRow
from kesbang_iku.model.source import Source
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.words import WORDS

NAME = "baris-kodref.md"


def coverage_page(coverage: CoverageFile, catalog: Catalog, language: Language = "id") -> str:
    """Return the page of the rows of the official list, in the catalog or left out.

    Args:
        coverage: the register of rows.
        catalog: the catalog that the rows lead to.
        language: language of the page; the list's own texts stay Indonesian.
    """
    covered = coverage.covered
    parts = sum(row.variabel is not None for row in covered)
    introduction = pages.coverage.INTRODUCTION.fill(
        language,
        rows=len(coverage.baris),
        covered=len(covered),
        whole=len(covered) - parts,
        parts=parts,
        left=len(coverage.baris) - len(covered),
    )
    return md.page(
        *md.head(pages.coverage.TITLE.plain(language), NAME, language),
        f"{introduction} {WORDS['buku'].plain(language)}",
        *_themes(catalog, language),
        f"## {pages.coverage.LINKS.plain(language)}",
        _links(catalog, language),
        f"## {pages.coverage.READ.plain(language)}",
        f"**{pages.coverage.READ_WHOLE.plain(language)}:** {md.esc(coverage.dibaca.lengkap)}",
        f"**{pages.coverage.READ_PART.plain(language)}:** {md.esc(coverage.dibaca.sebagian)}",
        pages.coverage.REST.plain(language),
        f"- {md.cited(coverage.sumber, language)}",
        f"## {pages.coverage.COVERED.plain(language)}",
        *_covered(covered, catalog, language),
        f"## {pages.coverage.LEFT_OUT.plain(language)}",
        *_left_out(coverage, language),
    )


def _themes(catalog: Catalog, language: Language) -> Iterator[str]:
    rows = []
    for theme in catalog.tables.themes.values():
        inside = [code_ for code_ in catalog.codes if theme.kode in catalog[code_].tema]
        listed = ", ".join(_entry(catalog[code_], language) for code_ in inside)
        name = theme.nama if language == "id" else theme.nama_en
        rows.append((md.esc(name), str(len(inside)), listed))
    if rows:
        header = (WORDS["tema"], pages.coverage.COUNT, WORDS["indikator"])
        yield f"## {pages.coverage.THEMES.plain(language)}"
        yield pages.coverage.THEMES_SAID.plain(language)
        yield md.table([text.plain(language) for text in header], rows)


def _links(catalog: Catalog, language: Language) -> str:
    sources = [source for found in catalog for source in _sources_of(found)]
    printed = [source for source in sources if source.kedudukan in {"resmi", "dilaporkan"}]
    values = [value for code_ in catalog.codes for value in catalog.nilai(code_)]
    documents = {value.sumber: value.tautan for value in values}
    return pages.coverage.LINKS_SAID.fill(
        language,
        all=len(printed),
        unlinked=sum(source.unlinked for source in printed),
        documents=len(documents),
        missing=sum(link_ is None for link_ in documents.values()),
    )


def _sources_of(indicator: Indicator) -> Iterator[Source]:
    yield from indicator.sumber
    yield from (example.sumber for example in indicator.contoh)
    yield from (variant.sumber for variant in indicator.varian)


def _entry(indicator: Indicator, language: Language) -> str:
    name = indicator.nama if language == "id" else indicator.nama_en
    return md.link(md.esc(name), f"indikator/{page_name(indicator.kode)}")


def _covered(rows: Iterable[CoverageRow], catalog: Catalog, language: Language) -> Iterator[str]:
    header = [
        text.plain(language)
        for text in (
            WORDS["kode"],
            pages.coverage.NAME_PRINTED,
            WORDS["indikator"],
            WORDS["catatan_pendek"],
        )
    ]
    listed = [(row, catalog[row.entri]) for row in rows if row.entri is not None]
    for field in catalog.tables.fields.values():
        inside = [(row, found) for row, found in listed if found.bidang == field.kode]
        if inside:
            yield f"### {md.esc(field.nama if language == 'id' else field.nama_en)}"
            yield md.table(header, [_covered_row(row, found, language) for row, found in inside])


def _covered_row(row: CoverageRow, indicator: Indicator, language: Language) -> list[str]:
    entry = md.link(indicator.kode, f"indikator/{page_name(indicator.kode)}")
    if row.variabel is not None:
        variable = WORDS["sebuah_variabel"].plain(language)
        entry += f", {variable} {md.code(row.variabel)}"
    place = f"{{: #{md.anchor(f'kodref {row.kodref}')} }}"
    return [md.code(row.kodref) + place, md.esc(row.nama), entry, md.esc(row.catatan or "")]


def _left_out(coverage: CoverageFile, language: Language) -> Iterator[str]:
    header = [
        text.plain(language)
        for text in (WORDS["kode"], pages.coverage.NAME_PRINTED, WORDS["catatan_pendek"])
    ]
    for ground, rows in coverage.left_out.items():
        yield md.native(coverage.alasan[ground], language)
        listed = [
            (md.code(row.kodref), md.esc(row.nama), md.esc(row.catatan or "")) for row in rows
        ]
        title = pages.coverage.ROWS.fill(language, count=len(rows))
        yield md.folded("info", title, md.table(header, listed))
