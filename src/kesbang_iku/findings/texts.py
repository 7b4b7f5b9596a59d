"""The sentences of the house, which stand as data in ``texts/`` and are read when first needed.

A package carries them as JSON, one file for each file or folder of ``texts/``, written by the
build. A checkout has none: there the YAML itself is read, so that an edited sentence is in force at
once.
"""

import json
import pkgutil
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
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
    inside = folder / name
    return _Folder(inside) if inside.is_dir() else _read_file(folder / f"{name}.yaml")


@cache
def _read_file(path: Path) -> Entry:
    import yaml  # noqa: PLC0415  # light: a package holds JSON, and does without it

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    content: Entry = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506  # a safe one
    return content


class _Folder(Mapping[str, Any]):
    """The files of a folder by their stems, each read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._files = {path.stem: path for path in sorted(folder.glob("*.yaml"))}

    def __getitem__(self, stem: str) -> Entry:
        return _read_file(self._files[stem])

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)


Said = Text | Mapping[str, Text] | int


class Sentences:
    """The sentences of one file of ``texts/``, each by its name: ``validation.NO_UNIT``.

    A name in capitals stands for a text, for a group of texts by their keys, or for a number that
    belongs to them; any other for a file of a folder, as in ``commands.explain``. A text of a group
    that is the same in both languages is written once.
    """

    def __init__(self, entries: Callable[[], Entry], where: str) -> None:
        self._entries = entries
        self._where = where

    def __getattr__(self, name: str) -> "Said | Sentences":
        """Read a sentence when it is first asked for; from then on it is an attribute."""
        try:
            entry = self._entries()[name]
        except KeyError:
            raise AttributeError(f"texts/{self._where} says nothing by {name!r}") from None
        where = f"{self._where}/{name}"
        said = _said(entry) if name.isupper() else Sentences(lambda: entry, where)
        setattr(self, name, said)
        return said


def _said(entry: Entry | int) -> Said:
    if isinstance(entry, int):
        return entry
    if entry.keys() == _LANGUAGES:
        return Text(**entry)
    return {
        key: Text.same(text) if isinstance(text, str) else Text(**text)
        for key, text in entry.items()
    }


@cache
def sentences_in(name: str) -> Sentences:
    """Return the sentences of ``texts/<name>``; whether it is there is seen when one is asked.

    Raises:
        AttributeError: no file can have that name.
    """
    if name.startswith("_"):
        raise AttributeError(name)
    return Sentences(partial(read_texts, name), name)
