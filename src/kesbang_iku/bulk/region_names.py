"""What a table calls regions: by their codes, or otherwise, of which something is to be said."""

from collections.abc import Mapping, Sequence
from typing import Self

import narwhals.stable.v2 as nw

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.bulk.indicator_columns import LevelCodes, Said
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.computing.reports import compute
from kesbang_iku.model.report import LAST_YEAR
from kesbang_iku.model.vocabulary import AdminLevel
from kesbang_iku.sources.personal import hide_numbers


@dataclass(frozen=True, slots=True)
class RegionNames:
    """The regions of a table.

    Attributes:
        levels: their names, by their level.
        others: what is said of those that are not named by their codes, whatever the year.
        starts: the year in which a name begins to be one, where that is known.
        called: what the regions are called, by their names in the table.
    """

    levels: LevelCodes
    others: Mapping[str, tuple[str, ...]]
    starts: Mapping[str, int]
    called: Mapping[str, str]

    @classmethod
    def of(
        cls, known: LevelCodes, others: Sequence[str], catalog: Catalog, regions: Regions
    ) -> Self:
        """Ask the exact engine about the names that are no codes.

        Args:
            known: the codes of the regions of whose code nothing is to be said, by level.
            others: the other names.
            catalog: the standard.
            regions: the register of regions.
        """
        levels: dict[AdminLevel | None, list[str]] = {one: [*known[one]] for one in known}
        read = {code: code for codes in known.values() for code in codes}
        said: dict[str, tuple[str, ...]] = {}
        told = {"tahun": LAST_YEAR, "kode": next(iter(catalog.by_code), "")}
        for name in others:
            results = compute([{**told, "wilayah": name}], catalog, regions=regions)
            # What is no region at all, or may be the number of a person, is read row by row.
            if results.per_butir and hide_numbers(name) == name:
                (one,) = results.per_butir
                levels.setdefault(one.tingkat, []).append(name)
                said[name] = tuple(sorted({found.kode for found in results.temuan}))
                read[name] = one.wilayah or ""
        found = {name: regions.get(code) for name, code in read.items()}
        starts = {
            name: one.berlaku.mulai
            for name, one in found.items()
            if one is not None and one.berlaku.mulai is not None
        }
        called = {name: one.nama for name, one in found.items() if one is not None}
        return cls({one: tuple(names) for one, names in levels.items()}, said, starts, called)

    def said(self) -> Sequence[Said]:
        """Return what is said of those that are not named by their codes."""
        found = grouped((codes, name) for name, codes in self.others.items() if codes)
        return [Said(codes, nw.col("wilayah").is_in(names)) for codes, names in found.items()]

    def late(self, years: Mapping[object, int]) -> Mapping[str, int]:
        """Return the years regions began in after the first of some, told as they are written."""
        first = min(years.values(), default=LAST_YEAR)
        return {name: start for name, start in self.starts.items() if start > first}
