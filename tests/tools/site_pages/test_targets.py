"""The page of national targets says what the catalog says, indicator by indicator."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.model.definition import NationalTarget
from kesbang_iku.publish.pages.words import goal_text
from tests.composite_indicators import catalog
from tools.site_pages.targets import targets_page


def test_every_indicator_with_national_targets_is_listed_with_its_source() -> None:
    text = targets_page(catalog())
    with_targets = [found for found in catalog() if found.official_targets]
    assert with_targets
    for found in with_targets:
        assert text.count(f"| `{found.kode}` |") == 1
        assert any("sasaran_nasional" in source.untuk for source in found.sumber)
        assert f"**{found.kode}**" in text.partition("## Sumber")[2]


def test_a_range_a_value_and_a_direction_are_shown_in_the_columns_of_their_years() -> None:
    text = targets_page(catalog())
    assert "| Indikator | Satuan | Polaritas | 2025 | 2029 |" in text
    assert '| indeks | ↑ naik | <span class="angka">81,69–85,23</span>' in text
    assert '| persen | ↓ turun | <span class="angka">1,70</span>' in text


def test_english_numbers_have_a_point() -> None:
    assert ">81.69–85.23<" in targets_page(catalog(), "en")


def test_a_dimension_has_a_row_of_its_own() -> None:
    index = catalog()["KBP-POL-01"]
    dimension = NationalTarget(tahun=2025, dimensi="baru", nilai=Fraction(80))
    changed = index.model_copy(update={"sasaran_nasional": (*index.sasaran_nasional, dimension)})
    text = targets_page(catalog().where((changed,)))
    assert text.count("| `KBP-POL-01` |") == 2
    (line,) = [one for one in text.splitlines() if ", dimensi baru | indeks" in one]
    assert re.findall('"angka">([^<]*)<', line) == ["80,00", "–"]


def test_each_target_is_drawn_beside_the_values() -> None:
    text = targets_page(catalog(), regions=load_regions())
    drawn = text.partition("## Nilai dan sasaran")[2].partition("## Sumber")[0]
    assert drawn.count("<figure") == 3  # of one index only one value is known
    assert "### Indeks Demokrasi Indonesia" in drawn


@pytest.mark.parametrize(
    ("goal", "shown"),
    [
        (NationalTarget(tahun=2025, nilai=Fraction(5, 2)), "2,50"),
        (NationalTarget(tahun=2025, min=Fraction(1), maks=Fraction(2)), "1,00–2,00"),
        (NationalTarget(tahun=2025, min=Fraction(1)), "≥ 1,00"),
        (NationalTarget(tahun=2025, maks=Fraction(2)), "≤ 2,00"),
    ],
)
def test_a_target_is_a_value_a_range_or_a_bound(goal: NationalTarget, shown: str) -> None:
    assert goal_text(goal, "id", 2) == shown
