"""The sheets that explain a workbook to fill in: each definition with its sources, and a legend."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from kesbang_iku.findings import Language, Text, sentences
from kesbang_iku.findings.sentences import template as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.source import Source
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.sheet_reader import MARK_OF_OURS

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_WIDTH = 130
Looks = Callable[..., Any]
"""Gives a format of the library by its name here."""


def explained(
    sheet: Worksheet,
    indicators: Sequence[Indicator],
    tables: Tables,
    level: AdminLevel,
    looks: Looks,
    language: Language,
) -> None:
    """Write the definitions, one below the other."""
    sheet.set_column(0, 0, _WIDTH)
    told = f"{MARK_OF_OURS}{said.DEFINITIONS.plain(language)}"
    sheet.write_string(0, 0, told, looks("bare"))
    row = 2
    for indicator in indicators:
        head = f"{indicator.kode} {indicator.title.plain(language)}"
        sheet.write_string(row, 0, head, looks("title"))
        for name, text in _parts(indicator, tables, level, language):
            row += 1
            sheet.write_string(row, 0, f"{name}: {text}", looks("plain", text_wrap=True))
        row += 2


def legend(
    sheet: Worksheet, text: Text, made_by: tuple[str, str], looks: Looks, language: Language
) -> None:
    """Write how the workbook is filled in, and by which version and catalog it was made."""
    sheet.set_column(0, 0, _WIDTH)
    title, *rest = text.plain(language).splitlines()
    lines = [f"{MARK_OF_OURS}{title}", *rest]
    for row, line in enumerate(lines):
        look = looks("bare", text_wrap=True) if row else looks("title")
        sheet.write_string(row, 0, line, look)
    version, digest = made_by
    told = said.MADE_BY.fill(language, versi=version, sidik=digest)
    sheet.write_string(len(lines) + 1, 0, told, looks("bare"))


def _parts(
    indicator: Indicator, tables: Tables, level: AdminLevel, language: Language
) -> Iterator[tuple[str, str]]:
    names, standings = said.ABOUT, sentences.indicator.STANDINGS
    method = tables.methods[indicator.capaian]
    scale = indicator.engine.scale(level) or tables.scales[indicator.predikat]
    yield names["definition"].plain(language), indicator.definisi
    formula = indicator.formula or indicator.tanpa_rumus or said.NO_FORMULA.plain(language)
    yield names["formula"].plain(language), formula
    yield names["unit"].plain(language), unit_words(indicator.satuan).plain(language)
    yield names["frequency"].plain(language), indicator.frekuensi.replace("_", " ")
    yield names["method"].plain(language), f"{method.title.plain(language)}: {method.rumus}"
    yield names["classes"].plain(language), scale.title.plain(language)
    yield names["standing"].plain(language), standings[indicator.status].plain(language)
    for source in indicator.sumber:
        standing = standings[source.kedudukan].plain(language)
        yield names["source"].plain(language), f"{_cited(source)} ({standing})"


def _cited(source: Source) -> str:
    parts = (source.dokumen, source.penerbit, source.tanggal, source.letak, source.url)
    return ", ".join(part for part in parts if part)
