"""The GitLab component: filled in as GitLab does, and its script run as a runner would."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, Final

import pytest
import yaml
from junitparser import JUnitXml

from tests.pipelines.files import BAD_REPORT, GOOD_REPORT, OTHER_REPORT, WICKED
from tests.scratch import Ran, must_run, run, write
from tests.tree import ROOT

TEMPLATE: Final = (ROOT / "templates/periksa.yml").read_text(encoding="utf-8")
_INPUT: Final = re.compile(r"\$\[\[ inputs\.([\w-]+) \]\]")
Value = str | list[str]


def spec() -> dict[str, dict[str, Any]]:
    head = next(iter(yaml.safe_load_all(TEMPLATE)))
    inputs: dict[str, dict[str, Any]] = head["spec"]["inputs"]
    return inputs


def job(**given: Value) -> dict[str, Any]:
    """Return the job that the component becomes.

    GitLab puts inputs into the text before it is read as YAML: lists as JSON, the rest as it is.
    """
    values: dict[str, Value] = {
        name: value["default"] for name, value in spec().items() if "default" in value
    }
    values |= {name.replace("_", "-"): value for name, value in given.items()}
    assert set(values) == set(spec())

    def put(match: re.Match[str]) -> str:
        value = values[match[1]]
        return value if isinstance(value, str) else json.dumps(value)

    body = TEMPLATE.partition("\n---\n")[2]
    made: dict[str, Any] = yaml.safe_load(_INPUT.sub(put, body))["kesbang-iku"]
    return made


def run_job(made: dict[str, Any], folder: Path, *, installing: bool = False) -> Ran:
    lines = [*(made["before_script"] if installing else []), *made["script"]]
    env = {name: variable["value"] for name, variable in made["variables"].items()}
    env |= {"CI_BUILDS_DIR": str(folder.parent), "CI_JOB_ID": "1"}
    script = "\n".join(["set -eo pipefail", *lines])
    return run(["bash", "-c", script], folder, **env)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    write(
        folder,
        {
            "laporan/62/2018.yaml": GOOD_REPORT,
            "laporan/0/tahun 2019 & 2024 (IKUB).yaml": OTHER_REPORT,
            "keliru/2024.yaml": BAD_REPORT,
        },
    )
    return folder


def test_no_input_stands_in_a_script_where_it_could_become_a_command() -> None:
    made = yaml.safe_load(TEMPLATE.partition("\n---\n")[2])["kesbang-iku"]
    assert not any("$[[" in line for line in [*made["before_script"], *made["script"]])
    assert all(variable["expand"] is False for variable in made["variables"].values())


def test_every_input_is_described_and_used_and_only_two_have_to_be_given() -> None:
    assert all(value["description"] for value in spec().values())
    assert set(_INPUT.findall(TEMPLATE)) == set(spec())
    required = {name for name, value in spec().items() if "default" not in value}
    assert required == {"berkas", "pustaka"}


def test_its_script_holds_no_slip_that_shellcheck_knows(tmp_path: Path) -> None:
    made = job(berkas=["laporan/**/*.yaml"], pustaka=".")
    names = [f"export {name}" for name in made["variables"]]
    write(tmp_path, {"naskah.sh": "\n".join([*names, *made["before_script"], *made["script"]])})
    must_run(["shellcheck", "--shell=bash", "naskah.sh"], tmp_path)


@pytest.mark.slow
def test_the_job_has_the_shape_that_gitlab_asks_for(tmp_path: Path) -> None:
    made = {"kesbang-iku": job(berkas=["laporan/**/*.yaml"], pustaka=".")}
    write(tmp_path, {"ci.yml": yaml.safe_dump(made)})
    schema = ["--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci"]
    must_run(["check-jsonschema", *schema, "ci.yml"], tmp_path)


@pytest.mark.slow
def test_good_files_pass_and_the_package_is_installed(project: Path) -> None:
    made = job(berkas=["laporan/**/*.yaml"], pustaka=str(ROOT))
    ran = run_job(made, project, installing=True)
    assert ran.status == 0, ran.text
    assert (project.parent / "kesbang-iku-1/bin/kesbang-iku").is_file()
    assert "0 galat" in ran.output
    assert " dalam 2 berkas" in ran.output


@pytest.mark.slow
def test_bad_files_fail_at_their_line_in_the_log_and_in_both_reports(project: Path) -> None:
    made = job(berkas=["laporan/**/*.yaml", "keliru/*.yaml"], pustaka="-")
    ran = run_job(made, project)
    assert ran.status == 1, ran.text
    assert "keliru/2024.yaml:6:15: galat IKU401" in ran.output

    reports = made["artifacts"]["reports"]
    quality = json.loads((project / reports["codequality"]).read_text(encoding="utf-8"))
    (error,) = [one for one in quality if one["severity"] == "major"]
    assert error["location"] == {"path": "keliru/2024.yaml", "lines": {"begin": 6}}
    suites = JUnitXml.fromfile(str(project / reports["junit"]))
    assert suites.failures == 1
    assert set(reports.values()) == set(made["artifacts"]["paths"])
    assert made["artifacts"]["when"] == "always"


@pytest.mark.slow
def test_options_reach_the_program(project: Path) -> None:
    write(project, {"atur.toml": 'abaikan = ["IKU401"]\n'})
    ran = run_job(job(berkas=["keliru/*"], pustaka="-", konfigurasi="atur.toml"), project)
    assert ran.status == 0, ran.text
    ran = run_job(job(berkas=["keliru/*"], pustaka="-", bahasa="en", jenis="laporan"), project)
    assert ran.status == 1
    assert "error IKU401" in ran.output


@pytest.mark.slow
@pytest.mark.parametrize(
    "given",
    [
        {"berkas": ["tidak/ada/*.yaml"]},
        {"berkas": ["tidak-ada.yaml"]},
        {"berkas": []},
        {"berkas": ["laporan/**/*.yaml"], "garis_dasar": "tidak-ada.json"},
    ],
)
def test_what_cannot_run_says_so_and_never_passes(project: Path, given: dict[str, Value]) -> None:
    ran = run_job(job(pustaka="-", **given), project)
    assert ran.status == 2, ran.text
    assert ran.errors.strip()
    assert "Traceback" not in ran.errors


@pytest.mark.slow
def test_no_input_becomes_a_command(project: Path) -> None:
    texts = ("jenis", "garis_dasar", "konfigurasi", "bahasa")
    options: dict[str, Value] = {**dict.fromkeys(texts, WICKED), "katalog": [WICKED]}
    for given in (options, {"berkas": [WICKED]}):
        ran = run_job(job(pustaka="-", **({"berkas": ["laporan/**/*.yaml"]} | given)), project)
        assert ran.status == 2, ran.text
    assert list(project.rglob("DIRETAS")) == []
