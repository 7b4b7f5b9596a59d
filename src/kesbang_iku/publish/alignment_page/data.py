"""The items of the plans of many regions as data that the page draws on demand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from kesbang_iku.alignment.alignment import AlignedItem
from kesbang_iku.alignment.overview import state_of
from kesbang_iku.alignment.regional import RegionalAlignment
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import alignment_page as texts
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.publish.alignment_page.words import STATES
from kesbang_iku.publish.frame.pool import Pool, embedded
from kesbang_iku.publish.markup import Html, visible
from kesbang_iku.sources.personal import hide_numbers

_COLUMNS = ("baris", "indikator", "keadaan", "padanan_satu", "menyimpang")


def plans_data(plans: Iterable[RegionalAlignment], language: Language) -> Html:
    """Return every item of every plan: where it stands, its state, counterpart and deviations.

    Args:
        plans: in the order of the page's table.
        language: of the texts; what a plan says stays as it is.
    """
    pool = Pool()
    keys = list(STATES)

    def item(one: AlignedItem) -> list[int]:
        found = one.padanan or (one.terdekat.indicator if one.terdekat else None)
        deviations = (
            f"{texts.DEVIATIONS[each.jenis].plain(language)}: "
            f"{each.daerah.plain(language)} → {each.standar.plain(language)}"
            for each in one.penyimpangan
        )
        return [
            one.place.baris or 0,
            pool.number(one.item.nama),
            keys.index(state_of(one)),
            pool.number(_called(found, language)),
            *map(pool.number, deviations),
        ]

    regions = [
        [visible(hide_numbers(PurePath(one.label).name)), [item(each) for each in one.selaras]]
        for one in plans
    ]
    states = [[key, state.sign, state.name.plain(language)] for key, state in STATES.items()]
    columns = [texts.WORDS[key].plain(language) for key in _COLUMNS]
    return embedded({"kolom": columns, "keadaan": states, "wilayah": regions, "teks": pool.texts})


def _called(found: Indicator | None, language: Language) -> str:
    return "" if found is None else f"{found.kode} {found.title.plain(language)}"
