"""Rolling up: regions to the province or the nation, and periods to the year.

The variables are added as the catalog says, and the formula is evaluated again: a percentage of a
province is that of its counts, never a mean of percentages. What cannot be added makes no value; it
is shown how it is spread. Each result tells of how many parts it is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import field, replace
from fractions import Fraction
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from kesbang_iku._grouped import grouped
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.region_years import RegionsOfYear
from kesbang_iku.catalog.regions import NATION, Regions, load_regions
from kesbang_iku.computing.amounts import LARGER
from kesbang_iku.computing.own_numbers import own_findings
from kesbang_iku.computing.reports import Results, compute
from kesbang_iku.computing.rollup_parts import (
    Key,
    Names,
    Numbers,
    Part,
    Parts,
    added_variables,
    parts_of,
    ready,
    with_numbers,
    with_value,
)
from kesbang_iku.findings import Finding, Place, Text, kinds, sentences
from kesbang_iku.indicator.achievement import Achievement
from kesbang_iku.indicator.distribution import Coverage, Distribution
from kesbang_iku.indicator.goal import Goal
from kesbang_iku.indicator.indicator import Indicator, Result, indicator_of, result_of, told_result
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.periods import ANNUAL, months_of
from kesbang_iku.model.region import Region

if TYPE_CHECKING:
    from dataclasses import dataclass

    from kesbang_iku.sources.reports import Reports
else:
    from kesbang_iku._records import dataclass

PROVINCES: Final = "provinsi"
COUNTRY: Final = "nasional"
Goals = Region | str | None
"""What is rolled up to: a region, all of a level (``PROVINCES``, ``COUNTRY``), or no region."""
_OF_YEARS: Final = frozenset({"IKU454", "IKU465", LARGER})


@dataclass(frozen=True, slots=True)
class Rolled(Results):
    """Results of roll-ups, in the order of their regions, years, periods and codes.

    ``bagian`` are the results that each of them is made of, in the same order; ``per_butir`` those
    of all items.
    """

    bagian: tuple[tuple[Result, ...], ...] = field(default=(), repr=False, compare=False)


def rollup_reports(
    reports: Reports | Iterable[Mapping[Any, object]],
    katalog: Catalog | None = None,
    *,
    ke: str | None = None,
    waktu: str | None = None,
    regions: Regions | None = None,
    on_progress: Callable[[str, float], None] | None = None,
) -> Rolled:
    """Return what reports give for the regions above, or for the whole year.

    The public ``rollup`` says what the arguments mean; ``on_progress`` is told how far it got, as
    that of ``compute`` is.

    Raises:
        TypeError: ``reports`` is neither.
        ValueError: ``ke`` or ``waktu`` is none of these.
    """
    known = regions if regions is not None else load_regions()
    goals = goals_named(ke, waktu, known)
    results = compute(reports, katalog, regions=known, on_progress=on_progress)
    return rolled_up(results, goals, yearly=waktu is not None, regions=known)


def goals_named(ke: str | None, waktu: str | None, regions: Regions) -> Goals:
    """Return what ``ke`` names.

    Raises:
        ValueError: it names no region, or several; or ``waktu`` is no span.
    """
    if waktu not in {None, ANNUAL}:
        raise ValueError(sentences.computing.NO_SPAN.filled(waktu=waktu).en)
    if ke is None or ke.strip().casefold() in {PROVINCES, COUNTRY}:
        return None if ke is None else ke.strip().casefold()
    region = regions.meant(ke)
    if region is None:
        raise ValueError(sentences.computing.NO_GOAL_REGION.filled(ke=ke).en)
    return region


def rolled_up(
    results: Results, goals: Goals, *, yearly: bool, regions: Regions | None = None
) -> Rolled:
    """Return the results of items rolled up to ``goals``, years made of periods where asked for."""
    known = regions if regions is not None else load_regions()
    parts = parts_of(results.per_butir, yearly=yearly)
    if goals is None and yearly:
        made, extra = list(_each_by_itself(parts)), list[Finding]()
    else:
        rolling = _Rolling(known, parts, goals or _level_above(parts, known))
        made, extra = list(rolling.results()), rolling.findings
    answered = {id(one) for result in made for one in result.answered}
    base = [found for found in results.temuan if found.kode not in _OF_YEARS]
    for one in results.per_butir:
        base += () if id(one) in answered else _told_beside(one)
    made.sort(key=lambda one: _order(one.result))
    return Rolled(
        tuple(one.result for one in made),
        (*base, *extra),
        results.standar,
        results.per_butir,
        tuple(one.parts for one in made),
    )


class _Made(NamedTuple):
    """A result, the results it is made of, and those whose findings it answers."""

    result: Result
    parts: tuple[Result, ...] = ()
    answered: tuple[Result, ...] = ()


def _told_beside(one: Result) -> Iterator[Finding]:
    """Yield what is told of a region beside a sum: where zeros are added, no value is missing."""
    adds = one.temuan and one.indicator is not None and added_variables(one.indicator)
    yield from (each for each in one.temuan if not adds or each.kind is not kinds.UNDEFINED_VALUE)


def _order(result: Result) -> tuple[str, int, int, int, str, str]:
    months = months_of(result.periode)
    year = result.tahun or 0
    return (result.wilayah or "", year, months[-1], len(months), result.kode, result.versi)


def _each_by_itself(parts: Parts) -> Iterator[_Made]:
    """Yield the years that regions report, or that their periods make."""
    whole = Coverage(1, 1, ())
    for by_region in parts.values():
        for part in by_region.values():
            yield _as_it_is(part, part.result.cakupan or whole)


def _as_it_is(part: Part, coverage: Coverage, *, counts: bool = True) -> _Made:
    result = part.result
    told = (one for one in part.told if one not in result.temuan)
    made = replace(result, cakupan=coverage, temuan=(*result.temuan, *told))
    return _Made(made, (result,) if counts else (), (result,))


def _level_above(parts: Parts, regions: Regions) -> str:
    """Return the level above what is reported."""
    reported = {code for by_region in parts.values() for code in by_region}
    levels = {regions[code].tingkat for code in reported if code in regions}
    return PROVINCES if levels & {"kabupaten", "kota"} else COUNTRY


class _Rolling:
    """The parts of all regions being rolled up to some."""

    def __init__(self, regions: Regions, parts: Parts, goals: Region | str) -> None:
        self.regions: Final = regions
        self.parts: Final = parts
        self.goals: Final = goals
        self.of_year: Final = cache(partial(RegionsOfYear, regions))
        self.findings: list[Finding] = []

    def results(self) -> Iterator[_Made]:
        """Yield the results; afterwards ``findings`` are those that belong to none of them."""
        outside: dict[str, tuple[Place, Text]] = {}
        around: set[str] = set()
        new: dict[tuple[int, str], Place] = {}
        for key, by_region in sorted(self.parts.items()):
            years = self.of_year(key.tahun)
            for goal in self._goals_of(by_region, years):
                rolled = self._rolled(key, goal, by_region, years)
                if rolled is not None:
                    # A region around the goal is told where nothing is in it alone.
                    around.update(_above(goal.kode, years))
                    yield rolled
                    made_of = [one.wilayah or "" for one in rolled.parts]
                    for code in filter(years.is_new, made_of):
                        new.setdefault((key.tahun, code), by_region[code].place)
            if isinstance(self.goals, Region):
                for code in _outside(self.goals.kode, by_region, years):
                    told = self._elsewhere(self.goals, code, key.tahun, years)
                    outside.setdefault(code, (by_region[code].place, told))
            self.findings += self._nation_alone(by_region)
        self.findings += self._established(new)
        left_out = sorted(outside.keys() - around)
        if left_out and isinstance(self.goals, Region):
            self.findings.append(
                kinds.OUTSIDE_OF_ROLL_UP.at(
                    outside[left_out[0]][0],
                    jumlah=len(left_out),
                    wilayah=self.goals.kode,
                    daftar=Text.same(", ").join([outside[code][1] for code in left_out]),
                )
            )

    def _nation_alone(self, by_region: Mapping[str, Part]) -> Iterator[Finding]:
        """Yield that a number of the nation is none of the provinces that are asked for."""
        if self.goals == PROVINCES and by_region.keys() == {NATION} and not by_region[NATION].bare:
            yield _of_higher(by_region[NATION], sentences.computing.NONE_BELOW)

    def _elsewhere(self, goal: Region, code: str, year: int, years: RegionsOfYear) -> Text:
        """Return a region outside of the goal; with where it lay, if today it lies there."""
        if self.regions[code].induk != goal.kode:
            return Text.same(code)
        around = self.regions[years.around[code]]
        said = sentences.computing.LAY_ELSEWHERE
        return said.filled(kode=code, tahun=str(year), wilayah=f"{around.kode} {around.nama}")

    def _established(self, new: Mapping[tuple[int, str], Place]) -> Iterator[Finding]:
        by_year = grouped(sorted(new))
        for year, codes in by_year.items():
            named = ", ".join(f"{code} {self.regions[code].nama}" for code in codes)
            place = new[year, codes[0]]
            yield kinds.ESTABLISHED_THAT_YEAR.at(place, tahun=str(year), daftar=named)

    def _goals_of(self, by_region: Iterable[str], years: RegionsOfYear) -> list[Region]:
        """Return the regions to roll up to, of those that something is reported for."""
        if isinstance(self.goals, Region):
            # Before it was there, nothing lay in it that could be rolled up to it.
            there = self.goals.kode in {NATION, *years.around}
            return [self.goals] if there else []
        if self.goals == COUNTRY:
            return [self.regions[NATION]]
        chains = ((code, *_above(code, years)) for code in by_region if code in years.around)
        codes = {code for chain in chains for code in chain}
        found = (self.regions[code] for code in sorted(codes))
        return [region for region in found if region.tingkat == PROVINCES]

    def _rolled(
        self, key: Key, goal: Region, by_region: Mapping[str, Part], years: RegionsOfYear
    ) -> _Made | None:
        own = by_region.get(goal.kode)
        indicator = indicator_of(next(iter(by_region.values())).result)
        names = added_variables(indicator)
        wanted = _wanted(goal, indicator, by_region, years, names)
        there = {code: by_region[code] for code in wanted if code in by_region}
        if not there:
            if own is not None and not own.bare:
                self.findings.append(_of_higher(own, sentences.computing.NONE_BELOW))
            return None
        item = ItemInput(
            variabel={},
            wilayah=goal.kode,
            nama_wilayah=goal.nama,
            tingkat=goal.tingkat,
            tahun=key.tahun,
            periode=key.periode,
        )
        self.findings += self._told_of_higher(there, goal, by_region, years, names)
        if names is None and wanted == (goal.kode,):
            return _itself(there[goal.kode])
        if names is None:
            return _spread(indicator, item, wanted, there)
        apart = goal.kode not in wanted
        split = any(years.is_split(code) for code in (goal.kode, *there))
        made = _added(indicator, item, names, wanted, there, own, proves=apart and not split)
        # A target alone is no report that misses its variables: its regions give them.
        bare = apart and own is not None and own.bare
        return made._replace(answered=(own.result,) if own is not None and bare else ())

    def _told_of_higher(
        self,
        there: Iterable[str],
        goal: Region,
        by_region: Mapping[str, Part],
        years: RegionsOfYear,
        names: Names,
    ) -> Iterator[Finding]:
        """Yield what becomes of the numbers of provinces on the way from regions to the nation."""
        if goal.kode != NATION:
            return
        below = {years.around.get(code) for code in there}
        mixed = any(self.regions[code].tingkat != PROVINCES for code in there)
        how = sentences.computing
        for code in sorted(one for one, part in by_region.items() if not part.bare):
            part = by_region[code]
            if code in below and code != NATION:
                yield _of_higher(part, how.NOT_ADDED_TWICE)
            elif mixed and years.around.get(code) == NATION:
                why_not, told = ready(part, names)[1:]
                why = how.STANDS_FOR_ALL if code in there else how.NONE_BELOW
                # Of what is left out of a result, that result tells.
                yield from () if code in there else told
                yield from () if why_not else (_of_higher(part, why),)


def _outside(goal: str, codes: Iterable[str], years: RegionsOfYear) -> set[str]:
    """Return the regions that do not lie in ``goal``."""
    known = {code for code in codes if code in years.around or code == NATION}
    return {code for code in known if code != goal and goal not in _above(code, years)}


def _above(code: str, years: RegionsOfYear) -> Iterator[str]:
    while code in years.around:
        code = years.around[code]
        yield code


def _of_higher(part: Part, how: Text) -> Finding:
    result = part.result
    return kinds.NUMBER_OF_HIGHER_REGION.at(
        part.place, kode=result.kode, wilayah=result.wilayah, tahun=result.tahun, cara=how
    )


def _wanted(
    goal: Region,
    indicator: Indicator,
    parts: Mapping[str, Part],
    years: RegionsOfYear,
    names: Names,
) -> tuple[str, ...]:
    """Return the regions that have to report for ``goal``: the smallest that the indicator is for.

    Of the nation, provinces are where no smaller region reports; where some do, a province stands
    for its regions of which not one does.
    """
    levels = indicator.tingkat.diestimasi
    if goal.tingkat not in {COUNTRY, PROVINCES}:
        return (goal.kode,)
    if goal.tingkat == PROVINCES:
        return _of_levels(years.within(goal.kode), levels) or (goal.kode,)
    provinces = years.within(goal.kode)
    smaller = {one.kode: _of_levels(years.within(one.kode), levels) for one in provinces}
    small = {code for codes in smaller.values() for code in codes}
    there = parts.keys() & (small | smaller.keys())
    used = {code for code in there if ready(parts[code], names).why_not is None}
    if not (used or there) & small:
        return _of_levels(provinces, levels) or (goal.kode,)
    wanted: list[str] = []
    for province, codes in smaller.items():
        stands = names is not None and province in used and not used & {*codes}
        wanted += (province,) if stands else codes
    return tuple(wanted)


def _of_levels(regions: Iterable[Region], levels: Sequence[str]) -> tuple[str, ...]:
    return tuple(region.kode for region in regions if region.tingkat in levels)


def _covered(wanted: Sequence[str], there: Iterable[str]) -> Coverage:
    known = {*there}
    missing = tuple(code for code in wanted if code not in known)
    return Coverage(len(wanted) - len(missing), len(wanted), missing)


def _itself(part: Part) -> _Made:
    """Return what a region reports of which there are no smaller ones to add, or to compare."""
    code = part.result.wilayah or ""
    counts = with_value(part).why_not is None
    return _as_it_is(part, _covered((code,), (code,) if counts else ()), counts=counts)


def _spread(
    indicator: Indicator, item: ItemInput, wanted: Sequence[str], there: Mapping[str, Part]
) -> _Made:
    """Return that the values make no value together, and how they are spread."""
    parts = {code: with_value(part) for code, part in there.items()}
    taken = {code: part for code, part in parts.items() if part.why_not is None}
    values = [one.result.nilai for one in taken.values() if one.result.nilai is not None]
    known = (indicator.variables_by_name[name] for name in indicator.engine.needed)
    lacking = next((one.called for one in known if one.agregasi.wilayah != "jumlah"), None)
    how = sentences.computing
    why = how.NOT_OVER_REGIONS.filled(variabel=lacking) if lacking else how.NO_FORMULA_TO_ADD
    told = kinds.NOT_ADDED_OVER_REGIONS.at(
        there[min(there)].place,
        kode=indicator.kode,
        wilayah=item.wilayah,
        tahun=item.tahun,
        sebab=why,
    )
    findings = (told, *(found for part in parts.values() for found in part.told))
    result = told_result(indicator, item, Status.UNDEFINED, findings, why)
    result = replace(result, cakupan=_covered(wanted, taken))
    made_of = tuple(part.result for part in taken.values())
    return _Made(result.spread(Distribution.of(values), why), made_of)


def _added(
    indicator: Indicator,
    item: ItemInput,
    names: tuple[str, ...],
    wanted: Sequence[str],
    there: Mapping[str, Part],
    own: Part | None,
    *,
    proves: bool,
) -> _Made:
    """Return the value of the numbers of all parts, added up."""
    read = {code: with_numbers(part, names) for code, part in there.items()}
    taken = {code: numbers for code, (_, numbers) in read.items() if numbers}
    findings = [found for part, _ in read.values() for found in part.told]
    coverage = _covered(wanted, taken)
    whole = coverage.melapor == coverage.seharusnya
    if not taken:
        why = sentences.computing.NONE_REPORTED
        result = told_result(indicator, item, Status.INCOMPLETE, (), why)
    else:
        item.variabel = _sums(taken.values())
        before = (read[code][0].result.sebelumnya for code in taken)
        item.sebelumnya = _sums({name: Fraction(x) for name, x in one.items()} for one in before)
        result = result_of(indicator, item)
        if not whole and result.status in (Status.COMPLETE, Status.UNDEFINED):
            result = replace(result, status=Status.INCOMPLETE)
    if own is not None:
        result = _scored(result, own.result.target, whole=whole)
        if taken and proves:
            findings += own_findings(own, result, taken.values(), whole=whole)
    result = replace(result, cakupan=coverage, temuan=(*result.temuan, *findings))
    return _Made(result, tuple(read[code][0].result for code in taken))


def _sums(parts: Iterable[Numbers]) -> dict[str, Fraction]:
    """Return the sum of each number that all parts have."""
    known = list(parts)
    shared = set.intersection(*(set(one) for one in known)) if known else set()
    return {name: sum((one[name] for one in known), Fraction(0)) for name in sorted(shared)}


def _scored(result: Result, goal: Goal | None, *, whole: bool) -> Result:
    """Return a result held against the target of its region; a part of it is no achievement."""
    if goal is None:
        return result
    engine = indicator_of(result).engine
    if whole and result.nilai is not None and result.nilai_eksak is not None:
        scale = engine.scale(result.tingkat)
        scored = engine.scorer.scorer(result.nilai, result.nilai_eksak, goal, scale)
    else:
        why = None if whole else sentences.computing.SOME_REPORTED
        scored = Achievement(goal, engine.scorer.single.method.nama, why=why)
    return replace(result, achievement=scored)
