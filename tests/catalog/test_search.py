"""Finding definitions by words: spellings of the vocabulary, beginnings of words, one slip."""

from __future__ import annotations

import pytest

from kesbang_iku.catalog.catalog import Catalog
from kesbang_iku.catalog.search import called, search, short_forms


def _codes(katalog: Catalog, text: str) -> set[str]:
    return {one.kode for one in search(katalog.definitions, text).definitions}


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("wasbang", "wawasan kebangsaan"),
        ("unras", "unjuk rasa"),
        ("unras", "penyampaian pendapat di muka umum"),
        ("narkoba", "napza"),
        ("banpol", "bantuan parpol"),
        ("KONFLIK penyelesaian", "konflik diselesaikan"),
    ],
)
def test_spellings_that_mean_the_same_find_the_same(
    written: str, same: str, katalog: Catalog
) -> None:
    found = _codes(katalog, written)
    assert found
    assert _codes(katalog, same) <= found


def test_a_narrower_spelling_asks_for_all_of_its_words(katalog: Catalog) -> None:
    assert _codes(katalog, "konflik sosial") < _codes(katalog, "konflik")


def test_words_begin_words_and_do_not_stand_within_them(katalog: Catalog) -> None:
    assert "KBP-POL-12" not in _codes(katalog, "idi")  # pend-idi-kan
    assert "KBP-POL-01" in _codes(katalog, "demokr")


def test_codes_are_found_as_a_whole(katalog: Catalog) -> None:
    assert _codes(katalog, "POL-01") == {"KBP-POL-01"}
    assert {katalog[code].program for code in _codes(katalog, "8.01.02")} == {"8.01.02"}


def test_a_slip_of_one_letter_is_forgiven_and_told(katalog: Catalog) -> None:
    result = search(katalog.definitions, "konflk sosial")
    assert result.read_as == (("konflk", "konflik"),)
    assert result.definitions == search(katalog.definitions, "konflik sosial").definitions
    assert search(katalog.definitions, "zzzzzz").definitions == ()


def test_signs_alone_ask_for_nothing(katalog: Catalog) -> None:
    assert search(katalog.definitions, " - ").definitions == katalog.definitions


def test_indicators_are_called_by_name_and_abbreviation(katalog: Catalog) -> None:
    for name in ("IDI", "indeks demokrasi  indonesia", "Indonesian Democracy Index"):
        assert {one.kode for one in called(katalog.definitions, name)} == {"KBP-POL-01"}
    assert called(katalog.definitions, "demokrasi") == ()


def test_short_forms_are_of_what_is_spelt_out() -> None:
    assert short_forms(["Indeks Wawasan Kebangsaan"]) == ("wasbang",)
    assert "unras" in short_forms(["Jumlah Unjuk Rasa"])
