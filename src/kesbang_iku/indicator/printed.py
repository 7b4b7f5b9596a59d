"""Holding what a region printed against what the standard computes, and naming what differs.

A printed number is right when it is the computed one rounded to the digits printed, and possible
when unrounded numbers that print all the rest could have given it. Otherwise the finding says what
seems to have happened: digits cut off, a cap nobody mentions, another method, the realised value in
the column of the achievement.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import chain
from math import ceil, floor
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, FindingKind, Place, Text, kinds, sentences
from kesbang_iku.findings.closed_words import spoken
from kesbang_iku.formula import Exact, round_half_up
from kesbang_iku.formula.rounding import rounded_fraction
from kesbang_iku.indicator.achievement import Achievement, Scorer
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.goal import Goal, GoalKind
from kesbang_iku.indicator.habits import habit_of_method, load_habits
from kesbang_iku.indicator.item_input import Part
from kesbang_iku.indicator.printed_number import WIDE_HABITS, PrintedNumber, decimals_of
from kesbang_iku.indicator.printed_slips import mean_habit, slip_behind
from kesbang_iku.indicator.printed_worlds import (
    ValueWorlds,
    achievement_habit,
    achievement_reach,
    ends_text,
    where_seen,
    witness_text,
)
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.scale import Scale, ScaleClass
from kesbang_iku.sources.numbers import Missing, read_number
from kesbang_iku.worlds.reach import Reach
from kesbang_iku.worlds.span import Span, exactly, rounded

Parts = Callable[[], Sequence[Sequence[Part]]]
"""Is asked for what is printed of the parts of a whole, by each way to divide it."""

_FULL: Final = 100
"""Full achievement, in percent."""
_THOUSAND: Final = 1000
_SCALES: Final = tuple(
    Fraction(*ends) for by in (10, _FULL, _THOUSAND, 10**6) for ends in ((by, 1), (1, by))
)
"""How many times as large the value may have to be, to be of the target's scale."""
_HAIR: Final = Fraction(1, 10**9)
_HALF: Final = Fraction(1, 2)
_HUNDREDS: Final = Bounds.model_construct(maks=Fraction(_THOUSAND))
_THOUSANDS: Final = Bounds.model_construct(min=Fraction(_THOUSAND))
_CAPPED: Final = "dibatasi"
"""The habit of capping achievements; any other number than those it was seen at is a slip."""


def check_value(
    printed: PrintedNumber,
    exact: Exact | None,
    published: Decimal | None,
    undefined: Text | None,
    behind: Callable[[], ValueWorlds | None] = lambda: None,
    parts: Parts = tuple,
) -> Iterator[Finding]:
    """Yield what is wrong with a printed realised value.

    Args:
        printed: the value as printed.
        exact: the value that was computed, if there is one.
        published: the same, rounded once.
        undefined: why the value is undefined, where it is.
        behind: asked for what can stand behind the value, once it is not the one computed.
        parts: asked then, too, for what is printed of its parts, by each way to divide it.
    """
    if exact is None or published is None:
        if undefined is not None:
            yield kinds.VALUE_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.said, alasan=undefined
            )
        return
    if printed.is_rounding_of(exact) or printed.is_rounding_of(Fraction(published)):
        return
    kind, facts = _value_difference(printed, exact, published, behind(), parts)
    # Each kind takes those of these fields that its sentences have.
    yield kind.at(printed.place, value=printed.text, cetak=printed.said, hitung=published, **facts)


