"""Rules over the value of a year that is reported beside its parts (IKU468)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from itertools import pairwise

from kesbang_iku.model.periods import PARTS, Period, parts_alone
from kesbang_iku.validation.rules.reports.context import (
    ReportContext,
    ReportEntry,
    period_words,
    rule,
)
from kesbang_iku.validation.rules.rule import Outcomes, at


@rule.whole("IKU468")
def last_part_taken_for_year(context: ReportContext) -> Outcomes:
    """A count of the year that is that of its last part, though the parts add up."""
    for entry, parts in context.divided:
        for variable in entry.indicator.variabel:
            year = entry.result.masukan.get(variable.nama)
            if variable.agregasi.waktu != "jumlah" or year is None:
                continue
            for kind, amounts in _whole_years(parts, variable.nama):
                # What only grows may be counted from the start of the year, as some do.
                grows = all(before <= after for before, after in pairwise(amounts))
                if year == amounts[-1] != sum(amounts) and not grows:
                    yield at(
                        entry,
                        "variabel",
                        variable.nama,
                        variabel=variable.nama,
                        angka=Fraction(year),
                        periode=period_words(Period(kind, PARTS[kind]).written),
                        jumlah=sum(amounts),
                    )


def _whole_years(parts: Iterable[ReportEntry], name: str) -> Iterator[tuple[str, list[Fraction]]]:
    """Yield the numbers of a variable in each kind of part of which the year has all, in order."""
    found: dict[str, dict[int, Fraction]] = {}
    by_period = {part.periode: part for part in parts if name in part.result.masukan}
    for written, period in parts_alone(by_period):
        amount = Fraction(by_period[written].result.masukan[name])
        found.setdefault(period.kind, {})[period.number] = amount
    for kind, amounts in found.items():
        if len(amounts) == PARTS[kind]:
            yield kind, [amounts[number] for number in sorted(amounts)]
