"""Periods: when one is over, and what those say against each other that add up."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

import kesbang_iku as iku
from kesbang_iku.validation.check import validate_all

_LAST_DAYS = [
    ("bulan-01", date(2024, 1, 31)),
    ("bulan-02", date(2024, 2, 29)),
    ("bulan-12", date(2024, 12, 31)),
    ("triwulan-1", date(2024, 3, 31)),
    ("triwulan-4", date(2024, 12, 31)),
    ("caturwulan-1", date(2024, 4, 30)),
    ("caturwulan-2", date(2024, 8, 31)),
    ("semester-1", date(2024, 6, 30)),
    ("semester-2", date(2024, 12, 31)),
    ("tahunan", date(2024, 12, 31)),
]


@pytest.mark.parametrize(("periode", "last"), _LAST_DAYS)
def test_a_period_is_over_the_day_behind_its_last(
    katalog: iku.Catalog, periode: str, last: date
) -> None:
    report = (
        f'wilayah: "62.71"\ntahun: 2024\nperiode: {periode}\nitem:\n'
        "  - {kode: KBP-POL-14, realisasi: 3}\n"
    )

    def not_over(day: date) -> list[tuple[int | None, str | None]]:
        found = validate_all([report.encode()], katalog, hari_ini=day).temuan
        return [(one.baris, one.nilai) for one in found if one.kode == "IKU436"]

    assert not_over(last) == [(3, periode)]
    assert not_over(last + timedelta(days=1)) == []


@pytest.mark.parametrize("order", [(1, 2, 3, 4), (4, 3, 2, 1), (3, 1, 4, 2)])
@pytest.mark.parametrize(
    ("told", "doubted"), [((6, 6), ["semester-1"]), ((5, 5), []), ((6, 5), []), ((7, 6), [])]
)
def test_a_quarter_told_twice_with_different_numbers_proves_nothing(
    katalog: iku.Catalog, order: tuple[int, ...], told: tuple[int, int], doubted: list[str]
) -> None:
    rows = [("semester-1", 10), ("triwulan-1", 5), *(("triwulan-2", one) for one in told)]
    lines = [f"62.71,2024,{period},KBP-POL-14,{number}" for period, number in rows]
    text = "\n".join(["wilayah,tahun,periode,kode,realisasi", *(lines[at - 1] for at in order)])
    found = validate_all([text.encode()], katalog).temuan
    lines_told = [one.baris for one in found if one.kode == "IKU433"]
    assert lines_told == [order.index(1) + 2 for _ in doubted]
