"""The page of values by region: every value that is taken, on the map and in the list."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any, Final

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language
from tools.site_pages.regions import (
    STEPS,
    Measured,
    load_tiles,
    measured_of,
    regions_page,
    steps_of,
)

DATA: Final = re.compile(r'<script type="application/json">(.*?)</script>')


def _data(text: str) -> dict[str, Any]:
    (written,) = DATA.findall(text)
    data: dict[str, Any] = json.loads(written)
    return data


def _known(katalog: iku.Catalog) -> list[Measured]:
    return measured_of(katalog)


def test_every_province_has_one_square_and_no_two_share_one() -> None:
    provinces = {code for code, one in load_regions().items() if one.tingkat == "provinsi"}
    tiles = load_tiles()
    assert {one.kode for one in tiles} == provinces
    assert len({(one.baris, one.lajur) for one in tiles}) == len(tiles) == len(provinces)


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_script_knows_every_value_that_is_taken(
    katalog: iku.Catalog, language: Language
) -> None:
    data = _data(regions_page(katalog, load_regions(), language))
    taken = {
        (code, one.wilayah, one.nilai)
        for code in katalog.codes
        for one in katalog.nilai(code)
        if one.dipakai and one.bagian is None
    }
    known = {(code, row[0], row[3]) for code, rows in data["nilai"].items() for row in rows}
    assert known == taken
    assert {row[4] for rows in data["nilai"].values() for row in rows} <= set(data["kedudukan"])


def test_two_elections_of_a_year_stay_two_values(katalog: iku.Catalog) -> None:
    (turnout,) = [one for one in _known(katalog) if one.indicator.kode == "KBP-POL-02"]
    count = sum(one.dipakai and one.bagian is None for one in katalog.nilai("KBP-POL-02"))
    assert turnout.count() == count


def test_where_sources_differ_both_numbers_are_told(katalog: iku.Catalog) -> None:
    (turnout,) = [one for one in _known(katalog) if one.indicator.kode == "KBP-POL-02"]
    both = turnout.values["73"]["Pilgub 2024"]
    assert [one.nilai for one in both] == ["71.49", "71.5"]
    assert len({one.sumber for one in both}) == 2
    revised = turnout.values["0"]["Pilpres 2024"]
    assert [(one.nilai, one.revisi) for one in revised] == [("81.48", 2)]
    (line,) = [
        one for one in regions_page(katalog, load_regions()).splitlines() if 'id="d-73"' in one
    ]
    assert re.search(r"Pilgub 2024: 71,49 <span[^/]*</span> / 71,5 <span", line)


def test_the_list_has_each_region_with_its_newest_value(katalog: iku.Catalog) -> None:
    text = regions_page(katalog, load_regions())
    (line,) = [one for one in text.splitlines() if 'id="d-62"' in one]
    newest = max(
        (
            one
            for one in katalog.nilai("KBP-POL-01", wilayah="62")
            if one.dipakai and not one.bagian
        ),
        key=lambda one: one.tahun,
    )
    assert f"IDI {newest.tahun}: {newest.nilai.replace('.', ',')}" in line


def test_colours_go_from_the_lowest_value_to_the_highest(katalog: iku.Catalog) -> None:
    tiles = load_tiles()
    for one in _known(katalog):
        steps = steps_of(one, tiles)
        values: Mapping[str, Fraction] = {
            code: one.values[code][one.fullest][-1].eksak for code in steps
        }
        ordered = sorted(steps, key=lambda code: values[code])
        assert [steps[code] for code in ordered] == sorted(steps.values())
        assert set(steps.values()) <= set(range(1, STEPS + 1))


def test_the_page_is_made_of_a_catalog_without_names_of_regions(katalog: iku.Catalog) -> None:
    assert "Kalteng" in regions_page(katalog, {})
