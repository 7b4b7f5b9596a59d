"""Guessing what unknown words may be, without comparing every word of a long list."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

import pytest

from kesbang_iku.sources.spelling import MOST_GUESSES, Guesses, same_spelling

KNOWN = ("KBP-WAS-01", "KBP-WAS-02", "KBP-POL-01")


@pytest.mark.parametrize(
    "word", ["kbp-was-2", "KBP WAS 002", "kbp/pol/1", "KBP-WAS-03", "KBP", "§"]
)
def test_the_same_spelling_is_found_as_without_a_list_in_memory(word: str) -> None:
    assert Guesses(KNOWN).same(word) == same_spelling(word, KNOWN)


def test_two_known_words_of_one_spelling_are_no_answer() -> None:
    assert Guesses(["a_b", "a-b"]).same("A B") is None


def test_what_comes_near_is_guessed() -> None:
    guesses = Guesses(KNOWN)
    assert (guesses.near("KBP-POL-11"), guesses.near("konflik")) == ("KBP-POL-01", None)


def test_a_long_list_of_unknown_words_is_not_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    compared: list[str] = []

    def compare(word: str, known: Iterable[str], n: int, _cutoff: float) -> list[str]:
        compared.append(word)
        return list(known)[:n]

    monkeypatch.setattr(difflib, "get_close_matches", compare)
    guesses = Guesses(KNOWN)
    words = [f"kbp-was-{number}" for number in range(MOST_GUESSES + 10)]
    told = [guesses.near(word) for word in (*words, *words)]
    assert compared == words[:MOST_GUESSES]
    assert told.count(None) == 2 * 10
    assert guesses.same("kbp-was-1") == KNOWN[0]
