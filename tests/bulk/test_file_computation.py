"""What is known of a table in a file before its parts are computed: which keys repeat."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

duckdb = pytest.importorskip("duckdb", reason="without DuckDB (the extra bulk)")
nw = pytest.importorskip("narwhals.stable.v2", reason="without narwhals (the extra bulk)")

from kesbang_iku.bulk import file_computation  # noqa: E402  # after the check
from kesbang_iku.bulk.exact_rows import ExactRows  # noqa: E402  # after the check
from kesbang_iku.bulk.file_computation import FileComputation, FileLibrary  # noqa: E402  # the same
from kesbang_iku.bulk.libraries import duckdb_library  # noqa: E402  # the same
from kesbang_iku.bulk.libraries.duckdb_library import DuckdbLibrary  # noqa: E402  # the same
from kesbang_iku.bulk.libraries.library import Keys  # noqa: E402  # the same
from kesbang_iku.catalog.regions import load_regions  # noqa: E402  # the same
from kesbang_iku.findings import Finding  # noqa: E402  # after the check
from tests.bulk.frames import KATALOG, KEYS, Row, expected  # noqa: E402  # after the check
from tests.bulk.test_job import (  # noqa: E402  # after the check
    as_text,
    computed,
    rows_of,
    write_csv,
    write_parquet,
)

Key = tuple[str | None, object, str, str]
REGIONS = ("62", "62.71", "35.10")
CODES = ("KBP-WAS-02", "KBP-WAS-04")
ONE: Key = ("62.71", 2025, "bulan-01", "KBP-WAS-02")
OTHERS: Sequence[Key] = (
    ("62.71", 2025, "bulan-02", "KBP-WAS-02"),
    ("62.71", 2024, "bulan-01", "KBP-WAS-02"),
    ("62.71", 2025, "bulan-01", "KBP-WAS-04"),
    ("35.10", 2025, "bulan-01", "KBP-WAS-02"),
)
STRANGE: Sequence[Key] = (
    ("99.99", 2025, "bulan-01", "KBP-WAS-02"),
    ("62.71", 1900, "bulan-01", "KBP-WAS-02"),
    ("62.71", 2025, "ke-30", "KBP-WAS-02"),
    ("62.71", 2025, "bulan-01", "XYZ"),
)


def looked_over(
    rows: Sequence[Key], *, in_file: bool = True
) -> tuple[Keys, set[tuple[object, ...]]]:
    con = duckdb.connect()
    con.execute("CREATE TABLE laporan (wilayah VARCHAR, tahun INT, periode VARCHAR, kode VARCHAR)")
    con.executemany("INSERT INTO laporan VALUES (?, ?, ?, ?)", rows)
    library = FileLibrary(con) if in_file else DuckdbLibrary()
    keys = library.keys(nw.from_native(con.table("laporan")), REGIONS, CODES)
    if keys.repeated is None:
        return keys, set()
    return keys, {tuple(row[name] for name in KEYS) for row in library.rows(keys.repeated)}


@pytest.mark.parametrize("in_file", [True, False], ids=["file", "relation"])
@pytest.mark.parametrize("largest", [duckdb_library._LARGEST_MAP, 0], ids=["map", "grouped"])
@pytest.mark.parametrize("grouped", [file_computation._GROUPED, 2], ids=["at once", "in slices"])
@pytest.mark.parametrize("repeated", [[], [ONE], [STRANGE[0]], [ONE, *STRANGE]])
def test_repeated_keys_are_found_and_no_others(
    monkeypatch: pytest.MonkeyPatch,
    *,
    in_file: bool,
    largest: int,
    grouped: int,
    repeated: list[Key],
) -> None:
    monkeypatch.setattr(duckdb_library, "_LARGEST_MAP", largest)
    monkeypatch.setattr(file_computation, "_GROUPED", grouped)
    _, found = looked_over([ONE, *OTHERS, *STRANGE, *repeated], in_file=in_file)
    assert found == set(repeated)


@pytest.mark.parametrize("in_file", [True, False], ids=["file", "relation"])
def test_keys_are_known_where_each_is_one_there_may_be(*, in_file: bool) -> None:
    assert looked_over([ONE, *OTHERS], in_file=in_file)[0].known
    for strange in STRANGE:
        assert not looked_over([ONE, *OTHERS, strange], in_file=in_file)[0].known


@pytest.mark.parametrize("most", [None, 2])
def test_rows_that_contradict_each_other_are_answered_once(
    tmp_path: Path, most: int | None
) -> None:
    told = {"konflik": 20.0, "konflik_diselesaikan": 17.0, "target": 90.0}
    keys = [dict(zip(KEYS, key, strict=True)) for key in (ONE, *OTHERS[:2], ONE)]
    rows = [{**key, **told, "konflik": 20.0 + place} for place, key in enumerate(keys)]
    source = write_parquet(tmp_path / "masuk.parquet", rows)
    outcome = computed(source, tmp_path / "hasil.csv", most=most)
    found = {(row["tahun"], row["periode"]): row for row in rows_of(tmp_path / "hasil.csv")}
    assert len(found) == outcome.keluaran["hasil"] == 3
    decimals = KATALOG["KBP-WAS-02"].desimal
    for together in ([rows[0], rows[3]], [rows[1]], [rows[2]]):
        answer = expected(together)
        row = found[str(together[0]["tahun"]), str(together[0]["periode"])]
        assert row["nilai"] == as_text(answer["nilai"], decimals)
        assert (row["status"], row["temuan"]) == (answer["status"], answer["temuan"])


FOREIGN: Sequence[dict[str, object]] = (
    {"konflik_diselesaikan": 17.0, "ditangani": 3.0, "potensi_konflik": 4.0},
    {"konflik_diselesaikan": 17.0},
    {"ditangani": 4.0, "potensi_konflik": 4.0},
    {"konflik_diselesaikan": 21.0, "ditangani": 5.0, "potensi_konflik": 4.0, "target": 900.0},
)
"""Cells of rows, some of which tell variables that an indicator does not have."""


def of_several(times: int = 1) -> list[dict[str, object]]:
    """Return rows of three indicators with all the cells that there are, each some times."""
    codes = ("KBP-WAS-02", "KBP-WAS-08", "KBP-WAS-09")
    names = dict.fromkeys(name for cells in FOREIGN for name in cells)
    return [
        {**dict.fromkeys(names), **key, "konflik": 20.0, "target": 90.0, **cells}
        for code in codes
        for number, cells in enumerate(FOREIGN, 1)
        for key in [dict(zip(KEYS, ("62.71", 2025, f"bulan-{number:02}", code), strict=True))]
        for _ in range(times)
    ]


@pytest.mark.parametrize("ending", ["csv", "parquet"])
@pytest.mark.parametrize("times", [1, 2])
def test_rows_with_foreign_variables_are_what_the_exact_engine_says(
    tmp_path: Path, times: int, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    one_by_one = ExactRows.answer

    def counted(self: ExactRows, rows: Sequence[Row]) -> tuple[Row, Sequence[Finding]]:
        asked.append(rows)
        return one_by_one(self, rows)

    monkeypatch.setattr(ExactRows, "answer", counted)
    rows = of_several(times)
    write = write_csv if ending == "csv" else write_parquet
    computed(write(tmp_path / f"masuk.{ending}", rows), tmp_path / "hasil.csv")
    found = rows_of(tmp_path / "hasil.csv")
    assert len(found) == len(rows) // times
    by_key = {(row["kode"], row["periode"]): row for row in found}
    for first in range(0, len(rows), times):
        answer = expected(rows[first : first + times])
        row = by_key[str(rows[first]["kode"]), str(rows[first]["periode"])]
        told = ("status", "kurang", "temuan", "predikat")
        assert [row[name] for name in told] == [answer[name] or "" for name in told]
        decimals = KATALOG[row["kode"]].desimal
        assert row["nilai"] == as_text(answer["nilai"], decimals)
    # What is said of rows that come twice is asked of those that are alike; here none are.
    assert len(asked) == (0 if times == 1 else len(found))


def test_codes_and_years_that_are_none_are_counted_together() -> None:
    con = duckdb.connect()
    con.execute("CREATE TABLE laporan AS SELECT * FROM (VALUES ('62', '2025', 'KBP-WAS-02', 1)) "
                "AS t(wilayah, tahun, kode, konflik)")  # fmt: skip
    con.execute("INSERT INTO laporan SELECT '62', 'x' || i, 'X-' || i, i FROM range(300) AS r(i)")
    con.execute("INSERT INTO laporan SELECT NULL, 'y' || i, 'kbp-was-02', i FROM range(7) AS r(i)")
    table = nw.from_native(con.table("laporan"))
    computation = FileComputation(table, KATALOG, load_regions(), "wide", FileLibrary(con))
    assert computation.counted == {
        ("KBP-WAS-02", "2025"): (1, 1),
        (None, None): (300, 300),
        ("kbp-was-02", None): (7, 0),
    }
    assert computation.rows_by_code() == [("KBP-WAS-02", 1, 1), (None, 307, 300)]
