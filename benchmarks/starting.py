"""What a start of the program costs, as somebody at a terminal waits for it."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.material import write_reports
from benchmarks.pairs import Figure, command

COMMANDS: Final = Path(sys.executable).parent
SCHEMA: Final = Path(__file__).resolve().parents[1] / "schemas" / "laporan.json"


def program(*words: str) -> tuple[str, ...]:
    """Return a command line of the library's own program."""
    return (sys.executable, "-m", "kesbang_iku", *words)


def rival(*words: str) -> tuple[str, ...]:
    """Return a command line of check-jsonschema."""
    return (sys.executable, "-m", "check_jsonschema", *words)


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    yield Figure(
        "python -c 'import kesbang_iku'",
        command(sys.executable, "-c", "import kesbang_iku"),
        "python -c pass",
        command(sys.executable, "-c", "pass"),
    )
    yield Figure(
        "kesbang-iku --version",
        command(*program("--version")),
        "check-jsonschema --version",
        command(*rival("--version")),
        goal=0.2,
    )
    with TemporaryDirectory() as folder:
        (report,) = map(str, write_reports(Path(folder), 1))
        shape = command(*rival("--schemafile", str(SCHEMA), report))
        for name in ("compute", "validate"):
            yield Figure(
                f"{name} a report from the command line",
                command(*program(name, report)),
                "check-jsonschema, its shape only",
                shape,
                goal=1,
            )
