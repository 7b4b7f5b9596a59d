"""Which file holds a project's configuration. Loads nothing: every run of the program asks."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

OWN_FILE: Final = "kesbang-iku.toml"
SHARED_FILE: Final = "pyproject.toml"
TABLE: Final = "kesbang-iku"
"""The name of our table among those of tools in a shared file."""
_LONGEST: Final = 1 << 20
"""No configuration is longer; what is, is not read for it."""


def find_configuration(folder: Path) -> Path | None:
    """Return the configuration that holds in ``folder``: its own, or that of the nearest parent.

    A ``pyproject.toml`` without our table is passed over; one that is no TOML is not, since nobody
    knows what it would say.
    """
    for place in (folder, *folder.parents):
        own, shared = place / OWN_FILE, place / SHARED_FILE
        if own.is_file():
            return own
        if shared.is_file() and _mentions_us(shared):
            return shared
    return None


def own_table(content: bytes, *, shared: bool) -> Mapping[str, Any]:
    """Return our settings in a file's content; none where it is no TOML, or has no such table."""
    table = _tables(content)
    if shared and table is not None:
        tool = table.get("tool")
        table = tool.get(TABLE) if isinstance(tool, Mapping) else None
    return table if isinstance(table, Mapping) else {}


def start_of(path: Path) -> bytes:
    """Return the content of a configuration as far as one goes; nothing where it cannot be had."""
    try:
        with path.open("rb") as file:
            return file.read(_LONGEST)
    except OSError:
        return b""


def _mentions_us(path: Path) -> bool:
    content = start_of(path)
    if TABLE.encode() not in content:
        return False
    table = _tables(content)
    if table is None:
        return True
    tool = table.get("tool", {})
    return not isinstance(tool, Mapping) or TABLE in tool


@lru_cache(maxsize=1)
def _tables(content: bytes) -> Mapping[str, Any] | None:
    """Return what TOML holds, or ``None`` where it is none; one run asks for the same again."""
    import tomllib  # noqa: PLC0415  # light: 2 ms that most folders are not to wait for

    try:
        return tomllib.loads(content.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError):
        return None
