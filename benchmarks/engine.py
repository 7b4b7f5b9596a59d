"""Formulas, single results and the catalog, each called in a process of its own."""

from __future__ import annotations

import json
from collections.abc import Iterator

import kesbang_iku as iku
from benchmarks.environments import ROOT, own, rival
from benchmarks.pairs import Figure, task

_INDICATOR = "KBP-POL-01"
"""The old Democracy Index: three parts, in the numbers of Kalimantan Tengah in 2018."""
_PARTS = {"kebebasan_sipil": "90.09", "hak_politik": "50.46", "lembaga_demokrasi": "80.65"}


def figures() -> Iterator[Figure]:
    """Yield the figures."""
    formula = iku.load_catalog().versions(_INDICATOR)[0].formula or ""
    parts = json.dumps(_PARTS)
    for task_name, name, rival_name, goal in (
        (
            "evaluation",
            "evaluate a parsed formula, exactly",
            "simpleeval, parsed before, in floats",
            1,
        ),
        (
            "result",
            "a full result: value, category, achievement",
            "simpleeval.simple_eval, the value alone",
            10,
        ),
        ("parsing", "parse a formula, with places and types", "simpleeval's parse", None),
    ):
        with (
            task(name, own(), "library", task_name, _INDICATOR, parts) as ours,
            task(
                rival_name,
                rival("simpleeval"),
                *("simple_expressions", task_name, formula, parts),
            ) as other,
        ):
            yield Figure(ours, other, goal)
    yield from _catalog()


def _catalog() -> Iterator[Figure]:
    tables = tuple(f"{name}.yaml" for name in ("bidang", "satuan", "capaian", "predikat"))
    with (
        task("read the whole catalog, with places and proofs", own(), "library", "catalog") as ours,
        task(
            "PyYAML's CSafeLoader, the same files",
            rival("pyyaml"),
            *("csafeloader", "loading", str(ROOT / "catalog"), "indikator", *tables),
        ) as other,
    ):
        yield Figure(ours, other, goal=2)
