"""The sentences of the house, which stand as data in ``texts/`` and are read when first needed.

A package carries them as JSON, one file for each file or folder of ``texts/``, written by the
build. A checkout has none: there the YAML itself is read, so that an edited sentence is in force at
once.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

from kesbang_iku.findings.text import Text

Entry = Mapping[str, Any]
_LANGUAGES: Final = frozenset({"id", "en"})


@cache
def read_texts(name: str) -> Entry:
    """Return what ``texts/<name>.yaml`` holds, or the files of ``texts/<name>/`` by their stems.

    Raises:
        FileNotFoundError: there is no such file or folder.
    """
    try:
        packed = pkgutil.get_data("kesbang_iku", f"_data/texts/{name}.json")
    except FileNotFoundError:
        packed = None
    if packed is not None:
        content: Entry = json.loads(packed)
        return content
    return read_yaml(Path(__file__).resolve().parents[3] / "texts", name)


def read_yaml(folder: Path, name: str) -> Entry:
    """Return the texts called ``name`` as they stand in a checkout's ``folder``.

    Raises:
        FileNotFoundError: there is no such file or folder.
    """
    import yaml  # noqa: PLC0415  # light: a package holds JSON, and does without it

    inside = folder / name
    files = sorted(inside.glob("*.yaml")) if inside.is_dir() else [folder / f"{name}.yaml"]
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = {
        path.stem: yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506  # a safe one
        for path in files
    }
    content: Entry = found if inside.is_dir() else found[name]
    return content


class Sentences:
    """The sentences of one file of ``texts/``, each by its name: ``validation.NO_UNIT``.

    A name stands for a text, or for a group of texts by their keys.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def __getattr__(self, name: str) -> Text | Mapping[str, Text]:
        """Read a sentence when it is first asked for; from then on it is an attribute."""
        try:
            entry = read_texts(self._name)[name]
        except KeyError:
            raise AttributeError(f"texts/{self._name}.yaml says nothing by {name!r}") from None
        said = _said(entry)
        setattr(self, name, said)
        return said


def _said(entry: Entry) -> Text | Mapping[str, Text]:
    if entry.keys() == _LANGUAGES:
        return Text(**entry)
    return {key: Text(**text) for key, text in entry.items()}


@cache
def sentences_in(name: str) -> Sentences:
    """Return the sentences of ``texts/<name>.yaml``; whether it is there is seen when one is asked.

    Raises:
        AttributeError: no file can have that name.
    """
    if name.startswith("_"):
        raise AttributeError(name)
    return Sentences(name)
