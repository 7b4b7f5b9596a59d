"""The forms of findings for other programs, one module each with a function ``render``.

A new form is a new file here, and ``validate --format`` offers it. Only the form that is asked for
is imported.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from kesbang_iku.findings import Language
    from kesbang_iku.publish.finding_report import FindingReport

_FIRST: Final = ("sarif", "junit", "github", "gitlab")
"""What people look for most, in this order; other forms follow by name."""


class Format(Protocol):
    """A module of this folder.

    Attributes:
        render: returns the findings as text, or as what is to be written as JSON.
    """

    render: Callable[[FindingReport, Language], object]


def names() -> tuple[str, ...]:
    """Return the names of the forms; none of them is imported."""
    there = sorted(found.name for found in pkgutil.iter_modules(__path__))
    return (*_FIRST, *(name for name in there if name not in _FIRST))


def load(name: str) -> Format:
    """Import the form called ``name``."""
    return cast("Format", import_module(f"{__name__}.{name}"))