def _value_difference(
    printed: PrintedNumber,
    exact: Exact,
    published: Decimal,
    worlds: ValueWorlds | None,
    parts: Parts,
) -> tuple[FindingKind, dict[str, object]]:
    """Return what can be said of a printed value that is not the computed one."""
    reach = exactly(exact) if worlds is None else worlds.reach.hull
    if worlds is not None and worlds.reach.meets(printed.span):
        return kinds.VALUE_POSSIBLE, {
            "saksi": witness_text(worlds.reach, printed.span, printed.decimals)
        }
    decimals = decimals_of(published)
    facts: dict[str, object] = {
        "eksak": round_half_up(exact, decimals + 2),
        "tulis": _what_to_write(published, reach),
        "ujung": _ends(reach, printed.decimals),
    }
    if reach.meets(printed.cut):
        return kinds.VALUE_CUT, facts
    coarse = None if worlds is None else worlds.rounded_first(printed)
    if coarse is not None:
        return kinds.VALUE_LAST_DIGIT, facts | {"bukti": coarse}
    habit = None if worlds is None else worlds.habit(printed)
    habit = habit or mean_habit(printed, parts())
    if habit is not None:
        return kinds.VALUE_BY_HABIT, facts | _named(*habit)
    return kinds.VALUE_DIFFERS, facts


def _what_to_write(published: Decimal, reach: Span) -> Text:
    """Return what to do about a value: which to write only where everything rounds to it."""
    if reach.is_within(rounded(Fraction(published), decimals_of(published))):
        return sentences.indicator.WRITE.filled(hitung=published)
    return sentences.indicator.RECOMPUTE


def _ends(reach: Reach | Span, decimals: int) -> Text:
    """Return between what a value lies before rounding, to stand behind it; of a point nothing."""
    whole = reach.hull if isinstance(reach, Reach) else reach
    if whole.is_point:
        return Text.same("")
    return sentences.indicator.BETWEEN.filled(batas=ends_text(whole, decimals))


def _named(name: str, proof: Text) -> dict[str, object]:
    """Return what findings say of a habit."""
    title = load_habits().by_name[name].title
    return {"kebiasaan": title, "bukti": proof, "terlihat": where_seen(name)}


def why_no_achievement(achievement: Achievement | None) -> Text:
    """Return why there is no achievement in percent, to stand behind a colon."""
    if achievement is None:
        return sentences.indicator.THERE_IS_NO_TARGET_THAT
    if achievement.why is None:
        return sentences.indicator.THERE_IS_NO_VALUE_TO
    return achievement.why


def bounds_of_achievement(achievement: Achievement | None) -> Bounds | None:
    """Return on which side of a thousand a printed achievement lies, by the computed one.

    It settles what three digits behind a mark mean: 104,737 is no hundred thousand per cent.
    """
    if achievement is None or achievement.published is None:
        return None
    return _HUNDREDS if achievement.published < _THOUSAND else _THOUSANDS


def check_achievement(
    printed: PrintedNumber,
    value: Decimal | None,
    achievement: Achievement | None,
    scorer: Scorer,
    others: Iterable[tuple[str, Scorer, Achievement]] = (),
    values: Callable[[], Sequence[Span]] = tuple,
    parts: Parts = tuple,
) -> Iterator[Finding]:
    """Yield what is wrong with a printed achievement.

    Args:
        printed: the achievement as printed.
        value: the published value it is the achievement of.
        achievement: what was computed from that value.
        scorer: what computed it.
        others: achievements by the catalog's other methods, with what computed each.
        values: asked for what can stand behind the value, once the print is not the one computed.
        parts: asked then, too, for the achievements of its parts, by each way to divide it.
    """
    if achievement is None or achievement.exact is None or achievement.published is None:
        if achievement is None or achievement.goal.kind is not GoalKind.CLASS:
            why = why_no_achievement(achievement)
        elif achievement.reached is False and printed.value >= _FULL:
            missed = sentences.indicator.THE_TARGET_IS_NOT_REACHED
            why = missed.filled(target=achievement.goal)
        else:
            why = None
        if why is not None:
            yield kinds.ACHIEVEMENT_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.said, alasan=why
            )
        return
    exact, published = achievement.exact, achievement.published
    printed = printed.as_typed
    unlimited = Fraction(achievement.unlimited or published)
    if any(map(printed.is_rounding_of, (exact, Fraction(published), unlimited))):
        return
    case = _Case(printed, value, achievement, scorer, (*others,), (*values(),), parts)
    kind, facts = case.difference(exact)
    if kind is kinds.ACHIEVEMENT_DIFFERS:
        facts["dugaan"] = slip_behind(printed, value, achievement)
    yield kind.at(
        printed.place,
        value=printed.text,
        cetak=printed.said,
        hitung=published,
        metode=spoken(achievement.method),
        target=Text.each(achievement.goal.shown),
        **facts,
    )


