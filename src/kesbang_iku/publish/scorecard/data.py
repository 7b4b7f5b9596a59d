"""The results of very many regions as data that the page draws on demand: each text once.

A region with all its items takes a few hundred bytes so, where its table would take thousands.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from kesbang_iku.computing.stated_items import ITEM, ITEM_KEY, Parts
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import scorecard
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.publish.frame.pool import Pool, embedded
from kesbang_iku.publish.markup import Html, visible
from kesbang_iku.publish.scorecard import words
from kesbang_iku.sources.personal import hide_numbers

_COLUMNS = ("tahun", "indikator", "nilai", "target", "capaian", "predikat", "keadaan", "perlu")

Item = list[int | str]


class _Data:
    """The lists of a page while they are filled."""

    def __init__(self, language: Language) -> None:
        self._language: Language = language
        self._states = list(words.STATES)
        self.texts, self.times, self.targets = Pool(), Pool(1), Pool(1)
        self.indicators: dict[tuple[str, ...], int] = {}
        self.told: list[tuple[str, ...]] = []
        self.regions: dict[str | None, str] = {}

    def item(self, one: Result) -> Item:
        """Return one item; what is empty at its end is left out."""
        language, number = self._language, self.texts.number
        line = one.verifikasi
        parts = None if line is None else Parts.of(line)
        if parts is not None and self.regions.setdefault(one.wilayah, parts.region) != parts.region:
            parts = None  # levels without a region of their own stand together
        time, target = ("", "") if parts is None else (parts.time, parts.target)
        item: Item = [
            self.times.number(words.when_text(one, language), time),
            self._indicator(one, parts),
            "" if one.nilai is None else words.number_text(one.nilai, language),
            "" if parts is None else parts.numbers,
            self._states.index(words.state_of(one).key),
            self.targets.number(None if one.target is None else one.target.shown(language), target),
            "" if one.capaian is None else f"{words.number_text(one.capaian, language)}%",
            number(words.rating_text(one, language)),
            number(words.category_text(one, language)),
            number(None if one.diperlukan is None else one.diperlukan.singkat.plain(language)),
            number(None if one.why is None else one.why.plain(language)),
        ]
        while item[-1] in {0, ""}:
            item.pop()
        return item

    def _indicator(self, one: Result, parts: Parts | None) -> int:
        stated = () if parts is None else (parts.named, parts.print, parts.names)
        key = (one.kode, one.versi, *stated)
        if key not in self.indicators:
            self.indicators[key] = len(self.told)
            self.told.append((*_named(one.kode, one.indicator, self._language), *stated))
        return self.indicators[key]


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
    made = _Data(language)
    items: dict[str | None, list[Item]] = {code: [] for code in regions}
    for one in results:
        items[one.wilayah].append(made.item(one))
    data: Mapping[str, object] = {
        "kolom": [scorecard.WORDS[key].plain(language) for key in _COLUMNS],
        "keadaan": [[key, one.sign, one.name.plain(language)] for key, one in words.STATES.items()],
        ITEM_KEY: ITEM,
        "indikator": made.told,
        "wilayah": [
            [visible(hide_numbers(name_of(code))), items[code], made.regions.get(code, "")]
            for code in regions
        ],
        "waktu": made.times.rows,
        "target": made.targets.rows,
        "teks": made.texts.texts,
    }
    return embedded(data)


def _named(code: str, found: Indicator | None, language: Language) -> tuple[str, str, str]:
    if found is None:
        return visible(code), "", ""
    return code, found.title.plain(language), unit_words(found.satuan).plain(language)
