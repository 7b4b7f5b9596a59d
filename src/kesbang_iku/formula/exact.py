"""The reference meaning of a formula: exact evaluation.

Every other form of a formula (columns, spreadsheet, SQL, JavaScript) is held to what is said here.

**Values.** A number is a rational (``Fraction``) or, where a root does not come out even, an exact
irrational (``Root``). Nothing is rounded but by ``bulat``. A condition is ``True`` or ``False``.

**Data.** A variable is present (an ``int``, ``Fraction`` or ``Root``) or missing (no entry, or
``None``). 0 is a value like any other. No data raises; what has no value ends in an outcome:

* ``Missing(names)``: the values that were needed and not given;
* ``Undefined(reason, span)``: the operation that has no result, and why.

**Strict operations** need all their operands: ``+ - * /``, the sign, comparisons, ``bukan``, and
all functions but ``isi`` and ``jika``. All operands are looked at. If any is missing, the result
is missing, with the names of all of them, in order, each once. Otherwise, if any is undefined, the
result is the first of those. Otherwise it is computed:

* ``a / b`` with ``b = 0`` is undefined, also ``0 / 0``;
* ``akar(a)`` of a negative number is undefined;
* ``rata_rata_geometrik`` is the n-th root of the product of its n operands; with a negative operand
  it is undefined (whatever the others are), otherwise with a zero it is 0;
* ``jumlah``, ``rata_rata``, ``min`` and ``maks`` take the operands there are in the formula; a
  missing one is not left out;
* ``bulat(a, d)`` rounds to ``d`` decimals, a half away from zero: ``bulat(-0.5, 0)`` is -1;
* ``sebelumnya(x)`` is the variable ``x`` of the previous period; without a previous period, or
  without ``x`` in it, it is missing under the name ``sebelumnya(x)``;
* a result whose roots are too involved to decide anything about it (``roots.RootLimitError``) is
  undefined.

**Lenient operations** look at what they need:

* ``isi(a, b)`` is ``a`` if it is not missing, and ``b`` if ``a`` is missing. What is undefined
  stays undefined: ``isi(1 / 0, 5)`` is not 5;
* ``jika(c, a, b)`` is ``a`` if ``c`` holds and ``b`` if it does not; the other is not looked at. If
  ``c`` is missing or undefined, so is the result;
* ``a dan b`` is false as soon as either is false, ``a atau b`` is true as soon as either is true,
  whatever the other is. Otherwise they are strict.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import cmp_to_key, lru_cache, partial
from math import gcd
from typing import Any, Final, Protocol

from kesbang_iku.findings import Text, sentences
from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.outcomes import Missing, Outcome, Undefined
from kesbang_iku.formula.parser import parse
from kesbang_iku.formula.roots import (
    Exact,
    Root,
    RootLimitError,
    compare,
    geometric_mean,
    square_root,
)
from kesbang_iku.formula.rounding import rounded_fraction

Value = Fraction | Root | bool | Missing | Undefined
"""What an evaluation ends in."""

Input = int | Fraction | Root | None
"""What a variable may hold; ``None`` is missing."""

Values = Mapping[str, Input]


class Evaluator(Protocol):
    """A compiled formula."""

    def __call__(self, values: Values, previous: Values | None = None, /) -> Value:
        """Return the value of the formula for these variables.

        Args:
            values: The variables of this period, by name. Names the formula does not use are
                ignored.
            previous: The variables of the previous period, for ``sebelumnya``.

        Raises:
            TypeError: A variable holds something else than ``Input``, such as a ``float``.
        """
        ...


# Inside, a rational is a pair of integers, numerator and positive denominator, not in lowest terms:
# reducing once at the end costs far less than at every step.
_Pair = tuple[int, int]
_Inner = _Pair | Root | bool | Missing | Undefined
_Closure = Callable[[Values, Values | None], _Inner]
_Operation = Callable[..., Exact | Undefined]

_REDUCE_ABOVE: Final = 1 << 1024
"""A denominator above this is reduced at once, so that long formulas do not drag digits along."""


def evaluate(
    formula: nodes.Expression | str, values: Values, previous: Values | None = None
) -> Value:
    """Return the value of ``formula``, a tree or a text.

    Args:
        formula: What to evaluate.
        values: The variables of this period, by name.
        previous: The variables of the previous period, by name.

    Raises:
        FormulaError: The text is not a formula.
        TypeError: A variable holds something else than ``Input``, such as a ``float``.
    """
    if isinstance(formula, str):
        return _compiled_text(formula)(values, previous)
    return compile_exact(formula)(values, previous)


def compile_exact(tree: nodes.Expression) -> Evaluator:
    """Return ``tree`` as a function of the values of its variables.

    The function is pure, and may be kept and used from several threads. Asking again for the same
    tree object gives the same function.
    """
    return _compiled(tree)


@lru_cache(maxsize=1024)
def _compiled_text(text: str) -> Evaluator:
    return compile_exact(parse(text))


@nodes.once_a_tree
def _compiled(tree: nodes.Expression) -> Evaluator:
    inner = _closure(tree)

    def run(values: Values, previous: Values | None = None, /) -> Value:
        result = inner(values, previous)
        if isinstance(result, tuple):
            return Fraction(result[0], result[1])
        return result

    return run


# ---------------------------------------------------------------------------------------- leaves


def _closure(tree: nodes.Expression) -> _Closure:
    match tree:
        case nodes.Number(value=value):
            pair = (value.numerator, value.denominator)
            return lambda _values, _previous: pair
        case nodes.Name(name=name):
            return _variable(name)
        case nodes.Unary(operator=nodes.UnaryOperator.NEGATE, operand=operand, span=span):
            return _strict([operand], lambda value: -value, span)
        case nodes.Unary(operand=operand):
            return _negation(_closure(operand))
        case nodes.Binary():
            return _binary(tree)
        case nodes.Call():
            return _call(tree)


def _variable(name: str) -> _Closure:
    missing = Missing((name,))

    def read(values: Values, _previous: Values | None) -> _Inner:
        value = values.get(name)
        # Asking for the exact type takes a fraction of what isinstance takes for a Fraction.
        if type(value) is Fraction or type(value) is int:
            return value.as_integer_ratio()
        return _inner_of(name, value, missing)

    return read


def _previous_variable(name: str) -> _Closure:
    missing = Missing((f"{Function.PREVIOUS.value}({name})",))

    def read(_values: Values, previous: Values | None) -> _Inner:
        return missing if previous is None else _inner_of(name, previous.get(name), missing)

    return read


def _inner_of(name: str, value: Input, missing: Missing) -> _Inner:
    if value is None:
        return missing
    if isinstance(value, Root):
        return value
    if type(value) is not bool and isinstance(value, (Fraction, int)):
        return value.as_integer_ratio()
    raise TypeError(
        f"{name}: a value is an int, Fraction, Root or None, not {type(value).__name__}"
    )


# ------------------------------------------------------------------------------------- operators


def _binary(tree: nodes.Binary) -> _Closure:
    left, right = _closure(tree.left), _closure(tree.right)
    match tree.operator:
        case nodes.BinaryOperator.AND:
            return _connective(left, right, decisive=False)
        case nodes.BinaryOperator.OR:
            return _connective(left, right, decisive=True)
        case nodes.BinaryOperator.MULTIPLY if isinstance(tree.right, nodes.Number):
            return _scaling(left, tree.right.value, tree.span)
        case nodes.BinaryOperator.MULTIPLY if isinstance(tree.left, nodes.Number):
            return _scaling(right, tree.left.value, tree.span)
        case nodes.BinaryOperator.DIVIDE if isinstance(tree.left, nodes.Name) and isinstance(
            tree.right, nodes.Name
        ):
            return _share(tree.left.name, tree.right.name, _division(left, right, tree.span))
        case arithmetic if arithmetic in _ARITHMETIC:
            return _ARITHMETIC[arithmetic](left, right, tree.span)
        case comparison:
            return _comparison(left, right, _HOLDS[comparison], tree.span)


def _addition(left: _Closure, right: _Closure, span: nodes.Span) -> _Closure:
    def add(values: Values, previous: Values | None) -> _Inner:
        a, b = left(values, previous), right(values, previous)
        if type(a) is tuple and type(b) is tuple:
            (p, q), (r, s) = a, b
            if q == s:
                return (p + r, q)
            return (p * s + r * q, q * s) if q < _REDUCE_ABOVE else _reduced(p * s + r * q, q * s)
        return _applied(operator.add, (a, b), span)

    return add


def _subtraction(left: _Closure, right: _Closure, span: nodes.Span) -> _Closure:
    def subtract(values: Values, previous: Values | None) -> _Inner:
        a, b = left(values, previous), right(values, previous)
        if type(a) is tuple and type(b) is tuple:
            (p, q), (r, s) = a, b
            if q == s:
                return (p - r, q)
            return (p * s - r * q, q * s) if q < _REDUCE_ABOVE else _reduced(p * s - r * q, q * s)
        return _applied(operator.sub, (a, b), span)

    return subtract


def _multiplication(left: _Closure, right: _Closure, span: nodes.Span) -> _Closure:
    def multiply(values: Values, previous: Values | None) -> _Inner:
        a, b = left(values, previous), right(values, previous)
        if type(a) is tuple and type(b) is tuple:
            (p, q), (r, s) = a, b
            return (p * r, q * s) if q < _REDUCE_ABOVE else _reduced(p * r, q * s)
        return _applied(operator.mul, (a, b), span)

    return multiply


def _division(left: _Closure, right: _Closure, span: nodes.Span) -> _Closure:
    by_zero = Undefined(sentences.formula.DIVISION_BY_ZERO, span)

    def quotient(dividend: Exact, divisor: Exact) -> Exact | Undefined:
        return dividend / divisor if divisor != 0 else by_zero

    def divide(values: Values, previous: Values | None) -> _Inner:
        a, b = left(values, previous), right(values, previous)
        if type(a) is tuple and type(b) is tuple:
            (p, q), (r, s) = a, b
            if r > 0:
                return (p * s, q * r) if q < _REDUCE_ABOVE else _reduced(p * s, q * r)
            return _reduced(-p * s, -q * r) if r < 0 else by_zero
        return _applied(quotient, (a, b), span)

    return divide


_ARITHMETIC: Final = {
    nodes.BinaryOperator.ADD: _addition,
    nodes.BinaryOperator.SUBTRACT: _subtraction,
    nodes.BinaryOperator.MULTIPLY: _multiplication,
    nodes.BinaryOperator.DIVIDE: _division,
}


def _scaling(operand: _Closure, factor: Fraction, span: nodes.Span) -> _Closure:
    """Multiplication by a constant: half of most percentages, and every weight of an index."""
    constant = (factor.numerator, factor.denominator)
    upper, lower = constant

    def scale(values: Values, previous: Values | None) -> _Inner:
        a = operand(values, previous)
        if type(a) is tuple and a[1] < _REDUCE_ABOVE:
            return (a[0] * upper, a[1] * lower)
        return _applied(operator.mul, (a, constant), span)

    return scale


def _share(dividend: str, divisor: str, general: _Closure) -> _Closure:
    """Division of two variables, at once where they are whole and ``general`` where not."""

    def divide(values: Values, previous: Values | None) -> _Inner:
        a, b = values.get(dividend), values.get(divisor)
        if type(a) is int and type(b) is int and b > 0:
            return (a, b)
        return general(values, previous)

    return divide


_HOLDS: Final[dict[nodes.BinaryOperator, Callable[[int, int], bool]]] = {
    nodes.BinaryOperator.LESS: operator.lt,
    nodes.BinaryOperator.LESS_EQUAL: operator.le,
    nodes.BinaryOperator.GREATER: operator.gt,
    nodes.BinaryOperator.GREATER_EQUAL: operator.ge,
    nodes.BinaryOperator.EQUAL: operator.eq,
    nodes.BinaryOperator.NOT_EQUAL: operator.ne,
}


def _comparison(
    left: _Closure, right: _Closure, holds: Callable[[int, int], bool], span: nodes.Span
) -> _Closure:
    def decide(values: Values, previous: Values | None) -> _Inner:
        a, b = left(values, previous), right(values, previous)
        if type(a) is tuple and type(b) is tuple:
            return holds(a[0] * b[1], b[0] * a[1])
        outcome = _outcome((a, b))
        if outcome is not None:
            return outcome
        try:
            return holds(compare(_exact(a), _exact(b)), 0)
        except RootLimitError:
            return Undefined(sentences.formula.ROOTS_TOO_INVOLVED, span)

    return decide


def _negation(operand: _Closure) -> _Closure:
    def negate(values: Values, previous: Values | None) -> _Inner:
        value = operand(values, previous)
        return not value if isinstance(value, bool) else value

    return negate


def _connective(left: _Closure, right: _Closure, *, decisive: bool) -> _Closure:
    def connect(values: Values, previous: Values | None) -> _Inner:
        first = left(values, previous)
        if first is decisive:
            return decisive
        second = right(values, previous)
        if second is decisive:
            return decisive
        outcome = _outcome((first, second))
        return not decisive if outcome is None else outcome

    return connect


# ------------------------------------------------------------------------------------- functions


def _call(tree: nodes.Call) -> _Closure:
    arguments, span = tree.arguments, tree.span
    match tree.function:
        case Function.IF:
            return _choice(*map(_closure, arguments))
        case Function.FILL:
            return _filling(*map(_closure, arguments))
        case Function.PREVIOUS:
            return _previous_variable(_name_of(arguments[0]))
        case Function.ROUND:
            decimals = _decimals_of(arguments[1])
            return _strict(arguments[:1], lambda value: rounded_fraction(value, decimals), span)
        case Function.SQUARE_ROOT:
            return _strict(
                arguments, _refusing(square_root, sentences.formula.ROOT_OF_NEGATIVE, span), span
            )
        case Function.GEOMETRIC_MEAN:
            negative = sentences.formula.GEOMETRIC_MEAN_OF_NEGATIVE
            mean = _refusing(lambda *values: geometric_mean(values), negative, span)
            return _strict(arguments, mean, span)
        case function if function in _LISTINGS:
            return _listing(function, tuple(map(_closure, arguments)), span)
        case function:
            return _strict(arguments, _OPERATIONS[function], span)


def _choice(condition: _Closure, yes: _Closure, no: _Closure) -> _Closure:
    def choose(values: Values, previous: Values | None) -> _Inner:
        decided = condition(values, previous)
        if decided is True:
            return yes(values, previous)
        if decided is False:
            return no(values, previous)
        return decided

    return choose


def _filling(value: _Closure, substitute: _Closure) -> _Closure:
    def fill(values: Values, previous: Values | None) -> _Inner:
        found = value(values, previous)
        return substitute(values, previous) if isinstance(found, Missing) else found

    return fill


def _strict(
    operands: Sequence[nodes.Expression], operation: _Operation, span: nodes.Span
) -> _Closure:
    closures = tuple(map(_closure, operands))
    if len(closures) == 1:
        (only,) = closures
        return lambda values, previous: _applied(operation, (only(values, previous),), span)

    def apply(values: Values, previous: Values | None) -> _Inner:
        return _applied(operation, [closure(values, previous) for closure in closures], span)

    return apply


def _listing(function: Function, operands: tuple[_Closure, ...], span: nodes.Span) -> _Closure:
    """A function of any number of operands, folded over pairs where all operands are rational."""
    fold, general = _LISTINGS[function]

    def apply(values: Values, previous: Values | None) -> _Inner:
        results = [operand(values, previous) for operand in operands]
        pairs = [result for result in results if type(result) is tuple]
        if len(pairs) == len(results):
            return fold(pairs)
        return _applied(general, results, span)

    return apply


def _pair_sum(pairs: list[_Pair]) -> _Pair:
    numerator, denominator = 0, 1
    for p, q in pairs:
        if q == denominator:
            numerator += p
        else:
            numerator, denominator = numerator * q + p * denominator, denominator * q
            if denominator > _REDUCE_ABOVE:
                numerator, denominator = _reduced(numerator, denominator)
    return (numerator, denominator)


def _pair_mean(pairs: list[_Pair]) -> _Pair:
    numerator, denominator = _pair_sum(pairs)
    return (numerator, denominator * len(pairs))


_PAIRS_IN_ORDER: Final[Callable[[_Pair], Any]] = cmp_to_key(lambda p, q: p[0] * q[1] - q[0] * p[1])
_IN_ORDER: Final = cmp_to_key(compare)


def _sum(*values: Exact) -> Exact:
    return sum(values, Fraction(0))


def _absolute(value: Exact) -> Exact:
    return value if value >= 0 else -value


_LISTINGS: Final[dict[Function, tuple[Callable[[list[_Pair]], _Pair], _Operation]]] = {
    Function.SUM: (_pair_sum, _sum),
    Function.MEAN: (_pair_mean, lambda *values: _sum(*values) / Fraction(len(values))),
    Function.MIN: (partial(min, key=_PAIRS_IN_ORDER), lambda *values: min(values, key=_IN_ORDER)),
    Function.MAX: (partial(max, key=_PAIRS_IN_ORDER), lambda *values: max(values, key=_IN_ORDER)),
}

_OPERATIONS: Final[dict[Function, _Operation]] = {
    Function.ABSOLUTE: _absolute,
}
"""The functions that need all their arguments, and always have a value then."""


def _refusing(operation: Callable[..., Exact], reason: Text, span: nodes.Span) -> _Operation:
    """Return ``operation``, undefined for ``reason`` where an operand is negative."""
    undefined = Undefined(reason, span)

    def apply(*values: Exact) -> Exact | Undefined:
        return undefined if any(value < 0 for value in values) else operation(*values)

    return apply


def _name_of(tree: nodes.Expression) -> str:
    if not isinstance(tree, nodes.Name):
        raise TypeError(f"{Function.PREVIOUS.value} takes a variable")
    return tree.name


def _decimals_of(tree: nodes.Expression) -> int:
    if not isinstance(tree, nodes.Number) or tree.value.denominator != 1:
        raise TypeError(f"{Function.ROUND.value} takes a whole constant")
    return tree.value.numerator


# ---------------------------------------------------------------------------------------- common


def _applied(operation: _Operation, operands: Sequence[_Inner], span: nodes.Span) -> _Inner:
    """Return a strict operation's result on operands of any kind."""
    outcome = _outcome(operands)
    if outcome is not None:
        return outcome
    try:
        result = operation(*map(_exact, operands))
    except RootLimitError:
        return Undefined(sentences.formula.ROOTS_TOO_INVOLVED, span)
    return (result.numerator, result.denominator) if isinstance(result, Fraction) else result


def _outcome(operands: Sequence[_Inner]) -> Outcome | None:
    """Return what keeps a strict operation from being computed, if anything does."""
    undefined: Undefined | None = None
    names: dict[str, None] = {}
    for operand in operands:
        if isinstance(operand, Missing):
            names.update(dict.fromkeys(operand.names))
        elif undefined is None and isinstance(operand, Undefined):
            undefined = operand
    return Missing(tuple(names)) if names else undefined


def _exact(value: _Inner) -> Exact:
    if isinstance(value, tuple):
        return Fraction(value[0], value[1])
    if isinstance(value, Root):
        return value
    raise TypeError(f"a number was expected, not {value!r}")


def _reduced(numerator: int, denominator: int) -> _Pair:
    divisor = gcd(numerator, denominator)
    return (numerator // divisor, denominator // divisor)
