"""Performance tables as agencies print them: wrong arithmetic is named, right arithmetic is not."""

from __future__ import annotations

import csv
import io
from typing import Final

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate
from tests.tree import ROOT
from tests.workbooks import Rows, sheets

Katalog = iku.Catalog[iku.Indicator]

_LINES: Final = (ROOT / "tests/data/capaian.csv").read_text(encoding="utf-8").splitlines()
_CASES: Final = list(csv.DictReader(line for line in _LINES if not line.startswith("#")))
_HEADERS: Final = ("Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
_LOST: Final = "IKU540"


def _table(*rows: tuple[str, ...], headers: tuple[str, ...] = _HEADERS) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue().encode()


def _errors(table: bytes, katalog: Katalog) -> list[str]:
    codes = [one.kode for one in validate(table, katalog)]
    return [code for code in codes if code.startswith("IKU51") or code == _LOST]


def _row(case: dict[str, str]) -> tuple[str, ...]:
    unit = "Rp" if "Rp" in case["target"] else "Indeks"
    return (f"Ukuran {case['asal']}", unit, case["target"], case["realisasi"], case["tercetak"])


def _named(case: dict[str, str]) -> str:
    """Return what is said of a case: of money without its last digits, a table says just that."""
    return _LOST if case["asal"] == "Prov. Maluku" else case["temuan"]


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['asal']}-{case['ukuran']}")
def test_row_with_its_direction_is_judged_as_by_hand(
    case: dict[str, str], katalog: Katalog
) -> None:
    direction = katalog.tables.methods[case["metode"]].polaritas
    table = _table((*_row(case), direction), headers=(*_HEADERS, "Polaritas"))
    assert _errors(table, katalog) == ([_named(case)] if case["temuan"] else [])


@pytest.mark.parametrize("case", _CASES, ids=lambda case: f"{case['asal']}-{case['ukuran']}")
def test_row_without_a_direction_is_never_blamed_for_one(
    case: dict[str, str], katalog: Katalog
) -> None:
    found = validate(_table(_row(case)), katalog)
    blamed = {one.kode for one in found if one.tingkat is iku.Level.GALAT}
    if not case["temuan"]:
        assert not blamed
    else:
        assert {one.kode for one in found} & {_named(case), "IKU517"}


def test_known_indicator_is_held_to_its_own_direction(katalog: Katalog) -> None:
    # The prevalence of drug abuse is better when lower; target over value is another method.
    row = (katalog["KBP-ESB-05"].nama, "persen", "2,0", "1,6", "80,00")
    assert _errors(_table(row), katalog) == ["IKU513"]


def test_same_numbers_of_an_unknown_indicator_pass(katalog: Katalog) -> None:
    assert not _errors(_table(("Angka kejadian lain", "persen", "2,0", "1,6", "80,00")), katalog)


def test_dot_in_a_count_groups_thousands(katalog: Katalog) -> None:
    row = ("Jumlah peserta pendidikan politik", "orang", "1.600", "1.200", "75")
    assert not [one for one in validate(_table(row), katalog) if one.tingkat is iku.Level.GALAT]


def test_workbook_gives_the_cell(katalog: Katalog) -> None:
    table: Rows = [["Laporan Kinerja 2024"], [*_HEADERS], ["Ormas Aktif", "%", 19, 26, 135]]
    found = [one for one in validate(sheets(Laporan=table), katalog) if one.kode == "IKU510"]
    assert [one.place.sel for one in found] == ["E3"]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("Ukuran lain", "%", "100", "---", "100"), "IKU516"),
        (("Ukuran lain", "%", "", "90", "100"), "IKU516"),
        (("Ukuran lain", "%", "95", "93", "99"), "IKU510"),
    ],
)
def test_achievement_needs_its_ground(katalog: Katalog, row: tuple[str, ...], code: str) -> None:
    assert _errors(_table(row), katalog) == [code]


def test_the_ground_that_is_missing_is_named(katalog: Katalog) -> None:
    table = _table(("Ukuran lain", "%", "100", "---", "99"), ("Ukuran lain", "%", "", "90", "98"))
    assert [one.pesan for one in validate(table, katalog) if one.kode == "IKU516"] == [
        "Tercetak 99, padahal capaiannya tidak ada: realisasinya tidak ada.",
        "Tercetak 98, padahal capaiannya tidak ada: targetnya tidak ada.",
    ]


