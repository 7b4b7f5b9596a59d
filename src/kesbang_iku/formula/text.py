"""A formula as a sentence, in Indonesian or English.

The sentence is read with the precedence everybody learnt at school; everything else stands in
parentheses, so that two different formulas never give the same sentence. A comma only marks a
pause. A label that could be taken for a part of the sentence stands in quotation marks.
"""

import re
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from functools import cache
from typing import Final

from kesbang_iku.findings import Language, format_number, sentences
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.functions import Function


class _Level(IntEnum):
    """How tightly a phrase holds together; a looser one inside a tighter one is parenthesised."""

    SENTENCE = 0
    OR = 1
    AND = 2
    COMPARISON = 3
    SUM = 4
    PRODUCT = 5
    SIGNED = 6
    WORD = 7


_LEVELS: Final[Mapping[nodes.BinaryOperator, _Level]] = {
    nodes.BinaryOperator.OR: _Level.OR,
    nodes.BinaryOperator.AND: _Level.AND,
    nodes.BinaryOperator.ADD: _Level.SUM,
    nodes.BinaryOperator.SUBTRACT: _Level.SUM,
    nodes.BinaryOperator.MULTIPLY: _Level.PRODUCT,
    nodes.BinaryOperator.DIVIDE: _Level.PRODUCT,
}


@cache
def _reserved(language: Language) -> re.Pattern[str]:
    """Return what a label may not contain outside of quotation marks."""
    # "dan" and "atau" join comparisons only, so a label that holds one cannot be misread.
    joining = (nodes.BinaryOperator.AND, nodes.BinaryOperator.OR)
    said = [sentences.formula.OPERATORS[one] for one in nodes.BinaryOperator if one not in joining]
    phrases = {text.plain(language) for text in (*said, sentences.formula.NEGATIVE)}
    words = "|".join(re.escape(phrase) for phrase in sorted(phrases))
    return re.compile(rf"\b(?:{words})\b|[^\w\s\-/.%&'’]|^\W|^\d|\W$", re.IGNORECASE)


def to_text(
    tree: nodes.Expression, labels: Mapping[str, str] | None = None, language: Language = "id"
) -> str:
    """Return ``tree`` as a readable sentence.

    Args:
        tree: The formula.
        labels: What to call the variables; a variable without a label is called by its name, with
            spaces in place of underscores.
        language: ``id`` or ``en``; the labels are used as they are.

    Returns:
        One line without a full stop. Different formulas over the same labels give different lines.
    """
    names = spoken_names(tree, labels or {}, _reserved(language))
    return _Writer(language, names).write(tree, _Level.SENTENCE)


def spoken_names(
    tree: nodes.Expression, labels: Mapping[str, str], reserved: re.Pattern[str]
) -> dict[str, str]:
    """Return what to call each variable of ``tree``; no two are called the same."""
    names = nodes.variables(tree)
    # The same labels may serve several formulas: names that share a label are told apart in all.
    everyone = dict.fromkeys((*labels, *names))
    called = {name: " ".join(labels.get(name, name.replace("_", " ")).split()) for name in everyone}
    shared = Counter(called.values())
    spoken = {}
    for name in names:
        text = called[name] or name
        if reserved.search(text):
            text = "“{}”".format(text.replace("”", "””"))
        spoken[name] = f"{text} [{name}]" if shared[called[name]] > 1 else text
    return spoken


class _Writer:
    """Writes the parts of one sentence."""

    def __init__(self, language: Language, names: Mapping[str, str]) -> None:
        self._language: Language = language
        self._names = names

    def write(self, tree: nodes.Expression, level: _Level, *, alone: bool = True) -> str:
        """Return ``tree`` for a place that takes phrases of ``level`` or tighter.

        ``alone`` tells that the phrase is no operand of a chain; only then may it pause.
        """
        if _level_of(tree) >= level:
            return self._phrase(tree, alone=alone)
        # Inside parentheses a phrase stands alone again.
        return f"({self._phrase(tree, alone=True)})"

    def _phrase(self, tree: nodes.Expression, *, alone: bool) -> str:
        match tree:
            case nodes.Number(value=value):
                return format_number(value, self._language)
            case nodes.Name(name=name):
                return self._names[name]
            case nodes.Unary(operator=nodes.UnaryOperator.NOT, operand=operand):
                denial = sentences.formula.DENIAL.plain(self._language)
                return denial.format(self.write(operand, _Level.SENTENCE))
            case nodes.Unary(operand=operand):
                negative = sentences.formula.NEGATIVE.plain(self._language)
                return f"{negative} {self.write(operand, _Level.WORD)}"
            case nodes.Binary():
                return self._chain(tree, _level_of(tree), alone=alone)
            case nodes.Call(function=function, arguments=arguments):
                # Rounding parenthesises its operand by itself; all others set arguments apart.
                level = _Level.SENTENCE if function is Function.ROUND else _Level.OR
                parts = [self.write(argument, level) for argument in arguments]
                sentence = sentences.formula.FUNCTIONS[function].plain(self._language)
                return sentence.format(*parts if sentence.count("{}") > 1 else ["; ".join(parts)])

    def _chain(self, tree: nodes.Binary, level: _Level, *, alone: bool) -> str:
        """Write operators of one level that follow each other, first operand first."""
        links: list[tuple[str, nodes.Expression]] = []
        first: nodes.Expression = tree
        while (
            isinstance(first, nodes.Binary)
            and _LEVELS.get(first.operator, _Level.COMPARISON) is level
            and (level is not _Level.COMPARISON or not links)
        ):
            word = sentences.formula.OPERATORS[first.operator].plain(self._language)
            links.append((word, first.right))
            first = first.left
        links.reverse()
        tighter = _Level(level + 1)
        pauses = alone and (
            level is not _Level.SUM or any(map(_is_product, (first, *(part for _, part in links))))
        )
        phrase = self.write(first, tighter, alone=False)
        for position, (word, operand) in enumerate(links):
            # The first two factors belong together, and so do the two sides of a comparison.
            joined = position == 0 and level in (_Level.PRODUCT, _Level.COMPARISON)
            comma = "," if pauses and not joined else ""
            phrase += f"{comma} {word} {self.write(operand, tighter, alone=False)}"
        return phrase


def _level_of(tree: nodes.Expression) -> _Level:
    """Return how tightly the phrase of ``tree`` holds together."""
    match tree:
        case nodes.Binary(operator=operator):
            return _LEVELS.get(operator, _Level.COMPARISON)
        case nodes.Unary(operator=nodes.UnaryOperator.NOT):
            return _Level.COMPARISON
        case nodes.Unary():
            return _Level.SIGNED
        case nodes.Call(function=function) if function.row.is_clause:
            return _Level.SENTENCE
        case _:
            return _Level.WORD


def _is_product(tree: nodes.Expression) -> bool:
    return isinstance(tree, nodes.Binary) and _LEVELS.get(tree.operator) is _Level.PRODUCT
