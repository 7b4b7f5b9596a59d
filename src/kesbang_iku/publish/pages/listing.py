"""The list of all indicators, by field of work."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.diagnostics import Language, Text
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.markdown import badge, code, esc, front_matter, link, page, table
from kesbang_iku.publish.pages.words import DIRECTIONS, VOCABULARY, WORDS

_INTRODUCTION = Text(
    "{count} indikator dalam {definitions} definisi. Sebuah indikator punya lebih dari satu "
    "definisi bila cara hitungnya berubah; kodenya tetap.",
    "{count} indicators in {definitions} definitions. An indicator has more than one definition "
    "where its method changed; the code stays.",
)
_OUTPUTS_TITLE = Text("Indikator keluaran", "Output indicators")
_OUTPUTS = Text(
    "Tingkat kedua katalog: {count} indikator keluaran dari nomenklatur program 8.01, dengan kode "
    "sub kegiatannya sendiri. Nilainya dilaporkan langsung, tanpa rumus.",
    "The catalog's second tier: {count} output indicators from the nomenclature of programme 8.01, "
    "each with the code of its own sub-activity. Their values are reported as they are, without a "
    "formula.",
)
_BY_THEME = Text("Menurut tema", "By theme")
_OUTPUTS_NAME = "keluaran.md"


def indicator_index(catalog: Catalog[Indicator], language: Language = "id") -> str:
    """Return the page that lists every indicator and leads to each one's page."""
    introduction = _INTRODUCTION.plain(language).format(
        count=len(catalog.codes), definitions=len(catalog)
    )
    outputs = link(_OUTPUTS_TITLE.plain(language), _OUTPUTS_NAME)
    return page(
        *_head(WORDS["katalog"], "index.md", language),
        f"{introduction} {WORDS['buku'].plain(language)}",
        f"{_OUTPUTS.plain(language).format(count=len(catalog.outputs))} {outputs}.",
        *_fields(catalog, language),
        *_themes(catalog, language),
    )


def output_index(catalog: Catalog[Indicator], language: Language = "id") -> str:
    """Return the page that lists the output indicators of the nomenclature."""
    header = [WORDS[key].plain(language) for key in ("kode", "indikator", "satuan", "tingkat")]
    blocks = _head(_OUTPUTS_TITLE, _OUTPUTS_NAME, language)
    blocks.append(_OUTPUTS.plain(language).format(count=len(catalog.outputs)))
    for name, found in _by_field(catalog, catalog.outputs, language):
        blocks.append(f"## {esc(name)}")
        blocks.append(table(header, [_output(catalog, one, language) for one in found]))
    return page(*blocks)


def _head(title: Text, name: str, language: Language) -> list[str]:
    other = (
        link("In English", f"../en/indikator/{name}")
        if language == "id"
        else link("Dalam bahasa Indonesia", f"../../indikator/{name}")
    )
    return [
        front_matter(title.plain(language)),
        f"# {title.plain(language)}",
        f"{other}\n{{: .lintas }}",
    ]


def _by_field(
    catalog: Catalog[Indicator], indicators: Iterable[Indicator], language: Language
) -> Iterator[tuple[str, list[Indicator]]]:
    listed = list(indicators)
    for field in catalog.tables.fields.values():
        inside = [found for found in listed if found.bidang == field.kode]
        if inside:
            yield field.nama if language == "id" else field.nama_en, inside


def _fields(catalog: Catalog[Indicator], language: Language) -> Iterator[str]:
    keys = ("kode", "indikator", "satuan", "arah", "kedudukan", "berlaku")
    header = [WORDS[key].plain(language) for key in keys]
    newest = [catalog.versions(code_)[-1] for code_ in catalog.codes]
    for name, found in _by_field(catalog, newest, language):
        yield f"## {esc(name)}"
        yield table(header, [_row(catalog, indicator, language) for indicator in found])


def _themes(catalog: Catalog[Indicator], language: Language) -> Iterator[str]:
    """Yield the same indicators by theme; one may have several themes, or none."""
    newest = [catalog.versions(code_)[-1] for code_ in catalog.codes]
    rows = []
    for theme in catalog.tables.themes.values():
        links = [
            link(esc(found.nama if language == "id" else found.nama_en), page_name(found.kode))
            for found in newest
            if theme.kode in found.tema
        ]
        rows.append((esc(theme.nama if language == "id" else theme.nama_en), "; ".join(links)))
    if rows:
        yield f"## {_BY_THEME.plain(language)}"
        yield table([WORDS[key].plain(language) for key in ("tema", "indikator")], rows)


def _row(catalog: Catalog[Indicator], indicator: Indicator, language: Language) -> list[str]:
    years = ", ".join(
        str(one.berlaku).replace("kini", "kini" if language == "id" else "now")
        for one in catalog.versions(indicator.kode)
        if one.berlaku.mulai or one.berlaku.selesai
    )
    name = indicator.nama if language == "id" else indicator.nama_en
    short = f" ({esc(indicator.singkatan)})" if indicator.singkatan else ""
    return [
        code(indicator.kode),
        link(esc(name), page_name(indicator.kode)) + short,
        _unit(catalog, indicator),
        DIRECTIONS[indicator.polaritas].plain(language),
        badge(indicator.status, language),
        years,
    ]


def _output(catalog: Catalog[Indicator], indicator: Indicator, language: Language) -> list[str]:
    levels = ", ".join(VOCABULARY[level].plain(language) for level in indicator.tingkat.berlaku)
    return [code(indicator.kode), esc(indicator.nama), _unit(catalog, indicator), levels]


def _unit(catalog: Catalog[Indicator], indicator: Indicator) -> str:
    unit = catalog.tables.units.get(indicator.satuan)
    return esc((unit.label if unit else None) or indicator.satuan)
