"""A pattern that is compiled when it is first asked for something does what any pattern does."""

from __future__ import annotations

import copy
import re

import pytest

from kesbang_iku._regex import regex

_YEAR = regex(r"(?P<year>20[0-9]{2})", re.ASCII)


def test_it_finds_what_it_is_to_find() -> None:
    found = _YEAR.search("pada 2024")
    assert found is not None
    assert found["year"] == "2024"
    assert _YEAR.sub("…", "2024, 2025") == "…, …"
    assert _YEAR.fullmatch("2024 ") is None


def test_it_tells_about_itself() -> None:
    assert _YEAR.pattern == r"(?P<year>20[0-9]{2})"
    assert _YEAR.flags & re.ASCII
    assert _YEAR.groupindex == {"year": 1}


def test_it_is_compiled_once_and_not_before_it_is_needed() -> None:
    broken = regex("(")
    with pytest.raises(re.error):
        broken.search("")
    made = regex("a")
    assert "_compiled" not in vars(made)
    assert made.search is made.search
    assert "_compiled" in vars(made)


def test_it_can_be_copied() -> None:
    assert copy.deepcopy(_YEAR).search("2024") is not None
    assert not hasattr(_YEAR, "no_such_thing")
