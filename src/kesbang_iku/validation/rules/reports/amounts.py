"""Numbers of items that add up, over the periods of a year or over the regions of a whole."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.validation.rules.reports.context import ReportEntry


@dataclass(frozen=True)
class Amount:
    """A number of an item: its value, or one of the variables it is computed from."""

    variable: str = ""

    @property
    def pointer(self) -> tuple[str, ...]:
        """Where it stands within the item."""
        return ("variabel", self.variable) if self.variable else ()

    def of(self, entry: ReportEntry) -> Fraction | None:
        """Return it as an item has it."""
        if not self.variable:
            return entry.value
        number = entry.result.masukan.get(self.variable)
        return None if number is None else Fraction(number)

    def named(self, entry: ReportEntry) -> str:
        """Return what it is called in findings: the code, and before it the variable."""
        return f"{self.variable} {entry.kode}".lstrip()


VALUE: Final = Amount()


def adding_up_over_time(entry: ReportEntry) -> Iterator[Amount]:
    """Yield what adds up over the periods of a year: the value, else what it is computed from."""
    if entry.indicator.kumulatif:
        amounts = [VALUE]
    else:
        variables = entry.indicator.variabel
        amounts = [Amount(one.nama) for one in variables if one.agregasi.waktu == "jumlah"]
    yield from (amount for amount in amounts if amount.of(entry) is not None)


def adding_up_over_regions(entry: ReportEntry) -> Iterator[Amount]:
    """Yield what adds up over the regions of a whole: the value, else the counts it is made of."""
    amounts = [VALUE]
    if not entry.unit.aditif:
        variables = (one for one in entry.indicator.variabel if one.whole)
        amounts = [Amount(one.nama) for one in variables if one.agregasi.wilayah == "jumlah"]
    yield from (amount for amount in amounts if amount.of(entry) is not None)
