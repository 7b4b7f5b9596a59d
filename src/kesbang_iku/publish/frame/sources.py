"""Sources on a page: document, publisher, date, place in it, and how well it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kesbang_iku.findings import Language
from kesbang_iku.model.source import Source
from kesbang_iku.publish.frame.pieces import native
from kesbang_iku.publish.markup import Child, Html, between, element
from kesbang_iku.publish.pages.words import STANDINGS

_LINKED = ("https://", "http://")


def sources_list(sources: Sequence[Source], language: Language) -> Html:
    """Return sources as a list, each with its standing."""
    return element("ul", *(_source(one, language) for one in sources), class_="plain")


def standing_badge(standing: str, language: Language) -> Html:
    """Return how well something stands, as a badge."""
    return element("span", STANDINGS[standing].plain(language), class_=f"standing {standing}")


def _source(source: Source, language: Language) -> Html:
    document: Child = source.dokumen
    if source.url and source.url.startswith(_LINKED):
        document = element("a", source.dokumen, href=source.url)
    details = list(_details(source, language))
    shown = document if language == "id" else element("span", document, lang="id")
    return element(
        "li",
        standing_badge(source.kedudukan, language),
        " ",
        shown,
        *(["; "] if details else []),
        between("; ", details),
    )


def _details(source: Source, language: Language) -> Iterator[Child]:
    for part in (source.penerbit, source.tanggal, source.letak):
        if part:
            yield native(part, language)
