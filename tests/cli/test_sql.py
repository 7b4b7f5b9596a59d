"""``sql``: a script for the database at hand."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from kesbang_iku.publish.sql.dialects import DIALECTS
from tests.cli.conftest import Run


@pytest.mark.parametrize("dialect", DIALECTS)
def test_each_dialect_gets_a_script_that_names_what_it_reads_and_makes(
    run: Run, dialect: str
) -> None:
    ran = run("sql", "KBP-WAS-02", "--dialek", dialect, "--tabel", "a.b", "--hasil", "c")
    assert (ran.status, ran.err) == (0, "")
    assert "FROM a.b l" in ran.out
    assert "VIEW c AS" in ran.out
    assert "'KBP-WAS-02'" in ran.out
    assert "KBP-WAS-04" not in ran.out
    assert "round(" not in ran.out.lower()


def test_a_script_is_written_to_a_file_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "hasil.sql"
    words = ("sql", "KBP-WAS-02", "--dialek", "sqlite", "-o", file)
    assert run(*words).status == 0
    connection = sqlite3.connect(":memory:")
    columns = "wilayah, tahun INT, periode, kode, variabel, nilai REAL, target REAL"
    connection.execute(f"CREATE TABLE laporan ({columns})")
    told = [("konflik_diselesaikan", 17, 90), ("konflik", 20, None)]
    connection.executemany(
        "INSERT INTO laporan VALUES ('62.71', 2024, NULL, 'KBP-WAS-02', ?, ?, ?)", told
    )
    connection.executescript(file.read_text(encoding="utf-8"))
    (row,) = connection.execute("SELECT nilai, status, capaian, predikat FROM hasil")
    connection.close()
    assert row == (85.0, "lengkap", 94.44, "Sangat Tinggi")
    again = run(*words)
    assert again.status == 2
    assert "--timpa" in again.err
    assert run(*words, "--timpa").status == 0


def test_wide_tables_get_a_query_for_each_code(run: Run) -> None:
    ran = run("sql", "KBP-WAS-02", "KBP-POL-01", "--dialek", "duckdb", "--lebar")
    assert ran.status == 0
    assert ran.out.count("FROM iku_capaian;") == 2
    assert '"konflik_diselesaikan"' in ran.out
    assert "CREATE VIEW" not in ran.out


def test_what_a_database_cannot_compute_is_named_at_the_top(run: Run) -> None:
    head = run("sql", "--dialek", "sqlite", "--bahasa", "en").out.partition("BEGIN;")[0]
    assert "have more decimals than are computed here: -." in head
    assert all(line.startswith("-- ") for line in head.splitlines())


@pytest.mark.parametrize("name", ["", "a.", "x" * 49, "a\nb"])
def test_what_no_table_can_be_called_is_refused(run: Run, name: str) -> None:
    ran = run("sql", "--dialek", "sqlite", "--hasil", name)
    assert ran.status == 2
    assert "bukan nama tabel" in ran.err


def test_an_unknown_code_is_refused(run: Run) -> None:
    ran = run("sql", "KBP-WAS-99", "--dialek", "sqlite")
    assert ran.status == 2
    assert "KBP-WAS-99" in ran.err


def test_the_database_has_to_be_named(run: Run) -> None:
    ran = run("sql", "KBP-WAS-02")
    assert ran.status == 2
    assert "--dialek" in ran.err
