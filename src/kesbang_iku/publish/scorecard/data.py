"""The results of very many regions as data that the page draws on demand: each text once.

A region with all its items takes a few hundred bytes so, where its table would take thousands.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import scorecard
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.publish.markup import Html, visible
from kesbang_iku.publish.scorecard.words import (
    STATES,
    category_text,
    number_text,
    rating_text,
    state_of,
    when_text,
)
from kesbang_iku.sources.personal import hide_numbers

_COLUMNS = ("tahun", "indikator", "nilai", "target", "capaian", "predikat", "keadaan", "perlu")

Item = list[int | str]


class _Pool:
    """Texts, each once, by their number; the first is empty."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {"": 0}

    def number(self, text: str | None) -> int:
        """Return the number of a text, which is shown as a page shows it."""
        return self._numbers.setdefault(visible(text or ""), len(self._numbers))

    @property
    def texts(self) -> list[str]:
        """All texts, by number."""
        return list(self._numbers)


def page_data(
    results: Iterable[Result],
    regions: Sequence[str | None],
    name_of: Callable[[str | None], str],
    language: Language,
) -> Html:
    """Return the results as JSON that may stand in a page: no text in it can end its element.

    Args:
        results: of all regions.
        regions: in the order to be offered.
        name_of: what a region is called.
        language: of the texts.
    """
    pool = _Pool()
    indicators: dict[tuple[str, str], int] = {}
    told: list[tuple[str, str, str]] = []
    items: dict[str | None, list[Item]] = {code: [] for code in regions}
    for one in results:
        key = (one.kode, one.versi)
        if key not in indicators:
            indicators[key] = len(indicators)
            told.append(_indicator(one.kode, one.indicator, language))
        items[one.wilayah].append(_item(one, indicators[key], pool, language))
    states = [[key, state.sign, state.name.plain(language)] for key, state in STATES.items()]
    data: Mapping[str, object] = {
        "kolom": [scorecard.WORDS[key].plain(language) for key in _COLUMNS],
        "keadaan": states,
        "indikator": told,
        "wilayah": [[visible(hide_numbers(name_of(code))), items[code]] for code in regions],
        "teks": pool.texts,
    }
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Html(written.replace("<", "\\u003c"))


def _indicator(code: str, found: Indicator | None, language: Language) -> tuple[str, str, str]:
    if found is None:
        return visible(code), "", ""
    return code, found.title.plain(language), unit_words(found.satuan).plain(language)


def _item(one: Result, indicator: int, pool: _Pool, language: Language) -> Item:
    """Return one item; what is empty at its end is left out."""
    states = list(STATES)
    item: Item = [
        pool.number(when_text(one, language)),
        indicator,
        "" if one.nilai is None else number_text(one.nilai, language),
        states.index(state_of(one).key),
        "" if one.target is None else visible(one.target.shown(language)),
        "" if one.capaian is None else f"{number_text(one.capaian, language)}%",
        pool.number(rating_text(one, language)),
        pool.number(category_text(one, language)),
        pool.number(None if one.diperlukan is None else one.diperlukan.singkat.plain(language)),
        pool.number(None if one.why is None else one.why.plain(language)),
    ]
    while item[-1] in {0, ""}:
        item.pop()
    return item
