"""The guide for those who keep a data repository: its commands run, its files are those there."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Final

import pytest
import yaml

from tests.docs.test_pages_run import assert_shown, blocks, text_of
from tests.pipelines.conftest import Published
from tests.pipelines.test_action import ACTION
from tests.pipelines.test_data_repository import EXAMPLE
from tests.pipelines.test_gitlab import spec
from tests.pipelines.test_hooks import hooks
from tests.scratch import make_repository, run

INDONESIAN: Final = "panduan-repositori.md"
ENGLISH: Final = "en/guide-data-repository.md"
PAGES: Final = (INDONESIAN, ENGLISH)


def test_pages_lead_to_each_other_and_show_the_same() -> None:
    assert f"[In English]({ENGLISH})" in text_of(INDONESIAN)
    assert f"[Dalam bahasa Indonesia](../{INDONESIAN})" in text_of(ENGLISH)
    kinds = ("console", "yml", "toml")
    assert blocks(INDONESIAN, *kinds) == blocks(ENGLISH, *kinds)
    shown = [re.findall(r"^(#+|\|) ", text_of(page), re.MULTILINE) for page in PAGES]
    assert shown[0] == shown[1]
    assert set(re.findall(r"^```(\w+)$", text_of(INDONESIAN), re.MULTILINE)) == set(kinds)


def test_every_file_shown_is_one_of_the_example_or_a_part_of_one() -> None:
    texts = [
        (EXAMPLE / name).read_text(encoding="utf-8")
        for name in (".github/workflows/periksa.yml", ".gitlab-ci.yml", "kesbang-iku.toml")
    ]
    config = yaml.safe_load((EXAMPLE / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for _, content in blocks(INDONESIAN, "yml", "toml"):
        if content.startswith("repos:"):
            (repo,) = yaml.safe_load(content)["repos"]
            (whole,) = [one for one in config["repos"] if one["repo"] == repo["repo"]]
            assert {**repo, "hooks": None} == {**whole, "hooks": None}
            assert all(hook in whole["hooks"] for hook in repo["hooks"])
        else:
            assert content in texts


@pytest.mark.parametrize("page", PAGES)
def test_hooks_inputs_and_files_are_all_named(page: str) -> None:
    text = text_of(page)
    for hook in hooks():
        assert f"| `{hook}` |" in text
    rows = re.findall(r"^\| `([\w-]+)` \| .* \| (\S.*) \|$", text, re.MULTILINE)
    named = {name: default.strip("`") for name, default in rows if name in ACTION["inputs"]}
    assert list(named) == list(ACTION["inputs"])
    for name, value in ACTION["inputs"].items():
        if value.get("default"):
            assert named[name] == value["default"]
    for name in spec():
        assert f"`{name}`" in text
    for path in EXAMPLE.iterdir():
        if path.name not in {"README.md", ".gitignore", "hasil", ".venv"}:
            assert f"`{path.name}" in text


@pytest.mark.slow
def test_commands_print_what_is_shown_below_them(tmp_path: Path, published: Published) -> None:
    folder = tmp_path / "data"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("hasil", ".venv"))
    make_repository(folder)
    env = {"LC_ALL": "C.UTF-8", "COLUMNS": "100", "MAKEFLAGS": "", **published.env}
    for _, content in blocks(INDONESIAN, "console"):
        for part in re.split(r"^\$ ", content, flags=re.MULTILINE)[1:]:
            line, _, shown = part.partition("\n")
            ran = run(["bash", "-c", f"{line} 2>&1"], folder, **env)
            shape = re.sub(r"^( \S+ \|).*$", r"\1", ran.output, flags=re.MULTILINE)
            assert_shown(shape, shown)
