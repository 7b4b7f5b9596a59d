from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Level
from kesbang_iku.formula import evaluate, parse, variables
from kesbang_iku.formula.checking import Declaration, check, result_interval, weights
from kesbang_iku.formula.interval import ANYTHING, Interval
from kesbang_iku.formula.units import Unit

ORANG = Unit("orang", (("orang", 1),), Fraction(1), aditif=True)
KASUS = Unit("kasus", (("kasus", 1),), Fraction(1), aditif=True)
SUARA = Unit("suara", (("suara", 1),), Fraction(1), aditif=True)
RUPIAH = Unit("rupiah", (("rupiah", 1),), Fraction(1), aditif=True)
PERSEN = Unit("persen", (), Fraction(100))
INDEKS = Unit("indeks", (("indeks", 1),), Fraction(1))
PER_100000 = Unit("per 100.000 penduduk", (), Fraction(100000))

ORANG_COUNT = Declaration(ORANG, minimum=Fraction(0), whole=True)
KASUS_COUNT = Declaration(KASUS, minimum=Fraction(0), whole=True)
SCORE = Declaration(INDEKS, Fraction(0), Fraction(100))
SHARE = Declaration(PERSEN, Fraction(0), Fraction(100))

CONFLICT = {"selesai": KASUS_COUNT, "konflik": KASUS_COUNT}

IHAI_WEIGHTS = {
    "pangan": "15.05",
    "keadilan": "14.95",
    "pluralisme": "7.88",
    "pendidikan": "7.54",
    "kewarganegaraan": "7.58",
    "akulturasi": "11.00",
    "kearifan_lokal": "11.00",
    "kebijakan": "8.56",
    "partisipasi": "8.15",
    "moderasi": "8.29",
}


def codes(
    text: str, declarations: dict[str, Declaration], result: Declaration | None = None
) -> list[str]:
    found = check(parse(text), declarations, result=result)
    return [finding.kode for finding in found]


def scores(text: str, declaration: Declaration = SCORE) -> dict[str, Declaration]:
    return dict.fromkeys(variables(parse(text)), declaration)


# ----------------------------------------------------------------------------- official formulas

OFFICIAL = {
    "IDI": "0.327 * kebebasan_sipil + 0.413 * hak_politik + 0.260 * lembaga_demokrasi",
    "IHaI": f"({' + '.join(f'{weight} * {name}' for name, weight in IHAI_WEIGHTS.items())}) / 100",
    "IKUB": "(toleransi + kesetaraan + kerja_sama) / 3",
    "Dektamas": "akar(dektari * dektara)",
    "P4GN": "0.20 * input + 0.30 * proses + 0.50 * keluaran",
    "Indeks Kepatuhan Etik": "0.199 * perilaku + 0.454 * pelembagaan + 0.347 * eviden",
    "IAP": "rata_rata(sila_1, sila_2, sila_3, sila_4, sila_5)",
}


@pytest.mark.parametrize("formula", OFFICIAL.values(), ids=OFFICIAL.keys())
def test_official_indices_are_without_findings(formula: str) -> None:
    assert codes(formula, scores(formula), SCORE) == []


def test_the_conflict_share_is_without_findings() -> None:
    assert codes("selesai / konflik * 100", CONFLICT, SHARE) == []
    assert codes("jika(konflik = 0, 100, selesai / konflik * 100)", CONFLICT, SHARE) == []


def test_deaths_per_100000_are_without_findings() -> None:
    people = {"meninggal": ORANG_COUNT, "penduduk": ORANG_COUNT}
    result = Declaration(PER_100000, minimum=Fraction(0))
    assert codes("meninggal / penduduk * 100000", people, result) == []


def test_weights_of_115_percent_are_caught() -> None:
    formula = "0.75 * x + 0.20 * y + 0.20 * z"
    (finding,) = check(parse(formula), scores(formula), result=SCORE)
    assert finding.kode == "IKU159"
    assert finding.pesan == "Bobot berjumlah 1,15, seharusnya 1."
    assert finding.message("en") == "The weights sum to 1.15, and should sum to 1."


