"""The direction of imports, as pyproject.toml lays it down, and how large the parts may be."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import Final

from importlinter.cli import EXIT_STATUS_SUCCESS, lint_imports

ROOT = Path(__file__).resolve().parents[1]
SOURCES: Final = sorted((ROOT / "src").rglob("*.py"))
MOST_LINES: Final = 89_250
"""Without folders and names, published values, tables, worlds and dataframes it was 46,200."""
LONGEST_MODULE: Final = 500
LONGEST_FUNCTION: Final = 60
MOST_COMPLEX: Final = 15

Function = ast.FunctionDef | ast.AsyncFunctionDef
DECISIONS: Final = (
    *(ast.If, ast.For, ast.AsyncFor, ast.While, ast.ExceptHandler),
    *(ast.IfExp, ast.comprehension, ast.match_case, ast.Assert),
)


def decisions(node: ast.AST) -> int:
    """Return how often the code of a node decides, the functions and classes in it left out."""
    count = 0
    for part in ast.iter_child_nodes(node):
        if isinstance(part, Function | ast.ClassDef):
            continue
        count += isinstance(part, DECISIONS) + decisions(part)
        if isinstance(part, ast.BoolOp):
            count += len(part.values) - 1
    return count


@cache
def functions() -> dict[str, tuple[int, int]]:
    """Return of each function how often it decides, itself counted, and how many lines it has."""
    return {
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}": (
            1 + decisions(node),
            (node.end_lineno or node.lineno) - node.lineno + 1,
        )
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, Function)
    }


def test_imports_point_downwards_only(tmp_path: Path) -> None:
    status = lint_imports(str(ROOT / "pyproject.toml"), cache_dir=str(tmp_path))
    assert status == EXIT_STATUS_SUCCESS


def test_a_function_counts_one_and_each_of_its_decisions() -> None:
    code = """
def judged(rows):
    for row in rows:
        assert row
        if row.a and row.b and not row.c or row.d:
            yield [one for one in row for two in one if two]
    def inner():
        return 1 if rows else 2
    try:
        match rows:
            case []:
                return inner() and 1
            case _:
                while rows:
                    pass
    except ValueError:
        pass
"""
    (function,) = ast.parse(code).body
    # for, assert, if, three operands, two generators, an operand, two cases, while, except
    assert 1 + decisions(function) == 14


def test_no_function_decides_too_often() -> None:
    assert [name for name, (count, _) in functions().items() if count > MOST_COMPLEX] == []


def test_no_function_is_too_long() -> None:
    assert [name for name, (_, lines) in functions().items() if lines > LONGEST_FUNCTION] == []


def test_no_module_is_too_long() -> None:
    long = []
    for path in SOURCES:
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines()]
        if sum(bool(line) and not line.startswith("#") for line in lines) > LONGEST_MODULE:
            long.append(str(path.relative_to(ROOT)))
    assert long == []


def test_the_package_stays_small() -> None:
    lines = sum(path.read_bytes().count(b"\n") for path in SOURCES)
    assert lines <= MOST_LINES
