"""The year's value from its parts: by the catalog, in any order, with what is missing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.computing.periods import items_over_time, year_numbers
from kesbang_iku.model.periods import PARTS, Period, months_of, period_named, reported
from tests.local_catalog import FILLED, local_catalog
from tests.publish.packages.random_years import TOLD_YEARS, codes, library_says

SHARE = "KBP-WAS-02"
QUARTERS = [(4, 5), (3, 4), (6, 8), (2, 3)]


def report(rows: list[tuple[str, int, int]], extra: str = "") -> bytes:
    """Return a report of one region and year: period, settled conflicts, conflicts."""
    lines = [f"62.71,2024,{period},{SHARE},{done},{all_},80," for period, done, all_ in rows]
    header = "wilayah,tahun,periode,kode,konflik_diselesaikan,konflik,target,realisasi"
    return "\n".join([header, *lines, *filter(None, [extra]), ""]).encode()


def quarters(numbers: list[int]) -> list[tuple[str, int, int]]:
    return [(f"triwulan-{number}", *QUARTERS[number - 1]) for number in numbers]


def computed(content: bytes) -> iku.Results:
    return iku.compute(iku.read_reports(content, name="a.csv"))


@given(st.permutations([1, 2, 3, 4]))
def test_the_year_is_the_same_in_whatever_order_its_quarters_come(order: list[int]) -> None:
    results = computed(report(quarters(order)))
    (year,) = [one for one in results if one.periode == "tahunan"]
    # 15 of 20, and not the mean of four percentages.
    assert (str(year.nilai), year.masukan) == ("75.00", {"konflik_diselesaikan": 15, "konflik": 20})
    assert year.cakupan is not None
    assert (year.cakupan.melapor, year.cakupan.seharusnya) == (4, 4)
    assert len(results.per_butir) == 4


@given(st.lists(st.sampled_from([1, 2, 3, 4]), min_size=2, max_size=3, unique=True))
def test_a_year_that_misses_a_quarter_has_no_value_and_says_which(there: list[int]) -> None:
    results = computed(report(quarters(there)))
    assert {one.periode for one in results} == {f"triwulan-{number}" for number in there}
    (found,) = [one for one in results.temuan if one.kode == "IKU454"]
    missing = {f"triwulan-{number}" for number in {1, 2, 3, 4} - {*there}}
    assert {*dict(found.arguments)["kurang"].id.split(", ")} == missing
    assert found.tingkat == "info"


def test_a_year_with_a_target_alone_gets_the_value_of_its_quarters() -> None:
    results = computed(report(quarters([1, 2, 3, 4]), f"62.71,2024,tahunan,{SHARE},,,90,"))
    (year,) = [one for one in results if one.periode == "tahunan"]
    assert (str(year.nilai), str(year.capaian), len(results)) == ("75.00", "83.33", 5)


def test_a_year_that_is_reported_itself_stays_as_it_is() -> None:
    results = computed(report(quarters([1, 2, 3, 4]), f"62.71,2024,tahunan,{SHARE},,,90,85"))
    (year,) = [one for one in results if one.periode == "tahunan"]
    assert (str(year.nilai), year.cakupan) == ("85", None)


def test_shares_without_their_counts_make_no_year() -> None:
    lines = [f"62.71,2024,triwulan-{number},{SHARE},80" for number in range(1, 5)]
    content = "\n".join(["wilayah,tahun,periode,kode,realisasi", *lines, ""]).encode()
    results = computed(content)
    assert [one.periode for one in results if one.periode == "tahunan"] == []
    assert [one.kode for one in results.temuan] == ["IKU465"]


@pytest.mark.parametrize(
    ("values", "year"), [([1, 2, 0, 1], "4"), ([1, 2, 0], None)], ids=["whole", "not whole"]
)
def test_a_count_that_is_printed_adds_up(values: list[int], year: str | None) -> None:
    katalog = iku.load_catalog()
    indicator = katalog["KBP-WAS-09"]
    parts = [
        indicator.compute(realisasi=value, periode=f"triwulan-{number}")
        for number, value in enumerate(values, start=1)
    ]
    made = year_numbers(indicator, parts)
    assert (None if made.realisasi is None else str(made.realisasi)) == year


def test_of_a_stock_the_last_quarter_counts() -> None:
    indicator = next(
        one
        for one in iku.load_catalog()
        if one.rumus == one.variabel[0].nama and one.variabel[0].agregasi.waktu == "terakhir"
    )
    name = indicator.variabel[0].nama
    parts = [
        indicator.compute({name: value}, periode=f"triwulan-{number}")
        for number, value in ((4, 7), (1, 9))
    ]
    assert year_numbers(indicator, parts).variabel == {name: 7}
    assert not year_numbers(indicator, parts[1:]).complete


@given(st.sampled_from(sorted(PARTS)), st.integers(1, 12), st.booleans())
def test_a_period_reads_back_from_its_name(kind: str, number: int, cumulative: bool) -> None:
    period = Period(kind, 1 + (number - 1) % PARTS[kind], cumulative)
    assert period_named(period.written) == period
    assert months_of(reported(period.written)) == period.months
    assert reported(reported(period.written)) == reported(period.written)


@pytest.mark.parametrize(
    ("span", "period"),
    [
        ("sd-triwulan-1", "triwulan-1"),
        ("sd-triwulan-2", "semester-1"),
        ("sd-triwulan-3", "sd-triwulan-3"),
        ("sd-triwulan-4", "sd-triwulan-4"),
        ("sd-bulan-04", "caturwulan-1"),
    ],
)
def test_what_runs_up_to_a_part_is_of_the_period_with_the_same_months(
    span: str, period: str
) -> None:
    assert reported(span) == period


@given(st.permutations([1, 2, 3, 4]), st.booleans())
def test_the_quarters_of_a_year_are_one_item(order: list[int], whole: bool) -> None:
    results = computed(report(quarters(order if whole else order[:2])))
    (item,) = items_over_time(results)
    assert item.periode == ("tahunan" if whole else f"triwulan-{max(order[:2])}")


def test_a_running_total_is_never_added_to_the_quarters() -> None:
    rows = [*quarters([1, 2, 3]), ("sd-triwulan-3", 13, 17)]
    results = computed(report(rows))
    assert [one.periode for one in results] == [
        "triwulan-1", "triwulan-2", "triwulan-3", "sd-triwulan-3",
    ]  # fmt: skip
    (item,) = items_over_time(results)
    assert (item.periode, str(item.nilai)) == ("sd-triwulan-3", "76.47")


@pytest.mark.parametrize("first", ["sd-triwulan-2", "sd-bulan-06", "sd-semester-1"])
def test_what_runs_up_to_june_is_half_a_year(first: str) -> None:
    results = computed(report([(first, 9, 12), ("semester-2", 6, 8)]))
    assert [(one.periode, str(one.nilai)) for one in results] == [
        (first, "75.00"), ("semester-2", "75.00"), ("tahunan", "75.00"),
    ]  # fmt: skip


def test_a_half_that_is_told_twice_in_two_ways_is_told() -> None:
    results = computed(report([("sd-triwulan-2", 9, 12), ("semester-1", 8, 12)]))
    assert [one.kode for one in results.temuan] == ["IKU314", "IKU454"]


def test_two_running_totals_to_one_month_are_told() -> None:
    results = computed(report([("sd-triwulan-4", 15, 20), ("sd-bulan-12", 15, 20)]))
    assert [one.kode for one in results.temuan] == ["IKU314"]


def test_of_a_stock_the_kind_of_which_the_last_is_there_makes_the_year() -> None:
    rows = [
        {
            "wilayah": "34.71",
            "tahun": 2024,
            "kode": "KBP-ORM-03",
            "periode": period,
            "ormas_terdaftar": number,
        }
        for period, number in (("semester-1", 9), ("triwulan-4", 7))
    ]
    year = iku.compute(rows)[-1]
    assert (year.periode, str(year.nilai)) == ("tahunan", "7")


def test_a_running_total_to_the_end_of_the_year_is_the_year() -> None:
    results = computed(report([("sd-triwulan-3", 13, 17), ("sd-triwulan-4", 15, 20)]))
    assert [(one.periode, str(one.nilai)) for one in results][-1] == ("tahunan", "75.00")


@pytest.mark.parametrize("name", TOLD_YEARS)
def test_all_that_is_odd_of_a_year_and_its_periods_is_said(katalog: iku.Catalog, name: str) -> None:
    one = TOLD_YEARS[name]
    assert codes(library_says(katalog, one)) == sorted(filter(None, one.due.split(", ")))


def test_a_period_that_says_more_than_a_longer_one_is_told_where_the_year_is_made() -> None:
    rows = [("triwulan-1", 4, 9), ("semester-1", 4, 5), ("semester-2", 6, 8)]
    results = computed(report(rows))
    assert [one.periode for one in results][-1] == "tahunan"
    (found,) = results.temuan
    assert (found.kode, found.place.baris, found.place.sel) == ("IKU443", 2, "F2")


def test_it_is_told_once_of_a_year_that_is_rolled_up_or_checked() -> None:
    rows = report([("triwulan-1", 4, 9), ("semester-1", 4, 5), ("semester-2", 6, 8)])
    rolled = iku.rollup(iku.read_reports(rows, name="a.csv"), waktu="tahunan")
    assert [one.kode for one in rolled.semua_temuan].count("IKU443") == 1
    assert [one.kode for one in iku.validate(rows, name="a.csv")].count("IKU443") == 1


def test_why_there_is_no_year_names_the_variable_in_the_language_of_the_reader() -> None:
    rows = [
        {"wilayah": "62", "tahun": 2024, "periode": f"triwulan-{one}", "kode": "KBP-ESB-02"}
        | {"toleransi": 70, "kesetaraan": 71, "kerja_sama": 72}
        for one in range(1, 5)
    ]
    (found,) = [one for one in iku.compute(rows).temuan if one.kode == "IKU465"]
    assert "(Dimensi toleransi " in found.message("id")
    assert "(the variable toleransi " in found.message("en")


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> iku.Catalog:
    return local_catalog(tmp_path_factory.mktemp("katalog"))


def test_what_periods_do_not_make_is_not_filled_in_for_the_year(local: iku.Catalog) -> None:
    key = {"wilayah": "62.71", "tahun": 2025, "kode": FILLED}
    parts = [{**key, "periode": f"triwulan-{n}", "pagi": n, "malam": 5} for n in (1, 2, 4)]
    *_, year = iku.compute([*parts, {**key, "target": 90}], local)
    assert (year.periode, year.nilai, year.capaian) == ("tahunan", None, None)
    assert (year.status.value, year.kurang) == ("belum_lengkap", ("pagi", "malam"))
    assert [(one.nilai, one.status) for one in iku.rollup(parts, local, waktu="tahunan")] == [
        (None, year.status)
    ]


def test_of_a_region_that_tells_some_numbers_the_others_are_named(local: iku.Catalog) -> None:
    row = {"tahun": 2025, "kode": FILLED, "malam": 5}
    rows = [{**row, "wilayah": "34.01", "pagi": 1}, {**row, "wilayah": "34.02"}]
    (province,) = iku.rollup(rows, local, ke="34")
    assert [found.message("en").rpartition(": ")[2] for found in province.temuan] == ["pagi."]
