"""Rules over values that look copied, or too good in every row (IKU415-425)."""

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from itertools import groupby
from operator import attrgetter
from typing import Final

from kesbang_iku.catalog.observations import EARLIER_PRINT
from kesbang_iku.findings import sentences
from kesbang_iku.findings.numerals import decimals_of
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.status import Origin
from kesbang_iku.model.definition import PublishedValue
from kesbang_iku.model.periods import ANNUAL
from kesbang_iku.validation.rules.numbers import PAIR, listed, significant_digits
from kesbang_iku.validation.rules.reports.context import ReportContext, ReportEntry, rule
from kesbang_iku.validation.rules.reports.history import Series
from kesbang_iku.validation.rules.rule import Outcomes, at, inconclusive, required

_HUNDRED: Final = Decimal(100)


def _years(entries: Iterable[ReportEntry]) -> str:
    return ", ".join(str(entry.tahun) for entry in entries)


@rule.whole("IKU415")
def same_value_across(context: ReportContext) -> Outcomes:
    """One value in several indicators of a report."""
    limits = context.checking.ambang
    for entries in context.by_report:
        found: dict[Fraction, dict[str, ReportEntry]] = {}
        for entry in entries:
            if entry.value is not None:
                found.setdefault(entry.value, {}).setdefault(entry.kode, entry)
        for value, same in found.items():
            if len(same) < PAIR or significant_digits(value) < limits.angka_bermakna.whole:
                continue
            # Two shares of small counts are easily equal, two numbers as written are not.
            written = [e for e in same.values() if e.result.asal is not Origin.COMPUTED]
            if len(same) < limits.butir_serupa.whole and len(written) < PAIR:
                continue
            first, *others = same.values()
            last = others[-1]
            yield at(
                last,
                value=last.result.nilai,
                lain=", ".join(other.kode for other in (first, *others[:-1])),
            )


