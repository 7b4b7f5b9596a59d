"""Whether two formulas are the same function, whatever their variables are called.

Decided by exact evaluation at points, not by rewriting: rules for rewriting never cover everything
people write for the same thing, values do.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice, product
from random import Random
from typing import Final, NamedTuple

from kesbang_iku.formula import tree as nodes
from kesbang_iku.formula.exact import Evaluator, Input, Value, compile_exact
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.outcomes import Missing, Undefined
from kesbang_iku.formula.parser import COMPARISONS, is_condition, parse
from kesbang_iku.formula.roots import RootLimitError

SEED: Final = 20_251_110
"""Points are the same on every run, so the answer is too."""

POINTS: Final = 48
"""How many points are drawn at random, behind one of small whole numbers, as a witness should be.
Two different conditions agree at one by chance about every second time, two different rational
functions practically never."""

MAXIMUM_EDGE_POINTS: Final = 600
"""How many points at and beside the values where a formula may turn are looked at besides."""

_ARITHMETIC: Final = frozenset(
    {
        nodes.BinaryOperator.ADD,
        nodes.BinaryOperator.SUBTRACT,
        nodes.BinaryOperator.MULTIPLY,
        nodes.BinaryOperator.DIVIDE,
    }
)
BASE: Final = Fraction(1)
"""The value of all other variables while one moves."""
_RATIONAL: Final = frozenset({Function.SUM, Function.MEAN, Function.PREVIOUS})
"""Functions that make a rational function of rational functions."""

_BESIDE: Final = (Fraction(1, 1000), Fraction(-1, 1000), Fraction(1), Fraction(-1))
"""How far from such a value the points beside it are, the nearest first."""

MAXIMUM_TRIALS: Final = 5_000
"""How many assignments of one more variable are tried before giving up. Only formulas made to be
hard to tell apart need more than the square of the number of variables."""


_LEVELS: Final = tuple(map(Fraction, (2, 3, 5)))
"""What all variables hold together when two formulas that differ are first held against each
other: then it makes no difference which variable of the one is which of the other."""


class Witness(NamedTuple):
    """Numbers that show that two formulas are not the same function.

    Attributes:
        values: what the variables of the first one hold, and those of the second that take their
            place.
        previous: what they held in the period before, if that makes a difference.
        ours: what the first one gives.
        theirs: what the second one gives.
        level: what all variables hold, if all hold the same.
        level_before: what all of them held in the period before, likewise.
    """

    values: dict[str, Input]
    previous: dict[str, Input]
    ours: Value
    theirs: Value
    level: Fraction | None = None
    level_before: Fraction | None = None


class Equality(NamedTuple):
    """What comparing two formulas came to.

    Attributes:
        renaming: the variables of the second one that take the place of those of the first, if the
            formulas are the same function.
        points: at how many points they were held against each other.
        tried_all: whether no other renaming is left to try; if not, that there is none is no proof.
        witness: numbers that show that they differ, for at least one way to rename the variables;
            those with a level show it for all ways.
    """

    renaming: dict[str, str] | None
    points: int
    tried_all: bool = True
    witness: Witness | None = None


class _Point(NamedTuple):
    """Values for the variables in order, and one value for all variables not yet assigned."""

    values: tuple[Input, ...]
    previous: tuple[Input, ...]
    rest: Fraction


class _Side(NamedTuple):
    """One of the two formulas."""

    evaluate: Evaluator
    names: tuple[str, ...]


def equal(first: nodes.Expression | str, second: nodes.Expression | str) -> dict[str, str] | None:
    """Find a renaming of variables under which two formulas are the same function.

    "The same" includes where they are undefined, and what they do about missing values. Both must
    have equally many variables: ``a + b - b`` is not taken for ``a``.

    Args:
        first: A tree, or a text.
        second: A tree, or a text.

    Returns:
        For every variable of ``first`` the one of ``second`` that takes its place, or ``None`` if
        there is no such renaming. Variables of the same name are matched first.

        ``None`` is certain, except that the search gives up after ``MAXIMUM_TRIALS`` trials. A
        renaming is certain up to the choice of points: formulas that differ only in a place that no
        point reaches, or only by less than can be decided about roots of a high degree, are taken
        for equal. Two rational functions that differ agree at all points with a probability below
        10**-40. Where a formula compares, divides or chooses, the points include each constant in
        either formula, and each value at which what it compares is equal (see ``edge_values``),
        with their neighbours: as the value of every variable in turn, the others being 1, above
        all those values, or below them, and of all variables together, up to
        ``MAXIMUM_EDGE_POINTS`` points.

    Raises:
        FormulaError: A text is not a formula.
    """
    return decide_equality(first, second).renaming


def decide_equality(first: nodes.Expression | str, second: nodes.Expression | str) -> Equality:
    """Return whether two formulas are the same function, and how that is known.

    See :func:`equal` for what is certain of it.

    Raises:
        FormulaError: A text is not a formula.
    """
    left = parse(first) if isinstance(first, str) else first
    right = parse(second) if isinstance(second, str) else second
    ours = _Side(compile_exact(left), nodes.variables(left))
    theirs = _Side(compile_exact(right), nodes.variables(right))
    back = nodes.looks_back(left) or nodes.looks_back(right)
    if is_condition(left) != is_condition(right) or len(ours.names) != len(theirs.names):
        return Equality(None, 0, witness=_at_a_level(ours, theirs, back=back))
    points = _points(left, right, len(ours.names))
    search = _Search(ours, theirs, points)
    renaming = search.run()
    if renaming is not None:
        return Equality(renaming, len(points))
    witness = _at_a_level(ours, theirs, back=back) or search.witness
    if witness is not None and not back:
        witness = witness._replace(previous={})
    return Equality(None, len(points), search.tried_all, witness)


def _at_a_level(ours: _Side, theirs: _Side, *, back: bool) -> Witness | None:
    """Return a number that all variables may hold at which the two formulas differ."""
    for level in _LEVELS:
        point = _Point((), (), level)
        # The period before holds more, so that a change shows.
        before = _Point((), (), level + 1)
        one, two = (side.evaluate(*_held(side, (), point, before)) for side in (ours, theirs))
        # To Python, what is true equals 1.
        if isinstance(one, bool) != isinstance(two, bool) or not _same(one, two, {}):
            return Witness({}, {}, one, two, level, level + 1 if back else None)
    return None


def unproven(*formulas: nodes.Expression | str) -> tuple[str, ...]:
    """Return what in ``formulas`` keeps :func:`equal` from proving them equal, as it is spelt.

    Rational functions that agree at its points are the same. Of formulas that compare, choose, draw
    roots or fill in what is missing it says only that they agree at the points it looked at.
    """
    trees = [parse(one) if isinstance(one, str) else one for one in formulas]
    spelt = (_not_rational(node) for tree in trees for node in nodes.walk(tree))
    return tuple(sorted({word for word in spelt if word is not None}))


def _not_rational(node: nodes.Expression) -> str | None:
    if isinstance(node, nodes.Call):
        return None if node.function in _RATIONAL else node.function.value
    if isinstance(node, nodes.Binary) and node.operator not in _ARITHMETIC:
        return node.operator.value
    return None


class _Search:
    """Assigns variables one after the other.

    While some are not assigned, all of those hold one same value, on both sides: then their order
    does not matter, and a wrong assignment shows as soon as it is made.
    """

    def __init__(self, ours: _Side, theirs: _Side, points: list[_Point]) -> None:
        self._ours = ours
        self._theirs = theirs
        self._points = points
        self._trials = 0
        self._deepest = -1
        self.tried_all = True
        """Whether the search did not give up."""
        self.witness: Witness | None = None
        """Where the assignment of the most variables failed, the first of them."""
        self._expected: dict[int, list[Value]] = {}
        """What our formula gives, by how many variables are assigned, as far as it was asked."""

    def run(self) -> dict[str, str] | None:
        if not self._holds([]):
            return None
        found = self._extended([])
        return None if found is None else dict(zip(self._ours.names, found, strict=True))

    def _extended(self, chosen: list[str]) -> list[str] | None:
        names = self._ours.names
        if len(chosen) == len(names):
            return chosen
        wanted = names[len(chosen)]
        free = [name for name in self._theirs.names if name not in chosen]
        for candidate in sorted(free, key=lambda name: name != wanted):
            if self._trials >= MAXIMUM_TRIALS:
                self.tried_all = False
                return None
            self._trials += 1
            longer = [*chosen, candidate]
            if self._holds(longer):
                complete = self._extended(longer)
                if complete is not None:
                    return complete
        return None

    def _holds(self, chosen: list[str]) -> bool:
        renamed = dict(zip(self._ours.names, chosen, strict=False))
        assigned = len(chosen)
        own = self._ours.names[:assigned]
        expected = self._expected.setdefault(assigned, [])
        for number, point in enumerate(self._points):
            # Most candidates are wrong at the first points; no more are asked for than needed.
            if number == len(expected):
                expected.append(_value_at(self._ours, own, point))
            found = _value_at(self._theirs, chosen, point)
            if not _same(expected[number], found, renamed):
                if assigned > self._deepest and None not in {*point.values, *point.previous}:
                    self._deepest = assigned
                    held = _held(self._ours, own, point, point)
                    self.witness = Witness(*held, expected[number], found)
                return False
        return True


def _value_at(side: _Side, assigned: Sequence[str], point: _Point) -> Value:
    return side.evaluate(*_held(side, assigned, point, point))


def _held(
    side: _Side, assigned: Sequence[str], point: _Point, before: _Point
) -> tuple[dict[str, Input], dict[str, Input]]:
    """Return what the variables of a formula hold at a point, and in the period before."""
    values: dict[str, Input] = dict.fromkeys(side.names, point.rest)
    previous: dict[str, Input] = dict.fromkeys(side.names, before.rest)
    values |= zip(assigned, point.values, strict=False)
    previous |= zip(assigned, before.previous, strict=False)
    return values, previous


def _same(ours: Value, theirs: Value, renamed: dict[str, str]) -> bool:
    if isinstance(ours, Missing):
        return isinstance(theirs, Missing) and set(theirs.names) == {
            _renamed(name, renamed) for name in ours.names
        }
    if isinstance(ours, Undefined) or isinstance(theirs, Undefined):
        return isinstance(ours, Undefined) and isinstance(theirs, Undefined)
    try:
        return ours == theirs
    except RootLimitError:
        # Too alike to be told apart within the limits: this point says nothing.
        return True


def _renamed(name: str, renamed: dict[str, str]) -> str:
    if name in renamed:
        return renamed[name]
    start, end = f"{Function.PREVIOUS.value}(", ")"
    inner = name.removeprefix(start).removesuffix(end)
    return f"{start}{renamed[inner]}{end}"


def _points(left: nodes.Expression, right: nodes.Expression, count: int) -> list[_Point]:
    random = Random(SEED)
    constants = sorted(
        {
            node.value
            for tree in (left, right)
            for node in nodes.walk(tree)
            if isinstance(node, nodes.Number)
        }
    )
    near = [value + step for value in constants for step in (-1, Fraction(-1, 7), 0, 1)]
    near += [Fraction(number) for number in range(-2, 4)]

    def positive() -> Fraction:
        return Fraction(random.randint(1, 99_991), random.randint(1, 997))

    def any_sign() -> Fraction:
        return positive() * random.choice((-1, 1))

    def small() -> Fraction:
        return random.choice(near)

    def mixed() -> Fraction:
        return random.choice((positive, any_sign, small))()

    def holey() -> Fraction | None:
        return None if random.random() < 1 / (1 + count) else mixed()

    plain = tuple(map(Fraction, range(3, 3 + count)))
    points = [_Point(plain, tuple(value + count for value in plain), Fraction(2))]
    for index in range(POINTS):
        draw = (positive, positive, small, mixed, any_sign, holey)[index % 6]
        values = tuple(draw() for _ in range(count))
        previous = tuple(draw() for _ in range(count))
        points.append(_Point(values, previous, small() if index % 3 else positive()))
    return [*points, *islice(_edge_points(left, right, count), MAXIMUM_EDGE_POINTS)]


def _edge_points(left: nodes.Expression, right: nodes.Expression, count: int) -> Iterator[_Point]:
    """Yield the points at which one of the formulas may turn, then those beside them."""
    exact = edge_values((left, right))
    if not exact:
        return
    is_of_two = nodes.looks_back(left)
    beside = tuple(value + step for step in _BESIDE for value in exact)
    # What holds of the other variables decides whether one of them is asked for at all.
    for values, others in ((exact, (BASE, exact[-1] + 1, exact[0] - 1)), (beside, (BASE,))):
        for value in values:
            yield _Point((value,) * count, (value,) * count, value)
            for other, index in product(others, range(count)):
                base = (other,) * count
                moved = (*base[:index], value, *base[index + 1 :])
                yield _Point(moved, moved, other)
                if is_of_two:
                    yield _Point(base, moved, other)


# ---------------------------------------------------------------------------- where formulas turn

# Two formulas that differ by `<` and `<=` alone are the same everywhere but where a comparison
# tips, a bound bites or a quotient ends, so no number of points drawn at random tells them apart.


def edge_values(trees: Iterable[nodes.Expression]) -> tuple[Fraction, ...]:
    """Return the values at which one of ``trees`` may turn, in ascending order.

    These are the constants in them, and the roots of what is compared, divided by, or chosen from,
    found along each variable while all others are ``BASE``, and along all variables together. A
    root is found where what is compared is linear along that line, as nearly everything in
    indicators is. Formulas that cannot turn, sums and products of their variables, have none.
    """
    known = tuple(trees)
    edges = [edge for tree in known for edge in _edges(tree)]
    if not edges:
        return ()
    constants = {
        node.value for tree in known for node in nodes.walk(tree) if isinstance(node, nodes.Number)
    }
    return tuple(sorted(constants.union(*map(_roots, edges))))


def _edges(tree: nodes.Expression) -> Iterator[nodes.Expression]:
    """Yield the expressions in ``tree`` whose zeros are where it may turn."""
    for node in nodes.walk(tree):
        match node:
            case nodes.Binary(operator=nodes.BinaryOperator.DIVIDE, right=below) if nodes.variables(
                below
            ):
                yield below
            case nodes.Binary(operator=operator, left=left, right=right) if operator in COMPARISONS:
                yield nodes.Binary(nodes.BinaryOperator.SUBTRACT, left, right)
            case nodes.Call(function=function) if function.row.turns == "alike":
                for one, other in combinations(nodes.operands(node), 2):
                    yield nodes.Binary(nodes.BinaryOperator.SUBTRACT, one, other)
            case nodes.Call(function=function) if function.row.turns == "zero":
                yield from nodes.operands(node)
            case _:
                pass


def _roots(edge: nodes.Expression) -> Iterator[Fraction]:
    """Yield where ``edge`` is zero along each line, so far as it is linear there."""
    evaluate, names = compile_exact(edge), nodes.variables(edge)
    for moving in (*((name,) for name in names), names):

        def at(value: Fraction, moving: tuple[str, ...] = moving) -> Value:
            point: dict[str, Input] = {**dict.fromkeys(names, BASE), **dict.fromkeys(moving, value)}
            return evaluate(point, point)

        start, end = at(Fraction(0)), at(Fraction(1))
        if isinstance(start, Fraction) and isinstance(end, Fraction) and start != end:
            root = start / (start - end)
            if at(root) == 0:
                yield root
