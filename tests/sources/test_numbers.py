from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Level, Place, format_number
from kesbang_iku.sources.document import NumberText
from kesbang_iku.sources.notation import NumberFormat
from kesbang_iku.sources.numbers import (
    Bound,
    Missing,
    Number,
    Range,
    Words,
    from_python,
    is_absent,
    read_number,
)


def only_code(text: str, format_angka: NumberFormat | None = None) -> str:
    reading = read_number(text, format_angka=format_angka)
    assert reading.value is None
    (finding,) = reading.findings
    assert finding.tingkat is Level.GALAT
    return finding.kode


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("100", "100"),
        ("0.00", "0"),
        ("95,96", "95.96"),
        ("85.23", "85.23"),
        ("85,2345", "85.2345"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1.234,567", "1234.567"),
        ("1.625.000.000", "1625000000"),
        ("1,625,000", "1625000"),
        ("0.327", "0.327"),
        ("0,327", "0.327"),
        ("1234.567", "1234.567"),
        ("1'234'567,8", "1234567.8"),
        ("1\u00a0234\u202f567", "1234567"),
        ("85\u200b,23\ufeff", "85.23"),
        ("\u00a085,23 ", "85.23"),
        ("-5,5", "-5.5"),
        ("−5,5", "-5.5"),
        ("+5", "5"),
    ],
)
def test_a_number_is_read_exactly(text: str, value: str) -> None:
    reading = read_number(text)
    assert (reading.value, reading.findings) == (Number(Fraction(value)), ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("81,69%", Number(Fraction("81.69"), unit="%")),
        ("0 %", Number(Fraction(0), unit="%")),
        ("Rp. 12.463.335.063,-", Number(Fraction(12463335063), unit="Rp")),
        ("Rp12.463.335.063,00", Number(Fraction(12463335063), unit="Rp")),
        ("IDR 500", Number(Fraction(500), unit="Rp")),
        ("Rp 5.000.-", Number(Fraction(5000), unit="Rp")),
        ("-Rp 5", Number(Fraction(-5), unit="Rp")),
        ("3,68a)", Number(Fraction("3.68"), footnote="a)")),
        ("2,00 b)", Number(Fraction(2), footnote="b)")),
        ("12*", Number(Fraction(12), footnote="*")),
        ("79,51 (2023)", Number(Fraction("79.51"), year=2023)),
        ("1,73% (2023)", Number(Fraction("1.73"), unit="%", year=2023)),
        ("100 Orang", Number(Fraction(100), unit="Orang")),
        ("24 Orang/ Bulan", Number(Fraction(24), unit="Orang/ Bulan")),
        ("5 km²", Number(Fraction(5), unit="km²")),
        ("10% per tahun", Number(Fraction(10), unit="% per tahun")),
    ],
)
def test_what_stands_around_a_number_is_kept_apart(text: str, expected: Number) -> None:
    assert read_number(text).value == expected


@pytest.mark.parametrize(
    "text",
    [
        *["", " ", "\u200b", "-", "–", "—", "---", "- -", "n/a", "N/A", "n.a.", "..."],
        *["belum rilis", "Belum dirilis", "belum terbit"],
        *["Belum diisi", "tidak ada data", "Data tidak tersedia", "null", "nan"],
    ],
)
def test_unmistakable_signs_of_nothing_are_missing(text: str) -> None:
    assert read_number(text).value == Missing(text)


def test_none_is_missing() -> None:
    assert read_number(None).value == Missing("")


@pytest.mark.parametrize("text", ["0", "0.00", "0 %", "100 %", "nihil", "tidak ada", "kosong"])
def test_what_may_mean_something_is_not_missing(text: str) -> None:
    assert not isinstance(read_number(text).value, Missing)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("81,69–85,23", "81.69", "85.23"),
        ("63,00—64,99", "63", "64.99"),
        ("4,98% - 5,23%", "4.98", "5.23"),
        ("3,00-4,50", "3", "4.5"),
        ("3,00-\n4,50", "3", "4.5"),
        ("66,50-67,00", "66.5", "67"),
        ("80-90", "80", "90"),
        ("80 s.d. 90", "80", "90"),
        ("80 s/d 90", "80", "90"),
        ("80 sampai dengan 90", "80", "90"),
        ("80 persen - 90 persen", "80", "90"),
        ("3,68a)–4,00b)", "3.68", "4"),
        ("-5 - -3", "-5", "-3"),
        ("80-80", "80", "80"),
    ],
)
def test_a_range_has_both_ends(text: str, low: str, high: str) -> None:
    value = read_number(text).value
    assert isinstance(value, Range)
    assert (value.low, value.high) == (Fraction(low), Fraction(high))


