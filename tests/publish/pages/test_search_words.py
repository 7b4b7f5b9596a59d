"""An indicator is found by what people type: its code, and short forms of what its name says."""

from __future__ import annotations

import pytest

from kesbang_iku.publish.pages.search_words import search_rank, search_words
from tests.composite_indicators import catalog


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("KBP-POL-01", "IDI"),
        ("KBP-IDE-02", "wasbang"),
        ("KBP-ESB-09", "fkub"),
        ("KBP-POL-15", "unras"),
        ("KBP-ORM-05", "ormas"),
    ],
)
def test_short_forms_are_searched_for(code: str, word: str) -> None:
    words = search_words(catalog()[code])
    assert words[0] == code
    assert word in words


def test_a_short_form_belongs_to_what_spells_it_out_alone() -> None:
    having = {code for code in catalog().codes if "wasbang" in search_words(catalog()[code])}
    assert having
    for code in having:
        names = (catalog()[code].nama, *catalog()[code].alias)
        assert any(
            "wawasan kebangsaan" in name.casefold() or "wasbang" in name.casefold()
            for name in names
        )


def test_a_short_abbreviation_comes_before_longer_ones_that_begin_with_it() -> None:
    short, long = catalog()["KBP-ORM-01"], catalog()["KBP-ESB-06"]
    assert (short.singkatan, long.singkatan) == ("IKO", "IKOTAN")
    assert search_rank(short, 3) > search_rank(long, 3)
