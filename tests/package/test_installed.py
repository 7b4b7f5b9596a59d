"""The installed package, away from the checkout: every command, every vector, its own tests."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku import __version__
from kesbang_iku.cli import registry
from tests.package.conftest import Built, Environment, Make, works
from tests.tree import ROOT

pytestmark = pytest.mark.slow

_ARGUMENTS: Final = {
    "list": ("--tahun", "2024"),
    "show": ("KBP-WAS-02",),
    "compute": ("idi.yaml",),
    "explain": ("idi.yaml", "--kode", "KBP-POL-01"),
    "validate": ("idi.yaml",),
    "align": ("rencana.yaml", "--tingkat", "kota"),
    "diff": ("2020", "2021"),
    "formula": ("A dibagi B dikali 100",),
    "schema": ("laporan",),
    "rules": ("IKU405",),
    "vectors": ("-o", "vektor"),
}
"""How each command is tried; one that is not named here is asked for its help."""

_PAGES: Final = {
    "report": ("idi.yaml", "-o", "-"),
    "align": ("rencana.yaml", "--tingkat", "kota", "--format", "html"),
    "pages": ("--katalog", "katalog", "-o", "halaman"),
}
"""What writes pages."""

_QUICK: Final = (
    "test_vectors.py",
    "test_public_api.py",
    "test_repository.py",
    "model",
    "findings",
)
"""The tests that the unpacked source archive runs each time; all of them run on a release."""


@pytest.fixture(scope="module")
def files(bare: Environment) -> Path:
    """Put the files that commands are tried with beside nothing else."""
    shutil.copy(ROOT / "examples" / "idi-kalimantan-tengah.yaml", bare.outside / "idi.yaml")
    local = ROOT / "examples" / "katalog-daerah"
    shutil.copytree(local, bare.outside / "katalog")
    shutil.copy(local / "contoh" / "rencana.yaml", bare.outside / "rencana.yaml")
    return bare.outside


@pytest.fixture(scope="module")
def paged(built: Built, make_environment: Make) -> Environment:
    """Install the wheel with what pages need."""
    return make_environment([f"kesbang-iku[pages] @ {built.wheel.as_uri()}"])


@pytest.mark.parametrize("command", registry.ordered())
def test_every_command_works_from_the_wheel_alone(
    bare: Environment, files: Path, command: str
) -> None:
    assert files.is_dir()
    bare.must("kesbang-iku", command, *_ARGUMENTS.get(command, ("--help",)))


@pytest.mark.parametrize("command", _PAGES)
def test_pages_ask_for_their_extra_and_are_written_with_it(
    bare: Environment, paged: Environment, files: Path, command: str
) -> None:
    refused = bare.run("kesbang-iku", command, *_PAGES[command])
    assert refused.status == 2
    assert "pip install 'kesbang-iku[pages]'" in refused.errors
    paged.must("kesbang-iku", command, *_PAGES[command], folder=files)


def test_the_installed_package_is_the_one_that_runs(bare: Environment) -> None:
    assert bare.must("kesbang-iku", "--version").strip() == f"kesbang-iku {__version__}"
    assert bare.must("python", "-m", "kesbang_iku", "--version").split()[-1] == __version__
    where = bare.must("python", "-c", "import kesbang_iku; print(kesbang_iku.__file__)")
    assert where.startswith(str(bare.folder))


def test_the_wheel_brings_pydantic_and_yaml_and_nothing_else(bare: Environment) -> None:
    code = (
        "from importlib.metadata import distributions;"
        "print(*sorted(found.name.lower() for found in distributions()))"
    )
    names = bare.must("python", "-c", code).split()
    assert {"kesbang-iku", "pydantic", "pyyaml"} <= set(names)
    assert len(names) <= 7


def test_its_vectors_are_those_of_the_repository(
    bare: Environment, tree: Path, tmp_path: Path
) -> None:
    bare.must("kesbang-iku", "vectors", "-o", tmp_path)
    written = {path.relative_to(tmp_path): path for path in tmp_path.rglob("*.json")}
    folder = tree / "tests" / "vectors"
    committed = {path.relative_to(folder): path for path in folder.rglob("*.json")}
    assert written.keys() == committed.keys()
    for name, path in committed.items():
        assert written[name].read_text(encoding="utf-8") == path.read_text(encoding="utf-8")


def test_its_schemas_are_those_of_the_repository(bare: Environment, tree: Path) -> None:
    code = (
        "import json; from kesbang_iku.publish.schemas import SCHEMA_NAMES, make_schema;"
        "print(json.dumps({name: make_schema(name) for name in SCHEMA_NAMES}))"
    )
    made = json.loads(bare.must("python", "-c", code))
    assert made
    for name, schema in made.items():
        committed = (tree / "schemas" / f"{name}.json").read_text(encoding="utf-8")
        assert schema == json.loads(committed)


def test_the_source_archive_alone_installs_and_passes_its_tests(
    built: Built, unpacked: Path, make_environment: Make
) -> None:
    group = unpacked / "pyproject.toml"
    options = ("-c", unpacked / "constraints.txt", "--group", f"{group}:test")
    made = make_environment([f"kesbang-iku[all] @ {built.archive.as_uri()}"], options=options)
    # What is tested is what was installed, not what lies beside the tests.
    shutil.rmtree(unpacked / "src")
    tests = [f"tests/{name}" for name in _QUICK]
    told = made.must(
        "python", "-m", "pytest", "-q", "-m", "not slow", "-p", "no:cacheprovider", *tests,
        folder=unpacked,
    )  # fmt: skip
    assert " passed" in told


@pytest.mark.parametrize("oldest", [False, True], ids=["newest", "oldest"])
@pytest.mark.parametrize("python", ["python3.11", "python3.13"])
def test_a_fresh_install_computes(
    built: Built, make_environment: Make, python: str, *, oldest: bool
) -> None:
    if not works(python):
        pytest.skip(f"{python} is not installed here")
    # Named themselves, the libraries count as direct: only those are taken at their oldest.
    names = ["pydantic>=2.12", "PyYAML>=6.0.2"]
    options = ("--resolution", "lowest-direct" if oldest else "highest")
    made = make_environment([built.wheel, *names], python=shutil.which(python), options=options)
    told = made.must(
        "kesbang-iku", "compute", ROOT / "examples/idi-kalimantan-tengah.yaml", "--format", "json"
    )
    values = [result["nilai"] for result in json.loads(told)["hasil"]]
    assert values == ["76.12", "71.27"]
    if oldest:
        code = "import pydantic, yaml; print(pydantic.VERSION, yaml.__version__)"
        assert made.must("python", "-c", code).split() == ["2.12.0", "6.0.2"]