def test_weights_of_100_01_percent_are_caught() -> None:
    numbers = ["6.28", "7.83", "13.43", "8.06", "11.25", "6.94", "7.45", "17.36", "17.36", "4.05"]
    terms = " + ".join(f"{number} * x{index}" for index, number in enumerate(numbers))
    formula = f"({terms}) / 100"
    (finding,) = check(parse(formula), scores(formula), result=SCORE)
    assert (finding.nilai, finding.pesan) == ("1.0001", "Bobot berjumlah 1,0001, seharusnya 1.")


def test_weights_in_percent_without_the_division_are_caught() -> None:
    formula = "20 * x + 30 * y + 50 * z"
    (finding,) = check(parse(formula), scores(formula), result=SCORE)
    assert (finding.kode, finding.nilai) == ("IKU159", "100")


def test_a_rate_per_vote_is_no_constant() -> None:
    votes = {"suara": Declaration(SUARA, minimum=Fraction(0), whole=True)}
    money = Declaration(RUPIAH, minimum=Fraction(0), whole=True)
    assert codes("1000 * suara", votes, money) == ["IKU156"]


# ----------------------------------------------------------------------------------------- names


def test_a_misspelt_name_is_told_with_the_name_meant() -> None:
    found = check(parse("selesai / konflk * 100"), CONFLICT)
    assert [finding.kode for finding in found] == ["IKU150", "IKU152"]
    assert found[0].saran == "Maksudnya `konflik`? Tulis nama itu."
    assert (found[0].place.kolom, found[0].place.kolom_akhir) == (11, 17)


def test_an_unknown_name_without_a_similar_one_is_undeclared() -> None:
    found = check(parse("selesai / konflik * anggaran"), CONFLICT)
    assert [(finding.kode, finding.nilai) for finding in found] == [("IKU151", "anggaran")]


def test_every_occurrence_of_an_undeclared_name_is_placed() -> None:
    found = check(parse("zzz + zzz"), {})
    assert [finding.place.kolom for finding in found] == [1, 7]


def test_a_declared_variable_that_is_not_used_is_told() -> None:
    (finding,) = check(parse("selesai"), CONFLICT)
    assert (finding.kode, finding.nilai) == ("IKU152", "konflik")
    assert "`konflik`" in finding.pesan


def test_a_variable_may_be_allowed_to_stay_unused() -> None:
    assert check(parse("selesai"), CONFLICT, unused_allowed=["konflik"]) == []


def test_a_variable_used_only_for_its_previous_value_is_used() -> None:
    assert codes("sebelumnya(selesai) + konflik", CONFLICT) == []


# ----------------------------------------------------------------------------------------- units


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("selesai / konflik", "IKU157"),
        ("selesai / konflik * 100 * 100", "IKU158"),
        ("selesai + konflik", "IKU156"),
        ("selesai / konflik * 1000", "IKU160"),
    ],
)
def test_a_share_in_the_wrong_unit_is_told(formula: str, code: str) -> None:
    assert codes(formula, CONFLICT, Declaration(PERSEN)) == [code]


def test_mixed_units_are_told_even_where_the_result_is_not_judged() -> None:
    mixed = {"laki": ORANG_COUNT, "konflik": KASUS_COUNT}
    assert codes("laki + konflik", mixed) == ["IKU153"]
    assert codes("laki <= konflik", mixed) == ["IKU153"]


def test_a_formula_that_is_a_condition_is_no_value() -> None:
    assert codes("selesai <= konflik", CONFLICT, SHARE) == ["IKU165"]
    assert codes("selesai <= konflik", CONFLICT) == []


# ---------------------------------------------------------------------------------------- bounds


