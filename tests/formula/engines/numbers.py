"""Two engines of one row each: whole numbers of any size, and doubles as columns hold them."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import isqrt
from typing import Final

from kesbang_iku.formula.engines.arithmetic import Quotient
from kesbang_iku.formula.tree import BinaryOperator

Cell = int | float | bool | None

HOLDS: Final[dict[BinaryOperator, Callable[[float, float], bool]]] = {
    BinaryOperator.LESS: operator.lt,
    BinaryOperator.LESS_EQUAL: operator.le,
    BinaryOperator.GREATER: operator.gt,
    BinaryOperator.GREATER_EQUAL: operator.ge,
    BinaryOperator.EQUAL: operator.eq,
    BinaryOperator.NOT_EQUAL: operator.ne,
}


@dataclass(frozen=True)
class Row:
    """The cells of one row; what is missing spreads as it does in SQL and in dataframes."""

    cells: Mapping[str, int | None]

    def literal(self, value: int) -> Cell:
        return value

    def column(self, name: str) -> Cell:
        return self.cells[name]

    def truth(self, value: bool) -> Cell:
        return value

    def add(self, left: Cell, right: Cell) -> Cell:
        return None if left is None or right is None else left + right

    def multiply(self, left: Cell, right: Cell) -> Cell:
        return None if left is None or right is None else left * right

    def absolute(self, operand: Cell) -> Cell:
        return None if operand is None else abs(operand)

    def sign(self, operand: Cell) -> Cell:
        return None if operand is None else (operand > 0) - (operand < 0)

    def compare(self, operator: BinaryOperator, left: Cell, right: Cell) -> Cell:
        return None if left is None or right is None else HOLDS[operator](left, right)

    def both(self, left: Cell, right: Cell) -> Cell:
        if left is False or right is False:
            return False
        return None if left is None or right is None else True

    def either(self, left: Cell, right: Cell) -> Cell:
        if left is True or right is True:
            return True
        return None if left is None or right is None else False

    def negation(self, condition: Cell) -> Cell:
        return None if condition is None else not condition

    def missing(self, operand: Cell) -> Cell:
        return operand is None

    def choose(self, condition: Cell, yes: Cell, no: Cell) -> Cell:
        return yes if condition is True else no

    def half_up(self, quotient: Quotient[Cell]) -> Cell:
        numerator, denominator = quotient.above, quotient.below
        if numerator is None or not denominator:
            return None
        return (2 * numerator + denominator) // (2 * denominator)

    def root_half_up(self, numerator: Cell, denominator: Cell) -> Cell:
        if numerator is None or not denominator:
            return None
        assert isinstance(numerator, int)
        assert isinstance(denominator, int)
        return (isqrt(4 * numerator // denominator) + 1) // 2


@dataclass(frozen=True)
class DoubleRow(Row):
    """The same in double precision."""

    def literal(self, value: int) -> Cell:
        return float(value)

    def column(self, name: str) -> Cell:
        cell = self.cells[name]
        return None if cell is None else float(cell)

    def half_up(self, quotient: Quotient[Cell]) -> Cell:
        numerator, denominator = quotient.above, quotient.below
        if numerator is None or not denominator:
            return None
        return float(math.floor(numerator / denominator + 0.5))

    def root_half_up(self, numerator: Cell, denominator: Cell) -> Cell:
        if numerator is None or not denominator:
            return None
        return float(math.floor(math.sqrt(numerator / denominator) + 0.5))
