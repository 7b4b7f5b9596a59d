"""Holding a value against a target, by a method of the catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Text, sentences
from kesbang_iku.formula import (
    Exact,
    Expression,
    Missing,
    Root,
    Undefined,
    Value,
    compile_exact,
    fraction_of,
    parse,
    round_half_up,
)
from kesbang_iku.indicator.goal import Goal, GoalKind
from kesbang_iku.model.method import Method, Policy
from kesbang_iku.model.scale import Scale, ScaleClass
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import Polarity

Evaluator = Callable[[Mapping[str, Exact]], Value]


@dataclass(frozen=True)
class Achievement:
    """A published value held against a target.

    Attributes:
        goal: the target.
        method: name of the achievement method.
        exact: the achievement in percent, within the method's limits; ``None`` if undefined.
        published: ``exact``, rounded as the method says.
        unlimited: the achievement before floor and cap, rounded; differs only where one bites.
        reached: whether the target is reached.
        why: why it is undefined, or which policy decided.
        category: class of the achievement (``predikat``).
    """

    goal: Goal
    method: str
    exact: Fraction | Root | None = None
    published: Decimal | None = None
    unlimited: Decimal | None = None
    reached: bool | None = None
    why: Text | None = None
    category: str | None = None

    @property
    def reason(self) -> str | None:
        """Why it is undefined, or which policy decided, in Indonesian."""
        return None if self.why is None else self.why.id


class Percentage(NamedTuple):
    """What a method gives: the achievement exact, published, and without limits; or the reason."""

    exact: Fraction | Root | None = None
    published: Decimal | None = None
    unlimited: Decimal | None = None
    reason: Text | None = None


@dataclass(frozen=True)
class MethodEngine:
    """An achievement method, its formula and policies compiled."""

    method: Method

    @cached_property
    def formula(self) -> Evaluator:
        """The method's formula."""
        return compile_exact(self.tree)

    @cached_property
    def tree(self) -> Expression:
        """The same as a tree."""
        return parse(self.method.rumus)

    @cached_property
    def policies(self) -> tuple[tuple[Evaluator, Evaluator | None, Policy], ...]:
        """The conditions of the policies, each with the achievement it sets."""
        return tuple(
            (
                compile_exact(parse(policy.jika)),
                None if policy.capaian is None else compile_exact(parse(policy.capaian)),
                policy,
            )
            for policy in self.method.kebijakan
        )

    def achieve(self, inputs: Mapping[str, Exact]) -> Percentage:
        """Return the percentage for these inputs, or the reason there is none."""
        for holds, amount, policy in self.policies:
            if holds(inputs) is True:
                reason = policy.reason
                if amount is None:
                    return Percentage(reason=reason)
                return self._published(amount(inputs), reason)
        return self._published(self.formula(inputs), None)

    def _published(self, value: Value, reason: Text | None) -> Percentage:
        if isinstance(value, Undefined):
            return Percentage(reason=value.reason)
        if isinstance(value, (Missing, bool)):
            return Percentage(reason=reason)
        limited = self._limited(value)
        decimals = self.method.desimal
        published = round_half_up(limited, decimals)
        unlimited = published if limited is value else round_half_up(value, decimals)
        return Percentage(limited, published, unlimited, reason)

    def _limited(self, value: Fraction | Root) -> Fraction | Root:
        floor, cap = self.method.batas.bawah, self.method.batas.atas
        if floor is not None and value < floor:
            return floor
        return cap if cap is not None and value > cap else value


