"""Scripts of completion, one module for each shell, which ``names`` finds.

``render(completion)`` returns the script. It holds all there is to propose. What of it does not
change stands in ``scripts``, as the shell reads it.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Final, Protocol, cast

if TYPE_CHECKING:
    from kesbang_iku.cli.completion import Completion

_SHARED: Final = "posix"


class Shell(Protocol):
    """A module that writes scripts for one shell."""

    def render(self, completion: Completion) -> str:
        """Return the script."""
        ...


def names() -> list[str]:
    """Return the names of the shells, in order."""
    return sorted(found.name for found in pkgutil.iter_modules(__path__) if found.name != _SHARED)


def load(name: str) -> Shell:
    """Import the module of a shell."""
    return cast("Shell", import_module(f"{__name__}.{name}"))


def filled(name: str, **parts: str) -> str:
    """Return a file of ``scripts``; what is called ``@PART@`` there is replaced by the part."""
    script = (files(__name__) / "scripts" / name).read_text(encoding="utf-8")
    for part, text in parts.items():
        script = script.replace(f"@{part}@", text)
    return script
