"""No test of a page judges what it read once: the scripts of the page may not be done yet."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest

from tests.tree import ROOT

BROWSER: Final = sorted((ROOT / "tests" / "browser").glob("test_*.py"))
READS: Final = (
    *("all_inner_texts", "all_text_contents", "bounding_box", "count", "evaluate_all"),
    *("get_attribute", "inner_text", "input_value", "is_checked", "is_hidden", "is_visible"),
    "text_content",
)
WAITS: Final = ("expect", "is_read", "until")


def read_once(node: ast.AST) -> Iterator[int]:
    """Give the lines of a test that read a page outside of what waits."""
    for part in ast.iter_child_nodes(node):
        if isinstance(part, ast.Call):
            if _waits(part.func):
                continue
            if isinstance(part.func, ast.Attribute) and part.func.attr in READS:
                yield part.lineno
        yield from read_once(part)


def _waits(called: ast.expr) -> bool:
    """Tell whether it is one of what waits, or an assertion that one of them returned."""
    if isinstance(called, ast.Attribute):
        return isinstance(called.value, ast.Call) and _waits(called.value.func)
    return isinstance(called, ast.Name) and called.id in WAITS


def faults(code: str) -> list[str]:
    """Return a test and the line of each place that reads once; functions of theirs are read."""
    tests = (node for node in ast.parse(code).body if isinstance(node, ast.FunctionDef))
    return [
        f"{test.name}, line {line}"
        for test in tests
        if test.name.startswith("test_")
        for line in read_once(test)
    ]


@pytest.mark.parametrize("path", BROWSER, ids=lambda path: path.stem)
def test_a_page_is_never_judged_by_one_look(path: Path) -> None:
    assert faults(path.read_text(encoding="utf-8")) == []


def test_one_look_is_found_and_waiting_is_not() -> None:
    code = """
def test_it(page):
    assert page.locator("a").count() == 1
    until(lambda: page.locator("a").count(), bool)
    expect(page.locator("a")).to_have_count(1)
    text = page.locator("a").inner_text()
def _codes(page):
    return page.locator("a").all_inner_texts()
"""
    assert faults(code) == ["test_it, line 3", "test_it, line 6"]