def test_unreadable_number_is_said_once(katalog: Katalog) -> None:
    row = ("Ukuran lain", "Indeks", "87,25", "99,59 (s.d. TW II)", "114,14")
    found = [one for one in validate(_table(row), katalog) if one.tingkat is iku.Level.GALAT]
    assert [one.kode for one in found] == ["IKU064"]


_FORM: Final = (
    "Indikator outcome/output",
    "Satuan",
    "Target Renstra akhir",
    "Target Renja",
    "TW I",
    "Realisasi capaian Renja",
    "Realisasi Renstra s.d.",
    "Tingkat capaian",
)


@pytest.mark.parametrize(
    ("printed", "blamed"),
    [("80", []), ("40", []), ("60", ["IKU510"])],
    ids=["of the year", "of the plan", "of neither"],
)
def test_evaluation_form_may_print_either_achievement(
    katalog: Katalog, printed: str, blamed: list[str]
) -> None:
    row = ("Ormas yang dibina", "ormas", "100", "50", "10", "40", "40", printed)
    assert _errors(_table(row, headers=_FORM), katalog) == blamed


def test_what_is_wrong_with_the_target_of_the_plan_stands_in_its_column(katalog: Katalog) -> None:
    row = ("Ormas yang dibina", "ormas", "100 (s.d. 2029)", "50", "10", "", "40", "40")
    found = validate(_table(row, headers=_FORM), katalog)
    assert [one.place.sel for one in found if one.kode == "IKU064"] == ["C2"]


def test_quarters_alone_leave_the_achievement_unjudged(katalog: Katalog) -> None:
    headers = ("Indikator outcome/output", "Target Renja", "TW I", "Tingkat capaian")
    table = _table(("Ormas yang dibina", "19", "26", "135"), headers=headers)
    assert not {"IKU321", "IKU330", "IKU510", "IKU516"} & {
        one.kode for one in validate(table, katalog)
    }


def test_table_without_realised_values_stays_a_plan(katalog: Katalog) -> None:
    table = _table(("Ukuran lain", "%", "95"), headers=("Indikator", "Satuan", "Target 2025"))
    assert "IKU516" not in {one.kode for one in validate(table, katalog)}


def test_money_without_its_last_digits_is_not_computed_with(katalog: Katalog) -> None:
    row = ("Realisasi anggaran", "Rp", "12.463.335.063", "11.632.752,-", "92,5%")
    found = [one for one in validate(_table(row), katalog) if one.tingkat is iku.Level.GALAT]
    assert [one.kode for one in found] == ["IKU540"]
    assert "0,093 persen" in found[0].pesan


def test_example_of_real_rows_shows_what_was_wrong_in_them(katalog: Katalog) -> None:
    found = validate(ROOT / "examples/tabel-capaian.csv", katalog)
    assert [(one.kode, one.baris) for one in found] == [
        ("IKU510", 3), ("IKU510", 4), ("IKU512", 6), ("IKU540", 7),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "headers",
    [
        ("Indikator Kinerja", "Target", "Realisasi", "%"),
        ("Indikator Kinerja", "Target (%)", "Realisasi (%)", "Kinerja"),
        ("Indikator Kinerja", "Target", "Realisasi", "Kinerja (%)"),
        ("Uraian Indikator", "Target", "Capaian", "Persentase"),
        ("Indikator Kinerja Program", "Target", "Capaian", "% Capaian"),
        ("Indikator Kinerja", "Rencana", "Realisasi", "Persentase Pencapaian"),
        ("Indikator", "Target Kinerja", "Hasil", "Rasio Capaian"),
        ("INDIKATOR KINERJA", "TARGET TAHUN 2024", "REALISASI TAHUN 2024", "CAPAIAN (%)"),
        ("Indikator Sasaran", "Target 2024", "Realisasi 2024", "Tingkat Capaian"),
        ("Indikator Kinerja", "Target", "Realisasi", "Capaian Target (%)"),
        ("Program", "Pagu (Rp)", "Realisasi (Rp)", "%"),
        ("Program/Kegiatan", "Anggaran", "Realisasi", "Persentase"),
    ],
)
def test_columns_are_found_whatever_their_headers(
    headers: tuple[str, ...], katalog: Katalog
) -> None:
    names = ("Forum aktif", "Forum lain")
    rows = [(names[0], "90", "81", "90"), (names[1], "80", "60", "74")]
    found = validate(_table(*rows, headers=headers), katalog)
    blamed = [(one.kode, one.baris) for one in found if one.tingkat is iku.Level.GALAT]
    assert blamed == [("IKU510", 3)]