def test_a_range_keeps_its_unit_and_year() -> None:
    assert read_number("4,98% - 5,23% (2025)").value == Range(
        Fraction("4.98"), Fraction("5.23"), unit="%", year=2025
    )


def test_one_end_of_a_range_settles_the_notation_of_the_other() -> None:
    assert read_number("12,5 - 12.463").value == Range(Fraction("12.5"), Fraction(12463))


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("≥ 80", Bound(">=", Fraction(80))),
        (">= 80", Bound(">=", Fraction(80))),
        ("> 75", Bound(">", Fraction(75))),
        ("Skor > 75", Bound(">", Fraction(75))),
        ("≤5", Bound("<=", Fraction(5))),
        ("< 5,5", Bound("<", Fraction("5.5"))),
        ("minimal 80", Bound(">=", Fraction(80))),
        ("Maksimal 5", Bound("<=", Fraction(5))),
        ("tidak kurang dari 80", Bound(">=", Fraction(80))),
        ("lebih dari 80", Bound(">", Fraction(80))),
        ("80 ke atas", Bound(">=", Fraction(80))),
        ("80% atau lebih", Bound(">=", Fraction(80), unit="%")),
        ("≥ 80% tingkat partisipasi", Bound(">=", Fraction(80), unit="% tingkat partisipasi")),
    ],
)
def test_a_bound_is_no_number(text: str, bound: Bound) -> None:
    assert read_number(text).value == bound


@pytest.mark.parametrize(
    "text", ["Tinggi", "BB", "WTP", "Seluruh kabupaten/kota mendapat kategori Peduli HAM"]
)
def test_words_are_words(text: str) -> None:
    assert read_number(text).value == Words(text)


def test_words_lose_their_invisible_characters() -> None:
    assert read_number(" Sangat\u00a0\u200bTinggi\n").value == Words("Sangat Tinggi")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("12.463", "IKU050"),
        ("12,463", "IKU050"),
        ("-1.234", "IKU050"),
        ("12.463-15.000", "IKU050"),
        ("1.23.456", "IKU054"),
        ("12.46.3", "IKU054"),
        ("1,2,3", "IKU054"),
        ("0.123.456", "IKU054"),
        ("1.234,567,8", "IKU054"),
        ("1'2345", "IKU054"),
        ("81,69,-", "IKU054"),
        ("81,69–85.23", "IKU055"),
        ("100\n2,74", "IKU056"),
        ("1 234", "IKU056"),
        ("17/20", "IKU056"),
        ("2026-01-01", "IKU056"),
        ("minimal 80-90", "IKU056"),
        ("1e3", "IKU057"),
        ("1,5E+10", "IKU057"),
        ("9" * 41, "IKU059"),
        ("٣", "IKU060"),
        ("\uff11\uff12", "IKU060"),
        ("3½", "IKU060"),
        ("81,69-", "IKU061"),
        ("81,69 % –", "IKU061"),
        ("–4,50", "IKU061"),
        ("- 4,50", "IKU061"),
        ("Rp - 5", "IKU061"),
        ("90-80", "IKU062"),
        ("4,50-3,00", "IKU062"),
        ("5 juta", "IKU063"),
        ("Rp 1,2 M", "IKU063"),
        ("5 - 10 ribu", "IKU063"),
        ("1,2 Milyard", "IKU063"),
        ("600 jutaan", "IKU063"),
        ("600 ribuan", "IKU063"),
        ("600 rb-an", "IKU063"),
        ("1,2 mlr", "IKU063"),
        ("1,2 mlyr", "IKU063"),
        ("1,2 bio", "IKU063"),
        ("1,2 Mil", "IKU063"),
        ("Sangat Baik (4,21)", "IKU064"),
        ("4,21 (Sangat Baik)", "IKU064"),
        ("Penurunan minimal 10% per tahun", "IKU064"),
        ("sekitar 80", "IKU064"),
        ("80 dan lain-lain", "IKU064"),
        ("80 persen - 90 orang", "IKU064"),
        ("0x1F", "IKU064"),
        ("8O", "IKU064"),
        ("1oo", "IKU064"),
        ("85l", "IKU064"),
        ("7 I", "IKU064"),
        ("80-9O", "IKU064"),
        (".5", "IKU065"),
        ("5.", "IKU065"),
        ("(5)", "IKU065"),
        ("~80", "IKU065"),
        ("%", "IKU065"),
        ("#DIV/0!", "IKU066"),
        ("#N/A", "IKU066"),
        ("#####", "IKU066"),
    ],
)
def test_what_cannot_be_read_says_why(text: str, code: str) -> None:
    assert only_code(text) == code


