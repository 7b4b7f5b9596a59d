"""Laws of rolling up: whatever the order, the steps and the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Any, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.catalog.region_years import RegionsOfYear
from kesbang_iku.catalog.regions import load_regions

KATALOG: Final = iku.load_catalog()
SHARE: Final = "KBP-WAS-02"
SURVEY: Final = "KBP-UMM-01"
REGIONS: Final = ("34.01", "34.02", "34.71", "11.01", "11.02", "93.01", "31.71")
QUARTERS: Final = tuple(f"triwulan-{number}" for number in range(1, 5))
Row = dict[str, Any]
Numbers = tuple[int, int]

numbers = st.tuples(st.integers(0, 50), st.integers(0, 50)).map(lambda two: (min(two), max(two)))


def item(region: str, done: Numbers, period: str = "tahunan", year: int = 2024) -> Row:
    key = {"wilayah": region, "tahun": year, "periode": period, "kode": SHARE}
    return {**key, "konflik_diselesaikan": done[0], "konflik": done[1]}


def added(results: Sequence[iku.Result], name: str) -> Fraction:
    return sum((Fraction(one.masukan[name]) for one in results), Fraction(0))


@given(st.dictionaries(st.sampled_from(REGIONS), numbers, min_size=1))
def test_two_steps_give_what_one_does(reported: dict[str, Numbers]) -> None:
    rows = [item(region, done) for region, done in reported.items()]
    provinces = iku.rollup(rows, KATALOG, ke="provinsi")
    (nation,) = iku.rollup(rows, KATALOG, ke="0")
    for name in ("konflik_diselesaikan", "konflik"):
        assert added(provinces, name) == nation.masukan[name]
    assert nation.cakupan is not None
    covered = [one.cakupan for one in provinces if one.cakupan is not None]
    assert sum(one.melapor for one in covered) == nation.cakupan.melapor == len(rows)
    missing = {code for one in covered for code in one.kurang}
    assert missing <= {*nation.cakupan.kurang}
    assert all(one.melapor + len(one.kurang) == one.seharusnya for one in covered)


@given(st.data())
def test_the_order_of_reports_does_not_matter(data: st.DataObject) -> None:
    rows = [
        item(region, data.draw(numbers), period)
        for region in REGIONS[:4]
        for period in ("tahunan", *QUARTERS[:2])
    ]
    shuffled = data.draw(st.permutations(rows))
    ke, waktu = data.draw(st.sampled_from([(None, None), ("0", None), ("provinsi", "tahunan")]))
    one = iku.rollup(rows, KATALOG, ke=ke, waktu=waktu)
    other = iku.rollup(shuffled, KATALOG, ke=ke, waktu=waktu)
    assert [_told(result) for result in one] == [_told(result) for result in other]
    assert sorted(map(str, one.semua_temuan)) == sorted(map(str, other.semua_temuan))


@pytest.mark.parametrize(("ke", "waktu"), [(None, None), ("0", None), ("provinsi", "tahunan")])
def test_the_order_of_reports_of_nothing_does_not_matter(ke: str | None, waktu: str | None) -> None:
    rows = [
        item(region, numbers, period)
        for region, numbers in zip(REGIONS, ((0, 0), (0, 3), (0, 0)), strict=False)
        for period in ("tahunan", *QUARTERS[:2])
    ]
    rows[1] = item(REGIONS[0], (2, 5), QUARTERS[0])
    one, other = (iku.rollup(some, KATALOG, ke=ke, waktu=waktu) for some in (rows, rows[::-1]))
    assert [_told(result) for result in one] == [_told(result) for result in other]
    assert sorted(map(str, one.semua_temuan)) == sorted(map(str, other.semua_temuan))


def test_of_several_alike_the_same_is_named_whatever_the_order_of_the_files() -> None:
    rows = "wilayah,tahun,periode,kode,konflik\n34.01,2024,tahunan,KBP-WAS-09,{}\n"
    rows += "34.01,2024,triwulan-1,KBP-WAS-09,9\n"
    one, other = (iku.read_reports(rows.format(5).encode(), name=name) for name in "ab")
    for files in (one + other, other + one):
        (year,) = iku.rollup(files, KATALOG, waktu="tahunan")
        (found,) = [told for told in year.temuan if told.kode == "IKU443"]
        assert (found.place.berkas, found.place.baris) == ("a", 3)


def test_what_is_told_twice_otherwise_proves_nothing_of_the_year() -> None:
    parts = [
        item("34.01", (0, one), period) for one, period in zip((5, 5, 5, 6), QUARTERS, strict=True)
    ]
    rows = [item("34.01", (0, 30)), *parts]
    twice = [*rows, item("34.01", (0, 9), QUARTERS[0])]
    said = [
        {found.kode for year in iku.rollup(some, KATALOG, waktu="tahunan") for found in year.temuan}
        for some in (rows, twice, twice[::-1])
    ]
    assert ["IKU433" in one for one in said] == [True, False, False]


def _told(result: iku.Result) -> Row:
    told = dict(result.as_dict())
    return {**told, "temuan": sorted(one.kode for one in result.temuan)}


@given(st.lists(numbers, min_size=12, max_size=12))
def test_time_then_space_is_space_then_time(drawn: list[Numbers]) -> None:
    cells = [(region, period) for region in REGIONS[:3] for period in QUARTERS]
    rows = [item(*cell[:1], done, cell[1]) for cell, done in zip(cells, drawn, strict=True)]
    (first,) = iku.rollup(rows, KATALOG, ke="34", waktu="tahunan")
    by_quarter = iku.rollup(rows, KATALOG, ke="34")
    assert len(by_quarter) == len(QUARTERS)
    for name in ("konflik_diselesaikan", "konflik"):
        assert added(by_quarter, name) == first.masukan[name]


@given(st.lists(st.decimals(0, 100, places=2), min_size=1, max_size=5))
def test_what_is_not_added_is_only_spread(values: list[Any]) -> None:
    rows: list[Row] = [
        {"wilayah": region, "tahun": 2024, "kode": SURVEY, "realisasi": str(value)}
        for region, value in zip(
            ("34.01", "34.02", "34.03", "34.04", "34.71"), values, strict=False
        )
    ]
    results = [one for one in iku.compute(rows, KATALOG) if one.nilai is not None]
    rolled = iku.rollup(rows, KATALOG, ke="34")
    for one in rolled:
        assert (one.nilai, one.status) == (None, "tidak_terdefinisi")
        assert "tidak dijumlahkan antarwilayah" in (one.alasan or "")
        known = sorted(found.nilai for found in results if found.nilai is not None)
        if one.sebaran is None:
            assert not known
            continue
        spread = one.sebaran
        parts = (spread.min, spread.kuartil_1, spread.median, spread.kuartil_3, spread.maks)
        assert list(parts) == sorted(parts)
        assert (spread.n, spread.min, spread.maks) == (len(known), known[0], known[-1])
        # A quarter of a step of the printed digits is told exactly, never rounded.
        middle = [known[(len(known) - 1) // 2], known[len(known) // 2]]
        assert Fraction(spread.median) == (Fraction(middle[0]) + Fraction(middle[1])) / 2


def test_a_result_comes_back_from_json_with_its_spread_and_coverage() -> None:
    rows: list[Row] = [
        {"wilayah": region, "tahun": 2024, "kode": SURVEY, "realisasi": value}
        for region, value in (("34.01", "80.1"), ("34.02", "81"))
    ]
    (one,) = iku.rollup(rows, KATALOG, ke="34")
    again = iku.Result.from_dict(one.as_dict())
    assert (again.sebaran, again.cakupan) == (one.sebaran, one.cakupan)


@pytest.mark.parametrize(
    ("year", "province", "count"), [(2018, "91", 29), (2024, "91", 9), (2005, "64", 13)]
)
def test_a_province_has_the_regions_of_its_year(year: int, province: str, count: int) -> None:
    years = RegionsOfYear(load_regions(), year)
    assert len(years.within(province)) == count
    assert all(years.around[one.kode] == province for one in years.within(province))


def test_a_split_within_the_year_is_told_and_accuses_nobody() -> None:
    rows = [item(one.kode, (1, 2), year=2022) for one in load_regions().children("93")]
    own = item("93", (1, 1), year=2022)
    found = iku.rollup([*rows, own], KATALOG, ke="93")
    (result,) = found
    assert (str(result.nilai), result.status) == ("50.00", "lengkap")
    assert not {one.kode for one in found.semua_temuan} & {"IKU471", "IKU472"}


def test_nothing_is_rolled_up_to_a_region_that_was_not_there() -> None:
    found = iku.rollup([item("93", (1, 2), year=2018)], KATALOG, ke="93")
    assert not found.hasil
    assert "IKU317" in {one.kode for one in found.temuan}


def test_a_region_of_the_year_it_was_established_in_is_named() -> None:
    rows = [item("65", (1, 2), year=2012), item("64", (1, 2), year=2012)]
    found = iku.rollup(rows, KATALOG, ke="0")
    told = [one for one in found.temuan if one.kode == "IKU475"]
    assert [dict(one.arguments)["daftar"].id for one in told] == ["65 Kalimantan Utara"]


def test_a_province_without_its_regions_stands_for_them_beside_others() -> None:
    rows = [item("34.01", (1, 2)), item("33", (3, 6))]
    found = iku.rollup(rows, KATALOG, ke="nasional")
    (nation,) = found
    assert nation.masukan == {"konflik_diselesaikan": 4, "konflik": 8}
    assert nation.cakupan is not None
    assert (nation.cakupan.melapor, nation.cakupan.seharusnya) == (2, 514 - 35 + 1)
    assert "33" not in nation.cakupan.kurang
    assert "IKU474" in {one.kode for one in found.temuan}


def test_what_was_not_measured_makes_no_sum_of_a_released_value() -> None:
    plans = "KBP-WAS-11"
    row = {"tahun": 2024, "kode": plans}
    rows: list[Row] = [
        {**row, "wilayah": "34.01", "aksi_terlaksana": 3, "aksi_direncanakan": 4},
        {**row, "wilayah": "34.02", "nilai_rilis": 90},
    ]
    found = iku.rollup(rows, KATALOG, ke="34")
    (result,) = found
    assert (str(result.nilai), result.cakupan and result.cakupan.melapor) == ("75.00", 1)
    assert [one.kode for one in result.temuan] == ["IKU470"]


@pytest.mark.parametrize(("region", "code"), [("34.71", SURVEY), ("34", "KBP-POL-01")])
def test_what_has_no_smaller_regions_is_its_own_value(region: str, code: str) -> None:
    row: Row = {"wilayah": region, "tahun": 2024, "kode": code}
    row |= {"realisasi": "84.12"} if code == SURVEY else {"nilai_rilis": 81.5}
    (one,) = iku.rollup([row], KATALOG, ke=region)
    assert (float(one.nilai or 0), one.sebaran) == (84.12 if code == SURVEY else 81.5, None)
    assert one.cakupan is not None
    assert (one.cakupan.melapor, one.cakupan.seharusnya) == (1, 1)


@pytest.mark.parametrize("wrong", ["Atlantis", "99", ""])
def test_a_goal_that_is_no_region_is_refused(wrong: str) -> None:
    with pytest.raises(ValueError, match="is no region that is known"):
        iku.rollup([item("34.01", (1, 2))], KATALOG, ke=wrong)


def test_a_span_that_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="'bulanan' is not known"):
        iku.rollup([item("34.01", (1, 2))], KATALOG, waktu="bulanan")


def test_no_reports_give_no_results() -> None:
    assert len(iku.rollup([], KATALOG)) == 0
    assert len(iku.rollup([], KATALOG, ke="34", waktu="tahunan")) == 0


@pytest.mark.parametrize(
    ("code", "names", "told"),
    [
        ("KBP-WAS-02", ("konflik_diselesaikan", "konflik"), []),
        ("KBP-IDE-06", ("responden_baik", "responden"), [(2, "IKU407")]),
    ],
)
def test_no_value_of_a_region_is_told_where_no_zeros_are_added(
    code: str, names: tuple[str, str], told: list[tuple[int, str]]
) -> None:
    rows = [
        f"{region},2024,tahunan,{code},{name},{number}"
        for region, numbers in (("34.01", (0, 0)), ("34.02", (5, 10)))
        for name, number in zip(names, numbers, strict=True)
    ]
    text = "\n".join(["wilayah,tahun,periode,kode,variabel,nilai", *rows])
    found = iku.rollup(iku.read_reports(text.encode(), name="a.csv"), KATALOG, ke="34")
    undefined = [(one.baris, one.kode) for one in found.semua_temuan if one.kode == "IKU407"]
    assert undefined == told
