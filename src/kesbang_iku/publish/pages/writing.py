"""Templates of pages in Markdown: blocks with a blank line between them, those without left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from kesbang_iku.findings import Language, Text, localized
from kesbang_iku.findings.register import pattern_of
from kesbang_iku.findings.sentences import pages, publish
from kesbang_iku.formula import parse, round_half_up, to_latex, to_text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.drawings import scale_drawing
from kesbang_iku.publish.pages.formula_lines import in_lines
from kesbang_iku.publish.pages.words import (
    DIRECTIONS,
    VOCABULARY,
    WORDS,
    bounds_text,
    page_name,
    unit_name,
    years_text,
)
from kesbang_iku.publish.templates import Templates, plain

_BLANK_LINES: Final = re.compile(r"\n{3,}")
_END: Final = "\n\n"
"""Comes after a block that a template ends with a tag, whose own line end is taken away."""
_KEPT: Final = "\0"
"""Stands on a blank line of a fenced text, which stays even beside another one."""


def write(template: str, language: Language, **view: object) -> str:
    """Return the page that a template makes of ``view``.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    made = _blocks(_TEMPLATES.render(f"{template}.md", language, **view))
    return made.replace(_KEPT, "") + "\n"


def _blocks(text: str) -> str:
    return _BLANK_LINES.sub("\n\n", text).strip("\n")


def _section(body: str, title: str, level: int = 2, attributes: str = "") -> str:
    """Return a part of a page below its heading; nothing where it has nothing to say."""
    inside = _blocks(body)
    return _END.join((f"{'#' * level} {title}{attributes}", inside, "")) if inside else ""


def _table(lines: str) -> str:
    """Return lines of cells as a table; the first is its header."""
    header, *rows = _cells(lines)
    return md.table(header, rows) + _END


def _cells(lines: str) -> list[list[str]]:
    rows = filter(None, lines.split("\n"))
    return [[cell.strip() for cell in row.strip()[1:-1].split("|")] for row in rows]


def _folded(body: str, kind: str, title: str) -> str:
    inside = _blocks(body)
    if not inside:
        return ""
    return md.folded(kind, title, inside).replace(f"    {_KEPT}", _KEPT) + _END


def _fenced(text: str, syntax: str) -> str:
    return md.fenced(text, syntax).replace("\n\n", f"\n{_KEPT}\n")


def _names(language: Language) -> Mapping[str, object]:
    def say(function: Callable[..., str]) -> Callable[..., str]:
        """Let a function that takes texts take whatever a page can show."""

        def said(*values: object, **named: Any) -> str:  # noqa: ANN401  # as the function has it
            return function(*(str(plain(value, language)) for value in values), **named)

        return said

    def facts(lines: str) -> str:
        """Return lines of a name and a value as a table, those without value left out."""
        header = WORDS["keterangan"].plain(language), WORDS["isian"].plain(language)
        return md.facts(header, [(name, value) for name, value in _cells(lines)]) + _END

    def across(path: str, title: str = "", target: str = "") -> str:
        return md.across(path, language, md.link(title, target) if title else "")

    def native(text: str | None) -> str:
        return md.native(text, language) if text else ""

    def word(key: str) -> str:
        return VOCABULARY[key].plain(language) if key in VOCABULARY else md.esc(key)

    def entry(found: Indicator, folder: str = "indikator/") -> str:
        name = found.title.plain(language)
        return md.link(md.esc(name), f"{folder}{page_name(found.kode)}")

    def drawing(scale: Scale, bounds: Bounds | None = None) -> str:
        return scale_drawing(scale, language, bounds)

    return {
        "w": WORDS,
        "voc": VOCABULARY,
        "directions": DIRECTIONS,
        "pages": pages,
        "themes": publish.THEMES,
        "list_rank": md.LIST_RANKS[language],
        # Texts, as Markdown
        "said": lambda value: str(plain(value, language)),
        "fill": lambda text, *fields: plain(text, language).format(*fields),
        "esc": say(md.esc),
        "code": say(md.code),
        "native": native,
        "anchor": md.anchor,
        "text": Text.translated,
        "word": word,
        "words": lambda words: ", ".join(map(word, words)),
        "pattern": partial(pattern_of, language=language),
        "localized": partial(localized, language=language),
        "rounded": round_half_up,
        # What the standard is made of
        "badge": partial(md.badge, language=language),
        "cited": partial(md.cited, language=language),
        "keys_in_words": partial(md.keys_in_words, language=language),
        "years": partial(years_text, language=language),
        "bounds": partial(bounds_text, language=language),
        "span": lambda low, high: bounds_text(Bounds(min=low, maks=high), language),
        "unit_name": unit_name,
        "entry": entry,
        "drawing": drawing,
        "parse": parse,
        "latex": partial(to_latex, language=language),
        "in_lines": partial(in_lines, language=language),
        "in_words": partial(to_text, language=language),
        # Blocks
        "front": say(md.front_matter),
        "head": say(partial(md.head, language=language)),
        "across": say(across),
        "section": lambda body, title, *more: _section(body, plain(title, language), *more),
        "table": _table,
        "facts": facts,
        "folded": say(_folded),
        "fenced": _fenced,
    }


_TEMPLATES: Final = Templates(__package__, _names)
