"""The page of every correction of an official print."""

from __future__ import annotations

from collections.abc import Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text
from kesbang_iku.publish.pages.correction import correction_block
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.markdown import LIST_RANKS, code, esc, front_matter, link, page
from kesbang_iku.publish.pages.words import WORDS, years_text

_TITLE = Text("Koreksi atas cetakan resmi", "Corrections of official prints")
_INTRODUCTION = Text(
    "Teks resmi kadang memuat rumus terbalik, tanda yang hilang, atau contoh yang tidak cocok "
    "dengan aturannya sendiri. Katalog tidak membetulkannya diam-diam: yang tercetak, cacatnya, "
    "yang diambil, dan alasannya ditulis di sini. Jumlahnya {count}.",
    "Official texts sometimes hold an inverted formula, a lost sign, or an example that does not "
    "fit its own rule. The catalog mends none of them silently: what is printed, what is wrong "
    "with it, what is taken instead and why stands here. There are {count}.",
)


def corrections_page(catalog: Catalog, language: Language = "id") -> str:
    """Return all corrections: those of definitions, then those of methods and scales."""
    blocks = list(_definitions(catalog, language))
    blocks += _tables(catalog, language)
    tables = catalog.tables
    entries = (*catalog, *tables.methods.values(), *tables.scales.values())
    count = sum(len(entry.koreksi) for entry in entries)
    other = (
        link("In English", "en/koreksi.md")
        if language == "id"
        else link("Dalam bahasa Indonesia", "../koreksi.md")
    )
    return page(
        front_matter(_TITLE.plain(language), rank=LIST_RANKS[language]),
        f"# {_TITLE.plain(language)}",
        f"{other}\n{{: .lintas }}",
        f"{_INTRODUCTION.fill(language, count=count)} {WORDS['buku'].plain(language)}",
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
