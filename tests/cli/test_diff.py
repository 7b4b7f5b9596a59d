from __future__ import annotations

import json
from pathlib import Path

import pytest

from kesbang_iku.cli import main
from kesbang_iku.sources.resources import catalog_root


def test_two_years_are_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020", "2021", "--format", "json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["skema"], answer["dari"], answer["ke"]) == ("kesbang-iku/beda/1", "2020", "2021")
    (change,) = (change for change in answer["perubahan"] if change["kode"] == "KBP-POL-01")
    assert change["sebanding"] is False


def test_a_folder_does_not_differ_from_itself(capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(catalog_root())
    assert main(["diff", folder, folder]) == 0
    assert "Tidak ada perubahan." in capsys.readouterr().out


def test_markdown_speaks_english_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020", "2021", "--format", "markdown", "--bahasa", "en"]) == 0
    assert capsys.readouterr().out.startswith("# Changes 2020 → 2021\n")


def test_a_year_and_a_folder_are_not_compared(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "2020", str(catalog_root())]) == 2
    assert f"'{catalog_root()}' folder katalog, yang lain tahun" in capsys.readouterr().err


def test_what_is_neither_year_nor_folder_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["diff", "2020", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err
