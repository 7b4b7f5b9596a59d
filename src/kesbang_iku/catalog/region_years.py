"""The regions as they were in one year: which there were, and what each of them lay in."""

from collections.abc import Mapping
from functools import cached_property

from kesbang_iku._grouped import grouped
from kesbang_iku._records import dataclass
from kesbang_iku.catalog.regions import Regions
from kesbang_iku.model.region import Region


@dataclass(frozen=True)
class RegionsOfYear:
    """The regions of one year.

    A kabupaten whose province is younger than that year lay in the one it was taken from; a region
    whose beginning is not known was always there.
    """

    regions: Regions
    year: int

    @cached_property
    def around(self) -> Mapping[str, str]:
        """The code of the region that each region of the year lay in, but for the nation."""
        found = {}
        for region in self.regions.values():
            if region.induk is not None and self.year in region.berlaku:
                induk = self._older(region.induk)
                if induk is not None:
                    found[region.kode] = induk
        return found

    @cached_property
    def _within(self) -> Mapping[str, list[Region]]:
        return grouped((induk, self.regions[code]) for code, induk in self.around.items())

    def within(self, code: str) -> tuple[Region, ...]:
        """Return the regions directly below ``code`` in that year, in the order of their codes."""
        return tuple(self._within.get(code, ()))

    def is_new(self, code: str) -> bool:
        """Say whether a region was established in that very year."""
        return self.regions[code].berlaku.mulai == self.year

    def is_split(self, code: str) -> bool:
        """Say whether a region was established, or another one taken from it, in that year."""
        return self.is_new(code) or any(
            self.is_new(one.kode) for one in self.regions.split_from(code)
        )

    def _older(self, code: str) -> str | None:
        """Return a region of the year: the one of that code, or the one it was taken from."""
        seen = set()
        while code in self.regions and code not in seen:
            region = self.regions[code]
            if self.year in region.berlaku:
                return code
            if len(region.dari) != 1:
                return None
            seen.add(code)
            code = region.dari[0]
        return None
