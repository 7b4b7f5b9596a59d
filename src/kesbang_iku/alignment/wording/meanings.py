"""Symbols of a formula whose meaning in the legend is a formula of its own."""

import re
from collections.abc import Sequence
from typing import Final

from kesbang_iku.alignment.wording.cursor import index_of, placeholder
from kesbang_iku.alignment.wording.drafts import Draft
from kesbang_iku.alignment.wording.legend import LegendEntry
from kesbang_iku.alignment.wording.statements import is_one_measure, read_statement
from kesbang_iku.alignment.wording.trees import renamed
from kesbang_iku.findings import kinds
from kesbang_iku.formula import (
    Call,
    Expression,
    Function,
    Name,
    variables,
    walk,
)
from kesbang_iku.formula.tree import is_quotient, replaced

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
    taken: dict[str, str] = {}
    index = -1
    while (index := index + 1) < min(len(labels), _FORMULAS):
        symbol, name = labels[index], placeholder(index)
        text = meanings.pop(symbol, "")
        computed = _computed(text)
        if computed is None:
            continue
        certain = not computed.doubts
        if certain and ":" not in _BRACKETS.sub("", text) and not _has_previous(tree, name):
            names = [placeholder(index_of(label, labels)) for label in computed.labels]
            tree = replaced(tree, {name: renamed(computed.tree, names)})
            taken[name] = symbol
        # Where nothing but a slash computes, it may be part of a name: "desa / kelurahan".
        elif certain or not is_quotient(computed.tree):
            doubts.append(kinds.SEVERAL.at(banyak=2))
    if not taken.keys().isdisjoint(variables(tree)):
        doubts.append(kinds.SEVERAL.at(banyak=2))
    result = Draft(tree, labels, doubts, draft.notes)
    left = [entry for entry in entries if entry.symbol not in taken.values()]
    return _in_order(result) if taken else result, left


def _in_order(draft: Draft) -> Draft:
    """Return ``draft`` with its labels in the order of the formula, and none that it lost."""
    used = variables(draft.tree)
    places = {name: Name(placeholder(index)) for index, name in enumerate(used)}
    labels = [draft.labels[int(name[1:])] for name in used]
    return Draft(replaced(draft.tree, places), labels, draft.doubts, draft.notes)


def _computed(text: str) -> Draft | None:
    """Read the meaning of a symbol; nothing if it computes nothing."""
    meaning = read_statement(text) if text else None
    if meaning is None or meaning.draft is None or is_one_measure(meaning.draft.tree):
        return None
    return meaning.draft if meaning.is_mathematical and variables(meaning.draft.tree) else None


def _has_previous(tree: Expression, name: str) -> bool:
    """Tell whether the formula asks for the value of ``name`` in the period before."""
    return any(
        isinstance(node, Call) and node.function is Function.PREVIOUS and name in variables(node)
        for node in walk(tree)
    )
