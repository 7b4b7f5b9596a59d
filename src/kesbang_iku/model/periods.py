"""The periods of a year: what kinds there are, and which of them one is."""

import re
from collections.abc import Iterable, Iterator, Mapping
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
    """Return the part of the year that ``text`` is; ``None`` for a whole year, or none.

    What runs from the start of the year to the end of its second quarter is its first half. What
    runs to the end of the year stays what it is: whether that is the year, its numbers decide.
    """
    period = period_named(text)
    if period is None or not period.cumulative:
        return period
    first = (Period(kind, 1) for kind in PARTS)
    return next((part for part in first if part.months == period.months), period)


def period_named(text: str | None) -> Period | None:
    """Return the part of the year that ``text`` names, by its words alone."""
    match = None if text is None else _WRITTEN.fullmatch(text)
    if match is None or match[2] not in PARTS or not 1 <= int(match[3]) <= PARTS[match[2]]:
        return None
    return Period(match[2], int(match[3]), match[1] is not None)


def months_of(text: str) -> range:
    """Return the months that a period holds; all twelve for a whole year."""
    period = period_of(text)
    return range(1, MONTHS + 1) if period is None else period.months


def runs_to_the_end(text: str) -> bool:
    """Say whether ``text`` is a part of the year that holds all of it: ``sd-triwulan-4``."""
    period = period_of(text)
    return period is not None and len(period.months) == MONTHS


def reported(text: str) -> str:
    """Return a period as reports name it: by the part of the year with its months, if any."""
    period = period_of(text)
    return text if period is None else period.written


def spelt_once(text: str) -> str:
    """Return the one spelling of all periods that hold the same months of a part of the year."""
    period = period_of(text)
    if period is not None and period.cumulative:
        period = Period("bulan", period.months[-1], cumulative=True)
    return text if period is None else period.written


def parts_alone(periods: Iterable[str]) -> Iterator[tuple[str, Period]]:
    """Yield those of ``periods`` that are a part of the year which others may follow.

    Those that run from its start are never added to others.
    """
    for text in periods:
        period = period_of(text)
        if period is not None and not period.cumulative:
            yield text, period


def missing_of(kind: str, there: Iterable[int]) -> list[str]:
    """Return the periods of a kind that are not among the numbers ``there``."""
    numbers = set(there)
    return [
        Period(kind, number).written
        for number in range(1, PARTS[kind] + 1)
        if number not in numbers
    ]
