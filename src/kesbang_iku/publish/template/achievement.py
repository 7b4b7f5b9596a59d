"""Targets, achievements, and the classes of values and achievements, as formulas of cells."""

from fractions import Fraction
from functools import partial
from math import ceil, floor
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula.engines.quotient import NotFoldedError
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.method import Method
from kesbang_iku.model.scale import Scale, ScaleClass
from kesbang_iku.model.tables import Tables
from kesbang_iku.publish.folded_method import Choices, in_whole_steps, names_of, steps_of
from kesbang_iku.publish.template.written import (
    DECIMALS,
    UNCERTAIN,
    Range,
    as_stored,
    folded,
    holder,
    placed,
    quoted,
    units_of,
)

CLASS = "predikat"
"""What stands for the number of a target that names a class."""


@dataclass(frozen=True, slots=True)
class TargetCells:
    """The formulas of a target, which stands in ``cell``.

    Attributes:
        cell: the target as it is filled in.
        cleaned: where ``text`` stands.
        scale: the scale whose classes it may name.
    """

    cell: str
    cleaned: str
    scale: Scale | None

    @property
    def text(self) -> str:
        """A target that is a text, with one sort of dash, and without the sign of a bound."""
        kept = f"TRIM({self.cell})"
        for sign, instead in (("–", "-"), (" - ", "-"), (">=", "≥"), ("<=", "≤")):
            kept = f'SUBSTITUTE({kept},"{sign}","{instead}")'
        bare = f'REPLACE({kept},1,ISNUMBER(FIND(LEFT({kept}),"≥≤><"))+0,"")'
        return f'IF(ISTEXT({self.cell}),TRIM({bare}),"")'

    @property
    def low(self) -> str:
        """The number, or the lower end of a range, in units; ``CLASS`` for one of the scale."""
        alone = units_of(_number(self.cleaned))
        parts = units_of(_number(f'LEFT({self.cleaned},FIND("-",{self.cleaned},2)-1)'))
        text = f"IFERROR({parts},{alone})"
        labels = [] if self.scale is None else [one.label for one in self.scale.kelas]
        named = ",".join(f"TRIM({self.cell})={quoted(label)}" for label in labels)
        text = f'IF(OR({named}),"{CLASS}",{text})' if named else text
        shown = f'IF({as_stored(self.cell)},{units_of(self.cell)},"{UNCERTAIN}")'
        text = f"IF(ISNUMBER({self.cell}),{shown},{text})"
        return f'IFERROR(IF({self.cell}="","",{text}),"{UNCERTAIN}")'

    @property
    def high(self) -> str:
        """The upper end of a range, in units; empty where the target is no range."""
        dash = f'FIND("-",{self.cleaned},2)'
        part = units_of(_number(f"MID({self.cleaned},{dash}+1,99)"))
        # A bound has one end.
        part = f"IF(LEFT({self.cleaned})=LEFT(TRIM({self.cell})),{part},NA())"
        return f'IF(ISERROR({dash}),"",IFERROR({part},"{UNCERTAIN}"))'


def _number(text: str) -> str:
    """Return the number that a text with a decimal comma holds, and nothing but it; else an error.

    What three digits stand behind may be a mark of thousands.
    """
    found = f'_xlfn.NUMBERVALUE({text},",",".")'
    decimals = f'LEN({text})-FIND(",",{text}&",")'
    again = f'SUBSTITUTE(FIXED({found},MAX(0,{decimals}),TRUE),".",",")'
    return f"IF(AND({again}={text},{decimals}<>3),{found},NA())"


_VALUE: Final = "realisasi"
_SINGLE: Final = "target"
_ENDS: Final = ("target_min", "target_maks")
_CHOICES: Final = Choices(
    chosen="IF({0},{1},{2})",
    nothing='""',
    held="IF({0},(1=0),{1})",
    larger="MAX({1},{0})",
    smaller="MIN({1},{0})",
)


