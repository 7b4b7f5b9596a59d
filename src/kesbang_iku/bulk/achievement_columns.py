"""The achievement of published values against targets that are numbers, in columns."""

from fractions import Fraction
from functools import partial
from math import ceil
from typing import Final, Self

import narwhals.stable.v2 as nw

from kesbang_iku._records import dataclass
from kesbang_iku.bulk.columns import FrameColumns, OwnWays
from kesbang_iku.bulk.ranges import Limits, provable_ranges, unwritten
from kesbang_iku.formula import Expression, parse
from kesbang_iku.formula.engines.arithmetic import Capacity, ColumnRange
from kesbang_iku.formula.engines.quotient import Fold, FoldedCondition, NotFoldedError
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method

_VALUE: Final = "realisasi"
_TARGET: Final = "target"
_FEWEST_DECIMALS: Final = 2

Ranges = dict[str, ColumnRange]


@dataclass(frozen=True, slots=True)
class AchievementColumns:
    """The method of an indicator, proven for values and targets within ``ranges``."""

    method: Method
    ranges: Ranges

    @classmethod
    def of(cls, indicator: Indicator, capacity: Capacity) -> Self | None:
        """Return the achievement of an indicator, ``None`` where columns cannot be proven."""
        method = indicator.engine.scorer.single.method
        ends = [method.batas.bawah, method.batas.atas]
        whole_steps = all(
            end is None or (end * 10**method.desimal).denominator == 1 for end in ends
        )
        if method.dasar != "nilai_terbit" or not whole_steps:
            return None
        decimals = indicator.desimal
        of_target = max(decimals, _FEWEST_DECIMALS) if decimals else 0
        bounds = indicator.rentang
        limits: dict[str, Limits] = {_VALUE: (bounds.min, bounds.maks), _TARGET: (bounds.min, None)}
        known = {_VALUE: decimals, _TARGET: of_target}
        try:
            ranges = provable_ranges(limits, known, partial(_fold, method), capacity)
        except NotFoldedError:
            return None
        return cls(method, dict(ranges))

    @property
    def of_target(self) -> ColumnRange:
        """The range in which a target is proven."""
        return self.ranges[_TARGET]

    @property
    def of_value(self) -> ColumnRange:
        """The range in which a published value is proven."""
        return self.ranges[_VALUE]

    @property
    def largest(self) -> int:
        """No achievement has more steps of its last place, without its sign."""
        method, fold = self.method, unwritten(self.ranges)
        decided = [policy.capaian for policy in method.kebijakan if policy.capaian is not None]
        ends = [end for end in (method.batas.bawah, method.batas.atas) if end is not None]
        scale: int = 10**method.desimal
        bounds = [ceil(abs(end)) * scale for end in ends]
        formulas = (method.rumus, *decided)
        bounds += (fold.published(parse(one), method.desimal).bound for one in formulas)
        return max(bounds)

    @property
    def below_zero(self) -> bool:
        """Whether one may be below 0, so that one that is rounded to 0 keeps a sign."""
        return self.method.batas.bawah is None or self.method.batas.bawah < 0

    def steps(self, value: str, target: str, where: nw.Expr, ways: OwnWays) -> nw.Expr:
        """Return the achievement in steps of its last place, missing where it is undefined.

        Args:
            value: the column of published values, in steps.
            target: the column of targets, in units.
            where: where both are of use; elsewhere it is missing too.
            ways: how the library divides and rounds down.
        """
        columns = FrameColumns({_VALUE: value, _TARGET: target}, ways)
        steps, defined = _decided(Fold(columns, self.ranges), self.method)
        # Asked for at once: each step of its own would be a pass over all rows.
        return nw.when(where if defined is None else where & defined).then(steps)


def _fold(method: Method, fold: Fold[object]) -> None:
    """Fold all that the achievement is computed of."""
    fold.published(parse(method.rumus), method.desimal)
    for policy in method.kebijakan:
        fold.condition(parse(policy.jika))
        if policy.capaian is not None:
            fold.published(parse(policy.capaian), method.desimal)


def _decided(fold: Fold[nw.Expr], method: Method) -> tuple[nw.Expr, nw.Expr | None]:
    """Return the achievement, and where it is defined; ``None``: everywhere."""
    steps, defined = _published(fold, parse(method.rumus), method)
    for policy in reversed(method.kebijakan):
        holds = _holding(fold.condition(parse(policy.jika)))
        if policy.capaian is None:
            defined = ~holds if defined is None else defined & ~holds
            continue
        decided, known = _published(fold, parse(policy.capaian), method)
        steps = nw.when(holds).then(decided).otherwise(steps)
        if defined is not None or known is not None:
            always = nw.lit(True)
            sides = (always if one is None else one for one in (known, defined))
            defined = nw.when(holds).then(next(sides)).otherwise(next(sides))
    return steps, defined


def _published(
    fold: Fold[nw.Expr], tree: Expression, method: Method
) -> tuple[nw.Expr, nw.Expr | None]:
    """Return a formula rounded, within the limits: they are whole steps, so the order is free.

    With it where it is defined; ``None``: everywhere.
    """
    published = fold.published(tree, method.desimal)
    steps = published.steps
    scale = Fraction(10**method.desimal)
    least = method.batas.bawah
    if least is not None and (least > 0 or published.negative):
        lowest = float(least * scale)
        # A 0 with a sign is not below 0, and takes the floor's, which has none.
        steps = nw.when(steps <= lowest).then(nw.lit(lowest)).otherwise(steps)
    if method.batas.atas is not None:
        highest = float(method.batas.atas * scale)
        steps = nw.when(steps > highest).then(nw.lit(highest)).otherwise(steps)
    return steps, None if published.undefined is None else ~published.undefined


def _holding(condition: FoldedCondition[nw.Expr]) -> nw.Expr:
    if condition.undefined is None:
        return condition.holds
    never = nw.lit(False)
    return nw.when(condition.undefined).then(never).otherwise(condition.holds)
