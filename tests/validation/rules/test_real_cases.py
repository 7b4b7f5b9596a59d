"""Cases that regions printed: each is found, and what they printed rightly is left alone."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all

Katalog = iku.Catalog

_TODAY = date(2026, 11, 23)
_BANYUWANGI = "35.10"
_BANDUNG = "32.73"


def _codes(text: str, katalog: Katalog) -> set[str]:
    return {one.kode for one in validate_all([text.encode()], katalog, hari_ini=_TODAY).temuan}


def _report(region: str, year: int, item: str) -> str:
    return f'wilayah: "{region}"\ntahun: {year}\nitem:\n  - {{{item}}}\n'


@pytest.mark.parametrize("printed", ["200", "300", "700"])
def test_bandung_shares_summed_over_years(katalog: Katalog, printed: str) -> None:
    # Renja 2023 and 2025: last year, this year and the plan of the next one, added.
    item = f'kode: KBP-WAS-07, target: 100, realisasi: {printed}, capaian: "{printed}%"'
    assert {"IKU432", "IKU531"} <= _codes(_report(_BANDUNG, 2022, item), katalog)


@pytest.mark.parametrize(("target", "value"), [(3, 200), (6, 19), (5, 34)])
def test_bandung_counts_summed_over_years(katalog: Katalog, target: int, value: int) -> None:
    # Rancangan Renja 2025 prints 6667, 317 and 680 per cent.
    item = f"kode: KBP-POL-12, variabel: {{peserta: {value}}}, target: {target}"
    assert "IKU530" in _codes(_report(_BANDUNG, 2024, item), katalog)


def test_bandung_realised_dashes_with_an_achievement_of_100(katalog: Katalog) -> None:
    item = 'kode: KBP-WAS-07, target: 100, realisasi: "---", capaian: 100'
    assert "IKU430" in _codes(_report(_BANDUNG, 2020, item), katalog)


def test_bandung_target_far_below_what_was_there(katalog: Katalog) -> None:
    report = "---\n".join(
        _report(_BANDUNG, year, f'kode: KBP-UMM-01, target: {target}, realisasi: "{value}"')
        for year, target, value in ((2017, 57, "75,50"), (2018, 58, "76,62"))
    )
    assert "IKU455" in _codes(report, katalog)


def test_bandung_two_targets_for_one_year(katalog: Katalog) -> None:
    items = "".join(
        f"  - {{kode: KBP-WAS-12, realisasi: 2.98, target: {target}}}\n" for target in (2.80, 3.21)
    )
    report = f'wilayah: "{_BANDUNG}"\ntahun: 2024\nitem:\n{items}'
    assert "IKU456" in _codes(report, katalog)


def test_maluku_lost_three_digits(katalog: Katalog) -> None:
    item = 'kode: KBP-POL-04, target: "12.463.335.063", realisasi: "Rp. 11.632.752,-"'
    assert "IKU413" in _codes(_report("81", 2021, item), katalog)


@pytest.mark.parametrize(
    ("realised", "target"),
    [
        ("3.425.387.935", "4.044.451.742"),
        ("48.371.464.800", "51.084.232.721"),
        ("300.000.000", "300.000.000"),
        ("127.145.090", "165.869.840"),
    ],
)
def test_banyuwangi_amounts_that_are_right(katalog: Katalog, realised: str, target: str) -> None:
    item = f'kode: KBP-POL-04, target: "{target}", realisasi: "{realised}", bukti: [LKjIP 2023]'
    levels = {
        one.tingkat
        for one in validate_all(
            [_report(_BANYUWANGI, 2023, item).encode()], katalog, hari_ini=_TODAY
        ).temuan
    }
    assert levels <= {iku.Level.INFO}


def _plan(*items: str) -> str:
    listed = "".join(f"  - {{{item}}}\n" for item in items)
    return f'jenis: rencana\nwilayah: "{_BANYUWANGI}"\nitem:\n{listed}'


def test_banyuwangi_copied_series_baselines_and_lost_digits(katalog: Katalog) -> None:
    series = "{2025: 69, 2026: 72, 2027: 75, 2028: 80, 2029: 83}"
    plan = _plan(
        f"nama: Persentase peningkatan partisipasi politik, satuan: Persen, target: {series}",
        f"nama: Jumlah Organisasi Masyarakat yang dibina, satuan: Lembaga, target: {series}",
        'nama: Jumlah Dokumen Perencanaan, satuan: Dokumen, dasar: {2024: "89,87"}, '
        "target: {2025: 22}",
        'nama: Jumlah Unit, satuan: Unit, target: {2025: "45689", 2026: "45748", 2027: "45809", '
        '2028: "4587", 2029: "4750"}',
    )
    assert {"IKU368", "IKU362", "IKU371", "IKU381"} <= _codes(plan, katalog)


def test_banyuwangi_democracy_index_of_a_kabupaten(katalog: Katalog) -> None:
    plan = _plan(
        'nama: Indeks Demokrasi Indonesia, satuan: Indeks, dasar: {2024: "81,69"}, '
        'target: {2025: "81,69", 2030: "83,85"}'
    )
    assert {"IKU373", "IKU360"} <= _codes(plan, katalog)


def test_conflicts_resolved_always_100(katalog: Katalog) -> None:
    target = "{2025: 100, 2026: 100, 2027: 100, 2028: 100, 2029: 100, 2030: 100}"
    plan = _plan(f"nama: Persentase Penyelesaian Konflik, satuan: Persen, target: {target}")
    assert "IKU369" in _codes(plan, katalog)


def test_sulawesi_tengah_value_printed_a_year_late(katalog: Katalog) -> None:
    item = 'kode: KBP-POL-01, variabel: {nilai_rilis: "80,92"}'
    assert "IKU424" in _codes(_report("72", 2023, item), katalog)
    assert "IKU424" not in _codes(_report("72", 2022, item), katalog)


def _example_report(indicator: iku.Indicator, number: int) -> str:
    example = indicator.contoh[number]
    values = ", ".join(f'{name}: "{_exact(value)}"' for name, value in example.variabel.items())
    year = example.tahun or indicator.berlaku.mulai or indicator.berlaku.selesai or 2023
    level = indicator.tingkat.diestimasi[0]
    region = {"nasional": "0", "provinsi": "62", "kabupaten": "62.01", "kota": "62.71"}[level]
    target = "" if example.target is None else f', target: "{example.target}"'
    item = f'kode: "{indicator.kode}", variabel: {{{values}}}{target}'
    return f"format_angka: en\n{_report(example.wilayah or region, year, item)}"


def _exact(value: Fraction) -> str:
    return str(float(value)) if value.denominator != 1 else str(value)


def test_good_worked_examples_of_the_catalog_are_not_blamed(katalog: Katalog) -> None:
    blamed = []
    checked = 0
    for indicator in katalog:
        for number, example in enumerate(indicator.contoh):
            if example.hasil.status != "lengkap":
                continue
            checked += 1
            report = _example_report(indicator, number).encode()
            found = validate_all([report], katalog, hari_ini=_TODAY).temuan
            blamed += [
                (indicator.kode, example.nama, one.kode, one.pesan)
                for one in found
                if one.tingkat is iku.Level.GALAT or one.kode == "IKU390"
            ]
    assert checked > 100
    assert blamed == []
