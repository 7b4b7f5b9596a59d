"""Holding what a region printed against what the standard computes, and naming what differs.

A printed number is right when it is the computed one rounded to the digits printed. Otherwise the
finding says what seems to have happened: digits cut off, a cap nobody mentions, another method, the
realised value in the column of the achievement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku.files.numbers import Missing, read_number
from kesbang_iku.findings import Finding, FindingKind, Place, Text, kinds, sentences
from kesbang_iku.formula import Exact, round_half_up
from kesbang_iku.indicator.achievement import Achievement
from kesbang_iku.indicator.engine import Engine
from kesbang_iku.indicator.goal import Goal, GoalKind
from kesbang_iku.indicator.printed_number import PrintedNumber, decimals_of
from kesbang_iku.indicator.printed_slips import slip_behind
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.definition import Bounds
from kesbang_iku.model.scale import Scale

_FULL: Final = 100
"""Full achievement, in percent."""
_THOUSAND: Final = 1000
_HUNDREDS: Final = Bounds.model_construct(maks=Fraction(_THOUSAND))
_THOUSANDS: Final = Bounds.model_construct(min=Fraction(_THOUSAND))
_CAP_STEP: Final = 10
"""Whoever caps achievements does it at a round number; any other one is a slip."""


def check_value(
    printed: PrintedNumber, exact: Exact | None, published: Decimal | None, undefined: Text | None
) -> Iterator[Finding]:
    """Yield what is wrong with a printed realised value.

    Args:
        printed: the value as printed.
        exact: the value that was computed, if there is one.
        published: the same, rounded once.
        undefined: why the value is undefined, where it is.
    """
    if exact is None or published is None:
        if undefined is not None:
            why = undefined
            yield kinds.VALUE_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.said, alasan=why
            )
        return
    if printed.is_rounding_of(exact) or printed.is_rounding_of(Fraction(published)):
        return
    numbers = {
        "cetak": printed.said,
        "hitung": published,
        "eksak": round_half_up(exact, decimals_of(published) + 2),
    }
    rounded = Fraction(round_half_up(exact, printed.decimals))
    if printed.is_cut_of(exact):
        yield kinds.VALUE_CUT.at(printed.place, value=printed.text, **numbers)
    elif abs(printed.value - rounded) == printed.last_digit and printed.decimals > 0:
        yield kinds.VALUE_LAST_DIGIT.at(printed.place, value=printed.text, **numbers)
    else:
        yield kinds.VALUE_DIFFERS.at(printed.place, value=printed.text, **numbers)


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


def _class_missed(goal: Goal) -> Text:
    return sentences.indicator.THE_TARGET_IS_NOT_REACHED.filled(target=goal)


def check_achievement(
    printed: PrintedNumber,
    value: Decimal | None,
    achievement: Achievement | None,
    others: Iterable[tuple[str, str, Achievement]] = (),
) -> Iterator[Finding]:
    """Yield what is wrong with a printed achievement.

    Args:
        printed: the achievement as printed.
        value: the published value it is the achievement of.
        achievement: what was computed from that value.
        others: achievements by the catalog's other methods: name, formula, achievement.
    """
    if achievement is None or achievement.exact is None or achievement.published is None:
        if achievement is None or achievement.goal.kind is not GoalKind.CLASS:
            why = why_no_achievement(achievement)
        elif achievement.reached is False and printed.value >= _FULL:
            why = _class_missed(achievement.goal)
        else:
            why = None
        if why is not None:
            yield kinds.ACHIEVEMENT_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.said, alasan=why
            )
        return
    exact, published = achievement.exact, achievement.published
    printed = printed.as_typed
    for right in (exact, published, achievement.unlimited):
        if right is not None and printed.is_rounding_of(_exact(right)):
            return
    kind, facts = _difference(printed, exact, value, others)
    if kind is kinds.ACHIEVEMENT_DIFFERS:
        facts["dugaan"] = slip_behind(printed, value, achievement)
    yield kind.at(
        printed.place,
        value=printed.text,
        cetak=printed.said,
        hitung=published,
        metode=achievement.method,
        target=Text.each(achievement.goal.shown),
        **facts,
    )


def _difference(
    printed: PrintedNumber,
    exact: Exact,
    value: Decimal | None,
    others: Iterable[tuple[str, str, Achievement]],
) -> tuple[FindingKind, dict[str, object]]:
    """Return what seems to have happened to a printed achievement that is not the computed one."""
    if printed.is_half_to_even_of(exact):
        return kinds.ACHIEVEMENT_HALF_TO_EVEN, {}
    if printed.is_cut_of(exact):
        return kinds.ACHIEVEMENT_CUT, {}
    if value is not None and printed.is_rounding_of(Fraction(value)):
        return kinds.ACHIEVEMENT_IS_VALUE, {}
    used = _method_used(printed, others)
    if used is not None:
        return kinds.ACHIEVEMENT_OTHER_METHOD, {"lain": used[0], "rumus": used[1]}
    if printed.decimals > 0 and printed.shifted(-2).is_rounding_of(exact):
        return kinds.ACHIEVEMENT_AS_RATIO, {}
    # A cap is a round number from full achievement on; which one the region chose.
    if printed.value % _CAP_STEP == 0 and _FULL <= printed.value < exact:
        return kinds.ACHIEVEMENT_CAPPED, {}
    way = printed.rounded_otherwise(exact)
    if way is not None:
        return kinds.ACHIEVEMENT_ROUNDED_OTHERWISE, {"cara": way}
    return kinds.ACHIEVEMENT_DIFFERS, {}


def _exact(value: Exact | Decimal) -> Exact:
    return Fraction(value) if isinstance(value, Decimal) else value


def _method_used(
    printed: PrintedNumber, others: Iterable[tuple[str, str, Achievement]]
) -> tuple[str, str] | None:
    """Return name and formula of the first other method that gives the printed achievement."""
    for name, formula, achievement in others:
        if achievement.exact is not None and printed.is_rounding_of(achievement.exact):
            return name, formula
    return None


def check_category(
    printed: str,
    achievement: Achievement | None,
    status: Status,
    engine: Engine,
    locate: Callable[[], Place],
) -> Iterator[Finding]:
    """Yield what is wrong with a printed class of the achievement.

    Args:
        printed: the class as printed.
        achievement: what was computed, if there is a target.
        status: what became of the item.
        engine: knows the scale of achievements, and the other ones.
        locate: asked for the place once there is a finding.
    """
    percent = None if achievement is None else achievement.published
    if achievement is None or percent is None or achievement.category is None:
        if isinstance(read_number(printed).value, Missing):
            return
        # A value that is missing or impossible has a finding of its own.
        without = status in {Status.COMPLETE, Status.UNDEFINED}
        if without and (achievement is None or achievement.goal.kind is not GoalKind.CLASS):
            why = why_no_achievement(achievement)
            yield kinds.CATEGORY_WITHOUT_GROUND.at(
                locate(), value=printed, cetak=printed, alasan=why
            )
        return
    if " ".join(printed.split()).casefold() == achievement.category.casefold():
        return
    scales = engine.tables.scales.values()
    yield from check_class(printed, [percent], engine.achievement_scale, locate, scales)


def check_class(
    printed: str,
    percents: Sequence[Decimal],
    scale: Scale,
    locate: Callable[[], Place],
    others: Iterable[Scale] = (),
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
    """
    label = " ".join(printed.split())
    right = scale.classify(percents[0])
    readings = [one for percent in percents for one in (percent, round_half_up(percent, 0))]
    if any(label.casefold() == str(scale.classify(one)).casefold() for one in readings):
        return
    if isinstance(read_number(printed).value, Missing):
        return
    kind: FindingKind = (
        kinds.CATEGORY_DIFFERS
        if scale.named(label) is not None
        else kinds.CATEGORY_OF_ANOTHER_SCALE
    )
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
