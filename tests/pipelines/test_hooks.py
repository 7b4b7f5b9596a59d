"""The hooks that this repository offers, installed and run by pre-commit in scratch places."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.pipelines.conftest import Published
from tests.pipelines.files import BAD_PLAN, BAD_REPORT, ENTRY, GOOD_PLAN, GOOD_REPORT
from tests.scratch import Ran, make_repository, must_run, run, write
from tests.tree import ROOT
from tests.workbooks import sheets


def hooks() -> dict[str, dict[str, Any]]:
    listed = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    return {hook["id"]: hook for hook in listed}


def chosen(hook: str, names: list[str]) -> list[str]:
    only, but = hooks()[hook]["files"], hooks()[hook].get("exclude", "^$")
    return [name for name in names if re.search(only, name) and not re.search(but, name)]


def test_there_is_a_hook_for_each_kind_of_file() -> None:
    assert set(hooks()) == {
        "kesbang-iku-laporan",
        "kesbang-iku-rencana",
        "kesbang-iku-katalog",
    }
    for hook in hooks().values():
        assert hook["language"] == "python"
        assert hook["require_serial"]
        assert hook["entry"].startswith("kesbang-iku validate")


def test_hooks_take_the_files_that_are_theirs() -> None:
    names = [
        "laporan/62/2018.yaml",
        "data/Laporan-2024.csv",
        "laporan.xlsx",
        "laporan/catatan.md",
        "rencana/62.71.yml",
        "data/renstra-2025-2029.xlsx",
        "katalog/indikator/was/lok-was-01.yaml",
        "katalog/catatan.md",
        "skema/laporan.json",
        "schemas/rencana.json",
    ]
    assert chosen("kesbang-iku-laporan", names) == names[:3]
    assert chosen("kesbang-iku-rencana", names) == names[4:6]
    assert chosen("kesbang-iku-katalog", names) == names[6:7]


@pytest.mark.slow
def test_hooks_are_valid_and_pre_commit_says_so() -> None:
    must_run(["pre-commit", "validate-manifest", ".pre-commit-hooks.yaml"], ROOT)


@pytest.fixture
def repository(tmp_path: Path, published: Published) -> Path:
    wanted = [{"id": name} for name in hooks()]
    repo = {"repo": published.address, "rev": published.tag, "hooks": wanted}
    write(
        tmp_path,
        {
            ".pre-commit-config.yaml": yaml.safe_dump({"repos": [repo]}),
            "laporan/62/2018.yaml": GOOD_REPORT,
            "rencana/62.yaml": GOOD_PLAN,
            "catatan.yaml": "bukan: laporan\n",
        },
    )
    make_repository(tmp_path)
    return tmp_path


def run_hooks(repository: Path, published: Published, *arguments: str) -> Ran:
    must_run(["git", "add", "--all"], repository)
    return run(["pre-commit", "run", *arguments], repository, **published.env)


def outcomes(ran: Ran) -> dict[str, str]:
    return dict(re.findall(r"^([^.\n]+?)\.+(?:\([^)]*\))?(\w+)$", ran.output, re.MULTILINE))


@pytest.mark.slow
def test_hooks_pass_good_files_and_fail_bad_ones_with_the_line(
    repository: Path, published: Published
) -> None:
    laporan, rencana, katalog = (hook["name"] for hook in hooks().values())

    ran = run_hooks(repository, published, "--all-files")
    assert ran.status == 0, ran.text
    assert outcomes(ran) == {laporan: "Passed", rencana: "Passed", katalog: "Skipped"}

    write(repository, {"laporan/62/2024.yaml": BAD_REPORT, "rencana/62.71.yaml": BAD_PLAN})
    (repository / "laporan/62/2023.xlsx").write_bytes(
        sheets(Laporan=[["wilayah", "tahun", "kode", "konflik"], ["62", 2023, "KBP-WAS-02", 20]])
    )
    ran = run_hooks(repository, published)
    assert ran.status == 1, ran.text
    assert outcomes(ran) == {laporan: "Failed", rencana: "Failed", katalog: "Skipped"}
    assert "laporan/62/2024.yaml:6:15: galat IKU401" in ran.output
    assert re.search(r"laporan/62/2023\.xlsx.*galat IKU401", ran.output)
    assert re.search(r"rencana/62\.71\.yaml:7:\d+: galat IKU202", ran.output)
    # What was committed before and is not part of this commit is not looked at.
    assert "2018.yaml" not in ran.output

    wrong = ENTRY.replace("kode: KBP-WAS-02", "kode: LOK-WAS-01").replace("persen\n", "perse\n", 1)
    write(repository, {"katalog/indikator/was/lok-was-01.yaml": wrong})
    ran = run_hooks(repository, published, hooks()["kesbang-iku-katalog"]["id"])
    assert ran.status == 1, ran.text
    assert outcomes(ran) == {katalog: "Failed"}
    at = wrong.splitlines().index("satuan: perse") + 1
    assert f"katalog/indikator/was/lok-was-01.yaml:{at}:9: galat IKU210" in ran.output
    # Only the whole folder shows that a name is taken already.
    assert "galat IKU218" in ran.output
