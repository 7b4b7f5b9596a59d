"""What a result below its target needs to reach it: of which count how many, all else as it is.

The count that may move is the one that the definition itself holds to be a part of another number
(``konflik_diselesaikan <= konflik``), or the only number of the formula. With all others standing
still the value is a quotient of two sums of that one count, and so rises or falls along it without
turning wherever its divisor does not vanish: the first whole number that reaches the target is
found by halving, and held against the rules of the definition as any report is.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.formula import (
    Binary,
    BinaryOperator,
    Exact,
    Expression,
    Name,
    Root,
    compile_exact,
    fraction_of,
    parse,
    round_half_up,
)
from kesbang_iku.formula.linear import Linear, quotient
from kesbang_iku.indicator.computed_item import ComputedItem
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.goal import Goal, GoalKind, numbers_of
from kesbang_iku.indicator.need import Need
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.model.vocabulary import Polarity

_FARTHEST: Final = 10**18
"""How far a count without an end is looked along: no count of people or rupiah is larger."""


class _Movable(NamedTuple):
    """A variable that may move, and what it may not exceed."""

    name: str
    whole: Expression | None


def need_of(engine: Engine, result: ComputedItem) -> Need | None:
    """Return what ``result``, which ``engine`` computed, needs to reach its target.

    ``None`` where it is reached, where nothing of it is counted, where several counts might move,
    or where no whole number within the bounds of the definition reaches it.
    """
    search = _Search.of(engine, result)
    return None if search is None else search.need()


@dataclass(frozen=True, slots=True)
class _Search:
    """One result below its target, and the count that may move."""

    engine: Engine
    result: ComputedItem
    goal: Goal
    now: int
    movable: _Movable

    @classmethod
    def of(cls, engine: Engine, result: ComputedItem) -> "_Search | None":
        goal = result.target
        computed = result.status is Status.COMPLETE and result.asal is Origin.COMPUTED
        if goal is None or not computed or result.tercapai is not False:
            return None
        movable = _movable(engine)
        now = None if movable is None else result.masukan.get(movable.name)
        if movable is None or now is None or now != int(now):
            return None
        return cls(engine, result, goal, int(now), movable)

    def need(self) -> Need | None:
        """Return the first whole number that reaches the target."""
        rising = self._should_rise()
        slope = self._slope()
        if rising is None or not slope:
            return None
        step = 1 if (slope > 0) == rising else -1
        past = self._passes(rising=rising)
        far = self._far_end(step, past)
        if far is None or self._crosses_pole(far):
            return None
        near = self.now
        while abs(far - near) > 1:
            middle = (near + far) // 2
            near, far = (near, middle) if past(middle) else (middle, far)
        return self._settled(far)

    def _settled(self, number: int) -> Need | None:
        """Return the number as what is needed, if a report with it is right and reaches it."""
        inputs = {**self.result.masukan, self.movable.name: number}
        exact = self._exact(number)
        definition = self.engine.definition
        if exact is None or not definition.rentang.contains(exact):
            return None
        if any(holds(inputs) is False for holds, _ in self.engine.rules):
            return None
        published = round_half_up(exact, definition.desimal)
        scale = self.engine.scale(self.result.tingkat)
        if self.engine.scorer.scorer(published, exact, self.goal, scale).reached is not True:
            return None
        label = definition.variables_by_name[self.movable.name].label
        name = self.movable.name
        return Need(name, label, self.now, number, self._whole(), published)

    def _should_rise(self) -> bool | None:
        """Say whether the value has to rise, or to fall."""
        direction: Polarity = self.goal.direction or self.engine.definition.polaritas
        if direction != "stabilkan":
            return direction == "maksimalkan"
        numbers = numbers_of(self.goal)
        nilai = self.result.nilai
        return fraction_of(nilai) < numbers[0] if numbers and nilai is not None else None

    def _passes(self, *, rising: bool) -> Callable[[int], bool]:
        """Return what says whether a number brings the value past the near end of the target."""
        numbers = numbers_of(self.goal)
        decimals = self.engine.definition.desimal
        scale = self.engine.scale(self.result.tingkat)
        end = None
        if numbers:
            direction: Polarity = "maksimalkan" if rising else "minimalkan"
            value = numbers[0] if rising else numbers[-1]
            end = replace(self.goal, kind=GoalKind.BOUND, value=value, low=None, high=None)
            end = replace(end, direction=direction)

        def passes(number: int) -> bool:
            exact = self._exact(number)
            if exact is None:
                return False
            published = round_half_up(exact, decimals)
            if end is None:
                found = self.engine.scorer.scorer(published, exact, self.goal, scale)
                return found.reached is True
            return end.reached_by(fraction_of(published), self.engine.definition.polaritas) is True

        return passes

    def _far_end(self, step: int, passes: Callable[[int], bool]) -> int | None:
        """Return a number that reaches the target, the last one there can be where one is known."""
        last = self._last(step)
        if last is not None:
            return last if step * (last - self.now) > 0 and passes(last) else None
        distance = 1
        while distance <= _FARTHEST:
            if passes(self.now + step * distance):
                return self.now + step * distance
            distance *= 2
        return None

    def _last(self, step: int) -> int | None:
        """Return the last number there can be in a direction, ``None`` where there is none."""
        limits = self.engine.limits[self.movable.name]
        if step < 0:
            return None if limits.minimum is None else ceil(limits.minimum)
        ends = [end for end in (limits.maximum, self._whole()) if end is not None]
        return floor(min(ends)) if ends else None

    def _whole(self) -> int | Fraction | None:
        if self.movable.whole is None:
            return None
        found = compile_exact(self.movable.whole)(self.result.masukan)
        return found if isinstance(found, int | Fraction) and found is not True else None

    def _exact(self, number: int) -> Exact | None:
        if self.engine.formula is None:
            return None
        inputs = {**self.result.masukan, self.movable.name: number}
        found = self.engine.formula(inputs, self.result.sebelumnya)
        return found if isinstance(found, Fraction | Root) else None

    def _sums(self) -> tuple[Linear, Linear] | None:
        """Return what stands above and below the line, as sums of the one count alone."""
        others: Mapping[str, Fraction] = {
            name: Fraction(value)
            for name, value in self.result.masukan.items()
            if name != self.movable.name
        }
        tree = self.engine.definition.tree
        found = None if tree is None else quotient(tree, others)
        return None if found is None else (found.above, found.below)

    def _slope(self) -> Fraction:
        """Return a number with the sign of how the value goes as the count grows; 0: unknown."""
        sums = self._sums()
        if sums is None:
            return Fraction(0)
        above, below = sums
        name, none = self.movable.name, Fraction(0)
        return above.coefficients.get(
            name, none
        ) * below.constant - above.constant * below.coefficients.get(name, none)

    def _crosses_pole(self, far: int) -> bool:
        """Say whether the divisor vanishes on the way: the value jumps there."""
        sums = self._sums()
        if sums is None:
            return True
        ends = [sums[1].at({self.movable.name: Fraction(one)}) for one in (self.now, far)]
        return ends[0] * ends[1] <= 0


def _movable(engine: Engine) -> _Movable | None:
    """Return the one count that may move, ``None`` where there is none or more than one."""
    counted = [name for name in engine.needed if engine.limits[name].whole]
    if len(engine.needed) == 1 and counted:
        return _Movable(counted[0], None)
    parts = []
    for rule in engine.definition.aturan:
        tree = parse(rule.ekspresi)
        if not isinstance(tree, Binary) or tree.operator is not BinaryOperator.LESS_EQUAL:
            continue
        if isinstance(tree.left, Name) and tree.left.name in counted:
            parts.append(_Movable(tree.left.name, tree.right))
    return parts[0] if len(parts) == 1 else None