def may_give(
    printed: PrintedNumber, scorer: Scorer, achievement: Achievement, values: Sequence[Span]
) -> Reach | None:
    """Return what a method can give of ``values``, if a print can come of it."""
    reach = None if achievement.exact is None else _reach(scorer, achievement.goal, values)
    return reach if reach is not None and reach.meets(printed.as_typed.span) else None


@dataclass(frozen=True, slots=True)
class _Case:
    """A printed achievement that is not the computed one, and what it may be made of."""

    printed: PrintedNumber
    value: Decimal | None
    achievement: Achievement
    scorer: Scorer
    others: tuple[tuple[str, Scorer, Achievement], ...]
    values: tuple[Span, ...]
    parts: Parts

    def difference(self, exact: Exact) -> tuple[FindingKind, dict[str, object]]:
        """Return what seems to have happened: what is possible first, then what is usual."""
        printed = self.printed
        reach = _reach(self.scorer, self.achievement.goal, self.values)
        if reach is not None and reach.meets(printed.span):
            witness = witness_text(reach, printed.span, printed.decimals)
            return kinds.ACHIEVEMENT_POSSIBLE, {"saksi": witness}
        if printed.is_half_to_even_of(exact):
            return kinds.ACHIEVEMENT_HALF_TO_EVEN, {}
        # Not all between its ends can be given: a floor and what lies under it leave a gap.
        whole = reach or exactly(exact)
        ends: dict[str, object] = {"ujung": _ends(whole, printed.decimals)}
        if exact in printed.cut or whole.meets(printed.cut):
            return kinds.ACHIEVEMENT_CUT, ends
        if self.value and printed.is_rounding_of(Fraction(self.value)):
            return kinds.ACHIEVEMENT_IS_VALUE, {}
        for usual, explained in (
            (kinds.ACHIEVEMENT_OTHER_SCALE, self._another_scale),
            (kinds.ACHIEVEMENT_OTHER_METHOD, self._method_used),
        ):
            told = explained()
            if told is not None:
                return usual, told
        if printed.decimals > 0 and whole.meets(printed.shifted(-2).span):
            return kinds.ACHIEVEMENT_AS_RATIO, {}
        if printed.value < exact and printed.value in load_habits().by_name[_CAPPED].caps:
            return kinds.ACHIEVEMENT_CAPPED, {}
        kind, facts = self._by_habit(exact, whole)
        return kind, ends | facts

    def _another_scale(self) -> dict[str, object] | None:
        """Return what is to be said where the print is right if value and target differ in scale.

        One of them is a fraction beside a percentage then, or in thousands beside the number in
        full. Of what is printed and what follows from the row the one nearer to full achievement is
        believed; which of the numbers is wrong nobody knows.
        """
        goal, exact, printed = self.achievement.goal, self.achievement.exact, self.printed
        if not self.value or goal.value is None or not isinstance(exact, Fraction):
            return None
        if _away(printed.value) >= _away(exact):
            return None
        spans = self.values or (exactly(Fraction(self.value)),)
        fitting = [
            times
            for times in _SCALES
            if may_give(printed, self.scorer, self.achievement, [one.times(times) for one in spans])
        ]
        # Where several fit, as all do that make a value vanish, the print tells of no scale.
        if len(fitting) != 1:
            return None
        return {"sebab": _scale_text(Fraction(self.value), Fraction(goal.value), *fitting)}

    def _method_used(self) -> dict[str, object] | None:
        """Return what is to be said of the first other method that gives the print."""
        numbers = self.printed
        exactly_it = [
            one for one in self.others if one[2].exact and numbers.is_rounding_of(one[2].exact)
        ]
        possibly_it = (
            one for one in self.others if may_give(numbers, one[1], one[2], self.values) is not None
        )
        for name, scorer, _ in chain(exactly_it, possibly_it):
            habit = habit_of_method(name, self.scorer.polarity)
            seen = Text.same("") if habit is None else where_seen(habit)
            return {"lain": spoken(name), "rumus": scorer.single.method.rumus, "terlihat": seen}
        return None

    def _by_habit(self, exact: Exact, whole: Reach | Span) -> tuple[FindingKind, dict[str, object]]:
        goal, polarity = self.achievement.goal, self.scorer.polarity
        habit = achievement_habit(self.printed, self.values, goal, polarity)
        if habit is not None:
            return kinds.ACHIEVEMENT_BY_HABIT, _named(*habit)
        for name, span in self.printed.rounded_otherwise():
            if exact in span or (name in WIDE_HABITS and whole.meets(span)):
                title = load_habits().by_name[name].title
                return kinds.ACHIEVEMENT_ROUNDED_OTHERWISE, {"cara": title}
        proof = self._rounded_first()
        if proof is not None:
            way = sentences.indicator.ROUNDED_FIRST.filled(bukti=proof)
            return kinds.ACHIEVEMENT_ROUNDED_OTHERWISE, {"cara": way}
        mean = mean_habit(self.printed, self.parts())
        if mean is not None:
            return kinds.ACHIEVEMENT_BY_HABIT, _named(*mean)
        return kinds.ACHIEVEMENT_DIFFERS, {}

    def _rounded_first(self) -> Text | None:
        """Return the realised value with fewer decimals that gives the print, and what it gives."""
        for decimals in range(decimals_of(self.value or Decimal()) - 1, -1, -1):
            coarse = exactly(rounded_fraction(Fraction(self.value or 0), decimals))
            reach = may_give(self.printed, self.scorer, self.achievement, [coarse])
            if reach is not None:
                return witness_text(reach, self.printed.span, self.printed.decimals)
        return None


