"""What people type to find an indicator: its code, and the short forms of what its name says."""

from __future__ import annotations

import re
from typing import Final

from kesbang_iku.files.data import load_data
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import LexiconFile

_SHORT: Final = 4
"""Letters of an abbreviation that longer words may begin with."""


def search_words(indicator: Indicator) -> list[str]:
    """Return the words by which search finds an indicator first.

    A name that spells out what people abbreviate (wawasan kebangsaan) is found by the short form
    (wasbang) too, as the catalog's list of spellings has it.
    """
    found = [indicator.kode, indicator.singkatan or ""]
    names = " ".join(_words(name) for name in (indicator.nama, *indicator.alias))
    for entry in load_data("kosakata.yaml", LexiconFile).padanan:
        spelt_out = [spelling for spelling in entry.tulisan if " " in spelling]
        if " " not in entry.baku and spelt_out:
            forms = (entry.baku, *spelt_out)
            if any(f" {form} " in names for form in forms):
                found.append(entry.baku)
    return list(dict.fromkeys(word for word in found if word))


def search_rank(indicator: Indicator, rank: int) -> int:
    """Return how a page ranks: two more where a short abbreviation begins longer ones (IKO)."""
    return rank + 2 * (indicator.singkatan is not None and len(indicator.singkatan) <= _SHORT)


def _words(text: str) -> str:
    return f" {re.sub(r'[^a-z0-9]+', ' ', text.casefold()).strip()} "
