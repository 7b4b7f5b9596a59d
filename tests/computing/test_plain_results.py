"""Reports with plain items among others give each item the result it has alone."""

from __future__ import annotations

import pytest

import kesbang_iku as iku
from kesbang_iku.computing import reports

_ROWS = """wilayah,tahun,periode,kode,variabel,nilai,target
62,2024,tahunan,KBP-WAS-02,konflik,20,
62,2024,tahunan,KBP-WAS-02,konflik_diselesaikan,17,
62,2024,tahunan,KBP-ESB-02,toleransi,"71,5",
62,2024,tahunan,KBP-ESB-02,kesetaraan,70,
62,2024,tahunan,KBP-ESB-02,kerja_sama,72,
zz,2024,tahunan,KBP-WAS-02,konflik,8,
zz,2024,tahunan,KBP-WAS-02,konflik_diselesaikan,2,
62,2023,tahunan,KBP-WAS-02,konflik,20,90
62,2023,tahunan,KBP-WAS-02,konflik_diselesaikan,17,
62.71,2024,tahunan,KBP-WAS-02,konflik,0,
62.71,2024,tahunan,KBP-WAS-02,konflik_diselesaikan,0,
62.71,2024,tahunan,KBP-XX-99,konflik,1,
62.71,1950,tahunan,KBP-ESB-02,toleransi,70,
"""


def test_results_are_the_same_one_by_one(monkeypatch: pytest.MonkeyPatch) -> None:
    together = iku.compute(iku.read_reports(_ROWS.encode(), name="laporan.csv"))
    monkeypatch.setattr(
        reports,
        "plain_results",
        lambda loaded, _applying: [[None] * len(one.items) for one, _ in loaded],
    )
    alone = iku.compute(iku.read_reports(_ROWS.encode(), name="laporan.csv"))
    assert [repr(one) for one in together] == [repr(one) for one in alone]
    assert [one.as_dict() for one in together] == [one.as_dict() for one in alone]
    assert together.temuan == alone.temuan
    assert [one.status for one in together].count(iku.Status.COMPLETE) == 4
