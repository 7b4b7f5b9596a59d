"""HTML pieces. Whatever is not HTML already is escaped, here and nowhere else.

A text is a ``str``; a piece of a page is :class:`Html`, or what a template made. Only :func:`text`
makes one of the other, so a text that somebody wrote can never become a tag.
"""

import html
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

_SEEN: Final = frozenset("\n\t")
_HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Cn", "Co"})
_REPLACEMENT: Final = "\N{REPLACEMENT CHARACTER}"


class Html(str):
    """A piece of a page: put into another one as it stands."""

    __slots__ = ()

    def __html__(self) -> "Html":
        """Return the piece, as template engines ask for it."""
        return self


def text(content: str) -> Html:
    """Return ``content`` as a piece of a page that shows it as it is written.

    Characters that a page cannot hold, or that would hide or turn round what follows, are shown as
    the sign for what cannot be shown.
    """
    shown = content if content.isascii() and content.isprintable() else visible(content)
    return Html(html.escape(shown))


def piece(child: object) -> Html:
    """Return whatever a page is to show as a piece of it; ``None`` shows nothing."""
    if child is None:
        return Html()
    return Html(child) if hasattr(child, "__html__") else text(str(child))


def between(children: Iterable[object], separator: str) -> Html:
    """Return the children that show something, with ``separator`` between them."""
    return Html(text(separator).join(filter(None, map(piece, children))))


def visible(content: str) -> str:
    """Return ``content`` with the sign for what cannot be shown in place of what would hide."""
    return "".join(_shown(character) for character in content)


@cache
def _shown(character: str) -> str:
    hidden = character not in _SEEN and unicodedata.category(character) in _HIDDEN
    return _REPLACEMENT if hidden else character
