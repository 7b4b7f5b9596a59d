"""One indicator over the periods of a year: the year's value, made of those of its parts.

How the parts of a year make the year is said by the catalog, for each variable: counts add up, of a
stock the last one counts, and what neither adds up nor lasts makes no year. Values that run from
the start of the year up to a part of it are of that longer time, and are never added; up to its end
they are the year's, where its numbers add up or last.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import Final, NamedTuple

from kesbang_iku.computing.amounts import against_each_other
from kesbang_iku.findings import Finding, Place, Text, kinds, sentences
from kesbang_iku.formula import fraction_of
from kesbang_iku.formula.tree import Name
from kesbang_iku.indicator.distribution import Coverage
from kesbang_iku.indicator.indicator import Indicator, Result, result_of
from kesbang_iku.indicator.item_input import ItemInput, without_parts
from kesbang_iku.indicator.status import Origin, Status
from kesbang_iku.model.definition import Variable
from kesbang_iku.model.periods import ANNUAL, PARTS, missing_of, months_of, period_of

_ADDED: Final = "jumlah"
_LAST: Final = "terakhir"
_SEVERAL: Final = 2

Amounts = Mapping[int, Fraction]
"""A number by the part of the year that it is of."""


class YearNumbers(NamedTuple):
    """What the parts of a year give.

    Attributes:
        variabel: the variables of the year, if its parts gave some.
        realisasi: the value of the year, if its parts gave only values.
        coverage: how many of its parts there are, and which ones are missing.
        why: why the parts make no year at all; ``None`` where they do, or will.
    """

    variabel: Mapping[str, Fraction]
    realisasi: Fraction | None
    coverage: Coverage
    why: Text | None = None

    @property
    def complete(self) -> bool:
        """Whether the parts give the numbers of the year."""
        return bool(self.variabel) or self.realisasi is not None


def year_numbers(indicator: Indicator, results: Iterable[Result]) -> YearNumbers:
    """Return what the results of the parts of one year give for it, in whatever order they come.

    Of several kinds of parts, as months and quarters, those count that make the year, as the last
    one alone does of a stock; else those of which fewest are missing.
    """
    names = {*(() if _not_over_time(indicator) else indicator.engine.computed_from)}
    by_kind: dict[str, dict[int, Result]] = {}
    until: list[Result] = []
    for result in results:
        period = period_of(result.periode)
        if period is None:
            continue
        usable = result.status in (Status.COMPLETE, Status.UNDEFINED)
        usable &= result.asal is Origin.PRINTED or names <= result.masukan.keys()
        if not period.cumulative:
            same = by_kind.setdefault(period.kind, {})
            if usable:
                same.setdefault(period.number, result)
        elif usable and period.months == months_of(ANNUAL):
            until.append(result)
    if until:
        return _of_running_total(indicator, until[-1])
    if not by_kind:
        return YearNumbers({}, None, Coverage(0, 0, ()))
    by_kind = {kind: parts for kind, parts in by_kind.items() if parts} or by_kind
    made = (_of_kind(indicator, kind, parts) for kind, parts in by_kind.items())
    return min(
        made, key=lambda one: (not one.complete, len(one.coverage.kurang), -one.coverage.seharusnya)
    )


def _not_over_time(indicator: Indicator) -> Text | None:
    """Return why the parts of a year make none of an indicator; ``None`` where they may."""
    needed = (indicator.variables_by_name[name] for name in indicator.engine.computed_from)
    lacking = (one for one in needed if one.agregasi.waktu not in (_ADDED, _LAST))
    said = sentences.computing.NOT_OVER_TIME
    return next((said.filled(variabel=one.called) for one in lacking), None)


def _of_running_total(indicator: Indicator, result: Result) -> YearNumbers:
    """Return the numbers that run up to the end of a year, where they are those of the year."""
    there = Coverage(1, 1, ())
    why = _not_over_time(indicator)
    if why is not None:
        return YearNumbers({}, None, there, why)
    if result.asal is Origin.PRINTED or not result.masukan:
        return YearNumbers({}, None if result.nilai is None else fraction_of(result.nilai), there)
    return YearNumbers({name: Fraction(one) for name, one in result.masukan.items()}, None, there)


def _of_kind(indicator: Indicator, kind: str, parts: Mapping[int, Result]) -> YearNumbers:
    there = Coverage(len(parts), PARTS[kind], tuple(missing_of(kind, parts)))
    if any(one.asal is Origin.PRINTED for one in parts.values()):
        return _of_values(indicator, kind, parts, there)
    why = _not_over_time(indicator) if parts else None
    if why is not None:
        return YearNumbers({}, None, there, why)
    found: dict[str, Fraction] = {}
    for name in indicator.engine.computed_from:
        amounts = {number: Fraction(one.masukan[name]) for number, one in parts.items()}
        total = made_of(indicator.variables_by_name[name], kind, amounts)
        if total is None:
            return YearNumbers({}, None, there)
        found[name] = total
    return YearNumbers(found, None, there)


def _of_values(
    indicator: Indicator, kind: str, parts: Mapping[int, Result], there: Coverage
) -> YearNumbers:
    """Return the value of a year whose parts have values alone: of what is counted, or added."""
    variable = only_variable(indicator)
    if variable is None or variable.agregasi.waktu not in (_ADDED, _LAST):
        return YearNumbers({}, None, there, sentences.computing.VALUES_ALONE)
    amounts = {
        number: fraction_of(result.nilai)
        for number, result in parts.items()
        if result.nilai is not None
    }
    return YearNumbers({}, made_of(variable, kind, amounts), there)


def only_variable(indicator: Indicator) -> Variable | None:
    """Return the variable that is the value of an indicator, if it is nothing else."""
    tree = indicator.tree
    return indicator.variables_by_name[tree.name] if isinstance(tree, Name) else None


def made_of(variable: Variable, kind: str, amounts: Amounts) -> Fraction | None:
    """Return a variable's number for the year from those of its parts; ``None`` if some miss.

    Args:
        variable: says whether its numbers add up, or the last one counts.
        kind: what the parts are, as ``triwulan``.
        amounts: the number of each part that has one.
    """
    if variable.agregasi.waktu == _LAST:
        return amounts.get(PARTS[kind])
    return Fraction(sum(amounts.values())) if len(amounts) == PARTS[kind] else None


class Computed(NamedTuple):
    """The result of an item, and what tells what was written of it."""

    result: Result
    write: Callable[[], ItemInput]

    @property
    def written(self) -> ItemInput:
        """What was written of the item."""
        return self.write()


def with_years(
    items: Sequence[Computed], findings: list[Finding]
) -> tuple[tuple[Result, ...], tuple[Result, ...]]:
    """Return the result of each item, and the same with the years that parts of years make.

    An item of a whole year with nothing but a target gets the value that its parts give. Where no
    item of the year is reported, its result stands behind those of its parts.

    Args:
        items: the items in their order.
        findings: takes what years are not whole yet, or cannot be made.
    """
    own = {index: one.result for index, one in enumerate(items)}
    added: dict[int, Result] = {}
    for indexes in _series(items):
        parts = [index for index in indexes if period_of(items[index].result.periode) is not None]
        years = [index for index in indexes if items[index].result.periode == ANNUAL]
        bare = [index for index in years if _is_bare(items[index])]
        if not parts or len(bare) < len(years):
            continue
        written = items[bare[0]].written if bare else None
        made = _year(items[parts[-1]], [items[index].result for index in parts], written)
        findings += _against([items[index] for index in parts])
        if bare:
            own[bare[0]] = made
        elif made.nilai is not None:
            added[parts[-1]] = made
        elif len(parts) >= _SEVERAL:
            findings += made.temuan
    results = tuple(own[index] for index in range(len(items)))
    return results, tuple(_in_order(results, added))


def _against(parts: Sequence[Computed]) -> Iterator[Finding]:
    """Yield what parts of a year say against each other, each at its cell."""
    written = {id(one.result): one.write for one in parts}
    for said in against_each_other(one.result for one in parts):
        yield said.found(written[id(said.result)]().locate(said.amount.pointer))


def _series(items: Sequence[Computed]) -> Iterable[list[int]]:
    """Return the numbers of the items of each indicator, region and year with parts of it."""
    parted = {
        _about(item.result)
        for item in items
        if item.result.periode != ANNUAL and period_of(item.result.periode) is not None
    }
    found: dict[tuple[str, str | None, int | None], list[int]] = {}
    for index, item in enumerate(items if parted else ()):
        result, about = item.result, _about(item.result)
        applies = result.indicator is not None and result.status is not Status.NOT_APPLICABLE
        if applies and about in parted:
            found.setdefault(about, []).append(index)
    return found.values()


def _about(result: Result) -> tuple[str, str | None, int | None]:
    return (result.kode, result.wilayah, result.tahun)


def _in_order(results: Sequence[Result], added: Mapping[int, Result]) -> Iterator[Result]:
    for index, result in enumerate(results):
        yield result
        if index in added:
            yield added[index]


def _is_bare(item: Computed) -> bool:
    """Say whether an item of a year says nothing but its target."""
    written = item.written
    # A row of a variable may stand there before its number.
    cells = (one for one in written.variabel.values() if one is not None)
    numbers = any(not isinstance(one, str) or one.strip() for one in cells)
    return not numbers and written.realisasi in (None, "") and written.capaian is None


def _year(part: Computed, parts: Sequence[Result], written: ItemInput | None) -> Result:
    """Return the result of a year, as far as its parts make one."""
    indicator = part.result.indicator
    assert indicator is not None  # noqa: S101 - results without a definition are left out
    made = year_numbers(indicator, parts)
    base = written or replace(part.written, target=None, predikat=None)
    item = replace(
        base,
        variabel=made.variabel,
        realisasi=made.realisasi,
        capaian=None,
        sebelumnya={},
        periode=ANNUAL,
        bagian=without_parts,
    )
    place = Place(berkas=base.berkas, baris=base.baris)
    missing = None if made.complete else why_no_year(part.result, made, place)
    year = result_of(indicator, item, made=made.complete)
    return year.covering(made.coverage, missing)


def why_no_year(part: Result, made: YearNumbers, place: Place) -> Finding:
    """Return why the year of a part has no value."""
    about = {"kode": part.kode, "wilayah": part.wilayah, "tahun": part.tahun}
    if made.why is not None:
        return kinds.YEAR_NEEDS_ITS_OWN_VALUE.at(place, value=part.kode, sebab=made.why, **about)
    missing = ", ".join(made.coverage.kurang) or sentences.computing.SOME_NUMBERS
    return kinds.YEAR_NOT_WHOLE.at(place, value=part.kode, kurang=missing, **about)


def items_over_time(results: Iterable[Result]) -> list[Result]:
    """Return one result for each indicator, region and year: that of the year, else the latest.

    Quarters of an indicator are one item over time, and not four.
    """
    found: dict[tuple[str, str | None, int | None], Result] = {}
    for result in results:
        key = (result.kode, result.wilayah, result.tahun)
        if key not in found or _end(result) >= _end(found[key]):
            found[key] = result
    return list(found.values())


def _end(result: Result) -> tuple[int, int]:
    """Return the last month of a result, and how many it holds."""
    months = months_of(result.periode)
    return months[-1], len(months)
