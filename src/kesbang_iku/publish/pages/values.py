"""Published values as a page shows them: the newest one, and all of them by region and year."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.charts.common import Axis, around
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.definition import Definition, PublishedValue
from kesbang_iku.model.region import Region

NATION: Final = "0"
NO_REGIONS: Final[Mapping[str, Region]] = {}


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest value of an indicator, the nation's before that of regions.

    Attributes:
        indicator: the version it belongs to.
        value: the value.
        category: its class.
        regions: of how many regions that version has values, beside the nation.
    """

    indicator: Indicator
    value: PublishedValue
    category: str | None
    regions: int


@dataclass(frozen=True, slots=True)
class ValueRow:
    """The values of a region, or of a dimension there, by year; ``place`` is that of the newest.

    It goes from 0 to 1 on the axis that all rows of a table share. Where sources print different
    numbers of one year, all of them are its values.
    """

    region: str
    dimension: str | None
    values: Mapping[int, Sequence[PublishedValue]]
    place: float


@dataclass(frozen=True, slots=True)
class ValueTable:
    """Rows of one kind, the years in which any has a value, and the ends of their axis."""

    rows: Sequence[ValueRow]
    years: Sequence[int]
    low: Fraction
    high: Fraction

    @property
    def disputed(self) -> bool:
        """Whether sources print different numbers of one year."""
        return any(len(found) > 1 for row in self.rows for found in row.values.values())


def newest_value(
    versions: Iterable[Indicator], regions: Mapping[str, Region] = NO_REGIONS
) -> Newest | None:
    """Return the newest published value of an indicator as a whole, of its newest such version.

    Args:
        versions: the versions, newest first.
        regions: the regions by code, for classes that differ by level.
    """
    for found in versions:
        values = [one for one in found.deret if one.dimensi is None and not one.digantikan]
        if not values:
            continue
        value = max(values, key=lambda one: (one.wilayah == NATION, one.tahun))
        region = regions.get(value.wilayah)
        scale = found.engine.tables.scales.get(
            found.category_scale(region.tingkat if region else None) or ""
        )
        others = {one.wilayah for one in values} - {NATION}
        category = scale.classify(value.nilai) if scale else None
        return Newest(found, value, category, len(others))
    return None


def value_tables(definition: Definition, regions: Mapping[str, Region]) -> Iterator[ValueTable]:
    """Yield the values of the indicator by region, then those of its dimensions."""
    kept = [one for one in definition.deret if not one.digantikan]
    for parts in (False, True):
        values = [one for one in kept if (one.dimensi is not None) == parts]
        if values:
            yield _table(values, regions)


def sources_of(definition: Definition) -> list[str]:
    """Return the documents of the published values, each once; their place is their number."""
    return list(dict.fromkeys(one.sumber for one in definition.deret if not one.digantikan))


def padded(value: Fraction, decimals: int) -> object:
    """Return ``value`` with the decimals of its indicator where they hold it whole."""
    rounded = round_half_up(value, decimals)
    return rounded if Fraction(rounded) == value else value


def _table(values: Sequence[PublishedValue], regions: Mapping[str, Region]) -> ValueTable:
    rows: dict[tuple[str, str], dict[int, list[PublishedValue]]] = {}
    for one in sorted(values, key=lambda one: one.tahun):
        years_of = rows.setdefault((one.dimensi or "", one.wilayah), {})
        years_of.setdefault(one.tahun, []).append(one)
    newest = [list(found.values())[-1][-1].nilai for found in rows.values()]
    axis = Axis(*around(newest, margin=Fraction(1, 20)), 0, 1)
    made = [
        ValueRow(
            regions[code].nama if code in regions else code,
            dimension or None,
            found,
            axis.at(list(found.values())[-1][-1].nilai),
        )
        for (dimension, code), found in sorted(rows.items())
    ]
    years = sorted({one.tahun for one in values})
    return ValueTable(made, years, min(newest), max(newest))
