"""Numbers of persons: every spelling of a labelled set is recognised, and no ordinary number."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kesbang_iku.privacy.numbers import may_hold_numbers
from kesbang_iku.privacy.spelling import plain_text
from kesbang_iku.sources.personal import number_finder
from tests.tree import read_yaml

_FILE: Final = Path(__file__).with_name("spellings.yaml")
_ORDINARY: Final = "biasa"


@cache
def spellings() -> dict[str, list[str]]:
    """Return the labelled spellings by what they are."""
    read: dict[str, list[str]] = read_yaml(_FILE)
    return read


@pytest.mark.parametrize("kind", ["identitas", "telepon", _ORDINARY])
def test_every_spelling_is_held_for_what_it_is(kind: str) -> None:
    wrong = {}
    for written in spellings()[kind]:
        found = {one.kind for one in number_finder().find(written)}
        if found != {kind} - {_ORDINARY}:
            wrong[written] = found
    assert wrong == {}


@pytest.mark.parametrize("kind", ["identitas", "telepon"])
def test_a_long_text_holds_what_a_short_one_does(kind: str) -> None:
    around = "Laporan, kinerja; " * 1000
    missed = [
        written
        for written in spellings()[kind]
        if may_hold_numbers(around + written + around) != may_hold_numbers(written)
    ]
    assert missed == []
    assert not may_hold_numbers(around)


def test_the_set_is_large_enough_to_say_something() -> None:
    sizes = {kind: len(listed) for kind, listed in spellings().items()}
    assert sizes["identitas"] + sizes["telepon"] >= 190
    assert sizes[_ORDINARY] >= 220


@pytest.mark.parametrize("kind", ["identitas", "telepon"])
def test_the_number_is_taken_out_and_no_letter_beside_it(kind: str) -> None:
    for written in spellings()[kind]:
        hidden = number_finder().hide(written)
        assert number_finder().find(hidden) == []
        left = "".join(filter(str.isalpha, hidden))
        expected = "".join(filter(str.isalpha, written.replace("Sari", "")))
        assert left == expected


def test_what_is_left_alone_is_no_number_of_a_person_to_the_finder() -> None:
    """The list is short, and shown in the documentation: whoever shortens it says so there."""
    assert [one for one in spellings()["tidak_dikenali"] if number_finder().find(one)] == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a.n. Sari Uji (NIK 6271035203900001)", "a.n. ••• (NIK •••)"),
        ("Hubungi Sari binti Uji, 0812-3456-7890", "Hubungi •••, •••"),
        ("Jumlah Konflik Sosial (0812-3456-7890)", "Jumlah Konflik Sosial (•••)"),
        ("atas nama Sari Uji", "atas nama Sari Uji"),
        ("NIK 6271035203900001 dan 6271035203900002", "NIK ••• dan •••"),
        ("telp. +62 812 3456 7890 atau 085712345678.", "telp. ••• atau •••."),
    ],
)
def test_a_number_and_the_name_beside_it_are_taken_out(text: str, said: str) -> None:
    assert number_finder().hide(text) == said


@pytest.mark.parametrize(
    "written",
    [r"6271\u00a00352\u00a00390\u00a00001", r"0812\xa03456\xa07890", r"\uff108123456789\u200b0"],
)
def test_signs_that_a_document_escapes_are_seen_through(written: str) -> None:
    (found,) = number_finder().find(written, escaped=True)
    assert (found.start, found.end) == (0, len(written))
    assert plain_text(written, escaped=True) != written


@given(st.text())
def test_a_plain_text_is_as_long_as_the_text(text: str) -> None:
    assert len(plain_text(text)) == len(plain_text(text, escaped=True)) == len(text)


@given(st.text(alphabet="0126789 .-/,()+\u00a0\u200b8a", max_size=60))
def test_what_was_taken_out_once_is_gone(text: str) -> None:
    hidden = number_finder().hide(text)
    assert number_finder().hide(hidden).count("•") == hidden.count("•")


def test_a_second_set_is_held_for_what_it_is() -> None:
    file = _FILE.with_name("spellings_again.yaml")
    again: dict[str, list[str]] = read_yaml(file)
    find = number_finder().find
    assert len(again["orang"]) >= 56
    assert [one for one in again["orang"] if not find(one)] == []
    assert [one for one in again["biasa"] if find(one)] == []
