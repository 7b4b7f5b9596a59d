"""Calling what the package for PHP offers, many calls to one process."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.publish.exports import exported

ANSWERS: Final = Path(__file__).with_name("answers.php")
Call = tuple[str, Mapping[str, Any]]
"""A function of the calculator, and its arguments by name."""


def program(name: str) -> str:
    """Return where a program is; without it the test is left out."""
    found = shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed; tools/install_composer.sh installs it")
    return found


def written(folder: Path, catalog: Catalog) -> Path:
    """Write the package into a folder, and return the folder."""
    for name, content in exported("composer", catalog).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode())
    return folder


def asked(package: Path, calls: Iterable[Call]) -> list[dict[str, Any]]:
    """Return what a package answers to calls: ``hasil``, or what was wrong with the call."""
    lines = "".join(json.dumps(call) + "\n" for call in calls)
    # Without its settings PHP is as anybody has it, and each warning is an error.
    command = [program("php"), "-n", "-d", "zend.assertions=1", str(ANSWERS), str(package)]
    ran = subprocess.run(
        command, input=lines, capture_output=True, text=True, check=False, encoding="utf-8"
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return [json.loads(line) for line in ran.stdout.splitlines()]


def answers_of(package: Path, calls: Iterable[Call]) -> list[Any]:
    """Return the results of calls none of which is wrong."""
    return [one["hasil"] for one in asked(package, calls)]
