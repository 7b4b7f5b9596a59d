"""What workbooks to fill in have in common: their looks, what frames the sheet, how it prints.

With it, the sheets that explain them: each definition with its sources, and a legend.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, cast

from kesbang_iku import __version__
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Language, Text, format_number, sentences
from kesbang_iku.findings.sentences import template as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.region import Region
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.source import Source
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.workbook import MADE, OPTIONS
from kesbang_iku.sources.grid import column_letters
from kesbang_iku.sources.sheet_reader import DEFINITIONS_SHEET, LEGEND_SHEET, MARK_OF_OURS

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEAD: Final = 8
"""The row of the headings, from 0: the letterhead and the title stand above it."""
LONGEST_MESSAGE: Final = 255
_LETTERHEAD: Final = 4
_TITLE, _SUBTITLE = 5, 6
_A4: Final = 9
_LONGEST_LIST: Final = 255
_GREY, _YELLOW, _GREEN = "#F2F2F2", "#FFF7CC", "#E6F2E6"
_LAYOUTS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {},
    "head": {"bold": True, "bg_color": "#D9E2EC", "text_wrap": True, "align": "center"},
    "repeated": {"font_color": "#808080"},
    "input": {"bg_color": _YELLOW, "locked": False, "num_format": "#,##0.####"},
    "whole": {"bg_color": _YELLOW, "locked": False, "num_format": "#,##0"},
    "words": {"bg_color": _YELLOW, "locked": False, "text_wrap": True},
    "made": {"bg_color": _GREEN, "num_format": "#,##0"},
    "result": {"bg_color": _GREY},
    "title": {"bold": True, "font_size": 14, "border": 0},
    "bare": {"border": 0},
}


@dataclass(frozen=True, slots=True)
class About:
    """What a workbook to fill in is about.

    Attributes:
        catalog: the catalog the indicators are from.
        indicators: the indicators, in their order.
        region: the region.
        title: what stands above the table.
        subtitle: what stands below the title.
        legend: how it is filled in, a line each; the first one is its title.
        language: in which it speaks to people; headings and states are Indonesian, as data is.
    """

    catalog: Catalog
    indicators: Sequence[Indicator]
    region: Region
    title: str
    subtitle: str
    legend: Text
    language: Language


class Form:
    """A workbook while it is written: the sheet that is filled in, and those that explain it."""

    def __init__(self, about: About, sheet: str, columns: Iterable[tuple[str, int]]) -> None:
        """Begin it with the letterhead and the headings.

        Args:
            about: what it is about.
            sheet: the name of the sheet that is filled in.
            columns: the headings of that sheet, with their widths in characters.

        Raises:
            MissingExtraError: the library that writes workbooks is not installed.
        """
        require_extra("xlsxwriter", "excel")
        import xlsxwriter  # noqa: PLC0415  # light: an extra

        self._about = about
        self._out = io.BytesIO()
        self.book: Final[Workbook] = xlsxwriter.Workbook(self._out, OPTIONS)
        self.book.set_properties({"title": about.title, "created": MADE})
        self._formats: dict[str, Any] = {}
        self.sheet: Final[Worksheet] = self.add_sheet(sheet)
        self._definitions: Worksheet = self.book.add_worksheet(DEFINITIONS_SHEET)
        self._legend: Worksheet = self.book.add_worksheet(LEGEND_SHEET)
        self._columns = [*columns]

    def add_sheet(self, name: str) -> Worksheet:
        """Return a new sheet, whose formulas are taken as they are written.

        The library looks through each for some thirty functions that are younger than those here;
        that is half of the time it takes.
        """
        sheet = self.book.add_worksheet(name)
        vars(sheet)["_prepare_formula"] = lambda formula, *_: formula.removeprefix("=")
        return sheet

    def looks(self, name: str, **more: object) -> Any:  # noqa: ANN401 - the library has no types
        """Return a format of the library by its name here."""
        key = f"{name}{more}"
        if key not in self._formats:
            base = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
            self._formats[key] = self.book.add_format({**base, **_LAYOUTS[name], **more})
        return self._formats[key]

    def heads(self, printed: int) -> None:
        """Write what stands above the table, ``printed`` the last column that is printed."""
        sheet, about = self.sheet, self._about
        for row in range(_LETTERHEAD):
            # The letterhead is the region's own: its cells may be filled in.
            sheet.merge_range(row, 0, row, printed, "", self.looks("bare", locked=False))
        sheet.write_string(_TITLE, 0, about.title, self.looks("title"))
        sheet.write_string(_SUBTITLE, 0, about.subtitle, self.looks("bare"))
        for index, (header, width) in enumerate(self._columns):
            sheet.write_string(HEAD, index, header, self.looks("head"))
            sheet.set_column(index, index, width)

    def target(self, at: tuple[int, int], indicator: Indicator | None, scale: Scale | None) -> None:
        """Let a target be typed: a number, a bound, a range, or a class, which a list offers."""
        row, column = at
        self.sheet.write_blank(row, column, None, self.looks("input"))
        say = self._about.language
        labels = [] if scale is None else [one.label for one in scale.kelas]
        rule: dict[str, Any] = {"input_message": said.TARGET.plain(say)}
        if labels and len(",".join(labels)) <= _LONGEST_LIST:
            # A number may be typed beside what the list offers.
            rule |= {"validate": "list", "source": labels, "show_error": False}
        else:
            rule |= _no_other_target(f"{column_letters(column)}{row + 1}", indicator, say)
        self.sheet.data_validation(row, column, row, column, rule)

    def finish(self, last: int, printed: int, signed: int, year: str) -> bytes:
        """Write what stands below the table and the other sheets, and return the workbook.

        Args:
            last: the last row of the table.
            printed: the last column that is printed.
            signed: the column that the signature begins in.
            year: what the foot of a page says beside the region.
        """
        about, say = self._about, self._about.language
        signature = said.SIGNATURE.plain(say).splitlines()
        for index, text in enumerate(signature, start=last + 2):
            self.sheet.write_string(index, signed, text, self.looks("bare", locked=False))
        self.sheet.autofilter(HEAD, 0, last, len(self._columns) - 1)
        self.sheet.repeat_rows(HEAD)
        self.sheet.print_area(0, 0, last + 2 + len(signature), printed)
        self.sheet.set_footer(f"&L{titled(about.region)} {year}&R{said.PAGE.plain(say)} &P/&N")
        tables, level = about.catalog.tables, about.region.tingkat
        explained(self._definitions, about.indicators, tables, level, self.looks, say)
        made_by = (__version__, about.catalog.digest)
        legend(self._legend, about.legend, made_by, self.looks, say)
        for sheet in cast("list[Worksheet]", self.book.worksheets()):
            sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})
            sheet.set_paper(_A4)
            sheet.set_landscape()
            sheet.fit_to_pages(1, 0)
        self.book.close()
        return self._out.getvalue()

    def name(self, name: str, area: tuple[int, int, int, int]) -> None:
        """Give a name to cells of the sheet, from a row and column to a row and column."""
        top, left, bottom, right = area
        cells = f"${column_letters(left)}${top + 1}:${column_letters(right)}${bottom + 1}"
        self.book.define_name(name, f"='{self.sheet.get_name()}'!{cells}")


def titled(region: Region) -> str:
    """Return the name of a region that says its level: that of a province alone does not."""
    return f"Provinsi {region.nama}" if region.tingkat == "provinsi" else region.nama


def ends_in_words(low: Fraction | None, high: Fraction | None, language: Language) -> str:
    """Return between which ends a number lies, as the end of a sentence; empty without ends."""
    if low is None and high is None:
        return ""
    text = said.UP_TO if low is None else said.FROM if high is None else said.FROM_TO
    ends = {"bawah": low, "atas": high}
    shown = {key: format_number(end, language) for key, end in ends.items() if end is not None}
    return text.fill(language, **shown)


def _no_other_target(
    cell: str, indicator: Indicator | None, language: Language
) -> Mapping[str, object]:
    """Return the rule that a target is possible, if it is a number, and else no mistyped one."""
    low, high = (
        (None, None) if indicator is None else (indicator.rentang.min, indicator.rentang.maks)
    )
    within = [f"{cell}>={float(low)!r}"] if low is not None else []
    within += [f"{cell}<={float(high)!r}"] if high is not None else []
    number = ",".join([f"ISNUMBER({cell})", *within])
    text = f'ISTEXT({cell}),ISERROR(FIND(".",{cell}))'
    told = said.TARGET_REFUSED.fill(language, batas=ends_in_words(low, high, language))
    return {
        "validate": "custom",
        "value": f"=OR(AND({number}),AND({text}))",
        "error_title": said.NO_TARGET.plain(language),
        "error_message": told[:LONGEST_MESSAGE],
    }


# ------------------------------------------------------------------------ the sheets that explain


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
