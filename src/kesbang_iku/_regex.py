"""``regex``: what ``re.compile`` gives, compiled when it is first asked for something.

The library knows hundreds of patterns, and a start of the program uses a few dozen of those it
loads; compiling the others would take it 10 ms. Type checkers see ``re.compile``.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

__all__ = ["regex"]


class _Pattern:
    """Stands for a compiled pattern: what is asked of it first stays, and costs nothing more."""

    def __init__(self, text: str | bytes, flags: int = 0) -> None:
        self._text = text
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        return re.compile(self._text, self._flags)

    def __getattr__(self, name: str) -> object:
        if name.startswith("__"):  # which nobody asks a pattern for
            raise AttributeError(name)
        found: object = getattr(self._compiled, name)
        setattr(self, name, found)
        return found

    def __reduce__(self) -> tuple[type[_Pattern], tuple[str | bytes, int]]:
        return _Pattern, (self._text, self._flags)


if TYPE_CHECKING:
    from re import compile as regex
else:
    regex = _Pattern
