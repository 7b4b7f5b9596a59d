"""What regions report of one indicator, made ready to be added: one part for each region.

A region counts with all numbers that the formula needs, or not at all: one that reports the
numerator without the denominator would bend a share.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku.computing.amounts import against_each_other, place_in_year
from kesbang_iku.computing.periods import only_variable, why_no_year, year_numbers
from kesbang_iku.findings import Finding, Place, Text, kinds, sentences
from kesbang_iku.formula import variables
from kesbang_iku.indicator.distribution import Distribution
from kesbang_iku.indicator.indicator import Indicator, Result, indicator_of, result_of
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.model.periods import ANNUAL, spelt_once

_ADDED: Final = "jumlah"

Numbers = Mapping[str, Fraction]
Names = tuple[str, ...] | None
"""The variables that are added over regions, ``None`` where not all can be."""


class Part(NamedTuple):
    """What one region reports of one indicator in one year and period.

    Attributes:
        result: its result; of several that are alike the first.
        why_not: why it cannot be taken; ``None`` where it can.
        told: the findings that say so, and what else is told of the periods it is made of.
    """

    result: Result
    why_not: Text | None = None
    told: tuple[Finding, ...] = ()

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(berkas=self.result.berkas, baris=self.result.baris)

    @property
    def bare(self) -> bool:
        """Whether it says nothing but its target."""
        return self.result.status is Status.INCOMPLETE and not self.result.masukan


class Key(NamedTuple):
    """What is rolled up together: one version of an indicator in one year and period."""

    kode: str
    versi: str
    tahun: int
    periode: str


Parts = Mapping[Key, Mapping[str, Part]]
"""The parts by what is rolled up together, then by region."""


def parts_of(results: Iterable[Result], *, yearly: bool) -> Parts:
    """Return the results of items as parts: of the years they make, or of their own periods."""
    found: dict[tuple[Key, str], list[Result]] = {}
    # The first half may be told as such, and as what runs to the end of the second quarter.
    time_of = spelt_once if yearly else str
    for result in results:
        if result.indicator is None or result.wilayah is None or result.tahun is None:
            continue
        if result.tahun not in result.indicator.berlaku:
            continue  # no version applies in that year, as its own finding says
        key = Key(result.kode, result.versi, result.tahun, time_of(result.periode))
        found.setdefault((key, result.wilayah), []).append(result)
    single = {about: _one_of(same) for about, same in found.items()}
    if yearly:
        single = dict(_years(single))
    parts: dict[Key, dict[str, Part]] = {}
    for (key, region), part in single.items():
        parts.setdefault(key, {})[region] = part
    return parts


def _one_of(same: list[Result]) -> Part:
    """Return what a region reports, once or several times alike; which of two is unknown."""
    # Whatever the order of the files, the same one is named.
    first, *others = sorted(same, key=lambda one: (one.berkas or "", one.baris or 0))
    if all(
        (one.masukan, one.sebelumnya, one.nilai, one.status)
        == (first.masukan, first.sebelumnya, first.nilai, first.status)
        for one in others
    ):
        return Part(first)
    return _left_out(Part(first), sentences.computing.TOLD_TWICE)


def _left_out(part: Part, why: Text) -> Part:
    result = part.result
    told = kinds.NOT_ROLLED_UP.at(
        part.place, kode=result.kode, wilayah=result.wilayah, tahun=result.tahun, sebab=why
    )
    return Part(result, why, (*part.told, told))


# ------------------------------------------------------------------------------------------ years


def _years(single: Mapping[tuple[Key, str], Part]) -> Iterator[tuple[tuple[Key, str], Part]]:
    """Yield the year of each region: the one it reports, else what its periods make."""
    by_year: dict[tuple[Key, str], dict[str, Part]] = {}
    for (key, region), part in single.items():
        about = (key._replace(periode=ANNUAL), region)
        by_year.setdefault(about, {})[key.periode] = part
    for about, periods in by_year.items():
        reported = periods.get(ANNUAL)
        year = _year_of(periods.values()) if reported is None else _made(reported)
        yield about, year._replace(told=(*year.told, *_against(periods.values())))


def _against(periods: Iterable[Part]) -> Iterator[Finding]:
    """Yield what periods say against each other; where the year is reported, against it alone."""
    own = [part for part in periods if part.result.cakupan is None]  # not made of the others
    counts = any(part.result.periode == ANNUAL for part in own)
    for one in against_each_other(part.result for part in own if part.why_not is None):
        if one.fields is not None and (one.whole.periode == ANNUAL or not counts):
            yield one.found()


def _made(year: Part) -> Part:
    """Return a year that is reported; where its periods do not make it yet, that is told of it."""
    result = year.result
    if year.why_not is None and result.cakupan is not None and result.nilai is None:
        return year if result.status is Status.UNDEFINED else Part(result, result.why)
    return year


def _year_of(parts: Iterable[Part]) -> Part:
    # In the order of the year, whatever the order of the files: where it is told, it is told alike.
    known = sorted(parts, key=lambda part: place_in_year(part.result))
    result = known[-1].result
    indicator = indicator_of(result)
    item = ItemInput(
        variabel={},
        wilayah=result.wilayah,
        nama_wilayah=result.nama_wilayah,
        tingkat=result.tingkat,
        tahun=result.tahun,
        periode=ANNUAL,
        berkas=result.berkas,
        baris=result.baris,
    )
    unclear = [part for part in known if part.why_not is not None]
    for part in unclear:  # what is told twice is not there
        known[known.index(part)] = Part(replace(part.result, status=Status.REJECTED))
    made = year_numbers(indicator, (part.result for part in known))
    if unclear:
        told = tuple(found for part in unclear for found in part.told)
        year = result_of(indicator, item, made=False).covering(made.coverage, told[0])
        return Part(year, unclear[0].why_not, told)
    item.variabel, item.realisasi = made.variabel, made.realisasi
    if made.complete:
        return Part(result_of(indicator, item).covering(made.coverage))
    said = why_no_year(result, made, known[-1].place)
    values = [part.result.nilai for part in known if part.result.nilai is not None]
    year = result_of(indicator, item, made=False).covering(made.coverage, said)
    if made.why is not None:
        year = year.spread(Distribution.of(values), year.why)
    return Part(year, Text.each(said.message), (said,))


# --------------------------------------------------------------------------------------- numbers


def added_variables(indicator: Indicator) -> Names:
    """Return the variables that are added up over regions.

    A value that the owner released prevails for one region, and says nothing of several: the
    formula beside it counts.
    """
    engine = indicator.engine
    if engine.base_tree is None:
        return None
    names = variables(engine.base_tree)
    known = [indicator.variables_by_name.get(name) for name in names]
    adds = all(one is not None and one.agregasi.wilayah == _ADDED for one in known)
    return names if names and adds else None


def with_numbers(part: Part, names: tuple[str, ...]) -> tuple[Part, Numbers]:
    """Return a part with the numbers of ``names``; without any, the part says why."""
    if part.why_not is not None:
        return part, {}
    result = part.result
    if result.status in (Status.COMPLETE, Status.UNDEFINED) and all(
        name in result.masukan for name in names
    ):
        return part, {name: Fraction(result.masukan[name]) for name in names}
    counted = result.asal is Origin.PRINTED and only_variable(indicator_of(result)) is not None
    if counted and isinstance(result.nilai_eksak, Fraction):
        return part, {names[0]: result.nilai_eksak}
    return _left_out(part, _why_no_numbers(result, names)), {}


def with_value(part: Part) -> Part:
    """Return a part whose value is shown beside others; without one, it says why."""
    if part.why_not is not None or part.result.status in (Status.COMPLETE, Status.UNDEFINED):
        return part
    return _left_out(part, _why_no_numbers(part.result))


def ready(part: Part, names: Names) -> Part:
    """Return a part as it is added, or shown where no ``names`` are; else it says why not."""
    return with_value(part) if names is None else with_numbers(part, names)[0]


def _why_no_numbers(result: Result, names: tuple[str, ...] = ()) -> Text:
    said = sentences.computing
    # A formula that fills in what is missing has a value of some numbers, too.
    lacking = tuple(name for name in names if name not in result.masukan)
    missing = lacking if len(lacking) < len(names) else ()
    if result.status is Status.INCOMPLETE and result.kurang:
        missing = result.kurang
    if missing and result.status in (Status.COMPLETE, Status.UNDEFINED, Status.INCOMPLETE):
        return said.VARIABLES_MISSING.filled(kurang=", ".join(missing))
    return said.WITHOUT_NUMBERS[result.status]
