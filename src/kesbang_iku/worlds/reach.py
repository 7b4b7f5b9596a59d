"""What a formula can give where its variables are only known to lie in spans, and by which numbers.

A quotient of sums takes its extremes over a box at corners of it. The corner is found by asking for
the largest of ``above - value * below``, which is a sum, with the value of the corner before: this
rises until it is the extreme itself. So the reach is exact, with its ends in it or not, and on the
line between its two corners lies a witness for every value of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.formula import (
    Binary,
    Call,
    Declaration,
    Exact,
    Expression,
    Function,
    Number,
    Root,
    compile_exact,
    result_interval,
    variables,
    walk,
)
from kesbang_iku.formula.linear import Linear, Quotient, product, quotient
from kesbang_iku.formula.parser import COMPARISONS
from kesbang_iku.formula.rounding import rounded_fraction
from kesbang_iku.worlds.span import ANYWHERE, Span, exactly

Point = Mapping[str, Fraction]
Spans = Mapping[str, Span]

_STEPS: Final = 60
"""Halvings of a line: a span of 1 is then finer than any print."""
_CHOOSING: Final = (Function.MIN, Function.MAX)
_ZERO: Final = Number(Fraction(0))
_MOST_DECIMALS: Final = 9


class Corner(NamedTuple):
    """An extreme: the value, where it is taken, and whether that place lies in the box."""

    value: Fraction
    point: Point
    inside: bool


class Witness(NamedTuple):
    """Numbers that can stand behind what was printed, and what a formula gives of them."""

    point: Point
    value: Exact


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a reach: what is given there, by which quotient, over which box.

    Without a quotient it is known to hold all values, but not by which numbers each is given.
    """

    span: Span
    formula: Quotient | None = None
    box: Spans | None = None

    def point_for(self, goal: Fraction) -> Point | None:
        """Return a place in the box where the quotient is ``goal``, on the line of two corners."""
        if self.formula is None or self.box is None:
            return None
        start, end = (_extreme(self.formula, self.box, sign).point for sign in (-1, 1))
        above, below = self.formula.above.at, self.formula.below.at
        whole = above(end) - above(start) - goal * (below(end) - below(start))
        if not whole:
            return {name: _inside(one) for name, one in self.box.items()}
        share = (goal * below(start) - above(start)) / whole
        return {name: start[name] + share * (end[name] - start[name]) for name in start}


@dataclass(frozen=True, slots=True)
class Reach:
    """What a formula can give of numbers in ``spans``, in pieces."""

    tree: Expression
    spans: Spans
    pieces: tuple[Piece, ...]

    def meets(self, span: Span) -> bool:
        """Say whether the formula can give a number in ``span``."""
        return any(piece.span.meets(span) for piece in self.pieces)

    @property
    def hull(self) -> Span:
        """Everything from the smallest to the largest that can be given."""
        return hull([piece.span for piece in self.pieces])

    def witness(self, span: Span) -> Witness | None:
        """Return numbers within the spans for which the formula gives a number in ``span``.

        They have as few decimals as will do, for somebody to check them by hand. ``None`` where
        there are none, or none was found.
        """
        for piece in self.pieces:
            goal = piece.span.meet(span)
            if goal is None:
                continue
            wanted = goal.middle()
            exact = None if isinstance(wanted, Root) else piece.point_for(wanted)
            found = exact or self._by_halving(goal)
            if found is not None:
                return self._short(piece, found, goal)
        return None

    def _value(self, piece: Piece | None, point: Point) -> Exact | None:
        if piece is not None and piece.formula is not None:
            return piece.formula.at(point)
        value = compile_exact(self.tree)(point)
        return value if isinstance(value, Fraction | Root) else None

    def _by_halving(self, goal: Span) -> Point | None:
        ends = [(one.low, one.high) for one in self.spans.values()]
        low, high = Fraction(0), Fraction(1)
        for _ in range(_STEPS):
            share = (low + high) / 2
            point = {
                name: start + share * (end - start)
                for name, (start, end) in zip(self.spans, ends, strict=True)
                if isinstance(start, Fraction) and isinstance(end, Fraction)
            }
            value = self._value(None, point) if len(point) == len(ends) else None
            if value is None or value in goal:
                return None if value is None else point
            is_below = goal.low is not None and value <= goal.low
            low, high = (share, high) if is_below else (low, share)
        return None

    def _short(self, piece: Piece, point: Point, goal: Span) -> Witness | None:
        """Return a place near one that gives what is wanted, with as few decimals as will do."""
        for decimals in range(_MOST_DECIMALS):
            near = {
                name: _inside(span) if span.is_point else rounded_fraction(point[name], decimals)
                for name, span in self.spans.items()
            }
            within = all(near[name] in span for name, span in self.spans.items())
            value = self._value(piece, near) if within else None
            if value is not None and value in goal:
                return Witness(near, value)
        value = self._value(piece, point)
        return None if value is None else Witness(point, value)