@pytest.mark.parametrize(
    ("formula", "lower", "upper"),
    [
        ("selesai / konflik * 100", 0, None),
        ("x", 0, 100),
        ("0.327 * x + 0.413 * y + 0.260 * z", 0, 100),
        ("akar(x * y)", 0, 100),
        ("rata_rata_geometrik(x, y, z)", 0, 100),
        ("rata_rata(x, y, z)", 0, 100),
        ("100 - x", 0, 100),
        ("x - y", -100, 100),
        ("abs(x - y)", 0, 100),
        ("-x", -100, 0),
        ("x * (y - z)", -10000, 10000),
        ("min(x, 40)", 0, 40),
        ("maks(x, 40)", 40, 100),
        ("jika(x > 3, 5, y)", 0, 100),
        ("isi(x, 200)", 0, 200),
        ("bulat(x / 3, 0)", 0, 33),
        ("sebelumnya(x) / 2", 0, 50),
        ("x / (y + 1)", 0, 100),
        ("konflik / (x - 50)", None, None),
        ("100 / (x - 100)", None, -1),
        ("terbatas", 1, 2),
        ("bebas + x", None, None),
        ("x < 3", 0, 1),
        ("bukan x < 3", 0, 1),
        ("jumlah(x, y, 1)", 1, 201),
    ],
)
def test_the_interval_of_the_result_follows_from_the_variables(
    formula: str, lower: int | None, upper: int | None
) -> None:
    declarations = {
        **CONFLICT,
        **dict.fromkeys("xyz", SCORE),
        "terbatas": Declaration(None, Fraction(1, 2), Fraction(5, 2), whole=True),
    }
    found = result_interval(parse(formula), declarations)
    assert found == Interval(
        None if lower is None else Fraction(lower), None if upper is None else Fraction(upper)
    )


def test_a_bound_that_cannot_be_reached_is_told() -> None:
    formula = "(x + y) / 2"
    ten = Declaration(INDEKS, Fraction(0), Fraction(10))
    (finding,) = check(parse(formula), scores(formula, ten), result=SCORE)
    assert finding.kode == "IKU161"
    assert finding.pesan == (
        "Batas atas 100 tidak dapat dicapai; rumus hanya menghasilkan 0 sampai 10."
    )
    assert finding.message("en") == (
        "The upper bound 100 cannot be reached; the formula only gives 0 to 10."
    )


def test_both_bounds_can_be_out_of_reach() -> None:
    assert codes("x + 200", {"x": Declaration(None, Fraction(0), Fraction(10))}, SCORE) == [
        "IKU161",
        "IKU161",
    ]


@pytest.mark.parametrize(
    ("formula", "reach", "english"),
    [
        ("konflik + 200", "paling sedikit 200", "at least 200"),
        ("100 / (x - 100)", "paling banyak -1", "at most -1"),
        ("x - x + x * 0 + 300 - 0 * x", "200 sampai 400", "200 to 400"),
        ("500 + 0 * x", "500", "500"),
    ],
)
def test_what_can_be_reached_is_told(formula: str, reach: str, english: str) -> None:
    declarations = {"x": SCORE, "konflik": KASUS_COUNT}
    result = Declaration(None, Fraction(0), Fraction(100))
    every = check(parse(formula), declarations, result=result, unused_allowed=declarations)
    found = [finding for finding in every if finding.kode == "IKU161"]
    assert found
    assert all(finding.pesan.endswith(f"menghasilkan {reach}.") for finding in found)
    assert all(finding.message("en").endswith(f"gives {english}.") for finding in found)


@pytest.mark.parametrize("formula", ["-(x / 0)", "x / 0 + 1", "abs(x / 0)", "1 / (x / 0)"])
def test_what_is_built_on_nothing_has_no_value_and_is_told_once(formula: str) -> None:
    assert result_interval(parse(formula), {"x": SCORE}) is None
    assert codes(formula, {"x": SCORE}, SCORE) == ["IKU162"]


def test_unknown_bounds_reach_everything() -> None:
    assert codes("x", {"x": Declaration()}, SCORE) == []
    assert result_interval(parse("x"), {}) == ANYTHING


def test_a_divisor_that_is_always_zero_is_told_at_its_place() -> None:
    (finding,) = check(parse("selesai / (2 - 2)"), {"selesai": KASUS_COUNT})
    assert (finding.kode, finding.place.kolom) == ("IKU162", 12)
    assert result_interval(parse("selesai / 0"), CONFLICT) is None


def test_a_root_of_what_is_always_negative_is_told() -> None:
    declarations = {"x": Declaration(None, Fraction(1), Fraction(5))}
    assert codes("akar(-x)", declarations) == ["IKU163"]
    assert codes("rata_rata_geometrik(x, -x)", declarations) == ["IKU163"]
    assert codes("akar(x - 3)", declarations) == []


def test_a_branch_without_a_value_leaves_the_other() -> None:
    assert result_interval(parse("jika(x > 0, x / 0, 5)"), {}) == Interval.exactly(Fraction(5))


