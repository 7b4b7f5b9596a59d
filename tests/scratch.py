"""Scratch repositories, and commands run in them as a user or a pipeline would."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.tree import ROOT, repository_files

BIN: Final = Path(sys.executable).parent

# Nothing of the machine's own git settings, nor of a git that runs the tests, is of concern here.
_GIT_SETTINGS: Final = {
    "user.name": "Uji",
    "user.email": "uji@contoh.example",
    "commit.gpgsign": "false",
    "tag.gpgsign": "false",
    "core.autocrlf": "false",
    "init.defaultBranch": "main",
}


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command did."""

    status: int
    output: str
    errors: str

    @property
    def text(self) -> str:
        """Everything it wrote."""
        return self.output + self.errors


def run(words: Sequence[str], folder: Path, **env: str) -> Ran:
    """Run a command in ``folder``, with the programs of the tests' own environment in front."""
    # What git or make hand down would tell the command that it runs within them.
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") and name not in {"MAKELEVEL", "MAKEFLAGS", "MFLAGS"}
    }
    done = subprocess.run(
        list(words),
        cwd=folder,
        env={
            **inherited,
            "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}",
            "NO_COLOR": "1",
            "PRE_COMMIT_COLOR": "never",
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **git_settings(),
            **env,
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def git_settings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment that gives git our settings, and ``more``."""
    settings = {**_GIT_SETTINGS, **(more or {})}
    env = {"GIT_CONFIG_COUNT": str(len(settings))}
    for number, (key, value) in enumerate(settings.items()):
        env |= {f"GIT_CONFIG_KEY_{number}": key, f"GIT_CONFIG_VALUE_{number}": value}
    return env


def must_run(words: Sequence[str], folder: Path, **env: str) -> Ran:
    """Run a command that has to work."""
    ran = run(words, folder, **env)
    assert ran.status == 0, ran.text
    return ran


def write(folder: Path, files: Mapping[str, str]) -> None:
    """Write files by their path in ``folder``."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")


def make_repository(folder: Path) -> None:
    """Make ``folder`` a git repository with everything in it as its one commit."""
    must_run(["git", "init", "--quiet"], folder)
    must_run(["git", "add", "--all", "--force"], folder)
    must_run(["git", "commit", "--quiet", "--message", "Awal"], folder)


def copy_of_this_repository(folder: Path, tag: str) -> Path:
    """Make a repository of the files as they stand here now, also where this is no repository.

    What is checked is thus what is here, not what was committed last.
    """
    for path in [*repository_files(), *_new_files()]:
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    make_repository(folder)
    must_run(["git", "tag", tag], folder)
    return folder


def _new_files() -> list[Path]:
    """Return what git does not know yet and would not ignore."""
    if not (ROOT / ".git").exists():
        return []
    words = ["git", "ls-files", "-z", "--others", "--exclude-standard"]
    return [ROOT / name for name in must_run(words, ROOT).output.split("\0") if name]
