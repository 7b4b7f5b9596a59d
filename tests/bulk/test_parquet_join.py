"""Files of Parquet put one behind the other: the same rows, in the same order, and nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

duckdb = pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")

from kesbang_iku.bulk.parquet_join import UnlikeFilesError, joined  # noqa: E402  # after the check

ROWS: Final = (
    "SELECT i AS nomor, CASE WHEN i % 7 > 0 THEN i / 8 END AS nilai, "
    "CAST(['lengkap', 'ditolak', NULL][i % 3 + 1] AS ENUM ('lengkap', 'ditolak')) AS status, "
    "'teks ' || i % 1000 AS teks, i % 2 = 0 AS genap FROM range({first}, {until}) t(i)"
)


def written(path: Path, first: int, until: int, query: str = ROWS) -> Path:
    told = query.format(first=first, until=until)
    duckdb.execute(f"COPY ({told}) TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)")
    return path


def rows_of(path: Path) -> list[tuple[object, ...]]:
    found: list[tuple[object, ...]] = duckdb.read_parquet(str(path)).fetchall()
    return found


def test_the_rows_of_all_files_stand_in_one_in_their_order(tmp_path: Path) -> None:
    ends = [(0, 50_000), (50_000, 50_001), (50_001, 50_001), (50_001, 70_000)]
    parts = [written(tmp_path / f"{one}.parquet", *one_of) for one, one_of in enumerate(ends)]
    whole = tmp_path / "whole.parquet"
    joined(parts, whole)
    assert rows_of(whole) == [row for part in parts for row in rows_of(part)]
    # What an engine passes over by what is said of a group is found where it stands.
    asked = f"SELECT count(*) FROM '{whole}' WHERE nomor = 69999 OR teks = 'teks 7'"  # noqa: S608
    assert duckdb.execute(asked).fetchall() == [(71,)]


def test_a_file_alone_stays_what_it_is(tmp_path: Path) -> None:
    part = written(tmp_path / "part.parquet", 0, 9_000)
    joined([part], tmp_path / "whole.parquet")
    assert (tmp_path / "whole.parquet").read_bytes() == part.read_bytes()


def test_files_of_other_columns_are_refused(tmp_path: Path) -> None:
    part = written(tmp_path / "part.parquet", 0, 9)
    other = written(
        tmp_path / "other.parquet", 0, 9, "SELECT i AS nilai FROM range({first}, 9) t(i)"
    )
    with pytest.raises(UnlikeFilesError):
        joined([part, other], tmp_path / "whole.parquet")


def test_what_is_no_parquet_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "part.parquet"
    path.write_bytes(b"x" * 20)
    with pytest.raises(ValueError, match="no Parquet"):
        joined([path], tmp_path / "whole.parquet")
