"""What files are judged by: definitions, regions, thresholds, and the day it is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.sources.data import load_data

if TYPE_CHECKING:
    from kesbang_iku.tables.context import NameCodes


@dataclass(frozen=True)
class Standard:
    """What files are judged by: definitions, regions, thresholds, and the day it is.

    ``names`` tells the codes that people decided for names.
    """

    katalog: Catalog
    regions: Regions
    checking: CheckingFile
    today: date
    names: NameCodes | None = None

    @classmethod
    def of(cls, katalog: Catalog, today: date, names: NameCodes | None = None) -> Standard:
        """Return a catalog with the package's own regions and thresholds."""
        checking = load_data("pemeriksaan.yaml", CheckingFile)
        return cls(katalog, load_regions(), checking, today, names)

    def decided(
        self, name: str, code: str | None, region: str | None, year: int | None
    ) -> str | None:
        """Return the code that was decided for a name, empty where it has none; else ``None``.

        A code of the standard that is written beside the name goes before any decision.
        """
        if self.names is None or (code is not None and code in self.katalog):
            return None
        return self.names(name, region, year)
