from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Language
from kesbang_iku.formula import Missing, Undefined, Value, evaluate, parse
from kesbang_iku.formula.exact import Values
from kesbang_iku.formula.explain import Step, trace, value_text


def lines(
    text: str, values: Values, previous: Values | None = None, language: Language = "id"
) -> list[str]:
    return [
        f"{step.substituted} = {value_text(step.value, language)}"
        for step in trace(parse(text), values, previous, language)
    ]


def test_a_share_is_explained_from_the_inside_out() -> None:
    steps = trace(parse("selesai / konflik * 100"), {"selesai": 17, "konflik": 20})
    assert steps == (
        Step("selesai / konflik", "17 / 20", Fraction(17, 20)),
        Step("selesai / konflik * 100", "0,85 * 100", Fraction(85)),
    )


def test_a_weighted_sum_is_one_step() -> None:
    values = {"ks": Fraction("90.09"), "hp": Fraction("50.46"), "ld": Fraction("80.65")}
    (step,) = trace(parse("0.327 * ks + 0.413 * hp + 0.260 * ld"), values)
    assert step.substituted == "0,327 * 90,09 + 0,413 * 50,46 + 0,26 * 80,65"
    assert step.value == Fraction("71.26841")


def test_a_long_sum_over_a_number_is_two_steps() -> None:
    names = [f"x{number}" for number in range(1, 11)]
    text = f"({' + '.join(f'{number}.5 * x{number}' for number in range(1, 11))}) / 60"
    assert len(trace(parse(text), dict.fromkeys(names, 70))) == 2


def test_a_mean_written_as_a_sum_shows_the_sum_first() -> None:
    assert lines("(a + b + c) / 3", {"a": 70, "b": 80, "c": 90}) == [
        "70 + 80 + 90 = 240",
        "240 / 3 = 80",
    ]


def test_terms_of_a_sum_that_are_computed_have_their_own_steps() -> None:
    assert lines("a / b + 2 * c - d", {"a": 1, "b": 4, "c": 3, "d": -2}) == [
        "1 / 4 = 0,25",
        "0,25 + 2 * 3 - (-2) = 8,25",
    ]


def test_weighted_arguments_of_a_function_stay_in_its_step() -> None:
    assert lines("jumlah(0.4 * a, 0.6 * b)", {"a": 50, "b": 100}) == [
        "jumlah(0,4 * 50; 0,6 * 100) = 80"
    ]


def test_a_number_that_does_not_end_is_a_fraction_with_its_approximation() -> None:
    assert lines("selesai / konflik * 100", {"selesai": 17, "konflik": 19}) == [
        "17 / 19 = 17/19 ≈ 0,8947",
        "17/19 * 100 = 1700/19 ≈ 89,4737",
    ]


def test_a_fraction_on_the_right_is_enclosed() -> None:
    assert lines("a / (b / c)", {"a": 5, "b": 1, "c": 3})[-1] == "5 / (1/3) = 15"


def test_a_small_number_is_approximated_with_digits_that_say_something() -> None:
    assert lines("meninggal / penduduk * 100000", {"meninggal": 3, "penduduk": 2704000}) == [
        "3 / 2.704.000 = 3/2704000 ≈ 0,000001109467",
        "3/2704000 * 100.000 = 75/676 ≈ 0,1109",
    ]
    assert value_text(Fraction(4762, 47619)) == "4762/47619 ≈ 0,1000"


def test_a_root_is_shown_by_its_approximation() -> None:
    assert lines("akar(dektari * dektara) + 1", {"dektari": 60, "dektara": 81}) == [
        "60 * 81 = 4.860",
        "akar(4.860) = ≈ 69,7137",
        "≈69,7137 + 1 = ≈ 70,7137",
    ]


def test_numbers_are_written_as_the_language_does() -> None:
    assert lines("a / 8 * 1000", {"a": 12345}, language="en") == [
        "12,345 / 8 = 1,543.125",
        "1,543.125 * 1,000 = 1,543,125",
    ]


def test_a_missing_value_is_a_step_that_names_the_variable() -> None:
    steps = trace(parse("selesai / konflik * 100"), {"selesai": 17, "konflik": None})
    assert steps[0] == Step("selesai / konflik", "17 / tidak ada", Missing(("konflik",)))
    assert value_text(steps[-1].value) == "tidak ada: konflik"
    assert value_text(steps[-1].value, "en") == "missing: konflik"


