"""Every norm is data: the sources hold no code, class, unit, method, weight or threshold."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Final, get_args

import kesbang_iku as iku
from kesbang_iku.model import vocabulary
from tests.tree import ROOT

_SOURCES: Final = sorted((ROOT / "src/kesbang_iku").rglob("*.py"))
_WORDS: Final = {
    word for kind in vars(vocabulary).values() for word in get_args(kind) if isinstance(word, str)
}
# Texts that are machinery although the catalog has a name like them, and what they are there.
_MACHINERY: Final = {
    "nilai": "key of a report's target, and column of a table",
    "kategori": "key of an answer",
    "predikat": "key of a report and of an answer",
    "kebijakan": "key of an achievement method",
    "kegiatan": "level of the nomenclature, and key of a variable",
    "laporan": "kind of a file",
    "dokumen": "key of a source and of a target",
    "unit": "field of a number that was read: what stood behind it",
    "angka": "field of a message",
    "kasus": "key of a conformance vector: its cases",
    "peringkat": "name of a chart, and column of the table of a ranking",
    "indeks": "column of the table of the alignment index",
    "poin": "column of the same table",
    "paket": "kind of an added catalog: an installed package",
}


def _constants(path: Path) -> Iterator[tuple[int, str | float]]:
    """Yield the texts and the broken numbers of a module that are data: not its docstrings."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = [*ast.walk(tree)]
    documentation = {
        id(node.value)
        for node in nodes
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in nodes:
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str | float)
            and id(node) not in documentation
        ):
            yield node.lineno, node.value


@cache
def _all() -> list[tuple[str, int, str | float]]:
    return [
        (path.relative_to(ROOT).as_posix(), line, value)
        for path in _SOURCES
        for line, value in _constants(path)
    ]


def _texts() -> Iterator[tuple[str, int, str]]:
    return ((path, line, text) for path, line, text in _all() if isinstance(text, str))


def _norm_names(katalog: iku.Catalog) -> set[str]:
    tables = katalog.tables
    labels = {found.label for scale in tables.scales.values() for found in scale.kelas}
    names = {
        *tables.units,
        *tables.methods,
        *tables.scales,
        *tables.fields,
        *tables.themes,
        *labels,
    }
    # A letter says nothing by itself, and the words of the vocabulary are the files' own.
    return {name for name in names if len(name) > 1} - _WORDS - set(_MACHINERY)


def test_sources_hold_no_code_of_an_indicator() -> None:
    code = re.compile(r"\bKBP-[A-Z]{3}-\d{2}\b|\b8\.01\.\d{2}\.[12]\.\d{2}\.\d{4}\b")
    # What explains a key may say "such as KBP-POL-01" (misalnya); nothing is decided by it.
    found = [entry for entry in _texts() if code.search(entry[2]) and "misalnya" not in entry[2]]
    assert found == []


def test_sources_hold_no_name_of_a_unit_method_scale_or_class(
    katalog: iku.Catalog,
) -> None:
    names = _norm_names(katalog)
    assert {"Sangat Tinggi", "maksimalkan_rentang", "orang", "permendagri-86-2017"} <= names
    found = [(path, line, text) for path, line, text in _texts() if text in names]
    assert found == []


def test_sources_hold_no_name_or_formula_of_an_indicator(
    katalog: iku.Catalog,
) -> None:
    norms = {found.nama for found in katalog} | {found.nama_en for found in katalog}
    norms |= {found.formula for found in katalog if found.formula} - {"x"}
    norms |= {method.rumus for method in katalog.tables.methods.values()}
    single = {norm for norm in norms if norm.isidentifier()}
    assert [entry for entry in _texts() if entry[2] in norms - single] == []


def test_sources_hold_no_weight_or_threshold(katalog: iku.Catalog) -> None:
    weights = {
        weight
        for found in katalog
        if found.komponen is not None
        for weight in found.komponen.leaf_weights.values()
    }
    bounds = {
        bound
        for scale in katalog.tables.scales.values()
        for found in scale.kelas
        for bound in (found.dari, found.sampai)
        if bound is not None
    }
    # Whole numbers and the half say nothing by themselves.
    norms = {float(number) for number in weights | bounds if number.denominator > 2}
    assert len(norms) > 10
    found = [entry for entry in _all() if isinstance(entry[2], float) and entry[2] in norms]
    assert found == []
