"""Values over years: against the plain way of saying it."""

from __future__ import annotations

from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

import kesbang_iku as iku
from kesbang_iku.validation.rules.reports.history import (
    NO_HISTORY,
    Changes,
    Earlier,
    History,
    Published,
)
from tests.strategies import fractions

YEARS = st.integers(2000, 2012)
VALUES = st.dictionaries(YEARS, fractions(0, 100, most=100))
IDI = "KBP-POL-01"


@given(VALUES, YEARS)
def test_the_nearest_earlier_year_is_the_one_before(values: dict[int, Fraction], year: int) -> None:
    before = History(values).before(year)
    earlier = [known for known in values if known < year]
    assert before == (Earlier(values[max(earlier)], max(earlier)) if earlier else None)


@given(VALUES, YEARS)
def test_changes_are_of_neighbouring_years_before_the_year(
    values: dict[int, Fraction], year: int
) -> None:
    history = History(values)
    expected = [values[one] - values[one - 1] for one in sorted(values) if one - 1 in values]
    expected = expected[: sum(one < year and one - 1 in values for one in values)]
    assert list(history.changes(year).values) == expected
    assert history.count_changes(year) == len(history.changes(year)) == len(expected)


def test_nothing_is_known_of_no_history() -> None:
    assert NO_HISTORY.before(2024) is None
    assert not NO_HISTORY.changes(2024)


@given(st.lists(st.fractions(), min_size=1, max_size=9))
def test_the_middle_of_changes_and_how_far_they_lie_from_it(values: list[Fraction]) -> None:
    changes = Changes(tuple(values))
    assert changes.median == median(values)
    assert changes.spread == median(abs(value - changes.median) for value in values)


@pytest.fixture(scope="module")
def idi(katalog: iku.Catalog) -> iku.Indicator:
    return katalog.in_force(2023)[IDI]


def test_published_values_are_those_of_the_catalog(idi: iku.Indicator) -> None:
    published = Published([idi])
    for known in idi.deret:
        if known.dimensi is None:
            series = (idi.kode, idi.versi, known.wilayah)
            assert published.of(series)[known.tahun] == known.nilai
    assert not published.of((idi.kode, idi.versi, "99"))


def test_elsewhere_leaves_out_the_region_itself_alone(idi: iku.Indicator) -> None:
    published = Published([idi])
    by_region: dict[str, dict[int, Fraction]] = {}
    for known in idi.deret:
        if known.dimensi is None:
            by_region.setdefault(known.wilayah, {})[known.tahun] = known.nilai
    changes = {
        region: [values[year] - values[year - 1] for year in values if year - 1 in values]
        for region, values in by_region.items()
    }
    assert sum(map(len, changes.values())) > 0
    for own in [*changes, "99", "98"]:
        found = published.changes_elsewhere((idi.kode, idi.versi, own))
        expected = [one for region, some in changes.items() if region != own for one in some]
        assert sorted(found.values) == sorted(expected)
