"""Measure what users wait for, each figure against a named rival in the same run.

A time alone says more about the machine than about the code, so every line is a ratio: below 1 the
library is the faster one. Some lines also show the ratio aimed at. Best of several runs, the two
sides in turn. Usage: ``python benchmarks/run.py``.
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

import simpleeval
import yaml

import kesbang_iku as iku
from kesbang_iku import formula

ROOT: Final = Path(__file__).resolve().parents[1]
EXAMPLE: Final = ROOT / "examples" / "idi-kalimantan-tengah.yaml"
COMMANDS: Final = Path(sys.executable).parent
REPEATS: Final = 7


@dataclass(frozen=True)
class Figure:
    """One comparison: what is done, by the library and by the rival, and the ratio aimed at."""

    name: str
    ours: Callable[[], object]
    rival_name: str
    rival: Callable[[], object]
    goal: float | None = None


def _index() -> tuple[iku.Indicator, dict[str, Fraction]]:
    """Return the old Democracy Index and its parts for Kalimantan Tengah in 2018."""
    indicator = iku.load_catalog().versions("KBP-POL-01")[0]
    parts = {"kebebasan_sipil": 9009, "hak_politik": 5046, "lembaga_demokrasi": 8065}
    return indicator, {name: Fraction(hundredths, 100) for name, hundredths in parts.items()}


def _evaluation() -> Figure:
    indicator, exact = _index()
    text = indicator.formula or ""
    compiled = formula.compile_exact(formula.parse(text))
    rival = simpleeval.SimpleEval(names={name: float(value) for name, value in exact.items()})
    parsed = rival.parse(text)
    return Figure(
        "evaluate a parsed formula, exactly",
        lambda: compiled(exact, None),
        "simpleeval, parsed before, in floats",
        lambda: rival.eval(text, previously_parsed=parsed),
        goal=1,
    )


def _result() -> Figure:
    indicator, exact = _index()
    text = indicator.formula or ""
    names = {name: float(value) for name, value in exact.items()}
    return Figure(
        "a full result: value, category, achievement",
        lambda: indicator.compute(exact, target=72),
        "simpleeval.simple_eval, the value alone",
        lambda: simpleeval.simple_eval(text, names=names),
        goal=10,
    )


def _parsing() -> Figure:
    text = _index()[0].formula or ""
    return Figure(
        "parse a formula, with places and types",
        lambda: formula.parse(text),
        "simpleeval's parse",
        lambda: simpleeval.SimpleEval.parse(text),
    )


def _catalog() -> Figure:
    folder = ROOT / "catalog"
    tables = [folder / f"{name}.yaml" for name in ("bidang", "satuan", "capaian", "predikat")]
    files = [*tables, *(folder / "indikator").rglob("*.yaml")]

    def rival() -> None:
        for file in files:
            yaml.load(file.read_bytes(), Loader=yaml.CSafeLoader)

    return Figure(
        "load the catalog, with places and proofs",
        iku.load_catalog,
        "PyYAML's CSafeLoader, the same files",
        rival,
        goal=2,
    )


def _command(*words: str) -> Callable[[], object]:
    return lambda: subprocess.run(words, check=True, capture_output=True)


def _start() -> Figure:
    return Figure(
        "kesbang-iku --version",
        _command(str(COMMANDS / "kesbang-iku"), "--version"),
        "check-jsonschema --version",
        _command(str(COMMANDS / "check-jsonschema"), "--version"),
        goal=0.2,
    )


def _import() -> Figure:
    return Figure(
        "python -c 'import kesbang_iku'",
        _command(sys.executable, "-c", "import kesbang_iku"),
        "python -c pass",
        _command(sys.executable, "-c", "pass"),
    )


def _report(report: Path) -> Figure:
    # The rival reads one document a file.
    one = EXAMPLE.read_text(encoding="utf-8").partition("\n---\n")[0]
    report.write_text(one, encoding="utf-8")
    schema = str(ROOT / "schemas" / "laporan.json")
    return Figure(
        "compute a report from the command line",
        _command(str(COMMANDS / "kesbang-iku"), "compute", str(report)),
        "check-jsonschema, its shape only",
        _command(str(COMMANDS / "check-jsonschema"), "--schemafile", schema, str(report)),
    )


def _best(figure: Figure) -> tuple[float, float]:
    """Return the shortest time of one run of each side, in seconds, taken in turn."""
    ours, rival = timeit.Timer(figure.ours), timeit.Timer(figure.rival)
    loops = ours.autorange()[0], rival.autorange()[0]
    times = [
        (ours.timeit(loops[0]) / loops[0], rival.timeit(loops[1]) / loops[1])
        for _ in range(REPEATS)
    ]
    return min(time for time, _ in times), min(time for _, time in times)


def _shown(seconds: float) -> str:
    for unit, size in (("s", 1.0), ("ms", 1e-3), ("µs", 1e-6)):
        if seconds >= size:
            return f"{seconds / size:.3g} {unit}"
    return f"{seconds / 1e-9:.3g} ns"


def _line(figure: Figure) -> str:
    ours, rival = _best(figure)
    goal = "" if figure.goal is None else f"aimed at: at most {figure.goal:g}"
    more = f"{(ours - rival) * 1000:+.1f} ms" if figure.goal is None else ""
    return (
        f"{figure.name:<44} {_shown(ours):>9}   {figure.rival_name:<40} {_shown(rival):>9}   "
        f"ratio {ours / rival:<6.2f} {goal}{more}"
    ).rstrip()


def main() -> None:
    """Measure every figure and print one line for each."""
    with TemporaryDirectory() as folder:
        report = Path(folder) / "laporan.yaml"
        figures = (_evaluation(), _result(), _parsing(), _catalog(), _import(), _start())
        for figure in (*figures, _report(report)):
            print(_line(figure))


if __name__ == "__main__":
    main()
