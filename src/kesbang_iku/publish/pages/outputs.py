"""The page of the output indicators of the nomenclature, and what to watch for in it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS

NAME: Final = "keluaran.md"

_ALIKE: Final = 0.8
"""From here on two names mean the same and differ in spelling only."""

_Pair = tuple[Indicator | None, Indicator | None]


def output_index(catalog: Catalog, language: Language = "id") -> str:
    """Return the page that lists and explains the output indicators of the nomenclature."""
    outputs = catalog.outputs
    units = Counter(_unit(one, language) for one in outputs)
    listed = ", ".join(f"{name} ({count})" for name, count in units.most_common())
    return md.page(
        *md.head(pages.outputs.TITLE.plain(language), f"indikator/{NAME}", language),
        pages.outputs.SAID.fill(language, count=len(outputs)),
        pages.outputs.ABOUT.fill(language, units=listed),
        pages.outputs.GRAMMAR.plain(language),
        *_traps(catalog, language),
        f"## {pages.outputs.LIST.plain(language)}",
        *_lists(catalog, language),
    )


def _lists(catalog: Catalog, language: Language) -> Iterator[str]:
    header = [WORDS[key].plain(language) for key in ("kode", "indikator", "satuan", "tingkat")]
    for field in catalog.tables.fields.values():
        inside = [one for one in catalog.outputs if one.bidang == field.kode]
        if inside:
            yield f"### {md.esc(field.nama if language == 'id' else field.nama_en)}"
            yield md.table(header, [_row(one, language) for one in inside])


def _row(indicator: Indicator, language: Language) -> list[str]:
    levels = ", ".join(VOCABULARY[level].plain(language) for level in indicator.tingkat.berlaku)
    return [md.code(indicator.kode), md.esc(indicator.nama), _unit(indicator, language), levels]


def _unit(indicator: Indicator, language: Language) -> str:
    return md.esc(unit_words(indicator.satuan).plain(language))


# -- where the two levels differ


def _traps(catalog: Catalog, language: Language) -> Iterator[str]:
    pairs = _pairs(catalog.outputs)
    yield f"## {pages.outputs.TRAPS.plain(language)}"
    yield pages.outputs.TRAPS_SAID.fill(
        language,
        province=sum(one is not None for one, _ in pairs),
        regency=sum(other is not None for _, other in pairs),
    )
    header = [VOCABULARY["provinsi"].plain(language), WORDS["kabkota"].plain(language)]
    yield f"### {pages.outputs.SAME_NUMBER.plain(language)}"
    yield md.table(
        header,
        [
            (_cell(one, language), _cell(other, language))
            for one, other in pairs
            if not _same(one, other)
        ],
    )
    yield f"### {pages.outputs.SAME_CONTENT.plain(language)}"
    yield md.table(
        [*header, WORDS["indikator"].plain(language)],
        [
            (md.code(one.kode), md.code(other.kode), md.esc(one.nama))
            for one, other in _renumbered(catalog.outputs)
        ],
    )
    yield f"### {pages.outputs.WORDING.plain(language)}"
    yield pages.outputs.WORDING_SAID.plain(language)
    yield md.table(header, [(f"“{md.esc(a)}”", f"“{md.esc(b)}”") for a, b in _spellings(pairs)])
    unmentioned = [one for one in catalog.outputs if one.satuan not in one.nama.casefold()]
    yield f"### {pages.outputs.UNIT.plain(language)}"
    yield pages.outputs.UNIT_SAID.fill(language, count=len(unmentioned))
    yield md.folded(
        "info",
        pages.outputs.LIST.plain(language),
        md.bullets(
            f"{md.code(one.kode)} {md.esc(one.nama)}: {_unit(one, language)}" for one in unmentioned
        ),
    )


def _cell(indicator: Indicator | None, language: Language) -> str:
    if indicator is None:
        return pages.outputs.ONLY.plain(language)
    return f"{md.code(indicator.kode)} {md.esc(indicator.nama)} ({_unit(indicator, language)})"


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
