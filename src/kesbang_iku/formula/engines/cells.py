"""Formulas of spreadsheets as an engine of whole numbers, in what every program computes alike.

Only functions that Excel 2016 and LibreOffice have are written. LibreOffice takes numbers that
agree in about 15 digits for the same when it compares, subtracts or rounds, so a quotient is not
trusted: its whole part is taken off, and what remains is held against half of the denominator.

**Whole part and remainder.** Let ``q = INT(N / D)`` with ``N + 1.5 D < 2^53``. A program gives the
floor of the quotient, or one more where the quotient lies so close below a whole number that it
cannot tell; then the remainder is negative, nothing is added, and the number one more is the
nearest one. In both cases the remainder is a difference of exact whole numbers, at most ``D``.
That LibreOffice makes 0 of a difference of numbers that are almost the same does not matter where
``q`` is below ``MOST_STEPS``: what it makes 0 of is then far below half of ``D``.
"""

from collections.abc import Mapping
from typing import ClassVar, Final

from kesbang_iku.formula.engines.arithmetic import FLOAT_UNIT, Capacity, Quotient
from kesbang_iku.formula.engines.quotient import NotFoldedError
from kesbang_iku.formula.engines.written import WrittenArithmetic

MOST_STEPS: Final = 10**13
"""A result of so many steps is not trusted."""
_DIGITS: Final = 15
"""A constant of more digits is stored as another one."""
REMAINDERS: Final = Capacity("remainder", FLOAT_UNIT, 2 * FLOAT_UNIT, 1 << 50)
"""What the remainder form holds."""
ROUNDED: Final = Capacity("rounded", FLOAT_UNIT, 10**14, 1 << 50)
"""What ROUND holds of a quotient by a constant."""


class Cells(WrittenArithmetic):
    """The operations of the protocol ``Arithmetic`` as formulas; ``names`` are those of cells.

    A cell holds a whole number, or a text where the number is missing.
    """

    gap: ClassVar[str] = ""

    def __init__(self, names: Mapping[str, str], *, rounds: bool = False) -> None:
        """Take each variable from the cell that ``names`` has for it.

        ``rounds`` lets quotients by small constants be rounded by ROUND, which is shorter.
        """
        super().__init__(names)
        self.rounds: bool = rounds

    @property
    def capacity(self) -> Capacity:
        """What the formulas hold without error."""
        return ROUNDED if self.rounds else REMAINDERS

    def literal(self, value: int) -> str:
        """Return a constant."""
        if len(str(abs(value)).rstrip("0")) > _DIGITS:
            raise NotFoldedError("a constant of more digits than a cell keeps")
        return str(value) if value >= 0 else f"({value})"

    def absolute(self, operand: str) -> str:
        """Return the number without its sign."""
        return f"ABS({operand})"

    def sign(self, operand: str) -> str:
        """Return 1, 0 or -1."""
        return f"SIGN({operand})"

    def both(self, left: str, right: str) -> str:
        """Return whether two conditions hold."""
        return f"AND({left},{right})"

    def either(self, left: str, right: str) -> str:
        """Return whether one of two conditions holds."""
        return f"OR({left},{right})"

    def negation(self, condition: str) -> str:
        """Return whether a condition does not hold."""
        return f"NOT({condition})"

    def missing(self, operand: str) -> str:
        """Return whether a number is missing."""
        return f"NOT(ISNUMBER({operand}))"

    def choose(self, condition: str, yes: str, no: str) -> str:
        """Return ``yes`` where a condition holds, else ``no``."""
        return f"IF({condition},{yes},{no})"

    def half_up(self, quotient: Quotient[str]) -> str:
        """Return the nearest whole number, a half going up."""
        numerator, denominator = quotient.above, quotient.below
        if denominator == 1:
            return numerator
        below = self._written(denominator)
        if self.rounds and isinstance(denominator, int):
            return f"ROUND({numerator}/{below},0)"
        whole = f"INT({numerator}/{below})"
        return f"({whole}+IF(2*({numerator}-{whole}*{below})>={below},1,0))"

    def root_half_up(self, numerator: str, denominator: str | int) -> str:
        """Return the whole number nearest to the square root."""
        below = self._written(denominator)
        whole = f"INT(SQRT({numerator}/{below}))"
        return f"({whole}+IF((2*{whole}+1)*(2*{whole}+1)*{below}<=4*{numerator},1,0))"
