"""HTML pieces. Whatever is not HTML already is escaped, here and nowhere else.

A text is a ``str``; a piece of a page is :class:`Html`. Only :func:`element` and :func:`joined`
make one of the other, so a text that somebody wrote can never become a tag.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

_SPACES: Final = re.compile(r"\s+")
_VOID: Final = frozenset({"br", "col", "hr", "meta"})
_SEEN: Final = frozenset("\n\t")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


class Html(str):
    """A piece of a page: put into another one as it stands."""

    __slots__ = ()


Child = str | None
"""What an element may hold: a text, a piece (both are ``str``), or nothing."""


def text(content: str) -> Html:
    """Return ``content`` as a piece of a page that shows it as it is written.

    Characters that a page cannot hold, or that would hide or turn round what follows, are shown as
    the sign for what cannot be shown.
    """
    shown = content if content.isascii() and content.isprintable() else _visible(content)
    return Html(html.escape(shown))


def element(name: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """Return the element ``name`` with what it holds.

    Args:
        name: the tag.
        children: texts, pieces, and ``None`` for nothing.
        attributes: by name; a trailing ``_`` is dropped and any other one is a hyphen, so
            ``class_`` and ``aria_label`` can be written. ``True`` is an attribute without value;
            ``None`` and ``False`` leave it out.
    """
    written = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{joined(*children)}</{name}>")


def joined(*children: Child) -> Html:
    """Return the children behind each other, each text made a piece."""
    return Html(
        "".join(
            child if isinstance(child, Html) else text(child)
            for child in children
            if child is not None
        )
    )


def between(separator: Child, children: Iterable[Child]) -> Html:
    """Return the children with ``separator`` between them."""
    pieces = [joined(child) for child in children]
    return Html(joined(separator).join(pieces))


def one_line(content: str) -> str:
    """Return ``content`` on one line."""
    return _SPACES.sub(" ", content).strip()


def _attribute(key: str, value: str | int | bool | None) -> str:
    if value is None or value is False:
        return ""
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'


def _visible(content: str) -> str:
    return "".join(_shown(character) for character in content)


@cache
def _shown(character: str) -> str:
    hidden = character not in _SEEN and unicodedata.category(character) in _HIDDEN
    return _REPLACEMENT if hidden else character
