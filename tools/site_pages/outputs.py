"""The page of the output indicators of the nomenclature, and what to watch for in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.pages.words import unit_name
from tools.site_pages.writing import write

_ALIKE: Final = 0.8
"""From here on two names mean the same and differ in spelling only."""

_Pair = tuple[Indicator | None, Indicator | None]


def output_index(catalog: Catalog, language: Language = "id") -> str:
    """Return the page that lists and explains the output indicators of the nomenclature."""
    outputs = catalog.outputs
    pairs = _pairs(outputs)
    return write(
        "outputs",
        language,
        outputs=outputs,
        tables=catalog.tables,
        units=Counter(unit_name(one.satuan, language) for one in outputs).most_common(),
        pairs=pairs,
        differing=[(one, other) for one, other in pairs if not _same(one, other)],
        renumbered=list(_renumbered(outputs)),
        spellings=_spellings(pairs),
        unmentioned=[one for one in outputs if one.satuan not in one.nama.casefold()],
    )


def _pairs(outputs: Sequence[Indicator]) -> list[_Pair]:
    """Return what has the same code but for the level: the province's beside the regency's."""
    by_number: dict[tuple[str, str], dict[bool, Indicator]] = {}
    for one in outputs:
        number = one.program, one.kode.removeprefix(f"{one.program}.").partition(".")[2]
        by_number.setdefault(number, {})["provinsi" in one.tingkat.berlaku] = one
    return [(found.get(True), found.get(False)) for found in by_number.values()]


def _same(one: Indicator | None, other: Indicator | None) -> bool:
    if one is None or other is None or one.satuan != other.satuan:
        return False
    return SequenceMatcher(None, one.nama, other.nama, autojunk=False).ratio() >= _ALIKE


def _renumbered(outputs: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """Yield what both levels have under the same name, but with another number."""
    of_regencies = {one.nama: one for one in outputs if "provinsi" not in one.tingkat.berlaku}
    for one in outputs:
        other = of_regencies.get(one.nama)
        if other not in (None, one) and one.kode.rsplit(".")[-1] != other.kode.rsplit(".")[-1]:
            yield one, other


def _spellings(pairs: Sequence[_Pair]) -> list[tuple[str, str]]:
    """Return how the names of the same output differ, each difference once."""
    found: dict[tuple[str, str], None] = {}
    for one, other in pairs:
        if one is not None and other is not None and _same(one, other):
            here, there = (re.findall(r"[\w/]+|,", name) for name in (one.nama, other.nama))
            matcher = SequenceMatcher(None, here, there, autojunk=False)
            for kind, a, b, c, d in matcher.get_opcodes():
                if kind != "equal":
                    # A mark alone tells nothing, so the word before it stands with it.
                    back = int("," in (*here[a:b], *there[c:d]))
                    found[_phrase(here[a - back : b]), _phrase(there[c - back : d])] = None
    return list(found)


def _phrase(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ,", ",")
