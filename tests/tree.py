"""The files of the repository, for tests that look at the repository itself."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any, Final

import yaml

ROOT: Final = Path(__file__).resolve().parents[1]

_LOADER: Final = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""A safe one: the one in C takes an eighth of the time; not every PyYAML was built with it."""

_BUILT: Final = frozenset({"__pycache__", "build", "dist", "htmlcov", "site"})


def read_yaml(path: Path) -> Any:  # noqa: ANN401  # whatever the file holds
    """Return what a YAML file of one document holds."""
    loader = _LOADER(path.read_text(encoding="utf-8"))
    try:
        return loader.get_single_data()
    finally:
        loader.dispose()


def repository_files() -> list[Path]:
    """Return the committed files; in an unpacked source archive, all that were not built."""
    if (ROOT / ".git").exists():
        done = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
        )
        found = [ROOT / name for name in done.stdout.split("\0") if name]
        return [path for path in found if path.is_file()]
    return [path for path in ROOT.rglob("*") if path.is_file() and not _is_built(path)]


def _is_built(path: Path) -> bool:
    folders = path.relative_to(ROOT).parts[:-1]
    return any(
        name in _BUILT or (name.startswith(".") and name not in {".ci", ".github"})
        for name in folders
    )
