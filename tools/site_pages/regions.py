"""The page of published values by region: a map of provinces, a table of years, all of a region."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from kesbang_iku._records import dataclass
from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.findings import Language, localized
from kesbang_iku.findings.sentences import pages
from kesbang_iku.indicator.indicator import Indicator
from kesbang_iku.model.observation import Observation
from kesbang_iku.model.region import Region
from kesbang_iku.publish.pages.words import STANDINGS, WORDS, unit_name
from kesbang_iku.sources.resources import catalog_root
from tools.site_pages.writing import script_data, write

NAME: Final = "wilayah.md"
STEPS: Final = 5
"""Colours of the map, from the lowest value shown to the highest in equal steps."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A province on the map: its short name, and where its square stands."""

    kode: str
    label: str
    baris: int
    lajur: int


@dataclass(frozen=True, slots=True)
class Measured:
    """An indicator with the values that the catalog takes.

    Attributes:
        indicator: its newest version.
        rows: all values, a revised print behind the one before it.
        values: the last print of each, by region and then by year or edition; several where
            sources print different numbers.
    """

    indicator: Indicator
    rows: tuple[Observation, ...]
    values: Mapping[str, Mapping[str, Sequence[Observation]]]

    def count(self) -> int:
        """Return how many values there are."""
        return len(self.rows)

    @property
    def provinces(self) -> int:
        """How many provinces have a value."""
        return sum(_is_province(region) for region in self.values)

    @property
    def years(self) -> tuple[str, ...]:
        """The years, or editions, in which a province has a value, newest first."""
        known = {year for one, years in self.values.items() if _is_province(one) for year in years}
        return tuple(sorted(known, key=lambda year: (year[-4:], year), reverse=True))

    @property
    def fullest(self) -> str:
        """Of the years the one with most provinces, the newest of several."""
        count = {
            year: sum(year in years for one, years in self.values.items() if _is_province(one))
            for year in self.years
        }
        return max(self.years, key=lambda year: count[year], default="")


def regions_page(catalog: Catalog, regions: Mapping[str, Region], language: Language = "id") -> str:
    """Return the page of the published values of all regions.

    Args:
        catalog: the standard.
        regions: names of regions by code.
        language: language of the page.
    """
    measured = measured_of(catalog)
    shown = max(measured, key=lambda one: one.provinces)
    tiles = load_tiles()
    known = [code for code in regions if any(code in one.values for one in measured)]
    return write(
        "regions",
        language,
        measured=measured,
        shown=shown,
        year=shown.fullest,
        tiles=tiles,
        steps=steps_of(shown, tiles),
        names=names_of(tiles, regions),
        known=known,
        count=sum(map(Measured.count, measured)),
        latest=_latest,
        data=script_data(_data(measured, tiles, regions, shown, language)),
    )


def load_tiles() -> tuple[Tile, ...]:
    """Return the places of the provinces on the map.

    Raises:
        OSError: the file is missing.
        ValueError: a place is no number.
    """
    text = (catalog_root() / "petak-provinsi.csv").read_text(encoding="utf-8")
    return tuple(
        Tile(row["kode"], row["label"], int(row["baris"]), int(row["lajur"]))
        for row in csv.DictReader(text.splitlines())
    )


def names_of(tiles: Iterable[Tile], regions: Mapping[str, Region]) -> dict[str, str]:
    """Return what regions are called; a province that is not among them by its short name."""
    short = {one.kode: one.label for one in tiles}
    return {**short, **{code: one.nama for code, one in regions.items()}}


def steps_of(measured: Measured, tiles: Iterable[Tile]) -> dict[str, int]:
    """Return the colour of each province that has a value in the year shown, from 1 on."""
    found = {
        one.kode: measured.values[one.kode][measured.fullest][-1].eksak
        for one in tiles
        if measured.fullest in measured.values.get(one.kode, {})
    }
    low, high = min(found.values(), default=0), max(found.values(), default=0)
    width = (high - low) or 1
    return {
        code: min(STEPS, 1 + int((value - low) * STEPS / width)) for code, value in found.items()
    }


def _is_province(region: str) -> bool:
    return region != "0" and "." not in region


def measured_of(catalog: Catalog) -> list[Measured]:
    """Return the indicators of which the catalog takes values, in the order of their codes."""
    found: list[Measured] = []
    for code in catalog.codes:
        taken = [one for one in catalog.nilai(code) if one.dipakai and one.bagian is None]
        rows = tuple(sorted(taken, key=lambda one: one.revisi or 0))
        values: dict[str, dict[str, list[Observation]]] = {}
        for one in rows:
            same = values.setdefault(one.wilayah, {}).setdefault(_year(one), [])
            same[:] = [*([] if one.revisi else same), one]
        if rows:
            found.append(Measured(catalog.versions(code)[-1], rows, values))
    return found


def _year(one: Observation) -> str:
    """Return the year, or the edition where that says which of several in a year it is."""
    edition = one.edisi or ""
    return edition if edition.endswith(f" {one.tahun}") else str(one.tahun)


def _latest(values: Mapping[str, Sequence[Observation]]) -> tuple[str, Sequence[Observation]]:
    year = max(values, key=lambda year: (year[-4:], year))
    return year, values[year]


def _data(
    measured: Iterable[Measured],
    tiles: Iterable[Tile],
    regions: Mapping[str, Region],
    shown: Measured,
    language: Language,
) -> dict[str, object]:
    """Return what the script knows: names, values with their standing and source, its texts."""
    sources: dict[tuple[str, str], int] = {}
    values = {
        found.indicator.kode: [
            (
                one.wilayah,
                _year(one),
                localized(one.nilai, language),
                one.nilai,
                one.kedudukan,
                sources.setdefault((one.sumber, one.tautan or ""), len(sources)),
                one.revisi,
            )
            for one in found.rows
        ]
        for found in measured
    }
    t = pages.regions
    texts = {
        "pilih": t.CHOOSE, "indikator": t.INDICATOR, "tahun": WORDS["tahun"],
        "semua": t.ALL_REGIONS,
        "sumber": WORDS["sumber"], "nilai": WORDS["nilai_terbit"], "belum": t.NOT_READ,
        "tak_dikenal": pages.regional.UNKNOWN, "kosong": t.NONE, "dari": t.VALUES_OF,
        "hitung": t.COUNTED, "provinsi": t.PROVINCE, "cetakan": t.PRINT,
    }  # fmt: skip
    return {
        "bahasa": language,
        "teks": {key: text.plain(language) for key, text in texts.items()},
        "kedudukan": {key: text.plain(language) for key, text in STANDINGS.items()},
        "indikator": {
            found.indicator.kode: [
                found.indicator.title.plain(language),
                unit_name(found.indicator.satuan, language),
                found.fullest,
            ]
            for found in measured
        },
        "mula": shown.indicator.kode,
        "petak": [one.kode for one in tiles],
        "wilayah": names_of(tiles, regions),
        "sumber": list(sources),
        "nilai": values,
        "langkah": STEPS,
    }
