"""The periods of a year: what kinds there are, and which of them one is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple

ANNUAL: Final = "tahunan"
PARTS: Final[Mapping[str, int]] = {"semester": 2, "caturwulan": 3, "triwulan": 4, "bulan": 12}
"""How many periods of a kind make a year."""
MONTHS: Final = 12
_WRITTEN: Final = re.compile(r"(sd-)?([a-z]+)-(\d{1,2})", re.ASCII)


class Period(NamedTuple):
    """A part of the year: the ``number``-th of its kind.

    ``cumulative`` says that it runs from the start of the year to the end of that part.
    """

    kind: str
    number: int
    cumulative: bool = False

    @property
    def months(self) -> range:
        """The months of the year that it holds, from 1."""
        each = MONTHS // PARTS[self.kind]
        first = 0 if self.cumulative else (self.number - 1) * each
        return range(first + 1, self.number * each + 1)

    @property
    def written(self) -> str:
        """The period as reports name it: ``triwulan-1``, ``bulan-03``."""
        number = f"{self.number:02}" if self.kind == "bulan" else str(self.number)
        return f"{'sd-' if self.cumulative else ''}{self.kind}-{number}"


def period_of(text: str | None) -> Period | None:
    """Return the part of the year that ``text`` names; ``None`` for a whole year, or none."""
    match = None if text is None else _WRITTEN.fullmatch(text)
    if match is None or match[2] not in PARTS or not 1 <= int(match[3]) <= PARTS[match[2]]:
        return None
    return Period(match[2], int(match[3]), match[1] is not None)


def months_of(text: str) -> range:
    """Return the months that a period holds; all twelve for a whole year."""
    period = period_of(text)
    return range(1, MONTHS + 1) if period is None else period.months


def same_span(text: str) -> str | None:
    """Return the period of a report with the months of ``text``, or ``None`` where none has them.

    What runs from the start of the year to the end of its second quarter is its first half.
    """
    months = months_of(text)
    if months == months_of(ANNUAL):
        return ANNUAL
    for kind, count in PARTS.items():
        for number in range(1, count + 1):
            if Period(kind, number).months == months:
                return Period(kind, number).written
    return None


def missing_of(kind: str, there: Iterable[int]) -> list[str]:
    """Return the periods of a kind that are not among the numbers ``there``."""
    numbers = set(there)
    return [
        Period(kind, number).written
        for number in range(1, PARTS[kind] + 1)
        if number not in numbers
    ]
