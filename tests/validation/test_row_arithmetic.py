"""Performance tables as agencies print them: wrong arithmetic is named, right arithmetic is not."""

from __future__ import annotations

import csv
import io
from typing import Final

import pytest
from xlsxwriter.workbook import Workbook

import kesbang_iku as iku
from kesbang_iku.validation.check import validate
from tests.tree import ROOT
from tests.workbooks import Rows, put, sheets, workbook

Katalog = iku.Catalog

_LINES: Final = (ROOT / "tests/data/capaian.csv").read_text(encoding="utf-8").splitlines()
_CASES: Final = list(csv.DictReader(line for line in _LINES if not line.startswith("#")))
_HEADERS: Final = ("Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian (%)")
_LOST: Final = "IKU540"
_MEANS: Final = ("87,50", "90")


def _table(*rows: tuple[str, ...], headers: tuple[str, ...] = _HEADERS) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([headers, *rows])
    return text.getvalue().encode()


def _errors(table: bytes, katalog: Katalog) -> list[str]:
    codes = [one.kode for one in validate(table, katalog)]
    return [code for code in codes if code.startswith(("IKU51", "IKU52")) or code == _LOST]


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
        assert {one.kode for one in found} & {_named(case), "IKU510", "IKU517"}


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
    table: Rows = [["Laporan Kinerja 2024"], [*_HEADERS], ["Ormas Aktif", "%", 19, 26, 133]]
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


