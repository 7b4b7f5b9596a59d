"""Texts are told apart in DuckDB: which number stands for one, and whether it is among some."""

from __future__ import annotations

from typing import Final

import duckdb
import pytest

from kesbang_iku.bulk.duckdb_sql import is_among, number_of, place_among

TEXTS: Final = ("62.71", "it's", "", '"', "é", "a,b", "=1")
OTHERS: Final = ("62.7", "62.71 ", "IT'S", "e")


def _told(expression: str, text: str | None, kind: str = "VARCHAR") -> object:
    (value,) = (
        duckdb.values([text])
        .project(f"CAST(col0 AS {kind}) AS teks")
        .project(expression)
        .fetchall()[0]
    )
    return value


@pytest.mark.parametrize("place", range(len(TEXTS)))
def test_a_text_is_told_by_its_number_and_its_place(place: int) -> None:
    text = TEXTS[place]
    assert _told(place_among("teks", TEXTS), text) == place
    assert _told(number_of("teks", dict.fromkeys(TEXTS, 7) | {text: -(1 << 40)}), text) == -(
        1 << 40
    )
    assert _told(is_among("teks", TEXTS), text) is True


@pytest.mark.parametrize("text", [*OTHERS, None])
def test_what_is_none_of_them_has_no_number(text: str | None) -> None:
    assert _told(place_among("teks", TEXTS), text) is None
    assert _told(is_among("teks", TEXTS), text) is False


def test_enumerations_are_told_apart_as_texts_are() -> None:
    assert _told(place_among("teks", TEXTS), "it's", "ENUM ('x', 'it''s')") == 1


def test_nothing_is_cast_that_may_fail() -> None:
    # DuckDB 2 looks for the nearest to a text that an enumeration lacks: seconds of a million rows.
    assert "ENUM" not in is_among("teks", TEXTS) + number_of("teks", {"a": 1})


@pytest.mark.parametrize("occurring", [(), ("é", "it's"), OTHERS, (*TEXTS, *OTHERS)])
def test_texts_that_occur_change_no_number(occurring: tuple[str, ...]) -> None:
    numbers = {text: -place for place, text in enumerate(TEXTS)}
    for text in (*TEXTS, *OTHERS, "lain", None):
        told = _told(number_of("teks", numbers, occurring), text)
        assert told == (None if text is None else numbers.get(text))
    assert _told(place_among("teks", TEXTS, occurring), "it's", "ENUM ('x', 'it''s')") == 1


def test_of_all_texts_that_occur_each_is_in_the_enumeration() -> None:
    written = number_of("teks", {"a": 1}, ("a", "b"))
    assert "map" not in written
    assert "ENUM ('a', 'b')" in written
