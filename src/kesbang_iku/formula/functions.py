"""The functions of the formula language: a row for each, which every engine reads.

A new function is a new row, what it is called in ``texts/formula.yaml``, and a line in each engine
that computes with it: ``exact``, ``check`` (which values it reaches), ``units``, and the runtimes
for JavaScript and PHP.
"""

from collections.abc import Callable, Iterator
from enum import Enum, StrEnum, auto
from itertools import repeat
from typing import Final, Literal, Self

from kesbang_iku._records import dataclass


class Takes(Enum):
    """What may stand as an argument."""

    NUMBER = auto()
    CONDITION = auto()
    NAME = auto()
    DECIMALS = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What is known of a function without computing.

    Attributes:
        spelling: how the language spells it.
        takes: its arguments; ``None``: one number or more.
        usage: how it is written.
        elsewhere: what spreadsheets, other languages and slips of the pen call it.
        javascript: its name in the runtime, where that is not its own in another spelling.
        is_clause: whether its sentence holds together so loosely that it needs parentheses.
        keeps_whole: whether whole numbers give a whole number.
        turns: whether it may turn where two arguments are the same, or where one is 0.
        degree: of which degree its root is, by the number of its arguments.
    """

    spelling: str
    takes: tuple[Takes, ...] | None = None
    usage: str
    elsewhere: tuple[str, ...] = ()
    javascript: str | None = None
    is_clause: bool = False
    keeps_whole: bool = False
    turns: Literal["alike", "zero"] | None = None
    degree: Callable[[int], int] = lambda _count: 1

    def of(self, count: int) -> Iterator[Takes]:
        """Return what each of ``count`` arguments must be."""
        return repeat(Takes.NUMBER, count) if self.takes is None else iter(self.takes)


class Function(StrEnum):
    """The closed list of functions; the value is how the language spells them."""

    row: Row

    def __new__(cls, row: Row) -> Self:
        """Make the member of a row; it is the text of its spelling."""
        made = str.__new__(cls, row.spelling)
        made._value_ = row.spelling
        made.row = row
        return made

    SUM = Row(
        spelling="jumlah", usage="jumlah(a, b, ...)", elsewhere=("sum", "total"), keeps_whole=True
    )
    MEAN = Row(
        spelling="rata_rata",
        usage="rata_rata(a, b, ...)",
        elsewhere=("average", "avg", "mean", "rata"),
    )
    GEOMETRIC_MEAN = Row(
        spelling="rata_rata_geometrik",
        usage="rata_rata_geometrik(a, b, ...)",
        elsewhere=("geomean",),
        turns="zero",
        degree=lambda count: count,
    )
    MIN = Row(
        spelling="min",
        usage="min(a, b, ...)",
        elsewhere=("minimum",),
        keeps_whole=True,
        turns="alike",
    )
    MAX = Row(
        spelling="maks",
        usage="maks(a, b, ...)",
        elsewhere=("max", "maksimum"),
        keeps_whole=True,
        turns="alike",
    )
    SQUARE_ROOT = Row(
        spelling="akar",
        takes=(Takes.NUMBER,),
        usage="akar(x)",
        elsewhere=("sqrt", "root"),
        turns="zero",
        degree=lambda _count: 2,
    )
    ABSOLUTE = Row(
        spelling="abs",
        takes=(Takes.NUMBER,),
        usage="abs(x)",
        elsewhere=("absolut",),
        keeps_whole=True,
        turns="zero",
    )
    IF = Row(
        spelling="jika",
        takes=(Takes.CONDITION, Takes.NUMBER, Takes.NUMBER),
        usage="jika(syarat, nilai, nilai_lain)",
        elsewhere=("if", "iif"),
        javascript="choose",
        is_clause=True,
    )
    FILL = Row(
        spelling="isi",
        takes=(Takes.NUMBER, Takes.NUMBER),
        usage="isi(x, pengganti)",
        elsewhere=("coalesce", "ifnull", "nvl", "iferror"),
        is_clause=True,
        keeps_whole=True,
    )
    PREVIOUS = Row(
        spelling="sebelumnya",
        takes=(Takes.NAME,),
        usage="sebelumnya(nama)",
        elsewhere=("lag",),
        keeps_whole=True,
    )
    ROUND = Row(
        spelling="bulat",
        takes=(Takes.NUMBER, Takes.DECIMALS),
        usage="bulat(x, 2)",
        elsewhere=("round", "bulatkan"),
    )


ELSEWHERE: Final = {name: found for found in Function for name in found.row.elsewhere}
"""The functions by what others call them."""
