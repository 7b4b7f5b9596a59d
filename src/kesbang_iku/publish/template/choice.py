"""Which indicators a workbook to fill in has, and in which periods they are reported."""

from collections.abc import Iterable

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.model.periods import ANNUAL, PARTS, Period
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.data import load_data


def chosen(
    catalog: Catalog, level: AdminLevel, year: int, codes: Iterable[str]
) -> tuple[Indicator, ...]:
    """Return the indicators of a level and year: what the centre asks for, official ones, others.

    Args:
        catalog: the catalog.
        level: the level of government of the region.
        year: the year of the report.
        codes: those that are chosen besides; one that does not apply is left out.
    """
    fitting = {found.kode: found for found in catalog if fits(found, level, year)}
    asked = directed(level)
    official = [code for code, found in fitting.items() if found.status == "resmi"]
    order = dict.fromkeys((*asked, *official, *codes))
    return tuple(fitting[code] for code in order if code in fitting)


def directed(level: AdminLevel | None = None) -> list[str]:
    """Return the codes that the centre asks for at a level, or at any."""
    asked = load_data("penyelarasan.yaml", MatchingFile).asked
    return [code for code, levels in asked.items() if level in {None, *levels}]


def fits(indicator: Indicator, level: AdminLevel, year: int) -> bool:
    """Say whether an indicator may be used, and has values, at a level in a year."""
    used = level in indicator.tingkat.berlaku and indicator.exists_at(level)
    return used and year in indicator.berlaku


def periods(indicator: Indicator) -> tuple[str, ...]:
    """Return the periods that an indicator is reported for, parts of the year before the year."""
    kind = indicator.frekuensi.removesuffix("an")
    count = PARTS.get(kind, 0)
    return (*(Period(kind, number).written for number in range(1, count + 1)), ANNUAL)


def makes_year(indicator: Indicator) -> bool:
    """Say whether the numbers of the parts of a year give those of the year."""
    made_of = map(indicator.variables_by_name.__getitem__, indicator.engine.computed_from)
    return len(periods(indicator)) > 1 and all(one.agregasi.waktu != "tidak" for one in made_of)
