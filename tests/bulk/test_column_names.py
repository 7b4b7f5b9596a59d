"""Columns of tables are recognised by what a CSV file's headers would be."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import pytest

pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")
pl = pytest.importorskip("polars", reason="without Polars")

import kesbang_iku as iku  # noqa: E402  # after the check
from kesbang_iku.bulk.frame import compute_frame  # noqa: E402  # the same
from kesbang_iku.bulk.refusal import BulkError  # noqa: E402  # the same
from tests.bulk.frames import KATALOG, rows_of  # noqa: E402  # the same
from tests.bulk.test_job import computed  # noqa: E402  # the same
from tests.bulk.test_job import rows_of as rows_in  # noqa: E402  # the same

KEYS: Final = {"wilayah": "62.71", "tahun": 2025, "kode": "KBP-WAS-02"}
LABELS: Final = {one.nama: one.label for one in KATALOG["KBP-WAS-02"].variabel}
SOLVED, ALL = LABELS["konflik_diselesaikan"], LABELS["konflik"]
TABLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "other letters": {
        "Wilayah": "62.71",
        "TAHUN": 2025,
        " Kode": "KBP-WAS-02",
        "Konflik": 20,
        "KONFLIK  DISELESAIKAN": 17,
        "Target ": 90,
    },
    "labels": {**KEYS, ALL: 20, SOLVED.upper(): 17, "Target": 90},
    "a label of another indicator": {**KEYS, "Jumlah penduduk": 5, "konflik": 20},
    "what nobody knows": {**KEYS, "konflik": 20, "konflik_diselesaikan": 17, "id": 3},
    "whose code it is": {
        **KEYS,
        "wilayah": "9101",
        "Sistem Kode": "bps",
        "sistem_kode": "bps",
        "konflik": 20,
        "konflik_diselesaikan": 17,
    },
    "how numbers are written": {
        **KEYS,
        "format_angka": "en",
        "konflik": "1,200",
        "konflik_diselesaikan": "90,5",
    },
}
TOLD: Final = ("nilai", "status", "capaian", "kurang")


def _plainly(found: Mapping[str, Any]) -> tuple[Any, ...]:
    value, status, achieved, missing = (found[name] for name in TOLD)
    numbers = [float(one) if one not in {None, ""} else None for one in (value, achieved)]
    return numbers[0], str(status), numbers[1], missing


@pytest.mark.parametrize("name", TABLES)
def test_columns_mean_what_they_mean_in_a_file(name: str, tmp_path: Path) -> None:
    table = pl.DataFrame({column: [cell] for column, cell in TABLES[name].items()})
    table.write_csv(tmp_path / "masuk.csv")
    table.write_parquet(tmp_path / "masuk.parquet")
    (result,) = iku.compute(iku.read_reports(tmp_path / "masuk.csv")).hasil
    right = _plainly({**result.as_dict(), "kurang": " ".join(result.kurang)})
    (found,) = rows_of(compute_frame(table.lazy()))
    assert _plainly(found) == right
    for source in ("masuk.csv", "masuk.parquet"):
        computed(tmp_path / source, tmp_path / "hasil.csv")
        (row,) = rows_in(tmp_path / "hasil.csv")
        assert _plainly(row) == right


def test_a_column_that_comes_twice_is_refused_in_a_file(tmp_path: Path) -> None:
    row = {**KEYS, "konflik": 20, "Konflik ": 21, "konflik_diselesaikan": 17}
    table = pl.DataFrame({column: [cell] for column, cell in row.items()})
    table.write_csv(tmp_path / "masuk.csv")
    table.write_parquet(tmp_path / "masuk.parquet")
    for source in ("masuk.csv", "masuk.parquet"):
        with pytest.raises(BulkError, match="konflik"):
            computed(tmp_path / source, tmp_path / "hasil.csv")


def test_a_roll_up_reads_codes_as_it_is_told_to() -> None:
    row = {**KEYS, "wilayah": "9101", "konflik": 20, "konflik_diselesaikan": 17}
    table = pl.DataFrame([{**row, "sistem_kode": "bps"}, {**row, "wilayah": "62.71"}])
    found = rows_of(iku.rollup_frame(table, ke="provinsi"))
    assert [(one["wilayah"], one["nilai"]) for one in found] == [("62", 85.0), ("92", 85.0)]


# A column too many, or one whose name has a slip: where a file is refused, a frame is.
TWICE: Final[Mapping[str, Mapping[str, Any]]] = {
    "two cases": {**KEYS, "konflik": 20, "KONFLIK": 21, "konflik_diselesaikan": 17},
    "two cases of a key": {**KEYS, "TAHUN": 2024, "konflik": 20, "konflik_diselesaikan": 17},
    "a space more": {**KEYS, "konflik ": 20, " konflik": 20, "konflik_diselesaikan": 17},
    "a name and its label": {**KEYS, "konflik": 20, ALL: 21, "konflik_diselesaikan": 17},
}
SLIPS: Final[Mapping[str, Mapping[str, Any]]] = {
    "a slip": {**KEYS, "konflk": 20, "konflik_diselesaikan": 17},
    "a slip beside the right one": {
        **KEYS,
        "konflik": 20,
        "konflk": 21,
        "konflik_diselesaikan": 17,
    },
    "a slip in capitals": {**KEYS, "konflik": 20, "KONFLK": 21, "konflik_diselesaikan": 17},
    "a slip where nothing stands": {
        **KEYS,
        "konflik": 20,
        "konflk": None,
        "konflik_diselesaikan": 17,
    },
    "a variable of an indicator that is not there": {
        **KEYS,
        "konflik": 20,
        "konflik_diselesaikan": 17,
        "pengguna_hak_pilih": 5,
    },
}


def _table(row: Mapping[str, Any]) -> Any:  # noqa: ANN401  # a table of Polars
    return pl.DataFrame({column: [cell] for column, cell in row.items()})


@pytest.mark.parametrize("name", TWICE)
def test_a_column_that_comes_twice_is_refused_in_every_table(name: str, tmp_path: Path) -> None:
    table = _table(TWICE[name])
    word = "tahun" if "key" in name else "konflik"
    for frame in (table, table.lazy()):
        with pytest.raises(ValueError, match=rf"(?i)several columns.*{word}"):
            compute_frame(frame)
    table.write_csv(tmp_path / "masuk.csv")
    table.write_parquet(tmp_path / "masuk.parquet")
    for source in ("masuk.csv", "masuk.parquet"):
        with pytest.raises(BulkError, match=rf"(?i){word}.*lebih dari satu"):
            computed(tmp_path / source, tmp_path / "hasil.csv")


@pytest.mark.parametrize("name", SLIPS)
def test_a_slip_in_the_name_of_a_variable_means_in_a_table_what_it_means_in_a_file(
    name: str, tmp_path: Path
) -> None:
    table = _table(SLIPS[name])
    wanted = ("lengkap", 85.0, "") if "nothing" in name else ("ditolak", None, "IKU400")
    table.write_csv(tmp_path / "masuk.csv")
    table.write_parquet(tmp_path / "masuk.parquet")
    (result,) = iku.compute(iku.read_reports(tmp_path / "masuk.csv")).hasil
    assert (str(result.status), " ".join(one.kode for one in result.temuan)) == wanted[::2]
    for frame in (table, table.lazy()):
        (found,) = rows_of(compute_frame(frame))
        assert (found["status"], found["nilai"], found["temuan"]) == wanted
    for source in ("masuk.csv", "masuk.parquet"):
        computed(tmp_path / source, tmp_path / "hasil.csv")
        (row,) = rows_in(tmp_path / "hasil.csv")
        assert (row["status"], row["temuan"]) == wanted[::2]
