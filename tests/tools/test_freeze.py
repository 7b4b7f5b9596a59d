"""What is kept of a run is equal to the next run, and a planted difference is told."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kesbang_iku.cli.parser import whole_program
from tests.tree import ROOT
from tools.freeze.differences import compared

ONLY = "show KBP-WAS-02 --format text *"


def freeze(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tools.freeze", *map(str, words), "--only", ONLY],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.slow
def test_a_planted_difference_is_told_and_shown(tmp_path: Path) -> None:
    tree, file = tmp_path / "tree", tmp_path / "baseline"
    for folder in ("src", "catalog", "texts", "schemas", "examples"):
        shutil.copytree(ROOT / folder, tree / folder)
    saved = freeze("save", file, "--tree", tree)
    assert saved.returncode == 0, saved.stderr
    same = freeze("compare", file, "--tree", tree)
    assert same.stdout == "2 cases: 2 equal, 0 different, 0 new, 0 gone\n"
    assert same.returncode == 0
    (path,) = (tree / "catalog" / "indikator").rglob("kbp-was-02*.yaml")
    text = path.read_text(encoding="utf-8")
    name = "Persentase Penyelesaian Konflik Sosial"
    path.write_text(text.replace(f"nama: {name}", f"nama: {name} Daerah"), encoding="utf-8")
    other = freeze("compare", file, "--tree", tree, "--show")
    assert other.returncode == 1
    assert "different: show KBP-WAS-02 --format text --bahasa id" in other.stdout
    assert f"{name} Daerah" in other.stdout


def test_every_option_of_every_command_is_run() -> None:
    lines = (ROOT / "tools" / "freeze" / "commands.txt").read_text(encoding="utf-8").splitlines()
    run: dict[str, set[str]] = {}
    for line in lines:
        words = [word for word in line.split() if not word.startswith(("@", "#"))]
        if words:
            run.setdefault(words[0], set()).update(word.partition("=")[0] for word in words)
    # Every command is run in every format, and with what stands behind {command}.
    anywhere = {*run["{command}"], "--format", "--bahasa"}
    for name, parser in whole_program("id").commands.items():
        options = [set(one.option_strings) for one in parser._actions if one.option_strings]
        assert [one for one in options if not one & (run[name] | anywhere)] == [], name


def test_cases_that_come_and_go_are_told() -> None:
    before = {"a": {"status": "0"}, "b": {"status": "0"}, "c": {"status": "0", "stdout": "1"}}
    after = {"a": {"status": "0"}, "c": {"status": "0", "keluaran/x": "2"}, "d": {"status": "0"}}
    found = compared(before, after)
    assert (found.equal, found.different, found.new, found.gone) == (("a",), ("c",), ("d",), ("b",))
    assert str(found) == "3 cases: 1 equal, 1 different, 1 new, 1 gone"
    assert compared(before, before).equal == ("a", "b", "c")
