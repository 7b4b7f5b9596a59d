"""Of how many parts a value is made, and how those are spread that cannot be added: exactly."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, build_answer
from kesbang_iku.formula import fraction_of, round_half_up
from kesbang_iku.indicator.answers import CoverageAnswer, DistributionAnswer


@dataclass(frozen=True)
class Coverage:
    """Of how many parts something is made: how many there are, should be, and which ones miss."""

    melapor: int
    seharusnya: int
    kurang: tuple[str, ...]

    def as_dict(self, _bahasa: Language = "id") -> CoverageAnswer:
        """Return it as an answer tells it."""
        return {"melapor": self.melapor, "seharusnya": self.seharusnya, "kurang": [*self.kurang]}


_QUARTERS: Final = 4
_MORE_DECIMALS: Final = 2
"""A quarter of a step has two decimals more than the step."""


@dataclass(frozen=True)
class Distribution:
    """The spread of values.

    A quartile between two values divides their distance evenly, the ends being the smallest and the
    largest value (as ``QUARTILE.INC`` of spreadsheets does); it is exact, with the decimals it has.
    """

    n: int
    min: Decimal
    kuartil_1: Decimal
    median: Decimal
    kuartil_3: Decimal
    maks: Decimal

    @classmethod
    def of(cls, values: Iterable[Decimal]) -> "Distribution | None":
        """Return how values are spread; ``None`` where there are none."""
        known = sorted(values)
        if not known:
            return None
        low, first, middle, third, high = (_part(known, part) for part in range(_QUARTERS + 1))
        return cls(len(known), low, first, middle, third, high)

    def as_dict(self, bahasa: Language = "id") -> DistributionAnswer:
        """Return it as an answer tells it; the numbers are texts."""
        return build_answer(DistributionAnswer, self, bahasa)


def _part(known: list[Decimal], part: int) -> Decimal:
    """Return what so many quarters of the values, in order, lie at or below."""
    place, rest = divmod((len(known) - 1) * part, _QUARTERS)
    exact = fraction_of(known[place])
    if rest:
        exact += (fraction_of(known[place + 1]) - exact) * Fraction(rest, _QUARTERS)
    decimals = max(-int(one.as_tuple().exponent) for one in known)
    for more in range(_MORE_DECIMALS):
        found = round_half_up(exact, max(decimals, 0) + more)
        if fraction_of(found) == exact:
            return found
    return round_half_up(exact, max(decimals, 0) + _MORE_DECIMALS)
