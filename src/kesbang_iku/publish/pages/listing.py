"""The list of all indicators, by field of work."""

from __future__ import annotations

from collections.abc import Iterator

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.computing.indicator import Indicator
from kesbang_iku.diagnostics import Language, Text
from kesbang_iku.publish.pages.indicator import page_name
from kesbang_iku.publish.pages.markdown import badge, code, esc, front_matter, link, page, table
from kesbang_iku.publish.pages.words import VOCABULARY, WORDS

_INTRODUCTION = Text(
    "{count} indikator dalam {definitions} definisi. Sebuah indikator punya lebih dari satu "
    "definisi bila cara hitungnya berubah; kodenya tetap.",
    "{count} indicators in {definitions} definitions. An indicator has more than one definition "
    "where its method changed; the code stays.",
)
_OUTPUTS = Text("Indikator keluaran nomenklatur", "Output indicators of the nomenclature")


def indicator_index(catalog: Catalog[Indicator], language: Language = "id") -> str:
    """Return the page that lists every indicator and leads to each one's page."""
    title = WORDS["katalog"].plain(language)
    other = (
        link("In English", "../en/indikator/index.md")
        if language == "id"
        else link("Dalam bahasa Indonesia", "../../indikator/index.md")
    )
    introduction = _INTRODUCTION.plain(language).format(
        count=len(catalog.codes), definitions=len(catalog)
    )
    return page(
        front_matter(language, title),
        f"# {title}",
        f"{other}\n{{: .lintas }}",
        f"{introduction} {WORDS['buku'].plain(language)}",
        *_fields(catalog, language),
    )


def _fields(catalog: Catalog[Indicator], language: Language) -> Iterator[str]:
    newest = [catalog.versions(code_)[-1] for code_ in catalog.codes]
    for field in catalog.tables.fields.values():
        inside = [found for found in newest if found.bidang == field.kode]
        if inside:
            yield f"## {esc(field.nama if language == 'id' else field.nama_en)}"
            # An output of the nomenclature bears the nomenclature's own code.
            outputs = [found for found in inside if found.kode.startswith(found.program)]
            yield _table(catalog, [found for found in inside if found not in outputs], language)
            if outputs:
                yield f"### {_OUTPUTS.plain(language)} ({field.kode})"
                yield _table(catalog, outputs, language)


def _table(catalog: Catalog[Indicator], found: list[Indicator], language: Language) -> str:
    keys = ("kode", "indikator", "satuan", "arah", "kedudukan", "berlaku")
    header = [WORDS[key].plain(language) for key in keys]
    return table(header, [_row(catalog, indicator, language) for indicator in found])


def _row(catalog: Catalog[Indicator], indicator: Indicator, language: Language) -> list[str]:
    units = catalog.tables.units
    unit = units[indicator.satuan].label if indicator.satuan in units else None
    versions = catalog.versions(indicator.kode)
    years = ", ".join(
        str(one.berlaku).replace("kini", "kini" if language == "id" else "now")
        for one in versions
        if one.berlaku.mulai or one.berlaku.selesai
    )
    name = indicator.nama if language == "id" else indicator.nama_en
    short = f" ({esc(indicator.singkatan)})" if indicator.singkatan else ""
    return [
        code(indicator.kode),
        link(esc(name), page_name(indicator.kode)) + short,
        esc(unit or indicator.satuan),
        VOCABULARY[indicator.polaritas].plain(language),
        badge(indicator.status, language),
        years,
    ]
