"""Numbers of a table as doubles and as whole numbers of units, each proven to be what stands there.

A number that a database cannot take as it is becomes ``BEYOND``, which no range holds.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.publish.sql.coefficients import BITS
from kesbang_iku.publish.sql.dialects import Dialect

BEYOND: Final = "1e300"
PREPARED: Final = "iku_tulisan"
"""The step that is kept, since the next one looks at what it gives many times."""
_LONGEST: Final = 12
_DIGIT: Final = 5
BELOW, ABOVE, BROKEN, ONE_THERE = (1 << BITS + _DIGIT * place for place in range(4))
"""What is wrong with a number, behind the bits of variables, and behind that how many there are.

One sum tells all of a key: of each number its variable's bit, one more that is there, and one more
where something is wrong with it. What is told twice shows: there are more numbers than bits.
"""
FOREIGN, DOUBTFUL = "1e100", "1e200"
"""What leaves a key to the exact engine whatever else it has: bits are lost beside these."""
_USUAL: Final = "abs({0}) BETWEEN 1e-15 AND 1e15"
"""What is beyond, or next to nothing, is not looked at any closer."""


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """Where a number and what is known of it stand.

    Attributes:
        number: the number as a double.
        units: it as a whole number of units; NULL where it is beyond its range.
        scale: how many units there are to 1.
        whole: whether only whole numbers are possible.
        low, high: the smallest and the largest possible number, or NULL.
        foreign: where it is of no variable of the indicator.
        weight: what it adds where it is there: 1 that is there, and the bit of its variable.
    """

    number: str
    units: str
    scale: str
    whole: str
    low: str
    high: str
    foreign: str
    weight: str


def seen(column: NumberColumn) -> str:
    """Return what a number adds to the sum that tells which are there, and what is wrong."""
    x, u, weight = column.number, column.units, column.weight
    cases = (
        (f"{u} / {column.scale} = {x}", weight),
        (column.foreign, FOREIGN),
        (f"{x} IS NULL", "0e0"),
        (f"{x} <> 0e0 AND NOT {_USUAL.format(x)}", DOUBTFUL),
        (f"{x} < {column.low}", f"{weight} + {BELOW}e0"),
        (f"{x} > {column.high}", f"{weight} + {ABOVE}e0"),
        (f"{u} IS NOT NULL AND {column.whole}", f"{weight} + {BROKEN}e0"),
    )
    return (
        f"CASE {' '.join(f'WHEN {when} THEN {then}' for when, then in cases)} ELSE {DOUBTFUL} END"
    )


def digit(column: str, unit: int) -> str:
    """Return whether something is wrong, of a column of what is seen as bits."""
    return f"({column} & {unit * ((1 << _DIGIT) - 1)}) <> 0"


def value_of(column: str, name: str, dialect: Dialect, *, texts: bool) -> str:
    """Return a column of numbers as ``name``; one of texts as what ``numbers_of_texts`` reads."""
    if not texts:
        return f"{number_or_beyond(column, dialect)} AS {name}"
    return f"nullif(trim({dialect.cast_text.format(column)}), '') AS {name}_tertulis"


def numbers_of_texts(
    source: str, names: Sequence[str], dialect: Dialect
) -> Iterator[tuple[str, str]]:
    """Yield the steps over ``source`` that make numbers of texts; the last one is ``iku_angka``."""
    told = ",\n  ".join(prepared(name, f"{name}_tertulis") for name in names)
    yield PREPARED, f"SELECT b.*,\n  {told}\nFROM {source} b"
    read = []
    for name in names:
        number = number_in(name, dialect)
        read.append(
            f"CASE WHEN {name}_tertulis IS NULL THEN NULL "
            f"WHEN {number.holds} THEN {number.value} ELSE {BEYOND} END AS {name}"
        )
    listed = ",\n  ".join(read)
    yield "iku_angka", f"SELECT b.*,\n  {listed}\nFROM {PREPARED} b"


def number_or_beyond(column: str, dialect: Dialect) -> str:
    """Return a column of numbers as doubles, ``BEYOND`` where a double is not what stands there."""
    faithful = dialect.faithful.format(column)
    number = dialect.number.format(column)
    return f"CASE WHEN {column} IS NULL OR {faithful} THEN {number} ELSE {BEYOND} END"


def whole_units(number: str, units: str, dialect: Dialect) -> str:
    """Return a number in units, rounded to the nearest one, as a double."""
    return f"CAST({dialect.nearest.format(f'{number} * {units}')} AS {dialect.double})"


@dataclass(frozen=True, slots=True)
class TextNumber:
    """A text that is a number in one way alone: when it is one, and which."""

    holds: str
    value: str


def prepared(name: str, text: str) -> str:
    """Return the columns that a step before gives of a text, for ``number_in`` to look at."""
    plain = f"replace({text}, ',', '.')"
    rest = plain
    for digit in "0123456789":
        rest = f"replace({rest}, '{digit}', '')"
    return f"{plain} AS {name}_polos, {rest} AS {name}_sisa"


def number_in(name: str, dialect: Dialect) -> TextNumber:
    """Return a prepared text as a number, as regions write it: ``85``, ``72,5``, ``-3.25``.

    Three digits behind a mark have two readings, and are none here.
    """
    plain, rest = f"{name}_polos", f"{name}_sisa"
    ends = " OR ".join(f"{plain} LIKE '%.{'_' * count}'" for count in (1, 2, 4))
    whole = f"({rest} = '' AND length({plain}) BETWEEN 1 AND {_LONGEST})"
    signed = f"({rest} = '-' AND {plain} LIKE '-_%' AND length({plain}) <= {_LONGEST})"
    point = (
        f"({rest} IN ('.', '-.') AND ({ends}) AND {plain} NOT LIKE '.%' AND {plain} NOT LIKE '-.%' "
        f"AND ({rest} = '.' OR {plain} LIKE '-%') AND length({plain}) <= {_LONGEST})"
    )
    holds = f"({whole} OR {signed} OR {point})"
    return TextNumber(holds, f"{dialect.cast}({plain} AS {dialect.double})")
