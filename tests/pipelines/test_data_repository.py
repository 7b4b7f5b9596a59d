"""The example of a data repository: its check passes, and fails at the line; so its pipelines."""

from __future__ import annotations

import csv
import os
import re
import shutil
import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

import kesbang_iku as iku
from kesbang_iku import __version__
from tests.pipelines.conftest import ADDRESS, Published
from tests.pipelines.test_action import Runner
from tests.pipelines.test_gitlab import job, run_job
from tests.scratch import BIN, make_repository, must_run, run
from tests.tree import ROOT

EXAMPLE: Final = ROOT / "examples" / "repositori-data"
BROKEN: Final = "laporan/62/2018.yaml"


def text_of(name: str) -> str:
    return (EXAMPLE / name).read_text(encoding="utf-8")


def loaded(name: str) -> Any:  # noqa: ANN401 - files of many shapes
    return yaml.safe_load(text_of(name))


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("hasil", ".venv"))
    return folder


def break_a_report(repository: Path) -> None:
    """Leave a variable out: the shape stays right, the meaning does not."""
    path = repository / BROKEN
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(', lembaga_demokrasi: "80,65"', ""), encoding="utf-8")


def test_the_schemas_in_it_are_copies_of_ours() -> None:
    for name in ("laporan.json", "rencana.json"):
        ours = (ROOT / "schemas" / name).read_text(encoding="utf-8")
        assert text_of(f"skema/{name}") == ours, "run: python tools/build_schemas.py"


def test_everything_in_it_names_the_version_that_stands_here() -> None:
    tag = f"v{__version__}"
    assert f"{ADDRESS}@{tag}" in text_of("requirements.txt")
    assert loaded(".pre-commit-config.yaml")["repos"][0]["rev"] == tag
    used = [s["uses"] for s in loaded(".github/workflows/periksa.yml")["jobs"]["periksa"]["steps"]]
    assert used[-1] == f"contoh/kesbang-iku@{tag}"
    (component,) = loaded(".gitlab-ci.yml")["include"]
    assert component["component"].endswith(f"/kesbang-iku/periksa@{tag}")
    assert component["inputs"]["pustaka"] == f"git+{ADDRESS}@{tag}"


def test_its_readme_names_every_file_and_every_region_with_a_source() -> None:
    readme = text_of("README.md")
    listed = readme.partition("## Isinya")[2].partition("## Memakainya")[0]
    for path in EXAMPLE.iterdir():
        if path.name not in {"README.md", ".gitignore", "requirements.txt", "hasil", ".venv"}:
            assert f"`{path.name}" in listed, path.name
    sources = readme.partition("## Sumber")[2]
    for folder in (EXAMPLE / "laporan").iterdir():
        assert f"| {folder.name} " in sources


def results_of(katalog: iku.Catalog, pattern: str = "laporan/*/*") -> list[iku.Result]:
    paths = sorted(EXAMPLE.glob(pattern))
    return [one for path in paths for one in iku.compute(iku.read_reports(path), katalog)]


def test_the_values_it_holds_are_computed_whole(katalog: iku.Catalog) -> None:
    results = results_of(katalog)
    assert len(results) == 25
    assert {one.status.value for one in results} == {"lengkap"}
    values = {(one.wilayah, one.tahun, one.kode): one.nilai for one in results}
    assert str(values["62", 2018, "KBP-POL-01"]) == "71.27"
    assert {one.wilayah for one in results} == {"62", "32.73"}


def test_what_its_readme_says_of_the_accepted_finding_is_so(
    katalog: iku.Catalog,
) -> None:
    (result,) = results_of(katalog, "laporan/32.73/2016.yaml")
    assert result.achievement is not None
    assert result.achievement.exact == Fraction(26, 19) * 100
    assert f"{result.capaian}".replace(".", ",") in text_of("README.md")
    accepted = re.findall(r'"kode": "(\w+)"', text_of("garis-dasar.json"))
    assert accepted == ["IKU455"]
    assert set(tomllib.loads(text_of("kesbang-iku.toml"))) == {"abaikan-per-berkas", "tingkat"}