def _inside(span: Span) -> Fraction:
    middle = span.middle()
    return middle if isinstance(middle, Fraction) else Fraction(0)


def hull(spans: Sequence[Span]) -> Span:
    """Return everything from the smallest to the largest number of ``spans``."""
    low, high, *_ = ANYWHERE
    has_low = has_high = True
    if all(one.low is not None for one in spans):
        low = min(one.low for one in spans if one.low is not None)
        has_low = any(one.has_low for one in spans if one.low == low)
    if all(one.high is not None for one in spans):
        high = max(one.high for one in spans if one.high is not None)
        has_high = any(one.has_high for one in spans if one.high == high)
    return Span(low, high, has_low, has_high)


def reach_of(tree: Expression, spans: Spans) -> Reach | None:
    """Return what ``tree`` can give of numbers in ``spans``; ``None`` if it gives nothing.

    Args:
        tree: a formula over numbers.
        spans: where each of its variables lies.
    """
    wanted = {name: spans[name] for name in variables(tree)}
    known = {name: _inside(span) for name, span in wanted.items() if span.is_point}
    free = [name for name in wanted if name not in known]
    if not free:
        value = compile_exact(tree)(known)
        if not isinstance(value, Fraction | Root):
            return None
        return Reach(tree, wanted, (Piece(exactly(value)),))
    formula = quotient(tree, known)
    if formula is not None:
        pieces = [piece_of(formula, wanted)]
    elif len(free) == 1:
        pieces = [*_between_turns(tree, free[0], wanted, known)]
    else:
        pieces = [_enclosed(tree, wanted)]
    found = [piece for piece in pieces if piece is not None]
    return Reach(tree, wanted, (*found,)) if found else None


def piece_of(formula: Quotient, spans: Spans) -> Piece | None:
    """Return what a quotient gives over a box; ``None`` if it has no value anywhere."""
    if formula.below.is_constant:
        span = sum_reach(formula.above.times(1 / formula.below.constant), spans)
        return Piece(span, formula, spans)
    divisor = sum_reach(formula.below, spans)
    if divisor.is_point and not divisor.low:
        return None
    bounded = all(isinstance(end, Fraction) for one in spans.values() for end in one[:2])
    if not bounded:
        return Piece(ANYWHERE)
    if not divisor.low or not divisor.high or Fraction(0) in divisor:
        return Piece(_beside_zero(formula, spans, divisor), formula, None)
    low, high = _extreme(formula, spans, -1), _extreme(formula, spans, 1)
    return Piece(Span(low.value, high.value, low.inside, high.inside), formula, spans)


def _beside_zero(formula: Quotient, spans: Spans, divisor: Span) -> Span:
    """Return what a quotient gives where its divisor may be 0, or as near to it as one likes."""
    above = sum_reach(formula.above, spans)
    if divisor.low != 0 and divisor.high != 0:
        return ANYWHERE
    positive = divisor.low == 0
    if above.low is not None and above.low > 0:
        bounded_below = positive
    elif above.high is not None and above.high < 0:
        bounded_below = not positive
    else:
        return ANYWHERE
    end = _extreme(formula, spans, -1 if bounded_below else 1)
    if bounded_below:
        return Span(end.value, None, has_low=end.inside)
    return Span(None, end.value, has_high=end.inside)


