"""The documentation, built once for all tests that read it, whichever process they run in."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from shutil import copytree
from typing import TYPE_CHECKING, Final

from tests.tree import ROOT

if TYPE_CHECKING:
    import pytest

BIN: Final = Path(sys.executable).parent
BUILT: Final = "KESBANG_IKU_SITE"
"""Names the folder of a site that was built just before, as `make docs-test` does."""
LONGEST: Final = 900
"""Seconds that another process may take to build it."""


def built_site(folders: pytest.TempPathFactory) -> Path:
    """Return the folder of the built site.

    It is built from a copy of the pages, so that nothing is written into the repository, by the
    first process that asks for it; the others wait.
    """
    if BUILT in os.environ:
        return Path(os.environ[BUILT]).resolve()
    shared = folders.getbasetemp().parent if "PYTEST_XDIST_WORKER" in os.environ else None
    folder = (shared or folders.getbasetemp()) / "dokumentasi"
    done = folder / "done"
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(LONGEST):
            if done.exists():
                break
            time.sleep(1)
        else:
            raise TimeoutError("the site was not built by the process that began it") from None
    else:
        _build(folder)
        done.touch()
    return folder / "site"


def _build(folder: Path) -> None:
    (folder / "mkdocs.yml").write_bytes((ROOT / "mkdocs.yml").read_bytes())
    for name in ("docs", "tools", "examples"):
        copytree(ROOT / name, folder / name)
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    commands = (
        [BIN / "python", "-m", "tools.build_docs"],
        [BIN / "mkdocs", "build", "--strict"],
        [BIN / "python", "-m", "tools.finish_docs"],
    )
    for command in commands:
        done = subprocess.run(
            [str(part) for part in command],
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
