"""HTML pieces: a text never becomes a tag, a piece is never escaped twice."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from kesbang_iku.publish.markup import Html, between, piece, text


def test_a_text_is_escaped_and_a_piece_is_not() -> None:
    assert piece('a < b & "c"') == "a &lt; b &amp; &quot;c&quot;"
    assert piece(Html("<b>c</b>")) == "<b>c</b>"
    assert piece(piece("&")) == "&amp;"


def test_what_a_template_made_is_a_piece() -> None:
    assert piece(Markup("<i>x</i>")) == "<i>x</i>"
    assert escape(Html("<i>x</i>")) == "<i>x</i>"


def test_nothing_is_left_out_without_a_trace() -> None:
    assert piece(None) == ""
    assert between(["a<", None, "", Html("<b>")], ", ") == "a&lt;, <b>"
    assert between(["a", "b"], " < ") == "a &lt; b"


def test_what_hides_or_turns_text_is_shown_as_such() -> None:
    assert text("a\u202eb\x00c\u200b") == "a\ufffdb\ufffdc\ufffd"
    assert text("é – 1\xa0000") == "é – 1\xa0000"


@given(st.text())
def test_no_text_makes_a_tag_or_cannot_be_written(content: str) -> None:
    made = text(content)
    assert not set(made) & set("<>\"'")
    made.encode()
