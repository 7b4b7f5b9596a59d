"""Trees over placeholders: other names, constants put in, and whether two say the same."""

from collections.abc import Mapping, Sequence

from kesbang_iku.alignment.wording.cursor import placeholder
from kesbang_iku.alignment.wording.drafts import Draft
from kesbang_iku.alignment.wording.legend import LegendEntry
from kesbang_iku.alignment.wording.pieces import is_symbol
from kesbang_iku.alignment.wording.vocabulary import content_words
from kesbang_iku.formula import Expression, Name, equal
from kesbang_iku.formula.tree import replaced


def renamed(tree: Expression, names: Sequence[str]) -> Expression:
    """Return ``tree`` with the placeholder of each label replaced by its name."""
    return replaced(tree, {placeholder(i): Name(name) for i, name in enumerate(names)})


def same_reading(
    first: Draft, second: Draft, legend: Mapping[str, LegendEntry], *, shortened: bool = False
) -> bool:
    """Tell whether two formulas of one text say the same, once in words and once in symbols.

    Args:
        first: one of them.
        second: the other.
        legend: what the symbols of the text stand for.
        shortened: whether a name in one may be a shorter form of the name in the other.
    """
    matched = equal(first.tree, second.tree)
    if matched is None:
        return False
    for name, other in matched.items():
        texts = _text(first, name, legend), _text(second, other, legend)
        # A bare symbol may mean anything; two that differ need not mean the same.
        if len({is_symbol(text) for text in texts}) > 1:
            continue
        ours, theirs = (set(content_words(text)) for text in texts)
        if ours != theirs and not (shortened and (ours <= theirs or theirs <= ours)):
            return False
    return True


def _text(draft: Draft, name: str, legend: Mapping[str, LegendEntry]) -> str:
    label = draft.labels[int(name[1:])]
    return (legend[label].text or label) if label in legend else label
