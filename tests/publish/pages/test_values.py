"""Published values: which one is the newest, and where each stands in a table."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.findings.sentences import pages
from kesbang_iku.model.definition import PublishedValue
from kesbang_iku.publish.pages.indicator import indicator_page
from kesbang_iku.publish.pages.values import newest_value, padded, sources_of, value_tables
from tests.composite_indicators import catalog

REGIONS = load_regions()


def value(region: str, year: int, number: int, *, replaced: bool = False) -> PublishedValue:
    return PublishedValue(
        wilayah=region,
        tahun=year,
        nilai=Fraction(number),
        kedudukan="resmi",
        sumber="BRS",
        digantikan=replaced,
    )


def test_the_nation_comes_before_a_region_with_a_newer_value() -> None:
    values = (value("62", 2025, 90), value("0", 2024, 79), value("0", 2023, 50))
    found = catalog()["KBP-POL-01"].model_copy(update={"deret": values})
    newest = newest_value([found], REGIONS)
    assert newest is not None
    assert (newest.value.tahun, int(newest.value.nilai), newest.regions) == (2024, 79, 1)
    assert newest.category == "sedang"


def test_a_value_that_was_printed_anew_is_not_shown() -> None:
    values = (value("0", 2024, 79, replaced=True),)
    found = catalog()["KBP-POL-01"].model_copy(update={"deret": values})
    assert newest_value([found]) is None
    assert list(value_tables(found, REGIONS)) == []
    assert sources_of(found) == []


def test_without_a_value_the_version_before_is_asked() -> None:
    versions = catalog().versions("KBP-WAS-01")[::-1]
    newest = newest_value(versions, REGIONS)
    assert not versions[0].deret
    assert newest is not None
    assert newest.indicator is versions[1]


def test_rows_of_a_table_share_one_axis() -> None:
    values = (value("11", 2024, 70), value("12", 2024, 80), value("13", 2023, 75))
    found = catalog()["KBP-POL-01"].model_copy(update={"deret": values})
    (table,) = value_tables(found, REGIONS)
    assert (int(table.low), int(table.high), list(table.years)) == (70, 80, [2023, 2024])
    places = {row.region: row.place for row in table.rows}
    assert places["Aceh"] < places["Sumatera Barat"] < places["Sumatera Utara"]
    assert places["Sumatera Barat"] == pytest.approx(0.5)


def test_every_value_of_the_catalog_stands_in_one_cell_with_its_source() -> None:
    for found in catalog():
        kept = [one for one in found.deret if not one.digantikan]
        cells = [
            one
            for table in value_tables(found, REGIONS)
            for row in table.rows
            for same in row.values.values()
            for one in same
        ]
        assert sorted(map(id, cells)) == sorted(map(id, kept)), found.kode
        assert {one.sumber for one in cells} == set(sources_of(found))


def test_two_sources_of_one_year_both_stand_in_its_cell_and_the_page_says_so() -> None:
    whole = catalog()
    text = indicator_page("KBP-POL-02", whole, regions=load_regions())
    (cell,) = re.findall(
        r"Pilkada gubernur \| Sulawesi Selatan \|(?:[^|]*\|)*?([^|]*71,49[^|]*)\|", text
    )
    assert re.fullmatch(
        r" <span class=\"angka\">71,49</span><sup>(\d+)\*</sup> / "
        r"<span class=\"angka\">71,5</span><sup>(?!\1)\d+\*</sup> ",
        cell,
    )
    assert text.count(pages.indicator.DISPUTED.plain("id")) == 1
    undisputed = indicator_page("KBP-POL-01", whole, regions=load_regions())
    assert pages.indicator.DISPUTED.plain("id") not in undisputed


@pytest.mark.parametrize(
    ("number", "shown"), [("72.1", "72.10"), ("72", "72.00"), ("72.125", "577/8")]
)
def test_decimals_are_filled_up_and_never_cut_off(number: str, shown: str) -> None:
    assert str(padded(Fraction(number), 2)) == shown
