"""Numbers of items that add up, over the periods of a year or over the regions of a whole."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any, Final, NamedTuple

from kesbang_iku._records import dataclass
from kesbang_iku.findings import Finding, Place, sentences
from kesbang_iku.findings.numerals import decimal_text
from kesbang_iku.findings.register import fields_of, kind_of
from kesbang_iku.indicator.indicator import Indicator, Result, indicator_of
from kesbang_iku.indicator.words import period_words, time_words, unit_words
from kesbang_iku.model.periods import ANNUAL, PARTS, Period, months_of, parts_alone, period_of


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
NOT_THE_SUM, SHARES_SUMMED, LAST_TAKEN = "IKU433", "IKU434", "IKU468"
AGAINST: Final = frozenset({LARGER, NOT_THE_SUM, SHARES_SUMMED, LAST_TAKEN})
"""What is found of numbers of one year against each other."""


def adds_up(indicator: Indicator) -> bool:
    """Say whether values of an indicator are counts, which add up."""
    return indicator.engine.tables.units[indicator.satuan].aditif


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
    if not adds_up(indicator):
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


class Against(NamedTuple):
    """What a number of a year, or of a part of it, says against others of the same time.

    Attributes:
        code: that of what is found.
        result: the one whose number is doubtful.
        amount: that number.
        whole: the longer time that is held against its parts.
        fields: those of its sentences; ``None`` where too few parts tell the number to judge it.
    """

    code: str
    result: Result
    amount: Amount
    whole: Result
    fields: Mapping[str, Any] | None = None

    def found(self, place: Place | None = None) -> Finding:
        """Return it as told beside a year, which may be that of other regions as well."""
        result, kind, said = self.result, kind_of(self.code), self.fields or {}
        place = place or Place(berkas=result.berkas, baris=result.baris)
        number = self.amount.of(result)
        about = {"kode": result.kode, "wilayah": result.wilayah, "tahun": result.tahun, **said}
        if "wilayah" not in fields_of(kind):
            about["kode"] = f"{about['kode']} ({result.wilayah})"
        fields = {name: about[name] for name in fields_of(kind)}
        return kind.at(place, value=None if number is None else decimal_text(number), **fields)


def against_each_other(same: Iterable[Result]) -> Iterator[Against]:
    """Yield what a year and its parts, of one indicator and region, say against each other."""
    ordered = sorted(same, key=place_in_year)
    parts = [one for one in ordered if one.periode != ANNUAL]
    for year in ordered if parts else ():
        if year.periode == ANNUAL:
            yield from _not_the_sum(year, parts)
            yield from _shares_summed(year, parts)
            yield from _last_taken(year, parts)
    for part, whole, amount in larger_than_longer(ordered):
        said = {"periode": period_words(part.periode), "utuh": time_words(whole.periode)}
        named = {"kode": amount.named(part), "nilai": amount.of(part), "lain": amount.of(whole)}
        yield Against(LARGER, part, amount, whole, {**named, **said})


def _not_the_sum(year: Result, parts: Sequence[Result]) -> Iterator[Against]:
    for amount in adding_up_over_time(year):
        number = amount.of(year)
        for _, values in _values_of(parts, amount):
            if values is None:
                yield Against(NOT_THE_SUM, year, amount, year)
            elif number not in {sum(values), values[-1]}:
                named = {"kode": amount.named(year), "utuh": sentences.validation.THE_YEAR}
                said = {"nilai": number, "jumlah": sum(values), "akhir": values[-1]}
                yield Against(NOT_THE_SUM, year, amount, year, {**named, **said})


def _shares_summed(year: Result, parts: Sequence[Result]) -> Iterator[Against]:
    number, indicator = VALUE.of(year), indicator_of(year)
    for _, values in _values_of(parts, VALUE) if number and not adds_up(indicator) else ():
        if values is None:
            yield Against(SHARES_SUMMED, year, VALUE, year)
        elif number == sum(values) != values[-1]:
            said = {"nilai": year.nilai, "satuan": unit_words(indicator.satuan)}
            yield Against(SHARES_SUMMED, year, VALUE, year, said)


def _last_taken(year: Result, parts: Sequence[Result]) -> Iterator[Against]:
    counts = (one.nama for one in indicator_of(year).variabel if one.agregasi.waktu == "jumlah")
    for amount in map(Amount, filter(year.masukan.__contains__, counts)):
        for kind, values in _values_of(parts, amount):
            if values is None or not amount.of(year) == values[-1] != sum(values):
                continue
            # What only grows may be counted from the start of the year, as some do.
            if any(before > after for before, after in pairwise(values)):
                last = period_words(Period(kind, PARTS[kind]).written)
                said = {"angka": values[-1], "periode": last, "jumlah": sum(values)}
                yield Against(LAST_TAKEN, year, amount, year, {"variabel": amount.variable, **said})


def _values_of(
    parts: Iterable[Result], amount: Amount
) -> Iterator[tuple[str, list[Fraction] | None]]:
    """Yield each kind of part that the year is reported in, with its numbers in the order of time.

    They are ``None`` where some miss, or are told twice otherwise.
    """
    found: dict[str, dict[int, set[Fraction | None]]] = {}
    for part in parts:
        for _, period in parts_alone([part.periode]):
            told = found.setdefault(period.kind, {}).setdefault(period.number, set())
            told.add(amount.of(part))
    for kind, numbers in found.items():
        known = [value for _, (value, *more) in sorted(numbers.items()) if not more]
        values = [value for value in known if value is not None]
        yield kind, values if len(values) == PARTS[kind] else None


def place_in_year(result: Result) -> tuple[str, int, str]:
    """Return what the periods of a year are put in order by."""
    period = period_of(result.periode)
    kind, number = ("", 0) if period is None else period[:2]
    return kind, number, result.periode


def _kind_of(result: Result) -> str:
    period = period_of(result.periode)
    return "" if period is None or period.cumulative else period.kind
