"""Which indicators, and which years of a plan, a file to fill in is given."""

from collections.abc import Iterable, Iterator
from typing import Final

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.cli.catalogs import versions
from kesbang_iku.cli.session import CannotRunError
from kesbang_iku.findings.sentences import commands
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.model.region import Region
from kesbang_iku.publish.template.choice import chosen, fits
from kesbang_iku.sources.data import load_data

_MOST_YEARS: Final = 16
"""So many years of targets fit beside each other."""


def plan_years(first: int | None, last: int | None) -> tuple[int, int]:
    """Return the first and the last year of a plan: of the national planning, where not told.

    Raises:
        CannotRunError: the last one comes before the first, or too long after it.
    """
    limits = load_data("pemeriksaan.yaml", CheckingFile).ambang
    first = first or limits.horizon_mulai.whole
    last = last or limits.horizon_selesai.whole
    if not first <= last < first + _MOST_YEARS:
        said = commands.template.NO_YEARS
        raise CannotRunError(said, mulai=first, selesai=last, banyak=_MOST_YEARS)
    return first, last


def indicators_for(
    catalog: Catalog, region: Region, year: int, references: Iterable[str]
) -> tuple[Indicator, ...]:
    """Return the indicators of a region and year, those that were asked for among them.

    Raises:
        CannotRunError: one is unknown, or is not of this level or year; or there is none.
    """
    codes = [*_codes(catalog, region, year, references)]
    found = chosen(catalog, region.tingkat, year, codes)
    if not found:
        raise CannotRunError(commands.template.NOTHING, wilayah=region.nama, tahun=year)
    return found


def _codes(catalog: Catalog, region: Region, year: int, references: Iterable[str]) -> Iterator[str]:
    for reference in references:
        found = versions(catalog, reference)
        kode = found[0].kode
        if not any(fits(one, region.tingkat, year) for one in found):
            raise CannotRunError(
                commands.template.NOT_HERE,
                kode=kode,
                wilayah=region.nama,
                tingkat=region.tingkat,
                tahun=year,
            )
        yield kode
