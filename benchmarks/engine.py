"""Formulas, single results and the catalog, in one process."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Final

import simpleeval
import yaml

import kesbang_iku as iku
from benchmarks.pairs import Figure
from kesbang_iku import formula
from kesbang_iku.catalog.load import read_catalog

ROOT: Final = Path(__file__).resolve().parents[1]


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    yield from (_evaluation(), _result(), _parsing(), _catalog())


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
        "read the whole catalog, with places and proofs",
        read_catalog,
        "PyYAML's CSafeLoader, the same files",
        rival,
        goal=2,
    )
