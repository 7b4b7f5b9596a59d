"""Rows that the exact engine says the same of are asked once, and only those."""

from __future__ import annotations

from typing import Any, Final

import pytest

from kesbang_iku.bulk.exact_rows import exact_answers
from kesbang_iku.catalog.regions import load_regions
from kesbang_iku.computing.reports import compute
from tests.bulk.frames import ANSWERS, KATALOG, KEYS, Row, expected

PLAIN: Final[Row] = {
    "wilayah": "62.71",
    "tahun": 2025,
    "periode": "tahunan",
    "kode": "KBP-WAS-02",
    "target": 90.0,
    "capaian": None,
    "konflik_diselesaikan": 17.0,
    "konflik": 20.0,
}
CITIES: Final = ("62.71", "31.71", "35.78", "73.71")


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """What the exact engine was asked."""
    calls: list[object] = []

    def counted(rows: Any, *given: Any, **named: Any) -> Any:  # noqa: ANN401  # passed on
        calls.append(rows)
        return compute(rows, *given, **named)

    monkeypatch.setattr("kesbang_iku.bulk.exact_rows.compute", counted)
    return calls


def _rows(**odd: Any) -> list[Row]:  # noqa: ANN401  # cells of any kind
    return [
        {**PLAIN, "wilayah": region, "konflik_diselesaikan": float(number), **odd}
        for number, region in enumerate(CITIES)
    ]


def _answered(rows: list[Row]) -> list[Row]:
    """Return the answers, each of which is what the exact engine says of its row alone."""
    found = exact_answers(rows, [*PLAIN], KATALOG, load_regions())
    for row, answer in zip(rows, found, strict=True):
        assert {name: answer[name] for name in ANSWERS} == expected([row])
        assert {name: answer[name] for name in KEYS} == {name: row[name] for name in KEYS}
    return found


@pytest.mark.parametrize(
    "odd",
    [
        {"kode": "KBP-ZZZ-99"},
        {"konflik": -1.0},
        {"konflik": 2.5},
        {"konflik": "dua puluh orang"},
        {"tahun": 1900},
        {"periode": "entah"},
    ],
)
def test_rows_that_differ_in_numbers_nobody_computes_with_are_asked_once(
    odd: Row, asked: list[object]
) -> None:
    found = _answered(_rows(**odd))
    assert len(asked) == 1
    assert [row["nama_wilayah"] for row in found] == [load_regions()[one].nama for one in CITIES]


@pytest.mark.parametrize(
    "odd",
    [
        {},
        {"konflik": "1.500"},
        {"konflik": 1.0},
        {"kode": "KBP-ZZZ-99", "capaian": 18.0},
        {"konflik": -1.0, "capaian": 94.44},
    ],
)
def test_where_a_number_counts_each_row_is_asked_for(odd: Row, asked: list[object]) -> None:
    _answered(_rows(**odd))
    assert len(asked) >= len(CITIES) - 2


def test_a_region_that_was_not_there_yet_is_like_no_other(asked: list[object]) -> None:
    rows = [{**PLAIN, "kode": "KBP-ZZZ-99", "tahun": 1990, "wilayah": one} for one in CITIES]
    late = next(
        one.kode
        for one in load_regions().values()
        if one.berlaku.mulai and one.berlaku.mulai > 1990
    )
    assert "IKU317" in _answered([*rows, {**rows[0], "wilayah": late}])[-1]["temuan"]
    assert len(asked) == 2
