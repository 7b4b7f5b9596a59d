"""A target as a region writes it: a number, a range, a bound, or a class of a scale."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from kesbang_iku.files.notation import plain
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

    def reached_by(self, value: Fraction, polarity: Polarity) -> bool | None:
        """Say whether ``value`` reaches the target, or ``None`` for a class."""
        if self.kind is GoalKind.CLASS:
            return None
        if self.low is not None and self.high is not None:
            low, high = self.low, self.high
        elif self.value is not None:
            low = high = self.value
        else:
            return None
        if self.strict and value == self.value:
            return False
        at_least, at_most = value >= low, value <= high
        direction = self.direction or polarity
        if direction == "stabilkan":
            return at_least and at_most
        return at_least if direction == "maksimalkan" else at_most