@rule.within("IKU416")
def same_variables_next_year(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """All variables as in the year before."""
    limits = context.checking.ambang
    values = entry.result.masukan
    if len(values) < PAIR:
        return
    before = required(entry.before, sentences.validation.NO_EARLIER)
    if values == before.result.masukan and any(
        significant_digits(Fraction(value)) >= limits.angka_bermakna.whole
        for value in values.values()
    ):
        yield at(entry, "variabel", tahun_lama=before.tahun)


@rule.whole("IKU417")
def same_variables_across(context: ReportContext) -> Outcomes:
    """The numbers of one indicator in the variables of another."""
    least = context.checking.ambang.angka_bermakna.whole
    for entries in context.by_report:
        seen: dict[tuple[int | Fraction, ...], ReportEntry] = {}
        for entry in entries:
            values = entry.result.masukan
            numbers = tuple(values.values())
            if len(numbers) < PAIR:
                continue
            other = seen.setdefault(numbers, entry)
            if set(other.result.masukan) == set(values):
                continue
            if any(significant_digits(Fraction(number)) >= least for number in numbers):
                yield at(entry, "variabel", lain=other.kode, angka=listed(numbers))


@rule.whole("IKU482")
def same_variables_in_regions(context: ReportContext) -> Outcomes:
    """The numbers of one region in those of others of its province, of the same time."""
    limits = context.checking.ambang
    found: dict[tuple[object, ...], dict[str, ReportEntry]] = {}
    for entry in context.entries:
        values = entry.result.masukan
        induk = None if entry.region is None else entry.region.induk
        if len(values) >= PAIR and induk is not None and "." in entry.wilayah:
            about = (*entry.series[:2], induk, entry.tahun, entry.periode, *values.items())
            found.setdefault(about, {}).setdefault(entry.wilayah, entry)
    for same in found.values():
        *others, last = same.values()
        numbers = [*last.result.masukan.values()]
        if len(same) < limits.butir_serupa.whole:
            continue
        if any(significant_digits(Fraction(one)) >= limits.angka_bermakna.whole for one in numbers):
            yield at(
                last,
                "variabel",
                angka=listed(numbers),
                lain=", ".join(other.wilayah for other in others),
            )


@rule.whole("IKU418")
def repeated_value(context: ReportContext) -> Outcomes:
    """A value with decimals that stays the same for years."""
    limits = context.checking.ambang
    for entries in context.yearly:
        valued = [entry for entry in entries if entry.value is not None]
        for value, same in groupby(valued, key=attrgetter("value")):
            run = [*same]
            if len(run) < limits.tahun_serupa.whole:
                continue
            if significant_digits(value) >= limits.angka_bermakna.whole:
                yield at(run[-1], value=run[-1].result.nilai, tahun=_years(run))


@rule.whole("IKU419")
def all_shares_full(context: ReportContext) -> Outcomes:
    """Every share of a report at its maximum."""
    least = context.checking.ambang.butir_serupa.whole
    for entries in context.by_report:
        shares = [e for e in entries if e.is_share and e.value is not None]
        full = [e for e in shares if e.value == e.unit.rentang.maks]
        if len(shares) >= least and len(full) == len(shares):
            yield at(full[-1], jumlah=len(full))


@rule.whole("IKU420")
def share_always_full(context: ReportContext) -> Outcomes:
    """A share at its maximum year after year."""
    least = context.checking.ambang.tahun_serupa.whole
    for entries in context.yearly:
        valued = [entry for entry in entries if entry.value is not None]
        if len(valued) < least or not valued[0].is_share:
            continue
        if all(entry.value == entry.unit.rentang.maks for entry in valued):
            yield at(valued[-1], value=valued[-1].result.nilai, tahun=_years(valued))


@rule.whole("IKU421")
def all_at_target(context: ReportContext) -> Outcomes:
    """Every realised value of a report is exactly its target."""
    least = context.checking.ambang.butir_serupa.whole
    for entries in context.by_report:
        both = [e for e in entries if e.value is not None and e.target is not None]
        if len(both) >= least and all(entry.value == entry.target for entry in both):
            yield at(both[-1], jumlah=len(both))


@rule.whole("IKU422")
def achievement_always_hundred(context: ReportContext) -> Outcomes:
    """An achievement of exactly 100 year after year."""
    least = context.checking.ambang.tahun_serupa.whole
    for entries in context.yearly:
        judged = [entry for entry in entries if entry.result.capaian is not None]
        if len(judged) < least:
            continue
        if all(entry.result.capaian == _HUNDRED for entry in judged):
            yield at(judged[-1], value=judged[-1].result.capaian, tahun=_years(judged))


@rule.within("IKU423")
def national_value(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A region's value that is the nation's."""
    if entry.value is None or entry.region is None or entry.region.tingkat == "nasional":
        return
    nation = next(iter(context.regions))
    series = (entry.kode, entry.indicator.versi, nation)
    found = context.published.of(series).get(entry.tahun)
    if required(found, sentences.validation.NOT_PUBLISHED) == entry.value:
        yield at(entry, value=entry.result.nilai)


@rule.within("IKU424")
def value_of_other_year(entry: ReportEntry, context: ReportContext) -> Outcomes:
    """A value that was published for the year before or after."""
    least = context.checking.ambang.angka_bermakna.whole
    published = context.published.of(entry.series)
    if not published or entry.value is None:
        return
    if published.get(entry.tahun) == entry.value:
        return
    for year in (entry.tahun - 1, entry.tahun + 1):
        if published.get(year) == entry.value and significant_digits(entry.value) >= least:
            yield at(entry, value=entry.result.nilai, lain=year)


@rule.whole("IKU425")
def differs_from_published(context: ReportContext) -> Outcomes:
    """A value that is not the one the catalog knows to be published."""
    indicators = {id(entry.indicator): entry.indicator for entry in context.entries}
    released: dict[tuple[Series, int], list[PublishedValue]] = {}
    for one in indicators.values():
        for found in one.deret:
            if found.dimensi in {None, EARLIER_PRINT}:
                about = (one.kode, one.versi, found.wilayah)
                released.setdefault((about, found.tahun), []).append(found)
    for entry in context.entries:
        if entry.value is None or entry.periode != ANNUAL:
            continue
        prints = released.get((entry.series, entry.tahun))
        if prints is None:
            yield inconclusive(entry, sentences.validation.NOT_PUBLISHED)
            continue
        # Of a number that was revised, the first print is no error of whoever took it.
        if not any(_is_print_of(entry, print_.nilai) for print_ in prints):
            taken = next((one for one in prints if not one.digantikan), prints[0])
            yield at(entry, value=entry.result.nilai, terbit=taken.nilai, sumber=taken.sumber)


def _is_print_of(entry: ReportEntry, published: Fraction) -> bool:
    """Say whether the value of a row, computed or printed, is ``published`` as it was printed."""
    decimals = decimals_of(published) or 0
    ours = {entry.value, entry.printed or entry.value}
    rounded = round_half_up(published, decimals)
    return rounded in {round_half_up(value, decimals) for value in ours if value is not None}
