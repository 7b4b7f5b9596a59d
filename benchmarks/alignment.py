"""Plans against the standard: names and formulas, beside the likeness of the same names alone."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import kesbang_iku as iku
from benchmarks.environments import ROOT, bare, own, rival
from benchmarks.pairs import Figure, task
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.catalog.regions import load_regions

_NAMES: Final = ROOT / "tests/alignment/pairs.csv"
_FIRST: Final = 50
_PLANS: Final = 514
_ITEMS: Final = 10
_FILES: Final = 552
_ROWS: Final = 30
_COLUMNS: Final = (
    *("subject_label", "predicate_id", "object_id", "mapping_justification", "author_label"),
    *("mapping_date", "tahun", "wilayah"),
)


def figures() -> Iterator[Figure]:
    """Yield the figures: one plan that nothing is remembered of, one for each region, mappings."""
    regions = [found.nama for found in load_regions().values() if found.tingkat == "kabupaten"]
    with _NAMES.open(encoding="utf-8", newline="") as file:
        written = [row["nama"] for row in csv.DictReader(file)]
    named = [
        f"{written[number % len(written)]} {regions[number % len(regions)]}"
        for number in range(_PLANS * _ITEMS)
    ]
    plans = [named[start : start + _ITEMS] for start in range(0, len(named), _ITEMS)]
    name = f"align {_FIRST} indicators with formulas, all new"
    yield from _pair("first_alignment", name, [written[:_FIRST]])
    yield from _pair("alignment", f"align {_PLANS} plans of {_ITEMS} indicators", plans)
    yield from _mappings(written)


def _mappings(names: Sequence[str]) -> Iterator[Figure]:
    """Yield joining, checking and indexing a file of mappings of each region."""
    codes = iku.load_catalog().codes
    regions = [code for code, one in load_regions().items() if one.tingkat != "nasional"]
    with TemporaryDirectory() as folder:
        for number, region in enumerate(regions[:_FILES]):
            rows = [
                (name, "skos:exactMatch", f"iku:{codes[at % len(codes)]}",
                 "semapv:ManualMappingCuration", "Siti", "2026-03-31", "2026", region)
                for at, name in enumerate(names) if (at + number) % (len(names) // _ROWS) == 0
            ]  # fmt: skip
            text = "".join("\t".join(row) + "\n" for row in (_COLUMNS, *rows))
            (Path(folder) / f"padanan-{region}.tsv").write_text(text, "utf-8")
        name = f"join, check and index {_FILES} files of {_ROWS} mappings"
        with (
            task(name, own(), "library", "mappings", folder) as ours,
            task("csv, its bare rows sorted", bare(), "csv_rows", "joining", folder) as other,
        ):
            yield Figure(ours, other)


def _pair(task_name: str, name: str, plans: Sequence[Sequence[str]]) -> Iterator[Figure]:
    entries = KnownNames(iku.load_catalog(), "kabupaten").entries
    content = {"plans": plans, "known": [entry.phrase.text for entry in entries]}
    with TemporaryDirectory() as folder:
        material = Path(folder) / "material.json"
        material.write_text(json.dumps(content), "utf-8")
        with (
            task(name, own(), "library", task_name, str(material)) as ours,
            task(
                "rapidfuzz, the likeness of their names",
                rival("rapidfuzz"),
                *("likeness", "likeness", str(material)),
            ) as other,
        ):
            yield Figure(ours, other)
