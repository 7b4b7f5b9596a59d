"""How a file was read, in one line, where it is not in our own format."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from kesbang_iku.findings import Text
from kesbang_iku.findings.sentences import tables as said_of
from kesbang_iku.sources.headers import squeeze
from kesbang_iku.tables.columns import TableColumn
from kesbang_iku.tables.headings import TableWords, load_words
from kesbang_iku.tables.meanings import ACHIEVED, BASELINE, REALISED, TARGET
from kesbang_iku.tables.read_table import FileReading, ReadTable

_VALUES: Final = (BASELINE, TARGET, REALISED, ACHIEVED)
_YEAR: Final = re.compile(r"(?:19|20)\d{2}", re.ASCII)
_TABLES: Final = 3
_FILES: Final = 5
_COMMA: Final = Text.same(", ")
_SEMICOLON: Final = Text.same("; ")


def told(reading: FileReading) -> Text | None:
    """Return the sentence that says how a file was read.

    Returns:
        One line: each table with its sheet, headers, count of indicators, values by year, region
        and year. ``None`` for a file in our own format and for one without tables of indicators.
    """
    words = load_words()
    tables = [table for table in reading.tables if table.items]
    if all(is_own_format(table, words) for table in tables):
        return None
    said = [_table(table) for table in tables[:_TABLES]]
    if len(tables) > _TABLES:
        said.append(said_of.MORE_TABLES.filled(jumlah=len(tables) - _TABLES))
    return said_of.READ_AS.filled(berkas=reading.file, tabel=_SEMICOLON.join(said))


def lines(sentences: Iterable[Text | None]) -> tuple[Text, ...]:
    """Return the sentences of several files as what a command says: a few, and how many more."""
    said = tuple(dict.fromkeys(one for one in sentences if one is not None))
    if len(said) <= _FILES:
        return said
    return (*said[:_FILES], said_of.MORE_FILES.filled(jumlah=len(said) - _FILES))


def is_own_format(table: ReadTable, words: TableWords) -> bool:
    """Say whether a table is in our own format: one row of its headers, on top, and no others.

    A table with the codes of the standard is a report of ours, whatever its further columns are.
    """
    if table.kind == "laporan":
        return True
    own = {squeeze(title) for title in words.file.tajuk_sendiri}
    first, last = table.titles
    on_top = first == last == table.grid.rows[0].number
    return (
        on_top
        and table.setting.origin in (None, "kolom", "pilihan")
        and all(_is_own(one, own) for one in table.columns)
    )


def _is_own(column: TableColumn, own: set[str]) -> bool:
    """Say whether a header is one of ours, and says the year of its values itself."""
    title = squeeze(" ".join(column.titles))
    dated = column.year is None or str(column.year) in title
    return dated and _YEAR.sub("", title) in {"", *own}


def _table(table: ReadTable) -> Text:
    kind = said_of.KIND[table.kind]
    if table.form is not None and table.form.casefold() != kind.id:
        kind = Text(f"{kind.id} {table.form}", f"{kind.en} {table.form}")
    return said_of.TABLE.filled(jenis=kind, rincian=_COMMA.join(_details(table)))


def _details(table: ReadTable) -> Iterator[Text]:
    setting = table.setting
    if table.grid.name is not None:
        yield said_of.SHEET.filled(lembar=table.grid.name)
    yield said_of.HEADERS.filled(baris=_span(table.shown_spans[0]))
    yield said_of.ITEMS.filled(jumlah=len(table.items))
    for role in _VALUES:
        years = {one.year for one in table.columns if one.role == role and one.year is not None}
        if years:
            yield Text.same(" ").join([said_of.VALUES[role], Text.same(_spans(sorted(years)))])
    if setting.region is not None and setting.origin is not None:
        origin = said_of.ORIGIN[setting.origin]
        yield said_of.REGION.filled(nama=setting.region.nama, asal=origin)
    if setting.year is not None:
        yield said_of.YEAR.filled(tahun=str(setting.year))


def _spans(years: Sequence[int]) -> str:
    """Return years as spans: ``2024, 2026–2030``."""
    starts = [years[0]] + [after for before, after in pairwise(years) if after != before + 1]
    ends = [before for before, after in pairwise(years) if after != before + 1] + [years[-1]]
    return ", ".join(map(_span, zip(starts, ends, strict=True)))


def _span(ends: tuple[int, int]) -> str:
    first, last = ends
    return str(first) if first == last else f"{first}\u2013{last}"