DEFINED = ("x + y", "x * y - z", "x / (y + 1)", "abs(x - y) * z", "min(x, y, z) - maks(x, 0.5)",
           "jika(x < y, x - z, bulat(z / 3, 1))", "rata_rata(x, y) / (z * z + 1)")  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(DEFINED), st.lists(st.fractions(-3, 7), min_size=3, max_size=3))
def test_no_value_lies_outside_of_the_interval(formula: str, values: list[Fraction]) -> None:
    tree = parse(formula)
    bounded = dict.fromkeys("xyz", Declaration(None, Fraction(-3), Fraction(7)))
    value = evaluate(tree, dict(zip("xyz", values, strict=True)))
    reach = result_interval(tree, bounded)
    assert reach is not None
    if isinstance(value, Fraction):
        assert value in reach


# ----------------------------------------------------------------------------------------- whole


@pytest.mark.parametrize(
    ("formula", "whole"),
    [
        ("selesai + konflik - 2", True),
        ("jika(konflik > 0, maks(selesai, 1), 0)", True),
        ("jumlah(selesai, isi(konflik, 0)) * 3", True),
        ("bulat(selesai / konflik, 0)", True),
        ("-abs(selesai - sebelumnya(konflik))", True),
        ("selesai / konflik", False),
        ("bulat(selesai / konflik, 1)", False),
        ("0.5 * selesai + konflik", False),
        ("rata_rata(selesai, konflik)", False),
        ("selesai + konflik + ukuran", False),
    ],
)
def test_a_whole_result_needs_a_formula_that_stays_whole(formula: str, *, whole: bool) -> None:
    tree = parse(formula)
    declared = {**CONFLICT, "ukuran": Declaration()}
    found = check(tree, declared, result=Declaration(whole=True), unused_allowed=declared)
    assert [finding.kode for finding in found if finding.kode == "IKU164"] == (
        [] if whole else ["IKU164"]
    )


def test_a_result_that_may_not_be_whole_is_a_warning() -> None:
    (finding,) = check(parse("selesai / konflik"), CONFLICT, result=Declaration(whole=True))
    assert finding.tingkat is Level.PERINGATAN


# --------------------------------------------------------------------------------------- weights


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("0.327 * a + 0.413 * b + c * 0.260", {"a": "0.327", "b": "0.413", "c": "0.26"}),
        ("(a + b + c) / 3", {"a": "1/3", "b": "1/3", "c": "1/3"}),
        ("rata_rata(a, b)", {"a": "1/2", "b": "1/2"}),
        ("jumlah(a, 2 * b) * 5 / 10", {"a": "1/2", "b": "1"}),
        ("a - (b - a) * 2", {"a": "3", "b": "-2"}),
        ("-a", {"a": "-1"}),
        ("a + 1 - 1", {"a": "1"}),
        ("(0.25 + 0.35) * a + b / (7 - 2)", {"a": "0.6", "b": "0.2"}),
    ],
)
def test_weights_of_a_linear_combination(formula: str, expected: dict[str, str]) -> None:
    found = weights(parse(formula))
    assert found is not None
    assert found == {name: Fraction(text) for name, text in expected.items()}
    assert list(found) == list(expected)


@pytest.mark.parametrize(
    "formula",
    [
        *("a * b", "a / b", "1 / a", "a + 1", "5", "akar(a)", "a / 0", "jika(a > 0, a, b)"),
        *("a < b", "-akar(a)", "jumlah(a, a * a)", "abs(a) + a", "a * a * 2"),
    ],
)
def test_what_is_not_linear_has_no_weights(formula: str) -> None:
    assert weights(parse(formula)) is None


def test_the_ten_weights_of_the_harmony_index_are_read() -> None:
    found = weights(parse(OFFICIAL["IHaI"]))
    assert found is not None
    assert sum(found.values()) == 1
    assert found["pangan"] == Fraction("0.1505")


def test_rounding_what_has_no_bounds_has_none() -> None:
    assert result_interval(parse("bulat(a, 1)"), {"a": Declaration(INDEKS)}) == ANYTHING
    upwards = result_interval(
        parse("bulat(a, 1)"), {"a": Declaration(INDEKS, minimum=Fraction("0.26"))}
    )
    assert upwards == Interval(Fraction("0.3"), None)
