"""The page of every correction of an official print."""

from __future__ import annotations

from collections.abc import Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.publish.pages.correction import correction_block
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.markdown import LIST_RANKS, code, esc, head, link, page
from kesbang_iku.publish.pages.words import WORDS, years_text


def corrections_page(catalog: Catalog, language: Language = "id") -> str:
    """Return all corrections: those of definitions, then those of methods and scales."""
    blocks = list(_definitions(catalog, language))
    blocks += _tables(catalog, language)
    tables = catalog.tables
    entries = (*catalog, *tables.methods.values(), *tables.scales.values())
    count = sum(len(entry.koreksi) for entry in entries)
    introduction = pages.corrections.INTRODUCTION.fill(language, count=count)
    return page(
        *head(
            pages.corrections.TITLE.plain(language),
            "koreksi.md",
            language,
            rank=LIST_RANKS[language],
        ),
        f"{introduction} {WORDS['buku'].plain(language)}",
        *blocks,
    )


def _definitions(catalog: Catalog, language: Language) -> Iterator[str]:
    for found in catalog:
        if found.koreksi:
            name = found.nama if language == "id" else found.nama_en
            several = len(catalog.versions(found.kode)) > 1
            years = f" ({years_text(found.berlaku, language)})" if several else ""
            yield f"## {esc(name)} · {found.kode}{years}"
            yield link(
                WORDS["halaman_indikator"].plain(language), f"indikator/{page_name(found.kode)}"
            )
            yield from (correction_block(entry, language) for entry in found.koreksi)


def _tables(catalog: Catalog, language: Language) -> Iterator[str]:
    methods, scales = catalog.tables.methods.values(), catalog.tables.scales.values()
    entries = [(one.nama, one.label, one.koreksi) for one in methods]
    entries += [(one.nama, one.label, one.koreksi) for one in scales]
    for name, label, corrections in entries:
        if corrections:
            yield f"## {code(name)}"
            yield esc(label)
            yield from (correction_block(one, language) for one in corrections)
