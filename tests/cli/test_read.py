"""``read``: how a file is understood, as a table, as JSON, and in our own format."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import jsonschema
import pytest

from tests.cli.conftest import Run

NAME = "Persentase penyelesaian konflik sosial"
PLAN = f"RENSTRA KOTA BANDUNG;;\nIndikator;Satuan;Target 2025\n{NAME};%;82\n"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan of one indicator."""
    path = tmp_path / "rencana.csv"
    path.write_text(PLAN, encoding="utf-8")
    return path


def test_people_see_columns_and_rows(run: Run, plan: Path) -> None:
    ran = run("read", plan)
    assert ran.status == 0
    for part in ("target 2025", "Kota Bandung", "32.73", "2025 = 82"):
        assert part in ran.out


def test_json_has_its_schema(run: Run, plan: Path) -> None:
    ran = run("read", plan, "--format", "json")
    schema = json.loads(run("schema", "bacaan").out)
    jsonschema.validate(ran.json, schema)
    assert ran.json["tabel"][0]["item"][0]["target"] == {"2025": "82"}


def test_csv_names_the_region_as_other_tables_do(run: Run, plan: Path) -> None:
    (row,) = csv.DictReader(run("read", plan, "--format", "csv", "--quiet").out.splitlines())
    assert (row["wilayah"], row["nama_wilayah"]) == ("32.73", "Kota Bandung")
    assert (row["nama"], row["nilai"]) == (NAME, "82")


def test_yaml_is_a_file_that_validate_takes(run: Run, plan: Path) -> None:
    ran = run("read", plan, "--format", "yaml")
    again = plan.with_suffix(".yaml")
    again.write_text(ran.out, encoding="utf-8")
    assert run("validate", again).status == 0


@pytest.mark.parametrize(
    ("options", "wilayah", "tahun"),
    [
        (("--wilayah", "35.10"), "35.10", None),
        (("--wilayah", "Kabupaten Banyuwangi", "--tahun", "2026"), "35.10", 2026),
    ],
)
def test_what_is_told_goes_before_what_is_read(
    run: Run, plan: Path, options: tuple[str, ...], wilayah: str, tahun: int | None
) -> None:
    (table,) = run("read", plan, "--format", "json", *options).json["tabel"]
    assert (table["wilayah"], table["tahun"]) == (wilayah, tahun)
    assert table["sumber_wilayah"] == "pilihan"


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--wilayah", "Negeri Dongeng"), "Negeri Dongeng"),
        (("--periode", "kapan-kapan"), "kapan-kapan"),
        (("--tingkat", "desa"), "desa"),
    ],
)
def test_an_unknown_choice_ends_in_a_sentence(
    run: Run, plan: Path, options: tuple[str, ...], word: str
) -> None:
    ran = run("read", plan, *options)
    assert ran.status == 2
    assert word in ran.err
    assert "Traceback" not in ran.err


@pytest.mark.parametrize(
    ("content", "status"),
    [
        (PLAN, 0),
        ("No;Nama;Jabatan\n1;Budi;Kepala\n", 0),
        ("Indikator;Target 2025;Skor\nKonflik;5;7\n", 0),
        ("Indikator;Target 2025;Target 2025\nKonflik;5;7\n", 1),
    ],
)
def test_the_exit_status_says_whether_something_was_left_out(
    run: Run, content: str, status: int
) -> None:
    assert run("read", "-", stdin=content).status == status


def test_a_missing_file_ends_in_a_sentence(run: Run, tmp_path: Path) -> None:
    ran = run("read", tmp_path / "tiada.csv")
    assert ran.status == 2
    assert "tiada.csv" in ran.err


@pytest.mark.parametrize("form", ["json", "yaml", "csv"])
def test_every_form_tells_why_a_file_could_not_be_read(run: Run, tmp_path: Path, form: str) -> None:
    ran = run("read", tmp_path / "tiada.csv", "--format", form)
    assert (ran.status, "IKU001" in ran.err) == (2, True)


def test_json_has_an_answer_for_each_file_that_was_asked_for(
    run: Run, plan: Path, tmp_path: Path
) -> None:
    binary = tmp_path / "biner.csv"
    binary.write_bytes(b"\0\1\2\xff" * 40)
    names = (binary, tmp_path / "tiada.csv", plan)
    answers = run("read", *names, "--format", "json").json
    found = [[one["kode"] for one in answer["temuan"]] for answer in answers]
    assert ([answer["berkas"] for answer in answers], found) == (
        [*map(str, names)],
        [["IKU006"], ["IKU001"], []],
    )
    alone = run("read", binary, "--format", "json").json
    jsonschema.validate(alone, json.loads(run("schema", "bacaan").out))
    assert alone == answers[0]


def test_json_has_what_was_found_when_the_file_was_opened(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "lama.csv"
    path.write_bytes(PLAN.encode() + b"Nilai \x96 konflik;Persen;5\n")
    answer = run("read", path, "--format", "json").json
    assert "IKU007" in [one["kode"] for one in answer["temuan"]]


def test_csv_has_the_key_of_a_value_without_a_year_as_json_does(run: Run) -> None:
    table = "Indikator;Target\nPersentase konflik sosial yang diselesaikan;90\n"
    (row,) = csv.DictReader(run("read", "-", "--format", "csv", stdin=table).out.splitlines())
    assert (row["untuk"], row["nilai"]) == ("-", "90")


def test_a_file_without_headers_is_told_without_columns(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "data.csv"
    path.write_text("a;b\nhttps://contoh.example/2024;Indikator 2024\n", encoding="utf-8")
    ran = run("read", path)
    assert ran.status == 1
    assert "IKU330" in ran.out
    assert "Kolom  " not in ran.out
