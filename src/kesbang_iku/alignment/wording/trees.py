"""Trees over placeholders: other names, constants put in, and whether two say the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from kesbang_iku.alignment.wording.drafts import Draft, placeholder
from kesbang_iku.alignment.wording.legend import Entry
from kesbang_iku.alignment.wording.pieces import is_symbol
from kesbang_iku.alignment.wording.vocabulary import Vocabulary, content_words
from kesbang_iku.formula import Binary, Call, Expression, Name, Number, Unary, equal


def replaced(tree: Expression, values: Mapping[str, Expression]) -> Expression:
    """Return ``tree`` with variables replaced."""
    match tree:
        case Name(name=name):
            return values.get(name, tree)
        case Unary(operator=operator, operand=operand):
            return Unary(operator, replaced(operand, values))
        case Binary(operator=operator, left=left, right=right):
            return Binary(operator, replaced(left, values), replaced(right, values))
        case Call(function=function, arguments=arguments):
            return Call(function, tuple(replaced(item, values) for item in arguments))
        case Number():
            return tree


def renamed(tree: Expression, names: Sequence[str]) -> Expression:
    """Return ``tree`` with the placeholder of each label replaced by its name."""
    return replaced(tree, {placeholder(i): Name(name) for i, name in enumerate(names)})


def with_constants(tree: Expression, constants: Mapping[int, Fraction]) -> Expression:
    """Return ``tree`` with numbers in the place of some labels."""
    return replaced(tree, {placeholder(i): Number(value) for i, value in constants.items()})


def same_reading(
    first: Draft, second: Draft, legend: Mapping[str, Entry], vocabulary: Vocabulary
) -> bool:
    """Tell whether two formulas of one text say the same, once in words and once in symbols."""
    matched = equal(first.tree, second.tree)
    if matched is None:
        return False
    for name, other in matched.items():
        left = _text(first.labels[int(name[1:])], legend)
        right = _text(second.labels[int(other[1:])], legend)
        # A bare symbol may mean anything.
        if is_symbol(left, vocabulary) or is_symbol(right, vocabulary):
            continue
        if set(content_words(left, vocabulary)) != set(content_words(right, vocabulary)):
            return False
    return True


def _text(label: str, legend: Mapping[str, Entry]) -> str:
    return (legend[label].text or label) if label in legend else label
