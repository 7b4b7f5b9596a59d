"""What can stand behind the numbers that an item prints: its variables, its value, its achievement.

Counts, money and targets are points; what was measured is the span of everything that prints so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache, partial
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text, format_number, sentences
from kesbang_iku.formula import (
    Exact,
    Expression,
    Name,
    Root,
    compile_exact,
    parse,
    round_half_up,
    variables,
)
from kesbang_iku.formula.linear import Quotient, linear, quotient
from kesbang_iku.formula.rounding import rounded_fraction
from kesbang_iku.formula.tree import looks_back
from kesbang_iku.indicator.achievement import MethodEngine
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.indicator.habits import load_habits
from kesbang_iku.indicator.inputs import Inputs, read_one
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.printed_number import WIDE_HABITS, PrintedNumber
from kesbang_iku.model.definition import Bounds
from kesbang_iku.worlds.reach import Piece, Point, Reach, piece_of, reach_of
from kesbang_iku.worlds.span import Span, exactly

SHOWN_DECIMALS: Final = 2
"""By how many decimals more than were printed a result is shown beside a print."""
_LEAST_DECIMALS: Final = 2
_PAIR: Final = 2
FROM_ZERO: Final = Bounds.model_construct(min=Fraction(0))
"""A print without a minus stands for no number below zero."""


@dataclass(frozen=True, slots=True)
class ValueWorlds:
    """What can stand behind a value: its formula, and the numbers printed for its variables."""

    reach: Reach
    numbers: Mapping[str, PrintedNumber]
    previous: Mapping[str, Fraction | int]
    scale: Fraction

    def rounded_first(self, printed: PrintedNumber) -> Text | None:
        """Return the numbers that give the print where parts were rounded before computing."""
        measured = {n: one for n, one in self.numbers.items() if not self.reach.spans[n].is_point}
        most = max((one.decimals for one in measured.values()), default=0)
        formula = compile_exact(self.reach.tree)
        plain = {name: one.value for name, one in self.numbers.items()}
        for decimals in range(most - 1, -1, -1):
            coarse = plain | {n: rounded_fraction(plain[n], decimals) for n in measured}
            value = formula(coarse)
            if coarse != plain and isinstance(value, Fraction) and printed.is_rounding_of(value):
                return said_to_give(coarse, value)
        return self._contributions(printed) if measured else None

    def _contributions(self, printed: PrintedNumber) -> Text | None:
        """Return the weighted parts that give the print where each was rounded before adding."""
        total = linear(self.reach.tree)
        if total is None or len(total.coefficients) < _PAIR or total.constant:
            return None
        parts = {
            name: rounded_fraction(weight * self.numbers[name].value, printed.decimals)
            for name, weight in total.coefficients.items()
        }
        return said_to_give(parts, printed.value) if sum(parts.values()) == printed.value else None

    def habit(self, printed: PrintedNumber) -> tuple[str, Text] | None:
        """Return the name of the first habit that gives a print, and the numbers that show it."""
        for name, reach, span in self._habits(printed):
            if reach.meets(span):
                return name, witness_text(reach, span, printed.decimals)
        return None

    def _habits(self, printed: PrintedNumber) -> Iterator[tuple[str, Reach, Span]]:
        plain = {name: exactly(one.value) for name, one in self.numbers.items()}
        as_printed = reach_of(self.reach.tree, plain) or self.reach
        for name, span in printed.rounded_otherwise():
            yield name, self.reach if name in WIDE_HABITS else as_printed, span
        known = {n: span.middle() for n, span in self.reach.spans.items() if span.is_point}
        numbers = {name: one for name, one in known.items() if isinstance(one, Fraction)}
        formula = quotient(self.reach.tree, numbers)
        free = quotient(self.reach.tree)
        if formula is not None and free is not None and not free.below.is_constant:
            turned = Quotient(free.below.times(self.scale * self.scale), free.above)
            yield "rasio_terbalik", self._of(turned), printed.span
            if free.below.coefficients.keys() <= self.previous.keys():
                below = free.below.at({n: Fraction(one) for n, one in self.previous.items()})
                if below:
                    earlier = Quotient(free.above.times(1 / below))
                    yield "penyebut_lama", self._of(earlier), printed.span
        if printed.value:
            for factor in (Fraction(1000), Fraction(1, 1000)):
                yield "seribu", self.reach, printed.span.times(factor)

    def _of(self, formula: Quotient) -> Reach:
        piece = piece_of(formula, self.reach.spans)
        return Reach(self.reach.tree, self.reach.spans, () if piece is None else (piece,))


def value_worlds(
    engine: Engine, item: ItemInput, inputs: Inputs, tree: Expression | None
) -> ValueWorlds | None:
    """Return what can stand behind the value that ``tree`` gives; ``None`` where nobody knows."""
    if tree is None or not set(variables(tree)) <= inputs.values.keys() or looks_back(tree):
        return None
    numbers: dict[str, PrintedNumber] = {}
    spans: dict[str, Span] = {}
    for name in variables(tree):
        limit = engine.limits[name]
        pointer = ("variabel", name)
        written = item.variabel[name]
        number, _ = read_one(written, name, limit.bounds, item, pointer, whole=limit.whole)
        if number is None:
            return None
        numbers[name] = number.as_typed
        spans[name] = span_of(number.as_typed, limit.bounds, whole=limit.whole)
    reach = reach_of(tree, spans)
    scale = engine.tables.units[engine.definition.satuan].skala
    return None if reach is None else ValueWorlds(reach, numbers, inputs.previous, scale)


def tree_behind(engine: Engine, inputs: Inputs) -> Expression | None:
    """Return the formula that gives the value of an item from the variables it has."""
    released = next((n for n in inputs.values if n in engine.releases), None)
    if released is not None:
        return Name(released)
    reduction = engine.reduction(inputs.values)
    return engine.base_tree if reduction is None else reduction.tree


def span_of(number: PrintedNumber, bounds: Bounds | None = None, *, whole: bool = False) -> Span:
    """Return what a printed number stands for, within what is possible at all."""
    if whole:
        return exactly(number.value)
    possible = Span(bounds.min, bounds.maks) if bounds else Span(None, None)
    return number.span.meet(possible) or exactly(number.value)


# ----------------------------------------------------------------------------------- achievements


def achievement_reach(engine: MethodEngine, values: Iterable[Span], goal: Goal) -> Reach | None:
    """Return what a method can give of values in these spans against a target.

    A policy that holds somewhere in a span adds what it sets; so do floor and cap.
    """
    tree = engine.tree
    target = {"target": goal.value, "target_min": goal.low, "target_maks": goal.high}
    known = {name: value for name, value in target.items() if value is not None}
    if not set(variables(tree)) <= {"realisasi", *known}:
        return None
    pieces: list[Piece] = []
    spans: dict[str, Span] = {}
    for value in values:
        spans = {"realisasi": value} | {name: exactly(one) for name, one in known.items()}
        set_by = [_policy(engine, known, one) for one in (value.low, value.middle(), value.high)]
        pieces += [Piece(exactly(one)) for one in set_by if isinstance(one, Fraction | Root)]
        found = reach_of(tree, spans) if None in set_by else None
        if found is not None:
            pieces += _limited(found.pieces, engine)
    return Reach(tree, spans, (*pieces,)) if pieces else None


def _policy(engine: MethodEngine, known: Point, value: Exact | None) -> Exact | bool | None:
    """Return what a policy sets, ``False`` where it sets none, ``None`` where none holds."""
    inputs = {**known, "realisasi": Fraction(0) if value is None else value}
    for holds, amount, _ in engine.policies:
        if holds(inputs) is True:
            given = None if amount is None else amount(inputs)
            return given if isinstance(given, Fraction | Root) else False
    return None


def _limited(pieces: Sequence[Piece], engine: MethodEngine) -> Iterator[Piece]:
    limits = engine.method.batas
    for piece in pieces:
        yield piece
        low, high = piece.span.low, piece.span.high
        if limits.bawah is not None and (low is None or low < limits.bawah):
            yield Piece(exactly(limits.bawah))
        if limits.atas is not None and (high is None or high > limits.atas):
            yield Piece(exactly(limits.atas))


@lru_cache(maxsize=64)
def _parsed(text: str) -> Expression:
    return parse(text)


def achievement_habit(
    printed: PrintedNumber, values: Sequence[Span], goal: Goal, polarity: str
) -> tuple[str, Text] | None:
    """Return the habit by whose formula a printed achievement comes about, and the numbers."""
    if goal.value is None:
        return None
    for habit in load_habits().kebiasaan:
        if habit.rumus is None or (habit.polaritas and polarity not in habit.polaritas):
            continue
        for value in values:
            spans = {"realisasi": value, "target": exactly(goal.value)}
            point = {"realisasi": value.middle(), "target": goal.value}
            if habit.jika and compile_exact(_parsed(habit.jika))(point) is not True:
                continue
            reach = reach_of(_parsed(habit.rumus), spans)
            if reach is not None and reach.meets(printed.span):
                return habit.nama, Text.same(habit.rumus)
    return None


# ------------------------------------------------------------------------------------------ texts


def written_number(value: Exact, decimals: int, language: Language) -> str:
    """Return a number as people write it, with at most so many decimals."""
    if isinstance(value, Fraction) and (value * 10**decimals).denominator == 1:
        return format_number(value, language)
    return format_number(round_half_up(value, decimals), language)


def said_to_give(numbers: Point, value: Exact, decimals: int = 4) -> Text:
    """Return which numbers give what, for somebody to check."""
    return sentences.indicator.GIVES.filled(
        angka=_listed(numbers), hasil=Text.each(partial(written_number, value, decimals))
    )


def _listed(numbers: Point) -> Text:
    return Text.each(
        lambda language: "; ".join(
            f"{name} {written_number(one, 9, language)}" for name, one in numbers.items()
        )
    )


def witness_text(reach: Reach, span: Span, decimals: int) -> Text:
    """Return unrounded numbers for which a formula gives a number in ``span``, or its two ends."""
    found = reach.witness(span)
    if found is None:
        return ends_text(reach.hull, decimals)
    point = found.point
    free = {name: one for name, one in point.items() if not reach.spans[name].is_point} or point
    return said_to_give(free, found.value, max(decimals + SHOWN_DECIMALS, _LEAST_DECIMALS))


def ends_text(span: Span, decimals: int) -> Text:
    """Return between which two numbers a span lies, rounded so that the difference still shows."""
    more = decimals + SHOWN_DECIMALS
    ends = {
        name: Text.each(partial(written_number, end, more)) if end is not None else Text.same("…")
        for name, end in (("dari", span.low), ("sampai", span.high))
    }
    half_open = span.has_low and not span.has_high
    form = sentences.indicator.AT_LEAST_LESS if half_open else sentences.indicator.FROM_TO
    return form.filled(**ends)


def where_seen(name: str) -> Text:
    """Return where a habit was seen, to stand behind a sentence; nothing where nobody noted it."""
    habit = load_habits().by_name.get(name)
    places = [] if habit is None else [one.di for one in habit.terlihat[:_PAIR]]
    if not places:
        return Text.same("")
    return sentences.indicator.SEEN_AT.filled(tempat="; ".join(places))
