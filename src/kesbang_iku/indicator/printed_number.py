"""A number as a region printed it, and how it stands to the exact one it should be."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction
from functools import partial
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku._regex import regex
from kesbang_iku.findings import Place, Text
from kesbang_iku.findings.numerals import localized
from kesbang_iku.formula import Exact, rounded_steps
from kesbang_iku.formula.rounding import rounded_fraction
from kesbang_iku.sources.shape import shown
from kesbang_iku.worlds import span as worlds
from kesbang_iku.worlds.span import Span

_PLAIN: Final = regex(r"-?[0-9]+(?:\.[0-9]+)?", re.ASCII)
_MACHINE_DECIMALS: Final = 9
"""Nobody prints more decimals; a spreadsheet's cell has more, and its last ones are not exact."""
WIDE_HABITS: Final = frozenset({"dibulatkan_dua_kali"})
"""Ways of rounding that are looked for in everything that may stand behind a print, as cutting off
is; the others would explain too much, and are looked for in the numbers as printed."""
_SHEET: Final = Context(prec=15)
"""A spreadsheet computes with 15 digits."""


@dataclass(frozen=True, slots=True)
class PrintedNumber:
    """A number as a region printed it: its value, its decimals, and where it stands.

    Most numbers are right, so ``locate`` is only asked for the place once there is a finding, and
    ``written`` is only made a text then. ``plain`` says whether a program wrote it, with a point,
    rather than a person.
    """

    value: Fraction
    decimals: int
    written: object
    locate: Callable[[], Place]
    plain: bool = False

    @property
    def text(self) -> str:
        """What was written, as findings show it."""
        return shown(self.written)

    @property
    def said(self) -> Text:
        """The text as messages show it: as people write it where a program wrote it."""
        text = self.text
        if not self.plain or not _PLAIN.fullmatch(text):
            return Text.same(text)
        return Text.each(partial(localized, text))

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.locate()

    def is_rounding_of(self, exact: Exact) -> bool:
        """Say whether this is ``exact``, rounded half up to the decimals printed."""
        compared = min(self.decimals, _MACHINE_DECIMALS)
        return rounded_steps(exact, compared) == rounded_steps(self.value, compared)

    @property
    def as_typed(self) -> "PrintedNumber":
        """The number without the digits that only a program writes.

        A whole number has no zero behind a point (``98.0``; a person writes ``98,0``), and a number
        of a spreadsheet no digits beyond those it computes with (``79.18999999999999``).
        """
        if self.value.denominator == 1 and self.text.endswith(".0"):
            return replace(self, decimals=0)
        if self.decimals <= _MACHINE_DECIMALS:
            return self
        typed = _SHEET.divide(self.value.numerator, self.value.denominator).normalize()
        return replace(self, value=Fraction(typed), decimals=decimals_of(typed))

    def is_half_to_even_of(self, exact: Exact) -> bool:
        """Say whether ``exact`` is a half that went down to this number, whose digit is even."""
        half = self.last_digit / 2
        return (
            isinstance(exact, Fraction)
            and abs(exact) - abs(self.value) == half
            and self.value / self.last_digit % 2 == 0
        )

    @property
    def span(self) -> Span:
        """What rounds to this: every number that may stand behind it."""
        if self.decimals <= _MACHINE_DECIMALS:
            return worlds.rounded(self.value, self.decimals)
        return worlds.rounded(rounded_fraction(self.value, _MACHINE_DECIMALS), _MACHINE_DECIMALS)

    @property
    def cut(self) -> Span:
        """What becomes this when its further digits are cut off."""
        return worlds.cut(self.value, self.decimals)

    def rounded_otherwise(self) -> Iterator[tuple[str, Span]]:
        """Yield how else numbers are rounded, and what becomes this by it, by the habit's name."""
        yield "dibulatkan_ke_atas", worlds.raised(self.value, self.decimals)
        padded = worlds.padded(self.value, self.decimals)
        if padded is not None:
            yield "diisi_nol", padded
        yield "dibulatkan_dua_kali", worlds.rounded_twice(self.value, self.decimals)

    def shifted(self, places: int) -> "PrintedNumber":
        """Return the number with its decimal mark ``places`` further left, or right if negative."""
        value = self.value / 10**places if places > 0 else self.value * 10**-places
        return replace(self, value=value, decimals=max(self.decimals + places, 0))

    @property
    def last_digit(self) -> Fraction:
        """What one unit of the last printed digit is worth."""
        return Fraction(1, 10**self.decimals)


def decimals_of(number: Decimal) -> int:
    """Return how many decimals a number has."""
    exponent = number.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0
