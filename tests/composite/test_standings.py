"""Regions side by side: shared ranks, and bands where a rank is not sure."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.composite import standings_of

KATALOG = iku.load_catalog()


def printed(code: str, *values: str) -> list[iku.Result]:
    return [
        KATALOG[code].compute(realisasi=value, wilayah=f"34.0{number}", tahun=2025)
        for number, value in enumerate(values, 1)
    ]


def ranks(results: list[iku.Result]) -> list[tuple[str, int, int, int]]:
    found = standings_of(results, "34")
    assert found is not None
    return [(one.wilayah, one.peringkat, one.terbaik, one.terburuk) for one in found.wilayah]


def test_regions_that_are_tied_share_a_rank() -> None:
    assert ranks(printed("KBP-WAS-02", "75,00", "80,00", "75,00", "60,00")) == [
        ("34.02", 1, 1, 1),
        ("34.01", 2, 2, 3),
        ("34.03", 2, 2, 3),
        ("34.04", 4, 4, 4),
    ]


def test_a_print_with_few_digits_may_stand_for_a_better_one() -> None:
    assert ranks(printed("KBP-WAS-02", "80,1", "80,12", "70")) == [
        ("34.02", 1, 1, 2),
        ("34.01", 2, 1, 2),
        ("34.03", 3, 3, 3),
    ]


def test_what_was_computed_is_sure() -> None:
    share = KATALOG["KBP-WAS-02"]
    results = [
        share.compute({"konflik_diselesaikan": done, "konflik": 20}, wilayah=code, tahun=2025)
        for code, done in (("34.01", 15), ("34.02", 16))
    ]
    assert ranks(results) == [("34.02", 1, 1, 1), ("34.01", 2, 2, 2)]


def test_fewer_is_better_where_the_standard_says_so() -> None:
    assert [one[0] for one in ranks(printed("KBP-WAS-09", "3", "1", "2"))] == [
        "34.02",
        "34.03",
        "34.01",
    ]


def test_a_region_without_a_value_has_no_rank_and_says_why() -> None:
    share = KATALOG["KBP-WAS-02"]
    none = share.compute({"konflik_diselesaikan": 0, "konflik": 0}, wilayah="34.04", tahun=2025)
    found = standings_of([*printed("KBP-WAS-02", "75", "80"), none])
    assert found is not None
    assert [one.wilayah for one in found.wilayah] == ["34.02", "34.01"]
    assert "tidak terdefinisi" in found.tanpa_peringkat["34.04"].id


def test_one_region_alone_is_not_compared() -> None:
    assert standings_of(printed("KBP-WAS-02", "75")) is None


def test_a_composite_tells_the_ranks_under_other_weights() -> None:
    pytest.importorskip("numpy")
    index = KATALOG["KBP-ESB-02"]
    parts = {
        "11": {"toleransi": 90, "kesetaraan": 70, "kerja_sama": 70},
        "12": {"toleransi": 70, "kesetaraan": 90, "kerja_sama": 70},
        "13": {"toleransi": 20, "kesetaraan": 20, "kerja_sama": 20},
    }
    results = [index.compute(values, wilayah=code, tahun=2025) for code, values in parts.items()]
    found = standings_of(results)
    assert found is not None
    assert found.pita == "bobot"
    by_code = {one.wilayah: one for one in found.wilayah}
    assert not by_code["11"].pasti
    assert not by_code["12"].pasti
    assert by_code["13"].pasti
