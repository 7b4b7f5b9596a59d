"""Numbers of a table as doubles and as whole numbers of units, each proven to be what stands there.

A number that a database cannot take as it is becomes ``BEYOND``, which no range holds.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.publish.sql.dialects import Dialect

BEYOND: Final = "1e300"
PREPARED: Final = "iku_tulisan"
"""The step that is kept, since the next one looks at what it gives many times."""
_LONGEST: Final = 12
BELOW, ABOVE, BROKEN, FOREIGN, DOUBTFUL = (1 << 12 * place for place in range(5))
"""What is wrong with a number, added up over those of a key: a digit of 12 bits for each."""


@dataclass(frozen=True, slots=True)
class NumberColumn:
    """Where a number and what is known of it stand.

    Attributes:
        number: the number as a double.
        units: it as a whole number of units; NULL where it is beyond its range.
        scale: how many units there are to 1.
        whole: whether only whole numbers are possible: 1 or 0.
        low, high: the smallest and the largest possible number, or NULL.
        foreign: where it is of no variable of the indicator.
    """

    number: str
    units: str
    scale: str
    whole: str
    low: str
    high: str
    foreign: str


def wrong_digit(column: NumberColumn, dialect: Dialect) -> str:
    """Return what is wrong with a number, as a digit to add up."""
    x, u = column.number, column.units
    cases = (
        (column.foreign, FOREIGN),
        (f"{x} IS NULL OR {u} / {column.scale} = {x}", 0),
        (f"abs({x}) > 1e15", DOUBTFUL),
        (f"{x} < {column.low}", BELOW),
        (f"{x} > {column.high}", ABOVE),
        (f"{u} IS NOT NULL AND {column.whole} = 1", BROKEN),
    )
    listed = " ".join(f"WHEN {when} THEN {digit}e0" for when, digit in cases)
    return f"CAST(CASE {listed} ELSE {DOUBTFUL}e0 END AS {dialect.double})"


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
    below = dialect.floor.format(f"-{number} * {units} + 0.5e0")
    above = dialect.floor.format(f"{number} * {units} + 0.5e0")
    return f"CAST(CASE WHEN {number} < 0e0 THEN -{below} ELSE {above} END AS {dialect.double})"


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
