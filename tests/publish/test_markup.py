"""HTML pieces: a text never becomes a tag, a piece is never escaped twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.publish.markup import Html, between, element, joined, text


def test_a_text_is_escaped_and_a_piece_is_not() -> None:
    assert element("p", "a < b", Html("<b>c</b>")) == "<p>a &lt; b<b>c</b></p>"
    assert element("p", element("i", "&")) == "<p><i>&amp;</i></p>"


def test_attributes_are_escaped_and_named_as_in_html() -> None:
    made = element("td", "x", class_="a", data_label='"><script>', aria_hidden=None, hidden=True)
    assert made == '<td class="a" data-label="&quot;&gt;&lt;script&gt;" hidden>x</td>'


def test_an_attribute_may_be_called_name() -> None:
    assert element("meta", name="generator", content="x") == '<meta name="generator" content="x">'


def test_nothing_is_left_out_without_a_trace() -> None:
    assert joined("a", None, "b") == "ab"
    assert between(", ", ["a<", Html("<b>")]) == "a&lt;, <b>"


def test_what_hides_or_turns_text_is_shown_as_such() -> None:
    assert text("a\u202eb\x00c\u200b") == "a\ufffdb\ufffdc\ufffd"
    assert text("é – 1\xa0000") == "é – 1\xa0000"


@given(st.text())
def test_no_text_makes_a_tag_or_cannot_be_written(content: str) -> None:
    made = text(content)
    assert not set(made) & set("<>\"'")
    made.encode()
