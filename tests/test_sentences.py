"""What code says stands in the texts, with the fields that its sentences have, and nothing else."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain
from pathlib import Path
from typing import Final

import pytest
import yaml

from kesbang_iku.findings import kinds
from kesbang_iku.findings.register import all_kinds, fields_of, kind_named, kind_of
from tests.tree import ROOT
from tools import build_texts

_SOURCE: Final = ROOT / "src" / "kesbang_iku"
_ROOM: Final = _SOURCE / "findings"
_OF_EVERY_HIT: Final = frozenset({"place", "value", "repair"})
_COMMON: Final = {
    "plans": {"nama"},
    "rows": {"nama"},
    "reports": {"kode", "wilayah", "tahun", "nilai"},
    "sources": set[str](),
}
"""What the runner knows of each thing that rules look at."""


def _keys_twice(node: yaml.Node) -> Iterator[str]:
    """Yield the keys that stand more than once in a mapping: all but the last are lost."""
    if isinstance(node, yaml.MappingNode):
        seen = Counter(key.value for key, _ in node.value)
        yield from (f"{key} (line {node.start_mark.line + 1})" for key in seen if seen[key] > 1)
    parts = node.value if isinstance(node, yaml.CollectionNode) else []
    for part in chain.from_iterable(one if isinstance(one, tuple) else [one] for one in parts):
        yield from _keys_twice(part)


_TEXTS: Final = sorted(path.relative_to(ROOT).as_posix() for path in ROOT.glob("texts/**/*.yaml"))


@pytest.mark.parametrize("path", _TEXTS)
def test_no_text_is_lost_behind_another_of_its_name(path: str) -> None:
    node = yaml.compose((ROOT / path).read_text(encoding="utf-8"), yaml.CSafeLoader)
    assert node is not None
    assert [*_keys_twice(node)] == []


def test_the_stubs_are_those_of_the_texts() -> None:
    """Run ``python tools/build_texts.py`` after a name or a field has changed."""
    assert (_ROOM / "kinds.pyi").read_text(encoding="utf-8") == build_texts.kinds_stub()
    assert (_ROOM / "sentences.pyi").read_text(encoding="utf-8") == build_texts.sentences_stub()


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    paths = sorted(_SOURCE.rglob("*.py"))
    return tuple((path, ast.parse(path.read_text(encoding="utf-8"))) for path in paths)


def _keywords(call: ast.Call) -> set[str] | None:
    """The names of the arguments, or nothing where some are only known when it runs."""
    names = {keyword.arg for keyword in call.keywords}
    return None if None in names else {name for name in names if name is not None}


def _named_kinds() -> Iterator[tuple[str, str, set[str]]]:
    for path, tree in _trees():
        for node in ast.walk(tree):
            match node:
                case ast.Call(
                    func=ast.Attribute(
                        attr="at", value=ast.Attribute(attr=name, value=ast.Name(id="kinds"))
                    )
                ) if (given := _keywords(node)) is not None:
                    yield f"{path.relative_to(_SOURCE)}:{node.lineno}", name, given


def _code_of(function: ast.FunctionDef) -> str | None:
    for decorator in function.decorator_list:
        match decorator:
            case ast.Call(args=[ast.Constant(value=str(code))]) if "rule" in ast.unparse(
                decorator.func
            ):
                return code
    return None


def _hits(function: ast.FunctionDef, helpers: dict[str, ast.FunctionDef]) -> Iterator[set[str]]:
    for node in ast.walk(function):
        match node:
            case ast.Call(func=ast.Name(id="at")) if (given := _keywords(node)) is not None:
                yield given
            case ast.Call(func=ast.Name(id=name)) if name in helpers and name != function.name:
                yield from _hits(helpers[name], helpers)


def _rules() -> Iterator[tuple[str, str, set[str]]]:
    for path, tree in _trees():
        folder = path.parent.name
        if path.parent.parent.name != "rules":
            continue
        functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for function in functions.values():
            code = _code_of(function)
            if code is not None:
                for given in _hits(function, functions):
                    yield (
                        f"{path.relative_to(_SOURCE)}:{function.name}",
                        code,
                        given | _COMMON[folder],
                    )


def test_every_kind_is_said_by_code_under_its_name_or_by_the_rule_of_its_code() -> None:
    named = {
        node.attr
        for _, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and ast.unparse(node.value) == "kinds"
        and node.attr.isupper()
    }
    rules = {
        code
        for path, tree in _trees()
        if path.parent.parent.name == "rules"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and (code := _code_of(node)) is not None
    }
    by_name = [kind_named(name).code for name in named]
    assert sorted([*by_name, *rules]) == [kind.code for kind in all_kinds()]


def test_a_kind_is_given_the_fields_of_its_sentences() -> None:
    said = list(_named_kinds())
    assert len(said) > 150
    asked = [(where, name, set(fields_of(getattr(kinds, name)))) for where, name, _ in said]
    assert [(where, name, given - {"place", "value"}) for where, name, given in said] == asked


def test_a_rule_gives_the_fields_of_its_sentences() -> None:
    found = list(_rules())
    assert len({code for _, code, _ in found}) > 90
    for where, code, given in found:
        folder = where.split("/")[2]
        asked = set(fields_of(kind_of(code)))
        assert asked <= given, where
        assert given - _OF_EVERY_HIT - _COMMON[folder] <= asked, where