def _away(achievement: Fraction) -> Fraction:
    """Return how many times an achievement is full achievement, or full achievement is it."""
    size = max(abs(achievement), _HAIR)
    return max(size / _FULL, _FULL / size)


def _scale_text(value: Fraction, target: Fraction, times: Fraction) -> Text:
    """Return which number may be meant otherwise, where the value has to be ``times`` as large."""
    small, large = (value, target) if times > 1 else (target, value)
    name = "value" if times > 1 else "target"
    by = max(times, 1 / times)
    if by == _FULL and 0 < small < 1 < large and small.denominator > 1:
        said = sentences.indicator.FRACTIONS[name]
        return Text.each(partial(said.fill, tertulis=small, berarti=small * _FULL))
    return Text.each(partial(sentences.indicator.SCALES[name].fill, kali=by))


def check_category(
    printed: str,
    achievement: Achievement | None,
    status: Status,
    engine: Engine,
    locate: Callable[[], Place],
    values: Callable[[], Sequence[Span]] = tuple,
    beside: PrintedNumber | None = None,
) -> Iterator[Finding]:
    """Yield what is wrong with a printed class of the achievement.

    Args:
        printed: the class as printed.
        achievement: what was computed, if there is a target.
        status: what became of the item.
        engine: knows the scale of achievements, and the other ones.
        locate: asked for the place once there is a finding.
        values: asked for what can stand behind the value, once the class is not that of its print.
        beside: the achievement as printed, if it can be read.
    """
    percent = None if achievement is None else achievement.published
    if achievement is None or percent is None or achievement.category is None:
        if isinstance(read_number(printed).value, Missing):
            return
        # A value that is missing or impossible has a finding of its own.
        without = status in {Status.COMPLETE, Status.UNDEFINED}
        if without and (achievement is None or achievement.goal.kind is not GoalKind.CLASS):
            why = why_no_achievement(achievement)
            yield kinds.CATEGORY_WITHOUT_GROUND.at(locate(), cetak=printed, alasan=why)
        return
    if " ".join(printed.split()).casefold() == achievement.category.casefold():
        return
    within = span_of_achievement(engine.scorer, achievement.goal, values())
    scale, scales = engine.achievement_scale, engine.tables.scales.values()
    yield from check_class(printed, [percent], scale, locate, scales, within, beside)


