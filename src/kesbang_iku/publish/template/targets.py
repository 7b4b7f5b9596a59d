"""A target as it is written in a cell: a number, a bound, a range, or a class of a scale."""

from __future__ import annotations

from kesbang_iku._records import dataclass
from kesbang_iku.model.scale import Scale
from kesbang_iku.publish.template.written import UNCERTAIN, quoted, units_of

CLASS = "predikat"
"""What stands for the number of a target that names a class."""
_SIGNS = ("≥", "≤", ">", "<", "=")


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
        """A target that is a text, without spaces and signs; ``UNCERTAIN`` with a point or %."""
        kept = f'SUBSTITUTE(SUBSTITUTE({self.cell}," ",""),"–","-")'
        for sign in _SIGNS:
            kept = f'SUBSTITUTE({kept},"{sign}","")'
        doubtful = f'OR(ISNUMBER(FIND(".",{self.cell})),ISNUMBER(FIND("%",{self.cell})))'
        return f'IF(ISTEXT({self.cell}),IF({doubtful},"{UNCERTAIN}",{kept}),"")'

    @property
    def low(self) -> str:
        """The number, or the lower end of a range, in units; ``CLASS`` for one of the scale."""
        alone = units_of(_number(self.cleaned))
        parts = units_of(_number(f'LEFT({self.cleaned},FIND("-",{self.cleaned},2)-1)'))
        text = f'IFERROR({parts},IFERROR({alone},"{UNCERTAIN}"))'
        labels = [] if self.scale is None else [one.label for one in self.scale.kelas]
        named = ",".join(f"TRIM({self.cell})={quoted(label)}" for label in labels)
        text = f'IF(OR({named}),"{CLASS}",{text})' if named else text
        text = f"IF(ISNUMBER({self.cell}),{units_of(self.cell)},{text})"
        return f'IF({self.cell}="","",{text})'

    @property
    def high(self) -> str:
        """The upper end of a range, in units; empty where the target is no range."""
        part = f'MID({self.cleaned},FIND("-",{self.cleaned},2)+1,99)'
        return f'IF({self.cleaned}="","",IFERROR({units_of(_number(part))},""))'


def _number(text: str) -> str:
    """Return the number that a text with a decimal comma holds; an error for an empty text."""
    return f'IF({text}="",NA(),_xlfn.NUMBERVALUE({text},",","."))'
