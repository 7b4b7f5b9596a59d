"""A whole page: its style, and the template that puts its parts into the frame."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Final

from kesbang_iku.findings import Language
from kesbang_iku.publish.markup import Html
from kesbang_iku.publish.templates import Templates

_STYLE: Final = "style.css"


def page(
    templates: Templates, name: str, language: Language, *, wide: bool = False, **view: object
) -> str:
    """Return a whole page.

    Args:
        templates: where its template is, and what that may use.
        name: the template; ``style.css`` of its room is the style of its own, after the frame's.
        language: its language.
        wide: whether it needs the width of the screen, and paper lying down.
        view: what it shows; the frame asks for ``title``, ``facts``, ``closing`` and ``catalog``.

    Raises:
        MissingExtraError: Jinja2 is not installed.
    """
    style = Html(_style("frame") + _style(name.partition("/")[0]))
    whole = templates.render(name, language, style=style, wide=wide, **view)
    return f"<!doctype html>\n{whole}\n"


@cache
def _style(room: str) -> str:
    return (files("kesbang_iku.publish") / room / _STYLE).read_text(encoding="utf-8")
