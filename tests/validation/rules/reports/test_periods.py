"""When a period is over: on the day behind its last one, and not before."""

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
