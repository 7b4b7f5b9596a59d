"""How two formulas are related as functions: the same, up to a factor, turned over, the rest."""

from collections.abc import Mapping
from dataclasses import field
from enum import Enum
from fractions import Fraction
from functools import lru_cache
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Equality,
    Expression,
    Name,
    Number,
    Witness,
    decide_equality,
    evaluate,
    parse,
    to_source,
    variables,
    walk,
)
from kesbang_iku.formula.tree import is_quotient, looks_back, replaced

_REMEMBERED: Final = 2048
"""There are few shapes of formulas, and few standards: nearly every comparison is one of these."""


_LEVELS: Final = (Fraction(2), Fraction(3))
"""Where all variables have one value, what they are called makes no difference."""


class Relation(Enum):
    """What a formula is to another one, whatever its variables are called."""

    SAME = "same"
    SCALED = "the same up to a factor"
    INVERTED = "turned over"
    COMPLEMENT = "what is left to the whole"
    GROWTH = "change instead of a level"
    LEVEL = "a level instead of change"
    COUNT = "a count instead of a share"
    SHARE = "a share instead of a count"
    OWN = "computed instead of released"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Related:
    """A relation with what belongs to it.

    Attributes:
        relation: what the first formula is to the second.
        renaming: for the variables of the first those of the second, where they correspond.
        factor: the value of the first formula over that of the second, if that is constant.
        whole: what both add up to, for a complement.
        equality: the comparison that the relation was found by, or that of what differs.
    """

    relation: Relation
    renaming: dict[str, str] = field(default_factory=dict, hash=False)
    factor: Fraction = Fraction(1)
    whole: Fraction = Fraction(0)
    equality: Equality = Equality(None, 0)


def relate(first: str, second: str) -> Related:
    """Say what ``first`` is to ``second``, both in the language of the catalog.

    Raises:
        FormulaError: a text is not a formula.
    """
    tree = parse(first)
    names = variables(tree)
    shape = replaced(tree, {name: Name(_placeholder(i)) for i, name in enumerate(names)})
    found = _related(to_source(shape), second)
    renaming = {
        name: found.renaming[_placeholder(i)]
        for i, name in enumerate(names)
        if _placeholder(i) in found.renaming
    }
    compared = found.equality
    if compared.witness is not None:
        own = {_placeholder(i): name for i, name in enumerate(names)}
        compared = compared._replace(witness=_renamed(compared.witness, own))
    return Related(found.relation, renaming, found.factor, found.whole, compared)


def _renamed(witness: Witness, names: Mapping[str, str]) -> Witness:
    """Return a witness whose variables are called by their own names."""
    values = {names[name]: value for name, value in witness.values.items()}
    previous = {names[name]: value for name, value in witness.previous.items()}
    return witness._replace(values=values, previous=previous)


def _placeholder(index: int) -> str:
    return f"v{index}"


@lru_cache(maxsize=_REMEMBERED)
def _related(first: str, second: str) -> Related:
    mine, theirs = parse(first), parse(second)
    compared = decide_equality(mine, theirs)
    if compared.renaming is not None:
        return Related(Relation.SAME, compared.renaming, equality=compared)
    my_factor, my_core = split_factor(mine)
    their_factor, their_core = split_factor(theirs)
    found = decide_equality(my_core, their_core)
    if found.renaming is not None and their_factor:
        return Related(Relation.SCALED, found.renaming, my_factor / their_factor, equality=found)
    factor = _constant_ratio(mine, theirs)
    if factor is not None:
        found = decide_equality(mine, Binary(BinaryOperator.MULTIPLY, Number(factor), theirs))
        if found.renaming is not None:
            return Related(Relation.SCALED, found.renaming, factor, equality=found)
    if is_quotient(my_core):
        turned = Binary(BinaryOperator.DIVIDE, my_core.right, my_core.left)
        found = decide_equality(turned, their_core)
        if found.renaming is not None:
            return Related(Relation.INVERTED, found.renaming, equality=found)
    for whole in dict.fromkeys((their_factor, Fraction(1))):
        found = decide_equality(Binary(BinaryOperator.SUBTRACT, Number(whole), mine), theirs)
        if found.renaming is not None:
            return Related(Relation.COMPLEMENT, found.renaming, whole=whole, equality=found)
    return Related(_kind(mine, theirs), equality=compared)


def _constant_ratio(mine: Expression, theirs: Expression) -> Fraction | None:
    """Return the only factor there can be between two formulas that are no single products."""
    if len(variables(mine)) != len(variables(theirs)):
        return None
    ratios = set()
    for level in _LEVELS:
        above, below = _at(mine, level), _at(theirs, level)
        if not (isinstance(above, Fraction) and isinstance(below, Fraction) and above and below):
            return None
        ratios.add(above / below)
    return ratios.pop() if len(ratios) == 1 else None


def _at(tree: Expression, level: Fraction) -> object:
    names = variables(tree)
    return evaluate(tree, dict.fromkeys(names, level), dict.fromkeys(names, level + 1))


def _kind(mine: Expression, theirs: Expression) -> Relation:
    """Return the first difference in kind, where the functions have nothing in common."""
    for test, more, less in (
        (looks_back, Relation.GROWTH, Relation.LEVEL),
        (_divides, Relation.SHARE, Relation.COUNT),
    ):
        if test(mine) != test(theirs):
            return more if test(mine) else less
    return Relation.DIFFERENT


def _divides(tree: Expression) -> bool:
    return any(bool(variables(one.right)) for one in walk(tree) if is_quotient(one))


def is_ratio(formula: str) -> bool:
    """Tell whether a formula is one variable over another, with or without a factor."""
    _, core = split_factor(parse(formula))
    return is_quotient(core) and isinstance(core.left, Name) and isinstance(core.right, Name)


def split_factor(tree: Expression) -> tuple[Fraction, Expression]:
    """Return the constant that a formula is multiplied by, and the rest."""
    match tree:
        case Binary(operator=BinaryOperator.MULTIPLY, left=Number(value=value), right=rest):
            factor, core = split_factor(rest)
            return factor * value, core
        case Binary(operator=BinaryOperator.MULTIPLY, left=rest, right=Number(value=value)):
            factor, core = split_factor(rest)
            return factor * value, core
        case Binary(operator=BinaryOperator.DIVIDE, left=rest, right=Number(value=value)) if value:
            factor, core = split_factor(rest)
            return factor / value, core
        case Binary(operator=BinaryOperator.DIVIDE, left=above, right=below):
            factor, core = split_factor(above)
            return factor, Binary(BinaryOperator.DIVIDE, core, below)
        case _:
            return Fraction(1), tree
