"""What printing did to a name is undone, and nothing else is changed."""

from __future__ import annotations

import pytest

from kesbang_iku.alignment.printing import is_acronym, joined_letters, mended
from kesbang_iku.model.lexicon import MatchingFile
from kesbang_iku.sources.data import load_data

_THRESHOLDS = load_data("penyelarasan.yaml", MatchingFile).ambang
_KNOWN = frozenset({"indeks", "penyelesaian", "persentase", "konflik", "nilai", "demokrasi"})


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("I n d e k s Harmoni", "Indeks Harmoni"),
        ("Demo-krasi", "Demokrasi"),
        ("nilai-nilai", "nilai-nilai"),
        ("Aspek A dan B", "Aspek A dan B"),
    ],
)
def test_letters_set_apart_are_joined(printed: str, meant: str) -> None:
    assert joined_letters(printed, _KNOWN) == meant


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        (("penye", "lesaian"), ("penyelesaian",)),
        (("persentasepenyelesaian",), ("persentase", "penyelesaian")),
        (("nilai2",), ("nilai",)),
        (("konflik", "nilai"), ("konflik", "nilai")),
        (("kewaspadaan", "dini"), ("kewaspadaan", "dini")),
    ],
)
def test_broken_words_are_mended_where_that_gives_known_ones(
    printed: tuple[str, ...], meant: tuple[str, ...]
) -> None:
    assert mended(printed, _KNOWN, _THRESHOLDS) == meant


@pytest.mark.parametrize(
    ("short", "text", "is_one"),
    [
        ("IHaI", "Indeks Harmoni Indonesia", True),
        ("IKN", "Indeks Ketahanan Nasional", True),
        ("FKUB", "Forum Kerukunan Umat Beragama", True),
        ("SARA", "Indeks Harmoni Indonesia", False),
        ("Target", "Indeks Risiko Terorisme", False),
        ("I", "Indeks", False),
    ],
)
def test_an_acronym_is_made_of_beginnings(short: str, text: str, *, is_one: bool) -> None:
    assert is_acronym(short, text, _THRESHOLDS) is is_one


def test_a_word_that_no_language_has_is_left_as_it_is() -> None:
    long = "x" * 300_000
    assert joined_letters(long, _KNOWN) == long
    assert mended((long,), _KNOWN, _THRESHOLDS) == (long,)
    halves = ("a" * 60, "b" * 60)
    assert mended(("".join(halves),), frozenset(halves), _THRESHOLDS) == ("".join(halves),)
