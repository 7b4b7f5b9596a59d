"""A whole page: its head, its title with the facts below, its parts, and the words at its end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import frame
from kesbang_iku.publish.frame.pieces import facts_list, paragraph
from kesbang_iku.publish.markup import Child, Html, element

_STYLE: Final = "style.css"


@dataclass(frozen=True, slots=True)
class PageSection:
    """One part of a page: its anchor, its heading, and what stands below."""

    anchor: str
    title: str
    content: Html


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page.

    Attributes:
        module: the module it is made in; ``style.css`` beside it is the style of its own, which
            comes after that of the frame.
        closing: what it says at its end about itself.
        wide: whether it needs the width of the screen, and paper lying down.
    """

    module: str
    closing: Sequence[str] = ()
    wide: bool = False


def page(
    title: str,
    facts: Iterable[tuple[str, Child]],
    sections: Sequence[PageSection],
    catalog: Catalog,
    language: Language,
    kind: Kind,
) -> str:
    """Return a whole page.

    Args:
        title: what it is about.
        facts: names and values to stand below the title; the catalog's are added.
        sections: its parts.
        catalog: the standard it was made with.
        language: its language.
        kind: its style, and what it says about itself.
    """

    def say(key: str) -> str:
        return frame.WORDS[key].plain(language)

    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content=f"kesbang-iku {catalog.version}"),
        element("title", title),
        element("style", Html(_style(__name__) + _style(kind.module))),
    )
    standard = (
        (say("katalog"), f"kesbang-iku {say('versi').format(versi=catalog.version)}"),
        (say("sidik"), element("code", catalog.digest, class_="sidik")),
    )
    links = [
        element("li", element("a", section.title, href=f"#{section.anchor}"))
        for section in sections
    ]
    made = say("asal").format(versi=catalog.version)
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
        element("footer", *(paragraph(said) for said in (*kind.closing, made))),
        class_="wide" if kind.wide else None,
    )
    return f"<!doctype html>\n{element('html', head, body, lang=language)}\n"


def _section(section: PageSection) -> Html:
    heading = f"{section.anchor}-judul"
    return element(
        "section",
        element("h2", section.title, id=heading),
        section.content,
        id=section.anchor,
        aria_labelledby=heading,
    )


@cache
def _style(module: str) -> str:
    return (files(module.rpartition(".")[0]) / _STYLE).read_text(encoding="utf-8")
