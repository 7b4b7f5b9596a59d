"""Calling what a package for JavaScript offers, many calls to one process."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.publish.exports import exported
from tests.javascript import NODE

SERVE: Final = Path(__file__).with_name("serve.mjs")


def written(folder: Path, catalog: Catalog) -> Path:
    """Write the package into a folder, and return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in exported("npm", catalog).items():
        (folder / name).write_bytes(content.encode())
    return folder


def asked(package: Path, calls: Iterable[list[Any]]) -> list[dict[str, Any]]:
    """Return what a package answers to calls: ``hasil``, or ``galat`` where it throws its error."""
    lines = "".join(json.dumps(call) + "\n" for call in calls)
    ran = subprocess.run(
        [NODE, SERVE, package / "index.mjs"],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    answers = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [one["rusak"] for one in answers if "rusak" in one] == []
    return answers


def answers_of(package: Path, calls: Iterable[list[Any]]) -> list[Any]:
    """Return the results of calls none of which is wrong."""
    return [one["hasil"] for one in asked(package, calls)]
