"""The published address of this repository, answered by a copy of the files that stand here."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pytest

from kesbang_iku import __version__
from tests.scratch import copy_of_this_repository, git_settings

ADDRESS: Final = "https://git.example/kesbang-iku"
"""What stands in documents and examples for wherever a copy of this repository is published."""


@dataclass(frozen=True, slots=True)
class Published:
    """This repository as pre-commit finds it.

    Attributes:
        address: what a configuration calls it.
        tag: the tag of the version that stands here.
        env: the environment in which git has the repository under that address.
    """

    address: str
    tag: str
    env: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="session")
def published(
    tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> Published:
    if shutil.which("git") is None:
        pytest.skip("git is not installed, and pre-commit works on git repositories only")
    tag = f"v{__version__}"
    folder = copy_of_this_repository(tmp_path_factory.mktemp("published"), tag)
    # The processes that share the tests share what pre-commit installs, too: it locks its folder.
    shared = tmp_path_factory.getbasetemp()
    if hasattr(request.config, "workerinput"):
        shared = shared.parent
    redirected = git_settings({f"url.{folder.as_uri()}.insteadOf": ADDRESS})
    env = {**redirected, "PRE_COMMIT_HOME": str(_home(shared))}
    return Published(ADDRESS, tag, env)


def _home(shared: Path) -> Path:
    home = shared / "pre-commit"
    home.mkdir(exist_ok=True)
    return home
