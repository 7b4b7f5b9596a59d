"""The lines of a workbook to fill in: one for each variable, with the formulas that stand in it.

The verification string of a result is one of them, made of the cells that it states.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language
from kesbang_iku.findings.sentences import template as said
from kesbang_iku.formula.engines.cells import MOST_STEPS
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.indicator.statement import START, short_print
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.definition import Variable
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.model.scale import Scale
from kesbang_iku.model.tables import Tables
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.publish.template.achievement import AchievementCells, TargetCells, category
from kesbang_iku.publish.template.choice import makes_year, periods
from kesbang_iku.publish.template.values import ValueCells
from kesbang_iku.publish.template.written import UNCERTAIN, quoted
from kesbang_iku.sources.sheet_reader import WORKING_SHEET as WORKING

INPUT: Final = "Isian"
MOST_LETTERS: Final = 8_192
"""So long a formula may be."""
_ADDED: Final = "jumlah"
_VALUE, _TARGET, _REALISED, _PERCENT, _STATUS = "$F", "$G", "$H", "$I", "$L"
_REGION, _YEAR, _STATED = "$N", "$O", "$Q"
"""Columns of the sheet that is filled in."""
_UNITS, _STATE, _STEPS, _TEXT = "$B", "$C", "$D", "$E"
_LOW, _HIGH, _REACHED, _WHY = "$F", "$G", "$H", "$I"
"""Columns of the sheet of the working."""

Formulas = Mapping[str, str]
"""Formulas without their equals sign, by the letter of the column."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: a variable of an indicator in a period.

    Attributes:
        indicator, period, variable: what is filled in.
        number: the row, from 1, the same on both sheets.
        first: whether it is the first one of its indicator and period, which has the results.
        scale: the scale of the value, if it has one.
        value: the formula of the variable where the year is made of its parts; else it is an input.
        results: formulas of the sheet that is filled in.
        working: formulas of the sheet of the working.
    """

    indicator: Indicator
    period: str
    variable: Variable
    number: int
    first: bool
    scale: Scale | None
    value: str | None
    results: Formulas
    working: Formulas


def lines_of(
    indicators: Sequence[Indicator],
    tables: Tables,
    level: AdminLevel,
    start: int,
    language: Language,
) -> Iterator[Line]:
    """Yield the lines of indicators, the first one in row ``start``.

    Args:
        indicators: the indicators, in their order.
        tables: the methods and scales.
        level: the level of government, which decides the scale of a value.
        start: the row, from 1.
        language: in which the sheet says what is to be mended.
    """
    for indicator in indicators:
        block = _Block(indicator, tables, level, start, language)
        for line in block.lines():
            yield line
            start = line.number + 1


_VALUES: Final[dict[str, ValueCells]] = {}
_ACHIEVED: Final[dict[object, AchievementCells]] = {}
"""What was written before: whoever makes workbooks for many regions writes the same formulas."""


def _value_cells(indicator: Indicator) -> ValueCells:
    if indicator.sidik not in _VALUES:
        _VALUES[indicator.sidik] = ValueCells(indicator)
    return _VALUES[indicator.sidik]


def _achievement_cells(indicator: Indicator, tables: Tables) -> AchievementCells:
    """Return the achievement, which many indicators of one method have in common."""
    method = tables.methods[indicator.capaian]
    # What is kept holds its method, so that no other one can take its place.
    alike = (id(method), indicator.desimal, str(indicator.rentang))
    if alike not in _ACHIEVED:
        _ACHIEVED[alike] = AchievementCells(indicator, tables)
    return _ACHIEVED[alike]


def forget() -> None:
    """Forget the formulas that were written before."""
    _VALUES.clear()
    _ACHIEVED.clear()


class _Block:
    """The lines of one indicator."""

    def __init__(
        self,
        indicator: Indicator,
        tables: Tables,
        level: AdminLevel,
        start: int,
        language: Language,
    ) -> None:
        self._indicator = indicator
        self._tables = tables
        self._scale = indicator.engine.scale(level)
        self._start = start
        self._language: Language = language
        self._values = _value_cells(indicator)
        self._achievement = _achievement_cells(indicator, tables)
        self._periods = periods(indicator)
        self._made = indicator.engine.computed_from if makes_year(indicator) else ()

    def lines(self) -> Iterator[Line]:
        variables = self._indicator.variabel
        for place, period in enumerate(self._periods):
            top = self._start + place * len(variables)
            rows = {one.nama: top + index for index, one in enumerate(variables)}
            summed = self._made if period == ANNUAL else ()
            for one in variables:
                number = rows[one.nama]
                results, working = self._at_top(top, rows, period) if number == top else ({}, {})
                units = self._values.units(one, f"{INPUT}!{_VALUE}{number}")
                yield Line(
                    self._indicator,
                    period,
                    one,
                    number,
                    number == top,
                    self._scale,
                    self._of_parts(one, rows, summed) if one.nama in summed else None,
                    results,
                    {_UNITS: units, **working},
                )

    def _of_parts(self, variable: Variable, rows: Mapping[str, int], names: Sequence[str]) -> str:
        """Return a variable of the year, empty where a part does not tell all of ``names``."""
        first = min(rows.values())
        tops = [*range(self._start, first, len(rows))]
        if variable.agregasi.waktu != _ADDED:
            tops = tops[-1:]
        known = [f'OR({_STATUS}{top}="{Status.COMPLETE}",{_STATUS}{top}="{Status.UNDEFINED}")'
                 for top in tops]  # fmt: skip
        cells = {
            name: ",".join(f"{_VALUE}{rows[name] - first + top}" for top in tops) for name in names
        }
        there = [f"COUNT({one})={len(tops)}" for one in cells.values()]
        return f'IF(AND({",".join((*there, *known))}),SUM({cells[variable.nama]}),"")'

    def _at_top(self, top: int, rows: Mapping[str, int], period: str) -> tuple[Formulas, Formulas]:
        units = {name: f"{_UNITS}{number}" for name, number in rows.items()}
        value = self._values.at(units, self._language)
        target = TargetCells(f"{INPUT}!{_TARGET}{top}", f"{_TEXT}{top}", self._scale)
        achieved = self._achievement.at(f"{_STEPS}{top}", f"{_LOW}{top}", f"{_HIGH}{top}")
        working = {
            _STATE: value.state,
            _STEPS: f'IF({_STATE}{top}="{Status.COMPLETE}",{value.steps},"")',
            _TEXT: target.text,
            _LOW: target.low,
            _HIGH: target.high,
            _REACHED: f'IF({INPUT}!{_STATUS}{top}="{Status.COMPLETE}",{achieved},"")',
            _WHY: value.why,
        }
        if any(len(text) >= MOST_LETTERS for text in working.values()):
            working |= {_STATE: f'"{UNCERTAIN}"', _STEPS: '""', _REACHED: '""', _WHY: '""'}
        return {**self._results(top, period), _STATED: self._statement(top, rows, period)}, working

    def _statement(self, top: int, rows: Mapping[str, int], period: str) -> str:
        """Return the verification string, empty where there is no result that is certain."""
        one, method = self._indicator, self._achievement.method
        said = _line(
            {name: f"{_VALUE}{number}" for name, number in rows.items()},
            one,
            region=f"{_REGION}{top}",
            time=f"{_YEAR}{top}" + ("" if period == ANNUAL else f'&"-{period}"'),
            target=f"{_TARGET}{top}",
            value=(f"{_REALISED}{top}", one.desimal),
            achievement=(f"{_PERCENT}{top}", method.desimal),
        )
        achieved = f"{WORKING}!{_REACHED}{top}"
        certain = f'AND({_STATUS}{top}="{Status.COMPLETE}",{achieved}<>"{UNCERTAIN}")'
        return f'IF({certain},{said},"")'

    def _results(self, top: int, period: str) -> Formulas:
        indicator, method = self._indicator, self._achievement.method
        state, steps = f"{WORKING}!{_STATE}{top}", f"{WORKING}!{_STEPS}{top}"
        achieved = f"{WORKING}!{_REACHED}{top}"
        complete = f'{_STATUS}{top}="{Status.COMPLETE}"'
        scale = self._tables.scales[indicator.predikat]
        of_value = '""'
        if self._scale is not None:
            of_value = f'IF({complete},{category(self._scale, steps, indicator.desimal)},"")'
        certain = f'IF(ABS({steps})<{MOST_STEPS},{state},"{UNCERTAIN}")'
        rest = state
        if period == ANNUAL and self._made:
            # What lacks may be what only the exact engine reads of a part of the year.
            unsure = f'COUNTIF({_STATUS}{self._start}:{_STATUS}{top - 1},"{UNCERTAIN}")>0'
            rest = f'IF(AND({state}="{Status.INCOMPLETE}",{unsure}),"{UNCERTAIN}",{state})'
        return {
            _REALISED: f'IF({complete},{steps}/{10**indicator.desimal},"")',
            _PERCENT: f'IF(ISNUMBER({achieved}),{achieved}/{10**method.desimal},"")',
            "$J": f'IF(ISNUMBER({achieved}),{category(scale, achieved, method.desimal)},"")',
            "$K": of_value,
            _STATUS: f'IF({state}="{Status.COMPLETE}",{certain},{rest})',
            "$M": self._remark(top, achieved),
        }

    def _remark(self, top: int, achieved: str) -> str:
        """Return what a person has to do, which is nothing where the cell is empty."""
        say = self._language
        status, why = f"{_STATUS}{top}", f"{WORKING}!{_WHY}{top}"
        broken = f'IF({why}="",{quoted(said.REJECTED.plain(say))},{why})'
        unsure = f'OR({status}="{UNCERTAIN}",{achieved}="{UNCERTAIN}")'
        rest = f'IF({unsure},{quoted(said.UNCERTAIN.plain(say))},"")'
        return f'IF({status}="{Status.REJECTED}",{broken},{rest})'


# ------------------------------------------------------------------------------ what a row states


_LONGEST: Final = 8_000
_POINT: Final = ((",", "."),)
_SIGNS: Final = (*_POINT, *((sign, quote(sign, safe="")) for sign in " ≥≤><=–/"))
"""What is written otherwise in a string: the decimal comma, and signs that have a meaning there."""


def _line(
    cells: Mapping[str, str],
    indicator: Indicator,
    *,
    region: str,
    time: str,
    target: str,
    value: tuple[str, int],
    achievement: tuple[str, int],
) -> str:
    """Return the formula of the string of a result.

    Args:
        cells: where its variables stand, by their names.
        indicator: what is computed.
        region: the cell of the region.
        time: the year and its part, as a piece of a formula.
        target: the cell of the target, as it is filled in.
        value: the cell of the value, and its decimals.
        achievement: likewise.
    """
    named = f"{START}{quote(indicator.kode, safe='')}@{quote(indicator.versi, safe='')}/"
    pairs = "&".join(
        f'IF(ISNUMBER({cell}),{quoted(f";{name}=")}&{_number(cell)},"")'
        for name, cell in cells.items()
    )
    aimed = f"IF(ISNUMBER({target}),{_number(target)},{_written(f'TRIM({target})', _SIGNS)})"
    parts = (
        quoted(named), region, '"/"', time, '"/"', f"MID({pairs},2,{_LONGEST})",
        f'IF({target}="","","/t="&{aimed})',
        f'"/v="&{_fixed(*value)}',
        f'IF(ISNUMBER({achievement[0]}),"/c="&{_fixed(*achievement)},"")',
        quoted(f"/{short_print(indicator.sidik)}"),
    )  # fmt: skip
    return "&".join(parts)


def _number(cell: str) -> str:
    """Return a number with a decimal point, whatever the country of the program writes."""
    return _written(f'{cell}&""', _POINT)


def _fixed(cell: str, decimals: int) -> str:
    return _written(f"FIXED({cell},{decimals},TRUE)", _POINT)


def _written(text: str, signs: tuple[tuple[str, str], ...]) -> str:
    for sign, instead in signs:
        text = f'SUBSTITUTE({text},"{sign}","{instead}")'
    return text
