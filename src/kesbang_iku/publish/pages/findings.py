"""The pages of findings: the list that each finding refers to, and one page for each kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Finding, FindingKind, Language, Level, Text
from kesbang_iku.findings.register import pattern_of
from kesbang_iku.findings.sentences import pages
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS
from kesbang_iku.validation.examples import (
    BYTES_SUFFIX,
    FOLDER_SUFFIX,
    WORKBOOK_SUFFIX,
    all_examples,
)

_DESCRIBED: Final[Mapping[str, Text]] = {
    BYTES_SUFFIX: pages.findings.BYTES,
    WORKBOOK_SUFFIX: pages.findings.WORKBOOK,
    FOLDER_SUFFIX: pages.findings.CATALOG_FOLDER,
}
_RANGES = {int(first): title for first, title in pages.findings.RANGES.items()}
"""What the kinds are about from a number on, in the order of the numbers."""

FOLDER = "temuan"


_RANKS: Final[Mapping[Language, float]] = {"id": 0.5, "en": 0.4}
"""In search a finding is looked for by its code; its words come after those of other pages."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows a kind of finding: an input that has it, what is found there, and one without it.

    Attributes:
        name, text: the input that has it.
        findings: what is found in it, of this kind alone.
        cured: the name and text of an input of the same sort without it, if there is one.
    """

    name: str
    text: str
    findings: tuple[Finding, ...]
    cured: tuple[str, str] | None = None


def shown_examples(catalog: Catalog, more: Mapping[str, str] | None = None) -> dict[str, Shown]:
    """Return the examples by code, each checked anew.

    Args:
        catalog: what they are checked against.
        more: texts by file name: inputs without the finding (``iku410.yaml``), and inputs with it
            that hold on some days only (``iku436-keliru.yaml``), of which nothing is run.
    """
    beside = {_code(name): (name, text) for name, text in (more or {}).items() if "-" not in name}
    found = {
        code: Shown(
            one.name,
            one.text,
            tuple(said for said in one.findings(catalog) if said.kode == code),
            beside.get(code),
        )
        for code, one in all_examples().items()
    }
    for name, text in (more or {}).items():
        if "-" in name:
            found.setdefault(_code(name), Shown(name, text, (), beside.get(_code(name))))
    return found


def _code(name: str) -> str:
    return name.partition(".")[0].partition("-")[0].upper()


def finding_page(kinds: Iterable[FindingKind], language: Language = "id") -> str:
    """Return the list of these kinds, by code; the anchor of each is its code in lower case."""
    return md.page(
        *md.head(pages.findings.TITLE.plain(language), "temuan.md", language),
        pages.findings.INTRODUCTION.plain(language),
        *_sections(sorted(kinds, key=lambda kind: kind.code), language),
    )


def page_path(kind: FindingKind) -> str:
    """Return the path of a kind's page, beside that of the list."""
    return f"{FOLDER}/{kind.code.lower()}.md"


def _sections(kinds: Iterable[FindingKind], language: Language) -> Iterator[str]:
    groups: dict[str, list[FindingKind]] = {}
    for kind in kinds:
        groups.setdefault(_range_title(kind).plain(language), []).append(kind)
    keys = ("kode", "tingkat_temuan", "temuan")
    header = [WORDS[key].plain(language) for key in keys]
    for title, inside in groups.items():
        yield f"## {title}"
        yield md.table(header, [_row(kind, language) for kind in inside])


def _row(kind: FindingKind, language: Language) -> tuple[str, str, str]:
    anchor = f"{md.link(kind.code, page_path(kind))}{{ #{kind.code.lower()} }}"
    return anchor, _level(kind.level, language), md.esc(kind.title.plain(language))


def kind_page(kind: FindingKind, language: Language = "id", shown: Shown | None = None) -> str:
    """Return the page of one kind: reason, message, cure, and an example with what is found."""
    title = f"{kind.code} {kind.title.plain(language)}"
    back = md.link(pages.findings.TITLE.plain(language), f"../temuan.md#{kind.code.lower()}")
    return md.page(
        md.front_matter(title, kind.reason.plain(language), rank=_RANKS[language]),
        f"# {md.esc(title)}",
        md.across(page_path(kind), language, back),
        _level(kind.level, language),
        md.esc(kind.reason.plain(language)),
        md.facts(
            (WORDS["keterangan"].plain(language), WORDS["isian"].plain(language)),
            [
                (WORDS["pesan"].plain(language), md.esc(pattern_of(kind.message, language))),
                (WORDS["saran"].plain(language), md.esc(pattern_of(kind.hint, language))),
                (pages.findings.RANGE.plain(language), _range_title(kind).plain(language)),
            ],
        ),
        pages.findings.BRACES.plain(language),
        *(() if shown is None else _shown(shown, language)),
    )


def _shown(shown: Shown, language: Language) -> Iterator[str]:
    yield f"## {pages.findings.BAD.plain(language)}"
    yield _file(shown.name, shown.text)
    described = _DESCRIBED.get(PurePath(shown.name).suffix)
    if described is not None:
        yield described.plain(language)
    if shown.findings:
        yield pages.findings.FOUND.plain(language)
        yield md.bullets(_said(found, language) for found in shown.findings)
    if shown.cured is not None:
        yield f"## {pages.findings.GOOD.plain(language)}"
        yield _file(*shown.cured)


def _said(found: Finding, language: Language) -> str:
    place = "" if found.baris is None else f"{pages.findings.LINE.plain(language)} {found.baris}: "
    return f"{place}{md.esc(found.message(language))} *{md.esc(found.hint(language))}*"


def _file(name: str, text: str) -> str:
    suffix = PurePath(name).suffix.removeprefix(".")
    syntax = suffix if suffix in {"yaml", "json", "toml"} else "text"
    return f"`{name}`\n\n{md.fenced(text, syntax)}"


def _level(level: Level, language: Language) -> str:
    word = VOCABULARY[level.value].plain(language)
    return f'<span class="lencana tingkat--{level.value}">{word}</span>'


def _range_title(kind: FindingKind) -> Text:
    number = int(kind.code.removeprefix("IKU"))
    return [title for first, title in _RANGES.items() if first <= number][-1]
