"""The public names: each where it is said to live, and light to import."""

from __future__ import annotations

import ast
import importlib
import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Literal, get_origin

import pytest

import kesbang_iku as iku
from tools.list_api import FILE, listing, public_names


def _typed_names() -> dict[str, str]:
    """Return the names that type checkers see, with the module each comes from."""
    tree = ast.parse(Path(iku.__file__).read_text(encoding="utf-8"))
    (block,) = (node for node in tree.body if isinstance(node, ast.If))
    return {
        alias.asname or alias.name: f"{node.module}.{alias.name}"
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def test_type_checkers_and_programs_see_the_same_names() -> None:
    assert set(_typed_names()) | {"__version__"} == set(iku.__all__)
    assert iku.__all__ == sorted(iku.__all__)


@pytest.mark.parametrize("name", sorted(set(iku.__all__) - {"__version__"}))
def test_name_is_the_one_of_its_home(name: str) -> None:
    home, _, inner = _typed_names()[name].rpartition(".")
    assert getattr(iku, name) is getattr(importlib.import_module(home), inner)


# What is a closed list of words has no docstring: the words say it.
_LISTS = {name for name, found in public_names().items() if get_origin(found) is Literal}


@pytest.mark.parametrize("name", sorted(set(public_names()) - {"__version__", *_LISTS}))
def test_public_name_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(public_names()[name])


@pytest.mark.parametrize("package", [iku.charts, iku.composite])
def test_public_package_lists_its_names_in_order(package: ModuleType) -> None:
    assert package.__all__ == sorted(package.__all__)
    assert inspect.getdoc(package)


def test_name_that_does_not_exist_is_no_attribute() -> None:
    with pytest.raises(AttributeError, match="no attribute 'komputasi'"):
        iku.komputasi  # noqa: B018  # reading it is what must fail


def test_importing_the_package_loads_no_room_of_it() -> None:
    code = (
        "import sys, kesbang_iku; print([m for m in sys.modules if m.startswith('kesbang_iku.')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ast.literal_eval(done.stdout) == []


def test_computing_loads_no_library_for_tables_sheets_or_commands() -> None:
    code = (
        "import sys, kesbang_iku as iku; k = iku.load_catalog();"
        "k['KBP-WAS-02'].compute({'konflik': 2, 'konflik_diselesaikan': 1}, target=50).explain();"
        "print(sorted({m.partition('.')[0] for m in sys.modules}))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    heavy = {"numpy", "pandas", "polars", "narwhals", "pyarrow", "openpyxl", "argparse", "click"}
    assert heavy.isdisjoint(ast.literal_eval(done.stdout))


def test_the_public_interface_is_the_one_that_was_agreed_on() -> None:
    committed = FILE.read_text(encoding="utf-8")
    # A wanted change: run `python tools/list_api.py`, and say it in CHANGELOG.md.
    assert listing() == committed
