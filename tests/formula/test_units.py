from __future__ import annotations

from fractions import Fraction

import pytest

from kesbang_iku.findings import Finding, Place, Text
from kesbang_iku.formula.parser import parse
from kesbang_iku.formula.tree import Binary, BinaryOperator, Name
from kesbang_iku.formula.units import (
    Measure,
    Pure,
    Quantity,
    Truth,
    Unit,
    Unknown,
    describe,
    dimensions_text,
    infer_unit,
    result_unit_finding,
)

ORANG = Unit("orang", (("orang", 1),), Fraction(1), aditif=True)
KASUS = Unit("kasus", (("kasus", 1),), Fraction(1), aditif=True)
RUPIAH = Unit("rupiah", (("rupiah", 1),), Fraction(1), aditif=True)
JUTA = Unit("juta rupiah", (("rupiah", 1),), Fraction(1, 10**6), aditif=True)
PERSEN = Unit("persen", (), Fraction(100), aditif=False)
PECAHAN = Unit("pecahan", (), Fraction(1), aditif=False)
INDEKS = Unit("indeks", (("indeks", 1),), Fraction(1), aditif=False)

UNITS = {
    **dict.fromkeys(("laki", "perempuan", "penduduk"), ORANG),
    **dict.fromkeys(("konflik", "selesai"), KASUS),
    "anggaran": RUPIAH,
    "anggaran_juta": JUTA,
    **dict.fromkeys(("p", "q"), PERSEN),
    "bagian": PECAHAN,
    **dict.fromkeys(("x", "y", "z"), INDEKS),
    "entah": None,
}


def unit_of(text: str) -> Measure:
    measure, findings = infer_unit(parse(text), UNITS)
    assert not findings
    return measure


def fault_in(text: str) -> Finding:
    measure, findings = infer_unit(parse(text), UNITS)
    assert isinstance(measure, Unknown | Truth)
    (finding,) = findings
    return finding


def result_fault(text: str, unit: Unit) -> str | None:
    finding = result_unit_finding(unit_of(text), unit, Place())
    return finding.kode if finding else None


def test_a_unit_keeps_its_dimensions_sorted_and_without_zero_exponents() -> None:
    unit = Unit("x", (("orang", -1), ("kasus", 1), ("tahun", 0)))
    assert unit.dimensi == (("kasus", 1), ("orang", -1))
    assert unit == Unit("x", (("kasus", 1), ("orang", -1)))


@pytest.mark.parametrize(
    ("text", "dimensions", "scale"),
    [
        ("selesai / konflik", (), 1),
        ("selesai / konflik * 100", (), 100),
        ("100 * selesai / konflik", (), 100),
        ("konflik / penduduk * 100000", (("kasus", 1), ("orang", -1)), 100000),
        ("laki + perempuan", (("orang", 1),), 1),
        ("jumlah(laki, perempuan)", (("orang", 1),), 1),
        ("anggaran / penduduk", (("orang", -1), ("rupiah", 1)), 1),
        ("anggaran / penduduk * penduduk", (("rupiah", 1),), 1),
        ("(laki - perempuan) / penduduk", (), 1),
        ("(2 * laki - perempuan) / laki * 100", (), 100),
        ("0.327 * x + 0.413 * y + 0.260 * z", (("indeks", 1),), 1),
        ("(x + y + z) / 3", (("indeks", 1),), 1),
        ("jumlah(x, y, z) / 3", (("indeks", 1),), 1),
        ("rata_rata(x, y, z)", (("indeks", 1),), 1),
        ("rata_rata(laki, perempuan)", (("orang", 1),), 1),
        ("x + y", (("indeks", 1),), 2),
        ("0.5 * x + 0.65 * y", (("indeks", 1),), Fraction(23, 20)),
        ("x - y", (("indeks", 1),), 1),
        ("x + -y", (("indeks", 1),), 1),
        ("2 * x - y", (("indeks", 1),), 1),
        ("akar(x * y)", (("indeks", 1),), 1),
        ("akar(p * q)", (), 100),
        ("rata_rata_geometrik(x, y, z)", (("indeks", 1),), 1),
        ("akar(x)", (("indeks", Fraction(1, 2)),), 1),
        ("1 - selesai / konflik", (), 1),
        ("100 - p", (), 100),
        ("p / 100 * konflik", (("kasus", 1),), 1),
        ("isi(konflik, 0)", (("kasus", 1),), 1),
        ("jika(konflik = 0, 100, selesai / konflik * 100)", (), 100),
        ("min(100, p)", (), 100),
        ("maks(selesai, konflik)", (("kasus", 1),), 1),
        ("abs(x - sebelumnya(x))", (("indeks", 1),), 1),
        ("bulat(p, 2)", (), 100),
        ("-x", (("indeks", 1),), 1),
        ("konflik + 0", (("kasus", 1),), 1),
        ("1 / konflik", (("kasus", -1),), 1),
        ("rata_rata(p, 50)", (), 100),
        ("rata_rata_geometrik(x, 4 * y)", (("indeks", 1),), 2),
        ("x * akar(4)", (("indeks", 1),), 2),
        ("p + p * abs(-1)", (), None),
        ("x * akar(2)", (("indeks", 1),), None),
        ("x / akar(2) - y", (("indeks", 1),), None),
    ],
)
def test_a_formula_carries_dimensions_and_scale(
    text: str, dimensions: tuple[tuple[str, Fraction], ...], scale: Fraction | None
) -> None:
    measure = unit_of(text)
    assert isinstance(measure, Quantity)
    assert (measure.dimensions, measure.scale) == (dimensions, scale)


