from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.findings import Language
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.parser import parse
from kesbang_iku.formula.text import _Writer, to_text
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Name,
    Number,
    Unary,
    UnaryOperator,
)

ARITHMETIC = (
    BinaryOperator.ADD,
    BinaryOperator.SUBTRACT,
    BinaryOperator.MULTIPLY,
    BinaryOperator.DIVIDE,
)


def test_a_share_reads_as_a_planner_says_it() -> None:
    labels = {
        "konflik_diselesaikan": "jumlah konflik yang diselesaikan",
        "konflik": "jumlah konflik",
    }
    assert to_text(parse("konflik_diselesaikan / konflik * 100"), labels) == (
        "jumlah konflik yang diselesaikan dibagi jumlah konflik, dikali 100"
    )


def test_a_weighted_sum_reads_naturally() -> None:
    labels = {"ks": "Kebebasan Sipil", "hp": "Hak-hak Politik", "ld": "Lembaga Demokrasi"}
    assert to_text(parse("0.327 * ks + 0.413 * hp + 0.260 * ld"), labels) == (
        "0,327 dikali Kebebasan Sipil, ditambah 0,413 dikali Hak-hak Politik, "
        "ditambah 0,26 dikali Lembaga Demokrasi"
    )


@pytest.mark.parametrize(
    ("formula", "indonesian", "english"),
    [
        ("(a + b + c) / 3", "(a ditambah b ditambah c) dibagi 3", "(a plus b plus c) divided by 3"),
        (
            "akar(dektari * dektara)",
            "akar kuadrat dari (dektari dikali dektara)",
            "the square root of (dektari times dektara)",
        ),
        (
            "meninggal / penduduk * 100000",
            "meninggal dibagi penduduk, dikali 100.000",
            "meninggal divided by penduduk, times 100,000",
        ),
        (
            "jika(konflik = 0, 100, selesai / konflik * 100)",
            "jika konflik sama dengan 0, maka 100; jika tidak, selesai dibagi konflik, dikali 100",
            "if konflik equals 0, then 100; otherwise, selesai divided by konflik, times 100",
        ),
        ("a - (b - c)", "a dikurangi (b dikurangi c)", "a minus (b minus c)"),
        ("a / (b * c)", "a dibagi (b dikali c)", "a divided by (b times c)"),
        (
            "a + b / c * 100",
            "a, ditambah b dibagi c dikali 100",
            "a, plus b divided by c times 100",
        ),
        ("isi(a, 0)", "a; bila tidak ada, 0", "a; if missing, 0"),
        (
            "(a - sebelumnya(a)) / sebelumnya(a)",
            (
                "(a dikurangi nilai periode sebelumnya dari (a)) dibagi "
                "nilai periode sebelumnya dari (a)"
            ),
            (
                "(a minus the previous period's value of (a)) divided by "
                "the previous period's value of (a)"
            ),
        ),
        ("bulat(a, 2)", "pembulatan (a) ke 2 desimal", "(a) rounded to 2 decimals"),
        (
            "selesai <= konflik dan bukan (a >= 0.5 atau b != 1)",
            (
                "selesai paling banyak konflik, dan tidak benar bahwa "
                "(a paling sedikit 0,5, atau b tidak sama dengan 1)"
            ),
            (
                "selesai is at most konflik, and it is not true that "
                "(a is at least 0.5, or b does not equal 1)"
            ),
        ),
        (
            "rata_rata(a, maks(b, 0))",
            "rata-rata dari (a; nilai terbesar dari (b; 0))",
            "the mean of (a; the largest of (b; 0))",
        ),
    ],
)
def test_formulas_read_as_sentences_in_both_languages(
    formula: str, indonesian: str, english: str
) -> None:
    assert to_text(parse(formula)) == indonesian
    assert to_text(parse(formula), language="en") == english


def test_a_name_without_label_is_spoken_with_spaces() -> None:
    assert to_text(parse("hak_politik + 1")) == "hak politik ditambah 1"


@pytest.mark.parametrize(
    "label", ["a dikali b", "Pemilih (DPT)", "a, b", "5 besar", "a; b", "x ditambah", "mulai -"]
)
def test_a_label_that_could_be_misread_is_quoted(label: str) -> None:
    assert to_text(parse("x / 2"), {"x": label}) == f"“{label}” dibagi 2"


