"""The methods of achievement as SQL, over a value and a target counted in small units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.formula import parse, variables
from kesbang_iku.formula.engines.arithmetic import ColumnRange
from kesbang_iku.formula.engines.quotient import Fold, FoldedCondition, NotFoldedError
from kesbang_iku.formula.engines.sql import SqlColumns
from kesbang_iku.model.method import Method
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
        unproven: where a database cannot tell.
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
    limits = (method.batas.bawah, method.batas.atas)
    whole = all(end is None or (end * 10**method.desimal).denominator == 1 for end in limits)
    if method.dasar != "nilai_terbit" or not whole:
        raise NotFoldedError(method.nama)
    names = _names(method)
    if not set(names) <= set(columns):
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
    near = " AND ".join(_near(*pair) for pair in _pairs([*told.values()]))
    in_reach = f"{is_large} AND {near}"
    steps = f"CASE WHEN {is_small} THEN {in_doubles} WHEN {in_reach} THEN {in_wides} END"
    return WrittenMethod(steps, f"NOT ({is_small} OR ({in_reach}))")


def scales_freely(method: Method) -> bool:
    """Say whether an achievement stays the same where value and target are counted in other units.

    It does where the formula, written over units, is the same text for any of them.
    """
    numbers = Doubles(DIALECTS["sqlite"])
    columns = SqlColumns({name: name for name in _names(method)}, numbers)
    try:
        texts = {
            _steps(
                Fold(
                    columns, dict.fromkeys(columns.names, ColumnRange(decimals, 1, negative=True))
                ),
                method,
                numbers.dialect,
            )
            for decimals in (0, UNIT_DECIMALS)
        }
    except NotFoldedError:
        return False
    return len(texts) == 1


def _names(method: Method) -> tuple[str, ...]:
    texts = [method.rumus, *(policy.jika for policy in method.kebijakan)]
    texts += [policy.capaian for policy in method.kebijakan if policy.capaian is not None]
    return tuple(dict.fromkeys(name for text in texts for name in variables(parse(text))))


def _pairs(columns: Sequence[str]) -> list[tuple[str, str]]:
    return [(one, other) for one in columns for other in columns if one != other]


def _near(one: str, other: str) -> str:
    return f"({other} = 0e0 OR abs({one}) < {_FARTHEST}e0 * abs({other}))"


def _widest(
    method: Method, columns: SqlColumns, numbers: Doubles | Wides, *, negative: bool
) -> tuple[int, str]:
    """Return how large value and target may be for all to be held, and the achievement so."""
    for exponent in _EXPONENTS:
        one = ColumnRange(UNIT_DECIMALS, 1 << exponent, negative=negative)
        fold = Fold(columns, dict.fromkeys(columns.names, one))
        steps = _steps(fold, method, numbers.dialect)
        if numbers.capacity.holds(fold.need):
            return 1 << exponent, steps
    raise NotFoldedError(method.nama)


def _steps(fold: Fold[str], method: Method, dialect: Dialect) -> str:
    steps = _published(fold, method.rumus, method, dialect)
    for policy in reversed(method.kebijakan):
        decided = "NULL"
        if policy.capaian is not None:
            decided = _published(fold, policy.capaian, method, dialect)
        steps = _CHOSEN.format(_holding(fold.condition(parse(policy.jika))), decided, steps)
    return steps


def _published(fold: Fold[str], text: str, method: Method, dialect: Dialect) -> str:
    """Return a formula rounded, within the limits: they are whole steps, so the order is free."""
    published = fold.published(parse(text), method.desimal)
    steps, scale = published.steps, Fraction(10**method.desimal)
    for end, within in ((method.batas.bawah, dialect.larger), (method.batas.atas, dialect.smaller)):
        if end is not None:
            # Not asked for NULL, of which databases do not say the same: that is taken out below.
            steps = within.format(steps, fold.arithmetic.literal(int(end * scale)))
    if published.undefined is None:
        return steps
    return _CHOSEN.format(published.undefined, "NULL", steps)


def _holding(condition: FoldedCondition[str]) -> str:
    if condition.undefined is None:
        return condition.holds
    return f"(NOT {condition.undefined} AND {condition.holds})"