@dataclass(frozen=True)
class Scorer:
    """Judges values of one indicator: by which method, and by which scales.

    Attributes:
        single: the method for targets that are one number.
        ranged: the method for targets that are a range, if the catalog has one.
        polarity: the direction in which values are better.
        scale: the scale of the achievement; without one there are no classes.
    """

    single: MethodEngine
    ranged: MethodEngine | None
    polarity: Polarity
    scale: Scale | None

    def engine_for(self, goal: Goal) -> MethodEngine | None:
        """Return the method for ``goal``, ``None`` where the catalog has none for ranges."""
        return self.ranged if goal.kind is GoalKind.RANGE else self.single

    def scorer(
        self, published: Decimal, exact: Exact, goal: Goal, value_scale: Scale | None
    ) -> Achievement:
        """Return the achievement of a value against ``goal``.

        ``value_scale`` is the scale of the value itself, for targets that name one of its classes.
        """
        shown = fraction_of(published)
        if goal.kind is GoalKind.CLASS:
            return self._by_class(shown, goal, value_scale)
        engine = self.engine_for(goal)
        if engine is None:
            return Achievement(
                goal,
                self.single.method.nama,
                reached=goal.reached_by(shown, self.polarity),
                why=sentences.indicator.NO_RANGES,
            )
        inputs = method_inputs(engine.method, shown, exact, goal)
        achieved, percent, unlimited, reason = engine.achieve(inputs)
        scale = self.scale
        return Achievement(
            goal,
            engine.method.nama,
            exact=achieved,
            published=percent,
            unlimited=unlimited,
            reached=goal.reached_by(shown, self.polarity),
            why=reason,
            category=None if percent is None or scale is None else scale.classify(percent),
        )

    def score_class(self, stated: ScaleClass, goal: Goal, value_scale: Scale | None) -> Achievement:
        """Return the achievement of a value of which only its class is told.

        Against a target that is a class it is reached or not; against a number nobody can say.
        """
        start = Achievement(goal, self.single.method.nama, why=sentences.indicator.ONLY_CLASS)
        wanted = None if value_scale is None else value_scale.named(goal.text)
        if goal.kind is not GoalKind.CLASS or value_scale is None or wanted is None:
            return start
        order = [one.label for one in value_scale.kelas]
        is_at, should_be = order.index(stated.label), order.index(wanted.label)
        if self.polarity == "maksimalkan":
            reached = is_at >= should_be
        elif self.polarity == "minimalkan":
            reached = is_at <= should_be
        else:
            reached = is_at == should_be
        return replace(start, reached=reached)

    def _by_class(self, shown: Fraction, goal: Goal, value_scale: Scale | None) -> Achievement:
        """Hold a value against a class: it is reached or not, there is no percentage."""
        start = Achievement(goal, self.single.method.nama, why=sentences.indicator.CLASS_TARGET)
        wanted = None if value_scale is None else value_scale.named(goal.text)
        if wanted is None:
            return start
        if self.polarity == "maksimalkan":
            return replace(start, reached=wanted.begins_below(shown))
        if self.polarity == "minimalkan":
            return replace(start, reached=wanted.ends_above(shown))
        return replace(start, reached=wanted.contains(shown))


def method_inputs(
    method: Method, published: Fraction, exact: Exact, goal: Goal
) -> dict[str, Exact]:
    """Return the numbers a method's formula takes, by name: the value and the target's."""
    inputs = {"realisasi": published if method.dasar == "nilai_terbit" else exact}
    if goal.value is not None:
        inputs["target"] = goal.value
    if goal.low is not None and goal.high is not None:
        inputs |= {"target_min": goal.low, "target_maks": goal.high}
    return inputs


def scorer_for(tables: Tables, name: str, polarity: Polarity, scale: Scale | None) -> Scorer:
    """Return what judges values by the method ``name`` of the catalog."""
    methods = tables.methods
    ranged = methods[name].bila_rentang
    return Scorer(
        single=MethodEngine(methods[name]),
        ranged=None if ranged is None else MethodEngine(methods[ranged]),
        polarity=polarity,
        scale=scale,
    )


def methods_for_numbers(tables: Tables) -> tuple[str, ...]:
    """Return the names of the methods that take a target of one number, in the catalog's order."""
    in_ranges = {method.bila_rentang for method in tables.methods.values()}
    return tuple(name for name in tables.methods if name not in in_ranges)
