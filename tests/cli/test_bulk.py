"""``bulk``: what people are told, and what is refused before anything is computed."""

from __future__ import annotations

import json
from pathlib import Path

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
        (("-", "-o", "h.csv"), "hanya dapat dibaca sekali"),
        (("TABLE", "-o", "h.xlsx"), ".csv atau .parquet"),
        (("TABLE", "-o", "tidak/ada/h.csv"), "tidak/ada/h.csv"),
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


def test_a_file_is_not_overwritten_unasked(run: Run, table: Path) -> None:
    beside = table.with_name("hasil.ditolak.csv")
    beside.write_text("lama", encoding="utf-8")
    ran = run("bulk", table, "-o", table.with_name("hasil.csv"))
    assert (ran.status, beside.read_text(encoding="utf-8")) == (2, "lama")
    assert "--timpa" in ran.err
