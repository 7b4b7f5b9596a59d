"""What seems to have happened where a printed achievement is the result of no method.

Each slip is something people do: the target or the difference in the column of the achievement, a
decimal mark lost, two digits exchanged. The first one that gives the printed number is named. The
mean of percentages, printed for a whole where the quotient of its sums is due, is one of them.
"""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import pairwise
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Language, Text, sentences
from kesbang_iku.formula import Exact, round_half_up
from kesbang_iku.indicator.achievement import Achievement
from kesbang_iku.indicator.item_input import Part
from kesbang_iku.indicator.printed_number import PrintedNumber
from kesbang_iku.indicator.printed_worlds import SHOWN_DECIMALS, ends_text, written_number
from kesbang_iku.worlds.span import added

_FULL: Final = 100
_SHIFTS: Final = (1, 2, 3, 4, -1)
"""By how many places a decimal mark is seen to move."""
_YEARS: Final = range(2, 6)
"""How many years a plan lasts, whose achievements somebody may have added up."""
_TELLING_DIGITS: Final = 4
"""One digit that differs says something among four; two short numbers often are that near."""


@dataclass(frozen=True, slots=True)
class _Case:
    """A printed achievement, what it should be, and the numbers it is made of."""

    printed: PrintedNumber
    exact: Exact
    value: Fraction
    target: Fraction | None
    low: Fraction | None
    high: Fraction | None

    @property
    def differences(self) -> Sequence[Fraction]:
        return [self.value - self.target, self.target - self.value] if self.target else []

    def is_one_of(self, *candidates: Exact) -> bool:
        return any(self.printed.is_rounding_of(one) for one in candidates)


def slip_behind(printed: PrintedNumber, value: Decimal | None, achievement: Achievement) -> Text:
    """Return what seems to have happened, to stand behind what was found; or nothing.

    Args:
        printed: the achievement as printed, which is not the computed one.
        value: the published value it is the achievement of.
        achievement: what was computed from that value.
    """
    if value is None or achievement.exact is None:
        return Text.same("")
    goal = achievement.goal
    case = _Case(
        printed, achievement.exact, Fraction(value), goal.value or None, goal.low, goal.high
    )
    slips = (name for happened, name in _SLIPS if happened(case))
    name = next(slips, None)
    return Text.same("") if name is None else sentences.indicator.SLIPS[name]


def _is_target(case: _Case) -> bool:
    return case.target is not None and case.is_one_of(case.target)


def _is_difference(case: _Case) -> bool:
    return case.is_one_of(*case.differences)


def _is_change(case: _Case) -> bool:
    return case.is_one_of(*(one / case.target * _FULL for one in case.differences if case.target))


def _is_points(case: _Case) -> bool:
    return case.is_one_of(*(_FULL + one for one in case.differences))


def _is_product(case: _Case) -> bool:
    return case.target is not None and case.is_one_of(case.value * case.target / _FULL)


def _is_end_by_end(case: _Case) -> bool:
    if not case.low or case.high is None:
        return False
    return case.is_one_of(_percent(case.high, case.low))


def _is_by_another_end(case: _Case) -> bool:
    if not case.low or not case.high:
        return False
    middle = (case.low + case.high) / 2
    return case.is_one_of(*(_percent(case.value, end) for end in (case.low, case.high, middle)))


def _is_several_years(case: _Case) -> bool:
    exact = case.exact if isinstance(case.exact, Fraction) else Fraction(0)
    return bool(exact) and case.is_one_of(*(exact * years for years in _YEARS))


def _is_shifted(case: _Case) -> bool:
    return any(case.printed.shifted(places).is_rounding_of(case.exact) for places in _SHIFTS)


def _has_digits_exchanged(case: _Case) -> bool:
    shown, right = _digits(case)
    return right in _exchanged(shown)


def _has_one_other_digit(case: _Case) -> bool:
    shown, right = _digits(case)
    if len(shown) != len(right) or len(right) < _TELLING_DIGITS:
        return False
    return sum(one != other for one, other in zip(shown, right, strict=True)) == 1


def _percent(value: Fraction, whole: Fraction) -> Fraction:
    return value / whole * _FULL


def _digits(case: _Case) -> tuple[str, str]:
    """Return the digits printed, and those of the right number with as many decimals."""
    decimals = case.printed.decimals
    return _digits_of(case.printed.value, decimals), _digits_of(case.exact, decimals)


def _digits_of(number: Exact, decimals: int) -> str:
    return "".join(sign for sign in str(round_half_up(number, decimals)) if sign.isdigit())


def _exchanged(digits: str) -> Iterator[str]:
    for place, (one, other) in enumerate(pairwise(digits)):
        yield digits[:place] + other + one + digits[place + 2 :]


_SLIPS: Final[tuple[tuple[Callable[[_Case], bool], str], ...]] = (
    (_is_target, "target"),
    (_is_difference, "difference"),
    (_is_change, "change"),
    (_is_end_by_end, "end_by_end"),
    (_is_by_another_end, "by_another_end"),
    (_is_shifted, "shifted"),
    (_is_several_years, "several_years"),
    (_has_digits_exchanged, "digits_exchanged"),
    (_is_points, "points"),
    (_is_product, "product"),
    (_has_one_other_digit, "one_other_digit"),
)
"""What seems to have happened, by what is then said of it: a name in ``SLIPS``."""


# -------------------------------------------------------------------------- a mean of percentages


HABIT: Final = "rata_rata_persentase"
_SEVERAL: Final = 2
_LISTED: Final = 6
"""So many parts are listed; of more the first ones, and how many there are."""
_MOST_DECIMALS: Final = 9


def mean_habit(printed: PrintedNumber, groups: Sequence[Sequence[Part]]) -> tuple[str, Text] | None:
    """Return the habit, and the percentages that show it, where a print is the mean of its parts'.

    Args:
        printed: what is printed for the whole.
        groups: its parts, by each way in which it is divided.
    """
    for parts in groups:
        if len(parts) < _SEVERAL:
            continue
        reach = added(one.span for one in parts).times(Fraction(1, len(parts)))
        mean = sum((one.value for one in parts), Fraction(0)) / len(parts)
        as_printed = printed.is_rounding_of(mean)
        if as_printed or reach.meets(printed.span):
            ends = Text.same("")
            if not as_printed:
                batas = ends_text(reach, printed.decimals)
                ends = sentences.indicator.BETWEEN.filled(batas=batas)
            decimals = printed.decimals + SHOWN_DECIMALS
            return HABIT, sentences.indicator.MEAN_OF.filled(
                banyak=len(parts),
                angka=Text.each(partial(_listed, parts)),
                hasil=Text.each(partial(written_number, mean, decimals)),
                ujung=ends,
            )
    return None


def _listed(parts: Sequence[Part], language: Language) -> str:
    shown = [written_number(one.value, _MOST_DECIMALS, language) for one in parts[:_LISTED]]
    return "; ".join([*shown, "…"] if len(parts) > _LISTED else shown)
