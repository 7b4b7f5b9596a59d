"""The page of the indicators for one's own region: three shelves, and what is published of each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, localized
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.pages.values import NATION
from kesbang_iku.publish.pages.words import STANDINGS, VOCABULARY, WORDS, goal_text
from kesbang_iku.sources.data import load_data
from tools.site_pages.listing import newest_of
from tools.site_pages.writing import script_data, write

NAME: Final = "daerah.md"
SHELVES: Final = ("diarahkan", "terbit", "usulan")
_LEVELS: Final[tuple[AdminLevel, ...]] = ("provinsi", "kabupaten", "kota")


@dataclass(frozen=True, slots=True)
class ShelfRow:
    """An indicator on a shelf: the levels at which it stands there, and its targets by year."""

    indicator: Indicator
    levels: tuple[AdminLevel, ...]
    goals: Mapping[int, str]
    released: bool


def regional_page(
    catalog: Catalog, regions: Mapping[str, Region], language: Language = "id"
) -> str:
    """Return the page of the indicators of a region or a level of government.

    Args:
        catalog: the standard.
        regions: the regions to choose from, by code.
        language: language of the page; texts of definitions stay Indonesian.
    """
    shelves = shelves_of(catalog, language)
    values = _values(catalog, language)
    return write(
        "regional",
        language,
        shelves=shelves,
        sources=[one.sumber for one in load_data("penyelarasan.yaml", MatchingFile).diarahkan],
        nation={code: found.get(NATION, [])[:1] for code, found in values.items()},
        data=script_data(_data(shelves, values, regions, language)),
    )


def shelves_of(catalog: Catalog, language: Language = "id") -> dict[str, list[ShelfRow]]:
    """Return what stands on each shelf: asked for by the centre, printed somewhere, proposed.

    What ended, and what has no value at a level, is not for anyone to adopt there.
    """
    asked = load_data("penyelarasan.yaml", MatchingFile).asked
    order = list(asked)
    shelves: dict[str, list[ShelfRow]] = {name: [] for name in SHELVES}
    for found in newest_of(catalog):
        if found.berlaku.selesai is not None:
            continue
        levels: list[AdminLevel] = [one for one in found.tingkat.berlaku if found.exists_at(one)]
        asked_at = asked.get(found.kode, ())
        placed: dict[str, list[AdminLevel]] = {
            "diarahkan": [one for one in levels if one in asked_at],
            "usulan" if found.status == "usulan" else "terbit": [
                one for one in levels if one not in asked_at and one != "nasional"
            ],
        }
        for name, some in placed.items():
            if some:
                shelves[name].append(_row(found, tuple(some), language))
    shelves["diarahkan"].sort(key=lambda row: order.index(row.indicator.kode))
    shelves["terbit"].sort(key=lambda row: list(STANDINGS).index(row.indicator.status))
    return shelves


def _row(found: Indicator, levels: tuple[AdminLevel, ...], language: Language) -> ShelfRow:
    goals = {
        goal.tahun: goal_text(goal, language, found.desimal)
        for goal in found.official_targets
        if goal.dimensi is None
    }
    released = any(one.nama == found.formula and one.jenis == "rilis" for one in found.variabel)
    return ShelfRow(found, levels, goals, released)


def _values(catalog: Catalog, language: Language) -> dict[str, dict[str, list[list[str]]]]:
    """Return year, number and standing of the values taken, newest first, by code and region.

    Where a year has several, as an election year has, the year is written with the edition.
    """
    found: dict[str, dict[str, list[list[str]]]] = {}
    for code in catalog.codes:
        taken = [one for one in catalog.nilai(code) if one.dipakai and one.bagian is None]
        count = Counter((one.wilayah, one.tahun) for one in taken)
        for one in sorted(taken, key=lambda one: one.tahun, reverse=True):
            year = str(one.tahun)
            if one.edisi and count[one.wilayah, one.tahun] > 1:
                year = one.edisi if year in one.edisi else f"{year} ({one.edisi})"
            row = [year, localized(one.nilai, language), one.kedudukan]
            found.setdefault(code, {}).setdefault(one.wilayah, []).append(row)
    return found


def _data(
    shelves: Mapping[str, list[ShelfRow]],
    values: Mapping[str, object],
    regions: Mapping[str, Region],
    language: Language,
) -> dict[str, Any]:
    """Return what the script knows: regions, levels of each row, values, and its texts."""
    t = pages.regional
    texts = {
        "pilih": t.CHOOSE,
        "tingkat": t.LEVEL,
        "semua": t.ALL,
        "tak_dikenal": t.UNKNOWN,
        "kosong": t.EMPTY,
        "belum": t.NO_VALUE,
        "provinsi": t.PROVINCE,
        "nasional": t.NATION,
        "cetak": t.PRINT,
        "unduh": t.DOWNLOAD,
        "indikator": WORDS["indikator"],
    }
    return {
        "bahasa": language,
        "teks": {key: text.plain(language) for key, text in texts.items()},
        "tingkat": {one: VOCABULARY[one].plain(language) for one in _LEVELS},
        "kedudukan": {key: text.plain(language) for key, text in STANDINGS.items()},
        "wilayah": [[one.kode, one.nama, one.tingkat] for one in regions.values() if one.induk],
        "rak": {
            name: {row.indicator.kode: row.levels for row in rows} for name, rows in shelves.items()
        },
        "nilai": values,
    }
