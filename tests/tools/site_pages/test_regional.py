"""The page of the indicators for one's own region: its shelves, and what its script knows."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings import Language
from tools.site_pages.regional import SHELVES, regional_page, shelves_of

DATA = re.compile(r'<script type="application/json">(.*?)</script>')


def data_of(text: str) -> dict[str, Any]:
    (written,) = DATA.findall(text)
    data: dict[str, Any] = json.loads(written)
    return data


def test_a_city_is_told_the_three_that_the_centre_asks_for(katalog: iku.Catalog) -> None:
    asked = shelves_of(katalog)["diarahkan"]
    assert [row.indicator.singkatan for row in asked] == ["IHaI", "IKN", "IKO"]
    assert all(row.levels == ("provinsi", "kabupaten", "kota") for row in asked)


def test_an_indicator_stands_on_one_shelf_at_each_level_where_it_can_be_used(
    katalog: iku.Catalog,
) -> None:
    shelves = shelves_of(katalog)
    placed = [
        (row.indicator.kode, level)
        for name in SHELVES
        for row in shelves[name]
        for level in row.levels
    ]
    assert len(set(placed)) == len(placed)
    usable = {
        (found.kode, level)
        for found in (katalog.versions(code)[-1] for code in katalog.codes)
        for level in ("provinsi", "kabupaten", "kota")
        if level in found.tingkat.berlaku and found.exists_at(level) and 2030 in found.berlaku
    }
    assert set(placed) == usable
    assert {row.indicator.status for row in shelves["usulan"]} == {"usulan"}
    assert "usulan" not in {row.indicator.status for row in shelves["terbit"]}


def test_a_row_says_whether_the_formula_is_published(katalog: iku.Catalog) -> None:
    rows = {row.indicator.kode: row for some in shelves_of(katalog).values() for row in some}
    assert rows["KBP-WAS-01"].released
    assert not rows["KBP-WAS-02"].released
    assert rows["KBP-ESB-02"].goals == {2025: "76,77", 2029: "78,25"}


@pytest.mark.parametrize("language", ["id", "en"])
def test_the_page_knows_every_region_and_every_value_taken(
    katalog: iku.Catalog, language: Language
) -> None:
    data = data_of(regional_page(katalog, load_regions(), language))
    assert len(data["wilayah"]) == 552
    assert ["62.71", "Kota Palangkaraya", "kota"] in data["wilayah"]
    taken = [
        (code, one.wilayah)
        for code in katalog.codes
        for one in katalog.nilai(code)
        if one.dipakai and one.bagian is None
    ]
    shown = [
        (code, region)
        for code, of in data["nilai"].items()
        for region, rows in of.items()
        for _ in rows
    ]
    assert sorted(shown) == sorted(taken)
    assert all(data["teks"].values())


def test_two_values_of_an_election_year_are_told_apart(katalog: iku.Catalog) -> None:
    found = data_of(regional_page(katalog, {}))["nilai"]["KBP-POL-02"]["31"]
    years = [year for year, _, _ in found]
    assert len(set(years)) == len(years)
    assert {"Pilpres 2024", "Pilkada 2024"} <= set(years)