def test_years_and_money_side_by_side_are_each_checked(katalog: Katalog) -> None:
    years = (
        b"Indikator Kinerja;Satuan;2023;;;2024;;\n;;Target;Realisasi;%;Target;Realisasi;%\n"
        b"Ormas berbadan hukum;%;50;45,5;91;60;57;94\n"
    )
    assert [(one.kode, one.baris, one.kolom) for one in validate(years, katalog)] == [
        ("IKU510", 3, 41)
    ]
    money = (
        b"Indikator;Kinerja;;;Anggaran;;\n;Target;Realisasi;%;Pagu;Realisasi;%\n"
        b"Persentase forum aktif;90;81;90;1.893.225.100;1.493.527.000;78,89\n"
        b"Persentase forum lain;90;81;90;497.759.800;497.659.740;98,99\n"
    )
    assert [(one.kode, one.baris, one.kolom) for one in validate(money, katalog)] == [
        ("IKU510", 4, 56)
    ]


@pytest.mark.parametrize(
    ("summary", "wrong"),
    [
        ((";;Rata-rata capaian;;;;91,5"), []),
        ((";;Rata-Rata Capaian Sasaran 1;;;;92"), []),
        (("Jumlah;;;;;;183"), []),
        (("Rata - rata;;;;;;91,50%"), []),
        ((";;Rata-rata;;;;93,5"), ["IKU549"]),
        ((";;Jumlah spanduk;Lembar;;;93,5"), ["IKU516"]),
    ],
)
def test_a_row_that_sums_up_is_held_against_the_rows_above(
    summary: str, wrong: list[str], katalog: Katalog
) -> None:
    text = (
        "No;Sasaran;Indikator;Satuan;Target;Realisasi;Capaian\n"
        "1;Dialog;Peserta dialog;Orang;200;190;95\n"
        f"2;Dialog;Forum aktif;Forum;25;22;88\n{summary}\n"
    )
    found = validate(text.encode(), katalog)
    assert [one.kode for one in found if one.tingkat is not iku.Level.INFO] == wrong


def test_a_mean_is_of_its_objective_or_of_all(katalog: Katalog) -> None:
    rows = [("A", "Orang", "10", "9", "90"), ("Rata-rata", "", "", "", "90")]
    more = [("B", "Orang", "10", "8", "80"), ("C", "Orang", "10", "7", "70")]
    for mean, wrong in (("75", []), ("80", []), ("78", ["IKU549"])):
        table = _table(*rows, *more, ("Rata-rata", "", "", "", mean))
        found = validate(table, katalog)
        assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == wrong, mean


def test_class_of_a_row_that_the_standard_does_not_know_is_checked(katalog: Katalog) -> None:
    headers = (*_HEADERS, "Predikat")
    for category, said in (
        ("Tinggi", []),
        ("Sedang", ["IKU520"]),
        ("Berhasil", ["IKU522"]),
        ("-", []),
    ):
        table = _table(("Forum aktif", "%", "90", "76,5", "85", category), headers=headers)
        assert [one.kode for one in validate(table, katalog)] == said


def test_shown_percentages_of_a_workbook_are_right_with_all_their_digits(katalog: Katalog) -> None:
    rows: Rows = [
        ["Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"],
        ["Forum aktif", "%", 72, 71.27, 71.27 / 72 * 100],
        ["Forum lain", "%", 80, 76.1, 76.1 / 80 * 100 + 1],
        ["Forum baru", "%", 69, 67, 67 / 69 * 100],
    ]
    found = validate(sheets(Tabel=rows), katalog)
    assert [(one.kode, one.place.sel) for one in found] == [("IKU510", "E3")]
