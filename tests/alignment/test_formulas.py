"""What a region's formula is to the standard's, in words an official can act on."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.alignment.formulas import FormulaComparison, compare_formula
from kesbang_iku.alignment.names import KnownNames
from kesbang_iku.alignment.relations import Relation, relate

Katalog = iku.Catalog

RESOLVED = "KBP-WAS-02"
DEATHS = "KBP-WAS-04"
TURNOUT = "KBP-POL-02"
ACTIVE = "KBP-ORM-04"
VIGILANCE = "KBP-WAS-01"
HARMONY = "KBP-ESB-02"
EVENTS = "KBP-WAS-09"
PREVENTED = "KBP-WAS-07"
QUIET = "KBP-WAS-19"
CALM = "KBP-POL-15"
ACCOUNTED = "KBP-UMM-02"


@pytest.fixture(scope="module")
def names(katalog: Katalog) -> KnownNames:
    return KnownNames(katalog, "kabupaten")


def _compared(names: KnownNames, code: str, formula: str) -> FormulaComparison:
    indicator = names.katalog[code]
    return compare_formula(formula, indicator.nama, indicator, names)


@pytest.mark.parametrize(
    ("code", "formula"),
    [
        (RESOLVED, "(Jumlah konflik yang diselesaikan : jumlah konflik yang terjadi) x 100%"),
        (RESOLVED, "(1 - (jumlah konflik yang belum selesai / jumlah konflik)) x 100%"),
        (DEATHS, "jumlah meninggal akibat konflik per 100.000 penduduk"),
        (TURNOUT, "Jumlah pengguna hak pilih / (DPT + DPK) x 100%"),
        (ACTIVE, "jumlah ormas aktif dibagi jumlah ormas terdaftar dikali 100%"),
        (HARMONY, "(toleransi + kesetaraan + kerja sama) / 3"),
        (ACTIVE, "jumlah ormas aktif / (jumlah ormas aktif + jumlah ormas tidak aktif) x 100%"),
        (
            ACTIVE,
            "(jumlah ormas terdaftar - jumlah ormas tidak aktif) / jumlah ormas terdaftar x 100%",
        ),
        (RESOLVED, "konflik selesai / (konflik belum selesai + konflik selesai) x 100%"),
        (
            PREVENTED,
            "jumlah potensi konflik yang tidak menjadi konflik / jumlah potensi konflik x 100%",
        ),
        (
            QUIET,
            "(jumlah kecamatan - jumlah kecamatan yang ada gangguan) / jumlah kecamatan x 100%",
        ),
        # Of a score that stands for all the parts nobody knows that it is another one.
        (HARMONY, "jumlah nilai semua dimensi / 3"),
        (TURNOUT, "100% - (jumlah golput / (DPT + DPK)) x 100%"),
        (ACCOUNTED, "jumlah nilai seluruh komponen"),
    ],
)
def test_the_same_function_does_not_deviate(names: KnownNames, code: str, formula: str) -> None:
    assert _compared(names, code, formula) == FormulaComparison()


@pytest.mark.parametrize(
    ("code", "formula", "said"),
    [
        (RESOLVED, "Jumlah konflik yang diselesaikan / jumlah konflik", "0,01 kali"),
        (DEATHS, "jumlah meninggal akibat konflik / jumlah penduduk x 1.000", "0,01 kali"),
        (RESOLVED, "Jumlah konflik / jumlah konflik yang diselesaikan x 100%", "Terbalik"),
        (DEATHS, "jumlah penduduk / jumlah meninggal akibat konflik x 100.000", "Terbalik"),
        (ACTIVE, "jumlah ormas terdaftar / jumlah ormas aktif x 100%", "Terbalik"),
        (RESOLVED, "100 - (konflik yang diselesaikan / konflik x 100)", "Menghitung sisanya"),
        (RESOLVED, "Jumlah konflik yang diselesaikan", "Sertakan penyebutnya"),
        (EVENTS, "Jumlah konflik / jumlah penduduk x 100.000", "standar cacahannya"),
        (RESOLVED, "(Konflik tahun n - konflik tahun n-1) / konflik tahun n-1", "perubahan"),
        (RESOLVED, "(Jumlah konflik yang ditangani / jumlah konflik) x 100%", "bukan"),
        (RESOLVED, "Jumlah konflik yang diselesaikan / jumlah penduduk x 100%", "bukan"),
        (RESOLVED, "Jumlah konflik yang diselesaikan / jumlah penduduk", "bukan"),
        (RESOLVED, "Jumlah konflik yang diselesaikan / jumlah potensi konflik x 100%", "bukan"),
        (
            RESOLVED,
            "Jumlah konflik yang diselesaikan / jumlah konflik yang ditangani x 100%",
            "bukan",
        ),
        (
            RESOLVED,
            "konflik belum selesai / (konflik selesai + konflik belum selesai) x 100%",
            "nilai lain",
        ),
        (
            PREVENTED,
            "jumlah potensi konflik yang menjadi konflik / jumlah potensi konflik x 100%",
            "sisanya",
        ),
        (QUIET, "jumlah kecamatan yang mengalami gangguan / jumlah kecamatan x 100%", "bukan"),
        (CALM, "jumlah unjuk rasa ricuh / jumlah unjuk rasa x 100%", "bukan"),
        (HARMONY, "dimensi toleransi x 3", "nilai lain"),
        (HARMONY, "10", "nilai lain"),
        (HARMONY, "(toleransi + kesetaraan + kerja sama) / 3 x 100", "100 kali"),
        (HARMONY, "(toleransi + kesetaraan) / 2", "nilai lain"),
        (RESOLVED, "JP/JK x 100%\nJP = jumlah konflik\nJK = jumlah konflik selesai", "Terbalik"),
        (VIGILANCE, "(A / B) x 100%", "dirilis"),
        (HARMONY, "0,4 x toleransi + 0,3 x kesetaraan + 0,3 x kerja sama", "nilai lain"),
        (TURNOUT, "Jumlah pengguna hak pilih / jumlah DPT x 100%", "rumus versi 2019"),
    ],
)
def test_what_differs_is_said(names: KnownNames, code: str, formula: str, said: str) -> None:
    deviation = _compared(names, code, formula).deviation
    assert deviation is not None
    assert said in deviation.id
    assert deviation.en


@pytest.mark.parametrize("formula", ["hasil survei", "A / B / C", "Jumlah konflik x 100%"])
def test_of_what_cannot_be_read_nothing_is_said(names: KnownNames, formula: str) -> None:
    found = _compared(names, RESOLVED, formula)
    assert found.deviation is None
    assert found.findings


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("x / y * 100", "a / b * 100", Relation.SAME),
        ("x / y", "a / b * 100", Relation.SCALED),
        ("x * 1000 / y", "a / b * 100", Relation.SCALED),
        ("(x + y) / z", "a / (b + c) * 100", Relation.INVERTED),
        ("(y - x) / y * 100", "a / b * 100", Relation.COMPLEMENT),
        ("1 - x / y", "a / b", Relation.COMPLEMENT),
        ("x - sebelumnya(x)", "a", Relation.GROWTH),
        ("x", "a - sebelumnya(a)", Relation.LEVEL),
        ("x", "a / b * 100", Relation.COUNT),
        ("x / y", "a + b", Relation.SHARE),
        ("x + y", "a * b", Relation.DIFFERENT),
        ("20 * x + 80 * y", "0.2 * a + 0.8 * b", Relation.SCALED),
        ("(x + y) / 2 * 100", "rata_rata(a, b)", Relation.SCALED),
    ],
)
def test_relations_do_not_depend_on_names(first: str, second: str, relation: Relation) -> None:
    assert relate(first, second).relation is relation


def test_the_factor_is_that_of_the_first_over_the_second() -> None:
    assert relate("x / y", "a / b * 100").factor * 100 == 1
