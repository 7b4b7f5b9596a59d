"""The code and the commands of the READMEs do what the READMEs print."""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.tree import ROOT

READMES = ["README.md", "README.id.md"]
PROGRAM = Path(sys.executable).with_name("kesbang-iku")


def _blocks(document: str, language: str) -> list[str]:
    """Return the fenced blocks of ``language`` in ``document``."""
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def _stated_values(code: str) -> dict[int, str]:
    """Return what the comments behind expressions say, by line: ``a.b  # 'c'``."""
    lines = code.splitlines()
    stated = {}
    for node in ast.parse(code).body:
        if isinstance(node, ast.Expr) and not isinstance(node.value, ast.Call):
            _, mark, comment = lines[node.lineno - 1].partition("  # ")
            if mark:
                stated[node.lineno] = comment.strip()
    return stated


def _commands(block: str) -> list[tuple[list[str], str]]:
    """Return each command of a console block with the output printed below it."""
    found = []
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        found.append((shlex.split(line), output.strip("\n")))
    return found


@pytest.mark.parametrize("document", READMES)
def test_python_runs_and_gives_the_values_stated_behind_it(
    document: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    blocks = _blocks(document, "python")
    assert blocks
    for code in blocks:
        names: dict[str, object] = {}
        stated = _stated_values(code)
        assert stated
        for node in ast.parse(code).body:
            if node.lineno in stated and isinstance(node, ast.Expr):
                value = eval(compile(ast.Expression(node.value), document, "eval"), names)  # noqa: S307 - code of our own README
                shown = repr(value)
                assert stated[node.lineno] == (shown[1:-1] if isinstance(value, tuple) else shown)
            else:
                exec(compile(ast.Module([node], []), document, "exec"), names)  # noqa: S102 - code of our own README


@pytest.mark.parametrize("document", READMES)
def test_commands_print_what_is_shown_below_them(document: str) -> None:
    shown = [
        (words, output)
        for block in _blocks(document, "console")
        for words, output in _commands(block)
        if words[0] == "kesbang-iku"
    ]
    assert shown
    for words, output in shown:
        done = subprocess.run(
            [str(PROGRAM), *words[1:]],
            cwd=ROOT,
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert done.stdout.strip("\n") == output


@pytest.mark.parametrize("document", READMES)
def test_links_to_files_lead_somewhere(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?://|#|mailto:)([^)#]+)", text)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
