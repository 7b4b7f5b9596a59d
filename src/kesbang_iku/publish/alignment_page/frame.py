"""What every page of the alignment has around its content."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.diagnostics import Language
from kesbang_iku.publish.alignment_page.words import SENTENCES, SIGNS, STATES, WORDS
from kesbang_iku.publish.markup import Child, Html, element, joined

_STYLE: Final = "style.css"


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a page: its anchor, its heading, and what stands below."""

    anchor: str
    title: str
    content: Html


@dataclass(frozen=True, slots=True)
class TableColumn:
    """A column of a table: what it is called, and whether it holds numbers."""

    title: str
    number: bool = False


def page(
    title: str,
    facts: Iterable[tuple[str, Child]],
    sections: Sequence[Section],
    catalog: Catalog[Indicator],
    language: Language,
    *,
    wide: bool = False,
) -> str:
    """Return a whole page.

    Args:
        title: what it is about.
        facts: names and values to stand below the title; the catalog's are added.
        sections: its parts.
        catalog: the standard it was made with.
        language: its language.
        wide: whether it needs the width of the screen, and paper lying down.
    """

    def say(key: str) -> str:
        return WORDS[key].plain(language)

    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content=f"kesbang-iku {catalog.version}"),
        element("title", title),
        element("style", Html(_style())),
    )
    standard = (
        (say("katalog"), f"kesbang-iku {say('versi').format(versi=catalog.version)}"),
        (say("sidik"), element("code", catalog.digest, class_="sidik")),
    )
    links = [
        element("li", element("a", section.title, href=f"#{section.anchor}"))
        for section in sections
    ]
    body = element(
        "body",
        element("a", say("lewati"), class_="skip", href="#isi"),
        element(
            "header",
            element("h1", title),
            facts_list((*facts, *standard)),
            element("nav", element("ul", *links), aria_label=say("isi")),
        ),
        element("main", *(_section(section) for section in sections), id="isi", tabindex="-1"),
        element(
            "footer",
            element("p", SENTENCES["kedudukan"].plain(language)),
            element("p", SENTENCES["asal"].plain(language).format(versi=catalog.version)),
        ),
        class_="wide" if wide else None,
    )
    return f"<!doctype html>\n{element('html', head, body, lang=language)}\n"


def facts_list(facts: Iterable[tuple[str, Child]]) -> Html | None:
    """Return names with their values; those without a value are left out, all of them likewise."""
    pairs = [joined(element("dt", name), element("dd", value)) for name, value in facts if value]
    return element("dl", *pairs) if pairs else None


def table(
    caption: str,
    columns: Sequence[TableColumn],
    rows: Iterable[Sequence[Child]],
    *,
    kind: str = "",
) -> Html:
    """Return a table whose first column names its rows; on a phone each row is a block.

    ``kind`` is a further class for its style. Roles are written out, since a table laid out as
    blocks is no table to a screen reader else.
    """
    heads = [
        element("th", one.title, scope="col", role="columnheader", class_=_kind(one))
        for one in columns
    ]
    body = []
    for row in rows:
        first, *others = row
        cells = [
            element("td", value, role="cell", class_=_kind(column, value), data_label=column.title)
            for column, value in zip(columns[1:], others, strict=True)
        ]
        head = element("th", first, scope="row", role="rowheader")
        body.append(element("tr", head, *cells, role="row"))
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", *heads, role="row"), role="rowgroup"),
        element("tbody", *body, role="rowgroup"),
        class_=f"stack {kind}".strip(),
        role="table",
    )


def paragraph(content: Child) -> Html:
    """Return a paragraph."""
    return element("p", content)


def native(content: str | None, language: Language) -> Html | None:
    """Return a text of the plan or of the standard, which is Indonesian whatever the page is."""
    if content is None:
        return None
    return joined(content) if language == "id" else element("span", content, lang="id")


def mark(state: str, language: Language, *, count: int | None = None) -> Html:
    """Return the sign and the name of a state, in its colour."""
    name = STATES[state].plain(language)
    shown = name if count is None else f"{name}: {count}"
    sign = element("span", f"{SIGNS[state]} ", aria_hidden="true")
    return element("span", sign, shown, class_=f"badge {state}")


def bare_sign(state: str, language: Language) -> Html:
    """Return the sign of a state alone, its name for those who hear the page."""
    return joined(
        element("span", SIGNS[state], class_=f"mark {state}", aria_hidden="true"),
        element("span", STATES[state].plain(language), class_="vh"),
    )


def _kind(column: TableColumn, value: Child = "-") -> str | None:
    names = [*(["number"] if column.number else []), *([] if value else ["empty"])]
    return " ".join(names) or None


def _section(section: Section) -> Html:
    heading = f"{section.anchor}-judul"
    return element(
        "section",
        element("h2", section.title, id=heading),
        section.content,
        id=section.anchor,
        aria_labelledby=heading,
    )


def _style() -> str:
    return (files(__package__) / _STYLE).read_text(encoding="utf-8")
