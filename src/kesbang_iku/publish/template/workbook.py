"""Writing the workbook to fill in: what is typed into, what computes, what explains it."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final

from kesbang_iku import __version__
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.extras import require_extra
from kesbang_iku.findings import Language, format_number
from kesbang_iku.findings.sentences import template as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.status import Status
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Variable
from kesbang_iku.model.region import Region
from kesbang_iku.publish.template.explained import explained, legend
from kesbang_iku.publish.template.lines import INPUT, WORKING, Line, lines_of
from kesbang_iku.publish.template.values import range_of
from kesbang_iku.publish.template.written import UNCERTAIN
from kesbang_iku.publish.workbook import MADE, OPTIONS

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

HEADERS: Final = (
    "Kode", "Indikator", "Periode", "Uraian", "Satuan", "Nilai", "Target", "Realisasi", "Capaian",
    "Predikat", "Golongan", "Status", "Periksa", "Wilayah", "Tahun", "Variabel",
)  # fmt: skip
"""The headings of the sheet that is filled in: of a report of one row a variable, and ours."""
DEFINITIONS: Final = "Definisi"
LEGEND: Final = "Petunjuk"
_WIDTHS: Final = (13, 34, 11, 34, 11, 15, 15, 13, 11, 14, 14, 17, 36, 9, 7, 26)
_WORKING_HEADERS: Final = ("baris", "bilangan utuh", "keadaan", "langkah hasil", "teks acuan",
    "acuan rendah", "acuan tinggi", "langkah banding", "sebab")  # fmt: skip
_LETTERHEAD: Final = 4
_TITLE, _SUBTITLE, _HEAD = 5, 6, 8
"""Rows from 0."""
_VALUE, _TARGET, _REALISED, _ACHIEVED = 5, 6, 7, 8
_PRINTED: Final = 12
"""The last column that is printed."""
_A4: Final = 9
_LONGEST_LIST: Final = 255
_LONGEST_MESSAGE: Final = 255
_MOST: Final = 10**15
_OPEN: Final[Any] = ""
"""The stored result of each formula, which makes every program compute it."""
_GREY, _YELLOW, _GREEN = "#F2F2F2", "#FFF7CC", "#E6F2E6"
_LAYOUTS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {},
    "head": {"bold": True, "bg_color": "#D9E2EC", "text_wrap": True, "align": "center"},
    "repeated": {"font_color": "#808080"},
    "input": {"bg_color": _YELLOW, "locked": False, "num_format": "#,##0.####"},
    "whole": {"bg_color": _YELLOW, "locked": False, "num_format": "#,##0"},
    "made": {"bg_color": _GREEN, "num_format": "#,##0"},
    "result": {"bg_color": _GREY},
    "title": {"bold": True, "font_size": 14, "border": 0},
    "bare": {"border": 0},
}


@dataclass(frozen=True, slots=True)
class Template:
    """A workbook for the report of a region and year.

    Attributes:
        catalog: the catalog the indicators are from.
        indicators: the indicators, in their order.
        region: the region.
        year: the year.
        language: in which it speaks to people; headings and states are Indonesian, as data is.
    """

    catalog: Catalog
    indicators: Sequence[Indicator]
    region: Region
    year: int
    language: Language = "id"

    def content(self) -> bytes:
        """Return the workbook.

        Raises:
            MissingExtraError: the library that writes workbooks is not installed.
        """
        require_extra("xlsxwriter", "excel")
        import xlsxwriter  # noqa: PLC0415  # light: an extra

        out = io.BytesIO()
        book = xlsxwriter.Workbook(out, OPTIONS)
        book.set_properties({"title": said.TITLE.plain(self.language), "created": MADE})
        _Writing(self, book).write()
        book.close()
        return out.getvalue()


class _Writing:
    """The sheets of a workbook while they are written."""

    def __init__(self, template: Template, book: Workbook) -> None:
        self._template = template
        self._book = book
        self._language: Language = template.language
        self._formats: dict[str, Any] = {}
        self._input: Worksheet = book.add_worksheet(INPUT)
        self._definitions: Worksheet = book.add_worksheet(DEFINITIONS)
        self._legend: Worksheet = book.add_worksheet(LEGEND)
        self._working: Worksheet = book.add_worksheet(WORKING)

    def write(self) -> None:
        """Write all sheets."""
        one = self._template
        tables = one.catalog.tables
        level = one.region.tingkat
        lines = [*lines_of(one.indicators, tables, level, _HEAD + 2, self._language)]
        self._heads()
        for line in lines:
            self._line(line)
        last = _HEAD + len(lines)
        self._signature(last)
        self._marks(last)
        self._names(last)
        self._printing(last)
        explained(self._definitions, one.indicators, tables, level, self._looks, self._language)
        digest = one.catalog.digest
        legend(self._legend, (__version__, digest), self._looks, self._language)
        for sheet in (self._input, self._definitions, self._legend, self._working):
            sheet.protect("", {"format_columns": True, "format_rows": True, "autofilter": True})

    def _looks(self, name: str, **more: object) -> Any:  # noqa: ANN401 - the library has no types
        key = f"{name}{more}"
        if key not in self._formats:
            base = {"valign": "top", "border": 1, "border_color": "#BFBFBF"}
            self._formats[key] = self._book.add_format({**base, **_LAYOUTS[name], **more})
        return self._formats[key]

    def _heads(self) -> None:
        sheet, one = self._input, self._template
        for row in range(_LETTERHEAD):
            # The letterhead is the region's own: its cells may be filled in.
            sheet.merge_range(row, 0, row, _PRINTED, "", self._looks("bare", locked=False))
        sheet.write_string(_TITLE, 0, said.TITLE.plain(self._language), self._looks("title"))
        told = said.SUBTITLE.fill(self._language, wilayah=one.region.nama, tahun=one.year)
        sheet.write_string(_SUBTITLE, 0, told, self._looks("bare"))
        for index, (header, width) in enumerate(zip(HEADERS, _WIDTHS, strict=True)):
            sheet.write_string(_HEAD, index, header, self._looks("head"))
            sheet.set_column(index, index, width)
        for index, header in enumerate(_WORKING_HEADERS):
            self._working.write_string(_HEAD, index, header, self._looks("head"))
        self._working.set_column(0, 0, 44)
        self._working.set_column(1, len(_WORKING_HEADERS) - 1, 15)

    def _line(self, line: Line) -> None:
        sheet, one, row = self._input, self._template, line.number - 1
        look = self._looks("plain" if line.first else "repeated", text_wrap=True)
        unit = unit_words(line.variable.satuan).plain("id")
        texts = (line.indicator.kode, line.indicator.nama, line.period, line.variable.label, unit)
        for index, text in enumerate(texts):
            sheet.write_string(row, index, text, look)
        self._value(line, row)
        self._target(line, row)
        plain = self._looks("plain")
        sheet.write_string(row, len(HEADERS) - 3, one.region.kode, plain)
        sheet.write_number(row, len(HEADERS) - 2, one.year, plain)
        sheet.write_string(row, len(HEADERS) - 1, line.variable.nama, plain)
        achieved = one.catalog.tables.methods[line.indicator.capaian].desimal
        for letter, formula in line.results.items():
            index = _index(letter)
            decimals = {_REALISED: line.indicator.desimal, _ACHIEVED: achieved}.get(index)
            shown = {} if decimals is None else {"num_format": _shown(decimals)}
            result = self._looks("result", text_wrap=True, **shown)
            sheet.write_formula(row, index, f"={formula}", result, _OPEN)
        if not line.first:
            for index in range(_REALISED, _PRINTED + 1):
                sheet.write_blank(row, index, None, self._looks("result"))
        told = f"{line.indicator.kode}, {line.period}, {line.variable.nama}"
        self._working.write_string(row, 0, told, plain)
        for letter, formula in line.working.items():
            self._working.write_formula(row, _index(letter), f"={formula}", plain, _OPEN)

    def _value(self, line: Line, row: int) -> None:
        if line.value is not None:
            look = self._looks("made")
            self._input.write_formula(row, _VALUE, f"={line.value}", look, _OPEN)
            return
        look = self._looks("whole" if line.variable.whole else "input")
        self._input.write_blank(row, _VALUE, None, look)
        self._input.data_validation(row, _VALUE, row, _VALUE, self._possible(line.variable))

    def _possible(self, variable: Variable) -> dict[str, Any]:
        """Return what may be typed as a variable, and what is said of anything else."""
        known = range_of(variable)
        low, high = variable.minimum, variable.maximum
        message = said.WHOLE if variable.whole else said.DECIMAL
        told = message.fill(self._language, batas=self._ends(low, high), desimal=known.decimals)
        return {
            "validate": "integer" if variable.whole else "decimal",
            "criteria": "between",
            "minimum": float(-_MOST if low is None else low),
            "maximum": float(_MOST if high is None else high),
            "input_message": f"{variable.label}. {told}"[:_LONGEST_MESSAGE],
            "error_title": said.NUMBER.plain(self._language),
            "error_message": told[:_LONGEST_MESSAGE],
        }

    def _ends(self, low: Fraction | None, high: Fraction | None) -> str:
        if low is None and high is None:
            return ""
        text = said.UP_TO if low is None else said.FROM if high is None else said.FROM_TO
        ends = {"bawah": low, "atas": high}
        shown = {key: format_number(end, self._language) for key, end in ends.items()
                 if end is not None}  # fmt: skip
        return text.fill(self._language, **shown)

    def _target(self, line: Line, row: int) -> None:
        if not line.first:
            self._input.write_blank(row, _TARGET, None, self._looks("result"))
            return
        self._input.write_blank(row, _TARGET, None, self._looks("input"))
        labels = [] if line.scale is None else [one.label for one in line.scale.kelas]
        rule: dict[str, Any] = {"validate": "any"}
        if labels and len(",".join(labels)) <= _LONGEST_LIST:
            # A number may be typed beside what the list offers.
            rule = {"validate": "list", "source": labels, "show_error": False}
        self._input.data_validation(
            row, _TARGET, row, _TARGET, {**rule, "input_message": said.TARGET.plain(self._language)}
        )

    def _signature(self, last: int) -> None:
        free = self._looks("bare", locked=False)
        for index, text in enumerate(_signature(self._language)):
            self._input.write_string(last + 2 + index, _REALISED, text, free)

    def _marks(self, last: int) -> None:
        colours = {
            Status.COMPLETE.value: "#D7EAD7",
            Status.INCOMPLETE.value: "#FFF0B3",
            Status.UNDEFINED.value: "#E0E0E0",
            Status.REJECTED.value: "#F8CBC6",
            UNCERTAIN: "#FBDDB5",
        }
        column = _PRINTED - 1
        for state, colour in colours.items():
            rule = {"type": "cell", "criteria": "==", "value": f'"{state}"'}
            look = self._book.add_format({"bg_color": colour})
            area = (_HEAD + 1, column, last, column)
            self._input.conditional_format(*area, {**rule, "format": look})

    def _names(self, last: int) -> None:
        for name, column in (("iku_nilai", "F"), ("iku_target", "G"), ("iku_realisasi", "H"),
                             ("iku_capaian", "I"), ("iku_status", "L")):  # fmt: skip
            area = f"='{INPUT}'!${column}${_HEAD + 2}:${column}${last + 1}"
            self._book.define_name(name, area)

    def _printing(self, last: int) -> None:
        sheet = self._input
        sheet.freeze_panes(_HEAD + 1, 2)
        sheet.autofilter(_HEAD, 0, last, len(HEADERS) - 1)
        sheet.repeat_rows(_HEAD)
        sheet.print_area(0, 0, last + 2 + len(_signature(self._language)), _PRINTED)
        sheet.set_footer(f"&L{self._template.region.nama} {self._template.year}"
                         f"&R{said.PAGE.plain(self._language)} &P/&N")  # fmt: skip
        for one in (sheet, self._definitions, self._legend, self._working):
            one.set_paper(_A4)
            one.set_landscape()
            one.fit_to_pages(1, 0)


def _signature(language: Language) -> list[str]:
    return said.SIGNATURE.plain(language).splitlines()


def _index(letter: str) -> int:
    return ord(letter.removeprefix("$")) - ord("A")


def _shown(decimals: int) -> str:
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
