from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kesbang_iku.formula import FormulaError, is_condition, parse, to_source, variables
from kesbang_iku.formula.errors import WINDOW, excerpt, visible
from kesbang_iku.formula.functions import Function
from kesbang_iku.formula.tree import (
    Binary,
    BinaryOperator,
    Call,
    Expression,
    Name,
    Number,
    Span,
    Unary,
    UnaryOperator,
    walk,
)
from tests.strategies import conditions, trees

A, B, C = Name("a"), Name("b"), Name("c")


def both(operator: str, left: Expression, right: Expression) -> Binary:
    return Binary(BinaryOperator(operator), left, right)


def is_read(text: str) -> bool:
    try:
        parse(text)
    except FormulaError:
        return False
    return True


def refusal(text: str) -> tuple[str, str]:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    start, end = caught.value.span
    return caught.value.finding.kode, text[start:end]


@pytest.mark.parametrize(
    ("text", "tree"),
    [
        ("a", A),
        ("0.50", Number(Fraction(1, 2))),
        ("007", Number(Fraction(7))),
        ("a - b - c", both("-", both("-", A, B), C)),
        ("a / b * c", both("*", both("/", A, B), C)),
        ("a + b * c", both("+", A, both("*", B, C))),
        ("(a + b) * c", both("*", both("+", A, B), C)),
        ("-a * b", both("*", Unary(UnaryOperator.NEGATE, A), B)),
        ("a * -b", both("*", A, Unary(UnaryOperator.NEGATE, B))),
        ("a + b < c", both("<", both("+", A, B), C)),
        ("a = b dan b = c", both("dan", both("=", A, B), both("=", B, C))),
        (
            "a = b atau b = c dan a = c",
            both("atau", both("=", A, B), both("dan", both("=", B, C), both("=", A, C))),
        ),
        ("bukan a = b", Unary(UnaryOperator.NOT, both("=", A, B))),
        (
            "bukan a = b dan b = c",
            both("dan", Unary(UnaryOperator.NOT, both("=", A, B)), both("=", B, C)),
        ),
        ("akar(a)", Call(Function.SQUARE_ROOT, (A,))),
        ("maks (a, b, c)", Call(Function.MAX, (A, B, C))),
        ("jika(a > b, a, b)", Call(Function.IF, (both(">", A, B), A, B))),
    ],
)
def test_reading_follows_precedence(text: str, tree: Expression) -> None:
    assert parse(text) == tree


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("   ", "IKU100", " "),
        ("a and b", "IKU103", "and"),
        ("not a", "IKU103", "not"),
        ("a x b", "IKU103", "x"),
        ("a kali b", "IKU103", "kali"),
        ("lambda", "IKU108", "lambda"),
        ("a if b", "IKU108", "if"),
        ("sum(a)", "IKU115", "sum"),
        ("sum (a)", "IKU115", "sum"),
        ("f(a)", "IKU115", "f"),
        ("jumlah + 1", "IKU116", "jumlah"),
        ("a + * b", "IKU117", "*"),
        ("+a", "IKU117", "+"),
        ("dan a = b", "IKU117", "dan"),
        ("()", "IKU117", ")"),
        ("maks(a, )", "IKU117", ")"),
        ("a +", "IKU118", "+"),
        ("maks(a,", "IKU118", ","),
        ("a bukan", "IKU119", "bukan"),
        ("a b", "IKU119", "b"),
        ("2 a", "IKU119", "a"),
        ("a (b)", "IKU119", "("),
        ("(a)(b)", "IKU119", "("),
        ("(a + b", "IKU120", "("),
        ("(", "IKU120", "("),
        ("maks(a, b", "IKU120", "("),
        ("a + b)", "IKU121", ")"),
        (")", "IKU121", ")"),
        ("jumlah()", "IKU122", "jumlah()"),
        ("akar(a, b)", "IKU122", "akar(a, b)"),
        ("jika(a > b, a)", "IKU122", "jika(a > b, a)"),
        ("sebelumnya(a + b)", "IKU123", "a + b"),
        ("sebelumnya(2)", "IKU123", "2"),
        ("bulat(a, b)", "IKU124", "b"),
        ("bulat(a, 13)", "IKU124", "13"),
        ("bulat(a, 0.5)", "IKU124", "0.5"),
        ("bulat(a, -1)", "IKU124", "-1"),
        ("a < b < c", "IKU125", "<"),
        ("1 <= a <= 5", "IKU125", "<="),
        ("a = b = c", "IKU125", "="),
        ("a + (b < c)", "IKU126", "b < c"),
        ("-(a < b)", "IKU126", "a < b"),
        ("(a < b) = c", "IKU126", "a < b"),
        ("maks(a, b < c)", "IKU126", "b < c"),
        ("jika(a > b, a > b, c)", "IKU126", "a > b"),
        ("a dan b = c", "IKU127", "a"),
        ("bukan a", "IKU127", "a"),
        ("jika(a, b, c)", "IKU127", "a"),
        ("a, b", "IKU128", ","),
        ("(a, b)", "IKU128", ","),
    ],
)
def test_what_is_no_formula_is_named_and_placed(text: str, code: str, part: str) -> None:
    assert refusal(text) == (code, part)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("sum(a)", "jumlah(...)"),
        ("rata_ratta(a)", "rata_rata(...)"),
        ("zzz(a)", "Untuk perkalian tulis *"),
        ("jumlah konflik", "jumlah(...)"),
        ("konflik sosial", "konflik_sosial"),
        ("a ** 2", "a * a"),
        ("a < b < c", "a < b dan b <"),
        ("jika(a, b, c)", "a > 0"),
        ("jika(a > 0, b)", "jika(syarat, nilai, nilai_lain)"),
        ("Konflik", "konflik"),
    ],
)
def test_hints_say_what_to_write(text: str, hint: str) -> None:
    with pytest.raises(FormulaError) as caught:
        parse(text)
    assert hint in caught.value.finding.saran


