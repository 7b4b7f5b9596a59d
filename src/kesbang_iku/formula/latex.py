"""A formula as LaTeX mathematics, numbers and words as Indonesian or English has them."""

import re
from collections.abc import Mapping
from enum import IntEnum
from typing import Final

from kesbang_iku.findings import Language, format_number, sentences
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.functions import Function


class _Level(IntEnum):
    """How tightly a part holds together; a looser one inside a tighter one is parenthesised."""

    OR = 1
    AND = 2
    DENIAL = 3
    COMPARISON = 4
    SUM = 5
    PRODUCT = 6
    FRACTION = 7
    SYMBOL = 8


_OPERATORS: Final[Mapping[nodes.BinaryOperator, tuple[str, _Level]]] = {
    nodes.BinaryOperator.ADD: ("+", _Level.SUM),
    nodes.BinaryOperator.SUBTRACT: ("-", _Level.SUM),
    nodes.BinaryOperator.MULTIPLY: (r"\times", _Level.PRODUCT),
    nodes.BinaryOperator.LESS: ("<", _Level.COMPARISON),
    nodes.BinaryOperator.LESS_EQUAL: (r"\le", _Level.COMPARISON),
    nodes.BinaryOperator.GREATER: (">", _Level.COMPARISON),
    nodes.BinaryOperator.GREATER_EQUAL: (r"\ge", _Level.COMPARISON),
    nodes.BinaryOperator.EQUAL: ("=", _Level.COMPARISON),
    nodes.BinaryOperator.NOT_EQUAL: (r"\ne", _Level.COMPARISON),
    nodes.BinaryOperator.AND: (r"\land", _Level.AND),
    nodes.BinaryOperator.OR: (r"\lor", _Level.OR),
}

_SYMBOLS: Final[Mapping[str, str]] = {
    "\\": r"\backslash",
    "{": r"\{",
    "}": r"\}",
    "$": r"\$",
    "&": r"\&",
    "#": r"\#",
    "%": r"\%",
    "_": r"\_",
    "^": r"\wedge",
    "~": r"\sim",
    "<": "<",
    ">": ">",
}
"""Characters that text may not hold. As symbols of mathematics mode they stand for themselves in
LaTeX and in converters that take what is in ``\\text`` literally."""

_RUNS: Final = re.compile(r"[\\{}$&#%_^~<>]|[^\\{}$&#%_^~<>]+")


def to_latex(
    tree: nodes.Expression, labels: Mapping[str, str] | None = None, language: Language = "id"
) -> str:
    """Return ``tree`` as LaTeX for mathematics mode, without delimiters.

    Args:
        tree: the formula.
        labels: what to call the variables; one without a label is called by its name. What is
            special to LaTeX in a label stands for itself.
        language: language of numbers and words. Marks within a number are set without the space
            that would follow punctuation.
    """
    return _Writer(labels or {}, language).write(tree, _Level.OR)


def text_latex(text: str) -> str:
    """Return ``text`` for mathematics mode; whatever it holds, it is shown and never obeyed."""
    printable = "".join(sign if sign.isprintable() else " " for sign in text)
    runs = _RUNS.findall(" ".join(printable.split()))
    parts = [_SYMBOLS.get(run) or rf"\text{{{run}}}" for run in runs]
    return parts[0] if len(parts) == 1 else "{" + "".join(parts) + "}"


