"""What rules over plans look at: each indicator with its numbers, and its standard."""

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property
from operator import attrgetter
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.programs import Programs
from kesbang_iku.findings import Place
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.checking import CheckingFile, plain_words
from kesbang_iku.model.region import Region
from kesbang_iku.model.registers import Unit
from kesbang_iku.model.vocabulary import AdminLevel, Polarity
from kesbang_iku.sources.bracketed import value_of_year
from kesbang_iku.sources.numbers import Bound, CellValue, Number, Range
from kesbang_iku.sources.plans import LoadedPlan, LoadedPlanItem
from kesbang_iku.validation.rules.rule import NamedEntry, Rules
from kesbang_iku.validation.standard import Standard


@dataclass(frozen=True)
class PlanEntry(NamedEntry):
    """One indicator of a plan, its numbers read, and the standard's indicator it names."""

    loaded: LoadedPlanItem
    plan: LoadedPlan
    indicator: Indicator | None
    unit: Unit | None
    level: AdminLevel | None
    checking: CheckingFile

    @property
    def nama(self) -> str:
        """The name as written."""
        return self.loaded.item.nama

    def place(self, *pointer: str | int) -> Place:
        """Return where a part of the item stands."""
        return self.loaded.locate(pointer)

    @cached_property
    def readings(self) -> Mapping[int, CellValue | None]:
        """What each target holds, by year."""
        return self._read(self.loaded.item.target)

    @cached_property
    def targets(self) -> Mapping[int, Fraction]:
        """The targets that are one number, or a bound, by year."""
        return _numbers(self.readings)

    @cached_property
    def starts(self) -> Mapping[int, Fraction]:
        """The starting values that are one number, by year."""
        return _numbers(self._read(self.loaded.item.dasar))

    def ends(self, year: int) -> tuple[Fraction, ...]:
        """Return the numbers of a target: one, or the ends of a range."""
        content = self.readings.get(year)
        if isinstance(content, Range):
            return (content.low, content.high)
        return (content.value,) if isinstance(content, Number | Bound) else ()

    @property
    def last_start(self) -> tuple[int, Fraction] | None:
        """The newest starting value."""
        return max(self.starts.items()) if self.starts else None

    @property
    def polarity(self) -> Polarity | None:
        """The direction that the plan states."""
        return self.checking.kata.polarity(self.loaded.item.polaritas)

    @property
    def direction(self) -> Polarity | None:
        """The direction of the standard's indicator, else the one that the plan states."""
        return self.polarity if self.indicator is None else self.indicator.polaritas

    def _read(self, cells: Mapping[int, object]) -> Mapping[int, CellValue | None]:
        form = self.plan.plan.format_angka
        return {year: value_of_year(cell, year, form) for year, cell in sorted(cells.items())}


def _numbers(readings: Mapping[int, CellValue | None]) -> Mapping[int, Fraction]:
    return {
        year: content.value
        for year, content in readings.items()
        if isinstance(content, Number | Bound)
    }


@dataclass(frozen=True)
class PlanContext:
    """One plan, and what it is held against."""

    plan: LoadedPlan
    entries: tuple[PlanEntry, ...]
    katalog: Catalog
    programs: Programs
    checking: CheckingFile
    region: Region | None

    @property
    def level(self) -> AdminLevel | None:
        """The level of government of the region."""
        return None if self.region is None else self.region.tingkat

    @classmethod
    def of(
        cls,
        plan: LoadedPlan,
        standard: Standard,
        programs: Programs,
        names: Mapping[str, Indicator],
    ) -> "PlanContext":
        """Read the numbers of a plan and look up its indicators.

        Their code tells, else what was decided of their name, else a name that is exactly theirs.
        ``names`` are what :func:`names_of` tells of the catalog.
        """
        written = plan.plan.wilayah
        katalog, checking = standard.katalog, standard.checking
        region = None if written is None else standard.regions.find(written, sistem="kemendagri")[0]
        level = None if region is None else region.tingkat
        entries = []
        for loaded in plan.items:
            item = loaded.item
            found = names.get(plain_words(item.nama))
            first = min(item.target, default=None)
            place = None if region is None else region.kode
            decided = standard.decided(item.nama, item.kode, place, first)
            if decided is not None:
                found = katalog.get(decided)
            elif item.kode is not None and item.kode in katalog:
                found = katalog[item.kode]
            unit = None if item.satuan is None else katalog.tables.unit_spelled(item.satuan)
            entries.append(PlanEntry(loaded, plan, found, unit, level, checking))
        return cls(plan, tuple(entries), katalog, programs, checking, region)


def names_of(katalog: Catalog) -> Mapping[str, Indicator]:
    """Return the newest version of each indicator by its names, spelled plainly."""
    found: dict[str, Indicator] = {}
    for indicator in katalog:
        for name in (indicator.nama, *indicator.alias):
            found[plain_words(name)] = indicator
    return found


rule: Final = Rules[PlanContext, PlanEntry](attrgetter("entries"), __name__)
"""The rules over plans; most look at one indicator."""