@given(trees(roots=True))
def test_the_source_of_a_tree_reads_back_as_the_tree(tree: Expression) -> None:
    assert parse(to_source(tree)) == tree


@given(conditions())
def test_the_source_of_a_rule_reads_back_as_the_rule(tree: Expression) -> None:
    assert parse(to_source(tree)) == tree
    assert is_condition(tree)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("( a/b )*100", "a / b * 100"),
        ("a-(b-c)", "a - (b - c)"),
        ("(a-b)-c", "a - b - c"),
        ("-(-a)", "--a"),
        ("-(a+b)", "-(a + b)"),
        ("-a*b", "-a * b"),
        ("0.50+1.0", "0.5 + 1"),
        ("bukan(a=b)", "bukan a = b"),
        ("bukan(a=b dan b=c)", "bukan (a = b dan b = c)"),
        ("maks(a,b)", "maks(a, b)"),
    ],
)
def test_the_source_is_canonical(text: str, source: str) -> None:
    assert to_source(parse(text)) == source


def test_the_source_of_a_constant_without_a_decimal_form_is_a_quotient() -> None:
    assert to_source(both("*", Number(Fraction(1, 3)), A)) == "(1 / 3) * a"
    assert to_source(both("-", A, Number(Fraction(-1, 2)))) == "a - (-0.5)"


@given(trees(roots=True))
def test_spans_cover_their_own_source(tree: Expression) -> None:
    text = to_source(tree)
    for node in walk(parse(text)):
        start, end = node.span
        assert parse(text[start:end]) == node


def test_spans_of_operators_take_in_the_parentheses_of_their_operands() -> None:
    tree = parse("(a + b) * (c)")
    assert tree.span == Span(0, 13)


def test_variables_come_in_order_of_appearance() -> None:
    assert variables(parse("c / (a + c) + sebelumnya(b)")) == ("c", "a", "b")


def test_a_long_chain_is_no_nesting() -> None:
    tree = parse(" + ".join(["a"] * 200))
    assert len(list(walk(tree))) == 399
    assert refusal(" + ".join(["a"] * 201))[0] == "IKU132"


@pytest.mark.parametrize("opening", ["(", "-", "abs("])
def test_nesting_ends_at_the_limit(opening: str) -> None:
    closing = {"(": ")", "-": "", "abs(": ")"}[opening]
    assert is_read(opening * 32 + "a" + closing * 32)
    assert refusal(opening * 33 + "a" + closing * 33)[0] == "IKU131"


def test_nesting_is_counted_afresh_after_it_was_closed() -> None:
    assert is_read(" + ".join(["((a))"] * 40))