def test_an_ambiguous_number_names_both_readings_and_how_to_write_them() -> None:
    (finding,) = read_number("12.463").findings
    assert "12463 (ribuan)" in finding.pesan
    assert "12,463 (desimal)" in finding.pesan
    assert "12463 atau 12,4630" in finding.saran
    assert "12.463 (decimals)" in finding.message("en")


@pytest.mark.parametrize("text", ["12.463", "12,463"])
def test_an_index_up_to_a_hundred_settles_three_digits_as_decimals(text: str) -> None:
    reading = read_number(text, minimum=0, maximum=100)
    assert reading.number == Fraction("12.463")
    assert [(f.kode, f.tingkat) for f in reading.findings] == [("IKU052", Level.INFO)]


def test_a_whole_count_settles_three_digits_as_thousands() -> None:
    assert read_number("12.463", whole=True).number == 12463


def test_a_minimum_settles_three_digits_as_thousands() -> None:
    assert read_number("12.463", minimum=Decimal("100.5")).number == 12463


def test_bounds_of_a_negative_number_are_held_against_it_with_its_sign() -> None:
    assert read_number("-1.234", minimum=-5, maximum=0).number == Fraction("-1.234")


def test_bounds_that_leave_both_readings_settle_nothing() -> None:
    reading = read_number("1.000", minimum=0, whole=True)
    assert (reading.value, [f.kode for f in reading.findings]) == (None, ["IKU050"])


def test_bounds_that_leave_no_reading_are_named() -> None:
    (finding,) = read_number("12.463", minimum=0, maximum=5).findings
    assert finding.kode == "IKU051"
    assert ">= 0, <= 5" in finding.pesan


def test_bounds_settle_a_range_as_a_whole() -> None:
    value = read_number("1.250-1.500", minimum=0, maximum=10).value
    assert value == Range(Fraction("1.25"), Fraction("1.5"))


def test_rupiah_has_no_thousandths() -> None:
    assert read_number("Rp 12.463").number == 12463
    assert read_number("12.463,-").number == 12463


@pytest.mark.parametrize(
    ("text", "form", "value"),
    [
        ("12.463", "id", "12463"),
        ("12.463", "en", "12.463"),
        ("12,463", "id", "12.463"),
        ("12,463", "en", "12463"),
        ("1250", "id", "1250"),
        ("85,23", "id", "85.23"),
    ],
)
def test_a_declared_format_settles_the_reading(text: str, form: NumberFormat, value: str) -> None:
    reading = read_number(text, format_angka=form)
    assert (reading.number, reading.findings) == (Fraction(value), ())


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("85.23", "id"),
        ("85,23", "en"),
        ("0.327", "id"),
        ("1,234,567", "id"),
        ("1.234.567", "en"),
        ("1,234.5", "id"),
        ("81.69-85.23", "id"),
    ],
)
def test_a_number_against_the_declared_format_is_refused(text: str, form: NumberFormat) -> None:
    assert only_code(text, form) == "IKU053"


def test_findings_stand_at_the_place_given() -> None:
    place = Place("a.csv", 3, sel="C3")
    assert read_number("1e3", place=place).findings[0].place == place


def test_a_long_value_is_cut_in_messages() -> None:
    (finding,) = read_number("kata " * 30 + "5").findings
    assert finding.nilai is not None
    assert len(finding.nilai) == 60


@pytest.mark.parametrize(
    ("text", "value"), [("12.463", "12.463"), ("1e3", "1000"), ("2.5E-2", "0.025"), ("-0", "0")]
)
def test_numbers_of_json_are_exact_by_syntax(text: str, value: str) -> None:
    reading = read_number(NumberText(text), format_angka="id")
    assert (reading.number, reading.findings) == (Fraction(value), ())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1e31", "IKU058"),
        ("1E-99999999999999999999", "IKU058"),
        ("9" * 41, "IKU059"),
        ("1e" + "0" * 100 + "30", None),
    ],
)
def test_numbers_of_json_are_bounded(text: str, code: str | None) -> None:
    assert [f.kode for f in read_number(NumberText(text)).findings] == ([code] if code else [])


