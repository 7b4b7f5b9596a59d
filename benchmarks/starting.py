"""What a start of the program costs, as somebody at a terminal waits for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from benchmarks.environments import ROOT, bare, own, rival
from benchmarks.material import write_reports
from benchmarks.pairs import Figure, Side, command

_SCHEMA: Final = ROOT / "schemas" / "laporan.json"


def program(name: str, *words: str) -> Side:
    """Return running the library's own program, as it is installed."""
    return command(name, own(), "kesbang-iku", *words)


def shape_check(name: str, *words: str) -> Side:
    """Return running check-jsonschema."""
    return command(name, rival("check-jsonschema"), "check-jsonschema", *words)


def shape_of(*files: str) -> Side:
    """Return checking the shape of reports with check-jsonschema, and nothing else of them."""
    words = ("--schemafile", str(_SCHEMA), *files)
    return shape_check("check-jsonschema, their shape only", *words)


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    yield Figure(
        command("python -c 'import kesbang_iku'", own(), "python", "-c", "import kesbang_iku"),
        command("python -c pass", bare(), "python", "-c", "pass"),
    )
    yield Figure(
        program("kesbang-iku --version", "--version"),
        shape_check("check-jsonschema --version", "--version"),
        goal=0.2,
    )
    with TemporaryDirectory() as folder:
        (report,) = map(str, write_reports(Path(folder), 1))
        for name in ("compute", "validate"):
            yield Figure(
                program(f"{name} a report from the command line", name, report),
                shape_of(report),
                goal=1,
            )
