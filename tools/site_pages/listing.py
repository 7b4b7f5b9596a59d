"""The list of all indicators, by field of work."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.model.registers import Theme
from kesbang_iku.publish.pages.values import newest_value
from kesbang_iku.publish.pages.words import DIRECTIONS, STANDINGS, VOCABULARY, WORDS
from kesbang_iku.sources.data import load_data
from tools.site_pages.writing import script_data, write


def indicator_index(catalog: Catalog, language: Language = "id") -> str:
    """Return the page that lists every indicator and leads to each one's page."""
    newest = newest_of(catalog)
    return write(
        "listing",
        language,
        catalog=catalog,
        newest=newest,
        filter=_filter(catalog, newest, language),
        latest={one.kode: newest_value(catalog.versions(one.kode)[::-1]) for one in newest},
        themes_of=by_theme(catalog),
    )


def newest_of(catalog: Catalog) -> list[Indicator]:
    """Return the newest version of every indicator."""
    return [catalog.versions(code)[-1] for code in catalog.codes]


def by_theme(catalog: Catalog) -> list[tuple[Theme, list[Indicator]]]:
    """Return the indicators by theme; one may have several themes, or none."""
    newest = newest_of(catalog)
    return [
        (theme, [one for one in newest if theme.kode in one.tema])
        for theme in catalog.tables.themes.values()
    ]


def _filter(catalog: Catalog, newest: Iterable[Indicator], language: Language) -> str:
    """Return what the script filters by, and what it knows of each indicator, as JSON."""
    tables = catalog.tables
    facets = {
        "program": {
            one.program: f"{one.program} {one.title.plain(language)}"
            for one in tables.fields.values()
        },
        "tema": {one.kode: one.title.plain(language) for one in tables.themes.values()},
        "tingkat": _worded(("nasional", "provinsi", "kabupaten", "kota"), VOCABULARY, language),
        "kedudukan": {
            **_worded(STANDINGS, STANDINGS, language),
            **_worded(("diarahkan",), WORDS, language),
        },
        "arah": _worded(DIRECTIONS, DIRECTIONS, language),
    }
    asked = load_data("penyelarasan.yaml", MatchingFile).asked
    data = {
        "bahasa": language,
        "saringan": [
            {"nama": key, "label": WORDS[key].plain(language), "pilihan": options}
            for key, options in facets.items()
        ],
        "indikator": {found.kode: _facets(found, asked) for found in newest},
    }
    return script_data(data)


def _worded(keys: Iterable[str], words: Mapping[str, Text], language: Language) -> dict[str, str]:
    return {key: words[key].plain(language) for key in keys}


def _facets(found: Indicator, asked: Collection[str]) -> dict[str, object]:
    return {
        "program": [found.program],
        "tema": list(found.tema),
        "tingkat": list(found.tingkat.berlaku),
        "kedudukan": [found.status, *(["diarahkan"] if found.kode in asked else [])],
        "arah": [found.polaritas],
    }
