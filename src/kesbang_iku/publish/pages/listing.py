"""The list of all indicators, by field of work."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, Text
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.publish.pages import markdown as md
from kesbang_iku.publish.pages import outputs
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.words import DIRECTIONS, STANDINGS, VOCABULARY, WORDS


def indicator_index(catalog: Catalog, language: Language = "id") -> str:
    """Return the page that lists every indicator and leads to each one's page."""
    introduction = pages.listing.INTRODUCTION.fill(
        language, count=len(catalog.codes), definitions=len(catalog)
    )
    second_tier = md.link(pages.outputs.TITLE.plain(language), outputs.NAME)
    return md.page(
        *md.head(WORDS["katalog"].plain(language), "indikator/index.md", language),
        f"{introduction} {WORDS['buku'].plain(language)}",
        f"{pages.outputs.SAID.fill(language, count=len(catalog.outputs))} {second_tier}.",
        _filter(catalog, language),
        *_fields(catalog, language),
        *_themes(catalog, language),
    )


def _filter(catalog: Catalog, language: Language) -> str:
    """Return where the filter is drawn, what it filters by, and the script that draws it."""
    newest = [catalog.versions(one)[-1] for one in catalog.codes]
    facets = {
        "program": {
            field.program: f"{field.program} {field.nama if language == 'id' else field.nama_en}"
            for field in catalog.tables.fields.values()
        },
        "tema": {
            theme.kode: theme.nama if language == "id" else theme.nama_en
            for theme in catalog.tables.themes.values()
        },
        "tingkat": _worded(("nasional", "provinsi", "kabupaten", "kota"), VOCABULARY, language),
        "kedudukan": _worded(STANDINGS, STANDINGS, language),
        "arah": _worded(DIRECTIONS, DIRECTIONS, language),
    }
    data = {
        "bahasa": language,
        "saringan": [
            {"nama": key, "label": WORDS[key].plain(language), "pilihan": options}
            for key, options in facets.items()
        ],
        "indikator": {found.kode: _facets(found) for found in newest},
    }
    root = "../" if language == "id" else "../../"
    # Inside of a script only "<" could end it.
    written = json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")
    data_script = f'<script type="application/json">{written}</script>'
    return (
        f'<div class="saringan" hidden>{data_script}</div>\n'
        f'<script defer src="{root}js/katalog.js"></script>'
    )


def _worded(keys: Iterable[str], words: Mapping[str, Text], language: Language) -> dict[str, str]:
    return {key: words[key].plain(language) for key in keys}


def _facets(found: Indicator) -> dict[str, object]:
    texts = (found.nama, found.nama_en, found.singkatan or "", *found.alias, found.definisi)
    numbers = (number for listed in found.rujukan.model_dump().values() for number in listed)
    return {
        "program": [found.program],
        "tema": list(found.tema),
        "tingkat": list(found.tingkat.berlaku),
        "kedudukan": [found.status],
        "arah": [found.polaritas],
        "teks": " ".join((found.kode, *texts, *numbers)),
    }


def _by_field(
    catalog: Catalog, indicators: Iterable[Indicator], language: Language
) -> Iterator[tuple[str, list[Indicator]]]:
    listed = list(indicators)
    for field in catalog.tables.fields.values():
        inside = [found for found in listed if found.bidang == field.kode]
        if inside:
            yield field.nama if language == "id" else field.nama_en, inside


def _fields(catalog: Catalog, language: Language) -> Iterator[str]:
    keys = ("kode", "indikator", "satuan", "arah", "kedudukan", "berlaku")
    header = [WORDS[key].plain(language) for key in keys]
    newest = [catalog.versions(code_)[-1] for code_ in catalog.codes]
    for name, found in _by_field(catalog, newest, language):
        yield f"## {md.esc(name)}"
        yield md.table(header, [_row(catalog, indicator, language) for indicator in found])


def _themes(catalog: Catalog, language: Language) -> Iterator[str]:
    """Yield the same indicators by theme; one may have several themes, or none."""
    newest = [catalog.versions(code_)[-1] for code_ in catalog.codes]
    rows = []
    for theme in catalog.tables.themes.values():
        links = [
            md.link(
                md.esc(found.nama if language == "id" else found.nama_en), page_name(found.kode)
            )
            for found in newest
            if theme.kode in found.tema
        ]
        rows.append((md.esc(theme.nama if language == "id" else theme.nama_en), "; ".join(links)))
    if rows:
        yield f"## {pages.listing.BY_THEME.plain(language)}"
        yield md.table([WORDS[key].plain(language) for key in ("tema", "indikator")], rows)


def _row(catalog: Catalog, indicator: Indicator, language: Language) -> list[str]:
    years = ", ".join(
        str(one.berlaku).replace("kini", "kini" if language == "id" else "now")
        for one in catalog.versions(indicator.kode)
        if one.berlaku.mulai or one.berlaku.selesai
    )
    name = indicator.nama if language == "id" else indicator.nama_en
    short = f" ({md.esc(indicator.singkatan)})" if indicator.singkatan else ""
    return [
        md.code(indicator.kode),
        md.link(md.esc(name), page_name(indicator.kode)) + short,
        _unit(indicator, language),
        DIRECTIONS[indicator.polaritas].plain(language),
        md.badge(indicator.status, language),
        years,
    ]


def _unit(indicator: Indicator, language: Language) -> str:
    return md.esc(unit_words(indicator.satuan).plain(language))
