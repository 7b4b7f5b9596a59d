"""``export``: forms of one file and of several, and what stands in the way."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl

from tests.cli.conftest import Run


def test_a_form_of_one_file_is_written_once(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "katalog.json"
    assert run("export", "json", "-o", file).status == 0
    assert json.loads(file.read_text(encoding="utf-8"))["skema"] == "kesbang-iku/katalog/1"
    again = run("export", "json", "-o", file)
    assert again.status == 2
    assert "--timpa" in again.err
    assert run("export", "json", "-o", file, "--timpa").status == 0


def test_a_form_for_people_is_a_workbook_too(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "ms-ind.xlsx"
    assert run("export", "msind", "-o", file).status == 0
    book = openpyxl.load_workbook(file, read_only=True)
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    book.close()
    assert rows[0][1] == "Nama Indikator"
    assert rows[1][1] == "Indeks Harmoni Indonesia"


def test_a_form_may_have_folders_of_its_own(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    assert run("export", "composer", "-o", folder).status == 0
    assert (folder / "src" / "Kalkulator.php").is_file()
    assert (folder / "data" / "definisi" / "KBP-WAS-02@1.php").is_file()


def test_a_form_of_several_files_goes_into_a_folder(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "paket"
    assert run("export", "datapackage", "-o", folder).status == 0
    assert sorted(file.name for file in folder.iterdir()) == [
        "datapackage.json", "indikator.csv", "nilai.csv", "variabel.csv",
    ]  # fmt: skip
    assert run("export", "datapackage", "-o", folder).status == 2


def test_what_does_not_fit_is_said_with_what_would(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "berkas"
    file.touch()
    assert "sebutkan sebuah folder" in run("export", "csvw", "-o", file).err
    assert f"-o {tmp_path}/ms-ind.csv" in run("export", "msind", "-o", tmp_path).err
    assert "datapackage" in run("export", "excel", "-o", file).err
