"""A target as a region writes it: a number, a range, a bound, or a class of a scale."""

from __future__ import annotations

import re
from enum import StrEnum
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import Language, format_number
from kesbang_iku.formula import round_half_up
from kesbang_iku.model.vocabulary import Polarity
from kesbang_iku.sources.notation import plain

_DECIMALS: Final = 6
"""How many decimals of a target without a finite decimal form are shown."""
_NUMBER: Final = r"-?[0-9]+(?:\.[0-9]+|/[0-9]+)?"
_WRITTEN: Final = regex(rf"(?:([≥≤<>]) )?({_NUMBER})(?:–({_NUMBER}))?", re.ASCII)


class GoalKind(StrEnum):
    """The four forms of a target."""

    VALUE = "nilai"
    RANGE = "rentang"
    BOUND = "batas"
    CLASS = "predikat"


@dataclass(frozen=True, slots=True)
class Goal:
    """A target.

    Attributes:
        kind: which form it has.
        value: the number of a value or a bound.
        low, high: the ends of a range.
        label: the class that is named.
        strict: whether a bound excludes its own number (``>``, ``<``).
        direction: ``maksimalkan`` for ≥, ``minimalkan`` for ≤.
        dokumen: the document the target stands in, if named.
    """

    kind: GoalKind
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    label: str | None = None
    strict: bool = False
    direction: Polarity | None = None
    dokumen: str | None = None

    @property
    def text(self) -> str:
        """The target as answers carry it, numbers with a decimal point."""
        if self.label is not None:
            return self.label
        if self.low is not None and self.high is not None:
            return f"{plain(self.low, '.')}–{plain(self.high, '.')}"
        number = "" if self.value is None else plain(self.value, ".")
        if self.kind is not GoalKind.BOUND:
            return number
        strict, loose = (">", "≥") if self.direction == "maksimalkan" else ("<", "≤")
        return f"{strict if self.strict else loose} {number}"

    def __str__(self) -> str:
        return self.text

    def shown(self, language: Language) -> str:
        """Return the target as people write it; a class of a scale stays the word it is.

        A number that does not end as a decimal is shown rounded, and says so.
        """
        if self.low is not None and self.high is not None:
            return f"{_shown(self.low, language)}–{_shown(self.high, language)}"
        if self.value is None:
            return self.text
        number = _shown(self.value, language)
        return f"{self.text.split()[0]} {number}" if self.kind is GoalKind.BOUND else number

    def reached_by(self, value: Fraction, polarity: Polarity) -> bool | None:
        """Say whether ``value`` reaches the target, or ``None`` for a class."""
        numbers = numbers_of(self)
        if not numbers:
            return None
        low, high = numbers[0], numbers[-1]
        if self.strict and value == low:
            return False
        direction = self.direction or polarity
        if direction == "stabilkan":
            return low <= value <= high
        return value >= low if direction == "maksimalkan" else value <= high


def goal_written(text: str, document: str | None = None) -> Goal:
    """Return the target that ``Goal.text`` wrote; what is no number, range or bound is a class."""
    match = _WRITTEN.fullmatch(text)
    if match is None:
        return Goal(GoalKind.CLASS, label=text, dokumen=document)
    sign, first, last = match.groups()
    if last is not None:
        ends = (Fraction(first), Fraction(last))
        return Goal(GoalKind.RANGE, low=ends[0], high=ends[1], dokumen=document)
    if sign is None:
        return Goal(GoalKind.VALUE, value=Fraction(first), dokumen=document)
    return Goal(
        GoalKind.BOUND,
        value=Fraction(first),
        strict=sign in "<>",
        direction="maksimalkan" if sign in "≥>" else "minimalkan",
        dokumen=document,
    )


def numbers_of(goal: Goal) -> tuple[Fraction, ...]:
    """Return the numbers of a target: one, the two ends of a range, or none of a class."""
    if goal.value is not None:
        return (goal.value,)
    return () if goal.low is None or goal.high is None else (goal.low, goal.high)


def _shown(value: Fraction, language: Language) -> str:
    text = format_number(value, language)
    if "/" in text:
        return f"≈ {format_number(round_half_up(value, _DECIMALS), language)}"
    return text
