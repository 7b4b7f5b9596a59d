"""Whole numbers of an engine, each with how large it may become."""

from typing import Generic

from kesbang_iku._records import dataclass
from kesbang_iku.formula.engines.arithmetic import Arithmetic, E, Need


@dataclass(frozen=True, slots=True)
class Whole(Generic[E]):
    """A whole number: a constant, or an expression of an engine.

    Attributes:
        content: the constant, or ``None``.
        expression: the expression; of a constant it is made when it is needed.
        bound: it is at most so large, without its sign.
        negative: whether it may be below 0.
    """

    content: int | None
    expression: E | None
    bound: int
    negative: bool

    @property
    def is_one(self) -> bool:
        """Whether it is the constant 1."""
        return self.content == 1


class Wholes(Generic[E]):
    """Sums and products of whole numbers, and in ``need`` how large they become."""

    def __init__(self, arithmetic: Arithmetic[E]) -> None:
        """Compute by ``arithmetic``."""
        self.arithmetic: Arithmetic[E] = arithmetic
        self.need: Need = Need()

    @property
    def one(self) -> Whole[E]:
        """The constant 1."""
        return Whole(1, None, 1, negative=False)

    @property
    def zero(self) -> Whole[E]:
        """The constant 0."""
        return Whole(0, None, 0, negative=False)

    def literal(self, value: int) -> E:
        """Return a constant as the engine writes it."""
        self.need.of_value(abs(value))
        return self.arithmetic.literal(value)

    def written(self, whole: Whole[E]) -> E:
        """Return a whole number as the engine writes it."""
        if whole.expression is None:
            return self.literal(whole.content or 0)
        return whole.expression

    def made(self, expression: E, bound: int, *, negative: bool) -> Whole[E]:
        """Return an expression that comes to ``bound`` at most, without its sign."""
        self.need.of_value(bound)
        return Whole(None, expression, bound, negative)

    def constant(self, value: int) -> Whole[E]:
        """Return a constant."""
        return Whole(value, None, abs(value), value < 0)

    def add(self, left: Whole[E], right: Whole[E]) -> Whole[E]:
        """Return a sum, computed at once where both are constants."""
        if left.content is not None and right.content is not None:
            return self.constant(left.content + right.content)
        if left.content == 0 or right.content == 0:
            return right if left.content == 0 else left
        return self.made(
            self.arithmetic.add(self.written(left), self.written(right)),
            left.bound + right.bound,
            negative=left.negative or right.negative,
        )

    def multiply(self, left: Whole[E], right: Whole[E]) -> Whole[E]:
        """Return a product, likewise."""
        if left.content is not None and right.content is not None:
            return self.constant(left.content * right.content)
        if left.is_one or right.is_one:
            return right if left.is_one else left
        return self.made(
            self.arithmetic.multiply(self.written(left), self.written(right)),
            left.bound * right.bound,
            negative=left.negative or right.negative,
        )

    def absolute(self, whole: Whole[E]) -> Whole[E]:
        """Return a whole number without its sign."""
        if whole.content is not None:
            return self.constant(abs(whole.content))
        if not whole.negative:
            return whole
        written = self.arithmetic.absolute(self.written(whole))
        return Whole(None, written, whole.bound, negative=False)

    @staticmethod
    def same(left: Whole[E], right: Whole[E]) -> bool:
        """Say whether two whole numbers are certainly the same."""
        if left.content is not None or right.content is not None:
            return left.content == right.content
        # The names of columns are texts in some engines, objects in others.
        same_text = isinstance(left.expression, str) and left.expression == right.expression
        return left.expression is right.expression or same_text