class _Writer:
    """Writes the parts of one formula."""

    def __init__(self, labels: Mapping[str, str], language: Language) -> None:
        self._labels = labels
        self._language: Language = language

    def write(self, tree: nodes.Expression, level: _Level = _Level.OR) -> str:
        """Return ``tree`` for a place that takes parts of ``level`` or tighter."""
        latex, own = self._part(tree)
        return latex if own >= level else _enclosed(latex)

    def _part(self, tree: nodes.Expression) -> tuple[str, _Level]:
        match tree:
            case nodes.Number(value=value):
                text = format_number(value, self._language)
                return _number(value.numerator, value.denominator, text)
            case nodes.Name(name=name):
                return text_latex(self._labels.get(name, name)), _Level.SYMBOL
            case nodes.Unary(operator=nodes.UnaryOperator.NOT, operand=operand):
                return rf"\lnot {self.write(operand, _Level.SYMBOL)}", _Level.DENIAL
            case nodes.Unary(operand=operand):
                return f"-{self.write(operand, _Level.PRODUCT)}", _Level.SUM
            case nodes.Binary(operator=nodes.BinaryOperator.DIVIDE, left=left, right=right):
                return rf"\frac{{{self.write(left)}}}{{{self.write(right)}}}", _Level.FRACTION
            case nodes.Binary(operator=operator, left=left, right=right):
                sign, own = _OPERATORS[operator]
                first = _Level(own + 1) if own is _Level.COMPARISON else own
                second = _Level(own + 1)
                return f"{self.write(left, first)} {sign} {self.write(right, second)}", own
            case nodes.Call(function=function, arguments=arguments):
                return self._call(function, arguments)

    def _call(
        self, function: Function, arguments: tuple[nodes.Expression, ...]
    ) -> tuple[str, _Level]:
        first, *rest = arguments
        match function:
            case Function.SUM:
                return self._joined(arguments, "+", _Level.SUM), _Level.SUM
            case Function.MEAN:
                above = self._joined(arguments, "+", _Level.SUM)
                return rf"\frac{{{above}}}{{{len(arguments)}}}", _Level.FRACTION
            case Function.GEOMETRIC_MEAN if not rest:
                return self.write(first, _Level.SYMBOL), _Level.SYMBOL
            case Function.GEOMETRIC_MEAN | Function.SQUARE_ROOT:
                degree = f"[{len(arguments)}]" if rest[1:] else ""
                product = (
                    self._joined(arguments, r"\times", _Level.PRODUCT)
                    if rest
                    else (self.write(first))
                )
                return rf"\sqrt{degree}{{{product}}}", _Level.SYMBOL
            case Function.ABSOLUTE:
                return rf"\left|{self.write(first)}\right|", _Level.SYMBOL
            case Function.IF:
                condition, then, otherwise = map(self.write, arguments)
                where, other = (
                    word.plain(self._language)
                    for word in (sentences.formula.WHERE, sentences.formula.ELSE)
                )
                rows = rf"{then} & \text{{{where} }} {condition} \\ {otherwise} & \text{{{other}}}"
                return rf"\begin{{cases}} {rows} \end{{cases}}", _Level.OR
            case Function.PREVIOUS:
                return f"{{{self.write(first, _Level.SYMBOL)}}}_{{t-1}}", _Level.SYMBOL
            case _:
                name = sentences.formula.LATEX.get(function)
                if name is None:
                    raise NotImplementedError(f"{function}: no notation in LaTeX")
                # Where the comma is the decimal mark, arguments are set apart by semicolons.
                listed = sentences.formula.BETWEEN.plain(self._language).join(
                    map(self.write, arguments)
                )
                return f"{name.plain(self._language)}{_enclosed(listed)}", _Level.SYMBOL

    def _joined(self, arguments: tuple[nodes.Expression, ...], sign: str, level: _Level) -> str:
        head, *tail = arguments
        parts = [self.write(head, level), *(self.write(part, _Level(level + 1)) for part in tail)]
        return f" {sign} ".join(parts)


def _enclosed(latex: str) -> str:
    return rf"\left({latex}\right)"


def _number(numerator: int, denominator: int, text: str) -> tuple[str, _Level]:
    if "/" in text:
        return rf"\frac{{{numerator}}}{{{denominator}}}", _Level.FRACTION
    # In braces a mark is set as part of the number, without the space that follows punctuation.
    return text.replace(".", "{.}").replace(",", "{,}"), _Level.SYMBOL
