"""The composite action: its shell steps run as a runner of the forge would run them."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from tests.pipelines.files import BAD_REPORT, GOOD_REPORT, OTHER_REPORT, WICKED
from tests.scratch import Ran, must_run, run, write
from tests.tree import ROOT

ACTION: Final[dict[str, Any]] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS: Final[dict[str, dict[str, Any]]] = {
    step.get("id", step.get("uses")): step for step in ACTION["runs"]["steps"]
}
_EXPRESSION: Final = re.compile(r"\$\{\{ ([\w.-]+) \}\}")


class Runner:
    """As much of a runner as the steps need: expressions, folders, outputs."""

    def __init__(self, workspace: Path, temp: Path, program: str = "kesbang-iku") -> None:
        self.workspace = workspace
        self.temp = temp
        self.values = {
            "github.action_path": str(ROOT),
            "steps.pasang.outputs.program": program,
        }

    def step(self, name: str, **inputs: str) -> tuple[Ran, dict[str, str]]:
        """Run a step; underscores in the names of inputs stand for hyphens."""
        defaults = {key: value.get("default", "") for key, value in ACTION["inputs"].items()}
        given = {key.replace("_", "-"): value for key, value in inputs.items()}
        assert set(given) <= set(defaults)
        values = self.values | {f"inputs.{k}": v for k, v in (defaults | given).items()}
        step = STEPS[name]
        env = {
            key: _EXPRESSION.sub(lambda match: values[match[1]], text)
            for key, text in step["env"].items()
        }
        outputs = self.temp / "outputs"
        outputs.write_text("", encoding="utf-8")
        env |= {"RUNNER_TEMP": str(self.temp), "GITHUB_OUTPUT": str(outputs)}
        # So bash is started by the runner for `shell: bash`.
        words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]]
        ran = run(words, self.workspace, **env)
        lines = outputs.read_text(encoding="utf-8").splitlines()
        return ran, dict(line.split("=", 1) for line in lines)


@pytest.fixture
def runner(tmp_path: Path) -> Runner:
    workspace, temp = tmp_path / "workspace", tmp_path / "temp"
    workspace.mkdir()
    temp.mkdir()
    write(
        workspace,
        {
            "laporan/62/2018.yaml": GOOD_REPORT,
            "laporan/0/tahun 2019 & 2024 (IKUB).yaml": OTHER_REPORT,
            "keliru/2024.yaml": BAD_REPORT,
        },
    )
    return Runner(workspace, temp)


def test_no_expression_stands_in_a_script_where_it_could_become_a_command() -> None:
    scripts = [step["run"] for step in STEPS.values() if "run" in step]
    assert len(scripts) == 2
    assert not any("${{" in script for script in scripts)


def test_other_actions_are_pinned_by_commit() -> None:
    used = [step["uses"] for step in STEPS.values() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", action) for action in used)


def test_every_input_is_described_and_used() -> None:
    text = json.dumps(ACTION["runs"])
    for name, value in ACTION["inputs"].items():
        assert value["description"]
        assert f"inputs.{name}" in text


@pytest.mark.slow
@pytest.mark.parametrize("schema", ["vendor.github-actions"])
def test_the_action_has_the_shape_the_forge_asks_for(schema: str) -> None:
    must_run(["check-jsonschema", "--builtin-schema", schema, "action.yml"], ROOT)


@pytest.mark.parametrize("step", [name for name in STEPS if "run" in STEPS[name]])
def test_its_scripts_hold_no_slip_that_shellcheck_knows(step: str, tmp_path: Path) -> None:
    names = "".join(f"export {name}\n" for name in STEPS[step]["env"])
    write(tmp_path, {"naskah.sh": names + STEPS[step]["run"]})
    must_run(["shellcheck", "--shell=bash", "naskah.sh"], tmp_path)


@pytest.mark.slow
def test_the_package_is_installed_from_the_action_itself(runner: Runner) -> None:
    ran, outputs = runner.step("pasang")
    assert ran.status == 0, ran.text
    program = outputs["program"]
    assert program.startswith(str(runner.temp))
    version = must_run([program, "--version"], runner.workspace).output
    assert version == must_run(["kesbang-iku", "--version"], runner.workspace).output
    runner.values["steps.pasang.outputs.program"] = program
    ran, outputs = runner.step("periksa", berkas="laporan/**/*.yaml")
    assert ran.status == 0, ran.text


@pytest.mark.slow
def test_good_files_pass_and_leave_an_empty_sarif(runner: Runner) -> None:
    ran, outputs = runner.step("periksa", berkas="\n  laporan/**/*.yaml  \n\n")
    assert ran.status == 0, ran.text
    assert outputs == {"sarif": "kesbang-iku.sarif", "status": "0"}
    assert "::error" not in ran.output
    log = json.loads((runner.workspace / "kesbang-iku.sarif").read_text(encoding="utf-8"))
    assert [one["level"] for one in log["runs"][0]["results"] if one["level"] == "error"] == []


@pytest.mark.slow
def test_bad_files_fail_at_their_line_in_the_log_and_in_sarif(runner: Runner) -> None:
    ran, outputs = runner.step(
        "periksa", berkas="laporan/**/*.yaml\nkeliru/*.yaml", sarif="temuan iku.sarif"
    )
    assert ran.status == 1, ran.text
    assert outputs == {"sarif": "temuan iku.sarif", "status": "1"}
    assert re.search(r"^::error file=keliru/2024\.yaml,line=6,col=15,", ran.output, re.MULTILINE)
    log = json.loads((runner.workspace / "temuan iku.sarif").read_text(encoding="utf-8"))
    (error,) = [one for one in log["runs"][0]["results"] if one["level"] == "error"]
    place = error["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "keliru/2024.yaml"
    assert place["region"]["startLine"] == 6


@pytest.mark.slow
def test_options_reach_the_program(runner: Runner) -> None:
    baseline = "--tulis-garis-dasar=garis dasar.json"
    run(["kesbang-iku", "validate", "keliru/2024.yaml", baseline], runner.workspace)
    write(runner.workspace, {"atur.toml": 'abaikan = ["IKU401"]\n'})
    keliru = {"berkas": "keliru/2024.yaml", "format": "text"}
    for given in ({"garis_dasar": "garis dasar.json"}, {"konfigurasi": "atur.toml"}):
        ran, outputs = runner.step("periksa", **keliru, **given)
        assert (ran.status, outputs["status"]) == (0, "0"), ran.text
    ran, outputs = runner.step("periksa", **keliru, bahasa="en", jenis="laporan", sarif="")
    assert outputs == {"status": "1"}
    assert "error IKU401" in ran.output
    assert "IKU401 KBP-WAS-02 cannot be computed yet" in ran.output


@pytest.mark.slow
@pytest.mark.parametrize(
    "given",
    [
        {"berkas": "tidak/ada/*.yaml"},
        {"berkas": "tidak-ada.yaml"},
        {"berkas": " \n "},
        {"berkas": "laporan/**/*.yaml", "bahasa": "jv"},
        {"berkas": "laporan/**/*.yaml", "konfigurasi": "tidak-ada.toml"},
    ],
)
def test_what_cannot_run_says_so_and_never_passes(runner: Runner, given: dict[str, str]) -> None:
    ran, outputs = runner.step("periksa", **given)
    assert (ran.status, outputs) == (2, {"status": "2"})
    assert ran.errors.strip()
    assert "Traceback" not in ran.errors


@pytest.mark.slow
def test_no_input_becomes_a_command(runner: Runner) -> None:
    names = ("jenis", "format", "garis_dasar", "konfigurasi", "katalog", "bahasa", "sarif")
    for given in (dict.fromkeys(names, WICKED), {"berkas": WICKED}):
        ran, _ = runner.step("periksa", **({"berkas": "laporan/**/*.yaml"} | given))
        assert ran.status == 2, ran.text
    assert list(runner.workspace.rglob("DIRETAS")) == []
