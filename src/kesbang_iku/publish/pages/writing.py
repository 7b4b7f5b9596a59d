"""Templates of pages in Markdown: blocks with a blank line between them, those without left out."""

import html
import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any, Final

from kesbang_iku.findings import Language, localized
from kesbang_iku.findings.register import pattern_of
from kesbang_iku.findings.sentences import pages, publish
from kesbang_iku.findings.signs import visible
from kesbang_iku.formula import parse, round_half_up, to_latex, to_text
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.tree import Binary, BinaryOperator, Call, Expression, Number
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Bounds
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.values import padded
from kesbang_iku.publish.pages.words import (
    DIRECTIONS,
    VOCABULARY,
    WORDS,
    bounds_text,
    combining,
    page_name,
    unit_name,
    years_text,
)
from kesbang_iku.publish.templates import Templates, plain

_FEWEST: Final = 3
"""Parts of a sum that is worth a list."""


def in_lines(tree: Expression, labels: Mapping[str, str], language: Language) -> str:
    """Return ``tree`` as LaTeX; a sum of three parts and more has a line for each of them.

    The lines are columns: the sign, the weight, the sign of multiplication, and what is weighed.
    """
    parts = list(_parts(tree))
    if len(parts) < _FEWEST:
        return to_latex(tree, labels, language)
    lines = []
    for number, part in enumerate(parts):
        weight, rest = _weighed(part)
        shown = "" if weight is None else to_latex(weight, labels, language)
        cells = ("+" if number else "", shown, r"\times" if weight else "")
        lines.append(" & ".join((*cells, to_latex(rest, labels, language))))
    return r"\begin{array}{clcl}" + r" \\ ".join(lines) + r"\end{array}"


def _weighed(part: Expression) -> tuple[Expression | None, Expression]:
    """Return the weight of a part of a sum, if it has one, and what is weighed."""
    if isinstance(part, Binary) and part.operator is BinaryOperator.MULTIPLY:
        if isinstance(part.left, Number):
            return part.left, part.right
        if isinstance(part.right, Number):
            return part.right, part.left
    return None, part


def _parts(tree: Expression) -> Iterator[Expression]:
    match tree:
        case Binary(operator=BinaryOperator.ADD, left=left, right=right):
            yield from _parts(left)
            yield from _parts(right)
        case Call(function=Function.SUM, arguments=arguments):
            for argument in arguments:
                yield from _parts(argument)
        case _:
            yield tree


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
    return written(_TEMPLATES, f"pages/{template}.md", language, **view)


def written(templates: Templates, name: str, language: Language, **view: object) -> str:
    """Return the page that the template ``name`` makes of ``view``; it raises the same."""
    made = _blocks(templates.render(name, language, **view))
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


_EVERYWHERE: Final[Mapping[str, object]] = {
    "w": WORDS,
    "voc": VOCABULARY,
    "directions": DIRECTIONS,
    "pages": pages,
    "themes": publish.THEMES,
    "rounded": round_half_up,
    "padded": padded,
    "parse": parse,
    "table": _table,
    "fenced": lambda text, syntax: md.fenced(text, syntax).replace("\n\n", f"\n{_KEPT}\n"),
}
"""What templates use, the same in each language."""
_IN_A_LANGUAGE: Final[Mapping[str, Callable[..., str]]] = {
    "pattern": pattern_of,
    "localized": localized,
    "badge": md.badge,
    "asked": md.asked_badge,
    "cited": md.cited,
    "unit_name": unit_name,
    "keys_in_words": md.keys_in_words,
    "years": years_text,
    "bounds": bounds_text,
    "combining": combining,
    "latex": to_latex,
    "in_lines": in_lines,
    "in_words": to_text,
}
"""Functions that write something of the standard in a language."""


def names(language: Language) -> Mapping[str, object]:
    """Return what templates of pages may use."""

    def said(value: object) -> str:
        return str(plain(value, language))

    def say(function: Callable[..., str]) -> Callable[..., str]:
        """Let a function that takes texts take whatever a page can show."""

        def call(*values: object, **named: Any) -> str:  # noqa: ANN401  # as the function has it
            return function(*map(said, values), **named)

        return call

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

    return {
        **_EVERYWHERE,
        **{name: partial(write, language=language) for name, write in _IN_A_LANGUAGE.items()},
        "list_rank": md.LIST_RANKS[language],
        "said": said,
        "fill": lambda text, *fields: said(text).format(*fields),
        "anchor": say(md.anchor),
        "esc": say(md.esc),
        "linked": say(md.linked),
        "html": say(lambda text: html.escape(visible(text))),
        "code": say(md.code),
        "native": native,
        "word": word,
        "words": lambda words: ", ".join(map(word, words)),
        "span": lambda low, high: bounds_text(Bounds(min=low, maks=high), language),
        "entry": entry,
        "front": say(md.front_matter),
        "head": say(partial(md.head, language=language)),
        "across": say(across),
        "section": lambda body, title, *more: _section(body, said(title), *more),
        "facts": facts,
        "folded": say(_folded),
    }


_TEMPLATES: Final = Templates(names)
