"""The runtime: its parts as they are written, and what it takes from the library as data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.resources import files

from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.javascript.literal import literal
from kesbang_iku.publish.packages.content import reading_content


def runtime_parts() -> tuple[tuple[str, str], ...]:
    """Return the parts of the runtime that are written by hand, in order: name and text."""
    folder = files("kesbang_iku.publish.javascript") / "parts"
    found = (entry for entry in folder.iterdir() if entry.name.endswith(".js"))
    return tuple(
        (entry.name, entry.read_text(encoding="utf-8"))
        for entry in sorted(found, key=lambda entry: entry.name)
    )


def runtime_script(tables: Tables) -> str:
    """Return the runtime as one script; it makes one global object, ``kesbangIku``.

    Args:
        tables: the tables of the catalog; of them the spellings of units are taken.
    """
    parts = runtime_parts()
    facts = reading_content(tables, (text for _, text in parts))
    return script_of({name: literal(content) for name, content in facts.items()}, parts)


def script_of(facts: Mapping[str, str], parts: Iterable[tuple[str, str]]) -> str:
    """Return a script that makes ``kesbangIku`` of facts, which are literals, and runs parts."""
    lines = ["globalThis.kesbangIku = {"]
    lines += [f"  {name}: {content}," for name, content in facts.items()]
    return "\n".join([*lines, "};", *(text for _, text in parts)])
