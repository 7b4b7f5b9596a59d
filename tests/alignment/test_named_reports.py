"""Performance tables computed by the names of their indicators."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.tables.context import KnownContext

TITLE = "Pengukuran Kinerja Kota Palangka Raya Tahun 2024\n"
LKJIP = (
    "No;Indikator Kinerja;Satuan;Target;Realisasi;Capaian (%)\n"
    "1;Persentase Penyelesaian Konflik Sosial;Persen;90;85;94,44\n"
    "2;Indeks Kerukunan Umat Beragama;Indeks;80;81,5;101,88\n"
    "3;Persentase Kader Bela Negara Teladan;Persen;60;54;90,00\n"
)
MONITORING = (
    "Indikator;Satuan;Target;Realisasi;;;\n;;;TW I;TW II;TW III;TW IV\n"
    "Jumlah konflik sosial;Kasus;4;1;2;0;1\n"
)


def read(text: str, known: KnownContext | None = None, name: str = "a.csv") -> iku.Reports:
    return iku.read_reports(text.encode(), name=name, known=known)


def codes(reports: iku.Reports) -> list[str]:
    return [one.kode for one in reports.temuan]


def test_an_indicator_is_known_by_its_name_where_that_is_certain() -> None:
    reports = read(TITLE + LKJIP)
    (report,) = reports
    assert (report.report.wilayah, report.report.tahun) == ("62.71", 2024)
    assert [one.item.kode for one in report.items] == ["KBP-WAS-02", "KBP-ESB-02"]
    assert report.items[1].locate(("capaian",)).sel == "F4"
    assert codes(reports) == ["IKU444"]
    assert reports.temuan[0].tingkat == "peringatan"
    results = iku.compute(reports)
    assert [(str(one.nilai), str(one.capaian), one.asal) for one in results] == [
        ("85", "94.44", "tercetak"),
        ("81.5", "101.88", "tercetak"),
    ]


def test_a_table_without_a_region_is_computed_once_it_is_told() -> None:
    assert codes(read(LKJIP)) == ["IKU445"]
    known = KnownContext(load_regions()["62.71"], year=2023)
    (report,) = read(LKJIP, known)
    assert (report.report.wilayah, report.report.tahun) == ("62.71", 2023)


@pytest.mark.parametrize(("own", "value"), [("", "115"), ("116", "116")])
def test_a_year_has_its_own_value_or_else_what_runs_to_its_end(own: str, value: str) -> None:
    heads = ["Realisasi s.d. TW III", "Realisasi s.d. TW IV", *["Realisasi"] * bool(own)]
    cells = ["85", "115", *[own] * bool(own)]
    table = (
        f"Indikator;Satuan;Target;{';'.join(heads)};Capaian (%)\n"
        f"Jumlah Ormas yang Dibina;Ormas;120;{';'.join(cells)};95,83\n"
    )
    results = iku.compute(read(TITLE + table))
    (year,) = (one for one in results if one.periode == "tahunan")
    assert (str(year.nilai), year.status) == (value, "lengkap")
    assert bool([one for one in year.temuan if one.kode == "IKU510"]) == bool(own)


def test_the_quarters_of_an_indicator_are_one_item_over_time() -> None:
    results = iku.compute(read(TITLE + MONITORING))
    year, *quarters = results
    assert (year.periode, str(year.nilai), str(year.target and year.target.value)) == (
        "tahunan", "4", "4",
    )  # fmt: skip
    assert [str(one.nilai) for one in quarters] == ["1", "2", "0", "1"]
    assert not results.semua_temuan


def test_a_year_that_misses_a_quarter_is_not_whole() -> None:
    results = iku.compute(read(TITLE + MONITORING.replace("2;0;1", "2;0;")))
    assert (results[0].status, results[0].nilai) == ("belum_lengkap", None)
    assert results[0].cakupan is not None
    assert results[0].cakupan.kurang == ("triwulan-4",)
    assert [(one.kode, one.tingkat) for one in results.semua_temuan] == [("IKU454", "info")]


@pytest.mark.parametrize(
    ("until", "period"),
    [("TW II", "semester-1"), ("TW IV", "sd-triwulan-4"), ("TW III", "sd-triwulan-3")],
)
def test_what_runs_up_to_a_quarter_is_of_the_period_with_its_months(
    until: str, period: str
) -> None:
    table = f"Indikator;Satuan;Realisasi s.d. {until}\nJumlah konflik sosial;Kasus;3\n"
    reports = read(TITLE + table)
    assert [one.report.periode for one in reports] == [period]
    assert not reports.temuan


RUNNING = (
    "Indikator;Satuan;Target 2024;Realisasi TW I;Realisasi s.d. TW II;Realisasi s.d. TW III;"
    "Realisasi s.d. TW IV\n"
)


def test_running_totals_are_never_added_and_the_last_one_is_the_year() -> None:
    table = RUNNING + "Jumlah konflik sosial;Kasus;4;1;2;3;5\n"
    _, year, *parts = results = iku.compute(read(TITLE + table))
    assert (year.periode, str(year.nilai), str(year.target and year.target.value)) == (
        "tahunan", "5", "4",
    )  # fmt: skip
    assert [(one.periode, str(one.nilai)) for one in (results[0], *parts)] == [
        ("semester-1", "2"), ("triwulan-1", "1"), ("sd-triwulan-3", "3"), ("sd-triwulan-4", "5"),
    ]  # fmt: skip


def test_running_totals_short_of_the_end_make_no_year() -> None:
    table = RUNNING + "Jumlah konflik sosial;Kasus;4;1;2;3;\n"
    year = iku.compute(read(TITLE + table))[1]
    assert (year.periode, year.status, year.nilai) == ("tahunan", "belum_lengkap", None)


def test_a_table_of_which_a_part_is_not_understood_is_not_computed() -> None:
    table = "Indikator;Target;TW I;TW II;Realisasi\nJumlah konflik sosial;4;1;1;4\n"
    reports = read(table, KnownContext(load_regions()["62.71"], year=2024))
    assert (len(reports), "IKU342" in codes(reports)) == (0, True)
