"""One digit changed anywhere is caught, or makes another valid report."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from kesbang_iku.catalog.load import load_catalog
from kesbang_iku.computing.verification import Verifier
from tests.computing.changed_digits import (
    CAUGHT,
    MISSED,
    OTHER,
    PARTS,
    PRINTED,
    Change,
    changed_lines,
    changed_pages,
    fate,
    lines,
    part_at,
)

CATALOG = load_catalog()
LINE = (
    "IKU1/KBP-WAS-02@1/62.71/2024/konflik_diselesaikan=17;konflik=20/t=90/v=85.00/c=94.44/24287ea2"
)


def test_no_change_of_what_is_printed_passes() -> None:
    counted = changed_lines(1_500, CATALOG, random.Random(7))
    tried = Counter(part for part, fate in counted.elements())
    assert set(tried) == set(PARTS)
    assert not [key for key in counted if key[1] == MISSED]
    for part in PRINTED - {"nilai"}:  # a value that was only printed is itself put in
        assert counted[part, CAUGHT] == tried[part]
    # Another region that there is makes another report; one that there is not is caught.
    assert counted["wilayah", OTHER]
    assert counted["wilayah", CAUGHT] > counted["wilayah", OTHER]


def test_no_changed_digit_of_a_scorecard_passes() -> None:
    counted = changed_pages(12, CATALOG, random.Random(7))
    assert counted == {("halaman", CAUGHT): 12}


def test_every_definition_that_gives_a_value_has_a_string() -> None:
    there = lines(CATALOG, random.Random(7))
    assert len(there) > 150
    verifier = Verifier(CATALOG)
    assert [line for line in there[::10] if not verifier.text(line).follows] == []


@pytest.mark.parametrize(
    ("old", "new", "part", "expected"),
    [
        ("/62.71/", "/62.01/", "wilayah", OTHER),
        ("/62.71/", "/62.72/", "wilayah", CAUGHT),
        ("/2024/", "/2023/", "waktu", OTHER),
        ("v=85.00", "v=85.01", "nilai", CAUGHT),
        ("c=94.44", "c=94.45", "capaian", CAUGHT),
        ("24287ea2", "34287ea2", "sidik", CAUGHT),
        ("konflik=20", "konflik=21", "masukan", CAUGHT),
        ("t=90", "t=91", "target", CAUGHT),
    ],
)
def test_a_change_is_told_by_its_part_and_its_fate(
    old: str, new: str, part: str, expected: str
) -> None:
    after = LINE.replace(old, new)
    place = next(at for at in range(len(LINE)) if LINE[at] != after[at])
    assert part_at(LINE, place) == part
    assert fate(Change(LINE, after, part), Verifier(CATALOG).text(after)) == expected


def test_what_would_pass_is_counted_as_missed() -> None:
    verdict = Verifier(CATALOG).text(LINE)
    assert verdict.follows
    assert fate(Change(LINE, LINE, "nilai"), verdict) == MISSED