@pytest.mark.parametrize(
    ("text", "additive"),
    [
        ("laki + perempuan", True),
        ("selesai / konflik", False),
        ("p / 100 * konflik", True),
        ("rata_rata(x, y)", False),
    ],
)
def test_what_adds_up_stays_known(text: str, *, additive: bool) -> None:
    measure = unit_of(text)
    assert isinstance(measure, Quantity)
    assert measure.additive is additive


def test_a_scale_under_a_root_that_is_not_rational_is_not_guessed() -> None:
    measure = unit_of("akar(3 * x * y)")
    assert measure == Quantity((("indeks", 1),), None)
    assert result_unit_finding(measure, INDEKS, Place()) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2 * 3 - 1", 5),
        ("100 / 4", 25),
        ("-2 + 3", 1),
        ("jumlah(1, 2)", 3),
        ("rata_rata(1, 3)", 2),
        ("akar(9)", 3),
        ("0 * konflik", 0),
        ("0 / konflik", 0),
    ],
)
def test_constants_are_plain_numbers(text: str, value: int) -> None:
    assert unit_of(text) == Pure(Fraction(value))


@pytest.mark.parametrize("text", ["akar(2)", "rata_rata_geometrik(2, 3)", "bulat(2.5, 0)"])
def test_a_constant_that_is_not_worked_out_is_a_number_all_the_same(text: str) -> None:
    assert unit_of(text) == Pure(None)
    assert describe(unit_of(text)).id == "angka"


def test_a_divisor_without_scale_gives_no_unit() -> None:
    assert unit_of("x / (x - 2 * x + y)") == Unknown()
    assert unit_of("x / 0") == Unknown()


def test_a_fault_in_a_tree_that_was_never_text_stands_nowhere() -> None:
    tree = Binary(BinaryOperator.ADD, Name("laki"), Name("konflik"))
    _, (finding,) = infer_unit(tree, UNITS)
    assert finding.place == Place()


def test_quantities_of_one_kind_keep_a_name_only_if_it_is_the_same() -> None:
    units = {**UNITS, "jiwa": Unit("jiwa", ORANG.dimensi, ORANG.skala, aditif=True)}
    for text, name in (("laki + perempuan", "orang"), ("laki + jiwa", None)):
        measure, _ = infer_unit(parse(text), units)
        assert isinstance(measure, Quantity)
        assert measure.name == name


def test_a_comparison_is_a_truth() -> None:
    assert unit_of("selesai <= konflik dan bukan laki > 5") == Truth()


def test_a_variable_without_unit_makes_its_surroundings_unknown() -> None:
    assert unit_of("entah + konflik") == Unknown()
    assert unit_of("tak_dikenal / konflik * 100") == Unknown()


@pytest.mark.parametrize(
    ("text", "code", "message", "english"),
    [
        ("laki + konflik", "IKU153", "menjumlahkan orang dengan kasus", "adds orang and kasus"),
        ("laki - konflik", "IKU153", "mengurangkan orang dengan kasus", "subtracts"),
        ("laki < konflik", "IKU153", "membandingkan orang dengan kasus", "compares"),
        ("min(laki, konflik)", "IKU153", "membandingkan orang dengan kasus", "compares"),
        ("rata_rata(laki, konflik)", "IKU153", "merata-ratakan orang dengan kasus", "averages"),
        ("rata_rata_geometrik(laki, x)", "IKU153", "merata-ratakan orang dengan indeks", "and"),
        ("jika(laki > 0, laki, konflik)", "IKU153", "memilih antara orang dengan kasus", "chooses"),
        ("isi(laki, konflik)", "IKU153", "orang dengan kasus", "chooses"),
        ("jumlah(laki, laki, konflik)", "IKU153", "orang dengan kasus", "orang and kasus"),
        ("anggaran / laki + x", "IKU153", "rupiah/orang dengan indeks", "rupiah/orang and"),
        ("laki + konflik / penduduk", "IKU153", "orang dengan kasus/orang", "kasus/orang"),
        ("konflik + 1", "IKU154", "menjumlahkan kasus dengan angka 1", "kasus and the number 1"),
        ("1.5 - konflik", "IKU154", "mengurangkan angka 1,5 dengan kasus", "the number 1.5"),
        ("anggaran + anggaran_juta", "IKU155", "(skala 1) dengan juta rupiah", "scale 0.000001"),
        ("laki + 0.5 * perempuan", "IKU155", "(skala 0,5)", "(scale 0.5)"),
        ("maks(p, bagian)", "IKU155", "persen (skala 100) dengan pecahan (skala 1)", "persen"),
        ("p + q > laki", "IKU153", "membandingkan persen dengan orang", "persen and orang"),
        ("p > selesai / konflik", "IKU155", "membandingkan persen", "a fraction (scale 1)"),
    ],
)
def test_quantities_that_do_not_go_together_are_named(
    text: str, code: str, message: str, english: str
) -> None:
    finding = fault_in(text)
    assert finding.kode == code
    assert message in finding.pesan
    assert english in finding.message("en")


