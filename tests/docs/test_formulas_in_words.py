"""The pages about formulas in words show what is really read, and doubted for these reasons."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku.alignment.wording.reader import WordingStatus, read_formula
from tests.docs.test_pages_run import assert_shown
from tests.tree import ROOT

PAGES: Final = ("rumus-kata.md", "en/formulas-in-words.md")


def text_of(page: str) -> str:
    return (ROOT / "docs" / page).read_text(encoding="utf-8")


def rows(page: str, part: int) -> list[tuple[str, str]]:
    section = text_of(page).split("\n## ")[part]
    return re.findall(r"^\| `(.+?)` \| (.+?) \|$", section, re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_said_to_be_read_is_read_so(page: str) -> None:
    shown = rows(page, 2)
    assert len(shown) > 8
    for written, formula in shown:
        wording = read_formula(written)
        assert (wording.status, f"`{wording.rumus}`") == (WordingStatus.READ, formula)


@pytest.mark.parametrize("page", PAGES)
def test_what_is_said_to_be_doubted_is_doubted_for_that_reason(page: str) -> None:
    shown = rows(page, 3)
    assert shown
    for written, reasons in shown:
        wording = read_formula(written)
        assert wording.status is WordingStatus.DOUBTFUL
        assert [note.kode for note in wording.catatan] == re.findall(r"\[(IKU\d+)\]", reasons)


@pytest.mark.parametrize("page", PAGES)
def test_commands_print_what_is_shown(page: str) -> None:
    (block,) = re.findall(r"^```console\n(.*?)^```$", text_of(page), re.MULTILINE | re.DOTALL)
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        line, _, output = part.partition("\n")
        program, *arguments = shlex.split(line)
        done = subprocess.run(
            [str(Path(sys.executable).parent / program), *arguments],
            env={**os.environ, "COLUMNS": "100", "NO_COLOR": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stderr == ""
        assert_shown(done.stdout, output)


def test_both_pages_show_the_same() -> None:
    for part in (2, 3):
        assert rows(PAGES[0], part) == rows(PAGES[1], part)
    assert f"[In English]({PAGES[1]})" in text_of(PAGES[0])
    assert f"[Dalam bahasa Indonesia](../{PAGES[0]})" in text_of(PAGES[1])
