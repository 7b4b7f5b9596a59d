"""Pieces of formulas: constants, texts, and how large numbers may be for a formula to be exact."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import isqrt, log
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import decimal_text
from kesbang_iku.formula.engines.arithmetic import ColumnRange
from kesbang_iku.formula.engines.cells import Cells
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError

UNCERTAIN: Final = "perlu_eksak"
"""What a cell says where only the exact engine can tell."""
DECIMALS: Final = 4
"""So many decimals of a number that is no count, and of a target, are computed with."""
_LONGEST_TEXT: Final = 250
_LARGEST: Final = 10**15
_SMALLEST: Final = 10**4
_FULL: Final = 0.98
"""Of what is held, so much is enough."""
_NEAR: Final = 64
"""The largest number is found up to a part of itself so small."""


def quoted(text: str) -> str:
    """Return a text as a constant of a formula, in pieces where it is long."""
    pieces = [text[at : at + _LONGEST_TEXT] for at in range(0, len(text), _LONGEST_TEXT)] or [""]
    return "&".join('"' + piece.replace('"', '""') + '"' for piece in pieces)


def number(value: Fraction | int) -> str:
    """Return a number as a constant of a formula."""
    fraction = Fraction(value)
    text = decimal_text(fraction) or f"({fraction.numerator}/{fraction.denominator})"
    return f"({text})" if text.startswith("-") else text


def units_of(cell: str, decimals: int = DECIMALS) -> str:
    """Return a number in units of its last decimal; ``UNCERTAIN`` where it has more of them."""
    scaled = f"ROUND({cell}*{10**decimals},0)"
    return f'IF({scaled}/{10**decimals}={cell},{scaled},"{UNCERTAIN}")'


def as_stored(cell: str) -> str:
    """Return whether a number is read as it is stored, which percentages and dates are not."""
    return f'ISERROR(FIND(LEFT(CELL("format",{cell})),"DP"))'


@dataclass(frozen=True, slots=True)
class Range:
    """What is known of a number in units: its decimals, and its ends if it has any."""

    decimals: int
    low: Fraction | None = None
    high: Fraction | None = None

    def up_to(self, largest: int) -> ColumnRange:
        """Return it as a column of which no number has more than ``largest`` units."""
        if self.high is not None and self.low is not None:
            ends = (abs(end) * 10**self.decimals for end in (self.low, self.high))
            largest = min(largest, int(max(ends)))
        return ColumnRange(self.decimals, largest, negative=self.low is None or self.low < 0)


@dataclass(frozen=True, slots=True)
class Written:
    """A formula, and how many units the numbers in it may have for it to be exact."""

    text: str
    largest: int


def folded(
    cells: Mapping[str, str], ranges: Mapping[str, Range], write: Callable[[Fold[str]], str]
) -> Written:
    """Return what ``write`` makes of a fold over cells, for numbers as large as it can be.

    Raises:
        NotFoldedError: it is no single quotient, or exact for small numbers only.
    """

    def tried(largest: int, *, rounds: bool) -> tuple[str, float]:
        """Return the formula for such numbers, and which share of what is held it may need."""
        arithmetic = Cells(cells, rounds=rounds)
        fold = Fold(arithmetic, {name: one.up_to(largest) for name, one in ranges.items()})
        text = write(fold)
        return text, arithmetic.capacity.share(fold.need)

    bounded = all(one.low is not None and one.high is not None for one in ranges.values())
    if bounded:
        text, used = tried(_LARGEST, rounds=True)
        if used < 1:
            return Written(text, _LARGEST)
    low, high = _SMALLEST, _LARGEST
    (text, used), (longest, over) = (tried(end, rounds=False) for end in (low, high))
    if over < 1:
        return Written(longest, high)
    if used >= 1:
        raise NotFoldedError("exact for small numbers only")
    steps = 0
    while used < _FULL and high - low > low // _NEAR:
        # What is needed grows about as a power: aimed is just below, then above, where that is all.
        power = log(over / used) / log(high / low)
        beside = (-1, 1, None)[steps % 3]
        aimed = 0 if beside is None else low * used ** (-1 / power) * (1 + beside / (3 * _NEAR))
        middle = int(aimed) if low < aimed < high - 1 else isqrt(low * high)
        found, share = tried(middle, rounds=False)
        if share < 1:
            text, low, used = found, middle, share
        else:
            high, over = middle, share
        steps += 1
    return Written(text, low)


def placed(text: str, cells: Mapping[str, str]) -> str:
    """Return a formula with its variables, which ``holder`` wrote, in cells."""
    for name, cell in cells.items():
        text = text.replace(holder(name), cell)
    return text


def holder(name: str) -> str:
    """Return what stands for a variable before it is known which cell it is in."""
    return f"[{name}]"