def _extreme(formula: Quotient, spans: Spans, sign: int) -> Corner:
    """Return where a quotient is largest (``sign`` 1) or smallest (-1)."""
    point: dict[str, Fraction] = {name: _inside(span) for name, span in spans.items()}
    divisor = formula.below.at(point)
    value = formula.above.at(point) / divisor
    sign = sign if divisor > 0 else -sign
    above, below = formula.above.coefficients, formula.below.coefficients
    while True:
        inside = True
        for name, span in spans.items():
            slope = sign * (above.get(name, 0) - value * below.get(name, 0))
            if not slope:
                continue
            end, within = (span.high, span.has_high) if slope > 0 else (span.low, span.has_low)
            if isinstance(end, Fraction):
                point[name] = end
            inside = inside and within
        reached = formula.above.at(point) / formula.below.at(point)
        if reached == value:
            return Corner(value, point, inside)
        value = reached


def sum_reach(total: Linear, spans: Spans) -> Span:
    """Return what a sum can give of numbers in ``spans``."""
    low: Exact | None = total.constant
    high: Exact | None = total.constant
    has_low = has_high = True
    for name, weight in total.coefficients.items():
        if not weight:
            continue
        one = spans[name]
        if weight < 0:
            one = Span(one.high, one.low, one.has_high, one.has_low)
        low = None if low is None or one.low is None else low + weight * one.low
        high = None if high is None or one.high is None else high + weight * one.high
        has_low, has_high = has_low and one.has_low, has_high and one.has_high
    return Span(low, high, has_low, has_high)


def _between_turns(
    tree: Expression, name: str, spans: Spans, known: Point
) -> Iterator[Piece | None]:
    """Yield the reach between the places where a formula of one variable turns, and at them."""
    span = spans[name]
    turns = _turns(tree, known)
    if turns is None or not isinstance(span.low, Fraction) or not isinstance(span.high, Fraction):
        yield _enclosed(tree, spans)
        return
    formula = compile_exact(tree)
    inner = {turn for turn in turns if span.low < turn < span.high}
    ends = sorted({span.low, span.high} | inner)
    for turn in inner:
        value = formula({**known, name: turn})
        if isinstance(value, Fraction | Root):
            yield Piece(exactly(value))
    for start, end in pairwise(ends):
        within = start == span.low and span.has_low, end == span.high and span.has_high
        part = {**spans, name: Span(start, end, *within)}
        folded = quotient(tree, known, {name: (start + end) / 2})
        yield _enclosed(tree, part) if folded is None else piece_of(folded, part)


def _turns(tree: Expression, known: Point) -> list[Fraction] | None:
    """Return where a formula of one variable may turn; ``None`` where that is not known."""
    pairs: list[tuple[Expression, Expression]] = []
    for node in walk(tree):
        match node:
            case Binary(operator=operator, left=left, right=right) if operator in COMPARISONS:
                pairs.append((left, right))
            case Call(function=Function.ABSOLUTE, arguments=arguments):
                pairs.append((arguments[0], _ZERO))
            case Call(function=function, arguments=arguments) if function in _CHOOSING:
                pairs += combinations(arguments, 2)
            case _:
                pass
    found = [_roots(quotient(one, known), quotient(other, known)) for one, other in pairs]
    return None if None in found else [root for roots in found for root in roots or ()]


def _roots(one: Quotient | None, other: Quotient | None) -> list[Fraction] | None:
    """Return where two quotients of one variable are the same, or have no value."""
    if one is None or other is None:
        return None
    left, right = product(one.above, other.below), product(other.above, one.below)
    if left is None or right is None:
        return None
    lines = (left.plus(right, Fraction(-1)), one.below, other.below)
    slopes = [(line, slope) for line in lines for slope in line.coefficients.values()]
    return [-line.constant / slope for line, slope in slopes if slope]


def _enclosed(tree: Expression, spans: Spans) -> Piece | None:
    """Return an enclosure of what a formula gives, for those that are no quotient of sums."""
    declared = {
        name: Declaration(
            None,
            span.low if isinstance(span.low, Fraction) else None,
            span.high if isinstance(span.high, Fraction) else None,
            whole=False,
        )
        for name, span in spans.items()
    }
    found = result_interval(tree, declared)
    return None if found is None else Piece(Span(found.lower, found.upper))
