"""The mean of percentages: what is printed for a whole, where the quotient of its sums is due."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import Final

from kesbang_iku.findings import Language, Text, sentences
from kesbang_iku.indicator.item_input import Part
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.indicator.printed_worlds import SHOWN_DECIMALS, ends_text, written_number
from kesbang_iku.worlds.span import added

HABIT: Final = "rata_rata_persentase"
_SEVERAL: Final = 2
_LISTED: Final = 6
"""So many parts are listed; of more the first ones, and how many there are."""
_MOST_DECIMALS: Final = 9


def mean_habit(printed: PrintedNumber, groups: Sequence[Sequence[Part]]) -> tuple[str, Text] | None:
    """Return the habit, and the percentages that show it, where a print is the mean of its parts'.

    Args:
        printed: what is printed for the whole.
        groups: its parts, by each way in which it is divided.
    """
    for parts in groups:
        if len(parts) < _SEVERAL:
            continue
        reach = added(one.span for one in parts).times(Fraction(1, len(parts)))
        mean = sum((one.value for one in parts), Fraction(0)) / len(parts)
        as_printed = printed.is_rounding_of(mean)
        if as_printed or reach.meets(printed.span):
            ends = Text.same("")
            if not as_printed:
                batas = ends_text(reach, printed.decimals)
                ends = sentences.indicator.BETWEEN.filled(batas=batas)
            decimals = printed.decimals + SHOWN_DECIMALS
            return HABIT, sentences.indicator.MEAN_OF.filled(
                banyak=len(parts),
                angka=Text.each(partial(_listed, parts)),
                hasil=Text.each(partial(written_number, mean, decimals)),
                ujung=ends,
            )
    return None


def _listed(parts: Sequence[Part], language: Language) -> str:
    shown = [written_number(one.value, _MOST_DECIMALS, language) for one in parts[:_LISTED]]
    return "; ".join([*shown, "…"] if len(parts) > _LISTED else shown)
