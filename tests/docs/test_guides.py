"""The guides are tried as a new user would: their files are written, their commands are run.

In a guide a fenced block with a title is a file, a table below ``<!-- name.xlsx -->`` is a
workbook, and a block of the syntax ``console`` holds commands with what they print. All of them, in
the order of the page, happen in one folder, beside the repository's own examples and catalog.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.docs.test_pages_run import assert_shown, text_of
from tests.scratch import run
from tests.tree import ROOT
from tests.workbooks import Cell, sheets

GUIDES: Final = {
    "panduan-perencana.md": "en/guide-planner.md",
    "panduan-pusat.md": "en/guide-national-team.md",
    "mengusulkan.md": "en/proposing.md",
    "sql.md": "en/sql.md",
}
PAGES: Final = [*GUIDES, *GUIDES.values()]
BESIDE: Final = ("examples", "catalog")
_STEP: Final = re.compile(
    r"""^<!--\ (?P<book>\S+\.xlsx)\ -->\n\n(?P<table>(?:\|[^\n]*\n)+)
      | ^```(?P<syntax>\w+)(?:\ title="(?P<file>[^"\n]+)")?\n(?P<content>.*?)^```$""",
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a reader of a guide does: write a file, or give a command."""

    file: str | None
    content: str
    syntax: str

    @property
    def commands(self) -> Iterator[tuple[str, str]]:
        """The commands of the step, each with what it prints."""
        for part in re.split(r"^\$ ", self.content, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            yield line, shown


def steps(page: str) -> list[Step]:
    found = []
    for match in _STEP.finditer(text_of(page)):
        if match["book"]:
            found.append(Step(match["book"], match["table"], "xlsx"))
        else:
            found.append(Step(match["file"], match["content"], match["syntax"]))
    return found


def cell(text: str) -> Cell:
    """Return what Excel holds where it shows ``text``: a number where it is one."""
    if not text:
        return None
    return float(text.replace(",", ".")) if re.fullmatch(r"\d+(,\d+)?", text) else text


def rows(table: str) -> list[list[Cell]]:
    title, _, *others = table.splitlines()
    lines = [[part.strip() for part in line.strip("| ").split(" |")] for line in (title, *others)]
    return [[cell(text) for text in line] for line in lines]


def write(step: Step, folder: Path) -> None:
    assert step.file is not None
    path = folder / step.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if step.syntax == "xlsx":
        path.write_bytes(sheets(IKU=rows(step.content)))
    else:
        path.write_text(step.content, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.parametrize("page", PAGES)
def test_a_guide_works_as_it_says(page: str, tmp_path: Path) -> None:
    for name in BESIDE:
        (tmp_path / name).symlink_to(ROOT / name)
    ran = 0
    for step in steps(page):
        if step.file is not None:
            write(step, tmp_path)
        elif step.syntax == "console":
            for line, shown in step.commands:
                done = run(["bash", "-c", f"{line} 2>&1"], tmp_path, COLUMNS="100")
                assert_shown(done.output, shown)
                ran += 1
    assert ran


@pytest.mark.parametrize("page", ["panduan-perencana.md", "en/guide-planner.md"])
def test_planners_can_type_every_command_into_powershell(page: str) -> None:
    lines = [line for step in steps(page) if step.syntax == "console" for line, _ in step.commands]
    assert len(lines) > 5
    for line in lines:
        assert line.split()[0] == "kesbang-iku"
        assert not re.search(r"[\\$'`|;&<>{}@#]", line), line


@pytest.mark.parametrize("page", PAGES)
def test_what_is_not_run_only_installs_or_is_no_code(page: str) -> None:
    for step in steps(page):
        if step.file is None and step.syntax == "sh":
            assert step.content.splitlines() == [
                "python3 -m venv .venv && . .venv/bin/activate",
                "python -m pip install .",
            ]
        elif step.file is None:
            assert step.syntax in {"console", "text"}, step.content


@pytest.mark.parametrize(("indonesian", "english"), GUIDES.items())
def test_guides_lead_to_each_other_and_take_the_same_steps(indonesian: str, english: str) -> None:
    here, there = text_of(indonesian), text_of(english)
    assert f"[In English]({english})" in here
    assert f"[Dalam bahasa Indonesia](../{indonesian})" in there
    shape = re.compile(r"^(#+|\||\d+\.|-) ", re.MULTILINE)
    assert shape.findall(here) == shape.findall(there)
    both = [[(step.syntax, step.file) for step in steps(page)] for page in (indonesian, english)]
    assert both[0] == both[1]
