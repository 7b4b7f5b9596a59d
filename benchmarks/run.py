"""Measure what users wait for, each figure against a named rival in the same run.

A time alone says more about the machine than about the code, so every line is a ratio: below 1 the
library is the faster one. Best of several runs. Usage: ``python benchmarks/run.py``.
"""

from __future__ import annotations

import subprocess
import sys
import timeit
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import jsonschema_rs
import simpleeval
import yaml

import kesbang_iku as iku
from kesbang_iku import formula

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLES: Final = ROOT / "examples" / "idi-kalimantan-tengah.yaml"
TEXT: Final = "0.327 * a + 0.413 * b + 0.260 * c"
REPEATS: Final = 5


@dataclass(frozen=True)
class Figure:
    """One comparison: what is done, by the library and by the rival."""

    name: str
    ours: Callable[[], object]
    rival_name: str
    rival: Callable[[], object]


def _evaluation() -> Figure:
    compiled = formula.compile_exact(formula.parse(TEXT))
    exact = {"a": Fraction(9009, 100), "b": Fraction(5046, 100), "c": Fraction(8065, 100)}
    rival = simpleeval.SimpleEval(names={"a": 90.09, "b": 50.46, "c": 80.65})
    parsed = rival.parse(TEXT)
    return Figure(
        "evaluate a parsed formula, exactly",
        lambda: compiled(exact, None),
        "simpleeval, in floats",
        lambda: rival.eval(TEXT, previously_parsed=parsed),
    )


def _parsing() -> Figure:
    return Figure(
        "parse a formula",
        lambda: formula.parse(TEXT),
        "simpleeval",
        lambda: simpleeval.SimpleEval.parse(TEXT),
    )


def _catalog() -> Figure:
    texts = [path.read_text("utf-8") for path in (ROOT / "catalog" / "indikator").rglob("*.yaml")]
    schema = jsonschema_rs.validator_for(
        (ROOT / "schemas" / "indikator.json").read_text(encoding="utf-8")
    )

    def rival() -> None:
        for text in texts:
            list(schema.iter_errors(yaml.load(text, Loader=yaml.CBaseLoader)))  # noqa: S506 - BaseLoader makes only text, lists and mappings

    return Figure(
        "load and prove the catalog", iku.load_catalog, "PyYAML and jsonschema-rs, no proof", rival
    )


def _command(*words: str) -> Callable[[], object]:
    return lambda: subprocess.run(words, check=True, capture_output=True)


def _start() -> Figure:
    folder = Path(sys.executable).parent
    return Figure(
        "start the command line",
        _command(str(folder / "kesbang-iku"), "--version"),
        "check-jsonschema --version",
        _command(str(folder / "check-jsonschema"), "--version"),
    )


def _report(report: Path) -> Figure:
    folder = Path(sys.executable).parent
    # The rival reads one document a file.
    report.write_text(
        EXAMPLES.read_text(encoding="utf-8").partition("\n---\n")[0], encoding="utf-8"
    )
    return Figure(
        "compute a report from the command line",
        _command(str(folder / "kesbang-iku"), "compute", str(report)),
        "check-jsonschema, shape only",
        _command(
            str(folder / "check-jsonschema"),
            "--schemafile",
            str(ROOT / "schemas" / "laporan.json"),
            str(report),
        ),
    )


def _best(action: Callable[[], object]) -> float:
    """Return the shortest time of one run, in seconds."""
    timer = timeit.Timer(action)
    loops, _ = timer.autorange()
    return min(timer.repeat(REPEATS, loops)) / loops


def _shown(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def main() -> None:
    """Measure every figure and print one line for each."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "laporan.yaml"
        for figure in (_evaluation(), _parsing(), _catalog(), _start(), _report(report)):
            ours, rival = _best(figure.ours), _best(figure.rival)
            print(
                f"{figure.name:<40} {_shown(ours):>9}   {figure.rival_name:<36} "
                f"{_shown(rival):>9}   ratio {ours / rival:.2f}"
            )


if __name__ == "__main__":
    main()
