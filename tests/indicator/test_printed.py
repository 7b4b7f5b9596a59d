"""Printed numbers against computed ones: what is right, and what seems to have happened."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.findings import NOWHERE
from kesbang_iku.formula import round_half_up
from kesbang_iku.indicator.inputs import read_one
from kesbang_iku.indicator.item_input import ItemInput
from kesbang_iku.indicator.printed_number import PrintedNumber
from tests.definitions import measured

Katalog = iku.Catalog


def _blamed(result: iku.Result) -> list[str]:
    return [found.kode for found in result.temuan if found.kode.startswith("IKU5")]


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("71,27", []),
        ("71.27", []),
        ("71,3", []),
        ("71", []),
        ("71,26841", []),
        ("71,268", []),
        ("71,26", ["IKU501"]),
        ("71,2", ["IKU501"]),
        ("71,28", ["IKU500"]),
        ("72", ["IKU524"]),
        ("17,27", ["IKU500"]),
        ("-", []),
    ],
)
def test_printed_value_is_right_at_any_number_of_digits(
    katalog: Katalog, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": "71,26841"}, realisasi=printed)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("value", "target", "printed", "codes"),
    [
        ("71,27", 72, "98,99", []),
        ("71,27", 72, "99", []),
        ("71,27", 72, "98,98", ["IKU525"]),
        ("71,27", 72, "98", ["IKU511"]),
        ("93", 95, "98", []),
        ("93", 93, "93", ["IKU512"]),
        ("8", 10, "125", ["IKU513"]),
        ("8", 10, "120", ["IKU513"]),
        ("8", 10, "0,8", ["IKU515"]),
        ("26", 19, "100", ["IKU514"]),
        ("26", 19, "120", ["IKU514"]),
        ("26", 19, "135", ["IKU525"]),
        ("26", 19, "137", []),
        ("26", 19, "136", ["IKU525"]),
        ("26", 19, "140", ["IKU518"]),  # 26,499 gives 139,46, then 139,5, then 140
        ("26", None, "137", ["IKU516"]),
        ("157", 160, "98,13", []),
        ("157", 160, "98,12", ["IKU525"]),
        ("159", 160, "99,37", ["IKU525"]),
        ("93", 95, "98.0", []),
        ("76,5", 78, "98,0", ["IKU525"]),
        ("93", 95, "98,00", ["IKU525"]),
        ("93", 95, "97,90", ["IKU525"]),
        ("93", 95, "97,88", ["IKU525"]),
        ("74", 72, "103", []),
        ("74", 73, "102", ["IKU525"]),
        ("67", 69, 97.10144927536231, []),
        ("67", 69, "97.1014492753624", []),
        ("67", 69, "97.1014482753624", ["IKU525"]),
        ("93,21", 100, "93.20999999999999", []),
    ],
)
def test_printed_achievement_of_a_measure_is_named_for_what_it_seems_to_be(
    katalog: Katalog, value: str, target: object, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": value}, target=target, capaian=printed)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("value", "target", "printed", "codes"),
    [
        ("26", 19, "135", ["IKU510"]),
        ("26", 19, "136", ["IKU511"]),
        ("26", 19, "140", ["IKU510"]),
        ("157", 160, "98,12", ["IKU519"]),
        ("159", 160, "99,37", ["IKU511"]),
        ("93", 95, "98,00", ["IKU518"]),
        ("93", 95, "97,90", ["IKU518"]),
        ("93", 95, "97,88", ["IKU510"]),
        ("74", 73, "102", ["IKU518"]),
        ("67", 69, "97.1014482753624", ["IKU510"]),
        ("8", 10, "125", ["IKU513"]),
    ],
)
def test_printed_achievement_of_a_count_is_proven(
    katalog: Katalog, value: str, target: object, printed: str, codes: list[str]
) -> None:
    counted = measured(katalog.tables, satuan="orang", desimal="0")
    result = counted.compute(realisasi=value, target=target, capaian=printed)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("value", "target", "printed", "slip"),
    [
        ("57,25", "67,3", "67,3", "kolomnya terisi target"),
        ("85,89", 78, "7,89", "selisih realisasi dan target"),
        ("19,16", "21,48", "-2,32", "selisih realisasi dan target"),
        ("80,67", 76, "6,14", "selisihnya dalam persen target"),
        ("92", "80-90", "113", "batas atas target dibagi batas bawahnya"),
        ("85", "80-90", "94,44", "batas lain dari rentang target"),
        ("85", "80-90", "106,25", "batas lain dari rentang target"),
        ("86,52", 80, "10815", "tanda desimalnya hilang atau bergeser"),
        ("67,24", "67,8", "9,92", "tanda desimalnya hilang atau bergeser"),
        ("95", 95, "300", "dijumlahkan dari beberapa tahun"),
        ("59,20", "67,5", "78,70", "dua angkanya tertukar"),
        ("76,51", 87, "89,51", "100 ditambah selisih dalam poin"),
        ("54", 90, "48,6", "realisasi dikali target"),
        ("89,75", "89,55", "100,27", "hanya satu angkanya lain"),
        ("26,00", 19, "135", ""),
    ],
)
def test_slip_behind_a_wrong_achievement_is_named(
    katalog: Katalog, value: str, target: object, printed: str, slip: str
) -> None:
    result = measured(katalog.tables).compute({"x": value}, target=target, capaian=printed)
    (found,) = result.temuan
    assert found.kode == "IKU510"
    before, _, said = found.pesan.partition(" menghasilkan ")
    assert slip in said if slip else ";" not in said, before
    assert found.message("en").count(";") == (1 if slip else 0)


def test_other_method_is_named_with_its_formula(katalog: Katalog) -> None:
    result = measured(katalog.tables).compute({"x": 8}, target=10, capaian="125")
    (found,) = result.temuan
    assert "minimalkan_rasio" in found.pesan
    assert "target / realisasi * 100" in found.pesan


@pytest.mark.parametrize(
    ("printed", "codes"),
    [
        ("Sangat Tinggi", []),
        (" sangat  tinggi ", []),
        ("Tinggi", ["IKU520"]),
        ("Sangat Baik", ["IKU522"]),
        ("-", []),
        ("n/a", []),
        ("", []),
    ],
)
def test_printed_category_is_held_against_the_achievement(
    katalog: Katalog, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": 9}, target=9, predikat=printed)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("value", "printed", "codes"),
    [
        ("8.7", "Tercapai", ["IKU520"]),
        ("8.7", "Melebihi Target", ["IKU520"]),
        ("8.7", "tidak tercapai", []),
        ("8.97", "Tercapai", []),  # 99.67 per cent, a hundred where whole ones are printed
        ("9", "Tercapai", []),
        ("9", "Tidak Tercapai", ["IKU520"]),
        ("9.4", "Tercapai", []),
        ("9.4", "Melebihi Target", []),
        ("9.4", "Berhasil", ["IKU522"]),
    ],
)
def test_a_claim_to_have_reached_the_target_is_held_against_the_achievement(
    katalog: Katalog, value: str, printed: str, codes: list[str]
) -> None:
    result = measured(katalog.tables).compute({"x": value}, target=9, predikat=printed)
    assert _blamed(result) == codes


@pytest.mark.parametrize(("category", "codes"), [("Tinggi", []), ("Sangat Tinggi", [])])
def test_category_in_a_gap_of_the_scale_may_be_either(
    katalog: Katalog, category: str, codes: list[str]
) -> None:
    # 90,5: the scale prints 76-90 and 91-100.
    result = measured(katalog.tables).compute({"x": "90,5"}, target=100, predikat=category)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("capaian", "category", "codes"),
    [
        # A realised 1 stands for 0.5 to 1.5, and so for achievements from 25 to below 75.
        (None, "Sangat Rendah", []),
        (None, "Rendah", []),
        (None, "Sedang", []),
        (None, "Tinggi", ["IKU520"]),
        # Beside a printed achievement of 60 it is of that as well.
        ("60", "Rendah", ["IKU525"]),
        ("60", "Sedang", ["IKU525", "IKU520"]),
        ("65,6", "Sedang", ["IKU525"]),
    ],
)
def test_category_may_be_that_of_any_achievement_behind_all_that_is_printed(
    katalog: Katalog, capaian: str | None, category: str, codes: list[str]
) -> None:
    indicator = measured(katalog.tables)
    result = indicator.compute({"x": "1"}, target=2, capaian=capaian, predikat=category)
    assert _blamed(result) == codes


@pytest.mark.parametrize(
    ("target", "printed", "code"),
    [(10, "0", "IKU513"), (0, "0", "IKU526"), (10, "199,99", "IKU510")],
)
def test_a_realised_zero_is_no_value_in_the_wrong_column_nor_of_another_scale(
    katalog: Katalog, target: int, printed: str, code: str
) -> None:
    result = katalog["KBP-WAS-09"].compute({"konflik": 0}, target=target, capaian=printed)
    assert _blamed(result) == [code]


def test_a_rate_of_zero_is_of_no_other_scale(katalog: Katalog) -> None:
    rate = katalog["KBP-WAS-04"]
    assert _blamed(rate.compute(realisasi="0,00", target="0,02", capaian="170")) == ["IKU510"]


def test_the_achievement_of_an_impossible_value_is_not_said_to_be_without_ground(
    katalog: Katalog,
) -> None:
    share = katalog["KBP-WAS-02"]
    result = share.compute(realisasi="105", target=90, capaian="116,67", predikat="Sangat Tinggi")
    assert [found.kode for found in result.temuan] == ["IKU403"]


def test_category_without_an_achievement_has_no_ground(katalog: Katalog) -> None:
    result = measured(katalog.tables).compute({"x": 9}, predikat="Tinggi")
    assert _blamed(result) == ["IKU521"]
    assert "target" in result.temuan[0].message("en")


_EXACT = st.fractions(0, 1000, max_denominator=5000)


@given(exact=_EXACT, decimals=st.integers(0, 6))
def test_rounding_is_never_blamed(exact: Fraction, decimals: int) -> None:
    value = Fraction(round_half_up(exact, decimals))
    assert PrintedNumber(value, decimals, "x", lambda: NOWHERE).is_rounding_of(exact)


@given(exact=_EXACT, decimals=st.integers(0, 6))
def test_cut_is_the_largest_number_of_those_digits_below(exact: Fraction, decimals: int) -> None:
    value = Fraction(exact.numerator * 10**decimals // exact.denominator, 10**decimals)
    printed = PrintedNumber(value, decimals, "x", lambda: NOWHERE)
    assert exact in printed.cut
    assert printed.is_rounding_of(exact) == (2 * (exact - value) < printed.last_digit)


@given(digits=st.from_regex(r"[0-9]{1,15}([.,]([0-9]{1,2}|[0-9]{4,6}))?", fullmatch=True))
def test_decimals_are_counted_the_same_with_and_without_a_unit(digits: str) -> None:
    item = ItemInput(variabel={})
    bare, _ = read_one(digits, "capaian", None, item, ("capaian",))
    behind, _ = read_one(f"{digits} %", "capaian", None, item, ("capaian",))
    assert bare is not None
    assert behind is not None
    assert (bare.value, bare.decimals) == (behind.value, behind.decimals)
    assert bare.decimals == len(digits.replace(",", ".").partition(".")[2])
