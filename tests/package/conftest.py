"""The built package, and fresh environments outside the checkout that it is installed into."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest

from tests.scratch import Ran, must_run, run
from tests.tree import ROOT, repository_files

UV: Final = str(Path(sys.executable).with_name("uv"))
"""Makes environments in a second, from the files it has fetched before."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    wheel: Path
    archive: Path


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment, and a folder outside the checkout to run its programs in."""

    folder: Path
    outside: Path

    def program(self, name: str) -> str:
        """Return the path of a program of the environment."""
        return str(self.folder / "bin" / name)

    def run(self, name: str, *words: str | Path, folder: Path | None = None, **env: str) -> Ran:
        """Run a program of the environment; nothing of the checkout can be imported there."""
        command = (self.program(name), *map(str, words))
        return run(command, folder or self.outside, PYTHONPATH="", COLUMNS="100", **env)

    def must(self, name: str, *words: str | Path, folder: Path | None = None, **env: str) -> str:
        """Run a program that has to work, and return what it answered."""
        ran = self.run(name, *words, folder=folder, **env)
        assert ran.status == 0, ran.text
        return ran.output


def build(tree: Path, into: Path, **env: str) -> Built:
    """Build the wheel and the source archive of ``tree``."""
    must_run([sys.executable, "-m", "hatchling", "build", "-d", str(into)], tree, **env)
    (wheel,) = into.glob("*.whl")
    (archive,) = into.glob("*.tar.gz")
    return Built(wheel, archive)


@pytest.fixture(scope="session")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy the files of the repository, without its history."""
    folder = tmp_path_factory.mktemp("tree")
    for path in repository_files():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    return folder


@pytest.fixture(scope="session")
def built(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the package once."""
    return build(tree, tmp_path_factory.mktemp("dist"))


@pytest.fixture(scope="session")
def unpacked(built: Built, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Unpack the source archive into a folder of its own."""
    folder = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(built.archive) as archive:
        archive.extractall(folder, filter="data")
    (tree,) = folder.iterdir()
    return tree


Make = Callable[..., Environment]


@pytest.fixture(scope="session")
def make_environment(tmp_path_factory: pytest.TempPathFactory) -> Make:
    """Return what makes an environment: from a Python, with these requirements in it."""

    def make(
        requirements: Sequence[str | Path],
        *,
        python: str = sys.executable,
        options: Sequence[str | Path] = ("-c", ROOT / "constraints.txt"),
    ) -> Environment:
        folder = tmp_path_factory.mktemp("environment") / "venv"
        must_run([UV, "venv", "--quiet", "--python", python, str(folder)], ROOT)
        words = [UV, "pip", "install", "--quiet", "--python", str(folder)]
        must_run([*words, *map(str, options), *map(str, requirements)], folder)
        return Environment(folder, tmp_path_factory.mktemp("outside"))

    return make


@pytest.fixture(scope="session")
def bare(built: Built, make_environment: Make) -> Environment:
    """Install the wheel with nothing but what it asks for."""
    return make_environment([built.wheel])


def works(python: str) -> bool:
    """Say whether a Python is there; a launcher may stand for one that is not."""
    found = shutil.which(python)
    if found is None:
        return False
    return subprocess.run([found, "-c", ""], check=False, capture_output=True).returncode == 0