def test_a_fault_is_placed_at_the_operation() -> None:
    place = fault_in("2 * (laki + konflik)").place
    assert (place.kolom, place.kolom_akhir) == (6, 20)


def test_one_fault_is_reported_once() -> None:
    _, findings = infer_unit(parse("(laki + konflik) / penduduk + laki - konflik * 2"), UNITS)
    assert len(findings) == 1


def test_two_independent_faults_are_both_reported() -> None:
    _, findings = infer_unit(parse("(laki + konflik) / (x + laki)"), UNITS)
    assert [finding.kode for finding in findings] == ["IKU153", "IKU153"]


@pytest.mark.parametrize(
    ("text", "unit", "code"),
    [
        ("selesai / konflik * 100", PERSEN, None),
        ("selesai / konflik", PECAHAN, None),
        ("laki + perempuan", ORANG, None),
        ("0.5 * x + 0.5 * y", INDEKS, None),
        ("konflik", PERSEN, "IKU156"),
        ("konflik / penduduk * 100", PERSEN, "IKU156"),
        ("5", INDEKS, "IKU156"),
        ("5", PERSEN, None),
        ("selesai / konflik", PERSEN, "IKU157"),
        ("p * 100", PERSEN, "IKU158"),
        ("selesai / konflik * 100 * 100", PERSEN, "IKU158"),
        ("selesai / konflik * 1000", PERSEN, "IKU160"),
        ("x + y", INDEKS, "IKU160"),
        ("anggaran", JUTA, "IKU160"),
    ],
)
def test_the_result_is_held_against_the_stated_unit(
    text: str, unit: Unit, code: str | None
) -> None:
    assert result_fault(text, unit) == code


def test_a_missing_factor_is_told_with_its_cure() -> None:
    finding = result_unit_finding(unit_of("selesai / konflik"), PERSEN, Place())
    assert finding is not None
    assert finding.saran == "Kalikan 100."


def test_wrong_weights_are_told_with_their_sum() -> None:
    finding = result_unit_finding(
        unit_of("0.75 * x + 0.4 * y"), INDEKS, Place(), (Fraction("0.75"), Fraction("0.4"))
    )
    assert finding is not None
    assert finding.pesan == "Bobot berjumlah 1,15, seharusnya 1."


def test_measures_are_described_as_people_write_units() -> None:
    assert dimensions_text((("orang", -1), ("rupiah", 1), ("tahun", -1))) == "rupiah/(orang·tahun)"
    assert dimensions_text((("orang", 2),)) == "orang^2"
    assert dimensions_text((("kasus", Fraction(1, 2)), ("orang", -1))) == "kasus^1/2/orang"
    assert describe(unit_of("1 / konflik")) == Text.same("1/kasus")
    assert describe(unit_of("selesai / konflik * 1000")).en == "a ratio × 1,000"


@pytest.mark.parametrize(
    ("text", "scale"),
    [
        ("akar(4) * x", 2),
        ("akar(0.25) * x", Fraction(1, 2)),
        ("akar(2) * x", None),
        ("x * akar(2) * y", None),
        ("x * akar(2) - y", None),
        ("y - x * akar(2)", None),
        ("x * akar(2) - y * akar(3)", None),
        ("konflik * 2 / (selesai * akar(3))", None),
        ("rata_rata(x * akar(2), y)", None),
        ("p - bagian", 99),
        ("p + bagian", 101),
        ("rata_rata(p, bagian)", Fraction(101, 2)),
        ("rata_rata_geometrik(bagian * 4, p)", 20),
        ("rata_rata_geometrik(p, bagian * akar(2))", None),
        ("akar(p)", 10),
        ("maks(x, 2)", 1),
    ],
)
def test_a_scale_is_followed_and_unknown_once_it_is_irrational(
    text: str, scale: Fraction | int | None
) -> None:
    measure = unit_of(text)
    assert isinstance(measure, Quantity)
    assert measure.scale == scale


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("rata_rata(2, 4)", 3),
        ("rata_rata(akar(2), 1)", None),
        ("jumlah(1, akar(2))", None),
        ("akar(2) / akar(3)", None),
        ("akar(2) / 4", None),
        ("1 / akar(2)", None),
        ("-akar(2)", None),
        ("1 - akar(2)", None),
        ("min(1, 2)", None),
        ("isi(1, 2)", None),
        ("rata_rata_geometrik(4, 9)", None),
    ],
)
def test_constants_alone_stay_a_number_known_or_not(text: str, value: int | None) -> None:
    assert unit_of(text) == Pure(None if value is None else Fraction(value))
