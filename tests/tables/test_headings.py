"""What the headers of a column say."""

from __future__ import annotations

import pytest

from kesbang_iku.tables.headings import load_words


@pytest.mark.parametrize(
    ("title", "role", "year", "part"),
    [
        ("Target Th. 2025", "target", 2025, None),
        ("TARGE T 2025", "target", 2025, None),
        ("T2025", "target", 2025, None),
        ("Tahun-1 (2025)", None, 2025, None),
        ("Realisasi s.d. TW II 2025", "realisasi", 2025, "sd-triwulan-2"),
        ("% Capaian", "capaian", None, None),
        ("Penjelasan/Formulasi Perhitungan", "rumus", None, None),
        ("Realisasi Nasional 2024", "keterangan", 2024, None),
        ("Capaian terhadap target akhir Renstra (%)", "capaian_renstra", None, None),
        ("nama_perangkat_daerah", "penanggung_jawab", None, None),
        ("Triwulan", "periode", None, None),
        ("Realisasi 2025-01", "realisasi", 2025, "bulan-01"),
        ("03/2025", None, 2025, "bulan-03"),
        ("2025-Q2", None, 2025, "triwulan-2"),
        ("800/03/2025", None, 2025, None),
        ("Realisasi s.d. Bulan Ini", "realisasi", None, "sd-bulan-00"),
        ("Realisasi Triwulan Lalu", "realisasi", None, "triwulan--1"),
        ("Realisasi per 30 September 2025", "realisasi", 2025, "sd-bulan-09"),
        ("Realisasi per 30/09/2025", "realisasi", 2025, "sd-bulan-09"),
        ("Realisasi posisi 31 Desember 2025", "realisasi", 2025, None),
        ("Januari - Juni 2025", None, 2025, "semester-1"),
        ("Okt s.d. Des 2025", None, 2025, "triwulan-4"),
        ("Januari - Mei 2025", None, 2025, "sd-bulan-05"),
        ("Januari - Desember 2025", None, 2025, None),
        ("Realisasi / Actual", "realisasi", None, None),
        ("Target\nTarget", "target", None, None),
        ("thd target TW II", "capaian", None, "triwulan-2"),
        ("Capaian thd Target Semester I (%)", "capaian", None, "semester-1"),
        ("Selisih dari Target", "keterangan", None, None),
        ("Target '25", "target", 2025, None),
        ("Realisasi \u201925 (%)", "realisasi", 2025, None),
        ("Capaian TW II '25", "capaian", 2025, "triwulan-2"),
        ("Target '25'", "target", None, None),
        ("Cara Menghitung", "rumus", None, None),
        ("Cara Hitung", "rumus", None, None),
        ("Metode Penghitungan", "rumus", None, None),
        ("Rasio Capaian (%)", "capaian", None, None),
    ],
)
def test_a_text_says_its_role_its_year_and_its_part(
    title: str, role: str | None, year: int | None, part: str | None
) -> None:
    said = load_words().text(title)
    told = None if said.part is None else str(said.part)
    assert (said.role, said.year, told) == (role, year, part)


@pytest.mark.parametrize(
    ("path", "role", "money"),
    [
        (("Target Kinerja dan Kerangka Pendanaan", "Tahun 2025", "Target"), "target", False),
        (("Target Kinerja dan Kerangka Pendanaan", "Tahun 2025", "Rp"), None, True),
        (("Tahun 2025", "Kinerja"), None, False),
        (("Anggaran", "Realisasi"), "realisasi", True),
        (("Target", "Triwulan", "I"), "target", False),
    ],
)
def test_money_anywhere_above_a_column_makes_it_money(
    path: tuple[str, ...], role: str | None, money: bool
) -> None:
    said = load_words().column(path)
    assert said.money == money
    assert role is None or said.role == role


@pytest.mark.parametrize(
    "path",
    [("Target 2025", "2026"), ("Target 2025", "Murni"), ("TW I", "TW II"), ("Februari - April",)],
)
def test_headers_that_contradict_or_are_not_understood_are_unclear(path: tuple[str, ...]) -> None:
    assert load_words().column(path).unclear


@pytest.mark.parametrize(
    ("title", "nth"), [("Tahun Ketiga", 3), ("Target Tahun Pertama", 1), ("Pihak Pertama", None)]
)
def test_the_years_of_a_plan_are_numbered_in_words_too(title: str, nth: int | None) -> None:
    assert load_words().text(title).nth == nth


def test_a_year_to_be_numbered_without_its_number_is_unclear() -> None:
    assert load_words().column(["Target Tahun ke-"]).unclear


@pytest.mark.parametrize(
    ("path", "part"),
    [
        (("Semester I", "Triwulan II", "T"), "triwulan-2"),
        (("Semester II", "TW II"), None),
        (("Triwulan II", "April"), "bulan-04"),
        (("Caturwulan I", "Triwulan II"), None),
        (("s.d. Semester I", "Triwulan I"), None),
    ],
)
def test_a_part_under_what_holds_it_is_that_part(path: tuple[str, ...], part: str | None) -> None:
    said = load_words().column(("Target 2025", *path))
    assert (None if said.unclear else str(said.part)) == part


@pytest.mark.parametrize("title", ["Pagu (Rp.000)", "Target (ribu orang)", "Anggaran (juta Rp)"])
def test_thousands_in_a_header_are_seen(title: str) -> None:
    assert load_words().text(title).scaled
