"""Numbers of items that add up, over the periods of a year or over the regions of a whole."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Place
from kesbang_iku.findings.numerals import decimal_text
from kesbang_iku.findings.register import kind_of
from kesbang_iku.indicator.indicator import Result, indicator_of
from kesbang_iku.indicator.words import period_words
from kesbang_iku.model.periods import ANNUAL, PARTS, months_of, period_of


@dataclass(frozen=True)
class Amount:
    """A number of an item: its value, or one of the variables it is computed from."""

    variable: str = ""

    @property
    def pointer(self) -> tuple[str, ...]:
        """Where it stands within the item."""
        return ("variabel", self.variable) if self.variable else ()

    def of(self, result: Result) -> Fraction | None:
        """Return it as the result of an item has it."""
        number = result.masukan.get(self.variable) if self.variable else result.nilai
        return None if number is None else Fraction(number)

    def named(self, result: Result) -> str:
        """Return what it is called in findings: the code, and before it the variable."""
        return f"{self.variable} {result.kode}".lstrip()


VALUE: Final = Amount()
LARGER: Final = "IKU443"
"""What the rule over reports says of the same."""


def adding_up_over_time(result: Result) -> Iterator[Amount]:
    """Yield what adds up over the periods of a year: the value, else what it is computed from."""
    indicator = indicator_of(result)
    amounts = [VALUE]
    if not indicator.kumulatif:
        variables = (one for one in indicator.variabel if one.agregasi.waktu == "jumlah")
        amounts = [Amount(one.nama) for one in variables]
    yield from (amount for amount in amounts if amount.of(result) is not None)


def adding_up_over_regions(result: Result) -> Iterator[Amount]:
    """Yield what adds up over the regions of a whole: the value, else the counts it is made of."""
    indicator = indicator_of(result)
    amounts = [VALUE]
    if not indicator.engine.tables.units[indicator.satuan].aditif:
        variables = (one for one in indicator.variabel if one.whole)
        amounts = [Amount(one.nama) for one in variables if one.agregasi.wilayah == "jumlah"]
    yield from (amount for amount in amounts if amount.of(result) is not None)


def larger_than_longer(same: Sequence[Result]) -> Iterator[tuple[Result, Result, Amount]]:
    """Yield a period, a longer one it lies in, and a number that is larger in the former.

    They are of one indicator, region and year. It holds for running totals too, if both are; that
    only one is, is as much to be asked about. Where all periods of a year are there, their sum is
    judged, not each of them.
    """
    months = [(one, {*months_of(one.periode)}) for one in same]
    inside = ((part, whole) for whole, all_ in months for part, some in months if some < all_)
    for part, whole in inside:
        kind = _kind_of(part)
        for amount in adding_up_over_time(part):
            of_whole = amount.of(whole)
            if of_whole is None or (amount.of(part) or 0) <= of_whole:
                continue
            alike = [one for one in same if _kind_of(one) == kind and amount.of(one) is not None]
            if whole.periode != ANNUAL or len(alike) != PARTS.get(kind):
                yield part, whole, amount


def larger_parts(
    periods: Iterable[Result], place_of: Callable[[Result, Amount], Place]
) -> Iterator[Finding]:
    """Yield what periods say that longer ones, of which they are a part, cannot hold."""
    for part, whole, amount in larger_than_longer(sorted(periods, key=place_in_year)):
        number = amount.of(part)
        yield kind_of(LARGER).at(
            place_of(part, amount),
            value=None if number is None else decimal_text(number),
            kode=amount.named(part),
            wilayah=part.wilayah,
            tahun=part.tahun,
            periode=period_words(part.periode),
            nilai=number,
            utuh=period_words(whole.periode),
            lain=amount.of(whole),
        )


def place_in_year(result: Result) -> tuple[str, int]:
    """Return what the periods of a year are put in order by."""
    period = period_of(result.periode)
    return ("", 0) if period is None else (period.kind, period.number)


def _kind_of(result: Result) -> str:
    period = period_of(result.periode)
    return "" if period is None or period.cumulative else period.kind