@pytest.mark.slow
def test_make_check_passes_and_fails_at_the_line_of_a_broken_file(repository: Path) -> None:
    ran = run(["make", "check"], repository)
    assert ran.status == 0, ran.text
    assert "0 galat" in ran.output
    assert "1 diterima oleh garis dasar" in ran.output
    with (repository / "hasil/hasil.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 25
    assert {row["status"] for row in rows} == {"lengkap"}

    # What the schema sees is found by the tool that knows schemas only.
    plan = repository / "rencana/32.73.yaml"
    good = plan.read_text(encoding="utf-8")
    plan.write_text(good.replace("satuan:", "satuann:"), encoding="utf-8")
    ran = run(["make", "bentuk"], repository)
    assert ran.status == 2
    assert "'satuann' was unexpected" in ran.text
    plan.write_text(good, encoding="utf-8")

    break_a_report(repository)
    ran = run(["make", "check"], repository)
    assert ran.status == 2
    assert f"{BROKEN}:9:15: galat IKU401" in ran.output
    assert "1 galat" in ran.output


@pytest.mark.slow
def test_make_writes_schemas_and_baseline_as_they_are_committed(repository: Path) -> None:
    must_run(["make", "skema"], repository)
    for name in ("skema/laporan.json", "skema/rencana.json"):
        assert (repository / name).read_text(encoding="utf-8") == text_of(name)
    break_a_report(repository)
    must_run(["make", "garis-dasar"], repository)
    must_run(["make", "isi"], repository)


@pytest.mark.slow
def test_its_workflow_has_the_right_shape_and_checks_the_same(repository: Path) -> None:
    workflow = ".github/workflows/periksa.yml"
    schema = ["check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow]
    must_run(schema, repository)
    assert loaded(workflow)["permissions"] == {}
    step = loaded(workflow)["jobs"]["periksa"]["steps"][-1]
    inputs = {key.replace("-", "_"): value for key, value in step["with"].items()}
    runner = Runner(repository, repository.parent)
    ran, outputs = runner.step("periksa", **inputs)
    assert (ran.status, outputs["status"]) == (0, "0"), ran.text

    break_a_report(repository)
    ran, outputs = runner.step("periksa", **inputs)
    assert (ran.status, outputs["status"]) == (1, "1")
    assert f"::error file={BROKEN},line=9," in ran.output


@pytest.mark.slow
def test_its_gitlab_pipeline_checks_the_same(repository: Path) -> None:
    (component,) = loaded(".gitlab-ci.yml")["include"]
    made = job(**component["inputs"])
    ran = run_job(made, repository)
    assert ran.status == 0, ran.text

    break_a_report(repository)
    ran = run_job(made, repository)
    assert ran.status == 1
    assert f"{BROKEN}:9:15: galat IKU401" in ran.output


@pytest.mark.slow
def test_its_hooks_let_good_commits_pass_and_stop_bad_ones(
    repository: Path, published: Published
) -> None:
    make_repository(repository)
    must_run(["pre-commit", "install"], repository, **published.env)
    ran = run(["pre-commit", "run", "--all-files"], repository, **published.env)
    assert ran.status == 0, ran.text
    assert re.findall(r"\.(\w+)$", ran.output, re.MULTILINE) == ["Passed"] * 4

    break_a_report(repository)
    ran = run(["git", "commit", "--all", "--message", "Ubah"], repository, **published.env)
    assert ran.status == 1
    assert f"{BROKEN}:9:15: galat IKU401" in ran.text
    assert must_run(["git", "log", "--format=%s"], repository).output == "Awal\n"


@pytest.mark.slow
def test_its_requirements_install_what_it_needs(repository: Path, published: Published) -> None:
    # The package itself; the others come from a registry, as they are locked here already.
    (line,) = [one for one in text_of("requirements.txt").splitlines() if "git+" in one]
    must_run(["python", "-m", "venv", ".venv"], repository)
    python = str(repository / ".venv" / BIN.name / "python")
    must_run([python, "-m", "pip", "install", "--quiet", line], repository, **published.env)
    ran = must_run([python, "-m", "kesbang_iku", "validate", BROKEN], repository)
    assert "0 galat" in ran.output
    assert os.fspath(BIN) not in ran.output
