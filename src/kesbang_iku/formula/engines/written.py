"""What engines of whole numbers have in common that write a formula as text for another program."""

from abc import ABC, abstractmethod
from collections.abc import Mapping
from typing import ClassVar, Final

from kesbang_iku.formula.tree import BinaryOperator

_SIGNS: Final[Mapping[BinaryOperator, str]] = {
    BinaryOperator.LESS: "<",
    BinaryOperator.LESS_EQUAL: "<=",
    BinaryOperator.GREATER: ">",
    BinaryOperator.GREATER_EQUAL: ">=",
    BinaryOperator.EQUAL: "=",
    BinaryOperator.NOT_EQUAL: "<>",
}


class WrittenArithmetic(ABC):
    """The operations of the protocol ``Arithmetic`` that SQL and spreadsheets write alike."""

    gap: ClassVar[str] = " "
    """What stands on both sides of a sign."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """Take each variable from what ``names`` has for it."""
        self.names: Mapping[str, str] = names

    @abstractmethod
    def literal(self, value: int) -> str:
        """Return a constant."""

    def column(self, name: str) -> str:
        """Return a variable."""
        return self.names[name]

    def truth(self, value: bool) -> str:
        """Return a condition that always, or never, holds."""
        return self._between("1", "=", "1" if value else "0")

    def add(self, left: str, right: str) -> str:
        """Return a sum."""
        return self._between(left, "+", right)

    def multiply(self, left: str, right: str) -> str:
        """Return a product."""
        return self._between(left, "*", right)

    def compare(self, operator: BinaryOperator, left: str, right: str) -> str:
        """Return whether a comparison holds."""
        return self._between(left, _SIGNS[operator], right)

    def _between(self, left: str, sign: str, right: str) -> str:
        return f"({left}{self.gap}{sign}{self.gap}{right})"

    def _written(self, whole: str | int) -> str:
        return self.literal(whole) if isinstance(whole, int) else whole
