"""All kinds of findings of all rooms together: codes, texts, and that none is forgotten."""

from __future__ import annotations

import importlib
import pkgutil
import re
import string
from collections import Counter
from types import ModuleType

import pytest

import kesbang_iku
from kesbang_iku.findings import FindingKind, Text


def _modules() -> list[ModuleType]:
    names = (found.name for found in pkgutil.walk_packages(kesbang_iku.__path__, "kesbang_iku."))
    wanted = (name for name in names if not name.startswith(("kesbang_iku.cli", "kesbang_iku.__")))
    return [importlib.import_module(name) for name in wanted]


_MODULES = _modules()
# A room may list the kinds of others too; the shortest list a kind stands in is that of its home.
_LISTED = {
    kind.code: (module, kind)
    for module in sorted(_MODULES, key=lambda found: -len(vars(found).get("KINDS", ())))
    for kind in vars(module).get("KINDS", ())
    if isinstance(kind, FindingKind)
}
# First and last number, and the room whose findings they are.
_RANGES = [
    (1, 49, "files"),
    (50, 99, "files|validation"),
    (100, 149, "formula"),
    (150, 199, "formula"),
    (200, 209, "files"),
    (210, 299, "catalog"),
    (300, 319, "catalog|computing|files|indicator"),
    (320, 349, "files"),
    (350, 399, "alignment|files|validation"),
    (400, 449, "computing|indicator|validation"),
    (450, 499, "computing|indicator|validation"),
    (500, 549, "computing|indicator|validation"),
    (550, 599, "validation"),
    (600, 649, "validation"),
    (700, 749, "alignment"),
]


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_there_are_kinds_of_every_room() -> None:
    rooms = {module.__name__.split(".")[1] for module, _ in _LISTED.values()}
    assert {"files", "formula", "indicator", "catalog", "computing"} <= rooms


def test_no_code_means_two_things() -> None:
    codes = Counter(
        (kind.code, id(kind))
        for module in _MODULES
        for kind in vars(module).values()
        if isinstance(kind, FindingKind)
    )
    assert {code: n for code, n in Counter(code for code, _ in codes).items() if n > 1} == {}


@pytest.mark.parametrize("module", _MODULES, ids=lambda module: module.__name__)
def test_every_kind_of_a_module_is_listed_somewhere(module: ModuleType) -> None:
    here = {kind.code for kind in vars(module).values() if isinstance(kind, FindingKind)}
    assert here <= set(_LISTED)


@pytest.mark.parametrize("code", sorted(_LISTED))
def test_code_is_in_the_range_of_its_room(code: str) -> None:
    assert re.fullmatch(r"IKU\d{3}", code)
    module, _ = _LISTED[code]
    room = module.__name__.split(".")[1]
    rooms = next(names for low, high, names in _RANGES if low <= int(code[3:]) <= high)
    assert room in rooms.split("|")


@pytest.mark.parametrize("code", sorted(_LISTED))
def test_texts_are_there_in_both_languages_and_say_the_same_things(code: str) -> None:
    _, kind = _LISTED[code]
    for text in (kind.title, kind.message, kind.hint, kind.reason):
        assert text.id.strip()
        assert text.en.strip()
    for text in (kind.message, kind.hint):
        # Some fields have a name of their own in each language, but none is said in one alone.
        assert len(_fields(text.id)) == len(_fields(text.en))
    assert not _fields(kind.title.id) | _fields(kind.title.en)
    assert not _fields(kind.reason.id) | _fields(kind.reason.en)


_COUNTED = re.compile(
    r"(?<![\d.,/])1 (?:\w+ )?(arguments|cells|errors|findings|files|headers|indicators|infos|plans|"
    r"regions|results|rows|warnings)\b"
)
_NEVER_ONE = {
    "IKU351": "one plan is none too many",
    "IKU399": "one indicator is what a cell is for",
    "IKU439": "more regions than there are",
    "IKU552": "the sum of one row is no sum",
}


@pytest.mark.parametrize("code", sorted(_LISTED))
def test_one_is_counted_in_the_singular(code: str) -> None:
    _, kind = _LISTED[code]
    for text in (kind.message, kind.hint):
        said = text.fill("en", **dict.fromkeys(_fields(text.en), 1))
        assert bool(_COUNTED.search(said)) == (code in _NEVER_ONE and text is kind.message)


@pytest.mark.parametrize("code", sorted(_LISTED))
def test_texts_can_be_filled_in(code: str) -> None:
    _, kind = _LISTED[code]
    names = set[str]()
    for text in (kind.message, kind.hint):
        names |= _fields(text.id) | _fields(text.en)
    assert all(name.isidentifier() for name in names)
    found = kind.at(**dict.fromkeys(names, Text("isi", "filling")))  # type: ignore[arg-type]  # no field is called place or value
    for said in (found.pesan, found.message("en"), found.saran, found.hint("en")):
        assert said.strip()
        assert not re.search(r"\{[a-z_]+\}", said)
