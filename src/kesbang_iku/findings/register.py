"""The register of all kinds of findings, made of ``texts/temuan``: by code, by name, by prefix."""

import re
from collections.abc import Mapping
from functools import cache
from string import Formatter
from typing import Any, Final

from kesbang_iku._regex import regex
from kesbang_iku.findings.finding import FindingKind, Level
from kesbang_iku.findings.near import near
from kesbang_iku.findings.numerals import Language
from kesbang_iku.findings.sentences import findings as said
from kesbang_iku.findings.text import Text
from kesbang_iku.findings.texts import read_texts

_PREFIX: Final = regex(r"IKU[0-9]{0,3}", re.ASCII)


@cache
def _entries() -> Mapping[str, Mapping[str, Any]]:
    """What the data say of each code."""
    hundreds = read_texts("temuan").values()
    return {code: entry for hundred in hundreds for code, entry in hundred.items()}


@cache
def _codes() -> Mapping[str, str]:
    """The code of each kind that has a name."""
    return {entry["nama"]: code for code, entry in _entries().items() if "nama" in entry}


@cache
def kind_of(code: str) -> FindingKind:
    """Return the kind of finding with this code.

    A kind that will be an error says from which version on; until then it is none.

    Raises:
        KeyError: no kind has it.
    """
    entry = _entries()[code]
    said_of_it = (Text(**entry[key]) for key in ("judul", "pesan", "saran", "alasan"))
    title, message, hint, reason = said_of_it
    level, version, seen = Level(entry["tingkat"]), entry.get("akan_galat"), entry.get("nilai")
    if version is None:
        return FindingKind(code, level, title, message, hint, reason, seen=seen)
    announced = Text.each(lambda language: said.WILL_BE_ERROR.fill(language, versi=version))
    message = Text(f"{message.id} {announced.id}", f"{message.en} {announced.en}")
    return FindingKind(code, level, title, message, hint, reason, Level.GALAT, seen)


@cache
def fields_of(kind: FindingKind) -> tuple[str, ...]:
    """Return the fields of a kind's message and hint, in the order they are said."""
    said = (part for text in (kind.message, kind.hint) for part in (text.id, text.en))
    names = (name for part in said for _, name, _, _ in Formatter().parse(part) if name)
    return tuple(dict.fromkeys(names))


def kind_named(name: str) -> FindingKind:
    """Return the kind of finding that code calls ``name``.

    Raises:
        AttributeError: none is called so.
    """
    if name.startswith("_") or name not in _codes():
        raise AttributeError(f"texts/temuan has no kind of finding called {name!r}")
    return kind_of(_codes()[name])


def kind_called(name: str) -> FindingKind:
    """Return the kind of finding with this name or code; what a rule finds has no other name.

    Raises:
        AttributeError: there is none.
    """
    return kind_of(name) if name in _entries() else kind_named(name)


@cache
def all_kinds() -> tuple[FindingKind, ...]:
    """Return every kind of finding, by code."""
    return tuple(map(kind_of, sorted(_entries())))


def kinds_of(prefix: str) -> tuple[FindingKind, ...]:
    """Return the kinds whose code is ``prefix``, or starts with it: ``IKU405``, ``IKU4``, ``IKU``.

    Nothing for what is neither.
    """
    if not _PREFIX.fullmatch(prefix):
        return ()
    return tuple(kind for kind in all_kinds() if kind.code.startswith(prefix))


def near_codes(wrong: str) -> tuple[str, ...]:
    """Return the codes that ``wrong`` may be meant to be, those of its group first."""
    digits = "".join(sign for sign in wrong if sign.isdecimal() and sign.isascii())
    meant = f"IKU{digits}"
    group = slice(4)  # the codes with the same first digit speak of the same
    found = near(meant, sorted(_entries()), 3)
    return tuple(sorted(found, key=lambda code: code[group] != meant[group]))


def pattern_of(text: Text, language: Language = "id") -> str:
    """Return a text of a kind for people: its fields stay, each as its name in braces."""
    fields = (name for _, name, _, _ in Formatter().parse(text.plain(language)) if name)
    return text.fill(language, **{name: f"{{{name}}}" for name in fields})
