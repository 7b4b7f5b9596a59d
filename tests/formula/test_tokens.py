from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.formula import FormulaError
from kesbang_iku.formula.tokens import TokenKind, tokenize


def kinds(text: str) -> list[TokenKind]:
    return [token.kind for token in tokenize(text)]


def refusal(text: str) -> tuple[str, str]:
    """Return the code of the refusal of ``text`` and the part of the text it points at."""
    with pytest.raises(FormulaError) as caught:
        tokenize(text)
    start, end = caught.value.span
    return caught.value.finding.kode, text[start:end]


def test_every_kind_of_token_is_recognised() -> None:
    assert kinds("maks(a_1, 2.50) <= 3") == [
        TokenKind.FUNCTION,
        TokenKind.OPEN,
        TokenKind.NAME,
        TokenKind.COMMA,
        TokenKind.NUMBER,
        TokenKind.CLOSE,
        TokenKind.OPERATOR,
        TokenKind.NUMBER,
        TokenKind.END,
    ]


def test_tokens_know_their_place() -> None:
    token = tokenize("a  +\n bc")[2]
    assert (token.text, token.start, token.end) == ("bc", 6, 8)


@pytest.mark.parametrize("text", ["<", "<=", ">", ">=", "=", "!=", "+", "-", "*", "/"])
def test_operators_are_single_tokens(text: str) -> None:
    assert [token.text for token in tokenize(f"a{text}b")] == ["a", text, "b", ""]


@pytest.mark.parametrize("word", ["dan", "atau", "bukan"])
def test_words_of_the_language_are_operators(word: str) -> None:
    assert kinds(word) == [TokenKind.OPERATOR, TokenKind.END]


@pytest.mark.parametrize("name", ["dana", "atau_1", "bukankah", "jumlah_konflik", "maksimum", "x"])
def test_a_name_may_begin_with_a_reserved_word(name: str) -> None:
    assert kinds(name) == [TokenKind.NAME, TokenKind.END]


def test_signs_may_follow_operators_without_a_space() -> None:
    assert [token.text for token in tokenize("a*-b<-c=-d--e")][:-1] == [
        *("a", "*", "-", "b", "<", "-", "c", "=", "-", "d", "-", "-", "e")
    ]


@pytest.mark.parametrize(
    ("text", "code", "part"),
    [
        ("a @ b", "IKU101", "@"),
        ("a € b", "IKU101", "€"),
        ("a + 0,5", "IKU102", "0,5"),
        ("1.234,5", "IKU102", "1.234,5"),
        ("jumlah(1,2)", "IKU102", "1,2"),
        ("a ** 2", "IKU103", "**"),
        ("a == b", "IKU103", "=="),
        ("a ≤ b", "IKU103", "≤"),
        ("a*100%", "IKU103", "%"),
        ("a × b", "IKU103", "×"),
        ("m²", "IKU103", "²"),
        ("a && b", "IKU103", "&&"),
        ("a // b", "IKU103", "//"),
        ("a : b", "IKU103", ":"),
        ("'a'", "IKU104", "'"),
        ("“a”", "IKU104", "“"),
        ("a.b", "IKU105", "."),
        ("(a).b", "IKU105", "."),
        ("a[0]", "IKU106", "["),
        ("{a}", "IKU106", "{"),
        ("a := 1", "IKU107", ":="),
        ("a += 1", "IKU107", "+="),
        ("1e5", "IKU109", "1e5"),
        ("2a", "IKU109", "2a"),
        (".5", "IKU109", ".5"),
        ("5.", "IKU109", "5."),
        ("1.000.000", "IKU109", "1.000.000"),
        ("1_000", "IKU109", "1_000"),
        ("Konflik / 2", "IKU110", "Konflik"),
        ("a / konflikSosial", "IKU110", "konflikSosial"),
        ("_a", "IKU110", "_a"),
        ("a\u00a0+ b", "IKU111", "\u00a0"),
        ("a\u200bb", "IKU111", "\u200b"),
        ("\x00", "IKU111", "\x00"),
        ("a\u0301", "IKU111", "\u0301"),
        ("b\u0430", "IKU112", "\u0430"),
        ("\uff11", "IKU112", "\uff11"),
        ("3\u0665", "IKU112", "\u0665"),
        ("a\uff0bb", "IKU112", "\uff0b"),
        ("1" * 31, "IKU133", "1" * 31),
        ("0." + "1" * 30, "IKU133", "0." + "1" * 30),
    ],
)
def test_what_is_no_token_is_named_and_placed(text: str, code: str, part: str) -> None:
    assert refusal(text) == (code, part)


def test_thirty_digits_are_allowed() -> None:
    assert kinds("0." + "1" * 29) == [TokenKind.NUMBER, TokenKind.END]


def test_a_text_of_the_greatest_length_is_read_and_one_more_is_not() -> None:
    assert kinds("a" + " " * 1999) == [TokenKind.NAME, TokenKind.END]
    with pytest.raises(FormulaError, match="IKU130"):
        tokenize("a" + " " * 2000)


def test_a_space_settles_what_a_comma_means() -> None:
    assert kinds("maks(0, 5)").count(TokenKind.COMMA) == 1
    assert kinds("maks(x1,2)").count(TokenKind.COMMA) == 1


def test_the_decimal_comma_hint_shows_both_readings() -> None:
    with pytest.raises(FormulaError) as caught:
        tokenize("1.234,5")
    assert "1234.5" in caught.value.finding.saran
    assert "1.234, 5" in caught.value.finding.saran


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        tokens = tokenize(text)
    except FormulaError as error:
        start, end = error.span
        assert 0 <= start < end <= max(len(text), 1)
    else:
        joined = "".join(token.text for token in tokens)
        assert joined == "".join(text.split())
