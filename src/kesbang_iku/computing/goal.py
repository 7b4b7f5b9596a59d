"""A target as a region writes it: a number, a range, a bound, or a class of a scale."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kesbang_iku.model.vocabulary import Polarity


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
        text: the target as it is answered.
        value: the number of a value or a bound.
        low, high: the ends of a range.
        strict: whether a bound excludes its own number (``>``, ``<``).
        direction: ``maksimalkan`` for ≥, ``minimalkan`` for ≤.
        dokumen: the document the target stands in, if named.
    """

    kind: GoalKind
    text: str
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None
    strict: bool = False
    direction: Polarity | None = None
    dokumen: str | None = None

    def __str__(self) -> str:
        return self.text

    def reached_by(self, value: Fraction, polarity: Polarity) -> bool | None:
        """Say whether ``value`` reaches the target, or ``None`` for a class."""
        if self.kind is GoalKind.CLASS:
            return None
        if self.kind is GoalKind.RANGE and self.low is not None and self.high is not None:
            if polarity == "maksimalkan":
                return value >= self.low
            if polarity == "minimalkan":
                return value <= self.high
            return self.low <= value <= self.high
        if self.value is None:
            return None
        if self.strict and value == self.value:
            return False
        direction = self.direction or polarity
        if direction == "maksimalkan":
            return value >= self.value
        if direction == "minimalkan":
            return value <= self.value
        return value == self.value
