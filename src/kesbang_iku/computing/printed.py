"""Holding what a region printed against what the standard computes, and naming what differs.

A printed number is right when it is the computed one rounded to the digits printed. Otherwise the
finding says what seems to have happened: digits cut off, a cap nobody mentions, another method, the
realised value in the column of the achievement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku.computing.achievement import Achievement
from kesbang_iku.computing.goal import GoalKind
from kesbang_iku.computing.printed_findings import (
    ACHIEVEMENT_AS_RATIO,
    ACHIEVEMENT_CAPPED,
    ACHIEVEMENT_CUT,
    ACHIEVEMENT_DIFFERS,
    ACHIEVEMENT_IS_VALUE,
    ACHIEVEMENT_OTHER_METHOD,
    ACHIEVEMENT_WITHOUT_GROUND,
    CATEGORY_DIFFERS,
    CATEGORY_WITHOUT_GROUND,
    VALUE_CUT,
    VALUE_DIFFERS,
    VALUE_LAST_DIGIT,
    VALUE_WITHOUT_GROUND,
)
from kesbang_iku.computing.result import Result, Status
from kesbang_iku.diagnostics import Finding, Place, Text
from kesbang_iku.files.numbers import Missing, read_number
from kesbang_iku.formula import Exact, round_half_up

_FULL: Final = 100
"""Full achievement, in percent."""
_CAP_STEP: Final = 10
"""Whoever caps achievements does it at a round number; any other one is a slip."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a region printed it: its value, its decimals, and where it stands.

    Most numbers are right, so ``locate`` is only asked for the place once there is a finding.
    """

    value: Fraction
    decimals: int
    text: str
    locate: Callable[[], Place]

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.locate()

    def is_rounding_of(self, exact: Exact) -> bool:
        """Say whether this is ``exact``, rounded half up to the decimals printed."""
        return Fraction(round_half_up(exact, self.decimals)) == self.value

    def is_cut_of(self, exact: Exact) -> bool:
        """Say whether this is ``exact`` with its further digits cut off."""
        # Twenty more digits than printed decide the cut of any number a report can hold.
        many = round_half_up(exact, self.decimals + 20)
        return Fraction(many.quantize(Decimal(1).scaleb(-self.decimals), ROUND_DOWN)) == self.value

    @property
    def times_hundred(self) -> PrintedNumber:
        """The number as it would stand had it been printed as a percentage."""
        decimals = max(self.decimals - 2, 0)
        return PrintedNumber(self.value * 100, decimals, self.text, self.locate)

    @property
    def last_digit(self) -> Fraction:
        """What one unit of the last printed digit is worth."""
        return Fraction(1, 10**self.decimals)


def check_value(printed: PrintedNumber, result: Result) -> Iterator[Finding]:
    """Yield what is wrong with a printed realised value."""
    exact, published = result.nilai_eksak, result.nilai
    if exact is None or published is None:
        if result.status is Status.UNDEFINED:
            why = Text(result.alasan or "-", result.alasan_en or "-")
            yield VALUE_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.text, alasan=why
            )
        return
    if printed.is_rounding_of(exact) or printed.is_rounding_of(Fraction(published)):
        return
    numbers = {
        "cetak": printed.text,
        "hitung": published,
        "eksak": round_half_up(exact, result_decimals(published) + 2),
    }
    rounded = Fraction(round_half_up(exact, printed.decimals))
    if printed.is_cut_of(exact):
        yield VALUE_CUT.at(printed.place, value=printed.text, **numbers)
    elif abs(printed.value - rounded) == printed.last_digit and printed.decimals > 0:
        yield VALUE_LAST_DIGIT.at(printed.place, value=printed.text, **numbers)
    else:
        yield VALUE_DIFFERS.at(printed.place, value=printed.text, **numbers)


def why_no_achievement(achievement: Achievement | None) -> Text:
    """Return why there is no achievement in percent, to stand behind a colon."""
    if achievement is None:
        return Text("tidak ada target yang terbaca.", "there is no target that can be read.")
    if achievement.reason is None:
        return Text(
            "tidak ada nilai yang dapat dibandingkan dengan target.",
            "there is no value to hold against the target.",
        )
    return Text(achievement.reason, achievement.reason_en or achievement.reason)


def result_decimals(published: Decimal) -> int:
    """Return how many decimals a published value has."""
    exponent = published.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


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
            yield ACHIEVEMENT_WITHOUT_GROUND.at(
                printed.place, value=printed.text, cetak=printed.text, alasan=why
            )
        return
    exact, published = achievement.exact, achievement.published
    right = (exact, Fraction(published), achievement.unlimited)
    if any(one is not None and printed.is_rounding_of(_exact(one)) for one in right):
        return
    facts: dict[str, object] = {
        "cetak": printed.text,
        "hitung": published,
        "metode": achievement.method,
        "target": achievement.goal,
    }
    if printed.is_cut_of(exact):
        kind = ACHIEVEMENT_CUT
    elif value is not None and printed.is_rounding_of(Fraction(value)):
        kind = ACHIEVEMENT_IS_VALUE
    elif (used := _method_used(printed, others)) is not None:
        kind = ACHIEVEMENT_OTHER_METHOD
        facts |= {"lain": used[0], "rumus": used[1]}
    elif printed.decimals > 0 and printed.times_hundred.is_rounding_of(exact):
        kind = ACHIEVEMENT_AS_RATIO
    elif printed.value % _CAP_STEP == 0 and _FULL <= printed.value < Fraction(published):
        # A cap is a round number from full achievement on; which one the region chose.
        kind = ACHIEVEMENT_CAPPED
    else:
        kind = ACHIEVEMENT_DIFFERS
    yield kind.at(printed.place, value=printed.text, **facts)


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


def check_category(printed: str, result: Result, locate: Callable[[], Place]) -> Iterator[Finding]:
    """Yield what is wrong with a printed class of the achievement."""
    if isinstance(read_number(printed).value, Missing):
        return
    category, achievement = result.predikat, result.achievement
    if category is None:
        # A value that is missing or impossible has a finding of its own.
        without = result.status in {Status.COMPLETE, Status.UNDEFINED}
        if without and (achievement is None or achievement.goal.kind is not GoalKind.CLASS):
            why = why_no_achievement(achievement)
            yield CATEGORY_WITHOUT_GROUND.at(locate(), value=printed, cetak=printed, alasan=why)
        return
    if " ".join(printed.casefold().split()) == category.casefold():
        return
    yield CATEGORY_DIFFERS.at(
        locate(), value=printed, cetak=printed, hitung=category, capaian=result.capaian
    )
