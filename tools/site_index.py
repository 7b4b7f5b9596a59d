"""What the search of the site looks through: a list a language, of the catalog and the pages.

An entry is a group (0 indicators, 1 guides, 2 findings), an address, a title, what stands beside
it, names that mean it and nothing else, other names, words, and a rank among equals. Pictures,
formulas and menus are left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Final

import kesbang_iku as iku
from kesbang_iku.catalog.search import plain, searched_text, searched_words, vocabulary
from kesbang_iku.findings import Language
from kesbang_iku.findings.register import all_kinds, pattern_of
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.publish.pages.words import STANDINGS, VOCABULARY
from kesbang_iku.sources.data import load_data

Entry = tuple[int, str, str, str, list[str], list[str], str, int]
INDICATOR, GUIDE, FINDING = range(3)
_SINGLE: Final = ("indikator/kbp-", "temuan/iku", "404")
"""Pages that the catalog itself tells about, or that no one looks for."""
_ONLY_TITLES: Final = ("api/", "indikator/", "daerah/", "wilayah/", "temuan/", "predikat/")
"""Pages of which only the headings are words to look for: their rows are entries of their own."""
_LONGEST: Final = 1200
"""Characters of a section that are looked through."""
_OUTPUT, _PAGE, _REGULATION, _SECTION = 90, 10, 15, 20


def index(site: Path, language: Language) -> str:
    """Return the script that holds the index of one language."""
    catalog = iku.load_catalog()
    entries = [*indicators(catalog, language), *_findings(language), *_pages(site, language)]
    data = json.dumps({"kosakata": vocabulary(), "isi": entries}, ensure_ascii=False)
    return f"(globalThis.kesbangIkuIsi ??= {{}}).{language} = {data};\n"


def indicators(catalog: iku.Catalog, language: Language) -> Iterator[Entry]:
    """Yield the entries of the indicators, then those of the outputs."""
    root = "" if language == "id" else "en/"
    asked = load_data("penyelarasan.yaml", MatchingFile).asked
    standings = list(STANDINGS)
    for code in catalog.codes:
        one = catalog.versions(code)[-1]
        rank = 0 if code in asked else 1 + standings.index(one.status)
        title = one.title.plain(language)
        names = [code, *filter(None, (one.singkatan,)), one.nama, one.nama_en]
        if one.singkatan and one.singkatan not in title:
            title = f"{title} ({one.singkatan})"
        beside = " · ".join((code, STANDINGS[one.status].plain(language)))
        text = searched_text(one) + plain(one.definisi)
        address = f"{root}indikator/{code.lower()}/"
        yield INDICATOR, address, title, beside, names, [*one.alias], text, rank
    for output in catalog.outputs:
        levels = ", ".join(VOCABULARY[level].plain(language) for level in output.tingkat.berlaku)
        beside, text = f"{output.kode} · {levels}", searched_text(output)
        address, names = f"{root}indikator/keluaran/", [output.kode]
        yield INDICATOR, address, output.nama, beside, names, [], text, _OUTPUT


def _findings(language: Language) -> Iterator[Entry]:
    for rank, kind in enumerate(sorted(all_kinds(), key=lambda kind: kind.code)):
        code = kind.code.lower()
        address = f"temuan/{code}/" if language == "id" else f"en/temuan/#{code}"
        said = (kind.reason, kind.hint)
        text = searched_words(
            [*(one.plain(language) for one in said), pattern_of(kind.message, language)]
        )
        title = f"{kind.code} {kind.title.plain(language)}"
        yield FINDING, address, title, "", [kind.code], [], text, rank


def _pages(site: Path, language: Language) -> Iterator[Entry]:
    for path in sorted(site.rglob("*.html")):
        address = path.relative_to(site).as_posix().removesuffix("index.html")
        english = address.startswith("en/")
        own = address.removeprefix("en/")
        if english != (language == "en") or own.startswith(_SINGLE):
            continue
        if path.name != "index.html":
            continue
        yield from _of_page(address, own, sections(path.read_text(encoding="utf-8")))


def _of_page(address: str, own: str, found: Iterable[tuple[str, str, str]]) -> Iterator[Entry]:
    title = ""
    for anchor, heading, text in found:
        words = "" if own.startswith(_ONLY_TITLES) else plain(text[:_LONGEST])
        if not title:
            title = heading
            rank = _REGULATION if own.startswith("peraturan/") and own != "peraturan/" else _PAGE
            yield GUIDE, address, title, "", [], [], words, rank
        elif heading:
            yield GUIDE, f"{address}#{anchor}", heading, title, [], [], words, _SECTION


def sections(page: str) -> list[tuple[str, str, str]]:
    """Return anchor, heading and text of each part of a page, the page itself first."""
    reader = _Reader()
    reader.feed(page)
    return [(anchor, _joined(head), _joined(text)) for anchor, head, text in reader.parts]


def _joined(words: list[str]) -> str:
    return " ".join("".join(words).split())


_VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr", "col", "source"})
_SILENT: Final = frozenset({"svg", "math", "script", "style", "nav", "button", "noscript", "form"})
_SILENT_CLASSES: Final = frozenset({"lintas", "headerlink", "lencana", "gambar", "kepala"})
_HEADINGS: Final = frozenset({"h1", "h2", "h3"})


class _Reader(HTMLParser):
    """Gathers the parts of the article of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[tuple[str, list[str], list[str]]] = []
        self._open: list[tuple[str, bool]] = []
        self._inside = False
        self._heading = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self._say(" ")
            return
        found = dict(attrs)
        classes = set((found.get("class") or "").split())
        silent = tag in _SILENT or bool(classes & _SILENT_CLASSES) or self._silent()
        self._open.append((tag, silent))
        if tag == "article":
            self._inside = True
        elif self._inside and tag in _HEADINGS and not silent:
            self.parts.append((found.get("id") or "", [], []))
            self._heading = True

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            last, _ = self._open.pop()
            if last == tag:
                break
        if tag == "article":
            self._inside = False
        elif tag in _HEADINGS:
            self._heading = False
        self._say(" ")

    def handle_data(self, data: str) -> None:
        self._say(data)

    def _silent(self) -> bool:
        return bool(self._open) and self._open[-1][1]

    def _say(self, text: str) -> None:
        if self._inside and self.parts and not self._silent():
            _, head, said = self.parts[-1]
            (head if self._heading else said).append(text)