class AchievementCells:
    """The achievement of an indicator, for any cells that its value and target may stand in."""

    def __init__(self, indicator: Indicator, tables: Tables) -> None:
        """Write the methods of the indicator, for one number and for a range."""
        self._indicator: Indicator = indicator
        method = tables.methods[indicator.capaian]
        self.method: Method = method
        ranged = method.bila_rentang
        self._single: str = self._of(method)
        self._ranged: str | None = None if ranged is None else self._of(tables.methods[ranged])

    def at(self, steps: str, low: str, high: str) -> str:
        """Return the achievement in steps of its last place, empty where there is none.

        Args:
            steps: the cell of the value, counted in steps.
            low: the cell of the target, or of the lower end of a range, in units.
            high: the cell of the upper end.
        """
        names = {_VALUE: steps, _SINGLE: low, _ENDS[0]: low, _ENDS[1]: high}
        ranged = '""' if self._ranged is None else placed(self._ranged, names)
        single = placed(self._single, names)
        turned = f'IF({high}<{low},"{UNCERTAIN}",{ranged})'
        by_form = f'IF({high}="",{single},IF(ISNUMBER({high}),{turned},"{UNCERTAIN}"))'
        return f'IF(ISNUMBER({low}),{by_form},IF(OR({low}="",{low}="{CLASS}"),"","{UNCERTAIN}"))'

    def _of(self, method: Method) -> str:
        targets = [name for name in names_of(method) if name != _VALUE]
        try:
            fine = self._in_units(method, targets, DECIMALS)
        except NotFoldedError:
            return f'"{UNCERTAIN}"'
        if self._indicator.desimal > 0:
            return fine
        # What is counted, as money is, may be large; its targets are whole, almost always.
        one_whole = 10**DECIMALS
        cells = map(holder, targets)
        whole = ",".join(f"{cell}=INT({cell}/{one_whole})*{one_whole}" for cell in cells)
        coarse = self._in_units(method, targets, 0)
        return f"IF(AND({whole}),{coarse},{fine})"

    def _in_units(self, method: Method, targets: list[str], decimals: int) -> str:
        """Return the achievement where targets are told in units of so many decimals."""
        if not in_whole_steps(method):
            raise NotFoldedError(method.nama)
        smaller = 10 ** (DECIMALS - decimals)
        cells = {
            one: holder(one) if smaller == 1 else f"({holder(one)}/{smaller})" for one in targets
        }
        ends = self._indicator.rentang
        ranges = {_VALUE: Range(self._indicator.desimal, ends.min, ends.maks)}
        ranges |= {one: Range(decimals) for one in targets}
        found = folded(
            {_VALUE: holder(_VALUE), **cells},
            ranges,
            partial(steps_of, method=method, choices=_CHOICES),
        )
        held = ",".join(f"ABS({one})<={found.largest}" for one in (holder(_VALUE), *cells.values()))
        return f'IF(AND({held}),{found.text},"{UNCERTAIN}")'


def category(scale: Scale, steps: str, decimals: int) -> str:
    """Return the class of a number counted in steps, empty where it lies in none."""
    text = '""'
    for one in reversed(scale.kelas):
        parts = _ends(one, steps, 10**decimals)
        inside = f"AND({','.join(parts)})" if parts else "(1=1)"
        text = f"IF({inside},{quoted(one.label)},{text})"
    return text


def _ends(one: ScaleClass, steps: str, scale: int) -> list[str]:
    parts = []
    if one.dari is not None:
        end = Fraction(one.dari) * scale
        parts.append(f"{steps}>={ceil(end)}" if one.dari_termasuk else f"{steps}>{floor(end)}")
    if one.sampai is not None:
        end = Fraction(one.sampai) * scale
        parts.append(f"{steps}<={floor(end)}" if one.sampai_termasuk else f"{steps}<{ceil(end)}")
    return parts