@pytest.mark.parametrize("name", ["Indeks Kerukunan Umat Beragama", "Ukuran lain"])
def test_a_row_without_a_realised_value_is_no_error(katalog: Katalog, name: str) -> None:
    found = validate(_table((name, "Indeks", "80", "", "")), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == []


@pytest.mark.parametrize(("target", "codes"), [("Hijau", []), ("90", ["IKU406"])])
def test_words_of_an_unknown_scale_are_no_numbers_to_check(
    katalog: Katalog, target: str, codes: list[str]
) -> None:
    table = _table(("Predikat kepatuhan", "Predikat", target, "Hijau", "100"))
    found = [one.kode for one in validate(table, katalog) if one.tingkat is iku.Level.GALAT]
    assert found == codes


def test_what_was_spent_is_held_against_the_budget_not_the_other_way_round(
    katalog: Katalog,
) -> None:
    assert _errors(_table(("Serapan", "Rp", "4.000.000", "3.000.000", "133,33")), katalog) == [
        "IKU513"
    ]
    table = "Program;Pagu (Rp);Realisasi (Rp);%\nA;4.000.000;3.000.000;{}\n"
    found = {
        share: [one.kode for one in validate(table.format(share).encode(), katalog)]
        for share in ("75", "133,33")
    }
    assert found == {"75": [], "133,33": ["IKU513"]}


@pytest.mark.parametrize("name", ["Indeks Kerukunan Umat Beragama", "Ukuran lain"])
@pytest.mark.parametrize(
    ("printed", "codes"),
    [("88,098", []), ("88.098", []), ("88,198", ["IKU510"])],
)
def test_three_decimals_of_an_achievement_are_no_thousands(
    katalog: Katalog, name: str, printed: str, codes: list[str]
) -> None:
    found = validate(_table((name, "Indeks", "85,53", "75,35", printed)), katalog)
    assert [one.kode for one in found] == codes


def test_an_achievement_of_thousands_of_per_cent_is_read_as_such(katalog: Katalog) -> None:
    found = validate(_table(("Ukuran lain", "Dokumen", "3", "200", "6.667%")), katalog)
    assert not found


@pytest.mark.parametrize("header", ["Kategori", "Kriteria", "Predikat Capaian"])
def test_the_class_of_an_achievement_is_found_under_its_other_names(
    katalog: Katalog, header: str
) -> None:
    headers = ("Indikator", "Target", "Realisasi", "Capaian", header)
    table = _table(("A", "80", "60", "75", "Tinggi"), headers=headers)
    assert [one.kode for one in validate(table, katalog)] == ["IKU520"]


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
        ("IKU510", 3), ("IKU525", 4), ("IKU512", 6), ("IKU540", 7),
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
        b"Ormas berbadan hukum;%;50;45,5;91;60;57;93\n"
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


def test_a_mean_of_all_may_be_the_mean_of_the_means_of_objectives(katalog: Katalog) -> None:
    rows = [("A", "Orang", "10", "9", "90"), ("Rata-rata", "", "", "", "90")]
    rows += [("B", "Orang", "10", "8", "80"), ("C", "Orang", "10", "7", "70")]
    rows += [("Rata-rata", "", "", "", "75")]
    for mean, wrong in (("82,5", []), ("80", []), ("81", ["IKU549"])):
        found = validate(_table(*rows, ("Rata-rata capaian", "", "", "", mean)), katalog)
        assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == wrong, mean


def test_a_mean_is_not_judged_while_an_achievement_above_is_missing(katalog: Katalog) -> None:
    rows = [("A", "%", "10", "9", "90"), ("B", "%", "10", "8", ""), ("Rata-rata", "", "", "", "70")]
    assert "IKU549" not in {one.kode for one in validate(_table(*rows), katalog)}


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


@pytest.mark.parametrize(
    ("longer", "target", "value", "achievement", "category", "said"),
    [
        ("90", "95", "81", "90,00", "Tinggi", [("IKU557", "info")]),
        ("80", "85", "72", "84,71", "Tinggi", []),
        ("80", "85", "72", "88,00", "Tinggi", [("IKU510", "galat")]),
        ("80", "85", "72", "90,00", "Rendah", [("IKU520", "galat"), ("IKU557", "info")]),
        ("80", "80", "72", "90,00", "Tinggi", []),
        ("80", "", "72", "90,00", "Tinggi", [("IKU557", "info")]),
        ("80", "", "72", "88,00", "Tinggi", [("IKU516", "galat")]),
        # Rounded numbers may have given it against the target of the year.
        ("72,1", "72", "65", "90,2", "Tinggi", [("IKU525", "info")]),
    ],
)
def test_an_achievement_against_the_target_of_a_longer_plan_is_not_blamed(
    katalog: Katalog, longer: str, target: str, value: str, achievement: str, category: str,
    said: list[tuple[str, str]],
) -> None:  # fmt: skip
    headers = ("Indikator", "Satuan", "Target RPJMD", "Target PK", "Realisasi", "Capaian (%)")
    row = ("Forum aktif", "Indeks", longer, target, value, achievement, category)
    found = validate(_table(row, headers=(*headers, "Predikat")), katalog)
    judged = [(one.kode, str(one.tingkat)) for one in found if one.kode.startswith("IKU5")]
    assert sorted(judged) == said


@pytest.mark.parametrize(
    ("other", "own", "achievement", "said"),
    [
        ("Target Nasional", "Target", "90,00", ["IKU557"]),
        ("Target SPM", "Target", "90,00", ["IKU557"]),
        ("Target", "Target Perubahan", "90,00", ["IKU557"]),
        ("Target Murni", "Target Perubahan", "90,00", ["IKU557"]),
        ("Target Murni", "Target Perubahan", "85,26", []),
        ("Target Nasional", "Target", "88,00", ["IKU510"]),
        # What is no target is none that an achievement may be against.
        ("Realisasi Nasional", "Target", "90,00", ["IKU510"]),
    ],
)
def test_an_achievement_may_be_against_a_target_before_a_change_or_of_others(
    katalog: Katalog, other: str, own: str, achievement: str, said: list[str]
) -> None:
    headers = ("Indikator", "Satuan", other, own, "Realisasi", "Capaian (%)")
    row = ("Forum aktif", "Indeks", "90", "95", "81", achievement)
    found = validate(_table(row, headers=headers), katalog)
    assert [one.kode for one in found if one.kode.startswith("IKU5")] == said


def test_the_target_of_a_longer_plan_is_named_beside_that_of_the_year(katalog: Katalog) -> None:
    headers = ("Indikator", "Satuan", "Target RPJMD", "Target PK", "Realisasi", "Capaian (%)")
    (one,) = validate(_table(("A", "Indeks", "90", "95", "81", "90,00"), headers=headers), katalog)
    told = "Printed 90,00, which is against another target of its row, 90, not"
    assert one.message("en").startswith(told)
    assert one.nilai == "90,00"


def test_shown_percentages_of_a_workbook_are_right_with_all_their_digits(katalog: Katalog) -> None:
    rows: Rows = [
        ["Indikator Kinerja", "Satuan", "Target", "Realisasi", "Capaian"],
        ["Forum aktif", "%", 72, 71.27, 71.27 / 72 * 100],
        ["Forum lain", "%", 80, 76.1, 76.1 / 80 * 100 + 1],
        ["Forum baru", "%", 69, 67, 67 / 69 * 100],
    ]
    found = validate(sheets(Tabel=rows), katalog)
    assert [(one.kode, one.place.sel) for one in found] == [("IKU510", "E3")]


_WORK_PLAN: Final = (
    *("Kode", "Program/Kegiatan", "Indikator Kinerja", "Target Renstra Tahun 2026"),
    *("Realisasi s/d Tahun 2022", "Target Renja Tahun 2023", "Realisasi Renja Tahun 2023"),
    *("Tingkat Realisasi (%)", "Target Renja Tahun 2024"),
    "Perkiraan Realisasi Capaian Target Renstra s/d Tahun 2024",
    "Tingkat Capaian Realisasi Target Renstra (%)",
)
"""Table 2.1 of a Renja as Kota Bandung prints it: column 8 = 7/6, 10 = 5+7+9, 11 = 10/4."""


def _work_plan(name: str, *numbers: str) -> bytes:
    numbering = [*map(str, range(1, 8)), "8=(7/6)", "9", "10=(5+7+9)", "11=(10/4)"]
    return _table(tuple(numbering), ("8.01.02", "", name, *numbers), headers=_WORK_PLAN)


@pytest.mark.parametrize(
    ("name", "numbers", "doubts"),
    [
        ("Jumlah orang, ideologi", "780 1000 100 100 100% 500 1600 205%", {"IKU543"}),
        ("Jumlah orang, politik", "3321 500 1000 1000 100% 1000 2500 75%", set()),
        ("Jumlah pembinaan ormas", "5 4 25 25 100% 5 34 680%", {"IKU543"}),
        ("Jumlah aspek sosial", "6 7 6 6 100% 6 19 317%", {"IKU543"}),
        ("Jumlah orang, dini", "448 200 100 50 50% 400 650 145%", set()),
        ("Persentase pelayanan", "100% 100% 100% 100% 100% 100% 300% 300%", {"IKU543", "IKU547"}),
        ("Persentase pelayanan", "100% 100% 100% 100% 100% 100% 100% 100%", set()),
    ],
)
def test_a_work_plan_that_adds_as_its_form_says_is_not_wrong(
    katalog: Katalog, name: str, numbers: str, doubts: set[str]
) -> None:
    found = validate(_work_plan(name, *numbers.split()), katalog)
    assert not [one for one in found if one.tingkat is iku.Level.GALAT]
    assert {one.kode for one in found if one.kode.startswith("IKU5")} == doubts


def test_units_of_a_work_plan_are_held_against_each_other(katalog: Katalog) -> None:
    numbers = ("3 Dokumen", "n/a", "100 Orang", "100 Orang", "100%", "100 Orang", "200 Orang")
    found = validate(_work_plan("Hasil pembentukan karakter", *numbers, "6667%"), katalog)
    assert {one.kode for one in found if one.kode.startswith("IKU5")} == {"IKU543", "IKU553"}


@pytest.mark.parametrize(
    ("numbers", "code", "cell"),
    [
        ("100% 100% 100% --- 100% 100% 200% 200%", "IKU516", "H3"),
        ("3321 500 1000 900 100% 1000 2400 72%", "IKU510", "H3"),
        ("3321 500 1000 1000 100% 1000 2050 61,73%", "IKU550", "J3"),
        ("40 10 10 9 90% 10 29 82,5%", "IKU510", "K3"),
        ("300 90 90 70 77,78% 100 260 86,66%", "IKU511", "K3"),
    ],
)
def test_each_computed_column_of_a_work_plan_is_checked(
    katalog: Katalog, numbers: str, code: str, cell: str
) -> None:
    found = validate(_work_plan("Jumlah kegiatan", *numbers.split()), katalog)
    wrong = [(one.kode, one.place.sel) for one in found if one.tingkat is iku.Level.GALAT]
    wrong += [(one.kode, one.place.sel) for one in found if one.kode == "IKU511"]
    assert wrong == [(code, cell)]


_QUARTERS: Final = (
    *("Indikator outcome/output", "Satuan", "Realisasi s.d. n-2", "Target Renja"),
    *("TW I", "TW II", "TW III", "TW IV", "Realisasi capaian Renja", "Realisasi Renstra s.d."),
)


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("orang 100 120 20 30 25 40 115 215", []),
        ("orang 100 120 20 50 75 115 115 215", []),
        ("orang 100 120 20 30 25 - 75 175", []),
        ("% 88 90 70 80 85 91 91 91", []),
        ("% 100 100 25 25 25 25 100 100", []),
        ("% 100 100 25 25 25 25 100 200", ["IKU547"]),
        ("% 80 90 70 80 85 92 81,75 81,75", []),
        ("% 88 90 70 80 85 91 94 94", ["IKU551"]),
        ("% 88 90 70 80 85 91 326 326", ["IKU547"]),
        ("orang 100 120 20 30 25 40 75 175", ["IKU551"]),
        ("orang 100 120 20 30 25 40 115 225", ["IKU550"]),
        ("laporan 24 12 3 3 3 3 12 24", ["IKU550"]),
        ("laporan 24 12 3 3 3 3 12 12", []),
    ],
)
def test_years_and_quarters_are_added_up_as_their_unit_allows(
    katalog: Katalog, row: str, codes: list[str]
) -> None:
    found = validate(_table(("Ukuran lain", *row.split()), headers=_QUARTERS), katalog)
    sums = {"IKU547", "IKU550", "IKU551"}
    assert [one.kode for one in found if one.kode in sums] == codes


