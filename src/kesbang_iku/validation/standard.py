"""What files are judged by: definitions, regions, thresholds, and the day it is."""

from __future__ import annotations

from datetime import date

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.regions import Regions, load_regions
from kesbang_iku.model.checking import CheckingFile
from kesbang_iku.sources.data import load_data


@dataclass(frozen=True)
class Standard:
    """What files are judged by: definitions, regions, thresholds, and the day it is."""

    katalog: Catalog
    regions: Regions
    checking: CheckingFile
    today: date

    @classmethod
    def of(cls, katalog: Catalog, today: date) -> Standard:
        """Return a catalog with the package's own regions and thresholds."""
        return cls(katalog, load_regions(), load_data("pemeriksaan.yaml", CheckingFile), today)
