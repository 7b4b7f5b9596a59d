"""What the documentation teaches is public: no page imports from deeper than is promised."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tree import ROOT, repository_files
from tools.list_api import public_names

_BLOCK = re.compile(r"^```(?:python|py|pycon)\b[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_MENTIONED = re.compile(r"\bkesbang_iku(?:\.\w+)+")
_MODULES = frozenset({"kesbang_iku", "kesbang_iku.charts", "kesbang_iku.composite"})
_ENTRY_POINTS = "kesbang_iku.catalogs"
"""What packages of local catalogs announce themselves under; no module."""


def pages() -> list[str]:
    """Return the hand-written texts for users: of the documentation, and beside it."""
    return [*_below({"docs", "examples", "templates"}, ".md"), "README.md", "README.id.md"]


def examples() -> list[str]:
    """Return the programs that users are to start from."""
    return _below({"examples", "templates"}, ".py")


def _below(folders: set[str], suffix: str) -> list[str]:
    found = (path.relative_to(ROOT) for path in repository_files() if path.suffix == suffix)
    return sorted(path.as_posix() for path in found if path.parts[0] in folders)


def imported(code: str) -> Iterator[str]:
    """Yield what ``code`` imports of the library: modules, or names with the module in front."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if _is_ours(alias.name))
        elif isinstance(node, ast.ImportFrom) and _is_ours(node.module or ""):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_ours(module: str) -> bool:
    return module.partition(".")[0] == "kesbang_iku"


def _public() -> set[str]:
    return {*_MODULES, *(f"kesbang_iku.{name}" for name in public_names())}


def test_a_deep_import_is_noticed() -> None:
    deep = "from kesbang_iku.validation.repairs import repair\nimport kesbang_iku.sources\n"
    assert set(imported(deep)).isdisjoint(_public())
    assert len(list(imported(deep))) == 2


@pytest.mark.parametrize("page", pages())
def test_a_page_imports_public_names_alone(page: str) -> None:
    text = Path(ROOT, page).read_text(encoding="utf-8")
    taught = {name for code in _BLOCK.findall(text) for name in imported(code)}
    assert sorted(taught - _public()) == []


@pytest.mark.parametrize("page", pages())
def test_a_page_mentions_public_names_alone(page: str) -> None:
    text = Path(ROOT, page).read_text(encoding="utf-8")
    mentioned = {name.removesuffix(".__all__") for name in _MENTIONED.findall(text)}
    assert sorted(mentioned - _public() - {_ENTRY_POINTS}) == []


@pytest.mark.parametrize("program", examples())
def test_an_example_imports_public_names_alone(program: str) -> None:
    code = Path(ROOT, program).read_text(encoding="utf-8")
    assert sorted(set(imported(code)) - _public()) == []
