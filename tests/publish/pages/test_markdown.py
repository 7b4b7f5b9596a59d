"""Texts of the catalog stand on a page as they are, whatever they hold."""

from __future__ import annotations

import pytest

from kesbang_iku.model.source import Source
from kesbang_iku.model.vocabulary import Standing
from kesbang_iku.publish.pages.markdown import (
    anchor,
    badge,
    cited,
    code,
    esc,
    fenced,
    folded,
    front_matter,
    linked,
    native,
    plain_formula,
    table,
)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a * b", r"a \* b"),
        ("kerja_sama", r"kerja\_sama"),
        ("[x](y)", r"\[x\](y)"),
        ("a < b & c", "a &lt; b &amp; c"),
        ("a | b", "a &#124; b"),
        ("1. satu", r"1\. satu"),
        ("2019 lalu", "2019 lalu"),
        ("- bukan daftar", "&#45; bukan daftar"),
        ("# bukan judul", "&#35; bukan judul"),
        ('??? note "x"', '&#63;?? note "x"'),
        ("dua\n  baris", "dua baris"),
    ],
)
def test_what_markdown_would_take_for_a_sign_is_escaped(text: str, written: str) -> None:
    assert esc(text) == written


def test_a_word_too_long_for_a_phone_may_break_where_a_path_does() -> None:
    path = "pemda/sakip@c79b03ce19897558365d dokumen/RENSTRA.pdf"
    assert esc(path) == "pemda/<wbr>sakip@<wbr>c79b03ce19897558365d dokumen/RENSTRA.pdf"
    assert esc("kebersamaan/kerukunan") == "kebersamaan/kerukunan"


def test_code_holds_a_pipe_without_ending_its_cell() -> None:
    assert code("a | b") == "<code>a &#124; b</code>"
    assert code("a <= b") == "`a <= b`"


def test_the_name_of_a_place_holds_letters_digits_and_hyphens() -> None:
    assert anchor("Kodref 09.07.001") == "kodref-09-07-001"


def test_a_table_without_rows_is_nothing_and_an_empty_cell_shows_a_dash() -> None:
    assert table(["a"], []) == ""
    assert table(["a", "b"], [("1", "")]) == "| a | b |\n| --- | --- |\n| 1 | – |"


def test_a_folded_block_takes_its_title_and_body_as_they_are() -> None:
    assert folded("note", 'nilai "x" * 2', "satu\n\ndua") == (
        '??? note "nilai ”x” \\* 2"\n\n    satu\n\n    dua'
    )


def test_a_fence_is_longer_than_any_run_of_backticks_inside() -> None:
    assert fenced("a\n````\n", "yaml") == "`````yaml\na\n````\n`````"


def test_a_title_with_quotation_marks_stays_one_yaml_text() -> None:
    head = front_matter('Indeks "X" \\ Y', "")
    assert head == '---\ntitle: "Indeks \\"X\\" \\\\ Y"\n---'


def test_a_standing_is_shown_by_its_word_too_not_by_its_colour_alone() -> None:
    assert ">dilaporkan</span>" in badge("dilaporkan", "id")
    assert ">reported (dilaporkan)</span>" in badge("dilaporkan", "en")


def test_indonesian_paragraphs_are_marked_on_english_pages_only() -> None:
    assert native("Makin tinggi.", "id") == "Makin tinggi."
    assert native("Makin tinggi.", "en") == "Makin tinggi.\n{: lang=id }"


def test_a_source_names_place_day_and_what_rests_on_it() -> None:
    source = Source(
        dokumen="UU 7/2012",
        letak="pasal 1",
        url="https://contoh.go.id/a_b",
        kedudukan="resmi",
        dilihat="2026-11-23",
        untuk=("konsep", "sasaran_nasional", "sel_orang_kecil"),
    )
    written = cited(source, "id")
    assert "**[UU 7/2012](<https://contoh.go.id/a_b>)**, pasal 1 (dilihat 2026-11-23)" in written
    assert "Dasar untuk: konsep, sasaran nasional, `sel_orang_kecil`." in written
    assert "Supports: concept, national targets, `sel_orang_kecil`." in cited(source, "en")


def test_latex_is_shown_without_becoming_html() -> None:
    assert plain_formula("a < b") == "<code>a &lt; b</code>"


def test_a_copy_in_a_repository_is_a_link_to_the_state_that_was_read() -> None:
    written = linked("Salinan movanet/mova-notes@94a8ab0 docs_x; juga a/b@12345.")
    address = "https://github.com/movanet/mova-notes/tree/94a8ab0"
    assert written.startswith(f"Salinan [movanet/mova-notes@94a8ab0](<{address}>) docs")
    assert "a/b@12345" in written  # too short for a state


@pytest.mark.parametrize(
    ("url", "standing", "copied"),
    [
        ("https://123dok.com/document/x", "resmi", True),
        ("https://www.bps.go.id/x", "resmi", False),
        ("https://123dok.com/document/x", "dilaporkan", False),
        (None, "resmi", False),
    ],
)
def test_an_official_document_that_others_keep_is_marked(
    url: str | None, standing: Standing, *, copied: bool
) -> None:
    source = Source(dokumen="UU 7/2012", url=url, kedudukan=standing)
    assert ("dibaca dari salinan" in cited(source, "id")) is copied
    assert ("read from a copy" in cited(source, "en")) is copied
