"""The tree of a formula: frozen, typed nodes, each with the place in the text it was read from.

The tree is the only definition of a formula. Values, sentences, LaTeX and every other form are
translations of it. Two trees are equal when they mean the same text, wherever that text stood:
spans do not take part in comparison.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field
from enum import StrEnum
from fractions import Fraction
from functools import lru_cache, wraps
from typing import Final, NamedTuple, TypeGuard, TypeVar

from kesbang_iku._records import dataclass
from kesbang_iku.formula.functions import Function

T = TypeVar("T")


class Span(NamedTuple):
    """Offsets into a formula's text: ``start`` of the first character, ``end`` behind the last."""

    start: int
    end: int


NO_SPAN: Final = Span(0, 0)


class UnaryOperator(StrEnum):
    """Operators with one operand; the value is how the language spells them."""

    NEGATE = "-"
    NOT = "bukan"


class BinaryOperator(StrEnum):
    """Operators with two operands; the value is how the language spells them."""

    ADD = "+"
    SUBTRACT = "-"
    MULTIPLY = "*"
    DIVIDE = "/"
    LESS = "<"
    LESS_EQUAL = "<="
    GREATER = ">"
    GREATER_EQUAL = ">="
    EQUAL = "="
    NOT_EQUAL = "!="
    AND = "dan"
    OR = "atau"


@dataclass(frozen=True, slots=True)
class Number:
    """A constant, exact, at least 0 (a sign is an operator)."""

    value: Fraction
    span: Span = field(default=NO_SPAN, compare=False)


@dataclass(frozen=True, slots=True)
class Name:
    """A variable."""

    name: str
    span: Span = field(default=NO_SPAN, compare=False)


@dataclass(frozen=True, slots=True)
class Unary:
    """An operator with one operand."""

    operator: UnaryOperator
    operand: Expression
    span: Span = field(default=NO_SPAN, compare=False)


@dataclass(frozen=True, slots=True)
class Binary:
    """An operator with two operands."""

    operator: BinaryOperator
    left: Expression
    right: Expression
    span: Span = field(default=NO_SPAN, compare=False)


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its arguments."""

    function: Function
    arguments: tuple[Expression, ...]
    span: Span = field(default=NO_SPAN, compare=False)


Expression = Number | Name | Unary | Binary | Call
"""Every kind of node there is; a ``match`` over it is checked for completeness."""


def operands(tree: Expression) -> tuple[Expression, ...]:
    """Return the nodes directly below ``tree``, left to right."""
    match tree:
        case Number() | Name():
            return ()
        case Unary(operand=operand):
            return (operand,)
        case Binary(left=left, right=right):
            return (left, right)
        case Call(arguments=arguments):
            return arguments


def walk(tree: Expression) -> Iterator[Expression]:
    """Yield ``tree`` and all nodes below it, each before its operands, left to right."""
    yield tree
    for child in operands(tree):
        yield from walk(child)


class _ByIdentity:
    """A tree as the key of a cache: equal trees of other texts have other spans to report."""

    __slots__ = ("tree",)

    def __init__(self, tree: Expression) -> None:
        self.tree = tree

    def __hash__(self) -> int:
        return id(self.tree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _ByIdentity) and self.tree is other.tree


def once_a_tree(work: Callable[[Expression], T]) -> Callable[[Expression], T]:
    """Return a function that works out what is asked of a tree once, and keeps it."""

    @lru_cache(maxsize=4096)
    def kept(key: _ByIdentity) -> T:
        return work(key.tree)

    @wraps(work)
    def asked(tree: Expression) -> T:
        return kept(_ByIdentity(tree))

    return asked


@once_a_tree
def looks_back(tree: Expression) -> bool:
    """Say whether ``tree`` takes a value of the period before."""
    return any(isinstance(node, Call) and node.function is Function.PREVIOUS for node in walk(tree))


def is_quotient(tree: Expression) -> TypeGuard[Binary]:
    """Say whether ``tree`` is one thing over another."""
    return isinstance(tree, Binary) and tree.operator is BinaryOperator.DIVIDE


@once_a_tree
def variables(tree: Expression) -> tuple[str, ...]:
    """Return the names of the variables in ``tree``, in order of first appearance."""
    return tuple(dict.fromkeys(node.name for node in walk(tree) if isinstance(node, Name)))


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
