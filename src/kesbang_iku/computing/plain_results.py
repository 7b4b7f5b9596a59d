"""The results of items that are numbers and nothing else, an indicator at a time."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import repeat
from typing import NamedTuple

from kesbang_iku._later import Once
from kesbang_iku.findings.waiting import passed
from kesbang_iku.indicator.indicator import Indicator, Result
from kesbang_iku.indicator.plain_items import PlainValue, plain_values
from kesbang_iku.indicator.status import Status
from kesbang_iku.model.region import Region
from kesbang_iku.model.vocabulary import AdminLevel, NumberFormat
from kesbang_iku.sources.column_fitting import objects_of
from kesbang_iku.sources.reports import LoadedItem, LoadedReport

AppliesTo = Callable[[str, int], Indicator | None]
"""Tells the version of an indicator that applies in a year."""
_Plain = tuple[LoadedReport, Region | None, LoadedItem, list[Result | None], int]
"""An item of a report with its region, and where its result belongs: in a list, at an index."""
_About = tuple[int, AdminLevel | None, NumberFormat | None]
"""A year, a level of government, and how numbers are written."""
_ByCode = Once[str, list[_Plain] | None]


class _Group(NamedTuple):
    """Items that one version of an indicator is computed of at one level of government."""

    indicator: Indicator
    level: AdminLevel | None
    notation: NumberFormat | None
    items: list[_Plain]


def plain_results(
    reports: Iterable[tuple[LoadedReport, Region | None]], applying: AppliesTo
) -> list[list[Result | None]]:
    """Return, for each item of each report with its region, the result if it is a plain one."""
    made: list[list[Result | None]] = []
    groups = _Groups(applying)
    for loaded, region in reports:
        results: list[Result | None] = [None] * len(loaded.items)
        made.append(results)
        level = None if region is None else region.tingkat
        by_code = groups.of(loaded.report.tahun, level, loaded.report.format_angka)
        for index, item in enumerate(loaded.items):
            told = item.item
            beside = told.target, told.realisasi, told.capaian, told.predikat
            if beside == (None, None, None, None) and not told.sebelumnya:
                items = by_code[item.item.kode]
                if items is not None:
                    items.append((loaded, region, item, results, index))
    for group in passed(groups.found):
        for (*_, results, index), result in _results_of(group):
            results[index] = result
        group.items.clear()
    return made


class _Groups:
    """The groups that items belong to."""

    def __init__(self, applying: AppliesTo) -> None:
        self._applying = applying
        self._groups: dict[_About, _Group] = {}
        self._of = Once[_About, _ByCode](lambda about: Once(partial(self._items, about)))

    def of(self, year: int, level: AdminLevel | None, notation: NumberFormat | None) -> _ByCode:
        """Return the items of the groups of a year, by code."""
        return self._of[year, level, notation]

    @property
    def found(self) -> list[_Group]:
        """Each group once: years in which the same version applies have one."""
        return [*self._groups.values()]

    def _items(self, about: _About, kode: str) -> list[_Plain] | None:
        """Return the items of the group of a code, ``None`` where no indicator applies."""
        year, level, notation = about
        indicator = self._applying(kode, year)
        if indicator is None or not (level is None or indicator.exists_at(level)):
            return None
        same = (id(indicator), level, notation)
        return self._groups.setdefault(same, _Group(indicator, level, notation, [])).items


def _results_of(group: _Group) -> Iterator[tuple[_Plain, Result]]:
    variables = [item.item.variabel for _, _, item, *_ in group.items]
    values = plain_values(group.indicator.engine, variables, group.level, group.notation)
    plain = [one for one, value in zip(group.items, values, strict=True) if value is not None]
    results = _made(group, plain, [value for value in values if value is not None])
    return zip(plain, results, strict=True)


def _made(group: _Group, plain: Sequence[_Plain], values: Sequence[PlainValue]) -> list[Result]:
    """Return a result for each item; what is no attribute of it has the default of the class."""
    if not plain:
        return []
    indicator = group.indicator
    loaded, regions, items, *_ = zip(*plain, strict=True)
    reports = [one.report for one in loaded]
    masukan, exact, published, origin, category = zip(*values, strict=True)
    return objects_of(
        Result,
        len(plain),
        kode=repeat(indicator.kode),
        versi=repeat(indicator.versi),
        satuan=repeat(indicator.satuan),
        status=repeat(Status.COMPLETE),
        wilayah=[
            report.wilayah if region is None else region.kode
            for report, region in zip(reports, regions, strict=True)
        ],
        tingkat=repeat(group.level),
        tahun=[report.tahun for report in reports],
        periode=[report.periode for report in reports],
        asal=origin,
        nilai=published,
        nilai_eksak=exact,
        kategori=category,
        masukan=masukan,
        sebelumnya=repeat({}),
        berkas=[one.berkas for one in items],
        baris=[one.baris for one in items],
        nama=repeat(indicator.engine.name),
        nama_wilayah=[None if region is None else region.nama for region in regions],
        indicator=repeat(indicator),
    )
