"""The page of methods that changed: what is different from version to version, side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.comparison import IndicatorChange, compare
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS, bounds_text, years_text

NAME = "perubahan.md"


def changes_page(catalog: Catalog, language: Language = "id") -> str:
    """Return the page of every change from a version to the next."""
    changed = [code_ for code_ in catalog.codes if len(catalog.versions(code_)) > 1]
    blocks: list[str] = []
    for code_ in changed:
        blocks += _indicator(code_, catalog, language)
    rest = len(catalog.codes) - len(changed)
    return md.page(
        *md.head(pages.changes.TITLE.plain(language), NAME, language, rank=md.LIST_RANKS[language]),
        f"{pages.changes.INTRODUCTION.plain(language)} {WORDS['buku'].plain(language)}",
        *blocks,
        pages.changes.UNCHANGED.fill(language, count=rest),
    )


def _indicator(code_: str, catalog: Catalog, language: Language) -> Iterator[str]:
    versions = catalog.versions(code_)
    newest = versions[-1]
    name = newest.nama if language == "id" else newest.nama_en
    yield f"## {md.esc(name)}"
    yield md.link(md.code(code_), f"indikator/{page_name(code_)}")
    for old, new in pairwise(versions):
        change, *_ = compare(
            catalog.where((old,)), catalog.where((new,)), dari=old.versi, ke=new.versi
        ).perubahan
        yield f"### {md.esc(old.versi)} → {md.esc(new.versi)}"
        verdict = f"**{_verdict(change).plain(language)}.**"
        yield f"{verdict} {md.native(change.alasan, language)}" if change.alasan else verdict
        yield _side_by_side(change, old, new, language)
        rest = [key.kunci for key in change.kunci if key.kunci not in _SHOWN]
        if rest:
            yield f"{pages.changes.ALSO.plain(language)}: {md.keys_in_words(rest, language)}."
        if new.berlaku.mulai is not None:
            years = f"kesbang-iku diff {new.berlaku.mulai - 1} {new.berlaku.mulai}"
            yield pages.changes.COMMAND.plain(language).format(md.code(years))


def _verdict(change: IndicatorChange) -> Text:
    if change.sebanding is None:
        return pages.changes.UNKNOWN
    return pages.changes.COMPARABLE if change.sebanding else pages.changes.NOT_COMPARABLE


def _side_by_side(
    change: IndicatorChange, old: Indicator, new: Indicator, language: Language
) -> str:
    changed = {key.kunci for key in change.kunci}
    # Two keys may be shown by one row: a formula is written out, or follows from its components.
    shows = dict(_SHOWN[key] for key in _SHOWN if key in changed)
    rows = [
        (f"**{WORDS[word].plain(language)}**", show(old, language), show(new, language))
        for word, show in shows.items()
    ]
    header = [pages.changes.WHAT.plain(language), md.esc(old.versi), md.esc(new.versi)]
    return md.table(header, rows)


_Show = Callable[[Indicator, Language], str]


def _variables(indicator: Indicator, _: Language) -> str:
    return "; ".join(f"{md.esc(one.label)} ({md.code(one.nama)})" for one in indicator.variabel)


def _formula(indicator: Indicator, language: Language) -> str:
    unknown = WORDS["tidak_diketahui"].plain(language)
    return md.code(indicator.formula) if indicator.formula else unknown


def _levels(indicator: Indicator, language: Language) -> str:
    return ", ".join(VOCABULARY[level].plain(language) for level in indicator.tingkat.diestimasi)


_SHOWN: Final[dict[str, tuple[str, _Show]]] = {
    "nama": ("nama", lambda one, _: md.esc(one.nama)),
    "nama_en": ("nama_inggris", lambda one, _: md.esc(one.nama_en)),
    "berlaku": ("berlaku", lambda one, language: years_text(one.berlaku, language)),
    "definisi": ("definisi", lambda one, _: md.esc(one.definisi)),
    "satuan": ("satuan", lambda one, _: md.esc(one.satuan)),
    "desimal": ("desimal", lambda one, _: str(one.desimal)),
    "rentang": ("rentang", lambda one, language: bounds_text(one.rentang, language)),
    "variabel": ("variabel", _variables),
    "rumus": ("rumus", _formula),
    "komponen": ("rumus", _formula),
    "tingkat": ("diestimasi", _levels),
    "pemilik": ("pemilik", lambda one, _: md.esc(", ".join(one.pemilik))),
    "kategori": (
        "kategori",
        lambda one, _: ", ".join(md.code(name) for name in one.category_scales),
    ),
    "status": ("kedudukan", lambda one, language: md.badge(one.status, language)),
}
"""Keys of a definition that are shown side by side: what to call each, and how to show it."""
