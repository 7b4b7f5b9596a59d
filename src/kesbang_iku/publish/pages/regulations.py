"""The pages of cited documents: the list, and one page for each with what it settles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.model.registers import Regulation
from kesbang_iku.model.scalars import Record
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS

FOLDER = "peraturan"

_COLUMNS = pages.regulations.COLUMNS
_YEAR = re.compile(r"(?P<short>.+?) (?P<number>[^ /]+)/(?P<year>\d{4})")


def cites(text: str, regulation: Regulation) -> bool:
    """Say whether ``text`` names a document, in its short form or spelled out."""
    forms = [re.escape(regulation.nomor)]
    parts = _YEAR.fullmatch(regulation.nomor)
    if parts is not None:
        names = f"(?:{re.escape(regulation.jenis)}|{re.escape(parts['short'])})"
        forms.append(f"{names} Nomor {re.escape(parts['number'])} Tahun {parts['year']}")
    return re.search(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)", text) is not None


def regulations_page(regulations: Iterable[Regulation], language: Language = "id") -> str:
    """Return the page of every cited document."""
    return md.page(
        *md.head(
            pages.regulations.TITLE.plain(language),
            "peraturan.md",
            language,
            rank=md.LIST_RANKS[language],
        ),
        f"{pages.regulations.INTRODUCTION.plain(language)} {WORDS['buku'].plain(language)}",
        md.table(
            [column.plain(language) for column in _COLUMNS.values()],
            [_row(found, language) for found in regulations],
        ),
    )


def _row(found: Regulation, language: Language) -> tuple[str, ...]:
    note = f" {md.esc(found.catatan)}" if found.catatan else ""
    return (
        f"{md.link(md.esc(found.nomor), page_path(found))}{{ #{found.id} }}",
        md.esc(found.perihal),
        md.esc(found.menetapkan) + note,
        VOCABULARY[found.status].plain(language),
        md.badge(found.kedudukan, language),
    )


def page_path(regulation: Regulation) -> str:
    """Return the path of a document's page, beside that of the list."""
    return f"{FOLDER}/{regulation.id}.md"


def regulation_page(regulation: Regulation, catalog: Catalog, language: Language = "id") -> str:
    """Return the page of one cited document: what it settles, and what in the catalog cites it."""
    title = f"{regulation.nomor}: {regulation.perihal}"
    back = md.link(pages.regulations.TITLE.plain(language), "../peraturan.md")
    url = regulation.url
    rows = [
        (pages.regulations.KIND, md.esc(regulation.jenis)),
        (pages.regulations.ISSUER, md.esc(regulation.penerbit or "")),
        (pages.regulations.DATE, md.esc(regulation.tanggal or str(regulation.tahun or ""))),
        (_COLUMNS["status"], VOCABULARY[regulation.status].plain(language)),
        (pages.regulations.ELSEWHERE, md.link(md.esc(url), f"<{url}>") if url else ""),
    ]
    citing = list(_citing(regulation, catalog, language))
    return md.page(
        md.front_matter(title, regulation.menetapkan),
        f"# {md.esc(regulation.nomor)}",
        md.across(page_path(regulation), language, back),
        f"{md.esc(regulation.perihal)} · {md.badge(regulation.kedudukan, language)}",
        md.facts(
            (WORDS["keterangan"].plain(language), WORDS["isian"].plain(language)),
            [(name.plain(language), content) for name, content in rows],
        ),
        f"## {_COLUMNS['menetapkan'].plain(language)}",
        md.native(regulation.menetapkan, language),
        md.native(regulation.catatan, language) if regulation.catatan else "",
        f"## {pages.regulations.CITING.plain(language)}",
        md.bullets(citing) if citing else pages.regulations.NOBODY.plain(language),
    )


def _citing(regulation: Regulation, catalog: Catalog, language: Language) -> Iterator[str]:
    for indicator in catalog:
        if _names(indicator, regulation):
            name = indicator.nama if language == "id" else indicator.nama_en
            version = f"{WORDS['versi'].plain(language).lower()} {md.esc(indicator.versi)}"
            target = f"../indikator/{page_name(indicator.kode)}"
            yield f"{md.link(md.esc(name), target)} {md.code(indicator.kode)}, {version}"
    for method in catalog.tables.methods.values():
        if _names(method, regulation):
            target = f"../metode-capaian.md#{method.nama.replace('_', '-')}"
            yield f"{WORDS['metode'].plain(language)} {md.link(md.code(method.nama), target)}"
    for scale in catalog.tables.scales.values():
        if _names(scale, regulation):
            label = scale.label if language == "id" else scale.label_en or scale.label
            shown = md.link(md.esc(label), f"../skala.md#{scale.nama}")
            yield f"{WORDS['skala'].plain(language)} {shown}"


def _names(record: Record, regulation: Regulation) -> bool:
    return any(cites(text, regulation) for text in _texts(record.model_dump(mode="json")))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, str):
        yield content
    elif isinstance(content, dict):
        for part in content.values():
            yield from _texts(part)
    elif isinstance(content, list):
        for part in content:
            yield from _texts(part)
