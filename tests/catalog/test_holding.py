"""What a program gives an indicator is held as a report's would be: nothing of it is silent."""

from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest

import kesbang_iku as iku
from kesbang_iku.findings import kinds
from kesbang_iku.indicator.indicator import Indicator

_CONFLICTS = {"konflik_diselesaikan": 17, "konflik": 20}


def _said(result: iku.Result) -> list[str]:
    return [finding.kode for finding in result.temuan]


def _conflicts(katalog: iku.Catalog, **given: Any) -> iku.Result:  # noqa: ANN401  # whatever a program gives
    return katalog["KBP-WAS-02"].compute(_CONFLICTS, **given)


def test_what_is_right_is_kept_and_the_level_follows_from_the_region(katalog: iku.Catalog) -> None:
    result = _conflicts(katalog, wilayah="62.71", tahun=2024, periode="triwulan-1")
    assert (result.wilayah, result.tingkat, result.tahun) == ("62.71", "kota", 2024)
    assert result.periode == "triwulan-1"
    assert result.nama_wilayah == "Kota Palangkaraya"
    assert _said(result) == []


def test_a_scale_of_a_level_is_found_by_the_region(katalog: iku.Catalog) -> None:
    result = katalog["KBP-POL-05"].compute({"nilai_rilis": 40}, wilayah="62.71")
    assert result.kategori == "sedang"


@pytest.mark.parametrize(
    ("wilayah", "code"),
    [
        ("99.99", kinds.UNKNOWN_REGION),
        ("Palangka Raya", kinds.NAME_FOR_CODE),
        ("11.1", kinds.DAMAGED_CODE),
        ("6271", kinds.NORMALISED_CODE),
        ("9501", kinds.CODE_OF_OTHER_SYSTEM),
        ("92.01", kinds.RENUMBERED_REGION),
    ],
)
def test_a_region_is_held_as_in_a_report(
    katalog: iku.Catalog, wilayah: str, code: iku.findings.FindingKind
) -> None:
    result = _conflicts(katalog, wilayah=wilayah)
    assert _said(result) == [code.code]
    assert str(result.nilai) == "85.00"


@pytest.mark.parametrize(
    "given",
    [
        {"tahun": 1800},
        {"tahun": 2024.5},
        {"tahun": "dua ribu"},
        {"periode": "TW I"},
        {"periode": "triwulan-5"},
        {"tingkat": "Kabupaten"},
        {"wilayah": 62},
    ],
)
def test_what_has_no_form_is_refused(katalog: iku.Catalog, given: dict[str, object]) -> None:
    result = _conflicts(katalog, **given)
    assert result.status is iku.Status.REJECTED
    assert result.nilai is None
    assert _said(result) == [kinds.WRONG_VALUE.code]


def test_the_parts_of_what_was_refused_that_have_their_form_are_kept(katalog: iku.Catalog) -> None:
    result = _conflicts(katalog, wilayah="62", tahun=2024, periode="TW I")
    assert (result.wilayah, result.tahun, result.periode) == ("62", 2024, "tahunan")


def test_a_year_in_words_of_digits_is_that_year(katalog: iku.Catalog) -> None:
    assert _conflicts(katalog, tahun="2024").tahun == 2024


def test_a_version_is_not_computed_for_the_years_of_another_one(katalog: iku.Catalog) -> None:
    result = katalog["KBP-POL-02"].compute({}, tahun=2019)
    assert result.status is iku.Status.NOT_APPLICABLE
    assert _said(result) == [kinds.VERSION_OF_OTHER_YEARS.code]
    assert katalog.in_force(2019)["KBP-POL-02"].compute({}, tahun=2019).temuan != result.temuan


def test_an_index_of_provinces_has_no_value_of_a_kota(katalog: iku.Catalog) -> None:
    result = katalog["KBP-POL-01"].compute({"nilai_rilis": 80}, wilayah="62.71")
    assert result.status is iku.Status.NOT_APPLICABLE
    assert _said(result) == [kinds.NOT_ESTIMATED.code]
    assert result.why is not None


def test_a_level_that_contradicts_the_region_is_said_and_not_taken(katalog: iku.Catalog) -> None:
    result = _conflicts(katalog, wilayah="62", tingkat="kota")
    assert _said(result) == [kinds.LEVEL_OF_OTHER_REGION.code]
    assert result.tingkat == "provinsi"


def test_a_region_has_no_value_of_a_year_before_it_existed(katalog: iku.Catalog) -> None:
    assert _said(_conflicts(katalog, wilayah="32.18", tahun=2010)) == [kinds.BEFORE_REGION.code]
    assert _said(_conflicts(katalog, wilayah="32.18", tahun=2012)) == []
    assert _said(_conflicts(katalog, wilayah="31", tahun=1950)) == []


def test_copies_hold_what_they_are_given(katalog: iku.Catalog) -> None:
    indicator = katalog["KBP-WAS-02"]
    for same in (copy.copy(indicator), pickle.loads(pickle.dumps(indicator))):  # noqa: S301  # our own
        assert isinstance(same, Indicator)
        assert _said(same.compute(_CONFLICTS, wilayah="99.99")) == [kinds.UNKNOWN_REGION.code]


def test_an_indicator_of_no_catalog_takes_what_it_is_given(katalog: iku.Catalog) -> None:
    content = katalog["KBP-WAS-02"].model_dump(exclude={"deret"})
    alone = Indicator.model_validate(content).with_tables(katalog.tables)
    assert alone.compute(_CONFLICTS, wilayah="lain", tahun=1800).temuan == ()


def test_an_index_measured_once_a_year_has_no_quarters(katalog: iku.Catalog) -> None:
    index, parts = katalog["KBP-POL-01"], {"kebebasan": 70, "kesetaraan": 60, "kapasitas": 70}
    quarter = index.compute(parts, wilayah="62", tahun=2024, periode="triwulan-1")
    assert _said(quarter) == ["IKU437"]
    assert _said(index.compute(parts, wilayah="62", tahun=2024)) == []
    assert _said(_conflicts(katalog, wilayah="62", tahun=2024, periode="triwulan-1")) == []
