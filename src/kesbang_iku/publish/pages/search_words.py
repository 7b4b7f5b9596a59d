"""What people type to find an indicator: its code, and the short forms of what its name says."""

from __future__ import annotations

from typing import Final

from kesbang_iku.catalog.search import short_forms
from kesbang_iku.indicator.indicator import Indicator

_SHORT: Final = 4
"""Letters of an abbreviation that longer words may begin with."""


def search_words(indicator: Indicator) -> list[str]:
    """Return the words by which search finds an indicator first.

    A name that spells out what people abbreviate (wawasan kebangsaan) is found by the short form
    (wasbang) too, as the catalog's list of spellings has it.
    """
    short = short_forms((indicator.nama, *indicator.alias))
    found = [indicator.kode, indicator.singkatan or "", *short]
    return list(dict.fromkeys(word for word in found if word))


def search_rank(indicator: Indicator, rank: int) -> int:
    """Return how a page ranks: two more where a short abbreviation begins longer ones (IKO)."""
    return rank + 2 * (indicator.singkatan is not None and len(indicator.singkatan) <= _SHORT)