def span_of_achievement(scorer: Scorer, goal: Goal, values: Sequence[Span]) -> Span | None:
    """Return between what the achievements lie that can stand behind a print."""
    reach = _reach(scorer, goal, values)
    return None if reach is None else reach.hull


def _reach(scorer: Scorer, goal: Goal, values: Sequence[Span]) -> Reach | None:
    engine = scorer.engine_for(goal)
    return None if engine is None else achievement_reach(engine, values, goal)


def check_class(
    printed: str,
    percents: Sequence[Decimal],
    scale: Scale,
    locate: Callable[[], Place],
    others: Iterable[Scale] = (),
    within: Span | None = None,
    beside: PrintedNumber | None = None,
) -> Iterator[Finding]:
    """Yield what is wrong with a printed class of an achievement.

    A scale prints whole per cents and leaves gaps between them, so that an achievement rounded to
    whole per cents may be classed as well. A word that no class has belongs to another scale, of
    which nothing is known, but for the words that claim that the target was reached, or was not.

    Args:
        printed: the class as printed.
        percents: the achievements it may be the class of, in per cent; the first is the right one.
        scale: the scale of achievements.
        locate: asked for the place once there is a finding.
        others: other scales, whose words may say whether a target was reached.
        within: where the achievement lies before rounding; it may be the class of any of it.
        beside: the achievement as printed, of which the class must be, too, if it can be right.
    """
    label = " ".join(printed.split())
    right = scale.classify(percents[0])
    readings = [one for percent in percents for one in (percent, round_half_up(percent, 0))]
    named = scale.named(label)
    worlds = [*map(exactly, map(Fraction, readings)), *_together(within, beside)]
    if named is not None and any(map(_behind_class(named).meets, worlds)):
        return
    if isinstance(read_number(printed).value, Missing):
        return
    kind: FindingKind = kinds.CATEGORY_OF_ANOTHER_SCALE if named is None else kinds.CATEGORY_DIFFERS
    for other in others:
        claimed = other.named(label)
        if claimed is not None and claimed.tercapai is not None:
            if any(claimed.tercapai == (percent >= _FULL) for percent in readings):
                return
            kind, scale, right = kinds.CATEGORY_DIFFERS, other, other.classify(percents[0])
    # Each of the two takes those of these fields that its sentences have.
    yield FindingKind.at(
        kind,
        locate(),
        value=printed,
        cetak=printed,
        hitung=right,
        capaian=percents[0],
        skala=scale.title,
    )


def _together(within: Span | None, beside: PrintedNumber | None) -> Iterator[Span]:
    if within is not None:
        yield within if beside is None else within.meet(beside.as_typed.span) or within


def _behind_class(one: ScaleClass) -> Span:
    """Return the achievements that are of a class as they are, or rounded to whole per cents."""
    low, high = one.dari, one.sampai
    if low is not None and one.dari_termasuk:
        low = min(low, ceil(low) - _HALF)
    if high is None or not one.sampai_termasuk:
        return Span(low, high, one.dari_termasuk, has_high=False)
    return Span(low, floor(high) + _HALF, one.dari_termasuk, has_high=False)