_BUDGET: Final = (
    ("Program Penunjang", "4.044.451.742", "3.425.387.935", "84,69%"),
    ("Program Ideologi", "1.293.785.800", "1.247.733.300", "96,44%"),
)


@pytest.mark.parametrize(
    ("total", "codes"),
    [
        (("Total", "5.338.237.542", "4.673.121.235", "87,54%"), []),
        (("Jumlah", "5.338.237.542", "4.637.121.235", "86,87%"), ["IKU552"]),
        (("Rata-rata", "", "", "90,57%"), []),
    ],
)
def test_a_total_is_the_sum_of_the_rows_above(
    katalog: Katalog, total: tuple[str, ...], codes: list[str]
) -> None:
    table = _table(*_BUDGET, total, headers=("Program", "Pagu", "Realisasi", "%"))
    found = validate(table, katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == codes


@pytest.mark.parametrize(
    "rows",
    [
        ("Program A|300|250", "Kegiatan A1|100|90", "Kegiatan A2|200|160", "Jumlah|300|250"),
        ("Ukuran A|10|9", "Ukuran B|20|18", "Jumlah|30|27", "Ukuran C|5|5", "Jumlah|5|5"),
        ("Ukuran A|10|9", "Ukuran B|20|18", "Jumlah|30|27", "Ukuran C|5|5", "Total|35|32"),
    ],
    ids=["layers", "sections", "all of it"],
)
def test_a_total_may_leave_out_layers_and_sections(katalog: Katalog, rows: tuple[str, ...]) -> None:
    cells = [tuple(row.split("|")) for row in rows]
    found = validate(_table(*cells, headers=("Indikator", "Target", "Realisasi")), katalog)
    assert not {"IKU544", "IKU552"} & {one.kode for one in found}


@pytest.mark.parametrize(
    ("title", "before", "after", "printed", "codes"),
    [
        ("Perubahan", "76,12", "71,27", "turun 4,48", ["IKU554"]),
        ("Perubahan", "76,12", "71,27", "turun 4,85", []),
        ("Perubahan", "76,12", "71,27", "-4,85", []),
        ("Perubahan", "76,12", "71,27", "4,85", ["IKU555"]),
        ("Perubahan", "76,12", "71,27", "naik 4,85", ["IKU555"]),
        ("Perubahan", "80,41", "79,25", "turun 0,90", ["IKU554"]),
        ("Kenaikan", "77,76", "80,93", "naik 3,17 poin", []),
        ("Kenaikan (%)", "1668", "1840", "10,31", []),
        ("Naik/Turun", "80,00", "80,00", "tetap", []),
        ("Naik/Turun", "80,00", "80,50", "tetap", ["IKU555"]),
        ("Penurunan", "12", "9", "3", []),
        ("Penurunan", "12", "9", "-3", []),
        ("Penurunan", "9", "12", "3", ["IKU555"]),
        ("Selisih", "72,29", "67,78", "4,51", []),
        ("Selisih", "72,29", "67,78", "+4,51", ["IKU555"]),
        ("Perubahan", "", "67,78", "-", []),
    ],
)
@pytest.mark.parametrize(
    "years",
    [("Realisasi 2022", "Realisasi 2023"), ("Tahun 2022", "Tahun 2023")],
    ids=["named", "years"],
)
def test_a_change_is_held_to_the_years_beside_it(  # one row of a table, all needed
    katalog: Katalog,
    years: tuple[str, str],
    title: str,
    before: str,
    after: str,
    printed: str,
    codes: list[str],
) -> None:
    row = ("Ukuran lain", "poin", before, after, printed)
    found = validate(_table(row, headers=("Indikator", "Satuan", *years, title)), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == codes


@pytest.mark.parametrize(
    ("printed", "codes"), [("0,89", []), ("0,50", []), ("1,15", []), ("0,70", ["IKU554"])]
)
@pytest.mark.parametrize("title", ["Naik/Turun", "Kenaikan Capaian"])
def test_a_change_may_be_that_of_the_achievement(
    katalog: Katalog, title: str, printed: str, codes: list[str]
) -> None:
    years = ("Target 2024", "Realisasi 2024", "Capaian 2024", "Target 2025", "Realisasi 2025")
    row = ("Ukuran lain", "76", "77,14", "101,50", "76,50", "78,03", "102,00", printed)
    table = _table(row, headers=("Indikator", *years, "Capaian 2025", title))
    assert [one.kode for one in validate(table, katalog) if one.kode == "IKU554"] == codes


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        (("Ukuran lain", "Nilai", "80 (A)", "A (84,00)", "105 (Baik)"), []),
        (("Ukuran lain", "Nilai", "80 (A)", "72 (BB)", "95"), ["IKU510"]),
    ],
)
def test_a_number_with_its_class_in_brackets_is_judged(
    katalog: Katalog, row: tuple[str, ...], codes: list[str]
) -> None:
    found = validate(_table(row), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == codes


def test_an_achievement_in_a_row_of_its_own_has_its_ground_in_others(katalog: Katalog) -> None:
    rows = ("Target", "5"), ("Realisasi", "4"), ("Capaian (%)", "80")
    each = [(role, name, value) for role, value in rows for name in ("Ukuran A", "Ukuran B")]
    table = _table(*each, headers=("Jenis", "Indikator", "2025"))
    assert not [one for one in validate(table, katalog) if one.tingkat is iku.Level.GALAT]


def test_the_word_of_a_mean_may_stand_under_values(katalog: Katalog) -> None:
    rows = [("A", "%", "80", "60", "75"), ("B", "%", "80", "80", "100")]
    means = [validate(_table(*rows, ("", "", "", "Rata-rata", one)), katalog) for one in _MEANS]
    assert [[one.kode for one in found] for found in means] == [[], ["IKU549"]]


@pytest.mark.parametrize(
    ("printed", "codes"), [("-2", []), ("2", []), ("-3", []), ("-4", ["IKU554"])]
)
def test_a_difference_of_one_year_is_that_of_target_and_value(
    katalog: Katalog, printed: str, codes: list[str]
) -> None:
    row = ("Ukuran lain", "poin", "80", "78", printed)
    headers = ("Indikator", "Satuan", "Target", "Realisasi", "Selisih")
    found = validate(_table(row, headers=headers), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == codes


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (103.79, []),
        (103.75, []),
        (105.79, ["Tercetak 105,79, sedangkan metode maksimalkan menghasilkan 103,79"]),
    ],
    ids=["from what is shown", "from what is stored", "from neither"],
)
def test_a_workbook_is_read_as_people_see_it(
    katalog: Katalog, printed: float, said: list[str]
) -> None:
    def build(book: Workbook) -> None:
        sheet = book.add_worksheet("LKIP")
        put(sheet, [[*_HEADERS], ["Ukuran lain", "indeks", 95, None, printed]])
        sheet.write_number(1, 3, 98.5613, book.add_format({"num_format": "0.0"}))

    found = [one for one in validate(workbook(build), katalog) if one.kode == "IKU510"]
    assert [one.pesan[: len(text)] for one, text in zip(found, said, strict=True)] == said


