"""Symbols of a formula whose meaning in the legend is a formula of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import Final

from kesbang_iku.alignment.wording.cursor import index_of, placeholder
from kesbang_iku.alignment.wording.drafts import Draft
from kesbang_iku.alignment.wording.legend import LegendEntry
from kesbang_iku.alignment.wording.statements import Attempt, is_one_measure, read_statement
from kesbang_iku.alignment.wording.trees import renamed, replaced
from kesbang_iku.findings import kinds
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Function,
    Name,
    variables,
    walk,
)

_BRACKETS: Final = re.compile(r"\([^()]*\)")
_FORMULAS: Final = 60
"""Symbols a formula may have; each is replaced at most once."""


def with_formulas(draft: Draft, entries: Sequence[LegendEntry]) -> tuple[Draft, list[LegendEntry]]:
    """Return ``draft`` with what the legend computes in the place of its symbols.

    With it come the entries of the legend that are still of use.

    ``(A + B) / 2`` with ``A = x / y`` is one formula in ``x``, ``y`` and ``B``. A symbol is
    replaced once, so that nothing runs in circles; what still uses it then is doubted.
    """
    meanings = {entry.symbol: entry.text for entry in entries if entry.text}
    tree, labels, doubts = draft.tree, list(draft.labels), list(draft.doubts)
    taken: list[str] = []
    for index in count():
        if index >= min(len(labels), _FORMULAS):
            break
        text = meanings.pop(labels[index], "")
        meaning = _formula_of(text)
        if meaning is None or meaning.draft is None:
            continue
        if not _stands_apart(meaning, text) or _has_previous(tree, placeholder(index)):
            if meaning.is_certain or not _may_be_a_name(meaning.draft.tree):
                doubts.append(kinds.SEVERAL.at(banyak=2))
            continue
        names = [placeholder(index_of(label, labels)) for label in meaning.draft.labels]
        tree = replaced(tree, {placeholder(index): renamed(meaning.draft.tree, names)})
        taken.append(placeholder(index))
    result = Draft(tree, labels, doubts, draft.notes)
    if not taken:
        return result, list(entries)
    if set(taken) & set(variables(tree)):
        doubts.append(kinds.SEVERAL.at(banyak=2))
    return _in_order(result), _still_of_use(entries, {labels[int(name[1:])] for name in taken})


def _formula_of(text: str) -> Attempt | None:
    """Read the meaning of a symbol; nothing if it computes nothing."""
    meaning = read_statement(text) if text else None
    if meaning is None or meaning.draft is None or not _computes(meaning):
        return None
    return meaning


def _stands_apart(meaning: Attempt, text: str) -> bool:
    """Tell whether a meaning is a formula for certain, and nothing else stands beside it."""
    return meaning.is_certain and ":" not in _BRACKETS.sub("", text)


def _still_of_use(entries: Sequence[LegendEntry], taken: set[str]) -> list[LegendEntry]:
    return [entry for entry in entries if entry.symbol not in taken]


def _in_order(draft: Draft) -> Draft:
    """Return ``draft`` with its labels in the order of the formula, and none that it lost."""
    used = variables(draft.tree)
    labels = [draft.labels[index] for name in used for index in [int(name[1:])]]
    places = {name: Name(placeholder(index)) for index, name in enumerate(used)}
    return Draft(replaced(draft.tree, places), labels, draft.doubts, draft.notes)


def _computes(meaning: Attempt) -> bool:
    return (
        meaning.draft is not None
        and meaning.is_mathematical
        and not is_one_measure(meaning.draft.tree)
        and bool(variables(meaning.draft.tree))
    )


def _may_be_a_name(tree: Expression) -> bool:
    """Tell whether nothing but a slash computes, as in ``jumlah desa / kelurahan``."""
    return isinstance(tree, Binary) and tree.operator is BinaryOperator.DIVIDE


def _has_previous(tree: Expression, name: str) -> bool:
    """Tell whether the formula asks for the value of ``name`` in the period before."""
    return any(
        isinstance(node, Call) and node.function is Function.PREVIOUS and name in variables(node)
        for node in walk(tree)
    )
