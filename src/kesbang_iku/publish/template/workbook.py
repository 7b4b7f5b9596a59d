"""Writing the workbook of a report to fill in: what is typed into, and what computes."""

from collections.abc import Sequence
from typing import Any, Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language
from kesbang_iku.findings.place import column_index
from kesbang_iku.findings.sentences import template as said
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.status import Status
from kesbang_iku.indicator.words import unit_words
from kesbang_iku.model.definition import Variable
from kesbang_iku.model.region import Region
from kesbang_iku.publish.template.form import (
    HEAD,
    LONGEST_MESSAGE,
    About,
    Form,
    ends_in_words,
    titled,
)
from kesbang_iku.publish.template.lines import INPUT, Line, lines_of
from kesbang_iku.publish.template.values import range_of
from kesbang_iku.publish.template.written import UNCERTAIN
from kesbang_iku.sources.sheet_reader import MARK_OF_OURS, WORKING_SHEET

HEADERS: Final = (
    "Kode", "Indikator", "Periode", "Uraian", "Satuan", "Nilai", "Target", "Realisasi", "Capaian",
    "Predikat", "Golongan", "Status", "Periksa", "Wilayah", "Tahun", "Variabel", "Verifikasi",
)  # fmt: skip
"""The headings of the sheet that is filled in: of a report of one row a variable, and ours."""
_WIDTHS: Final = (13, 34, 11, 34, 11, 15, 15, 13, 11, 14, 14, 17, 36, 9, 7, 26, 40)
_WORKING_HEADERS: Final = ("baris", "bilangan utuh", "keadaan", "langkah hasil", "teks acuan",
    "acuan rendah", "acuan tinggi", "langkah banding", "sebab")  # fmt: skip
_VALUE, _TARGET, _REALISED, _ACHIEVED = 5, 6, 7, 8
_PRINTED: Final = 12
"""The last column that is printed."""
_REGION: Final = _PRINTED + 1
_MOST: Final = 10**15
_OPEN: Final[Any] = ""
"""The stored result of each formula, which makes every program compute it."""


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
        say = self.language
        told = said.SUBTITLE.fill(say, wilayah=titled(self.region), tahun=self.year)
        title = said.TITLE.plain(say)
        about = About(self.catalog, self.indicators, self.region, title, told, said.LEGEND, say)
        return _Writing(self, Form(about, INPUT, zip(HEADERS, _WIDTHS, strict=True))).content()


class _Writing:
    """The sheets of a workbook while they are written."""

    def __init__(self, template: Template, form: Form) -> None:
        self._template = template
        self._form = form
        self._looks = form.looks
        self._language: Language = template.language
        self._input = form.sheet
        self._working = form.add_sheet(WORKING_SHEET)

    def content(self) -> bytes:
        """Write all sheets and return the workbook."""
        one = self._template
        tables, level = one.catalog.tables, one.region.tingkat
        lines = [*lines_of(one.indicators, tables, level, HEAD + 2, self._language)]
        self._form.heads(_PRINTED)
        told = f"{MARK_OF_OURS}{said.WORKING.plain(self._language)}"
        self._working.write_string(0, 0, told, self._looks("bare"))
        for index, header in enumerate(_WORKING_HEADERS):
            self._working.write_string(HEAD, index, header, self._looks("head"))
        self._working.set_column(0, 0, 44)
        self._working.set_column(1, len(_WORKING_HEADERS) - 1, 15)
        for line in lines:
            self._line(line)
        last = HEAD + len(lines)
        self._marks(last)
        for name, column in (("iku_nilai", _VALUE), ("iku_target", _TARGET),
                             ("iku_realisasi", _REALISED), ("iku_capaian", _ACHIEVED),
                             ("iku_status", _PRINTED - 1)):  # fmt: skip
            self._form.name(name, (HEAD + 1, column, last, column))
        self._input.freeze_panes(HEAD + 1, 2)
        return self._form.finish(last, _PRINTED, _REALISED, str(one.year))

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
        sheet.write_string(row, _REGION, one.region.kode, plain)
        sheet.write_number(row, _REGION + 1, one.year, plain)
        sheet.write_string(row, _REGION + 2, line.variable.nama, plain)
        achieved = one.catalog.tables.methods[line.indicator.capaian].desimal
        for letter, formula in line.results.items():
            index = column_index(letter.removeprefix("$"))
            decimals = {_REALISED: line.indicator.desimal, _ACHIEVED: achieved}.get(index)
            places = f".{'0' * decimals}" if decimals else ""
            shown = {} if decimals is None else {"num_format": f"#,##0{places}"}
            result = self._looks("result", text_wrap=True, **shown)
            sheet.write_formula(row, index, f"={formula}", result, _OPEN)
        if not line.first:
            for index in range(_REALISED, _PRINTED + 1):
                sheet.write_blank(row, index, None, self._looks("result"))
        told = f"{line.indicator.kode}, {line.period}, {line.variable.nama}"
        self._working.write_string(row, 0, told, plain)
        for letter, formula in line.working.items():
            column = column_index(letter.removeprefix("$"))
            self._working.write_formula(row, column, f"={formula}", plain, _OPEN)

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
        batas = ends_in_words(low, high, self._language)
        message = said.WHOLE if variable.whole else said.DECIMAL
        told = message.fill(self._language, batas=batas, desimal=known.decimals)
        return {
            "validate": "integer" if variable.whole else "decimal",
            "criteria": "between",
            "minimum": float(-_MOST if low is None else low),
            "maximum": float(_MOST if high is None else high),
            "input_message": f"{variable.label}. {told}"[:LONGEST_MESSAGE],
            "error_title": said.NUMBER.plain(self._language),
            "error_message": told[:LONGEST_MESSAGE],
        }

    def _target(self, line: Line, row: int) -> None:
        if not line.first:
            self._input.write_blank(row, _TARGET, None, self._looks("result"))
            return
        self._form.target((row, _TARGET), line.indicator, line.scale)

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
            look = self._form.book.add_format({"bg_color": colour})
            area = (HEAD + 1, column, last, column)
            self._input.conditional_format(*area, {**rule, "format": look})