def test_a_division_by_zero_is_a_step_that_says_so() -> None:
    steps = trace(parse("selesai / konflik * 100"), {"selesai": 0, "konflik": 0})
    assert [step.substituted for step in steps] == ["0 / 0", "tak terdefinisi * 100"]
    assert isinstance(steps[0].value, Undefined)
    assert value_text(steps[0].value) == "tak terdefinisi: pembagian dengan nol"
    assert value_text(steps[0].value, "en") == "undefined: division by zero"


def test_only_the_chosen_branch_has_steps() -> None:
    text = "jika(konflik = 0, 100, selesai / konflik * 100)"
    assert lines(text, {"konflik": 0, "selesai": 0}) == [
        "0 = 0 = benar",
        "jika(benar; 100; …) = 100",
    ]
    assert lines(text, {"konflik": 4, "selesai": 3}) == [
        "4 = 0 = salah",
        "3 / 4 = 0,75",
        "0,75 * 100 = 75",
        "jika(salah; …; 75) = 75",
    ]


def test_an_undecided_condition_takes_no_branch() -> None:
    assert lines("jika(a > 0, b, c)", {"b": 1, "c": 2}) == [
        "tidak ada > 0 = tidak ada: a",
        "jika(tidak ada; …; …) = tidak ada: a",
    ]


def test_a_substitute_is_shown_only_when_it_is_used() -> None:
    assert lines("isi(a, b + 1)", {"a": 5, "b": 1}) == ["isi(5; …) = 5"]
    assert lines("isi(a, b + 1)", {"b": 1}) == ["1 + 1 = 2", "isi(tidak ada; 2) = 2"]


def test_the_previous_period_stands_as_its_value() -> None:
    text = "(x - sebelumnya(x)) / sebelumnya(x) * 100"
    assert lines(text, {"x": 90}, {"x": 75}) == [
        "90 - 75 = 15",
        "15 / 75 = 0,2",
        "0,2 * 100 = 20",
    ]
    assert lines(text, {"x": 90})[-1] == "tidak ada * 100 = tidak ada: sebelumnya(x)"


def test_conditions_are_explained_with_truths() -> None:
    assert lines("a <= b dan bukan a = 3", {"a": 1, "b": 2}, language="en") == [
        "1 <= 2 = true",
        "1 = 3 = false",
        "bukan false = true",
        "true dan true = true",
    ]


def test_a_negative_number_needs_no_parentheses_in_a_comparison() -> None:
    assert lines("a > b", {"a": 3, "b": -5}) == ["3 > -5 = benar"]


def test_an_operation_that_occurs_twice_is_shown_once() -> None:
    steps = trace(parse("a / b + (a / b) * c"), {"a": 1, "b": 2, "c": 3})
    assert [step.expression for step in steps] == ["a / b", "a / b * c", "a / b + a / b * c"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nilai_rilis", Step("nilai_rilis", "71,27", Fraction("71.27"))),
        ("5", Step("5", "5", Fraction(5))),
        ("sebelumnya(x)", Step("sebelumnya(x)", "tidak ada", Missing(("sebelumnya(x)",)))),
    ],
)
def test_a_formula_without_operation_is_one_step(text: str, expected: Step) -> None:
    assert trace(parse(text), {"nilai_rilis": Fraction("71.27")}) == (expected,)


def test_a_very_long_decimal_is_shown_as_a_fraction() -> None:
    assert value_text(Fraction(1, 2**13)) == "1/8192 ≈ 0,00012207"
    assert value_text(Fraction(1, 2**12)) == "0,000244140625"
    assert value_text(Fraction(1, 2**13), "en") == "1/8192 ≈ 0.00012207"


FORMULAS = (
    "selesai / konflik * 100",
    "0.2 * a + 0.3 * b + 0.5 * konflik",
    "akar(abs(a * b)) - isi(selesai, sebelumnya(a) / b)",
    "jika(a < b, rata_rata(a, b), maks(selesai / konflik, -a))",
    "bulat(a / 3, 2) + min(a, b, konflik) * -(a - b)",
)
values = st.dictionaries(
    st.sampled_from(["a", "b", "selesai", "konflik"]), st.integers(-3, 50), max_size=4
)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(FORMULAS), values, values)
def test_every_step_is_what_the_exact_engine_gives_and_the_last_is_the_result(
    formula: str, present: dict[str, int], before: dict[str, int]
) -> None:
    def exact(text: str) -> Value:
        return evaluate(text, present, before)

    steps = trace(parse(formula), present, before)
    assert steps[-1].value == exact(formula)
    assert all(step.value == exact(step.expression) for step in steps)


def test_missing_values_are_listed_by_name_in_both_languages() -> None:
    missing = Missing(("a", "b"))
    assert value_text(missing) == "tidak ada: a, b"
    assert value_text(missing, "en") == "missing: a, b"
