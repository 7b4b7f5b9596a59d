"""Items of a file that come more than once are put together by the engine, not one by one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

import pytest

pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")

from kesbang_iku.bulk.exact_rows import ExactRows  # after the check
from tests.bulk.frames import ANSWERS, KEYS, Row, expected  # the same
from tests.bulk.test_job import computed, rows_of, write_csv, write_parquet

SHARES: Final = {
    "KBP-WAS-02": ("konflik_diselesaikan", "konflik"),
    "KBP-WAS-08": ("ditangani", "potensi_konflik"),
    "KBP-WAS-03": ("daerah_rad_efektif",),
    "KBP-WAS-01": ("nilai_rilis",),
    "KBP-WAS-11": ("aksi_terlaksana", "aksi_direncanakan", "nilai_rilis"),
}
NAMES: Final = sorted({name for names in SHARES.values() for name in names})
PERIODS: Final = ("tahunan", "triwulan-1", "triwulan-4", "sd-bulan-12")
REGIONS: Final = ("62.71", "31.71", "35.78", "73.71", "11.01", "33.01")


def _row(code: str, region: str, period: str, *cells: float | None, target: float = 90.0) -> Row:
    told = dict(zip(SHARES[code], cells, strict=False))
    about = {"wilayah": region, "tahun": 2025, "periode": period, "kode": code, "target": target}
    return {**about, **{name: told.get(name) for name in NAMES}}


def _table() -> list[Row]:
    """Return items with a second one: the same, another, none, what is undefined, out of range."""
    rows: list[Row] = []
    for code, names in SHARES.items():
        cells = (17.0, 20.0, None)[: len(names)]
        for period in PERIODS:
            rows += [_row(code, region, period, *cells) for region in REGIONS]
            same, other, none, zero, negative, _ = REGIONS
            rows.append(_row(code, same, period, *cells))
            rows.append(_row(code, other, period, *(16.0, 21.0)[: len(names)], target=150.0))
            rows.append(_row(code, none, period, *(None,) * len(names)))
            rows.append(_row(code, zero, period, *(0.0,) * len(names)))
            rows.append(_row(code, negative, period, *(-1.0,) * len(names)))
            rows += [_row(code, other, period, *cells), _row(code, none, period, *cells)]
    rows += [_row("KBP-WAS-02", "36.71", "tahunan", 5.0, 20.0 + number) for number in range(12)]
    return rows


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[Any]]:
    """The rows that the exact engine was handed, by key."""
    calls: list[Sequence[Any]] = []
    answer = ExactRows.answer

    def counted(self: ExactRows, rows: Sequence[Any]) -> Any:  # noqa: ANN401  # passed on
        calls.append(rows)
        return answer(self, rows)

    monkeypatch.setattr(ExactRows, "answer", counted)
    return calls


@pytest.mark.parametrize("write", [pytest.param(write_csv, marks=pytest.mark.slow), write_parquet])
def test_the_first_counts_and_of_all_it_is_said_what_the_exact_engine_says(
    write: Any,  # noqa: ANN401  # one of two functions
    tmp_path: Path,
) -> None:
    table = _table()
    source = write(tmp_path / f"t.{'csv' if write is write_csv else 'parquet'}", table)
    computed(source, tmp_path / "hasil.csv")
    found = {
        tuple(row[name] for name in KEYS): {name: row[name] for name in ANSWERS}
        for row in rows_of(tmp_path / "hasil.csv")
    }
    by_key = itemgetter(*KEYS)
    told = {key: [*rows] for key, rows in groupby(sorted(table, key=by_key), by_key)}
    assert len(found) == len(told)
    for (region, year, period, code), rows in told.items():
        answer = found[region, str(year), period, code]
        wanted = expected(rows)
        for name in ANSWERS:
            if name in {"nilai", "capaian"} and wanted[name] is not None:
                assert float(answer[name]) == wanted[name]
            else:
                assert answer[name] == (wanted[name] or "")


def test_a_file_that_holds_itself_twice_is_asked_of_in_few_of_its_keys(
    handed: list[Sequence[Any]], tmp_path: Path
) -> None:
    rows = [
        _row("KBP-WAS-02", region, f"bulan-{month:02}", 17.0, 20.0 + month)
        for region in REGIONS
        for month in range(1, 13)
    ]
    outcome = computed(write_csv(tmp_path / "t.csv", rows * 2), tmp_path / "hasil.parquet")
    assert outcome.keluaran["hasil"] == len(rows)
    assert {one.kode: one.jumlah for one in outcome.temuan}["IKU314"] == len(rows)
    assert len(handed) == 12