@pytest.mark.parametrize(
    ("printed", "codes"), [("-1", []), ("-3", []), ("3", []), ("-2", ["IKU554"])]
)
def test_a_difference_beside_two_years_may_be_that_of_target_and_value(
    katalog: Katalog, printed: str, codes: list[str]
) -> None:
    headers = ("Indikator", "Realisasi 2024", "Target 2025", "Realisasi 2025", "Selisih")
    found = validate(_table(("Jumlah posko", "9", "7", "6", printed), headers=headers), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == codes


@pytest.mark.parametrize(
    ("first", "second", "codes"),
    [("1", "-1", []), ("1", "-3", []), ("4", "-1", ["IKU554"]), ("1", "-2", ["IKU554"])],
)
def test_each_of_two_differences_is_of_the_year_above_it(
    katalog: Katalog, first: str, second: str, codes: list[str]
) -> None:
    table: Rows = [
        ["Indikator", "2024", "2024", "2024", "2025", "2025", "2025"],
        ["", *["Target", "Realisasi", "Naik/Turun"] * 2],
        ["Jumlah posko", "8", "9", first, "7", "6", second],
    ]
    found = validate(sheets(Laporan=table), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == codes


def test_of_two_differences_without_a_year_none_is_judged(katalog: Katalog) -> None:
    of_year = ("Target {}", "Realisasi {}", "Selisih")
    headers = ("Indikator", *(one.format(year) for year in (2024, 2025) for one in of_year))
    table = _table(("Jumlah posko", "8", "9", "1", "7", "6", "-1"), headers=headers)
    assert not [one for one in validate(table, katalog) if one.tingkat is iku.Level.GALAT]


@pytest.mark.parametrize(
    ("name", "mean", "label", "codes"),
    [
        ("Rata-rata capaian", "95", "Sangat Tinggi", []),
        ("Rata-rata capaian", "95", "Sangat Rendah", ["IKU520"]),
        ("Rata-rata", "95", "Rendah", ["IKU520"]),
        ("Rata-rata", "95", "-", []),
        ("Rata-rata", "95", "Hebat sekali", ["IKU522"]),
        ("Jumlah", "190", "Rendah", []),
    ],
)
def test_the_class_of_a_mean_is_that_of_the_mean(
    katalog: Katalog, name: str, mean: str, label: str, codes: list[str]
) -> None:
    rows = [("A", "%", "90", "81", "90", "Tinggi"), ("B", "%", "80", "80", "100", "Sangat Tinggi")]
    table = _table(*rows, (name, "", "", "", mean, label), headers=(*_HEADERS, "Predikat"))
    found = [one for one in validate(table, katalog) if one.place.baris == 4]
    assert [one.kode for one in found] == codes


_RULED: Final = "Capaian Kinerja 2025 (capaian maksimal 100%)"


@pytest.mark.parametrize(
    ("title", "note", "codes"),
    [
        ("Capaian Kinerja 2025", "", ["IKU514"]),
        (_RULED, "", []),
        ("Capaian Kinerja 2025", "Catatan: capaian dibatasi paling tinggi 100 persen", []),
        ("Capaian Kinerja 2025", "*) Nilai capaian tidak boleh melebihi 120%", ["IKU514"]),
        ("Capaian Kinerja 2025", "Target maksimal 100%. Capaian dihitung.", ["IKU514"]),
    ],
)
@pytest.mark.parametrize("name", ["Persentase Penyelesaian Konflik Sosial", "Ukuran lain"])
def test_a_cap_that_the_table_names_is_kept(
    katalog: Katalog, name: str, title: str, note: str, codes: list[str]
) -> None:
    rows: Rows = [[name, "%", 80, 90, 100], ["Ukuran kedua", "%", 80, 72, 90], [note]]
    found = validate(sheets(Laporan=[[title], [*_HEADERS], *rows]), katalog)
    assert [one.kode for one in found if one.tingkat is not iku.Level.INFO] == codes


def test_a_cap_that_the_header_names_is_kept(katalog: Katalog) -> None:
    headers = (*_HEADERS[:4], "Capaian (maks. 100%)")
    assert not _errors(_table(("Ukuran lain", "%", "80", "90", "100"), headers=headers), katalog)


def test_below_a_cap_that_is_named_a_wrong_achievement_is_told(katalog: Katalog) -> None:
    rows: Rows = [["Ukuran lain", "%", 80, 76, 90], ["Ukuran kedua", "%", 80, 72, 90]]
    found = validate(sheets(Laporan=[[_RULED], [*_HEADERS], *rows]), katalog)
    assert [one.kode for one in found if one.tingkat is iku.Level.GALAT] == ["IKU510"]