def test_roots_end_at_the_limit() -> None:
    assert is_read("akar(" * 6 + "a" + ")" * 6)
    assert refusal("akar(" * 7 + "a" + ")" * 7)[0] == "IKU134"
    assert is_read("rata_rata_geometrik(" + ", ".join(["a"] * 64) + ")")
    assert refusal("rata_rata_geometrik(" + ", ".join(["a"] * 65) + ")")[0] == "IKU134"
    assert is_read("rata_rata_geometrik(" + ", ".join(["a"] * 8) + ") + akar(akar(akar(b)))")
    assert is_read("bulat(a, 0) + bulat(a, 12)")


def test_the_error_shows_text_and_place() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("a / b ** 100")
    assert str(caught.value).splitlines() == [
        'IKU103: "**" bukan operator bahasa rumus.',
        "    a / b ** 100",
        "          ~^",
        "Saran: Tulis: a * a",
    ]


def test_the_error_renders_in_english() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("a +")
    assert caught.value.render("en").splitlines() == [
        'IKU118: The formula ends after "+", where more must follow.',
        "    a +",
        "      ^",
        'Hint: Add a value after "+" or remove it.',
    ]


def test_the_finding_counts_columns_from_one() -> None:
    with pytest.raises(FormulaError) as caught:
        parse("a ** b")
    place = caught.value.finding.place
    assert (place.kolom, place.kolom_akhir) == (3, 5)
    assert caught.value.finding.nilai == "**"
    assert caught.value.text == "a ** b"


def test_only_the_line_in_question_is_shown() -> None:
    assert excerpt("a +\nb $ c\n+ d", Span(6, 7)) == ("b $ c", "  ^")


def test_a_long_line_is_cut_around_the_place() -> None:
    text = "a + " * 200 + "$" + " + a" * 200
    line, pointer = excerpt(text, Span(800, 801))
    assert len(line) == WINDOW + 2
    assert line[pointer.index("^")] == "$"
    assert (line[0], line[-1]) == ("…", "…")


def test_the_pointer_allows_for_wide_characters() -> None:
    assert excerpt("漢 $", Span(2, 3)) == ("漢 $", "   ^")


def test_a_space_is_shown_as_one_whatever_its_width() -> None:
    assert excerpt("a\u00a0\u2009b", Span(3, 4)) == ("a  b", "   ^")


def test_invisible_characters_are_made_visible() -> None:
    assert excerpt("a\u202eb", Span(1, 2)) == ("a\N{REPLACEMENT CHARACTER}b", " ^")
    assert visible("a\x00" + "b" * 30) == "aU+0000" + "b" * 21 + "…"


@given(st.text(max_size=200), st.integers(0, 220), st.integers(0, 30))
def test_an_excerpt_has_two_single_lines(text: str, start: int, length: int) -> None:
    line, pointer = excerpt(text, Span(start, start + length))
    assert len((line + "\n" + pointer).splitlines()) <= 2
    assert pointer.strip(" ").strip("~") == "^"


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from(
            ["a", "2", "0.5", "+", "-", "*", "/", "(", ")", ",", "<", "=", "dan", "bukan", "maks",
             "jika", "akar(", "sebelumnya(", "bulat(", "x", " "]
        ),
        max_size=20,
    ).map(" ".join)
)  # fmt: skip
def test_any_sequence_of_tokens_is_read_or_refused(text: str) -> None:
    try:
        tree: Expression | FormulaError = parse(text)
    except FormulaError as error:
        tree = error
    if isinstance(tree, FormulaError):
        assert 100 <= int(tree.finding.kode[3:]) <= 149
    else:
        assert parse(to_source(tree)) == tree


@pytest.mark.parametrize(
    ("text", "start", "line"),
    [
        ("a\nb $ c\nd\ne", 4, "b $ c"),
        ("a +\n" * 500 + "b $ c\nd", 2002, "b $ c"),
        ("a\u0301 + b", 1, "a\N{REPLACEMENT CHARACTER} + b"),
        ("a\tb", 0, "a b"),
    ],
    ids=["middle", "far down", "mark", "tab"],
)
def test_an_excerpt_is_the_line_alone_with_every_sign_visible(
    text: str, start: int, line: str
) -> None:
    assert excerpt(text, Span(start, start + 1))[0] == line