def test_a_quoted_label_cannot_end_its_quotation() -> None:
    assert to_text(parse("x / 2"), {"x": "a” dikali “b"}) == "“a”” dikali “b” dibagi 2"


def test_an_ordinary_label_is_not_quoted() -> None:
    label = "Jumlah penduduk laki-laki dan perempuan"
    assert to_text(parse("x / 2"), {"x": label}) == f"{label} dibagi 2"


def test_variables_with_the_same_label_are_told_apart() -> None:
    labels = {"x": "skor", "y": "skor"}
    assert to_text(parse("x - y"), labels) == "skor [x] dikurangi skor [y]"


def test_a_line_break_in_a_label_does_not_break_the_sentence() -> None:
    assert to_text(parse("x / 2"), {"x": " jumlah\n konflik "}) == "jumlah konflik dibagi 2"


def test_a_constant_without_finite_decimals_is_a_fraction() -> None:
    tree = Binary(BinaryOperator.MULTIPLY, Number(Fraction(1, 3)), Name("x"))
    assert to_text(tree) == "1/3 dikali x"


@pytest.mark.parametrize("language", ["id", "en"])
def test_small_different_formulas_never_share_a_sentence(language: Language) -> None:
    leaves: list[Expression] = [Name("a"), Number(Fraction(2))]
    level = list(leaves)
    for _ in range(2):
        grown: list[Expression] = [*leaves]
        grown += [Unary(UnaryOperator.NEGATE, part) for part in level]
        grown += [
            Binary(operator, left, right)
            for operator, left, right in product(ARITHMETIC, level, level)
        ]
        grown += [
            Call(function, (part,))
            for function in (Function.ABSOLUTE, Function.SUM)
            for part in level[:8]
        ]
        level = grown
    sentences = {to_text(tree, language=language) for tree in level}
    assert len(sentences) == len(set(level))


names = st.sampled_from(["a", "b", "c_d"]).map(Name)
numbers = st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(100)]).map(Number)


def _grown(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    comparisons = st.builds(
        Binary,
        st.sampled_from([BinaryOperator.LESS_EQUAL, BinaryOperator.EQUAL]),
        inner,
        inner,
    )
    connected = st.builds(
        Binary,
        st.sampled_from([BinaryOperator.AND, BinaryOperator.OR]),
        comparisons,
        st.one_of(comparisons, st.builds(Unary, st.just(UnaryOperator.NOT), comparisons)),
    )
    return st.one_of(
        st.builds(Binary, st.sampled_from(ARITHMETIC), inner, inner),
        st.builds(Unary, st.just(UnaryOperator.NEGATE), inner),
        st.builds(
            Call,
            st.sampled_from([Function.SUM, Function.MEAN, Function.MIN]),
            st.lists(inner, min_size=1, max_size=3).map(tuple),
        ),
        st.builds(Call, st.just(Function.FILL), st.tuples(inner, inner)),
        st.builds(
            Call,
            st.just(Function.ROUND),
            st.tuples(inner, st.sampled_from([Number(Fraction(0)), Number(Fraction(2))])),
        ),
        st.builds(
            Call, st.just(Function.IF), st.tuples(st.one_of(comparisons, connected), inner, inner)
        ),
    )


leaves: st.SearchStrategy[Expression] = st.one_of(names, numbers)
trees = st.recursive(leaves, _grown, max_leaves=8)


@settings(max_examples=150, deadline=None)
@given(st.lists(trees, min_size=2, max_size=6), st.sampled_from(["id", "en"]))
def test_different_formulas_never_share_a_sentence(
    sample: list[Expression], language: Language
) -> None:
    labels = {"a": "jumlah dan atau", "b": "dibagi", "c_d": "c d"}
    sentences = {to_text(tree, labels, language) for tree in sample}
    assert len(sentences) == len(set(sample))


@pytest.mark.parametrize("form", ["-{}", "b - ({})", "bukan ({})"])
def test_every_part_is_put_into_words_once(form: str, monkeypatch: pytest.MonkeyPatch) -> None:
    formula = "a > b" if form.startswith("bukan") else "a"
    for _ in range(12):
        formula = form.format(formula)
    tree = parse(formula)
    written: list[int] = []
    once = _Writer._phrase

    def counted(self: _Writer, part: Expression, *, alone: bool) -> str:
        written.append(id(part))
        return once(self, part, alone=alone)

    monkeypatch.setattr(_Writer, "_phrase", counted)
    assert to_text(tree)
    assert len(written) == len(set(written))
