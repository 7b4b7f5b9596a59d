"""``bulk``: what people are told, and what is refused before anything is computed."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import pytest

from tests.cli.conftest import Run

TABLE = """wilayah,tahun,kode,variabel,nilai,target
62.71,2025,KBP-WAS-02,konflik,20,90
62.71,2025,KBP-WAS-02,konflik_diselesaikan,17,
62.71,2025,KBP-ZZZ-01,konflik,17,
"""


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "nasional.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_a_table_is_summed_up(run: Run, table: Path) -> None:
    output = table.with_name("hasil.csv")
    ran = run("bulk", table, "-o", output)
    assert ran.status == 1
    assert f"{output}: 1 hasil dari 3 baris." in ran.out
    assert f"{table.with_name('hasil.ditolak.csv')}: 1 baris tanpa hasil" in ran.out
    assert "IKU310  galat" in ran.out
    assert "85.00" in output.read_text(encoding="utf-8")


def test_english_is_spoken(run: Run, table: Path) -> None:
    ran = run("bulk", table, "-o", table.with_name("hasil.csv"), "--bahasa", "en")
    assert "1 result from 3 rows." in ran.out
    assert "Indonesian" not in ran.out
    assert "complete" in ran.out


def test_programs_get_json_that_fits_its_schema(run: Run, table: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    ran = run("bulk", table, "-o", table.with_name("hasil.parquet"), "--format", "json")
    answer = json.loads(ran.out)
    jsonschema.validate(answer, run("schema", "massal").json)
    assert answer["masukan"] == {"berkas": str(table), "baris": 3, "ditolak": 1}
    assert answer["keluaran"]["hasil"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("tidak-ada.csv", "-o", "h.csv"), "tidak-ada.csv tidak ada"),
        (("TABLE", "-o", "h.xlsx"), ".csv atau .parquet"),
        (("TABLE", "-o", "tidak/ada/h.csv"), "tidak/ada/h.csv"),
        (("TABLE", "-o", "tidak/ada/h.csv"), "Buat dulu folder tidak"),
        (("TABLE", "-o", "TABLE", "--timpa"), "berkas yang dibaca"),
        (("TABLE", "-o", "h.csv", "--memori", "banyak"), "512M"),
        (("TABLE", "-o", "h.csv", "--memori", "64M"), "512M"),
    ],
)
def test_what_cannot_be_done_is_said(
    run: Run, table: Path, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    placed = (tmp_path / one if one == "h.csv" else one for one in arguments)
    ran = run("bulk", *(table if one == "TABLE" else one for one in placed))
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert "Traceback" not in ran.err


def test_standard_input_is_kept_and_named_by_its_sign(run: Run, table: Path) -> None:
    beside, output = table.with_name("dari-berkas.csv"), table.with_name("dari-masukan.csv")
    run("bulk", table, "-o", beside)
    broken = TABLE + "62.71,2025\n"
    ran = run("bulk", "-", "-o", output, "--format", "json", stdin=broken)
    assert ran.json["masukan"] == {"berkas": "-", "baris": 4, "ditolak": 2}
    assert output.read_bytes() == beside.read_bytes()
    refused = output.with_name("dari-masukan.ditolak.csv").read_text(encoding="utf-8")
    assert [line.split(",")[:2] for line in refused.splitlines()[1:]] == [["-", "4"], ["-", "5"]]
    written = {f"{one.stem}{end}" for one in (beside, output) for end in (".csv", ".ditolak.csv")}
    assert {one.name for one in table.parent.iterdir()} == {table.name, *written}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "- tidak berisi apa pun"),
        (b"PAR1", "- bukan berkas Parquet yang utuh"),
        ("kode\nKBP-WAS-02\n", "Kolom wilayah, tahun tidak ada"),
    ],
)
def test_standard_input_that_is_no_table_is_refused(
    run: Run, tmp_path: Path, content: str | bytes, said: str
) -> None:
    ran = run("bulk", "-", "-o", tmp_path / "h.csv", stdin=content)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert str(tmp_path) not in ran.err
    assert list(tmp_path.iterdir()) == []


def test_standard_input_is_not_read_where_nothing_may_be_written(run: Run, table: Path) -> None:
    assert "--timpa" in run("bulk", "-", "-o", table, stdin=b"\xff").err
    assert table.read_text(encoding="utf-8") == TABLE


@pytest.mark.parametrize("form", [".csv", ".parquet"])
def test_what_a_table_does_not_say_may_be_told(run: Run, tmp_path: Path, form: str) -> None:
    source, output = tmp_path / f"tabel{form}", tmp_path / "hasil.csv"
    told = ("--tahun", "2025", "--wilayah", "6271", "--sistem-kode", "bps", "--periode", "TW 1")
    rows = "SELECT 'KBP-WAS-02' AS kode, 17 AS konflik_diselesaikan, 20 AS konflik, 90 AS target"
    duckdb.sql(f"COPY ({rows}) TO '{source}'")
    assert run("bulk", source, "-o", output, *told).status == 0
    (line,) = output.read_text(encoding="utf-8").splitlines()[1:]
    assert line.startswith("6271,Kota Palangkaraya,2025,triwulan-1,KBP-WAS-02,")
    assert line.endswith(",85.00,lengkap,94.44,Sangat Tinggi,,,")


def test_an_empty_cell_is_no_absent_column(run: Run, table: Path) -> None:
    table.write_text(TABLE.replace("62.71,2025,KBP-WAS", "62.71,,KBP-WAS"), encoding="utf-8")
    ran = run("bulk", table, "-o", table.with_name("hasil.csv"), "--tahun", "2025")
    assert "IKU322" in ran.out
    assert "IKU322" in run("compute", table, "--tahun", "2025").out


def test_a_file_is_not_overwritten_unasked(run: Run, table: Path) -> None:
    beside = table.with_name("hasil.ditolak.csv")
    beside.write_text("lama", encoding="utf-8")
    ran = run("bulk", table, "-o", table.with_name("hasil.csv"))
    assert (ran.status, beside.read_text(encoding="utf-8")) == (2, "lama")
    assert "--timpa" in ran.err
