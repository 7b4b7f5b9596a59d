"""Plans against the standard: names and formulas, beside the likeness of the same names alone."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from rapidfuzz import fuzz, process

import kesbang_iku as iku
from benchmarks.pairs import Figure
from kesbang_iku.alignment.alignment import align_with
from kesbang_iku.alignment.matcher import Matcher
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.wording.reader import read_formula
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.plan import Plan

_NAMES: Final = Path(__file__).resolve().parents[1] / "tests/alignment/pairs.csv"
_FIRST: Final = 50
_PLANS: Final = 514
_ITEMS: Final = 10


def figures() -> Iterator[Figure]:
    """Yield the figures: one plan that nothing is remembered of, and one for each region."""
    katalog = iku.load_catalog()
    names = KnownNames(katalog, "kabupaten")
    known = [entry.phrase.text for entry in names.entries]
    regions = [found.nama for found in load_regions().values() if found.tingkat == "kabupaten"]
    with _NAMES.open(encoding="utf-8", newline="") as file:
        written = [row["nama"] for row in csv.DictReader(file)]
    matchers = [Matcher(names)]

    def one() -> None:
        read_formula.cache_clear()
        matchers[0] = Matcher(KnownNames(katalog, "kabupaten"))
        align_with(matchers[0], plan)

    plan = _plan(written[:_FIRST])
    yield Figure(
        f"align {_FIRST} indicators with formulas, all new",
        one,
        "rapidfuzz, the likeness of their names",
        lambda: _likeness(written[:_FIRST], known),
    )
    named = [
        f"{written[number % len(written)]} {regions[number % len(regions)]}"
        for number in range(_PLANS * _ITEMS)
    ]
    plans = [_plan(named[start : start + _ITEMS]) for start in range(0, len(named), _ITEMS)]
    yield Figure(
        f"align {_PLANS} plans of {_ITEMS} indicators",
        lambda: [align_with(matchers[0], found) for found in plans],
        "rapidfuzz, the likeness of their names",
        lambda: _likeness(named, known),
    )


def _plan(names: Sequence[str]) -> Plan:
    items = [
        {
            "nama": name,
            "satuan": "%",
            "rumus": f"(Jumlah {name.casefold().replace(',', '')[:40]} / jumlah seluruhnya) x 100%",
            "target": {2025 + number: 80 + number for number in range(5)},
        }
        for name in names
    ]
    return Plan.model_validate({"item": items})


def _likeness(names: Sequence[str], known: Sequence[str]) -> list[object]:
    return [process.extractOne(name, known, scorer=fuzz.token_set_ratio) for name in names]