@pytest.mark.parametrize("value", [True, False])
def test_truth_is_no_number(value: bool) -> None:
    assert [f.kode for f in read_number(value).findings] == ["IKU067"]
    assert [f.kode for f in from_python(value).findings] == ["IKU067"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (17, "17"),
        (0.1, "1/10"),
        (1e22, "10000000000000000000000"),
        (-2.5e-7, "-1/4000000"),
        (Decimal("85.230"), "85.23"),
        (Decimal("1E+5"), "100000"),
        (Fraction(1, 3), "1/3"),
        ("85,23", "85.23"),
    ],
)
def test_python_values_are_read_exactly(value: object, expected: str) -> None:
    assert from_python(value).number == Fraction(expected)


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (float("-inf"), "IKU068"),
        (Decimal("-Infinity"), "IKU068"),
        (Decimal("1E+1000000"), "IKU058"),
        (1e300, "IKU058"),
        ([1], "IKU069"),
        (1j, "IKU069"),
    ],
)
def test_python_values_without_a_certain_value_are_refused(value: object, code: str) -> None:
    reading = from_python(value)
    assert (reading.value, [f.kode for f in reading.findings]) == (None, [code])


def test_a_number_of_five_million_digits_is_refused() -> None:
    assert only_code("9" * 5_000_000) == "IKU059"
    assert [f.kode for f in read_number(NumberText("9" * 5_000_000)).findings] == ["IKU059"]


def test_integers_and_fractions_beyond_all_measure_are_refused() -> None:
    assert [f.kode for f in from_python(10**5000).findings] == ["IKU059"]
    assert [f.kode for f in from_python(Fraction(1, 10**5000)).findings] == ["IKU059"]


def test_text_of_a_program_is_held_against_the_field() -> None:
    assert from_python("12.463", minimum=0, maximum=100).number == Fraction("12.463")
    assert from_python("12.463", format_angka="id").number == 12463


def test_none_of_a_program_is_missing() -> None:
    assert from_python(None).value == Missing("")


formats = st.sampled_from(["id", "en"])
decimals = st.decimals(
    min_value=-(10**15), max_value=10**15, allow_nan=False, allow_infinity=False, places=4
) | st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-999, max_value=999)


@given(decimals, formats)
@settings(max_examples=200, deadline=None)
def test_what_is_written_is_read_back(value: Decimal, form: NumberFormat) -> None:
    reading = read_number(format_number(value, form), format_angka=form)
    assert reading.number == Fraction(value)


@given(decimals, formats)
@settings(max_examples=200, deadline=None)
def test_undeclared_notation_is_read_right_or_not_at_all(
    value: Decimal, form: NumberFormat
) -> None:
    reading = read_number(format_number(value, form))
    assert reading.number in (Fraction(value), None)
    if reading.number is None:
        assert [f.kode for f in reading.findings] == ["IKU050"]


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"))
@settings(max_examples=100, deadline=None)
def test_three_digits_behind_one_mark_are_never_guessed(head: int, tail: int, mark: str) -> None:
    reading = read_number(f"{head}{mark}{tail:03d}")
    assert (reading.value, [f.kode for f in reading.findings]) == (None, ["IKU050"])


@given(st.floats(allow_nan=False, allow_infinity=False, min_value=-1e30, max_value=1e30))
@settings(max_examples=100, deadline=None)
def test_a_float_is_the_decimal_it_prints_as(value: float) -> None:
    reading = from_python(value)
    if reading.number is None:
        assert [f.kode for f in reading.findings] == ["IKU058"]
    else:
        assert reading.number == Fraction(repr(value))
        assert float(reading.number) == value


NUMBERISH = st.text(alphabet="0123456789.,'-–—−+%()*ab Rpe≥<>\n\u00a0/²½", max_size=20)


@given(st.text(max_size=30) | NUMBERISH, st.none() | formats, st.booleans())
@settings(max_examples=500, deadline=None)
def test_no_text_makes_the_reader_raise(text: str, form: NumberFormat | None, whole: bool) -> None:
    reading = read_number(text, format_angka=form, minimum=0, maximum=100, whole=whole)
    assert (reading.value is None) == any(f.tingkat is Level.GALAT for f in reading.findings)
    for finding in reading.findings:
        assert finding.message("id")
        assert finding.hint("en")


@pytest.mark.parametrize("text", ["NaN", "-NaN", "sNaN"])
def test_whatever_is_no_number_of_decimals_is_absent(text: str) -> None:
    assert is_absent(Decimal(text))
    assert not is_absent(Decimal(0))
