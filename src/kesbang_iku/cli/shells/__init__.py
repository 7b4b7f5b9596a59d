"""Scripts of completion, one module for each shell, which ``names`` finds.

``render(completion)`` returns the script. It holds all there is to propose.
"""

from __future__ import annotations

import pkgutil
from importlib import import_module
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
