"""What the amounts below headers prove of columns, where else their order alone would tell."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final

from kesbang_iku.sources.grid import GridRow
from kesbang_iku.sources.numbers import Number, read_number

_SHOWN: Final = 200
"""How many rows are looked at."""
_APART: Final = 10
"""How many times nearer an amount is to one of its own kind than to others."""
_MOST_DECIMALS: Final = 15


class Amounts:
    """The amounts in the columns of a table, read once somebody asks for them."""

    def __init__(self, rows: Sequence[GridRow]) -> None:
        shown = rows[:_SHOWN]
        # The amounts of a column by row, ``None`` where there is none for sure.
        self.of: Callable[[int], list[Fraction | None]] = cache(
            lambda index: [_amount(row.cells.get(index)) for row in shown]
        )

    def is_of_size(self, index: int, own: int, other: int) -> bool:
        """Say whether a column is by far nearer to column ``own``, in every row that has all."""
        rows = [row for row in self._together(index, own, other) if min(row) > 0]
        return bool(rows) and all(
            _times(one, near) * _APART < _times(one, far) for one, near, far in rows
        )

    def is_share(self, index: int, value: int, whole: int) -> bool:
        """Say whether a column is how many per cent one is of another, in every row that has all.

        It is printed to its last place, rounded or cut off.
        """
        rows = [row for row in self._together(index, value, whole) if row[-1] > 0]
        return bool(rows) and all(
            abs(100 * part / all_ - share) < _last_place(share) for share, part, all_ in rows
        )

    def is_sum(self, index: int, parts: Sequence[int]) -> bool:
        """Say whether a column is the sum of others, in every row that has all; not of 0."""
        rows = [*self._together(index, *parts)]
        return any(one for one, *_ in rows) and all(one == sum(rest) for one, *rest in rows)

    def _together(self, *columns: int) -> Iterator[list[Fraction]]:
        for row in zip(*map(self.of, columns), strict=True):
            told = [one for one in row if one is not None]
            if len(told) == len(columns):
                yield told


def _amount(text: str | None) -> Fraction | None:
    value = None if text is None else read_number(text).value
    return value.value if isinstance(value, Number) else None


def _times(one: Fraction, other: Fraction) -> Fraction:
    return max(one / other, other / one)


def _last_place(number: Fraction) -> Fraction:
    places = (Fraction(1, 10**decimals) for decimals in range(_MOST_DECIMALS))
    return next((place for place in places if not number % place), Fraction(0))
