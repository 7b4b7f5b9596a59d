"""The page of the official code list: which of its rows are in the catalog, and which are not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.coverage import CoverageFile, CoverageRow
from kesbang_iku.model.source import Source
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.markdown import (
    anchor,
    cited,
    code,
    esc,
    folded,
    front_matter,
    link,
    native,
    page,
    table,
)
from kesbang_iku.publish.pages.words import WORDS

NAME = "baris-kodref.md"

_TITLE = Text("Daftar kode resmi, baris demi baris", "The official code list, row by row")
_INTRODUCTION = Text(
    "Dari {rows} baris Kode Referensi Indikator Pembangunan yang menyangkut Kesbangpol atau "
    "bersinggungan dengannya, {covered} ada di katalog: {whole} sebagai indikator dan {parts} "
    "sebagai variabel sebuah indikator. {left} baris tidak diambil, masing-masing dengan "
    "alasannya. Penjelasannya ada di halaman [Cakupan](cakupan.md).",
    "Of {rows} rows of the official list of indicator codes that concern Kesbangpol or touch upon "
    "its work, {covered} are in the catalog: {whole} as indicators and {parts} as variables of "
    "one. {left} rows were left out, each for a stated reason. The page [Coverage](coverage.md) "
    "puts this into context.",
)
_READ = Text("Bagian yang dibaca", "Sections that were read")
_READ_WHOLE = Text("Seluruhnya", "In full")
_READ_PART = Text("Sebagian", "In part")
_REST = Text(
    "Tentang bagian lain tidak ada yang dikatakan di sini.",
    "Nothing is said here about other sections.",
)
_COVERED = Text("Yang ada di katalog", "In the catalog")
_LEFT_OUT = Text("Yang tidak diambil", "Left out")
_THEMES = Text("Menurut tema", "By theme")
_THEMES_SAID = Text(
    "Pekerjaan Kesbangpol menurut tema, dan indikator untuk masing-masing. Sebuah indikator dapat "
    "termasuk lebih dari satu tema, atau tidak satu pun.",
    "Kesbangpol's work by theme, with the indicators for each. An indicator may belong to several "
    "themes, or to none.",
)
_LINKS = Text("Tautan sumber", "Links of sources")
_LINKS_SAID = Text(
    "Definisi katalog menyebut {all} sumber yang dicetak pihak lain. {unlinked} di antaranya belum "
    "bertautan: dokumennya disebut, tetapi alamatnya tidak diketahui, sehingga pembaca belum dapat "
    "membukanya sendiri. Nilai terbit bersumber pada {documents} dokumen, {missing} belum "
    "bertautan.",
    "The definitions of the catalog name {all} sources that others printed. {unlinked} of them "
    "have no link yet: the document is named, but its address is not known, so that readers cannot "
    "open it for themselves. Published values come from {documents} documents, {missing} without a "
    "link.",
)
_COUNT = Text("Jumlah", "Count")
_ROWS = Text("{count} baris", "{count:row|rows}")
_NAME_PRINTED = Text("Nama seperti tercetak", "Name as printed")


def coverage_page(coverage: CoverageFile, catalog: Catalog, language: Language = "id") -> str:
    """Return the page of the rows of the official list, in the catalog or left out.

    Args:
        coverage: the register of rows.
        catalog: the catalog that the rows lead to.
        language: language of the page; the list's own texts stay Indonesian.
    """
    covered = coverage.covered
    parts = sum(row.variabel is not None for row in covered)
    introduction = _INTRODUCTION.fill(
        language,
        rows=len(coverage.baris),
        covered=len(covered),
        whole=len(covered) - parts,
        parts=parts,
        left=len(coverage.baris) - len(covered),
    )
    other = (
        link("In English", f"en/{NAME}")
        if language == "id"
        else link("Dalam bahasa Indonesia", f"../{NAME}")
    )
    return page(
        front_matter(_TITLE.plain(language)),
        f"# {_TITLE.plain(language)}",
        f"{other}\n{{: .lintas }}",
        f"{introduction} {WORDS['buku'].plain(language)}",
        *_themes(catalog, language),
        f"## {_LINKS.plain(language)}",
        _links(catalog, language),
        f"## {_READ.plain(language)}",
        f"**{_READ_WHOLE.plain(language)}:** {esc(coverage.dibaca.lengkap)}",
        f"**{_READ_PART.plain(language)}:** {esc(coverage.dibaca.sebagian)}",
        _REST.plain(language),
        f"- {cited(coverage.sumber, language)}",
        f"## {_COVERED.plain(language)}",
        *_covered(covered, catalog, language),
        f"## {_LEFT_OUT.plain(language)}",
        *_left_out(coverage, language),
    )


def _themes(catalog: Catalog, language: Language) -> Iterator[str]:
    rows = []
    for theme in catalog.tables.themes.values():
        inside = [code_ for code_ in catalog.codes if theme.kode in catalog[code_].tema]
        listed = ", ".join(_entry(catalog[code_], language) for code_ in inside)
        name = theme.nama if language == "id" else theme.nama_en
        rows.append((esc(name), str(len(inside)), listed))
    if rows:
        header = (WORDS["tema"], _COUNT, WORDS["indikator"])
        yield f"## {_THEMES.plain(language)}"
        yield _THEMES_SAID.plain(language)
        yield table([text.plain(language) for text in header], rows)


def _links(catalog: Catalog, language: Language) -> str:
    sources = [source for found in catalog for source in _sources_of(found)]
    printed = [source for source in sources if source.kedudukan in {"resmi", "dilaporkan"}]
    values = [value for code_ in catalog.codes for value in catalog.nilai(code_)]
    documents = {value.sumber: value.tautan for value in values}
    return _LINKS_SAID.fill(
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
    return link(esc(name), f"indikator/{page_name(indicator.kode)}")


def _covered(rows: Iterable[CoverageRow], catalog: Catalog, language: Language) -> Iterator[str]:
    header = [
        text.plain(language)
        for text in (WORDS["kode"], _NAME_PRINTED, WORDS["indikator"], WORDS["catatan_pendek"])
    ]
    listed = [(row, catalog[row.entri]) for row in rows if row.entri is not None]
    for field in catalog.tables.fields.values():
        inside = [(row, found) for row, found in listed if found.bidang == field.kode]
        if inside:
            yield f"### {esc(field.nama if language == 'id' else field.nama_en)}"
            yield table(header, [_covered_row(row, found, language) for row, found in inside])


def _covered_row(row: CoverageRow, indicator: Indicator, language: Language) -> list[str]:
    entry = link(indicator.kode, f"indikator/{page_name(indicator.kode)}")
    if row.variabel is not None:
        variable = WORDS["sebuah_variabel"].plain(language)
        entry += f", {variable} {code(row.variabel)}"
    place = f"{{: #{anchor(f'kodref {row.kodref}')} }}"
    return [code(row.kodref) + place, esc(row.nama), entry, esc(row.catatan or "")]


def _left_out(coverage: CoverageFile, language: Language) -> Iterator[str]:
    header = [
        text.plain(language) for text in (WORDS["kode"], _NAME_PRINTED, WORDS["catatan_pendek"])
    ]
    for ground, rows in coverage.left_out.items():
        yield native(coverage.alasan[ground], language)
        listed = [(code(row.kodref), esc(row.nama), esc(row.catatan or "")) for row in rows]
        title = _ROWS.fill(language, count=len(rows))
        yield folded("info", title, table(header, listed))
