"""Where each side of a figure runs: in an environment of its own, made as its user would make it.

Inside the environment this project is developed in, libraries that others brought along would slow
a rival down, and speed us up: the figures would say more about that environment than about either
side. So each rival stands alone, installed by pip from its name, and our command is measured as it
is installed: the wheel of this tree with its two dependencies. Versions are those of
``constraints.txt``. The environments lie under ``build/``, made when first asked for and anew when
what they hold has changed; ``make clean`` removes them.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
_FOLDER: Final = ROOT / "build" / "bench"
_CONSTRAINTS: Final = ROOT / "constraints.txt"
_NAME: Final = "kesbang-iku"


@dataclass(frozen=True)
class Environment:
    """A virtual environment, and what is installed in it, as the table names it."""

    folder: Path
    label: str

    def program(self, name: str) -> str:
        """Return the path of a program of the environment."""
        return str(self.folder / "bin" / name)

    @property
    def python(self) -> str:
        """The path of its interpreter."""
        return self.program("python")


@cache
def bare() -> Environment:
    """Return an environment with the interpreter and its standard library alone."""
    return _made("python", "Python alone", ())


@cache
def rival(name: str) -> Environment:
    """Return the environment of a rival, with the version that ``constraints.txt`` names."""
    return _made(name, f"{name} {_pinned(name)}", (name,))


@cache
def alone(*names: str) -> Environment:
    """Return an environment of libraries as their users install them today, in no set version."""
    made = _made("-".join(names), " ".join(names), names)
    return replace(made, label=" ".join(f"{name} {_installed(made, name)}" for name in names))


@cache
def apart(*names: str) -> Environment:
    """Return an environment of libraries that ask for older ones than ``constraints.txt`` names."""
    made = _made("-".join(names), " ".join(names), names, constrained=False)
    return replace(made, label=" ".join(f"{name} {_installed(made, name)}" for name in names))


@cache
def own_with(extra: str, *names: str) -> Environment:
    """Return the environment of the wheel with an extra, and of libraries of its user's."""
    wheel, digest = _wheel()
    words = (f"{wheel}[{extra}]", *names)
    return _made(
        f"{_NAME}-{extra}", f"{_NAME} {version(_NAME)}, its wheel [{extra}]", words, digest
    )


@cache
def own() -> Environment:
    """Return the environment of the wheel of this tree, built now; it holds but two libraries."""
    wheel, digest = _wheel()
    return _made(_NAME, f"{_NAME} {version(_NAME)}, its wheel", (wheel,), digest)


@cache
def _wheel() -> tuple[str, str]:
    """Return the path of the wheel of this tree, built now, and the digest of what is in it."""
    dist = _FOLDER / "dist"
    shutil.rmtree(dist, ignore_errors=True)
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(dist))
    (wheel,) = dist.glob("*.whl")
    # The same sources give the same bytes, so the digest tells whether anything has changed.
    return str(wheel), hashlib.sha256(wheel.read_bytes()).hexdigest()


def clean_environ() -> dict[str, str]:
    """Return the variables a program is run with: nothing that leads it to other code."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def _made(
    name: str,
    label: str,
    requirements: Sequence[str],
    digest: str = "",
    *,
    constrained: bool = True,
) -> Environment:
    """Return the environment of that name; one that was made of the same things serves again."""
    folder = _FOLDER / name
    stamp = folder / "made-of.txt"
    made_of = "\n".join(
        (sys.version, label, *requirements, digest, _CONSTRAINTS.read_text("utf-8"))
    )
    if not stamp.is_file() or stamp.read_text("utf-8") != made_of:
        _run(sys.executable, "-m", "venv", "--clear", str(folder))
        if requirements:
            pip = (str(folder / "bin" / "python"), "-m", "pip", "--disable-pip-version-check")
            within = ("--constraint", str(_CONSTRAINTS)) if constrained else ()
            _run(*pip, "install", "--quiet", *within, *requirements)
        stamp.write_text(made_of, "utf-8")
    return Environment(folder, label)


def _installed(environment: Environment, name: str) -> str:
    """Return the version of a library in an environment."""
    asked = f"from importlib.metadata import version; print(version({name!r}))"
    line = (environment.python, "-c", asked)
    found = subprocess.run(line, check=True, capture_output=True, text=True, env=clean_environ())
    return found.stdout.strip()


def _pinned(name: str) -> str:
    """Return the version of a library in ``constraints.txt``.

    Raises:
        LookupError: it names none.
    """
    for line in _CONSTRAINTS.read_text("utf-8").splitlines():
        found, separator, number = line.partition("==")
        if separator and found == name:
            return number.partition(";")[0].strip()
    raise LookupError(f"{_CONSTRAINTS.name} names no version of {name}")


def _run(*words: str) -> None:
    # What is measured stands alone on the standard output.
    subprocess.run(words, check=True, cwd=ROOT, env=clean_environ(), stdout=sys.stderr)
