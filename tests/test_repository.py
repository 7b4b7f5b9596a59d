"""What the repository says of itself agrees with itself."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from importlib.metadata import requires, version
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from kesbang_iku import __version__
from tests.scratch import BIN
from tests.tree import ROOT, repository_files

# Written so that no pattern matches its own line.
_UNWANTED = {
    "a package registry's host": re.compile(
        r"py[p]i\.org|python[h]osted|registry\.npm[j]s|de[b]\.debian|[d]ebian\.org/debian"
    ),
    "a path of somebody's machine": re.compile(
        r"(?<![A-Za-z0-9_.\-/])/(?:work|farm|root|home/[a-z]+|Users/[A-Za-z]+)[/ ]"
    ),
    "unfinished business": re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b"),
    "a conflict marker": re.compile(r"^(?:<{7} |>{7} )", re.MULTILINE),
}


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads(_text("pyproject.toml"))["project"]
    return project


def _targets() -> set[str]:
    return set(re.findall(r"^([a-z][a-z-]*):", _text("Makefile"), re.MULTILINE))


@pytest.mark.parametrize("kind", _UNWANTED)
def test_no_committed_file_holds(kind: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}: {match[0]!r}"
        for path in repository_files()
        if b"\0" not in (content := path.read_bytes())
        for match in _UNWANTED[kind].finditer(content.decode("utf-8"))
    ]
    assert found == []


def test_every_committed_text_ends_its_last_line() -> None:
    unended = [
        str(path.relative_to(ROOT))
        for path in repository_files()
        if (content := path.read_bytes()) and b"\0" not in content and not content.endswith(b"\n")
    ]
    assert unended == []


@pytest.mark.parametrize("document", ["README.md", "README.id.md", "CONTRIBUTING.md"])
def test_every_make_target_that_is_written_about_exists(document: str) -> None:
    named = set(re.findall(r"(?:`|^\$ )make ([a-z][a-z-]*)", _text(document), re.MULTILINE))
    assert named
    assert named <= _targets()


def test_make_help_lists_every_target_for_people() -> None:
    makefile = _text("Makefile")
    listed = set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    assert phony is not None
    assert listed == set(phony[1].split())


def test_the_check_of_a_change_runs_what_contributors_are_told_to_run() -> None:
    told = re.findall(r"^\$ make ([a-z-]+)$", _text("CONTRIBUTING.md"), re.MULTILINE)
    ways = re.findall(r"^make(?: -\S+)*((?: [a-z-]+)+)$", _text(".ci/run"), re.MULTILINE)
    assert sorted(told) == sorted(target for way in ways for target in way.split())


def test_licence_names_both_licences_and_what_each_covers() -> None:
    licence = _text("LICENSE")
    assert "MIT License" in licence
    assert "Permission is hereby granted, free of charge" in licence
    assert "Creative\n   Commons Attribution 4.0 International" in licence
    assert "https://creativecommons.org/licenses/by/4.0/" in licence
    assert "catalog/" in licence
    assert "docs/" in licence
    assert _project()["license"] == "MIT AND CC-BY-4.0"


def test_version_is_the_same_everywhere() -> None:
    cited = yaml.safe_load(_text("CITATION.cff"))["version"]
    newest = re.search(r"^## (\S+)", _text("CHANGELOG.md"), re.MULTILINE)
    assert newest is not None
    assert (cited, newest[1], version("kesbang-iku")) == (__version__,) * 3


def test_all_is_every_extra_but_the_one_that_brings_a_web_server() -> None:
    extras = _project()["optional-dependencies"]
    (named,) = extras["all"]
    assert set(re.findall(r"[a-z]+", named.partition("[")[2])) == extras.keys() - {"all", "mcp"}
    others = [
        line for name, lines in extras.items() if name not in {"all", "mcp"} for line in lines
    ]
    brought = _brought(others)
    assert not brought & {"starlette", "uvicorn"}
    assert {"starlette", "uvicorn"} <= _brought(extras["mcp"])


def _brought(requirements: Iterable[str]) -> set[str]:
    """Return the names of all that requirements bring along, as it is installed here."""
    found: set[str] = set()
    waiting = [Requirement(one) for one in requirements]
    while waiting:
        one = waiting.pop()
        wanted = one.marker is None or one.marker.evaluate({"extra": ""})
        name = canonicalize_name(one.name)
        if wanted and name not in found:
            found.add(name)
            waiting += map(Requirement, requires(name) or ())
    return found


def test_supported_pythons_are_the_ones_that_are_checked() -> None:
    workflow = yaml.safe_load(_text(".github/workflows/ci.yml"))
    checked = workflow["jobs"]["check"]["strategy"]["matrix"]["python"]
    prefix = "Programming Language :: Python :: "
    claimed = [
        name.removeprefix(prefix)
        for name in _project()["classifiers"]
        if re.fullmatch(re.escape(prefix) + r"3\.\d+", name)
    ]
    assert checked == claimed


def test_workflows_grant_nothing_by_default_and_pin_actions_by_commit() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        assert yaml.safe_load(text)["permissions"] == {}, path.name
        for action in re.findall(r"uses: (\S+)", text):
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", action), action


def _jobs() -> Iterator[tuple[str, dict[str, Any]]]:
    for folder in (ROOT, ROOT / "examples" / "repositori-data"):
        for path in sorted((folder / ".github" / "workflows").glob("*.yml")):
            jobs = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"]
            yield str(path.relative_to(ROOT)), jobs
    action = yaml.safe_load(_text("action.yml"))
    yield "action.yml", {"action": action["runs"]}


def test_jobs_wait_for_jobs_that_are_there() -> None:
    for name, jobs in _jobs():
        for job in jobs.values():
            needs = job.get("needs", [])
            assert {needs} if isinstance(needs, str) else {*needs} <= {*jobs}, name


def test_the_steps_of_workflows_are_sound_shell() -> None:
    tried = 0
    for name, jobs in _jobs():
        for step in (step for job in jobs.values() for step in job.get("steps", [])):
            if "run" in step and step.get("shell", "bash") == "bash":
                # As a runner starts it: with these variables, and ended by the first error.
                given = "".join(f"export {name}=word\n" for name in step.get("env", {}))
                script = f"set -e\n{given}" + re.sub(r"\$\{\{.*?\}\}", "word", step["run"])
                done = subprocess.run(
                    [BIN / "shellcheck", "--shell=bash", "-"],
                    input=script,
                    capture_output=True,
                    text=True,
                    check=False,
                )
                assert done.returncode == 0, f"{name}: {done.stdout}"
                tried += 1
    assert tried > 10


def test_a_release_carries_every_form_and_says_where_each_file_comes_from() -> None:
    jobs = yaml.safe_load(_text(".github/workflows/release.yml"))["jobs"]
    runs = [step.get("run") for step in jobs["build"]["steps"]]
    assert (
        runs.index("make archive-check") < runs.index("make package") < runs.index("make exports")
    )
    attested = next(
        step["with"]["subject-path"].split()
        for step in jobs["publish"]["steps"]
        if "attest" in step["uses"]
    )
    assert attested == ["dist/*", "exports/*"]
    (attach,) = [step["run"] for step in jobs["attach"]["steps"] if "run" in step]
    assert {"made/dist/*", "made/exports/*"} <= {*attach.split()}


def test_lock_names_no_source_and_every_direct_dependency() -> None:
    lock = _text("constraints.txt")
    assert "://" not in lock
    locked = {name.lower() for name in re.findall(r"^([A-Za-z0-9._-]+)==", lock, re.MULTILINE)}
    for requirement in _project()["dependencies"]:
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        assert name is not None
        assert name[0].lower() in locked
