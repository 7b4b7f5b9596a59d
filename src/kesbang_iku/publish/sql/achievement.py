"""The methods of achievement as SQL, over a value and a target counted in small units."""

from collections.abc import Mapping
from itertools import permutations
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula.engines.arithmetic import ColumnRange
from kesbang_iku.formula.engines.quotient import Fold, NotFoldedError
from kesbang_iku.formula.engines.sql import SqlColumns
from kesbang_iku.model.method import Method
from kesbang_iku.publish.folded_method import Choices, in_whole_steps, names_of, steps_of
from kesbang_iku.publish.sql.dialects import DIALECTS, Dialect, Doubles, Wides

UNIT_DECIMALS: Final = 4
"""Values and targets are counted in units of this decimal."""
_EXPONENTS: Final = range(52, 15, -1)
_CHOSEN: Final = "CASE WHEN {0} THEN {1} ELSE {2} END"
_FARTHEST: Final = 10**10
"""Achievements of more digits are not computed in a database: whole divisions have 64 bits."""


@dataclass(frozen=True, slots=True)
class WrittenMethod:
    """A method, written.

    Attributes:
        steps: the achievement in steps of its last place; NULL where there is none.
        unproven: 1 where a database cannot tell, 0 elsewhere.
    """

    steps: str
    unproven: str


LARGEST: Final = 1 << 52
"""Values and targets beyond so many units have no wide number."""
WIDE: Final = "_lebar"
"""Behind the name of a column of doubles stands the column of the same as wide numbers."""


def written_method(method: Method, columns: Mapping[str, str], dialect: Dialect) -> WrittenMethod:
    """Return a method, first in doubles, and beyond what they hold in wide numbers.

    Args:
        method: the method.
        columns: the columns of the value and the target, doubles, by their names in the formula;
            behind ``WIDE`` they stand as wide numbers.
        dialect: how it is written.

    Raises:
        NotFoldedError: it is no single quotient, or it takes the value before rounding.
    """
    names = names_of(method)
    if not in_whole_steps(method) or not set(names) <= set(columns):
        raise NotFoldedError(method.nama)
    told = {name: columns[name] for name in names}
    doubles, wides = Doubles(dialect), Wides(dialect)
    wide = {name: column + WIDE for name, column in told.items()}
    # Almost always neither is below 0, and both are small: that is the short way.
    small, in_doubles = _widest(method, SqlColumns(told, doubles), doubles, negative=False)
    large, in_wides = _widest(method, SqlColumns(wide, wides), wides, negative=True)
    in_wides = f"CAST({in_wides} AS {dialect.double})"
    is_small = f"({' AND '.join(f'{one} BETWEEN 0e0 AND {small}e0' for one in told.values())})"
    is_large = f"({' AND '.join(f'abs({one}) <= {large}e0' for one in told.values())})"
    near = " AND ".join(_near(*pair) for pair in permutations(told.values(), 2))
    in_reach = f"{is_large} AND {near}"
    steps = f"CASE WHEN {is_small} THEN {in_doubles} WHEN {in_reach} THEN {in_wides} END"
    # A case asks the second only where the first does not hold; of an OR both are worked out.
    return WrittenMethod(steps, f"CASE WHEN {is_small} THEN 0 WHEN {in_reach} THEN 0 ELSE 1 END")


def scales_freely(method: Method) -> bool:
    """Say whether an achievement stays the same where value and target are counted in other units.

    It does where the formula, written over units, is the same text for any of them.
    """
    numbers = Doubles(DIALECTS["sqlite"])
    columns = SqlColumns({name: name for name in names_of(method)}, numbers)
    try:
        texts = {
            steps_of(
                Fold(columns, dict.fromkeys(columns.names, one)), method, _choices(numbers.dialect)
            )
            for one in (ColumnRange(decimals, 1, negative=True) for decimals in (0, UNIT_DECIMALS))
        }
    except NotFoldedError:
        return False
    return len(texts) == 1


def _near(one: str, other: str) -> str:
    return f"({other} = 0e0 OR abs({one}) < {_FARTHEST}e0 * abs({other}))"


def _widest(
    method: Method, columns: SqlColumns, numbers: Doubles | Wides, *, negative: bool
) -> tuple[int, str]:
    """Return how large value and target may be for all to be held, and the achievement so."""
    for exponent in _EXPONENTS:
        one = ColumnRange(UNIT_DECIMALS, 1 << exponent, negative=negative)
        fold = Fold(columns, dict.fromkeys(columns.names, one))
        steps = steps_of(fold, method, _choices(numbers.dialect))
        if numbers.capacity.holds(fold.need):
            return 1 << exponent, steps
    raise NotFoldedError(method.nama)


def _choices(dialect: Dialect) -> Choices:
    """Return how a database chooses."""
    held = "(NOT {0} AND {1})"
    return Choices(_CHOSEN, "NULL", held, dialect.larger, dialect.smaller)
